/* diff_ranking.c - rankings whose printed places are taken by others now. */
#include "commands/diff.h"

#include "base/rational.h"

#include <stdlib.h>
#include <string.h>

struct places { /* a ranking in one state, as far as it is printed */
    const struct ranked *list;
    size_t n, all;
};

static struct places places_of(const struct diff_side *s, const char *id, size_t printed)
{
    struct places p = {0};
    p.all = model_ranking_named(s->model, id, &p.list);
    p.n = p.all < printed ? p.all : printed;
    return p;
}

static const char *id_now(const struct diff *d, const struct partner *p)
{
    const char *to = map_get(&d->renamed, p->id);
    return to ? to : p->id;
}

/* The place of a partner by its present id, from 1; 0 = none. */
static size_t find(const struct diff *d, const struct places *p, bool newer, const char *id)
{
    for (size_t i = 0; i < p->all; i++) {
        const struct partner *x = p->list[i].partner;
        if (strcmp(newer ? x->id : id_now(d, x), id) == 0)
            return i + 1;
    }
    return 0;
}

static bool same_order(const struct diff *d, const struct places *x, const struct places *y)
{
    bool same = x->n == y->n;
    for (size_t i = 0; same && i < x->n; i++)
        same = strcmp(id_now(d, x->list[i].partner), y->list[i].partner->id) == 0;
    return same;
}

static const char *dollars(const struct diff *d, const struct places *p, size_t place)
{
    if (!place)
        return NULL;
    int64_t cents = p->list[place - 1].cents;
    return rational_decimal(d->arena, rational_new(d->arena, cents, 100), 2, NULL);
}

/* Neither who nor how much is told of a partner that may not be named. */
static struct diff_rank rank_of(struct diff *d, const char *ranking, const struct places *x,
                                const struct places *y, const struct partner *p, bool newer)
{
    const char *id = newer ? p->id : id_now(d, p);
    struct diff_rank r = {find(d, x, false, id), find(d, y, true, id), NULL, NULL, NULL, NULL};
    const struct partner *then = r.before ? x->list[r.before - 1].partner : NULL;
    const struct partner *now = r.after ? y->list[r.after - 1].partner : NULL;
    if (!diff_side_may_name_partner(d->before, then) || !diff_side_may_name_partner(d->after, now))
        return r;
    r.id = id;
    r.name = model_partner_name(newer ? d->after->model : d->before->model, p, (struct date){0},
                                views_lang(d->views));
    const char *of = then ? then->id : id;
    if (diff_reveals(d, arena_printf(d->arena, "%s.%s.contributions", ranking, of),
                     arena_printf(d->arena, "%s.%s.contributions", ranking, id)))
        return r;
    r.cents_before = dollars(d, x, r.before);
    r.cents_after = dollars(d, y, r.after);
    return r;
}

static const struct published *broken_by(const struct diff *d, const char *id)
{
    size_t n = strlen(id);
    for (size_t i = 0; i < d->held.n; i++)
        for (size_t k = 0; k < d->held.p[i].n; k++) {
            const struct reconciled *r = &d->held.p[i].list[k];
            if (!r->held && strncmp(r->id, id, n) == 0 && strncmp(r->id + n, ", rank", 6) == 0)
                return d->held.p[i].published;
        }
    return NULL;
}

static void compare(struct diff *d, const char *id, size_t printed)
{
    struct places x = places_of(d->before, id, printed), y = places_of(d->after, id, printed);
    if (!x.n || !y.n || same_order(d, &x, &y))
        return;
    struct diff_ranking r = {.id = id, .printed = printed, .broken = broken_by(d, id)};
    r.rank = ARENA_ARRAY(d->arena, struct diff_rank, x.n + y.n);
    for (size_t i = 0; i < y.n; i++)
        r.rank[r.n++] = rank_of(d, id, &x, &y, y.list[i].partner, true);
    for (size_t i = 0; i < x.n; i++) {
        size_t after = find(d, &y, true, id_now(d, x.list[i].partner));
        if (!after || after > y.n)
            r.rank[r.n++] = rank_of(d, id, &x, &y, x.list[i].partner, false);
    }
    VEC_PUSH(d->arena, &d->ranking, r);
}

static int newest_first(const void *a, const void *b)
{
    return strcmp(((const struct diff_ranking *)b)->id, ((const struct diff_ranking *)a)->id);
}

void diff_rankings(struct diff *d)
{
    for (size_t i = 0; i < d->after->ranking.n; i++) {
        const char *id = d->after->ranking.item[i].key;
        const size_t *then = map_get(&d->before->ranking, id);
        const size_t *now = d->after->ranking.item[i].value;
        compare(d, id, then && *then > *now ? *then : *now);
    }
    for (size_t i = 0; i < d->before->ranking.n; i++)
        if (!map_has(&d->after->ranking, d->before->ranking.item[i].key))
            compare(d, d->before->ranking.item[i].key, *(size_t *)d->before->ranking.item[i].value);
    if (d->ranking.n)
        qsort(d->ranking.p, d->ranking.n, sizeof *d->ranking.p, newest_first);
}
