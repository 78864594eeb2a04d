/* contents.h - the table of contents: headings with the labels of their pages.
 *
 *     1      Background ....................... 1      TOC > TOCI > Lbl, Reference > Link
 *            1.1   What was decided ........... 2      TOC > TOC > TOCI
 *
 * What it lists is known when the document has been set once without it; it is then set again
 * until the labels stay as they are (typeset.c).  Inside this room only.
 */
#ifndef ACCORD_TYPESET_CONTENTS_H
#define ACCORD_TYPESET_CONTENTS_H

#include "typeset/flow.h"

void contents_flow(struct flow *f, const struct block *b, struct strip strip, int parent);
/* Looks up the page of each heading of the flow. */
void contents_note_pages(struct flow *f, struct scene *const *page, size_t pages);
/* Does so, and tells whether these are the pages that the contents of the flow name. */
bool contents_hold(struct flow *f, struct scene *const *page, size_t pages);

#endif
