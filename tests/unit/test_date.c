#include "unit.h"

#include "base/date.h"

static void only_dates_of_the_calendar(void **state)
{
    (void)state;
    struct date d;
    assert_int_equal(date_parse("2024-02-29", &d), DATE_OK);
    assert_int_equal(d.day, 29);
    assert_int_equal(date_parse("2023-02-29", &d), DATE_NOT_IN_CALENDAR);
    assert_int_equal(date_parse("1900-02-29", &d), DATE_NOT_IN_CALENDAR);
    assert_int_equal(date_parse("2000-02-29", &d), DATE_OK);
    assert_int_equal(date_parse("1865-05-17", &d), DATE_OK);
    assert_int_equal(date_parse("2199-12-31", &d), DATE_OK);
    assert_int_equal(date_parse("1864-12-31", &d), DATE_FAR_OFF);
    assert_int_equal(date_parse("9999-03-01", &d), DATE_FAR_OFF);
    assert_int_equal(date_parse("2024-13-01", &d), DATE_NOT_IN_CALENDAR);
    assert_int_equal(date_parse("2024-00-10", &d), DATE_NOT_IN_CALENDAR);
    const char *const bad[] = {"", "2024", "2024-2-3", "14/05/2024", "2024-05-14T00:00", "0999-01-01",
                               "2024_05-14", "20240514"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(date_parse(bad[i], &d), DATE_SYNTAX);
}

static void dates_have_an_order_and_a_distance(void **state)
{
    (void)state;
    struct date a = {2024, 2, 28}, b = {2024, 3, 1};
    assert_true(date_cmp(a, b) < 0);
    assert_int_equal(date_cmp(a, a), 0);
    assert_int_equal(date_days(b) - date_days(a), 2);
    assert_int_equal(date_days((struct date){1970, 1, 1}), 0);
    char text[16];
    date_format(b, text);
    assert_string_equal(text, "2024-03-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_dates_of_the_calendar),
        cmocka_unit_test(dates_have_an_order_and_a_distance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
