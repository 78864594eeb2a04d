/* bar.h - rows of horizontal bars: single, grouped, stacked, dots; in one track or several over
 * one column of labels.  Not for other rooms.
 *
 * The scale of a track is the largest that leaves every bar room for its own value.  Values
 * stand outside their bars always: one rule for the bar that dwarfs the rest and for the stubs.
 * What is not zero is seen: bars too short for that are as long as PLOT_MARK_LEAST, and what
 * follows them in a stack moves on, as long as it is.  Only parts of stacked bars carry their
 * values inside, where there is room, in black or white.
 */
#ifndef ACCORD_CHART_BAR_H
#define ACCORD_CHART_BAR_H

#include "chart/plot.h"

struct bar_track {
    size_t first, count;      /* series */
    bool stacked, dots;
    const char *heading;      /* above; NULL */
    struct text_style heading_style;
    /* Set by bar_fit. */
    mpt x, width;             /* room of the track */
    int64_t lo, hi;           /* what its scale spans, as values or their logarithms */
    int64_t base;             /* dots: the value at the first line */
    mpt margin;               /* left of the plot, for values of bars that run leftward */
    struct scale scale;
};

/* Room, bounds and scale of tracks that stand beside each other; false when that leaves some of
 * them too little room. */
bool bar_fit(const struct plot *p, struct bar_track *track, size_t n);
/* The same scale for tracks that are drawn one below the other. */
void bar_fit_alike(const struct plot *p, struct bar_track *track, size_t n);
/* Draws fitted tracks beside each other from y; returns the y below. */
mpt bar_draw(const struct plot *p, const struct bar_track *track, size_t n, mpt y);

#endif
