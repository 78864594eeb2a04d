/* lists.c - tables of agreements and of partners. */
#include "views/views_room.h"

#include <string.h>

/* First strong isolate ... pop directional isolate (UAX #9): a name in Latin letters between
 * Arabic ones keeps its own order, and theirs. */
static const char isolate[] = "\xE2\x81\xA8", isolate_end[] = "\xE2\x81\xA9";

static struct view_cell partners_cell(struct arena *a, const struct views *v,
                                      const struct deal *d)
{
    const char **names = ARENA_ARRAY(a, const char *, d->partner_n + 1);
    struct view_cell cell = {.text = ""};
    size_t n = 0;
    bool apart = locale_is_rtl(v->locale) && d->partner_n > 1, one = true;
    for (size_t i = 0; i < d->partner_n; i++) {
        if (!v->named[d->partner[i]->index])
            continue;
        struct view_cell name = tables_partner_cell(v, d->partner[i], d->record->signed_on);
        one = one && (n == 0 || name.lang == cell.lang);
        cell.lang = name.lang;
        names[n++] = apart ? arena_printf(a, "%s%s%s", isolate, name.text, isolate_end) : name.text;
    }
    cell.text = locale_list(a, v->locale, names, n);
    cell.lang = one && n == 1 ? cell.lang : NULL;
    return cell;
}

const char *lists_name(const struct views *v, const struct partner *p, struct date on)
{
    const char *name = views_partner_name(v, p, on);
    if (!p->short_name || strstr(name, p->short_name))
        return name;
    return format_word2(v, "partner_short", "name", name, "short", p->short_name);
}

const char *lists_signatories(const struct views *v, const struct deal *d)
{
    const char *list = NULL;
    for (size_t i = 0; i < d->partner_n; i++)
        if (v->named[d->partner[i]->index])
            list = format_joined(v, "joined_values", list,
                                 lists_name(v, d->partner[i], d->record->signed_on));
    return list ? list : views_word(v, "internal_record", NULL);
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
        row->cell[1] = partners_cell(a, v, d);
        row->cell[2].text = d->record->kind ? views_label(v, d->record->kind) : "";
        row->cell[3].text = lists_regions(v, d->record);
        row->cell[4] = lists_date_cell(a, v, d->record->signed_on);
        if (d->cash_cents) {
            row->cell[5].text = views_cents(v, d->cash_cents);
            row->cell[5].sort = format_cents(a, d->cash_cents);
        }
        row->filter = filter_of(a, d);
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
                                   const struct partner *const *partner, size_t n)
{
    struct period year = views_newest_period(v);
    struct view_table *t = tables_new(a, id, views_word(v, "partners", NULL), 5);
    tables_column(t, 0, "partner", views_word(v, "partner", NULL), NULL, false);
    tables_column(t, 1, "type", views_word(v, "partner_type", NULL), NULL, false);
    tables_column(t, 2, "membership", views_word(v, "membership", NULL), NULL, false);
    tables_column(t, 3, "country", views_word(v, "country", NULL), NULL, false);
    tables_column(t, 4, "contributions_usd", views_word(v, "column_contributions", NULL),
                  format_period_word(v, "unit_of_year", year, "unit", views_word(v, "million_usd", NULL)), true);
    t->empty = views_word(v, "empty_partners", NULL);
    for (size_t i = 0; i < n; i++) {
        const struct partner *p = partner[i];
        struct view_row *row = tables_row(a, t);
        const struct figure *money = view_figure_get(v, year, "partners.%s.contributions", p->id);
        row->cell[0] = tables_partner_cell(v, p, (struct date){0});
        row->cell[1].text = p->type ? format_short(v, p->type) : "";
        row->cell[2].text = lists_memberships(a, v, p);
        row->cell[3].text = p->country ? format_country(v, p->country) : "";
        if (view_figure_nonzero(money))
            row->cell[4] = tables_figure_cell(a, v, money, "millions2");
        row->filter = p->type ? arena_printf(a, "type:%s", p->type->id) : NULL;
        t->sample = t->sample || p->sample;
    }
    return t;
}
