/* disclosure.c - what of internal agreements could be worked out from public figures.
 *
 * Every figure is public to the cent, and so is every public agreement, so that readers can take
 * one from the other: what is left is the cash of the internal agreements in that figure.  It may
 * stand only when it is a sum over enough of them, of enough partners (the threshold rule of
 * statistical disclosure control: Hundepool et al., Statistical Disclosure Control, 2012, 4.2).
 * A partner's own figure holds money of one partner alone, and would tell that this partner stands
 * behind an internal agreement: it never may.
 *
 * Figures that are sums or differences of others need no rule of their own: the parts of a whole
 * are figures too (regions, kinds, types ...), save for the groups of lists, which are added here,
 * and new agreements beside addenda, which are groups together.  Counts may tell: internal
 * agreements are counted.
 */
#include "model/model_parts.h"

#include "base/buf.h"

#include <string.h>

enum { MINIMUM_MOST = 9 };

struct told { /* of one agreement: the figures that tell of it */
    VEC(const char *) figure;
};

struct disclosure_check {
    const struct model *m;
    struct arena *a;
    struct told *told;  /* by deal index */
    struct map checked, revealing; /* ids of figures: all, those that tell something */
};

void disclosure_join(struct model *m)
{
    size_t n = m->records->partner_n;
    bool *signs = ARENA_ARRAY(m->arena, bool, n);
    m->partner_public = ARENA_ARRAY(m->arena, bool, n);
    for (size_t i = 0; i < m->deal_n; i++)
        for (size_t k = 0; k < m->deal[i]->partner_n; k++) {
            size_t p = m->deal[i]->partner[k]->index;
            signs[p] = true;
            if (!m->deal[i]->record->internal)
                m->partner_public[p] = true;
        }
    for (size_t p = 0; p < n; p++)
        if (!signs[p])
            m->partner_public[p] = true;
}

bool model_partner_public(const struct model *m, const struct partner *p)
{
    return m->partner_public[p->index];
}

/* --- one figure --- */

/* Distinct things met, as many as matter. */
struct few {
    const void *met[MINIMUM_MOST];
    int n;
};

static void meet(struct few *f, const void *thing, int enough)
{
    for (int i = 0; i < f->n; i++)
        if (f->met[i] == thing)
            return;
    if (f->n < enough)
        f->met[f->n++] = thing;
}

/* Whose money it is: that of ITU goes with the partner of the agreement. */
static const void *giver(const struct trail_item *t)
{
    return t->partner || t->deal->partner_n == 0 ? t->partner : t->deal->partner[0];
}

static bool is_internal(const struct trail_item *t, char group)
{
    return t->deal && t->deal->record->internal && (!group || t->deal->list_group == group);
}

/* Group 0: all that the figure is made of. */
static void check_figure(struct disclosure_check *c, const struct figure *f, char group,
                         const char *id)
{
    int enough = c->m->records->site.disclosure.minimum;
    struct few deals = {.n = 0}, partners = {.n = 0};
    map_set(&c->checked, id, c);
    for (size_t i = 0; i < f->trail_n; i++) {
        if (!is_internal(&f->trail[i], group))
            continue;
        meet(&deals, f->trail[i].deal, enough);
        meet(&partners, giver(&f->trail[i]), enough);
    }
    if (deals.n == 0 || (deals.n >= enough && partners.n >= enough))
        return;
    map_set(&c->revealing, id, c);
    for (size_t i = 0; i < f->trail_n; i++) {
        if (!is_internal(&f->trail[i], group))
            continue;
        struct told *t = &c->told[f->trail[i].deal->record->index];
        if (t->figure.n == 0 || strcmp(t->figure.p[t->figure.n - 1], id) != 0)
            VEC_PUSH(c->a, &t->figure, id);
    }
}

/* A partner who is not named has no figure in public. */
static bool is_public(const struct model *m, const struct figure *f)
{
    struct period p;
    const char *name;
    if (!figures_period(f->id, &p, &name))
        return true;
    size_t slot = figures_slot(m, name);
    return slot < m->schema.partners || m->partner_public[slot - m->schema.partners];
}

/* --- all figures --- */

static const char *group_id(struct arena *a, struct period p, char group)
{
    return arena_printf(a, "%s.groups.%c", model_period_text(a, p), group);
}

static void check_figures(struct disclosure_check *c)
{
    const struct figure *const *figure;
    size_t n = model_figures(c->m, &figure);
    for (size_t i = 0; i < n; i++) {
        const struct figure *f = figure[i];
        if (f->unit != UNIT_USD || !is_public(c->m, f))
            continue;
        check_figure(c, f, 0, f->id);
        size_t len = strlen(f->id), tail = strlen(".contributions.total");
        bool whole = len > tail && strcmp(f->id + len - tail, ".contributions.total") == 0;
        for (char group = 'a'; whole && group <= 'd'; group++)
            check_figure(c, f, group, group_id(c->a, f->period, group));
    }
}

/* Figures that site.yaml lets tell; what names none, or tells nothing, is reported. */
static void allowed_figures(struct disclosure_check *c, struct diags *d, struct map *allowed)
{
    const struct disclosure *rule = &c->m->records->site.disclosure;
    for (size_t i = 0; i < rule->reveal_n; i++) {
        const struct reference *ref = &rule->reveal[i];
        map_set(allowed, ref->id, c);
        if (map_has(&c->revealing, ref->id))
            continue;
        if (map_has(&c->checked, ref->id) || model_figure(c->m, ref->id)) {
            diag_report(d, DIAG_REVEAL_UNNEEDED, ref->place, ref->id);
            continue;
        }
        diag_report(d, DIAG_NO_SUCH_FIGURE, ref->place, ref->id);
        const char *near = map_nearest(&c->checked, ref->id);
        if (near)
            diag_hint(d, "did you mean \"%s\"?", near);
    }
}

static void report_deal(struct disclosure_check *c, struct diags *d, const struct deal *deal,
                        const struct map *allowed)
{
    const struct told *t = &c->told[deal->record->index];
    const char *first = NULL;
    size_t n = 0;
    struct buf list = BUF_INIT;
    for (size_t i = 0; i < t->figure.n; i++) {
        if (map_has(allowed, t->figure.p[i]))
            continue;
        first = first ? first : t->figure.p[i];
        buf_printf(&list, "%s%s", n++ ? ", " : "", t->figure.p[i]);
    }
    if (n > 1)
        first = arena_printf(c->a, "%s and %zu more", first, n - 1);
    if (n) {
        diag_report(d, DIAG_INTERNAL_REVEALED, deal->record->publish_place, deal->record->id,
                    first);
        diag_hint(d, "When all that is public is taken away from these figures, money of fewer "
                     "than %d internal agreements or partners is left: %s.",
                  c->m->records->site.disclosure.minimum, buf_str(&list));
    }
    buf_free(&list);
}

void model_refuse_disclosure(const struct model *m, struct diags *d)
{
    struct disclosure_check c = {.m = m, .a = m->arena};
    struct map allowed;
    c.told = ARENA_ARRAY(c.a, struct told, m->records->agreement_n);
    map_init(&c.checked, c.a);
    map_init(&c.revealing, c.a);
    map_init(&allowed, c.a);
    check_figures(&c);
    allowed_figures(&c, d, &allowed);
    for (size_t i = 0; i < m->deal_n; i++)
        report_deal(&c, d, m->deal[i], &allowed);
}
