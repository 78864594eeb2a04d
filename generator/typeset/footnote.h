/* footnote.h - footnotes: set when their first mark is drawn, placed by page.c.
 *
 * In the structure tree a Note stands after the text that holds its mark, as a sibling, and
 * Reference and Note point at each other.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_FOOTNOTE_H
#define ACCORD_TYPESET_FOOTNOTE_H

#include "typeset/flow.h"

/* Sets note number (from 1) under f->note_parent unless it is set already; its element, 0 when
 * there is no such note. */
int footnote_set(struct flow *f, int number, int reference);
/* Name of its destination: "note-3". */
const char *footnote_dest(struct arena *a, int number);

#endif
