#include "views/views_room.h"

#include <string.h>

static void names(struct arena *a, const struct views *v, const struct partner *p,
                  struct view_section *s)
{
    if (p->short_name)
        pages_fact(a, s, views_word(v, "short_name", NULL), 1)->text = p->short_name;
    const char *by = views_text(v, &p->represented_by, NULL);
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
    for (size_t i = 0; i < p->membership_n; i++)
        m[i] = tables_entry_cell(a, v, NULL, p->membership[i]);
    if (p->country)
        pages_fact(a, s, views_word(v, "country", NULL), 1)->text = format_country(v, p->country);
    if (p->org_id)
        pages_fact(a, s, views_word(v, "org_id", NULL), 1)->text = p->org_id;
    if (p->website) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "website", NULL), 1);
        c->text = c->url = p->website;
    }
    const struct partner *into =
        p->merged_into ? map_get(&v->rec->partner_by_id, p->merged_into) : NULL;
    if (into && v->named[into->index]) {
        struct view_cell *c = pages_fact(a, s, views_word(v, "successor", NULL), 1);
        *c = tables_partner_cell(v, into, p->merged_on);
        c->text = format_word2(v, "merged_into", "name", c->text, "date",
                               views_date(v, p->merged_on));
    }
}

static void by_year(struct arena *a, const struct views *v, const struct partner *p,
                    struct view_page *page)
{
    const int *year;
    size_t n = model_years(v->model, &year);
    struct view_table *t = tables_new(a, "by-year",
                                      views_word(v, "partner_contributions_by_year", NULL), 2);
    tables_column(t, 0, "year", views_word(v, "year", NULL), NULL, false);
    tables_column(t, 1, "contributions_usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "usd", NULL), true);
    for (size_t i = n; i-- > 0;) {
        const struct figure *f = view_figure_get(v, (struct period){year[i], year[i]},
                                             "partners.%s.contributions", p->id);
        if (!view_figure_nonzero(f))
            continue;
        struct view_row *row = tables_row(a, t);
        row->cell[0].text = arena_printf(a, "%d", year[i]);
        row->cell[0].page = arena_printf(a, "years/%d", year[i]);
        row->cell[1] = tables_figure_cell(a, v, f, "usd");
        t->sample = t->sample || f->sample;
    }
    if (t->rows)
        pages_table(a, page, views_word(v, "partner_contributions_by_year", NULL), t);
}

static void agreements(struct arena *a, const struct views *v, const struct partner *p,
                       struct view_page *page)
{
    VEC(const struct deal *) list = {0};
    for (size_t i = 0; i < v->shown_n; i++)
        for (size_t k = 0; k < v->shown[i]->partner_n; k++)
            if (v->shown[i]->partner[k] == p)
                VEC_PUSH(a, &list, v->shown[i]);
    pages_table(a, page, views_word(v, "agreements", NULL),
                tables_agreements(a, v, "agreements", list.p, list.n));
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
    by_year(a, v, p, page);
    agreements(a, v, p, page);
}
