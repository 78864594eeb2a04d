/* Conversion to cents: the rate of a date, and rounding once, half away from zero. */
#include "model/model_parts.h"
#include "unit/model_fixture.h"

static int64_t cents(int64_t amount, int digits, const char *rate)
{
    int64_t out = -1;
    assert_true(rates_to_cents(amount, digits, fixture_decimal(rate), &out));
    return out;
}

static void rounds_half_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(cents(100000000, 2, "0.924"), 108225108);
    assert_int_equal(cents(1, 2, "2"), 1);   /* half a cent */
    assert_int_equal(cents(-1, 2, "2"), -1);
    assert_int_equal(cents(1, 2, "2.000001"), 0);
    assert_int_equal(cents(3, 2, "2.00"), 2);
    assert_int_equal(cents(1000000, 0, "150.5"), 664452); /* yen have no minor unit */
    assert_int_equal(cents(1234567, 3, "0.307"), 402139); /* dinars have three digits */
    assert_int_equal(cents(12345, 2, "1"), 12345);
}

static void holds_rates_of_many_digits(void **state)
{
    (void)state;
    assert_int_equal(cents(100000000, 2, "0.924000000000000000"), 108225108);
    assert_int_equal(cents(9, 2, "9.000000000000000001"), 1);
    int64_t out = 7;
    assert_false(rates_to_cents(INT64_MAX, 0, fixture_decimal("0.000001"), &out));
    assert_false(rates_to_cents(INT64_MIN, 0, fixture_decimal("0.123456789123456789"), &out));
    assert_int_equal(out, 7);
}

static void takes_the_newest_rate_on_or_before(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_rate(&f, "EUR", "2024-04-01", "0.93");
    fixture_rate(&f, "EUR", "2024-01-01", "0.91");
    fixture_rate(&f, "CHF", "2024-01-01", "0.85");
    struct rates *x = rates_index(f.a, f.r);
    const struct rate *later;
    assert_int_equal(rates_on(x, "EUR", fixture_date("2024-03-31"), &later)->units_per_usd.mantissa,
                     91);
    assert_int_equal(later->units_per_usd.mantissa, 93);
    assert_int_equal(rates_on(x, "EUR", fixture_date("2024-04-01"), &later)->units_per_usd.mantissa,
                     93);
    assert_null(later);
    assert_null(rates_on(x, "EUR", fixture_date("2023-12-31"), &later));
    assert_int_equal(later->units_per_usd.mantissa, 91);
    assert_null(rates_on(x, "GBP", fixture_date("2024-12-31"), &later));
    assert_null(later);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounds_half_away_from_zero),
        cmocka_unit_test(holds_rates_of_many_digits),
        cmocka_unit_test(takes_the_newest_rate_on_or_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
