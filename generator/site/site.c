#include "site/site_room.h"

#include <string.h>

/* --- templates --- */

static const struct template *find_partial(void *ctx, const char *name)
{
    const struct site_builder *s = ctx;

    return map_get(&s->template, name);
}

static const char *nearest_partial(void *ctx, const char *name)
{
    const struct site_builder *s = ctx;

    return map_nearest(&s->template, name);
}

static struct template_options template_options(struct site_builder *s)
{
    return (struct template_options){
        .ctx = s, .partial = find_partial, .nearest_partial = nearest_partial};
}

void site_render(struct site_builder *s, struct arena *a, const char *name, const char *fallback,
                 const struct value *data, struct buf *out)
{
    const struct template *t = map_get(&s->template, name);
    struct template_options options = template_options(s);

    if (!t)
        t = map_get(&s->template, fallback);
    if (t) {
        template_render(a, t, data, &options, s->diags, out);
        return;
    }
    if (map_has(&s->missing, fallback))
        return;
    map_set(&s->missing, fallback, NULL);
    diag_report(s->diags, DIAG_TEMPLATE_MISSING, (struct place){0},
                arena_printf(s->arena, "%s/%s.mustache", s->in->template_dir, fallback));
}

static void read_templates(struct site_builder *s)
{
    map_init(&s->template, s->arena);
    map_init(&s->missing, s->arena);
    for (size_t i = 0; i < s->in->templates; i++)
        map_set(&s->template, s->in->template_name[i],
                template_parse(s->arena, s->in->template[i], s->diags));
}

/* --- editions --- */

static void open_edition(struct site_builder *s, struct edition *e, const struct views *views)
{
    const char *const *path;

    e->views = views;
    e->code = locale_lang(views_locale(views));
    e->name = views_word(views, "language_name", NULL);
    e->words = views_words(views);
    e->script = page_script_words(s->arena, views);
    e->navs = views_nav(s->arena, views, &e->nav);
    e->docs = views_documents(s->arena, s->diags, views, &e->doc);
    map_init(&e->paths, s->arena);
    size_t n = views_paths(views, &path);
    for (size_t i = 0; i < n; i++)
        map_set(&e->paths, path[i], NULL);
    for (size_t i = 0; i < e->docs; i++)
        map_set(&e->paths, e->doc[i].path, NULL);
    for (size_t i = 0; i < s->records->page_n; i++) {
        const struct page_file *file = &s->records->page[i];
        if (file->lang != views_lang(views) || file->use != PAGE_OWN)
            continue;
        struct narrative *text = narrative_page(s->arena, s->diags, views, file);
        const char *title = text->title ? text->title : file->slug;
        VEC_PUSH(s->arena, &e->page, ((struct own_page){file->slug, title, text}));
        map_set(&e->paths, file->slug, NULL);
    }
}

/* --- pages --- */

static struct page_build page_start(struct site_builder *s, const struct edition *e,
                                    const char *path)
{
    struct arena *a = arena_new();

    return (struct page_build){.arena = a,
                               .site = s,
                               .edition = e,
                               .path = path,
                               .up = href_up(a, path, 0),
                               .root = href_up(a, path, 1)};
}

/* Renders and hands over the page, and gives its memory back. */
static void page_finish(struct page_build *p, const char *kind, const struct value *data)
{
    struct buf b = BUF_INIT;

    site_render(p->site, p->arena, kind, "page", data, &b);
    p->site->put(p->site->ctx, href_file(p->arena, p->edition->code, p->path), buf_str(&b), b.n);
    buf_free(&b);
    arena_free(p->arena);
}

static void build_page(struct site_builder *s, const struct edition *e, const char *path)
{
    struct page_build p = page_start(s, e, path);
    const struct view_page *page = views_page(p.arena, e->views, path);

    if (!page || !page->kind) {
        arena_free(p.arena);
        return;
    }
    struct value *data = page_value(&p, page);
    page_finish(&p, page->kind, data);
}

static void build_documents(struct site_builder *s, const struct edition *e)
{
    for (size_t i = 0; i < e->docs; i++) {
        if (s->in->document && strcmp(s->in->document, e->doc[i].id) != 0)
            continue;
        struct page_build p = page_start(s, e, e->doc[i].path);
        page_finish(&p, "document", page_document(&p, &e->doc[i]));
    }
}

static void build_edition(struct site_builder *s, const struct edition *e)
{
    const char *const *path;
    size_t n = views_paths(e->views, &path);

    for (size_t i = 0; i < n; i++)
        build_page(s, e, path[i]);
    build_documents(s, e);
    for (size_t i = 0; i < e->page.n; i++) {
        struct page_build p = page_start(s, e, e->page.p[i].slug);
        page_finish(&p, "text", page_narrative(&p, &e->page.p[i]));
    }
}

/* Pages that others link to; they may link to further ones in turn.  The paths of a round are
 * entered everywhere first, so that its pages find each other in all languages. */
static void build_wanted(struct site_builder *s)
{
    for (size_t from = 0, until; from < s->wanted.n; from = until) {
        until = s->wanted.n;
        for (size_t i = 0; i < s->in->languages; i++)
            for (size_t k = from; k < until; k++)
                map_set(&s->edition[i].paths, s->wanted.item[k].key, NULL);
        for (size_t i = 0; i < s->in->languages; i++)
            for (size_t k = from; k < until && !s->edition[i].stands; k++)
                build_page(s, &s->edition[i], s->wanted.item[k].key);
    }
}

static void each_edition(struct site_builder *s,
                         void (*make)(struct site_builder *s, const struct edition *e))
{
    for (size_t i = 0; i < s->in->languages; i++)
        if (!s->edition[i].stands)
            make(s, &s->edition[i]);
}

void site_build(struct arena *a, struct diags *d, const struct site_input *in, site_put put,
                void *ctx)
{
    struct site_builder s = {.arena = a, .diags = d, .in = in, .put = put, .ctx = ctx};

    if (in->languages == 0)
        return;
    s.records = model_records(views_model(in->views[0]));
    s.edition = ARENA_ARRAY(a, struct edition, in->languages);
    read_templates(&s);
    map_init(&s.wanted, a);
    map_init(&s.charts, a);
    assets_build(&s);
    for (size_t i = 0; i < in->languages; i++) {
        open_edition(&s, &s.edition[i], in->views[i]);
        s.edition[i].stands = in->stands && in->stands[i];
    }
    template_values_check(&s);
    struct template_options options = template_options(&s);
    template_uses_check(&s, &options);
    if (in->document) { /* what its pages link to stays as it is */
        each_edition(&s, build_documents);
        return;
    }
    each_edition(&s, build_edition);
    build_wanted(&s);
    each_edition(&s, chart_files_build);
    site_files_build(&s);
}
