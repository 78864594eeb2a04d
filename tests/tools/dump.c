/* dump.c - a document's pages as text: what stands where, and in which element of the tree.
 *
 *     dump CONTENT TEMPLATES DOCUMENT LANG
 *
 * The line of accord up to the pages, without PDF.  Exit 1 when the content has errors, which
 * go to standard error, 2 when there is no such document in this language.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "report/report.h"

#include <stdio.h>
#include <string.h>

struct line {
    struct arena *arena;
    struct diags *diags;
    const struct views *views;
};

static struct fonts *open_fonts(const struct line *l, const struct site *site,
                                const struct view_document *doc)
{
    struct font_lists lists = report_fonts(site, doc->record->paper);
    return fonts_open_lists(l->arena, l->diags, &lists);
}

static const struct view_document *find(const struct line *l, const char *id)
{
    struct view_document *doc;
    size_t n = views_documents(l->arena, l->views, &doc);
    for (size_t i = 0; i < n; i++)
        if (strcmp(doc[i].id, id) == 0)
            return &doc[i];
    return NULL;
}

static void put(FILE *to, struct buf *b)
{
    fwrite(buf_str(b), 1, b->n, to);
}

static void dump(const struct report *r)
{
    struct buf out = BUF_INIT;
    buf_printf(&out, "title %s\nauthor %s\nsubject %s\n", r->title, r->author, r->subject);
    for (size_t i = 0; i < r->files; i++) {
        buf_printf(&out, "\nattached %s (%s): %s\n", r->file[i].name, r->file[i].mime,
                   r->file[i].description);
        buf_put(&out, r->file[i].bytes, r->file[i].n);
    }
    for (size_t i = 0; i < r->pages->n; i++) {
        buf_printf(&out, "\npage %zu\n", i + 1);
        scene_dump_write(typeset_page(r->pages, i), r->pages->structure, &out);
        typeset_forget(r->pages, i);
    }
    buf_puts(&out, "\nstructure\n");
    scene_dump_structure(r->pages->structure, &out);
    put(stdout, &out);
    buf_free(&out);
}

static int run(struct line *l, const char *content, const char *templates, const char *id,
               enum lang lang)
{
    struct records *records = records_read(l->arena, l->diags, content);
    records_read_styles(records, l->diags, &(struct input_layers){.dir = {templates}, .n = 1});
    const struct model *model = model_build(l->arena, l->diags, records);
    if (diags_failed(l->diags))
        return 1;
    l->views = views_open(l->arena, l->diags, model, lang, false);
    const struct view_document *doc = find(l, id);
    if (!doc)
        return 2;
    struct fonts *fonts = open_fonts(l, &records->site, doc);
    if (!fonts)
        return 1;
    const struct narrative *n = narrative_document(l->arena, l->diags, l->views, doc);
    dump(report_build(l->arena, l->diags, l->views, fonts, n));
    return diags_failed(l->diags) ? 1 : 0;
}

int main(int argc, char **argv)
{
    int lang = argc == 5 ? lang_of(argv[4]) : -1;
    if (lang < 0) {
        fputs("usage: dump CONTENT TEMPLATES DOCUMENT LANG\n", stderr);
        return 2;
    }
    struct line l = {.arena = arena_new()};
    l.diags = diags_new(l.arena);
    int code = run(&l, argv[1], argv[2], argv[3], (enum lang)lang);
    struct buf said = BUF_INIT;
    diags_write(l.diags, &said, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    put(stderr, &said);
    buf_free(&said);
    arena_free(l.arena);
    return code;
}
