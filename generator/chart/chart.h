/* chart.h - a chart's data and size, and a measuring function, make a scene.
 *
 * Values are exact decimals in text or integers of 1/100 of the unit; labels come ready in
 * the reader's language.  Nothing collides or clips: the text is measured and wrapped here.
 */
#ifndef ACCORD_CHART_CHART_H
#define ACCORD_CHART_CHART_H

#include "locale/locale.h"
#include "scene/scene.h"

/* Width of a text in mpt, from the fonts the paper uses (the site's SVG uses the same). */
typedef mpt (*chart_measure)(void *ctx, const char *text, struct text_style style);

struct chart_bar {
    const char *label;       /* of the category, in the reader's language */
    int64_t value;           /* hundredths of the unit: cents, or counts x 100 */
    bool unknown;            /* printed as unknown, never as zero */
    bool sample;             /* rests on sample records */
    const char *value_text;  /* as printed at the bar ("19,82") */
    const char *hover;       /* full sentence for hover and screen readers; NULL */
    const char *url;         /* the records behind it; NULL */
    struct color color;
    const char *class_name;  /* CSS class for SVG ("region-AFR"); NULL */
};

struct chart_spec {
    const char *id;
    const char *title, *finding, *alt;  /* finding: one sentence computed from the data */
    const char *unit;                   /* under the title: "million USD"; NULL */
    const char *source;                 /* below: NULL */
    const char *sample_note;            /* below, when any bar is sample; NULL */
    const char *unknown_text;           /* what stands for an unknown value */
    const struct locale *locale;
    struct chart_bar *bar;
    size_t n;
    int digits;                         /* digits of axis ticks after the point */
    int64_t tick_unit;                  /* value of one axis unit (100 = 1; 100000000 = 1 million USD) */
    bool show_title;                    /* inside the scene (SVG files); captions else */
};

struct chart_style {
    mpt width, font_size;
    struct color text, muted, rule, bar;
    const char *lang;
};

/* Horizontal bars with direct labels, honest zero baseline, at most a third of a page high;
 * right-to-left when the locale is. */
struct scene *chart_bars(struct arena *a, const struct chart_spec *spec,
                         const struct chart_style *style, chart_measure measure, void *ctx);

#endif
