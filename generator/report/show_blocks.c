/* show_blocks.c - tables and charts of the views as blocks: numbered captions above, what they
 * rest on below, their data attached. */
#include "report/report_room.h"

#include "chart/chart.h"

#include <string.h>

/* 1/1000 pt.  The smallest text of a chart is nine tenths of its size: at least 7 pt. */
enum { CHART_TEXT_LEAST = 7800, CHART_TEXT_STEP = 100 };

/* Kept on the page for headings that a chart may follow: one of two lines over one of one. */
static mpt headings_above(const struct typeset_style *s)
{
    const struct heading_style *over = &s->heading_level[1], *under = &s->heading_level[2];
    return 2 * over->leading + over->after + under->before + under->leading + under->after;
}

static struct inl *put_text(struct words *w, const char *text, enum font_weight weight)
{
    struct inl i = {.text = text, .weight = (unsigned char)weight};
    VEC_PUSH(w->arena, &w->list, i);
    return &w->list.p[w->list.n - 1];
}

/* White between, so that a mark behind a number is no power of it. */
static void put_mark(struct words *w, int note)
{
    struct inl mark = {.kind = INLINE_NOTE_MARK, .note = note};
    if (!note)
        return;
    put_text(w, "\u202F", FONT_REGULAR);
    VEC_PUSH(w->arena, &w->list, mark);
}

static void put_break(struct words *w)
{
    struct inl i = {.kind = INLINE_BREAK};
    VEC_PUSH(w->arena, &w->list, i);
}

static struct inlines words_end(const struct words *w)
{
    return (struct inlines){w->list.p, w->list.n};
}

/* A list and what comes next, with what the language puts between them. */
static const char *joined(struct paper *p, const char *word, const char *list, const char *next)
{
    if (!list)
        return next;
    struct value *args = value_map(p->arena);
    value_set_string(args, "list", list);
    value_set_string(args, "next", next);
    return views_word(p->views, word, args);
}

/* Remarks below, one after the other: those that are NULL are left out. */
static struct inlines remarks(struct paper *p, const char *const *text, size_t n)
{
    struct words w = {.arena = p->arena};
    const char *all = NULL;
    for (size_t i = 0; i < n; i++)
        if (text[i] && *text[i])
            all = joined(p, "joined_sentences", all, text[i]);
    if (all)
        put_text(&w, all, FONT_REGULAR);
    return words_end(&w);
}

static const char *numbered(struct paper *p, const char *word, int number, const char *caption)
{
    struct value *args = value_map(p->arena);
    value_set_int(args, "n", number);
    value_set_string(args, "caption", caption);
    return views_word(p->views, word, args);
}

static struct inlines caption(struct paper *p, const char *text, int note)
{
    struct words w = {.arena = p->arena};
    put_text(&w, text, FONT_BOLD);
    put_mark(&w, note);
    return words_end(&w);
}

/* --- tables --- */

static struct inlines head_of(struct paper *p, const struct view_column *c)
{
    struct words w = {.arena = p->arena};
    put_text(&w, c->head, FONT_REGULAR);
    if (c->unit) {
        put_break(&w);
        struct inl *unit = put_text(&w, c->unit, FONT_REGULAR);
        unit->color = p->style.muted;
        unit->has_color = true;
    }
    return words_end(&w);
}

/* Amounts with their currency run to the right in every language (UAX #9), whatever stands in
 * the line before. */
static const char *amount_line(struct paper *p, const char *text)
{
    bool rtl = locale_is_rtl(views_locale(p->views));
    return rtl ? arena_printf(p->arena, "\xE2\x80\x8E%s", text) : text;
}

/* What is said of a text behind it: that it is a sample, that it is in another language. */
static void put_remark(struct paper *p, struct words *w, const char *remark)
{
    if (!remark)
        return;
    struct inl *text = put_text(w, remark, FONT_REGULAR);
    text->color = p->style.muted;
    text->has_color = true;
}

static void put_runs(struct paper *p, struct words *w, const struct view_column *column,
                     const struct view_cell *c)
{
    for (size_t i = 0; i < c->runs; i++) {
        const struct view_run *run = &c->run[i];
        if (run->line && i)
            put_break(w);
        unsigned weight = (run->strong ? FONT_BOLD : 0) | (run->emphasis ? FONT_ITALIC : 0);
        const char *words = column->mixed ? amount_line(p, run->text) : run->text;
        struct inl *text = put_text(w, words, (enum font_weight)weight);
        text->lang = run->lang;
        text->url = run->url;
        text->color = p->style.muted;
        text->has_color = run->muted;
        put_remark(p, w, views_language_mark(p->views, run->lang));
    }
}

/* A sample record's name says so; numbers are marked by the remark below the table. */
static struct inlines cell_of(struct paper *p, const struct view_column *column,
                              const struct view_cell *c)
{
    struct words w = {.arena = p->arena};
    put_runs(p, &w, column, c);
    if (!c->runs) {
        struct inl *text = put_text(&w, c->text, FONT_REGULAR);
        text->lang = c->lang;
        text->url = c->url;
        blocks_prove(p, text, c->figure);
        put_remark(p, &w, views_language_mark(p->views, c->lang));
    }
    put_mark(&w, c->note);
    if (c->sample && !column->number && *c->text)
        put_remark(p, &w, views_word(p->views, "sample_mark_after", NULL));
    return words_end(&w);
}

/* The cell that names its row: the first of text that says something. */
static size_t naming_cell(const struct view_table *t, const struct view_row *row)
{
    size_t c = 0;
    while (c + 1 < t->columns && (t->column[c].number || t->column[c].mixed || !*row->cell[c].text))
        c++;
    return c;
}

/* Widths set by hand: whether they fit is seen when the text is measured. */
static mpt *widths_of(struct paper *p, const struct view_table *v)
{
    mpt *width = ARENA_ARRAY(p->arena, mpt, v->columns);
    for (size_t c = 0; c < v->columns; c++)
        width[c] = v->column[c].width;
    return width;
}

/* Amounts stand at the right in every language: their last digits are there. */
static enum cell_align align_of(struct paper *p, const struct view_column *column)
{
    if (column->number)
        return CELL_DECIMAL;
    return column->mixed && !locale_is_rtl(views_locale(p->views)) ? CELL_END : CELL_START;
}

static struct table *table_of(struct paper *p, const struct view_table *v)
{
    struct table *t = ARENA_NEW(p->arena, struct table);
    t->columns = v->columns;
    t->rows = v->rows + 1;
    t->row = ARENA_ARRAY(p->arena, struct row, t->rows);
    t->align = ARENA_ARRAY(p->arena, enum cell_align, t->columns);
    t->width = widths_of(p, v);
    t->row[0].head = true;
    for (size_t r = 0; r < t->rows; r++)
        t->row[r].cell = ARENA_ARRAY(p->arena, struct cell, t->columns);
    for (size_t c = 0; c < t->columns; c++) {
        t->align[c] = align_of(p, &v->column[c]);
        t->row[0].cell[c].text = head_of(p, &v->column[c]);
        for (size_t r = 0; r < v->rows; r++) {
            t->row[r + 1].sum = v->row[r].sum;
            t->row[r + 1].cell[c].text = cell_of(p, &v->column[c], &v->row[r].cell[c]);
            t->row[r + 1].cell[c].header = c == naming_cell(v, &v->row[r]);
        }
    }
    return t;
}

/* What a block says itself is looked up where the block is written. */
static void set_place(struct inlines text, struct place place)
{
    for (size_t i = 0; i < text.n; i++)
        text.item[i].place = place;
}

struct block *show_table_block(struct paper *p, const struct view_table *v, struct place place)
{
    if (!v->rows)
        return blocks_paragraph(p, v->empty, FONT_REGULAR);
    struct block *b = blocks_new(p, BLOCK_TABLE);
    b->place = place;
    b->table = table_of(p, v);
    b->caption = caption(p, numbered(p, "table_caption", ++p->tables, v->caption), v->note_number);
    set_place(b->caption, place);
    const char *below[] = {v->note, v->source,
                           v->sample ? views_word(p->views, "chart_sample_note", NULL) : NULL};
    b->source = remarks(p, below, sizeof below / sizeof *below);
    b->attachment = data_attach_table(p, v);
    b->dest = arena_printf(p->arena, "table-%d", p->tables);
    const char *number = arena_printf(p->arena, "%d", p->tables);
    b->continued = blocks_word1(p, "table_continued", "caption",
                                blocks_word1(p, "table_number", "n", number));
    return b;
}

/* --- charts --- */

static mpt measure(void *ctx, const char *text, struct text_style style)
{
    const struct paper *p = ctx;
    if (!style.lang)
        style.lang = p->doc->lang;
    return typeset_text_width(p->fonts, text, style);
}

static const char *total(struct paper *p, const struct chart_category *c)
{
    struct value *args = value_map(p->arena);

    value_set_string(args, "label", c->label);
    value_set_string(args, "value", c->total_text);
    return views_word(p->views, "chart_alt_bar", args);
}

/* What a reader who cannot see the chart gets: what it is, its finding, and every mark. */
static const char *alternative(struct paper *p, const struct chart_spec *spec)
{
    const char *all = spec->alt ? spec->alt : spec->title, *marks = NULL;
    for (size_t i = 0; i < chart_marks(spec); i++)
        if (spec->mark[i].hover)
            marks = joined(p, "joined_values", marks, spec->mark[i].hover);
    for (size_t i = 0; i < spec->n && spec->kind == CHART_STACKED; i++)
        if (spec->category[i].total_text)
            marks = joined(p, "joined_values", marks, total(p, &spec->category[i]));
    return marks ? joined(p, "joined_sentences", all, marks) : all;
}

/* The spec with only its first categories. */
static struct chart_spec first_of(struct paper *p, const struct chart_spec *spec, size_t n)
{
    struct chart_spec s = *spec;
    s.n = n;
    s.mark = ARENA_ARRAY(p->arena, struct chart_mark, n * spec->series_n + 1);
    for (size_t i = 0; i < n * spec->series_n; i++)
        s.mark[i] = spec->mark[i / n * spec->n + i % n];
    return s;
}

/* The most categories that fit the room at the smallest size. */
static size_t bars_that_fit(struct paper *p, const struct chart_spec *spec,
                            struct chart_style style, mpt room)
{
    size_t low = 0, high = spec->n;
    style.font_size = CHART_TEXT_LEAST;
    while (low < high) {
        size_t n = low + (high - low + 1) / 2;
        struct chart_spec some = first_of(p, spec, n);
        if (chart_draw(p->arena, &some, &style, measure, p)->height <= room)
            low = n;
        else
            high = n - 1;
    }
    return low;
}

/* Only a list can be cut short: all other charts show a whole. */
static void too_tall(struct paper *p, const struct view_chart *v, size_t fit, struct place place)
{
    const char *n = arena_printf(p->arena, "%zu", v->spec.n);

    if (v->is_list && fit)
        diag_report(p->diags, DIAG_CHART_TOO_TALL, place, n,
                    arena_printf(p->arena, "%zu", fit));
    else
        diag_report(p->diags, DIAG_CHART_NO_ROOM, place);
}

static const struct scene *draw_chart(struct paper *p, const struct view_chart *v,
                                      const struct chart_spec *spec, mpt room,
                                      struct place place)
{
    struct chart_style style = {.width = p->width,
                                .font_size = p->style.chart_size,
                                .text = p->style.text, .muted = p->style.muted,
                                .rule = p->style.grid, .bar = p->style.accent,
                                .lang = p->doc->lang};
    struct scene *s = chart_draw(p->arena, spec, &style, measure, p);
    if (s->height <= room)
        return s;
    size_t fit = bars_that_fit(p, spec, style, room);
    if (fit < spec->n) {
        too_tall(p, v, fit, place);
        return s;
    }
    while (s->height > room && style.font_size > CHART_TEXT_LEAST) {
        style.font_size -= CHART_TEXT_STEP;
        s = chart_draw(p->arena, spec, &style, measure, p);
    }
    return s;
}

struct block *show_chart_block(struct paper *p, const struct view_chart *v, struct place place)
{
    struct chart_spec spec = v->spec;
    /* Where all marks rest on samples the remark stands below with the source; where only some
     * do, the chart marks them one by one and explains its mark itself. */
    bool below_samples = v->sample && chart_all_samples(&spec);
    struct block *b = blocks_new(p, BLOCK_FIGURE);
    b->caption = caption(p, numbered(p, "chart_caption", ++p->charts, spec.title), v->note_number);
    set_place(b->caption, place);
    const char *below[] = {spec.finding, spec.source, below_samples ? spec.sample_note : NULL};
    b->source = remarks(p, below, sizeof below / sizeof *below);
    b->alt = alternative(p, &spec);
    spec.show_title = false;
    spec.source = NULL;
    if (below_samples)
        spec.sample_note = NULL;
    struct typeset_doc doc = {.style = p->style, .lang = p->doc->lang};
    mpt room = typeset_figure_room(p->arena, p->fonts, views_locale(p->views), &doc, b,
                                   p->width) - headings_above(&p->style);
    b->scene = draw_chart(p, v, &spec, room, place);
    b->attachment = v->data ? data_attach_table(p, v->data) : NULL;
    b->dest = arena_printf(p->arena, "figure-%d", p->charts);
    return b;
}
