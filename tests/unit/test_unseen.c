/* Characters that are not seen: which are reported, and where. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/unseen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool put(void *out, struct unseen u)
{
    char name[UNSEEN_NAME];
    buf_printf(out, "%zu:%c%s ", u.at, "-tio"[u.kind], unseen_name(u.code, name));
    return true;
}

static const char *all(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    unseen_each(s, strlen(s), put, &b);
    return buf_to_arena(&b, a);
}

static void overrides_are_found(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(all(a, "a\u202Eb\u202Cc"), "1:tU+202E 5:tU+202C ");
    assert_string_equal(all(a, "\u202A\u202B\u202D"), "0:tU+202A 3:tU+202B 6:tU+202D ");
    arena_free(a);
}

static void isolates_go_in_pairs_within_a_line(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(all(a, "a \u2068b\u2069 c\nd \u2067e \u2066f\u2069\u2069"), "");
    assert_string_equal(all(a, "a \u2067b\nc\u2069"), "2:iU+2067 8:iU+2069 ");
    assert_string_equal(all(a, "\u2066a\u2068b\u2069"), "0:iU+2066 ");
    assert_string_equal(all(a, "a\u2069"), "1:iU+2069 ");
    arena_free(a);
}

static void what_scripts_need_stands(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(all(a, "نص\u200F (ITU)\u200E \u061C نم\u200Cی"), "");
    assert_string_equal(all(a, "👩\u200D💻 co\u00ADop\u2060 5\u202F000 中\uFE00"), "");
    arena_free(a);
}

static void what_hides_is_found(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(all(a, "un\u200Bicef"), "2:oU+200B ");
    assert_string_equal(all(a, "un\u200Dicef uni\u200C"), "2:oU+200D 13:oU+200C ");
    assert_string_equal(all(a, "a\uFEFF \u3164 \U000E0041"), "1:oU+FEFF 5:oU+3164 9:oU+E0041 ");
    assert_int_equal(unseen_first("ab", 2).kind, UNSEEN_NONE);
    assert_int_equal(unseen_first("a\u200Bb\u202E", 8).at, 1);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overrides_are_found),
        cmocka_unit_test(isolates_go_in_pairs_within_a_line),
        cmocka_unit_test(what_scripts_need_stands),
        cmocka_unit_test(what_hides_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
