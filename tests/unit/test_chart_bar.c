/* Bar charts: nothing leaves the drawing, nothing overlaps, lengths are proportional from
 * zero, and the right-to-left form is the mirror image. */
#include "chart/chart.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* Every code point is half as wide as the text is high. */
static mpt half_em(void *ctx, const char *text, struct text_style style)
{
    (void)ctx;
    return (mpt)utf8_count(text, strlen(text)) * style.size / 2;
}

struct box {
    mpt left, top, right, bottom;
};

static struct box box_of(const struct prim *p)
{
    if (p->kind == PRIM_RECT)
        return (struct box){p->x, p->y, p->x + p->w, p->y + p->h};
    mpt w = half_em(NULL, p->text, p->style);
    mpt left = p->anchor == ANCHOR_START ? p->x : p->anchor == ANCHOR_END ? p->x - w : p->x - w / 2;
    return (struct box){left, p->y - p->style.size * 3 / 4, left + w, p->y + p->style.size / 4};
}

static bool overlap(struct box a, struct box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

static void check_room(const struct scene *s)
{
    for (size_t i = 0; i < s->n; i++) {
        const struct prim *p = &s->prim[i];
        if (p->kind != PRIM_TEXT && p->kind != PRIM_RECT)
            continue;
        struct box a = box_of(p);
        assert_true(a.left >= 0 && a.right <= s->width);
        assert_true(a.top >= 0 && a.bottom <= s->height);
        for (size_t k = 0; k < i; k++) {
            if (s->prim[k].kind != PRIM_TEXT && s->prim[k].kind != PRIM_RECT)
                continue;
            if (overlap(a, box_of(&s->prim[k])))
                fail_msg("primitives %zu and %zu overlap", k, i);
        }
    }
}

static const struct chart_style style = {
    .width = 450 * MPT, .font_size = 9 * MPT, .bar = {0, 90, 150}, .lang = "en"};

struct test_bar {
    const char *label, *lang, *value_text;
    int64_t value;
    bool unknown, sample;
};

static struct chart_spec spec_of(struct arena *a, const char *lang, struct test_bar *bar, size_t n)
{
    struct chart_spec spec = {.id = "x",
                              .title = "Partners",
                              .finding = "One dwarfs nine.",
                              .source = "Source: records.",
                              .sample_note = "Sample records.",
                              .unknown_text = "not available",
                              .locale = locale_open(a, lang),
                              .n = n,
                              .series_n = 1,
                              .digits = 1,
                              .show_title = true};
    spec.category = ARENA_ARRAY(a, struct chart_category, n + 1);
    spec.series = ARENA_ARRAY(a, struct chart_series, 1);
    spec.mark = ARENA_ARRAY(a, struct chart_mark, n + 1);
    spec.series[0] = (struct chart_series){.unit = "million USD", .tick_unit = 100000000};
    for (size_t i = 0; i < n; i++) {
        spec.category[i] = (struct chart_category){.label = bar[i].label, .lang = bar[i].lang};
        spec.mark[i] = (struct chart_mark){.value = bar[i].value,
                                           .unknown = bar[i].unknown,
                                           .sample = bar[i].sample,
                                           .value_text = bar[i].value_text};
    }
    return spec;
}

static struct test_bar top_ten[] = {
    {.label = "European Union, represented by the European Commission", .value = 1982000000,
     .value_text = "19.82", .sample = true},
    {.label = "United Nations Children's Fund", .value = 182000000, .value_text = "1.82"},
    {.label = "United Nations Office for Disaster Risk Reduction", .value = 175000000,
     .value_text = "1.75"},
    {.label = "Department of Infrastructure, Transport, Regional Development, Communications and "
              "the Arts, Australia",
     .value = 65000000, .value_text = "0.65"},
    {.label = "EYGS LLP", .value = 41000000, .value_text = "0.41"},
    {.label = "Sample ministry 01", .unknown = true, .value = 0},
    {.label = "Sample ministry 02", .value = 0, .value_text = "0"},
};
enum { TOP = sizeof top_ten / sizeof *top_ten };

static const struct prim *nth(const struct scene *s, enum prim_kind kind, size_t n)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->prim[i].kind == kind && n-- == 0)
            return &s->prim[i];
    return NULL;
}

static bool has_text(const struct scene *s, const char *text)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->prim[i].kind == PRIM_TEXT && strcmp(s->prim[i].text, text) == 0)
            return true;
    return false;
}

static void nothing_collides_at_any_width(void **state)
{
    struct arena *a = arena_new();
    struct chart_spec spec = spec_of(a, "en", top_ten, TOP);

    (void)state;
    for (mpt width = 300 * MPT; width <= 900 * MPT; width += 37 * MPT) {
        struct chart_style st = style;
        st.width = width;
        check_room(chart_draw(a, &spec, &st, half_em, NULL));
    }
    arena_free(a);
}

static void lengths_are_proportional_from_zero(void **state)
{
    struct arena *a = arena_new();
    struct chart_spec spec = spec_of(a, "en", top_ten, TOP);
    struct scene *s = chart_draw(a, &spec, &style, half_em, NULL);
    const struct prim *first = nth(s, PRIM_RECT, 0);

    (void)state;
    for (size_t i = 0; i < 5; i++) {
        const struct prim *p = nth(s, PRIM_RECT, i);
        assert_int_equal(p->x, first->x);
        int64_t expected = (int64_t)first->w * top_ten[i].value / top_ten[0].value;
        assert_true(llabs(p->w - expected) <= 1);
    }
    assert_null(nth(s, PRIM_RECT, 5)); /* neither zero nor the unknown has a bar */
    assert_true(has_text(s, "0"));
    assert_true(has_text(s, "not available"));
    arena_free(a);
}

/* A label in another language says so, and reads in its direction in a chart of the other. */
static void a_label_in_another_language(void **state)
{
    struct arena *a = arena_new();
    struct test_bar bar[] = {{.label = "Ministry,", .lang = "en", .value = 200, .value_text = "2"},
                              {.label = "وزارة", .value = 100, .value_text = "1"}};
    struct chart_spec spec = spec_of(a, "ar", bar, 2);
    struct scene *s = chart_draw(a, &spec, &style, half_em, NULL);
    const struct prim *own = NULL, *other = NULL;

    (void)state;
    for (size_t i = 0; i < s->n; i++) {
        const struct prim *p = &s->prim[i];
        if (p->kind == PRIM_TEXT && strcmp(p->text, bar[0].label) == 0)
            other = p;
        if (p->kind == PRIM_TEXT && strcmp(p->text, bar[1].label) == 0)
            own = p;
    }
    assert_non_null(own);
    assert_non_null(other);
    assert_true(own->rtl);
    assert_null(own->style.lang);
    assert_false(other->rtl);
    assert_string_equal(other->style.lang, "en");
    assert_int_equal(own->x, other->x);
    assert_int_equal(own->anchor, other->anchor);
    arena_free(a);
}

/* A name in Latin letters keeps its full stop on its right in a chart that reads from the right,
 * an Arabic one its own way in one that reads from the left; numbers follow the chart. */
static void a_name_reads_as_its_letters_do(void **state)
{
    struct arena *a = arena_new();
    struct test_bar bar[] = {{.label = "Yahoo! Inc.", .value = 200, .value_text = "2"},
                             {.label = "مؤسسة «مصر».", .value = 100, .value_text = "1"},
                             {.label = "2015 (1)", .value = 100, .value_text = "1"}};
    static const bool rtl[2][3] = {{false, true, true}, {false, true, false}};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct chart_spec spec = spec_of(a, i ? "en" : "ar", bar, 3);
        struct chart_style st = style;
        st.whole_lines = true;
        struct scene *s = chart_draw(a, &spec, &st, half_em, NULL);
        for (size_t k = 0, n = 0; k < s->n; k++)
            if (s->prim[k].kind == PRIM_TEXT && !strcmp(s->prim[k].style.role, "chart-label")) {
                assert_true(n < 3);
                assert_int_equal(s->prim[k].rtl, rtl[i][n++]);
            }
    }
    arena_free(a);
}

static void samples_are_marked_where_they_differ(void **state)
{
    struct arena *a = arena_new();
    struct chart_spec spec = spec_of(a, "en", top_ten, TOP);
    struct scene *s = chart_draw(a, &spec, &style, half_em, NULL);
    struct test_bar all[2] = {top_ten[0], top_ten[1]};

    (void)state;
    assert_non_null(nth(s, PRIM_CIRCLE, 1)); /* at the bar and at the note */
    assert_null(nth(s, PRIM_CIRCLE, 2));
    all[1].sample = true;
    spec = spec_of(a, "en", all, 2);
    s = chart_draw(a, &spec, &style, half_em, NULL);
    assert_null(nth(s, PRIM_CIRCLE, 0));
    assert_true(has_text(s, "Sample records."));
    assert_string_equal(s->desc, "Partners. One dwarfs nine.");
    arena_free(a);
}

static void right_to_left_is_the_mirror_image(void **state)
{
    struct arena *a = arena_new();
    struct chart_spec en = spec_of(a, "en", top_ten, TOP), ar = spec_of(a, "ar", top_ten, TOP);
    struct scene *s = chart_draw(a, &en, &style, half_em, NULL);
    struct scene *m = chart_draw(a, &ar, &style, half_em, NULL);

    (void)state;
    for (size_t i = 0; i < 5; i++) {
        const struct prim *p = nth(s, PRIM_RECT, i), *q = nth(m, PRIM_RECT, i);
        assert_int_equal(q->x + q->w, style.width - p->x);
        assert_int_equal(q->w, p->w);
        assert_int_equal(q->y, p->y);
    }
    arena_free(a);
}

static void negative_values_go_the_other_way(void **state)
{
    struct test_bar bar[] = {{.label = "A", .value = 300, .value_text = "3"},
                              {.label = "B", .value = -150, .value_text = "-1.5"}};
    struct arena *a = arena_new();
    struct chart_spec spec = spec_of(a, "en", bar, 2);
    struct scene *s = chart_draw(a, &spec, &style, half_em, NULL);
    const struct prim *up = nth(s, PRIM_RECT, 0), *down = nth(s, PRIM_RECT, 1);

    (void)state;
    assert_int_equal(down->x + down->w, up->x);
    assert_true(abs(up->w - 2 * down->w) <= 2);
    check_room(s);
    arena_free(a);
}

static void no_bars_and_no_values_still_draw(void **state)
{
    struct test_bar zero[] = {{.label = "A", .value = 0, .value_text = "0"}};
    struct arena *a = arena_new();
    struct chart_spec none = spec_of(a, "en", NULL, 0), flat = spec_of(a, "en", zero, 1);

    (void)state;
    assert_true(chart_draw(a, &none, &style, half_em, NULL)->height > 0);
    struct scene *s = chart_draw(a, &flat, &style, half_em, NULL);
    assert_null(nth(s, PRIM_RECT, 0));
    assert_true(has_text(s, "0"));
    arena_free(a);
}

/* Grids are there for the eye; their numbers, and values inside bars, are held by their middle,
 * so that they stay in place in faces of other widths. */
static void what_is_centred_is_held_by_its_middle(void **state)
{
    struct arena *a = arena_new();
    struct chart_spec spec = spec_of(a, "en", top_ten, TOP);
    struct scene *s = chart_draw(a, &spec, &style, half_em, NULL);
    size_t depth = 0, ticks = 0, middle = 0;

    (void)state;
    for (size_t i = 0; i < s->n; i++) {
        const struct prim *p = &s->prim[i];
        depth += p->kind == PRIM_GROUP && (depth || p->hidden);
        depth -= p->kind == PRIM_GROUP_END && depth;
        if (p->kind != PRIM_TEXT)
            continue;
        bool tick = strcmp(p->style.role, "chart-tick") == 0;
        assert_int_equal(tick, depth > 0);
        ticks += tick;
        middle += tick && p->anchor == ANCHOR_MIDDLE;
    }
    assert_true(ticks >= 4 && middle == ticks);
    spec.kind = CHART_COLUMNS;
    for (size_t i = 0; i < TOP; i++)
        spec.category[i].label = "2015";
    spec.unknown_text = "?";
    s = chart_draw(a, &spec, &style, half_em, NULL);
    for (size_t i = 0; i < s->n; i++)
        if (s->prim[i].kind == PRIM_TEXT && strcmp(s->prim[i].style.role, "chart-value") == 0)
            assert_int_equal(s->prim[i].anchor, ANCHOR_MIDDLE);
    arena_free(a);
}

/* All texts of one role, joined in order. */
static const char *joined(struct arena *a, const struct scene *s, const char *role)
{
    const char *all = "";
    for (size_t i = 0; i < s->n; i++)
        if (s->prim[i].kind == PRIM_TEXT && strcmp(s->prim[i].style.role, role) == 0)
            all = arena_printf(a, "%s%s", all, s->prim[i].text);
    return all;
}

static void only_a_word_wider_than_the_room_breaks(void **state)
{
    struct arena *a = arena_new();
    char word[301] = {0};
    memset(word, 'm', 300);
    const char *name = arena_printf(a, "Union %s", word);
    struct test_bar bar[] = {{.label = name, .value = 1000000000, .value_text = "10"},
                              {.label = "Representation", .value = 500000000, .value_text = "5"}};
    struct chart_spec spec = spec_of(a, "en", bar, 2);

    (void)state;
    for (mpt width = 160 * MPT; width <= 900 * MPT; width += 74 * MPT) {
        struct chart_style st = style;
        st.width = width;
        struct scene *s = chart_draw(a, &spec, &st, half_em, NULL);
        check_room(s);
        assert_true(nth(s, PRIM_RECT, 0)->w >= width * 4 / 10);
        assert_true(has_text(s, "Representation"));
        assert_true(has_text(s, "10") && has_text(s, "5"));
        const char *label = joined(a, s, "chart-label");
        assert_int_equal(strncmp(label, "Union", 5), 0);
        assert_int_equal(strspn(strchr(label, 'm'), "m"), 300);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_collides_at_any_width),
        cmocka_unit_test(lengths_are_proportional_from_zero),
        cmocka_unit_test(a_label_in_another_language),
        cmocka_unit_test(a_name_reads_as_its_letters_do),
        cmocka_unit_test(samples_are_marked_where_they_differ),
        cmocka_unit_test(right_to_left_is_the_mirror_image),
        cmocka_unit_test(negative_values_go_the_other_way),
        cmocka_unit_test(no_bars_and_no_values_still_draw),
        cmocka_unit_test(what_is_centred_is_held_by_its_middle),
        cmocka_unit_test(only_a_word_wider_than_the_room_breaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
