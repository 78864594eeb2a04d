/* locale_tie.h - what must, or had better, stay on one line, beyond UAX #14.
 *
 * A number and its unit, a label and its number, initials, short words, document numbers, web
 * addresses: rules of the language, as one table of words per language in locale_tie.c.  They
 * only change where a line may end; the text stays as it was typed.  Inside this room only.
 */
#ifndef ACCORD_LOCALE_LOCALE_TIE_H
#define ACCORD_LOCALE_LOCALE_TIE_H

#include <stddef.h>

struct arena;

/* kind: the breaks that UAX #14 allows, len + 1 items of enum break_kind; changed in place. */
void locale_tie(struct arena *a, const char *lang, const char *text, size_t len,
                unsigned char *kind);

#endif
