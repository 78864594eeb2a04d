/* lists.c - tables of agreements and of partners. */
#include "views/views_room.h"

#include <string.h>

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

static void put_run(struct arena *a, struct view_cell *cell, struct view_run run)
{
    struct view_run *list = ARENA_ARRAY(a, struct view_run, cell->runs + 1);
    if (cell->runs)
        memcpy(list, cell->run, cell->runs * sizeof *list);
    list[cell->runs++] = run;
    cell->run = list;
}

/* A list of names: each a piece in its own language, as is what stands between them. */
static struct view_cell names_cell(struct arena *a, const char *text, const struct names *names)
{
    struct view_cell cell = {.text = text};
    const char *rest = text;
    for (size_t i = 0; i < names->n; i++) {
        const struct view_cell *name = &names->cell[i];
        const char *at = strstr(rest, name->text);
        if (!at) /* the word that joins them leaves some out */
            continue;
        if (at > rest)
            put_run(a, &cell,
                    (struct view_run){.text = arena_strndup(a, rest, (size_t)(at - rest))});
        put_run(a, &cell,
                (struct view_run){.text = name->text, .lang = name->lang, .page = name->page});
        rest = at + strlen(name->text);
    }
    if (cell.runs && *rest)
        put_run(a, &cell, (struct view_run){.text = rest});
    return cell;
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

struct view_table *tables_agreements(struct arena *a, const struct views *v, const char *id,
                                     const struct deal *const *deal, size_t n)
{
    struct view_table *t = tables_new(a, id, views_word(v, "agreements", NULL), 6);
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
        struct view_row *row = tables_row(a, t);
        row->cell[0] = tables_deal_cell(v, d);
        row->cell[1] = lists_partners_cell(a, v, d);
        row->cell[2].text = d->record->kind ? views_label(v, d->record->kind) : "";
        row->cell[3].text = lists_regions(v, d->record);
        row->cell[4] = lists_date_cell(a, v, d->record->signed_on);
        if (d->cash_cents)
            tables_put_usd(a, v, d->cash_cents, &row->cell[5]);
        row->filter = filter_of(a, d);
        row->find = names_to_find(a, v, d->partner, d->partner_n);
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

struct view_table *tables_partners(struct arena *a, const struct views *v, const char *id,
                                   struct period year, const struct partner *const *partner,
                                   size_t n)
{
    bool money_known = !model_year_is_history(v->model, year.from, NULL);
    struct view_table *t =
        tables_new(a, id, views_word(v, "partners", NULL), money_known ? 5 : 4);
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
        const struct partner *p = partner[i];
        struct view_row *row = tables_row(a, t);
        const struct figure *money = view_figure_get(v, year, "partners.%s.contributions", p->id);
        row->cell[0] = tables_partner_cell(v, p, (struct date){0});
        row->cell[1].text = p->type ? format_short(v, p->type) : "";
        row->cell[2].text = lists_memberships(a, v, p);
        row->cell[3].text = p->country ? format_country(v, p->country) : "";
        if (money_known && view_figure_nonzero(money))
            row->cell[4] = tables_figure_cell(a, v, money, "millions2");
        row->filter = p->type ? arena_printf(a, "type:%s", p->type->id) : NULL;
        row->find = names_to_find(a, v, &p, 1);
        t->sample = t->sample || p->sample;
    }
    return t;
}
