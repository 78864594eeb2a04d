/* font_text.c - texts put together from parts that were shaped before, and their widths.
 *
 *     "in Resolution 71 of"  ->  "in ", " Resolution ", " 71 ", " of"      words, with their spaces
 *     "bdt-2024-000123"      ->  "bdt-2" "0" "2" "4-0" "0" "0" "1" "2" "3"   figures
 *
 * Fonts kern words with spaces, so a word is shaped with those beside it.  Figures are cut where
 * HarfBuzz says that what stands beside a place has no part in what stands on its other side.
 */
#include "font/fonts.h"

#include "base/arena.h"

#include <string.h>

/* --- parts --- */

/* A number for all that a style says; languages count by their names. */
static unsigned style_number(struct fonts *f, struct font_style style, bool rtl)
{
    const char *lang = style.lang ? style.lang : "";
    size_t i = 0;
    while (i < f->lang.n && strcmp(f->lang.p[i], lang) != 0)
        i++;
    if (i == f->lang.n)
        VEC_PUSH(f->arena, &f->lang, arena_strdup(f->arena, lang));
    return (unsigned)style.weight | (unsigned)style.tabular << 2 | (unsigned)rtl << 3 |
           (unsigned)i << 4;
}

struct text { /* of a style, to be shaped */
    struct fonts *fonts;
    struct font_style style;
    unsigned number; /* of the style */
    bool rtl;
    const char *s;
    size_t len;
};

static const struct shaped *shape_once(const struct text *t, size_t from, size_t to)
{
    const struct shaped *s = font_words_find(t->fonts->words, t->number, t->s + from, to - from);
    if (!s) {
        s = fonts_shape(t->fonts, t->style, t->rtl, t->s + from, to - from);
        font_words_put(t->fonts->words, t->number, s);
    }
    return s;
}

/* --- putting together --- */

static void begin(struct put_together *p, const struct text *t, size_t from, size_t to)
{
    p->glyph.n = 0;
    p->run = (struct glyph_run){.face = &t->fonts->face[0][t->style.weight]->info,
                                .to = to - from, .plain = true};
    p->shaped = (struct shaped){.text = t->s + from, .len = to - from, .run = &p->run, .n = 1};
}

/* Glyphs whose sources are counted from a byte of the text. */
static void add_glyphs(struct arena *a, struct put_together *p, const struct glyph *glyph,
                       size_t n, size_t from)
{
    size_t all = p->glyph.n + n;
    if (all > p->glyph.cap) {
        p->glyph.p = arena_grow(a, p->glyph.p, p->glyph.n * sizeof *p->glyph.p,
                                2 * all * sizeof *p->glyph.p);
        p->glyph.cap = 2 * all;
    }
    struct glyph *to = p->glyph.p + p->glyph.n;
    for (size_t i = 0; i < n; i++) {
        to[i] = glyph[i];
        to[i].cluster += (uint32_t)from;
    }
    p->glyph.n = all;
}

static const struct shaped *end(struct put_together *p)
{
    p->run.glyph = p->glyph.p;
    p->run.n = p->glyph.n;
    return &p->shaped;
}

/* In the first family, in order. */
static bool is_simple(const struct text *t, const struct shaped *s)
{
    return !s->missing && s->n == 1 && s->run->plain &&
           s->run->face == &t->fonts->face[0][t->style.weight]->info;
}

/* --- figures --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

enum { FIGURES = 10, SIGNS = '~' - ' ' + 1, PAIRS = 2 * FIGURES * FIGURES };
enum cut { CUT_UNKNOWN, CUT_FREE, CUT_BOUND };

/* What is known of figures in a style.  They have to stand side by side as each stands alone;
 * then a text may be cut between two of them unless a sign beside them has a say. */
struct figures {
    bool free;
    struct glyph glyph[FIGURES];
    unsigned char behind[SIGNS][FIGURES][FIGURES], before[SIGNS][FIGURES][FIGURES]; /* a sign */
};

/* Has what stands on one side of a place in a text no part in the other? */
static bool is_free(const struct text *t, const char *s, size_t n, size_t at)
{
    struct text part = *t;
    part.s = s;
    part.len = n;
    const struct shaped *shaped = shape_once(&part, 0, n);
    return is_simple(t, shaped) && shaped->run->n == n && !shaped->run->glyph[at].near;
}

/* Asks for all figures beside all figures: 00010203 ... 9899. */
static struct figures *look_at_figures(const struct text *t)
{
    struct figures *known = ARENA_NEW(t->fonts->arena, struct figures);
    char pairs[PAIRS];
    for (size_t i = 0; i < PAIRS / 2; i++) {
        pairs[2 * i] = (char)('0' + i / FIGURES);
        pairs[2 * i + 1] = (char)('0' + i % FIGURES);
    }
    known->free = true;
    for (size_t i = 1; i < PAIRS && known->free; i++)
        known->free = is_free(t, pairs, PAIRS, i);
    for (size_t i = 0; i < FIGURES && known->free; i++) {
        struct text one = *t;
        one.s = pairs + i * 2 * FIGURES; /* its first figure is i */
        one.len = 1;
        known->glyph[i] = shape_once(&one, 0, 1)->run->glyph[0];
    }
    return known;
}

/* NULL when they do not stand free. */
static struct figures *figures_of(const struct text *t)
{
    struct fonts *f = t->fonts;
    while (f->figures.n <= t->number)
        VEC_PUSH(f->arena, &f->figures, NULL);
    if (!f->figures.p[t->number])
        f->figures.p[t->number] = look_at_figures(t);
    struct figures *known = f->figures.p[t->number];
    return known->free ? known : NULL;
}

/* May two figures be parted that stand behind a sign, or before one? */
static bool can_part(const struct text *t, unsigned char *known, const char *s, size_t at)
{
    if (*known == CUT_UNKNOWN)
        *known = is_free(t, s, 3, at) ? CUT_FREE : CUT_BOUND;
    return *known == CUT_FREE;
}

/* May a text be cut between two figures? */
static bool can_cut(const struct text *t, struct figures *known, size_t from, size_t to, size_t at)
{
    const char *s = t->s + at;
    if (!is_digit(s[-1]) || !is_digit(*s))
        return false;
    int a = s[-1] - '0', b = *s - '0';
    if (at >= from + 2 && !is_digit(s[-2]) &&
        !can_part(t, &known->behind[s[-2] - ' '][a][b], s - 2, 2))
        return false;
    return at + 1 >= to || is_digit(s[1]) ||
           can_part(t, &known->before[s[1] - ' '][a][b], s - 1, 1);
}

static bool has_figures(const struct text *t, size_t from, size_t to)
{
    size_t digits = 0;
    for (size_t i = from; i < to; i++) {
        if (t->s[i] < ' ' || t->s[i] > '~')
            return false;
        digits += is_digit(t->s[i]);
    }
    return digits > 2 && !t->rtl;
}

static bool add_part(const struct text *t, struct put_together *p, const struct figures *known,
                     size_t start, size_t from, size_t to)
{
    const struct glyph *glyph = &known->glyph[0];
    size_t n = 1;
    if (to - from == 1 && is_digit(t->s[from])) {
        glyph += t->s[from] - '0';
        p->run.advance += glyph->advance;
    } else {
        const struct shaped *s = shape_once(t, from, to);
        if (!is_simple(t, s))
            return false;
        glyph = s->run->glyph;
        n = s->run->n;
        p->run.advance += s->run->advance;
    }
    add_glyphs(t->fonts->arena, p, glyph, n, from - start);
    return true;
}

/* Ids and amounts never come back, their parts do: figures, and signs between two of them.
 * HarfBuzz tells where parts may be put together.  NULL when a text is not of that kind. */
static const struct shaped *shape_figures(const struct text *t, size_t from, size_t to)
{
    struct put_together *p = &t->fonts->number;
    struct figures *known = has_figures(t, from, to) ? figures_of(t) : NULL;
    if (!known)
        return NULL;
    begin(p, t, from, to);
    for (size_t part = from, at = from + 1; at <= to; at++) {
        if (at < to && !can_cut(t, known, from, to, at))
            continue;
        if (!add_part(t, p, known, from, part, at))
            return NULL;
        part = at;
    }
    return end(p);
}

static const struct shaped *shape_part(const struct text *t, size_t from, size_t to)
{
    const struct shaped *s = shape_figures(t, from, to);
    return s ? s : shape_once(t, from, to);
}

/* --- words --- */

/* Lines of text repeat their words, seldom each other.  What holds a NUL is no text of words. */
static bool has_words(const struct text *t)
{
    enum { SHORT = 16 };
    return !t->rtl && t->len > SHORT && memchr(t->s, ' ', t->len) && !memchr(t->s, '\0', t->len);
}

struct word_at { /* of a text: a word and the space before it */
    size_t from;   /* byte of the text that its shape begins with */
    const struct glyph *glyph;
    size_t n;
    int64_t advance;
    bool plain;
};

/* The word at a byte of a text, shaped with a space on either side, since fonts kern with it;
 * *next: where the next one begins, beyond the text when there is none.  False when the first
 * family does not do. */
static bool take_word(const struct text *t, size_t at, struct word_at *w, size_t *next)
{
    const char *space = memchr(t->s + at, ' ', t->len - at);
    size_t to = space ? (size_t)(space - t->s) : t->len, end = to < t->len ? to + 1 : to;
    *next = to + 1;
    w->from = at > 0 ? at - 1 : 0;
    const struct shaped *s = shape_part(t, w->from, end);
    if (s->missing || s->n != 1 ||
        s->run[0].face != &t->fonts->face[0][t->style.weight]->info)
        return false;
    w->glyph = s->run[0].glyph;
    w->n = s->run[0].n;
    w->advance = s->run[0].advance;
    w->plain = s->run[0].plain;
    while (w->n > 0 && w->glyph[w->n - 1].cluster >= to - w->from)
        w->advance -= w->glyph[--w->n].advance;
    return true;
}

static const struct shaped *shape_words(const struct text *t)
{
    struct put_together *p = &t->fonts->line;
    struct word_at w;
    begin(p, t, 0, t->len);
    for (size_t at = 0; at <= t->len;) {
        if (!take_word(t, at, &w, &at))
            return NULL;
        p->run.advance += w.advance;
        p->run.plain = p->run.plain && w.plain;
        add_glyphs(t->fonts->arena, p, w.glyph, w.n, w.from);
    }
    return end(p);
}

static struct text text_of(struct fonts *f, struct font_style style, bool rtl, const char *s,
                           size_t len)
{
    return (struct text){f, style, style_number(f, style, rtl), rtl, s, len};
}

const struct shaped *font_shape(struct fonts *f, struct font_style style, bool rtl,
                                const char *text, size_t len)
{
    struct text t = text_of(f, style, rtl, text, len);
    const struct shaped *s = has_words(&t) ? shape_words(&t) : NULL;
    return s ? s : shape_part(&t, 0, len);
}

/* The width of several words, without putting them together; -1 when they are not plain. */
static int64_t width_of_words(const struct text *t, int32_t size_mpt)
{
    int64_t units = 0;
    struct word_at w;
    for (size_t at = 0; at <= t->len;) {
        if (!take_word(t, at, &w, &at))
            return -1;
        units += w.advance;
    }
    return font_scale(&t->fonts->face[0][t->style.weight]->info, units, size_mpt);
}

int64_t font_width(struct fonts *f, struct font_style style, bool rtl, const char *text,
                   size_t len, int32_t size_mpt)
{
    struct text t = text_of(f, style, rtl, text, len);
    int64_t width = has_words(&t) ? width_of_words(&t, size_mpt) : -1;
    if (width >= 0)
        return width;
    const struct shaped *s = shape_part(&t, 0, len);
    width = 0;
    for (size_t r = 0; r < s->n; r++)
        width += font_scale(s->run[r].face, s->run[r].advance, size_mpt);
    return width;
}

int64_t font_width_of(struct fonts *f, struct font_style style, bool rtl, const char *text,
                      size_t len, size_t part, int32_t size_mpt)
{
    struct text t = text_of(f, style, rtl, text, len);
    const struct shaped *s = has_words(&t) ? NULL : shape_part(&t, 0, len);
    int64_t units = 0;
    if (!s || s->n != 1 || !s->run->plain)
        return font_width(f, style, rtl, text, part, size_mpt);
    const struct glyph_run *r = s->run;
    size_t i = 0;
    for (; i < r->n && r->glyph[i].cluster < part; i++)
        units += r->glyph[i].advance;
    if (i < r->n ? r->glyph[i].tied || r->glyph[i].cluster != part : part < len)
        return font_width(f, style, rtl, text, part, size_mpt);
    return font_scale(r->face, units, size_mpt);
}
