/* instruments.c - how instruments hang together: addenda with the agreement that they change,
 * agreements under a framework, partners with their successors. */
#include "model/model_parts.h"

#include <stdlib.h>
#include <string.h>

/* --- addenda --- */

/* An addendum to an addendum changes the agreement at the end of the chain.  A cycle, which is
 * reported elsewhere, changes nothing but itself. */
static const struct deal *root_of(const struct model *m, const struct deal *deal)
{
    const struct deal *at = deal;
    for (size_t steps = 0; at->record->is_addendum && at->amends; steps++) {
        if (steps > m->deal_n)
            return deal;
        at = at->amends;
    }
    return at;
}

static int compare_signed(const void *pa, const void *pb)
{
    const struct deal *a = *(const struct deal *const *)pa, *b = *(const struct deal *const *)pb;
    int c = date_cmp(a->record->signed_on, b->record->signed_on);
    return c ? c : strcmp(a->record->id, b->record->id);
}

/* Gathers the deals that belong to another one, in order of ids: sizes first, then places. */
static void gather(struct model *m, struct deal *deal,
                   const struct deal *(*of)(const struct deal *), bool addenda)
{
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < m->deal_n; i++) {
            const struct deal *other = of(&deal[i]);
            if (!other || other == &deal[i])
                continue;
            struct deal *to = &deal[other->record->index];
            size_t *n = addenda ? &to->addendum_n : &to->child_n;
            const struct deal **list = addenda ? to->addendum : to->child;
            if (pass)
                list[*n] = &deal[i];
            ++*n;
        }
        for (size_t i = 0; i < m->deal_n && pass == 0; i++) {
            size_t *n = addenda ? &deal[i].addendum_n : &deal[i].child_n;
            *(addenda ? &deal[i].addendum : &deal[i].child) =
                ARENA_ARRAY(m->arena, const struct deal *, *n);
            *n = 0;
        }
    }
}

static const struct deal *root(const struct deal *deal)
{
    return deal->root;
}

static const struct deal *parent(const struct deal *deal)
{
    return deal->parent;
}

/* --- who leaves --- */

static bool repeated(const struct agreement *g, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(g->leaving[k].id, g->leaving[i].id) == 0)
            return true;
    return false;
}

static void join_leaving(const struct model *m, struct diags *d, struct deal *deal)
{
    const struct agreement *g = deal->record;
    deal->leaving = ARENA_ARRAY(m->arena, const struct partner *, g->leaving_n);
    for (size_t i = 0; i < g->leaving_n; i++) {
        struct reference ref = g->leaving[i];
        const struct partner *p = map_get(&m->records->partner_by_id, ref.id);
        if (strcmp(ref.id, "itu") == 0)
            diag_report(d, DIAG_ITU_AS_PARTNER, ref.place);
        else if (repeated(g, i))
            diag_report(d, DIAG_REPEATED_PARTNER, ref.place, ref.id);
        else if (!p)
            join_unknown_partner(m->records, d, ref, NULL);
        else
            deal->leaving[deal->leaving_n++] = join_successor(m->records, p, g->signed_on);
    }
}

/* --- mergers --- */

/* Whenever they were: figures must not change with the day of a build. */
static void join_mergers(struct model *m)
{
    const struct records *r = m->records;
    m->counted_as = ARENA_ARRAY(m->arena, const struct partner *, r->partner_n);
    for (size_t i = 0; i < r->partner_n; i++) {
        const struct partner *p = r->partner[i];
        bool follow = r->site.counting.follow_mergers;
        m->counted_as[i] = follow ? join_successor(r, p, (struct date){9999, 12, 31}) : p;
    }
}

const struct partner *model_counted_as(const struct model *m, const struct partner *p)
{
    return m->counted_as[p->index];
}

void instruments_join(struct model *m, struct diags *d, struct deal *deal)
{
    for (size_t i = 0; i < m->deal_n; i++) {
        deal[i].root = root_of(m, &deal[i]);
        join_leaving(m, d, &deal[i]);
    }
    gather(m, deal, root, true);
    gather(m, deal, parent, false);
    for (size_t i = 0; i < m->deal_n; i++)
        if (deal[i].addendum_n)
            qsort(deal[i].addendum, deal[i].addendum_n, sizeof *deal[i].addendum, compare_signed);
    join_mergers(m);
}
