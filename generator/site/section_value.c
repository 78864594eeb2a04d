#include "site/site_room.h"

#include <string.h>

/* --- tables --- */

/* Dates and ids are never broken over lines. */
static bool stays_whole(const struct view_cell *c)
{
    enum { LONGEST = 20 };
    struct date date;

    if (c->sort && date_parse(c->sort, &date) == DATE_OK)
        return true;
    return strnlen(c->text, LONGEST + 1) <= LONGEST && !strchr(c->text, ' ') &&
           strpbrk(c->text, "0123456789");
}

/* A word that no column has room for, as the address of a page is: it may be broken anywhere.  Others
 * may not, or columns would be squeezed to a letter's width. */
static bool has_long_word(const char *text)
{
    enum { LONGEST = 30 };
    size_t letters = 0;

    if (strnlen(text, LONGEST + 1) <= LONGEST)
        return false;
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

struct cell {
    struct cell_value value; /* first: the record */
    struct page_build *page;
    const struct view_cell *view;
};

/* A text in pieces; a piece links where the whole cell does not. */
static void fill_run(const void *ctx, size_t i, void *record)
{
    const struct cell *cell = ctx;
    struct page_build *p = cell->page;
    const struct view_run *run = &cell->view->run[i];
    bool linked = cell->view->page || cell->view->url;

    *(struct run_value *)record = (struct run_value){
        .run = words_of(p, run->text, run->lang),
        .run_lang = run->lang,
        .run_language = words_language(p, run->lang),
        .run_href = linked ? href_none : run->page ? href_to(p, run->page) : href_as_is(run->url),
        .outward = !run->page,
        .is_line = run->line && i,
        .is_strong = run->strong,
        .is_emphasis = run->emphasis,
        .is_muted = run->muted,
    };
}

const char *section_mark(struct page_build *p, int note)
{
    return note ? arena_printf(p->arena, "%d", note) : NULL;
}

static struct shape_parts cell_href(struct page_build *p, const struct view_cell *c)
{
    if (c->page)
        return href_to(p, c->page);
    return c->file ? (struct shape_parts){{p->root, c->file}} : href_as_is(c->url);
}

static void put_cell(struct page_build *p, const struct view_cell *c, struct cell *into)
{
    static const struct shape_walk runs = {&shapes_run, sizeof(struct run_value), fill_run};
    struct cell_value *v = &into->value;

    *into = (struct cell){.page = p, .view = c};
    v->text = words_of(p, c->text, c->lang);
    v->pieces = words_pieces(p, v->text.text, &v->last_piece);
    /* Runs, and names for programs, have elements of their own. */
    v->is_apart = c->lang || (!c->runs && !c->verbatim && v->text.dir);
    v->is_verbatim = c->verbatim;
    v->text_lang = c->lang;
    v->text_language = words_language(p, c->lang);
    v->has_runs = c->runs > 0;
    v->runs = shape_list(p->arena, &runs, into, c->runs);
    v->href = cell_href(p, c);
    v->sort = c->sort;
    v->outward = !c->page && !c->file && c->url && strncmp(c->url, "mailto:", 7) != 0;
    v->is_sample = c->sample;
    v->bar = c->bar;
    v->note_mark = section_mark(p, c->note);
    v->note_first = !c->note_again;
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
    value_set_string(args, "head", col->head);
    value_set_string(args, "unit", col->unit);
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

/* What rows and cells are made of while a template walks through them. */
struct table {
    struct table_value value; /* first: the record */
    struct page_build *page;
    const struct view_table *view;
    const char **label; /* of the cells of each column; NULL */
    const struct view_row **row, **sum;
    size_t rows, sums;
    bool filtered;
};

struct row {
    struct row_value value; /* first: the record */
    const struct table *table;
    const struct view_row *view;
    size_t head; /* the column that names it */
};

static void fill_cell(const void *ctx, size_t i, void *record)
{
    const struct row *row = ctx;
    const struct table *t = row->table;
    const struct view_column *col = &t->view->column[i];
    const struct view_cell *c = &row->view->cell[i];
    struct cell *into = record;

    put_cell(t->page, c, into);
    into->value.is_head = i == row->head;
    into->value.cell_class = cell_class(col, c);
    into->value.is_number = col->number;
    into->value.is_blank = c->text[0] == '\0';
    into->value.column = col->id;
    into->value.label = t->label[i];
}

static void fill_row(const struct table *t, const struct view_row *view, struct row *into)
{
    static const struct shape_walk cells = {&shapes_cell, sizeof(struct cell), fill_cell};

    *into = (struct row){.table = t, .view = view, .head = head_column(t->view, view)};
    into->value.filter = view->filter;
    into->value.find = t->filtered ? view->find : NULL;
    into->value.cells = shape_list(t->page->arena, &cells, into, t->view->columns);
}

static void fill_body_row(const void *ctx, size_t i, void *record)
{
    const struct table *t = ctx;

    fill_row(t, t->row[i], record);
}

static void fill_sum_row(const void *ctx, size_t i, void *record)
{
    const struct table *t = ctx;

    fill_row(t, t->sum[i], record);
}

static struct value columns_of(struct page_build *p, const struct view_table *t)
{
    struct column_value *column = ARENA_ARRAY(p->arena, struct column_value, t->columns + 1);

    for (size_t i = 0; i < t->columns; i++)
        column[i] = (struct column_value){
            .column = t->column[i].id,
            .head = words_of(p, t->column[i].head, NULL),
            .unit = t->column[i].unit,
            .is_number = t->column[i].number || t->column[i].mixed,
        };
    return SHAPES_ARRAY(p->arena, column, column, t->columns);
}

static void part_rows(struct table *into, const struct view_table *t)
{
    into->row = ARENA_ARRAY(into->page->arena, const struct view_row *, t->rows + 1);
    into->sum = into->row + t->rows;
    for (size_t i = 0; i < t->rows; i++)
        into->sums += t->row[i].sum;
    into->sum -= into->sums;
    for (size_t i = 0, sums = 0; i < t->rows; i++)
        if (t->row[i].sum)
            into->sum[sums++] = &t->row[i];
        else
            into->row[into->rows++] = &t->row[i];
}

struct table_value *section_table(struct page_build *p, const struct view_table *t)
{
    static const struct shape_walk rows = {&shapes_row, sizeof(struct row), fill_body_row};
    static const struct shape_walk sums = {&shapes_row, sizeof(struct row), fill_sum_row};
    struct table *into = ARENA_NEW(p->arena, struct table);
    struct table_value *v = &into->value;

    v->table_class = table_class(t);
    v->facets = facets_of(p, t);
    v->has_facets = value_truthy(&v->facets);
    into->page = p;
    into->view = t;
    into->filtered = v->has_facets;
    into->label = ARENA_ARRAY(p->arena, const char *, t->columns + 1);
    for (size_t i = 0; i < t->columns && strncmp(v->table_class, "rows", 4) == 0; i++)
        into->label[i] = head_with_unit(p, &t->column[i]);
    part_rows(into, t);
    v->table_id = t->id;
    v->caption = words_of(p, t->caption, NULL);
    v->note_mark = section_mark(p, t->note_number);
    v->note_first = !t->note_again;
    v->source = t->source;
    v->table_note = t->note;
    v->empty = t->rows ? NULL : t->empty;
    v->columns = columns_of(p, t);
    v->rows = shape_list(p->arena, &rows, into, into->rows);
    v->sums = shape_list(p->arena, &sums, into, into->sums);
    v->has_rows = t->rows > 0;
    v->has_sums = into->sums > 0;
    /* The home page shows beginnings of lists, in an order that matters. */
    v->is_sortable = into->rows > 2 && *p->path;
    return v;
}

/* --- sections --- */

static struct value key_figures(struct page_build *p, const struct view_section *s)
{
    struct key_figure_value *list = ARENA_ARRAY(p->arena, struct key_figure_value, s->n + 1);

    for (size_t i = 0; i < s->n; i++) {
        const struct key_figure *k = &s->key_figure[i];
        const char *page = arena_printf(p->arena, "figures/%s", k->figure);
        list[i] = (struct key_figure_value){
            .text = k->text,
            .unit = k->unit,
            .label = words_of(p, k->label, NULL),
            /* On its own page a figure is no link. */
            .href = strcmp(page, p->path) == 0 ? href_none : href_to(p, page),
            .is_sample = k->sample,
        };
    }
    return SHAPES_ARRAY(p->arena, key_figure, list, s->n);
}

struct fact {
    struct fact_value value; /* first: the record */
    struct page_build *page;
    const struct view_fact *view;
};

static void fill_fact_cell(const void *ctx, size_t i, void *record)
{
    const struct fact *fact = ctx;

    put_cell(fact->page, &fact->view->cell[i], record);
}

static struct value facts(struct page_build *p, const struct view_section *s)
{
    static const struct shape_walk cells = {&shapes_cell, sizeof(struct cell), fill_fact_cell};
    static const struct shape_walk walk = {&shapes_fact, sizeof(struct fact), NULL};
    struct fact *list = ARENA_ARRAY(p->arena, struct fact, s->n + 1);

    for (size_t i = 0; i < s->n; i++) {
        const struct view_fact *f = &s->fact[i];
        list[i] = (struct fact){.page = p, .view = f};
        list[i].value.term = f->term;
        list[i].value.cells = shape_list(p->arena, &cells, &list[i], f->n);
        list[i].value.is_list = f->n > 1;
    }
    return shape_list(p->arena, &walk, list, s->n);
}

/* "Group, meeting", as far as they are there. */
static const char *group_and_meeting(struct page_build *p, const struct view_document *doc)
{
    if (!doc->group || !doc->meeting)
        return doc->group ? doc->group : doc->meeting;
    struct value *args = value_map(p->arena);
    value_set_string(args, "group", doc->group);
    value_set_string(args, "meeting", doc->meeting);
    return views_word(p->edition->views, "group_meeting", args);
}

static struct value documents(struct page_build *p)
{
    size_t n = p->edition->docs;
    struct document_value *list = ARENA_ARRAY(p->arena, struct document_value, n + 1);

    for (size_t i = 0; i < n; i++) {
        const struct view_document *doc = &p->edition->doc[i];
        list[i] = (struct document_value){
            .text = words_of(p, doc->title, NULL),
            .href = href_to(p, doc->path),
            .pdf = arena_printf(p->arena, "%s%s/%s", p->up, doc->path, doc->pdf),
            .pdf_label = page_word(p, "document_pdf", "title", doc->title),
            .number = doc->number,
            .meeting = group_and_meeting(p, doc),
            .place_dates = doc->place_dates,
            .date = doc->date,
            .revision = doc->revision_label,
            .is_draft = doc->open,
        };
    }
    return SHAPES_ARRAY(p->arena, document, list, n);
}

static struct value items(struct page_build *p, const struct view_section *s)
{
    struct item_value *list = ARENA_ARRAY(p->arena, struct item_value, s->n + 1);

    for (size_t i = 0; i < s->n; i++) {
        const struct view_item *item = &s->item[i];
        list[i] = (struct item_value){
            .text = words_of(p, item->title, item->lang),
            .text_lang = item->lang,
            .text_language = words_language(p, item->lang),
            .href = href_to(p, item->page),
            .item_note = words_of(p, item->note, NULL),
            .summary = words_of(p, item->text, item->lang),
            .is_sample = item->sample,
        };
    }
    return SHAPES_ARRAY(p->arena, item, list, s->n);
}

static const struct value *prose(struct page_build *p, const struct view_section *s)
{
    struct narrative *n = narrative_text(p->site->texts, p->site->diags, p->edition->views,
                                         s->markdown, s->markdown_lang, s->markdown_place);
    struct prose_value *v = ARENA_NEW(p->arena, struct prose_value);

    v->html_lang = s->markdown_lang;
    v->html_dir = words_dir(p, s->markdown, s->markdown_lang);
    p->turned = v->html_dir != NULL;
    v->html = narrative_html(p, n->body, 3);
    p->turned = false;
    v->untranslated = s->markdown_lang ? page_untranslated(p) : NULL;
    return shape_value(p->arena, &shapes_prose, v);
}

/* The records behind a figure, as a file beside its page. */
static const char *put_csv(struct page_build *p, const struct view_table *t)
{
    struct buf b = BUF_INIT;

    views_table_csv(t, &b);
    p->site->put(p->site->ctx,
                 arena_printf(p->arena, "site/%s/%s/records.csv", p->edition->code, p->path),
                 buf_str(&b), b.n);
    buf_free(&b);
    return "records.csv";
}

static const struct value *page_table(struct page_build *p, const struct view_page *page,
                                      const struct view_section *s)
{
    struct table_value *v = section_table(p, s->table);
    const char *caption = s->table->caption;

    v->table_id = arena_printf(p->arena, "table-%s", s->table->id);
    /* A heading above says the same. */
    v->caption_hidden = s->heading || (caption && strcmp(page->title, caption) == 0);
    if (strncmp(p->path, "figures/", 8) == 0 && s->table->rows)
        v->csv = put_csv(p, s->table);
    return shape_value(p->arena, &shapes_table, v);
}

static struct section_value section(struct page_build *p, const struct view_page *page,
                                    const struct view_section *s, bool side)
{
    struct section_value v = {
        .section_id = s->id,
        .heading = words_of(p, s->heading, NULL),
        .intro = words_of(p, s->intro, NULL),
        .empty_items = s->empty,
        .more = words_of(p, s->more, NULL),
        .more_href = href_to(p, s->more_page),
        .has_key_figures = s->kind == SECTION_KEY_FIGURES,
        .has_facts = s->kind == SECTION_FACTS,
        .has_documents = s->kind == SECTION_DOCUMENTS,
        .has_items = s->kind == SECTION_ITEMS,
    };

    switch (s->kind) {
    case SECTION_KEY_FIGURES: v.key_figures = key_figures(p, s); break;
    case SECTION_FACTS: v.facts = facts(p, s); break;
    case SECTION_CHART: v.chart = chart_value(p, s->chart, side); break;
    case SECTION_DOCUMENTS: v.documents = documents(p); break;
    case SECTION_ITEMS: v.items = items(p, s); break;
    case SECTION_TABLE: v.table = page_table(p, page, s); break;
    case SECTION_TEXT: v.prose = prose(p, s); break;
    }
    return v;
}

struct value section_rows(struct page_build *p, const struct view_page *page)
{
    struct section_row_value *row = ARENA_ARRAY(p->arena, struct section_row_value,
                                                page->sections + 1);
    struct section_value *sections = ARENA_ARRAY(p->arena, struct section_value,
                                                 page->sections + 1);
    size_t rows = 0;

    for (size_t i = 0; i < page->sections; rows++) {
        const struct view_section *s = &page->section[i];
        bool pair = i + 1 < page->sections && page->section[i + 1].aside;
        struct section_value *first = &sections[i];
        size_t n = pair ? 2 : 1;
        for (size_t k = 0; k < n; k++)
            first[k] = section(p, page, &s[k], pair);
        row[rows] = (struct section_row_value){
            .sections = SHAPES_ARRAY(p->arena, section, first, n),
            .is_pair = pair,
            .is_wide = !pair && s->kind == SECTION_TABLE && s->table->columns > 4,
            .is_bare = !pair && !s->heading,
        };
        i += n;
    }
    return SHAPES_ARRAY(p->arena, section_row, row, rows);
}
