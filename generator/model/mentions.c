/* mentions.c - who may be named in public: a partner by what mentions it, a story by what it names.
 *
 * Who signs is named where it signs a public agreement.  Who signs none is named unless only internal
 * records mention it: the pipeline of a year's targets, or an internal agreement by an id that had
 * merged.  Public mentions are a story, a figure or ranking as printed, a figure of a year entered as
 * totals, and the partner that became part of it. */
#include "model/model_parts.h"

struct mentions { /* by partner index */
    struct model *m;
    bool *within;  /* by what is internal */
    bool *outside; /* by what is public */
};

static void mention(const struct mentions *x, bool *by, struct reference ref)
{
    const struct partner *p = map_get(&x->m->records->partner_by_id, ref.id);
    if (p)
        by[p->index] = true;
}

/* --- agreements --- */

static void sign(const struct mentions *x)
{
    struct model *m = x->m;
    for (size_t i = 0; i < m->deal_n; i++) {
        const struct deal *deal = m->deal[i];
        const struct agreement *g = deal->record;
        bool *by = g->internal ? x->within : x->outside;
        for (size_t k = 0; k < deal->partner_n; k++) {
            size_t p = deal->partner[k]->index;
            m->partner_signs[p] = true;
            m->partner_public[p] = m->partner_public[p] || !g->internal;
        }
        for (size_t k = 0; k < g->partner_n; k++)
            mention(x, by, g->partner[k]);
        for (size_t k = 0; k < g->leaving_n; k++)
            mention(x, by, g->leaving[k]);
    }
}

/* --- what is printed, and years entered as totals --- */

static void mention_figure(const struct mentions *x, const char *name)
{
    size_t slot = figures_slot(x->m, name), first = x->m->schema.partners;
    if (slot != SLOT_NONE && slot >= first)
        x->outside[slot - first] = true;
}

static void mention_printed(const struct mentions *x, const struct printed_figure *figure, size_t n,
                            const struct printed_ranking *ranking, size_t rankings)
{
    struct period p;
    const char *name;
    for (size_t i = 0; i < n; i++)
        if (figures_period(figure[i].id, &p, &name))
            mention_figure(x, name);
    for (size_t i = 0; i < rankings; i++)
        for (size_t k = 0; k < ranking[i].n; k++)
            mention(x, x->outside, ranking[i].item[k]);
}

static void print(const struct mentions *x)
{
    const struct records *r = x->m->records;
    for (size_t i = 0; i < r->history_n; i++)
        for (size_t k = 0; k < r->history[i].n; k++)
            mention_figure(x, r->history[i].figure[k].id);
    for (size_t i = 0; i < r->published_n; i++) {
        const struct published *p = &r->published[i];
        mention_printed(x, p->figure, p->n, p->ranking, p->rankings);
    }
    for (size_t i = 0; i < r->document_n; i++)
        for (size_t k = 0; k < r->document[i].revised_n; k++) {
            const struct revision *v = &r->document[i].revised[k];
            mention_printed(x, v->figure, v->n, v->ranking, v->rankings);
        }
}

/* --- stories --- */

/* Asked before all is known: targets alone take no partner out of a story, since being named there
 * is a public mention. */
static const struct reference *inside(const struct model *m, const struct story *s,
                                      const bool *named)
{
    for (size_t i = 0; i < s->agreement_n; i++) {
        const struct deal *deal = model_deal(m, s->agreement[i].id);
        if (deal && deal->record->internal)
            return &s->agreement[i];
    }
    for (size_t i = 0; i < s->partner_n; i++) {
        const struct partner *p = map_get(&m->records->partner_by_id, s->partner[i].id);
        if (p && !named[p->index])
            return &s->partner[i];
    }
    return NULL;
}

static void tell(const struct mentions *x)
{
    const struct records *r = x->m->records;
    bool *may = ARENA_ARRAY(x->m->arena, bool, r->partner_n);
    for (size_t i = 0; i < r->partner_n; i++)
        may[i] = x->m->partner_public[i] || !x->m->partner_signs[i];
    for (size_t i = 0; i < r->story_n; i++)
        for (size_t k = 0; k < r->story[i].partner_n && !inside(x->m, &r->story[i], may); k++)
            mention(x, x->outside, r->story[i].partner[k]);
}

const struct reference *model_story_inside(const struct model *m, const struct story *s)
{
    return inside(m, s, m->partner_public);
}

/* --- partners --- */

static void plan(const struct mentions *x)
{
    const struct records *r = x->m->records;
    for (size_t i = 0; i < r->target_n; i++)
        for (size_t k = 0; k < r->target[i].prospects; k++) {
            const struct prospect *p = &r->target[i].prospect[k];
            for (size_t j = 0; j < p->partner_n; j++)
                mention(x, x->within, p->partner[j]);
        }
}

/* Who may be named names whom it became part of. */
static void succeed(const struct mentions *x)
{
    const struct records *r = x->m->records;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < r->partner_n; i++) {
            const struct partner *p = r->partner[i];
            const struct partner *next =
                p->merged_into ? map_get(&r->partner_by_id, p->merged_into) : NULL;
            if (!next || !x->m->partner_public[i] || x->m->partner_signs[next->index] ||
                x->m->partner_public[next->index])
                continue;
            x->m->partner_public[next->index] = more = true;
        }
    }
}

void mentions_join(struct model *m)
{
    size_t n = m->records->partner_n;
    struct mentions x = {m, ARENA_ARRAY(m->arena, bool, n), ARENA_ARRAY(m->arena, bool, n)};
    m->partner_signs = ARENA_ARRAY(m->arena, bool, n);
    m->partner_public = ARENA_ARRAY(m->arena, bool, n);
    sign(&x);
    plan(&x);
    print(&x);
    tell(&x);
    for (size_t i = 0; i < n; i++)
        if (!m->partner_signs[i])
            m->partner_public[i] = x.outside[i] || !x.within[i];
    succeed(&x);
}

bool model_partner_public(const struct model *m, const struct partner *p)
{
    return m->partner_public[p->index];
}

bool model_partner_signs(const struct model *m, const struct partner *p)
{
    return m->partner_signs[p->index];
}
