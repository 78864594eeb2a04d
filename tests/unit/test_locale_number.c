#include "base/arena.h"
#include "locale/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NBSP "\xC2\xA0"
#define NARROW "\xE2\x80\xAF"
#define LRM "\xE2\x80\x8E"
#define MINUS "\xE2\x88\x92"

struct row {
    const char *lang, *in, *number, *percent;
};

static void numbers_are_written_as_each_language_writes_them(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"en", "33.8", "33.8", "33.8%"},
        {"en", "1234", "1,234", "1,234%"},
        {"en", "-1234567.80", MINUS "1,234,567.80", MINUS "1,234,567.80%"},
        {"es", "33.8", "33,8", "33,8%"},
        {"es", "92", "92", "92%"},
        {"es", "1234", "1234", "1234%"},
        {"es", "12345.60", "12" NARROW "345,60", "12" NARROW "345,60%"},
        {"es", "1000000", "1" NARROW "000" NARROW "000", "1" NARROW "000" NARROW "000%"},
        {"fr", "92", "92", "92" NBSP "%"},
        {"fr", "1234.5", "1" NARROW "234,5", "1" NARROW "234,5" NBSP "%"},
        {"ar", "92", "92", "92" LRM "%" LRM},
        {"ar", "-1234.5", LRM MINUS "1,234.5", LRM MINUS "1,234.5" LRM "%" LRM},
        {"zh", "1234.5", "1,234.5", "1,234.5%"},
        {"ru", "1234.5", "1" NBSP "234,5", "1" NBSP "234,5" NBSP "%"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct locale *l = locale_open(a, rows[i].lang);
        assert_non_null(l);
        assert_string_equal(locale_number(a, l, rows[i].in), rows[i].number);
        assert_string_equal(locale_percent(a, l, rows[i].in), rows[i].percent);
    }
    arena_free(a);
}

static void digits_stay_as_given(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *l = locale_open(a, "en");
    assert_string_equal(locale_number(a, l, "9007199254740993.10000000000000000001"),
                        "9,007,199,254,740,993.10000000000000000001");
    assert_string_equal(locale_number(a, l, "0.00"), "0.00");
    assert_string_equal(locale_number(a, l, "999"), "999");
    arena_free(a);
}

static void what_is_no_decimal_is_left_alone(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *l = locale_open(a, "es");
    const char *odd[] = {"", "-", "1e9", "12345.", ".5", "1.2.3", "--1", "n/a"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        assert_string_equal(locale_number(a, l, odd[i]), odd[i]);
    arena_free(a);
}

static void the_mark_is_found_for_alignment(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *es = locale_open(a, "es"), *en = locale_open(a, "en");
    assert_int_equal(locale_number_mark(es, "19,82"), 2);
    assert_int_equal(locale_number_mark(es, "89"), 2);
    assert_int_equal(locale_number_mark(en, "1,234.5"), 5);
    assert_int_equal(locale_number_mark(en, "1,234"), 5);
    arena_free(a);
}

static void only_the_six_languages_open(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_null(locale_open(a, "de"));
    assert_null(locale_open(a, ""));
    assert_null(locale_open(a, "en-US"));
    struct locale *ar = locale_open(a, "ar");
    assert_true(locale_is_rtl(ar));
    assert_string_equal(locale_lang(ar), "ar");
    assert_false(locale_is_rtl(locale_open(a, "zh")));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_as_each_language_writes_them),
        cmocka_unit_test(digits_stay_as_given),
        cmocka_unit_test(what_is_no_decimal_is_left_alone),
        cmocka_unit_test(the_mark_is_found_for_alignment),
        cmocka_unit_test(only_the_six_languages_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
