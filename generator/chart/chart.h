/* chart.h - a chart's data and size, and a measuring function, make a scene.
 *
 * Values are integers of 1/100 of the unit; labels come ready in the reader's language.
 * Nothing collides or clips: the text is measured and wrapped here, rows grow with their
 * labels, and the longest bar leaves room for its own value.
 *
 * One chart, two widths: from CHART_WIDE_MIN the labels stand in a column beside the bars,
 * below it they stand above them, so that a phone shows the same text at the same size
 * instead of a shrunken picture.  Paper and wide screens take the wide one.
 *
 * Roles for CSS, given as text roles and group classes: "chart-title" "chart-unit"
 * "chart-label" "chart-value" "chart-unknown" "chart-tick" "chart-note"; groups "chart-grid"
 * "chart-zero" and, for each bar, "chart-bar", then its own class, then "chart-sample".
 */
#ifndef ACCORD_CHART_CHART_H
#define ACCORD_CHART_CHART_H

#include "locale/locale.h"
#include "scene/scene.h"

/* Width of a text in mpt, in the fonts of whoever draws: the paper's, or for the site a
 * generous estimate, since the reader's face is not known. */
typedef mpt (*chart_measure)(void *ctx, const char *text, struct text_style style);

struct chart_bar {
    const char *label;       /* of the category */
    const char *lang;        /* of the label, when not the reader's; NULL */
    int64_t value;           /* hundredths of the unit: cents, or counts x 100 */
    bool unknown;            /* printed as unknown, never as zero */
    bool sample;             /* rests on sample records */
    const char *value_text;  /* as printed at the bar ("19,82") */
    const char *hover;       /* full sentence for hover and screen readers; NULL */
    const char *url;         /* the records behind it; NULL */
    struct color color;      /* black: the style's colour of bars */
    const char *class_name;  /* CSS class for SVG ("region-AFR"); NULL */
};

struct chart_spec {
    const char *id;
    const char *title, *finding, *alt;  /* finding: one sentence computed from the data;
                                           alt NULL: title and finding */
    const char *unit;                   /* above the bars: "million USD"; NULL */
    const char *source;                 /* below: NULL */
    const char *sample_note;            /* below, when any bar is sample; NULL */
    const char *unknown_text;           /* what stands for an unknown value */
    const struct locale *locale;
    struct chart_bar *bar;
    size_t n;
    int digits;                         /* ticks stand where so many digits are exact */
    int64_t tick_unit;                  /* value of one axis unit (100 = 1; 100000000 = 1 million
                                           USD); 0: no axis */
    bool show_title;                    /* inside the scene (SVG files); captions else */
};

struct chart_style {
    mpt width, font_size;
    struct color text, muted, rule, bar;
    const char *lang;
    bool whole_lines; /* a line of both directions stays one text: browsers order its runs */
};

enum { CHART_WIDE_MIN = 400 * MPT };

/* Horizontal bars with direct labels and an honest zero baseline; right-to-left when the
 * locale is.  Where some bars rest on sample records and others on real ones, a small ring
 * follows the value of the former, and stands before the note that explains it. */
struct scene *chart_bars(struct arena *a, const struct chart_spec *spec,
                         const struct chart_style *style, chart_measure measure, void *ctx);

#endif
