/* site_files.c - what is no page of a language: the choice of languages, the page for wrong
 * addresses, the map for search engines (sitemaps.org 0.9, with alternates), colours, assets. */
#include "site/site_room.h"

#include "base/xml.h"

#include <string.h>

static void put(struct site_builder *s, const char *path, struct buf *b)
{
    s->put(s->ctx, path, buf_str(b), b->n);
    buf_free(b);
}

/* --- pages at the root, in all languages at once --- */

const char *site_files_asset(const struct site_builder *s, const char *name)
{
    for (size_t i = 0; i < s->in->assets; i++)
        if (strcmp(s->in->asset[i].name, name) == 0)
            return arena_strndup(s->arena, s->in->asset[i].bytes, s->in->asset[i].n);
    return NULL;
}

static const struct value *editions(struct site_builder *s)
{
    struct value *list = value_list(s->arena);

    for (size_t i = 0; i < s->in->languages; i++) {
        const struct edition *e = &s->edition[i];
        struct value *v = value_map(s->arena);
        section_put(v, "code", e->code);
        section_put(v, "dir", locale_is_rtl(views_locale(e->views)) ? "rtl" : "ltr");
        section_put(v, "name", e->name);
        section_put(v, "href", arena_printf(s->arena, "%s/index.html", e->code));
        section_put(v, "canonical", href_canonical(s->arena, s, e->code, ""));
        section_put(v, "site_name", views_text(e->views, &s->records->site.name, NULL));
        section_put(v, "description", views_text(e->views, &s->records->site.description, NULL));
        value_set(v, "t", e->words);
        value_push(list, v);
    }
    return list;
}

static void root_page(struct site_builder *s, const char *name, const char *path)
{
    struct value *v = value_map(s->arena);
    const struct edition *first = &s->edition[0];
    struct buf b = BUF_INIT;

    section_put(v, "lang", first->code);
    section_put(v, "dir", locale_is_rtl(views_locale(first->views)) ? "rtl" : "ltr");
    section_put(v, "site_name", views_text(first->views, &s->records->site.name, NULL));
    section_put(v, "canonical", href_canonical(s->arena, s, "", ""));
    section_put(v, "css", site_files_asset(s, "site.css"));
    value_set(v, "t", first->words);
    value_set(v, "editions", editions(s));
    site_render(s, s->arena, name, name, v, &b);
    put(s, path, &b);
}

/* --- sitemap.xml, robots.txt --- */

static void alternates(struct site_builder *s, struct xml *x, const char *path)
{
    for (size_t i = 0; i < s->in->languages; i++) {
        const struct edition *e = &s->edition[i];
        if (!map_has(&e->paths, path))
            continue;
        xml_open(x, "xhtml:link");
        xml_attr(x, "rel", "alternate");
        xml_attr(x, "hreflang", e->code);
        xml_attr(x, "href", href_canonical(s->arena, s, e->code, path));
        xml_close(x);
    }
}

static void sitemap(struct site_builder *s)
{
    struct buf b = BUF_INIT;
    struct xml x;

    buf_puts(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml_init(&x, &b);
    xml_open(&x, "urlset");
    xml_attr(&x, "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    xml_attr(&x, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    for (size_t i = 0; i < s->in->languages; i++) {
        const struct edition *e = &s->edition[i];
        for (size_t k = 0; k < e->paths.n; k++) {
            const char *path = e->paths.item[k].key;
            xml_raw(&x, "\n");
            xml_open(&x, "url");
            xml_open(&x, "loc");
            xml_text(&x, href_canonical(s->arena, s, e->code, path));
            xml_close(&x);
            alternates(s, &x, path);
            xml_close(&x);
        }
    }
    xml_raw(&x, "\n");
    xml_close(&x);
    buf_putc(&b, '\n');
    put(s, "site/sitemap.xml", &b);
}

static void robots(struct site_builder *s)
{
    struct buf b = BUF_INIT;

    buf_puts(&b, "User-agent: *\nAllow: /\n\n");
    buf_printf(&b, "Sitemap: %ssitemap.xml\n", s->records->site.base_url);
    put(s, "site/robots.txt", &b);
}

/* --- colours of site.yaml --- */

static void theme(struct site_builder *s)
{
    const struct site *site = &s->records->site;
    struct buf b = BUF_INIT;

    buf_puts(&b, "/* The colours of site.yaml; their use and their dark forms: site.css. */\n");
    buf_printf(&b, ":root { --accent-light: %s; --bar-light: %s; --tint-light: %s; }\n",
               site->accent, site->bright, site->tint);
    for (size_t i = 0; i < site->region_colour.n; i++)
        buf_printf(&b, ".region-%s { --region-light: %s; }\n", site->region_colour.item[i].key,
                   (const char *)site->region_colour.item[i].value);
    put(s, "site/assets/theme.css", &b);
}

void site_files_build(struct site_builder *s)
{
    root_page(s, "languages", "site/index.html");
    root_page(s, "404", "site/404.html");
    sitemap(s);
    robots(s);
    theme(s);
    for (size_t i = 0; i < s->in->assets; i++)
        s->put(s->ctx, arena_printf(s->arena, "site/assets/%s", s->in->asset[i].name),
               s->in->asset[i].bytes, s->in->asset[i].n);
}
