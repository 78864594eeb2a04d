/* page.h - slabs to pages.  Inside this room only. */
#ifndef ACCORD_TYPESET_PAGE_H
#define ACCORD_TYPESET_PAGE_H

#include "typeset/flow.h"

/* Where pages begin: page[i] is the index of page i's first slab.  At least one page. */
size_t page_cut(struct flow *f, size_t **page);
/* Is the last page too short to stand by itself? */
bool page_last_is_short(struct flow *f, const size_t *page, size_t pages);
/* Draws all pages. */
struct scene **page_draw(struct flow *f, const size_t *page, size_t pages);

#endif
