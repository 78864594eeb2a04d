/* page_data.c - the page of files to take away, and links to them below lists. */
#include "views/views_room.h"

#include <inttypes.h>
#include <string.h>

void views_offer(const struct views *v, const struct view_download *list, size_t n)
{
    *v->offer = (struct offer){.item = list, .n = n};
}

void views_offer_later(const struct views *v, void (*make)(void *ctx), void *ctx)
{
    *v->offer = (struct offer){.make = make, .ctx = ctx};
}

static const struct offer *offered(const struct views *v)
{
    if (v->offer->make)
        v->offer->make(v->offer->ctx); /* which offers them */
    return v->offer;
}

bool views_offers(const struct views *v, const char *path)
{
    const struct offer *offer = offered(v);
    for (size_t i = 0; i < offer->n; i++)
        if (strcmp(offer->item[i].path, path) == 0)
            return true;
    return false;
}

/* "213 kB", "1.4 MB": rounded, at least 1 kB. */
static const char *size_text(struct arena *a, const struct views *v, size_t bytes)
{
    size_t kb = (bytes + 500) / 1000, tenths = (bytes + 50000) / 100000;
    const char *number = kb < 1000 ? arena_printf(a, "%zu", kb ? kb : 1)
                                   : arena_printf(a, "%zu.%zu", tenths / 10, tenths % 10);
    return format_word1(v, kb < 1000 ? "download_size" : "data_size_mb", "size",
                        locale_number(a, v->locale, number));
}

static const char *format_name(const struct views *v, const struct view_download *d)
{
    return d->format_word ? views_word(v, d->format_word, NULL) : d->format;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* --- links below lists --- */

/* The workbook has them all. */
static bool holds(const struct view_download *d, const char *set)
{
    return d->set ? strcmp(d->set, set) == 0 : strcmp(d->holds, "data_all") == 0;
}

void page_data_links(struct arena *a, const struct views *v, struct view_page *page,
                     const char *set)
{
    const struct offer *offer = offered(v);
    size_t n = 0;
    for (size_t i = 0; i < offer->n; i++)
        n += holds(&offer->item[i], set);
    if (n == 0)
        return;
    struct view_section *s = pages_section(a, page, SECTION_FACTS, "data", NULL);
    struct view_cell *c = pages_fact(a, s, views_word(v, "download", NULL), n);
    for (size_t i = 0; i < offer->n; i++) {
        const struct view_download *d = &offer->item[i];
        if (!holds(d, set))
            continue;
        c->text = format_word2(v, "data_link", "format", format_name(v, d), "size",
                               size_text(a, v, d->bytes));
        c++->file = d->path;
    }
    pages_more(page, views_word(v, "data_more", NULL), "data");
}

/* --- the page --- */

static void file_row(struct arena *a, const struct views *v, const struct view_download *d,
                     struct view_table *t)
{
    struct view_row *row = tables_row(a, t);
    row->cell[0].text = base_name(d->path);
    row->cell[0].file = d->path;
    row->cell[0].verbatim = true;
    row->cell[1].text = views_word(v, d->holds, NULL);
    row->cell[2].text = format_name(v, d);
    row->cell[3].text = size_text(a, v, d->bytes);
    row->cell[3].sort = arena_printf(a, "%zu", d->bytes);
}

static struct view_table *files(struct arena *a, const struct views *v)
{
    const struct offer *offer = offered(v);
    struct view_table *t = tables_new(a, "files", views_word(v, "data_files", NULL), 4);
    tables_column(t, 0, "file", views_word(v, "data_file", NULL), NULL, false);
    tables_column(t, 1, "holds", views_word(v, "data_holds", NULL), NULL, false);
    tables_column(t, 2, "format", views_word(v, "data_format", NULL), NULL, false);
    tables_column(t, 3, "size", views_word(v, "data_size", NULL), NULL, true);
    for (size_t i = 0; i < offer->n; i++)
        if (!offer->item[i].lang || strcmp(offer->item[i].lang, lang_code[v->lang]) == 0)
            file_row(a, v, &offer->item[i], t);
    return t;
}

static struct view_table *columns(struct arena *a, const struct views *v, const struct export *x)
{
    const char *name = format_word1(v, "data_columns", "name", views_word(v, x->word, NULL));
    struct view_table *t = tables_new(a, arena_printf(a, "columns-%s", x->id), name, 2);
    tables_column(t, 0, "column", views_word(v, "data_column", NULL), NULL, false);
    tables_column(t, 1, "meaning", views_word(v, "data_meaning", NULL), NULL, false);
    for (size_t i = 0; i < x->columns; i++) {
        struct view_row *row = tables_row(a, t);
        const struct export_column *col = &x->column[i];
        row->cell[0].text = col->texts ? arena_printf(a, "%s_%s", col->id, lang_code[v->lang])
                                       : col->id;
        row->cell[0].verbatim = true;
        row->cell[1].text = views_word(v, col->word, NULL);
    }
    return t;
}

static void notes(const struct views *v, struct view_page *page)
{
    static const char *const words[] = {"data_note_labels", "data_note_lists", "data_note_exact",
                                        "data_note_sums"};
    const char *text = NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        text = format_joined(v, "joined_sentences", text, views_word(v, words[i], NULL));
    page->section[page->sections - 1].intro = text;
}

void page_data(struct arena *a, const struct views *v, struct view_page *page)
{
    page->kind = "data";
    for (size_t i = 0; i < v->shown_n; i++)
        page->sample = page->sample || v->shown[i]->record->sample;
    pages_table(a, page, views_word(v, "data_files", NULL), files(a, v));
    notes(v, page);
    for (size_t i = 0; views_exports[i]; i++) {
        const struct export *x = views_export(a, &v, 1, views_exports[i]);
        pages_table(a, page, format_word1(v, "data_columns", "name",
                                          views_word(v, x->word, NULL)),
                    columns(a, v, x));
    }
}
