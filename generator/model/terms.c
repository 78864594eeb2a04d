/* terms.c - an agreement as its addenda left it: value, end, parties, and what changed when.
 *
 * Addenda apply in the order of their signatures.  Who signs one and is no party yet joins the
 * agreement; who leaves is named.  Money of an addendum stays in its own year: the value here is
 * what all of them come to. */
#include "model/model_parts.h"

struct walk { /* over the addenda of an agreement */
    struct arena *a;
    const struct model *m;
    struct diags *d;          /* NULL: in silence */
    const struct deal *root;
    struct terms *t;
    bool internal;            /* with who may not be named in public */
};

static const char *iso(struct arena *a, struct date d)
{
    char s[16];
    date_format(d, s);
    return arena_strdup(a, s);
}

/* --- parties --- */

static size_t find_party(const struct terms *t, const struct partner *p)
{
    size_t i = 0;
    while (i < t->party_n && t->party[i] != p)
        i++;
    return i;
}

/* Who merged by a day is its successor from then on; to the public, where that one may be named: else
 * that the party is gone would tell of it. */
static const struct partner *party_on(const struct walk *w, const struct partner *p, struct date on)
{
    const struct partner *now = join_successor(w->m->records, p, on);
    return w->internal || model_partner_public(w->m, now) ? now : p;
}

static void follow_mergers(const struct walk *w, struct date on)
{
    size_t n = w->t->party_n;
    w->t->party_n = 0;
    for (size_t i = 0; i < n; i++) {
        const struct partner *p = party_on(w, w->t->party[i], on);
        if (find_party(w->t, p) == w->t->party_n)
            w->t->party[w->t->party_n++] = p;
    }
}

static void join_parties(const struct walk *w, const struct deal *deal, struct change *change)
{
    change->joined = ARENA_ARRAY(w->a, const struct partner *, deal->partner_n);
    for (size_t i = 0; i < deal->partner_n; i++) {
        if (find_party(w->t, deal->partner[i]) < w->t->party_n)
            continue;
        w->t->party[w->t->party_n++] = deal->partner[i];
        change->joined[change->joined_n++] = deal->partner[i];
    }
}

/* Among the parties before an addendum: it, or who it was before it merged; NULL. */
static const struct partner *party_before(const struct walk *w, const struct change *change,
                                          const struct partner *p)
{
    for (size_t i = 0; i < change->joined_n; i++)
        if (change->joined[i] == p)
            return NULL;
    for (size_t i = 0; i < w->t->party_n; i++)
        if (join_successor(w->m->records, w->t->party[i], change->deal->record->signed_on) == p)
            return w->t->party[i];
    return NULL;
}

/* References that name nobody are not in deal->leaving, so that places go by id. */
static struct reference leaving_reference(const struct walk *w, const struct deal *deal,
                                          const struct partner *p)
{
    const struct agreement *g = deal->record;
    for (size_t i = 0; i < g->leaving_n; i++) {
        const struct partner *named = map_get(&w->m->records->partner_by_id, g->leaving[i].id);
        if (named && join_successor(w->m->records, named, g->signed_on) == p)
            return g->leaving[i];
    }
    return (struct reference){p->id, g->place};
}

static void leave_parties(const struct walk *w, const struct deal *deal, struct change *change)
{
    change->left = ARENA_ARRAY(w->a, const struct partner *, deal->leaving_n);
    for (size_t i = 0; i < deal->leaving_n; i++) {
        const struct partner *p = party_before(w, change, deal->leaving[i]);
        struct reference ref = leaving_reference(w, deal, deal->leaving[i]);
        if (!p) {
            if (w->d && w->root->record->partner_n) /* else it could not be read who signed */
                diag_report(w->d, DIAG_LEAVES_NOT_PARTY, ref.place, ref.id, w->root->record->id);
            continue;
        }
        for (size_t k = find_party(w->t, p) + 1; k < w->t->party_n; k++)
            w->t->party[k - 1] = w->t->party[k];
        w->t->party_n--;
        change->left[change->left_n++] = p;
        if (w->d && w->t->party_n == 0 && i + 1 == deal->leaving_n &&
            !date_is_set(deal->record->terminated))
            diag_report(w->d, DIAG_LAST_PARTY_LEAVES, ref.place, w->root->record->id);
    }
}

/* --- dates --- */

static struct date earlier(struct date a, struct date b)
{
    if (!date_is_set(a) || !date_is_set(b))
        return date_is_set(a) ? a : b;
    return date_cmp(a, b) < 0 ? a : b;
}

static void move_dates(const struct walk *w, const struct agreement *g, struct change *change)
{
    struct date over = earlier(w->t->ends, w->t->terminated);
    if (w->d && date_is_set(over) && date_is_set(g->signed_on) && date_cmp(g->signed_on, over) > 0)
        diag_report(w->d, DIAG_AMENDS_ENDED, g->signed_place, iso(w->a, g->signed_on),
                    w->root->record->id, iso(w->a, over));
    if (date_is_set(g->ends) && date_cmp(g->ends, w->t->ends) != 0)
        w->t->ends = change->ends = g->ends;
    change->terminated = g->terminated;
    w->t->terminated = earlier(w->t->terminated, g->terminated);
}

/* --- money --- */

static void add_cash(const struct walk *w, const struct deal *deal)
{
    int64_t before = w->t->cash_cents;
    w->t->cash_cents += deal->cash_cents;
    if (!w->d || w->t->cash_cents >= 0 || w->t->cash_cents >= before)
        return;
    if (!date_is_set(w->root->record->signed_on))
        return; /* it could not be read, nor what it is worth */
    const struct figure value = {.unit = UNIT_USD, .cents = w->t->cash_cents, .known = true};
    struct place place = deal->record->place;
    for (size_t i = 0; i < deal->money_n; i++)
        if (deal->money[i].usd_cents < 0)
            place = deal->money[i].contribution->amount_place;
    diag_report(w->d, DIAG_VALUE_BELOW_ZERO, place, w->root->record->id,
                figure_form(w->a, &value, ""));
}

/* --- all of it --- */

static void apply(const struct walk *w, const struct deal *deal)
{
    struct change *change = &w->t->change[w->t->changes++];
    change->deal = deal;
    follow_mergers(w, deal->record->signed_on);
    join_parties(w, deal, change);
    leave_parties(w, deal, change);
    move_dates(w, deal->record, change);
    add_cash(w, deal);
}

static enum standing standing_of(const struct terms *t, struct date in_force, struct date today)
{
    bool ended = date_is_set(t->ends) && date_cmp(t->ends, today) < 0;
    bool terminated = date_is_set(t->terminated) && date_cmp(t->terminated, today) <= 0;
    if (terminated && !(ended && date_cmp(t->ends, t->terminated) < 0))
        return STANDING_TERMINATED;
    if (ended)
        return STANDING_ENDED;
    return date_cmp(in_force, today) > 0 ? STANDING_COMING : STANDING_ACTIVE;
}

static struct terms *terms_of(struct arena *a, const struct model *m, struct diags *d,
                              const struct deal *root, bool internal)
{
    struct terms *t = ARENA_NEW(a, struct terms);
    const struct walk w = {a, m, d, root, t, internal};
    size_t parties = root->partner_n;
    for (size_t i = 0; i < root->addendum_n; i++)
        parties += root->addendum[i]->partner_n;
    t->party = ARENA_ARRAY(a, const struct partner *, parties);
    t->change = ARENA_ARRAY(a, struct change, root->addendum_n);
    for (size_t i = 0; i < root->partner_n; i++)
        t->party[t->party_n++] = root->partner[i];
    t->ends = root->record->ends;
    t->terminated = root->record->terminated;
    t->cash_cents = root->cash_cents;
    for (size_t i = 0; i < root->addendum_n; i++)
        if (internal || !root->addendum[i]->record->internal)
            apply(&w, root->addendum[i]);
    struct date today = model_today(m);
    follow_mergers(&w, today);
    t->standing = standing_of(t, root->record->in_force, today);
    return t;
}

struct terms *model_terms(struct arena *a, const struct model *m, const struct deal *d,
                          bool internal)
{
    return terms_of(a, m, NULL, d, internal);
}

void terms_check(const struct model *m, struct diags *d, const struct deal *root)
{
    if (root->addendum_n)
        terms_of(m->arena, m, d, root, true);
}
