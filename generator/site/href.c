#include "site/site_room.h"

#include <stdint.h>
#include <string.h>

const char *href_up(struct arena *a, const char *path, int more)
{
    struct buf b = BUF_INIT;

    for (const char *c = path; *c; c++)
        if (c == path || c[-1] == '/')
            more++;
    while (more-- > 0)
        buf_puts(&b, "../");
    return buf_to_arena(&b, a);
}

/* Figures are made on demand: one that is linked gets its page, though no list has it. */
static bool wanted(const struct page_build *p, const char *page)
{
    if (strncmp(page, "figures/", 8) != 0)
        return false;
    if (!map_has(&p->site->wanted, page))
        map_set(&p->site->wanted, page, NULL);
    return true;
}

const struct shape_parts href_none = {{NULL}};

struct shape_parts href_as_is(const char *url)
{
    return (struct shape_parts){{url && *url ? url : NULL}};
}

/* Lists of thousands of links have their paths from the views, where they stay as long as the site: such
 * a one is known by where it stands.  All others are looked for by their letters. */
static size_t place_in(const struct edition *e, const char *page)
{
    size_t at = (uintptr_t)page / sizeof(void *) * 0x9e3779b1u & (e->places - 1);

    while (e->place[at] && e->place[at] != page)
        at = (at + 1) & (e->places - 1);
    return at;
}

void href_know(struct arena *a, struct edition *e, const char *const *path, size_t n)
{
    for (e->places = 2; e->places < 2 * n + 2;)
        e->places *= 2;
    e->place = ARENA_ARRAY(a, const char *, e->places);
    for (size_t i = 0; i < n; i++) {
        map_set(&e->paths, path[i], NULL);
        e->place[place_in(e, path[i])] = path[i];
    }
}

static bool has_page(const struct page_build *p, const char *page)
{
    const struct edition *e = p->edition;

    return (e->places && e->place[place_in(e, page)]) || map_has(&e->paths, page) ||
           wanted(p, page);
}

struct shape_parts href_to(const struct page_build *p, const char *page)
{
    if (!page || !has_page(p, page))
        return href_none;
    return (struct shape_parts){{p->up, page, *page ? "/index.html" : "index.html"}};
}

const char *href_page(const struct page_build *p, const char *page)
{
    const struct shape_parts to = href_to(p, page);

    return to.part[0] ? shape_joined(p->arena, &to) : NULL;
}

const char *href_canonical(struct arena *a, const struct site_builder *s, const char *lang,
                           const char *path)
{
    const char *base = s->records->site.base_url;

    if (!base)
        return NULL;
    return arena_printf(a, "%s%s%s%s%s", base, lang, *lang ? "/" : "", path,
                        *path ? "/" : "");
}

const char *href_file(struct arena *a, const char *lang, const char *path)
{
    return arena_printf(a, "site/%s/%s%sindex.html", lang, path, *path ? "/" : "");
}
