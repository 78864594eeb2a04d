/* table_measure.h - a table while it is set, and how wide its columns are to be.
 *
 * Every cell is looked at once for what it needs (paragraph.h); colwidth.h shares the room.
 * Of very long tables the words of every so many rows are looked through: a longer word
 * elsewhere breaks.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_TABLE_MEASURE_H
#define ACCORD_TYPESET_TABLE_MEASURE_H

#include "typeset/colwidth.h"
#include "typeset/paragraph.h"

enum { TABLE_WHOLE = 120 }; /* beyond so many rows, words of one row in eight are looked at */

struct table_number { /* of a decimal column */
    mpt before, after; /* widest part before and from the decimal mark */
};

struct table_setting {
    struct flow *f;
    const struct block *block;
    const struct table *table;
    struct kept_table *kept;   /* NULL: nothing is */
    struct strip strip;        /* of the table itself */
    struct colwidth *col;
    struct table_number *number;
    int element, body;         /* the table's; of the rows at hand */
    struct slab *head;         /* copies, to be repeated */
    size_t heads;
    const char **over, **headers; /* of each column: ids of its heads; of the group, too */
};

enum cell_align table_measure_align(const struct table *t, size_t c);
bool table_measure_is_body(const struct row *r); /* neither head nor group */
struct para_style table_measure_style(const struct table_setting *s, const struct row *r,
                                      size_t c);
mpt table_measure_gap(const struct table_setting *s); /* wide tables stand closer */
/* Where a number's parts end that is `most' wide; before = 0: not a number. */
struct table_number table_measure_number(const struct table_setting *s, const struct row *r,
                                         size_t c, mpt most);
/* Sets the widths of the columns and the strip of the table. */
void table_measure(struct table_setting *s, struct strip strip);

#endif
