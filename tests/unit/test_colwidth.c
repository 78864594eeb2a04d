#include "typeset/colwidth.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void wishes_and_a_little_more(void **state)
{
    (void)state;
    struct colwidth c[] = {{.least = 10, .most = 50}, {.least = 10, .most = 30}};
    colwidth_share(c, 2, 100, 40);
    assert_int_equal(c[0].width, 60);
    assert_int_equal(c[1].width, 40);
    colwidth_share(c, 2, 1000, 40);
    assert_int_equal(c[0].width, 90);
    assert_int_equal(c[1].width, 70);
}

static void the_longest_gives_way_first(void **state)
{
    (void)state;
    struct colwidth c[] = {{.least = 10, .most = 60}, {.least = 20, .most = 500},
                           {.least = 15, .most = 30}};
    colwidth_share(c, 3, 200, 40);
    assert_int_equal(c[0].width, 60);
    assert_int_equal(c[2].width, 30);
    assert_int_equal(c[1].width, 110);
}

static void fixed_columns_keep_theirs(void **state)
{
    (void)state;
    struct colwidth c[] = {{.least = 10, .most = 60, .fixed = 25}, {.least = 20, .most = 500}};
    colwidth_share(c, 2, 100, 40);
    assert_int_equal(c[0].width, 25);
    assert_int_equal(c[1].width, 75);
}

static void long_words_yield_before_short_ones_and_numbers_never(void **state)
{
    (void)state;
    struct colwidth c[] = {{.hard = 20, .firm = 20, .least = 20, .most = 20},
                           {.hard = 30, .firm = 70, .least = 300, .most = 900},
                           {.hard = 30, .firm = 60, .least = 60, .most = 80}};
    colwidth_share(c, 3, 200, 40);
    assert_int_equal(c[0].width, 20);
    assert_int_equal(c[1].width, 120);
    assert_int_equal(c[2].width, 60);
    colwidth_share(c, 3, 130, 40);
    assert_int_equal(c[0].width, 20);
    assert_int_equal(c[1].width, 55);
    assert_int_equal(c[2].width, 55);
}

/* Words break anywhere before a number does. */
static void numbers_stay_whole_where_words_cannot(void **state)
{
    (void)state;
    struct colwidth c[] = {{.figure = 80, .hard = 80, .firm = 80, .least = 80, .most = 80},
                           {.hard = 60, .firm = 100, .least = 100, .most = 100}};
    colwidth_share(c, 2, 110, 40);
    assert_int_equal(c[0].width, 80);
    assert_int_equal(c[1].width, 30);
}

static void too_little_room_is_shared_by_need(void **state)
{
    (void)state;
    struct colwidth c[] = {{.figure = 100, .hard = 100, .firm = 100, .least = 100, .most = 100},
                           {.figure = 300, .hard = 300, .firm = 300, .least = 300, .most = 900}};
    colwidth_share(c, 2, 200, 40);
    assert_int_equal(c[0].width, 50);
    assert_int_equal(c[1].width, 150);
    colwidth_share(c, 2, -5, 40);
    assert_int_equal(c[0].width, 0);
    assert_int_equal(c[1].width, 0);
}

/* A column of long texts takes room from one whose texts are done in two lines anyway. */
static void width_goes_where_it_saves_lines(void **state)
{
    (void)state;
    struct colwidth c[] = {{.least = 30000, .most = 160000, .width = 100000},
                           {.least = 30000, .most = 900000, .width = 100000}};
    const struct colwidth_text text[] = {{{110000}, 1}, {{850000}, 1}, {{120000}, 1},
                                         {{700000}, 1}, {{90000}, 1},  {{900000}, 1}};
    colwidth_even(c, 2, text, 3);
    assert_true(c[0].width >= 30000 && c[0].width <= 70000);
    assert_int_equal(c[0].width + c[1].width, 200000);
}

/* What one row of a hundred asks for does not narrow the column that is long in all others. */
static void few_rows_do_not_decide(void **state)
{
    (void)state;
    struct colwidth c[] = {{.least = 30000, .most = 160000, .width = 60000},
                           {.least = 30000, .most = 900000, .width = 140000}};
    struct colwidth_text text[40];
    for (size_t r = 0; r < 20; r++) {
        text[2 * r] = (struct colwidth_text){{50000}, 1};
        text[2 * r + 1] = (struct colwidth_text){{250000}, 1};
    }
    text[0].part[0] = 160000;
    colwidth_even(c, 2, text, 20);
    assert_in_range(c[0].width, 50000, 62000);
}

static void fixed_columns_are_not_moved(void **state)
{
    (void)state;
    struct colwidth c[] = {{.most = 90, .fixed = 90000, .width = 90000},
                           {.least = 30000, .most = 900000, .width = 100000}};
    const struct colwidth_text text[] = {{{10000}, 1}, {{850000}, 1}};
    colwidth_even(c, 2, text, 1);
    assert_int_equal(c[0].width, 90000);
}

/* Lines that end by force need as much room as others: a cell of two counts as two. */
static void forced_lines_count(void **state)
{
    (void)state;
    struct colwidth c[] = {{.least = 30000, .most = 300000, .width = 100000},
                           {.least = 30000, .most = 300000, .width = 100000}};
    const struct colwidth_text text[] = {{{260000}, 1}, {{150000, 250000, 140000}, 3}};
    colwidth_even(c, 2, text, 1);
    assert_true(c[1].width > 120000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wishes_and_a_little_more),
        cmocka_unit_test(the_longest_gives_way_first),
        cmocka_unit_test(fixed_columns_keep_theirs),
        cmocka_unit_test(long_words_yield_before_short_ones_and_numbers_never),
        cmocka_unit_test(numbers_stay_whole_where_words_cannot),
        cmocka_unit_test(too_little_room_is_shared_by_need),
        cmocka_unit_test(width_goes_where_it_saves_lines),
        cmocka_unit_test(few_rows_do_not_decide),
        cmocka_unit_test(fixed_columns_are_not_moved),
        cmocka_unit_test(forced_lines_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
