/* measure.h - how wide a text will be in a face we do not know: the reader's.
 *
 * Charts are laid out before any browser sees them.  Widths are those of a common sans
 * (Helvetica's metrics, thousandths of the size) plus an allowance for wider faces, so that
 * labels wrap a little early rather than collide.
 */
#ifndef ACCORD_SITE_MEASURE_H
#define ACCORD_SITE_MEASURE_H

#include "chart/chart.h"

/* The widths charts are drawn in, one unit about a CSS pixel, and the size of their text:
 * the column of a wide page, half of it, and a phone. */
#define SITE_CHART_WIDE (900 * MPT)
#define SITE_CHART_SIDE (520 * MPT)
#define SITE_CHART_NARROW (344 * MPT)
#define SITE_CHART_TEXT (15 * MPT)

mpt measure_text(void *ctx, const char *text, struct text_style style); /* chart_measure */

#endif
