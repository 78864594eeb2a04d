/* import_map.c - which column of a list holds what, and how its values are written.
 *
 * A map, as it is printed for a list whose columns are not known:
 *
 *     delimiter: semicolon
 *     numbers: 1.234,56
 *     dates: dmy
 *     lists: ","
 *     ids: bdt
 *     columns:
 *       Titel: title_en
 *       Betrag: amount
 *       Notiz: ignore
 *     constants: {kind: mou, currency: EUR}
 *     values:
 *       kind: {MoU: mou}
 */
#include "exchange/exchange_room.h"

#include "locale/locale.h"

#include <string.h>

/* --- how values are written --- */

static const char *const divider_words[] = {"comma", "semicolon", "tab", NULL};
static const char dividers[] = {',', ';', '\t'};
static const char *const dates_words[] = {"dmy", "mdy", "ymd", NULL};

static const char *joined(struct arena *a, const char *const *word)
{
    struct buf b = BUF_INIT;
    for (; *word; word++)
        buf_printf(&b, "%s%s", b.n ? ", " : "", *word);
    return buf_to_arena(&b, a);
}

/* The place of a word in its list; -1 after a report. */
static int choice(struct importing *imp, const char *what, const char *const *words,
                  const char *text, struct place p)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    diag_report(imp->d, DIAG_IMPORT_MAP_CHOICE, p, what, text, joined(imp->a, words));
    return -1;
}

static bool set_divider(struct importing *imp, const char *text, struct place p)
{
    static const char *const signs[] = {",", ";", "\t"};
    for (int i = 0; i < 3; i++)
        if (strcmp(signs[i], text) == 0)
            text = divider_words[i];
    int k = choice(imp, "delimiter", divider_words, text, p);
    if (k >= 0)
        imp->map.divider = dividers[k];
    return k >= 0;
}

static bool set_numbers(struct importing *imp, const char *text, struct place p)
{
    int k = choice(imp, "numbers", import_numbers_words, text, p);
    imp->map.numbers = (enum import_numbers)(k < 0 ? 0 : k + 1);
    return k >= 0;
}

static bool set_dates(struct importing *imp, const char *text, struct place p)
{
    int k = choice(imp, "dates", dates_words, text, p);
    imp->map.dates = (enum import_dates)(k + 1);
    return k >= 0;
}

static bool set_lists(struct importing *imp, const char *text, struct place p)
{
    static const char *const signs[] = {"|", ";", ",", "/", "+", "&", "\n", NULL};
    int k = choice(imp, "lists", signs, text, p);
    if (k >= 0)
        imp->map.lists = *signs[k];
    return k >= 0;
}

static bool set_ids(struct importing *imp, const char *text, struct place p)
{
    const char *near = records_id_of(imp->a, text);
    if (near && strcmp(near, text) == 0) {
        imp->map.ids = text;
        return true;
    }
    diag_report(imp->d, DIAG_IMPORT_MAP_CHOICE, p, "ids", text, near ? near : "bdt");
    return false;
}

static const struct setting {
    const char *key;
    bool (*set)(struct importing *imp, const char *text, struct place p);
    size_t at; /* in struct import_request */
} settings[] = {
    {"delimiter", set_divider, offsetof(struct import_request, delimiter)},
    {"numbers", set_numbers, offsetof(struct import_request, numbers)},
    {"dates", set_dates, offsetof(struct import_request, dates)},
    {"lists", set_lists, offsetof(struct import_request, lists)},
    {"ids", set_ids, offsetof(struct import_request, ids)},
};
enum { SETTINGS = sizeof settings / sizeof *settings };

/* --- the file --- */

static bool wrong_key(struct importing *imp, const struct node *key, const char *const *known)
{
    diag_report(imp->d, DIAG_IMPORT_MAP_KEY, key->place, key->text);
    const char *near = nearest_of(known, key->text);
    if (near)
        diag_hint(imp->d, HINT_DID_YOU_MEAN, near);
    return false;
}

/* A field by its name; what it stands for may be anything of the list. */
static bool read_target(struct importing *imp, const struct node *n, struct import_target *out)
{
    bool good = n->kind == NODE_SCALAR && import_field_named(imp->a, n->text, SET_AGREEMENTS, out) &&
                !out->derived;
    if (good)
        return true;
    const char *text = n->kind == NODE_SCALAR ? n->text : "a list or map";
    const char *near = import_field_nearest(imp->a, imp->r, text, SET_AGREEMENTS);
    diag_report(imp->d, DIAG_IMPORT_COLUMN, n->place, text);
    if (near)
        diag_hint(imp->d, HINT_DID_YOU_MEAN, near);
    return false;
}

static bool read_columns(struct importing *imp, const struct node *n)
{
    bool good = true;
    for (size_t i = 0; i < n->n; i++) {
        const struct node *key = n->pair[i].key;
        bool found = false;
        for (size_t k = 0; k < imp->csv->head.n; k++) {
            if (strcmp(imp->csv->head.cell[k].text, key->text) != 0)
                continue;
            found = true;
            good = read_target(imp, n->pair[i].value, &imp->map.column[k]) && good;
        }
        if (!found)
            diag_report(imp->d, DIAG_IMPORT_MAP_COLUMN, key->place, key->text);
        good = good && found;
    }
    return good;
}

static bool read_constants(struct importing *imp, const struct node *n)
{
    bool good = true;
    for (size_t i = 0; i < n->n; i++) {
        const struct node *value = n->pair[i].value;
        struct import_constant c = {0};
        good = read_target(imp, n->pair[i].key, &c.to) && good;
        if (value->kind != NODE_SCALAR || c.to.ignored) {
            diag_report(imp->d, DIAG_IMPORT_MAP_KEY, value->place,
                        "constant that is a list or map");
            return false;
        }
        c.cell = (struct csv_cell){value->text, value->place};
        VEC_PUSH(imp->a, &imp->map.constant, c);
    }
    return good;
}

static bool read_values(struct importing *imp, const struct node *n)
{
    bool good = true;
    for (size_t i = 0; i < n->n; i++) {
        struct import_target to;
        const struct node *list = n->pair[i].value;
        struct map *m = ARENA_NEW(imp->a, struct map);
        map_init(m, imp->a);
        good = read_target(imp, n->pair[i].key, &to) && good;
        for (size_t k = 0; list->kind == NODE_MAP && k < list->n; k++)
            if (list->pair[k].value->kind == NODE_SCALAR)
                map_set(m, locale_fold_name(imp->a, list->pair[k].key->text),
                        (void *)list->pair[k].value->text);
        map_set(&imp->map.values, n->pair[i].key->text, m);
    }
    return good;
}

static bool read_pair(struct importing *imp, const struct node_pair *pair)
{
    static const char *const known[] = {"delimiter", "numbers", "dates", "lists", "ids", "columns",
                                        "constants", "values", NULL};
    const struct node *v = pair->value;
    for (size_t i = 0; i < SETTINGS; i++)
        if (strcmp(settings[i].key, pair->key->text) == 0)
            return v->kind == NODE_SCALAR && settings[i].set(imp, v->text, v->place);
    if (nearest_of(known, pair->key->text) == NULL || v->kind == NODE_LIST)
        return wrong_key(imp, pair->key, known);
    if (strcmp(pair->key->text, "columns") != 0 && strcmp(pair->key->text, "constants") != 0 &&
        strcmp(pair->key->text, "values") != 0)
        return wrong_key(imp, pair->key, known);
    return true; /* read when the head of the list is known */
}

bool import_map_read(struct importing *imp)
{
    const struct import_request *in = imp->in;
    const struct node *root = in->map ? input_yaml(imp->a, imp->d, in->map) : NULL;
    bool good = !in->map || (root && root->kind == NODE_MAP);
    struct place nowhere = {0};
    imp->map.lists = '|';
    map_init(&imp->map.values, imp->a);
    if (in->map && root && root->kind != NODE_MAP)
        diag_report(imp->d, DIAG_IMPORT_MAP_KEY, root->place, "text or list at its top");
    for (size_t i = 0; root && root->kind == NODE_MAP && i < root->n; i++)
        good = read_pair(imp, &root->pair[i]) && good;
    for (size_t i = 0; i < SETTINGS; i++) {
        const char *stated = *(const char *const *)(const void *)((const char *)in + settings[i].at);
        if (stated)
            good = settings[i].set(imp, stated, nowhere) && good;
    }
    imp->map_root = root;
    return good;
}

/* --- the columns --- */

static bool same_target(const struct import_target *a, const struct import_target *b)
{
    return a->field == b->field && a->lang == b->lang && a->slot == b->slot;
}

/* One that takes a single value takes one column; and every required one has to have some. */
static bool check_columns(struct importing *imp, const struct csv_row *head,
                          const struct import_target *column, enum import_set set)
{
    bool good = true;
    for (size_t i = 0; i < head->n; i++)
        for (size_t k = 0; k < i; k++)
            if (column[i].field && !column[i].field->list && same_target(&column[i], &column[k])) {
                diag_report(imp->d, DIAG_IMPORT_COLUMN_TWICE, head->cell[i].place,
                            import_field_name(imp->a, &column[i]), head->cell[k].text);
                good = false;
            }
    for (const struct import_field *f = import_fields; f->id; f++) {
        bool given = !f->required || !(f->sets & set);
        for (size_t i = 0; i < head->n; i++)
            given = given || column[i].field == f;
        for (size_t i = 0; i < imp->map.constant.n; i++)
            given = given || imp->map.constant.p[i].to.field == f;
        if (given)
            continue;
        diag_report(imp->d, DIAG_IMPORT_NO_COLUMN, head->cell[0].place, f->id, f->doc);
        good = false;
    }
    return good;
}

/* By exact names and labels, where the map does not say. */
static bool find_columns(struct importing *imp, const struct csv_row *head,
                         struct import_target *column, enum import_set set)
{
    bool good = true;
    for (size_t i = 0; i < head->n; i++) {
        const struct csv_cell *c = &head->cell[i];
        if (column[i].field || column[i].ignored ||
            import_field_named(imp->a, c->text, set, &column[i]) ||
            import_field_labelled(imp->a, imp->r, c->text, set, &column[i]))
            continue;
        const char *near = import_field_nearest(imp->a, imp->r, c->text, set);
        diag_report(imp->d, DIAG_IMPORT_COLUMN, c->place, c->text);
        if (near)
            diag_hint(imp->d, HINT_IS_IT, near);
        column[i] = (struct import_target){.lang = -1};
        good = false;
    }
    return good;
}

bool import_map_columns(struct importing *imp)
{
    static const char *const keys[] = {"columns", "constants", "values"};
    static bool (*const read[])(struct importing *, const struct node *) = {
        read_columns, read_constants, read_values};
    bool good = true;
    imp->map.column = ARENA_ARRAY(imp->a, struct import_target, imp->csv->head.n);
    for (size_t i = 0; i < 3 && imp->map_root; i++) {
        const struct node *n = node_get(imp->map_root, keys[i]);
        if (n && n->kind == NODE_MAP)
            good = read[i](imp, n) && good;
    }
    good = find_columns(imp, &imp->csv->head, imp->map.column, SET_AGREEMENTS) && good;
    return good && check_columns(imp, &imp->csv->head, imp->map.column, SET_AGREEMENTS);
}

bool import_map_gifts(struct importing *imp)
{
    imp->gift_column = ARENA_ARRAY(imp->a, struct import_target, imp->gift->head.n);
    return find_columns(imp, &imp->gift->head, imp->gift_column, SET_CONTRIBUTIONS) &&
           check_columns(imp, &imp->gift->head, imp->gift_column, SET_CONTRIBUTIONS);
}

const char *import_map_value(struct importing *imp, const char *field, const char *text)
{
    const struct map *m = map_get(&imp->map.values, field);
    return m ? map_get(m, locale_fold_name(imp->a, text)) : NULL;
}
