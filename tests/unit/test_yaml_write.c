/* Texts as YAML: whatever is written is read back as it was, by libyaml and by ours. */
#include "unit/input_fixture.h"

#include "base/yaml_write.h"

#include <string.h>

static void assert_text(const char *text, bool flow, const char *written)
{
    struct buf out = BUF_INIT;
    yaml_write_text(&out, text, flow);
    assert_string_equal(buf_str(&out), written);
    buf_free(&out);
}

static void plain_where_that_is_safe(void **state)
{
    (void)state;
    assert_text("United Nations Children’s Fund", false, "United Nations Children’s Fund");
    assert_text("مذكرة نموذجية", false, "مذكرة نموذجية");
    assert_text("a, b [c]", false, "a, b [c]");
    assert_text("a, b [c]", true, "\"a, b [c]\"");
    assert_text("https://example.org/#x", false, "https://example.org/#x");
    assert_text("bdt-2024-001", true, "bdt-2024-001");
    assert_text("Sample: a", false, "\"Sample: a\"");
    assert_text("No. 5 # of 7", false, "\"No. 5 # of 7\"");
    assert_text("say \"so\" \\ so", false, "say \"so\" \\ so");
    assert_text("\"so\" \\", false, "\"\\\"so\\\" \\\\\"");
    assert_text("", false, "\"\"");
}

static void what_others_read_as_something_else_is_quoted(void **state)
{
    static const char *const odd[] = {"NO", "true", "~", "null", "010", "1.5", "2024-03-01", "1e6",
                                      "12:30:45", "0x1F", "=", "<<", "-", "- a", "? a", "...", "@a",
                                      "%a", "`a", "* a", "&a", "!a", "|", ">", "a:", " a", "a "};
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        char quoted[32];
        snprintf(quoted, sizeof quoted, "\"%s\"", odd[i]);
        assert_text(odd[i], false, quoted);
    }
}

/* Reads "a: <text>", "b: [<text>]" and "c: {d: <text>}" back. */
static void comes_back(const char *text)
{
    struct buf out = BUF_INIT;
    buf_puts(&out, "a:");
    yaml_write_value(&out, text, 2);
    buf_puts(&out, "b: [");
    yaml_write_text(&out, text, true);
    buf_puts(&out, "]\nc: {d: ");
    yaml_write_text(&out, text, true);
    buf_puts(&out, "}\ne:\n  f:");
    yaml_write_value(&out, text, 4);
    struct input_fixture f = input_open("t.yaml", buf_str(&out));
    const struct node *root = input_yaml(f.a, f.d, &f.src);
    assert_string_equal(input_said(&f), "");
    assert_non_null(root);
    assert_int_equal(root->n, 4);
    assert_string_equal(node_get(root, "a")->text, text);
    assert_string_equal(node_get(root, "b")->item[0]->text, text);
    assert_int_equal(node_get(root, "b")->n, 1);
    assert_string_equal(node_get(node_get(root, "c"), "d")->text, text);
    assert_string_equal(node_get(node_get(root, "e"), "f")->text, text);
    input_close(&f);
    buf_free(&out);
}

static void everything_comes_back(void **state)
{
    /* Put together at random, the same each time, from what YAML gives a meaning. */
    static const char *const part[] = {"a", " ", "\n", "\t", ":", "#", "\"", "'", "\\", "-", "?", "[",
                                       "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`",
                                       "=", "~", "0", ".", "é", "عربي", "中", "\u2028", "\u00A0",
                                       "no", "1", "---", "...", "\n\n", ": ", " #", "\U0001F600"};
    enum { PARTS = sizeof part / sizeof *part };
    unsigned seed = 7;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char text[64] = "";
        seed = seed * 1103515245u + 12345u;
        for (unsigned k = 0, n = 1 + seed / 65536u % 6; k < n; k++) {
            seed = seed * 1103515245u + 12345u;
            strncat(text, part[seed / 65536u % PARTS], sizeof text - strlen(text) - 1);
        }
        comes_back(text);
    }
    comes_back("One.\n\n- two\n  three: four # five\n");
    comes_back("One.\n\n- two\n  three: four # five");
}

static void what_yaml_cannot_hold_is_told(void **state)
{
    (void)state;
    assert_true(yaml_write_can("a\tb\nعربي \u2028"));
    assert_false(yaml_write_can("a\rb"));
    assert_false(yaml_write_can("a\x01"));
    assert_false(yaml_write_can("\x7F"));
    assert_false(yaml_write_can("\xC2\x80"));
    assert_false(yaml_write_can("\uFEFFa"));
    assert_false(yaml_write_can("\xE9"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_where_that_is_safe),
        cmocka_unit_test(what_others_read_as_something_else_is_quoted),
        cmocka_unit_test(everything_comes_back),
        cmocka_unit_test(what_yaml_cannot_hold_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
