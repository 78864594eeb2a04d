#include "unit.h"

#include "base/arena.h"
#include "base/decimal.h"

static void parses_plain_decimals(void **state)
{
    (void)state;
    struct decimal d;
    assert_int_equal(decimal_parse("1000000.00", &d), DECIMAL_OK);
    assert_int_equal(d.mantissa, 100000000);
    assert_int_equal(d.scale, 2);
    assert_int_equal(decimal_parse("-0.5", &d), DECIMAL_OK);
    assert_int_equal(d.mantissa, -5);
    const char *const bad[] = {"", "-", ".5", "5.", "1,000", "1e3", "+1", " 1", "1 ", "0x1", "1.2.3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(decimal_parse(bad[i], &d), DECIMAL_SYNTAX);
    assert_int_equal(decimal_parse("9223372036854775807", &d), DECIMAL_OK);
    assert_int_equal(decimal_parse("9223372036854775808", &d), DECIMAL_TOO_LARGE);
    assert_int_equal(decimal_parse("99999999999999999999999999", &d), DECIMAL_TOO_LARGE);
    assert_int_equal(decimal_parse("0.0000000000000000001", &d), DECIMAL_TOO_LARGE);
}

static void rescales_without_loss_or_says_so(void **state)
{
    (void)state;
    int64_t n;
    assert_true(decimal_rescale((struct decimal){125, 2}, 4, &n));
    assert_int_equal(n, 12500);
    assert_true(decimal_rescale((struct decimal){1250, 3}, 2, &n));
    assert_int_equal(n, 125);
    assert_false(decimal_rescale((struct decimal){1255, 3}, 2, &n));
    assert_false(decimal_rescale((struct decimal){INT64_MAX, 0}, 2, &n));
}

static void rounds_half_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(decimal_div_round(5, 10), 1);
    assert_int_equal(decimal_div_round(-5, 10), -1);
    assert_int_equal(decimal_div_round(4, 10), 0);
    assert_int_equal(decimal_div_round(-4, 10), 0);
    assert_int_equal(decimal_div_round(15, 10), 2);
    assert_int_equal(decimal_div_round(7, 2), 4);
    int64_t n;
    assert_true(decimal_mul_div(INT64_MAX, 1000, 1000, &n));
    assert_int_equal(n, INT64_MAX);
    assert_false(decimal_mul_div(INT64_MAX, 1000, 1, &n));
    assert_false(decimal_add(INT64_MAX, 1, &n));
}

static void shares_sum_to_the_total(void **state)
{
    (void)state;
    int64_t share[7];
    decimal_share(100, (int64_t[]){1, 1, 1}, 3, share);
    assert_int_equal(share[0], 34); /* the tie goes to the earlier one */
    assert_int_equal(share[1], 33);
    assert_int_equal(share[2], 33);
    decimal_share(-100, (int64_t[]){1, 1, 1}, 3, share);
    assert_int_equal(share[0], -34);
    decimal_share(10, (int64_t[]){0, 1, 0}, 3, share);
    assert_int_equal(share[0], 0);
    assert_int_equal(share[1], 10);
    uint64_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        int64_t weight[7], sum = 0, total;
        for (int i = 0; i < 7; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            weight[i] = (int64_t)(seed >> 33) % 1000;
        }
        weight[3]++;
        total = (int64_t)(seed >> 20) - (int64_t)(UINT64_C(1) << 43);
        decimal_share(total, weight, 7, share);
        for (int i = 0; i < 7; i++)
            sum += share[i];
        assert_int_equal(sum, total);
    }
}

static void writes_what_it_parses(void **state)
{
    (void)state;
    static const int64_t minors[] = {0, 1, -1, 5, 10, -99, 100, 12345, -1234567, 999999999999,
                                     INT64_MAX, -INT64_MAX};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof minors / sizeof *minors; i++)
        for (int digits = 0; digits <= DECIMAL_SCALE_MAX; digits++) {
            struct decimal d;
            assert_int_equal(decimal_parse(decimal_text(a, minors[i], digits), &d), DECIMAL_OK);
            assert_true(d.mantissa == minors[i] && d.scale == digits);
        }
    assert_string_equal(decimal_text(a, -5, 2), "-0.05");
    assert_string_equal(decimal_text(a, 1250, 2), "12.50");
    assert_string_equal(decimal_text(a, -7, 0), "-7");
    assert_string_equal(decimal_text(a, INT64_MIN, 18), "-9.223372036854775808");
    arena_free(a);
}

static void test_greatest_common_divisor(void **state)
{
    (void)state;
    const decimal_wide two64 = (decimal_wide)UINT64_MAX + 1;
    const decimal_wide cases[][3] = {{0, 0, 0}, {7, 0, 7}, {0, 7, 7}, {12, 18, 6}, {17, 5, 1},
                                     {two64, 6, 2}, {6, two64, 2}, {two64 * 15, two64 * 25, two64 * 5},
                                     {two64 * 9, two64 + 8, 24}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(decimal_gcd(cases[i][0], cases[i][1]) == cases[i][2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_greatest_common_divisor),
        cmocka_unit_test(parses_plain_decimals),
        cmocka_unit_test(writes_what_it_parses),
        cmocka_unit_test(rescales_without_loss_or_says_so),
        cmocka_unit_test(rounds_half_away_from_zero),
        cmocka_unit_test(shares_sum_to_the_total),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
