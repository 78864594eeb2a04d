#include "site/site_room.h"

#include <string.h>

/* Every key a template may ask for is set, to null when there is nothing: a name that is
 * missing would be looked up in the values around it. */
void section_put(struct value *map, const char *key, const char *text)
{
    if (text && *text)
        value_set_string(map, key, text);
    else
        value_set_null(map, key);
}

/* --- tables --- */

/* Dates and ids are never broken over lines. */
static bool stays_whole(const struct view_cell *c)
{
    struct date date;

    if (c->sort && date_parse(c->sort, &date) == DATE_OK)
        return true;
    return strlen(c->text) <= 20 && !strchr(c->text, ' ') && strpbrk(c->text, "0123456789");
}

/* A word that no column has room for, as the address of a page is: it may be broken anywhere.  Others
 * may not, or columns would be squeezed to a letter's width. */
static bool has_long_word(const char *text)
{
    enum { LONGEST = 30 };
    size_t letters = 0;

    for (const char *s = text; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == ' ' || c == '-' || c >= 0xe3) /* ideographs break where they stand */
            letters = 0;
        else if ((c & 0xc0) != 0x80 && ++letters > LONGEST)
            return true;
    }
    return false;
}

static const char *cell_class(const struct view_column *col, const struct view_cell *c)
{
    if (col->number || col->mixed)
        return "n";
    return stays_whole(c) ? "whole" : has_long_word(c->text) ? "breaks" : NULL;
}

/* A text in pieces; a piece links where the whole cell does not. */
static const struct value *runs_value(struct page_build *p, const struct view_cell *c)
{
    struct value *list = value_list(p->arena);
    bool linked = c->page || c->url;

    for (size_t i = 0; i < c->runs; i++) {
        const struct view_run *run = &c->run[i];
        const char *href = run->page ? href_page(p, run->page) : run->url;
        struct value *v = value_map(p->arena);
        words_put(p, v, "run", run->text, run->lang);
        section_put(v, "run_lang", run->lang);
        section_put(v, "run_language", views_language_mark(p->edition->views, run->lang));
        section_put(v, "run_href", linked ? NULL : href);
        value_set_bool(v, "outward", !run->page);
        value_set_bool(v, "is_line", run->line && i);
        value_set_bool(v, "is_strong", run->strong);
        value_set_bool(v, "is_emphasis", run->emphasis);
        value_set_bool(v, "is_muted", run->muted);
        value_push(list, v);
    }
    return list;
}

void section_mark(struct page_build *p, struct value *v, int note, bool again)
{
    section_put(v, "note_mark", note ? arena_printf(p->arena, "%d", note) : NULL);
    value_set_bool(v, "note_first", !again);
}

static struct value *cell_value(struct page_build *p, const struct view_cell *c)
{
    struct value *v = value_map(p->arena);

    words_put(p, v, "text", c->text, c->lang);
    words_put_pieces(p, v, value_text(value_get(v, "text")));
    /* Runs, and names for programs, have elements of their own. */
    value_set_bool(v, "is_apart",
                   c->lang || (!c->runs && !c->verbatim && words_dir(p, c->text, NULL)));
    value_set_bool(v, "is_verbatim", c->verbatim);
    section_put(v, "text_lang", c->lang);
    section_put(v, "text_language", views_language_mark(p->edition->views, c->lang));
    value_set_bool(v, "has_runs", c->runs > 0);
    if (c->runs)
        value_set(v, "runs", runs_value(p, c));
    section_put(v, "href", c->page   ? href_page(p, c->page)
                           : c->file ? arena_printf(p->arena, "%s%s", p->root, c->file)
                                     : c->url);
    section_put(v, "sort", c->sort);
    value_set_bool(v, "outward",
                   !c->page && !c->file && c->url && strncmp(c->url, "mailto:", 7) != 0);
    value_set_bool(v, "is_sample", c->sample);
    value_set_bool(v, "is_number", false);
    section_put(v, "bar", c->bar);
    section_mark(p, v, c->note, c->note_again);
    return v;
}

/* The column that names the row: the first with a text that is no number, else the first. */
static size_t head_column(const struct view_table *t, const struct view_row *row)
{
    for (size_t i = 0; i < t->columns; i++)
        if (!t->column[i].number && row->cell[i].text[0] != '\0')
            return i;
    return 0;
}

/* Where the heads are not seen, each cell says what it is and in which unit. */
static const char *head_with_unit(struct page_build *p, const struct view_column *col)
{
    struct value *args = value_map(p->arena);

    if (!col->unit || !*col->unit)
        return col->head;
    section_put(args, "head", col->head);
    section_put(args, "unit", col->unit);
    return views_word(p->edition->views, "head_with_unit", args);
}

/* A name and a few short numbers: such rows have room on a phone as they are. */
static bool is_brief(const struct view_table *t)
{
    enum { MOST = 4, SIGNS = 18 };
    size_t texts = 0, signs = 0;

    for (size_t c = 0; c < t->columns; c++) {
        size_t longest = 0;
        texts += !t->column[c].number || t->column[c].mixed;
        for (size_t r = 0; r < t->rows && t->column[c].number; r++) {
            size_t n = strlen(t->row[r].cell[c].text);
            longest = n > longest ? n : longest;
        }
        signs += longest;
    }
    return t->columns > 2 && t->columns <= MOST && texts == 1 && signs <= SIGNS;
}

static const char *table_class(const struct view_table *t)
{
    return t->columns > 4 ? "rows" : is_brief(t) ? "brief" : t->columns > 2 ? "rows mid" : "short";
}

static const struct value *row_value(struct page_build *p, const struct view_table *t,
                                     const struct view_row *row, bool filtered)
{
    struct value *v = value_map(p->arena);
    struct value *cells = value_list(p->arena);
    size_t head = head_column(t, row);
    bool labelled = strncmp(table_class(t), "rows", 4) == 0;

    section_put(v, "filter", row->filter);
    section_put(v, "find", filtered ? row->find : NULL);
    for (size_t i = 0; i < t->columns; i++) {
        const struct view_column *col = &t->column[i];
        struct value *c = cell_value(p, &row->cell[i]);
        value_set_bool(c, "is_head", i == head);
        section_put(c, "cell_class", cell_class(col, &row->cell[i]));
        value_set_bool(c, "is_number", col->number);
        value_set_bool(c, "is_blank", row->cell[i].text[0] == '\0');
        section_put(c, "column", col->id);
        section_put(c, "label", labelled ? head_with_unit(p, col) : NULL);
        value_push(cells, c);
    }
    value_set(v, "cells", cells);
    return v;
}

static const struct value *columns_value(struct page_build *p, const struct view_table *t)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < t->columns; i++) {
        struct value *v = value_map(p->arena);
        section_put(v, "column", t->column[i].id);
        words_put(p, v, "head", t->column[i].head, NULL);
        section_put(v, "unit", t->column[i].unit);
        value_set_bool(v, "is_number", t->column[i].number || t->column[i].mixed);
        value_push(list, v);
    }
    return list;
}

struct value *section_table(struct page_build *p, const struct view_table *t)
{
    struct arena *a = p->arena;
    struct value *v = value_map(a);
    struct value *rows = value_list(a), *sums = value_list(a);
    const struct value *facets = facets_of(p, t);

    for (size_t i = 0; i < t->rows; i++)
        value_push(t->row[i].sum ? sums : rows, row_value(p, t, &t->row[i], facets != NULL));
    section_put(v, "table_id", t->id);
    words_put(p, v, "caption", t->caption, NULL);
    section_mark(p, v, t->note_number, t->note_again);
    section_put(v, "source", t->source);
    section_put(v, "table_note", t->note);
    section_put(v, "empty", t->rows ? NULL : t->empty);
    section_put(v, "csv", NULL);
    value_set(v, "columns", columns_value(p, t));
    value_set(v, "rows", rows);
    value_set(v, "sums", sums);
    value_set_bool(v, "has_rows", t->rows > 0);
    value_set_bool(v, "has_sums", value_count(sums) > 0);
    section_put(v, "table_class", table_class(t));
    /* The home page shows beginnings of lists, in an order that matters. */
    value_set_bool(v, "is_sortable", value_count(rows) > 2 && *p->path);
    value_set_bool(v, "caption_hidden", false);
    value_set(v, "facets", facets ? facets : value_null(a));
    value_set_bool(v, "has_facets", facets != NULL);
    return v;
}

/* --- sections --- */

static const struct value *key_figures(struct page_build *p, const struct view_section *s)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < s->n; i++) {
        const struct key_figure *k = &s->key_figure[i];
        struct value *v = value_map(p->arena);
        const char *page = arena_printf(p->arena, "figures/%s", k->figure);
        words_put(p, v, "label", k->label, NULL);
        section_put(v, "text", k->text);
        section_put(v, "unit", k->unit);
        /* On its own page a figure is no link. */
        section_put(v, "href", strcmp(page, p->path) == 0 ? NULL : href_page(p, page));
        value_set_bool(v, "is_sample", k->sample);
        value_push(list, v);
    }
    return list;
}

static const struct value *facts(struct page_build *p, const struct view_section *s)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < s->n; i++) {
        struct value *v = value_map(p->arena), *cells = value_list(p->arena);
        for (size_t k = 0; k < s->fact[i].n; k++)
            value_push(cells, cell_value(p, &s->fact[i].cell[k]));
        section_put(v, "term", s->fact[i].term);
        value_set(v, "cells", cells);
        value_set_bool(v, "is_list", s->fact[i].n > 1);
        value_push(list, v);
    }
    return list;
}

/* "Group, meeting", as far as they are there. */
static const char *group_and_meeting(struct page_build *p, const struct view_document *doc)
{
    if (!doc->group || !doc->meeting)
        return doc->group ? doc->group : doc->meeting;
    struct value *args = value_map(p->arena);
    section_put(args, "group", doc->group);
    section_put(args, "meeting", doc->meeting);
    return views_word(p->edition->views, "group_meeting", args);
}

static const struct value *documents(struct page_build *p)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < p->edition->docs; i++) {
        const struct view_document *doc = &p->edition->doc[i];
        struct value *v = value_map(p->arena);
        words_put(p, v, "text", doc->title, NULL);
        section_put(v, "href", href_page(p, doc->path));
        section_put(v, "pdf", arena_printf(p->arena, "%s%s/%s", p->up, doc->path, doc->pdf));
        section_put(v, "pdf_label", page_word(p, "document_pdf", "title", doc->title));
        section_put(v, "number", doc->number);
        section_put(v, "meeting", group_and_meeting(p, doc));
        section_put(v, "place_dates", doc->place_dates);
        section_put(v, "date", doc->date);
        section_put(v, "revision", doc->revision_label);
        value_set_bool(v, "is_draft", doc->open);
        value_push(list, v);
    }
    return list;
}

static const struct value *items(struct page_build *p, const struct view_section *s)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < s->n; i++) {
        const struct view_item *item = &s->item[i];
        struct value *v = value_map(p->arena);
        words_put(p, v, "text", item->title, item->lang);
        section_put(v, "text_lang", item->lang);
        section_put(v, "text_language", views_language_mark(p->edition->views, item->lang));
        section_put(v, "href", href_page(p, item->page));
        words_put(p, v, "item_note", item->note, NULL);
        words_put(p, v, "summary", item->text, item->lang);
        value_set_bool(v, "is_sample", item->sample);
        value_push(list, v);
    }
    return list;
}

static void put_text(struct page_build *p, const struct view_section *s, struct value *v)
{
    struct narrative *n = narrative_text(p->site->arena, p->site->diags, p->edition->views,
                                         s->markdown, s->markdown_lang, s->markdown_place);

    section_put(v, "html_lang", s->markdown_lang);
    section_put(v, "html_dir", words_dir(p, s->markdown, s->markdown_lang));
    p->turned = words_dir(p, s->markdown, s->markdown_lang) != NULL;
    section_put(v, "html", narrative_html(p, n->body, 3));
    p->turned = false;
    section_put(v, "untranslated", s->markdown_lang ? page_untranslated(p) : NULL);
}

/* The records behind a figure, as a file beside its page. */
static void put_csv(struct page_build *p, const struct view_table *t, struct value *table)
{
    struct buf b = BUF_INIT;

    views_table_csv(t, &b);
    p->site->put(p->site->ctx,
                 arena_printf(p->arena, "site/%s/%s/records.csv", p->edition->code, p->path),
                 buf_str(&b), b.n);
    buf_free(&b);
    section_put(table, "csv", "records.csv");
}

static const struct value *page_table(struct page_build *p, const struct view_page *page,
                                      const struct view_section *s)
{
    struct value *v = section_table(p, s->table);
    const char *caption = s->table->caption;

    section_put(v, "table_id", arena_printf(p->arena, "table-%s", s->table->id));
    /* A heading above says the same. */
    value_set_bool(v, "caption_hidden",
                   s->heading || (caption && strcmp(page->title, caption) == 0));
    if (strncmp(p->path, "figures/", 8) == 0 && s->table->rows)
        put_csv(p, s->table, v);
    return v;
}

static const struct value *section_value(struct page_build *p, const struct view_page *page,
                                         const struct view_section *s, bool side)
{
    static const char *const names[] = {"key_figures", "facts", "table", "chart", "prose",
                                        "documents",   "items"};
    struct arena *a = p->arena;
    struct value *v = value_map(a);
    const struct value *body = value_null(a);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        value_set(v, names[i], value_null(a));
    section_put(v, "section_id", s->id);
    words_put(p, v, "heading", s->heading, NULL);
    words_put(p, v, "intro", s->intro, NULL);
    section_put(v, "empty_items", s->empty);
    words_put(p, v, "more", s->more, NULL);
    section_put(v, "more_href", s->more_page ? href_page(p, s->more_page) : NULL);
    switch (s->kind) {
    case SECTION_KEY_FIGURES: body = key_figures(p, s); break;
    case SECTION_FACTS: body = facts(p, s); break;
    case SECTION_CHART: body = chart_value(p, s->chart, side); break;
    case SECTION_DOCUMENTS: body = documents(p); break;
    case SECTION_ITEMS: body = items(p, s); break;
    case SECTION_TABLE: body = page_table(p, page, s); break;
    case SECTION_TEXT: {
        struct value *text = value_map(a);
        put_text(p, s, text);
        body = text;
        break;
    }
    }
    value_set(v, names[s->kind], body);
    value_set_bool(v, "has_key_figures", s->kind == SECTION_KEY_FIGURES);
    value_set_bool(v, "has_facts", s->kind == SECTION_FACTS);
    value_set_bool(v, "has_documents", s->kind == SECTION_DOCUMENTS);
    value_set_bool(v, "has_items", s->kind == SECTION_ITEMS);
    return v;
}

const struct value *section_rows(struct page_build *p, const struct view_page *page)
{
    struct arena *a = p->arena;
    struct value *rows = value_list(a);

    for (size_t i = 0; i < page->sections; i++) {
        const struct view_section *s = &page->section[i];
        bool pair = i + 1 < page->sections && page->section[i + 1].aside;
        struct value *row = value_map(a), *sections = value_list(a);
        value_push(sections, section_value(p, page, s, pair));
        if (pair)
            value_push(sections, section_value(p, page, &page->section[++i], true));
        value_set(row, "sections", sections);
        value_set_bool(row, "is_pair", pair);
        value_set_bool(row, "is_wide",
                       !pair && s->kind == SECTION_TABLE && s->table->columns > 4);
        value_set_bool(row, "is_bare", !pair && !s->heading);
        value_push(rows, row);
    }
    return rows;
}
