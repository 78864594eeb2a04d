#include "base/arena.h"
#include "locale/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The text with | where a line may, ~ where it had better not, and ! where it must break. */
static const char *broken(struct arena *a, const char *lang, const char *text)
{
    size_t len = strlen(text), n = 0;
    unsigned char *kind = locale_breaks(a, locale_open(a, lang), text, len);
    char *out = arena_alloc(a, 2 * len + 2);
    for (size_t i = 0; i <= len; i++) {
        if (kind[i] != BREAK_NONE)
            out[n++] = "?|!~"[kind[i]];
        if (i < len)
            out[n++] = text[i];
    }
    return out;
}

/* Rows of language and text with its breaks but the last. */
static void check_table(const char *const (*row)[2], size_t n)
{
    struct arena *a = arena_new();
    for (size_t i = 0; i < n; i++) {
        char *plain = arena_strdup(a, row[i][1]);
        size_t kept = 0;
        for (const char *p = plain; *p; p++)
            if (*p != '|' && *p != '~')
                plain[kept++] = *p;
        plain[kept] = '\0';
        assert_string_equal(broken(a, row[i][0], plain), arena_printf(a, "%s!", row[i][1]));
    }
    arena_free(a);
}

static void lines_break_as_uax14_has_it(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(broken(a, "en", ""), "");
    assert_string_equal(broken(a, "es", "unos amigos, con"), "unos |amigos, |con!");
    assert_string_equal(broken(a, "es", "33,8\xC2\xA0millones (USD)"),
                        "33,8\xC2\xA0millones |(USD)!");
    assert_string_equal(broken(a, "en", "and well-known\nnext"), "and |well-|known\n!next!");
    assert_string_equal(broken(a, "fr", "92\xC2\xA0% du total"), "92\xC2\xA0% |du |total!");
    assert_string_equal(broken(a, "ru", "15 февр. 2024 г."), "15 февр. |2024 г.!");
    assert_string_equal(broken(a, "fr", "15 févr. 2024"), "15 févr. |2024!");
    assert_string_equal(broken(a, "zh", "签署了89项协议，共"), "签|署|了|89~项|协|议，|共!");
    assert_string_equal(broken(a, "zh", "2024年（电联）"), "2024~年|（电|联）!");
    arena_free(a);
}

static void numbers_stay_with_what_they_count(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"en", "with |31.1 million |and |12 May |or |20 USD, |USD 20"},
        {"en", "in |92 per cent, |89 ~agreements, |(5 km) |about |5 p.m."},
        {"en", "1 000 000 ~people |in |2024 |and |7"},
        {"es", "unos |33,8 millones USD, |el |12 de mayo |de |2025 |y ~el |92 por ciento"},
        {"fr", "12 mai |2025, |33,8 millions, |89 ~accords, |92 %, |pour cent"},
        {"ar", "بقيمة |33.8 مليون دولار |في |12 مايو"},
        {"ru", "33,8 млн долл. США |в 2024 году, |12 мая |2025 г., |89 ~соглашений, |92 %"},
    };
    check_table(table, sizeof table / sizeof *table);
}

static void labels_stay_with_their_numbers(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"en", "see |Resolution 71 |of |Section 3.1, |(Table 4), |No. 5, |p. 5, |annexes IV"},
        {"en", "Resolution |of |5 ~items, |Document TDAG25/INF/1, |Table, |7"},
        {"es", "la |Resolución 71, |el |párrafo 3, |n.º 5, |art. 5"},
        {"fr", "la |Résolution 17, |aux |sections 3.1 |et |3.3, |n° 5, |art. 5"},
        {"ar", "وفي |القرار 17 وفي |الوثيقة TDAG25/INF/1"},
        {"ru", "Резолюция 71, |Документ INF/1, |№ 5, |разделах 3.1, |рис. 2"},
    };
    check_table(table, sizeof table / sizeof *table);
}

static void short_words_and_initials_stay_with_the_next(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"en", "by |J. K. Rowling |and |J.R.R. Tolkien, |Mr. Smith, |a ~priority, |e. g. |this"},
        {"en", "met |Ms A. Doe, |Dr Smith |and |ms |today"},
        {"ru", "г-жу А. Б. Петрову, |г-н И. И. Иванов"},
        {"fr", "M. Dupont, |à ~Genève, |MM. Durand |et |fin. |On"},
        {"es", "Sr. Pérez |y ~la |Sra. Díaz"},
        {"ru", "в Женеве |и на местах, |о связи |с ней, |как бы, |то же, |и т. д., |для ~них"},
        {"ru", "Москва |– |столица"},
    };
    check_table(table, 4);
    struct arena *a = arena_new();
    assert_string_equal(broken(a, "ru", "Связь – это мир"), "Связь – |это |мир!");
    assert_string_equal(broken(a, "en", "2015 – 2018 – then"), "2015 – 2018 – |then!");
    arena_free(a);
}

static void french_marks_stay_with_their_words(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"fr", "Objet : |quoi ? |non ! |oui ; |« oui » |enfin"},
    };
    check_table(table, 1);
}

static void numbers_of_documents_stay_whole(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"en", "TDAG25/INF/1 |WTDC-22, |2015-2018 |2015\xE2\x80\x93" "2018, |ITU-D, |e-waste"},
        {"en", "telecommunications/|ICTs, |ITU/BDT, |sub-|regional, |well-to-do"},
        {"es", "la |UIT-D, |la |CMDT-22, |telecomunicaciones/|TIC"},
        {"fr", "y ~a-t-il, |peut-on, |sous-|régionales, |l'UIT-D"},
        {"ar", "الوثيقة TDAG25/\xE2\x80\xA6-A |والاتصالات/|تكنولوجيا"},
        {"ru", "МСЭ-D, |ВКРЭ-22, |электросвязи/|ИКТ, |социально-|экономический"},
    };
    check_table(table, sizeof table / sizeof *table);
}

static void addresses_break_at_sensible_places(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"en", "at |https://www.itu.int/|itu-~d/|meetings/|tdag/."},
        {"en", "(www.itu.int/|a/|view?|page=~12&|lang=en), |name@~itu.~int"},
        {"fr", "voir |https://itu.int/|en/"},
        {"zh", "故|事：|https://www.itu.int/|list/。|完"},
    };
    check_table(table, sizeof table / sizeof *table);
}

static void chinese_quotes_open_and_close(void **state)
{
    (void)state;
    static const char *const table[][2] = {
        {"zh", "修|订|版）|“在|国|家”|并|就"},
        {"zh", "见|第17~号|《基|加|利》、|《行|动》，|“图7”。"},
        {"zh", "约|92%，|2024~年|12~月"},
    };
    check_table(table, sizeof table / sizeof *table);
}

/* Texts of ordinary words are put together from what is known of each.  One with an ideograph
 * behind it is looked at as a whole: nothing before it may differ. */
static void words_break_as_their_text_does(void **state)
{
    (void)state;
    static const char *const word[] = {
        "the", "of", "a", "Resolution", "71", "Table", "33,8", "1,000.50", "million", "USD", "per",
        "cent", "well-known", "and/or", "(5", "km)", "\"quoted\"", "J.", "Dr.", "12", "de", "mayo",
        "https://example.org/a/b?c=d", "TDAG25/INF/1", "-5", "\xE2\x80\x93", "5\xC2\xA0%", "n\xC2\xB0",
        "No.", "!", "\xC2\xAB", "\xC2\xBB", "l’accord", "\xC3\xA9tat", "млн", "г.",
        "в", "проект,", "2024", "000", "же", "\xD9\x85\xD9\x84\xD9\x8A\xD9\x88\xD9\x86", "usd", "a...b", "[x]",
    };
    static const char *const lang[] = {"en", "fr", "es", "ru", "ar"};
    struct arena *a = arena_new();
    const struct locale *locale[5];
    unsigned random = 1;
    for (int i = 0; i < 5; i++)
        locale[i] = locale_open(a, lang[i]);
    for (int i = 0; i < 4000; i++) {
        const struct locale *l = locale[i % 5];
        const char *text = "";
        for (int k = 0; k < 7; k++) {
            random = random * 1103515245u + 12345u;
            const char *next = word[(random >> 16) % (sizeof word / sizeof *word)];
            const char *gap = (random >> 8) % 16 ? " " : "\xE2\x80\xA8";
            text = arena_printf(a, "%s%s%s", text, k ? gap : "", next);
        }
        const char *whole = arena_printf(a, "%s\xE2\x80\xA8\xE4\xB8\x80", text);
        size_t n = strlen(text);
        const unsigned char *by_words = locale_breaks(a, l, text, n);
        const unsigned char *at_once = locale_breaks(a, l, whole, strlen(whole));
        for (size_t at = 0; at < n; at++)
            if (by_words[at] != at_once[at])
                fail_msg("%s: \"%.*s|%s\"", lang[i % 5], (int)at, text, text + at);
    }
    arena_free(a);
}

static void an_iterator_can_be_used_again(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *l = locale_open(a, "en");
    for (int i = 0; i < 3; i++) {
        char *text = arena_printf(a, "x b%d", i);
        unsigned char *kind = locale_breaks(a, l, text, 4);
        assert_int_equal(kind[0], BREAK_NONE);
        assert_int_equal(kind[1], BREAK_NONE);
        assert_int_equal(kind[2], BREAK_ALLOWED);
        assert_int_equal(kind[3], BREAK_NONE);
        assert_int_equal(kind[4], BREAK_MANDATORY);
    }
    /* bad bytes do no harm */
    assert_int_equal(locale_breaks(a, l, "a\xFF \xC3", 4)[4], BREAK_MANDATORY);
    arena_free(a);
}

static void clusters_stay_whole(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = "e\xCC\x81x\r\n\xF0\x9F\x87\xAA\xF0\x9F\x87\xB8"; /* é x CRLF flag */
    bool *start = locale_graphemes(a, text, strlen(text));
    const bool want[] = {true, false, false, true, true, false, true, false, false, false,
                         false, false, false, false, true};
    assert_int_equal(sizeof want, strlen(text) + 1);
    for (size_t i = 0; i < sizeof want; i++)
        assert_int_equal(start[i], want[i]);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_as_uax14_has_it),
        cmocka_unit_test(numbers_stay_with_what_they_count),
        cmocka_unit_test(labels_stay_with_their_numbers),
        cmocka_unit_test(short_words_and_initials_stay_with_the_next),
        cmocka_unit_test(french_marks_stay_with_their_words),
        cmocka_unit_test(numbers_of_documents_stay_whole),
        cmocka_unit_test(addresses_break_at_sensible_places),
        cmocka_unit_test(chinese_quotes_open_and_close),
        cmocka_unit_test(words_break_as_their_text_does),
        cmocka_unit_test(an_iterator_can_be_used_again),
        cmocka_unit_test(clusters_stay_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
