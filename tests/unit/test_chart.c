/* Charts of every kind over random data: nothing leaves the drawing, no two texts overlap, lengths
 * are proportional to values, both devices get the same scene; colours hold apart in grey. */
#include "chart/chart.h"
#include "chart/palette.h"
#include "chart/scale.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = CHART_DOTS + 1 };

/* Widths that differ from letter to letter. */
static mpt measure(void *ctx, const char *text, struct text_style style)
{
    int64_t w = 0;

    (void)ctx;
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if ((*c & 0xC0) != 0x80)
            w += *c >= 0xE0 ? 100 : *c == ' ' || *c == 'i' || *c == 'l' ? 28 : *c == 'm' ? 85 : 52;
    return (mpt)(w * style.size / 100);
}

/* --- random data --- */

static uint32_t next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static size_t below(uint32_t *seed, size_t n)
{
    return next(seed) % n;
}

static const char *random_label(struct arena *a, uint32_t *seed)
{
    static const char *const word[] = {"Ministry", "of",    "information", "وزارة",  "الاتصالات",
                                       "电信发展局", "Asia-Pacific", "ITU",  "(including",
                                       "Telekommunikationsgesellschaft", "и", "связи"};
    size_t n = below(seed, 12) == 0 ? 30 : 1 + below(seed, 6);
    const char *s = "";

    for (size_t i = 0; i < n; i++)
        s = arena_printf(a, "%s%s%s", s, *s ? " " : "",
                         word[below(seed, sizeof word / sizeof *word)]);
    return s;
}

enum sample { PLAIN, EMPTY, ONE, EQUAL, HUGE_RATIO, MANY, NEGATIVE, SHAPES };

static int64_t random_value(uint32_t *seed, enum sample shape)
{
    static const int64_t power[] = {1, 10, 1000, 100000, 10000000, 100000000000};
    int64_t v = (int64_t)below(seed, 10000);

    if (shape == EQUAL)
        return 1650;
    if (shape == HUGE_RATIO)
        return v * power[below(seed, 6)];
    if (below(seed, 9) == 0)
        return 0;
    return shape == NEGATIVE && below(seed, 3) == 0 ? -v : v;
}

static struct chart_spec random_spec(struct arena *a, uint32_t *seed, enum chart_kind kind)
{
    enum sample shape = (enum sample)below(seed, SHAPES);
    bool single = kind == CHART_BARS || kind == CHART_COLUMNS || kind == CHART_SHARES ||
                  kind == CHART_DOTS;
    size_t most = shape == MANY ? 60 : shape == ONE ? 1 : 9;
    struct chart_spec s = {
        .kind = kind, .title = random_label(a, seed), .finding = "One leads.", .source = "Records",
        .sample_note = "Based on sample records.", .unknown_text = "Not available",
        .locale = locale_open(a, below(seed, 2) ? "en" : "ar"), .time = below(seed, 2),
        .n = shape == EMPTY ? 0 : shape == MANY || shape == ONE ? most : 1 + below(seed, most),
        .series_n = single ? 1 : 1 + below(seed, 11), .digits = 2, .show_title = below(seed, 2)};

    s.category = ARENA_ARRAY(a, struct chart_category, s.n + 1);
    s.series = ARENA_ARRAY(a, struct chart_series, s.series_n);
    s.mark = ARENA_ARRAY(a, struct chart_mark, chart_marks(&s) + 1);
    for (size_t i = 0; i < s.n; i++) {
        s.category[i].label = s.time ? arena_printf(a, "%zu", 1990 + i) : random_label(a, seed);
        s.category[i].total_text = "1 234.5";
    }
    for (size_t i = 0; i < s.series_n; i++)
        s.series[i] = (struct chart_series){.label = random_label(a, seed), .unit = "Million USD",
                                            .panel = (int)(i * 2 / s.series_n),
                                            .tick_unit = below(seed, 2) ? 100 : 100000000};
    for (size_t i = 0; i < chart_marks(&s); i++) {
        struct chart_mark *m = &s.mark[i];
        m->unknown = below(seed, 12) == 0;
        m->sample = below(seed, 4) == 0;
        m->value = random_value(seed, shape);
        m->value_text = arena_printf(a, "%lld.%02lld", (long long)(m->value / 100),
                                     (long long)llabs(m->value % 100));
        m->share_text = kind == CHART_SHARES ? "12%" : NULL;
    }
    return s;
}

/* --- what must hold --- */

struct box {
    mpt left, top, right, bottom;
};

static struct box box_of(const struct prim *p)
{
    if (p->kind == PRIM_RECT)
        return (struct box){p->x, p->y, p->x + p->w, p->y + p->h};
    if (p->kind == PRIM_CIRCLE)
        return (struct box){p->x - p->w, p->y - p->w, p->x + p->w, p->y + p->w};
    if (p->kind == PRIM_LINE)
        return (struct box){p->x < p->w ? p->x : p->w, p->y < p->h ? p->y : p->h,
                            p->x < p->w ? p->w : p->x, p->y < p->h ? p->h : p->y};
    mpt w = measure(NULL, p->text, p->style);
    mpt left = p->anchor == ANCHOR_START ? p->x : p->anchor == ANCHOR_END ? p->x - w : p->x - w / 2;
    return (struct box){left, p->y - p->style.size * 3 / 4, left + w, p->y + p->style.size / 5};
}

static bool drawn(const struct prim *p)
{
    return p->kind == PRIM_TEXT || p->kind == PRIM_RECT || p->kind == PRIM_CIRCLE ||
           p->kind == PRIM_LINE;
}

static bool overlap(struct box a, struct box b)
{
    return a.left + 1 < b.right && b.left + 1 < a.right && a.top < b.bottom && b.top < a.bottom;
}

static bool inside(struct box a, struct box b)
{
    return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
}

static bool is_ring_or_text(const struct prim *p)
{
    return p->kind == PRIM_TEXT || (p->kind == PRIM_CIRCLE && p->stroked);
}

/* A text on a bar stands wholly on it, and only such values do. */
static void check_pair(const struct prim *p, struct box a, const struct prim *q, struct box b)
{
    if (!overlap(a, b))
        return;
    if (is_ring_or_text(p) && is_ring_or_text(q))
        fail_msg("\"%s\" and \"%s\" overlap", p->text ? p->text : "o", q->text ? q->text : "o");
    if (p->kind == PRIM_TEXT && q->kind == PRIM_RECT &&
        (strncmp(p->style.role, "chart-on-", 9) != 0 || !inside(a, b)))
        fail_msg("\"%s\" (%s) lies across a bar", p->text, p->style.role);
    if (p->kind == PRIM_RECT && q->kind == PRIM_RECT)
        fail_msg("two bars overlap");
}

static void check_scene(const struct scene *s)
{
    struct box *box = calloc(s->n + 1, sizeof *box);
    const struct box frame = {-1, 0, s->width + 1, s->height};

    assert_non_null(box);
    for (size_t i = 0; i < s->n; i++) {
        if (!drawn(&s->prim[i]))
            continue;
        box[i] = box_of(&s->prim[i]);
        if (!inside(box[i], frame))
            fail_msg("%d \"%s\" leaves the frame: x %d to %d of %d, y %d to %d of %d",
                     (int)s->prim[i].kind, s->prim[i].text ? s->prim[i].text : "",
                     (int)box[i].left, (int)box[i].right, (int)s->width, (int)box[i].top,
                     (int)box[i].bottom, (int)s->height);
    }
    for (size_t i = 0; i < s->n; i++)
        for (size_t k = 0; k < s->n && drawn(&s->prim[i]); k++)
            if (k != i && drawn(&s->prim[k]))
                check_pair(&s->prim[i], box[i], &s->prim[k], box[k]);
    free(box);
}

static struct scene *draw_one(struct arena *a, const struct chart_spec *spec, mpt width)
{
    struct chart_style style = {.width = width, .font_size = 9500, .bar = {0, 90, 150},
                                .text = {30, 28, 25}, .muted = {95, 90, 82},
                                .rule = {220, 215, 207}, .lang = "en"};
    return chart_draw(a, spec, &style, measure, NULL);
}

static void nothing_collides_in_any_kind(void **state)
{
    enum { ROUNDS = 250 };
    uint32_t seed = 20181112;

    (void)state;
    for (size_t round = 0; round < ROUNDS; round++)
        for (int kind = 0; kind < KINDS; kind++) {
            struct arena *a = arena_new();
            struct chart_spec spec = random_spec(a, &seed, (enum chart_kind)kind);
            mpt width = (mpt)(210 + below(&seed, 500)) * MPT;
            check_scene(draw_one(a, &spec, width));
            arena_free(a);
        }
}

/* --- lengths --- */

static bool is_bar_group(const struct prim *p)
{
    return p->kind == PRIM_GROUP && p->class_name && strncmp(p->class_name, "chart-bar", 9) == 0;
}

/* Lengths of the bars, mark by mark in the order of drawing; 0 where none is drawn.  Columns have
 * their length in height: all of one plot are as wide as each other. */
static size_t lengths_of(const struct scene *s, bool upright, mpt *out, size_t most)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n; i++) {
        if (!is_bar_group(&s->prim[i]))
            continue;
        assert_true(n < most);
        out[n] = 0;
        for (size_t k = i + 1; s->prim[k].kind != PRIM_GROUP_END; k++)
            if (s->prim[k].kind == PRIM_RECT)
                out[n] = upright ? s->prim[k].h : s->prim[k].w;
        n++;
    }
    return n;
}

enum { SEEN = MPT }; /* no mark of a value is shorter */

/* Two lengths of one scale: a / b = va / vb, within a unit of rounding each. */
static void check_ratio(mpt a, int64_t va, mpt b, int64_t vb)
{
    __extension__ typedef __int128 wide;
    wide d = (wide)a * llabs(vb) - (wide)b * llabs(va);
    wide room = ((wide)llabs(va) + llabs(vb)) * 101 / 100;

    if (d > room || -d > room)
        fail_msg("%d for %lld, %d for %lld", (int)a, (long long)va, (int)b, (long long)vb);
}

/* The order of marks in the drawing: by category in rows, by series in columns. */
static void check_lengths(const struct chart_spec *spec, const struct scene *s)
{
    enum { MOST = 800 };
    mpt length[MOST];
    bool columns = spec->kind == CHART_COLUMNS || spec->kind == CHART_MULTIPLES;
    size_t n = lengths_of(s, columns, length, MOST), all = chart_marks(spec), top = 0;

    assert_int_equal(n, all);
    const struct chart_mark **mark = calloc(all + 1, sizeof *mark);
    assert_non_null(mark);
    for (size_t i = 0; i < all; i++) {
        size_t c = columns ? i % spec->n : i / spec->series_n;
        size_t k = columns ? i / spec->n : i % spec->series_n;
        mark[i] = &spec->mark[k * spec->n + c];
        if (!mark[i]->unknown && llabs(mark[i]->value) > llabs(mark[top]->value))
            top = i;
    }
    for (size_t i = 0; i < all; i++) {
        if (mark[i]->unknown || mark[i]->value == 0) {
            assert_int_equal(length[i], 0);
            continue;
        }
        assert_true(length[i] >= SEEN);
        if (length[i] == SEEN) /* stands for all values that are not longer */
            assert_true(llabs(mark[i]->value) * length[top] <=
                        llabs(mark[top]->value) * (SEEN + 1) + length[top]);
        else if (!mark[top]->unknown)
            check_ratio(length[i], mark[i]->value, length[top], mark[top]->value);
    }
    free(mark);
}

static void lengths_are_proportional_in_any_kind(void **state)
{
    static const enum chart_kind kinds[] = {CHART_BARS, CHART_GROUPED, CHART_STACKED, CHART_SHARES,
                                            CHART_COLUMNS, CHART_MULTIPLES};
    uint32_t seed = 4711;

    (void)state;
    for (size_t round = 0; round < 2000; round++) {
        struct arena *a = arena_new();
        struct chart_spec spec = random_spec(a, &seed, kinds[round % 6]);
        spec.n = spec.n > 6 ? 6 : spec.n;
        spec.series_n = spec.series_n > 8 ? 8 : spec.series_n;
        struct chart_mark *mark = ARENA_ARRAY(a, struct chart_mark, 49);
        memcpy(mark, spec.mark, chart_marks(&spec) * sizeof *mark);
        spec.mark = mark;
        for (size_t i = 0; i < spec.n; i++) /* short, so that columns have room */
            spec.category[i].label = "2015";
        spec.unknown_text = "?";
        for (size_t i = 0; i < chart_marks(&spec); i++) {
            spec.mark[i].value %= i % 4 == 3 ? 100 : 100000000000; /* some too short to be seen */
            spec.mark[i].value_text = "7";
            spec.mark[i].share_text = NULL;
        }
        check_lengths(&spec, draw_one(a, &spec, 460 * MPT));
        arena_free(a);
    }
}

/* --- one scene for both devices --- */

static void both_devices_get_the_same_scene(void **state)
{
    uint32_t seed = 99;

    (void)state;
    for (size_t round = 0; round < 200; round++) {
        struct arena *a = arena_new();
        struct chart_spec spec = random_spec(a, &seed, (enum chart_kind)(round % KINDS));
        struct chart_style style = {.width = 460 * MPT, .font_size = 9500, .lang = "en"};
        struct scene *paper = chart_draw(a, &spec, &style, measure, NULL);
        style.whole_lines = true; /* lines of both directions are browsers' to order */
        struct scene *site = chart_draw(a, &spec, &style, measure, NULL);
        assert_int_equal(paper->height, site->height);
        size_t k = 0;
        for (size_t i = 0; i < site->n; i++) {
            while (k < paper->n && paper->prim[k].kind == PRIM_TEXT &&
                   site->prim[i].kind != PRIM_TEXT)
                k++; /* further runs of a line */
            if (site->prim[i].kind == PRIM_TEXT) {
                while (k < paper->n && paper->prim[k].kind == PRIM_TEXT &&
                       paper->prim[k].y != site->prim[i].y)
                    k++;
                assert_true(k < paper->n && paper->prim[k].kind == PRIM_TEXT);
                continue;
            }
            assert_int_equal(paper->prim[k].kind, site->prim[i].kind);
            if (drawn(&site->prim[i])) {
                struct box p = box_of(&paper->prim[k]), q = box_of(&site->prim[i]);
                assert_memory_equal(&p, &q, sizeof p);
            }
            k++;
        }
        arena_free(a);
    }
}

/* --- colours --- */

static double luminance(struct color c)
{
    const int part[] = {c.r, c.g, c.b};
    const double weight[] = {0.2126, 0.7152, 0.0722};
    double y = 0;

    for (int i = 0; i < 3; i++) {
        double x = part[i] / 255.0;
        y += weight[i] * (x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4));
    }
    return y;
}

static double lightness(struct color c)
{
    double y = luminance(c);
    return y > 0.008856 ? 116 * cbrt(y) - 16 : 903.3 * y;
}

static void colours_hold_in_greyscale(void **state)
{
    (void)state;
    for (size_t n = 2; n <= CHART_SERIES_MAX; n++)
        for (size_t i = 0; i < n; i++) {
            for (size_t k = 0; k < i; k++)
                assert_true(lightness(palette_step(i, n).color) -
                                lightness(palette_step(k, n).color) >= 7);
            double y = luminance(palette_step(i, n).color);
            double on = luminance(palette_on(palette_step(i, n).color));
            assert_true((on > y ? (on + 0.05) / (y + 0.05) : (y + 0.05) / (on + 0.05)) >= 4.5);
        }
}

/* The colour that a style sheet gives a class, from a place in it on; false when it gives none. */
static bool css_mark(const char *css, const char *class_name, struct color *out)
{
    char rule[64], hex[8];

    snprintf(rule, sizeof rule, ".%s { --mark: ", class_name);
    const char *at = strstr(css, rule);
    if (!at)
        return false;
    snprintf(hex, sizeof hex, "%.7s", at + strlen(rule));
    *out = color_of(hex);
    return true;
}

static char *site_css(struct arena *a)
{
    enum { MOST = 1 << 20 };
    char *css = arena_alloc(a, MOST);
    FILE *in = fopen("templates/assets/site.css", "rb");

    assert_non_null(in);
    size_t n = fread(css, 1, MOST - 1, in);
    fclose(in);
    css[n] = '\0';
    return css;
}

/* The site takes the ladders from its style sheet: on light ground they are those of the paper,
 * on dark ground lighter, in the same order, and no two of a ladder alike. */
static void the_style_sheet_has_the_same_colours(void **state)
{
    struct arena *a = arena_new();
    const char *css = site_css(a), *dark = strstr(css, "(prefers-color-scheme: dark) {\n  .chart");
    const struct color ground = {0x16, 0x15, 0x13};

    (void)state;
    assert_non_null(dark);
    for (size_t n = 2; n <= CHART_SERIES_MAX; n++)
        for (size_t i = 0; i < n; i++) {
            struct paint step = palette_step(i, n), before = palette_step(i ? i - 1 : 0, n);
            struct color light, on_dark, lower;
            assert_true(css_mark(css, step.class_name, &light));
            assert_memory_equal(&light, &step.color, sizeof light);
            assert_true(css_mark(dark, step.class_name, &on_dark));
            assert_true(css_mark(dark, before.class_name, &lower));
            assert_true(i == 0 || lightness(on_dark) - lightness(lower) >= 5.9);
            assert_true((luminance(on_dark) + 0.05) / (luminance(ground) + 0.05) >= 3);
            assert_true((luminance(on_dark) + 0.05) / 0.05 >= 4.5);
        }
    arena_free(a);
}

static void any_colour_can_be_read_on(void **state)
{
    (void)state;
    for (int c = 0; c < 16 * 16 * 16; c++) {
        struct color back = {(unsigned char)(c / 256 * 17), (unsigned char)(c / 16 % 16 * 17),
                             (unsigned char)(c % 16 * 17)};
        double y = luminance(back), on = luminance(palette_on(back));
        assert_true((on > y ? (on + 0.05) / (y + 0.05) : (y + 0.05) / (on + 0.05)) >= 4.3);
    }
}

/* --- single findings --- */

static void the_logarithm_is_right_to_a_millionth(void **state)
{
    static const int64_t value[] = {1, 2, 3, 7, 1000, 123456789, INT64_MAX};

    (void)state;
    for (size_t i = 0; i < sizeof value / sizeof *value; i++) {
        double exact = log2((double)value[i]) * (1 << 20), got = (double)scale_log(value[i]);
        assert_true(got <= exact + 2 && got >= exact - 2);
    }
}

static bool has_text(const struct scene *s, const char *text)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->prim[i].kind == PRIM_TEXT && strcmp(s->prim[i].text, text) == 0)
            return true;
    return false;
}

static struct chart_spec small_spec(struct arena *a, enum chart_kind kind, size_t n,
                                    const int64_t *value)
{
    struct chart_spec s = {.kind = kind, .unknown_text = "?", .locale = locale_open(a, "en"),
                           .n = n, .series_n = 1, .digits = 2};
    s.category = ARENA_ARRAY(a, struct chart_category, n);
    s.series = ARENA_NEW(a, struct chart_series);
    s.series->tick_unit = 100;
    s.mark = ARENA_ARRAY(a, struct chart_mark, n);
    for (size_t i = 0; i < n; i++) {
        s.category[i].label = arena_printf(a, "Part %zu", i + 1);
        s.mark[i] = (struct chart_mark){
            .value = value[i], .value_text = arena_printf(a, "%lld", (long long)value[i])};
    }
    return s;
}

static size_t count_kind(const struct scene *s, enum prim_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++)
        n += s->prim[i].kind == kind;
    return n;
}

static void dots_label_their_first_line(void **state)
{
    static const int64_t value[] = {198200, 41, 182};
    static const int64_t below_zero[] = {198200, -41, 182};
    struct arena *a = arena_new();
    struct chart_spec s = small_spec(a, CHART_DOTS, 3, value);
    struct scene *drawn_dots = draw_one(a, &s, 460 * MPT);

    (void)state;
    assert_int_equal(count_kind(drawn_dots, PRIM_CIRCLE), 3);
    assert_int_equal(count_kind(drawn_dots, PRIM_RECT), 0);
    assert_true(has_text(drawn_dots, "0.1") && has_text(drawn_dots, "1"));
    assert_true(has_text(drawn_dots, "1,000") && !has_text(drawn_dots, "0"));
    s = small_spec(a, CHART_DOTS, 3, below_zero);
    drawn_dots = draw_one(a, &s, 460 * MPT); /* bars can show it */
    assert_int_equal(count_kind(drawn_dots, PRIM_CIRCLE), 0);
    assert_int_equal(count_kind(drawn_dots, PRIM_RECT), 3);
    arena_free(a);
}

static void parts_fill_the_whole_exactly(void **state)
{
    static const int64_t value[] = {333, 334, 1650};
    static const int64_t stub[] = {333, 1, 100000};
    struct arena *a = arena_new();
    struct chart_spec s = small_spec(a, CHART_SHARES, 3, value);
    struct scene *strip = draw_one(a, &s, 460 * MPT);
    mpt sum = 0;

    (void)state;
    for (size_t i = 0; i < strip->n; i++)
        if (strip->prim[i].kind == PRIM_RECT)
            sum += strip->prim[i].w;
    assert_int_equal(sum, 458 * MPT); /* and a point of white between two */
    s = small_spec(a, CHART_SHARES, 3, stub); /* no room for a name under the second */
    strip = draw_one(a, &s, 460 * MPT);
    mpt top = -1;
    for (size_t i = 0; i < strip->n; i++)
        if (strip->prim[i].kind == PRIM_RECT) {
            assert_true(strip->prim[i].y > top);
            top = strip->prim[i].y;
        }
    arena_free(a);
}

static void columns_without_room_become_bars(void **state)
{
    int64_t value[60];
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < 60; i++)
        value[i] = (int64_t)(i + 1) * 100;
    struct chart_spec few = small_spec(a, CHART_COLUMNS, 4, value);
    struct chart_spec many = small_spec(a, CHART_COLUMNS, 60, value);
    assert_true(draw_one(a, &few, 460 * MPT)->height < 200 * MPT);
    assert_true(draw_one(a, &many, 460 * MPT)->height > 800 * MPT);
    arena_free(a);
}

/* Seven panels of four years on a phone: two a row, the ends of the years named; where names
 * would be torn or values have no room, one. */
static void panels_stand_two_a_row_on_a_phone(void **state)
{
    static const char *const year[] = {"2015", "2016", "2017", "2018"};
    int64_t value[28] = {1650, 300, 500, 400};
    struct arena *a = arena_new();
    struct chart_spec s = small_spec(a, CHART_MULTIPLES, 28, value);
    mpt height[3];

    (void)state;
    s.n = 4;
    s.series_n = 7;
    s.time = true;
    s.series = ARENA_ARRAY(a, struct chart_series, 7);
    for (size_t i = 0; i < 28; i++) {
        s.category[i % 4].label = year[i % 4];
        s.series[i / 4] = (struct chart_series){.label = "Arab States", .tick_unit = 100};
        s.mark[i].value_text = "16.5";
    }
    for (int round = 0; round < 3; round++) {
        struct scene *drawn_now = draw_one(a, &s, 190 * MPT);
        check_scene(drawn_now);
        height[round] = drawn_now->height;
        assert_int_equal(has_text(drawn_now, "2016"), round > 0);
        assert_true(has_text(drawn_now, "2015") && has_text(drawn_now, "2018"));
        if (round == 0)
            s.series[6].label = "Telecommunicationsinfrastructures";
        s.mark[5].value_text = round == 1 ? "1,234.50" : "16.5";
    }
    assert_true(height[0] < height[1] * 2 / 3);
    assert_int_equal(height[1], height[2]);
    assert_true(height[0] > 0);
    arena_free(a);
}

static void dots_have_two_lines_at_least(void **state)
{
    static const int64_t value[] = {400, 400};
    struct arena *a = arena_new();
    struct chart_spec s = small_spec(a, CHART_DOTS, 2, value);
    struct scene *drawn_dots = draw_one(a, &s, 460 * MPT);

    (void)state;
    assert_true(has_text(drawn_dots, "1") && has_text(drawn_dots, "10"));
    check_scene(drawn_dots);
    arena_free(a);
}

/* Parts of one colour would run into each other; white stands between all. */
static void neighbours_in_a_strip_differ(void **state)
{
    static const int64_t value[] = {300, 300, 300};
    struct arena *a = arena_new();
    struct chart_spec s = small_spec(a, CHART_SHARES, 3, value);
    struct color before = {0, 0, 0};
    mpt end = -MPT;
    size_t parts = 0;

    (void)state;
    for (size_t i = 0; i < 3; i++)
        s.category[i].color = (struct color){0, 156, 214};
    struct scene *strip = draw_one(a, &s, 460 * MPT);
    for (size_t i = 0; i < strip->n; i++)
        if (strip->prim[i].kind == PRIM_RECT) {
            assert_true(parts == 0 || lightness(strip->prim[i].fill) - lightness(before) >= 7);
            assert_int_equal(strip->prim[i].x - end, MPT);
            before = strip->prim[i].fill;
            end = strip->prim[i].x + strip->prim[i].w;
            parts++;
        }
    assert_int_equal(parts, 3);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_collides_in_any_kind),
        cmocka_unit_test(lengths_are_proportional_in_any_kind),
        cmocka_unit_test(both_devices_get_the_same_scene),
        cmocka_unit_test(colours_hold_in_greyscale),
        cmocka_unit_test(the_style_sheet_has_the_same_colours),
        cmocka_unit_test(any_colour_can_be_read_on),
        cmocka_unit_test(the_logarithm_is_right_to_a_millionth),
        cmocka_unit_test(dots_label_their_first_line),
        cmocka_unit_test(parts_fill_the_whole_exactly),
        cmocka_unit_test(columns_without_room_become_bars),
        cmocka_unit_test(panels_stand_two_a_row_on_a_phone),
        cmocka_unit_test(dots_have_two_lines_at_least),
        cmocka_unit_test(neighbours_in_a_strip_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
