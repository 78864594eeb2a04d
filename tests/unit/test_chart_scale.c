/* Scales and ticks: what they promise on any range, and the ranges readers meet. */
#include "chart/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void check_promises(int64_t lo, int64_t hi, size_t wanted, int64_t finest)
{
    struct ticks t = scale_ticks(lo, hi, wanted, finest);
    bool zero = false;

    assert_in_range(t.n, 1, wanted);
    assert_int_equal(t.step % finest, 0);
    for (size_t i = 0; i < t.n; i++) {
        assert_true(t.at[i] >= lo && t.at[i] <= hi);
        assert_int_equal(t.at[i] % t.step, 0);
        zero = zero || t.at[i] == 0;
        if (i > 0)
            assert_true(t.at[i] - t.at[i - 1] == t.step);
    }
    assert_true(zero);
}

static void ticks_keep_their_promises(void **state)
{
    static const int64_t edge[] = {0, 1, 7, 99, 100, 101, 1982, 1982000000, INT64_MAX / 2,
                                   INT64_MAX};

    (void)state;
    for (size_t i = 0; i < sizeof edge / sizeof *edge; i++)
        for (size_t k = 0; k < sizeof edge / sizeof *edge; k++)
            for (size_t wanted = 2; wanted <= SCALE_TICKS_MAX; wanted++) {
                check_promises(-edge[i], edge[k], wanted, 1);
                check_promises(-edge[i], edge[k], wanted, 100);
            }
}

static void ticks_are_the_nice_numbers(void **state)
{
    struct ticks t = scale_ticks(0, 1982, 6, 1); /* 19.82 in hundredths */

    (void)state;
    assert_int_equal(t.step, 500);
    assert_int_equal(t.n, 4);
    assert_int_equal(t.at[3], 1500);
    assert_int_equal(scale_ticks(0, 20, 6, 1).step, 5);
    assert_int_equal(scale_ticks(0, 8, 6, 1).step, 2);
    assert_int_equal(scale_ticks(0, 300, 6, 100).step, 100); /* counts: never a half tick */
    assert_int_equal(scale_ticks(0, 100, 6, 100).n, 2);
    assert_int_equal(scale_ticks(0, 0, 6, 100).n, 1);
}

static void lengths_round_half_away_and_saturate(void **state)
{
    (void)state;
    assert_int_equal(scale_length((struct scale){3, 2}, 1), 2);
    assert_int_equal(scale_length((struct scale){3, 2}, -1), -2);
    assert_int_equal(scale_length((struct scale){1000, 0}, 5), 0);
    assert_int_equal(scale_length((struct scale){INT64_MAX, 1}, INT64_MAX), INT32_MAX / 2);
    assert_int_equal(scale_length((struct scale){INT64_MAX, 1}, -INT64_MAX), INT32_MIN / 2);
    assert_true(scale_is_smaller((struct scale){1, 3}, (struct scale){1, 2}));
    assert_false(scale_is_smaller((struct scale){1, 2}, (struct scale){1, 2}));
    assert_true(scale_is_smaller((struct scale){1, INT64_MAX}, (struct scale){INT64_MAX, 1}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_keep_their_promises),
        cmocka_unit_test(ticks_are_the_nice_numbers),
        cmocka_unit_test(lengths_round_half_away_and_saturate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
