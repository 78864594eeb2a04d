#include "typeset/itemise.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "typeset/ideograph.h"

#include <string.h>

static const char line_separator[] = "\xE2\x80\xA8"; /* U+2028: keeps the bidi paragraph */
static const char thin_space[] = "\xE2\x80\x89";     /* U+2009: between two footnote marks */

enum { HYPHEN_COST = 50, HARD_HYPHEN_COST = 50, DISLIKED_COST = 150 };
enum { LETTERS_BEFORE = 3, LETTERS_AFTER = 3, LETTERS_LEAST = 6 };

size_t itemise_space(const char *s, size_t n)
{
    if (n >= 1 && s[0] == ' ')
        return 1;
    return n >= 2 && s[0] == '\xC2' && s[1] == '\xA0' ? 2 : 0;
}

/* --- one string and its looks --- */

/* Both rows are in the order of bytes: only their ends can reach into what goes. */
static void trim_space(struct buf *b, struct items *it)
{
    while (b->n && b->p[b->n - 1] == ' ')
        b->n--;
    for (size_t i = it->look.n; i-- > 0 && it->look.p[i].to > b->n;)
        it->look.p[i].to = b->n;
    for (size_t i = it->proof.n; i-- > 0 && it->proof.p[i].to > b->n;)
        it->proof.p[i].to = b->n;
}

static bool at_line_start(const struct buf *b)
{
    return !b->n || b->p[b->n - 1] == ' ' ||
           (b->n >= 3 && !memcmp(b->p + b->n - 3, line_separator, 3));
}

/* White space collapses; soft hyphens go, since words are hyphenated here. */
static void put_text(struct buf *b, const char *s)
{
    while (*s) {
        size_t n = strcspn(s, " \t\n\r\xC2");
        buf_put(b, s, n);
        s += n;
        if (s[0] == '\xC2') {
            bool soft = s[1] == '\xAD';
            if (!soft)
                buf_putc(b, *s);
            s += soft ? 2 : 1;
        } else if (*s) {
            if (!at_line_start(b))
                buf_putc(b, ' ');
            s++;
        }
    }
}

static struct look look_of(const struct flow *f, const struct inl *inl,
                           const struct para_style *style)
{
    struct look l = {.inl = inl, .size = style->size, .color = style->color};
    l.font.weight = (enum font_weight)((inl->weight | style->weight) & 3);
    l.font.tabular = style->tabular;
    l.font.lang = inl->lang ? inl->lang : style->lang ? style->lang : f->doc->lang;
    if (inl->url || inl->dest)
        l.color = f->style->accent;
    if (inl->has_color)
        l.color = inl->color;
    if (inl->kind == INLINE_NOTE_MARK || inl->raised) {
        l.rise = style->size * 33 / 100;
        l.size = style->size * 68 / 100;
        l.font.weight = FONT_REGULAR;
    }
    return l;
}

/* Does a text look as the one before it?  Then they are one, and are drawn as one: the lines
 * that an author wrote are pieces of their own. */
static bool goes_on(const struct look *last, const struct look *l)
{
    const struct inl *a = last->inl, *b = l->inl;
    return a->kind == INLINE_TEXT && b->kind == INLINE_TEXT && a->url == b->url &&
           a->dest == b->dest && a->lang == b->lang && a->raised == b->raised &&
           last->font.weight == l->font.weight && !memcmp(&last->color, &l->color, sizeof l->color);
}

static void put_inline(struct flow *f, struct items *it, struct buf *b, const struct inl *inl,
                       const struct para_style *style)
{
    bool after_mark = it->look.n && it->look.p[it->look.n - 1].inl->kind == INLINE_NOTE_MARK;
    if (inl->kind != INLINE_TEXT || inl->raised)
        trim_space(b, it);
    struct look l = look_of(f, inl, style);
    l.from = b->n;
    if (inl->kind == INLINE_BREAK)
        buf_puts(b, line_separator);
    else if (inl->kind == INLINE_NOTE_MARK)
        buf_printf(b, "%s%d", after_mark ? thin_space : "", inl->note);
    else if (inl->text)
        put_text(b, inl->text);
    l.to = b->n;
    if (inl->proof && l.to > l.from && !inl->url && !inl->dest) {
        struct proof p = {l.from, l.to, inl, 0};
        VEC_PUSH(it->arena, &it->proof, p);
    }
    if (it->look.n && goes_on(&it->look.p[it->look.n - 1], &l))
        it->look.p[it->look.n - 1].to = l.to;
    else if (l.to > l.from)
        VEC_PUSH(it->arena, &it->look, l);
}

/* Room for a box and a glue a word: most texts have no more. */
static void reserve(struct items *it)
{
    size_t n = 2;
    for (size_t i = 0; i < it->len; i++)
        n += it->text[i] == ' ' ? 2 : 0;
    it->item.p = ARENA_ARRAY(it->arena, struct lb_item, n);
    it->at.p = ARENA_ARRAY(it->arena, struct span, n);
    it->item.cap = it->at.cap = n;
}

static void join(struct flow *f, struct items *it, const struct inlines *text,
                 const struct para_style *style)
{
    struct buf b;
    buf_init(&b);
    for (size_t i = 0; i < text->n; i++)
        put_inline(f, it, &b, &text->item[i], style);
    trim_space(&b, it);
    it->len = b.n;
    it->text = arena_strndup(it->arena, b.p, b.n);
    reserve(it);
    buf_free(&b);
}

/* --- directional bits --- */

/* The bytes of the notes' marks, which matter to texts from right to left; NULL without any. */
static const bool *marks_of(const struct flow *f, const struct items *it)
{
    bool *mark = NULL;
    for (size_t i = 0; f->rtl && i < it->look.n; i++) {
        const struct look *l = &it->look.p[i];
        if (l->inl->kind != INLINE_NOTE_MARK)
            continue;
        if (!mark)
            mark = ARENA_ARRAY(it->arena, bool, it->len + 1);
        memset(mark + l->from, true, l->to - l->from);
    }
    return mark;
}

/* Marks of notes stand as the paragraph goes, but their figures go left to right. */
static void put_bit(struct items *it, struct bit b)
{
    if (it->look.p[b.look].inl->kind == INLINE_NOTE_MARK) {
        struct bit space = b;
        size_t n = strlen(thin_space);
        if (b.rtl && b.to - b.from > n && !memcmp(it->text + b.from, thin_space, n)) {
            space.to = b.from += n;
            VEC_PUSH(it->arena, &it->bit, space);
        }
        b.rtl = false;
    }
    VEC_PUSH(it->arena, &it->bit, b);
}

static void cut_bits(struct flow *f, struct items *it)
{
    struct text_run *run;
    size_t runs = locale_runs(it->arena, it->text, it->len, f->rtl, marks_of(f, it), &run);
    size_t r = 0, l = 0;
    while (r < runs && l < it->look.n) {
        size_t from = run[r].from > it->look.p[l].from ? run[r].from : it->look.p[l].from;
        size_t to = run[r].to < it->look.p[l].to ? run[r].to : it->look.p[l].to;
        if (from < to)
            put_bit(it, (struct bit){from, to, l, (run[r].level & 1) != 0, run[r].level});
        if (run[r].to <= to)
            r++;
        else
            l++;
    }
}

mpt itemise_width(struct flow *f, const struct items *it, const struct bit *b, size_t from,
                  size_t to)
{
    const struct look *l = &it->look.p[b->look];
    return (mpt)font_width(f->fonts, l->font, b->rtl, it->text + from, to - from, l->size);
}

/* Width of the glyphs whose source begins before byte `to' of the shaped text. */
static int64_t width_before(const struct shaped *s, size_t to, mpt size)
{
    int64_t sum = 0;
    for (size_t r = 0; r < s->n; r++) {
        int64_t units = to < s->len ? 0 : s->run[r].advance;
        for (size_t g = 0; to < s->len && g < s->run[r].n; g++)
            if (s->run[r].glyph[g].cluster < to)
                units += s->run[r].glyph[g].advance;
        sum += font_scale(s->run[r].face, units, size);
    }
    return sum;
}

mpt itemise_width_until(struct flow *f, const struct items *it, const struct bit *b, size_t from,
                        size_t to, size_t at)
{
    const struct look *l = &it->look.p[b->look];
    if (at == to)
        return itemise_width(f, it, b, from, to);
    return (mpt)width_before(
        font_shape(f->fonts, l->font, b->rtl, it->text + from, to - from), at - from, l->size);
}

/* --- boxes, glue, penalties --- */

static void put_item(struct items *it, struct lb_item item, size_t from, size_t to)
{
    struct span at = {.from = from, .to = to};
    VEC_PUSH(it->arena, &it->item, item);
    VEC_PUSH(it->arena, &it->at, at);
}

static void put_box(struct items *it, int64_t width, size_t from, size_t to)
{
    struct lb_item box = {.kind = LB_BOX, .width = (int32_t)width};
    put_item(it, box, from, to);
}

static void put_penalty(struct items *it, int cost, mpt width, bool flagged,
                        size_t at)
{
    struct lb_item p = {.kind = LB_PENALTY, .width = width, .penalty = cost, .flagged = flagged};
    put_item(it, p, at, at);
}

static void put_space(struct flow *f, struct items *it, const struct bit *b, size_t from,
                      size_t to, unsigned char kind)
{
    mpt w = itemise_width(f, it, b, from, to);
    if (kind == BREAK_NONE || kind == BREAK_DISLIKED)
        put_penalty(it, kind == BREAK_NONE ? LB_FORBIDDEN : DISLIKED_COST, 0, false, from);
    struct lb_item glue = {.kind = LB_GLUE, .width = w, .stretch = w * 6 / 10, .shrink = w / 4};
    put_item(it, glue, from, to);
}

static bool is_letter(unsigned c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && c < 0x3000;
}

static bool is_upper_ascii(unsigned c)
{
    return c >= 'A' && c <= 'Z';
}

/* The one row of letters in a token, with at most punctuation around it; capitals alone (an
 * abbreviation) and short words are left whole. */
static bool find_word(const char *s, size_t n, struct span *word)
{
    size_t letters = 0, capitals = 0;
    bool ended = false;
    *word = (struct span){.from = 0};
    for (size_t i = 0, len; i < n; i += len) {
        unsigned c;
        len = utf8_decode(s + i, n - i, &c);
        if (!len)
            return false;
        if (!is_letter(c)) {
            if (c >= '0' && c <= '9')
                return false;
            ended = letters > 0;
            continue;
        }
        if (ended)
            return false;
        if (!letters)
            word->from = i;
        word->to = i + len;
        letters++;
        capitals += is_upper_ascii(c);
    }
    return letters >= LETTERS_LEAST && capitals < letters;
}

/* Allowed places only: enough letters on both sides. */
static bool fits_letters(const char *word, size_t n, size_t at)
{
    return utf8_count(word, at) >= LETTERS_BEFORE && utf8_count(word + at, n - at) >= LETTERS_AFTER;
}

/* Where words stand in the author's paragraph from a place on, as a byte of the source;
 * SIZE_MAX when they are not written so there (an entity, a value). */
static size_t find_written(struct place place, const char *words, size_t n)
{
    size_t line_len;
    const char *line = place.src ? place_line(place.src, place.line, &line_len) : NULL;
    if (!line || place.line < 1)
        return SIZE_MAX;
    const char *at = line, *end = place.src->text + place.src->len;
    for (int col = 1; col < place.col && at < line + line_len; col++) {
        unsigned c;
        size_t len = utf8_decode(at, (size_t)(end - at), &c);
        at += len ? len : 1;
    }
    for (; (size_t)(end - at) >= n && strncmp(at, "\n\n", 2) != 0 &&
           strncmp(at, "\n\r\n", 3) != 0; at++)
        if (memcmp(at, words, n) == 0)
            return (size_t)(at - place.src->text);
    return SIZE_MAX;
}

/* The place of the character at byte `at' of a text's word that begins at `from', where the
 * author wrote it; else the place of the inline text. */
static struct place place_in(struct place place, const char *text, size_t from, size_t at,
                             size_t len)
{
    size_t written = find_written(place, text + from, at + len - from);
    if (written == SIZE_MAX) {
        written = find_written(place, text + at, len);
        from = at;
    }
    if (written == SIZE_MAX)
        return place;
    written += at - from;
    return place_of(place.src, written, written + len);
}

static void report_missing(struct flow *f, const struct items *it, const struct look *l,
                           const struct shaped *s, size_t from)
{
    size_t at = from + s->missing_at;
    unsigned c;
    size_t len = utf8_decode(it->text + at, it->len - at, &c);
    const char *shown = arena_printf(f->arena, "\"%.*s\" (U+%04X)", (int)len, it->text + at, c);
    diag_report(f->diags, DIAG_MISSING_GLYPH, place_in(l->inl->place, it->text, from, at, len),
                shown, fonts_named_in(f->fonts, it->text + at));
}

/* What is drawn without being itemised: labels, figures. */
void itemise_check(struct flow *f, struct font_style style, bool rtl, const char *text)
{
    struct inl nowhere = {.kind = INLINE_TEXT};
    struct look look = {.inl = &nowhere};
    struct items it = {.text = text, .len = strlen(text)};
    const struct shaped *s = it.len ? font_shape(f->fonts, style, rtl, text, it.len) : NULL;
    if (s && s->missing)
        report_missing(f, &it, &look, s, 0);
}

static void put_word(struct flow *f, struct items *it, const struct bit *b, size_t from, size_t to,
                     bool hyphenate, mpt whole)
{
    const struct look *l = &it->look.p[b->look];
    const char *s = it->text + from;
    const struct shaped *shaped = font_shape(f->fonts, l->font, b->rtl, s, to - from);
    if (shaped->missing)
        report_missing(f, it, l, shaped, from);
    struct span word = {.from = 0};
    bool *after = NULL;
    int64_t all = width_before(shaped, to - from, l->size);
    it->widest = all > it->widest ? (mpt)all : it->widest;
    if (hyphenate && all > whole && !b->rtl && find_word(s, to - from, &word))
        after = font_hyphenate(f->fonts, it->arena, l->font.lang, s + word.from,
                               word.to - word.from);
    size_t done = 0;
    int64_t width = 0;
    mpt hyphen = after ? (mpt)font_width(f->fonts, l->font, false, "-", 1, l->size) : 0;
    for (size_t k = 1; after && k < word.to - word.from; k++) {
        if (!after[k - 1] || !fits_letters(s + word.from, word.to - word.from, k))
            continue;
        int64_t w = width_before(shaped, word.from + k, l->size);
        put_box(it, w - width, from + done, from + word.from + k);
        put_penalty(it, HYPHEN_COST, hyphen, true, from + word.from + k);
        width = w;
        done = word.from + k;
    }
    put_box(it, all - width, from + done, to);
}

/* What it costs to end a line before this byte, where no space stands. */
static int cost_before(const char *s, size_t at, unsigned char kind)
{
    if (kind == BREAK_DISLIKED)
        return DISLIKED_COST;
    return s[at - 1] == '-' || s[at - 1] == '/' ? HARD_HYPHEN_COST : 0;
}

/* Known by its beginning: what is glued together by other spaces may be any length. */
static bool is_address(const char *s, size_t n)
{
    enum { LOOKED_AT = 256 };
    if (n > LOOKED_AT)
        n = LOOKED_AT;
    for (size_t i = 0; i < n && s[i] != ' '; i++)
        if (s[i] == '@' || (n - i >= 3 && !memcmp(s + i, "://", 3)) ||
            (n - i >= 4 && !memcmp(s + i, "www.", 4)))
            return true;
    return false;
}

static bool inside_mark(const struct items *it, const struct bit *b, size_t at)
{
    const struct look *l = &it->look.p[b->look];
    return l->rise && at >= l->from && at < l->to;
}

struct walk {
    const struct para_style *style;
    const unsigned char *breaks;
    bool address;     /* inside a web or mail address: no hyphens are added */
    enum ideo before; /* the character before */
    bool counted;     /* the word stays with the figure before it: no hyphens either */
};

/* The white between ideographs and their neighbours; no break but where one has been put. */
static void put_white(struct items *it, const struct bit *b, struct walk *w,
                      enum ideo next, size_t at)
{
    const struct look *l = &it->look.p[b->look];
    mpt size = l->rise ? w->style->size : l->size;
    struct lb_item glue;
    if (b->rtl || !ideograph_glue(w->before, next, size, &glue))
        return;
    if (it->item.n && it->item.p[it->item.n - 1].kind == LB_BOX)
        put_penalty(it, LB_FORBIDDEN, 0, false, at);
    put_item(it, glue, at, at);
}

/* A mark without the white inside it. */
static void put_mark(struct flow *f, struct items *it, const struct bit *b, enum ideo mark,
                     size_t from, size_t to)
{
    mpt width = itemise_width(f, it, b, from, to);
    mpt white = ideograph_white(mark, width, it->look.p[b->look].size);
    put_word(f, it, b, from, to, false, 0);
    it->item.p[it->item.n - 1].width -= white;
    struct span *at = &it->at.p[it->at.n - 1];
    *(mark == IDEO_OPEN ? &at->before : &at->after) = white;
}

static bool is_plain(const char *s)
{
    return (unsigned char)*s < 0x80;
}

/* What stands between two places to break: ideographs and marks one by one, the rest in words. */
static void put_unit(struct flow *f, struct items *it, const struct bit *b, struct walk *w,
                     size_t from, size_t to)
{
    const struct look *l = &it->look.p[b->look];
    bool hyphenate = w->style->hyphenate && !w->address && !w->counted;
    if (l->rise) { /* a footnote mark stands clear of the mark of punctuation before it */
        if (w->before == IDEO_CLOSE)
            put_white(it, b, w, IDEO_LETTER, from);
        put_word(f, it, b, from, to, false, 0);
        w->before = w->before == IDEO_NONE ? IDEO_NONE : IDEO_SIGN;
        return;
    }
    for (size_t at = from, end, len; at < to; at = end) {
        enum ideo first = ideograph_class(l->font.lang, it->text, it->len, at, &len), last = first;
        end = at + len;
        while (first < IDEO_HAN && end < to) {
            if (is_plain(it->text + end) && end + 1 < to && is_plain(it->text + end + 1)) {
                end++; /* ASCII that ASCII follows: neither ideograph nor the last */
                continue;
            }
            enum ideo k = ideograph_class(l->font.lang, it->text, it->len, end, &len);
            if (k >= IDEO_HAN)
                break;
            last = k;
            end += len;
        }
        put_white(it, b, w, first, at);
        if (first == IDEO_OPEN || first == IDEO_CLOSE)
            put_mark(f, it, b, first, at, end);
        else
            put_word(f, it, b, at, end, hyphenate, w->style->whole);
        w->before = last;
    }
}

/* Puts what begins at byte `from' of a bit and returns where it ends. */
static size_t put_token(struct flow *f, struct items *it, const struct bit *b, struct walk *w,
                        size_t from)
{
    const char *s = it->text + from;
    if (!strncmp(s, line_separator, 3)) {
        put_penalty(it, LB_FORCED, 0, false, from);
        w->before = IDEO_NONE;
        return from + 3;
    }
    size_t space = itemise_space(s, b->to - from);
    if (space) {
        put_space(f, it, b, from, from + space, w->breaks[from + space]);
        w->address = is_address(s + space, it->len - from - space);
        w->counted = w->breaks[from + space] == BREAK_NONE && from > 0 && s[-1] >= '0' &&
                     s[-1] <= '9';
        w->before = IDEO_NONE;
        return from + space;
    }
    size_t to = from + 1;
    while (to < b->to && w->breaks[to] == BREAK_NONE &&
           !itemise_space(it->text + to, b->to - to) &&
           strncmp(it->text + to, line_separator, 3) != 0)
        to++;
    put_unit(f, it, b, w, from, to);
    bool space_next = to < it->len && itemise_space(it->text + to, it->len - to);
    unsigned char kind = w->breaks[to];
    if (to < it->len && (kind == BREAK_ALLOWED || kind == BREAK_DISLIKED) && !space_next &&
        !inside_mark(it, b + (to == b->to ? 1 : 0), to))
        put_penalty(it, cost_before(it->text, to, kind), 0,
                    it->text[to - 1] == '-' && !w->address, to);
    return to;
}

/* Items kept from an earlier setting do when no word would be hyphenated otherwise. */
static struct items *kept_items(const struct para_style *style)
{
    struct items *it = style->kept ? *style->kept : NULL;
    if (!it || !((it->hyphenate == style->hyphenate && it->whole == style->whole) ||
                 (!it->hyphenate && it->widest <= style->whole)))
        return NULL;
    for (size_t i = 0; i < it->look.n; i++)
        it->look.p[i].element = 0;
    for (size_t i = 0; i < it->proof.n; i++)
        it->proof.p[i].element = 0;
    return it;
}

struct items *itemise(struct flow *f, struct arena *a, const struct inlines *text,
                      const struct para_style *style)
{
    struct items *it = kept_items(style);
    if (it)
        return it;
    bool keep = style->kept && !*style->kept;
    it = ARENA_NEW(keep ? f->runs : a, struct items);
    it->arena = keep ? f->runs : a;
    it->hyphenate = style->hyphenate;
    it->whole = style->whole;
    if (keep)
        *style->kept = it;
    join(f, it, text, style);
    cut_bits(f, it);
    struct walk w = {.style = style,
                     .breaks = locale_breaks(it->arena, f->locale, it->text, it->len),
                     .address = is_address(it->text, it->len)};
    for (size_t i = 0; i < it->bit.n; i++) {
        const struct bit *b = &it->bit.p[i];
        for (size_t at = b->from; at < b->to;)
            at = put_token(f, it, b, &w, at);
    }
    return it;
}
