#include "base/arena.h"
#include "locale/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void countries_in_six_languages(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *kenya, *norway;
    } rows[] = {
        {"en", "Kenya", "Norway"}, {"fr", "Kenya", "Norvège"}, {"es", "Kenia", "Noruega"},
        {"ar", "كينيا", "النرويج"}, {"zh", "肯尼亚", "挪威"}, {"ru", "Кения", "Норвегия"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct locale *l = locale_open(a, rows[i].lang);
        assert_string_equal(locale_country(a, l, "KE"), rows[i].kenya);
        assert_string_equal(locale_country(a, l, "NO"), rows[i].norway);
    }
    arena_free(a);
}

static void unknown_codes_are_returned(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *l = locale_open(a, "es");
    assert_string_equal(locale_country(a, l, "QX"), "QX");
    assert_string_equal(locale_country(a, l, ""), "");
    assert_string_equal(locale_country(a, l, "not a country at all"), "not a country at all");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(countries_in_six_languages),
        cmocka_unit_test(unknown_codes_are_returned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
