#include "build.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "data/data.h"
#include "font/font.h"
#include "glyph_check.h"
#include "input/input.h"
#include "narrative/narrative.h"
#include "pdf/pdf.h"
#include "report/report.h"
#include "site/site.h"
#include "views/views.h"

#include <string.h>

/* From Debian's icc-profiles-free. */
static const char *const srgb_profile = "/usr/share/color/icc/sRGB.icc";

static void put_file(void *ctx, const char *path, const void *bytes, size_t n)
{
    const struct build *b = ctx;
    publish_add(b->publish, path, bytes, n);
}

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

static void build_site(const struct build *b, const struct views *const *views,
                       struct narratives *narratives)
{
    struct site_input in = {
        .views = views, .languages = b->languages, .template_dir = b->templates->dir[0],
        .narratives = narratives, .document = b->document};
    add_standing(b, &in);
    read_templates(b, &in);
    read_assets(b, &in);
    site_build(b->arena, b->diags, &in, put_file, (void *)b);
}

/* --- documents --- */

/* A document's date is its own; while that is open, the day it is made. */
static struct date date_of(const struct build *b, const struct view_document *doc)
{
    struct date own = records_document_date(doc->record);
    return date_is_set(own) ? own : model_today(b->model);
}

struct faces { /* opened once for all documents set in the same families */
    struct font_lists lists;
    struct fonts *fonts; /* NULL: faulty, and reported */
};

struct press { /* what documents share */
    const struct build *b;
    struct arena *arena; /* of the faces and the words they have set */
    struct narratives *narratives;
    VEC(struct faces) faces;
    const void *icc;
    size_t icc_n;
};

static bool same_families(const char *const *a, const char *const *b)
{
    while (a && b && *a && *b && strcmp(*a, *b) == 0)
        a++, b++;
    return !(a && *a) && !(b && *b);
}

static bool same_lists(const struct font_lists *a, const struct font_lists *b)
{
    for (int script = 0; script < FONT_SCRIPTS; script++)
        if (!same_families(a->family[script], b->family[script]))
            return false;
    return true;
}

static struct fonts *faces_of(struct press *p, const struct paper_style *style)
{
    const struct build *b = p->b;
    const struct records *r = model_records(b->model);
    struct faces f = {.lists = report_fonts(&r->site, style)};
    for (size_t i = 0; i < p->faces.n; i++)
        if (same_lists(&p->faces.p[i].lists, &f.lists))
            return p->faces.p[i].fonts;
    f.fonts = fonts_open_lists(p->arena, b->diags, &f.lists);
    if (f.fonts && !glyph_check(b->diags, f.fonts, r, b->lang, b->languages))
        f.fonts = NULL;
    VEC_PUSH(p->arena, &p->faces, f);
    return f.fonts;
}

static void build_document(struct press *press, const struct views *v,
                           const struct view_document *doc)
{
    const struct build *b = press->b;
    struct fonts *fonts = faces_of(press, doc->record->paper);
    if (!fonts)
        return;
    struct narrative *n = narratives_document(press->narratives, v, doc);
    struct arena *a = arena_new();
    struct report *report = report_build(a, b->diags, v, fonts, n);
    if (!b->publish) { /* set to see whether it can be: what setting finds is told */
        arena_free(a);
        return;
    }
    struct pdf_attachment *file = ARENA_ARRAY(a, struct pdf_attachment, report->files + 1);
    for (size_t i = 0; i < report->files; i++)
        file[i] = (struct pdf_attachment){report->file[i].name, report->file[i].mime,
                                          report->file[i].description, report->file[i].bytes,
                                          report->file[i].n};
    struct pdf_meta meta = {.title = report->title,
                            .author = report->author,
                            .subject = report->subject,
                            .lang = doc->lang,
                            .date = date_of(b, doc),
                            .id_seed = doc->pdf,
                            .icc = press->icc,
                            .icc_n = press->icc_n,
                            .attachment = file,
                            .attachments = report->files};
    struct buf out = BUF_INIT;
    bool written = pdf_write(a, b->diags, fonts, report->pages, &meta, &out);
    arena_free(a);
    if (written) {
        put_file((void *)b, arena_printf(b->arena, "documents/%s", doc->pdf), out.p, out.n);
        put_file((void *)b,
                 arena_printf(b->arena, "site/%s/%s/%s", doc->lang, doc->path, doc->pdf), out.p,
                 out.n);
    }
    buf_free(&out);
}

static bool wanted(const struct build *b, const struct view_document *doc)
{
    return !b->document || strcmp(b->document, doc->id) == 0;
}

static void build_documents(const struct build *b, const struct views *const *views,
                            struct narratives *narratives)
{
    struct press press = {.b = b, .narratives = narratives};
    if (b->publish) {
        press.icc = input_bytes(b->arena, b->diags, srgb_profile, &press.icc_n);
        if (!press.icc)
            return;
    }
    press.arena = arena_new();
    for (size_t i = 0; i < b->languages; i++) {
        struct view_document *doc;
        size_t n = views_documents(b->arena, b->diags, views[i], &doc);
        for (size_t k = 0; k < n; k++)
            if (wanted(b, &doc[k]))
                build_document(&press, views[i], &doc[k]);
    }
    arena_free(press.arena);
}

/* A document alone leaves the data as they are; a build of some languages makes them whole, since
 * they hold all languages of the site at once. */
static void build_data(const struct build *b, const struct views *const *views)
{
    const struct site *site = &model_records(b->model)->site;
    struct data_input in = {
        .languages = (size_t)site->languages, .feed = views, .feeds = b->languages};
    if (b->document)
        return;
    in.views = in.languages == b->languages ? views : open_views(b, site->order, in.languages);
    const struct view_download *made;
    size_t n = data_build(b->arena, b->diags, &in, put_file, (void *)b, &made);
    for (size_t i = 0; i < b->languages; i++)
        views_offer(views[i], made, n);
}

/* Files that have no room for a remark, as CSV, are marked by one beside them. */
static void mark_internal(const struct build *b, const struct views *const *views)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < b->languages; i++)
        buf_printf(&out, "%s\n", views_word(views[i], "internal_band", NULL));
    put_file((void *)b, "INTERNAL.txt", out.p, out.n);
    put_file((void *)b, "site/data/INTERNAL.txt", out.p, out.n);
    buf_free(&out);
}

void build(const struct build *b)
{
    const struct views *const *views = open_views(b, b->lang, b->languages);
    struct narratives *narratives = narratives_new(b->arena, b->diags);
    build_documents(b, views, narratives); /* first: the pages of long lists are large too */
    build_data(b, views);
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

/* Texts that pages show: narratives, and Markdown of records. */
static void check_texts(const struct build *b, const struct views *v, enum lang lang)
{
    const struct records *r = model_records(b->model);
    for (size_t i = 0; i < r->page_n; i++)
        if (r->page[i].lang == lang)
            narrative_page(b->arena, b->diags, v, &r->page[i]);
    for (size_t i = 0; i < r->story_n; i++)
        if (r->story[i].file[lang].src)
            narrative_page(b->arena, b->diags, v, &r->story[i].file[lang]);
    for (size_t i = 0; i < r->agreement_n; i++)
        if (b->internal || !r->agreement[i]->internal)
            check_text(b, v, lang, &r->agreement[i]->objective);
    for (size_t i = 0; i < r->opportunity_n; i++)
        check_text(b, v, lang, &r->opportunity[i].use);
}

void build_check(const struct build *b)
{
    const struct views *const *views = open_views(b, b->lang, b->languages);
    struct narratives *narratives = narratives_new(b->arena, b->diags);
    bool sound = !diags_failed(b->diags); /* else figures to set are not to be had */
    for (size_t i = 0; i < b->languages; i++) {
        struct view_document *doc;
        size_t n = views_documents(b->arena, b->diags, views[i], &doc);
        for (size_t k = 0; !sound && k < n; k++)
            narratives_document(narratives, views[i], &doc[k]);
        check_texts(b, views[i], b->lang[i]);
    }
    if (sound)
        build_documents(b, views, narratives);
}
