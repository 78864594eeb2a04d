/* What both issued papers printed, against the records that ship.
 *
 * Every figure of published/ is worked out here a second time, straight from the records by its
 * definition, without the model.  Then records are changed at random: the reconciliation has to find
 * exactly those printed figures that this second computation finds changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "model/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef __int128 wide;

enum { WHOLE = 720720 }; /* shares of an agreement: divisible by all up to 16 */
enum { MANY = 512 };      /* partners */

struct span { /* years */
    int from, until;
};

static struct shipped {
    struct arena *a;
    struct records *r;
    struct tally { /* of partners, by index: worked out once a change, since many figures ask */
        struct span p;
        int64_t cash[MANY];
        bool signs[MANY]; /* a new agreement */
    } tally;
} shipped;

static int setup(void **state)
{
    (void)state;
    shipped.a = arena_new();
    struct diags *d = diags_new(shipped.a);
    shipped.r = records_read(shipped.a, d, "content");
    return diags_failed(d) || !shipped.r->agreement_n || !shipped.r->published_n ||
           shipped.r->partner_n > MANY;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(shipped.a);
    return 0;
}

/* --- figures from records, by their definitions --- */

static bool is_history(int year)
{
    for (size_t i = 0; i < shipped.r->history_n; i++)
        if (shipped.r->history[i].year == year)
            return true;
    return false;
}

static bool within(const struct agreement *g, struct span p)
{
    int year = g->signed_on.year;
    return year >= p.from && year <= p.until && !is_history(year);
}

static bool is_new(const struct agreement *g, struct span p)
{
    return within(g, p) && !g->is_addendum;
}

static int64_t half_away(wide num, wide den)
{
    wide size = num < 0 ? -num : num;
    wide q = (2 * size + den) / (2 * den);
    return (int64_t)(num < 0 ? -q : q);
}

static const struct rate *rate_on(const char *currency, struct date on)
{
    const struct rate *best = NULL;
    for (size_t i = 0; i < shipped.r->rate_n; i++) {
        const struct rate *x = &shipped.r->rate[i];
        if (strcmp(x->currency->code, currency) == 0 && date_cmp(x->from, on) <= 0 &&
            (!best || date_cmp(x->from, best->from) >= 0))
            best = x;
    }
    return best;
}

static int64_t cash(const struct agreement *g, const struct contribution *c)
{
    if (c->in_kind)
        return 0;
    if (c->has_usd)
        return c->usd_cents;
    if (strcmp(c->currency->code, "USD") == 0)
        return c->amount;
    const struct rate *rate = rate_on(c->currency->code, g->signed_on);
    if (!rate)
        return 0; /* an error of the content, which stops the check */
    wide num = (wide)c->amount * 100 * decimal_pow10(rate->units_per_usd.scale);
    return half_away(num, (wide)rate->units_per_usd.mantissa * decimal_pow10(c->currency->digits));
}

/* Who signs: the successor of a partner that had merged by then. */
static const struct partner *signatory(const char *id, struct date on)
{
    const struct partner *p = map_get(&shipped.r->partner_by_id, id);
    while (p && p->merged_into && date_cmp(on, p->merged_on) >= 0)
        p = map_get(&shipped.r->partner_by_id, p->merged_into);
    return p;
}

enum giver { FROM_ANYONE, FROM_ITU };

static int64_t cash_of(const struct agreement *g, enum giver giver)
{
    int64_t sum = 0;
    for (size_t i = 0; i < g->contribution_n; i++)
        if (giver == FROM_ANYONE || strcmp(g->contribution[i].from, "itu") == 0)
            sum += cash(g, &g->contribution[i]);
    return sum;
}

static int64_t cash_in(struct span p, enum giver giver)
{
    int64_t sum = 0;
    for (size_t i = 0; i < shipped.r->agreement_n; i++)
        if (within(shipped.r->agreement[i], p))
            sum += cash_of(shipped.r->agreement[i], giver);
    return sum;
}

static void tally_one(struct tally *t, const struct agreement *g)
{
    for (size_t i = 0; i < g->contribution_n; i++) {
        const struct contribution *c = &g->contribution[i];
        if (strcmp(c->from, "itu") != 0)
            t->cash[signatory(c->from, g->signed_on)->index] += cash(g, c);
    }
    for (size_t i = 0; i < g->partner_n; i++)
        if (is_new(g, t->p))
            t->signs[signatory(g->partner[i].id, g->signed_on)->index] = true;
}

static const struct tally *tally(struct span p)
{
    struct tally *t = &shipped.tally;
    if (t->p.from == p.from && t->p.until == p.until)
        return t;
    *t = (struct tally){.p = p};
    for (size_t i = 0; i < shipped.r->agreement_n; i++)
        if (within(shipped.r->agreement[i], p))
            tally_one(t, shipped.r->agreement[i]);
    return t;
}

static int64_t cash_from(struct span p, const char *id)
{
    const struct partner *one = map_get(&shipped.r->partner_by_id, id);
    assert_non_null(one);
    return tally(p)->cash[one->index];
}

static bool has_membership(const struct partner *p, const char *id)
{
    for (size_t i = 0; i < p->membership_n; i++)
        if (strcmp(p->membership[i]->id, id) == 0)
            return true;
    return false;
}

/* Distinct signatories of new agreements; membership NULL: all. */
static int64_t partners_in(struct span p, bool financial, const char *membership)
{
    const struct tally *t = tally(p);
    int64_t n = 0;
    for (size_t i = 0; i < shipped.r->partner_n; i++)
        n += t->signs[i] && (!financial || t->cash[i] > 0) &&
             (!membership || has_membership(shipped.r->partner[i], membership));
    return n;
}

static int64_t agreements_in(struct span p, bool addenda, bool financial)
{
    int64_t n = 0;
    for (size_t i = 0; i < shipped.r->agreement_n; i++) {
        const struct agreement *g = shipped.r->agreement[i];
        n += within(g, p) && g->is_addendum == addenda && (!financial || cash_of(g, FROM_ANYONE) > 0);
    }
    return n;
}

/* Parts of WHOLE. */
static int64_t share(const struct weight *w, size_t n, const char *id)
{
    int64_t all = 0, own = 0;
    for (size_t i = 0; i < n; i++) {
        all += w[i].weight;
        own += strcmp(w[i].entry->id, id) == 0 ? w[i].weight : 0;
    }
    return all ? half_away((wide)WHOLE * own, all) : 0;
}

static int64_t shares_in(struct span p, bool regions, const char *id)
{
    int64_t sum = 0;
    for (size_t i = 0; i < shipped.r->agreement_n; i++) {
        const struct agreement *g = shipped.r->agreement[i];
        if (is_new(g, p))
            sum += regions ? share(g->region, g->region_n, id)
                           : share(g->priority, g->priority_n, id);
    }
    return half_away((wide)sum * 100, WHOLE);
}

static int64_t initiative_in(struct span p, const char *id)
{
    int64_t n = 0;
    for (size_t i = 0; i < shipped.r->agreement_n; i++) {
        const struct agreement *g = shipped.r->agreement[i];
        for (size_t k = 0; is_new(g, p) && k < g->initiative_n; k++)
            n += strcmp(g->initiative[k]->id, id) == 0;
    }
    return n;
}

/* --- what was printed --- */

static bool begins(const char **s, const char *with)
{
    size_t n = strlen(with);
    bool is = strncmp(*s, with, n) == 0;
    *s += is ? n : 0;
    return is;
}

/* "2015-2018.regions.AFR.count": the years, and what is behind them. */
static struct span span_of(const char **s)
{
    char *end;
    struct span p;
    p.from = p.until = (int)strtol(*s, &end, 10);
    if (*end == '-')
        p.until = (int)strtol(end + 1, &end, 10);
    *s = end + 1;
    return p;
}

static const char *up_to(char *buffer, size_t size, const char *s, const char *end)
{
    const char *at = strstr(s, end);
    assert_non_null(at);
    snprintf(buffer, size, "%.*s", (int)(at - s), s);
    return buffer;
}

/* Counts in hundredths. */
static int64_t count_now(const char *rest, struct span p)
{
    char id[128];
    if (strcmp(rest, "agreements.count") == 0)
        return 100 * agreements_in(p, false, false);
    if (strcmp(rest, "agreements.financial.count") == 0)
        return 100 * agreements_in(p, false, true);
    if (strcmp(rest, "addenda.count") == 0)
        return 100 * agreements_in(p, true, false);
    if (strcmp(rest, "partners.count") == 0)
        return 100 * partners_in(p, false, NULL);
    if (strcmp(rest, "partners.financial.count") == 0)
        return 100 * partners_in(p, true, NULL);
    if (begins(&rest, "partners.membership."))
        return 100 * partners_in(p, false, up_to(id, sizeof id, rest, ".count"));
    if (begins(&rest, "initiatives."))
        return 100 * initiative_in(p, up_to(id, sizeof id, rest, ".count"));
    if (begins(&rest, "regions."))
        return shares_in(p, true, up_to(id, sizeof id, rest, ".count"));
    if (begins(&rest, "priorities."))
        return shares_in(p, false, up_to(id, sizeof id, rest, ".count"));
    fail_msg("say here how %s is counted", rest);
    return 0;
}

static int64_t money_now(const char *rest, struct span p)
{
    char id[128];
    int64_t all = cash_in(p, FROM_ANYONE), itu = cash_in(p, FROM_ITU);
    if (begins(&rest, "contributions.total."))
        return all;
    if (begins(&rest, "contributions.partners."))
        return all - itu;
    if (begins(&rest, "contributions.itu."))
        return itu;
    if (begins(&rest, "partners."))
        return cash_from(p, up_to(id, sizeof id, rest, ".contributions."));
    fail_msg("say here how %s is summed", rest);
    return 0;
}

static bool same(const char *printed, int digits, int64_t now)
{
    struct decimal d;
    int64_t then;
    assert_int_equal(decimal_parse(printed, &d), DECIMAL_OK);
    return decimal_rescale(d, digits, &then) && then == now;
}

static bool figure_holds(const char *id, const char *printed)
{
    const char *rest = id, *form = strrchr(id, '.') + 1;
    struct span p = span_of(&rest);
    if (strcmp(form, "count") == 0)
        return same(printed, 2, count_now(rest, p));
    int64_t cents = money_now(rest, p);
    if (strcmp(form, "millions") == 0)
        return same(printed, 1, half_away(cents, 10000000));
    if (strcmp(form, "millions2") == 0)
        return same(printed, 2, half_away(cents, 1000000));
    assert_string_equal(form, "percent");
    int64_t all = cash_in(p, FROM_ANYONE);
    return all && same(printed, 0, half_away((wide)cents * 100, all));
}

/* "2024.partners, rank 3": how many have more cash, or as much and an earlier id. */
static bool rank_holds(const char *id, const char *printed)
{
    const char *rest = id;
    struct span p = span_of(&rest);
    long rank = strtol(strstr(rest, "rank ") + 5, NULL, 10), before = 0;
    int64_t own = cash_from(p, printed);
    for (size_t i = 0; i < shipped.r->partner_n; i++) {
        const char *other = shipped.r->partner[i]->id;
        int64_t its = cash_from(p, other);
        before += its > own || (its == own && strcmp(other, printed) < 0);
    }
    return own > 0 && before == rank - 1;
}

/* "2015.priorities, count 3 of 9": the third count that is not nothing; of the last one also
 * that nothing follows it. */
static bool place_holds(const char *id, const char *printed)
{
    const struct vocab *v = &shipped.r->vocab[VOCAB_PRIORITIES];
    const char *rest = id;
    struct span p = span_of(&rest);
    assert_true(begins(&rest, "priorities, count "));
    char *end;
    long at = strtol(rest, &end, 10), all = strtol(end + strlen(" of "), NULL, 10), n = 0;
    int64_t unassigned = 100 * agreements_in(p, false, false), found = 0;
    for (size_t i = 0; i < v->n; i++) {
        int64_t count = shares_in(p, false, v->entry[i].id);
        unassigned -= count;
        n += count != 0;
        found = count && n == at ? count : found;
    }
    n += unassigned != 0;
    found = unassigned && n == at ? unassigned : found;
    return same(printed, 2, found) && (at < all || n == all);
}

static bool holds(const struct reconciled *r)
{
    const char *then = r->revised ? r->revised : r->then;
    if (strstr(r->id, ", rank "))
        return rank_holds(r->id, then);
    if (strstr(r->id, ", count "))
        return place_holds(r->id, then);
    return figure_holds(r->id, then);
}

/* --- changes at random, the same in each run --- */

struct dice {
    uint64_t state;
};

/* Knuth, TAOCP 2, 3.3.4: multiplier of line 26; the upper half is used. */
static size_t roll(struct dice *d, size_t sides)
{
    d->state = d->state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(d->state >> 33) % sides;
}

enum alteration { CHANGE_AMOUNT, CHANGE_REGION, CHANGE_DATE, CHANGE_KIND, CHANGE_PARTNER,
              CHANGE_PRIORITY, CHANGE_FORM, CHANGES };

static bool change_amount(struct dice *d, struct agreement *g)
{
    static const int64_t by[] = {1, 100, 1000000, 100000000};
    if (!g->contribution_n)
        return false;
    struct contribution *c = &g->contribution[roll(d, g->contribution_n)];
    int64_t step = by[roll(d, sizeof by / sizeof *by)];
    int64_t *amount = c->has_usd ? &c->usd_cents : &c->amount;
    *amount = roll(d, 2) && (g->is_addendum || *amount > step) ? *amount - step : *amount + step;
    return true;
}

static int by_entry(const void *a, const void *b)
{
    const struct weight *x = a, *y = b;
    return (x->entry->index > y->entry->index) - (x->entry->index < y->entry->index);
}

/* One entry in the place of another one, of the same scheme. */
static bool change_entry(struct dice *d, struct weight *w, size_t n, const struct vocab *v)
{
    const struct entry *other = &v->entry[roll(d, v->n)];
    if (!n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (w[i].entry == other || w[i].entry->scheme != other->scheme)
            return false;
    w[roll(d, n)].entry = other;
    qsort(w, n, sizeof *w, by_entry);
    return true;
}

static bool change_date(struct dice *d, struct agreement *g)
{
    bool both = date_cmp(g->signed_on, g->in_force) == 0;
    g->signed_on.year += (int)roll(d, 5) - 2;
    g->signed_on.month = 1 + (int)roll(d, 12);
    g->signed_on.day = 1 + (int)roll(d, 28);
    if (both)
        g->in_force = g->signed_on;
    return true;
}

static bool change_kind(struct dice *d, struct agreement *g)
{
    const struct vocab *v = &shipped.r->vocab[VOCAB_KINDS];
    const struct entry *kind = &v->entry[roll(d, v->n)];
    if (kind == g->kind)
        return false;
    g->kind = kind;
    g->is_addendum = strcmp(kind->id, "addendum") == 0 || strcmp(kind->id, "amendment") == 0;
    if (!g->is_addendum)
        g->amends.id = NULL;
    else if (!g->amends.id)
        g->amends.id = shipped.r->agreement[0]->id;
    return true;
}

static bool change_partner(struct dice *d, struct agreement *g)
{
    const struct partner *other = shipped.r->partner[roll(d, shipped.r->partner_n)];
    size_t at = roll(d, g->partner_n);
    const char *old = g->partner[at].id;
    for (size_t i = 0; i < g->partner_n; i++)
        if (signatory(g->partner[i].id, g->signed_on) == signatory(other->id, g->signed_on))
            return false;
    g->partner[at].id = other->id;
    for (size_t i = 0; i < g->contribution_n; i++)
        if (strcmp(g->contribution[i].from, old) == 0)
            g->contribution[i].from = other->id;
    return true;
}

static bool change_form(struct dice *d, struct agreement *g)
{
    if (!g->contribution_n)
        return false;
    struct contribution *c = &g->contribution[roll(d, g->contribution_n)];
    c->in_kind = !c->in_kind;
    return true;
}

static bool change(struct dice *d, struct agreement *g, enum alteration what)
{
    const struct vocab *v = shipped.r->vocab;
    switch (what) {
    case CHANGE_AMOUNT: return change_amount(d, g);
    case CHANGE_REGION: return change_entry(d, g->region, g->region_n, &v[VOCAB_REGIONS]);
    case CHANGE_DATE: return change_date(d, g);
    case CHANGE_KIND: return change_kind(d, g);
    case CHANGE_PARTNER: return change_partner(d, g);
    case CHANGE_PRIORITY:
        return change_entry(d, g->priority, g->priority_n, &v[VOCAB_PRIORITIES]);
    case CHANGE_FORM: return change_form(d, g);
    case CHANGES: break;
    }
    return false;
}

static void *copy(struct arena *a, const void *from, size_t n, size_t size)
{
    void *to = arena_alloc(a, n * size + 1);
    if (n)
        memcpy(to, from, n * size);
    return to;
}

/* So that the lists of a record can be written to and thrown away. */
static void own_lists(struct arena *a, struct agreement *g)
{
    g->contribution = copy(a, g->contribution, g->contribution_n, sizeof *g->contribution);
    g->region = copy(a, g->region, g->region_n, sizeof *g->region);
    g->priority = copy(a, g->priority, g->priority_n, sizeof *g->priority);
    g->partner = copy(a, g->partner, g->partner_n, sizeof *g->partner);
}

enum outcome { REFUSED, NOTICED, UNCHANGED };

/* Each figure is held where the second computation holds it, and nowhere else; drift is reported
 * exactly when one is not. */
static enum outcome reconcile(struct arena *a, const char *what)
{
    struct diags *built = diags_new(a), *drift = diags_new(a);
    const struct model *m = model_build(a, built, shipped.r);
    size_t lost = 0;
    shipped.tally = (struct tally){0};
    if (diags_failed(built))
        return REFUSED; /* accord check ends with an error of the record itself */
    model_reconcile(m, drift);
    for (size_t i = 0; i < shipped.r->published_n; i++) {
        const struct reconciled *r;
        size_t n = model_reconciled(a, m, &shipped.r->published[i], &r);
        for (; n > 0; n--, r++) {
            bool held = holds(r);
            lost += !held;
            if (held != r->held)
                fail_msg("%s: %s, printed as %s, is %s, but taken as %s", what, r->id, r->then,
                         held ? "held" : "changed", r->held ? "held" : "changed");
        }
    }
    size_t told = diags_count(drift, SEVERITY_WARNING) + diags_count(drift, SEVERITY_ERROR);
    if ((lost > 0) != (told > 0))
        fail_msg("%s changes %zu printed figures, and %zu messages tell", what, lost, told);
    return lost ? NOTICED : UNCHANGED;
}

static enum outcome try(struct dice *d, struct agreement *g, enum alteration what, bool *made)
{
    struct arena *a = arena_new();
    struct agreement before = *g;
    enum outcome outcome = UNCHANGED;
    own_lists(a, g);
    *made = change(d, g, what);
    if (*made)
        outcome = reconcile(a, arena_printf(a, "change %d of %s", (int)what, g->id));
    *g = before;
    arena_free(a);
    return outcome;
}

/* --- tests --- */

static void every_printed_figure_is_held(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_int_equal(reconcile(a, "nothing"), UNCHANGED);
    arena_free(a);
}

static void changes_are_noticed_or_change_no_printed_figure(void **state)
{
    (void)state;
    struct dice d = {20190403};
    size_t outcomes[CHANGES][3] = {{0}}, sums[3] = {0};
    for (size_t i = 0; i < shipped.r->agreement_n; i++)
        for (int k = 0; k < 3; k++) {
            enum alteration what = (enum alteration)roll(&d, CHANGES);
            bool made;
            enum outcome outcome = try(&d, shipped.r->agreement[i], what, &made);
            outcomes[what][outcome] += made;
            sums[outcome] += made;
        }
    for (int what = 0; what < CHANGES; what++) {
        print_message("change %d: %zu refused, %zu noticed, %zu change nothing printed\n", what,
                      outcomes[what][REFUSED], outcomes[what][NOTICED],
                      outcomes[what][UNCHANGED]);
        assert_true(outcomes[what][NOTICED] > 10);
    }
    assert_true(sums[NOTICED] + sums[UNCHANGED] > 500);
    assert_true(sums[UNCHANGED] > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_printed_figure_is_held),
        cmocka_unit_test(changes_are_noticed_or_change_no_printed_figure),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
