/* page_figure.c - why this number: the records a figure is made of, and their sum. */
#include "views/views_room.h"

#include "base/decimal.h"
#include "base/rational.h"

#include <string.h>

/* What the percentage is of, with a way there, and the division a reader would make. */
static void share(struct arena *a, const struct views *v, const struct figure *f,
                  struct view_section *s)
{
    const struct figure *whole = f->whole;
    struct view_cell *c = pages_fact(a, s, views_word(v, "figure_whole", NULL), 1);
    *c = tables_figure_cell(a, v, whole, "usd");
    c->text = format_word2(v, "figure_whole_amount", "figure", view_figure_label(v, whole),
                           "amount", format_word2(v, "amount_currency", "amount", c->text,
                                                  "currency", views_word(v, "usd", NULL)));
    int64_t hundredths;
    if (whole->cents <= 0 || !decimal_mul_div(f->cents, 10000, whole->cents, &hundredths))
        return;
    bool exact = true;
    rational_decimal(a, rational_new(a, f->cents, whole->cents), 4, &exact);
    c = pages_fact(a, s, views_word(v, "figure_share", NULL), 1);
    c->text = arena_printf(a, "%s ÷ %s %s %s", views_cents(v, f->cents),
                           views_cents(v, whole->cents), exact ? "=" : "≈",
                           locale_percent(a, v->locale, format_minor(a, hundredths, 2)));
}

static void forms(struct arena *a, const struct views *v, const struct figure *f,
                  struct view_section *s)
{
    for (size_t i = 0; figure_forms[i]; i++) {
        bool of_itself = f->whole == f && strcmp(figure_forms[i], "percent") == 0;
        if (!f->known || f->unit != UNIT_USD || of_itself || !figure_form(a, f, figure_forms[i]))
            continue;
        struct view_cell *c = pages_fact(
            a, s, views_word(v, arena_printf(a, "figure_form_%s", figure_forms[i]), NULL), 1);
        c->text = tables_figure_cell(a, v, f, figure_forms[i]).text;
    }
    if (f->known && f->whole && f->whole != f && f->whole->known)
        share(a, v, f, s);
    if (f->known && f->unit == UNIT_FRACTION) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "figure_exact", NULL), 1);
        c->text = rational_text(a, f->count);
    }
    pages_fact(a, s, views_word(v, "figure_id", NULL), 1)->text = f->id;
    pages_fact(a, s, views_word(v, "figure_tag", NULL), 1)->text =
        arena_printf(a, "{{%s}}", f->id);
}

/* The rules of counting that bear on the figure. */
static void rules(struct arena *a, const struct views *v, const struct figure *f,
                  struct view_section *s)
{
    const struct counting *c = &v->rec->site.counting;
    bool money = f->unit == UNIT_USD, partners = strstr(f->id, ".partners.") != NULL;
    VEC(const char *) list = {0};
    VEC_PUSH(a, &list, c->by_in_force ? "rule_year_force" : "rule_year_signature");
    VEC_PUSH(a, &list, c->addenda_with ? "rule_addenda_with" : "rule_addenda");
    if (strstr(f->id, ".financial."))
        VEC_PUSH(a, &list, c->financial_partner_cash ? "rule_financial_partner"
                                                     : "rule_financial");
    if (partners && !money)
        VEC_PUSH(a, &list, "rule_partners");
    if (money) {
        VEC_PUSH(a, &list, "rule_in_kind");
        VEC_PUSH(a, &list, "rule_rate");
    }
    if (strstr(f->id, ".regions.") || strstr(f->id, ".priorities."))
        VEC_PUSH(a, &list, "rule_shares");
    struct view_cell *cell = pages_fact(a, s, views_word(v, "figure_rules", NULL), list.n);
    for (size_t i = 0; i < list.n; i++)
        cell[i].text = views_word(v, list.p[i], NULL);
}

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
    c->sort = f->unit == UNIT_USD ? format_cents(a, cents) : view_figure_count(a, count);
    c->text = locale_number(a, v->locale, c->sort);
    if (f->unit == UNIT_USD)
        return;
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

static void trail_row(struct arena *a, const struct views *v, const struct figure *f,
                      const struct trail_item *t, struct view_table *table)
{
    struct view_row *row = tables_row(a, table);
    struct date on = t->deal ? t->deal->record->signed_on : (struct date){0};
    if (t->deal) {
        row->cell[0] = tables_deal_cell(v, t->deal);
        row->cell[1].text = t->deal->record->id;
    }
    if (t->history)
        row->cell[0].text = format_period_word(
            v, "figure_entered", (struct period){t->history->year, t->history->year}, NULL, NULL);
    if (t->partner)
        row->cell[2] = tables_partner_cell(v, t->partner, on);
    else if (t->money)
        row->cell[2] = (struct view_cell){.text = views_word(v, "itu", NULL), .code = "itu"};
    value_cell(a, v, f, t->cents, rational_new(a, t->num, t->den ? t->den : 1), false,
               &row->cell[3]);
}

static void trail_end(struct arena *a, const struct views *v, const struct figure *f,
                      const struct rest *rest, struct view_table *t)
{
    if (rest->n) {
        struct view_row *row = tables_row(a, t);
        row->cell[0].text = format_count_word(v, "n_internal", rest->n);
        value_cell(a, v, f, rest->cents, rest->count, false, &row->cell[3]);
    }
    struct view_row *sum = tables_row(a, t);
    sum->sum = true;
    sum->cell[0].text = views_word(v, "figure_sum", NULL);
    value_cell(a, v, f, f->cents, f->count, true, &sum->cell[3]);
    bool thirds = false;
    for (size_t i = 0; i + 1 < t->rows; i++)
        thirds = thirds || strchr(t->row[i].cell[3].text, '/');
    if (thirds)
        t->note = views_word(v, "figure_fractions", NULL);
}

static struct view_table *trail(struct arena *a, const struct views *v, const struct figure *f)
{
    struct view_table *t = tables_new(a, "trail", views_word(v, "figure_trail", NULL), 4);
    struct rest rest = {.count = rational_new(a, 0, 1)};
    tables_column(t, 0, "title", views_word(v, "agreement", NULL), NULL, false);
    tables_column(t, 1, "agreement", views_word(v, "agreement_id", NULL), NULL, false);
    tables_column(t, 2, "partner", views_word(v, "partner", NULL), NULL, false);
    t->column[2].coded = true;
    tables_column(t, 3, f->unit == UNIT_USD ? "usd" : "count",
                  views_word(v, "figure_share_column", NULL),
                  f->unit == UNIT_USD ? views_word(v, "usd", NULL) : NULL, true);
    t->column[3].fraction = f->unit == UNIT_FRACTION;
    for (size_t i = 0; i < f->trail_n; i++) {
        const struct trail_item *item = &f->trail[i];
        if (may_name(v, item)) {
            trail_row(a, v, f, item, t);
            continue;
        }
        rest.n += item->deal != rest.last;
        rest.last = item->deal;
        rest.cents += item->cents;
        rational_add_fraction(rest.count, item->num, item->den ? item->den : 1);
    }
    if (f->trail_n)
        trail_end(a, v, f, &rest, t);
    t->sample = f->sample;
    t->empty = views_word(v, f->history ? "figure_trail_history" : "figure_trail_empty", NULL);
    return t;
}

void page_figure(struct arena *a, const struct views *v, const struct figure *f,
                 struct view_page *page)
{
    bool money = f->unit == UNIT_USD;
    page->kind = "figure";
    page->title = view_figure_label(v, f);
    page->lead = views_word(v, "figure_trail_lead", NULL);
    page->description = page->title;
    page->sample = f->sample;
    pages_section(a, page, SECTION_KEY_FIGURES, "value", NULL);
    pages_key_figure(a, page, v, f, money ? "usd" : "", views_word(v, "figure_value", NULL),
                     money ? views_word(v, "usd", NULL) : NULL);
    struct view_section *s = pages_section(a, page, SECTION_FACTS, "facts", NULL);
    forms(a, v, f, s);
    rules(a, v, f, s);
    if (f->history) {
        const char *source = views_text(v, &f->history->source, NULL);
        if (source)
            pages_fact(a, s, views_word(v, "source", NULL), 1)->text = source;
        page->lead = views_word(v, "figure_trail_history", NULL);
    }
    pages_table(a, page, views_word(v, "figure_trail", NULL), trail(a, v, f));
}
