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

struct token {       /* bytes [from, to) between spaces */
    size_t from, to;
    size_t core, n;  /* the byte where it begins without the marks around it, and its length */
    unsigned facts;  /* what it is to its neighbours; locale_tie.c knows */
};

/* kind: the breaks that UAX #14 allows, len + 1 items of enum break_kind; changed in place. */
void locale_tie(struct arena *a, const char *lang, const char *text, size_t len,
                unsigned char *kind);

/* The same by parts, for words that come back: a word by itself, without spaces and ideographs,
 * whose kind has n items; and then what stands between the words of a text. */
struct token locale_tie_word(const char *lang, const char *word, size_t n, unsigned char *kind);
void locale_tie_words(const char *lang, const char *text, size_t len, struct token *token,
                      size_t n, unsigned char *kind);

#endif
