/* visible.h - text of others on a terminal: what would act on it is shown instead.
 *
 * File names, arguments and texts of content may hold anything; an escape sequence among them could
 * rewrite what stands on the screen, and a line end could forge a line.  Control characters show
 * as their pictures (U+2400 ...); what is not seen or turns the direction of text (base/unseen.h) as
 * "<U+202E>"; C1 controls and bytes that are no UTF-8 as U+FFFD.
 */
#ifndef ACCORD_BASE_VISIBLE_H
#define ACCORD_BASE_VISIBLE_H

#include <stddef.h>

struct arena;
struct buf;

/* A tab stays. */
void visible_put(struct buf *out, const char *s, size_t n);
/* How many characters one of them shows as. */
size_t visible_width(unsigned code_point);
/* s itself where nothing in it acts. */
const char *visible_text(struct arena *a, const char *s);
#endif
