/* unseen.h - characters that are not seen and change what is read.
 *
 * The formatting characters of the Unicode Bidirectional Algorithm (UAX #9) can show a text in
 * another order than it has ("Trojan Source", CVE-2021-42574).  Marks (U+200E, U+200F, U+061C)
 * are plain typing in Arabic and stand where they like; isolates are fine in pairs within a line;
 * embeddings and overrides are never needed.  Other characters without a shape hide within words.
 *
 * Marks that stand over a letter are seen, but heaped by the thousand they cover what stands around,
 * and are shaped in time that grows with their square.  Unicode's Stream-Safe Text Format (UAX #15) knows no
 * language that has more than 30 of them.
 */
#ifndef ACCORD_BASE_UNSEEN_H
#define ACCORD_BASE_UNSEEN_H

#include <stdbool.h>
#include <stddef.h>

enum unseen_kind {
    UNSEEN_NONE,
    UNSEEN_TURNS,   /* an embedding, an override or their end */
    UNSEEN_ISOLATE, /* one without its other half in the line */
    UNSEEN_OTHER,   /* no shape at all */
    UNSEEN_HEAPED   /* one mark too many over a letter */
};

struct unseen {
    enum unseen_kind kind;
    size_t at, len; /* bytes */
    unsigned code;
};

/* Those of a text (UTF-8), in order, until found returns false. */
void unseen_each(const char *s, size_t n, bool (*found)(void *ctx, struct unseen u), void *ctx);
/* Whether a character has no shape or turns the direction, wherever it stands: marks and isolates too. */
bool unseen_is(unsigned code);
/* The first one; kind UNSEEN_NONE when there is none. */
struct unseen unseen_first(const char *s, size_t n);

enum { UNSEEN_NAME = 12 };
/* "U+202E" into out. */
const char *unseen_name(unsigned code, char out[UNSEEN_NAME]);

#endif
