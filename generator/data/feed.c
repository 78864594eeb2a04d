/* feed.c - what is new in one language, as Atom (RFC 4287).
 *
 * Ids are the canonical addresses of the pages, which never change; dates are those of the
 * content, never the clock's.  Nothing can be made where site.yaml names no address. */
#include "data/data_room.h"

#include "base/xml.h"

enum { ENTRIES = 40 };

struct feed {
    struct arena *arena;
    struct xml x;
    const struct site *site;
    const struct views *v;
    const char *lang;
};

static void element(struct xml *x, const char *name, const char *text)
{
    xml_open(x, name);
    xml_text(x, text);
    xml_close(x);
}

static void link_to(struct feed *f, const char *rel, const char *type, const char *url)
{
    xml_open(&f->x, "link");
    xml_attr(&f->x, "rel", rel);
    xml_attr(&f->x, "type", type);
    xml_attr(&f->x, "hreflang", f->lang);
    xml_attr(&f->x, "href", url);
    xml_close(&f->x);
}

static void date(struct feed *f, const char *name, struct date d)
{
    char iso[16];
    date_format(d, iso);
    element(&f->x, name, arena_printf(f->arena, "%sT00:00:00Z", iso));
}

static void line(struct feed *f)
{
    xml_raw(&f->x, "\n");
}

static void entry(struct feed *f, const struct view_news *n)
{
    const char *url = arena_printf(f->arena, "%s%s/%s/", f->site->base_url, f->lang, n->page);
    const char *mark = n->sample ? views_word(f->v, "sample_mark_after", NULL) : "";
    line(f);
    xml_open(&f->x, "entry");
    xml_open(&f->x, "title");
    xml_attr(&f->x, "xml:lang", n->lang);
    xml_text(&f->x, n->title);
    xml_text(&f->x, mark);
    xml_close(&f->x);
    element(&f->x, "id", url);
    link_to(f, "alternate", "text/html", url);
    date(f, "published", n->date);
    date(f, "updated", n->date);
    if (n->summary)
        element(&f->x, "summary", n->summary);
    xml_close(&f->x);
}

static void head(struct feed *f, struct date newest)
{
    const char *lang = NULL, *home = arena_printf(f->arena, "%s%s/", f->site->base_url, f->lang);
    const char *self = arena_printf(f->arena, "%sfeed.xml", home);
    const char *about = views_text(f->v, &f->site->description, &lang);
    const char *name = views_text(f->v, &f->site->name, NULL);
    const char *author = views_text(f->v, &f->site->publisher, NULL);
    element(&f->x, "title", name);
    if (about) {
        xml_open(&f->x, "subtitle");
        xml_attr(&f->x, "xml:lang", lang);
        xml_text(&f->x, about);
        xml_close(&f->x);
    }
    element(&f->x, "id", self);
    link_to(f, "self", "application/atom+xml", self);
    link_to(f, "alternate", "text/html", home);
    date(f, "updated", newest);
    xml_open(&f->x, "author");
    element(&f->x, "name", author ? author : name);
    xml_close(&f->x);
}

/* Without any entry there is no day on which it changed: it never did. */
void feed_write(struct buf *out, struct arena *a, const struct views *v)
{
    struct view_news *news;
    size_t n = views_news(a, v, ENTRIES, &news);
    struct feed f = {.arena = a, .v = v, .site = &model_records(views_model(v))->site,
                     .lang = lang_code[views_lang(v)]};
    buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml_init(&f.x, out);
    xml_open(&f.x, "feed");
    xml_attr(&f.x, "xmlns", "http://www.w3.org/2005/Atom");
    xml_attr(&f.x, "xml:lang", f.lang);
    line(&f);
    head(&f, n ? news[0].date : (struct date){1970, 1, 1});
    for (size_t i = 0; i < n; i++)
        entry(&f, &news[i]);
    line(&f);
    xml_close(&f.x);
    buf_putc(out, '\n');
}
