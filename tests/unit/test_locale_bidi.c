#include "base/arena.h"
#include "locale/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>

#include <cmocka.h>

/* "from-to:level:script" for each run. */
static const char *runs(struct arena *a, const char *text, bool rtl)
{
    struct text_run *run;
    size_t n = locale_runs(a, text, strlen(text), rtl, NULL, &run);
    const char *out = "";
    for (size_t i = 0; i < n; i++)
        out = arena_printf(a, "%s%s%zu-%zu:%d:%s", out, i ? " " : "", run[i].from, run[i].to,
                           run[i].level, run[i].script);
    return out;
}

static void runs_of_one_level_and_script(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(runs(a, "", false), "");
    assert_string_equal(runs(a, "(33,8 millones)", false), "0-15:0:Latn");
    assert_string_equal(runs(a, "2024", false), "0-4:0:Zyyy");
    assert_string_equal(runs(a, "Œuvre – «año» ª × 2024\xE2\x80\xA8“x”", false), "0-40:0:Latn");
    assert_string_equal(runs(a, "– 2024 ×", false), "0-11:0:Zyyy");
    assert_string_equal(runs(a, "a \xE2\x80\x8F 1", false), "0-2:0:Latn 2-6:1:Latn 6-7:2:Latn");
    assert_string_equal(runs(a, "МСЭ and ITU", false), "0-7:0:Cyrl 7-14:0:Latn");
    assert_string_equal(runs(a, "国际电联2024", false), "0-16:0:Hani");
    /* ar: words at level 1, the number in them at 2, Latin at 2 */
    assert_string_equal(runs(a, "عام 2024", true), "0-7:1:Arab 7-11:2:Arab");
    assert_string_equal(runs(a, "عام ITU", true), "0-7:1:Arab 7-10:2:Latn");
    assert_string_equal(runs(a, "ITU، عام", true), "0-3:2:Latn 3-12:1:Arab");
    assert_string_equal(runs(a, "ITU عام", false), "0-4:0:Latn 4-10:1:Arab");
    arena_free(a);
}

static void brackets_and_marks_take_the_right_script(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    /* the closing bracket goes with its opening one, not with the Cyrillic before it */
    assert_string_equal(runs(a, "ITU (МСЭ) x", false), "0-5:0:Latn 5-11:0:Cyrl 11-14:0:Latn");
    assert_string_equal(runs(a, "(ITU) МСЭ", false), "0-6:0:Latn 6-12:0:Cyrl");
    assert_string_equal(runs(a, "e\xCC\x81я", false), "0-3:0:Latn 3-5:0:Cyrl"); /* inherited */
    assert_string_equal(runs(a, "a\xFF" "b", false), "0-3:0:Latn");
    arena_free(a);
}

static void percent_signs_stay_with_their_number_in_arabic(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *ar = locale_open(a, "ar");
    const char *text = arena_printf(a, "نسبة %s من", locale_percent(a, ar, "92"));
    struct text_run *run;
    size_t n = locale_runs(a, text, strlen(text), true, NULL, &run);
    assert_int_equal(n, 3); /* number, sign and marks are one run at level 2 */
    assert_int_equal(run[1].level, 2);
    assert_int_equal(run[1].to - run[1].from, strlen("92%") + 6);
    arena_free(a);
}

static void addresses_and_document_numbers_do_not_jump(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    /* one run, closing slash included; the full stop after it is the sentence's */
    assert_string_equal(runs(a, "\u0645 https://itu.int/a/.", true),
                        "0-3:1:Arab 3-21:2:Latn 21-22:1:Latn");
    assert_string_equal(runs(a, "\u0645 (TDAG25/\u2026-A)", true),
                        "0-4:1:Arab 4-16:2:Latn 16-17:1:Arab");
    assert_string_equal(runs(a, "https://itu.int/a/", true), "0-18:2:Latn");
    /* a phrase keeps its order, and its bracket; the number before it stays outside */
    assert_string_equal(runs(a, "\u0645 5 see (https://i.int/) \u0645", true),
                        "0-3:1:Arab 3-4:2:Arab 4-5:1:Arab 5-25:2:Latn 25-26:1:Latn 26-28:1:Arab");
    assert_string_equal(runs(a, "\u0648https://i.int/ \u0645", true),
                        "0-2:1:Arab 2-16:2:Latn 16-17:1:Latn 17-19:1:Arab");
    /* groups of figures stay in their order */
    assert_string_equal(runs(a, "\u0645 12 345 678 \u0645", true),
                        "0-3:1:Arab 3-13:2:Arab 13-16:1:Arab");
    assert_string_equal(runs(a, "\u0645 2024 100", true),
                        "0-3:1:Arab 3-7:2:Arab 7-8:1:Arab 8-11:2:Arab");
    /* left-to-right paragraphs are as they were */
    assert_string_equal(runs(a, "see https://itu.int/a/", false), "0-22:0:Latn");
    arena_free(a);
}

static void quotations_and_signs_stay_in_their_place(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    /* the marks and the stops between the names go right to left */
    assert_string_equal(runs(a, "«ITU». «UN»!", true),
                        "0-2:1:Latn 2-5:2:Latn 5-11:1:Latn 11-13:2:Latn 13-16:1:Latn");
    assert_string_equal(runs(a, "UN «x»", true), "0-2:2:Latn 2-5:1:Latn 5-6:2:Latn 6-8:1:Latn");
    /* a row does not run out of its quotation */
    assert_string_equal(runs(a, "«Q1/1» D/2 \u0645", true),
                        "0-2:1:Latn 2-6:4:Latn 6-9:1:Latn 9-12:2:Latn 12-13:1:Latn "
                        "13-15:1:Arab");
    assert_string_equal(runs(a, "\u0645 -48,500.00 \u0645", true),
                        "0-3:1:Arab 3-13:2:Arab 13-16:1:Arab");
    assert_string_equal(runs(a, "-5%", true), "0-3:2:Zyyy");
    arena_free(a);
}

/* The mark is the last byte of "GIZ.1": behind the stop, on the paragraph's far side. */
static void marks_of_notes_belong_to_no_word(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    static const char *const text[] = {"GIZ.1", "2024.1", "5%1", "(BDT)1"};
    static const size_t stop[] = {3, 4, 2, 4}; /* bytes of what the mark must leave alone */
    for (size_t i = 0; i < sizeof text / sizeof *text; i++) {
        struct text_run *run;
        size_t len = strlen(text[i]);
        bool mark[8] = {false};
        unsigned char level[8] = {0};
        mark[len - 1] = true;
        size_t n = locale_runs(a, text[i], len, true, mark, &run), order[8];
        for (size_t k = 0; k < n; k++)
            for (size_t b = run[k].from; b < run[k].to; b++)
                level[b] = run[k].level;
        locale_visual_order(level, len, order);
        assert_int_equal(order[0], len - 1); /* leftmost */
        if (text[i][stop[i]] == '.')
            assert_int_equal(order[1], stop[i]);
    }
    arena_free(a);
}

/* Isolates as "[", from right to left "{"; their ends as "]". */
static const char *marked(struct arena *a, const char *text)
{
    const char *out = "";

    for (const char *s = locale_isolated(a, text); *s; s++) {
        bool isolate = strncmp(s, "\u2066", 3) == 0 || strncmp(s, "\u2067", 3) == 0 ||
                       strncmp(s, "\u2069", 3) == 0;
        if (isolate)
            out = arena_printf(a, "%s%c", out, s[2] == '\xA6' ? '[' : s[2] == '\xA7' ? '{' : ']');
        else
            out = arena_printf(a, "%s%c", out, *s);
        s += isolate ? 2 : 0;
    }
    return out;
}

static void isolates_stand_around_what_has_its_own_order(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *plain = "«قطاع» في عام 2024"; /* all of it goes one way */
    assert_ptr_equal(locale_isolated(a, plain), plain);
    assert_string_equal(locale_isolated(a, ""), "");
    assert_string_equal(marked(a, "عنوان «Sample: a plan.» هنا"), "عنوان «[Sample: a plan.]» هنا");
    assert_string_equal(marked(a, "«قطاع (ITU)» هنا"), "«{قطاع (ITU)]» هنا");
    assert_string_equal(marked(a, "بلغ -48,500.00 دولار"), "بلغ [-48,500.00] دولار");
    arena_free(a);
}

static void visual_order_of_runs(void **state)
{
    (void)state;
    size_t order[6];
    locale_visual_order((const unsigned char[]){0, 0, 0}, 3, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[2], 2);
    /* Arabic, number, Arabic in an Arabic line: the number stands between, all turned */
    locale_visual_order((const unsigned char[]){1, 2, 1}, 3, order);
    assert_int_equal(order[0], 2);
    assert_int_equal(order[1], 1);
    assert_int_equal(order[2], 0);
    /* Latin, Arabic, number, Latin in a Latin line */
    locale_visual_order((const unsigned char[]){0, 1, 2, 0}, 4, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[1], 2);
    assert_int_equal(order[2], 1);
    assert_int_equal(order[3], 3);
    locale_visual_order(NULL, 0, order);
}

static void visual_order_agrees_with_icu(void **state)
{
    (void)state;
    enum { LEVELS = 4, N = 6 };
    for (unsigned k = 0; k < 4096; k++) { /* all of 4 levels at 6 places */
        unsigned char level[N];
        unsigned rest = k;
        for (size_t i = 0; i < N; i++, rest /= LEVELS)
            level[i] = (unsigned char)(rest % LEVELS);
        size_t order[N];
        int32_t icu[N];
        locale_visual_order(level, N, order);
        ubidi_reorderVisual(level, N, icu);
        for (size_t i = 0; i < N; i++)
            assert_int_equal(order[i], icu[i]);
    }
}

/* A Hebrew word before it keeps a text from being seen through at once, and changes nothing else. */
static void plain_texts_are_seen_through_at_once(void **state)
{
    (void)state;
    static const char *const pieces[] = {"م", "جهة", " ", " ", "5", "12", "345", "678", ",", ".",
                                         "«", "»", "“", "”", "(", ")", "%", "،", "\u200F",
                                         "\u200E", "\u00A0", "/", "٣", "۴", "-", "−", "+", "±"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    unsigned seed = 7, changed = 0;
    for (int n = 0; n < 4000; n++) {
        struct arena *a = arena_new();
        const char *text = "";
        for (unsigned i = 0; i < 3 + seed / 65536 % 9; i++) {
            seed = seed * 1103515245u + 12345u;
            text = arena_join(a, text, pieces[seed / 65536 % PIECES]);
        }
        const char *got = locale_isolated(a, text);
        assert_string_equal(locale_isolated(a, arena_join(a, "א ", text)),
                            arena_join(a, "א ", got));
        changed += strcmp(got, text) != 0;
        arena_free(a);
    }
    assert_in_range(changed, 100, 3000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_texts_are_seen_through_at_once),
        cmocka_unit_test(runs_of_one_level_and_script),
        cmocka_unit_test(brackets_and_marks_take_the_right_script),
        cmocka_unit_test(percent_signs_stay_with_their_number_in_arabic),
        cmocka_unit_test(addresses_and_document_numbers_do_not_jump),
        cmocka_unit_test(quotations_and_signs_stay_in_their_place),
        cmocka_unit_test(marks_of_notes_belong_to_no_word),
        cmocka_unit_test(isolates_stand_around_what_has_its_own_order),
        cmocka_unit_test(visual_order_of_runs),
        cmocka_unit_test(visual_order_agrees_with_icu),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
