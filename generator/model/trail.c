/* trail.c - a figure and its trail grow together, so that the steps always sum to the figure. */
#include "model/model_parts.h"

#include <stdlib.h>
#include <string.h>

static void push(struct cell *c, struct trail_item item)
{
    struct figure *f = &c->f;
    if (f->trail_n == c->trail_cap) {
        c->trail_cap = c->trail_cap ? c->trail_cap * 2 : 4;
        f->trail = mem_realloc(f->trail, c->trail_cap * sizeof *f->trail);
    }
    f->trail[f->trail_n++] = item;
    if (item.history) {
        f->history = item.history;
        f->sample = f->sample || item.history->sample;
    }
    if (item.deal)
        f->sample = f->sample || item.deal->record->sample;
    if (item.partner)
        f->sample = f->sample || item.partner->sample;
    if (item.money && item.money->rate)
        f->sample = f->sample || item.money->rate->sample;
}

void trail_settle(struct arena *a, struct cell *c)
{
    struct figure *f = &c->f;
    struct trail_item *grown = f->trail;
    f->trail = f->trail_n ? ARENA_ARRAY(a, struct trail_item, f->trail_n) : NULL;
    if (f->trail_n)
        memcpy(f->trail, grown, f->trail_n * sizeof *grown);
    free(grown);
}

void trail_count(struct cell *c, struct trail_item item)
{
    if (item.num == 0 && !item.history)
        return;
    rational_add_fraction(c->sum, item.num, item.den);
    push(c, item);
}

void trail_money(struct cell *c, struct trail_item item)
{
    if (item.cents == 0 && !item.history)
        return;
    c->f.cents += item.cents;
    push(c, item);
}

/* Whether a step stands before those of an agreement: all of them are one array, by id. */
static bool is_before(const struct trail_item *t, const struct deal *deal)
{
    return t->deal && t->deal < deal;
}

size_t figure_steps(const struct figure *f, const struct deal *deal,
                    const struct trail_item **step)
{
    size_t from = 0, until = f->trail_n;
    while (from < until) {
        size_t middle = from + (until - from) / 2;
        if (is_before(&f->trail[middle], deal))
            from = middle + 1;
        else
            until = middle;
    }
    *step = f->trail + from;
    while (until < f->trail_n && f->trail[until].deal == deal)
        until++;
    return until - from;
}

void trail_forget(struct arena *a, struct cell *c)
{
    c->f.known = false;
    c->f.cents = 0;
    c->f.trail_n = 0;
    c->f.history = NULL;
    c->f.sample = false;
    if (c->sum)
        c->f.count = c->sum = rational_new(a, 0, 1);
}
