#include "base/arena.h"
#include "locale/locale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The text with | where a line may and ! where it must break. */
static const char *broken(struct arena *a, const char *lang, const char *text)
{
    size_t len = strlen(text), n = 0;
    unsigned char *kind = locale_breaks(a, locale_open(a, lang), text, len);
    char *out = arena_alloc(a, 2 * len + 2);
    for (size_t i = 0; i <= len; i++) {
        if (kind[i] != BREAK_NONE)
            out[n++] = kind[i] == BREAK_MANDATORY ? '!' : '|';
        if (i < len)
            out[n++] = text[i];
    }
    return out;
}

static void lines_break_as_uax14_has_it(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(broken(a, "en", ""), "");
    assert_string_equal(broken(a, "es", "unos 33,8 millones USD, con"),
                        "unos |33,8 |millones |USD, |con!");
    assert_string_equal(broken(a, "es", "33,8\xC2\xA0millones (USD)"),
                        "33,8\xC2\xA0millones |(USD)!");
    assert_string_equal(broken(a, "es", "12\xE2\x80\xAF" "345 USD"),
                        "12\xE2\x80\xAF" "345 |USD!");
    assert_string_equal(broken(a, "en", "TDAG25/INF/1 well-known\nnext"),
                        "TDAG25/|INF/|1 |well-|known\n!next!");
    assert_string_equal(broken(a, "fr", "92\xC2\xA0% du total"), "92\xC2\xA0% |du |total!");
    assert_string_equal(broken(a, "zh", "签署了89项协议，共"), "签|署|了|89|项|协|议，|共!");
    assert_string_equal(broken(a, "zh", "2024年（电联）"), "2024|年|（电|联）!");
    arena_free(a);
}

static void an_iterator_can_be_used_again(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct locale *l = locale_open(a, "en");
    for (int i = 0; i < 3; i++) {
        char *text = arena_printf(a, "a b%d", i);
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
        cmocka_unit_test(an_iterator_can_be_used_again),
        cmocka_unit_test(clusters_stay_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
