/* hyphens.h - the hyphenation patterns of one language, through libhyphen.
 *
 * Dictionaries come in the encoding of their first line.  Words go in lower case and, for the
 * older dictionaries, in that one-byte encoding; positions come back by character.
 */
#ifndef ACCORD_FONT_HYPHENS_H
#define ACCORD_FONT_HYPHENS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct hyphens;

/* NULL when there is no such file or its encoding is unknown. Closed with the arena. */
struct hyphens *hyphens_open(struct arena *a, const char *file);
/* after[i]: the word may be broken after byte i; len + 1 items. */
bool *hyphens_find(struct hyphens *h, struct arena *a, const char *word, size_t len);

#endif
