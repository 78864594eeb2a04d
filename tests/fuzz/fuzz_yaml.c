/* YAML as a tree of strings, and as data: places lie within the file, keys differ, depth is limited, and
 * the tree written out by base/yaml_write.h reads back the same. */
#include "kit.h"

#include "base/utf8.h"
#include "base/yaml_write.h"
#include "input/input_room.h"

static void check_node(const struct node *n, const struct source *src, int depth)
{
    size_t len = 0;
    HOLDS(depth <= YAML_DEPTH_MAX);
    HOLDS(n->place.src == src && n->place.line >= 1 && n->place.col >= 1);
    const char *line = place_line(src, n->place.line, &len);
    HOLDS((size_t)n->place.col <= utf8_count(line, len) + 1);
    HOLDS(n->kind != NODE_SCALAR || n->text);
    for (size_t i = 0; i < n->n; i++) {
        if (n->kind == NODE_LIST) {
            check_node(n->item[i], src, depth + 1);
            continue;
        }
        HOLDS(n->pair[i].key->kind == NODE_SCALAR);
        check_node(n->pair[i].key, src, depth + 1);
        check_node(n->pair[i].value, src, depth + 1);
        for (size_t k = 0; k < i && n->n < 50; k++)
            HOLDS(strcmp(n->pair[k].key->text, n->pair[i].key->text) != 0);
    }
}

/* In [] and {}; false where YAML cannot hold a text of it. */
static bool write_node(struct buf *out, const struct node *n)
{
    if (n->kind == NODE_SCALAR) {
        yaml_write_text(out, n->text, true);
        return yaml_write_can(n->text);
    }
    bool can = true;
    buf_putc(out, n->kind == NODE_LIST ? '[' : '{');
    for (size_t i = 0; i < n->n && can; i++) {
        buf_puts(out, i ? ", " : "");
        if (n->kind == NODE_MAP) {
            can = write_node(out, n->pair[i].key);
            buf_puts(out, ": ");
        }
        can = can && write_node(out, n->kind == NODE_MAP ? n->pair[i].value : n->item[i]);
    }
    buf_putc(out, n->kind == NODE_LIST ? ']' : '}');
    return can;
}

static void check_same(const struct node *x, const struct node *y)
{
    HOLDS(x->kind == y->kind && x->n == y->n);
    if (x->kind == NODE_SCALAR)
        SAME(x->text, y->text);
    for (size_t i = 0; i < x->n; i++) {
        if (x->kind == NODE_MAP)
            check_same(x->pair[i].key, y->pair[i].key);
        check_same(x->kind == NODE_MAP ? x->pair[i].value : x->item[i],
                   x->kind == NODE_MAP ? y->pair[i].value : y->item[i]);
    }
}

/* Keys longer than 1024 are not for plain "key: value" lines (YAML 1.2, 7.4.2). */
static bool has_long_key(const struct node *n)
{
    bool found = false;
    for (size_t i = 0; i < n->n && !found; i++)
        found = n->kind == NODE_MAP
                    ? strlen(n->pair[i].key->text) > 250 || has_long_key(n->pair[i].value)
                    : has_long_key(n->item[i]);
    return found;
}

static void check_written(struct arena *a, const struct node *n)
{
    struct buf b = BUF_INIT;
    struct diags *d = diags_new(a);
    if (write_node(&b, n) && !has_long_key(n)) {
        buf_putc(&b, '\n');
        struct node *back = input_yaml(a, d, kit_source(a, "back.yaml", b.p));
        SAME(kit_reports(a, d), "");
        check_same(n, back);
    }
    buf_free(&b);
}

static const char *tree(struct arena *a, const struct source *src)
{
    struct diags *d = diags_new(a);
    struct node *n = input_yaml(a, d, src);
    if (n)
        check_node(n, src, 0);
    if (n && !diags_failed(d))
        check_written(a, n);
    HOLDS(n || diags_failed(d));
    return kit_reports(a, d);
}

static const char *data_of(struct arena *a, const struct source *src)
{
    struct diags *d = diags_new(a);
    const struct value *v = input_data(a, d, src);
    HOLDS(v || diags_failed(d));
    return kit_reports(a, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    const struct source *src = kit_source(a, "content/x.yaml", kit_utf8(a, data, size));
    const char *said = tree(a, src);
    SAME(tree(a, src), said);
    data_of(a, src);
    return 0;
}
