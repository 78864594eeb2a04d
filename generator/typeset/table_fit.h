/* table_fit.h - whether a table's columns fit the page, and the widths given by hand with them.
 *
 * No column is narrower than its longest number, id, part of a date or piece of a word between
 * hyphens.  What is given is made so wide, with a warning; widths that do not fit together give
 * way in proportion, with a warning; a table that cannot fit is an error, made all the same.
 * Inside this room only.
 */
#ifndef ACCORD_TYPESET_TABLE_FIT_H
#define ACCORD_TYPESET_TABLE_FIT_H

#include "typeset/table_measure.h"

/* Columns have been measured; room: for them and the gaps between them. */
void table_fit(struct table_setting *s, mpt room);

#endif
