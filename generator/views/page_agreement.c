#include "views/views_room.h"

#include <string.h>

static bool may_name(const struct views *v, const struct deal *d)
{
    return v->internal || !d->record->internal;
}

static void fact_date(struct arena *a, const struct views *v, struct view_section *s,
                      const char *word, struct date d)
{
    if (date_is_set(d))
        pages_fact(a, s, views_word(v, word, NULL), 1)->text = views_date(v, d);
}

/* A list of weighted entries; the share is told where shares are unequal. */
static void fact_weights(struct arena *a, const struct views *v, struct view_section *s,
                         const char *name, const char *folder, const struct weight *w, size_t n)
{
    struct view_cell *c = pages_fact(a, s, name, n ? n : 1);
    int64_t sum = 0;
    bool equal = true;
    if (n == 0)
        c->text = views_word(v, "unassigned", NULL);
    for (size_t i = 0; i < n; i++) {
        sum += w[i].weight;
        equal = equal && w[i].weight == w[0].weight;
    }
    for (size_t i = 0; i < n; i++) {
        c[i] = tables_entry_cell(a, v, folder, w[i].entry);
        struct rational *share = rational_new(a, w[i].weight * 100, sum ? sum : 1);
        if (!equal)
            c[i].text = format_word2(v, "name_with_share", "name", c[i].text, "share",
                                     locale_percent(a, v->locale, view_figure_count(a, share)));
    }
}

static void fact_partners(struct arena *a, const struct views *v, struct view_section *s,
                          const char *word, const struct partner *const *p, size_t n,
                          struct date on)
{
    struct view_cell *c = pages_fact(a, s, views_word(v, word, NULL), n ? n : 1);
    c[0].text = views_word(v, "none", NULL);
    for (size_t i = 0; i < n; i++)
        c[i] = tables_partner_cell(v, p[i], on);
}

/* Addenda to an addendum; those to an agreement are its history. */
static void fact_addenda(struct arena *a, const struct views *v, struct view_section *s,
                         const struct deal *d)
{
    VEC(const struct deal *) found = {0};
    for (size_t i = 0; d->root != d && i < d->root->addendum_n; i++) {
        const struct deal *other = d->root->addendum[i];
        if (other->amends == d && may_name(v, other))
            VEC_PUSH(a, &found, other);
    }
    if (found.n == 0)
        return;
    struct view_cell *c = pages_fact(a, s, views_word(v, "amended_by", NULL), found.n);
    for (size_t i = 0; i < found.n; i++)
        c[i] = tables_deal_cell(v, found.p[i]);
}

static void fact_codes(struct arena *a, const struct views *v, struct view_section *s,
                       const struct agreement *r)
{
    if (r->country_n) {
        struct view_cell *c =
            pages_fact(a, s, views_word(v, "countries", NULL), r->country_n);
        for (size_t i = 0; i < r->country_n; i++)
            c[i].text = format_country(v, r->country[i]);
    }
    if (r->initiative_n) {
        struct view_cell *c =
            pages_fact(a, s, views_word(v, "initiatives", NULL), r->initiative_n);
        for (size_t i = 0; i < r->initiative_n; i++) {
            c[i].text = views_label(v, r->initiative[i]);
            c[i].sample = r->initiative[i]->sample;
        }
    }
    if (r->sdg_n) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "sdgs", NULL), r->sdg_n);
        for (size_t i = 0; i < r->sdg_n; i++)
            c[i].text = format_sdg(v, r->sdg[i]);
    }
    if (r->link_n) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "links", NULL), r->link_n);
        for (size_t i = 0; i < r->link_n; i++) {
            c[i].text = views_text(v, &r->link[i].label, &c[i].lang);
            c[i].url = r->link[i].url;
            if (!c[i].text)
                c[i].text = r->link[i].url;
        }
    }
}

/* What an addendum changes: the agreement, and the addendum to it that it names. */
static void fact_amends(struct arena *a, const struct views *v, struct view_section *s,
                        const struct deal *d)
{
    if (d->amends && may_name(v, d->amends))
        *pages_fact(a, s, views_word(v, "amends", NULL), 1) = tables_deal_cell(v, d->amends);
    if (d->root != d && d->root != d->amends && may_name(v, d->root))
        *pages_fact(a, s, views_word(v, "original_agreement", NULL), 1) =
            tables_deal_cell(v, d->root);
}

static void fact_parties(struct arena *a, const struct views *v, struct view_section *s,
                         const struct deal *d)
{
    const struct change *c = changes_of(a, v, d);
    struct date on = d->record->signed_on;
    if (c && c->joined_n)
        fact_partners(a, v, s, "party_joins", c->joined, c->joined_n, on);
    if (c && c->left_n)
        fact_partners(a, v, s, "party_leaves", c->left, c->left_n, on);
    else if (!c && d->leaving_n)
        fact_partners(a, v, s, "party_leaves", d->leaving, d->leaving_n, on);
}

/* As addenda moved it, with the one that was signed. */
static void fact_end(struct arena *a, const struct views *v, struct view_section *s,
                     const struct deal *d, const struct terms *t)
{
    struct date first = d->record->ends;
    if (!t || date_cmp(t->ends, first) == 0) {
        fact_date(a, v, s, t ? "date_end" : "date_end_new", first);
        return;
    }
    struct view_cell *c =
        pages_fact(a, s, views_word(v, "date_end", NULL), date_is_set(first) ? 2 : 1);
    c[0].text = views_date(v, t->ends);
    if (date_is_set(first))
        c[1].text = format_word1(v, "date_end_signed", "date", views_date(v, first));
}

static bool parties_changed(const struct deal *d, const struct terms *t)
{
    if (d->partner_n != t->party_n)
        return true;
    for (size_t i = 0; i < d->partner_n; i++)
        if (d->partner[i] != t->party[i])
            return true;
    return false;
}

static void facts(struct arena *a, const struct views *v, const struct deal *d,
                  const struct terms *terms, struct view_page *page)
{
    const struct agreement *r = d->record;
    struct view_section *s = pages_section(a, page, SECTION_FACTS, "facts", NULL);
    pages_fact(a, s, views_word(v, "agreement_id", NULL), 1)->text = r->id;
    if (r->kind)
        *pages_fact(a, s, views_word(v, "agreement_kind", NULL), 1) =
            tables_entry_cell(a, v, "kinds", r->kind);
    fact_amends(a, v, s, d);
    fact_partners(a, v, s, "partners", d->partner, d->partner_n, r->signed_on);
    if (terms && parties_changed(d, terms))
        fact_partners(a, v, s, "parties_now", terms->party, terms->party_n, (struct date){0});
    if (terms)
        pages_fact(a, s, views_word(v, "standing", NULL), 1)->text = changes_standing_on(v, terms);
    fact_date(a, v, s, "date_signature", r->signed_on);
    fact_date(a, v, s, "date_force", r->in_force);
    fact_end(a, v, s, d, terms);
    fact_date(a, v, s, "date_terminated", terms ? terms->terminated : r->terminated);
    if (!terms)
        fact_parties(a, v, s, d);
    const char *scheme = r->priority_n ? charts_former_scheme(v, r->priority[0].entry) : NULL;
    fact_weights(a, v, s, views_word(v, "beneficiary_regions", NULL), "regions", r->region,
                 r->region_n);
    fact_weights(a, v, s, scheme ? scheme : views_word(v, "priorities", NULL), "priorities",
                 r->priority, r->priority_n);
    fact_codes(a, v, s, r);
    if (d->parent && may_name(v, d->parent))
        *pages_fact(a, s, views_word(v, "parent_agreement", NULL), 1) =
            tables_deal_cell(v, d->parent);
    fact_addenda(a, v, s, d);
    for (size_t i = 0; i < v->rec->opportunity_n; i++) {
        const struct opportunity *o = &v->rec->opportunity[i];
        if (o->taken_by.id && strcmp(o->taken_by.id, r->id) == 0)
            *pages_fact(a, s, views_word(v, "opportunity_package", NULL), 1) =
                page_opportunity_cell(a, v, o);
    }
}

static const char *rate_text(struct arena *a, const struct views *v, const struct money *m)
{
    if (m->contribution->has_usd)
        return views_word(v, "contribution_usd_recorded", NULL);
    if (!m->rate)
        return "";
    struct value *args = value_map(a);
    const char *units =
        decimal_text(a, m->rate->units_per_usd.mantissa, m->rate->units_per_usd.scale);
    value_set_string(args, "units", locale_number(a, v->locale, units));
    value_set_string(args, "currency", m->rate->currency->code);
    value_set_string(args, "date", views_date(v, m->rate->from));
    return views_word(v, "contribution_rate", args);
}

static void contribution_row(struct arena *a, const struct views *v, const struct deal *d,
                             const struct money *m, struct view_table *t)
{
    struct view_row *row = tables_row(a, t);
    const struct contribution *c = m->contribution;
    row->cell[0] = m->from ? tables_partner_cell(v, m->from, d->record->signed_on)
                           : (struct view_cell){.text = views_word(v, "itu", NULL)};
    row->cell[1].text = views_word(v, c->in_kind ? "in_kind" : "in_cash", NULL);
    row->cell[2].text = views_money(v, c->amount, c->currency);
    row->cell[2].sort = decimal_text(a, c->amount, c->currency->digits);
    tables_put_usd(a, v, m->usd_cents, &row->cell[3]);
    row->cell[4].text = rate_text(a, v, m);
    row->cell[4].sample = m->rate && m->rate->sample;
}

static void contributions(struct arena *a, const struct views *v, const struct deal *d,
                          struct view_page *page)
{
    struct view_table *t =
        tables_new(a, "contributions", views_word(v, "contributions", NULL), 5);
    tables_column(t, 0, "from", views_word(v, "contribution_from", NULL), NULL, false);
    tables_column(t, 1, "form", views_word(v, "contribution_form", NULL), NULL, false);
    tables_column(t, 2, "amount", views_word(v, "contribution_amount", NULL), NULL, true);
    tables_column(t, 3, "usd", views_word(v, "contribution_usd", NULL), NULL, true);
    tables_column(t, 4, "rate", views_word(v, "column_conversion", NULL), NULL, false);
    t->empty = views_word(v, "contributions_none", NULL);
    bool in_kind = false;
    for (size_t i = 0; i < d->money_n; i++) {
        contribution_row(a, v, d, &d->money[i], t);
        in_kind = in_kind || d->money[i].contribution->in_kind;
    }
    if (d->money_n > 1) {
        struct view_row *sum = tables_row(a, t);
        sum->sum = true;
        sum->cell[0].text = views_word(v, "total", NULL);
        sum->cell[1].text = views_word(v, "in_cash", NULL);
        tables_put_usd(a, v, d->cash_cents, &sum->cell[3]);
    }
    if (in_kind)
        t->note = views_word(v, "rule_in_kind", NULL);
    t->sample = d->record->sample;
    pages_table(a, page, views_word(v, "contributions", NULL), t);
}

/* The part of a figure that this agreement makes, summed over the figure's trail. */
static bool part_of(struct arena *a, const struct views *v, const struct figure *f,
                    const struct deal *d, struct view_cell *cell)
{
    int64_t cents = 0;
    const struct trail_item *step;
    size_t n = figure_steps(f, d, &step);
    if (n == 0)
        return false;
    struct rational *count = rational_new(a, 0, 1);
    for (size_t i = 0; i < n; i++)
        if (f->unit == UNIT_USD)
            cents += step[i].cents;
        else
            rational_add_fraction(count, step[i].num, step[i].den);
    if (f->unit == UNIT_USD) {
        tables_put_usd(a, v, cents, cell);
        return true;
    }
    tables_put_number(a, v, view_figure_count(a, count), cell);
    return true;
}

static void count_row(struct arena *a, const struct views *v, const struct deal *d,
                      struct view_table *t, const struct figure *f)
{
    struct view_cell part = {.text = ""};
    if (!f || !part_of(a, v, f, d, &part))
        return;
    struct view_row *row = tables_row(a, t);
    row->cell[0].text = view_figure_label(v, f);
    row->cell[0].page = arena_join(a, "figures/", f->id);
    row->cell[1] = part;
    row->cell[2] = tables_figure_cell(a, v, f, "");
    row->cell[2].page = NULL;
}

static void counted_in(struct arena *a, const struct views *v, const struct deal *d,
                       struct view_page *page)
{
    static const char *const whole[] = {"agreements.count", "agreements.financial.count",
                                        "addenda.count", "contributions.total",
                                        "contributions.partners", "contributions.itu"};
    struct period p = {d->year, d->year};
    struct view_table *t = tables_new(a, "counted-in", views_word(v, "counted_in", NULL), 3);
    tables_column(t, 0, "figure", views_word(v, "figure", NULL), NULL, false);
    tables_column(t, 1, "part", views_word(v, "figure_share_column", NULL), NULL, true);
    tables_column(t, 2, "value", views_word(v, "figure_value", NULL), NULL, true);
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        count_row(a, v, d, t, view_figure_get(v, p, "%s", whole[i]));
    if (d->record->kind) {
        const char *id = d->record->kind->id;
        count_row(a, v, d, t, view_figure_get(v, p, "kinds.%s.count", id));
        count_row(a, v, d, t, view_figure_get(v, p, "kinds.%s.contributions", id));
    }
    for (size_t i = 0; i < d->partner_n; i++)
        if (v->named[d->partner[i]->index])
            count_row(a, v, d, t,
                      view_figure_get(v, p, "partners.%s.contributions", d->partner[i]->id));
    for (size_t i = 0; i < d->record->region_n; i++) {
        const char *id = d->record->region[i].entry->id;
        count_row(a, v, d, t, view_figure_get(v, p, "regions.%s.count", id));
        count_row(a, v, d, t, view_figure_get(v, p, "regions.%s.contributions", id));
    }
    for (size_t i = 0; i < d->record->priority_n; i++) {
        const char *id = d->record->priority[i].entry->id;
        count_row(a, v, d, t, view_figure_get(v, p, "priorities.%s.count", id));
        count_row(a, v, d, t, view_figure_get(v, p, "priorities.%s.contributions", id));
    }
    for (size_t i = 0; i < d->record->initiative_n; i++)
        count_row(a, v, d, t, view_figure_get(v, p, "initiatives.%s.count",
                                              d->record->initiative[i]->id));
    if (t->rows == 0)
        return;
    t->sample = d->record->sample;
    pages_table(a, page, views_word(v, "counted_in", NULL), t);
}

static bool tells_of(const struct views *v, const struct story *s, const void *about)
{
    const struct deal *d = about;
    (void)v;
    for (size_t i = 0; i < s->agreement_n; i++)
        if (strcmp(s->agreement[i].id, d->record->id) == 0)
            return true;
    return false;
}

void page_agreement(struct arena *a, const struct views *v, const struct deal *d,
                    struct view_page *page)
{
    const struct agreement *r = d->record;
    page->kind = "agreement";
    page->title = views_text(v, &r->title, &page->title_lang);
    if (!page->title)
        page->title = r->id;
    page->description = page->title;
    page->sample = page->record_sample = r->sample;
    const struct terms *terms =
        r->is_addendum ? NULL : model_terms(a, v->model, d, v->internal);
    facts(a, v, d, terms, page);
    pages_markdown(a, v, page, "objective", views_word(v, "objective", NULL), &r->objective);
    contributions(a, v, d, page);
    if (terms)
        changes_history(a, v, d, terms, page);
    changes_children(a, v, d, page);
    counted_in(a, v, d, page);
    page_story_items(a, v, page, views_word(v, "stories", NULL), tells_of, d, 0, NULL);
}
