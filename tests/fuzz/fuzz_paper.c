/* A document of one text from Markdown to the bytes of its PDF: each word of its paragraphs is printed,
 * nothing stands outside its page, the file begins and ends as one, and twice the same is the same to the byte.
 *
 * The input is Markdown; "=== ar" begins what is set in Arabic instead. */
#include "kit.h"

#include "base/map.h"
#include "narrative/narrative.h"
#include "pdf/pdf.h"
#include "report/report.h"

struct side { /* a document in a language */
    const struct views *views;
    struct view_document *doc;
    struct fonts *fonts;
    struct arena *words; /* that fonts remember */
    const struct kit_content *content;
    int used;
};

static void open_fonts(struct side *s)
{
    struct font_lists lists = report_fonts(&s->content->records->site, s->doc->record->paper);
    arena_free(s->words);
    s->words = arena_new();
    s->fonts = fonts_open_lists(s->words, diags_new(s->words), &lists);
    HOLDS(s->fonts != NULL);
}

static void open_side(struct side *s, enum lang lang)
{
    s->content = kit_content("plain");
    s->views = views_open(s->content->arena, s->content->diags, s->content->model, lang, false);
    struct view_document *doc;
    size_t n = views_documents(s->content->arena, s->views, &doc);
    for (size_t i = 0; i < n; i++)
        if (strcmp(doc[i].id, "letter") == 0)
            s->doc = &doc[i];
    HOLDS(s->doc != NULL);
}

static void check_page(const struct scene *page)
{
    for (size_t i = 0; i < page->n; i++) {
        const struct prim *p = &page->prim[i];
        if (p->kind != PRIM_TEXT || p->rotate)
            continue;
        HOLDS(p->x >= -page->width / 10 && p->x <= page->width);
        HOLDS(p->y >= 0 && p->y <= page->height);
    }
}

/* Words of one letter after the other, without what typography changes. */
static void put_letters(struct buf *out, const char *s)
{
    for (; *s; s++)
        if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'))
            buf_putc(out, *s);
}

static void put_words(struct buf *out, const struct nar_node *n)
{
    for (; n; n = n->next) {
        if (n->kind == NAR_TEXT || n->kind == NAR_CODE || n->kind == NAR_CODE_BLOCK)
            put_letters(out, n->text);
        put_words(out, n->first);
    }
}

static size_t count(const struct buf *b, char c)
{
    size_t n = 0;
    for (size_t i = 0; i < b->n; i++)
        n += b->p[i] == c;
    return n;
}

/* Each letter at least as often as the text has it: cover, labels and heads have more. */
static void check_words(const struct narrative *n, const struct buf *printed)
{
    struct buf want;
    buf_init(&want);
    put_words(&want, n->body);
    for (char c = 'A'; c <= 'z'; c++)
        HOLDS(count(printed, c) >= count(&want, c));
    buf_free(&want);
}

static void write_pdf(struct arena *a, struct diags *d, struct side *s, const struct report *r,
                      struct buf *out)
{
    struct pdf_attachment *file = ARENA_ARRAY(a, struct pdf_attachment, r->files + 1);
    for (size_t i = 0; i < r->files; i++)
        file[i] = (struct pdf_attachment){r->file[i].name, r->file[i].mime, r->file[i].description,
                                          r->file[i].bytes, r->file[i].n};
    struct pdf_meta meta = {.title = r->title, .author = r->author, .subject = r->subject,
                            .lang = s->doc->lang, .date = {2024, 5, 14}, .id_seed = "fuzz",
                            .icc = "icc", .icc_n = 3, .attachment = file, .attachments = r->files};
    bool written = pdf_write(a, d, s->fonts, r->pages, &meta, out);
    HOLDS(written == (out->n > 0));
    HOLDS(written || diags_failed(d));
    if (written)
        HOLDS(memcmp(out->p, "%PDF-1.7", 8) == 0 && strcmp(out->p + out->n - 6, "%%EOF\n") == 0);
}

static struct buf run(struct side *s, const char *text)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct view_document doc = *s->doc;
    struct page_file file = {.src = kit_source(a, "content/01.md", text), .slug = "01",
                             .lang = views_lang(s->views)};
    struct buf out, printed;
    buf_init(&out);
    buf_init(&printed);
    doc.file = &file;
    doc.files = 1;
    struct narrative *n = narrative_document(a, d, views_within(a, s->views), &doc);
    if (!diags_failed(d)) {
        struct report *r = report_build(a, d, s->views, s->fonts, n);
        for (size_t i = 0; i < r->pages->n; i++) {
            const struct scene *page = typeset_page(r->pages, i);
            if (!diags_failed(d)) /* a table that is too wide is told */
                check_page(page);
            for (size_t k = 0; k < page->n; k++)
                if (page->prim[k].kind == PRIM_TEXT)
                    put_letters(&printed, page->prim[k].text);
        }
        check_words(n, &printed);
        write_pdf(a, d, s, r, &out);
    }
    kit_reports(a, d);
    buf_free(&printed);
    arena_free(a);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct side en, ar;
    if (!en.views) {
        open_side(&en, LANG_EN);
        open_side(&ar, LANG_AR);
    }
    struct arena *a = kit_arena();
    struct kit_files in = kit_split(a, data, size);
    for (size_t i = 0; i < in.n && i < 2; i++) {
        struct side *s = strcmp(in.file[i].path, "ar") == 0 ? &ar : &en;
        if (s->used++ % 2000 == 0)
            open_fonts(s);
        struct buf one = run(s, in.file[i].text), two = run(s, in.file[i].text);
        HOLDS(one.n == two.n && (one.n == 0 || memcmp(one.p, two.p, one.n) == 0));
        buf_free(&one);
        buf_free(&two);
    }
    return 0;
}
