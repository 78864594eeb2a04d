/* Mustache: a template with partials, rendered with fixed values as they stand and linked; both give the
 * same, each byte of it is known to come from somewhere, and values stay text.
 *
 * The input is the template; "=== name" begins a partial. */
#include "kit.h"

#include "base/map.h"
#include "base/shape.h"
#include "template/template.h"

#define HOSTILE "</script><b title=\"x\">&amp; {{name}} 'y'"

/* What a record has, as the site's pages have theirs. */
enum { NO_NAME, NAME, FLAG, ITEMS, NAMES };
static const char *const texts[NAMES] = {"", "name", "flag", "items"};
static const struct shape_names names = {texts, NAMES};

struct row {
    const char *name;
    bool flag;
    struct value items;
};
static const struct shape_member members[NAMES] = {
    [NAME] = {SHAPE_TEXT, offsetof(struct row, name)},
    [FLAG] = {SHAPE_FLAG, offsetof(struct row, flag)},
    [ITEMS] = {SHAPE_HELD, offsetof(struct row, items)},
};
static const struct shape shape = {&names, members};
static const struct shape_walk walk = {&shape, sizeof(struct row), NULL};

static const struct value *values(struct arena *a)
{
    struct row *row = ARENA_ARRAY(a, struct row, 3), *in = ARENA_ARRAY(a, struct row, 2);
    struct value *v = value_map(a), *person = value_map(a), *list = value_list(a);
    in[0] = (struct row){.name = "inner", .flag = true};
    row[0] = (struct row){.name = HOSTILE, .items = shape_list(a, &walk, in, 2)};
    row[1] = (struct row){.flag = true};
    row[2] = (struct row){.name = "last"};
    struct value *rows = ARENA_NEW(a, struct value);
    *rows = shape_list(a, &walk, row, 3);
    value_set_string(person, "name", HOSTILE);
    value_set_string(person, "partial", "a");
    value_push(list, value_int(a, 1));
    value_push(list, person);
    value_push(list, value_null(a));
    value_set(v, "items", rows);
    value_set(v, "list", list);
    value_set(v, "person", person);
    value_set_string(v, "name", HOSTILE);
    value_set_string(v, "empty", "");
    value_set_bool(v, "flag", true);
    value_set_null(v, "nothing");
    return v;
}

static const struct template *find_partial(void *ctx, const char *name)
{
    return map_get(ctx, name);
}

static const char *nearest_partial(void *ctx, const char *name)
{
    return map_nearest(ctx, name);
}

static void check_map(struct template_map *m, size_t n)
{
    size_t at = 0;
    for (size_t i = 0; i < m->spans.n; i++) {
        const struct template_span *s = &m->spans.p[i];
        HOLDS(i == 0 ? s->out == 0 : s->out >= at);
        HOLDS(s->at + s->tag <= s->src->len && s->out <= n);
        at = s->out;
    }
    HOLDS(n == 0 || m->spans.n > 0);
    for (size_t i = 0; i < n; i++) {
        struct place p = template_map_place(m, i, i + 1);
        HOLDS(p.src && p.line >= 1);
        i += n / 16;
    }
}

static size_t longest(const struct kit_files *in)
{
    size_t most = sizeof HOSTILE * 5;
    for (size_t i = 0; i < in->n; i++)
        most = strlen(in->file[i].text) > most ? strlen(in->file[i].text) : most;
    return most;
}

struct made {
    const char *said, *out;
    bool whole;
};

static struct made render(struct arena *a, const struct kit_files *in, bool linked)
{
    struct made m;
    struct map all;
    struct buf out;
    struct diags *d = diags_new(a);
    struct template_map map = {0};
    const struct value *v = values(a);
    const char *first = kit_file(in, "");
    map_init(&all, a);
    buf_init(&out);
    map_set(&all, "", template_parse(a, kit_source(a, "main", first ? first : ""), d));
    for (size_t i = 0; i < in->n; i++)
        if (*in->file[i].path)
            map_set(&all, in->file[i].path,
                    template_parse(a, kit_source(a, in->file[i].path, in->file[i].text), d));
    if (linked)
        template_link(a, &all, &names);
    struct template_options o = {.ctx = &all, .partial = find_partial,
                                 .nearest_partial = nearest_partial, .map = &map,
                                 .output_max = 200 * 1000, .steps_max = 200 * 1000};
    template_check_blocks(a, map_get(&all, ""), &o, d);
    m.whole = template_render(a, map_get(&all, ""), v, &o, d, &out);
    check_map(&map, out.n);
    HOLDS(out.n <= o.output_max + longest(in)); /* a text is put as a whole */
    m.out = arena_strndup(a, out.p, out.n);
    m.said = kit_reports(a, d);
    buf_free(&out);
    return m;
}

static bool has(const struct kit_files *in, const char *s)
{
    for (size_t i = 0; i < in->n; i++)
        if (strstr(in->file[i].text, s))
            return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    struct kit_files in = kit_split(a, data, size);
    struct made plain = render(a, &in, false), linked = render(a, &in, true);
    if (plain.whole && linked.whole)
        SAME(linked.out, plain.out);
    HOLDS(plain.whole == linked.whole);
    SAME(linked.said, plain.said);
    /* nothing asks for raw text: then no value is markup */
    if (!has(&in, "{{{") && !has(&in, "&") && !has(&in, "=") && !has(&in, "<b"))
        HOLDS(!strstr(plain.out, "<b title"));
    return 0;
}
