/* trail.c - a figure and its trail grow together, so that the steps always sum to the figure. */
#include "model/model_parts.h"

static void push(struct arena *a, struct cell *c, struct trail_item item)
{
    struct figure *f = &c->f;
    if (f->trail_n == c->trail_cap) {
        size_t cap = c->trail_cap ? c->trail_cap * 2 : 4;
        f->trail = arena_grow(a, f->trail, f->trail_n * sizeof *f->trail, cap * sizeof *f->trail);
        c->trail_cap = cap;
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

void trail_count(struct arena *a, struct cell *c, struct trail_item item)
{
    if (item.num == 0 && !item.history)
        return;
    rational_add_fraction(c->sum, item.num, item.den);
    push(a, c, item);
}

void trail_money(struct arena *a, struct cell *c, struct trail_item item)
{
    if (item.cents == 0 && !item.history)
        return;
    c->f.cents += item.cents;
    push(a, c, item);
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
