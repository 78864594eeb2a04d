/* head_value.c - what a page says of itself to programs: its address and those of the same page
 * in other languages (Google's hreflang, with x-default), Open Graph (ogp.me), and what it is
 * about (schema.org, as JSON-LD).
 *
 * Addresses are absolute here: without base_url in site.yaml there are none, and what needs them
 * is left out. */
#include "site/site_room.h"

#include "base/json.h"

#include <string.h>

/* --- the same page in other languages --- */

/* Readers of no language of ours get the choice of languages, or the page in the default one. */
static const char *fallback(struct arena *a, const struct site_builder *s, const char *path)
{
    const char *code = lang_code[s->records->site.default_lang];

    if (*path == '\0')
        return href_canonical(a, s, "", "");
    for (size_t i = 0; i < s->in.languages; i++)
        if (strcmp(s->edition[i].code, code) == 0 && map_has(&s->edition[i].paths, path))
            return href_canonical(a, s, code, path);
    return NULL;
}

size_t head_alternates(struct arena *a, const struct site_builder *s, const char *path,
                       struct alternate_value **list)
{
    struct alternate_value *v = *list = ARENA_ARRAY(a, struct alternate_value, s->in.languages + 1);
    size_t n = 0;

    for (size_t i = 0; i < s->in.languages; i++) {
        const struct edition *e = &s->edition[i];
        const char *address = href_canonical(a, s, e->code, path);
        if (address && (*path == '\0' || map_has(&e->paths, path)))
            v[n++] = (struct alternate_value){e->code, address};
    }
    if (n < 2)
        return 0;
    const char *other = fallback(a, s, path);
    if (other)
        v[n++] = (struct alternate_value){"x-default", other};
    return n;
}

/* --- Open Graph --- */

static void put_graph(struct page_build *p, struct page_value *v, const struct head *h)
{
    const struct site_builder *s = p->site;
    struct value *others = value_list(p->arena);

    v->og_type = h->article ? "article" : "website";
    v->og_locale = views_word(p->edition->views, "open_graph_locale", NULL);
    for (size_t i = 0; i < s->in.languages; i++) {
        const struct edition *e = &s->edition[i];
        if (e->code != p->edition->code && map_has(&e->paths, p->path))
            value_push(others, value_string(p->arena, views_word(e->views, "open_graph_locale",
                                                                 NULL)));
    }
    v->og_others = others;
}

/* --- JSON-LD --- */

static void name(struct buf *b, const char *key)
{
    if (b->n && b->p[b->n - 1] != '{')
        buf_putc(b, ',');
    json_string(b, key);
    buf_putc(b, ':');
}

static void text(struct buf *b, const char *key, const char *value)
{
    if (!value || !*value)
        return;
    name(b, key);
    json_string(b, value);
}

static void open_thing(struct buf *b, const char *key, const char *type)
{
    if (key)
        name(b, key);
    else if (b->n && b->p[b->n - 1] == '}')
        buf_putc(b, ',');
    buf_putc(b, '{');
    text(b, "@type", type);
}

/* --- data to take away: files of generator/data, by the page that lists the same records --- */

static const struct data_file {
    const char *page, *name, *type;
} data_files[] = {
    {"agreements", "agreements.csv", "text/csv"},
    {"agreements", "agreements.json", "application/json"},
    {"agreements", "contributions.csv", "text/csv"},
    {"agreements", "contributions.json", "application/json"},
    {"partners", "partners.csv", "text/csv"},
    {"partners", "partners.json", "application/json"},
    {"figures", "figures.csv", "text/csv"},
    {"figures", "figures.json", "application/json"},
    {"data", "accord.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"data", "iati.xml", "application/xml"},
    {"data", "agreements.json", "application/json"},
    {"data", "partners.json", "application/json"},
    {"data", "contributions.json", "application/json"},
    {"data", "figures.json", "application/json"},
};

static bool has_data(const char *page)
{
    for (size_t i = 0; i < sizeof data_files / sizeof *data_files; i++)
        if (strcmp(data_files[i].page, page) == 0)
            return true;
    return false;
}

/* The publisher is described on the home page, and named by its id elsewhere. */
static const char *publisher_id(struct page_build *p)
{
    return arena_printf(p->arena, "%s#publisher", href_canonical(p->arena, p->site, "", ""));
}

static void put_reference(struct buf *b, const char *key, const char *id)
{
    name(b, key);
    buf_putc(b, '{');
    text(b, "@id", id);
    buf_putc(b, '}');
}

static void put_home(struct page_build *p, struct buf *b, const struct head *h)
{
    const struct views *views = p->edition->views;
    const struct site *site = &p->site->records->site;
    const char *who = views_text(views, &site->publisher, NULL);

    open_thing(b, NULL, "Organization");
    text(b, "@id", publisher_id(p));
    text(b, "name", who ? who : views_text(views, &site->name, NULL));
    text(b, "url", href_canonical(p->arena, p->site, "", ""));
    buf_putc(b, '}');
    open_thing(b, NULL, "WebSite");
    text(b, "name", views_text(views, &site->name, NULL));
    text(b, "description", h->description);
    text(b, "url", href_canonical(p->arena, p->site, p->edition->code, ""));
    text(b, "inLanguage", p->edition->code);
    put_reference(b, "publisher", publisher_id(p));
    buf_putc(b, '}');
}

static void put_files(struct page_build *p, struct buf *b)
{
    const char *root = p->site->records->site.base_url, *before = "";

    name(b, "distribution");
    buf_putc(b, '[');
    for (size_t i = 0; i < sizeof data_files / sizeof *data_files; i++) {
        const struct data_file *f = &data_files[i];
        const char *path = arena_printf(p->arena, "data/%s", f->name);
        if (strcmp(f->page, p->path) != 0 || !views_offers(p->edition->views, path))
            continue;
        buf_puts(b, before);
        before = ",";
        open_thing(b, NULL, "DataDownload");
        text(b, "encodingFormat", f->type);
        text(b, "contentUrl", arena_printf(p->arena, "%s%s", root, path));
        buf_putc(b, '}');
    }
    buf_putc(b, ']');
}

static void put_dataset(struct page_build *p, struct buf *b, const char *title)
{
    const struct views *views = p->edition->views;

    open_thing(b, NULL, "Dataset");
    text(b, "name", title);
    text(b, "description", views_text(views, &p->site->records->site.description, NULL));
    text(b, "url", href_canonical(p->arena, p->site, p->edition->code, p->path));
    put_reference(b, "creator", publisher_id(p));
    put_files(p, b);
    buf_putc(b, '}');
}

static void put_crumb(struct page_build *p, struct buf *b, size_t n, const struct crumb *c)
{
    open_thing(b, NULL, "ListItem");
    name(b, "position");
    buf_printf(b, "%zu", n);
    text(b, "name", c->title);
    text(b, "item", href_canonical(p->arena, p->site, p->edition->code, c->page));
    buf_putc(b, '}');
}

static void put_crumbs(struct page_build *p, struct buf *b, const struct head *h)
{
    open_thing(b, NULL, "BreadcrumbList");
    name(b, "itemListElement");
    buf_putc(b, '[');
    for (size_t i = 0; i < h->crumbs; i++)
        put_crumb(p, b, i + 1, &h->crumb[i]);
    put_crumb(p, b, h->crumbs + 1, &(struct crumb){h->title, p->path});
    buf_puts(b, "]}");
}

static const char *linked_data(struct page_build *p, const struct head *h, const char *title)
{
    struct buf b = BUF_INIT;

    if (!href_canonical(p->arena, p->site, "", ""))
        return NULL;
    if (*p->path == '\0')
        put_home(p, &b, h);
    if (has_data(p->path))
        put_dataset(p, &b, title);
    if (h->crumbs)
        put_crumbs(p, &b, h);
    const char *things = buf_to_arena(&b, p->arena);
    if (!*things)
        return NULL;
    return arena_printf(p->arena, "{\"@context\":\"https://schema.org\",\"@graph\":[%s]}", things);
}

void head_put_internal(struct page_value *v)
{
    v->canonical = v->og_type = v->og_locale = v->json_ld = NULL;
    v->alternates = (struct value){.form = VALUE_NULL};
    v->og_others = NULL;
    v->feed_href = href_none;
    v->robots = "noindex, nofollow";
}

void head_put(struct page_build *p, struct page_value *v, const struct head *h)
{
    struct alternate_value *other;

    v->description = h->description;
    if (views_internal(p->edition->views)) {
        head_put_internal(v);
        return;
    }
    if (p->site->records->site.base_url)
        v->feed_href = (struct shape_parts){{p->up, "feed.xml"}};
    v->canonical = href_canonical(p->arena, p->site, p->edition->code, p->path);
    size_t others = head_alternates(p->arena, p->site, p->path, &other);
    v->alternates = SHAPES_ARRAY(p->arena, alternate, other, others);
    put_graph(p, v, h);
    v->json_ld = linked_data(p, h, v->head_title);
}
