/* What sums of unknowns tell of them, against cases worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "model/row_space.h"

enum { UNKNOWNS = 5 };

/* Forms of whole coefficients, one a row. */
static struct row_space *space(struct arena *a, const int64_t (*form)[UNKNOWNS], size_t n)
{
    struct row_space *s = row_space_new(a, UNKNOWNS, n);
    for (size_t i = 0; i < n; i++) {
        uint64_t row[UNKNOWNS];
        for (size_t k = 0; k < UNKNOWNS; k++)
            row[k] = row_space_share(form[i][k], 1);
        row_space_add(s, row, i + 10);
    }
    return s;
}

static size_t tells(struct row_space *s, size_t first, size_t n)
{
    static const size_t all[UNKNOWNS] = {0, 1, 2, 3, 4};
    const size_t *form;
    return row_space_tells(s, all + first, n, &form);
}

static void the_difference_of_two_tells_of_what_is_left(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const int64_t forms[][UNKNOWNS] = {{1, 1, 1, 0, 0}, {1, 1, 0, 0, 0}, {0, 0, 0, 1, 1}};
    struct row_space *s = space(a, forms, 3);
    const size_t *form, third[] = {2};
    assert_int_equal(row_space_tells(s, third, 1, &form), 2);
    assert_int_equal(form[0], 10);
    assert_int_equal(form[1], 11);
    assert_int_equal(tells(s, 0, 1), 0);
    assert_int_equal(tells(s, 1, 1), 0);
    assert_int_equal(tells(s, 3, 1), 0);
    assert_int_equal(tells(s, 0, 2), 1); /* as a form says it */
    assert_int_equal(tells(s, 3, 2), 1);
    arena_free(a);
}

/* A cycle hides all: kinds by regions, one in each cell. */
static void sums_of_rows_and_columns_tell_of_no_cell(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const int64_t forms[][UNKNOWNS] = {
        {1, 1, 0, 0, 0}, {0, 0, 1, 1, 0}, {1, 0, 1, 0, 0}, {0, 1, 0, 1, 0}, {1, 1, 1, 1, 0}};
    struct row_space *s = space(a, forms, 5);
    for (size_t i = 0; i < UNKNOWNS; i++)
        assert_int_equal(tells(s, i, 1), 0);
    assert_int_equal(tells(s, 1, 2), 2); /* the difference of a row and a column */
    arena_free(a);
}

static void a_long_chain_is_followed(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const int64_t forms[][UNKNOWNS] = {
        {1, 1, 0, 0, 0}, {0, 1, 1, 0, 0}, {0, 0, 1, 1, 0}, {0, 0, 0, 1, 1}, {1, 0, 0, 0, 1}};
    struct row_space *s = space(a, forms, 5);
    for (size_t i = 0; i < UNKNOWNS; i++) /* an odd cycle: each is half of what all say */
        assert_int_equal(tells(s, i, 1), 5);
    struct row_space *even = space(a, forms, 4);
    for (size_t i = 0; i < UNKNOWNS; i++)
        assert_int_equal(tells(even, i, 1), 0);
    arena_free(a);
}

static void shares_are_exact(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct row_space *s = row_space_new(a, UNKNOWNS, 4);
    for (int i = 0; i < 3; i++) { /* a third of each, three times: one sum */
        uint64_t row[UNKNOWNS] = {row_space_share(1, 3), row_space_share(1, 3), 0, 0, 0};
        row_space_add(s, row, (size_t)i);
    }
    assert_int_equal(tells(s, 0, 1), 0);
    assert_int_equal(tells(s, 0, 2), 1);
    uint64_t uneven[UNKNOWNS] = {row_space_share(1, 3), row_space_share(-2, 7), 0, 0, 0};
    row_space_add(s, uneven, 3);
    assert_int_equal(tells(s, 0, 1), 2);
    assert_int_equal(tells(s, 1, 1), 2);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_difference_of_two_tells_of_what_is_left),
        cmocka_unit_test(sums_of_rows_and_columns_tell_of_no_cell),
        cmocka_unit_test(a_long_chain_is_followed),
        cmocka_unit_test(shares_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
