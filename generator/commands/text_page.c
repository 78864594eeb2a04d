#include "commands/text_page.h"

#include "locale/locale.h"

#include <string.h>

enum {
    GAP = 2,          /* cells between two columns */
    MOST_CELLS = 44,  /* of a column of texts */
    MOST_COLUMNS = 16 /* tables of records have fewer; what is beyond is left to CSV */
};

static void pad(struct buf *out, size_t cells)
{
    while (cells--)
        buf_putc(out, ' ');
}

static size_t fit(size_t cells, bool number)
{
    return !number && cells > MOST_CELLS ? MOST_CELLS : cells;
}

void text_page_put(struct buf *out, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_putc(out, text[i] == '\n' ? ' ' : text[i]);
}

/* The text in a field so wide, cut where it is wider; end: nothing follows on the line. */
static void put(struct buf *out, const char *text, size_t width, bool number, bool end)
{
    size_t cells = locale_cells(text);
    if (cells > width) {
        text_page_put(out, text, locale_cells_fit(text, width - 1));
        buf_puts(out, "…");
        cells = locale_cells_fit(text, width - 1) ? width : 1;
    } else if (number) {
        pad(out, width - cells);
        text_page_put(out, text, strlen(text));
        cells = width;
    } else {
        text_page_put(out, text, strlen(text));
    }
    if (!end)
        pad(out, (cells < width ? width - cells : 0) + GAP);
}

static size_t columns_of(const struct view_table *t)
{
    return t->columns < MOST_COLUMNS ? t->columns : MOST_COLUMNS;
}

static void measure(const struct view_table *t, size_t width[MOST_COLUMNS])
{
    for (size_t i = 0; i < columns_of(t); i++) {
        width[i] = locale_cells(t->column[i].head);
        for (size_t r = 0; r < t->rows; r++) {
            size_t cells = fit(locale_cells(t->row[r].cell[i].text), t->column[i].number);
            width[i] = cells > width[i] ? cells : width[i];
        }
    }
}

static void rule(struct buf *out, const struct view_table *t, const size_t width[MOST_COLUMNS])
{
    for (size_t i = 0; i < columns_of(t); i++) {
        for (size_t k = 0; k < width[i]; k++)
            buf_putc(out, '-');
        pad(out, i + 1 < columns_of(t) ? GAP : 0);
    }
    buf_putc(out, '\n');
}

/* Blanks at the end of a line are nobody's friend. */
static void end_line(struct buf *out)
{
    while (out->n && out->p[out->n - 1] == ' ')
        out->n--;
    buf_putc(out, '\n');
}

static void put_table(struct buf *out, const struct view_table *t)
{
    if (!t->rows) {
        buf_printf(out, "%s\n", t->empty ? t->empty : "");
        return;
    }
    size_t width[MOST_COLUMNS], n = columns_of(t);
    measure(t, width);
    for (size_t i = 0; i < n; i++)
        put(out, t->column[i].head, width[i], t->column[i].number, i + 1 == n);
    end_line(out);
    rule(out, t, width);
    for (size_t r = 0; r < t->rows; r++) {
        if (t->row[r].sum)
            rule(out, t, width);
        for (size_t i = 0; i < n; i++)
            put(out, t->row[r].cell[i].text, width[i], t->column[i].number, i + 1 == n);
        end_line(out);
    }
    if (t->note)
        buf_printf(out, "\n%s\n", t->note);
}

static void put_facts(struct buf *out, const struct view_section *s)
{
    size_t width = 0;
    for (size_t i = 0; i < s->n; i++) {
        size_t cells = locale_cells(s->fact[i].term);
        width = cells > width ? cells : width;
    }
    for (size_t i = 0; i < s->n; i++)
        for (size_t k = 0; k < s->fact[i].n; k++) {
            put(out, k ? "" : s->fact[i].term, width, false, false);
            text_page_put(out, s->fact[i].cell[k].text, strlen(s->fact[i].cell[k].text));
            buf_putc(out, '\n');
        }
}

void text_page(struct buf *out, const struct view_page *page)
{
    bool first = true;
    for (size_t i = 0; i < page->sections; i++) {
        const struct view_section *s = &page->section[i];
        if (s->kind != SECTION_FACTS && s->kind != SECTION_TABLE)
            continue;
        buf_puts(out, first ? "" : "\n");
        first = false;
        if (s->kind == SECTION_FACTS)
            put_facts(out, s);
        else
            put_table(out, s->table);
    }
}
