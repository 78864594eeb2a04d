#include "press.h"

#include "base/buf.h"
#include "font/font.h"
#include "glyph_check.h"
#include "pdf/pdf.h"
#include "report/report.h"

#include <string.h>

/* From Debian's icc-profiles-free. */
const char press_profile[] = "/usr/share/color/icc/sRGB.icc";

/* A document's date is its own; while that is open, the day it is made. */
static struct date date_of(const struct build *b, const struct view_document *doc)
{
    struct date own = records_document_date(doc->record);
    return date_is_set(own) ? own : model_today(b->model);
}

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

static bool has_profile(struct press *p)
{
    if (!p->icc)
        p->icc = input_bytes(p->arena, p->b->diags, press_profile, &p->icc_n);
    return p->icc != NULL;
}

void press_warm(struct press *p)
{
    const struct records *r = model_records(p->b->model);
    for (size_t i = 0; i < r->document_n; i++) {
        const struct document *doc = &r->document[i];
        if (p->b->document && strcmp(p->b->document, doc->id) != 0)
            continue;
        if (faces_of(p, doc->paper) && p->b->put)
            has_profile(p);
    }
}

/* A document is set to see whether it can be: what setting and drawing find is told. */
static void see_pages(const struct pages *pages)
{
    for (size_t i = 0; i < pages->n; i++) {
        typeset_page(pages, i);
        typeset_forget(pages, i);
    }
}

void press_document(struct press *press, const struct views *v, const struct view_document *doc)
{
    const struct build *b = press->b;
    struct fonts *fonts = faces_of(press, doc->record->paper);
    if (!fonts || (b->put && !has_profile(press)))
        return;
    struct narrative *n = narratives_document(press->narratives, v, doc);
    struct arena *a = arena_new();
    struct report *report = report_build(a, b->diags, v, fonts, n);
    if (!b->put) {
        see_pages(report->pages);
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
        b->put(b->ctx, arena_printf(b->arena, "documents/%s", doc->pdf), out.p, out.n);
        b->put(b->ctx, arena_printf(b->arena, "site/%s/%s/%s", doc->lang, doc->path, doc->pdf),
               out.p, out.n);
    }
    buf_free(&out);
}

void press_open(struct press *p, const struct build *b, struct narratives *narratives)
{
    *p = (struct press){.b = b, .arena = arena_new(), .narratives = narratives};
}

void press_close(struct press *p)
{
    arena_free(p->arena);
}
