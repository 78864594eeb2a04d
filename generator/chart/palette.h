/* palette.h - colours of series and parts: ladders of lightness.
 *
 * Neighbours differ by at least seven steps of a hundred in CIE lightness, so that they hold
 * apart in greyscale and for every kind of colour vision.  Up to four are blues; up to eight run
 * from dark blue over green to yellow, the order that viridis (Smith and van der Walt, 2015)
 * and Tol's schemes keep for readers who are colour-blind.
 */
#ifndef ACCORD_CHART_PALETTE_H
#define ACCORD_CHART_PALETTE_H

#include "scene/scene.h"

struct paint {
    struct color color;
    const char *class_name; /* NULL */
};

/* Step i of a ladder for n, at most CHART_SERIES_MAX of them; beyond, steps come again. */
struct paint palette_step(size_t i, size_t n);
/* What is read on a colour, black or white: 4.5:1 at least (WCAG 2.2, 1.4.3). */
struct color palette_on(struct color c);
bool palette_is_black(struct color c);

#endif
