#include "chart/label.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

mpt label_width(const struct pen *pen, const char *text, struct text_style style)
{
    return text && *text ? pen->measure(pen->ctx, text, style) : 0;
}

/* Strong letters of a text, by the blocks of Unicode that run from the right. */
static void letters_of(const char *text, bool *rightward, bool *leftward)
{
    size_t n = strlen(text), step;
    unsigned c;

    *rightward = *leftward = false;
    for (size_t i = 0; i < n; i += step ? step : 1) {
        step = utf8_decode(text + i, n - i, &c);
        if ((c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00))
            *leftward = true;
        else if ((c | 32) - 'a' < 26 || (c >= 0xc0 && c < 0x2000) || c >= 0x2e80)
            *rightward = true;
    }
}

/* Brackets, dots and quotation marks of a foreign name stay on its own sides. */
static bool reads_rtl(const struct pen *pen, const char *text, struct text_style style)
{
    bool rightward, leftward;

    if (style.lang)
        return locale_lang_is_rtl(style.lang);
    letters_of(text, &rightward, &leftward);
    return rightward == leftward ? pen->rtl : leftward;
}

/* text[from, to) without spaces at its ends. */
static const char *trimmed(struct arena *a, const char *text, size_t from, size_t to)
{
    while (from < to && (text[from] == ' ' || text[from] == '\n'))
        from++;
    while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\n'))
        to--;
    return arena_strndup(a, text + from, to - from);
}

/* First fit: each line takes what goes into the width. */
static struct label fill(const struct pen *pen, const char *text, size_t len,
                         const unsigned char *breaks, struct text_style style, mpt width)
{
    struct arena *a = pen->scene->arena;
    VEC(const char *) lines = {0};
    size_t start = 0, fits = 0;

    for (size_t i = 1; i <= len; i++) {
        if (i < len && breaks[i] == BREAK_NONE)
            continue;
        mpt w = label_width(pen, trimmed(a, text, start, i), style);
        if (w > width && fits > start) {
            VEC_PUSH(a, &lines, trimmed(a, text, start, fits));
            start = fits;
        }
        fits = i;
        if (i == len || breaks[i] == BREAK_MANDATORY) {
            VEC_PUSH(a, &lines, trimmed(a, text, start, i));
            start = i;
        }
    }
    struct label out = {.line = lines.p, .n = lines.n};
    for (size_t i = 0; i < out.n; i++) {
        mpt w = label_width(pen, out.line[i], style);
        out.width = w > out.width ? w : out.width;
    }
    return out;
}

/* A piece that is wider than the whole width may break before any of its clusters. */
static void open_wide_words(const struct pen *pen, const char *text, size_t len,
                            unsigned char *breaks, struct text_style style, mpt width)
{
    struct arena *a = pen->scene->arena;
    const bool *cluster = NULL;

    for (size_t from = 0, to; from < len; from = to) {
        for (to = from + 1; to < len && breaks[to] == BREAK_NONE;)
            to++;
        if (label_width(pen, trimmed(a, text, from, to), style) <= width)
            continue;
        if (!cluster)
            cluster = locale_graphemes(a, text, len);
        for (size_t i = from + 1; i < to; i++)
            if (cluster[i] && text[i] != ' ')
                breaks[i] = BREAK_ALLOWED;
    }
}

mpt label_least(const struct pen *pen, const char *text, struct text_style style)
{
    struct arena *a = pen->scene->arena;
    size_t len = text ? strlen(text) : 0;
    mpt least = 0;

    if (len == 0)
        return 0;
    const unsigned char *breaks = locale_breaks(a, pen->locale, text, len);
    for (size_t from = 0, to; from < len; from = to) {
        for (to = from + 1; to < len && breaks[to] == BREAK_NONE;)
            to++;
        mpt w = label_width(pen, trimmed(a, text, from, to), style);
        least = w > least ? w : least;
    }
    return least;
}

struct label label_wrap(const struct pen *pen, const char *text, struct text_style style,
                        mpt width)
{
    size_t len = text ? strlen(text) : 0;

    if (len == 0)
        return (struct label){0};
    bool rtl = reads_rtl(pen, text, style);
    unsigned char *breaks = locale_breaks(pen->scene->arena, pen->locale, text, len);
    open_wide_words(pen, text, len, breaks, style, width);
    struct label best = fill(pen, text, len, breaks, style, width);
    for (mpt low = 0, high = best.width; best.n > 1 && high - low > style.size / 4;) {
        mpt middle = low + (high - low) / 2;
        struct label l = fill(pen, text, len, breaks, style, middle);
        if (l.n > best.n || l.width > width) {
            low = middle;
        } else {
            best = l;
            high = middle;
        }
    }
    best.rtl = rtl;
    return best;
}

/* Runs of both directions: each is put where the reading order of the line says. */
static void draw_runs(const struct pen *pen, const char *text, struct text_style style, mpt left,
                      mpt y, const struct text_run *run, size_t n)
{
    struct arena *a = pen->scene->arena;
    unsigned char *levels = ARENA_ARRAY(a, unsigned char, n);
    size_t *order = ARENA_ARRAY(a, size_t, n);

    for (size_t i = 0; i < n; i++)
        levels[i] = run[i].level;
    locale_visual_order(levels, n, order);
    for (size_t i = 0; i < n; i++) {
        const struct text_run *r = &run[order[i]];
        const char *part = arena_strndup(a, text + r->from, r->to - r->from);
        struct prim *p = scene_text(pen->scene, left, y, part, style, ANCHOR_START);
        p->rtl = r->level & 1;
        left += label_width(pen, part, style);
    }
}

static void draw(const struct pen *pen, const char *text, bool rtl, struct text_style style, mpt x,
                 mpt y, enum text_anchor anchor)
{
    struct text_run *run;

    if (pen->rtl) {
        x = pen->scene->width - x;
        anchor = anchor == ANCHOR_START ? ANCHOR_END : anchor == ANCHOR_END ? ANCHOR_START : anchor;
    }
    if (pen->whole_lines) {
        scene_text(pen->scene, x, y, text, style, anchor)->rtl = rtl;
        return;
    }
    size_t n = locale_runs(pen->scene->arena, text, strlen(text), rtl, NULL, &run);
    bool mixed = false;
    for (size_t i = 1; i < n; i++)
        mixed = mixed || (run[i].level & 1) != (run[0].level & 1);
    if (mixed) {
        mpt w = label_width(pen, text, style);
        mpt left = anchor == ANCHOR_START ? x : anchor == ANCHOR_END ? x - w : x - w / 2;
        draw_runs(pen, text, style, left, y, run, n);
        return;
    }
    struct prim *p = scene_text(pen->scene, x, y, text, style, anchor);
    p->rtl = n > 0 && (run[0].level & 1);
}

void label_draw(const struct pen *pen, const char *text, struct text_style style, mpt x, mpt y,
                enum text_anchor anchor)
{
    if (text && *text)
        draw(pen, text, reads_rtl(pen, text, style), style, x, y, anchor);
}

void label_draw_line(const struct pen *pen, const struct label *l, size_t line,
                     struct text_style style, mpt x, mpt y, enum text_anchor anchor)
{
    if (*l->line[line])
        draw(pen, l->line[line], l->rtl, style, x, y, anchor);
}
