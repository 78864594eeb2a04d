#include "chart/share.h"

#include "base/arena.h"

enum { LINES_MAX = 4, GAP = MPT /* between the parts, whatever their colours */ };

struct part {
    mpt x, width; /* edges are rounded, not widths: parts and gaps fill the whole exactly */
    struct label label;
};

/* False when some part cannot stand in the bar. */
static bool place(const struct plot *p, struct part *part)
{
    size_t n = p->spec->n;
    int64_t sum = 0, before = 0;

    for (size_t c = 0; c < n; c++) {
        int64_t v = plot_value(p, 0, c);
        if (plot_mark(p, 0, c)->unknown || v <= 0)
            return false;
        sum += v;
    }
    struct scale scale = {p->style->width - (mpt)(n ? n - 1 : 0) * GAP, sum};
    for (size_t c = 0; c < n; c++) {
        struct text_style style = plot_category_style(p, c);
        mpt from = scale_length(scale, before);
        before += plot_value(p, 0, c);
        part[c].x = from + (mpt)c * GAP;
        part[c].width = scale_length(scale, before) - from;
        mpt room = part[c].width - (c + 1 < n ? p->em : 0);
        if (label_least(&p->pen, p->spec->category[c].label, style) > room ||
            plot_printed_width(p, plot_mark(p, 0, c)) > room)
            return false;
        part[c].label = label_wrap(&p->pen, p->spec->category[c].label, style, room);
        if (part[c].label.n > LINES_MAX)
            return false;
    }
    return n > 0;
}

mpt share_draw(const struct plot *p, mpt y)
{
    size_t n = p->spec->n;
    struct part *part = ARENA_ARRAY(p->arena, struct part, n + 1);
    mpt height = p->em * 22 / 10, below = 0;

    if (n > CHART_SERIES_MAX || !place(p, part))
        return -1;
    y = plot_paragraph(p, p->spec->series[0].unit, p->unit, 0, p->style->width, y);
    y += p->em * 4 / 10;
    for (size_t c = 0; c < n; c++) {
        /* Parts that share one colour would run into each other: they step down a ladder. */
        struct paint paint = plot_paint(p, 0, c, c, p->spec->category[c].class_name ? 1 : n);
        plot_begin(p, "chart-bar", 0, c, paint.class_name);
        plot_rect(p, part[c].x, y, part[c].width, height, paint.color);
        mpt end = plot_lines(p, &part[c].label, plot_category_style(p, c), part[c].x,
                             y + height + p->em * 3 / 10, ANCHOR_START);
        plot_print(p, plot_mark(p, 0, c), part[c].x, end + p->em, ANCHOR_START);
        scene_end(p->pen.scene);
        below = end + p->line > below ? end + p->line : below;
    }
    return below;
}
