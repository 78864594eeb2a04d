/* phrase.h - what accord says to the people who write content, in their language.
 *
 * English stands in two tables: diag_codes.h holds what was found, phrase_codes.h the hints and
 * the phrases that fill them.  Other languages are files that ship beside the templates,
 * messages/fr.yaml and messages/es.yaml: the slug of a row is the key, its text keeps the same
 * {0} {1} ... in whatever order the language wants.
 *
 * The language is known only when everything is written, so an argument that is itself made of
 * words travels as a mark: phrase_mark() and its kin give a string that any text can be made
 * of (lists, other phrases) and that phrase_put() puts into words at the end.  A mark opens and
 * closes with bytes that stand in no UTF-8 text.
 */
#ifndef ACCORD_BASE_PHRASE_H
#define ACCORD_BASE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct map;

enum phrase {
#define HINT(code, slug, text) HINT_##code,
#define PHRASE(code, slug, text) PHRASE_##code,
#include "base/phrase_codes.h"
#undef HINT
#undef PHRASE
    PHRASES
};

enum { PHRASE_ARGS = 8 };

const char *phrase_slug(enum phrase w);
const char *phrase_english(enum phrase w);

/* A mark for a row; it lives as long as the program. */
const char *phrase_mark(enum phrase w);
/* phrase_filled(struct arena *, enum phrase, arguments...): a mark for a row with arguments, which
 * may be marks. */
#define phrase_filled(...) phrase_filled_va(__VA_ARGS__, (const char *)NULL)
const char *phrase_filled_va(struct arena *a, enum phrase w, ...) __attribute__((sentinel));
/* A mark for a text that stands in English in a table of its own (what a field means): it is its
 * own key. */
const char *phrase_own(struct arena *a, const char *english);
/* Why the system refused something: a mark for errno. */
const char *phrase_errno(struct arena *a, int error);

/* Puts the text of key, in a language (NULL: English, the text given), with its arguments filled in
 * and marks put into words; each argument is cut behind most bytes. */
void phrase_put(struct buf *out, const struct map *language, const char *key, const char *english,
               const char *const args[PHRASE_ARGS], size_t most);
/* Puts a text that may hold marks. */
void phrase_unmark(struct buf *out, const struct map *language, const char *s);
char *phrase_text(struct arena *a, const struct map *language, const char *s); /* the same */
/* True when a text has exactly the {0} {1} ... of another, as translations must. */
bool phrase_same_arguments(const char *a, const char *b);

#endif
