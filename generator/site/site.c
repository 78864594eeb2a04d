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
                arena_printf(s->arena, "%s/%s.mustache", s->in.template_dir, fallback));
}

static void read_templates(struct site_builder *s)
{
    map_init(&s->template, s->arena);
    map_init(&s->missing, s->arena);
    for (size_t i = 0; i < s->in.templates; i++)
        map_set(&s->template, s->in.template_name[i],
                template_parse(s->arena, s->in.template[i], s->diags));
    template_link(s->arena, &s->template, &shapes_names);
}

/* --- editions --- */

static void open_words(struct edition *e, const struct views *views)
{
    e->views = views;
    e->code = locale_lang(views_locale(views));
    e->words = views_words(views);
}

static void open_edition(struct site_builder *s, struct edition *e, const struct views *views)
{
    open_words(e, views);
    e->name = views_word(views, "language_name", NULL);
    e->script = page_script_words(s->arena, views);
    e->navs = views_nav(s->arena, views, &e->nav);
    e->docs = views_documents(s->arena, views, &e->doc);
    map_init(&e->paths, s->arena);
    e->listed_n = views_paths(views, &e->listed);
    href_know(s->arena, e, e->listed, e->listed_n);
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

/* The page's edition is its own, so that what is said on it lasts no longer than the page. */
static struct page_build page_start(struct site_builder *s, const struct edition *e,
                                    const char *path)
{
    struct arena *a = arena_new();
    struct edition *own = ARENA_NEW(a, struct edition);

    *own = *e;
    own->views = views_within(a, e->views);
    return (struct page_build){.arena = a,
                               .site = s,
                               .edition = own,
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

void page_build(struct site_builder *s, const struct edition *e, const char *path)
{
    struct page_build p = page_start(s, e, path);
    const struct view_page *page = views_page(p.arena, p.edition->views, path);

    if (!page || !page->kind) {
        arena_free(p.arena);
        return;
    }
    page_finish(&p, page->kind, page_value(&p, page));
}

void document_build(struct site_builder *s, const struct edition *e,
                    const struct view_document *doc)
{
    struct page_build p = page_start(s, e, doc->path);

    page_finish(&p, "document", page_document(&p, doc));
}

void own_page_build(struct site_builder *s, const struct edition *e, const struct own_page *own)
{
    struct page_build p = page_start(s, e, own->slug);

    page_finish(&p, "text", page_narrative(&p, own));
}

void site_enter(struct site_builder *s, const char *path)
{
    for (size_t i = 0; i < s->in.languages; i++)
        map_set(&s->edition[i].paths, path, NULL);
}

/* --- one page on request --- */

/* Figures are made on demand: which pages of them a build makes, only all links together tell. */
static bool is_page(struct site_builder *s, const struct edition *e, const char *path)
{
    if (map_has(&e->paths, path))
        return true;
    if (strncmp(path, "figures/", 8) != 0)
        return false;
    struct arena *a = arena_new();
    const struct view_page *page = views_page(a, e->views, path);
    bool is = page && page->kind;
    arena_free(a);
    if (is)
        site_enter(s, path);
    return is;
}

static void make_page(struct site_builder *s, const struct edition *e, const char *path)
{
    if (!is_page(s, e, path)) {
        moved_make(s, e, path);
        return;
    }
    for (size_t i = 0; i < e->docs; i++)
        if (strcmp(e->doc[i].path, path) == 0) {
            document_build(s, e, &e->doc[i]);
            return;
        }
    for (size_t i = 0; i < e->page.n; i++)
        if (strcmp(e->page.p[i].slug, path) == 0) {
            own_page_build(s, e, &e->page.p[i]);
            return;
        }
    page_build(s, e, path);
}

static bool shows_chart(const struct edition *e, const char *path, const char *file)
{
    struct arena *a = arena_new();
    const struct view_page *page = views_page(a, e->views, path);
    bool shows = false;

    for (size_t i = 0; page && i < page->sections && !shows; i++)
        shows = page->section[i].chart && chart_has_file(page->section[i].chart, file);
    arena_free(a);
    return shows;
}

/* Those of each year have their files; others were chosen by a page. */
static void make_chart(struct site_builder *s, const struct edition *e, const char *file)
{
    if (chart_files_make(s, e, file))
        return;
    for (size_t i = 0; i < e->listed_n; i++)
        if (shows_chart(e, e->listed[i], file)) {
            page_build(s, e, e->listed[i]);
            return;
        }
}

/* What stands in a folder is made with its page. */
static void make_in(struct site_builder *s, const struct edition *e, const char *file)
{
    struct arena *a = arena_new(); /* whoever asks for what is not there leaves nothing behind */
    const char *slash = strrchr(file, '/');
    const char *folder = slash ? arena_strndup(a, file, (size_t)(slash - file)) : "";

    if (strcmp(folder, "charts") == 0)
        make_chart(s, e, slash + 1);
    else
        make_page(s, e, folder);
    arena_free(a);
}

static const char *behind(const char *path, const char *begin)
{
    size_t n = strlen(begin);

    return strncmp(path, begin, n) == 0 ? path + n : NULL;
}

static const char *behind_language(const char *path, const char *begin, const char *code, const char *end)
{
    const char *rest = behind(path, begin);

    rest = rest ? behind(rest, code) : NULL;
    return rest ? behind(rest, end) : NULL;
}

void site_make(struct site_builder *s, const char *path)
{
    const char *file = behind(path, "site/");

    if (!file || site_files_make(s, file))
        return;
    for (size_t i = 0; i < s->in.languages; i++) {
        const struct edition *e = &s->edition[i];
        const char *in = behind_language(file, "", e->code, "/");
        bool index = behind_language(file, "assets/search-", e->code, "") != NULL;
        if (e->stands)
            continue;
        if (in || index) /* the search page brings its index along */
            make_in(s, e, in ? in : "search/index.html");
    }
}

/* --- the whole --- */

const char *site_mount(const struct site *site)
{
    const char *host = site->base_url ? strstr(site->base_url, "://") : NULL;
    const char *path = host ? strchr(host + 3, '/') : NULL;

    return path ? path : "/";
}

static struct site_builder *builder_new(struct arena *a, struct diags *d, const struct site_input *in,
                                        site_put put, void *ctx)
{
    struct site_builder *s = ARENA_NEW(a, struct site_builder);

    *s = (struct site_builder){.arena = a, .texts = a, .diags = d, .in = *in, .put = put, .ctx = ctx};
    if (in->languages == 0)
        return s;
    s->records = model_records(views_model(in->views[0]));
    s->edition = ARENA_ARRAY(a, struct edition, in->languages);
    read_templates(s);
    map_init(&s->wanted, a);
    map_init(&s->charts, a);
    assets_build(s);
    return s;
}

static void check_templates(struct site_builder *s)
{
    struct template_options options = template_options(s);

    template_values_check(s);
    template_uses_check(s, &options);
}

struct site_builder *site_open(struct arena *a, struct diags *d, const struct site_input *in,
                               site_put put, void *ctx)
{
    struct site_builder *s = builder_new(a, d, in, put, ctx);

    if (in->languages == 0)
        return s;
    for (size_t i = 0; i < in->languages; i++) {
        open_edition(s, &s->edition[i], in->views[i]);
        s->edition[i].stands = in->stands && in->stands[i];
    }
    check_templates(s);
    return s;
}

static void put_nowhere(void *ctx, const char *path, const void *bytes, size_t n)
{
    (void)ctx;
    (void)path;
    (void)bytes;
    (void)n;
}

void site_check_templates(struct arena *a, struct diags *d, const struct site_input *in)
{
    struct site_builder *s = builder_new(a, d, in, put_nowhere, NULL);

    if (in->languages == 0)
        return;
    open_words(&s->edition[0], in->views[0]);
    check_templates(s);
}
