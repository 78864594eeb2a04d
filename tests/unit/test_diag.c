#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <string.h>

static const char text[] = "id: x\nname: {en: Ñandú, es: 中文}\n\tend\r\n";
static const struct source src = {"content/a.yaml", text, sizeof text - 1};

static char *written(struct arena *a, struct diags *d, enum diag_format format)
{
    struct buf out = BUF_INIT;
    diags_write(d, &out, (struct diags_print){.format = format});
    return buf_to_arena(&out, a);
}

static void shows_line_caret_and_hint(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *at = strstr(text, "Ñandú");
    struct place p = place_of(&src, (size_t)(at - text), (size_t)(at - text) + strlen("Ñandú"));
    assert_int_equal(p.line, 2);
    assert_int_equal(p.col, 12);
    assert_int_equal(p.len, 5);
    diag_report(d, DIAG_FILE_UNREADABLE, p, "no \"reason\"");
    diag_hint(d, HINT_WRITE_MAP, "{a: 1}");
    assert_string_equal(written(a, d, DIAG_FORMAT_TEXT),
                        "content/a.yaml:2:12: error: cannot read this file: no \"reason\" "
                        "[file-unreadable]\n"
                        "    2 | name: {en: Ñandú, es: 中文}\n"
                        "      |            ^~~~~\n"
                        "  hint: Write {a: 1}. Look whether it is there under this name, and "
                        "whether you may read it.\n"
                        "1 error\n");
    arena_free(a);
}

static void sorts_counts_and_merges(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct place later = {&src, 3, 2, 99}, earlier = {&src, 1, 1, 2};
    diag_report(d, DIAG_FILE_UNREADABLE, later, "b");
    diag_report(d, DIAG_FILE_UNREADABLE, earlier, "a");
    diag_report(d, DIAG_FILE_UNREADABLE, later, "b");
    diag_report(d, DIAG_MISSING_STRING, (struct place){0}, "x", "es");
    assert_int_equal(diags_count(d, SEVERITY_ERROR), 2);
    assert_int_equal(diags_count(d, SEVERITY_WARNING), 1);
    assert_true(diags_failed(d));
    const char *out = written(a, d, DIAG_FORMAT_TEXT);
    const char *first = strstr(out, "accord: warning"), *second = strstr(out, ":1:1: error");
    const char *third = strstr(out, ":3:2: error");
    assert_non_null(first);
    assert_true(first < second && second < third);
    assert_non_null(strstr(third, "      | \t^~~\n")); /* cut at the line's end, CR left out */
    assert_non_null(strstr(out, "\n2 errors, 1 warning\n"));
    arena_free(a);
}

static void severity_can_change_for_a_run(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    diag_report(d, DIAG_MISSING_STRING, (struct place){0}, "x", "es");
    assert_false(diags_failed(d));
    diags_set_severity(d, DIAG_MISSING_STRING, SEVERITY_ERROR);
    assert_true(diags_failed(d));
    arena_free(a);
}

static void machines_get_every_field(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    diag_report(d, DIAG_UNKNOWN_KEY, (struct place){&src, 1, 1, 2}, "a\"b\n");
    assert_string_equal(written(a, d, DIAG_FORMAT_JSON),
                        "[\n{\"file\": \"content/a.yaml\", \"line\": 1, \"column\": 1, "
                        "\"severity\": \"error\", \"code\": \"unknown-key\", \"message\": "
                        "\"unknown key \\\"a\\\"b\\u000a\\\"\", \"hint\": null}\n]\n");
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&src, 1, 1, 2}, "x");
    const char *sarif = written(a, d, DIAG_FORMAT_SARIF);
    assert_non_null(strstr(sarif, "\"version\": \"2.1.0\""));
    assert_non_null(strstr(sarif, "\"startLine\": 1, \"startColumn\": 1, \"endColumn\": 3"));
    assert_non_null(strstr(sarif, "\"uri\": \"content/a.yaml\""));
    assert_non_null(strstr(sarif, "{\"id\": \"file-unreadable\", \"shortDescription\": "
                                  "{\"text\": \"cannot read this file: …\"}, \"help\": {"));
    arena_free(a);
}

static void addresses_of_files_are_references(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct source odd = {.path = "my content/été 100%.yaml", .text = "", .len = 0};
    const struct source root = {.path = "/srv/a.yaml", .text = "", .len = 0};
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&odd, 1, 1, 1}, "x");
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&root, 1, 1, 1}, "x");
    const char *sarif = written(a, d, DIAG_FORMAT_SARIF);
    assert_non_null(strstr(sarif, "\"uri\": \"my%20content/%C3%A9t%C3%A9%20100%25.yaml\""));
    assert_non_null(strstr(sarif, "\"uri\": \"file:///srv/a.yaml\""));
    arena_free(a);
}

/* All of them are errors then, whatever was left out. */
static void faults_beyond_number_are_left_out(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    char lines[12000];
    memset(lines, '\n', sizeof lines - 1);
    lines[sizeof lines - 1] = '\0';
    const struct source many = {.path = "many.yaml", .text = lines, .len = sizeof lines - 1};
    for (int i = 1; i <= 5000; i++) {
        diag_report(d, DIAG_HASH_IN_TEXT, (struct place){&many, i, 1, 1});
        diag_hint(d, HINT_DID_YOU_MEAN, "x");
    }
    diag_report(d, DIAG_HASH_IN_TEXT, (struct place){&src, 1, 1, 1});
    assert_int_equal(diags_count(d, SEVERITY_WARNING), 2001);
    assert_int_equal(diags_count(d, SEVERITY_ERROR), 1);
    assert_true(diags_has(d, DIAG_TOO_MANY_FAULTS));
    const struct diag *list;
    assert_int_equal(diags_list(d, &list), 2002);
    assert_int_equal(list[1].code, DIAG_TOO_MANY_FAULTS);
    assert_int_equal(list[2001].place.line, 2000);
    assert_int_equal(list[2001].hint.n, 1);
    arena_free(a);
}

static void pages_get_the_line_in_three_parts(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *at = strstr(text, "Ñandú");
    diag_report(d, DIAG_FILE_UNREADABLE,
                place_of(&src, (size_t)(at - text), (size_t)(at - text) + strlen("Ñandú")), "a\u202eb");
    const char *out = written(a, d, DIAG_FORMAT_EXCERPTS);
    assert_non_null(strstr(out, "\"message\": \"cannot read this file: a\\u003cU+202E>b\""));
    assert_non_null(strstr(out, "\"cut\": [false, false], \"before\": \"name: {en: \", "
                                "\"marked\": \"Ñandú\", \"after\": \", es: 中文}\"}\n]"));
    arena_free(a);
}

static void what_was_written_can_be_left_out(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf out = BUF_INIT;
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&src, 1, 1, 2}, "first");
    diags_write(d, &out, (struct diags_print){.fresh = true});
    buf_clear(&out);
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&src, 1, 1, 2}, "first");
    diags_write(d, &out, (struct diags_print){.fresh = true});
    assert_string_equal(buf_str(&out), "");
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&src, 1, 1, 2}, "second");
    diags_write(d, &out, (struct diags_print){.fresh = true});
    assert_null(strstr(buf_str(&out), "first"));
    assert_non_null(strstr(buf_str(&out), "second"));
    assert_non_null(strstr(buf_str(&out), "\n2 errors\n"));
    buf_free(&out);
    arena_free(a);
}

static void known_warnings_can_be_left_out(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf out = BUF_INIT;
    diag_report(d, DIAG_MISSING_STRING, (struct place){0}, "x", "es");
    const char *known = written(a, d, DIAG_FORMAT_TEXT);
    diags_write(d, &out, (struct diags_print){.known = known});
    assert_string_equal(buf_str(&out), "");
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&src, 1, 1, 2}, "an error");
    known = written(a, d, DIAG_FORMAT_TEXT);
    diags_write(d, &out, (struct diags_print){.known = known});
    assert_null(strstr(buf_str(&out), "warning:"));
    assert_non_null(strstr(buf_str(&out), "an error"));
    assert_non_null(strstr(buf_str(&out), "\n1 error, 1 warning\n"));
    buf_free(&out);
    arena_free(a);
}

static struct place one_line_down(void *ctx, struct place p)
{
    (void)ctx;
    p.line++;
    return p;
}

static void reports_since_a_mark_can_be_moved(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&src, 1, 1, 2}, "kept");
    size_t mark = diags_mark(d);
    diag_report(d, DIAG_FILE_UNREADABLE, (struct place){&src, 1, 1, 2}, "moved");
    diags_relocate(d, mark, one_line_down, NULL);
    const char *out = written(a, d, DIAG_FORMAT_TEXT);
    assert_non_null(strstr(out, ":1:1: error: cannot read this file: kept"));
    assert_non_null(strstr(out, ":2:1: error: cannot read this file: moved"));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_line_caret_and_hint),
        cmocka_unit_test(sorts_counts_and_merges),
        cmocka_unit_test(severity_can_change_for_a_run),
        cmocka_unit_test(machines_get_every_field),
        cmocka_unit_test(addresses_of_files_are_references),
        cmocka_unit_test(faults_beyond_number_are_left_out),
        cmocka_unit_test(pages_get_the_line_in_three_parts),
        cmocka_unit_test(what_was_written_can_be_left_out),
        cmocka_unit_test(known_warnings_can_be_left_out),
        cmocka_unit_test(reports_since_a_mark_can_be_moved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
