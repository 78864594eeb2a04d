/* label.h - text in a chart: wrapped to a width by measuring, put down run by run.
 *
 * Lines break where UAX #14 allows, into as few lines as fit and those as even as can be; only
 * a word wider than the room is broken itself, between grapheme clusters.
 */
#ifndef ACCORD_CHART_LABEL_H
#define ACCORD_CHART_LABEL_H

#include "chart/chart.h"

struct pen { /* what every text of one chart is drawn with */
    struct scene *scene;
    const struct locale *locale;
    chart_measure measure;
    void *ctx;
    bool rtl, whole_lines;
};

struct label {
    const char **line;
    size_t n;
    mpt width; /* of the widest line */
    bool rtl;  /* as a whole */
};

struct label label_wrap(const struct pen *pen, const char *text, struct text_style style,
                        mpt width);
/* Draws one line with its edge at x of the chart's own left-to-right plan, which is mirrored
 * here when the chart reads right to left; y is the baseline.  A text in a language of its own
 * (style.lang) reads in that language's direction, and so does a name in letters that all run
 * against the chart's. */
void label_draw(const struct pen *pen, const char *text, struct text_style style, mpt x, mpt y,
                enum text_anchor anchor);
/* One of the lines of a label, which reads as the whole does. */
void label_draw_line(const struct pen *pen, const struct label *l, size_t line,
                     struct text_style style, mpt x, mpt y, enum text_anchor anchor);
/* The least width a text can be wrapped to without a word being broken. */
mpt label_least(const struct pen *pen, const char *text, struct text_style style);
mpt label_width(const struct pen *pen, const char *text, struct text_style style);

#endif
