/* check.c - what must hold between records, and between the dates of one. */
#include "model/model_parts.h"

#include <string.h>

struct check {
    const struct model *m;
    const struct records *r;
    struct diags *d;
    struct arena *a;
};

static const char *iso(struct check *c, struct date d)
{
    char s[16];
    date_format(d, s);
    return arena_strdup(c->a, s);
}

/* --- dates --- */

static void check_end(struct check *c, struct date end, struct place place, const char *start,
                      struct date on)
{
    if (date_is_set(end) && date_is_set(on) && date_cmp(end, on) < 0)
        diag_report(c->d, DIAG_END_BEFORE_START, place, iso(c, end), start, iso(c, on));
}

static void check_dates(struct check *c, const struct agreement *g)
{
    bool late_start = date_is_set(g->in_force) && date_cmp(g->in_force, g->signed_on) > 0;
    if (late_start)
        check_end(c, g->ends, g->ends_place, phrase_mark(PHRASE_IT_ENTERED), g->in_force);
    else
        check_end(c, g->ends, g->ends_place, phrase_mark(PHRASE_IT_WAS_SIGNED), g->signed_on);
    check_end(c, g->terminated, g->terminated_place, phrase_mark(PHRASE_IT_WAS_SIGNED), g->signed_on);
    if (date_is_set(g->in_force) && date_is_set(g->signed_on) &&
        date_cmp(g->in_force, g->signed_on) < 0)
        diag_report(c->d, DIAG_IN_FORCE_EARLY, g->in_force_place, iso(c, g->in_force),
                    iso(c, g->signed_on));
}

static void check_order(struct check *c, const struct deal *deal, const struct deal *other,
                        struct reference ref, enum diag_code code)
{
    struct date on = deal->record->signed_on;
    if (!other || other == deal || !date_is_set(on) || !date_is_set(other->record->signed_on))
        return;
    if (date_cmp(on, other->record->signed_on) < 0)
        diag_report(c->d, code, ref.place, iso(c, on), ref.id, iso(c, other->record->signed_on));
}

/* --- cycles --- */

static const struct deal *amended(const struct deal *deal)
{
    return deal->amends;
}

static const struct deal *parent(const struct deal *deal)
{
    return deal->parent;
}

static void check_cycle(struct check *c, const struct deal *deal, struct reference ref,
                        const struct deal *(*next)(const struct deal *), const char *key)
{
    const struct deal *at = next(deal);
    for (size_t steps = 0; at && at != deal && steps <= c->m->deal_n; steps++)
        at = next(at);
    if (at == deal)
        diag_report(c->d, DIAG_AGREEMENT_CYCLE, ref.place, deal->record->id, key);
}

/* --- shares --- */

/* New agreements only: an addendum speaks of an agreement of an earlier scheme. */
static void check_priorities(struct check *c, const struct deal *deal)
{
    const struct agreement *g = deal->record;
    const struct vocab *v = &c->r->vocab[VOCAB_PRIORITIES];
    for (size_t i = 0; i < g->priority_n && !g->is_addendum && deal->year > 0; i++) {
        const struct entry *e = g->priority[i].entry;
        if (!e || e->scheme >= v->schemes)
            continue;
        const struct scheme *s = &v->scheme[e->scheme];
        if (deal->year < s->from || (s->until && deal->year > s->until))
            diag_report(c->d, DIAG_PRIORITY_NOT_VALID, g->priority[i].place, e->id,
                        arena_printf(c->a, "%d", deal->year));
    }
}

static void check_assigned(struct check *c, const struct deal *deal)
{
    const struct agreement *g = deal->record;
    bool cash = false;
    for (size_t i = 0; i < deal->money_n; i++)
        cash = cash || (!deal->money[i].contribution->in_kind && deal->money[i].usd_cents);
    if (!g->is_addendum || !cash)
        return;
    /* What it names of a list that could not be read is not known. */
    bool region = g->region_n || c->r->vocab[VOCAB_REGIONS].faulty;
    bool priority = g->priority_n || c->r->vocab[VOCAB_PRIORITIES].faulty;
    enum phrase what = region     ? PHRASE_WHAT_PRIORITIES
                       : priority ? PHRASE_WHAT_REGIONS
                                  : PHRASE_WHAT_BOTH;
    if (!region || !priority)
        diag_report(c->d, DIAG_ADDENDUM_UNASSIGNED, g->place, phrase_mark(what));
}

static void check_samples(struct check *c, const struct deal *deal)
{
    const struct agreement *g = deal->record;
    for (size_t i = 0; i < g->partner_n && !g->sample; i++) {
        const struct partner *p = map_get(&c->r->partner_by_id, g->partner[i].id);
        if (p && p->sample)
            diag_report(c->d, DIAG_SAMPLE_PARTNER, g->partner[i].place, p->id);
    }
}

/* What is not named in public cannot be named beside what is. */
static void check_internal(struct check *c, const struct deal *deal, const struct deal *other,
                           struct reference ref)
{
    if (other && other->record->internal && !deal->record->internal)
        diag_report(c->d, DIAG_INTERNAL_REFERENCE, ref.place, ref.id);
}

/* The two dates that may put an agreement in a year lie in different ones. */
static void check_boundary(struct check *c, const struct agreement *g)
{
    int by_signature = g->signed_on.year, by_force = g->in_force.year;
    bool force = c->r->site.counting.by_in_force;
    if (!date_is_set(g->signed_on) || !date_is_set(g->in_force) || by_signature == by_force)
        return;
    diag_report(c->d, DIAG_YEAR_BOUNDARY, g->in_force_place, iso(c, g->signed_on),
                iso(c, g->in_force), arena_printf(c->a, "%d", force ? by_force : by_signature),
                arena_printf(c->a, "%d", force ? by_signature : by_force),
                phrase_mark(force ? PHRASE_BY_FORCE : PHRASE_BY_SIGNATURE));
}

static void check_deal(struct check *c, const struct deal *deal)
{
    const struct agreement *g = deal->record;
    check_dates(c, g);
    check_cycle(c, deal, g->amends, amended, "amends");
    check_cycle(c, deal, g->parent, parent, "parent");
    check_order(c, deal, deal->amends, g->amends, DIAG_AMENDS_LATER);
    check_order(c, deal, deal->parent, g->parent, DIAG_PARENT_LATER);
    check_internal(c, deal, deal->amends, g->amends);
    check_internal(c, deal, deal->parent, g->parent);
    check_boundary(c, g);
    if (deal->root == deal)
        terms_check(c->m, c->d, deal);
    check_priorities(c, deal);
    check_assigned(c, deal);
    check_samples(c, deal);
}

/* --- partners --- */

static void check_merger(struct check *c, const struct partner *p)
{
    if (!p->merged_into)
        return;
    const struct partner *next = map_get(&c->r->partner_by_id, p->merged_into);
    if (!next) {
        diag_report(c->d, DIAG_UNKNOWN_MERGER, p->merged_place, p->merged_into);
        const char *near = map_nearest(&c->r->partner_by_id, p->merged_into);
        if (near)
            diag_hint(c->d, HINT_DID_YOU_MEAN, near);
        return;
    }
    for (size_t steps = 0; next && next != p && steps <= c->r->partner_n; steps++)
        next = next->merged_into ? map_get(&c->r->partner_by_id, next->merged_into) : NULL;
    if (next == p)
        diag_report(c->d, DIAG_MERGER_CYCLE, p->merged_place, p->id);
}

/* Words that stand where a partner's id stands in figures' ids. */
static bool is_word(const char *id)
{
    static const char *const words[] = {"itu", "top10", "other", "membership", "financial", NULL};
    for (size_t i = 0; words[i]; i++)
        if (strcmp(id, words[i]) == 0)
            return true;
    return false;
}

/* Former ids keep the addresses of their figures, too. */
static void check_reserved(struct check *c, const struct partner *p)
{
    if (is_word(p->id))
        diag_report(c->d, DIAG_RESERVED_ID, p->place, p->id);
    for (size_t i = 0; i < p->former_id_n; i++)
        if (is_word(p->former_id[i].id))
            diag_report(c->d, DIAG_FORMER_ID_RESERVED, p->former_id[i].place, p->former_id[i].id);
}

static void check_partners(struct check *c)
{
    bool *used = ARENA_ARRAY(c->a, bool, c->r->partner_n);
    bool all = true; /* agreements say who signs: one that does not could not be read */
    for (size_t i = 0; i < c->m->deal_n; i++) {
        const struct agreement *g = c->m->deal[i]->record;
        all = all && g->partner_n;
        for (size_t k = 0; k < g->partner_n; k++) {
            const struct partner *p = map_get(&c->r->partner_by_id, g->partner[k].id);
            if (p)
                used[p->index] = used[join_successor(c->r, p, g->signed_on)->index] = true;
        }
    }
    for (size_t i = 0; i < c->r->partner_n; i++) {
        const struct partner *p = c->r->partner[i];
        check_merger(c, p);
        check_reserved(c, p);
        if (all && !used[i])
            diag_report(c->d, DIAG_UNUSED_PARTNER, p->place, p->id);
    }
}

static void check_vocabularies(struct check *c)
{
    for (int k = 0; k < VOCABS; k++)
        for (size_t i = 0; i < c->r->vocab[k].n; i++)
            if (strcmp(c->r->vocab[k].entry[i].id, "unassigned") == 0)
                diag_report(c->d, DIAG_RESERVED_ID, c->r->vocab[k].entry[i].place, "unassigned");
}

/* --- money of a year --- */

/* Where a year's cash of a partner is below zero: at its last negative contribution. */
static void report_negative(struct check *c, const struct figure *f, int year)
{
    const struct money *last = NULL;
    for (size_t i = 0; i < f->trail_n; i++)
        if (f->trail[i].money && f->trail[i].cents < 0)
            last = f->trail[i].money;
    const char *of = arena_printf(c->a, "%d", year);
    if (last && !map_has(&c->r->dim_year, of))
        diag_report(c->d, DIAG_NEGATIVE_YEAR, last->contribution->amount_place, last->from->id, of,
                    figure_form(c->a, f, ""));
}

static void check_money(struct check *c)
{
    for (size_t i = 0; i < c->m->year_n; i++) {
        struct period p = {c->m->year[i], c->m->year[i]};
        struct table *t = rollup_table(c->m, p);
        for (size_t k = 0; k < c->r->partner_n; k++) {
            const struct cell *cell = t->cell[c->m->schema.partners + k];
            if (cell && cell->f.cents < 0)
                report_negative(c, &cell->f, p.from);
        }
    }
}

static bool same_rate(struct decimal a, struct decimal b)
{
    int scale = a.scale > b.scale ? a.scale : b.scale;
    int64_t x, y;
    return decimal_rescale(a, scale, &x) && decimal_rescale(b, scale, &y) && x == y;
}

/* Rates come by currency, then date. */
static void check_rates(struct check *c)
{
    for (size_t i = 1; i < c->r->rate_n; i++) {
        const struct rate *a = &c->r->rate[i - 1], *b = &c->r->rate[i];
        if (a->currency && b->currency && strcmp(a->currency->code, b->currency->code) == 0 &&
            date_cmp(a->from, b->from) == 0 && !same_rate(a->units_per_usd, b->units_per_usd))
            diag_report(c->d, DIAG_RATE_TWICE, b->place, b->currency->code, iso(c, b->from));
    }
}

static void check_documents(struct check *c)
{
    for (size_t i = 0; i < c->r->document_n; i++) {
        const struct document *doc = &c->r->document[i];
        struct period years = {doc->from, doc->until};
        if (doc->from <= 0)
            continue;
        const char *missing = model_missing_years(c->a, c->m, years);
        if (missing && rollup_table(c->m, years))
            diag_report(c->d, DIAG_YEARS_NOT_ON_FILE, doc->years_place, missing,
                        model_period_text(c->a, years));
        if (rollup_table(c->m, years))
            continue;
        diag_report(c->d, DIAG_PERIOD_NOT_ON_FILE, doc->years_place, model_period_text(c->a, years),
                    figures_years(c->m));
    }
}

void check_all(const struct model *m, struct diags *d)
{
    struct check c = {m, m->records, d, m->arena};
    for (size_t i = 0; i < m->deal_n; i++)
        check_deal(&c, m->deal[i]);
    check_partners(&c);
    check_vocabularies(&c);
    check_rates(&c);
    check_money(&c);
    check_documents(&c);
    today_check(m, d);
    check_texts_all(m, d);
}
