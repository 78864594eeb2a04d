#include "chart/column.h"

#include "base/arena.h"

enum { LINES_MAX = 3 }; /* of a label below its column */

struct cell { /* one plot of one series */
    size_t series;
    mpt x, width, height; /* height of the longest column */
    int64_t lo, hi;
    bool names;           /* of the categories, below */
    bool ends;            /* only of the first and the last */
};

static mpt white(const struct plot *p) /* between what stands in neighbouring slots */
{
    return p->em * 35 / 100;
}

static bool label_fits(const struct plot *p, const char *text, struct text_style style, mpt width)
{
    return label_least(&p->pen, text, style) <= width &&
           label_wrap(&p->pen, text, style, width).n <= LINES_MAX;
}

/* Whether the first and the last label stand on one line below a plot: years between them need
 * no names. */
static bool ends_fit(const struct plot *p, mpt width)
{
    size_t last = p->spec->n - 1;

    return p->spec->time && last > 0 &&
           label_width(&p->pen, p->spec->category[0].label, p->label) + 2 * p->gap +
                   label_width(&p->pen, p->spec->category[last].label, p->label) <= width;
}

/* Whether labels and values of some series fit plots of a width. */
static bool fits(const struct plot *p, size_t first, size_t count, mpt width, bool ends)
{
    size_t n = p->spec->n;
    mpt slot = n ? width / (mpt)n - white(p) : 0;

    if (n == 0 || (ends && !ends_fit(p, width)))
        return false;
    for (size_t c = 0; c < n && !ends; c++)
        if (!label_fits(p, p->spec->category[c].label, plot_category_style(p, c), slot))
            return false;
    for (size_t i = first * n; i < (first + count) * n; i++) {
        const struct chart_mark *m = &p->spec->mark[i];
        if (m->unknown ? !label_fits(p, p->spec->unknown_text, p->unknown, slot)
                       : plot_printed_width(p, m) > slot)
            return false;
    }
    return true;
}

static void bounds(const struct plot *p, size_t first, size_t count, struct cell *cell)
{
    cell->lo = cell->hi = 0;
    for (size_t s = first; s < first + count; s++)
        for (size_t c = 0; c < p->spec->n; c++) {
            int64_t v = plot_value(p, s, c);
            cell->lo = v < cell->lo ? v : cell->lo;
            cell->hi = v > cell->hi ? v : cell->hi;
        }
}

static mpt slot_middle(const struct plot *p, const struct cell *cell, size_t c)
{
    return cell->x + (mpt)((2 * (int64_t)c + 1) * cell->width / (2 * (int64_t)p->spec->n));
}

static void draw_column(const struct plot *p, const struct cell *cell, size_t c, mpt zero,
                        struct scale scale)
{
    const struct chart_mark *m = plot_mark(p, cell->series, c);
    mpt slot = cell->width / (mpt)p->spec->n, w = slot * 62 / 100, x = slot_middle(p, cell, c);
    int64_t value = plot_value(p, cell->series, c);
    mpt length = plot_seen(scale_length(scale, value), value);
    struct paint paint = plot_paint(p, cell->series, c, 0, 1);

    w = w > 4 * p->em ? 4 * p->em : w;
    if (length != 0)
        plot_rect(p, x - w / 2, length > 0 ? zero - length : zero, w,
                  length > 0 ? length : -length, paint.color);
    if (m->unknown) {
        struct label l = label_wrap(&p->pen, p->spec->unknown_text, p->unknown, slot - white(p));
        plot_lines(p, &l, p->unknown, x, zero - (mpt)l.n * p->line - p->em / 10, ANCHOR_MIDDLE);
        return;
    }
    plot_print(p, m, x,
               length < 0 ? zero - length + p->em * 105 / 100 : zero - length - p->em * 35 / 100,
               ANCHOR_MIDDLE);
}

/* The name of a category below its column; returns its height.  Where only the ends are named
 * theirs may be wider than their columns. */
static mpt draw_name(const struct plot *p, const struct cell *cell, size_t c, mpt y)
{
    struct text_style style = plot_category_style(p, c);
    mpt slot = cell->width / (mpt)p->spec->n - white(p), x = slot_middle(p, cell, c);
    enum text_anchor anchor = ANCHOR_MIDDLE;

    if (cell->ends && c > 0 && c + 1 < p->spec->n)
        return 0;
    if (cell->ends && label_width(&p->pen, p->spec->category[c].label, style) > slot) {
        x = c ? cell->x + cell->width : cell->x;
        anchor = c ? ANCHOR_END : ANCHOR_START;
        slot = cell->width;
    }
    struct label l = label_wrap(&p->pen, p->spec->category[c].label, style, slot);
    plot_lines(p, &l, style, x, y, anchor);
    return (mpt)l.n * p->line;
}

/* From y; returns the y below. */
static mpt draw_cell(const struct plot *p, const struct cell *cell, mpt y)
{
    int64_t span = cell->hi - cell->lo;
    struct scale scale = {cell->height, span};
    mpt top = p->line * 13 / 10, least = LINES_MAX * p->line, below = 0;
    bool unknown = false;

    for (size_t c = 0; c < p->spec->n; c++)
        unknown = unknown || plot_mark(p, cell->series, c)->unknown;
    mpt up = top + scale_length(scale, cell->hi);
    mpt zero = y + (unknown && up < least ? least : up);
    mpt bottom = zero + scale_length(scale, -cell->lo) + (cell->lo < 0 ? top : 0);
    for (size_t c = 0; c < p->spec->n; c++) {
        plot_begin(p, "chart-bar", cell->series, c,
                   plot_paint(p, cell->series, c, 0, 1).class_name);
        draw_column(p, cell, c, zero, scale);
        mpt name = cell->names ? draw_name(p, cell, c, bottom + p->em * 3 / 10) : 0;
        below = name > below ? name : below;
        scene_end(p->pen.scene);
    }
    scene_begin_hidden(p->pen.scene, "chart-zero");
    plot_line(p, cell->x, zero, cell->x + cell->width, zero, p->style->muted, p->em / 14);
    scene_end(p->pen.scene);
    return bottom + (cell->names ? p->em * 3 / 10 + below : 0);
}

/* Few columns do not spread over all of a wide room, unless their labels want it. */
static mpt plot_width(const struct plot *p, size_t series, mpt width, mpt slot)
{
    int64_t most = (int64_t)p->spec->n * slot;

    return most < width && fits(p, 0, series, (mpt)most, false) ? (mpt)most : width;
}

mpt column_single(const struct plot *p, mpt y)
{
    struct cell cell = {.height = 9 * p->em, .names = true};

    cell.width = plot_width(p, 1, p->style->width, 9 * p->em);
    if (!fits(p, 0, 1, cell.width, false))
        return -1;
    y = plot_paragraph(p, p->spec->series[0].unit, p->unit, 0, p->style->width, y);
    bounds(p, 0, 1, &cell);
    return draw_cell(p, &cell, y + p->em * 4 / 10);
}

mpt column_panels(const struct plot *p, mpt y)
{
    size_t n = p->spec->series_n;
    struct cell cell = {.height = 7 * p->em};

    cell.width = plot_width(p, n, p->style->width, 9 * p->em);
    if (!fits(p, 0, n, cell.width, false))
        return -1;
    for (size_t s = 0; s < n; s++)
        for (size_t t = 0; t < s; t++)
            if (p->spec->series[s].panel == p->spec->series[t].panel)
                return -1;
    for (cell.series = 0; cell.series < n; cell.series++) {
        y = plot_paragraph(p, p->spec->series[cell.series].unit, p->unit, 0, p->style->width, y);
        y += p->em * 4 / 10;
        bounds(p, cell.series, 1, &cell);
        cell.names = cell.series + 1 == n;
        y = draw_cell(p, &cell, y) + (cell.names ? 0 : p->em);
    }
    return y;
}

/* --- small multiples --- */

static mpt gutter(const struct plot *p)
{
    return p->wide ? p->em * 15 / 10 : p->em;
}

static mpt panel_width(const struct plot *p, size_t per_row)
{
    return (p->style->width - (mpt)(per_row - 1) * gutter(p)) / (mpt)per_row;
}

/* Whether the name of every panel is short in it, and breaks between its words only. */
static bool names_fit(const struct plot *p, mpt width)
{
    for (size_t s = 0; s < p->spec->series_n; s++)
        if (!label_fits(p, p->spec->series[s].label, plot_series_style(p, s), width))
            return false;
    return true;
}

/* As many panels a row as fit; 0 when not even one does. */
static size_t most_per_row(const struct plot *p, bool ends)
{
    size_t n = p->spec->series_n, k = p->wide ? 5 : 3;

    k = k > n ? n : k;
    while (k > 0 && !(fits(p, 0, n, panel_width(p, k), ends) &&
                      (k == 1 || names_fit(p, panel_width(p, k)))))
        k--;
    return k;
}

/* A phone has two panels a row where smaller text and only the ends of the years allow it: below
 * each other they could not be compared.  Sets text and cell for that, and returns how many
 * stand in a row, in rows as even as can be; 0 when not even one fits. */
static size_t panels_per_row(struct plot *p, struct cell *cell)
{
    size_t n = p->spec->series_n, k = most_per_row(p, false);

    if (k < 2 && n > 1 && !p->wide) {
        struct plot small = *p;
        small.value.size = small.label.size = small.unknown.size = p->em * 85 / 100;
        small.series.size = small.value.size;
        size_t more = most_per_row(&small, true);
        if (more > k) {
            *p = small;
            cell->ends = true;
            k = more;
        }
    }
    if (k == 0)
        return 0;
    size_t rows = (n + k - 1) / k;
    return (n + rows - 1) / rows;
}

/* Height of the longest column: the chart is about a third of a page of paper in all, as long as
 * its columns can still be told apart. */
static mpt panel_height(const struct plot *p, size_t rows)
{
    mpt whole = p->style->width * 56 / 100, row = p->line * 36 / 10 + p->em * 17 / 10;
    mpt height = whole / (mpt)rows - row;

    return height < 5 * p->em ? 5 * p->em : height > 8 * p->em ? 8 * p->em : height;
}

/* A row of panels: their names stand on one line with the lowest of them. */
static mpt draw_panels(const struct plot *p, struct cell *cell, size_t first, size_t count,
                       mpt advance, mpt y)
{
    size_t most = 0;
    mpt below = 0;

    for (size_t i = 0; i < count; i++) {
        size_t n = label_wrap(&p->pen, p->spec->series[first + i].label,
                              plot_series_style(p, first + i), cell->width).n;
        most = n > most ? n : most;
    }
    for (size_t i = 0; i < count; i++) {
        struct text_style style = plot_series_style(p, first + i);
        struct label l = label_wrap(&p->pen, p->spec->series[first + i].label, style, cell->width);
        cell->series = first + i;
        cell->x = (mpt)i * advance;
        plot_lines(p, &l, style, cell->x, y + (mpt)(most - l.n) * p->line, ANCHOR_START);
        mpt end = draw_cell(p, cell, y + (mpt)most * p->line);
        below = end > below ? end : below;
    }
    return below;
}

mpt column_multiples(const struct plot *plot, mpt y)
{
    struct plot own = *plot, *p = &own;
    struct cell cell = {.names = true};
    size_t n = p->spec->series_n, per_row = panels_per_row(p, &cell);

    if (per_row == 0)
        return -1;
    mpt room = panel_width(p, per_row), advance = room + gutter(p);
    cell.height = panel_height(p, (n + per_row - 1) / per_row);
    cell.width = cell.ends ? room : plot_width(p, n, room, 6 * p->em);
    bounds(p, 0, n, &cell);
    y = plot_paragraph(p, p->spec->series[0].unit, p->unit, 0, p->style->width, y);
    for (size_t s = 0; s < n; s += per_row) {
        size_t count = n - s < per_row ? n - s : per_row;
        y = draw_panels(p, &cell, s, count, advance, y + p->em * (s ? 14 : 5) / 10);
    }
    return y;
}
