/* progress.h - one line on a terminal that says how far a long run has come.
 *
 * Nothing shows before a second has passed; then the line is rewritten in place, ten times a second
 * at most, cut to the terminal's width, and taken away at the end.  Who works tells each step
 * with progress_step and never asks whether anybody looks: a NULL progress is told nothing.
 */
#ifndef ACCORD_BASE_PROGRESS_H
#define ACCORD_BASE_PROGRESS_H

#include "base/phrase.h"

#include <stdint.h>

struct arena;
struct map;

/* Where the line goes, and the clock it goes by. */
struct progress_terminal {
    void (*write)(void *ctx, const char *s, size_t n);
    int (*columns)(void *ctx);
    int64_t (*now)(void *ctx); /* milliseconds, from anywhere */
    void *ctx;
};

struct progress;

struct progress *progress_new(struct arena *a, const struct progress_terminal *terminal);
void progress_speak(struct progress *p, const struct map *language); /* NULL: English */
/* what has {0} for done and, where the number of all is known, {1} for of. */
void progress_step(struct progress *p, enum phrase what, size_t done, size_t of);
void progress_end(struct progress *p); /* takes the line away; a further step shows it again */

/* "13,300", as the language writes it. */
char *progress_number(struct arena *a, const struct map *language, size_t n);
/* "7.2", in seconds. */
char *progress_seconds(struct arena *a, const struct map *language, int64_t milliseconds);

#endif
