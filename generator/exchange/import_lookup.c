/* import_lookup.c - what a cell of a list names: by id, or by name in any language. */
#include "exchange/exchange_room.h"

#include "locale/locale.h"

#include <string.h>

struct lookup {
    struct map id;    /* folded id or name -> const char *, the id */
    struct map other; /* the same where a name stands for two: the second id */
};

static struct lookup *lookup_new(struct arena *a)
{
    struct lookup *l = ARENA_NEW(a, struct lookup);
    map_init(&l->id, a);
    map_init(&l->other, a);
    return l;
}

static void add(struct importing *imp, struct lookup *l, const char *name, const char *id)
{
    const char *key = name ? locale_fold_name(imp->a, name) : "";
    const char *there = map_get(&l->id, key);
    if (!*key)
        return;
    if (!there)
        map_set(&l->id, key, (void *)id);
    else if (strcmp(there, id) != 0)
        map_set(&l->other, key, (void *)id);
}

static void add_text(struct importing *imp, struct lookup *l, const struct text *t, const char *id)
{
    for (int i = 0; i < LANGS; i++)
        add(imp, l, t->in[i], id);
}

/* The id; NULL after a report, or with quiet when there is none. */
static const char *look_up(struct importing *imp, struct lookup *l, const char *field,
                           const char *what, const struct csv_cell *cell)
{
    const char *text = import_map_value(imp, field, cell->text);
    const char *key = locale_fold_name(imp->a, text ? text : cell->text);
    const char *id = map_get(&l->id, key), *other = map_get(&l->other, key);
    if (id && !other)
        return id;
    if (other) {
        diag_report(imp->d, DIAG_IMPORT_VALUE_AMBIGUOUS, cell->place, cell->text, id, other);
        return NULL;
    }
    diag_report(imp->d, DIAG_IMPORT_VALUE, cell->place, text ? text : cell->text, what, field);
    const char *near = diag_is_told(imp->d) ? map_nearest(&l->id, key) : NULL;
    if (near)
        diag_hint(imp->d, HINT_DID_YOU_MEAN, (const char *)map_get(&l->id, near));
    return NULL;
}

const char *import_entry(struct importing *imp, const char *field, enum vocab_kind kind,
                         const struct csv_cell *cell)
{
    static const enum phrase names[VOCABS] = {PHRASE_A_REGION, PHRASE_A_PRIORITY, PHRASE_A_TYPE,
                                              PHRASE_A_MEMBERSHIP, PHRASE_A_KIND,
                                              PHRASE_AN_INITIATIVE};
    const struct vocab *v = &imp->r->vocab[kind];
    if (!imp->vocab[kind]) {
        struct lookup *l = imp->vocab[kind] = lookup_new(imp->a);
        for (size_t i = 0; i < v->n; i++)
            add(imp, l, v->entry[i].id, v->entry[i].id);
        for (size_t i = 0; i < v->n; i++) {
            add_text(imp, l, &v->entry[i].label, v->entry[i].id);
            add_text(imp, l, &v->entry[i].short_label, v->entry[i].id);
        }
    }
    return look_up(imp, imp->vocab[kind], field, phrase_mark(names[kind]), cell);
}

/* ICU knows the names; whether ISO has the code, the reader of the file says. */
const char *import_country(struct importing *imp, const char *field, const struct csv_cell *cell)
{
    if (!imp->countries) {
        struct lookup *l = imp->countries = lookup_new(imp->a);
        for (int i = 0; i < 26 * 26; i++) {
            const char *code = arena_printf(imp->a, "%c%c", 'A' + i / 26, 'A' + i % 26);
            add(imp, l, code, code);
        }
        for (int lang = 0; lang < LANGS; lang++) {
            const struct locale *in = locale_open(imp->a, lang_code[lang]);
            for (int i = 0; i < 26 * 26; i++) {
                const char *code = arena_printf(imp->a, "%c%c", 'A' + i / 26, 'A' + i % 26);
                add(imp, l, locale_country(imp->a, in, code), code);
            }
        }
    }
    return look_up(imp, imp->countries, field, "country", cell);
}

static void find_partners(struct importing *imp)
{
    const struct records *r = imp->r;
    struct lookup *l = imp->partners = lookup_new(imp->a);
    for (size_t i = 0; i < r->partner_n; i++)
        add(imp, l, r->partner[i]->id, r->partner[i]->id);
    for (size_t i = 0; i < r->partner_n; i++) {
        const struct partner *p = r->partner[i];
        add_text(imp, l, &p->name, p->id);
        add(imp, l, p->short_name, p->id);
        for (size_t k = 0; k < p->former_n; k++)
            add_text(imp, l, &p->former[k].name, p->id);
    }
}

const char *import_partner(struct importing *imp, const char *field, const struct csv_cell *cell,
                           const char **near)
{
    if (!imp->partners)
        find_partners(imp);
    const struct lookup *l = imp->partners;
    const char *text = import_map_value(imp, field, cell->text);
    const char *key = locale_fold_name(imp->a, text ? text : cell->text);
    const char *other = map_get(&l->other, key);
    *near = NULL;
    if (other) {
        diag_report(imp->d, DIAG_IMPORT_VALUE_AMBIGUOUS, cell->place, cell->text,
                    (const char *)map_get(&l->id, key), other);
        return NULL;
    }
    const char *close = !map_has(&l->id, key) && diag_is_sought(imp->d) ? map_nearest(&l->id, key) : NULL;
    if (close)
        *near = map_get(&l->id, close);
    return map_get(&l->id, key);
}

void import_partner_add(struct importing *imp, const char *name, const char *id)
{
    add(imp, imp->partners, id, id);
    add(imp, imp->partners, name, id);
}
