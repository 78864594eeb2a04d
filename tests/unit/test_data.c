/* Template data: YAML 1.2's core schema and JSON. */
#include "unit/input_fixture.h"

static void write(struct buf *out, const struct value *v)
{
    static const char *const kinds[] = {"null", "bool", "number", "string"};
    size_t n = value_count(v);
    switch (value_kind(v)) {
    case VALUE_LIST:
        buf_putc(out, '[');
        for (size_t i = 0; i < n; i++) {
            buf_puts(out, i ? " " : "");
            write(out, value_item(v, i));
        }
        buf_putc(out, ']');
        break;
    case VALUE_MAP:
        buf_putc(out, '{');
        for (size_t i = 0; i < n; i++) {
            buf_printf(out, "%s%s=", i ? " " : "", value_key(v, i));
            write(out, value_item(v, i));
        }
        buf_putc(out, '}');
        break;
    default:
        buf_puts(out, kinds[value_kind(v)]);
        if (value_text(v))
            buf_printf(out, "(%s)", value_text(v));
    }
}

static void reads(const char *path, const char *text, const char *expected)
{
    struct input_fixture f = input_open(path, text);
    struct buf out = BUF_INIT;
    const struct value *v = input_data(f.a, f.d, &f.src);
    assert_string_equal(input_said(&f), "");
    assert_non_null(v);
    write(&out, v);
    assert_string_equal(buf_to_arena(&out, f.a), expected);
    input_close(&f);
}

static void says(const char *path, const char *text, const char *said)
{
    struct input_fixture f = input_open(path, text);
    input_data(f.a, f.d, &f.src);
    assert_string_equal(input_said(&f), said);
    input_close(&f);
}

static void core_schema_words(void **state)
{
    (void)state;
    reads("d.yaml", "[~, null, Null, NULL, nULL, '']",
          "[null null null null string(nULL) string()]");
    reads("d.yaml", "a:\nb: \"\"\n", "{a=null b=string()}");
    reads("d.yaml", "[true, True, FALSE, tRUE, yes, no, on, \"true\"]",
          "[bool(true) bool(true) bool(false) string(tRUE) string(yes) string(no) string(on) "
          "string(true)]");
    reads("d.yaml", "", "null");
    reads("d.yaml", "# nothing\n", "null");
}

static void core_schema_numbers(void **state)
{
    (void)state;
    reads("d.yaml", "[1.210, 1e3, 0x1F, 0o17, 010, +12, -0.50, .5, 5., 1E-2]",
          "[number(1.21) number(1000) number(31) number(15) number(10) number(12) number(-0.5) "
          "number(0.5) number(5) number(0.01)]");
    reads("d.yaml", "[0, -0, 0.0, 1.0, 100, 1.5e2, 12.34e1, 1234e-5, 0xFFFFFFFFFFFFFFFFFFFF]",
          "[number(0) number(0) number(0) number(1) number(100) number(150) number(123.4) "
          "number(0.01234) number(1208925819614629174706175)]");
    reads("d.yaml", "[.inf, .nan, 1_000, 0b1, 1:30, 0x, 0o8, e3, ., -, 1e, 2024-05-14, 0xG]",
          "[string(.inf) string(.nan) string(1_000) string(0b1) string(1:30) string(0x) "
          "string(0o8) string(e3) string(.) string(-) string(1e) string(2024-05-14) "
          "string(0xG)]");
    reads("d.yaml", "123456789012345678901234567890.10",
          "number(123456789012345678901234567890.1)");
    reads("d.yaml", "1e999", "number(1e999)");
}

static void anchors_and_core_tags(void **state)
{
    (void)state;
    reads("d.yaml", "a: &x [1, 2]\nb: *x\n", "{a=[number(1) number(2)] b=[number(1) number(2)]}");
    reads("d.yaml", "[!!str 12, !!int \"12\", !!null '', !!bool \"true\", !!seq [], ! 7]",
          "[string(12) number(12) null bool(true) [] string(7)]");
    says("d.yaml", "a: &x [*x]\n", "1:8 yaml-anchor\n");
    says("d.yaml", "a: *y\n", "1:4 yaml-anchor\n");
    says("d.yaml", "a: !!int abc\n", "1:4 bad-data\n");
    says("d.yaml", "a: !code {}\n", "1:4 bad-data\n");
    says("d.yaml", "{a: 1, a: 2}", "1:8 duplicate-key\n");
}

/* Each level names the one below nine times: a billion values from a few lines. */
static void aliases_cannot_explode(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    buf_puts(&b, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
        buf_printf(&b, "a%d: &a%d [", i, i);
        for (int k = 0; k < 9; k++)
            buf_printf(&b, "%s*a%d", k ? ", " : "", i - 1);
        buf_puts(&b, "]\n");
    }
    struct input_fixture f = input_open("d.yaml", buf_str(&b));
    input_data(f.a, f.d, &f.src);
    assert_non_null(strstr(input_said(&f), "too-deep"));
    input_close(&f);
    buf_free(&b);
}

static void json(void **state)
{
    (void)state;
    reads("d.json", "{\"a\": \"\\ud83d\\ude00 \\/ \\u00e9\\n\\\"\"}",
          "{a=string(\xF0\x9F\x98\x80 / \xC3\xA9\n\")}");
    reads("d.json", "[1.50, -2e2, true, null]", "[number(1.5) number(-200) bool(true) null]");
    reads("d.txt", "{\n\t\"a\":\t\"\\ud83d\\ude00\"\n}", "{a=string(\xF0\x9F\x98\x80)}");
    reads("d.json", " \"alone\" ", "string(alone)");
    reads("d.json", "[]", "[]");
    reads("d.json", "{}", "{}");
    reads("d.json", "\"\\ud83d x\"", "string(\xEF\xBF\xBD x)");
    reads("d.json", "\"\\ud83d\\u0041\"", "string(\xEF\xBF\xBD" "A)");
    reads("d.yaml", "{\"a\": 1, b: two}", "{a=number(1) b=string(two)}"); /* YAML, not JSON */
}

static void faults_of_json(void **state)
{
    (void)state;
    says("d.json", "", "1:1 bad-json\n");
    says("d.json", "{\"a\": 01}", "1:7 bad-json\n");
    says("d.json", "{\"a\": .5}", "1:7 bad-json\n");
    says("d.json", "{\"a\" 1}", "1:6 bad-json\n");
    says("d.json", "[1, 2", "1:6 bad-json\n");
    says("d.json", "[1,]", "1:4 bad-json\n");
    says("d.json", "[1] x", "1:5 bad-json\n");
    says("d.json", "{\n  \"a\": \"x\ny\"}", "2:10 bad-json\n");
    says("d.json", "{\"a\": \"\\q\"}", "1:9 bad-json\n");
    says("d.json", "{\"a\": \"\\u12G4\"}", "1:12 bad-json\n");
    says("d.json", "{\"a\": \"\\u0000\"}", "1:14 bad-json\n");
    says("d.json", "{\"a\": 1,\n \"a\": 2}", "2:2 bad-json\n");
    says("d.json", "tru", "1:1 bad-json\n");
}

static void nesting_of_json_is_limited(void **state)
{
    (void)state;
    char text[100001];
    memset(text, '[', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    says("d.json", text, "1:65 bad-json\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(core_schema_words),      cmocka_unit_test(core_schema_numbers),
        cmocka_unit_test(anchors_and_core_tags),  cmocka_unit_test(aliases_cannot_explode),
        cmocka_unit_test(json),                   cmocka_unit_test(faults_of_json),
        cmocka_unit_test(nesting_of_json_is_limited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
