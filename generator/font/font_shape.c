/* Text to glyphs, with fallback by grapheme cluster over the families.
 *
 * A text is shaped with the first family of its script.  Clusters that come out with a missing
 * glyph are handed to the next family, and so on; the stretches are then shaped again, each in its own
 * face and with the whole text as context, so that Arabic letters still join across them.
 * What no family has is shown by the first one's .notdef and told to the caller.
 *
 * Quotation marks, dashes and dots are in all families; in Chinese texts they come from the one
 * with ideographs, where they are full-width, save an apostrophe between Latin letters and a
 * lone dash or ellipsis ("12–16", "TDAG25/…-C").
 */
#include "font/fonts.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "locale/locale.h"

#include <string.h>

struct job {
    struct fonts *fonts;
    struct arena *arena;
    struct font_style style;
    bool rtl;
    const char *text;
    size_t len;
    bool *cluster;          /* where grapheme clusters start; NULL until needed */
    unsigned char *family;  /* by byte; NULL while the first family has everything.  While they
                               are chosen: how many the script asked before it */
    unsigned char *script;  /* by byte, of its cluster; NULL when all is Latin */
};

enum { FAMILIES_MAX = 64 };

/* The script of text that has none of its own (figures, signs): its language's. */
static hb_script_t language_script(const char *lang)
{
    if (!lang)
        return HB_SCRIPT_LATIN;
    if (strcmp(lang, "ar") == 0)
        return HB_SCRIPT_ARABIC;
    if (strcmp(lang, "ru") == 0)
        return HB_SCRIPT_CYRILLIC;
    if (strcmp(lang, "zh") == 0)
        return HB_SCRIPT_HAN;
    return HB_SCRIPT_LATIN;
}

/* U+2010 and U+2011, which many faces lack. */
static bool has_hyphens(const char *s, size_t n)
{
    for (const char *end = s + n; (s = memchr(s, 0xE2, (size_t)(end - s))) != NULL; s++)
        if (end - s >= 3 && s[1] == '\x80' && (s[2] == '\x90' || s[2] == '\x91'))
            return true;
    return false;
}

/* Leaves the glyphs of the bytes [from, to) in the buffer. */
static void shape_range(const struct job *j, const struct face *face, size_t from, size_t to)
{
    hb_buffer_t *b = j->fonts->buffer;
    hb_buffer_reset(b);
    hb_buffer_add_utf8(b, j->text, (int)j->len, (unsigned)from, (int)(to - from));
    hb_buffer_set_direction(b, j->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    if (j->style.lang)
        hb_buffer_set_language(b, hb_language_from_string(j->style.lang, -1));
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
                               HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT);
    hb_buffer_guess_segment_properties(b);
    hb_script_t script = hb_buffer_get_script(b);
    if (script == HB_SCRIPT_INVALID || script == HB_SCRIPT_COMMON)
        hb_buffer_set_script(b, language_script(j->style.lang));
    static const hb_feature_t figures[2][2] = {
        {{HB_TAG('p', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
         {HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}},
        {{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
         {HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}},
    };
    static const char *const shapers[] = {"ot", NULL}; /* not what HB_SHAPER_LIST asks for */
    hb_font_t *font = has_hyphens(j->text, j->len) ? face->hb_font : face->hb_plain;
    hb_shape_full(font, b, figures[j->style.tabular], 2, shapers);
}

/* The end of the cluster that holds byte i, and its start. */
static size_t cluster_end(const struct job *j, size_t i)
{
    for (i++; i < j->len && !j->cluster[i]; i++)
        continue;
    return i;
}

static size_t cluster_start(const struct job *j, size_t i)
{
    while (i > 0 && !j->cluster[i])
        i--;
    return i;
}

/* Hands the clusters that hold the bytes [from, to) to a family. */
static void hand_on(struct job *j, size_t from, size_t to, unsigned char family)
{
    if (!j->family) {
        j->family = ARENA_ARRAY(j->arena, unsigned char, j->len + 1);
        j->cluster = locale_graphemes(j->arena, j->text, j->len);
    }
    for (size_t i = cluster_start(j, from), end = cluster_end(j, to - 1); i < end; i++)
        j->family[i] = family;
}

/* Where the source of a glyph ends: at that of the next one.  It can be longer than what the
 * reader takes for a letter, since a mark of direction that went lends it its place. */
static size_t source_end(const struct job *j, const hb_glyph_info_t *info, unsigned n, unsigned i)
{
    unsigned from = info[i].cluster;
    if (!j->rtl) {
        while (i < n && info[i].cluster == from)
            i++;
        return i < n ? info[i].cluster : j->len;
    }
    while (i > 0 && info[i].cluster == from)
        i--;
    return info[i].cluster != from ? info[i].cluster : j->len;
}

/* Hands clusters of the shaped buffer without a glyph to the family after this one; the buffer
 * holds the text up to byte `to'. */
static bool hand_on_missing(struct job *j, size_t family, size_t to)
{
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(j->fonts->buffer, &n);
    unsigned done = n; /* a letter may have any number of marks, none of which has a glyph */
    for (unsigned i = 0; i < n; i++) {
        size_t from = info[i].cluster;
        if (info[i].codepoint != 0 || (done < n && info[done].cluster == from))
            continue;
        size_t end = source_end(j, info, n, i);
        end = end < to ? end : to;
        if (!j->family || j->family[from] != family + 1 || j->family[end - 1] != family + 1)
            hand_on(j, from, end, (unsigned char)(family + 1));
        done = i;
    }
    return done < n;
}

static size_t stretch_end(const struct job *j, size_t from)
{
    size_t to = from + 1;
    while (to < j->len && j->family[to] == j->family[from])
        to++;
    return to;
}

/* --- families by script --- */

static enum font_script script_at(const struct job *j, size_t i)
{
    return j->script ? (enum font_script)j->script[i] : FONT_LATIN;
}

/* The end of a stretch that asks the same family. */
static size_t ask_end(const struct job *j, size_t from)
{
    size_t to = from + 1;
    while (to < j->len && j->family[to] == j->family[from] &&
           script_at(j, to) == script_at(j, from))
        to++;
    return to;
}

/* Marks, which have no script of their own, go with the letter of their cluster. */
static void find_scripts(struct job *j)
{
    unsigned c;
    size_t len;
    for (size_t i = 0, end; i < j->len; i += len) {
        len = utf8_decode(j->text + i, j->len - i, &c);
        len = len ? len : 1;
        enum font_script script = fonts_script(c);
        if (script == FONT_LATIN)
            continue;
        if (!j->script) {
            j->script = ARENA_ARRAY(j->arena, unsigned char, j->len + 1);
            j->family = ARENA_ARRAY(j->arena, unsigned char, j->len + 1);
            j->cluster = locale_graphemes(j->arena, j->text, j->len);
        }
        end = cluster_end(j, i);
        for (size_t k = cluster_start(j, i); k < end; k++)
            j->script[k] = (unsigned char)script;
    }
}

/* From how many were asked to the families themselves; n stands for none. */
static void name_families(struct job *j, size_t n)
{
    for (size_t i = 0; i < j->len; i++)
        if (j->family[i] < n)
            j->family[i] = (unsigned char)j->fonts->order[script_at(j, i)][j->family[i]];
}

static bool is_latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A mark of three bytes that is full-width in Chinese. */
static bool is_wide_mark(const struct job *j, size_t i)
{
    static const char quotes[] = "“”‘’", joined[] = "—…";
    const char *s = j->text + i;
    size_t left = j->len - i;
    if (left < 3 || s[0] != '\xE2' || s[1] != '\x80')
        return false;
    for (const char *q = quotes; *q; q += 3)
        if (!memcmp(q, s, 3))
            return !(i > 0 && left > 3 && is_latin(s[-1]) && is_latin(s[3]) && s[2] == '\x99');
    for (const char *q = joined; *q; q += 3)
        if (!memcmp(q, s, 3))
            return (left >= 6 && !memcmp(s + 3, s, 3)) || (i >= 3 && !memcmp(s - 3, s, 3));
    return false;
}

/* Gives the marks of Chinese to the script, whose first family with ideographs has them. */
static bool hand_on_marks(struct job *j)
{
    const size_t *order = j->fonts->order[FONT_CJK];
    size_t family = 0;
    hb_codepoint_t glyph;
    bool any = false;
    if (!j->style.lang || strncmp(j->style.lang, "zh", 2) != 0)
        return false;
    while (family < j->fonts->families &&
           !hb_font_get_nominal_glyph(
               j->fonts->face[order[family]][j->style.weight]->hb_font, 0x4E00, &glyph))
        family++;
    for (size_t i = 0; family < j->fonts->families && i < j->len; i++) {
        if (!is_wide_mark(j, i))
            continue;
        hand_on(j, i, i + 1, (unsigned char)order[family]);
        any = true;
    }
    return any;
}

static bool is_sign(char c)
{
    return c > 0 && c <= '~' && strchr(" !\"#&'()*+,-./:;<=>?[]_{|}", c) != NULL;
}

/* In text that runs to the left spaces and signs go with the word before them, or else with the
 * one after them, when its face has them: a line of words is one run then, in one face. */
static void take_signs(struct job *j)
{
    size_t n = j->fonts->families;
    unsigned char near = 0;
    for (size_t pass = 0; j->rtl && pass < 2; pass++) {
        for (size_t k = 0; k < j->len; k++) {
            size_t i = pass ? j->len - 1 - k : k;
            hb_codepoint_t glyph;
            if (!is_sign(j->text[i])) {
                near = j->family[i];
                continue;
            }
            if (j->family[i] == 0 && near > 0 && near < n &&
                hb_font_get_nominal_glyph(j->fonts->face[near][j->style.weight]->hb_font,
                                          (unsigned char)j->text[i], &glyph))
                j->family[i] = near;
        }
        near = 0;
    }
}

/* Does a character start here that no family has? */
static bool is_blank(const struct job *j, size_t i)
{
    unsigned c;
    hb_codepoint_t glyph;
    if (!utf8_decode(j->text + i, j->len - i, &c))
        return false;
    for (size_t k = 0; k < j->fonts->families; k++)
        if (hb_font_get_nominal_glyph(j->fonts->face[k][j->style.weight]->hb_font, c, &glyph))
            return false;
    return true;
}

/* Finds a family for every cluster; j->family stays NULL when the first one does for all. */
static void choose_families(struct job *j, struct shaped *s)
{
    size_t n = j->fonts->families < FAMILIES_MAX ? j->fonts->families : FAMILIES_MAX;
    find_scripts(j);
    if (!j->script) {
        shape_range(j, j->fonts->face[0][j->style.weight], 0, j->len);
        if (!hand_on_missing(j, 0, j->len) && !hand_on_marks(j))
            return;
    }
    for (size_t k = j->script ? 0 : 1; k < n; k++) {
        for (size_t from = 0, to; from < j->len; from = to) {
            to = ask_end(j, from);
            if (j->family[from] != k)
                continue;
            size_t family = j->fonts->order[script_at(j, from)][k];
            shape_range(j, j->fonts->face[family][j->style.weight], from, to);
            hand_on_missing(j, k, to);
        }
    }
    name_families(j, n);
    hand_on_marks(j);
    take_signs(j);
    size_t blank = j->len; /* first byte of the first character that no family has */
    for (size_t i = j->len; i-- > 0;) {
        if (j->family[i] == n) {
            s->missing = true;
            s->missing_at = i;
            j->family[i] = 0;
            blank = is_blank(j, i) ? i : blank;
        }
    }
    if (blank < j->len) /* else it is letter and mark together that fail */
        s->missing_at = blank;
}

/* Most runs of letters are: one glyph for each character, in order. */
static bool is_plain(const struct glyph_run *r)
{
    enum { BYTES_MOST = 3 }; /* more: a character with marks, or with those of direction */
    if (r->rtl)
        return false;
    for (size_t i = 0; i < r->n; i++) {
        size_t from = r->glyph[i].cluster, to = i + 1 < r->n ? r->glyph[i + 1].cluster : r->to;
        if (r->glyph[i].x_offset || r->glyph[i].y_offset || to <= from || to - from > BYTES_MOST)
            return false;
    }
    return true;
}

static struct glyph_run take_run(const struct job *j, const struct face *face, size_t from,
                                 size_t to)
{
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(j->fonts->buffer, &n);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(j->fonts->buffer, NULL);
    struct glyph_run run = {.face = &face->info, .n = n, .from = from, .to = to, .rtl = j->rtl};
    run.glyph = ARENA_ARRAY(j->arena, struct glyph, n);
    for (unsigned i = 0; i < n; i++) {
        run.glyph[i] = (struct glyph){.id = (uint16_t)info[i].codepoint, .cluster = info[i].cluster,
                                      .advance = at[i].x_advance, .x_offset = at[i].x_offset,
                                      .y_offset = at[i].y_offset};
        hb_glyph_flags_t flags = hb_glyph_info_get_glyph_flags(&info[i]);
        run.glyph[i].tied = (flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
        run.glyph[i].near = (flags & (HB_GLYPH_FLAG_UNSAFE_TO_BREAK |
                                      HB_GLYPH_FLAG_UNSAFE_TO_CONCAT)) != 0;
        run.advance += at[i].x_advance;
    }
    run.plain = is_plain(&run);
    return run;
}

static void take_runs(const struct job *j, struct shaped *s)
{
    VEC(struct glyph_run) runs = {0};
    for (size_t from = 0, to; from < j->len; from = to) {
        to = j->family ? stretch_end(j, from) : j->len;
        size_t family = j->family ? j->family[from] : 0;
        const struct face *face = j->fonts->face[family][j->style.weight];
        if (j->family) /* else the buffer still holds the whole text */
            shape_range(j, face, from, to);
        VEC_PUSH(j->arena, &runs, take_run(j, face, from, to));
    }
    for (size_t x = 0, y = runs.n; j->rtl && x + 1 < y; x++) { /* to visual order */
        struct glyph_run swap = runs.p[x];
        runs.p[x] = runs.p[--y];
        runs.p[y] = swap;
    }
    s->run = runs.p;
    s->n = runs.n;
}

/* A glyph that came out blank in spite of all never goes unsaid. */
static void find_blank(struct shaped *s)
{
    for (size_t r = 0; !s->missing && r < s->n; r++)
        for (size_t g = 0; !s->missing && g < s->run[r].n; g++) {
            s->missing = s->run[r].glyph[g].id == 0;
            s->missing_at = s->run[r].glyph[g].cluster;
        }
    if (!s->missing)
        s->missing_at = 0;
}

const struct shaped *fonts_shape(struct fonts *f, struct font_style style, bool rtl,
                                 const char *text, size_t len)
{
    struct arena *a = font_words_arena(f->words);
    struct shaped *s = ARENA_NEW(a, struct shaped);
    s->text = arena_strndup(a, text, len);
    s->len = len;
    struct job j = {.fonts = f, .arena = a, .style = style, .rtl = rtl, .text = s->text,
                    .len = len};
    choose_families(&j, s);
    take_runs(&j, s);
    find_blank(s);
    return s;
}
