/* partner_index.c - what the pages of partners ask of all records, found once for all of them. */
#include "views/views_room.h"

typedef VEC(const struct deal *) deal_list;

struct partner_index {
    deal_list *deal;              /* by partner index */
    VEC(const struct partner *) merged; /* by index */
    size_t *rank;                 /* by partner index, from 1; 0 = has none */
    size_t ranked;
};

static void put_deal(struct arena *a, deal_list *list, const struct deal *d)
{
    if (list->n == 0 || list->p[list->n - 1] != d)
        VEC_PUSH(a, list, d);
}

static void put_deals(const struct views *v, struct partner_index *x)
{
    x->deal = ARENA_ARRAY(v->arena, deal_list, v->rec->partner_n);
    for (size_t i = 0; i < v->shown_n; i++)
        for (size_t k = 0; k < v->shown[i]->partner_n; k++) {
            const struct partner *p = v->shown[i]->partner[k];
            put_deal(v->arena, &x->deal[p->index], v->shown[i]);
            put_deal(v->arena, &x->deal[model_counted_as(v->model, p)->index], v->shown[i]);
        }
}

static void put_ranks(const struct views *v, struct partner_index *x)
{
    const struct ranked *list = NULL;
    size_t all;
    x->rank = ARENA_ARRAY(v->arena, size_t, v->rec->partner_n);
    x->ranked = v->newest.from ? tables_ranking(v->arena, v, v->newest, &list, &all) : 0;
    for (size_t i = 0; i < x->ranked; i++)
        x->rank[list[i].partner->index] = i + 1;
}

const struct partner_index *partner_index_make(const struct views *v)
{
    struct partner_index *x = ARENA_NEW(v->arena, struct partner_index);
    put_deals(v, x);
    put_ranks(v, x);
    for (size_t i = 0; i < v->rec->partner_n; i++)
        if (v->rec->partner[i]->merged_into)
            VEC_PUSH(v->arena, &x->merged, v->rec->partner[i]);
    return x;
}

size_t partner_index_deals(const struct views *v, const struct partner *p,
                           const struct deal *const **deal)
{
    const deal_list *list = &v->partners->deal[p->index];
    *deal = list->p;
    return list->n;
}

size_t partner_index_merged(const struct views *v, const struct partner *const **merged)
{
    *merged = v->partners->merged.p;
    return v->partners->merged.n;
}

size_t partner_index_rank(const struct views *v, const struct partner *p, size_t *of)
{
    *of = v->partners->ranked;
    return v->partners->rank[p->index];
}
