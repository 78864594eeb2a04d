#include "build.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/pack.h"
#include "base/path.h"
#include "base/progress.h"
#include "base/vec.h"
#include "data/data.h"
#include "input/input.h"
#include "narrative/narrative.h"
#include "press.h"
#include "share.h"
#include "site/site.h"
#include "views/views.h"

#include <string.h>

/* --- templates --- */

/* Stands for one that could not be read, so that no other is blamed for it. */
static const struct source *empty(struct arena *a, const char *path)
{
    struct source *s = ARENA_NEW(a, struct source);
    *s = (struct source){.path = path, .text = ""};
    return s;
}

/* One that is laid over is "shipped/NAME": the one above can be made from it. */
static void read_templates(const struct build *b, struct site_input *in)
{
    struct input_layered files =
        input_layers_files(b->arena, b->diags, b->templates, "", ".mustache");
    const struct source **src = ARENA_ARRAY(b->arena, const struct source *, files.n + 1);
    const char **name = ARENA_ARRAY(b->arena, const char *, files.n + 1);
    bool *own = ARENA_ARRAY(b->arena, bool, files.n + 1);
    for (size_t i = 0; i < files.n; i++) {
        const struct input_file *f = &files.file[i];
        const struct source *s = input_read(b->arena, b->diags, f->path);
        own[in->templates] = f->layer == 0 && b->templates->n > 1;
        name[in->templates] =
            arena_printf(b->arena, "%s%.*s", f->covered ? "shipped/" : "",
                         (int)(strlen(f->name) - strlen(".mustache")), f->name);
        src[in->templates++] = s ? s : empty(b->arena, f->path);
    }
    in->template_own = own;
    in->template = src;
    in->template_name = name;
}

static void read_assets(const struct build *b, struct site_input *in)
{
    static const char *const suffixes[] = {".css", ".js", ".svg", ".png", ".ico", ".woff2"};
    VEC(struct site_file) list = {0};
    for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++) {
        struct input_layered files =
            input_layers_files(b->arena, b->diags, b->templates, "assets", suffixes[k]);
        for (size_t i = 0; i < files.n; i++) {
            struct site_file f = {.name = files.file[i].name, .path = files.file[i].path};
            if (files.file[i].covered)
                continue;
            f.bytes = input_bytes(b->arena, b->diags, files.file[i].path, &f.n);
            if (f.bytes)
                VEC_PUSH(b->arena, &list, f);
        }
    }
    in->asset = list.p;
    in->assets = list.n;
}

static const struct views *const *open_views(const struct build *b, const enum lang *lang,
                                             size_t n)
{
    const struct views **views = ARENA_ARRAY(b->arena, const struct views *, n);
    for (size_t i = 0; i < n; i++)
        views[i] = views_open(b->arena, b->diags, b->model, lang[i], b->internal);
    return views;
}

/* Languages that stand already are only linked to. */
static void add_standing(const struct build *b, struct site_input *in)
{
    const struct site *site = &model_records(b->model)->site;
    const struct views **views = ARENA_ARRAY(b->arena, const struct views *, LANGS);
    bool *stands = ARENA_ARRAY(b->arena, bool, LANGS);
    size_t built = 0, n = 0;
    for (int i = 0; i < site->languages; i++) {
        enum lang lang = site->order[i];
        stands[n] = built == b->languages || b->lang[built] != lang;
        if (!stands[n])
            views[n++] = in->views[built++];
        else if (b->stands[lang])
            views[n++] = *open_views(b, &lang, 1);
    }
    in->views = views;
    in->languages = n;
    in->stands = stands;
}

static struct site_input site_input(const struct build *b, const struct views *const *views,
                                    struct narratives *narratives)
{
    struct site_input in = {
        .views = views, .languages = b->languages, .template_dir = b->templates->dir[0],
        .narratives = narratives, .document = b->document,
        .share = share, .share_ctx = (void *)b};
    add_standing(b, &in);
    read_templates(b, &in);
    read_assets(b, &in);
    return in;
}

static void build_site(const struct build *b, const struct views *const *views,
                       struct narratives *narratives)
{
    struct site_input in = site_input(b, views, narratives);
    site_build(b->arena, b->diags, &in, b->put, b->ctx);
}

/* --- documents --- */

static bool wanted(const struct build *b, const struct view_document *doc)
{
    return !b->document || strcmp(b->document, doc->id) == 0;
}

struct making { /* of papers and data: a job a language, and one for each part of the data */
    const struct build *b;
    const struct views *const *views;
    struct data_input data;
    VEC(struct view_download) made;
    struct press press;
    size_t set; /* papers, so far */
};

static void tell_set(struct making *m)
{
    size_t all = m->b->languages * model_records(m->b->model)->document_n;
    progress_step(m->b->progress, PHRASE_SETTING, m->set++, m->b->document ? m->b->languages : all);
}

static void make_papers(struct making *m, size_t language, bool tell)
{
    const struct build *b = m->b;
    struct view_document *doc;
    size_t n = views_documents(b->arena, m->views[language], &doc);
    for (size_t k = 0; k < n; k++) {
        if (tell)
            tell_set(m);
        if (wanted(b, &doc[k]))
            press_document(&m->press, m->views[language], &doc[k]);
    }
}

/* Data hold all languages of the site at once: a build of some languages makes them whole. */
static struct data_input data_input(const struct build *b, const struct views *const *views)
{
    const struct site *site = &model_records(b->model)->site;
    struct data_input in = {
        .languages = (size_t)site->languages, .feed = views, .feeds = b->languages};
    in.views = in.languages == b->languages ? views : open_views(b, site->order, in.languages);
    return in;
}

static void offer(const struct build *b, const struct views *const *views,
                  const struct view_download *made, size_t n)
{
    for (size_t i = 0; i < b->languages; i++)
        views_offer(views[i], made, n);
}

/* With what other parts made before. */
static void offer_more(struct making *m, const struct view_download *made, size_t n)
{
    for (size_t i = 0; i < n; i++)
        VEC_PUSH(m->b->arena, &m->made, made[i]);
    offer(m->b, m->views, m->made.p, m->made.n);
}

static void pack_offer(const struct view_download *made, size_t n, struct buf *out)
{
    pack_number(out, n);
    for (size_t i = 0; i < n; i++) {
        const char *const text[] = {made[i].path,   made[i].set,         made[i].holds,
                                    made[i].format, made[i].format_word, made[i].lang};
        for (size_t k = 0; k < sizeof text / sizeof *text; k++)
            pack_text(out, text[k]);
        pack_number(out, made[i].bytes);
    }
}

static const struct view_download *unpack_offer(struct arena *a, struct unpack *from, size_t n)
{
    struct view_download *made = ARENA_ARRAY(a, struct view_download, n);
    for (size_t i = 0; i < n; i++) {
        const char **text[] = {&made[i].path,   &made[i].set,         &made[i].holds,
                               &made[i].format, &made[i].format_word, &made[i].lang};
        for (size_t k = 0; k < sizeof text / sizeof *text; k++)
            *text[k] = unpack_text(from, a);
        made[i].bytes = unpack_number(from);
    }
    return made;
}

static void make_part(void *ctx, size_t job, struct buf *answer)
{
    struct making *m = ctx;
    const struct view_download *made = NULL;
    size_t n = 0;
    if (job < m->b->languages)
        make_papers(m, job, !answer);
    else
        n = data_build_part(m->b->arena, m->b->diags, &m->data,
                            (enum data_part)(job - m->b->languages), m->b->put, m->b->ctx, &made);
    if (answer)
        pack_offer(made, n, answer);
    else if (made)
        offer_more(m, made, n);
}

static void take_part(void *ctx, struct unpack *answer)
{
    struct making *m = ctx;
    size_t n = unpack_number(answer);
    if (n > answer->n) /* cannot be */
        n = 0;
    if (n)
        offer_more(m, unpack_offer(m->b->arena, answer, n), n);
    else
        tell_set(m);
}

/* Papers of a language are made by one process: they share the words that are set already.  A document
 * alone leaves the data as they are; to be checked there is nothing of them. */
static void build_papers_and_data(const struct build *b, const struct views *const *views,
                                  struct narratives *narratives)
{
    struct making m = {.b = b, .views = views};
    bool data = b->put && !b->document;
    press_open(&m.press, b, narratives);
    press_warm(&m.press);
    if (data)
        m.data = data_input(b, views);
    share((void *)b, b->languages + (data ? DATA_PARTS : 0), make_part, take_part, &m);
    press_close(&m.press);
}

/* Files that have no room for a remark, as CSV, are marked by one beside them. */
static void mark_internal(const struct build *b, const struct views *const *views)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < b->languages; i++)
        buf_printf(&out, "%s\n", views_word(views[i], "internal_band", NULL));
    b->put(b->ctx, "INTERNAL.txt", out.p, out.n);
    b->put(b->ctx, "site/data/INTERNAL.txt", out.p, out.n);
    buf_free(&out);
}

void build(const struct build *b)
{
    const struct views *const *views = open_views(b, b->lang, b->languages);
    struct narratives *narratives = narratives_new(b->arena, b->diags);
    build_papers_and_data(b, views, narratives);
    if (b->internal && !b->document)
        mark_internal(b, views);
    build_site(b, views, narratives);
}

static void check_text(const struct build *b, const struct views *v, enum lang lang,
                       const struct text *t)
{
    enum lang got = lang;
    const char *s = text_in(t, lang, model_records(b->model)->site.default_lang, &got);
    if (s)
        narrative_text(b->arena, b->diags, v, s, got == lang ? NULL : lang_code[got],
                       t->place[got]);
}

/* A story that the internal profile alone makes is read as it is made there. */
static void check_stories(const struct build *b, const struct views *v, enum lang lang)
{
    const struct records *r = model_records(b->model);
    const struct views *inside = NULL;
    for (size_t i = 0; i < r->story_n; i++) {
        const struct views *of = v;
        if (!r->story[i].file[lang].src)
            continue;
        if (!views_may_tell(v, &r->story[i])) {
            inside = inside ? inside : views_open(b->arena, b->diags, b->model, lang, true);
            of = inside;
        }
        narrative_page(b->arena, b->diags, of, &r->story[i].file[lang]);
    }
}

/* Texts that pages show: narratives, and Markdown of records. */
static void check_texts(const struct build *b, const struct views *v, enum lang lang)
{
    const struct records *r = model_records(b->model);
    for (size_t i = 0; i < r->page_n; i++)
        if (r->page[i].lang == lang)
            narrative_page(b->arena, b->diags, v, &r->page[i]);
    check_stories(b, v, lang);
    for (size_t i = 0; i < r->agreement_n; i++)
        if (b->internal || !r->agreement[i]->internal)
            check_text(b, v, lang, &r->agreement[i]->objective);
    for (size_t i = 0; i < r->opportunity_n; i++)
        check_text(b, v, lang, &r->opportunity[i].use);
}

/* Those of papers too, where they are not to be set: setting reads them. */
static void check_narratives(const struct build *b, const struct views *const *views,
                             struct narratives *narratives, bool papers)
{
    for (size_t i = 0; i < b->languages; i++) {
        struct view_document *doc;
        size_t n = views_documents(b->arena, views[i], &doc);
        for (size_t k = 0; papers && k < n; k++)
            narratives_document(narratives, views[i], &doc[k]);
        check_texts(b, views[i], b->lang[i]);
    }
}

void build_check(const struct build *b)
{
    const struct views *const *views = open_views(b, b->lang, b->languages);
    struct narratives *narratives = narratives_new(b->arena, b->diags);
    bool sound = !diags_failed(b->diags); /* else figures to set are not to be had */
    check_narratives(b, views, narratives, !sound);
    if (sound)
        build_papers_and_data(b, views, narratives);
    struct site_input in = site_input(b, views, narratives);
    site_check_templates(b->arena, b->diags, &in);
}

/* --- file by file --- */

struct building {
    struct build b;
    const struct views *const *views;
    struct narratives *narratives;
    struct press press;
    struct site_builder *site;
    bool data_made;
    struct documents { /* of a language */
        struct view_document *doc;
        size_t n;
        bool found;
    } documents[LANGS];
};

static void close_press(void *press)
{
    press_close(press);
}

/* Which files there are, and their sizes, is known when they are made. */
static void make_data_once(void *ctx)
{
    struct building *w = ctx;
    const struct view_download *made;
    if (w->data_made)
        return;
    w->data_made = true;
    struct data_input in = data_input(&w->b, w->views);
    size_t n = data_build(w->b.arena, w->b.diags, &in, w->b.put, w->b.ctx, &made);
    offer(&w->b, w->views, made, n);
    if (w->b.internal)
        mark_internal(&w->b, w->views);
}

struct building *build_open(const struct build *b)
{
    struct building *w = ARENA_NEW(b->arena, struct building);
    *w = (struct building){.b = *b, .views = open_views(b, b->lang, b->languages),
                           .narratives = narratives_new(b->arena, b->diags)};
    check_narratives(b, w->views, w->narratives, true);
    for (size_t i = 0; i < b->languages; i++)
        views_offer_later(w->views[i], make_data_once, w);
    press_open(&w->press, &w->b, w->narratives);
    arena_defer(b->arena, close_press, &w->press);
    struct site_input in = site_input(b, w->views, w->narratives);
    w->site = site_open(b->arena, b->diags, &in, b->put, b->ctx);
    return w;
}

static bool is_pdf_of(const char *path, const struct view_document *doc)
{
    struct arena *a = arena_new();
    bool is = strcmp(path, arena_printf(a, "site/%s/%s/%s", doc->lang, doc->path, doc->pdf)) == 0 ||
              strcmp(path, arena_printf(a, "documents/%s", doc->pdf)) == 0;
    arena_free(a);
    return is;
}

/* The PDF of a document, beside its page or below documents/.  What documents there are is found once:
 * anyone may ask for any path. */
static void make_document(struct building *w, const char *path)
{
    for (size_t i = 0; i < w->b.languages; i++) {
        struct documents *all = &w->documents[i];
        if (!all->found)
            all->n = views_documents(w->b.arena, w->views[i], &all->doc);
        all->found = true;
        for (size_t k = 0; k < all->n; k++)
            if (is_pdf_of(path, &all->doc[k])) {
                press_document(&w->press, w->views[i], &all->doc[k]);
                return;
            }
    }
}

static bool is_data(const char *path)
{
    static const char folder[] = "site/data/";
    return strncmp(path, folder, sizeof folder - 1) == 0 || path_ends_in(path, "/feed.xml") ||
           strcmp(path, "INTERNAL.txt") == 0;
}

void build_make(struct building *w, const char *path)
{
    if (is_data(path))
        make_data_once(w);
    else if (path_ends_in(path, ".pdf"))
        make_document(w, path);
    else
        site_make(w->site, path);
}
