#include "base/arena.h"
#include "locale/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define NARROW "\xE2\x80\xAF"

static void dates_in_six_languages(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *full, *medium, *month;
    } rows[] = {
        {"en", "14 May 2024", "14 May 2024", "May 2024"},
        {"es", "14 de mayo de 2024", "14 may 2024", "mayo de 2024"},
        {"fr", "14 mai 2024", "14 mai 2024", "mai 2024"},
        {"ar", "14 مايو 2024", "14 مايو 2024", "مايو 2024"},
        {"zh", "2024年5月14日", "2024年5月14日", "2024年5月"},
        {"ru", "14 мая 2024" NARROW "г.", "14 мая 2024" NARROW "г.", "май 2024" NARROW "г."},
    };
    struct arena *a = arena_new();
    struct date d = {2024, 5, 14};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct locale *l = locale_open(a, rows[i].lang);
        assert_string_equal(locale_date(a, l, d, DATE_LONG), rows[i].full);
        assert_string_equal(locale_date(a, l, d, DATE_MEDIUM), rows[i].medium);
        assert_string_equal(locale_date(a, l, d, DATE_MONTH_YEAR), rows[i].month);
    }
    arena_free(a);
}

static void the_first_of_a_month_is_an_ordinal_in_french(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *fr = locale_open(a, "fr"), *es = locale_open(a, "es");
    assert_string_equal(locale_date(a, fr, (struct date){2024, 5, 1}, DATE_LONG), "1er mai 2024");
    assert_string_equal(locale_date(a, fr, (struct date){2024, 5, 11}, DATE_LONG), "11 mai 2024");
    assert_string_equal(locale_date(a, fr, (struct date){2024, 5, 1}, DATE_MONTH_YEAR),
                        "mai 2024");
    assert_string_equal(locale_date(a, es, (struct date){2024, 5, 1}, DATE_LONG),
                        "1 de mayo de 2024");
    arena_free(a);
}

static void old_and_leap_days_are_not_moved(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *en = locale_open(a, "en");
    assert_string_equal(locale_date(a, en, (struct date){1500, 3, 1}, DATE_LONG),
                        "1 March 1500"); /* before the Gregorian reform */
    assert_string_equal(locale_date(a, en, (struct date){1865, 5, 17}, DATE_LONG),
                        "17 May 1865");
    assert_string_equal(locale_date(a, en, (struct date){2024, 2, 29}, DATE_LONG),
                        "29 February 2024");
    assert_string_equal(locale_date(a, en, (struct date){9999, 12, 31}, DATE_LONG),
                        "31 December 9999");
    arena_free(a);
}

static void lists_end_in_an_and(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *two, *three;
    } rows[] = {
        {"en", "a and b", "a, b and c"}, {"es", "a y b", "a, b y c"},
        {"fr", "a et b", "a, b et c"},   {"ru", "a и b", "a, b и c"},
        {"zh", "a和b", "a、b和c"},       {"ar", "a وb", "a وb وc"},
    };
    const char *items[] = {"a", "b", "c"};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct locale *l = locale_open(a, rows[i].lang);
        assert_string_equal(locale_list(a, l, items, 0), "");
        assert_string_equal(locale_list(a, l, items, 1), "a");
        assert_string_equal(locale_list(a, l, items, 2), rows[i].two);
        assert_string_equal(locale_list(a, l, items, 3), rows[i].three);
    }
    const char *before_i[] = {"Colombia", "India"}; /* y becomes e before the sound i */
    assert_string_equal(locale_list(a, locale_open(a, "es"), before_i, 2), "Colombia e India");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_in_six_languages),
        cmocka_unit_test(the_first_of_a_month_is_an_ordinal_in_french),
        cmocka_unit_test(old_and_leap_days_are_not_moved),
        cmocka_unit_test(lists_end_in_an_and),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
