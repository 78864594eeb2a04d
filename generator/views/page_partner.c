#include "views/views_room.h"

#include <string.h>

static void names(struct arena *a, const struct views *v, const struct partner *p,
                  struct view_section *s)
{
    if (p->short_name)
        pages_fact(a, s, views_word(v, "short_name", NULL), 1)->text = p->short_name;
    const char *by = views_text_marked(v, &p->represented_by);
    if (by)
        pages_fact(a, s, views_word(v, "represented_by", NULL), 1)->text = by;
    if (p->former_n) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "former_names", NULL), p->former_n);
        for (size_t i = 0; i < p->former_n; i++)
            c[i].text =
                format_word2(v, "partner_formerly_until", "name",
                             views_text(v, &p->former[i].name, &c[i].lang), "date",
                             views_date(v, p->former[i].until));
    }
}

/* Who it merged into, and who merged into it. */
static void mergers(struct arena *a, const struct views *v, const struct partner *p,
                    struct view_section *s)
{
    const struct partner *into =
        p->merged_into ? map_get(&v->rec->partner_by_id, p->merged_into) : NULL;
    if (into && v->named[into->index]) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "successor", NULL), 1);
        *c = tables_partner_cell(v, into, p->merged_on);
        c->text = format_word2(v, "merged_into", "name", c->text, "date",
                               views_date(v, p->merged_on));
    }
    VEC(struct view_cell) from = {0};
    const struct partner *const *merged;
    size_t n = partner_index_merged(v, &merged);
    for (size_t i = 0; i < n; i++) {
        const struct partner *other = merged[i];
        if (strcmp(other->merged_into, p->id) != 0 || !v->named[other->index])
            continue;
        struct view_cell c = tables_partner_cell(v, other, other->merged_on);
        c.text = format_word2(v, "merged_from", "name", c.text, "date",
                              views_date(v, other->merged_on));
        VEC_PUSH(a, &from, c);
    }
    if (from.n)
        memcpy(pages_fact(a, s, views_word(v, "predecessors", NULL), from.n), from.p,
               from.n * sizeof *from.p);
}

/* By its cash in the newest year. */
static void rank(struct arena *a, const struct views *v, const struct partner *p,
                 struct view_section *s)
{
    size_t n, at = partner_index_rank(v, p, &n);
    if (!at)
        return;
    struct view_cell *c =
        pages_fact(a, s, format_period_word(v, "partner_rank", v->newest, NULL, NULL), 1);
    c->text = format_word2(v, "n_of_total", "shown",
                           locale_number(a, v->locale, arena_printf(a, "%zu", at)), "total",
                           locale_number(a, v->locale, arena_printf(a, "%zu", n)));
}

static void facts(struct arena *a, const struct views *v, const struct partner *p,
                  struct view_page *page)
{
    struct view_section *s = pages_section(a, page, SECTION_FACTS, "facts", NULL);
    names(a, v, p, s);
    if (p->type) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "partner_type", NULL), 1);
        *c = tables_entry_cell(a, v, "types", p->type);
        c->text = format_short(v, p->type);
    }
    struct view_cell *m = pages_fact(a, s, views_word(v, "membership", NULL),
                                     p->membership_n ? p->membership_n : 1);
    m->text = views_word(v, "not_a_member", NULL);
    for (size_t i = 0; i < p->membership_n; i++) {
        m[i] = tables_entry_cell(a, v, NULL, p->membership[i]);
        m[i].url = p->membership[i]->website;
    }
    if (p->country)
        pages_fact(a, s, views_word(v, "country", NULL), 1)->text = format_country(v, p->country);
    if (p->org_id)
        pages_fact(a, s, views_word(v, "org_id", NULL), 1)->text = p->org_id;
    if (p->website) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "website", NULL), 1);
        c->text = c->url = p->website;
    }
    mergers(a, v, p, s);
    rank(a, v, p, s);
}

/* --- money by year, in USD and as signed --- */

struct signed_sum { /* cash in one currency */
    const struct currency *currency;
    int64_t minor;
};
typedef VEC(struct signed_sum) sums;

static bool signs(const struct deal *d, const struct partner *p)
{
    for (size_t k = 0; k < d->partner_n; k++)
        if (d->partner[k] == p)
            return true;
    return false;
}

struct signatory { /* with what it signed that may be named, newest first */
    const struct partner *partner;
    const struct deal *const *deal;
    size_t n;
};

static bool counts_for(const struct views *v, const struct partner *signer,
                       const struct partner *p)
{
    return signer == p || model_counted_as(v->model, signer) == p;
}

static struct signatory signatory_of(const struct views *v, const struct partner *p)
{
    struct signatory own = {.partner = p};
    own.n = partner_index_deals(v, p, &own.deal);
    return own;
}

/* By the code of the currency. */
static void add_signed(struct arena *a, sums *list, const struct contribution *c)
{
    size_t i = 0;
    while (i < list->n && strcmp(list->p[i].currency->code, c->currency->code) < 0)
        i++;
    if (i < list->n && strcmp(list->p[i].currency->code, c->currency->code) == 0) {
        list->p[i].minor += c->amount;
        return;
    }
    VEC_PUSH(a, list, ((struct signed_sum){0}));
    memmove(list->p + i + 1, list->p + i, (list->n - 1 - i) * sizeof *list->p);
    list->p[i] = (struct signed_sum){c->currency, c->amount};
}

/* Addenda are apart where the site counts them so. */
static bool is_counted(const struct views *v, const struct deal *d)
{
    return !d->record->is_addendum || v->rec->site.counting.addenda_with;
}

struct year_sum {
    size_t signed_n, counted; /* instruments, and those of them counted as agreements */
    size_t addenda;           /* those counted apart */
    sums cash;
    int64_t cents;            /* the same in USD */
};

static bool gives_for(const struct views *v, const struct money *m, const struct partner *p)
{
    return m->from && counts_for(v, m->from, p) && !m->contribution->in_kind;
}

/* year 0: of all years. */
static struct year_sum add_year(struct arena *a, const struct views *v,
                                const struct signatory *own, int year)
{
    struct year_sum sum = {0};
    for (size_t i = 0; i < own->n; i++) {
        const struct deal *d = own->deal[i];
        if (year && d->year != year)
            continue;
        sum.signed_n++;
        sum.counted += is_counted(v, d);
        sum.addenda += !is_counted(v, d);
        for (size_t k = 0; k < d->money_n; k++)
            if (gives_for(v, &d->money[k], own->partner)) {
                add_signed(a, &sum.cash, d->money[k].contribution);
                sum.cents += d->money[k].usd_cents;
            }
    }
    return sum;
}

static void signed_cell(struct arena *a, const struct views *v, const sums *list,
                        struct view_cell *c)
{
    struct view_run *run = ARENA_ARRAY(a, struct view_run, list->n + 1);
    for (size_t i = 0; i < list->n; i++) {
        run[i] = (struct view_run){
            .text = views_money(v, list->p[i].minor, list->p[i].currency), .line = true};
        c->text = format_joined(v, "joined_values", c->text, run[i].text);
    }
    c->run = run;
    c->runs = list->n > 1 ? list->n : 0;
}

/* Counted apart, where there are any: between the agreements and their value. */
static void put_addenda(struct arena *a, const struct views *v, size_t addenda,
                        const struct view_table *t, struct view_row *row)
{
    if (t->columns < 5)
        return;
    tables_put_number(a, v, arena_printf(a, "%zu", addenda), &row->cell[2]);
}

/* In a year entered as totals a partner has no figure: what is on file is added up.  Gives its
 * cents; *partial is set when they are such a sum. */
static int64_t year_row(struct arena *a, const struct views *v, const struct signatory *own,
                        int year, struct view_table *t, bool *partial)
{
    const struct partner *p = own->partner;
    struct period one = {year, year};
    struct year_sum sum = add_year(a, v, own, year);
    const struct figure *f = view_figure_get(v, one, "partners.%s.contributions", p->id);
    bool known = f ? f->known : !model_year_is_history(v->model, year, NULL);
    bool own_figure = model_counted_as(v->model, p) == p;
    if (!sum.signed_n && !view_figure_nonzero(f))
        return 0;
    struct view_row *row = tables_row(a, t);
    row->cell[0].text = arena_printf(a, "%d", year);
    row->cell[0].page = arena_printf(a, "years/%d", year);
    tables_put_number(a, v, arena_printf(a, "%zu", sum.counted), &row->cell[1]);
    put_addenda(a, v, sum.addenda, t, row);
    signed_cell(a, v, &sum.cash, &row->cell[t->columns - 2]);
    struct view_cell *usd = &row->cell[t->columns - 1];
    t->sample = t->sample || p->sample || (f && f->sample);
    if (known && own_figure) {
        *usd = tables_figure_cell(a, v, f, "usd");
        return f ? f->cents : 0;
    }
    tables_put_usd(a, v, sum.cents, usd);
    *partial = *partial || !known;
    return sum.cents;
}

static void sum_row(struct arena *a, const struct views *v, const struct signatory *own,
                    int64_t cents, struct view_table *t)
{
    struct year_sum sum = add_year(a, v, own, 0);
    struct view_row *row = tables_row(a, t);
    row->sum = true;
    row->cell[0].text = views_word(v, "total", NULL);
    row->cell[1].text = locale_number(a, v->locale, arena_printf(a, "%zu", sum.counted));
    put_addenda(a, v, sum.addenda, t, row);
    signed_cell(a, v, &sum.cash, &row->cell[t->columns - 2]);
    row->cell[t->columns - 1].text = views_cents(v, cents);
}

/* For whom counts what it signed, or what those signed that merged into it. */
static void note_mergers(const struct views *v, const struct signatory *own, struct view_table *t)
{
    const struct partner *p = own->partner;
    const struct partner *into = p->merged_into
                                     ? map_get(&v->rec->partner_by_id, p->merged_into) : NULL;
    bool follow = v->rec->site.counting.follow_mergers;
    if (into)
        notes_add(v, t, notes_merger(v, p, follow ? model_counted_as(v->model, p) : into));
    const struct partner *const *merged;
    size_t n = partner_index_merged(v, &merged);
    for (size_t i = 0; i < n; i++) {
        const struct partner *old = merged[i];
        if (old != p && (follow ? model_counted_as(v->model, old) == p
                                : strcmp(old->merged_into, p->id) == 0))
            notes_add(v, t, notes_merger(v, old, p));
    }
}

static void by_year(struct arena *a, const struct views *v, const struct signatory *own,
                    struct view_page *page)
{
    const int *year;
    size_t n = model_years(v->model, &year);
    const char *heading = views_word(v, "partner_contributions_by_year", NULL);
    size_t apart = add_year(a, v, own, 0).addenda ? 1 : 0;
    struct view_table *t = tables_new(a, "by-year", heading, 4 + apart);
    tables_column(t, 0, "year", views_word(v, "year", NULL), NULL, false);
    tables_column(t, 1, "agreements", views_word(v, "column_agreements", NULL), NULL, true);
    if (apart)
        tables_column(t, 2, "addenda", views_word(v, "addenda", NULL), NULL, true);
    tables_column(t, 2 + apart, "signed", views_word(v, "column_signed_value", NULL), NULL, false);
    t->column[2 + apart].mixed = true;
    tables_column(t, 3 + apart, "contributions_usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "usd", NULL), true);
    int64_t cents = 0;
    bool partial = false;
    for (size_t i = n; i-- > 0;)
        cents += year_row(a, v, own, year[i], t, &partial);
    if (t->rows == 0)
        return;
    if (t->rows > 1)
        sum_row(a, v, own, cents, t);
    if (partial)
        notes_add(v, t, views_word(v, "note_on_file_only", NULL));
    note_mergers(v, own, t);
    pages_table(a, page, heading, t);
}

/* --- regions --- */

struct region_sum {
    struct rational *count;
    int64_t cents;
};

/* Shares of agreements, addenda apart where they are counted so, and of the partner's own cash. */
static void add_regions(const struct views *v, const struct deal *d, const struct partner *p,
                        struct region_sum *sum)
{
    size_t none = v->rec->vocab[VOCAB_REGIONS].n;
    bool counted = is_counted(v, d);
    for (size_t i = 0; i < d->region_n && counted; i++)
        rational_add_fraction(sum[d->region[i].entry ? d->region[i].entry->index : none].count,
                              d->region[i].num, d->region[i].den);
    for (size_t k = 0; k < d->money_n; k++)
        for (size_t i = 0; i <= none; i++)
            if (gives_for(v, &d->money[k], p))
                sum[i].cents += d->money[k].region_cents[i];
}

static void region_row(struct arena *a, const struct views *v, const struct entry *e,
                       const struct region_sum *sum, struct view_table *t)
{
    if (rational_is_zero(sum->count) && sum->cents == 0)
        return;
    struct view_row *row = tables_row(a, t);
    if (e)
        row->cell[0] = tables_entry_cell(a, v, "regions", e);
    else
        row->cell[0].text = views_word(v, "unassigned", NULL);
    tables_put_number(a, v, view_figure_count(a, sum->count), &row->cell[1]);
    tables_put_usd(a, v, sum->cents, &row->cell[2]);
}

static void by_region(struct arena *a, const struct views *v, const struct signatory *own,
                      struct view_page *page)
{
    const struct vocab *vocab = &v->rec->vocab[VOCAB_REGIONS];
    struct region_sum *sum = ARENA_ARRAY(a, struct region_sum, vocab->n + 1);
    for (size_t i = 0; i <= vocab->n; i++)
        sum[i].count = rational_new(a, 0, 1);
    for (size_t i = 0; i < own->n; i++)
        add_regions(v, own->deal[i], own->partner, sum);
    struct view_table *t = tables_new(a, "by-region", views_word(v, "regions", NULL), 3);
    tables_column(t, 0, "region", views_word(v, "region", NULL), NULL, false);
    tables_column(t, 1, "count", views_word(v, "column_agreements", NULL), NULL, true);
    tables_column(t, 2, "contributions_usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "usd", NULL), true);
    for (size_t i = 0; i <= vocab->n; i++)
        region_row(a, v, i < vocab->n ? &vocab->entry[i] : NULL, &sum[i], t);
    t->sample = own->partner->sample;
    if (t->rows)
        pages_table(a, page, views_word(v, "regions", NULL), t);
}

/* --- what there is about it --- */

/* It is named, or one of its agreements is. */
static bool tells_of(const struct views *v, const struct story *s, const void *about)
{
    const struct partner *p = about;
    for (size_t i = 0; i < s->partner_n; i++)
        if (strcmp(s->partner[i].id, p->id) == 0)
            return true;
    for (size_t i = 0; i < s->agreement_n; i++) {
        const struct deal *d = model_deal(v->model, s->agreement[i].id);
        if (d && signs(d, p))
            return true;
    }
    return false;
}

void page_partner(struct arena *a, const struct views *v, const struct partner *p,
                  struct view_page *page)
{
    page->kind = "partner";
    page->title = views_partner_name(v, p, (struct date){0});
    if (!p->name.single)
        views_text(v, &p->name, &page->title_lang);
    page->description = page->title;
    page->sample = page->record_sample = p->sample;
    facts(a, v, p, page);
    const struct signatory own = signatory_of(v, p);
    by_year(a, v, &own, page);
    by_region(a, v, &own, page);
    pages_table(a, page, views_word(v, "agreements", NULL),
                tables_agreements(a, v, "agreements", own.deal, own.n));
    page_story_items(a, v, page, views_word(v, "stories", NULL), tells_of, p, 0, NULL);
}
