/* page.h - slabs to pages.  Inside this room only. */
#ifndef ACCORD_TYPESET_PAGE_H
#define ACCORD_TYPESET_PAGE_H

#include "typeset/flow.h"

/* Draws all pages; frees the drawings of kept slabs on the way. */
struct scene **page_draw(struct flow *f, const struct page *page, size_t pages);

#endif
