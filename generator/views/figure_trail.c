/* figure_trail.c - the steps of a figure, so that a reader can redo the sum with a pencil.
 *
 * A step of money shows how it came about, as far as that is not plain: what was signed, at which
 * rate, what that is in US dollars, and the part of it that counts here.  Columns that would only
 * repeat another are left out, for the whole table. */
#include "views/views_room.h"

#include "base/decimal.h"
#include "base/rational.h"

#include <string.h>

struct trail {
    struct arena *arena;
    const struct views *v;
    const struct figure *f;
    struct view_table *t;
    enum vocab_kind shared; /* among whose entries a figure's agreements are shared out, ... */
    const char *entry;      /* ... and the one it is of, by id; NULL = it takes agreements whole */
    /* Columns by their number; 0 = not there, since the first is the agreement. */
    size_t amount, currency, rate, whole, share, part;
};

struct rest { /* what is counted, but not named */
    int64_t cents;
    struct rational *count;
    const struct deal *last; /* steps of an agreement follow each other */
    size_t n;                /* agreements */
};

/* Thirds and the like stand as fractions: the rows of decimals would not add up.  A sum has its
 * decimal beside, since the figure is written so elsewhere. */
static void value_cell(struct arena *a, const struct views *v, const struct figure *f,
                       int64_t cents, const struct rational *count, bool sum, struct view_cell *c)
{
    if (f->unit == UNIT_USD) {
        tables_put_usd(a, v, cents, c);
        return;
    }
    tables_put_number(a, v, view_figure_count(a, count), c);
    bool exact = true;
    rational_decimal(a, count, 2, &exact);
    c->numerator = view_figure_part(a, count, false);
    c->denominator = view_figure_part(a, count, true);
    if (!exact)
        c->text = sum ? arena_printf(a, "%s ≈ %s", rational_text(a, count), c->text)
                      : rational_text(a, count);
}

static bool may_name(const struct views *v, const struct trail_item *t)
{
    if (t->deal && t->deal->record->internal && !v->internal)
        return false;
    return !t->partner || v->named[t->partner->index];
}

/* --- which columns there are --- */

static void find_entry(struct trail *x)
{
    static const struct {
        const char *mark;
        enum vocab_kind vocab;
    } of[] = {{".regions.", VOCAB_REGIONS}, {".priorities.", VOCAB_PRIORITIES}};
    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        const char *at = strstr(x->f->id, of[i].mark);
        if (!at)
            continue;
        at += strlen(of[i].mark);
        x->entry = arena_strndup(x->arena, at, strcspn(at, "."));
        x->shared = of[i].vocab;
    }
}

/* The share of the agreement that is this entry's; NULL where it takes all of it. */
static const struct portion *share_of(const struct trail *x, const struct deal *d)
{
    bool region = x->shared == VOCAB_REGIONS;
    const struct portion *p = region ? d->region : d->priority;
    for (size_t i = 0; x->entry && i < (region ? d->region_n : d->priority_n); i++)
        if (p[i].entry && p[i].den > 1 && strcmp(p[i].entry->id, x->entry) == 0)
            return &p[i];
    return NULL;
}

static size_t column(struct trail *x, const char *id, const char *word, bool number)
{
    size_t at = x->t->columns++;
    tables_column(x->t, at, id, views_word(x->v, word, NULL), NULL, number);
    return at;
}

static void columns(struct trail *x)
{
    bool money = x->f->unit == UNIT_USD, converted = false, shared = false;
    for (size_t i = 0; money && i < x->f->trail_n; i++) {
        const struct trail_item *t = &x->f->trail[i];
        if (!t->money || !may_name(x->v, t))
            continue;
        converted = converted || t->money->rate || t->money->contribution->has_usd;
        shared = shared || share_of(x, t->deal);
    }
    column(x, "title", "agreement", false);
    column(x, "agreement", "agreement_id", false);
    x->t->column[column(x, "partner", "partner", false)].coded = true;
    if (converted) {
        x->amount = column(x, "amount", "contribution_amount", true);
        x->currency = column(x, "currency", "export_currency", false);
        x->rate = column(x, "rate", "figure_rate", false);
    }
    if (converted || shared)
        x->whole = column(x, "contribution_usd", "contribution_usd", true);
    if (shared)
        x->share = column(x, "share", "figure_share", false);
    x->part = column(x, money ? "usd" : "count", "figure_share_column", true);
    if (money)
        x->t->column[x->part].unit = views_word(x->v, "usd", NULL);
    x->t->column[x->part].fraction = x->f->unit == UNIT_FRACTION;
}

/* --- its rows --- */

/* The rate, and the day from which it was in force below it. */
static void rate_cell(const struct trail *x, const struct money *m, struct view_cell *c)
{
    if (m->contribution->has_usd)
        c->text = views_word(x->v, "contribution_usd_recorded", NULL);
    if (m->contribution->has_usd || !m->rate)
        return;
    const struct decimal *units = &m->rate->units_per_usd;
    const char *date = views_date(x->v, m->rate->from);
    tables_put_number(x->arena, x->v, decimal_text(x->arena, units->mantissa, units->scale), c);
    c->runs = 2;
    struct view_run *run = ARENA_ARRAY(x->arena, struct view_run, c->runs);
    run[0] = (struct view_run){.text = c->text};
    run[1] = (struct view_run){.text = lists_date_cell(x->arena, x->v, m->rate->from).text,
                               .line = true,
                               .muted = true};
    c->run = run;
    c->text = arena_printf(x->arena, "%s (%s)", c->text, date);
    c->sample = m->rate->sample;
}

static void money_cells(const struct trail *x, const struct trail_item *t, struct view_cell *cell)
{
    const struct contribution *c = t->money->contribution;
    if (x->amount) {
        tables_put_number(x->arena, x->v,
                          decimal_text(x->arena, c->amount, c->currency->digits),
                          &cell[x->amount]);
        cell[x->currency].text = c->currency->code;
        rate_cell(x, t->money, &cell[x->rate]);
    }
    if (x->whole)
        tables_put_usd(x->arena, x->v, t->money->usd_cents, &cell[x->whole]);
    const struct portion *p = x->share ? share_of(x, t->deal) : NULL;
    if (p)
        cell[x->share].text =
            rational_text(x->arena, rational_new(x->arena, p->num, p->den));
}

static void trail_row(const struct trail *x, const struct trail_item *t)
{
    struct view_row *row = tables_row(x->arena, x->t);
    struct date on = t->deal ? t->deal->record->signed_on : (struct date){0};
    if (t->deal) {
        row->cell[0] = tables_deal_cell(x->v, t->deal);
        row->cell[1].text = t->deal->record->id;
    }
    if (t->history)
        row->cell[0].text =
            format_period_word(x->v, "figure_entered",
                               (struct period){t->history->year, t->history->year}, NULL, NULL);
    if (t->partner)
        row->cell[2] = tables_partner_cell(x->v, t->partner, on);
    else if (t->money)
        row->cell[2] = (struct view_cell){.text = views_word(x->v, "itu", NULL), .code = "itu"};
    if (t->money)
        money_cells(x, t, row->cell);
    value_cell(x->arena, x->v, x->f, t->cents,
               rational_new(x->arena, t->num, t->den ? t->den : 1), false, &row->cell[x->part]);
}

/* What the sum needs to be understood: fractions among its rows, or cents that were left over. */
static const char *note(const struct trail *x)
{
    if (x->share)
        return views_word(x->v, "rule_remainder", NULL);
    for (size_t i = 0; i + 1 < x->t->rows; i++)
        if (strchr(x->t->row[i].cell[x->part].text, '/'))
            return views_word(x->v, "figure_fractions", NULL);
    return NULL;
}

static void trail_end(const struct trail *x, const struct rest *rest)
{
    if (rest->n) {
        struct view_row *row = tables_row(x->arena, x->t);
        row->cell[0].text = format_count_word(x->v, "n_internal", rest->n);
        value_cell(x->arena, x->v, x->f, rest->cents, rest->count, false, &row->cell[x->part]);
    }
    struct view_row *sum = tables_row(x->arena, x->t);
    sum->sum = true;
    sum->cell[0].text = views_word(x->v, "figure_sum", NULL);
    value_cell(x->arena, x->v, x->f, x->f->cents, x->f->count, true, &sum->cell[x->part]);
    x->t->note = note(x);
}

static void rows(const struct trail *x)
{
    struct rest rest = {.count = rational_new(x->arena, 0, 1)};
    for (size_t i = 0; i < x->f->trail_n; i++) {
        const struct trail_item *item = &x->f->trail[i];
        if (may_name(x->v, item)) {
            trail_row(x, item);
            continue;
        }
        rest.n += item->deal != rest.last;
        rest.last = item->deal;
        rest.cents += item->cents;
        rational_add_fraction(rest.count, item->num, item->den ? item->den : 1);
    }
    if (x->f->trail_n)
        trail_end(x, &rest);
}

struct view_table *figure_trail(struct arena *a, const struct views *v, const struct figure *f)
{
    enum { MOST_COLUMNS = 9 };
    struct trail x = {.arena = a, .v = v, .f = f};
    x.t = tables_new(a, "trail", views_word(v, "figure_trail", NULL), MOST_COLUMNS);
    x.t->columns = 0;
    find_entry(&x);
    columns(&x);
    rows(&x);
    x.t->sample = f->sample;
    x.t->empty = views_word(v, f->history ? "figure_trail_history" : "figure_trail_empty", NULL);
    return x.t;
}
