/* share.h - one bar cut into the parts of a whole, their names below them.  Not for other rooms. */
#ifndef ACCORD_CHART_SHARE_H
#define ACCORD_CHART_SHARE_H

#include "chart/plot.h"

/* Draws from y and returns the y below, or -1 (nothing is drawn then) when a part is unknown or
 * below zero, or its name or value has no room under it. */
mpt share_draw(const struct plot *p, mpt y);

#endif
