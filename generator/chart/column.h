/* column.h - vertical columns, time running as readers read: one plot, panels over one axis of
 * categories, or small multiples on one scale.  Not for other rooms.
 *
 * Every value stands at the end of its column, so that no axis of values is needed.
 */
#ifndef ACCORD_CHART_COLUMN_H
#define ACCORD_CHART_COLUMN_H

#include "chart/plot.h"

/* Each draws from y and returns the y below, or -1 (nothing is drawn then) when values or labels
 * have no room in it. */
mpt column_single(const struct plot *p, mpt y);
mpt column_panels(const struct plot *p, mpt y);
mpt column_multiples(const struct plot *plot, mpt y);

#endif
