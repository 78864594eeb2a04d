/* disclosure.c - what of internal agreements could be worked out from public figures.
 *
 * Every figure is public to the cent, and so is every public agreement, so that readers can take
 * one from the other: what is left is the cash of the internal agreements in that figure.  It may
 * stand only when it is a sum over enough of them, of enough partners (the threshold rule of
 * statistical disclosure control: Hundepool et al., Statistical Disclosure Control, 2012, 4.2).
 * A partner's own figure holds money of one partner alone, and would tell that this partner stands
 * behind an internal agreement: it never may.
 *
 * Figures may also be taken from one another: of the money in a kind, that in a region, and so
 * on.  What is left of any sum or difference of figures may be neither the money of one internal
 * agreement nor that of one partner in them (row_space.c finds all of these, not only those of
 * two).  Parts of a whole are figures, save for the groups of lists, which are added here; new
 * agreements beside addenda are groups together.  Counts may tell: internal agreements are counted.
 */
#include "model/model_parts.h"

#include "base/buf.h"
#include "model/row_space.h"

#include <string.h>

enum { MINIMUM_MOST = 9 };

struct told { /* of one agreement: the figures that tell of it, each by itself or together */
    VEC(const char *) figure;
    const char **together;
    size_t together_n;
    size_t first; /* number of its first contribution among those of internal agreements */
};

struct form { /* a figure that internal money is in, or what a group has of it */
    const struct figure *figure;
    char group;
    const char *id;
};

struct disclosure_check {
    const struct model *m;
    struct arena *a;
    struct told *told;  /* by deal index */
    VEC(struct form) form;
    size_t unknowns;    /* contributions of internal agreements */
    struct map checked, revealing; /* ids of figures: all, those that tell something */
    struct map allowed; /* those that site.yaml lets tell */
};

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
static const void *giver(const struct model *m, const struct trail_item *t)
{
    const struct partner *p = t->partner;
    if (!p && t->deal->partner_n)
        p = t->deal->partner[0];
    return p ? model_counted_as(m, p) : NULL;
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
        meet(&partners, giver(c->m, &f->trail[i]), enough);
    }
    if (deals.n > 0)
        VEC_PUSH(c->a, &c->form, ((struct form){f, group, id}));
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

/* --- figures together --- */

/* What part of a contribution is in a figure: that of a region or priority, or all of it. */
static uint64_t share(const struct model *m, size_t slot, const struct deal *deal)
{
    const struct schema *s = &m->schema;
    bool region = slot >= s->regions && slot < s->priorities;
    if (!region && (slot < s->priorities || slot >= s->types))
        return 1;
    const struct portion *p = region ? deal->region : deal->priority;
    const struct vocab *v = &m->records->vocab[region ? VOCAB_REGIONS : VOCAB_PRIORITIES];
    size_t entry = (slot - (region ? s->regions : s->priorities)) / PARTS;
    while ((p->entry ? p->entry->index : v->n) != entry)
        p++;
    return row_space_share(p->num, p->den);
}

/* Ranges that are sums of their years say nothing new; figures that are refused by themselves are
 * not there once that is mended. */
static void add_form(const struct disclosure_check *c, struct row_space *space, uint64_t *row,
                     size_t number)
{
    const struct form *form = &c->form.p[number];
    const struct figure *f = form->figure;
    struct period p;
    const char *name;
    if (!figures_period(f->id, &p, &name) ||
        (map_has(&c->revealing, form->id) && !map_has(&c->allowed, form->id)))
        return;
    size_t slot = figures_slot(c->m, name);
    if (p.from < p.until &&
        (slot >= c->m->schema.partners || c->m->schema.slot[slot].additive))
        return;
    memset(row, 0, c->unknowns * sizeof *row);
    for (size_t i = 0; i < f->trail_n; i++) {
        const struct trail_item *t = &f->trail[i];
        if (is_internal(t, form->group))
            row[c->told[t->deal->record->index].first + (size_t)(t->money - t->deal->money)] =
                share(c->m, slot, t->deal);
    }
    row_space_add(space, row, number);
}

static void number_unknowns(struct disclosure_check *c)
{
    for (size_t i = 0; i < c->m->deal_n; i++) {
        const struct deal *deal = c->m->deal[i];
        c->told[deal->record->index].first = c->unknowns;
        if (deal->record->internal)
            c->unknowns += deal->money_n;
    }
}

/* Contributions of one internal agreement, or of one partner in all of those that no figure tells
 * of by itself; told is who to say it to. */
static void tell_together(struct disclosure_check *c, struct row_space *space, const size_t *unknown,
                          size_t n, struct told *told)
{
    const size_t *form;
    size_t forms = row_space_tells(space, unknown, n, &form);
    if (forms == 0 || told->together_n)
        return;
    told->together = ARENA_ARRAY(c->a, const char *, forms);
    told->together_n = forms;
    for (size_t i = 0; i < forms; i++) {
        told->together[i] = c->form.p[form[i]].id;
        map_set(&c->revealing, told->together[i], c);
    }
}

static bool hidden(const struct disclosure_check *c, const struct deal *deal)
{
    const struct told *t = &c->told[deal->record->index];
    return deal->record->internal && t->figure.n == 0 && t->together_n == 0;
}

static void check_deal(struct disclosure_check *c, struct row_space *space,
                       const struct deal *deal, size_t *unknown)
{
    struct told *told = &c->told[deal->record->index];
    for (size_t i = 0; i < deal->money_n; i++)
        unknown[i] = told->first + i;
    tell_together(c, space, unknown, deal->money_n, told);
}

static void check_partner(struct disclosure_check *c, struct row_space *space,
                          const struct partner *p, size_t *unknown)
{
    struct told *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < c->m->deal_n; i++) {
        const struct deal *deal = c->m->deal[i];
        struct told *told = &c->told[deal->record->index];
        for (size_t k = 0; hidden(c, deal) && k < deal->money_n; k++) {
            struct trail_item item = {.deal = deal, .partner = deal->money[k].from};
            if (giver(c->m, &item) != p)
                continue;
            first = first ? first : told;
            unknown[n++] = told->first + k;
        }
    }
    if (first)
        tell_together(c, space, unknown, n, first);
}

static void check_together(struct disclosure_check *c)
{
    number_unknowns(c);
    if (c->m->records->site.disclosure.minimum < 2 || c->unknowns == 0 || c->form.n == 0)
        return;
    struct row_space *space = row_space_new(c->a, c->unknowns, c->form.n);
    uint64_t *row = ARENA_ARRAY(c->a, uint64_t, c->unknowns);
    size_t *unknown = ARENA_ARRAY(c->a, size_t, c->unknowns);
    for (size_t i = 0; i < c->form.n; i++)
        add_form(c, space, row, i);
    for (size_t i = 0; i < c->m->deal_n; i++)
        if (hidden(c, c->m->deal[i]))
            check_deal(c, space, c->m->deal[i], unknown);
    for (size_t i = 0; i < c->m->records->partner_n; i++)
        check_partner(c, space, c->m->records->partner[i], unknown);
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
        if (f->unit != UNIT_USD || !model_figure_public(c->m, f))
            continue;
        check_figure(c, f, 0, f->id);
        size_t len = strlen(f->id), tail = strlen(".contributions.total");
        bool whole = len > tail && strcmp(f->id + len - tail, ".contributions.total") == 0;
        for (char group = 'a'; whole && group <= 'd'; group++)
            check_figure(c, f, group, group_id(c->a, f->period, group));
    }
}

/* Figures that site.yaml lets tell; what names none, or tells nothing, is reported. */
static void check_allowed(struct disclosure_check *c, struct diags *d)
{
    const struct disclosure *rule = &c->m->records->site.disclosure;
    for (size_t i = 0; i < rule->reveal_n; i++) {
        const struct reference *ref = &rule->reveal[i];
        if (map_has(&c->revealing, ref->id))
            continue;
        if (map_has(&c->checked, ref->id) || model_figure(c->m, ref->id)) {
            diag_report(d, DIAG_REVEAL_UNNEEDED, ref->place, ref->id);
            continue;
        }
        diag_report(d, DIAG_NO_SUCH_FIGURE, ref->place, ref->id);
        const char *near = diag_is_told(d) ? map_nearest(&c->checked, ref->id) : NULL;
        if (near)
            diag_hint(d, HINT_DID_YOU_MEAN, near);
        else
            diag_hint(d, HINT_SAID, phrase_mark(PHRASE_FIGURES_LISTS));
    }
}

static void report_deal(struct disclosure_check *c, struct diags *d, const struct deal *deal)
{
    const struct told *t = &c->told[deal->record->index];
    const char *first = NULL;
    size_t n = 0;
    struct buf list = BUF_INIT;
    for (size_t i = 0; i < t->figure.n; i++) {
        if (map_has(&c->allowed, t->figure.p[i]))
            continue;
        first = first ? first : t->figure.p[i];
        buf_printf(&list, "%s%s", n++ ? ", " : "", t->figure.p[i]);
    }
    if (n > 1)
        first = phrase_filled(c->a, PHRASE_AND_MORE, first, arena_printf(c->a, "%zu", n - 1));
    if (n) {
        diag_report(d, DIAG_INTERNAL_REVEALED, deal->record->publish_place, deal->record->id,
                    first);
        diag_hint(d, HINT_REVEALED_BY_REST,
                  arena_printf(c->a, "%d", c->m->records->site.disclosure.minimum),
                  buf_str(&list));
    }
    buf_free(&list);
}

/* Unless site.yaml lets all of these figures tell. */
static void report_together(struct disclosure_check *c, struct diags *d, const struct deal *deal)
{
    const struct told *t = &c->told[deal->record->index];
    size_t n = 0;
    struct buf list = BUF_INIT;
    for (size_t i = 0; i < t->together_n; i++) {
        n += !map_has(&c->allowed, t->together[i]);
        buf_printf(&list, "%s%s", i ? ", " : "", t->together[i]);
    }
    if (n) {
        diag_report(d, DIAG_INTERNAL_REVEALED, deal->record->publish_place, deal->record->id,
                    phrase_filled(c->a, PHRASE_TOGETHER_WITH, t->together[0],
                                 t->together_n == 2 ? t->together[1]
                                                    : phrase_mark(PHRASE_OTHERS)));
        diag_hint(d, HINT_REVEALED_TOGETHER, buf_str(&list));
    }
    buf_free(&list);
}

void model_refuse_disclosure(const struct model *m, struct diags *d)
{
    struct disclosure_check c = {.m = m, .a = m->arena};
    const struct disclosure *rule = &m->records->site.disclosure;
    c.told = ARENA_ARRAY(c.a, struct told, m->records->agreement_n);
    map_init(&c.checked, c.a);
    map_init(&c.revealing, c.a);
    map_init(&c.allowed, c.a);
    for (size_t i = 0; i < rule->reveal_n; i++)
        map_set(&c.allowed, rule->reveal[i].id, &c);
    check_figures(&c);
    check_together(&c);
    check_allowed(&c, d);
    for (size_t i = 0; i < m->deal_n; i++) {
        report_deal(&c, d, m->deal[i]);
        report_together(&c, d, m->deal[i]);
    }
}
