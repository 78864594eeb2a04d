/* plan.c - what years aim at, against what came: goals with their figures, and the agreements that
 * are expected, each in USD at the newest rate before the day it is expected on and weighted by
 * its probability, rounded to the cent once; sums are those of the rows. */
#include "model/model_parts.h"

#include <string.h>

static void unknown_goal(const struct model *m, struct diags *d, const struct printed_figure *f)
{
    if (records_unread(m->records, f->id))
        return;
    diag_report(d, DIAG_NO_SUCH_FIGURE, f->place, f->id);
    const char *near = diag_is_told(d) ? figures_nearest(m, f->id) : NULL;
    if (near)
        diag_hint(d, HINT_DID_YOU_MEAN, near);
    else
        diag_hint(d, HINT_SAID, phrase_mark(PHRASE_FIGURES_LISTS));
}

static bool read_goal(const struct model *m, const struct printed_figure *f, size_t slot,
                      struct goal *g)
{
    struct decimal v;
    g->unit = figures_slot_unit(m, slot);
    if (f->n != 1 || decimal_parse(f->form[0].value, &v) != DECIMAL_OK || v.mantissa <= 0 ||
        v.scale > 2)
        return false;
    g->num = v.mantissa;
    g->den = decimal_pow10(v.scale);
    return g->unit != UNIT_USD || decimal_rescale(v, 2, &g->cents);
}

/* Which part of the goal there is, and how far the year is ahead of it. */
static void compare(const struct model *m, struct goal *g)
{
    const struct figure *f = g->actual;
    struct rational *reached = rational_new(m->arena, 0, 1);
    struct rational *ahead = rational_new(m->arena, -g->num, g->den);
    for (size_t i = 0; i < f->trail_n; i++) {
        const struct trail_item *t = &f->trail[i];
        bool money = g->unit == UNIT_USD;
        int64_t num = money ? t->cents : t->num, den = money ? 100 : t->den;
        rational_add_fraction(ahead, num, den);
        if (money)
            rational_add_fraction(reached, t->cents, g->cents);
        else
            rational_add_fraction(reached, t->num * g->den, t->den * g->num);
    }
    g->reached = reached;
    g->ahead = ahead;
}

static void join_goals(struct model *m, struct diags *d, struct plan *p)
{
    const struct target *t = p->record;
    p->goal = ARENA_ARRAY(m->arena, struct goal, t->n);
    for (size_t i = 0; i < t->n; i++) {
        const struct printed_figure *f = &t->goal[i];
        size_t slot = figures_slot(m, f->id);
        struct goal g = {.name = f->id};
        if (slot == SLOT_NONE) {
            unknown_goal(m, d, f);
        } else if (!read_goal(m, f, slot, &g)) {
            diag_report(d, DIAG_BAD_GOAL, f->n ? f->form[0].place : f->place, f->id);
        } else {
            g.actual = model_figure(m, arena_printf(m->arena, "%d.%s", t->year, f->id));
            if (g.actual && !g.actual->known)
                g.actual = NULL;
            if (g.actual)
                compare(m, &g);
            p->goal[p->goals++] = g;
        }
    }
}

/* --- the pipeline --- */

static void to_usd(const struct model *m, struct diags *d, struct expected *e)
{
    const struct prospect *p = e->record;
    const struct rate *later = NULL;
    char on[16];
    bool dollars = strcmp(p->currency->code, "USD") == 0;
    e->rate = dollars ? NULL : rates_on(m->rates, p->currency->code, p->expected, &later);
    if (!dollars && !e->rate) {
        date_format(p->expected, on);
        if (!m->records->rates_faulty)
            diag_report(d, DIAG_MISSING_RATE, p->amount_place, p->currency->code, on);
        return;
    }
    struct decimal units = dollars ? (struct decimal){1, 0} : e->rate->units_per_usd;
    if (!rates_to_cents(p->amount, p->currency->digits, units, &e->usd_cents) ||
        !decimal_mul_div(e->usd_cents, p->probability, 10000, &e->weighted_cents))
        diag_report(d, DIAG_AMOUNT_TOO_LARGE, p->amount_place);
}

static void join_expected(struct model *m, struct diags *d, int year, struct expected *e)
{
    const struct prospect *p = e->record;
    const struct records *r = m->records;
    char on[16];
    e->partner = ARENA_ARRAY(m->arena, const struct partner *, p->partner_n);
    for (size_t i = 0; i < p->partner_n; i++) {
        const struct partner *found = map_get(&r->partner_by_id, p->partner[i].id);
        if (found)
            e->partner[e->partner_n++] = join_successor(r, found, p->expected);
        else
            join_unknown_partner(r, d, p->partner[i], NULL);
    }
    if (!date_is_set(p->expected) || !p->currency)
        return; /* reported when it was read */
    if (p->expected.year != year) {
        date_format(p->expected, on);
        diag_report(d, DIAG_EXPECTED_ELSEWHERE, p->expected_place, on,
                    arena_printf(m->arena, "%d", year));
    }
    to_usd(m, d, e);
}

void plan_join(struct model *m, struct diags *d)
{
    const struct records *r = m->records;
    m->plan = ARENA_ARRAY(m->arena, struct plan, r->target_n);
    for (size_t i = 0; i < r->target_n; i++) {
        struct plan *p = &m->plan[m->plans++];
        p->record = &r->target[i];
        p->expected = ARENA_ARRAY(m->arena, struct expected, p->record->prospects);
        join_goals(m, d, p);
        for (size_t k = 0; k < p->record->prospects; k++) {
            struct expected *e = &p->expected[k];
            e->record = &p->record->prospect[k];
            join_expected(m, d, p->record->year, e);
            p->usd_cents += e->usd_cents;
            p->weighted_cents += e->weighted_cents;
        }
    }
}

size_t model_plans(const struct model *m, const struct plan **plan)
{
    *plan = m->plan;
    return m->plans;
}
