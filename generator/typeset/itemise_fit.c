/* itemise_fit.c - what is wider than a line and has no place to break, broken all the same.
 *
 * Between two places where a line may end stands a piece: one box as a rule, a long address; or words tied by
 * no-break spaces, a word with a note's mark.  A piece that is wider than the line gets places to break
 * after each cluster, at a high price, so that it is broken once and as late as can be. */
#include "typeset/itemise.h"

#include <string.h>

enum { RESCUE_COST = 2000 };

struct fit {
    struct flow *f;
    const struct items *old;
    struct items *to;
    const bool *cluster;
    size_t bit; /* of the old items: that of the box at hand */
};

static bool may_end(const struct items *it, size_t i)
{
    const struct lb_item *item = &it->item.p[i];
    return (item->kind == LB_PENALTY && item->penalty < LB_FORBIDDEN) ||
           (item->kind == LB_GLUE && i > 0 && it->item.p[i - 1].kind == LB_BOX);
}

/* The end of the piece that begins here, and its width without the white before it. */
static size_t piece_end(const struct items *it, size_t from, int64_t *width)
{
    bool begun = false;
    size_t i = from;
    *width = 0;
    for (; i < it->item.n && (i == from || !may_end(it, i)); i++) {
        const struct lb_item *item = &it->item.p[i];
        begun = begun || item->kind == LB_BOX;
        *width += begun && item->kind != LB_PENALTY ? item->width : 0;
    }
    return i;
}

static void put(struct items *it, struct lb_item item, struct span at)
{
    VEC_PUSH(it->arena, &it->item, item);
    VEC_PUSH(it->arena, &it->at, at);
}

static void put_place(struct items *it, size_t at)
{
    put(it, (struct lb_item){.kind = LB_PENALTY, .penalty = RESCUE_COST}, (struct span){at, at, 0, 0});
}

static void put_clusters(struct fit *x, const struct lb_item *box, struct span at)
{
    while (x->old->bit.p[x->bit].to < at.to)
        x->bit++;
    const struct bit *b = &x->old->bit.p[x->bit];
    size_t n = x->to->item.n;
    bool mark = x->old->look.p[b->look].inl->kind == INLINE_NOTE_MARK;
    if (n && x->to->item.p[n - 1].kind == LB_BOX && !mark)
        put_place(x->to, at.from);
    for (size_t from = at.from, to; from < at.to; from = to) {
        for (to = from + 1; to < at.to && !x->cluster[to];)
            to++;
        if (from == at.from && to == at.to) {
            put(x->to, *box, at); /* with its white, if it is a mark of punctuation */
            return;
        }
        struct lb_item part = {.kind = LB_BOX,
                               .width = itemise_width(x->f, x->to, b, from, to)};
        put(x->to, part, (struct span){from, to, 0, 0});
        if (to < at.to)
            put_place(x->to, to);
    }
}

static void put_wide(struct fit *x, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        struct lb_item item = x->old->item.p[i];
        if (item.kind == LB_BOX) {
            put_clusters(x, &item, x->old->at.p[i]);
            continue;
        }
        if (item.kind == LB_PENALTY && item.penalty >= LB_FORBIDDEN)
            item.penalty = 2 * RESCUE_COST; /* at a no-break space rather than over the edge */
        put(x->to, item, x->old->at.p[i]);
    }
}

struct items *itemise_fit(struct flow *f, struct arena *a, struct items *wide, mpt width)
{
    const struct items old = *wide;
    int64_t most = 0, w;
    for (size_t i = 0; i < old.item.n; most = w > most ? w : most)
        i = piece_end(&old, i, &w);
    if (most <= width)
        return wide;
    struct fit x = {.f = f, .old = &old, .to = ARENA_NEW(a, struct items)};
    x.cluster = locale_graphemes(a, old.text, old.len);
    *x.to = old;
    x.to->arena = a;
    memset(&x.to->item, 0, sizeof x.to->item);
    memset(&x.to->at, 0, sizeof x.to->at);
    for (size_t i = 0, end; i < old.item.n; i = end) {
        end = piece_end(&old, i, &w);
        if (w > width)
            put_wide(&x, i, end);
        for (size_t k = i; k < end && w <= width; k++)
            put(x.to, old.item.p[k], old.at.p[k]);
    }
    return x.to;
}
