/* Trees of YAML: every node has its place, every scalar stays a string. */
#include "unit/input_fixture.h"

static const struct node *get(const struct node *n, const char *key)
{
    const struct node *v = node_get(n, key);
    assert_non_null(v);
    return v;
}

static void at(const struct node *n, int line, int col, int len)
{
    assert_int_equal(n->place.line, line);
    assert_int_equal(n->place.col, col);
    assert_int_equal(n->place.len, len);
}

static void scalars_stay_strings(void **state)
{
    (void)state;
    struct input_fixture f =
        input_open("a.yaml", "a: NO\nb: 010\nc: 2024-05-14\nd: ~\ne:\nf: 'x'\ng: 1e3\nh: true\n");
    const struct node *n = input_yaml(f.a, f.d, &f.src);
    assert_string_equal(get(n, "a")->text, "NO");
    assert_string_equal(get(n, "b")->text, "010");
    assert_string_equal(get(n, "c")->text, "2024-05-14");
    assert_string_equal(get(n, "d")->text, "~");
    assert_string_equal(get(n, "e")->text, "");
    assert_true(get(n, "e")->plain);
    assert_string_equal(get(n, "f")->text, "x");
    assert_false(get(n, "f")->plain);
    assert_string_equal(get(n, "g")->text, "1e3");
    assert_string_equal(get(n, "h")->text, "true");
    assert_null(node_get(n, "i"));
    assert_string_equal(input_said(&f), "");
    input_close(&f);
}

static void places_count_code_points_from_one(void **state)
{
    (void)state;
    struct input_fixture f = input_open("a.yaml", "título: {ar: \"مرحبا\", zh: 数字, en: «x»}\n"
                                                  "list:\n  - uno\n  - [dos, tres]\n"
                                                  "block: |\n  text\n  more\n");
    const struct node *n = input_yaml(f.a, f.d, &f.src);
    const struct node *t = get(n, "título");
    at(t, 1, 9, 30);
    at(get(t, "ar"), 1, 14, 7); /* with its quotes */
    assert_string_equal(get(t, "ar")->text, "مرحبا");
    at(get(t, "zh"), 1, 27, 2);
    at(get(t, "en"), 1, 35, 3);
    const struct node *list = get(n, "list");
    at(list->item[0], 3, 5, 3);
    at(list->item[1], 4, 5, 11);
    at(list->item[1]->item[1], 4, 11, 4);
    at(get(n, "block"), 5, 8, 1);
    assert_string_equal(get(n, "block")->text, "text\nmore\n");
    assert_true(get(n, "block")->block);
    at(n->pair[1].key, 2, 1, 4);
    input_close(&f);
}

static void carriage_returns_and_separators_change_no_line(void **state)
{
    (void)state;
    struct input_fixture f = input_open(
        "a.yaml", "a: one\r\nb: x\xE2\x80\xA8yz\r\nc: \"p\xE2\x80\xA9q\"\r\nd: end\r\n");
    const struct node *n = input_yaml(f.a, f.d, &f.src);
    assert_string_equal(get(n, "b")->text, "x\xE2\x80\xA8yz");
    assert_string_equal(get(n, "c")->text, "p\xE2\x80\xA9q");
    at(get(n, "d"), 4, 4, 3);
    assert_string_equal(get(n, "d")->text, "end");
    input_close(&f);
}

static void a_text_over_lines_is_marked_on_its_first(void **state)
{
    (void)state;
    struct input_fixture f = input_open("a.yaml", "a: one two\n  three\nb: \"x\n  y\"\n");
    const struct node *n = input_yaml(f.a, f.d, &f.src);
    assert_string_equal(get(n, "a")->text, "one two three");
    at(get(n, "a"), 1, 4, 7);
    at(get(n, "b"), 3, 4, 2);
    input_close(&f);
}

struct fault {
    const char *text, *said;
};

static void faults_are_named_and_placed(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {"", "0:0 empty-file\n"},
        {"# only this\n", "0:0 empty-file\n"},
        {"id: x\n\tkind: m\n", "2:1 tab-indentation\n"},
        {"id:\n\tkind: m\n", "2:1 tab-indentation\n"},
        {"id:\n  - a\n\t\t- m\n", "3:1 tab-indentation\n"},
        {"id:\n  a: 1\n  \tb: 2\n", "3:3 tab-indentation\n"},
        {"id: x\ntitle: Foo: bar\n", "2:11 unquoted-colon\n"},
        {"título: Añadir: más\n", "1:15 unquoted-colon\n"},
        {"t: {en: Foo: bar}\n", "1:12 unquoted-colon\n"},
        {"- a: b: c\n", "1:7 unquoted-colon\n"},
        {"id: x\n  title: y\n", "2:3 bad-indentation\n"},
        {"t:\n    a: 1\n  b: 2\n", "3:3 bad-indentation\n"},
        {"t:\n  - a\n - b\n", "3:2 bad-indentation\n"},
        {"a: b\n- c\n", "2:1 bad-indentation\n"},
        {"- a\nb: c\n", "2:1 bad-indentation\n"},
        {"id: x\nsigned:2024\nkind: m\n", "2:7 missing-space\n"},
        {"id:x\ntitle: y\n", "1:3 missing-space\n"},
        {"id: x\nkind:m\n", "2:5 missing-space\n"},
        {"id: x\nsigned\nkind: m\n", "2:1 missing-colon\n"},
        {"a: {b: \"c\" d: e}\n", "1:12 missing-comma\n"},
        {"t: [a, b\nid: x\n", "1:4 unclosed-bracket\n"},
        {"t: {en: Foo, es: \"x\"\nid: x\n", "1:4 unclosed-bracket\n"},
        {"t: [a]]\n", "1:7 stray-bracket\n"},
        {"t: \"abc\nid: x\n", "1:4 unclosed-quote\n"},
        {"t: 'abc\nid: x\n", "1:4 unclosed-quote\n"},
        {"t: 'it's'\n", "1:8 text-after-quote\n"},
        {"t: \"a\" b\n", "1:8 text-after-quote\n"},
        {"t: \"C:\\path\"\n", "1:7 bad-escape\n"},
        {"t: @x\n", "1:4 reserved-character\n"},
        {"t: 100\nu: %x\n", "2:4 reserved-character\n"},
        {"t: **bold** x\n", "1:4 reserved-character\n"},
        {"t: - x\n", "1:4 list-beside-key\n"},
        {"a: &b x\n", "1:4 yaml-anchor\n"},
        {"a: *b\n", "1:4 yaml-anchor\n"},
        {"<<: x\n", "1:1 yaml-anchor\n"},
        {"a: !str x\n", "1:4 yaml-tag\n"},
        {"a: !foo:bar x\n", "1:4 yaml-tag\n"},
        {"a: b\n---\nc: d\n", "2:1 yaml-documents\n"},
        {"a: {{x}} b\n", "1:5 bad-key\n"},
        {"? [a]\n: b\n", "1:3 bad-key\n"},
        {"a: 1\nb: 2\na: 3\nb: 4\n", "3:1 duplicate-key\n4:1 duplicate-key\n"},
        {"a: Goal #4\n", "1:9 hash-in-text\n"},
        {"a: #117733\n", "1:4 hash-in-text\n"},
        {"a: [x, y #z\n  ]\n", "1:10 hash-in-text\n"},
        {"a: x # note\nb: y  ## z\n#c\nd: x#y\ne: \"x #y\"\nf: |\n  x #y\n", ""},
        {"a:\xC2\xA0x\nb: y\n", "1:2 missing-space\n"},
        {"a: x\x01y\n", "1:5 control-character\n"},
        {"a: \"x\\0y\"\n", "1:4 control-character\n"},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        struct input_fixture f = input_open("a.yaml", faults[i].text);
        input_yaml(f.a, f.d, &f.src);
        assert_string_equal(input_said(&f), faults[i].said);
        input_close(&f);
    }
}

static void a_repeated_key_keeps_the_first(void **state)
{
    (void)state;
    struct input_fixture f = input_open("a.yaml", "a: 1\na: 2\nb: 3\n");
    const struct node *n = input_yaml(f.a, f.d, &f.src);
    assert_int_equal(n->n, 2);
    assert_string_equal(get(n, "a")->text, "1");
    input_close(&f);
}

static void nesting_is_limited(void **state)
{
    (void)state;
    char text[40000];
    memset(text, '[', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    struct input_fixture f = input_open("a.yaml", text);
    assert_null(input_yaml(f.a, f.d, &f.src));
    assert_string_equal(input_said(&f), "1:65 too-deep\n");
    input_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_stay_strings),
        cmocka_unit_test(places_count_code_points_from_one),
        cmocka_unit_test(carriage_returns_and_separators_change_no_line),
        cmocka_unit_test(a_text_over_lines_is_marked_on_its_first),
        cmocka_unit_test(faults_are_named_and_placed),
        cmocka_unit_test(a_repeated_key_keeps_the_first),
        cmocka_unit_test(nesting_is_limited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
