/* figure_list.c - the figures that are listed: every year's, and those of the ranges that
 * documents and published files use. */
#include "model/model_parts.h"

#include <stdlib.h>

struct lister {
    const struct model *m;
    VEC(struct period) period;
    VEC(const struct figure *) figure;
};

/* --- what of a vocabulary a period shows --- */

static bool scheme_valid(const struct model *m, struct period p, const struct entry *e)
{
    const struct vocab *v = &m->records->vocab[VOCAB_PRIORITIES];
    if (e->scheme >= v->schemes)
        return true;
    const struct scheme *s = &v->scheme[e->scheme];
    return s->from <= p.until && (s->until == 0 || p.from <= s->until);
}

static bool anything_in(const struct table *t, size_t from, size_t n)
{
    for (size_t i = from; i < from + n; i++)
        if (t->cell[i]->f.trail_n)
            return true;
    return false;
}

bool model_entry_shown(const struct model *m, struct period p, enum vocab_kind kind,
                       const struct entry *e)
{
    if (kind == VOCAB_PARTNER_TYPES)
        return !e->rolls_up_to;
    if (kind != VOCAB_PRIORITIES || scheme_valid(m, p, e))
        return true;
    struct table *t = rollup_table(m, p);
    return t && anything_in(t, m->schema.priorities + PARTS * e->index, PARTS);
}

/* --- the list --- */

static int compare_periods(const void *pa, const void *pb)
{
    const struct period *a = pa, *b = pb;
    return a->from != b->from ? a->from - b->from : a->until - b->until;
}

/* A year without agreements so far is listed only where a document is about it. */
static bool is_begun(const struct model *m, int year)
{
    return m->year_n && year > m->year[m->year_n - 1];
}

static void gather_ranges(struct lister *l)
{
    const struct records *r = l->m->records;
    struct arena *a = l->m->arena;
    for (size_t i = 0; i < r->document_n; i++)
        if (r->document[i].from < r->document[i].until || is_begun(l->m, r->document[i].until))
            VEC_PUSH(a, &l->period, ((struct period){r->document[i].from, r->document[i].until}));
    for (size_t i = 0; i < r->published_n; i++)
        for (size_t k = 0; k < r->published[i].n; k++) {
            struct period p;
            const char *name;
            if (figures_period(r->published[i].figure[k].id, &p, &name) && p.from < p.until)
                VEC_PUSH(a, &l->period, p);
        }
    if (l->period.n)
        qsort(l->period.p, l->period.n, sizeof *l->period.p, compare_periods);
}

static void list_period(struct lister *l, struct period p)
{
    const struct model *m = l->m;
    struct table *t = rollup_table(m, p);
    if (!t)
        return;
    for (size_t i = 0; i < rollup_slots(m); i++) {
        const struct entry *e = i < m->schema.partners ? m->schema.slot[i].priority : NULL;
        const struct cell *c = t->cell[i];
        if (!c || !c->f.known || (i >= m->schema.initiatives && c->f.trail_n == 0))
            continue;
        if (!e || model_entry_shown(m, p, VOCAB_PRIORITIES, e))
            VEC_PUSH(m->arena, &l->figure, &c->f);
    }
}

size_t model_figures(const struct model *m, const struct figure *const **figure)
{
    struct tables *t = m->tables;
    if (!t->listed) {
        struct lister l = {.m = m};
        for (size_t i = 0; i < m->year_n; i++)
            list_period(&l, (struct period){m->year[i], m->year[i]});
        gather_ranges(&l);
        for (size_t i = 0; i < l.period.n; i++)
            if (i == 0 || compare_periods(&l.period.p[i - 1], &l.period.p[i]) != 0)
                list_period(&l, l.period.p[i]);
        t->listed = l.figure.p;
        t->listed_n = l.figure.n;
    }
    *figure = t->listed;
    return t->listed_n;
}
