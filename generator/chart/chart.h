/* chart.h - a chart's data and size, and a measuring function, make a scene.
 *
 * Data are series by categories; values are integers of 1/100 of the unit; labels come ready
 * in the reader's language.  Nothing collides or clips: text is measured and wrapped here,
 * rows grow with their labels, and the longest bar leaves room for its own value.  A kind that
 * has no room for its labels is drawn as one that has: columns become bars, a bar of parts
 * becomes bars with shares, and series beyond the colours there are become small multiples.
 *
 * One chart, two widths: from CHART_WIDE_MIN the labels stand in a column beside the bars,
 * below it they stand above them, so that a phone shows the same text at the same size
 * instead of a shrunken picture.  Paper and wide screens take the wide one.
 *
 * Roles for CSS, given as text roles and group classes: "chart-title" "chart-unit"
 * "chart-label" "chart-series" "chart-value" "chart-share" "chart-unknown" "chart-tick"
 * "chart-note", and on a colour "chart-on-dark" "chart-on-light"; groups "chart-grid"
 * "chart-zero" "chart-key", and for each mark "chart-bar" or "chart-dot", then the class of its
 * colour ("region-AFR", or a step of a ladder, "blue-1" to "blue-4", "tone-1" to "tone-8"), then
 * "chart-sample".
 */
#ifndef ACCORD_CHART_CHART_H
#define ACCORD_CHART_CHART_H

#include "locale/locale.h"
#include "scene/scene.h"

/* Width of a text in mpt, in the fonts of whoever draws: the paper's, or for the site a
 * generous estimate, since the reader's face is not known. */
typedef mpt (*chart_measure)(void *ctx, const char *text, struct text_style style);

/* Which form for what:
 *   bars       amounts of named things: lengths from one zero, each with its value
 *   columns    the same over a few years, time running as readers read
 *   grouped    several series side by side within each category
 *   stacked    several series that add up, one after the other; the sum follows
 *   panels     numbers of different units beside each other over one axis of categories, where
 *              two axes in one plot would make crossings that mean nothing
 *   shares     parts of a whole: one bar cut into its parts where all labels fit at them, else
 *              bars with the share after each value (lengths from one zero are compared far
 *              more surely than angles or areas of a pie)
 *   multiples  a small panel of columns for each series, all on one scale
 *   dots       where one value dwarfs the rest: dots on a logarithmic axis.  Places, not
 *              lengths, carry the values, since a bar needs a zero and this axis has none; its
 *              first line is labelled with what it stands for.  A broken bar would show a
 *              length that is not the value's. */
enum chart_kind {
    CHART_BARS, CHART_COLUMNS, CHART_GROUPED, CHART_STACKED, CHART_PANELS, CHART_SHARES,
    CHART_MULTIPLES, CHART_DOTS,
};

/* Colours: black takes the class and colour of the other side (series or category), and where
 * that has none, the style's colour of bars or, of several series, a step of the ladder. */
struct chart_category {
    const char *label;
    const char *lang;        /* of the label, when not the reader's; NULL */
    const char *total_text;  /* stacked: what follows the bar, also where parts are unknown; NULL:
                                nothing, or where parts are unknown that */
    struct color color;
    const char *class_name;  /* CSS class for SVG ("region-AFR"); NULL */
};

struct chart_series {
    const char *label, *lang; /* NULL for a chart of one series */
    const char *unit;         /* above its plot: "million USD"; NULL */
    int panel;                /* panels: 0, 1 ...; series of one panel are stacked */
    int64_t tick_unit;        /* value of one axis unit (100 = 1; 100000000 = 1 million USD);
                                 0: no axis */
    struct color color;
    const char *class_name;
};

struct chart_mark {
    int64_t value;           /* hundredths of the unit: cents, or counts x 100 */
    bool unknown;            /* printed as unknown, never as zero */
    bool sample;             /* rests on sample records */
    const char *value_text;  /* as printed at the bar ("19,82") */
    const char *share_text;  /* "26 %"; NULL */
    const char *hover;       /* full sentence for hover and screen readers; NULL */
    const char *url;         /* the records behind it; NULL */
};

struct chart_spec {
    enum chart_kind kind;
    bool time;                          /* categories are years: they run along panels */
    const char *id;
    const char *title, *finding, *alt;  /* finding: one sentence computed from the data;
                                           alt NULL: title and finding */
    const char *source;                 /* below: NULL */
    const char *sample_note;            /* below, when any mark is sample; NULL */
    const char *unknown_text;           /* what stands for an unknown value */
    const struct locale *locale;
    struct chart_category *category;
    size_t n;
    struct chart_series *series;        /* at least one */
    size_t series_n;
    struct chart_mark *mark;            /* that of series s and category c is [s * n + c] */
    int digits;                         /* ticks stand where so many digits are exact */
    bool show_title;                    /* inside the scene (SVG files); captions else */
};

struct chart_style {
    mpt width, font_size;
    struct color text, muted, rule, bar;
    const char *lang;
    bool whole_lines; /* a line of both directions stays one text: browsers order its runs */
};

enum {
    CHART_WIDE_MIN = 400 * MPT,
    CHART_SERIES_MAX = 8, /* steps of the ladder: more series than that are multiples */
};

/* The names of the kinds as content writes them, in their order; NULL at the end. */
extern const char *const chart_kind_names[];

/* How many marks there are: series by categories. */
size_t chart_marks(const struct chart_spec *spec);
/* Whether dots can show the values: some are above zero and none below.  Bars are drawn else. */
bool chart_can_be_dots(const struct chart_spec *spec);
/* All marks that say anything rest on samples: then one remark is enough. */
bool chart_all_samples(const struct chart_spec *spec);

/* Right-to-left when the locale is.  Where some marks rest on sample records and others on real
 * ones, a small ring follows the value of the former, and stands before the note that explains
 * it. */
struct scene *chart_draw(struct arena *a, const struct chart_spec *spec,
                         const struct chart_style *style, chart_measure measure, void *ctx);

#endif
