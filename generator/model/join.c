/* join.c - each agreement with its partners, its money in USD cents, and the shares of both.
 *
 * A contribution becomes cents once, here: its recorded usd, or its amount at the newest rate
 * effective on or before the date of signature (whichever year the agreement counts in).
 */
#include "model/model_parts.h"

#include <stdlib.h>
#include <string.h>

__extension__ typedef __int128 wide;

struct join {
    struct model *m;
    const struct records *r;
    struct diags *d;
    struct deal *deal;
};

/* --- partners --- */

const struct partner *join_successor(const struct records *r, const struct partner *p,
                                     struct date on)
{
    for (size_t steps = 0; p->merged_into && steps <= r->partner_n; steps++) {
        const struct partner *next = map_get(&r->partner_by_id, p->merged_into);
        if (!next || !date_is_set(p->merged_on) || date_cmp(on, p->merged_on) < 0)
            break;
        p = next;
    }
    return p;
}

static const char *near_partner(const struct records *r, const char *id,
                                const struct agreement *within)
{
    const char *ids[64];
    size_t n = 0;
    for (size_t i = 0; within && i < within->partner_n && n < 63; i++)
        if (map_has(&r->partner_by_id, within->partner[i].id))
            ids[n++] = within->partner[i].id;
    ids[n] = NULL;
    const char *near = nearest_of(ids, id);
    return near ? near : map_nearest(&r->partner_by_id, id);
}

void join_unknown_partner(const struct records *r, struct diags *d, struct reference ref,
                          const struct agreement *within)
{
    size_t len = strlen(r->dir);
    if (r->partner_n == 0)
        return; /* reported once, for all of them */
    while (len > 1 && r->dir[len - 1] == '/')
        len--;
    diag_report(d, DIAG_UNKNOWN_PARTNER, ref.place, ref.id, arena_strndup(r->arena, r->dir, len));
    if (!diag_is_sought(d))
        return;
    const char *now = records_renamed(r, RENAMED_PARTNER, ref.id);
    const char *near = now ? NULL : near_partner(r, ref.id, within);
    if (now)
        diag_hint(d, HINT_WAS_RENAMED, now);
    if (!near)
        return;
    const struct partner *p = map_get(&r->partner_by_id, near);
    enum lang lang = r->site.default_lang;
    const char *name = text_in(&p->name, lang, lang, NULL);
    if (name)
        diag_hint(d, HINT_DID_YOU_MEAN_NAMED, near, name);
    else
        diag_hint(d, HINT_DID_YOU_MEAN, near);
}

static bool has_partner(const struct deal *deal, const struct partner *p)
{
    for (size_t i = 0; i < deal->partner_n; i++)
        if (deal->partner[i] == p)
            return true;
    return false;
}

static bool repeated(const struct agreement *g, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(g->partner[k].id, g->partner[i].id) == 0)
            return true;
    return false;
}

static void join_partner(struct join *j, size_t i)
{
    const struct agreement *g = j->deal->record;
    struct reference ref = g->partner[i];
    const struct partner *p = map_get(&j->r->partner_by_id, ref.id);
    if (strcmp(ref.id, "itu") == 0) {
        diag_report(j->d, DIAG_ITU_AS_PARTNER, ref.place);
    } else if (repeated(g, i)) {
        diag_report(j->d, DIAG_REPEATED_PARTNER, ref.place, ref.id);
    } else if (!p) {
        join_unknown_partner(j->r, j->d, ref, NULL);
    } else {
        const struct partner *now = join_successor(j->r, p, g->signed_on);
        char on[16];
        date_format(p->merged_on, on);
        if (now != p)
            diag_report(j->d, DIAG_MERGED_PARTNER, ref.place, p->id, now->id, on);
        if (!has_partner(j->deal, now))
            j->deal->partner[j->deal->partner_n++] = now;
    }
}

static void join_partners(struct join *j)
{
    const struct agreement *g = j->deal->record;
    j->deal->partner = ARENA_ARRAY(j->m->arena, const struct partner *, g->partner_n);
    for (size_t i = 0; i < g->partner_n; i++)
        join_partner(j, i);
}

/* --- portions: what part of an agreement each region or priority has --- */

/* Weights by entry, from a list in the file's order. */
static wide spread(const struct weight *w, size_t n, const struct vocab *v, int64_t *by_entry)
{
    wide sum = 0;
    for (size_t i = 0; i < n; i++) {
        size_t k = w[i].entry ? w[i].entry->index : v->n;
        int64_t total;
        if (w[i].weight <= 0 || !decimal_add(by_entry[k], w[i].weight, &total))
            continue;
        by_entry[k] = total;
        sum += w[i].weight;
    }
    return sum;
}

/* Fills by_entry (one more than the vocabulary has; the last is unassigned) and makes the
 * portions, in the vocabulary's order. */
static struct portion *join_portions(struct join *j, const struct weight *w, size_t n,
                                     const struct vocab *v, int64_t *by_entry, size_t *portions)
{
    wide sum = spread(w, n, v, by_entry);
    if (sum > INT64_MAX) {
        diag_report(j->d, DIAG_WEIGHTS_TOO_LARGE, w[0].place);
        memset(by_entry, 0, (v->n + 1) * sizeof *by_entry);
        sum = 0;
    }
    if (sum == 0)
        by_entry[v->n] = 1, sum = 1;
    struct portion *p = ARENA_ARRAY(j->m->arena, struct portion, n + 1);
    *portions = 0;
    for (size_t i = 0; i <= v->n; i++) {
        if (by_entry[i] == 0)
            continue;
        int64_t common = (int64_t)decimal_gcd((uint64_t)sum, (uint64_t)by_entry[i]);
        p[(*portions)++] = (struct portion){i < v->n ? &v->entry[i] : NULL, by_entry[i] / common,
                                            (int64_t)sum / common};
    }
    return p;
}

/* --- money --- */

static void missing_rate(struct join *j, const struct contribution *c, const struct rate *later)
{
    char on[16], from[16];
    if (j->r->rates_faulty)
        return;
    date_format(j->deal->record->signed_on, on);
    diag_report(j->d, DIAG_MISSING_RATE, c->amount_place, c->currency->code, on);
    if (!later)
        return;
    date_format(later->from, from);
    diag_hint(j->d, HINT_NEXT_RATE, c->currency->code, from);
}

/* Warns when the recorded value is more than 1 % away from the amount at the rate. */
static void compare_usd(struct join *j, const struct contribution *c, const struct rate *rate,
                        int64_t at_rate)
{
    wide off = (wide)c->usd_cents - at_rate, limit = at_rate < 0 ? -(wide)at_rate : at_rate;
    if ((off < 0 ? -off : off) * 100 <= limit)
        return;
    struct arena *a = j->m->arena;
    char from[16] = "";
    if (rate)
        date_format(rate->from, from);
    const struct figure recorded = {.unit = UNIT_USD, .cents = c->usd_cents, .known = true};
    const struct figure computed = {.unit = UNIT_USD, .cents = at_rate, .known = true};
    diag_report(j->d, DIAG_USD_FAR_FROM_RATE, c->usd_place, figure_form(a, &recorded, ""),
                figure_form(a, &computed, ""));
    if (rate)
        diag_hint(j->d, HINT_RATE_IS_FROM, c->currency->code, from);
}

static void to_usd(struct join *j, struct money *money)
{
    const struct contribution *c = money->contribution;
    const struct rate *rate = NULL, *later = NULL;
    bool dollars = strcmp(c->currency->code, "USD") == 0;
    int64_t at_rate = 0;
    bool fits = true;
    if (!dollars)
        rate = rates_on(j->m->rates, c->currency->code, j->deal->record->signed_on, &later);
    if (dollars || rate)
        fits = rates_to_cents(c->amount, c->currency->digits,
                              rate ? rate->units_per_usd : (struct decimal){1, 0}, &at_rate);
    if (c->has_usd)
        fits = fits && c->usd_cents <= RATES_CENTS_MAX && c->usd_cents >= -RATES_CENTS_MAX;
    if (!fits) {
        diag_report(j->d, DIAG_AMOUNT_TOO_LARGE, c->amount_place);
    } else if (c->has_usd) {
        money->usd_cents = c->usd_cents;
        if (dollars || rate)
            compare_usd(j, c, rate, at_rate);
    } else if (dollars || rate) {
        money->usd_cents = at_rate;
        money->rate = rate;
    } else {
        missing_rate(j, c, later);
    }
}

/* A partner whose id is only misspelt in partners: reported there, and that is enough. */
static bool misspelt_above(struct join *j, const char *giver)
{
    const struct agreement *g = j->deal->record;
    for (size_t i = 0; i < g->partner_n; i++) {
        const char *id = g->partner[i].id;
        bool may_be = !map_has(&j->r->partner_by_id, id) && nearest_of((const char *[]){giver, NULL}, id);
        const char *near = may_be ? near_partner(j->r, id, NULL) : NULL; /* among all: takes long */
        if (near && strcmp(near, giver) == 0)
            return true;
    }
    return false;
}

/* Who gives: false after a report. */
static bool join_giver(struct join *j, struct money *money)
{
    const struct contribution *c = money->contribution;
    const struct agreement *g = j->deal->record;
    if (!c->from)
        return false; /* reported when it was read */
    if (strcmp(c->from, "itu") == 0)
        return true;
    struct reference ref = {c->from, c->from_place};
    const struct partner *p = map_get(&j->r->partner_by_id, c->from);
    if (!p) {
        join_unknown_partner(j->r, j->d, ref, g);
        return false;
    }
    const struct partner *now = join_successor(j->r, p, g->signed_on);
    if (!has_partner(j->deal, now)) {
        if (!misspelt_above(j, c->from))
            diag_report(j->d, DIAG_GIVER_NOT_PARTNER, c->from_place, c->from);
        return false;
    }
    money->from = now;
    return true;
}

static void join_money(struct join *j, struct money *money, const int64_t *regions,
                       const int64_t *priorities)
{
    struct arena *a = j->m->arena;
    const struct vocab *v = j->r->vocab;
    bool from = join_giver(j, money);
    if (money->contribution->currency && date_is_set(j->deal->record->signed_on))
        to_usd(j, money);
    if (!from)
        money->usd_cents = 0;
    money->region_cents = ARENA_ARRAY(a, int64_t, v[VOCAB_REGIONS].n + 1);
    money->priority_cents = ARENA_ARRAY(a, int64_t, v[VOCAB_PRIORITIES].n + 1);
    decimal_share(money->usd_cents, regions, v[VOCAB_REGIONS].n + 1, money->region_cents);
    decimal_share(money->usd_cents, priorities, v[VOCAB_PRIORITIES].n + 1, money->priority_cents);
}

static void join_contributions(struct join *j, const int64_t *regions, const int64_t *priorities)
{
    struct deal *deal = j->deal;
    const struct agreement *g = deal->record;
    deal->money = ARENA_ARRAY(j->m->arena, struct money, g->contribution_n);
    deal->money_n = g->contribution_n;
    bool partner_gives = false, itu_gives = false;
    for (size_t i = 0; i < g->contribution_n; i++) {
        struct money *money = &deal->money[i];
        money->agreement = g;
        money->contribution = &g->contribution[i];
        join_money(j, money, regions, priorities);
        if (money->contribution->in_kind)
            continue;
        deal->cash_cents += money->usd_cents;
        *(money->from ? &deal->partner_cash_cents : &deal->itu_cash_cents) += money->usd_cents;
        if (money->usd_cents > 0)
            *(money->from ? &partner_gives : &itu_gives) = true;
    }
    deal->financial = partner_gives || (itu_gives && !j->r->site.counting.financial_partner_cash);
}

/* --- agreements --- */

static char list_group(const struct deal *deal)
{
    if (deal->record->is_addendum)
        return 'd';
    if (deal->record->kind && deal->record->kind->list_group)
        return deal->record->kind->list_group;
    return deal->cash_cents > 0 ? 'a' : 'b';
}

static int year_of(const struct records *r, const struct agreement *g)
{
    if (r->site.counting.by_in_force && date_is_set(g->in_force))
        return g->in_force.year;
    return g->signed_on.year;
}

static void join_deal(struct join *j)
{
    const struct records *r = j->r;
    const struct agreement *g = j->deal->record;
    const struct vocab *v = r->vocab;
    size_t region_n = v[VOCAB_REGIONS].n + 1, priority_n = v[VOCAB_PRIORITIES].n + 1;
    int64_t *weights = mem_realloc(NULL, (region_n + priority_n) * sizeof *weights);
    memset(weights, 0, (region_n + priority_n) * sizeof *weights);
    j->deal->year = year_of(r, g);
    join_partners(j);
    j->deal->region = join_portions(j, g->region, g->region_n, &v[VOCAB_REGIONS], weights,
                                    &j->deal->region_n);
    j->deal->priority = join_portions(j, g->priority, g->priority_n, &v[VOCAB_PRIORITIES],
                                      weights + region_n, &j->deal->priority_n);
    join_contributions(j, weights, weights + region_n);
    j->deal->list_group = list_group(j->deal);
    free(weights);
}

const struct deal *join_find(const struct model *m, struct diags *d, struct reference ref)
{
    if (!ref.id)
        return NULL;
    const struct deal *found = map_get(&m->deal_by_id, ref.id);
    if (!found) {
        diag_report(d, DIAG_UNKNOWN_AGREEMENT, ref.place, ref.id);
        const char *now = records_renamed(m->records, RENAMED_AGREEMENT, ref.id);
        const char *near = now                ? now
                           : diag_is_sought(d) ? map_nearest(&m->deal_by_id, ref.id)
                                               : NULL;
        if (near)
            diag_hint(d, now ? HINT_WAS_RENAMED : HINT_DID_YOU_MEAN, near);
    }
    return found;
}

static void join_all(struct join *j)
{
    struct model *m = j->m;
    struct deal *deal = ARENA_ARRAY(m->arena, struct deal, j->r->agreement_n);
    m->deal = ARENA_ARRAY(m->arena, const struct deal *, j->r->agreement_n);
    m->deal_n = j->r->agreement_n;
    map_init(&m->deal_by_id, m->arena);
    for (size_t i = 0; i < m->deal_n; i++) {
        deal[i].record = j->r->agreement[i];
        m->deal[i] = &deal[i];
        map_set(&m->deal_by_id, deal[i].record->id, &deal[i]);
    }
    for (size_t i = 0; i < m->deal_n; i++) {
        j->deal = &deal[i];
        join_deal(j);
        deal[i].amends = join_find(m, j->d, deal[i].record->amends);
        deal[i].parent = join_find(m, j->d, deal[i].record->parent);
    }
    instruments_join(m, j->d, deal);
}

/* --- years --- */

static int compare_years(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void join_years(struct model *m)
{
    const struct records *r = m->records;
    m->year = ARENA_ARRAY(m->arena, int, m->deal_n + m->past_n + r->dim_year.n);
    size_t n = 0;
    for (size_t i = 0; i < m->deal_n; i++)
        if (m->deal[i]->year > 0)
            m->year[n++] = m->deal[i]->year;
    for (size_t i = 0; i < m->past_n; i++)
        m->year[n++] = m->past[i].record->year;
    for (size_t i = 0; i < r->dim_year.n; i++)
        m->year[n++] = (int)strtol(r->dim_year.item[i].key, NULL, 10);
    qsort(m->year, n, sizeof *m->year, compare_years);
    for (size_t i = 0; i < n; i++)
        if (m->year_n == 0 || m->year[m->year_n - 1] != m->year[i])
            m->year[m->year_n++] = m->year[i];
    m->last_year = m->year_n ? m->year[m->year_n - 1] : 0;
    for (size_t i = 0; i < r->year_folders; i++)
        if (r->year_folder[i] == m->last_year + 1)
            m->last_year++; /* nothing is signed yet, which is known */
}

struct model *model_build(struct arena *a, struct diags *d, const struct records *r)
{
    struct model *m = ARENA_NEW(a, struct model);
    m->arena = a;
    m->records = r;
    m->rates = rates_index(a, r);
    m->tables = ARENA_NEW(a, struct tables);
    struct join j = {.m = m, .r = r, .d = d};
    join_all(&j);
    figures_schema(m);
    mentions_join(m);
    today_join(m);
    history_join(m, d);
    join_years(m);
    plan_join(m, d);
    check_all(m, d);
    return m;
}

/* --- reading the model --- */

const struct records *model_records(const struct model *m)
{
    return m->records;
}

size_t model_deals(const struct model *m, const struct deal *const **deal)
{
    *deal = m->deal;
    return m->deal_n;
}

const struct deal *model_deal(const struct model *m, const char *id)
{
    return map_get(&m->deal_by_id, id);
}

size_t model_years(const struct model *m, const int **year)
{
    *year = m->year;
    return m->year_n;
}

int model_last_year(const struct model *m)
{
    return m->last_year;
}

bool model_year_is_history(const struct model *m, int year, const struct history **h)
{
    for (size_t i = 0; i < m->past_n; i++)
        if (m->past[i].record->year == year) {
            if (h)
                *h = m->past[i].record;
            return true;
        }
    return false;
}

/* The former name that ended soonest on or after the date, else the present one. */
const struct text *model_partner_text(const struct partner *p, struct date on)
{
    const struct former_name *best = NULL;
    for (size_t i = 0; i < p->former_n; i++) {
        const struct former_name *f = &p->former[i];
        if (date_is_set(on) && date_cmp(on, f->until) <= 0 &&
            (!best || date_cmp(f->until, best->until) < 0))
            best = f;
    }
    return best ? &best->name : &p->name;
}

const char *model_partner_name(const struct model *m, const struct partner *p, struct date on,
                               enum lang lang)
{
    const struct text *name = model_partner_text(p, on);
    const char *s = text_in(name, lang, m->records->site.default_lang, NULL);
    return s ? s : p->id;
}
