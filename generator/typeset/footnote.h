/* footnote.h - footnotes: set when their first mark is drawn, placed by page.c.
 *
 * In the structure tree a Note stands after the text that holds its mark, as a sibling.  The
 * mark links to the note, the note's number back to its first mark.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_FOOTNOTE_H
#define ACCORD_TYPESET_FOOTNOTE_H

#include "typeset/flow.h"

/* Sets note number (from 1) under f->note_parent unless it is set already; its element, 0 when
 * there is no such note. */
int footnote_set(struct flow *f, int number, int reference);
/* Names of its destination, "note-3", and of its mark's, "mark-3". */
const char *footnote_dest(struct arena *a, int number);
const char *footnote_mark_dest(struct arena *a, int number);
/* What the link to it is called. */
const char *footnote_link_title(struct flow *f, int number);

#endif
