#include "base/arena.h"
#include "locale/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void order_is_the_languages(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *es = locale_open(a, "es"), *en = locale_open(a, "en"),
                  *ru = locale_open(a, "ru"), *zh = locale_open(a, "zh");
    assert_true(locale_compare(es, "nube", "ñandú") < 0);
    assert_true(locale_compare(es, "ñandú", "oca") < 0);
    assert_true(locale_compare(en, "Ñandú", "nube") < 0); /* ñ sorts as n in English */
    assert_true(locale_compare(es, "Álava", "Azul") < 0);
    assert_true(locale_compare(ru, "ёж", "жук") < 0);
    assert_true(locale_compare(ru, "ель", "ёж") > 0);
    assert_true(locale_compare(zh, "北京", "上海") < 0); /* by pinyin: bei, shang */
    assert_int_equal(locale_compare(en, "GIZ", "GIZ"), 0);
    assert_true(locale_compare(en, "b", "a") > 0);
    arena_free(a);
}

static void folding_is_for_search(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(locale_fold(a, "ÁRBOL Ñandú"), "arbol nandu");
    assert_string_equal(locale_fold(a, "A\xCC\x81"), "a"); /* decomposed */
    assert_string_equal(locale_fold(a, "ﬁn Straße"), "fin strasse");
    assert_string_equal(locale_fold_name(a, "  The “Children’s\u00A0 Fund” – Niñez "),
                        "the childrens fund - ninez");
    assert_string_equal(locale_fold_name(a, "The Children\u00B4s Fund\u2014X"),
                        "the childrens fund-x");
    assert_string_equal(locale_fold(a, "ＩＴＵ"), "itu");
    assert_string_equal(locale_fold(a, "Ёлка"), "елка");
    assert_string_equal(locale_fold(a, "اتِّفاق"), "اتفاق"); /* vowel points */
    assert_string_equal(locale_fold(a, "电信"), "电信");
    assert_string_equal(locale_fold(a, ""), "");
    assert_string_equal(locale_fold(a, "x\xFFy"), "x\xEF\xBF\xBDy"); /* bad bytes do no harm */
    arena_free(a);
}

static void upper_case_and_composition(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *es = locale_open(a, "es");
    assert_string_equal(locale_upper(a, es, "unión straße \xCE\x90"), "UNIÓN STRASSE \xCE\x99\xCC\x88\xCC\x81");
    assert_string_equal(locale_upper(a, es, ""), "");
    assert_string_equal(locale_nfc(a, "e\xCC\x81"), "\xC3\xA9");
    assert_string_equal(locale_nfc(a, "\xF0\x9F\x8C\x8D"), "\xF0\x9F\x8C\x8D");
    assert_int_equal(locale_lower_letter(0xD1), 0xF1);
    assert_int_equal(locale_lower_letter('7'), '7');
    arena_free(a);
}

static void terminals_show_wide_letters_in_two_cells(void **state)
{
    (void)state;
    assert_int_equal(locale_cells(""), 0);
    assert_int_equal(locale_cells("UIT/BDT"), 7);
    assert_int_equal(locale_cells("电信 ITU"), 8);
    assert_int_equal(locale_cells("e\xCC\x81t\xC3\xA9"), 3);        /* a mark of its own */
    assert_int_equal(locale_cells("\xE2\x81\xA6ITU\xE2\x81\xA9"), 3); /* isolates */
    assert_int_equal(locale_cells("اتِّفاق"), 5);
    assert_int_equal(locale_cells_fit("电信", 3), strlen("电"));
    assert_int_equal(locale_cells_fit("e\xCC\x81t", 1), 3); /* a letter keeps its mark */
    assert_int_equal(locale_cells_fit("abc", 9), 3);
    assert_int_equal(locale_cells_fit("abc", 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_is_the_languages),
        cmocka_unit_test(folding_is_for_search),
        cmocka_unit_test(upper_case_and_composition),
        cmocka_unit_test(terminals_show_wide_letters_in_two_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
