/* What people write for ids, dates and amounts. */
#include "unit/unit.h"

#include "base/arena.h"
#include "records/records_room.h"

#include <string.h>

static void same(const char *got, const char *expected)
{
    if (expected) {
        assert_non_null(got);
        assert_string_equal(got, expected);
    } else {
        assert_null(got);
    }
}

static void dates(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"14/05/2024", "2024-05-14"}, {"05/14/2024", "2024-05-14"}, {"5.6.2024", "2024-06-05"},
        {"2024/5/7", "2024-05-07"},   {"14 May 2024", "2024-05-14"}, {"May 14, 2024", "2024-05-14"},
        {"1 février 2023", "2023-02-01"}, {"31 de diciembre de 2022", "2022-12-31"},
        {"20240514", "2024-05-14"},   {"2024-05-14T10:00:00Z", "2024-05-14"}, {"31/02/2024", NULL},
        {"2024", NULL},               {"soon", NULL},               {"14-05-24", NULL},
        {"", NULL},                   {"99999999999999", NULL},
        {"2025-03-3\uFF11", "2025-03-31"}, {"\u0663\u0661/\u0660\u0663/2025", "2025-03-31"},
        {"\u06F2\u06F0\u06F2\u06F5-03-31", "2025-03-31"}, {"2024年3月1日", "2024-03-01"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        same(guess_date(a, rows[i][0]), rows[i][1]);
    arena_free(a);
}

static void amounts(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        int digits;
        const char *meant;
    } rows[] = {
        {"1,000,000.00", 2, "1000000.00"}, {"1.000.000,00", 2, "1000000.00"},
        {"1 000 000", 2, "1000000"},       {"1'000'000.50", 2, "1000000.50"},
        {"1,000", 2, "1000"},              {"5,5", 2, "5.5"},
        {"EUR 1000", 2, "1000"},           {"€1000.00", 2, "1000.00"},
        {"100 KES", 2, "100"},             {"MAD 20", 2, "20"},
        {"$ -5", 2, "-5"},                 {"1e6", 2, NULL},
        {"1.5 M", 2, NULL},                {"20k", 2, NULL},
        {"3 million", 2, NULL},            {"2 mio", 2, NULL},
        {"1,5", 0, NULL},                  {"none", 2, NULL},
        {"", 2, NULL},                     {"-0", 2, NULL},
        {"USD -0,00", 2, NULL},
        {"5\uFF10\uFF10", 2, "500"},       {"010", 2, "10"},
        {"-00012.50", 2, "-12.50"},        {"00.50", 2, "0.50"},
        {"000", 2, "0"},               };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        same(guess_amount(a, rows[i].written, rows[i].digits), rows[i].meant);
    arena_free(a);
}

static void ids(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    same(guess_id(a, "UNICEF"), "unicef");
    same(guess_id(a, "GSM_Association 2"), "gsm-association-2");
    same(guess_id(a, " -x- "), "x");
    same(guess_id(a, "中文"), NULL);
    assert_true(fields_is_id("a"));
    assert_true(fields_is_id("2024-x"));
    assert_false(fields_is_id("-x"));
    assert_false(fields_is_id("a_b"));
    assert_false(fields_is_id(""));
    arena_free(a);
}

static void currencies(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        int digits;
    } rows[] = {{"USD", 2}, {"EUR", 2}, {"CHF", 2}, {"JPY", 0}, {"XOF", 0}, {"XAF", 0},
                {"KRW", 0}, {"KWD", 3}, {"TND", 3}, {"CLF", 4}, {"AED", 2}, {"ZWL", 2},
                {"ISK", 0}, {"UGX", 0}, {"MRU", 2}, {"HRK", 2}, {"SLE", 2}, {"VND", 0}};
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct currency *c = iso_4217_find(rows[i].code);
        assert_non_null(c);
        assert_string_equal(c->code, rows[i].code);
        assert_int_equal(c->digits, rows[i].digits);
    }
    assert_null(iso_4217_find("XXX"));
    assert_null(iso_4217_find("usd"));
    same(iso_4217_nearest(a, "usd"), "USD");
    same(iso_4217_nearest(a, "€"), "EUR");
    same(iso_4217_nearest(a, "US$"), "USD");
    arena_free(a);
}

static void countries(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    same(iso_3166_find("NO"), "NO");
    same(iso_3166_find("AD"), "AD");
    same(iso_3166_find("ZW"), "ZW");
    same(iso_3166_find("UK"), NULL);
    same(iso_3166_nearest("UK"), "GB");
    same(iso_3166_nearest("no"), "NO");
    same(iso_3166_nearest("norway"), "NO");
    same(iso_3166_nearest("Colmbia"), "CO");
    same(iso_3166_nearest("QQ"), NULL);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),      cmocka_unit_test(amounts),   cmocka_unit_test(ids),
        cmocka_unit_test(currencies), cmocka_unit_test(countries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
