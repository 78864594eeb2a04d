/* ranking.c - partners by their cash in USD, most first, ties by id. */
#include "model/model_parts.h"

#include <stdlib.h>
#include <string.h>

enum { TOP = 10 };

static int compare_ranked(const void *pa, const void *pb)
{
    const struct ranked *a = pa, *b = pb;
    if (a->cents != b->cents)
        return a->cents > b->cents ? -1 : 1;
    return a->partner->index < b->partner->index ? -1 : a->partner->index > b->partner->index;
}

static void rank(const struct model *m, struct table *t)
{
    const struct records *r = m->records;
    t->ranking = ARENA_ARRAY(m->arena, struct ranked, r->partner_n);
    for (size_t i = 0; i < r->partner_n; i++) {
        const struct cell *c = t->cell[m->schema.partners + i];
        if (c && c->f.known && c->f.cents > 0)
            t->ranking[t->ranked++] = (struct ranked){r->partner[i], c->f.cents, &c->f};
    }
    qsort(t->ranking, t->ranked, sizeof *t->ranking, compare_ranked);
}

/* Shares the trail of contributions.partners out to top10 and other: its steps are in order. */
static void split_money(const struct model *m, struct table *t)
{
    bool *top = ARENA_ARRAY(m->arena, bool, m->records->partner_n);
    for (size_t i = 0; i < t->ranked && i < TOP; i++)
        top[t->ranking[i].partner->index] = true;
    const struct figure *all = &t->cell[SLOT_PARTNER_MONEY]->f;
    for (size_t i = 0; i < all->trail_n; i++) {
        struct trail_item item = all->trail[i];
        bool first = top[model_counted_as(m, item.partner)->index];
        trail_money(t->cell[first ? SLOT_TOP10 : SLOT_OTHER], item);
    }
}

void ranking_make(const struct model *m, struct table *t)
{
    rank(m, t);
    if (t->past_n == 0)
        split_money(m, t);
}

size_t model_ranking(const struct model *m, struct period p, const struct ranked **list)
{
    struct table *t = rollup_table(m, p);
    *list = t ? t->ranking : NULL;
    return t ? t->ranked : 0;
}

size_t model_ranking_named(const struct model *m, const char *name, const struct ranked **list)
{
    struct period p;
    const char *rest;
    *list = NULL;
    if (!figures_period(name, &p, &rest) || strcmp(rest, "partners") != 0)
        return 0;
    return model_ranking(m, p, list);
}
