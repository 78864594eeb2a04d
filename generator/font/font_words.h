/* font_words.h - what was shaped, kept by text and style.
 *
 * Ordinary words come back all the time, ids and amounts never do: when so many are kept the
 * older half goes, save what is asked for again meanwhile.  So what is found lives until
 * WORDS_KEPT others have been put, however long the document is.
 */
#ifndef ACCORD_FONT_FONT_WORDS_H
#define ACCORD_FONT_FONT_WORDS_H

#include "font/font.h"

enum { WORDS_KEPT = 1 << 13 };

struct font_word {
    uint32_t hash;
    unsigned style; /* of the caller's making */
    const struct shaped *shaped;
};

struct font_word_table { /* open addressing */
    struct arena *arena;
    struct font_word *slot;
    size_t slots, n;
};

struct font_words {
    struct font_word_table now, before;
};

struct font_words *font_words_new(struct arena *a); /* closed with the arena */
const struct shaped *font_words_find(struct font_words *w, unsigned style, const char *text, size_t len);
/* Where what is put next is to be made, with its text. */
struct arena *font_words_arena(struct font_words *w);
void font_words_put(struct font_words *w, unsigned style, const struct shaped *shaped);

#endif
