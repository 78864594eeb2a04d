/* page.h - slabs to pages.  Inside this room only. */
#ifndef ACCORD_TYPESET_PAGE_H
#define ACCORD_TYPESET_PAGE_H

#include "typeset/flow.h"

/* Draws one page of so many, the first is number 1, in the flow's arena. */
struct scene *page_draw(struct flow *f, const struct page *page, size_t number, size_t pages);

#endif
