/* text_page.h - the facts and tables of a page as plain text, for terminals.
 *
 * Columns are as wide as terminals show them (locale_cells); text flows in its logical order, and
 * terminals that know Arabic turn it round by themselves.  Long texts of tables are cut with an
 * ellipsis, numbers never. */
#ifndef ACCORD_COMMANDS_TEXT_PAGE_H
#define ACCORD_COMMANDS_TEXT_PAGE_H

#include "base/buf.h"
#include "views/views.h"

void text_page(struct buf *out, const struct view_page *page);
/* A text of content on one line, though it may have several. */
void text_page_put(struct buf *out, const char *text, size_t n);

#endif
