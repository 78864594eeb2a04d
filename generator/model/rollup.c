/* rollup.c - one pass over a period's agreements fills all of its figures with their trails. */
#include "model/model_parts.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

struct rollup { /* a table being filled */
    const struct model *m;
    struct table *t;
    const struct deal **met;     /* by partner index: the first agreement it signed */
    const struct partner **list; /* partners in order of meeting */
    size_t n;
};

size_t rollup_slots(const struct model *m)
{
    return m->schema.partners + m->records->partner_n;
}

/* --- cells --- */

static const struct slot *slot_of(const struct model *m, size_t slot)
{
    return slot < m->schema.partners ? &m->schema.slot[slot] : figures_partner_slot();
}

static struct cell *new_cell(const struct model *m, struct table *t, size_t slot)
{
    const struct slot *s = slot_of(m, slot);
    struct cell *c = ARENA_NEW(m->arena, struct cell);
    c->f.period = t->period;
    c->f.unit = s->unit;
    c->f.known = true;
    if (s->unit != UNIT_USD)
        c->f.count = c->sum = rational_new(m->arena, 0, 1);
    if (s->name)
        c->f.id = arena_printf(m->arena, "%s.%s", t->prefix, s->name);
    else
        c->f.id = arena_printf(m->arena, "%s.partners.%s.contributions", t->prefix,
                               m->records->partner[slot - m->schema.partners]->id);
    return t->cell[slot] = c;
}

/* Adds what history years give; a cell that one of them does not give is unknown, and so are a
 * count of distinct partners over more than one year, and all with a year that is not on file. */
static void add_past(const struct model *m, struct table *t, size_t slot)
{
    struct cell *c = t->cell[slot];
    bool single = t->period.from == t->period.until;
    if (t->gap)
        trail_forget(m->arena, c);
    for (size_t i = 0; i < t->past_n && !t->gap; i++) {
        const struct past_value *v = t->past[i]->given[slot];
        if (!v || (!single && !slot_of(m, slot)->additive)) {
            trail_forget(m->arena, c);
            return;
        }
        struct trail_item item = {.history = t->past[i]->record,
                                  .cents = v->cents,
                                  .num = v->num,
                                  .den = v->den ? v->den : 1};
        if (c->f.unit == UNIT_USD)
            trail_money(c, item);
        else
            trail_count(c, item);
    }
}

static void link_whole(const struct model *m, struct table *t, size_t slot)
{
    size_t whole = slot_of(m, slot)->whole;
    if (whole != SLOT_NONE)
        t->cell[slot]->f.whole = &t->cell[whole]->f;
}

struct cell *rollup_cell(const struct model *m, struct table *t, size_t slot)
{
    if (!t->cell[slot]) {
        new_cell(m, t, slot);
        add_past(m, t, slot);
        link_whole(m, t, slot);
        trail_settle(m->arena, t->cell[slot]);
    }
    return t->cell[slot];
}

/* --- one agreement --- */

static struct cell *cell(struct rollup *r, size_t slot)
{
    struct cell *c = r->t->cell[slot];
    return c ? c : new_cell(r->m, r->t, slot);
}

static void count(struct rollup *r, size_t slot, const struct deal *deal,
                  const struct partner *partner, int64_t num, int64_t den)
{
    trail_count(cell(r, slot),
                (struct trail_item){.deal = deal, .partner = partner, .num = num, .den = den});
}

static void money(struct rollup *r, size_t slot, const struct deal *deal,
                  const struct money *money, int64_t cents)
{
    trail_money(cell(r, slot),
                (struct trail_item){
                    .deal = deal, .money = money, .partner = money->from, .cents = cents});
}

static void count_portions(struct rollup *r, const struct deal *deal, size_t start,
                           const struct portion *p, size_t n, size_t unassigned)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = start + PARTS * (p[i].entry ? p[i].entry->index : unassigned);
        count(r, at + PART_COUNT, deal, NULL, p[i].num, p[i].den);
        count(r, at + (deal->financial ? PART_FINANCIAL : PART_NONFINANCIAL), deal, NULL, p[i].num,
              p[i].den);
    }
}

/* By a public agreement where there is one: else a partner who signs both would be missing among
 * those that a public page lists, and so be known to stand behind an internal one. */
static void meet_partners(struct rollup *r, const struct deal *deal)
{
    for (size_t i = 0; i < deal->partner_n; i++) {
        const struct partner *p = model_counted_as(r->m, deal->partner[i]);
        const struct deal **met = &r->met[p->index];
        if (!*met)
            r->list[r->n++] = p;
        if (!*met || ((*met)->record->internal && !deal->record->internal))
            *met = deal;
    }
}

/* In the order of their agreements, and within one as it names them. */
static int compare_met(const struct rollup *r, const struct partner *a, const struct partner *b)
{
    const struct deal *da = r->met[a->index], *db = r->met[b->index];
    if (da != db)
        return da->record->index < db->record->index ? -1 : 1;
    for (size_t i = 0; i < da->partner_n; i++) {
        const struct partner *p = model_counted_as(r->m, da->partner[i]);
        if (p == a || p == b)
            return p == a ? -1 : 1;
    }
    return 0;
}

/* By insertion: only those met again later are out of their order. */
static void sort_met(struct rollup *r)
{
    for (size_t i = 1; i < r->n; i++) {
        const struct partner *p = r->list[i];
        size_t k = i;
        for (; k > 0 && compare_met(r, p, r->list[k - 1]) < 0; k--)
            r->list[k] = r->list[k - 1];
        r->list[k] = p;
    }
}

static void add_agreement(struct rollup *r, const struct deal *deal)
{
    const struct schema *s = &r->m->schema;
    const struct vocab *v = r->m->records->vocab;
    count(r, SLOT_AGREEMENTS, deal, NULL, 1, 1);
    count(r, deal->financial ? SLOT_FINANCIAL : SLOT_NONFINANCIAL, deal, NULL, 1, 1);
    count_portions(r, deal, s->regions, deal->region, deal->region_n, v[VOCAB_REGIONS].n);
    count_portions(r, deal, s->priorities, deal->priority, deal->priority_n,
                   v[VOCAB_PRIORITIES].n);
    for (size_t i = 0; i < deal->record->initiative_n; i++)
        count(r, s->initiatives + deal->record->initiative[i]->index, deal, NULL, 1, 1);
    meet_partners(r, deal);
}

static void add_shares(struct rollup *r, const struct deal *deal, const struct money *given,
                       size_t start, const int64_t *cents, size_t n)
{
    for (size_t i = 0; i <= n; i++)
        if (cents[i])
            money(r, start + PARTS * i + PART_MONEY, deal, given, cents[i]);
}

static void add_cash(struct rollup *r, const struct deal *deal, const struct money *given)
{
    const struct schema *s = &r->m->schema;
    const struct vocab *v = r->m->records->vocab;
    const struct partner *from = given->from ? model_counted_as(r->m, given->from) : NULL;
    int64_t cents = given->usd_cents;
    money(r, SLOT_TOTAL, deal, given, cents);
    money(r, from ? SLOT_PARTNER_MONEY : SLOT_ITU_MONEY, deal, given, cents);
    if (deal->record->is_addendum)
        money(r, SLOT_ADDENDA_MONEY, deal, given, cents);
    if (deal->record->kind)
        money(r, s->kinds + PAIRS * deal->record->kind->index + PAIR_MONEY, deal, given, cents);
    add_shares(r, deal, given, s->regions, given->region_cents, v[VOCAB_REGIONS].n);
    add_shares(r, deal, given, s->priorities, given->priority_cents, v[VOCAB_PRIORITIES].n);
    if (!from)
        return;
    money(r, s->partners + from->index, deal, given, cents);
    if (!from->type)
        return;
    money(r, s->types + PAIRS * from->type->index + PAIR_MONEY, deal, given, cents);
    money(r, s->type_group[from->type->index] + PAIR_MONEY, deal, given, cents);
}

static void add_deal(struct rollup *r, const struct deal *deal)
{
    if (!deal->record->is_addendum || r->m->records->site.counting.addenda_with)
        add_agreement(r, deal);
    if (deal->record->is_addendum)
        count(r, SLOT_ADDENDA, deal, NULL, 1, 1);
    if (deal->record->kind)
        count(r, r->m->schema.kinds + PAIRS * deal->record->kind->index + PAIR_COUNT, deal, NULL,
              1, 1);
    for (size_t i = 0; i < deal->money_n; i++)
        if (!deal->money[i].contribution->in_kind)
            add_cash(r, deal, &deal->money[i]);
}

/* --- partners, once all agreements are in --- */

static void add_partner(struct rollup *r, const struct partner *p)
{
    const struct schema *s = &r->m->schema;
    const struct deal *deal = r->met[p->index];
    const struct cell *cash = r->t->cell[s->partners + p->index];
    count(r, SLOT_PARTNERS, deal, p, 1, 1);
    if (cash && cash->f.cents > 0)
        count(r, SLOT_FINANCIAL_PARTNERS, deal, p, 1, 1);
    for (size_t i = 0; i < p->membership_n; i++)
        count(r, s->memberships + p->membership[i]->index, deal, p, 1, 1);
    if (!p->type)
        return;
    count(r, s->types + PAIRS * p->type->index + PAIR_COUNT, deal, p, 1, 1);
    count(r, s->type_group[p->type->index] + PAIR_COUNT, deal, p, 1, 1);
}

/* --- tables --- */

char *model_period_text(struct arena *a, struct period p)
{
    if (p.from == p.until)
        return arena_printf(a, "%d", p.from);
    return arena_printf(a, "%d-%d", p.from, p.until);
}

static bool on_file(const struct model *m, int year)
{
    for (size_t i = 0; i < m->year_n; i++)
        if (m->year[i] == year)
            return true;
    return m->year_n && year > m->year[m->year_n - 1] && year <= m->last_year;
}

const char *model_years_text(struct arena *a, const struct model *m, struct period p, bool given)
{
    struct buf b = BUF_INIT;
    for (int year = p.from, until; year <= p.until; year = until + 1) {
        until = year;
        if (on_file(m, year) != given)
            continue;
        while (until < p.until && on_file(m, until + 1) == given)
            until++;
        buf_printf(&b, "%s%s", b.n ? ", " : "",
                   model_period_text(a, (struct period){year, until}));
    }
    return b.n ? buf_to_arena(&b, a) : NULL;
}

const char *model_missing_years(struct arena *a, const struct model *m, struct period p)
{
    return model_years_text(a, m, p, false);
}

static void find_past(const struct model *m, struct table *t)
{
    t->past = ARENA_ARRAY(m->arena, struct past *, m->past_n);
    for (size_t i = 0; i < m->past_n; i++)
        if (m->past[i].record->year >= t->period.from && m->past[i].record->year <= t->period.until)
            t->past[t->past_n++] = &m->past[i];
}

static void fill(const struct model *m, struct table *t)
{
    size_t partners = m->records->partner_n;
    struct rollup r = {.m = m, .t = t};
    r.met = ARENA_ARRAY(m->arena, const struct deal *, partners);
    r.list = ARENA_ARRAY(m->arena, const struct partner *, partners);
    for (size_t i = 0; i < m->deal_n; i++) {
        const struct deal *deal = m->deal[i];
        if (deal->year >= t->period.from && deal->year <= t->period.until &&
            !model_year_is_history(m, deal->year, NULL))
            add_deal(&r, deal);
    }
    sort_met(&r);
    for (size_t i = 0; i < r.n; i++)
        add_partner(&r, r.list[i]);
}

static struct table *make_table(const struct model *m, struct period p)
{
    struct table *t = ARENA_NEW(m->arena, struct table);
    size_t slots = rollup_slots(m);
    t->period = p;
    t->prefix = model_period_text(m->arena, p);
    t->cell = ARENA_ARRAY(m->arena, struct cell *, slots);
    for (int year = p.from; year <= p.until; year++)
        t->gap = t->gap || !on_file(m, year);
    find_past(m, t);
    for (size_t i = 0; i < m->schema.partners; i++)
        new_cell(m, t, i);
    fill(m, t);
    for (size_t i = 0; i < slots; i++) {
        bool given = false;
        for (size_t k = 0; k < t->past_n; k++)
            given = given || t->past[k]->given[i];
        if (given && !t->cell[i])
            new_cell(m, t, i);
        if (t->cell[i]) {
            add_past(m, t, i);
            link_whole(m, t, i);
        }
    }
    ranking_make(m, t);
    for (size_t i = 0; i < slots; i++)
        if (t->cell[i])
            trail_settle(m->arena, t->cell[i]);
    return t;
}

struct table *rollup_table(const struct model *m, struct period p)
{
    if (m->year_n == 0 || p.from < m->year[0] || p.until > m->last_year ||
        p.until < p.from)
        return NULL;
    struct tables *all = m->tables;
    for (size_t i = 0; i < all->made.n; i++)
        if (all->made.p[i]->period.from == p.from && all->made.p[i]->period.until == p.until)
            return all->made.p[i];
    struct table *t = make_table(m, p);
    VEC_PUSH(m->arena, &all->made, t);
    return t;
}
