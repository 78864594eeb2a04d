/* search_sets.c - what records can be found by: regions, priorities, types ... and who has which.
 *
 * This is the one place that says so.  The lists of facet pages, the counts on the search page
 * and the index that its script reads are all made of it, so that a reader without JavaScript
 * finds the same records as one with.
 *
 * An agreement has the regions ... it names, the types of those who signed it and the countries
 * it is for.  A partner has its own type and country, and the rest through its agreements.
 */
#include "views/views_room.h"

#include <stdlib.h>
#include <string.h>

const struct search_facet_row search_facet_rows[SEARCH_FACETS] = {
    [SEARCH_REGION] = {"region", "region", "regions", VOCAB_REGIONS},
    [SEARCH_PRIORITY] = {"priority", "priority", "priorities", VOCAB_PRIORITIES},
    [SEARCH_TYPE] = {"type", "partner_type", "types", VOCAB_PARTNER_TYPES},
    [SEARCH_KIND] = {"kind", "agreement_kind", "kinds", VOCAB_KINDS},
    [SEARCH_YEAR] = {"year", "year", "years", -1},
    [SEARCH_COUNTRY] = {"country", "country", "search/countries", -1},
    [SEARCH_SDG] = {"sdg", "sdg", "search/sdgs", -1},
    [SEARCH_AMOUNT] = {"amount", "amount_band", "search/amounts", -1},
};

/* Bands of an agreement's cash in USD, ITU's included. */
static const struct band {
    const char *id, *word;
    int64_t from, below; /* dollars; 0 = open */
} bands[] = {
    {"none", "amount_none", 0, 0},
    {"under-10k", "amount_under", 0, 10000},
    {"10k-100k", "amount_between", 10000, 100000},
    {"100k-1m", "amount_between", 100000, 1000000},
    {"over-1m", "amount_over", 1000000, 0},
};
enum { BANDS = sizeof bands / sizeof *bands, SDGS = 17 };

struct ids { /* of the values one record has in one facet */
    struct arena *arena;
    VEC(const char *) list;
};

static void add(struct ids *ids, const char *id)
{
    for (size_t i = 0; i < ids->list.n; i++)
        if (strcmp(ids->list.p[i], id) == 0)
            return;
    VEC_PUSH(ids->arena, &ids->list, id);
}

static void add_weights(struct ids *ids, const struct weight *w, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add(ids, w[i].entry->id);
    if (n == 0)
        add(ids, "unassigned");
}

static const char *band_of(int64_t cents)
{
    size_t i = cents != 0; /* an addendum may take money back: that is less than 10,000 */
    while (i && i + 1 < BANDS && cents >= bands[i].below * 100)
        i++;
    return bands[i].id;
}

static void ids_of_deal(struct ids *ids, const struct deal *d, enum search_facet f)
{
    const struct agreement *r = d->record;
    ids->list.n = 0;
    switch (f) {
    case SEARCH_REGION: add_weights(ids, r->region, r->region_n); break;
    case SEARCH_PRIORITY: add_weights(ids, r->priority, r->priority_n); break;
    case SEARCH_TYPE:
        for (size_t i = 0; i < d->partner_n; i++)
            if (d->partner[i]->type)
                add(ids, d->partner[i]->type->id);
        break;
    case SEARCH_KIND:
        if (r->kind)
            add(ids, r->kind->id);
        break;
    case SEARCH_YEAR: add(ids, arena_printf(ids->arena, "%d", d->year)); break;
    case SEARCH_COUNTRY:
        for (size_t i = 0; i < r->country_n; i++)
            add(ids, r->country[i]);
        break;
    case SEARCH_SDG:
        for (size_t i = 0; i < r->sdg_n; i++)
            add(ids, arena_printf(ids->arena, "%d", r->sdg[i]));
        break;
    case SEARCH_AMOUNT: add(ids, band_of(d->cash_cents)); break;
    case SEARCH_FACETS: break;
    }
}

/* What a partner has by itself. */
static void ids_of_partner(struct ids *ids, const struct partner *p, enum search_facet f)
{
    ids->list.n = 0;
    if (f == SEARCH_TYPE && p->type)
        add(ids, p->type->id);
    if (f == SEARCH_COUNTRY && p->country)
        add(ids, p->country);
}

/* --- the values of a facet, in the order readers see them --- */

static struct search_value *put_value(struct search_set *set, enum search_facet f,
                                      const char *id, const char *label)
{
    struct search_value *value = map_get(&set->by_id[f], id);
    if (value)
        return value;
    value = ARENA_NEW(set->arena, struct search_value);
    value->id = id;
    value->label = label;
    value->page = arena_printf(set->arena, "%s/%s", search_facet_rows[f].folder, id);
    if (strcmp(id, "unassigned") == 0)
        value->page = arena_printf(set->arena, "search/%s", value->page);
    map_set(&set->by_id[f], id, value);
    return value;
}

static void put_vocabulary(const struct views *v, struct search_set *set, enum search_facet f)
{
    const struct vocab *vocab = &v->rec->vocab[search_facet_rows[f].vocab];
    for (size_t i = 0; i < vocab->n; i++)
        put_value(set, f, vocab->entry[i].id, f == SEARCH_TYPE ? format_short(v, &vocab->entry[i])
                                                               : views_label(v, &vocab->entry[i]));
    if (f == SEARCH_REGION || f == SEARCH_PRIORITY)
        put_value(set, f, "unassigned", views_label(v, NULL));
}

/* Newest first.  Those of history, too: the agreements on file of them enter no figure, but who
 * looks for one finds it. */
static void put_years(const struct views *v, struct search_set *set)
{
    const int *year;
    for (size_t i = model_years(v->model, &year); i-- > 0;) {
        const char *id = arena_printf(set->arena, "%d", year[i]);
        put_value(set, SEARCH_YEAR, id, id);
    }
}

static const char *band_label(const struct views *v, const struct band *band)
{
    struct value *args = value_map(v->arena);
    const char *from = locale_number(v->arena, v->locale, decimal_text(v->arena, band->from, 0));
    const char *below = locale_number(v->arena, v->locale, decimal_text(v->arena, band->below, 0));
    value_set_string(args, "from", from);
    value_set_string(args, "until", below);
    value_set_string(args, "amount", band->below ? below : from);
    return views_word(v, band->word, args);
}

/* By name, as the language orders them. */
static void put_countries(const struct views *v, struct search_set *set)
{
    struct ids ids = {.arena = set->arena};
    for (size_t i = 0; i < v->shown_n; i++)
        for (size_t k = 0; k < v->shown[i]->record->country_n; k++)
            add(&ids, v->shown[i]->record->country[k]);
    for (size_t i = 0; i < v->rec->partner_n; i++)
        if (v->named[i] && v->rec->partner[i]->country)
            add(&ids, v->rec->partner[i]->country);
    const char **name = ARENA_ARRAY(set->arena, const char *, ids.list.n + 1);
    const char **id = ARENA_ARRAY(set->arena, const char *, ids.list.n + 1);
    for (size_t i = 0; i < ids.list.n; i++) {
        const char *label = format_country(v, ids.list.p[i]);
        size_t at = i;
        for (; at > 0 && locale_compare(v->locale, name[at - 1], label) > 0; at--)
            name[at] = name[at - 1], id[at] = id[at - 1];
        name[at] = label, id[at] = ids.list.p[i];
    }
    for (size_t i = 0; i < ids.list.n; i++)
        put_value(set, SEARCH_COUNTRY, id[i], name[i]);
}

static void put_values(const struct views *v, struct search_set *set)
{
    for (int f = 0; f < SEARCH_FACETS; f++) {
        map_init(&set->by_id[f], set->arena);
        if (search_facet_rows[f].vocab >= 0)
            put_vocabulary(v, set, (enum search_facet)f);
    }
    put_years(v, set);
    put_countries(v, set);
    for (int i = 1; i <= SDGS; i++) {
        const char *id = arena_printf(set->arena, "%d", i);
        put_value(set, SEARCH_SDG, id, format_sdg(v, i));
    }
    for (size_t i = 0; i < BANDS; i++)
        put_value(set, SEARCH_AMOUNT, bands[i].id, band_label(v, &bands[i]));
}

/* --- who has them --- */

static void number_values(struct search_set *set)
{
    for (int f = 0; f < SEARCH_FACETS; f++) {
        size_t used = 0;
        for (size_t i = 0; i < set->by_id[f].n; i++) {
            struct search_value *value = set->by_id[f].item[i].value;
            if (value->deals.n || value->partners.n)
                value->index = used++;
        }
        set->used[f] = used;
    }
}

static void have(struct search_set *set, enum search_facet f, const struct ids *ids,
                 struct search_has *has)
{
    has->p = ARENA_ARRAY(set->arena, struct search_value *, ids->list.n);
    for (size_t i = 0; i < ids->list.n; i++) {
        struct search_value *value = map_get(&set->by_id[f], ids->list.p[i]);
        if (value)
            has->p[has->n++] = value;
    }
}

static void join_deals(const struct views *v, struct search_set *set, struct ids *ids)
{
    set->deal = ARENA_ARRAY(set->arena, struct search_row, v->shown_n + 1);
    for (size_t i = 0; i < v->shown_n; i++)
        for (int f = 0; f < SEARCH_FACETS; f++) {
            struct search_has *has = &set->deal[i].has[f];
            ids_of_deal(ids, v->shown[i], (enum search_facet)f);
            have(set, (enum search_facet)f, ids, has);
            for (size_t k = 0; k < has->n; k++)
                VEC_PUSH(set->arena, &has->p[k]->deals, v->shown[i]);
        }
}

static void give_partner(struct search_set *set, const struct partner *p,
                         const struct search_has *has)
{
    for (size_t k = 0; k < has->n; k++) {
        struct search_value *value = has->p[k];
        if (value->partners.n == 0 || value->partners.p[value->partners.n - 1] != p)
            VEC_PUSH(set->arena, &value->partners, p);
    }
}

static void join_partners(const struct views *v, struct search_set *set, struct ids *ids)
{
    typedef VEC(size_t) indexes;
    indexes *signed_by = ARENA_ARRAY(set->arena, indexes, v->rec->partner_n + 1);
    for (size_t i = 0; i < v->shown_n; i++)
        for (size_t k = 0; k < v->shown[i]->partner_n; k++)
            VEC_PUSH(set->arena, &signed_by[v->shown[i]->partner[k]->index], i);
    set->who = pages_partners(set->arena, v, &set->partners);
    set->partner = ARENA_ARRAY(set->arena, struct search_row, set->partners + 1);
    set->place = ARENA_ARRAY(set->arena, size_t, v->rec->partner_n + 1);
    for (size_t i = 0; i < set->partners; i++) {
        const struct partner *p = set->who[i];
        set->place[p->index] = i;
        for (int f = 0; f < SEARCH_FACETS; f++) {
            ids_of_partner(ids, p, (enum search_facet)f);
            have(set, (enum search_facet)f, ids, &set->partner[i].has[f]);
            give_partner(set, p, &set->partner[i].has[f]);
            for (size_t k = 0; f != SEARCH_TYPE && k < signed_by[p->index].n; k++)
                give_partner(set, p, &set->deal[signed_by[p->index].p[k]].has[f]);
        }
    }
}

const struct search_set *search_sets(const struct views *of)
{
    const struct views *v = of->lasting;
    struct search_set *set = v->found;
    if (set->arena)
        return set;
    set->arena = v->arena;
    struct ids ids = {.arena = set->arena};
    put_values(v, set);
    join_deals(v, set, &ids);
    join_partners(v, set, &ids);
    number_values(set);
    return set;
}

const struct search_value *search_value_get(const struct views *v, enum search_facet f,
                                            const char *id)
{
    const struct search_value *value = map_get(&search_sets(v)->by_id[f], id);
    return value && (value->deals.n || value->partners.n) ? value : NULL;
}
