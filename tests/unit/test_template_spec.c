/* Runs the cases of tests/spec/: each is a rule of Mustache, a template, data, partials and
 * what must come out.  tests/spec/run.sh runs the same cases through the program. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/shape.h"
#include "template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* --- the case files: JSON (RFC 8259) without \u --- */

struct reader {
    struct arena *arena;
    const char *p;
};

static void skip_blanks(struct reader *r)
{
    r->p += strspn(r->p, " \t\r\n");
}

static void expect(struct reader *r, const char *s)
{
    skip_blanks(r);
    if (strncmp(r->p, s, strlen(s)) != 0)
        fail_msg("expected %s at: %.40s", s, r->p);
    r->p += strlen(s);
}

static bool take(struct reader *r, char c)
{
    skip_blanks(r);
    if (*r->p != c)
        return false;
    r->p++;
    return true;
}

static char *read_string(struct reader *r)
{
    static const char from[] = "ntr\"\\/", to[] = "\n\t\r\"\\/";
    struct buf b;
    buf_init(&b);
    expect(r, "\"");
    while (*r->p && *r->p != '"') {
        if (*r->p == '\\') {
            const char *e = strchr(from, *++r->p);
            assert_non_null(e);
            buf_putc(&b, to[e - from]);
        } else {
            buf_putc(&b, *r->p);
        }
        r->p++;
    }
    expect(r, "\"");
    return buf_to_arena(&b, r->arena);
}

static struct value *read_value(struct reader *r)
{
    struct value *v;
    skip_blanks(r);
    if (*r->p == '"')
        return value_string(r->arena, read_string(r));
    if (take(r, '[')) {
        v = value_list(r->arena);
        while (!take(r, ']')) {
            value_push(v, read_value(r));
            take(r, ',');
        }
        return v;
    }
    if (take(r, '{')) {
        v = value_map(r->arena);
        while (!take(r, '}')) {
            char *key = read_string(r);
            expect(r, ":");
            value_set(v, key, read_value(r));
            take(r, ',');
        }
        return v;
    }
    size_t n = strspn(r->p, "+-.0123456789abcdefghijklmnopqrstuvwxyz");
    assert_true(n > 0);
    char *word = arena_strndup(r->arena, r->p, n);
    r->p += n;
    if (strcmp(word, "null") == 0)
        return value_null(r->arena);
    if (strcmp(word, "true") == 0 || strcmp(word, "false") == 0)
        return value_bool(r->arena, word[0] == 't');
    return value_number(r->arena, word);
}

/* --- running --- */

static struct source *make_source(struct arena *a, const char *path, const char *text)
{
    struct source *s = ARENA_NEW(a, struct source);
    s->path = path;
    s->text = text;
    s->len = strlen(text);
    return s;
}

static const struct template *find_partial(void *ctx, const char *name)
{
    return map_get(ctx, name);
}

/* linked: partials stand where they are called, which nobody may see. */
static void run_case(struct arena *a, const struct value *c, bool linked)
{
    static const char *const no_names[] = {""};
    static const struct shape_names names = {no_names, 1};
    const char *rule = value_text(value_get(c, "rule"));
    const char *want = value_text(value_get(c, "expected"));
    const struct value *given = value_get(c, "partials");
    struct diags *d = diags_new(a);
    struct map partials;
    map_init(&partials, a);
    diags_set_severity(d, DIAG_TEMPLATE_UNKNOWN_PARTIAL, SEVERITY_WARNING);
    for (size_t i = 0; given && i < value_count(given); i++) {
        const char *name = value_key(given, i);
        const char *text = value_text(value_item(given, i));
        map_set(&partials, name, template_parse(a, make_source(a, name, text), d));
    }
    const char *text = value_text(value_get(c, "template"));
    struct template *t = template_parse(a, make_source(a, "template", text), d);
    struct template_options o = {.ctx = &partials, .partial = find_partial};
    if (linked) {
        map_set(&partials, "the template of this case", t);
        template_link(a, &partials, &names);
    }
    struct buf out;
    buf_init(&out);
    bool done = template_render(a, t, value_get(c, "data"), &o, d, &out);
    const char *got = buf_to_arena(&out, a);
    if (!done || diags_failed(d) || strcmp(got, want) != 0) {
        struct buf b;
        buf_init(&b);
        diags_write(d, &b, (struct diags_print){0});
        fail_msg("%s\ntemplate: %s\nwant: [%s]\ngot:  [%s]\n%s", rule, text, want, got,
                 buf_to_arena(&b, a));
    }
}

static void run_file(const char *path, size_t least)
{
    struct arena *a = arena_new();
    struct buf b;
    char chunk[4096];
    buf_init(&b);
    FILE *f = fopen(path, "rb");
    if (!f)
        fail_msg("cannot open %s; tests run from the project's folder", path);
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;)
        buf_put(&b, chunk, n);
    fclose(f);
    struct reader r = {a, buf_to_arena(&b, a)};
    const struct value *cases = value_get(read_value(&r), "cases");
    assert_true(value_count(cases) >= least); /* no rule gets lost */
    for (size_t i = 0; i < value_count(cases); i++)
        for (int linked = 0; linked < 2; linked++)
            run_case(a, value_item(cases, i), linked);
    arena_free(a);
}

#define MODULE(name, file, least)                                                                  \
    static void test_##name(void **state)                                                          \
    {                                                                                              \
        (void)state;                                                                               \
        run_file("tests/spec/" file ".json", least);                                               \
    }

MODULE(comments, "comments", 14)
MODULE(delimiters, "delimiters", 20)
MODULE(interpolation, "interpolation", 33)
MODULE(sections, "sections", 36)
MODULE(inverted, "inverted", 23)
MODULE(partials, "partials", 27)
MODULE(dynamic_names, "dynamic-names", 22)
MODULE(inheritance, "inheritance", 36)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comments),      cmocka_unit_test(test_delimiters),
        cmocka_unit_test(test_interpolation), cmocka_unit_test(test_sections),
        cmocka_unit_test(test_inverted),      cmocka_unit_test(test_partials),
        cmocka_unit_test(test_dynamic_names), cmocka_unit_test(test_inheritance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
