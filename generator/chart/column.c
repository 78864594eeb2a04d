#include "chart/column.h"

#include "base/arena.h"

enum { LINES_MAX = 3 }; /* of a label below its column */

struct cell { /* one plot of one series */
    size_t series;
    mpt x, width, height; /* height of the longest column */
    int64_t lo, hi;
    bool names;           /* of the categories, below */
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

/* Whether labels and values of some series fit plots of a width. */
static bool fits(const struct plot *p, size_t first, size_t count, mpt width)
{
    size_t n = p->spec->n;
    mpt slot = n ? width / (mpt)n - white(p) : 0;

    if (n == 0)
        return false;
    for (size_t c = 0; c < n; c++)
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
    mpt length = scale_length(scale, plot_value(p, cell->series, c));
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

/* From y; returns the y below. */
static mpt draw_cell(const struct plot *p, const struct cell *cell, mpt y)
{
    int64_t span = cell->hi - cell->lo;
    struct scale scale = {cell->height, span};
    mpt top = p->line * 11 / 10, least = LINES_MAX * p->line, below = 0;
    mpt slot = cell->width / (mpt)p->spec->n - white(p);
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
        if (cell->names) {
            struct text_style style = plot_category_style(p, c);
            struct label l = label_wrap(&p->pen, p->spec->category[c].label, style, slot);
            plot_lines(p, &l, style, slot_middle(p, cell, c), bottom + p->em * 3 / 10,
                       ANCHOR_MIDDLE);
            below = (mpt)l.n * p->line > below ? (mpt)l.n * p->line : below;
        }
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

    return most < width && fits(p, 0, series, (mpt)most) ? (mpt)most : width;
}

mpt column_single(const struct plot *p, mpt y)
{
    struct cell cell = {.height = 9 * p->em, .names = true};

    cell.width = plot_width(p, 1, p->style->width, 9 * p->em);
    if (!fits(p, 0, 1, cell.width))
        return -1;
    y = plot_paragraph(p, p->spec->series[0].unit, p->unit, 0, p->style->width, y);
    bounds(p, 0, 1, &cell);
    return draw_cell(p, &cell, y + p->em * 4 / 10);
}

mpt column_panels(const struct plot *p, mpt y)
{
    size_t n = p->spec->series_n;
    struct cell cell = {.height = 6 * p->em};

    cell.width = plot_width(p, n, p->style->width, 9 * p->em);
    if (!fits(p, 0, n, cell.width))
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

static mpt panel_width(const struct plot *p, size_t per_row)
{
    mpt gutter = p->em * 15 / 10;

    return (p->style->width - (mpt)(per_row - 1) * gutter) / (mpt)per_row;
}

/* As many panels a row as fit, in rows as even as can be; 0 when not even one fits. */
static size_t panels_per_row(const struct plot *p)
{
    size_t n = p->spec->series_n, k = p->wide ? 5 : 3;

    k = k > n ? n : k;
    while (k > 0 && !fits(p, 0, n, panel_width(p, k)))
        k--;
    if (k == 0)
        return 0;
    size_t rows = (n + k - 1) / k;
    return (n + rows - 1) / rows;
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

mpt column_multiples(const struct plot *p, mpt y)
{
    size_t n = p->spec->series_n, per_row = panels_per_row(p);

    if (per_row == 0)
        return -1;
    struct cell cell = {.height = p->em * 45 / 10, .names = true};
    mpt room = panel_width(p, per_row), advance = room + p->em * 15 / 10;
    cell.width = plot_width(p, n, room, 6 * p->em);
    bounds(p, 0, n, &cell);
    y = plot_paragraph(p, p->spec->series[0].unit, p->unit, 0, p->style->width, y);
    for (size_t s = 0; s < n; s += per_row) {
        size_t count = n - s < per_row ? n - s : per_row;
        y = draw_panels(p, &cell, s, count, advance, y + p->em * (s ? 14 : 5) / 10);
    }
    return y;
}
