#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/say.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "base/yaml_write.h"

#include <stdio.h>
#include <string.h>

static const char *visible(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    visible_put(&b, s, strlen(s));
    return buf_to_arena(&b, a);
}

static void what_acts_is_shown(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(visible(a, "a\033[2Jb\a\r\nc\177"), "a␛[2Jb␇␍␊c␡");
    assert_string_equal(visible(a, "\xC2\x9B" "31m \xC2\x85 \xFF\xC0"), "\uFFFD31m \uFFFD \uFFFD\uFFFD");
    assert_string_equal(visible(a, "a\u202Eb\u2066c\u2028d\uFFFE"),
                        "a<U+202E>b<U+2066>c\uFFFDd\uFFFD");
    const char *plain = "Ñandú\t中文 العربية 🙂 …";
    assert_string_equal(visible(a, plain), plain);
    assert_ptr_equal(visible_text(a, plain), plain);
    assert_string_equal(visible_text(a, "a\nb"), "a␊b");
    arena_free(a);
}

/* Every code point below U+30000: what is a control is found in texts and comes through none of the
 * writers as it is. */
static void no_control_character_is_written(void **state)
{
    (void)state;
    size_t controls = 0;
    for (unsigned c = 1; c < 0x30000; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char s[8] = "xx";
        size_t n = utf8_encode(c, s + 1);
        struct buf shown = BUF_INIT, json = BUF_INIT, yaml = BUF_INIT;
        s[1 + n] = '\0';
        assert_int_equal(utf8_control(s, 1 + n) != NULL, utf8_is_control(c));
        if (utf8_is_control(c)) {
            visible_put(&shown, s, 1 + n);
            assert_null(strstr(buf_str(&shown), s));
            yaml_write_text(&yaml, s, false);
            assert_null(strstr(buf_str(&yaml), s));
            json_string(&json, s);
            assert_true(c >= 0xA0 || !strstr(buf_str(&json), s)); /* JSON may hold noncharacters */
            controls++;
        }
        buf_free(&shown);
        buf_free(&json);
        buf_free(&yaml);
    }
    assert_int_equal(controls, 31 - 2 + 33 + 32 + 3 * 2);
    assert_non_null(utf8_control("a\xFE", 2));
    assert_null(utf8_control("a\tb\n", 4));
}

static void said(const char *wanted, FILE *f)
{
    char line[4096] = "";
    rewind(f);
    size_t n = fread(line, 1, sizeof line - 1, f);
    assert_int_equal(n, strlen(wanted));
    assert_string_equal(line, wanted);
    fclose(f);
}

static void only_what_is_put_in_is_made_visible(void **state)
{
    (void)state;
    FILE *f = tmpfile();
    say_to(f, "a \"%s\"\n%.*s: %zu, %d\n", "x\033]0;y\a\nz", 2, "\nqr", (size_t)7, -3);
    said("a \"x␛]0;y␇␊z\"\n␊q: 7, -3\n", f);
    char large[2000], wanted[2004];
    memset(large, 'a', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    snprintf(wanted, sizeof wanted, "<%s>\n", large);
    f = tmpfile();
    say_to(f, "<%s>\n", large);
    said(wanted, f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_acts_is_shown),
        cmocka_unit_test(no_control_character_is_written),
        cmocka_unit_test(only_what_is_put_in_is_made_visible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
