/* Lines of made-up boxes: widths are chosen so that the best paragraph is known. */
#include "typeset/linebreak.h"

#include "base/arena.h"
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

struct row {
    VEC(struct lb_item) item;
    struct arena *arena;
};

static int setup(void **state)
{
    struct row *r = test_calloc(1, sizeof *r);
    r->arena = arena_new();
    *state = r;
    return 0;
}

static int teardown(void **state)
{
    struct row *r = *state;
    arena_free(r->arena);
    test_free(r);
    return 0;
}

static void box(struct row *r, int width)
{
    struct lb_item i = {.kind = LB_BOX, .width = width};
    VEC_PUSH(r->arena, &r->item, i);
}

static void space(struct row *r)
{
    struct lb_item i = {.kind = LB_GLUE, .width = 10, .stretch = 5, .shrink = 3};
    VEC_PUSH(r->arena, &r->item, i);
}

static void penalty(struct row *r, int cost, int width, bool flagged)
{
    struct lb_item i = {.kind = LB_PENALTY, .width = width, .penalty = cost, .flagged = flagged};
    VEC_PUSH(r->arena, &r->item, i);
}

static void words(struct row *r, int n, int width)
{
    for (int i = 0; i < n; i++) {
        if (i)
            space(r);
        box(r, width);
    }
}

static size_t lines_of(struct row *r, int64_t width, struct lb_line **line)
{
    struct lb_params p = {.width = width, .emergency = 30, .short_last = 20};
    return linebreak(r->arena, r->item.p, r->item.n, p, line);
}

static void nothing_has_no_lines(void **state)
{
    struct row *r = *state;
    struct lb_line *line;
    assert_int_equal(lines_of(r, 100, &line), 0);
    space(r);
    penalty(r, LB_FORCED, 0, false);
    assert_int_equal(lines_of(r, 100, &line), 0);
}

static void one_line_is_last_and_keeps_its_width(void **state)
{
    struct row *r = *state;
    words(r, 3, 20);
    struct lb_line *line;
    assert_int_equal(lines_of(r, 1000, &line), 1);
    assert_true(line[0].last);
    assert_int_equal(line[0].natural, 80);
    assert_int_equal(line[0].to, r->item.n);
}

static void lines_cover_every_box_in_order(void **state)
{
    struct row *r = *state;
    for (int i = 0; i < 200; i++) {
        if (i)
            space(r);
        box(r, 20 + i * 37 % 61);
    }
    struct lb_line *line;
    size_t n = lines_of(r, 400, &line), next = 0;
    assert_true(n > 10);
    for (size_t i = 0; i < n; i++) {
        while (r->item.p[next].kind != LB_BOX)
            next++;
        assert_int_equal(line[i].from, next);
        next = line[i].to;
        assert_true(line[i].natural - line[i].shrink <= 400);
        assert_true(line[i].last == (i + 1 == n));
    }
    assert_int_equal(next, r->item.n);
}

static void the_first_line_leaves_its_indent(void **state)
{
    struct row *r = *state;
    words(r, 8, 20); /* 20 + 10 + 20 + 10 + 20 + 10 + 20 = 110 */
    struct lb_line *line;
    struct lb_params p = {.width = 110, .indent = 30, .emergency = 30};
    assert_int_equal(linebreak(r->arena, r->item.p, r->item.n, p, &line), 3);
    assert_int_equal(line[0].natural, 110);
    assert_int_equal(line[0].to, 5); /* three words and the indent */
    assert_int_equal(line[1].natural, 110);
}

/* First fit would set the first line perfectly (40 + 30 + 20) and leave 60 alone on the next,
 * since 60 and 45 do not fit together: looking ahead, the first line gives up its last word. */
static void looks_ahead(void **state)
{
    struct row *r = *state;
    int widths[] = {40, 30, 20, 60, 45};
    for (int i = 0; i < 5; i++) {
        if (i)
            space(r);
        box(r, widths[i]);
    }
    for (size_t i = 0; i < r->item.n; i++)
        r->item.p[i].stretch *= 8;
    struct lb_line *line;
    assert_int_equal(lines_of(r, 110, &line), 3);
    assert_int_equal(line[0].natural, 80);
    assert_int_equal(line[1].natural, 90);
}

static void hyphens_only_where_they_help(void **state)
{
    struct row *r = *state;
    for (int i = 0; i < 12; i++) { /* fits without: 4 x 20 + 3 x 10 = 110 */
        if (i)
            space(r);
        box(r, 10);
        penalty(r, 50, 4, true);
        box(r, 10);
    }
    struct lb_line *line;
    size_t n = lines_of(r, 110, &line);
    assert_int_equal(n, 3);
    for (size_t i = 0; i < n; i++)
        assert_false(line[i].hyphen);
}

static void a_hyphen_counts_its_width(void **state)
{
    struct row *r = *state;
    box(r, 30);
    space(r);
    box(r, 56);
    penalty(r, 50, 4, true);
    box(r, 50);
    space(r);
    box(r, 40);
    struct lb_line *line;
    assert_int_equal(lines_of(r, 100, &line), 2);
    assert_true(line[0].hyphen);
    assert_int_equal(line[0].natural, 100);
}

static void forced_breaks_end_lines_and_leave_them_ragged(void **state)
{
    struct row *r = *state;
    box(r, 30);
    penalty(r, LB_FORCED, 0, false);
    box(r, 30);
    penalty(r, LB_FORCED, 0, false);
    penalty(r, LB_FORCED, 0, false);
    box(r, 30);
    struct lb_line *line;
    assert_int_equal(lines_of(r, 100, &line), 3);
    assert_true(line[0].last && line[1].last && line[2].last);
}

static void forbidden_breaks_hold(void **state)
{
    struct row *r = *state;
    box(r, 50);
    space(r);
    box(r, 40);
    penalty(r, LB_FORBIDDEN, 0, false);
    space(r);
    box(r, 40);
    struct lb_line *line;
    assert_int_equal(lines_of(r, 100, &line), 2);
    assert_int_equal(line[0].natural, 50);
    assert_int_equal(line[1].natural, 90);
}

static void too_wide_a_box_gets_a_line_to_itself(void **state)
{
    struct row *r = *state;
    box(r, 20);
    space(r);
    box(r, 500);
    space(r);
    box(r, 20);
    struct lb_line *line;
    assert_int_equal(lines_of(r, 100, &line), 3);
    assert_int_equal(line[1].natural, 500);
}

static void ragged_lines_need_no_stretch(void **state)
{
    struct row *r = *state;
    words(r, 9, 30);
    for (size_t i = 0; i < r->item.n; i++)
        r->item.p[i].stretch = r->item.p[i].shrink = 0;
    struct lb_params p = {.width = 125, .ragged = 50, .emergency = 30, .short_last = 20};
    struct lb_line *line;
    assert_int_equal(linebreak(r->arena, r->item.p, r->item.n, p, &line), 3);
    assert_int_equal(line[0].natural, 110);
}

/* Four words fill the first line and leave a stub of 5; three stretched ones are better. */
static void a_stub_of_a_last_line_is_avoided(void **state)
{
    struct row *r = *state;
    words(r, 4, 30);
    space(r);
    box(r, 5);
    for (size_t i = 0; i < r->item.n; i++)
        r->item.p[i].stretch *= 6;
    struct lb_params p = {.width = 151, .emergency = 30, .short_last = 20};
    struct lb_line *line;
    assert_int_equal(linebreak(r->arena, r->item.p, r->item.n, p, &line), 2);
    assert_true(line[1].natural >= 20);
}

/* Words of two halves that fill lines only when each is broken. */
static void halves(struct row *r, int n, int width)
{
    for (int i = 0; i < n; i++) {
        if (i)
            space(r);
        box(r, width);
        penalty(r, 50, 5, true);
        box(r, width);
    }
}

static void no_third_line_in_a_row_ends_in_a_hyphen(void **state)
{
    struct row *r = *state;
    for (int width = 90; width < 190; width++) {
        r->item.n = 0;
        halves(r, 40, 34);
        struct lb_line *line;
        size_t n = lines_of(r, width, &line);
        for (size_t i = 0; i + 2 < n; i++)
            assert_false(line[i].hyphen && line[i + 1].hyphen && line[i + 2].hyphen);
    }
}

/* At 105 a hyphen ends each line perfectly; at most two of three may. */
static void two_hyphens_in_a_row_may_be(void **state)
{
    struct row *r = *state;
    halves(r, 12, 30);
    struct lb_line *line;
    size_t hyphens = 0, n = lines_of(r, 105, &line);
    for (size_t i = 0; i < n; i++)
        hyphens += line[i].hyphen;
    assert_true(hyphens >= 2);
}

static void ragged_text_is_not_hyphenated(void **state)
{
    struct row *r = *state;
    halves(r, 12, 40);
    struct lb_params p = {.width = 150, .ragged = 50, .emergency = 30, .short_last = 20};
    struct lb_line *line;
    size_t n = linebreak(r->arena, r->item.p, r->item.n, p, &line);
    assert_int_equal(n, 12);
    for (size_t i = 0; i < n; i++)
        assert_false(line[i].hyphen);
    /* save where a word is wider than the line */
    r->item.n = 0;
    halves(r, 2, 40);
    p.width = 60;
    n = linebreak(r->arena, r->item.p, r->item.n, p, &line);
    assert_int_equal(n, 4);
    assert_true(line[0].hyphen);
}

/* Five words in two lines: 4 + 1 would leave one word, wider than a stub, to itself. */
static void one_word_is_no_last_line(void **state)
{
    struct row *r = *state;
    words(r, 4, 25);
    space(r);
    box(r, 30);
    for (size_t i = 0; i < r->item.n; i++)
        r->item.p[i].stretch *= 4;
    struct lb_params p = {.width = 131, .emergency = 30, .short_last = 20};
    struct lb_line *line;
    assert_int_equal(linebreak(r->arena, r->item.p, r->item.n, p, &line), 2);
    assert_true(line[1].natural > 60);
}

static void long_paragraphs_end(void **state)
{
    struct row *r = *state;
    words(r, 20000, 33);
    struct lb_line *line;
    size_t n = lines_of(r, 450, &line);
    assert_int_equal(n, 1819); /* eleven words shrink into each, none is lost */;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_has_no_lines, setup, teardown),
        cmocka_unit_test_setup_teardown(one_line_is_last_and_keeps_its_width, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_cover_every_box_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(the_first_line_leaves_its_indent, setup, teardown),
        cmocka_unit_test_setup_teardown(looks_ahead, setup, teardown),
        cmocka_unit_test_setup_teardown(hyphens_only_where_they_help, setup, teardown),
        cmocka_unit_test_setup_teardown(a_hyphen_counts_its_width, setup, teardown),
        cmocka_unit_test_setup_teardown(forced_breaks_end_lines_and_leave_them_ragged, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(forbidden_breaks_hold, setup, teardown),
        cmocka_unit_test_setup_teardown(too_wide_a_box_gets_a_line_to_itself, setup, teardown),
        cmocka_unit_test_setup_teardown(ragged_lines_need_no_stretch, setup, teardown),
        cmocka_unit_test_setup_teardown(a_stub_of_a_last_line_is_avoided, setup, teardown),
        cmocka_unit_test_setup_teardown(no_third_line_in_a_row_ends_in_a_hyphen, setup, teardown),
        cmocka_unit_test_setup_teardown(two_hyphens_in_a_row_may_be, setup, teardown),
        cmocka_unit_test_setup_teardown(ragged_text_is_not_hyphenated, setup, teardown),
        cmocka_unit_test_setup_teardown(one_word_is_no_last_line, setup, teardown),
        cmocka_unit_test_setup_teardown(long_paragraphs_end, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
