/* What rendering offers beyond the specification: hooks, limits, places, lazy values. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/value.h"
#include "template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct world {
    struct arena *arena;
    struct diags *diags;
    struct map partials;
    struct value *data;
    struct template_options options;
    struct template_map map;
    struct buf out, notes; /* what the hooks were told */
};

static struct source *make_source(struct arena *a, const char *path, const char *text)
{
    struct source *s = ARENA_NEW(a, struct source);
    s->path = path;
    s->text = arena_strdup(a, text);
    s->len = strlen(text);
    return s;
}

static const struct template *find_partial(void *ctx, const char *name)
{
    struct world *w = ctx;
    return map_get(&w->partials, name);
}

static const char *nearest_partial(void *ctx, const char *name)
{
    struct world *w = ctx;
    return map_nearest(&w->partials, name);
}

static int set_up(void **state)
{
    struct arena *a = arena_new();
    struct world *w = ARENA_NEW(a, struct world);
    w->arena = a;
    w->diags = diags_new(a);
    w->data = value_map(a);
    map_init(&w->partials, a);
    buf_init(&w->out);
    buf_init(&w->notes);
    w->options = (struct template_options){
        .ctx = w, .partial = find_partial, .nearest_partial = nearest_partial};
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    struct world *w = *state;
    buf_free(&w->out);
    buf_free(&w->notes);
    arena_free(w->arena);
    return 0;
}

static void add_partial(struct world *w, const char *name, const char *text)
{
    map_set(&w->partials, name,
            template_parse(w->arena, make_source(w->arena, name, text), w->diags));
}

static bool render(struct world *w, const char *text)
{
    struct template *t = template_parse(w->arena, make_source(w->arena, "t", text), w->diags);
    return template_render(w->arena, t, w->data, &w->options, w->diags, &w->out);
}

static const char *messages(struct world *w)
{
    struct buf b;
    buf_init(&b);
    diags_write(w->diags, &b, (struct diags_print){0});
    return buf_to_arena(&b, w->arena);
}

/* --- values --- */

static void note_value(void *ctx, struct buf *out, const struct value *v, const char *text,
                       bool raw, struct place place)
{
    struct world *w = ctx;
    buf_printf(&w->notes, "%s:%d:%d+%d %s%s kind %d\n", place.src->path, place.line, place.col,
               place.len, text, raw ? " raw" : "", (int)value_kind(v));
    buf_put_utf8(out, 0xE000);
}

static void test_interpolate_hook(void **state)
{
    struct world *w = *state;
    w->options.interpolate = note_value;
    value_set_string(w->data, "a", "<x>");
    value_set_int(w->data, "b", 7);
    add_partial(w, "p", "-{{&b}}");
    assert_true(render(w, "1 {{a}}\n  {{{ b }}} {{none}}{{>p}}"));
    assert_string_equal(w->out.p, "1 \xEE\x80\x80\n  \xEE\x80\x80 -\xEE\x80\x80");
    assert_string_equal(w->notes.p, "t:1:5+1 <x> kind 3\n"
                                    "t:2:7+1 7 raw kind 2\n"
                                    "p:1:5+1 7 raw kind 2\n");
}

static void note_missing(void *ctx, struct place place, const char *name,
                         const struct value *found)
{
    struct world *w = ctx;
    buf_printf(&w->notes, "%d:%d %s %s\n", place.line, place.col, name, found ? "found" : "none");
}

static void test_missing_names_are_told(void **state)
{
    struct world *w = *state;
    w->options.missing = note_missing;
    value_set(w->data, "null", value_null(w->arena));
    value_set(w->data, "list", value_list(w->arena));
    value_set_string(w->data, "empty", "");
    assert_true(render(w, "{{a}}{{null}}{{empty}}\n{{list}}{{{null.b}}}\n"
                          "{{#c}}{{/c}}{{^d}}{{/d}}{{>*e.f}}"));
    assert_string_equal(w->notes.p, "1:3 a none\n2:3 list found\n2:12 null.b none\n"
                                    "3:29 e.f none\n");
    assert_false(diags_failed(w->diags));
}

static void test_no_options_no_data(void **state)
{
    struct world *w = *state;
    struct source *src = make_source(w->arena, "t", "a{{b}}{{.}}{{#c}}d{{/c}}{{^c}}e{{/c}}");
    struct template *t = template_parse(w->arena, src, w->diags);
    buf_puts(&w->out, "before ");
    assert_true(template_render(w->arena, t, NULL, NULL, w->diags, &w->out));
    assert_string_equal(w->out.p, "before ae");
}

static const struct value *figure_get(const struct value *self, const char *key, size_t n)
{
    struct arena *a = value_arena(self);
    if (n == 4 && memcmp(key, "none", 4) == 0)
        return NULL;
    return value_string(a, arena_printf(a, "%s/%.*s", value_path(self), (int)n, key));
}

static const char *figure_text(const struct value *self)
{
    return strcmp(value_path(self), "silent") == 0 ? NULL : value_path(self);
}

static void test_lazy_values(void **state)
{
    static const struct value_class figure = {figure_get, figure_text};
    struct world *w = *state;
    w->options.missing = note_missing;
    value_set(w->data, "f", value_lazy(w->arena, &figure, w, "total"));
    value_set(w->data, "s", value_lazy(w->arena, &figure, w, "silent"));
    assert_true(render(w, "{{f}} {{f.millions}} {{#f}}{{.}} {{usd}}{{/f}}[{{s}}][{{f.none}}]"));
    assert_string_equal(w->out.p, "total total/millions total total/usd[][]");
    assert_string_equal(w->notes.p, "1:50 s found\n1:57 f.none none\n");
}

static void test_escape(void **state)
{
    struct world *w = *state;
    template_escape_html(&w->out, "");
    assert_string_equal(w->out.p, "");
    template_escape_html(&w->out, "&<>\"'a&&");
    assert_string_equal(w->out.p, "&amp;&lt;&gt;&quot;'a&amp;&amp;");
}

/* --- partials --- */

static void test_unknown_partial(void **state)
{
    struct world *w = *state;
    add_partial(w, "header", "h");
    assert_true(render(w, "a\n {{>heder}}{{<zzzzzz}}{{/zzzzzz}}b"));
    assert_string_equal(w->out.p, "a\n b");
    assert_string_equal(messages(w),
                        "t:2:5: error: unknown partial \"heder\" [template-unknown-partial]\n"
                        "    2 |  {{>heder}}{{<zzzzzz}}{{/zzzzzz}}b\n"
                        "      |     ^~~~~\n"
                        "  hint: did you mean \"header\"? A partial is a file of the templates: "
                        "correct the name, or put heder.mustache there.\n"
                        "t:2:15: error: unknown partial \"zzzzzz\" [template-unknown-partial]\n"
                        "    2 |  {{>heder}}{{<zzzzzz}}{{/zzzzzz}}b\n"
                        "      |               ^~~~~~\n"
                        "  hint: A partial is a file of the templates: correct the name, or put "
                        "zzzzzz.mustache there.\n"
                        "2 errors\n");
}

static void test_recursion_ends_with_a_message(void **state)
{
    struct world *w = *state;
    add_partial(w, "p", "x\n{{>p}}");
    assert_false(render(w, "{{>p}}"));
    assert_int_equal(w->out.n, 2 * TEMPLATE_DEPTH_MAX);
    assert_non_null(strstr(messages(w), "p:2:4: error: partials nest deeper than 200 levels here "
                                        "[template-recursion]"));
}

static void test_recursion_up_to_the_limit_is_fine(void **state)
{
    struct world *w = *state;
    struct value *v = value_map(w->arena);
    for (int i = 0; i < TEMPLATE_DEPTH_MAX - 1; i++) {
        struct value *outer = value_map(w->arena);
        value_set(v, "more", value_bool(w->arena, i > 0));
        value_set(outer, "in", v);
        v = outer;
    }
    value_set_bool(v, "more", true);
    w->data = v;
    add_partial(w, "p", ".{{#more}}{{#in}}{{>p}}{{/in}}{{/more}}");
    assert_true(render(w, "{{>p}}"));
    assert_int_equal(w->out.n, TEMPLATE_DEPTH_MAX);
    assert_string_equal(messages(w), "");
}

static void test_limits(void **state)
{
    struct world *w = *state;
    struct value *l = value_list(w->arena);
    for (int i = 0; i < 1000; i++)
        value_push(l, value_int(w->arena, 1));
    value_set(w->data, "l", l);
    w->options.output_max = 5000;
    assert_false(render(w, "{{#l}}0123456789{{/l}}"));
    assert_in_range(w->out.n, 5001, 5010);
    assert_non_null(strstr(messages(w), "t: error: the output of this template is larger than "
                                        "5000 bytes [template-too-large]"));
    w->options.output_max = 0;
    w->options.steps_max = 10000;
    assert_false(render(w, "{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}"));
    assert_non_null(strstr(messages(w), "[template-too-long]"));
    w->options.depth_max = 3;
    add_partial(w, "a", "{{>b}}");
    add_partial(w, "b", "{{>c}}");
    add_partial(w, "c", "c");
    add_partial(w, "z", "{{>a}}");
    buf_clear(&w->out);
    assert_true(render(w, "{{>a}}"));
    assert_string_equal(w->out.p, "c");
    assert_false(render(w, "{{>z}}"));
    assert_non_null(strstr(messages(w), "b:1:4: error: partials nest deeper than 3 levels"));
}

/* Two calls at each of a hundred levels put nothing out, and would take for ever. */
static void test_doubling_partials_end(void **state)
{
    struct world *w = *state;
    for (int i = 0; i < 100; i++) {
        const char *text = arena_printf(w->arena, "{{>p%d}}{{>p%d}}", i + 1, i + 1);
        add_partial(w, arena_printf(w->arena, "p%d", i), text);
    }
    add_partial(w, "p100", "");
    w->options.steps_max = 1000000;
    assert_false(render(w, "{{>p0}}"));
    assert_non_null(strstr(messages(w), "[template-too-long]"));
}

/* An indentation that doubles with each level must not fill the memory. */
static void test_indentation_is_limited(void **state)
{
    struct world *w = *state;
    struct buf b;
    buf_init(&b);
    for (int i = 0; i < 100000; i++)
        buf_putc(&b, ' ');
    buf_puts(&b, "{{>p}}\n");
    add_partial(w, "p", b.p);
    buf_free(&b);
    w->options.output_max = 1000000;
    assert_false(render(w, "{{>p}}"));
    assert_non_null(strstr(messages(w), "[template-too-large]"));
}

/* Sections within sections within partials: the process's stack has no part in it. */
static void test_deep_rendering(void **state)
{
    struct world *w = *state;
    struct buf b;
    buf_init(&b);
    value_set(w->data, "a", w->data); /* an a in every a */
    for (int i = 0; i < TEMPLATE_NESTING_MAX; i++)
        buf_puts(&b, "{{#a}}");
    buf_puts(&b, "{{>p}}");
    for (int i = 0; i < TEMPLATE_NESTING_MAX; i++)
        buf_puts(&b, "{{/a}}");
    add_partial(w, "p", b.p);
    buf_free(&b);
    assert_false(render(w, "{{>p}}"));
    assert_non_null(strstr(messages(w), "[template-recursion]"));
}

/* --- places --- */

/* Where each line of the output came from, as "path:line:col" a line. */
static const char *line_places(struct world *w)
{
    struct buf b;
    buf_init(&b);
    for (size_t i = 0; i < w->out.n; i++) {
        if (i > 0 && w->out.p[i - 1] != '\n')
            continue;
        struct place p = template_map_place(&w->map, i, i + 1);
        buf_printf(&b, "%s:%d:%d\n", p.src->path, p.line, p.col);
    }
    return buf_to_arena(&b, w->arena);
}

static void test_map_of_lines(void **state)
{
    struct world *w = *state;
    w->options.map = &w->map;
    value_set_string(w->data, "x", "1\n2\n3");
    struct value *l = value_list(w->arena);
    value_push(l, value_int(w->arena, 1));
    value_push(l, value_int(w->arena, 2));
    value_set(w->data, "l", l);
    add_partial(w, "p", "p1\np2 {{x}}\n");
    assert_true(render(w, "a\n{{! gone }}\nb\n{{#l}}\n c\n{{/l}}\n  {{>p}}\nd {{x}} e\nf\n"));
    assert_string_equal(w->out.p,
                        "a\nb\n c\n c\n  p1\n  p2 1\n2\n3\nd 1\n2\n3 e\nf\n");
    assert_string_equal(line_places(w),
                        "t:1:1\nt:3:1\nt:5:1\nt:5:1\np:1:1\np:2:1\np:2:4\np:2:4\n"
                        "t:8:1\nt:8:3\nt:8:3\nt:9:1\n");
}

static void assert_place(struct world *w, const char *text, int line, int col, int len)
{
    const char *at = strstr(w->out.p, text);
    assert_non_null(at);
    size_t from = (size_t)(at - w->out.p);
    struct place p = template_map_place(&w->map, from, from + strlen(text));
    if (p.line != line || p.col != col || p.len != len)
        fail_msg("\"%s\" is at %d:%d+%d, not %d:%d+%d", text, p.line, p.col, p.len, line, col, len);
}

static void test_map_of_words(void **state)
{
    struct world *w = *state;
    w->options.map = &w->map;
    value_set_string(w->data, "n", "eighty-nine");
    assert_true(render(w, "En año {{n}} acuerdos\ny más\n"));
    assert_place(w, "año", 1, 4, 3);
    assert_place(w, "eighty-nine", 1, 8, 5);
    assert_place(w, "nine", 1, 8, 5);
    assert_place(w, "acuerdos", 1, 14, 8);
    assert_place(w, "año eighty", 1, 4, 9);
    assert_place(w, "nine acuerdos", 1, 8, 14);
    assert_place(w, "más", 2, 3, 3);
}

/* Content given for a block keeps the places of the template that gives it. */
static void test_map_of_inheritance(void **state)
{
    struct world *w = *state;
    w->options.map = &w->map;
    w->options.missing = note_missing;
    add_partial(w, "p", "head\n  {{$b}}default{{/b}}\nfoot {{none}}\n");
    assert_true(render(w, "{{<p}}\n{{$b}}\none\ntwo {{unknown}}\n{{/b}}\n{{/p}}\nend\n"));
    assert_string_equal(w->out.p, "head\n  one\n  two \nfoot \nend\n");
    assert_string_equal(line_places(w), "p:1:1\np:2:1\nt:4:1\np:3:1\nt:7:1\n");
    assert_string_equal(w->notes.p, "4:7 unknown none\n3:8 none none\n");
}

static void test_map_is_compact(void **state)
{
    struct world *w = *state;
    w->options.map = &w->map;
    add_partial(w, "p", "p");
    assert_true(render(w, "a\nb\nc\n"));
    assert_int_equal(w->map.spans.n, 1);
    assert_true(render(w, "{{none}}{{#no}}x{{/no}}a{{>p}}"));
    assert_int_equal(w->map.spans.n, 3);
    assert_null(template_map_place(&(struct template_map){.spans = {0}}, 0, 1).src);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_interpolate_hook),
        TEST(test_missing_names_are_told),
        TEST(test_no_options_no_data),
        TEST(test_lazy_values),
        TEST(test_escape),
        TEST(test_unknown_partial),
        TEST(test_recursion_ends_with_a_message),
        TEST(test_recursion_up_to_the_limit_is_fine),
        TEST(test_limits),
        TEST(test_doubling_partials_end),
        TEST(test_indentation_is_limited),
        TEST(test_deep_rendering),
        TEST(test_map_of_lines),
        TEST(test_map_of_words),
        TEST(test_map_of_inheritance),
        TEST(test_map_is_compact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
