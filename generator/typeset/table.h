/* table.h - tables: three rules, no vertical lines, columns as wide as their text wants.
 *
 * Numbers of a CELL_DECIMAL column stand with their decimal marks under each other.  Heads
 * repeat on each page, rows do not split unless taller than half a page, a small table stays
 * whole where it can.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_TABLE_H
#define ACCORD_TYPESET_TABLE_H

#include "typeset/flow.h"

void table_flow(struct flow *f, const struct block *b, struct strip strip, int parent);

#endif
