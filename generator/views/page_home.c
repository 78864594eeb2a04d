#include "views/views_room.h"

enum { LATEST = 5, TOP = 10, STORIES = 3, YEARS = 5 };

static void key_figures(struct arena *a, const struct views *v, struct period p,
                        struct view_page *page)
{
    pages_section(a, page, SECTION_KEY_FIGURES, "key-figures",
                  format_period_word(v, "home_key_figures", p, NULL, NULL));
    pages_counted(a, page, v, view_figure_get(v, p, "agreements.count"),
                  "home_agreements_signed");
    pages_counted(a, page, v, view_figure_get(v, p, "partners.count"), "home_partners");
    const struct figure *money = view_figure_get(v, p, "contributions.total");
    pages_key_figure(a, page, v, money, "millions",
                     views_word(v, "home_total_contributions", NULL),
                     format_million_unit(v, money, "millions"));
    pages_key_figure(a, page, v, view_figure_get(v, p, "contributions.partners"), "percent",
                     views_word(v, "home_share_partners", NULL), NULL);
}

static void charts(struct arena *a, const struct views *v, struct period p,
                   struct view_page *page)
{
    struct period recent = {p.until - YEARS + 1, p.until}; /* all of them are on the years' page */
    pages_chart(a, page, NULL, charts_trend(a, v, recent, CHART_PANELS));
    pages_chart(a, page, views_word(v, "regions", NULL),
                charts_grouping(a, v, &grouping_regions, p, CHART_MONEY, CHART_BARS));
    pages_chart(a, page, views_word(v, "priorities", NULL),
                charts_grouping(a, v, &grouping_priorities, p, CHART_MONEY, CHART_BARS));
    page->section[page->sections - 1].aside = true;
}

/* Bars beside the amounts, as long as they are large. */
static void top_partners(struct arena *a, const struct views *v, struct period p,
                         struct view_page *page)
{
    struct view_table *t = tables_top_partners(a, v, p, TOP);
    int64_t longest = 0;
    for (size_t i = 0; i < t->rows && !t->row[i].sum; i++) {
        struct view_cell *c = &t->row[i].cell[2];
        const struct figure *f = t->row[i].cell[0].sort && c->figure
                                     ? model_figure(v->model, c->figure) : NULL;
        longest = i == 0 && f ? f->cents : longest;
        c->sample = false; /* said once, below */
        if (f && longest > 0)
            c->bar = rational_decimal(a, rational_new(a, f->cents * 100, longest), 1, NULL);
    }
    t->column[2].head = views_word(v, "column_contributions", NULL);
    notes_add(v, t, t->sample ? views_word(v, "chart_sample_note", NULL) : NULL);
    pages_table(a, page, views_word(v, "home_top_partners", NULL), t);
    pages_more(page, views_word(v, "see_all_partners", NULL), "partners");
}

void page_home(struct arena *a, const struct views *v, struct view_page *page)
{
    struct period p = views_newest_period(v);
    page->kind = "home";
    page->title = views_text(v, &v->rec->site.name, &page->title_lang);
    page->lead = views_word(v, "home_lead", NULL);
    page->description = views_text(v, &v->rec->site.description, NULL);
    if (p.from) { /* there is a year to tell of */
        key_figures(a, v, p, page);
        charts(a, v, p, page);
        top_partners(a, v, p, page);
    }
    size_t n = v->shown_n < LATEST ? v->shown_n : LATEST;
    pages_table(a, page, views_word(v, "home_latest_agreements", NULL),
                tables_agreements(a, v, "latest", v->shown, n));
    pages_more(page, views_word(v, "see_all_agreements", NULL), "agreements");
    pages_section(a, page, SECTION_DOCUMENTS, "documents", views_word(v, "documents", NULL));
    struct view_table *open = page_opportunity_table(a, v, true, NULL);
    if (open) {
        pages_table(a, page, views_word(v, "opportunities_open", NULL), open);
        pages_more(page, views_word(v, "see_all_opportunities", NULL), "opportunities");
    }
    page_story_items(a, v, page, views_word(v, "home_stories", NULL), NULL, NULL, STORIES, NULL);
    if (v->story_n > STORIES)
        pages_more(page, views_word(v, "see_all_stories", NULL), "stories");
}
