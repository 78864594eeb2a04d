/* block.h - blocks to slabs: headings, paragraphs, lists, quotes, boxes, columns, figures.
 *
 * Each block adds its elements to the structure tree under parent, in reading order, and its
 * slabs to the flow.  Tables are in table.c.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_BLOCK_H
#define ACCORD_TYPESET_BLOCK_H

#include "typeset/paragraph.h"

void block_flow(struct flow *f, const struct block *b, struct strip strip, int parent);
/* Where in a strip the children of a list, quote or box stand; of others all of it. */
struct strip block_inside(struct flow *f, const struct block *b, struct strip strip);
/* Caption above a table or figure and source below it, in the series' small type; apart: a space
 * ends the caption, for those who listen or copy. */
void block_caption(struct flow *f, const struct inlines *text, struct strip strip, int element,
                   bool apart);
void block_source(struct flow *f, const struct inlines *text, struct strip strip, int parent);
/* Names the place of the slab with this index, if it exists. */
void block_dest(struct flow *f, size_t slab, const char *name, int element);

#endif
