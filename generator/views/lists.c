/* lists.c - tables of agreements and of partners.
 *
 * A record stands in a dozen of these tables: of its regions, priorities, type, year, country ...
 * Its row is made once and shared by all of them; only amounts of other years than the newest make
 * rows of their own. */
#include "views/views_room.h"

#include <string.h>

struct list_rows { /* by index of the record; cell NULL until a table first has it */
    struct view_row *deal, *partner;
};

struct names { /* of those who signed an agreement and may be named */
    const char **text; /* as they stand in a list */
    struct view_cell *cell;
    size_t n;
};

static struct names names_of(struct arena *a, const struct views *v, const struct deal *d,
                             bool with_short)
{
    struct names names = {.text = ARENA_ARRAY(a, const char *, d->partner_n + 1),
                          .cell = ARENA_ARRAY(a, struct view_cell, d->partner_n + 1)};
    for (size_t i = 0; i < d->partner_n; i++) {
        const struct partner *p = d->partner[i];
        if (!v->named[p->index])
            continue;
        struct view_cell *c = &names.cell[names.n];
        *c = tables_partner_cell(v, p, d->record->signed_on);
        if (with_short)
            c->text = lists_name(v, p, d->record->signed_on);
        names.text[names.n++] = c->text;
    }
    return names;
}

/* A list of names: each a piece in its own language, as is what stands between them. */
static struct view_cell names_cell(struct arena *a, const char *text, const struct names *names)
{
    VEC(struct view_run) runs = {0};
    const char *rest = text;
    for (size_t i = 0; i < names->n; i++) {
        const struct view_cell *name = &names->cell[i];
        const char *at = strstr(rest, name->text);
        if (!at) /* the word that joins them leaves some out */
            continue;
        if (at > rest)
            VEC_PUSH(a, &runs, ((struct view_run){
                                   .text = arena_strndup(a, rest, (size_t)(at - rest))}));
        VEC_PUSH(a, &runs, ((struct view_run){
                               .text = name->text, .lang = name->lang, .page = name->page}));
        rest = at + strlen(name->text);
    }
    if (runs.n && *rest)
        VEC_PUSH(a, &runs, ((struct view_run){.text = rest}));
    return (struct view_cell){.text = text, .run = runs.p, .runs = runs.n};
}

struct view_cell lists_partners_cell(struct arena *a, const struct views *v,
                                     const struct deal *d)
{
    struct names names = names_of(a, v, d, false);
    return names_cell(a, locale_list(a, v->locale, names.text, names.n), &names);
}

const char *lists_name(const struct views *v, const struct partner *p, struct date on)
{
    const char *name = views_partner_name(v, p, on);
    if (!p->short_name || strstr(name, p->short_name))
        return name;
    return format_word2(v, "partner_short", "name", name, "short", p->short_name);
}

struct view_cell lists_signatories(struct arena *a, const struct views *v, const struct deal *d)
{
    struct names names = names_of(a, v, d, true);
    const char *list = NULL;
    for (size_t i = 0; i < names.n; i++)
        list = format_joined(v, "joined_values", list, names.text[i]);
    return names_cell(a, list ? list : views_word(v, "partner_unnamed", NULL), &names);
}

const char *lists_regions(const struct views *v, const struct agreement *r)
{
    const char *list = NULL;
    for (size_t i = 0; i < r->region_n; i++)
        list = format_joined(v, "joined_list", list, format_short(v, r->region[i].entry));
    return list ? list : views_word(v, "unassigned", NULL);
}

static const char *filter_of(struct arena *a, const struct deal *d)
{
    struct buf b = BUF_INIT;
    buf_printf(&b, "year:%d", d->year);
    if (d->record->kind)
        buf_printf(&b, " kind:%s", d->record->kind->id);
    for (size_t i = 0; i < d->record->region_n; i++)
        buf_printf(&b, " region:%s", d->record->region[i].entry->id);
    if (d->record->region_n == 0)
        buf_puts(&b, " region:unassigned");
    return buf_to_arena(&b, a);
}

/* Lists filter by names that their cells do not say: the short one, former ones, the newest. */
static void add_names(const struct views *v, const struct partner *p, struct buf *b)
{
    if (!v->named[p->index])
        return;
    buf_printf(b, "%s ", views_partner_name(v, p, (struct date){0}));
    if (p->short_name)
        buf_printf(b, "%s ", p->short_name);
    for (size_t i = 0; i < p->former_n; i++)
        buf_printf(b, "%s ", views_text(v, &p->former[i].name, NULL));
}

static const char *names_to_find(struct arena *a, const struct views *v,
                                 const struct partner *const *p, size_t n)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        if (p[i]->short_name || p[i]->former_n)
            add_names(v, p[i], &b);
    if (b.n)
        b.n--; /* no space behind the last */
    const char *s = b.n ? arena_strndup(a, b.p, b.n) : NULL;
    buf_free(&b);
    return s;
}

struct view_cell lists_date_cell(struct arena *a, const struct views *v, struct date d)
{
    char iso[16];
    date_format(d, iso);
    return (struct view_cell){.text = locale_date(a, v->locale, d, DATE_MEDIUM),
                              .sort = arena_strdup(a, iso)};
}

static struct view_cell *row_cells(struct arena *a, size_t n)
{
    struct view_cell *cell = ARENA_ARRAY(a, struct view_cell, n);
    for (size_t i = 0; i < n; i++)
        cell[i].text = "";
    return cell;
}

enum { DEAL_COLUMNS = 6, PARTNER_COLUMNS = 5 };

static struct view_row deal_row(const struct views *v, const struct deal *d)
{
    struct arena *a = v->arena;
    struct view_cell *cell = row_cells(a, DEAL_COLUMNS);
    cell[0] = tables_deal_cell(v, d);
    cell[1] = lists_partners_cell(a, v, d);
    cell[2].text = d->record->kind ? views_label(v, d->record->kind) : "";
    cell[3].text = lists_regions(v, d->record);
    cell[4] = lists_date_cell(a, v, d->record->signed_on);
    if (d->cash_cents)
        tables_put_usd(a, v, d->cash_cents, &cell[5]);
    return (struct view_row){.cell = cell,
                             .filter = filter_of(a, d),
                             .find = names_to_find(a, v, d->partner, d->partner_n)};
}

struct view_table *tables_agreements(struct arena *a, const struct views *v, const char *id,
                                     const struct deal *const *deal, size_t n)
{
    struct view_table *t = tables_new(a, id, views_word(v, "agreements", NULL), DEAL_COLUMNS);
    tables_column(t, 0, "title", views_word(v, "title", NULL), NULL, false);
    tables_column(t, 1, "partners", views_word(v, "partners", NULL), NULL, false);
    tables_column(t, 2, "kind", views_word(v, "agreement_kind", NULL), NULL, false);
    tables_column(t, 3, "regions", views_word(v, "regions", NULL), NULL, false);
    tables_column(t, 4, "signed", views_word(v, "date_signature", NULL), NULL, false);
    tables_column(t, 5, "contributions_usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "usd", NULL), true);
    t->empty = views_word(v, "empty_agreements", NULL);
    for (size_t i = 0; i < n; i++) {
        const struct deal *d = deal[i];
        struct view_row *row = &v->rows->deal[d->record->index];
        if (!row->cell)
            *row = deal_row(v->lasting, d);
        tables_share_row(a, t, row);
        t->sample = t->sample || d->record->sample;
    }
    return t;
}

const char *lists_memberships(struct arena *a, const struct views *v, const struct partner *p)
{
    const char **names = ARENA_ARRAY(a, const char *, p->membership_n + 1);
    for (size_t i = 0; i < p->membership_n; i++)
        names[i] = views_label(v, p->membership[i]);
    return locale_list(a, v->locale, names, p->membership_n);
}

static bool is_money_known(const struct views *v, struct period year)
{
    return !model_year_is_history(v->model, year.from, NULL);
}

static struct view_row partner_row(struct arena *a, const struct views *v, struct period year,
                                   const struct partner *p)
{
    const struct figure *money = view_figure_get(v, year, "partners.%s.contributions", p->id);
    struct view_cell *cell = row_cells(a, PARTNER_COLUMNS);
    cell[0] = tables_partner_cell(v, p, (struct date){0});
    cell[1].text = p->type ? format_short(v, p->type) : "";
    cell[2].text = lists_memberships(a, v, p);
    cell[3].text = p->country ? format_country(v, p->country) : "";
    if (is_money_known(v, year) && view_figure_nonzero(money))
        cell[4] = tables_figure_cell(a, v, money, "millions2");
    return (struct view_row){.cell = cell,
                             .filter = p->type ? arena_printf(a, "type:%s", p->type->id) : NULL,
                             .find = names_to_find(a, v, &p, 1)};
}

/* Of the newest year there is one for all tables. */
static struct view_row row_of_partner(struct arena *a, const struct views *v, struct period year,
                                      const struct partner *p)
{
    if (year.from != v->newest.from || year.until != v->newest.until)
        return partner_row(a, v, year, p);
    struct view_row *row = &v->rows->partner[p->index];
    if (!row->cell)
        *row = partner_row(v->lasting->arena, v->lasting, year, p);
    return *row;
}

struct view_table *tables_partners(struct arena *a, const struct views *v, const char *id,
                                   struct period year, const struct partner *const *partner,
                                   size_t n)
{
    bool money_known = is_money_known(v, year);
    struct view_table *t = tables_new(a, id, views_word(v, "partners", NULL),
                                      money_known ? PARTNER_COLUMNS : PARTNER_COLUMNS - 1);
    tables_column(t, 0, "partner", views_word(v, "partner", NULL), NULL, false);
    tables_column(t, 1, "type", views_word(v, "partner_type", NULL), NULL, false);
    tables_column(t, 2, "membership", views_word(v, "membership", NULL), NULL, false);
    tables_column(t, 3, "country", views_word(v, "country", NULL), NULL, false);
    if (money_known)
        tables_column(t, 4, "contributions_usd", views_word(v, "column_contributions", NULL),
                      format_period_word(v, "unit_of_year", year, "unit",
                                         views_word(v, "million_usd", NULL)), true);
    t->empty = views_word(v, "empty_partners", NULL);
    for (size_t i = 0; i < n; i++) {
        const struct view_row row = row_of_partner(a, v, year, partner[i]);
        tables_share_row(a, t, &row);
        t->sample = t->sample || partner[i]->sample;
    }
    return t;
}

/* --- rows that are shared --- */

struct list_rows *lists_rows(const struct views *v)
{
    struct list_rows *rows = ARENA_NEW(v->arena, struct list_rows);
    rows->deal = ARENA_ARRAY(v->arena, struct view_row, v->rec->agreement_n);
    rows->partner = ARENA_ARRAY(v->arena, struct view_row, v->rec->partner_n);
    return rows;
}

void lists_warm(const struct views *v)
{
    struct arena *a = arena_new();
    tables_agreements(a, v, "", v->shown, v->shown_n);
    for (size_t i = 0; i < v->rec->partner_n; i++)
        if (v->named[i])
            row_of_partner(a, v, v->newest, v->rec->partner[i]);
    arena_free(a);
}
