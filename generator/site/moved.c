/* moved.c - pages at addresses that records had before they were renamed: each leads on to where its
 * record is now, by itself and by a link (HTML Living Standard, 4.2.5.3, the refresh pragma), and
 * is for no index.  The rows behind a figure stay at their former address as well. */
#include "site/site_room.h"

#include <string.h>

static const char *title_of(const struct page_build *p, const char *to)
{
    const struct edition *e = p->edition;

    for (size_t i = 0; i < e->docs; i++)
        if (strcmp(e->doc[i].path, to) == 0)
            return e->doc[i].title;
    const struct view_page *page = views_page(p->arena, e->views, to);
    return page ? page->title : NULL;
}

static void put_rows(const struct page_build *p, const char *to)
{
    const struct view_page *page = views_page(p->arena, p->edition->views, to);

    for (size_t i = 0; page && i < page->sections; i++) {
        const struct view_table *t = page->section[i].table;
        struct buf b = BUF_INIT;
        if (page->section[i].kind != SECTION_TABLE || !t->rows)
            continue;
        views_table_csv(t, &b);
        p->site->put(p->site->ctx, arena_printf(p->arena, "site/%s/%s/records.csv",
                                                p->edition->code, p->path),
                     buf_str(&b), b.n);
        buf_free(&b);
        return;
    }
}

static void moved_page(struct site_builder *s, const struct edition *e, const char *from,
                       const char *to)
{
    struct arena *a = arena_new();
    struct page_build p = {.arena = a, .site = s, .edition = e, .path = from,
                           .up = href_up(a, from, 0), .root = href_up(a, from, 1)};
    const char *title = title_of(&p, to);
    struct buf b = BUF_INIT;

    if (title) {
        site_render(s, a, "moved", "moved", page_moved(&p, to, title), &b);
        s->put(s->ctx, href_file(a, e->code, from), buf_str(&b), b.n);
        if (strncmp(to, "figures/", 8) == 0)
            put_rows(&p, to);
    }
    buf_free(&b);
    arena_free(a);
}

/* The path as it was under the former id; NULL where it does not name the record. */
static const char *former_path(struct arena *a, const struct renamed *r, const char *path)
{
    const char *mark = arena_printf(a, ".partners.%s.", r->id), *at = strstr(path, mark);

    if (r->kind != RENAMED_PARTNER || strncmp(path, "figures/", 8) != 0 || !at)
        return NULL;
    return arena_printf(a, "%.*s.partners.%s.%s", (int)(at - path), path, r->former,
                        at + strlen(mark));
}

void moved_build(struct site_builder *s, const struct edition *e)
{
    for (size_t i = 0; i < s->records->renamed_n; i++) {
        const struct renamed *r = &s->records->renamed[i];
        const char *folder = records_page_folder[r->kind];
        const char *to = arena_printf(s->arena, "%s/%s", folder, r->id);
        if (map_has(&e->paths, to))
            moved_page(s, e, arena_printf(s->arena, "%s/%s", folder, r->former), to);
        for (size_t k = 0; k < e->paths.n; k++) {
            const char *from = former_path(s->arena, r, e->paths.item[k].key);
            if (from)
                moved_page(s, e, from, e->paths.item[k].key);
        }
    }
}

void moved_make(struct site_builder *s, const struct edition *e, const char *path)
{
    struct arena *a = arena_new();
    const char *to = views_renamed_page(a, e->views, path);

    if (to && (map_has(&e->paths, to) || strncmp(to, "figures/", 8) == 0))
        moved_page(s, e, path, to);
    arena_free(a);
}
