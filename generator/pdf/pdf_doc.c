/* pdf_doc.c - the whole document: pages, then what binds them together.
 *
 * The order is that of need: pages give out codes, MCIDs and places; tags, fonts, names and
 * metadata are written from them; libharu writes the file.
 */
#include "pdf/pdf.h"

#include "base/arena.h"
#include "base/buf.h"
#include "pdf/pdf_meta.h"
#include "pdf/pdf_page.h"

#include <stdlib.h>
#include <string.h>

enum { OUTLINE_DEPTH = 8 };

/* --- names, outline, labels --- */

static int cmp_key(const void *a, const void *b)
{
    return strcmp(((const struct map_item *)a)->key, ((const struct map_item *)b)->key);
}

static void put_places(const struct pdf_book *book, struct buf *names)
{
    size_t n = book->places.n;
    if (n == 0)
        return;
    struct map_item *sorted = ARENA_ARRAY(book->file->arena, struct map_item, n);
    memcpy(sorted, book->places.item, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, cmp_key);
    buf_puts(names, "/Dests <</Names [");
    for (size_t i = 0; i < n; i++) {
        const struct pdf_place *place = sorted[i].value;
        pdf_object_put_bytes(names, sorted[i].key);
        buf_printf(names, " [%u 0 R /XYZ null ", pdf_file_number(book->page[place->page]));
        scene_put_pt(names, place->y);
        buf_puts(names, " null]\n");
    }
    buf_puts(names, "]>>\n");
}

static bool check_places(struct pdf_book *book)
{
    bool ok = true;
    for (size_t i = 0; i < book->wanted.n; i++) {
        const char *name = book->wanted.item[i].key;
        if (map_has(&book->places, name))
            continue;
        diag_report(book->diags, DIAG_PDF_UNKNOWN_PLACE, (struct place){0}, name);
        ok = false;
    }
    return ok;
}

/* A name of a destination where libharu wants an object. */
static HPDF_Binary place_name(struct pdf_file *f, const char *name)
{
    HPDF_Binary b = HPDF_Binary_New(f->haru->mmgr, (HPDF_BYTE *)name, (HPDF_UINT)strlen(name));
    if (!b)
        mem_die();
    return b;
}

/* parent[level] is the newest item of a level; a level that is skipped counts as its parent's. */
static void write_outline(struct pdf_book *book, const struct pages *pages)
{
    HPDF_Outline parent[OUTLINE_DEPTH + 1] = {NULL};
    for (size_t i = 0; i < pages->outlines; i++) {
        const struct outline_item *item = &pages->outline[i];
        if (!item->dest)
            continue;
        int level = item->level < 1               ? 1
                    : item->level > OUTLINE_DEPTH ? OUTLINE_DEPTH
                                                  : item->level;
        HPDF_Outline above = NULL;
        for (int k = level - 1; k > 0 && !above; k--)
            above = parent[k];
        HPDF_Outline o = HPDF_CreateOutline(book->file->haru, above, "-", NULL);
        if (!o)
            return; /* pdf_file_finish tells */
        HPDF_Dict_Add(o, "Title", pdf_object_text(book->file, item->title));
        HPDF_Dict_RemoveElement(o, "Type"); /* libharu's "Outlines" belongs to the root only */
        HPDF_Dict_Add(o, "Dest", place_name(book->file, item->dest));
        map_set(&book->wanted, item->dest, NULL);
        parent[level] = o;
        for (int k = level + 1; k <= OUTLINE_DEPTH; k++)
            parent[k] = NULL;
    }
    if (pages->outlines)
        HPDF_SetPageMode(book->file->haru, HPDF_PAGE_MODE_USE_OUTLINE);
}

/* The number a label is, when it is plain decimal; 0 when it is not. */
static long label_number(const char *label)
{
    if (!label || label[0] < '1' || label[0] > '9' || strlen(label) > 6 ||
        strspn(label, "0123456789") != strlen(label))
        return 0;
    return strtol(label, NULL, 10);
}

/* Runs of decimal labels are one range; any other label is a prefix without number. */
static void put_labels(const char *const *labels, size_t n, struct buf *catalog)
{
    long before = 0;
    bool any = false;
    for (size_t i = 0; i < n; i++)
        any = any || labels[i];
    if (!any)
        return;
    buf_puts(catalog, "/PageLabels <</Nums [");
    for (size_t i = 0; i < n; i++) {
        const char *label = labels[i];
        long number = label_number(label);
        if (number && before && number == before + 1) {
            before = number;
            continue;
        }
        buf_printf(catalog, "%zu <<", i);
        if (number) {
            buf_printf(catalog, "/S /D /St %ld", number);
        } else if (label) {
            buf_puts(catalog, "/P ");
            pdf_object_put_text(catalog, label);
        }
        buf_puts(catalog, ">> ");
        before = number;
    }
    buf_puts(catalog, "]>>\n");
}

/* --- the document --- */

static bool finish_tags(struct pdf_book *book, const struct map *files, bool rtl,
                        struct buf *catalog)
{
    const char *missing = NULL;
    unsigned root = pdf_tags_finish(book->tags, files, rtl, &missing);
    if (!root) {
        diag_report(book->diags, DIAG_PDF_UNKNOWN_ATTACHMENT, (struct place){0}, missing);
        return false;
    }
    buf_puts(catalog, "/StructTreeRoot");
    pdf_object_put_ref(catalog, root);
    buf_printf(catalog,
               "\n/MarkInfo <</Marked true>>\n"
               "/ViewerPreferences <</DisplayDocTitle true%s>>\n",
               rtl ? " /Direction /R2L" : "");
    return true;
}

static bool save(struct pdf_book *book, struct buf *out)
{
    if (pdf_file_finish(book->file, out))
        return true;
    diag_report(book->diags, DIAG_PDF_FAILED, (struct place){0},
                phrase_filled(book->file->arena, PHRASE_LIBHARU_ERROR,
                             arena_printf(book->file->arena, "0x%04lX",
                                          pdf_file_fault(book->file))));
    return false;
}

static bool write_book(struct pdf_book *book, const struct pages *pages,
                       const struct pdf_meta *meta, struct buf *out)
{
    struct pdf_file *f = book->file;
    bool rtl = typeset_page(pages, 0)->rtl;
    const char **label = ARENA_ARRAY(f->arena, const char *, pages->n);
    for (size_t i = 0; i < pages->n; i++) {
        const struct scene *page = typeset_page(pages, i);
        label[i] = page->label ? arena_strdup(f->arena, page->label) : NULL;
        pdf_page_write(book, page, i);
        typeset_forget(pages, i);
    }

    struct buf *catalog = &pdf_object_adopt(f, f->haru->catalog)->body;
    struct pdf_object *names = pdf_object_new(f);
    struct map files;
    map_init(&files, f->arena);
    pdf_meta_attach(f, meta, &files, catalog, &names->body);
    write_outline(book, pages);
    put_places(book, &names->body);
    buf_puts(catalog, "/Names");
    pdf_object_put_ref(catalog, names->number);
    buf_putc(catalog, '\n');
    put_labels(label, pages->n, catalog);
    pdf_meta_write(f, meta, catalog);
    bool ok = finish_tags(book, &files, rtl, catalog);
    ok = check_places(book) && ok;
    ok = pdf_fonts_finish(book->pdf_fonts, book->diags) && ok;
    pdf_meta_id(f, meta->id_seed);
    return ok && !book->failed && save(book, out);
}

bool pdf_write(struct arena *a, struct diags *d, struct fonts *fonts, const struct pages *pages,
               const struct pdf_meta *meta, struct buf *out)
{
    (void)a; /* nothing outlives the call */
    if (pages->n == 0) {
        diag_report(d, DIAG_PDF_FAILED, (struct place){0}, phrase_mark(PHRASE_NO_PAGES));
        return false;
    }
    struct arena *work = arena_new();
    struct pdf_file file;
    pdf_file_open(&file, work);
    struct pdf_book book = {
        .file = &file,
        .tags = pdf_tags_new(&file, pages->structure, pages->n, meta->lang),
        .pdf_fonts = pdf_fonts_new(&file),
        .fonts = fonts,
        .diags = d,
        .lang = meta->lang,
        .page = ARENA_ARRAY(work, HPDF_Page, pages->n),
    };
    map_init(&book.places, work);
    map_init(&book.wanted, work);
    bool ok = write_book(&book, pages, meta, out);
    arena_free(work);
    return ok;
}
