#include "exchange/tree_change.h"

#include "base/buf.h"
#include "base/decimal.h"
#include "records/records.h"

#include <string.h>

/* --- a tree in one line --- */

struct writer {
    struct buf out;
    const struct change_words *words; /* NULL: as it is written */
    bool newer;
};

static bool listed(const char *const *list, const char *s)
{
    for (; list && *list; list++)
        if (strcmp(*list, s) == 0)
            return true;
    return false;
}

static const char *said(const struct change_words *w, bool newer, const char *key, const char *s)
{
    return w ? w->say(w->ctx, newer, key, s) : s;
}

/* What is shown in the place of a map that has something in it, as key or value, that may not be told:
 * all else in it is about that. */
static const char *instead_of(const struct writer *w, const struct node *map)
{
    const char *found = NULL;
    for (size_t i = 0; w->words && !found && i < map->n; i++) {
        const struct node *value = map->pair[i].value;
        found = w->words->instead(w->words->ctx, map->pair[i].key->text);
        if (!found && value->kind == NODE_SCALAR)
            found = w->words->instead(w->words->ctx, value->text);
    }
    return found;
}

static void put(struct writer *w, const char *key, const struct node *n,
                const char *const *without, bool outer)
{
    const char *instead = n->kind == NODE_MAP ? instead_of(w, n) : NULL;
    if (n->kind == NODE_SCALAR || instead) {
        buf_puts(&w->out, instead ? instead : said(w->words, w->newer, key, n->text));
        return;
    }
    bool map = n->kind == NODE_MAP;
    const char *sep = "";
    if (!outer || map)
        buf_putc(&w->out, map ? '{' : '[');
    for (size_t i = 0; i < n->n; i++) {
        if (map && listed(without, n->pair[i].key->text))
            continue;
        buf_puts(&w->out, sep);
        if (map)
            buf_printf(&w->out, "%s: ", n->pair[i].key->text);
        put(w, map ? n->pair[i].key->text : key, map ? n->pair[i].value : n->item[i], NULL, false);
        sep = ", ";
    }
    if (!outer || map)
        buf_putc(&w->out, map ? '}' : ']');
}

const char *tree_text(struct arena *a, const struct node *n, const char *const *without)
{
    struct writer w = {.words = NULL};
    put(&w, "", n, without, false);
    return buf_to_arena(&w.out, a);
}

/* --- changes --- */

static const char *shown(struct tree_changes *c, bool newer, const char *key,
                         const struct node *n)
{
    struct writer w = {.words = c->words, .newer = newer};
    if (!n)
        return NULL;
    if (c->instead)
        return c->instead;
    put(&w, key, n, NULL, true);
    return buf_to_arena(&w.out, c->arena);
}

static void add(struct tree_changes *c, const char *path, const char *key,
                const struct node *before, const struct node *after)
{
    struct field_change f = {path, shown(c, false, key, before), shown(c, true, key, after), 0, 0};
    VEC_PUSH(c->arena, &c->list, f);
}

static bool is_amount(const char *key)
{
    static const char *const keys[] = {"amount", "usd", "price", "up_to", "probability", NULL};
    return listed(keys, key);
}

static bool same_text(const struct tree_changes *c, const char *a, const char *b)
{
    const char *now = map_get(c->renamed, a);
    return strcmp(a, b) == 0 || (now && strcmp(now, b) == 0);
}

static bool same_scalar(const struct tree_changes *c, const char *key, const char *a,
                        const char *b)
{
    struct decimal x, y;
    int64_t m, n;
    if (same_text(c, a, b))
        return true;
    return is_amount(key) && decimal_parse(a, &x) == DECIMAL_OK &&
           decimal_parse(b, &y) == DECIMAL_OK && decimal_rescale(x, 4, &m) &&
           decimal_rescale(y, 4, &n) && m == n;
}

static void compare(struct tree_changes *c, const char *path, const char *key,
                    const struct node *a, const struct node *b);

/* The values below a name that may not be told are not told either. */
static void compare_below(struct tree_changes *c, const char *name, const char *path,
                          const char *key, const struct node *a, const struct node *b)
{
    const char *outer = c->instead;
    const char *own = c->words && name ? c->words->instead(c->words->ctx, name) : NULL;
    c->instead = outer ? outer : own;
    compare(c, path, key, a, b);
    c->instead = outer;
}

static const char *join(struct tree_changes *c, const char *path, const char *key)
{
    return *path ? arena_printf(c->arena, "%s.%s", path, key) : key;
}

static void compare_maps(struct tree_changes *c, const char *path, const struct node *a,
                         const struct node *b)
{
    for (size_t i = 0; i < a->n; i++) {
        const char *key = a->pair[i].key->text;
        compare_below(c, key, join(c, path, key), key, a->pair[i].value, node_get(b, key));
    }
    for (size_t i = 0; i < b->n; i++) {
        const char *key = b->pair[i].key->text;
        if (!node_get(a, key))
            compare_below(c, key, join(c, path, key), key, NULL, b->pair[i].value);
    }
}

/* --- lists --- */

/* What an item of a list of maps is known by; NULL when by nothing. */
static const char *item_name(const struct node *item)
{
    static const char *const names[] = {"id", "from", "number", "until", "url", NULL};
    for (size_t i = 0; names[i]; i++) {
        const struct node *n = item->kind == NODE_MAP ? node_get(item, names[i]) : NULL;
        if (n && n->kind == NODE_SCALAR)
            return n->text;
    }
    return NULL;
}

static bool is_unique(const struct node *list, const char *name)
{
    size_t found = 0;
    for (size_t i = 0; i < list->n; i++) {
        const char *other = item_name(list->item[i]);
        found += other && strcmp(other, name) == 0;
    }
    return found < 2;
}

/* "unicef", or "2" where a name would not tell it from others. */
static const char *item_path(struct tree_changes *c, const char *path, const char *key,
                             const struct node *list, size_t i)
{
    const char *name = item_name(list->item[i]);
    if (!name || !is_unique(list, name))
        name = arena_printf(c->arena, "%zu", i + 1);
    else
        name = said(c->words, true, key, name);
    return join(c, path, name);
}

static bool same_name(const struct tree_changes *c, const struct node *a, const struct node *b)
{
    const char *x = item_name(a), *y = item_name(b);
    return x && y && same_text(c, x, y);
}

/* Pairs items that pass, each once, in order: match[i] is 1 + the index in b. */
static void pair(const struct tree_changes *c, const struct node *a, const struct node *b,
                 size_t *match, bool *taken,
                 bool (*passes)(const struct tree_changes *, const struct node *,
                                const struct node *))
{
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; !match[i] && k < b->n; k++)
            if (!taken[k] && passes(c, a->item[i], b->item[k])) {
                match[i] = k + 1;
                taken[k] = true;
            }
}

static bool same_tree(const struct tree_changes *c, const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || a->n != b->n)
        return false;
    if (a->kind == NODE_SCALAR)
        return same_text(c, a->text, b->text);
    for (size_t i = 0; i < a->n; i++) {
        const struct node *x = a->kind == NODE_LIST ? a->item[i] : a->pair[i].value;
        const struct node *y =
            a->kind == NODE_LIST ? b->item[i] : node_get(b, a->pair[i].key->text);
        if (!y || !same_tree(c, x, y))
            return false;
    }
    return true;
}

static bool both_maps(const struct tree_changes *c, const struct node *a, const struct node *b)
{
    (void)c;
    return a->kind == NODE_MAP && b->kind == NODE_MAP;
}

static void compare_lists(struct tree_changes *c, const char *path, const char *key,
                          const struct node *a, const struct node *b)
{
    size_t mark = c->list.n;
    size_t *match = ARENA_ARRAY(c->arena, size_t, a->n);
    bool *taken = ARENA_ARRAY(c->arena, bool, b->n);
    pair(c, a, b, match, taken, same_tree);
    pair(c, a, b, match, taken, same_name);
    if (a->n == b->n)
        pair(c, a, b, match, taken, both_maps);
    for (size_t i = 0; i < a->n; i++) {
        const struct node *to = match[i] ? b->item[match[i] - 1] : NULL;
        const char *where = a->item[i]->kind == NODE_SCALAR ? path : item_path(c, path, key, a, i);
        compare_below(c, item_name(a->item[i]), where, key, a->item[i], to);
    }
    for (size_t k = 0; k < b->n; k++)
        if (!taken[k])
            compare_below(c, item_name(b->item[k]),
                          b->item[k]->kind == NODE_SCALAR ? path : item_path(c, path, key, b, k), key,
                          NULL, b->item[k]);
    bool moved = false;
    for (size_t i = 0; i < a->n; i++)
        moved = moved || match[i] != i + 1;
    if (c->list.n == mark && moved)
        add(c, path, key, a, b);
}

/* --- any two --- */

/* One text stands for the text of one language, the site's own. */
static bool is_translations(const struct node *n)
{
    for (size_t i = 0; n->kind == NODE_MAP && i < n->n; i++)
        if (lang_of(n->pair[i].key->text) < 0)
            return false;
    return n->kind == NODE_MAP && n->n > 0;
}

static bool is_one_text(const struct node *one, const struct node *all)
{
    if (one->kind != NODE_SCALAR || !is_translations(all) || all->n != 1)
        return false;
    const struct node *only = all->pair[0].value;
    return only->kind == NODE_SCALAR && strcmp(one->text, only->text) == 0;
}

static void compare(struct tree_changes *c, const char *path, const char *key,
                    const struct node *a, const struct node *b)
{
    if (a && b && a->kind == NODE_MAP && b->kind == NODE_MAP)
        compare_maps(c, path, a, b);
    else if (a && b && a->kind == NODE_LIST && b->kind == NODE_LIST)
        compare_lists(c, path, key, a, b);
    else if (a && b && a->kind == NODE_SCALAR && b->kind == NODE_SCALAR) {
        if (!same_scalar(c, key, a->text, b->text))
            add(c, path, key, a, b);
    } else if (!(a && b && (is_one_text(a, b) || is_one_text(b, a)))) {
        add(c, path, key, a, b);
    }
}

void tree_changes_add(struct tree_changes *c, const struct node *before, const struct node *after)
{
    compare(c, "", "", before, after);
}
