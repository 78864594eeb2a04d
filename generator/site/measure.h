/* measure.h - how wide a text will be in a face we do not know: the reader's.
 *
 * Charts are laid out before any browser sees them.  Widths are, letter by letter, those of the
 * widest of the faces readers have (DejaVu Sans, whose metrics are Verdana's; Noto Sans; Arial),
 * in thousandths of the size, and a little more, so that labels wrap a little early rather than
 * collide.
 */
#ifndef ACCORD_SITE_MEASURE_H
#define ACCORD_SITE_MEASURE_H

#include "chart/chart.h"

/* The widths charts are drawn in, one unit about a CSS pixel, and the size of their text: the
 * column of a wide page, half of it, a phone, and a file to take away.  site.css shows each only
 * where it stands at nearly its own size, so that no text is under 12 pixels. */
#define SITE_CHART_WIDE (900 * MPT)
#define SITE_CHART_SIDE (520 * MPT)
#define SITE_CHART_NARROW (300 * MPT)
#define SITE_CHART_FILE (720 * MPT)
#define SITE_CHART_TEXT (15 * MPT)

mpt measure_text(void *ctx, const char *text, struct text_style style); /* chart_measure */

#endif
