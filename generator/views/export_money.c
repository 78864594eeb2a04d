/* export_money.c - contributions and figures as rows: their columns, one line each.
 *
 * The cash of what may not be named stands as one row a year, so that the rows that count sum to
 * the year's figure; not where it is that of one agreement alone, which the row would tell. */
#include "views/views_room.h"

#include <inttypes.h>
#include <string.h>

#define FILL(name) static void name(const struct export_source *s, struct export_cell *c)

/* --- contributions --- */

struct gift {
    const struct deal *deal;   /* NULL: the sum of what may not be named */
    const struct money *money; /* likewise */
    int year;
    size_t hidden;             /* how many agreements are summed */
    int64_t cents;             /* USD */
    bool sample;
};

static const struct gift *gift_of(const struct export_source *s)
{
    return s->item;
}

static const struct contribution *given(const struct export_source *s)
{
    return gift_of(s)->money ? gift_of(s)->money->contribution : NULL;
}

FILL(gift_id)
{
    const struct gift *g = gift_of(s);
    if (g->deal)
        c->text = arena_printf(s->arena, "%s/%zu", g->deal->record->id,
                               (size_t)(g->money - g->deal->money) + 1);
}

FILL(gift_agreement)
{
    if (gift_of(s)->deal)
        c->text = gift_of(s)->deal->record->id;
}

FILL(gift_year) { c->text = arena_printf(s->arena, "%d", gift_of(s)->year); }

FILL(gift_signed)
{
    if (gift_of(s)->deal)
        exports_date(s, gift_of(s)->deal->record->signed_on, c);
}

FILL(gift_counted)
{
    const struct contribution *g = given(s);
    exports_flag(!(g && g->in_kind) && !model_year_is_history(s->v->model, gift_of(s)->year, NULL),
                 c);
}

FILL(gift_from)
{
    const struct money *m = gift_of(s)->money;
    if (m)
        c->text = m->from ? m->from->id : "itu";
}

FILL(gift_from_name)
{
    const struct gift *g = gift_of(s);
    if (g->deal)
        c->text = g->money->from
                      ? exports_partner_name(s, g->money->from, g->deal->record->signed_on)
                      : views_word(s->v, "itu", NULL);
}

FILL(gift_form) { c->text = given(s) && given(s)->in_kind ? "in-kind" : "cash"; }

FILL(gift_form_label)
{
    c->text = views_word(s->v, given(s) && given(s)->in_kind ? "in_kind" : "in_cash", NULL);
}

FILL(gift_amount)
{
    if (given(s))
        c->text = decimal_text(s->arena, given(s)->amount, given(s)->currency->digits);
}

FILL(gift_currency)
{
    if (given(s))
        c->text = given(s)->currency->code;
}

FILL(gift_usd) { c->text = format_cents(s->arena, gift_of(s)->cents); }

FILL(gift_basis)
{
    if (given(s))
        c->text = given(s)->has_usd ? "recorded" : gift_of(s)->money->rate ? "rate" : "usd";
}

FILL(gift_rate)
{
    const struct rate *rate = gift_of(s)->money ? gift_of(s)->money->rate : NULL;
    if (rate)
        c->text = decimal_text(s->arena, rate->units_per_usd.mantissa, rate->units_per_usd.scale);
}

FILL(gift_rate_date)
{
    if (gift_of(s)->money && gift_of(s)->money->rate)
        exports_date(s, gift_of(s)->money->rate->from, c);
}

static void parts(const struct export_source *s, const struct portion *p, size_t n,
                  struct export_cell *c)
{
    const char **item = ARENA_ARRAY(s->arena, const char *, n);
    for (size_t i = 0; i < n; i++)
        item[i] = p[i].entry ? p[i].entry->id : "unassigned";
    exports_list(c, item, n);
}

static void parts_usd(const struct export_source *s, const struct portion *p, size_t n,
                      const int64_t *cents, enum vocab_kind vocab, struct export_cell *c)
{
    const char **item = ARENA_ARRAY(s->arena, const char *, n);
    for (size_t i = 0; i < n; i++) {
        size_t at = p[i].entry ? p[i].entry->index : s->v->rec->vocab[vocab].n;
        item[i] = format_cents(s->arena, cents[at]);
    }
    exports_list(c, item, n);
}

FILL(gift_regions)
{
    const struct deal *d = gift_of(s)->deal;
    if (d)
        parts(s, d->region, d->region_n, c);
}

FILL(gift_region_usd)
{
    const struct gift *g = gift_of(s);
    if (g->deal)
        parts_usd(s, g->deal->region, g->deal->region_n, g->money->region_cents, VOCAB_REGIONS,
                  c);
}

FILL(gift_priorities)
{
    const struct deal *d = gift_of(s)->deal;
    if (d)
        parts(s, d->priority, d->priority_n, c);
}

FILL(gift_priority_usd)
{
    const struct gift *g = gift_of(s);
    if (g->deal)
        parts_usd(s, g->deal->priority, g->deal->priority_n, g->money->priority_cents,
                  VOCAB_PRIORITIES, c);
}

FILL(gift_hidden)
{
    c->text = arena_printf(s->arena, "%zu", gift_of(s)->hidden);
}

FILL(gift_sample) { exports_flag(gift_of(s)->sample, c); }

typedef VEC(const void *) item_vec;

static void collect_deal(struct arena *a, const struct deal *d, item_vec *list, bool *sample)
{
    for (size_t i = 0; i < d->money_n; i++) {
        struct gift *g = ARENA_NEW(a, struct gift);
        const struct money *m = &d->money[i];
        *g = (struct gift){.deal = d, .money = m, .year = d->year, .cents = m->usd_cents};
        g->sample = d->record->sample || (m->from && m->from->sample) ||
                    (m->rate && m->rate->sample);
        *sample = *sample || g->sample;
        VEC_PUSH(a, list, g);
    }
}

static void collect_hidden(struct arena *a, const struct views *v, int year, item_vec *list)
{
    const struct deal *const *deal;
    size_t n = model_deals(v->model, &deal);
    struct gift *sum = ARENA_NEW(a, struct gift);
    sum->year = year;
    for (size_t i = 0; i < n; i++) {
        if (views_may_name(v, deal[i]) || deal[i]->year != year ||
            deal[i]->cash_cents == 0)
            continue;
        sum->hidden++;
        sum->cents += deal[i]->cash_cents;
        sum->sample = sum->sample || deal[i]->record->sample;
    }
    if (sum->hidden > 1 && !model_year_is_history(v->model, year, NULL))
        VEC_PUSH(a, list, sum);
}

static void collect_contributions(struct arena *a, const struct views *v, struct export *x)
{
    const struct deal *const *deal;
    const int *year;
    size_t n = model_deals(v->model, &deal), years = model_years(v->model, &year);
    item_vec list = {0};
    for (size_t i = 0; i < n; i++)
        if (views_may_name(v, deal[i]))
            collect_deal(a, deal[i], &list, &x->sample);
    for (size_t i = 0; i < years; i++)
        collect_hidden(a, v, year[i], &list);
    x->item = list.p;
    x->rows = list.n;
}

static const char *const forms[] = {"cash", "in-kind", NULL};
static const char *const bases[] = {"usd", "rate", "recorded", NULL};

static const struct export_column contribution_columns[] = {
    {.id = "id", .word = "figure_id", .fill = gift_id,
     .doc = "the agreement and which of its contributions it is"},
    {.id = "agreement", .word = "agreement", .fill = gift_agreement,
     .doc = "the agreement; none in a row that sums what may not be named"},
    {.id = "year", .word = "year", .type = EXPORT_INTEGER, .filled = true, .fill = gift_year,
     .doc = "the year it counts in"},
    {.id = "counted", .word = "export_counted", .type = EXPORT_FLAG, .filled = true,
     .fill = gift_counted,
     .doc = "whether it enters the figures: the usd of these rows sum to "
            "<year>.contributions.total"},
    {.id = "signed", .word = "date_signature", .type = EXPORT_DATE, .fill = gift_signed,
     .doc = "the day the agreement was signed"},
    {.id = "from", .word = "contribution_from", .fill = gift_from,
     .doc = "the partner who gives, or itu"},
    {.id = "from_name", .word = "contribution_from", .type = EXPORT_TEXT, .texts = true,
     .fill = gift_from_name, .doc = "its name as valid at signature"},
    {.id = "form", .word = "contribution_form", .filled = true, .choice = forms,
     .fill = gift_form, .doc = "cash or in-kind"},
    {.id = "form_label", .word = "contribution_form", .type = EXPORT_TEXT, .texts = true,
     .fill = gift_form_label, .doc = "the form in words"},
    {.id = "amount", .word = "contribution_amount", .type = EXPORT_MONEY, .fill = gift_amount,
     .doc = "how much, in the currency signed in; below zero only in an addendum"},
    {.id = "currency", .word = "export_currency", .fill = gift_currency,
     .doc = "the currency signed in, ISO 4217"},
    {.id = "usd", .word = "contribution_usd", .type = EXPORT_MONEY, .filled = true,
     .fill = gift_usd, .doc = "the amount in USD at the date of signature"},
    {.id = "usd_basis", .word = "column_conversion", .choice = bases, .fill = gift_basis,
     .doc = "usd: signed in USD; rate: converted; recorded: the value recorded at signature"},
    {.id = "rate", .word = "export_rate", .type = EXPORT_DECIMAL, .fill = gift_rate,
     .doc = "units of the currency for one USD, where it was converted"},
    {.id = "rate_date", .word = "export_rate_date", .type = EXPORT_DATE, .fill = gift_rate_date,
     .doc = "the day from which that rate was effective"},
    {.id = "regions", .word = "beneficiary_regions", .list = true, .fill = gift_regions,
     .doc = "the regions that benefit, or unassigned"},
    {.id = "region_usd", .word = "export_region_usd", .type = EXPORT_MONEY, .list = true,
     .fill = gift_region_usd, .doc = "the part of usd that falls to each; they sum to usd"},
    {.id = "priorities", .word = "priorities", .list = true, .fill = gift_priorities,
     .doc = "the priorities it works for, or unassigned"},
    {.id = "priority_usd", .word = "export_priority_usd", .type = EXPORT_MONEY, .list = true,
     .fill = gift_priority_usd, .doc = "the part of usd that falls to each; they sum to usd"},
    {.id = "not_named", .word = "export_not_named", .type = EXPORT_INTEGER, .filled = true,
     .fill = gift_hidden,
     .doc = "how many agreements the row sums that are counted but not named; else 0"},
    {.id = "sample", .word = "sample_record", .type = EXPORT_FLAG, .filled = true,
     .fill = gift_sample, .doc = "true where the agreement, the giver or the rate was made up"},
    {0},
};
const struct export_kind export_money_contributions = {
    "contributions", "contributions", contribution_columns, collect_contributions};

/* --- figures --- */

static const struct figure *figure_of(const struct export_source *s)
{
    return s->item;
}

FILL(figure_id) { c->text = figure_of(s)->id; }
FILL(figure_period) { c->text = model_period_text(s->arena, figure_of(s)->period); }
FILL(figure_from) { c->text = arena_printf(s->arena, "%d", figure_of(s)->period.from); }
FILL(figure_until) { c->text = arena_printf(s->arena, "%d", figure_of(s)->period.until); }
FILL(figure_label) { c->text = view_figure_label(s->v, figure_of(s)); }
FILL(figure_sample) { exports_flag(figure_of(s)->sample, c); }

FILL(figure_value)
{
    if (figure_of(s)->known)
        c->text = view_figure_exact(s->arena, figure_of(s));
}

static const char *const units[] = {"count", "fraction", "usd", NULL};

FILL(figure_unit) { c->text = units[figure_of(s)->unit]; }

/* Which part of an exact count, as in "33/2": a number of any length. */
static const char *of_count(const struct export_source *s, bool below)
{
    const struct figure *f = figure_of(s);
    if (!f->known || f->unit == UNIT_USD)
        return NULL;
    return view_figure_part(s->arena, f->count, below);
}

FILL(figure_numerator) { c->text = of_count(s, false); }
FILL(figure_denominator) { c->text = of_count(s, true); }

FILL(figure_whole)
{
    const struct figure *whole = figure_of(s)->whole;
    if (whole && whole != figure_of(s))
        c->text = whole->id;
}

/* Trails are in order of agreements, which may stand there several times. */
FILL(figure_records)
{
    const struct figure *f = figure_of(s);
    const struct deal *last = NULL;
    size_t n = 0;
    for (size_t i = 0; i < f->trail_n; i++) {
        n += f->trail[i].deal && f->trail[i].deal != last;
        last = f->trail[i].deal;
    }
    c->text = arena_printf(s->arena, "%zu", n);
}

static const char *const sources[] = {"records", "totals", "unknown", NULL};

FILL(figure_source)
{
    const struct figure *f = figure_of(s);
    c->text = sources[!f->known ? 2 : f->history ? 1 : 0];
}

static void collect_figures(struct arena *a, const struct views *v, struct export *x)
{
    const struct figure *const *figure;
    size_t n = model_figures(v->model, &figure);
    x->item = ARENA_ARRAY(a, const void *, n);
    for (size_t i = 0; i < n; i++) {
        if (!views_figure_named(v, figure[i]))
            continue;
        x->item[x->rows++] = figure[i];
        x->sample = x->sample || figure[i]->sample;
    }
}

static const struct export_column figure_columns[] = {
    {.id = "id", .word = "figure_id", .filled = true, .fill = figure_id,
     .doc = "its id, which never changes"},
    {.id = "label", .word = "figure_what", .type = EXPORT_TEXT, .texts = true,
     .fill = figure_label, .doc = "what it counts"},
    {.id = "period", .word = "export_period", .filled = true, .fill = figure_period,
     .doc = "the year, or the years as in 2015-2018"},
    {.id = "from", .word = "export_from", .type = EXPORT_INTEGER, .filled = true,
     .fill = figure_from, .doc = "the first year"},
    {.id = "until", .word = "export_until", .type = EXPORT_INTEGER, .filled = true,
     .fill = figure_until, .doc = "the last year"},
    {.id = "value", .word = "figure_value", .type = EXPORT_DECIMAL, .fill = figure_value,
     .doc = "the number, money to the cent, a count to two decimals; none: not known, not zero"},
    {.id = "unit", .word = "export_unit", .filled = true, .choice = units, .fill = figure_unit,
     .doc = "count: whole; fraction: a count of shares; usd: US dollars"},
    {.id = "numerator", .word = "export_numerator", .type = EXPORT_DECIMAL,
     .fill = figure_numerator, .doc = "a count exactly: this by the denominator"},
    {.id = "denominator", .word = "export_denominator", .type = EXPORT_DECIMAL,
     .fill = figure_denominator, .doc = "a count exactly: the numerator by this"},
    {.id = "whole", .word = "export_whole", .fill = figure_whole,
     .doc = "the figure it is a share of: its percentage is value by that one's value"},
    {.id = "records", .word = "export_records", .type = EXPORT_INTEGER, .filled = true,
     .fill = figure_records, .doc = "how many agreements it rests on, those not named included"},
    {.id = "source", .word = "source", .filled = true, .choice = sources, .fill = figure_source,
     .doc = "records: counted from them; totals: entered as a total; unknown: not given"},
    {.id = "sample", .word = "sample_record", .type = EXPORT_FLAG, .filled = true,
     .fill = figure_sample, .doc = "true where anything it rests on was made up"},
    {0},
};
const struct export_kind export_money_figures = {"figures", "figures", figure_columns,
                                                 collect_figures};
