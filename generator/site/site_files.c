/* site_files.c - what is no page of a language: the choice of languages, the page for wrong
 * addresses, the map for search engines (sitemaps.org 0.9, with alternates).
 *
 * The page for wrong addresses is shown at any depth: it names all from the root of the host. */
#include "site/site_room.h"

#include "base/xml.h"

#include <string.h>

static void put(struct site_builder *s, const char *path, struct buf *b)
{
    s->put(s->ctx, path, buf_str(b), b->n);
    buf_free(b);
}

/* --- pages at the root, in all languages at once --- */

static struct value editions(struct site_builder *s, const char *base)
{
    struct edition_value *list = ARENA_ARRAY(s->arena, struct edition_value, s->in.languages);

    for (size_t i = 0; i < s->in.languages; i++) {
        const struct edition *e = &s->edition[i];
        list[i] = (struct edition_value){
            .code = e->code,
            .dir = locale_is_rtl(views_locale(e->views)) ? "rtl" : "ltr",
            .name = e->name,
            .href = {{base, e->code, "/index.html"}},
            .canonical = href_canonical(s->arena, s, e->code, ""),
            .site_name = views_text(e->views, &s->records->site.name, NULL),
            .description = views_text(e->views, &s->records->site.description, NULL),
            .t = e->words,
        };
    }
    return SHAPES_ARRAY(s->arena, edition, list, s->in.languages);
}

static struct value alternates_of_choice(struct site_builder *s)
{
    struct alternate_value *list;
    size_t n = head_alternates(s->arena, s, "", &list);

    return SHAPES_ARRAY(s->arena, alternate, list, n);
}

/* base: the root of the site, seen from the page.  The choice of languages has the site's name for
 * its title, and leads on where there is one language only; the page for wrong addresses is for no
 * index. */
static void root_page(struct site_builder *s, const char *name, const char *path,
                      const char *base, bool index)
{
    const struct edition *first = &s->edition[0];
    const struct page_build page = {.arena = s->arena, .site = s, .edition = first};
    const struct site *site = &s->records->site;
    const char *site_name = views_text(first->views, &site->name, NULL);
    bool leads_on = index && s->in.languages == 1;
    const char *title = index ? site_name : views_word(first->views, "not_found_title", NULL);
    struct page_value v = {
        .kind = index ? "languages-page" : "not-found",
        .lang = first->code,
        .dir = locale_is_rtl(views_locale(first->views)) ? "rtl" : "ltr",
        .site_name = words_of(&page, site_name, NULL),
        .publisher = words_of(&page, views_text(first->views, &site->publisher, NULL), NULL),
        .root = base,
        .title = {.text = title},
        .head_title = title,
        .description = views_text(first->views, &site->description, NULL),
        .robots = index ? NULL : "noindex",
        .assets = assets_value(s->arena, s, base),
        .t = first->words,
        .editions = editions(s, base),
    };
    struct buf b = BUF_INIT;

    if (leads_on)
        v.only_href = (struct shape_parts){{base, first->code, "/index.html"}};
    if (index) {
        v.canonical = href_canonical(s->arena, s, leads_on ? first->code : "", "");
        v.alternates = alternates_of_choice(s);
    }
    if (views_internal(first->views)) {
        v.internal_band = views_word(first->views, "internal_band", NULL);
        head_put_internal(&v);
    }
    site_render(s, s->arena, name, name, shape_value(s->arena, &shapes_page, &v), &b);
    put(s, path, &b);
}

/* --- sitemap.xml, robots.txt --- */

static void alternates(struct site_builder *s, struct xml *x, const char *path)
{
    struct arena *a = arena_new();
    struct alternate_value *v;
    size_t n = head_alternates(a, s, path, &v);

    for (size_t i = 0; i < n; i++) {
        xml_open(x, "xhtml:link");
        xml_attr(x, "rel", "alternate");
        xml_attr(x, "hreflang", v[i].hreflang);
        xml_attr(x, "href", v[i].address);
        xml_close(x);
    }
    arena_free(a);
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
    for (size_t i = 0; i < s->in.languages; i++) {
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

static void robots(struct site_builder *s, bool internal)
{
    struct buf b = BUF_INIT;

    buf_printf(&b, "User-agent: *\n%s: /\n", internal ? "Disallow" : "Allow");
    if (s->records->site.base_url && !internal)
        buf_printf(&b, "\nSitemap: %ssitemap.xml\n", s->records->site.base_url);
    put(s, "site/robots.txt", &b);
}

static void make_languages(struct site_builder *s)
{
    root_page(s, "languages", "site/index.html", "", true);
}

static void make_404(struct site_builder *s)
{
    root_page(s, "404", "site/404.html", site_mount(&s->records->site), false);
}

/* It lists addresses that are whole, of pages that may be found. */
static void make_sitemap(struct site_builder *s)
{
    if (s->records->site.base_url && !views_internal(s->in.views[0]))
        sitemap(s);
}

static void make_robots(struct site_builder *s)
{
    robots(s, views_internal(s->in.views[0]));
}

static void hand_over_sitemap(void *ctx, const char *path, const void *bytes, size_t n)
{
    struct site_builder *s = ctx;

    if (strcmp(path, "site/sitemap.xml") == 0)
        s->put(s->ctx, path, bytes, n);
}

/* It names every page, those too that only links tell: all are made for it, and thrown away. */
static void make_sitemap_alone(struct site_builder *s)
{
    struct arena *a = arena_new();

    site_build(a, diags_new(a), &s->in, hand_over_sitemap, s);
    arena_free(a);
}

static const struct root_file {
    const char *name;
    void (*make)(struct site_builder *s), (*alone)(struct site_builder *s);
} root_files[] = {{"index.html", make_languages, make_languages},
                  {"404.html", make_404, make_404},
                  {"sitemap.xml", make_sitemap, make_sitemap_alone},
                  {"robots.txt", make_robots, make_robots}};

void site_files_build(struct site_builder *s)
{
    for (size_t i = 0; i < sizeof root_files / sizeof *root_files; i++)
        root_files[i].make(s);
}

bool site_files_make(struct site_builder *s, const char *file)
{
    for (size_t i = 0; i < sizeof root_files / sizeof *root_files; i++)
        if (strcmp(root_files[i].name, file) == 0) {
            root_files[i].alone(s);
            return true;
        }
    return false;
}
