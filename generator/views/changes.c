/* changes.c - what addenda change of their agreement, and how it stands; agreements under it. */
#include "views/views_room.h"

/* --- standing --- */

static const struct standing_row {
    const char *word, *on;
} standings[] = {
    [STANDING_COMING] = {"standing_coming", "standing_coming_on"},
    [STANDING_ACTIVE] = {"standing_active", "standing_active_on"},
    [STANDING_ENDED] = {"standing_ended", "standing_ended_on"},
    [STANDING_TERMINATED] = {"standing_terminated", "standing_terminated_on"},
};

const char *changes_standing(const struct views *v, const struct terms *t)
{
    return views_word(v, standings[t->standing].word, NULL);
}

const char *changes_standing_on(const struct views *v, const struct terms *t)
{
    struct date on = model_today(v->model);
    if (t->standing == STANDING_ENDED)
        on = t->ends;
    if (t->standing == STANDING_TERMINATED)
        on = t->terminated;
    return format_word1(v, standings[t->standing].on, "date", views_date(v, on));
}

/* --- one addendum --- */

const struct change *changes_of(struct arena *a, const struct views *v, const struct deal *d)
{
    if (d->root == d || !views_may_name(v, d->root))
        return NULL;
    const struct terms *t = model_terms(a, v->model, d->root, v->internal);
    for (size_t i = 0; i < t->changes; i++)
        if (t->change[i].deal == d)
            return &t->change[i];
    return NULL;
}

static void put_partners(struct cell_runs *r, const struct views *v, const char *word,
                         const struct partner *const *p, size_t n, struct date on)
{
    for (size_t i = 0; i < n; i++)
        runs_put(r, format_word1(v, word, "name", tables_partner_cell(v, p[i], on).text), NULL);
}

/* A date stays on one line, however narrow the column. */
static const char *unbroken(const struct views *v, const char *date)
{
    struct buf b = BUF_INIT;
    for (const char *s = date; *s; s++) {
        if (*s == ' ')
            buf_puts(&b, "\u00a0");
        else
            buf_putc(&b, *s);
    }
    return buf_to_arena(&b, v->arena);
}

static void put_date(struct cell_runs *r, const struct views *v, const char *word, struct date d)
{
    if (date_is_set(d))
        runs_put(r, format_word1(v, word, "date", unbroken(v, views_date(v, d))), NULL);
}

static void put_change(struct cell_runs *r, const struct views *v, const struct change *c)
{
    const struct deal *d = c->deal;
    if (d->money_n)
        runs_put(r, views_word(v, "history_value", NULL), NULL);
    put_date(r, v, "history_ends", c->ends);
    put_partners(r, v, "history_joined", c->joined, c->joined_n, d->record->signed_on);
    put_partners(r, v, "history_left", c->left, c->left_n, d->record->signed_on);
    put_date(r, v, "history_terminated", c->terminated);
    if (r->list.n == 0)
        runs_put(r, views_word(v, "history_terms", NULL), NULL);
}

void changes_cell(struct arena *a, const struct views *v, const struct deal *d,
                  struct view_cell *c)
{
    const struct change *change = changes_of(a, v, d);
    /* Of what may not be named, only what the addendum itself says. */
    const struct change own = {.deal = d, .ends = d->record->ends,
                               .terminated = d->record->terminated, .left = d->leaving,
                               .left_n = d->leaving_n};
    struct cell_runs r = {.arena = a};
    if (!d->record->is_addendum)
        return;
    put_change(&r, v, change ? change : &own);
    runs_end(&r, c);
}

/* --- all of them --- */

typedef VEC(const struct contribution *) gifts;

static void add_gifts(struct arena *a, const struct agreement *r, gifts *list)
{
    for (size_t i = 0; i < r->contribution_n; i++)
        VEC_PUSH(a, list, &r->contribution[i]);
}

/* The row of an instrument: what it is, and what it is worth by itself. */
static struct view_row *instrument_row(struct arena *a, const struct views *v,
                                       const struct deal *d, gifts *all, struct view_table *t)
{
    struct view_row *row = tables_row(a, t);
    struct cell_runs r = {.arena = a};
    struct view_cell title = tables_deal_cell(v, d);
    gifts own = {0};
    row->cell[1] = lists_date_cell(a, v, d->record->signed_on);
    runs_put(&r, title.text, title.lang);
    runs_put(&r, d->record->id, NULL)->muted = true;
    runs_end(&r, &row->cell[0]);
    row->cell[0].page = title.page;
    row->cell[0].sample = title.sample;
    add_gifts(a, d->record, &own);
    add_gifts(a, d->record, all);
    runs_signed_value(a, v, own.p, own.n, &row->cell[3]);
    if (own.n)
        tables_put_usd(a, v, d->cash_cents, &row->cell[4]);
    t->sample = t->sample || d->record->sample;
    return row;
}

static void now_row(struct arena *a, const struct views *v, const struct terms *terms,
                    const gifts *all, struct view_table *t)
{
    struct view_row *row = tables_row(a, t);
    struct cell_runs r = {.arena = a};
    row->sum = true;
    row->cell[0].text = views_word(v, "history_now", NULL);
    put_date(&r, v, "history_end", terms->ends);
    if (date_is_set(terms->terminated))
        put_date(&r, v, "history_terminated", terms->terminated);
    if (r.list.n)
        runs_end(&r, &row->cell[2]);
    runs_signed_value(a, v, all->p, all->n, &row->cell[3]);
    if (all->n)
        tables_put_usd(a, v, terms->cash_cents, &row->cell[4]);
}

void changes_history(struct arena *a, const struct views *v, const struct deal *d,
                     const struct terms *terms, struct view_page *page)
{
    if (terms->changes == 0)
        return;
    const char *heading = views_word(v, "history", NULL);
    struct view_table *t = tables_new(a, "changes", heading, 5);
    gifts all = {0};
    tables_column(t, 1, "signed", views_word(v, "date_signature", NULL), NULL, false);
    tables_column(t, 0, "instrument", views_word(v, "column_instrument", NULL), NULL, false);
    tables_column(t, 2, "change", views_word(v, "column_change", NULL), NULL, false);
    tables_column(t, 3, "signed_value", views_word(v, "column_signed_value", NULL), NULL, false);
    t->column[3].mixed = true;
    tables_column(t, 4, "usd", views_word(v, "contribution_usd", NULL), NULL, true);
    struct view_row *row = instrument_row(a, v, d, &all, t);
    struct cell_runs r = {.arena = a};
    runs_put(&r, views_word(v, "history_signed", NULL), NULL);
    put_date(&r, v, "history_end", d->record->ends);
    runs_end(&r, &row->cell[2]);
    row->cell[0].page = NULL; /* it is this page */
    for (size_t i = 0; i < terms->changes; i++) {
        struct cell_runs lines = {.arena = a};
        row = instrument_row(a, v, terms->change[i].deal, &all, t);
        put_change(&lines, v, &terms->change[i]);
        runs_end(&lines, &row->cell[2]);
    }
    now_row(a, v, terms, &all, t);
    t->note = views_word(v, "history_note", NULL);
    pages_table(a, page, heading, t);
}

/* --- agreements under a framework --- */

static int64_t child_row(struct arena *a, const struct views *v, const struct deal *d,
                         struct view_table *t)
{
    struct view_row *row = tables_row(a, t);
    const struct terms *terms =
        d->root == d ? model_terms(a, v->model, d, v->internal) : NULL;
    int64_t cents = terms ? terms->cash_cents : d->cash_cents;
    row->cell[0] = tables_deal_cell(v, d);
    row->cell[1].text = format_short(v, d->record->kind);
    row->cell[2] = lists_date_cell(a, v, d->record->signed_on);
    if (terms)
        row->cell[3].text = changes_standing(v, terms);
    tables_put_usd(a, v, cents, &row->cell[4]);
    t->sample = t->sample || d->record->sample;
    return cents;
}

void changes_children(struct arena *a, const struct views *v, const struct deal *d,
                      struct view_page *page)
{
    const char *heading = views_word(v, "child_agreements", NULL);
    struct view_table *t = tables_new(a, "children", heading, 5);
    int64_t cents = 0;
    tables_column(t, 0, "title", views_word(v, "title", NULL), NULL, false);
    tables_column(t, 1, "kind", views_word(v, "agreement_kind", NULL), NULL, false);
    tables_column(t, 2, "signed", views_word(v, "date_signature", NULL), NULL, false);
    tables_column(t, 3, "status", views_word(v, "standing", NULL), NULL, false);
    tables_column(t, 4, "value_usd", views_word(v, "value_now", NULL),
                  views_word(v, "usd", NULL), true);
    for (size_t i = 0; i < d->child_n; i++)
        if (views_may_name(v, d->child[i]))
            cents += child_row(a, v, d->child[i], t);
    if (t->rows == 0)
        return;
    struct view_row *sum = tables_row(a, t);
    sum->sum = true;
    sum->cell[0].text = views_word(v, "child_sum", NULL);
    tables_put_usd(a, v, cents, &sum->cell[4]);
    t->note = views_word(v, "child_note", NULL);
    pages_table(a, page, heading, t);
}

/* --- addenda of a year --- */

/* What an addendum changes, as a link; nothing of what may not be named. */
static void amended_cell(const struct views *v, const struct deal *d, struct view_cell *c)
{
    if (d->root == d || !views_may_name(v, d->root))
        c->text = d->amends ? views_word(v, "internal_record", NULL) : "";
    else
        *c = tables_deal_cell(v, d->root);
}

struct view_table *changes_table(struct arena *a, const struct views *v, const char *id,
                                 const struct deal *const *deal, size_t n)
{
    struct view_table *t = tables_new(a, id, views_word(v, "addenda", NULL), 6);
    tables_column(t, 0, "title", views_word(v, "title", NULL), NULL, false);
    tables_column(t, 1, "amends", views_word(v, "column_amends", NULL), NULL, false);
    tables_column(t, 2, "partners", views_word(v, "partners", NULL), NULL, false);
    tables_column(t, 3, "change", views_word(v, "column_change", NULL), NULL, false);
    tables_column(t, 4, "signed", views_word(v, "date_signature", NULL), NULL, false);
    tables_column(t, 5, "contributions_usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "usd", NULL), true);
    for (size_t i = 0; i < n; i++) {
        struct view_row *row = tables_row(a, t);
        row->cell[0] = tables_deal_cell(v, deal[i]);
        amended_cell(v, deal[i], &row->cell[1]);
        row->cell[2] = lists_partners_cell(a, v, deal[i]);
        changes_cell(a, v, deal[i], &row->cell[3]);
        row->cell[4] = lists_date_cell(a, v, deal[i]->record->signed_on);
        if (deal[i]->cash_cents)
            tables_put_usd(a, v, deal[i]->cash_cents, &row->cell[5]);
        t->sample = t->sample || deal[i]->record->sample;
    }
    return t;
}
