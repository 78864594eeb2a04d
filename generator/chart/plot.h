/* plot.h - what all forms of a chart share: the room they stand in, texts, marks and their
 * values, keys, ticks.  Not for other rooms.
 *
 * All places are those of a plan that reads from left to right; it is mirrored here, as a whole,
 * for languages that run the other way.
 */
#ifndef ACCORD_CHART_PLOT_H
#define ACCORD_CHART_PLOT_H

#include "chart/chart.h"
#include "chart/label.h"
#include "chart/palette.h"
#include "chart/scale.h"

struct plot {
    const struct chart_spec *spec;
    const struct chart_style *style;
    struct arena *arena;
    struct pen pen;
    bool wide, ring; /* ring: samples are told apart one by one */
    mpt em, line, gap;
    struct text_style label, series, value, share, unknown, note, unit, tick, title;
};

void plot_open(struct plot *p, struct scene *s, const struct chart_spec *spec,
               const struct chart_style *style, chart_measure measure, void *ctx);

/* --- values --- */

const struct chart_mark *plot_mark(const struct plot *p, size_t series, size_t category);
/* The value of a mark, 0 when unknown; far inside the bounds of its type, so that any few of
 * them can be added and subtracted. */
int64_t plot_value(const struct plot *p, size_t series, size_t category);

/* --- drawing --- */

enum { PLOT_MARK_LEAST = MPT }; /* a length that can be seen and pointed at */

/* The length of a mark from its base line, 0 only for the value 0: what would be thinner than can
 * be seen is as long as that. */
mpt plot_seen(mpt length, int64_t value);

void plot_rect(const struct plot *p, mpt x, mpt y, mpt w, mpt h, struct color fill);
void plot_line(const struct plot *p, mpt x1, mpt y1, mpt x2, mpt y2, struct color stroke,
               mpt width);
void plot_dot(const struct plot *p, mpt x, mpt y, mpt radius, struct color fill);
/* Lines of text under each other from y, wrapped to a width; returns the y below them. */
mpt plot_paragraph(const struct plot *p, const char *text, struct text_style style, mpt x,
                   mpt width, mpt y);
/* The lines of a label that is wrapped already; returns the y below them. */
mpt plot_lines(const struct plot *p, const struct label *l, struct text_style style, mpt x,
               mpt y, enum text_anchor anchor);
struct text_style plot_category_style(const struct plot *p, size_t category);
struct text_style plot_series_style(const struct plot *p, size_t series);

/* --- marks --- */

/* Colour and class of a mark; step i of n in the ladder where neither side has a colour. */
struct paint plot_paint(const struct plot *p, size_t series, size_t category, size_t i, size_t n);
/* Opens the group of a mark; scene_end closes it. */
void plot_begin(const struct plot *p, const char *kind, size_t series, size_t category,
                const char *class_name);
/* Width of what is printed for a mark: its value, its share, the ring of a sample. */
mpt plot_printed_width(const struct plot *p, const struct chart_mark *m);
/* Prints it from x rightward, around x, or so that it ends at x; so it stays in faces that are
 * wider or narrower than what was measured. */
void plot_print(const struct plot *p, const struct chart_mark *m, mpt x, mpt baseline,
                enum text_anchor anchor);
void plot_ring(const struct plot *p, mpt x, mpt y);

/* --- keys and ticks --- */

/* Names of series with their colours, in lines as wide as given; returns the y below them. */
mpt plot_key(const struct plot *p, size_t first, size_t count, mpt x, mpt width, mpt y);
/* "12.5" for a tick's value: exact, with as many digits as the step asks for; "0" without. */
const char *plot_tick_text(const struct plot *p, size_t series, int64_t value, int64_t step);

#endif
