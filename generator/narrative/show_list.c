/* show_list.c - what a `table` block says of a list: its group, columns, their labels, order;
 * and the texts of records in it, which are Markdown. */
#include "narrative/narrative_room.h"

#include "base/decimal.h"

#include <string.h>

static bool is_one_of(const char *const *names, const char *s)
{
    for (; names && *names; names++)
        if (strcmp(*names, s) == 0)
            return true;
    return false;
}

/* --- columns --- */

struct reading {
    struct tree *tree;
    struct show *show;
    const char *const *known; /* columns that there are */
    VEC(struct show_column) column;
};

static struct show_column *chosen(struct reading *r, const char *id)
{
    for (size_t i = 0; i < r->column.n; i++)
        if (strcmp(r->column.p[i].id, id) == 0)
            return &r->column.p[i];
    return NULL;
}

static bool unknown_column(struct reading *r, const struct node *n)
{
    struct diags *d = r->tree->diags;
    diag_report(d, DIAG_UNKNOWN_COLUMN, n->place, n->text, r->show->what,
                show_block_names(r->tree, r->known));
    const char *near = nearest_of(r->known, n->text);
    if (near)
        diag_hint(d, HINT_DID_YOU_MEAN, near);
    return false;
}

static bool read_columns(struct reading *r, const struct node *list)
{
    bool good = true;
    if (list->kind != NODE_LIST || list->n == 0)
        return show_block_fault(r->tree, list, phrase_mark(PHRASE_COLUMNS_WANTS));
    for (size_t i = 0; i < list->n; i++) {
        const struct node *n = list->item[i];
        if (n->kind != NODE_SCALAR)
            return show_block_fault(r->tree, n, phrase_mark(PHRASE_COLUMN_IS_WORD));
        if (!is_one_of(r->known, n->text)) {
            good = unknown_column(r, n);
            continue;
        }
        if (chosen(r, n->text)) {
            good = show_block_fault(r->tree, n, phrase_filled(r->tree->arena, PHRASE_NAMED_TWICE, n->text));
            continue;
        }
        VEC_PUSH(r->tree->arena, &r->column, (struct show_column){.id = n->text});
    }
    return good;
}

static void standing_columns(struct reading *r)
{
    for (const char *const *c = full_lists_standing(r->show->what); *c; c++)
        VEC_PUSH(r->tree->arena, &r->column, (struct show_column){.id = *c});
}

/* A map whose keys are columns of this list; reports the others. */
static bool read_by_column(struct reading *r, const struct node *map, enum phrase wants,
                           bool (*read)(struct reading *, struct show_column *,
                                        const struct node *))
{
    bool good = true;
    if (map->kind != NODE_MAP)
        return show_block_fault(r->tree, map, phrase_mark(wants));
    for (size_t i = 0; i < map->n; i++) {
        const struct node *key = map->pair[i].key;
        struct show_column *c = chosen(r, key->text);
        if (c)
            good = read(r, c, map->pair[i].value) && good;
        else if (is_one_of(r->known, key->text))
            good = show_block_fault(r->tree, key,
                                    phrase_filled(r->tree->arena, PHRASE_NOT_A_COLUMN, key->text));
        else
            good = unknown_column(r, key);
    }
    return good;
}

static bool read_label(struct reading *r, struct show_column *c, const struct node *value)
{
    c->head = show_block_text(r->tree, value);
    return true;
}

enum { WIDEST = 400 }; /* millimetres; in tenths below: 72 points are 254 of them */

static bool read_width(struct reading *r, struct show_column *c, const struct node *value)
{
    struct decimal mm;
    int64_t tenths = 0;
    bool good = value->kind == NODE_SCALAR && decimal_parse(value->text, &mm) == DECIMAL_OK &&
                decimal_rescale(mm, 1, &tenths);
    if (!good || tenths <= 0 || tenths > (int64_t)WIDEST * 10)
        return show_block_fault(r->tree, value, phrase_mark(PHRASE_WIDTH_IS));
    c->width = (mpt)(tenths * 72000 / 254);
    return true;
}

/* --- group and order --- */

static bool bad_value(struct tree *t, const struct node *n, const char *key,
                      const char *const *names)
{
    bool scalar = n->kind == NODE_SCALAR;
    const char *near = scalar ? nearest_of(names, n->text) : NULL;
    show_block_fault(t, n, scalar ? phrase_filled(t->arena, PHRASE_NOT_A_VALUE, n->text, key)
                                  : phrase_filled(t->arena, PHRASE_WANTS_WORD, key));
    if (near && near[1])
        diag_hint(t->diags, HINT_DID_YOU_MEAN, near);
    else
        diag_hint(t->diags, HINT_ONE_OF, show_block_names(t, names));
    return false;
}

static bool read_group(struct tree *t, const struct node *n, struct show *show)
{
    static const char *const groups[] = {"a", "b", "c", "d", NULL};
    if (n->kind != NODE_SCALAR || !is_one_of(groups, n->text))
        return bad_value(t, n, "group", groups);
    show->group = n->text[0];
    return true;
}

static bool read_sort(struct tree *t, const struct node *n, struct show *show)
{
    const char *const *names = full_lists_sorts(t->arena, show->what);
    if (n->kind != NODE_SCALAR || !is_one_of(names, n->text))
        return bad_value(t, n, "sort", names);
    show->sort = n->text;
    return true;
}

/* --- the whole --- */

/* Keys that this table has no use for. */
static bool check_keys(struct tree *t, const struct node *root, const struct show *show)
{
    static const char *const list_keys[] = {"columns", "labels", "widths", NULL};
    static const char *const group_keys[] = {"group", "sort", NULL};
    bool list = full_lists_standing(show->what), good = true;
    bool groups = full_lists_has_groups(show->what);
    for (size_t i = 0; i < root->n; i++) {
        const struct node *key = root->pair[i].key;
        bool bad = (is_one_of(list_keys, key->text) && !list) ||
                   (is_one_of(group_keys, key->text) && !groups) ||
                   (strcmp(key->text, "limit") == 0 && groups);
        if (bad)
            good = show_block_fault(t, key,
                                    phrase_filled(t->arena, PHRASE_DOES_NOT_GO_WITH, key->text, show->what));
    }
    return good;
}

bool show_list_read(struct tree *t, const struct node *root, struct show *show)
{
    const struct node *columns = node_get(root, "columns"), *labels = node_get(root, "labels");
    const struct node *widths = node_get(root, "widths");
    const struct node *group = node_get(root, "group"), *sort = node_get(root, "sort");
    struct reading r = {.tree = t, .show = show, .known = full_lists_columns(t->arena, show->what)};
    if (!check_keys(t, root, show))
        return false;
    bool good = !group || read_group(t, group, show);
    good = (!sort || read_sort(t, sort, show)) && good;
    if (columns)
        good = read_columns(&r, columns) && good;
    else if (labels || widths)
        standing_columns(&r);
    if (labels)
        good = read_by_column(&r, labels, PHRASE_LABELS_WANT,
                              read_label) && good;
    if (widths)
        good = read_by_column(&r, widths, PHRASE_WIDTHS_WANT,
                              read_width) && good;
    show->column = r.column.p;
    show->columns = r.column.n;
    return good;
}

/* --- texts of records --- */

struct pieces {
    struct arena *arena;
    VEC(struct view_run) list;
    struct view_run look; /* of what comes next */
};

static void put_pieces(struct pieces *p, const struct nar_node *first)
{
    for (const struct nar_node *n = first; n; n = n->next) {
        struct view_run outer = p->look;
        p->look.emphasis = outer.emphasis || n->kind == NAR_EMPHASIS;
        p->look.strong = outer.strong || n->kind == NAR_STRONG;
        if (n->kind == NAR_LINK && strchr(n->url, ':'))
            p->look.url = n->url;
        p->look.text = n->kind == NAR_SOFT_BREAK || n->kind == NAR_LINE_BREAK ? " " : n->text;
        if (p->look.text) {
            VEC_PUSH(p->arena, &p->list, p->look);
            outer.line = false;
        }
        if (n->first)
            put_pieces(p, n->first);
        bool line = outer.line && p->look.line;
        p->look = outer;
        p->look.line = line;
    }
}

/* Each block of the text begins a line. */
static void put_blocks(struct pieces *p, const struct nar_node *root, bool line)
{
    for (const struct nar_node *n = root->first; n; n = n->next) {
        bool inner = n->kind == NAR_LIST || n->kind == NAR_ITEM || n->kind == NAR_QUOTE;
        p->look.line = line || p->list.n > 0;
        if (inner)
            put_blocks(p, n, p->look.line);
        else
            put_pieces(p, n->first);
    }
}

static bool has_markdown(const struct view_cell *c)
{
    for (size_t i = 0; i < c->runs; i++)
        if (c->run[i].markdown)
            return true;
    return false;
}

static void resolve(struct tree *t, struct view_cell *c)
{
    struct pieces p = {.arena = t->arena};
    for (size_t i = 0; i < c->runs; i++) {
        const struct view_run *run = &c->run[i];
        if (!run->markdown) {
            VEC_PUSH(t->arena, &p.list, *run);
            continue;
        }
        struct narrative *n =
            narrative_text(t->arena, t->diags, t->views, run->text, run->lang, run->place);
        p.look = *run;
        p.look.markdown = false;
        put_blocks(&p, n->body, run->line);
    }
    c->run = p.list.p;
    c->runs = p.list.n;
}

void show_list_texts(struct tree *t, struct view_table *table)
{
    for (size_t r = 0; r < table->rows; r++)
        for (size_t c = 0; c < table->columns; c++)
            if (has_markdown(&table->row[r].cell[c]))
                resolve(t, &table->row[r].cell[c]);
}
