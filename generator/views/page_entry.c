/* page_entry.c - the page of a region, a priority, a type of partner, a kind, or a year. */
#include "views/views_room.h"

#include <string.h>

/* The newest year of an entry whose figures are known: a priority has none once its scheme is over. */
static struct period newest_year(const struct views *v, const struct grouping *g,
                                 const struct entry *e)
{
    struct period own = charts_entry_years(v, g, e);
    for (int year = own.until; year >= own.from && year > 0; year--) {
        struct period one = {year, year};
        const struct figure *f = view_figure_get(v, one, "%s.%s.count", g->folder, e->id);
        if (f && f->known)
            return one;
    }
    return views_newest_period(v);
}

static void key_figures(struct arena *a, const struct views *v, const struct grouping *g,
                        const struct entry *e, struct view_page *page)
{
    struct period p = newest_year(v, g, e);
    if (!p.from)
        return;
    pages_section(a, page, SECTION_KEY_FIGURES, "key-figures",
                  format_period_word(v, "home_key_figures", p, NULL, NULL));
    /* By the page's folder, not g->ids: the page of a type is about exactly that type. */
    const struct figure *money = view_figure_get(v, p, "%s.%s.contributions", g->folder, e->id);
    bool types = g->vocab == VOCAB_PARTNER_TYPES;
    pages_counted(a, page, v, view_figure_get(v, p, "%s.%s.count", g->folder, e->id),
                  types ? "home_partners" : "home_agreements_signed");
    pages_key_figure(a, page, v, money, "millions2",
                     views_word(v, "home_total_contributions", NULL),
                     format_million_unit(v, money, "millions2"));
    pages_key_figure(a, page, v, money, "percent", views_word(v, "share_of_all", NULL), NULL);
}

static enum search_facet facet_of(const struct grouping *g)
{
    for (int f = 0; f < SEARCH_FACETS; f++)
        if (search_facet_rows[f].vocab == (int)g->vocab)
            return (enum search_facet)f;
    return SEARCH_REGION;
}

void page_entry(struct arena *a, const struct views *v, const struct grouping *g,
                const struct entry *e, struct view_page *page)
{
    static const char *const kinds[VOCABS] = {"region", "priority", "type", "", "kind", ""};
    page->kind = kinds[g->vocab];
    const char *label = views_text(v, &e->label, &page->title_lang);
    page->title = g->vocab == VOCAB_PARTNER_TYPES ? format_short(v, e) : label ? label : e->id;
    page->description = page->title;
    key_figures(a, v, g, e, page);
    struct view_chart *years = charts_entry_trend(a, v, g, e);
    if (years)
        pages_chart(a, page, NULL, years);
    page_search_lists(a, v, facet_of(g), e->id, page);
}

/* Of a year entered as totals, what its file gives. */
static void past_charts(struct arena *a, const struct views *v, struct period p,
                        struct view_page *page)
{
    static const struct grouping *const parts[] = {&grouping_regions, &grouping_priorities};
    size_t before = page->sections;
    for (size_t i = 0; i < 2; i++) {
        struct view_chart *c = charts_grouping(a, v, parts[i], p, CHART_MONEY, CHART_BARS);
        bool known = c->spec.n > 0;
        for (size_t k = 0; k < chart_marks(&c->spec); k++)
            known = known && !c->spec.mark[k].unknown;
        if (known)
            pages_chart(a, page, NULL, c);
    }
    if (page->sections == before + 2)
        page->section[before + 1].aside = true;
}

/* They serve as parents of later ones, and enter no figure. */
static void past_agreements(struct arena *a, const struct views *v, int year,
                            struct view_page *page)
{
    const char *id = arena_printf(a, "%d", year);
    size_t first = page->sections;
    if (!search_value_get(v, SEARCH_YEAR, id))
        return;
    page_search_lists(a, v, SEARCH_YEAR, id, page);
    page->section[first].intro = views_word(v, "year_on_file", NULL);
}

static void year_charts(struct arena *a, const struct views *v, struct period p,
                        struct view_page *page)
{
    pages_chart(a, page, NULL, charts_grouping(a, v, &grouping_regions, p, CHART_MONEY, CHART_BARS));
    pages_chart(a, page, NULL,
                charts_grouping(a, v, &grouping_priorities, p, CHART_MONEY, CHART_BARS));
    page->section[page->sections - 1].aside = true;
    pages_table(a, page, NULL, tables_top_partners(a, v, p, 10));
    pages_table(a, page, NULL, tables_grouping(a, v, &grouping_types, p));
    pages_table(a, page, NULL, tables_grouping(a, v, &grouping_kinds, p));
}

static void year_figures(struct arena *a, const struct views *v, struct period p,
                         struct view_page *page)
{
    pages_section(a, page, SECTION_KEY_FIGURES, "key-figures", NULL);
    pages_counted(a, page, v, view_figure_get(v, p, "agreements.count"),
                  "home_agreements_signed");
    pages_key_figure(a, page, v, view_figure_get(v, p, "agreements.financial.count"), "",
                     views_word(v, "home_with_contributions", NULL), NULL);
    const struct figure *addenda = view_figure_get(v, p, "addenda.count");
    if (view_figure_nonzero(addenda))
        pages_counted(a, page, v, addenda, "year_addenda_signed");
    pages_counted(a, page, v, view_figure_get(v, p, "partners.count"), "home_partners");
    const struct figure *money = view_figure_get(v, p, "contributions.total");
    pages_key_figure(a, page, v, money, "millions",
                     views_word(v, "home_total_contributions", NULL),
                     format_million_unit(v, money, "millions"));
}

void page_year(struct arena *a, const struct views *v, int year, struct view_page *page)
{
    struct period p = {year, year};
    const struct history *history = NULL;
    page->kind = "year";
    page->title = format_year(v, p);
    page->description = format_period_word(v, "home_key_figures", p, NULL, NULL);
    year_figures(a, v, p, page);
    if (model_year_is_history(v->model, year, &history)) {
        page->lead = format_period_word(v, "year_from_history", p, NULL, NULL);
        past_charts(a, v, p, page);
        past_agreements(a, v, year, page);
        return;
    }
    year_charts(a, v, p, page);
    page_search_lists(a, v, SEARCH_YEAR, arena_printf(a, "%d", year), page);
}
