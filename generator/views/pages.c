/* pages.c - which pages there are, and how their sections are built: a new kind of page is a
 * row of page_kinds here, a page_<kind>.c and a template. */
#include "views/views_room.h"

#include <stdlib.h>
#include <string.h>

/* --- sections --- */

struct view_section *pages_section(struct arena *a, struct view_page *page,
                                   enum section_kind kind, const char *id, const char *heading)
{
    page->section = arena_grow(a, page->section, page->sections * sizeof *page->section,
                               (page->sections + 1) * sizeof *page->section);
    struct view_section *s = &page->section[page->sections++];
    *s = (struct view_section){.kind = kind, .id = id, .heading = heading};
    return s;
}

void pages_table(struct arena *a, struct view_page *page, const char *heading,
                 struct view_table *t)
{
    struct view_section *s = pages_section(a, page, SECTION_TABLE, t->id, heading);
    s->table = t;
    page->sample = page->sample || t->sample;
}

void pages_chart(struct arena *a, struct view_page *page, const char *heading,
                 struct view_chart *c)
{
    struct view_section *s = pages_section(a, page, SECTION_CHART, c->spec.id, heading);
    s->chart = c;
    page->sample = page->sample || c->sample;
}

void pages_fact_entries(struct arena *a, const struct views *v, struct view_section *s,
                        const char *folder, const struct entry *const *entry, size_t n)
{
    struct view_cell *c = n ? pages_fact(a, s, views_word(v, folder, NULL), n) : NULL;
    for (size_t i = 0; i < n; i++)
        c[i] = tables_entry_cell(a, v, folder, entry[i]);
}

void pages_markdown(struct arena *a, const struct views *v, struct view_page *page,
                    const char *id, const char *heading, const struct text *text)
{
    enum lang got = v->lang;
    const char *markdown = text_in(text, v->lang, v->rec->site.default_lang, &got);
    if (!markdown)
        return;
    struct view_section *s = pages_section(a, page, SECTION_TEXT, id, heading);
    s->markdown = markdown;
    s->markdown_lang = got == v->lang ? NULL : lang_code[got];
    s->markdown_place = text->place[got];
}

void pages_more(struct view_page *page, const char *text, const char *path)
{
    struct view_section *s = &page->section[page->sections - 1];
    s->more = text;
    s->more_page = path;
}

void pages_key_figure(struct arena *a, struct view_page *page, const struct views *v,
                      const struct figure *f, const char *form, const char *label,
                      const char *unit)
{
    struct view_section *s = &page->section[page->sections - 1];
    if (!f || (f->known && !figure_form(a, f, form)))
        return; /* a share of nothing */
    page->sample = page->sample || f->sample;
    s->key_figure = arena_grow(a, s->key_figure, s->n * sizeof *s->key_figure,
                               (s->n + 1) * sizeof *s->key_figure);
    struct view_cell c = tables_figure_cell(a, v, f, form);
    s->key_figure[s->n++] = (struct key_figure){
        .label = label, .text = c.text, .unit = unit, .figure = f->id, .sample = f->sample};
}

void pages_counted(struct arena *a, struct view_page *page, const struct views *v,
                   const struct figure *f, const char *word)
{
    pages_key_figure(a, page, v, f, "", format_counted(v, word, f), NULL);
}

struct view_cell *pages_fact(struct arena *a, struct view_section *s, const char *term, size_t n)
{
    s->fact = arena_grow(a, s->fact, s->n * sizeof *s->fact, (s->n + 1) * sizeof *s->fact);
    struct view_fact *f = &s->fact[s->n++];
    *f = (struct view_fact){.term = term, .n = n};
    f->cell = ARENA_ARRAY(a, struct view_cell, n ? n : 1);
    for (size_t i = 0; i < n; i++)
        f->cell[i].text = "";
    return f->cell;
}

/* --- list pages --- */

static const struct partner **named_partners(struct arena *a, const struct views *v, size_t *n)
{
    const struct partner **list = ARENA_ARRAY(a, const struct partner *, v->rec->partner_n + 1);
    *n = 0;
    for (size_t i = 0; i < v->rec->partner_n; i++)
        if (v->named[i])
            list[(*n)++] = v->rec->partner[i];
    return list;
}


const struct partner **pages_partners(struct arena *a, const struct views *v, size_t *n)
{
    const struct partner **list = named_partners(a, v, n);
    const char **key = ARENA_ARRAY(a, const char *, *n + 1);
    for (size_t i = 0; i < *n; i++)
        key[i] = views_partner_name(v, list[i], (struct date){0});
    /* Merge sort, since qsort has no room for the locale and must not depend on its order. */
    const struct partner **spare = ARENA_ARRAY(a, const struct partner *, *n + 1);
    const char **spare_key = ARENA_ARRAY(a, const char *, *n + 1);
    for (size_t width = 1; width < *n; width *= 2) {
        for (size_t lo = 0; lo < *n; lo += 2 * width) {
            size_t mid = lo + width < *n ? lo + width : *n;
            size_t hi = lo + 2 * width < *n ? lo + 2 * width : *n;
            for (size_t i = lo, j = mid, k = lo; k < hi; k++) {
                bool left = i < mid &&
                            (j >= hi || locale_compare(v->locale, key[i], key[j]) <= 0);
                size_t from = left ? i++ : j++;
                spare[k] = list[from];
                spare_key[k] = key[from];
            }
        }
        const struct partner **t = list;
        list = spare;
        spare = t;
        const char **tk = key;
        key = spare_key;
        spare_key = tk;
    }
    return list;
}

static void list_agreements(struct arena *a, const struct views *v, struct view_page *page)
{
    pages_table(a, page, NULL, tables_agreements(a, v, "agreements", v->shown, v->shown_n));
    const struct deal *const *all;
    size_t hidden = model_deals(v->model, &all) - v->shown_n;
    if (hidden)
        page->section[0].table->note = format_count_word(v, "n_internal", hidden);
    pages_more(page, views_word(v, "agreement_kinds", NULL), "kinds");
    page_data_links(a, v, page, "agreements");
}

static void list_partners(struct arena *a, const struct views *v, struct view_page *page)
{
    size_t n;
    const struct partner **list = pages_partners(a, v, &n);
    pages_table(a, page, NULL, tables_partners(a, v, "partners",
                                           views_newest_period(v), list, n));
    pages_more(page, views_word(v, "partner_types", NULL), "types");
    page_data_links(a, v, page, "partners");
}

static const char *list_title(const struct views *v, const char *id)
{
    if (strcmp(id, "types") == 0)
        return views_word(v, "partner_types", NULL);
    if (strcmp(id, "kinds") == 0)
        return views_word(v, "agreement_kinds", NULL);
    return views_word(v, id, NULL);
}

/* Without a year there are no figures: the entries alone, each a link to its page. */
static void list_entries(struct arena *a, const struct views *v, const struct grouping *g,
                         struct view_page *page)
{
    const struct vocab *vocab = &v->rec->vocab[g->vocab];
    struct view_table *t = tables_new(a, g->folder, list_title(v, g->folder), 1);
    tables_column(t, 0, "label", list_title(v, g->folder), NULL, false);
    for (size_t i = 0; i < vocab->n; i++)
        tables_row(a, t)->cell[0] = tables_entry_cell(a, v, g->folder, &vocab->entry[i]);
    pages_table(a, page, NULL, t);
}

static void list_grouping(struct arena *a, const struct views *v, const struct grouping *g,
                          struct view_page *page)
{
    struct period p = views_newest_period(v);
    enum chart_kind kind = g == &grouping_types ? CHART_SHARES : CHART_BARS;
    if (!p.from) {
        list_entries(a, v, g, page);
        return;
    }
    pages_chart(a, page, NULL, charts_grouping(a, v, g, p, CHART_COUNT, kind));
    if (g->money) {
        pages_chart(a, page, NULL, charts_grouping(a, v, g, p, CHART_MONEY, kind));
        page->section[1].aside = true;
    }
    pages_table(a, page, NULL, tables_grouping(a, v, g, p));
}

static void list_regions(struct arena *a, const struct views *v, struct view_page *page)
{
    list_grouping(a, v, &grouping_regions, page);
}

static void list_priorities(struct arena *a, const struct views *v, struct view_page *page)
{
    list_grouping(a, v, &grouping_priorities, page);
}

static void list_types(struct arena *a, const struct views *v, struct view_page *page)
{
    list_grouping(a, v, &grouping_types, page);
}

static void list_kinds(struct arena *a, const struct views *v, struct view_page *page)
{
    struct period p = views_newest_period(v);
    if (p.from)
        pages_table(a, page, NULL, tables_grouping(a, v, &grouping_kinds, p));
    else
        list_entries(a, v, &grouping_kinds, page);
}

static void list_years(struct arena *a, const struct views *v, struct view_page *page)
{
    if (!views_newest_period(v).from) {
        struct view_table *none = tables_new(a, "years", views_word(v, "years", NULL), 0);
        none->empty = views_word(v, "empty_agreements", NULL);
        pages_table(a, page, NULL, none);
        return;
    }
    pages_chart(a, page, NULL, charts_trend(a, v, (struct period){0}, CHART_PANELS));
    pages_table(a, page, NULL, tables_trend(a, v, (struct period){0}));
}

static void list_stories(struct arena *a, const struct views *v, struct view_page *page)
{
    page_story_items(a, v, page, NULL, NULL, NULL, 0, views_word(v, "empty_stories", NULL));
}

/* Which are open is told as of a day: the same content gives the same page. */
static void list_opportunities(struct arena *a, const struct views *v, struct view_page *page)
{
    page->note = format_word1(v, "opportunities_as_of", "date",
                              views_date(v, model_today(v->model)));
    pages_table(a, page, views_word(v, "opportunities_open", NULL),
                page_opportunity_table(a, v, true, views_word(v, "empty_opportunities", NULL)));
    struct view_table *closed = page_opportunity_table(a, v, false, NULL);
    if (closed)
        pages_table(a, page, views_word(v, "opportunities_closed", NULL), closed);
}

static void list_documents(struct arena *a, const struct views *v, struct view_page *page)
{
    (void)v;
    pages_section(a, page, SECTION_DOCUMENTS, "documents", NULL);
}

static void list_figures(struct arena *a, const struct views *v, struct view_page *page)
{
    const struct figure *const *figure;
    size_t n = model_figures(v->model, &figure);
    struct view_table *t = tables_new(a, "figures", views_word(v, "figures", NULL), 3);
    tables_column(t, 0, "figure", views_word(v, "figure_what", NULL), NULL, false);
    tables_column(t, 1, "id", views_word(v, "figure_id", NULL), NULL, false);
    tables_column(t, 2, "value", views_word(v, "figure_value", NULL), NULL, true);
    for (size_t i = 0; i < n; i++) {
        if (!views_figure_named(v, figure[i]))
            continue;
        struct view_row *row = tables_row(a, t);
        row->cell[0].text = view_figure_label(v, figure[i]);
        row->cell[0].page = arena_join(a, "figures/", figure[i]->id);
        row->cell[1].text = figure[i]->id;
        row->cell[2] = tables_figure_cell(a, v, figure[i], "");
        row->cell[2].page = NULL;
        row->filter = arena_printf(a, "year:%d", figure[i]->period.until);
        t->sample = t->sample || figure[i]->sample;
    }
    pages_table(a, page, NULL, t);
    page_data_links(a, v, page, "figures");
}

static void list_search(struct arena *a, const struct views *v, struct view_page *page)
{
    (void)a;
    page->kind = "search";
    for (size_t i = 0; i < v->shown_n; i++)
        page->sample = page->sample || v->shown[i]->record->sample;
    for (size_t i = 0; i < v->rec->partner_n; i++)
        page->sample = page->sample || (v->named[i] && v->rec->partner[i]->sample);
}

/* List pages, each with a folder of pages; those of the navigation in its order. */
static const struct list_row {
    const char *id, *lead;
    bool in_nav;
    void (*build)(struct arena *a, const struct views *v, struct view_page *page);
    bool internal; /* of the internal profile only */
} lists[] = {
    {"agreements", "list_agreements_lead", true, list_agreements, false},
    {"partners", "list_partners_lead", true, list_partners, false},
    {"regions", "list_regions_lead", true, list_regions, false},
    {"priorities", "list_priorities_lead", true, list_priorities, false},
    {"years", "list_years_lead", true, list_years, false},
    {"documents", "list_documents_lead", true, list_documents, false},
    {"stories", "list_stories_lead", true, list_stories, false},
    {"opportunities", "list_opportunities_lead", true, list_opportunities, false},
    {"targets", "list_targets_lead", true, page_target_list, true},
    {"types", "list_types_lead", false, list_types, false},
    {"kinds", "list_kinds_lead", false, list_kinds, false},
    {"figures", "list_figures_lead", false, list_figures, false},
    {"search", "list_search_lead", false, list_search, false},
    {"data", "list_data_lead", false, page_data, false},
};
enum { LISTS = sizeof lists / sizeof *lists };

static bool is_made(const struct views *v, const struct list_row *row)
{
    return v->internal || !row->internal;
}

size_t views_nav(struct arena *a, const struct views *v, struct crumb **nav)
{
    size_t n = 0;
    *nav = ARENA_ARRAY(a, struct crumb, LISTS);
    for (size_t i = 0; i < LISTS; i++)
        if (lists[i].in_nav && is_made(v, &lists[i]))
            (*nav)[n++] = (struct crumb){list_title(v, lists[i].id), lists[i].id};
    return n;
}

/* --- all paths --- */

struct path_list {
    struct arena *arena;
    VEC(const char *) list;
};

static void add_path(struct path_list *p, const char *folder, const char *id)
{
    VEC_PUSH(p->arena, &p->list, arena_printf(p->arena, "%s/%s", folder, id));
}

static const struct grouping *const paged_groupings[] = {&grouping_regions, &grouping_priorities,
                                                         &grouping_types, &grouping_kinds};
enum { PAGED = sizeof paged_groupings / sizeof *paged_groupings };

/* Pages of what only searches part records by: countries, goals, amounts. */
static void add_search_paths(struct path_list *p, const struct views *v)
{
    const struct search_set *set = search_sets(v);
    for (int f = 0; f < SEARCH_FACETS; f++)
        for (size_t i = 0; i < set->by_id[f].n; i++) {
            const struct search_value *value = set->by_id[f].item[i].value;
            bool used = value->deals.n || value->partners.n;
            if (used && strncmp(value->page, "search/", 7) == 0)
                VEC_PUSH(p->arena, &p->list, value->page);
        }
}

size_t views_paths(const struct views *v, const char *const **path)
{
    struct path_list p = {.arena = v->arena};
    VEC_PUSH(p.arena, &p.list, "");
    VEC_PUSH(p.arena, &p.list, "about");
    for (size_t i = 0; i < LISTS; i++)
        if (is_made(v, &lists[i]))
            VEC_PUSH(p.arena, &p.list, lists[i].id);
    const struct plan *plan;
    size_t plans = v->internal ? model_plans(v->model, &plan) : 0;
    for (size_t i = 0; i < plans; i++)
        add_path(&p, "targets", arena_printf(v->arena, "%d", plan[i].record->year));
    for (size_t i = 0; i < v->shown_n; i++)
        VEC_PUSH(p.arena, &p.list, v->deal_page[v->shown[i]->record->index]);
    for (size_t i = 0; i < v->rec->partner_n; i++)
        if (v->named[i])
            VEC_PUSH(p.arena, &p.list, v->partner_page[i]);
    for (size_t g = 0; g < PAGED; g++) {
        const struct vocab *vocab = &v->rec->vocab[paged_groupings[g]->vocab];
        for (size_t i = 0; i < vocab->n; i++)
            add_path(&p, paged_groupings[g]->folder, vocab->entry[i].id);
    }
    const int *year;
    size_t years = model_years(v->model, &year);
    for (size_t i = 0; i < years; i++)
        add_path(&p, "years", arena_printf(v->arena, "%d", year[i]));
    add_search_paths(&p, v);
    for (size_t i = 0; i < v->story_n; i++)
        add_path(&p, "stories", v->story[i]->slug);
    for (size_t i = 0; i < v->rec->opportunity_n; i++)
        add_path(&p, "opportunities", v->rec->opportunity[i].id);
    const struct figure *const *figure;
    size_t figures = model_figures(v->model, &figure);
    for (size_t i = 0; i < figures; i++)
        if (views_figure_named(v, figure[i]))
            add_path(&p, "figures", figure[i]->id);
    *path = p.list.p;
    return p.list.n;
}

/* --- one page --- */

static void add_crumb(struct arena *a, struct view_page *page, const char *title,
                      const char *path)
{
    page->crumb = arena_grow(a, page->crumb, page->crumbs * sizeof *page->crumb,
                             (page->crumbs + 1) * sizeof *page->crumb);
    page->crumb[page->crumbs++] = (struct crumb){title, path};
}

static void build_list(struct arena *a, const struct views *v, const struct list_row *row,
                       struct view_page *page)
{
    page->kind = "list";
    page->title = list_title(v, row->id);
    page->lead = views_word(v, row->lead, NULL);
    row->build(a, v, page);
}

static bool build_entry(struct arena *a, const struct views *v, const char *folder,
                        const char *id, struct view_page *page)
{
    for (size_t g = 0; g < PAGED; g++) {
        if (strcmp(folder, paged_groupings[g]->folder) != 0)
            continue;
        const struct entry *e = map_get(&v->rec->vocab[paged_groupings[g]->vocab].by_id, id);
        if (e)
            page_entry(a, v, paged_groupings[g], e, page);
        return e != NULL;
    }
    return false;
}

static bool build_year(struct arena *a, const struct views *v, const char *id,
                       struct view_page *page)
{
    const int *year;
    size_t n = model_years(v->model, &year);
    for (size_t i = 0; i < n; i++)
        if (strcmp(id, arena_printf(a, "%d", year[i])) == 0) {
            page_year(a, v, year[i], page);
            return true;
        }
    return false;
}

static bool build_story(struct arena *a, const struct views *v, const char *slug,
                        struct view_page *page)
{
    for (size_t i = 0; i < v->story_n; i++)
        if (strcmp(slug, v->story[i]->slug) == 0) {
            page_story(a, v, v->story[i], page);
            return true;
        }
    return false;
}

static bool build_opportunity(struct arena *a, const struct views *v, const char *id,
                              struct view_page *page)
{
    for (size_t i = 0; i < v->rec->opportunity_n; i++)
        if (strcmp(id, v->rec->opportunity[i].id) == 0) {
            page_opportunity(a, v, &v->rec->opportunity[i], page);
            return true;
        }
    return false;
}

static bool build_target(struct arena *a, const struct views *v, const char *id,
                         struct view_page *page)
{
    const struct plan *plan;
    size_t n = model_plans(v->model, &plan);
    for (size_t i = 0; i < n; i++)
        if (strcmp(id, arena_printf(a, "%d", plan[i].record->year)) == 0) {
            page_target(a, v, &plan[i], page);
            return true;
        }
    return false;
}

static bool build_record(struct arena *a, const struct views *v, const char *folder,
                         const char *id, struct view_page *page)
{
    if (strcmp(folder, "agreements") == 0) {
        const struct deal *d = model_deal(v->model, id);
        if (d)
            page_agreement(a, v, d, page);
        return d != NULL;
    }
    if (strcmp(folder, "partners") == 0) {
        const struct partner *p = map_get(&v->rec->partner_by_id, id);
        if (p)
            page_partner(a, v, p, page);
        return p != NULL;
    }
    if (strcmp(folder, "years") == 0)
        return build_year(a, v, id, page);
    if (strcmp(folder, "targets") == 0)
        return build_target(a, v, id, page);
    if (strcmp(folder, "stories") == 0)
        return build_story(a, v, id, page);
    if (strcmp(folder, "opportunities") == 0)
        return build_opportunity(a, v, id, page);
    if (strcmp(folder, "figures") == 0) {
        const struct figure *f = model_figure(v->model, id);
        bool named = f && views_figure_named(v, f);
        if (named)
            page_figure(a, v, f, page);
        return named;
    }
    if (strcmp(folder, "search") == 0)
        return page_search_facet(a, v, id, page);
    return build_entry(a, v, folder, id, page);
}

/* The text of pages/<path>/ in the language of the views; NULL. */
static const struct page_file *slot_text(const struct views *v, const char *path)
{
    const char *slug = *path ? path : "home";
    for (size_t i = 0; i < v->rec->page_n; i++) {
        const struct page_file *file = &v->rec->page[i];
        if (file->use == PAGE_SLOT && file->lang == v->lang && strcmp(file->slug, slug) == 0)
            return file;
    }
    return NULL;
}

struct view_page *views_page(struct arena *a, const struct views *of, const char *path)
{
    const struct views *v = views_within(a, of);
    struct view_page *page = ARENA_NEW(a, struct view_page);
    page->path = path;
    page->nav = "";
    page->text = slot_text(v, path);
    if (*path == '\0') {
        page_home(a, v, page);
        return page;
    }
    add_crumb(a, page, views_word(v, "home", NULL), "");
    if (strcmp(path, "about") == 0) {
        page_about(a, v, page);
        return page;
    }
    size_t n = strcspn(path, "/");
    for (size_t i = 0; i < LISTS; i++) {
        if (strlen(lists[i].id) != n || strncmp(lists[i].id, path, n) != 0 ||
            !is_made(v, &lists[i]))
            continue;
        page->nav = lists[i].id;
        if (path[n] == '\0') {
            build_list(a, v, &lists[i], page);
            return page;
        }
        add_crumb(a, page, list_title(v, lists[i].id), lists[i].id);
        if (build_record(a, v, lists[i].id, path + n + 1, page))
            return page;
    }
    return NULL;
}
