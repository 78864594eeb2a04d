/* contents.h - the table of contents: headings with the labels of their pages.
 *
 *     1      Background ....................... 1      TOC > TOCI > Lbl, Reference > Link
 *            1.1   What was decided ........... 2      TOC > TOC > TOCI
 *
 * The headings are known before they are set, their pages are not: the contents are set with
 * pages in which they may not stand, the pages are cut, and then the contents alone are set again
 * until they name the pages where the headings are.  They are left out of short documents.
 * Inside this room only.
 */
#ifndef ACCORD_TYPESET_CONTENTS_H
#define ACCORD_TYPESET_CONTENTS_H

#include "typeset/flow.h"

/* Lists the headings of the document as far as they are known before it is set; false unless it
 * has one table of contents, in no other block, and something to list. */
bool contents_expect(struct flow *f);
void contents_flow(struct flow *f, const struct block *b, struct strip strip, int parent);
/* Looks up the page of each heading of the flow, of which no page is drawn yet; whether these are
 * the pages that the contents of the flow name. */
bool contents_hold(struct flow *f, const struct page *page, size_t pages);
/* The headings with the pages that contents_hold has found, for the contents to list. */
void contents_list(struct flow *to, const struct flow *from);
/* Sets the contents of a flow again, in their place; false when they need other slabs than
 * before: then the document is to be set again. */
bool contents_again(struct flow *f);
/* Whether a document with these contents is surely long enough to have them. */
bool contents_wanted(const struct flow *f, const struct page *page, size_t pages);

#endif
