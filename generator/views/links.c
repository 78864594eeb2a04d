/* links.c - where texts may link to: pages of the site by their path, and files to take away.
 *
 * A page counts in whatever language and profile it is made: where one lacks it, the site shows
 * the words alone. */
#include "views/views_room.h"

#include <string.h>

static const char *const files[] = {
    "data/agreements.csv",     "data/agreements.bom.csv",    "data/agreements.json",
    "data/partners.csv",       "data/partners.bom.csv",      "data/partners.json",
    "data/contributions.csv",  "data/contributions.bom.csv", "data/contributions.json",
    "data/figures.csv",        "data/figures.bom.csv",       "data/figures.json",
    "data/accord.xlsx",        "data/iati.xml",              "data/schema.json", NULL};

bool views_has_file(const char *path)
{
    for (size_t i = 0; files[i]; i++)
        if (strcmp(path, files[i]) == 0)
            return true;
    return false;
}

/* The same views for a look aside: words that are missing are told where they are shown. */
static const struct views *quiet(struct arena *a, const struct views *v)
{
    struct views *copy = ARENA_NEW(a, struct views);
    *copy = *v->lasting;
    copy->lasting = copy;
    copy->arena = a;
    copy->diags = diags_new(a);
    copy->periods = ARENA_NEW(a, period_list);
    copy->told = ARENA_NEW(a, struct map);
    map_init(copy->told, a);
    copy->found = ARENA_NEW(a, struct search_set);
    copy->rows = lists_rows(copy);
    return copy;
}

/* Those that a language and a profile leave out, beside views_paths. */
static void put_others(struct arena *a, struct map *all, const struct views *v)
{
    const struct records *r = v->rec;
    for (size_t i = 0; i < r->agreement_n; i++)
        map_set(all, v->deal_page[i], NULL);
    for (size_t i = 0; i < r->partner_n; i++)
        map_set(all, v->partner_page[i], NULL);
    for (size_t i = 0; i < r->story_n; i++)
        map_set(all, arena_printf(a, "stories/%s", r->story[i].slug), NULL);
    for (size_t i = 0; i < r->document_n; i++)
        map_set(all, arena_printf(a, "documents/%s", r->document[i].id), NULL);
    for (size_t i = 0; i < r->page_n; i++)
        if (r->page[i].use == PAGE_OWN)
            map_set(all, r->page[i].slug, NULL);
    const struct plan *plan;
    size_t plans = model_plans(v->model, &plan);
    map_set(all, "targets", NULL);
    for (size_t i = 0; i < plans; i++)
        map_set(all, arena_printf(a, "targets/%d", plan[i].record->year), NULL);
}

/* Made when a text first links to a page. */
static const struct map *all_pages(const struct views *v)
{
    struct map *all = v->pages;
    if (all->n)
        return all;
    struct arena *a = arena_new();
    const char *const *path;
    size_t n = views_paths(quiet(a, v), &path);
    for (size_t i = 0; i < n; i++)
        if (*path[i])
            map_set(all, path[i], NULL);
    put_others(a, all, v);
    arena_free(a);
    return all;
}

void links_warm(const struct views *v)
{
    all_pages(v);
}

bool views_has_page(const struct views *v, const char *path)
{
    bool figure = strncmp(path, "figures/", 8) == 0;
    return map_has(all_pages(v), path) || (figure && model_figure(v->model, path + 8));
}

/* Where a page is now that stood here under a former id of its record; NULL. */
const char *views_renamed_page(struct arena *a, const struct views *v, const char *path)
{
    const struct records *r = v->rec;
    for (size_t i = 0; i < r->renamed_n; i++) {
        const struct renamed *x = &r->renamed[i];
        const char *folder = records_page_folder[x->kind];
        if (strcmp(path, arena_printf(a, "%s/%s", folder, x->former)) == 0)
            return arena_printf(a, "%s/%s", folder, x->id);
    }
    if (strncmp(path, "figures/", 8) != 0)
        return NULL;
    const char *figure = records_renamed_figure(a, r, path + 8);
    return figure ? arena_join(a, "figures/", figure) : NULL;
}

const char *views_nearest_page(struct arena *a, const struct views *v, const char *path)
{
    static const char tail[] = "index.html";
    while (strncmp(path, "./", 2) == 0 || strncmp(path, "../", 3) == 0)
        path = strchr(path, '/') + 1;
    size_t n = strlen(path), cut = sizeof tail - 1;
    if (n > cut && strcmp(path + n - cut, tail) == 0)
        n -= cut;
    while (n > 0 && path[n - 1] == '/')
        n--;
    const char *plain = arena_strndup(a, path, n), *now = views_renamed_page(a, v, plain);
    if (now)
        return now;
    const char *near = nearest_of(files, plain);
    return near ? near : map_nearest(all_pages(v), plain);
}

bool views_has_place(struct arena *a, const struct views *v, const char *path, const char *anchor)
{
    const struct view_page *page = views_page(a, quiet(a, v), path);
    for (size_t i = 0; page && i < page->sections; i++)
        if (page->section[i].id && strcmp(page->section[i].id, anchor) == 0)
            return true;
    return false;
}
