#include "unit.h"

#include "base/arena.h"
#include "base/rational.h"

static void sums_of_shares_are_whole(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct rational *sum = rational_new(a, 0, 1);
    bool exact;
    /* 1/n for n up to 200, n times each: the common denominator has more than 80 digits. */
    for (int n = 1; n <= 200; n++)
        for (int i = 0; i < n; i++)
            rational_add_fraction(sum, 1, n);
    assert_string_equal(rational_decimal(a, sum, 0, &exact), "200");
    assert_true(exact);
    assert_int_equal(rational_cmp(sum, rational_new(a, 200, 1)), 0);
    arena_free(a);
}

static void prints_and_tells_what_was_rounded(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    bool exact;
    struct rational *r = rational_new(a, 33, 2);
    assert_string_equal(rational_decimal(a, r, 1, &exact), "16.5");
    assert_true(exact);
    assert_string_equal(rational_decimal(a, r, 0, &exact), "17");
    assert_false(exact);
    assert_string_equal(rational_text(a, r), "33/2");
    assert_string_equal(rational_decimal(a, rational_new(a, 1, 3), 2, &exact), "0.33");
    assert_string_equal(rational_decimal(a, rational_new(a, -1, 8), 2, &exact), "-0.13");
    assert_string_equal(rational_decimal(a, rational_new(a, -1, 1000), 2, &exact), "0.00");
    assert_true(rational_is_zero(rational_new(a, 0, 7)));
    arena_free(a);
}

static void differences_are_exact(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct rational *x = rational_new(a, 1, 3), *y = rational_new(a, 1, 2);
    assert_string_equal(rational_text(a, rational_difference(a, x, y)), "-1/6");
    assert_string_equal(rational_text(a, rational_difference(a, y, x)), "1/6");
    assert_true(rational_is_zero(rational_difference(a, y, y)));
    assert_string_equal(rational_text(a, x), "1/3");
    arena_free(a);
}

/* A number that was once too long for two words is GMP's ever after. */
static struct rational *made_long(struct arena *a, int64_t num, int64_t den)
{
    struct rational *r = rational_new(a, num, den);
    rational_add_fraction(r, 1, INT64_MAX);
    rational_add_fraction(r, 1, INT64_MAX - 1);
    rational_add_fraction(r, -1, INT64_MAX);
    rational_add_fraction(r, -1, INT64_MAX - 1);
    return r;
}

static void words_and_long_numbers_agree(void **state)
{
    (void)state;
    static const int64_t nums[] = {0, 1, -1, 2, 7, -12, 499, 100000, -99995, 123456789,
                                   3037000499, INT64_MAX - 2, -INT64_MAX};
    static const int64_t dens[] = {1, 2, 3, 7, 8, 60, 200, 1000, 999983, 4294967296, INT64_MAX};
    enum { NUMS = sizeof nums / sizeof *nums, DENS = sizeof dens / sizeof *dens };
    for (size_t i = 0; i < NUMS * DENS; i++) {
        struct arena *a = arena_new();
        int64_t num = nums[i % NUMS], den = dens[i / NUMS];
        struct rational *x = rational_new(a, num, den), *y = made_long(a, num, den);
        for (size_t k = 0; k < NUMS * DENS; k += 5) {
            bool exact, exact_long;
            int digits = (int)(k % 4) + (k % 15 == 0 ? 16 : 0);
            assert_string_equal(rational_text(a, x), rational_text(a, y));
            assert_string_equal(rational_decimal(a, x, digits, &exact),
                                rational_decimal(a, y, digits, &exact_long));
            assert_int_equal(exact, exact_long);
            assert_int_equal(rational_cmp(x, y), 0);
            const struct rational *other = rational_new(a, nums[k % NUMS], dens[k / NUMS]);
            assert_int_equal(rational_cmp(x, other), rational_cmp(y, other));
            assert_string_equal(rational_text(a, rational_difference(a, x, other)),
                                rational_text(a, rational_difference(a, y, other)));
            rational_add_fraction(x, nums[k % NUMS], dens[k / NUMS]);
            rational_add_fraction(y, nums[k % NUMS], dens[k / NUMS]);
        }
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_of_shares_are_whole),
        cmocka_unit_test(prints_and_tells_what_was_rounded),
        cmocka_unit_test(differences_are_exact),
        cmocka_unit_test(words_and_long_numbers_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
