/* Records: C structs as values, looked up by numbers in linked templates and by texts elsewhere;
 * lists of them, filled while they are walked. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/shape.h"
#include "template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { NO_NAME, TEXT, FLAG, HREF, CELLS, MAP, OUTER, NAMES };

static const char *const name_texts[] = {"", "text", "flag", "href", "cells", "map", "outer"};
static const struct shape_names names = {name_texts, NAMES};

struct row {
    const char *text;
    bool flag;
    struct shape_parts href;
    struct value cells;
    const struct value *map;
};

static const struct shape_member row_members[NAMES] = {
    [TEXT] = {SHAPE_TEXT, offsetof(struct row, text)},
    [FLAG] = {SHAPE_FLAG, offsetof(struct row, flag)},
    [HREF] = {SHAPE_PARTS, offsetof(struct row, href)},
    [CELLS] = {SHAPE_HELD, offsetof(struct row, cells)},
    [MAP] = {SHAPE_VALUE, offsetof(struct row, map)},
};
static const struct shape row_shape = {&names, row_members};
static const struct shape_walk rows = {&row_shape, sizeof(struct row), NULL};

struct cell {
    const char *text;
};

static const struct shape_member cell_members[NAMES] = {
    [TEXT] = {SHAPE_TEXT, offsetof(struct cell, text)},
};
static const struct shape cell_shape = {&names, cell_members};

struct page {
    const char *text, *outer;
    struct value cells;
};

static const struct shape_member page_members[NAMES] = {
    [TEXT] = {SHAPE_TEXT, offsetof(struct page, text)},
    [OUTER] = {SHAPE_TEXT, offsetof(struct page, outer)},
    [CELLS] = {SHAPE_HELD, offsetof(struct page, cells)},
};
static const struct shape page_shape = {&names, page_members};

/* --- rendering, linked and not --- */

static const struct template *find_partial(void *ctx, const char *name)
{
    return map_get(ctx, name);
}

static const char *render(struct arena *a, const char *text, const struct value *data, bool linked)
{
    struct source *src = ARENA_NEW(a, struct source), *part = ARENA_NEW(a, struct source);
    struct diags *d = diags_new(a);
    struct map templates;
    struct buf b = BUF_INIT;
    const struct template_options o = {.ctx = &templates, .partial = find_partial};

    *src = (struct source){"t", text, strlen(text)};
    *part = (struct source){"p", "<{{text}}>", strlen("<{{text}}>")};
    map_init(&templates, a);
    map_set(&templates, "t", template_parse(a, src, d));
    map_set(&templates, "p", template_parse(a, part, d));
    if (linked)
        template_link(a, &templates, &names);
    assert_true(template_render(a, map_get(&templates, "t"), data, &o, d, &b));
    assert_false(diags_failed(d));
    return buf_to_arena(&b, a);
}

static void renders(struct arena *a, const char *text, const struct value *data, const char *want)
{
    assert_string_equal(render(a, text, data, true), want);
    assert_string_equal(render(a, text, data, false), want);
}

/* --- tests --- */

static void members_print_and_ask(void **state)
{
    struct arena *a = arena_new();
    struct value *map = value_map(a);
    value_set_string(map, "x", "<y>");
    const struct row full = {.text = "a & b",
                             .flag = true,
                             .href = {{"../", "\"p\"", "/i"}},
                             .map = map};
    const struct row none = {.text = ""};

    (void)state;
    renders(a, "{{text}} {{{text}}} {{flag}} {{href}} {{{href}}} {{map.x}} {{nobody}}",
            shape_value(a, &row_shape, &full),
            "a &amp; b a & b true ../&quot;p&quot;/i ../\"p\"/i &lt;y&gt; ");
    const char *asks = "{{#text}}t{{/text}}{{^text}}T{{/text}}{{#flag}}f{{/flag}}{{^flag}}F{{/flag}}"
                       "{{#href}}h{{.}}{{/href}}{{^href}}H{{/href}}{{#cells}}c{{/cells}}"
                       "{{^cells}}C{{/cells}}{{#map}}m{{x}}{{text}}{{/map}}{{^map}}M{{/map}}"
                       "{{#nobody}}n{{/nobody}}{{^nobody}}N{{/nobody}}";
    renders(a, asks, shape_value(a, &row_shape, &full),
            "tfh../&quot;p&quot;/iCm&lt;y&gt;a &amp; bN");
    renders(a, asks, shape_value(a, &row_shape, &none), "TFHCMN");
    arena_free(a);
}

static void own_nulls_hide_and_others_are_seen_through(void **state)
{
    struct arena *a = arena_new();
    const struct cell cell[] = {{"1"}, {NULL}, {""}};
    static const struct shape_walk cells = {&cell_shape, sizeof(struct cell), NULL};
    const struct page page = {"page", "o", shape_list(a, &cells, cell, 3)};
    const struct value *v = shape_value(a, &page_shape, &page);
    struct value *map = value_map(a);
    value_set(map, "in", v);
    value_set_string(map, "flag", "from a map");

    (void)state;
    renders(a, "{{#cells}}[{{text}}{{^text}}none{{/text}} {{outer}}]{{/cells}}", v,
            "[1 o][none o][none o]");
    renders(a, "{{#cells}}{{>p}}{{/cells}}{{>p}}", v, "<1><><><page>");
    renders(a, "{{#in}}{{#cells}}{{flag}},{{/cells}}{{/in}}{{in.text}}", map,
            "from a map,from a map,from a map,page");
    arena_free(a);
}

/* Counts how often it fills, and notes in each record which item of which list it is. */
struct filler {
    struct arena *arena;
    const char *name;
    int *filled;
};

struct filled {
    struct row row;
    struct filler inner;
};

static void fill_inner(const void *ctx, size_t i, void *record)
{
    const struct filler *f = ctx;
    struct cell *c = record;

    ++*f->filled;
    c->text = arena_printf(f->arena, "%s%zu", f->name, i);
}

static void fill(const void *ctx, size_t i, void *record)
{
    static const struct shape_walk cells = {&cell_shape, sizeof(struct cell), fill_inner};
    const struct filler *f = ctx;
    struct filled *r = record;

    ++*f->filled;
    *r = (struct filled){.inner = *f};
    r->row.text = r->inner.name = arena_printf(f->arena, "%s%zu", f->name, i);
    r->row.cells = shape_list(f->arena, &cells, &r->inner, i);
}

static void lists_are_filled_as_they_are_walked(void **state)
{
    static const struct shape_walk walk = {&row_shape, sizeof(struct filled), fill};
    struct arena *a = arena_new();
    int filled = 0;
    const struct filler f = {a, "r", &filled};
    const struct page page = {"page", "o", shape_list(a, &walk, &f, 3)};
    const struct value *v = shape_value(a, &page_shape, &page);

    (void)state;
    assert_string_equal(render(a, "{{^cells}}x{{/cells}}{{text}}", v, true), "page");
    assert_int_equal(filled, 0);
    assert_string_equal(render(a, "{{#cells}}{{text}}{{/cells}}", v, true), "r0r1r2");
    assert_int_equal(filled, 3);
    renders(a, "{{#cells}}{{text}}:{{#cells}}{{text}},{{/cells}}{{text}};{{/cells}}", v,
            "r0:r0;r1:r10,r1;r2:r20,r21,r2;");
    arena_free(a);
}

/* A list walked within itself needs room for both items. */
static void a_list_within_itself_keeps_the_outer_item(void **state)
{
    static const struct shape_walk walk = {&cell_shape, sizeof(struct cell), fill_inner};
    struct arena *a = arena_new();
    int filled = 0;
    const struct filler f = {a, "", &filled};
    const struct page page = {"page", "o", shape_list(a, &walk, &f, 2)};
    const struct value *v = shape_value(a, &page_shape, &page);

    (void)state;
    renders(a, "{{#cells}}({{text}}{{#cells}}{{text}}{{#cells}}{{text}}{{/cells}}{{/cells}}{{text}})"
               "{{/cells}}", v, "(00011010)(10011011)");
    arena_free(a);
}

static void they_read_as_maps_and_lists(void **state)
{
    struct arena *a = arena_new();
    struct row row[] = {{.text = "a", .href = {{"b", "c"}}}, {.text = "z", .flag = true}};
    struct value list = shape_list(a, &rows, row, 2);
    const struct value *v = shape_value(a, &row_shape, row);
    struct buf keys = BUF_INIT;

    (void)state;
    assert_int_equal(value_kind(v), VALUE_MAP);
    assert_true(value_truthy(v));
    for (size_t i = 0; i < value_count(v); i++)
        buf_printf(&keys, "%s:%d ", value_key(v, i), (int)value_kind(value_item(v, i)));
    assert_string_equal(buf_str(&keys), "text:3 flag:1 href:3 cells:0 map:0 ");
    buf_free(&keys);
    assert_string_equal(value_text(value_get(v, "href")), "bc");
    assert_null(value_get(v, "outer")); /* a name, of another shape */
    assert_null(value_get(v, "tex"));
    assert_null(value_text(v));
    assert_int_equal(value_kind(&list), VALUE_LIST);
    assert_int_equal(value_count(&list), 2);
    assert_string_equal(value_text(value_get(value_item(&list, 1), "text")), "z");
    assert_string_equal(value_text(value_get(value_item(&list, 1), "flag")), "true");
    struct value empty = shape_list(a, &rows, row, 0);
    assert_false(value_truthy(&empty));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_print_and_ask),
        cmocka_unit_test(own_nulls_hide_and_others_are_seen_through),
        cmocka_unit_test(lists_are_filled_as_they_are_walked),
        cmocka_unit_test(a_list_within_itself_keeps_the_outer_item),
        cmocka_unit_test(they_read_as_maps_and_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
