/* keep.h - drawings that wait for their page, small.
 *
 * A long table has hundreds of thousands of lines of text in a few looks.  Until their page is
 * drawn each takes as much as where it stands, its look's number and its letters; what else a row
 * draws (links, rules) is kept as it is.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_KEEP_H
#define ACCORD_TYPESET_KEEP_H

#include "typeset/flow.h"

struct kept_art;

/* A copy that needs nothing of the drawing, in an arena. */
const struct kept_art *keep_art(struct flow *f, struct arena *a, const struct scene *art);
size_t keep_prims(const struct kept_art *k);
/* Adds the drawing to another, shifted. */
void keep_place(const struct flow *f, struct scene *to, const struct kept_art *k, mpt x, mpt y);
/* What is no plain text in it. */
const struct prim *keep_others(const struct kept_art *k, size_t *n);

#endif
