/* pdf_text.c - a directional run of text as TJ operators.
 *
 * Glyphs stand in visual order, left to right.  A TJ array moves the pen where the shaped
 * position differs from the sum of widths: kerning, marks, word space.  Positions are counted
 * in millionths of the em, the pen's (where shaping wants the glyph) and the reader's (where
 * the widths written so far have put it), so that what rounding moves to whole thousandths
 * leaves out never adds up.
 *
 * Right-to-left text stands inside /ReversedChars (ISO 32000-1, 14.8.2.3.3): a run is one string
 * from left to right, which read from its end is the text; runs follow each other in reading
 * order.  Readers that go by position (poppler, pdf.js, PDFium) turn such strings around
 * themselves; shown word by word they lose spaces, or the order of words.  Such a string may
 * have a SPACE at its ends only, so the spaces inside say U+00A0, which readers take for one.
 *
 * A letter's code says its marks as well (before it in a reversed string); the marks themselves,
 * which stand over it and would part words for readers that go by position, are painted after
 * the string, and say nothing.
 */
#include "pdf/pdf_page.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

enum { UNIT = 1000, TRIG = 100000 }; /* a thousandth of the em; digits of a rotation matrix */

struct show {
    struct pdf_page *page;
    const struct prim *prim;
    struct pdf_font *font;
    int64_t x, y;      /* the start, PDF axes */
    int64_t cos, sin;  /* of the rotation, times TRIG */
    int64_t at;        /* where the reader stands: millionths of em */
    mpt rise;
    bool text, array, string; /* what is open */
    const char *actual;       /* of the whole run: in ActualText; NULL */
};

static int64_t div_round(int64_t n, int64_t d)
{
    return (n < 0 ? n - d / 2 : n + d / 2) / d;
}

static int64_t em_to_mpt(int64_t em, mpt size)
{
    return div_round(em * size, EM);
}

/* --- operators --- */

static void close_array(struct show *s)
{
    struct buf *b = &s->page->content;
    if (s->string)
        buf_putc(b, ')');
    if (s->array)
        buf_put(b, "]TJ\n", 4);
    s->string = s->array = false;
}

static void close_text(struct show *s)
{
    close_array(s);
    if (!s->text)
        return;
    if (s->rise)
        buf_puts(&s->page->content, "0 Ts\n");
    buf_put(&s->page->content, "ET\n", 3);
    s->text = false;
    s->rise = 0;
}

static void put_trig(struct buf *b, int64_t v)
{
    buf_printf(b, "%s%lld.%05lld ", v < 0 ? "-" : "", (long long)(v < 0 ? -v : v) / TRIG,
               (long long)(v < 0 ? -v : v) % TRIG);
}

static void set_font(struct show *s)
{
    struct pdf_page *p = s->page;
    if (p->font == s->font && p->size == s->prim->style.size)
        return;
    const char *name = HPDF_Page_GetLocalFontName(p->haru, pdf_font_dict(s->font));
    buf_printf(&p->content, "/%s ", name ? name : "");
    scene_put_pt(&p->content, s->prim->style.size);
    buf_puts(&p->content, " Tf\n");
    p->font = s->font;
    p->size = s->prim->style.size;
}

static void open_text(struct show *s, int64_t at)
{
    struct buf *b = &s->page->content;
    int64_t along = em_to_mpt(at, s->prim->style.size);
    pdf_page_fill(s->page, s->prim->style.color, s->prim->opacity);
    buf_put(b, "BT\n", 3);
    set_font(s);
    if (s->cos != TRIG) {
        const int64_t m[] = {s->cos, s->sin, -s->sin, s->cos};
        for (int i = 0; i < 4; i++)
            put_trig(b, m[i]);
    }
    scene_put_pt(b, s->x + div_round(along * s->cos, TRIG));
    buf_putc(b, ' ');
    scene_put_pt(b, s->y + div_round(along * s->sin, TRIG));
    buf_puts(b, s->cos != TRIG ? " Tm\n" : " Td\n");
    s->text = true;
    s->at = at;
}

/* Two bytes of a string, where brackets and what ends lines are escaped. */
static void put_code(struct buf *b, unsigned code)
{
    enum { MOST = 4 };
    char *to = buf_room(b, MOST);
    for (int shift = 8; shift >= 0; shift -= 8) {
        char c = (char)(code >> shift & 0xFF);
        if (c == '(' || c == ')' || c == '\\' || c == '\r') {
            *to++ = '\\';
            c = c == '\r' ? 'r' : c;
        }
        *to++ = c;
    }
    *to = '\0';
    b->n = (size_t)(to - b->p);
}

static void set_rise(struct show *s, mpt rise)
{
    close_array(s);
    scene_put_pt(&s->page->content, rise);
    buf_puts(&s->page->content, " Ts\n");
    s->rise = rise;
}

/* Moves the pen rightward by thousandths of the em, which a PDF counts leftward. */
static void move_pen(struct show *s, int64_t by)
{
    struct buf *b = &s->page->content;
    if (s->string)
        buf_putc(b, ')');
    s->string = false;
    if (by > 0)
        buf_putc(b, '-');
    buf_put_number(b, (uint64_t)(by < 0 ? -by : by));
    s->at += by * UNIT;
}

static void show_glyph(struct show *s, unsigned code, int64_t at, mpt rise, int64_t width)
{
    struct buf *b = &s->page->content;
    if (!s->text)
        open_text(s, at);
    if (rise != s->rise)
        set_rise(s, rise);
    if (!s->array)
        buf_putc(b, '[');
    s->array = true;
    int64_t off = at == s->at ? 0 : div_round(at - s->at, UNIT);
    if (off) /* what is cut off is made good by the next */
        move_pen(s, off);
    if (!s->string)
        buf_putc(b, '(');
    s->string = true;
    put_code(b, code);
    s->at += width;
}

/* --- clusters --- */

static int64_t spaces(const char *text, size_t n)
{
    int64_t count = 0;
    for (size_t i = 0; i < n; i++)
        if (text[i] == ' ' || (i + 1 < n && memcmp(text + i, "\xC2\xA0", 2) == 0))
            count++;
    return count;
}

static size_t char_len(const char *text, size_t n)
{
    unsigned c;
    if (n && (unsigned char)*text < 0x80)
        return 1;
    size_t len = n ? utf8_decode(text, n, &c) : 0;
    return len ? len : n ? 1 : 0;
}

static struct pdf_cluster cluster_at(const struct shaped *shaped, const struct glyph_run *r,
                                     size_t i)
{
    size_t j = i + 1, start = r->glyph[i].cluster;
    while (j < r->n && r->glyph[j].cluster == start)
        j++;
    size_t end = r->rtl ? (i > 0 ? r->glyph[i - 1].cluster : r->to)
                        : (j < r->n ? r->glyph[j].cluster : r->to);
    if (end <= start) /* glyphs out of order: at least the character itself */
        end = start + char_len(shaped->text + start, shaped->len - start);
    return (struct pdf_cluster){.run = r, .from = i, .to = j, .text = shaped->text + start,
                                .n = end - start};
}

/* Bytes of a mark of direction, U+200E, U+200F, U+2066 to U+2069. */
static size_t direction_len(const char *text, size_t n)
{
    bool mark = n >= 3 && (memcmp(text, "\xE2\x80\x8E", 3) == 0 ||
                           memcmp(text, "\xE2\x80\x8F", 3) == 0 ||
                           (memcmp(text, "\xE2\x81", 2) == 0 && (unsigned char)text[2] >= 0xA6 &&
                            (unsigned char)text[2] <= 0xA9));
    return mark ? 3 : 0;
}

/* Marks of direction have done their work when text is laid out; who searches does not type
 * them. */
static void trim_directions(struct pdf_cluster *c)
{
    for (size_t k; (k = direction_len(c->text, c->n)) > 0 && k < c->n; c->n -= k)
        c->text += k;
    while (c->n > 3 && direction_len(c->text + c->n - 3, 3))
        c->n -= 3;
}

/* Lays all clusters out, in visual order; returns the width. */
static int64_t lay_out(struct pdf_book *book, const struct prim *p, const struct shaped *shaped)
{
    int64_t pen = 0, space = 0;
    size_t gap = 0;
    if (p->word_space)
        space = div_round((int64_t)p->word_space * EM, p->style.size);
    book->cluster.n = 0;
    for (size_t i = 0; i < shaped->n; i++) {
        const struct glyph_run *r = &shaped->run[i];
        for (size_t j = 0; j < r->n;) {
            struct pdf_cluster c = cluster_at(shaped, r, j);
            for (; gap < p->gaps && shaped->text + p->gap[gap].at <= c.text; gap++)
                pen += div_round((int64_t)p->gap[gap].add * EM, p->style.size);
            c.pen = pen;
            for (; j < c.to; j++)
                pen += pdf_font_em(r->face, r->glyph[j].advance);
            if (space)
                pen += spaces(c.text, c.n) * space;
            if (c.n > 3)
                trim_directions(&c);
            VEC_PUSH(book->file->arena, &book->cluster, c);
        }
    }
    return pen;
}

static struct pdf_mark mark_of(const struct show *s, const char *actual)
{
    const struct prim *p = s->prim;
    struct pdf_mark m = {.element = p->element, .artifact = p->artifact, .actual = actual};
    if (p->element == ELEMENT_NONE) {
        m.actual = NULL;
        return m;
    }
    m.reversed = p->rtl && !actual;
    const char *lang = p->style.lang;
    if (lang && strcmp(lang, pdf_tags_lang(s->page->book->tags, p->element)) != 0)
        m.lang = lang;
    return m;
}

/* --- what codes say --- */

static const char nothing[] = "\xE2\x80\x8B"; /* U+200B: a code has to say something */

static bool is_mark(unsigned c)
{
    static const unsigned range[][2] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
        {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8}, {0x06EA, 0x06ED},
        {0x08D3, 0x08FF}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
    };
    for (size_t i = 0; i < sizeof range / sizeof *range; i++)
        if (c >= range[i][0] && c <= range[i][1])
            return true;
    return false;
}

/* Bytes of a character and the marks that follow it. */
static size_t unit_len(const char *text, size_t n, bool *marks)
{
    size_t at = char_len(text, n);
    unsigned c;
    *marks = false;
    while (at < n && utf8_decode(text + at, n - at, &c) && is_mark(c)) {
        *marks = true;
        at += char_len(text + at, n - at);
    }
    return at;
}

static unsigned code_for(struct show *s, unsigned glyph, const char *text, size_t n)
{
    return pdf_font_code(s->page->book->pdf_fonts, s->font, glyph, text, n);
}

/* Characters of a string that runs to the left, as they stand.  Poppler takes several letters of
 * one glyph to be in reading order, pdf.js does not; where something else is among them, such as
 * a mark or U+200C, neither does. */
static unsigned reversed_code(struct show *s, unsigned glyph, const char *text, size_t n,
                              bool marks)
{
    struct buf b = BUF_INIT;
    if (!marks)
        buf_puts(&b, "\xE2\x80\x8C");
    for (size_t to = n; to > 0;) {
        size_t from = utf8_start(text, to - 1);
        buf_put(&b, text + from, to - from);
        to = from;
    }
    unsigned code = code_for(s, glyph, b.p, b.n);
    buf_free(&b);
    return code;
}

/* Whether a glyph of a cluster takes up room: those that take none stand over it. */
static bool has_base(const struct pdf_cluster *c)
{
    for (size_t i = c->from; i < c->to; i++)
        if (c->run->glyph[i].advance != 0)
            return true;
    return false;
}

/* Does a glyph stand over another one?  Where none takes up room, over the first to be read. */
static bool is_over(const struct pdf_cluster *c, size_t i, bool based)
{
    return c->run->glyph[i].advance == 0 &&
           (based || i != (c->run->rtl ? c->to - 1 : c->from));
}

/* The glyphs of a cluster deal out its characters in reading order, the last one gets what is
 * left; place counts glyphs that stand by themselves. */
static unsigned code_of(struct show *s, const struct pdf_cluster *c, unsigned glyph, size_t place,
                        bool last)
{
    bool marks = false;
    size_t from = 0;
    for (size_t i = 0; i < place; i++)
        from += unit_len(c->text + from, c->n - from, &marks);
    if (from >= c->n)
        return code_for(s, glyph, nothing, strlen(nothing));
    size_t n = unit_len(c->text + from, c->n - from, &marks);
    if (last)
        n = c->n - from;
    if (c->run->rtl && n > char_len(c->text + from, n))
        return reversed_code(s, glyph, c->text + from, n, marks);
    return code_for(s, glyph, c->text + from, n);
}

static void show_at(struct show *s, const struct pdf_cluster *c, size_t i, unsigned code,
                    int64_t pen)
{
    const struct glyph *g = &c->run->glyph[i];
    int64_t aside = g->x_offset ? pdf_font_em(c->run->face, g->x_offset) : 0;
    int64_t rise = g->y_offset ? font_scale(c->run->face, g->y_offset, s->prim->style.size) : 0;
    show_glyph(s, code, pen + aside, (mpt)rise, pdf_font_code_width(s->font, code));
}

/* Shows the glyphs of a cluster that stand by themselves, or those that stand over them; returns
 * how many there were. */
static size_t show_cluster(struct show *s, const struct pdf_cluster *c, bool over)
{
    int64_t pen = c->pen;
    size_t all = 0, place = 0;
    bool based = has_base(c);
    for (size_t i = c->from; i < c->to; i++)
        all += is_over(c, i, based) == over;
    for (size_t i = c->from; i < c->to; i++) {
        unsigned glyph = c->run->glyph[i].id, code;
        if (is_over(c, i, based) == over) {
            size_t read = c->run->rtl ? all - 1 - place : place;
            place++;
            if (over)
                code = code_for(s, glyph, nothing, strlen(nothing));
            else
                code = code_of(s, c, glyph, read, read + 1 == all);
            show_at(s, c, i, code, pen);
        }
        pen += pdf_font_em(c->run->face, c->run->glyph[i].advance);
    }
    return all;
}

/* --- strings --- */

/* Shows the glyphs of a cluster that stand by themselves, of which there is one as a rule; a space
 * inside a reversed string says U+00A0. */
static size_t show_inside(struct show *s, const struct pdf_cluster *c, size_t i, size_t n)
{
    struct pdf_cluster one = c[i];
    bool rtl = one.run->rtl;
    if (rtl && i > 0 && i + 1 < n && one.n == 1 && *one.text == ' ') {
        one.text = "\xC2\xA0";
        one.n = 2;
    }
    if (one.to - one.from > 1 || (rtl && one.n > char_len(one.text, one.n)))
        return show_cluster(s, &one, false);
    unsigned glyph = one.run->glyph[one.from].id;
    show_at(s, &one, one.from, code_for(s, glyph, one.text, one.n), one.pen);
    return 1;
}

/* The clusters of one font, and then what stands over them. */
static void show_string(struct show *s, const struct pdf_cluster *c, size_t n)
{
    struct pdf_book *book = s->page->book;
    size_t glyphs = 0, shown = 0;
    if (!s->actual) /* else the whole text is marked */
        pdf_page_mark(s->page, mark_of(s, NULL));
    s->font = pdf_font_of(book->pdf_fonts, c->run->face);
    for (size_t i = 0; i < n; i++) {
        glyphs += c[i].to - c[i].from;
        shown += show_inside(s, c, i, n);
    }
    close_text(s);
    if (shown == glyphs)
        return;
    if (!s->actual)
        pdf_page_mark(s->page, mark_of(s, ""));
    for (size_t i = 0; i < n; i++)
        if (c[i].to - c[i].from > 1)
            show_cluster(s, &c[i], true);
    close_text(s);
}

static void show_strings(struct show *s, const struct pdf_cluster *c, size_t n)
{
    if (s->prim->rtl) {
        for (size_t to = n, from; to > 0; to = from) {
            for (from = to - 1; from > 0 && c[from - 1].run == c[from].run;)
                from--;
            show_string(s, c + from, to - from);
        }
        return;
    }
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && c[to - 1].run == c[to].run;)
            to++;
        show_string(s, c + from, to - from);
    }
}

/* --- plain runs --- */

static bool is_space(const char *text, size_t n)
{
    return (n == 1 && *text == ' ') || (n == 2 && memcmp(text, "\xC2\xA0", 2) == 0);
}

/* Most texts: one run whose glyphs are characters each.  Shows it from its start and returns its
 * width. */
static int64_t show_plain(struct show *s, const struct shaped *shaped)
{
    const struct glyph_run *r = shaped->run;
    const struct prim *p = s->prim;
    int64_t pen = 0, space = 0;
    if (p->word_space)
        space = div_round((int64_t)p->word_space * EM, p->style.size);
    pdf_page_mark(s->page, mark_of(s, NULL));
    s->font = pdf_font_of(s->page->book->pdf_fonts, r->face);
    for (size_t i = 0; i < r->n; i++) {
        const struct glyph *g = &r->glyph[i];
        const char *text = shaped->text + g->cluster;
        size_t n = (i + 1 < r->n ? g[1].cluster : r->to) - g->cluster;
        unsigned code = code_for(s, g->id, text, n);
        show_glyph(s, code, pen, 0, pdf_font_code_width(s->font, code));
        pen += pdf_font_code_em(s->font, code, g->advance);
        if (space && is_space(text, n))
            pen += space;
    }
    close_text(s);
    return pen;
}

static bool is_plain(const struct prim *p, const struct shaped *shaped)
{
    return shaped->n == 1 && shaped->run->plain && p->gaps == 0 && p->anchor == ANCHOR_START &&
           !p->actual;
}

/* --- texts --- */

/* Whoever set the pages has told what has no glyph, with its place; this is for pages made
 * otherwise. */
static void report_missing(struct pdf_page *page, const struct shaped *shaped)
{
    unsigned c = 0xFFFD;
    utf8_decode(shaped->text + shaped->missing_at, shaped->len - shaped->missing_at, &c);
    struct arena *a = page->book->file->arena;
    page->book->failed = true;
    if (diags_has(page->book->diags, DIAG_MISSING_GLYPH))
        return;
    diag_report(page->book->diags, DIAG_PDF_NO_GLYPH, (struct place){0},
                arena_printf(a, "U+%04X", c), arena_strndup(a, shaped->text, shaped->len));
}

/* The box the text takes, turned by quarter or by any angle (then generously). */
static void cover(const struct show *s, int64_t width)
{
    const struct prim *p = s->prim;
    const struct font_face *face = fonts_face(s->page->book->fonts, p->style.weight & 3);
    int64_t above = font_scale(face, face->ascent, p->style.size);
    int64_t below = font_scale(face, face->descent, p->style.size);
    int64_t box[4] = {s->x, s->y - (below < 0 ? -below : below), s->x + width, s->y + above};
    if (s->cos != TRIG) {
        int64_t rise = div_round(width * s->sin, TRIG), run = div_round(width * s->cos, TRIG);
        box[0] = s->x - above;
        box[1] = s->y - above;
        box[2] = s->x + run + above;
        box[3] = s->y + rise + above;
    }
    pdf_tags_cover(s->page->book->tags, s->page->index, p->element, box);
}

/* Texts of a drawing end in a space, unseen, so that those who read them one after the other do
 * not run them together. */
static void show_gap(struct show *s, struct font_style style, int64_t end)
{
    const struct prim *p = s->prim;
    struct pdf_book *book = s->page->book;
    if (p->element == ELEMENT_NONE || p->text[strlen(p->text) - 1] == ' ' || p->actual ||
        strcmp(pdf_tags_type(book->tags, p->element), "Figure") != 0)
        return;
    const struct shaped *space = font_shape(book->fonts, style, p->rtl, " ", 1);
    int64_t wide = lay_out(book, p, space);
    for (size_t i = 0; i < book->cluster.n; i++)
        book->cluster.p[i].pen += p->rtl ? -wide : end;
    show_strings(s, book->cluster.p, book->cluster.n);
}

static void turn(struct show *s, int degrees)
{
    s->cos = TRIG;
    if (!degrees)
        return;
    double angle = degrees * 3.14159265358979323846 / 180;
    s->cos = lround(cos(angle) * TRIG);
    s->sin = lround(sin(angle) * TRIG);
}

static int64_t show_at_start(struct show *s, const struct shaped *shaped)
{
    s->x = s->prim->x;
    s->y = (int64_t)s->page->scene->height - s->prim->y;
    return show_plain(s, shaped);
}

static int64_t show_anchored(struct show *s, const struct shaped *shaped)
{
    struct pdf_book *book = s->page->book;
    const struct prim *p = s->prim;
    int64_t em = lay_out(book, p, shaped), width = em_to_mpt(em, p->style.size);
    int64_t back = p->anchor == ANCHOR_START ? 0 : p->anchor == ANCHOR_END ? width : width / 2;
    s->x = p->x - div_round(back * s->cos, TRIG);
    s->y = (int64_t)s->page->scene->height - p->y - div_round(back * s->sin, TRIG);
    if (s->actual && *s->actual && book->cluster.n == 1) {
        /* A hyphen at a line's end that is U+00AD: its code can say so, without ActualText. */
        book->cluster.p[0].text = s->actual;
        book->cluster.p[0].n = strlen(s->actual);
        s->actual = NULL;
    }
    if (s->actual)
        pdf_page_mark(s->page, mark_of(s, s->actual));
    show_strings(s, book->cluster.p, book->cluster.n);
    return em;
}

void pdf_text_draw(struct pdf_page *page, const struct prim *p)
{
    if (!p->text || !*p->text || p->style.size <= 0)
        return;
    struct pdf_book *book = page->book;
    struct font_style style = {p->style.weight & 3, p->style.tabular,
                               p->style.lang ? p->style.lang : book->lang};
    const struct shaped *shaped = font_shape(book->fonts, style, p->rtl, p->text, strlen(p->text));
    if (shaped->missing)
        report_missing(page, shaped);
    struct show s = {.page = page, .prim = p, .actual = p->actual};
    turn(&s, p->rotate);
    int64_t em = is_plain(p, shaped) ? show_at_start(&s, shaped) : show_anchored(&s, shaped);
    show_gap(&s, style, em);
    cover(&s, em_to_mpt(em, p->style.size));
}
