/* Faulty templates: what is said, and where. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct source *make_source(struct arena *a, const char *text, size_t n)
{
    struct source *s = ARENA_NEW(a, struct source);
    s->path = "t";
    s->text = arena_strndup(a, text, n);
    s->len = n;
    return s;
}

/* All reports of a template, one a line: "line:col severity slug: message". */
static const char *faults(struct arena *a, const char *text, size_t n)
{
    struct diags *d = diags_new(a);
    struct buf b, lines;
    template_parse(a, make_source(a, text, n), d);
    buf_init(&b);
    buf_init(&lines);
    diags_write(d, &b, (struct diags_print){0});
    char *save = NULL;
    for (char *l = strtok_r(b.p, "\n", &save); l; l = strtok_r(NULL, "\n", &save))
        if (strncmp(l, "t:", 2) == 0)
            buf_printf(&lines, "%s\n", l + 2);
    buf_free(&b);
    return buf_to_arena(&lines, a);
}

static void assert_faults(const char *text, const char *want)
{
    struct arena *a = arena_new();
    const char *got = faults(a, text, strlen(text));
    if (strcmp(got, want) != 0)
        fail_msg("template: %s\nwant: %s\ngot:  %s", text, want, got);
    arena_free(a);
}

static void test_faultless(void **state)
{
    (void)state;
    assert_faults("{{a}} {{{b}}} {{&c}} {{#d}}{{/d}}{{^e}}{{/e}}{{>f}}{{! g }}{{=< >=}}", "");
    assert_faults("{{<p}}{{$b}}{{a}}{{/b}}{{! c }}{{=<< >>=}}<<$c>><</c>><</p>>", "");
    assert_faults("} }} { {.} }}}", "");
    assert_faults("{{{{x}}}}", ""); /* the name is {x */
}

static void test_unclosed_tag(void **state)
{
    (void)state;
    assert_faults("a\nb {{c", "2:3: error: this tag is never closed [template-unclosed-tag]\n");
    assert_faults("{{", "1:1: error: this tag is never closed [template-unclosed-tag]\n");
    assert_faults("{{!", "1:1: error: this tag is never closed [template-unclosed-tag]\n");
    assert_faults("{{{a}}", "1:1: error: this tag is never closed [template-unclosed-tag]\n");
    assert_faults("{{=<% %>", "1:1: error: this tag is never closed [template-unclosed-tag]\n");
    /* columns count code points */
    assert_faults("\tñ国 {{c", "1:5: error: this tag is never closed [template-unclosed-tag]\n");
}

static void test_unclosed_tag_does_not_swallow_the_next(void **state)
{
    (void)state;
    assert_faults("{{a\n{{b}}\n{{#c}}",
                  "1:1: error: this tag is never closed [template-unclosed-tag]\n"
                  "3:1: error: \"{{#c}}\" is never closed [template-unclosed-section]\n");
    assert_faults("{{a and\nb }} {{}}",
                  "1:1: error: this tag is never closed [template-unclosed-tag]\n"
                  "2:6: error: this tag has no name [template-empty-tag]\n");
}

static void test_empty_tag(void **state)
{
    static const char *const empty[] = {"{{}}",  "{{ }}",  "{{{}}}", "{{{ }}}", "{{&}}", "{{#}}",
                                        "{{^}}", "{{/ }}", "{{>}}",  "{{> *}}", "{{<}}", "{{$ }}"};
    (void)state;
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        assert_faults(empty[i], "1:1: error: this tag has no name [template-empty-tag]\n");
}

static void test_bad_name(void **state)
{
    (void)state;
    assert_faults("x {{  a b }}",
                  "1:7: error: \"a b\" is not a name [template-bad-name]\n");
    assert_faults("{{.a}}", "1:3: error: \".a\" is not a name [template-bad-name]\n");
    assert_faults("{{a.}}", "1:3: error: \"a.\" is not a name [template-bad-name]\n");
    assert_faults("{{{a..b}}}", "1:4: error: \"a..b\" is not a name [template-bad-name]\n");
    assert_faults("{{#..}}", "1:4: error: \"..\" is not a name [template-bad-name]\n");
    assert_faults("{{>*a..b}}", "1:5: error: \"a..b\" is not a name [template-bad-name]\n");
    assert_faults("{{>a..b}}{{>../b}}{{$.b}}{{/.b}}", ""); /* no dotted names */
    assert_faults("{{ #a}}", "1:4: error: \"#a\" is not a name [template-bad-name]\n");
}

static void test_bad_delimiters(void **state)
{
    (void)state;
    assert_faults("{{=}}", "1:1: error: this does not set two delimiters: {{=}} "
                           "[template-bad-delimiters]\n");
    assert_faults("{{==}}", "1:1: error: this does not set two delimiters: {{==}} "
                            "[template-bad-delimiters]\n");
    assert_faults("{{=<%=}}", "1:1: error: this does not set two delimiters: {{=<%=}} "
                              "[template-bad-delimiters]\n");
    assert_faults("{{=a b c=}}", "1:1: error: this does not set two delimiters: {{=a b c=}} "
                                 "[template-bad-delimiters]\n");
    assert_faults("{{=<= =>=}}", "1:1: error: this does not set two delimiters: {{=<= =>=}} "
                                 "[template-bad-delimiters]\n");
    assert_faults("{{=<% %>}}", "1:1: error: this does not set two delimiters: {{=<% %>}} "
                                "[template-bad-delimiters]\n");
}

static void test_unclosed_sections(void **state)
{
    (void)state;
    assert_faults("{{#a}}\n  {{^b}}",
                  "1:1: error: \"{{#a}}\" is never closed [template-unclosed-section]\n"
                  "2:3: error: \"{{^b}}\" is never closed [template-unclosed-section]\n");
    assert_faults("{{<p}}{{$b}}",
                  "1:1: error: \"{{<p}}\" is never closed [template-unclosed-section]\n"
                  "1:7: error: \"{{$b}}\" is never closed [template-unclosed-section]\n");
    assert_faults("{{<*p}}", "1:1: error: \"{{<*p}}\" is never closed "
                             "[template-unclosed-section]\n");
    assert_faults("{{=<% %>=}}<%#a%>",
                  "1:12: error: \"<%#a%>\" is never closed [template-unclosed-section]\n");
    /* an outer end closes what is within */
    assert_faults("{{#a}}{{#b}}{{/a}}",
                  "1:7: error: \"{{#b}}\" is never closed [template-unclosed-section]\n");
}

static void test_wrong_close(void **state)
{
    (void)state;
    assert_faults("{{/a}}", "1:4: error: this closes \"a\", but nothing is open here "
                            "[template-stray-close]\n");
    /* near enough to be meant: nothing more is said */
    assert_faults("\n{{#agreements}}\n{{/agrements}}",
                  "3:4: error: nothing named \"agrements\" is open here; what is open is "
                  "\"{{#agreements}}\" of line 2 [template-wrong-close]\n");
    assert_faults("{{#a}}{{/other}}{{/a}}",
                  "1:10: error: nothing named \"other\" is open here; what is open is "
                  "\"{{#a}}\" of line 1 [template-wrong-close]\n");
    assert_faults("{{<*p}}{{/p}}{{/*p}}",
                  "1:11: error: nothing named \"p\" is open here; what is open is "
                  "\"{{<*p}}\" of line 1 [template-wrong-close]\n"
                  "1:18: error: this closes \"p\", but nothing is open here "
                  "[template-stray-close]\n");
}

static void test_contents_of_a_parent(void **state)
{
    (void)state;
    assert_faults("{{<p}}text {{a}} {{>q}}{{#s}}{{b}}{{/s}}{{/p}}",
                  "1:12: warning: this tag has no effect inside \"p\" [template-ignored-tag]\n"
                  "1:18: warning: this tag has no effect inside \"p\" [template-ignored-tag]\n"
                  "1:24: warning: this tag has no effect inside \"p\" [template-ignored-tag]\n");
    assert_faults("{{<p}}\n{{$b}}1{{/b}}\n{{$b}}2{{/b}}\n{{/p}}",
                  "3:4: error: block \"b\" is given twice; the first is in line 2 "
                  "[template-repeated-block]\n");
    /* within another parent, or within itself, it is another block */
    assert_faults("{{<p}}{{$b}}{{$b}}{{/b}}{{<q}}{{$b}}{{/b}}{{/q}}{{/b}}{{/p}}", "");
}

static void assert_hint(const char *text, const char *hint)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf b;
    buf_init(&b);
    template_parse(a, make_source(a, text, strlen(text)), d);
    diags_write(d, &b, (struct diags_print){0});
    if (!strstr(b.p, hint))
        fail_msg("\"%s\" is not in: %s", hint, b.p);
    buf_free(&b);
    arena_free(a);
}

static void test_hints(void **state)
{
    (void)state;
    assert_hint("{{a", "hint: Close it with \"}}\".\n");
    assert_hint("{{{a}}", "hint: Close it with \"}}}\".\n");
    assert_hint("{{=a b", "hint: Close it with \"=}}\".\n");
    assert_hint("{{=<% %>=}}<%a", "hint: Close it with \"%>\".\n");
    assert_hint("{{=<% %>=}}<%#a%>", "hint: Write \"<%/a%>\" where it ends.\n");
    assert_hint("{{#a}}{{/b}}", "hint: Close that first, with \"{{/a}}\".\n");
    assert_hint("{{ #a}}", "hint: Put the \"#\" right behind the opening delimiter.");
}

static void repeat(struct buf *b, const char *s, int n)
{
    while (n-- > 0)
        buf_puts(b, s);
}

static void test_nesting_is_limited(void **state)
{
    struct arena *a = arena_new();
    struct buf b;
    (void)state;
    buf_init(&b);
    repeat(&b, "{{#a}}", TEMPLATE_NESTING_MAX);
    repeat(&b, "{{/a}}", TEMPLATE_NESTING_MAX);
    assert_string_equal(faults(a, b.p, b.n), "");
    buf_clear(&b);
    repeat(&b, "{{#a}}", 100000);
    assert_string_equal(faults(a, b.p, b.n),
                        "1:1537: error: sections nest deeper than 256 levels here "
                        "[template-nesting]\n");
    buf_free(&b);
    arena_free(a);
}

/* Templates made to take long or to say too much. */
static void test_hostile_templates(void **state)
{
    static const struct {
        const char *part;
        int times;
        size_t faults;
    } hostile[] = {
        {"{{/a}}", 100000, 50},      {"{{}}", 100000, 50}, {"{{", 500000, 1},
        {"{{=", 300000, 1},          {"{{a\n", 100000, 1}, {"{{#a}}{{/b}}", 100000, 50},
        {"{{=| |=}}|={{ }}=|", 50000, 0}, {" \t", 500000, 0},  {"{{a}}", 200000, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        struct buf b;
        buf_init(&b);
        repeat(&b, hostile[i].part, hostile[i].times);
        template_parse(a, make_source(a, b.p, b.n), d);
        assert_in_range(diags_count(d, SEVERITY_ERROR), hostile[i].faults, hostile[i].faults + 1);
        buf_free(&b);
        arena_free(a);
    }
}

/* Every prefix of a template with everything in it can be read, and so can every template
 * with one byte of it changed. */
static void test_broken_templates(void **state)
{
    static const char whole[] = "\xEF\xBB\xBF{{#a}}\n {{b.c}}{{{d}}}\r\n{{/a}}{{^e}}{{&f}}{{/e}}"
                                "{{! g }}{{>h}}\n  {{>*i}}\n{{<p}}\n {{$q}}\n  x\n {{/q}}{{/p}}"
                                "\n {{$r}}{{/r}}\n{{=<% %>=}}<%s%>";
    static const char change[] = {'{', '}', '\n', '/', '\0', '\xFF'};
    (void)state;
    for (size_t n = 0; n < sizeof whole; n++) {
        struct arena *a = arena_new();
        struct buf out;
        buf_init(&out);
        struct diags *d = diags_new(a);
        template_render(a, template_parse(a, make_source(a, whole, n), d), NULL, NULL, d, &out);
        for (size_t i = 0; i < sizeof change; i++) {
            struct source *s = make_source(a, whole, sizeof whole - 1);
            char *text = arena_strndup(a, whole, sizeof whole - 1);
            text[n] = change[i];
            s->text = text;
            d = diags_new(a);
            assert_true(template_render(a, template_parse(a, s, d), NULL, NULL, d, &out));
        }
        buf_free(&out);
        arena_free(a);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faultless),
        cmocka_unit_test(test_unclosed_tag),
        cmocka_unit_test(test_unclosed_tag_does_not_swallow_the_next),
        cmocka_unit_test(test_empty_tag),
        cmocka_unit_test(test_bad_name),
        cmocka_unit_test(test_bad_delimiters),
        cmocka_unit_test(test_unclosed_sections),
        cmocka_unit_test(test_wrong_close),
        cmocka_unit_test(test_contents_of_a_parent),
        cmocka_unit_test(test_hints),
        cmocka_unit_test(test_nesting_is_limited),
        cmocka_unit_test(test_hostile_templates),
        cmocka_unit_test(test_broken_templates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
