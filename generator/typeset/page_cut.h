/* page_cut.h - where pages begin.  Inside this room only. */
#ifndef ACCORD_TYPESET_PAGE_CUT_H
#define ACCORD_TYPESET_PAGE_CUT_H

#include "typeset/flow.h"

/* Cuts the flow's slabs and the lines of its notes, which it puts in a row, into pages; at
 * least one. */
size_t page_cut(struct flow *f, struct page **page);
/* Height for text and notes on the page of slabs [from, to). */
mpt page_cut_room(const struct flow *f, size_t from, size_t to);
/* Height of the heads that are repeated above a slab. */
mpt page_cut_repeat(const struct slab *s);

#endif
