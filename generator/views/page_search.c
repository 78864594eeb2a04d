/* page_search.c - lists of what has one value of a facet: at the foot of the pages of regions,
 * priorities, types, kinds and years, and on pages of their own below search/. */
#include "views/views_room.h"

#include <stdlib.h>
#include <string.h>

/* Where the amounts of a list may be more than what falls to the value: an agreement has several
 * regions, and signatories of several types; a partner signs agreements of several kinds. */
static bool shares_agreements(enum search_facet f)
{
    return f != SEARCH_KIND && f != SEARCH_YEAR && f != SEARCH_AMOUNT;
}

static bool shares_partners(enum search_facet f)
{
    return f != SEARCH_TYPE && f != SEARCH_YEAR;
}

static void agreements(struct arena *a, const struct views *v, enum search_facet f,
                       const struct search_value *value, struct view_page *page)
{
    const struct deal *const *deal = value ? value->deals.p : NULL;
    struct view_table *t =
        tables_agreements(a, v, "agreements", deal, value ? value->deals.n : 0);
    if (t->rows && shares_agreements(f))
        t->note = views_word(v, "note_whole_agreements", NULL);
    pages_table(a, page, views_word(v, "agreements", NULL), t);
}

/* Those of a year, addenda apart with what they change. */
static void year_agreements(struct arena *a, const struct views *v,
                            const struct search_value *value, struct view_page *page)
{
    VEC(const struct deal *) kind[2] = {{0}, {0}};
    for (size_t i = 0; value && i < value->deals.n; i++) {
        const struct deal *d = value->deals.p[i];
        VEC_PUSH(a, &kind[d->record->is_addendum], d);
    }
    pages_table(a, page, views_word(v, "agreements", NULL),
                tables_agreements(a, v, "agreements", kind[0].p, kind[0].n));
    if (kind[1].n)
        pages_table(a, page, views_word(v, "addenda", NULL),
                    changes_table(a, v, "addenda", kind[1].p, kind[1].n));
}

static void partners(struct arena *a, const struct views *v, enum search_facet f,
                     const struct search_value *value, struct view_page *page)
{
    const struct partner *const *partner = value ? value->partners.p : NULL;
    struct period year = views_newest_period(v);
    if (f == SEARCH_YEAR && value)
        year.from = year.until = (int)strtol(value->id, NULL, 10);
    struct view_table *t =
        tables_partners(a, v, "partners", year, partner, value ? value->partners.n : 0);
    if (t->rows && shares_partners(f))
        t->note = views_word(v, "note_whole_partners", NULL);
    pages_table(a, page, views_word(v, "partners", NULL), t);
}

void page_search_lists(struct arena *a, const struct views *v, enum search_facet f,
                       const char *id, struct view_page *page)
{
    const struct search_value *value = search_value_get(v, f, id);
    bool type = f == SEARCH_TYPE;
    if (type)
        partners(a, v, f, value, page);
    if (!type || (value && value->deals.n))
        f == SEARCH_YEAR ? year_agreements(a, v, value, page)
                         : agreements(a, v, f, value, page);
    if (!type && value && value->partners.n)
        partners(a, v, f, value, page);
}

bool page_search_facet(struct arena *a, const struct views *v, const char *id,
                       struct view_page *page)
{
    const char *path = arena_printf(a, "search/%s", id);
    const struct search_set *set = search_sets(v);
    for (int f = 0; f < SEARCH_FACETS; f++)
        for (size_t i = 0; i < set->by_id[f].n; i++) {
            const struct search_value *value = set->by_id[f].item[i].value;
            if (strcmp(value->page, path) != 0)
                continue;
            page->kind = "facet";
            page->title = value->label;
            if (f != SEARCH_COUNTRY && f != SEARCH_SDG)
                page->title = format_word2(v, "facet_title", "facet",
                                           views_word(v, search_facet_rows[f].word, NULL),
                                           "value", value->label);
            page->description = page->title;
            page_search_lists(a, v, (enum search_facet)f, value->id, page);
            return true;
        }
    return false;
}
