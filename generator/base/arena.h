/* arena.h - memory that is freed all at once.
 *
 * An arena owns everything allocated from it; nothing is freed singly.  Pass it first,
 * never keep it in a global.  Out of memory ends the process with exit code 3 and one
 * line on standard error: publication is atomic, so nothing is lost by that.  It does so in libraries
 * as well (memory.c).
 */
#ifndef ACCORD_BASE_ARENA_H
#define ACCORD_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* runs deferred clean-ups, newest first; NULL is fine */
/* As if it were new, but with memory at hand: for work that is done many times. */
void arena_clear(struct arena *a);

/* Zeroed memory, aligned for any type; never NULL. */
void *arena_alloc(struct arena *a, size_t size);
/* As arena_alloc for count * size; an overflow counts as out of memory. */
void *arena_calloc(struct arena *a, size_t count, size_t size);
/* Grows a block that keeps its old_size bytes and may move, the old one being gone then; old may
 * be NULL. */
void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size);

char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n); /* exactly n bytes and a NUL */
char *arena_join(struct arena *a, const char *first, const char *second); /* in one */
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Has fn(ptr) called when the arena is freed: for the objects of foreign libraries. */
void arena_defer(struct arena *a, void (*fn)(void *), void *ptr);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_calloc((a), (n), sizeof(type)))

/* malloc family for the few owners of plain heap memory (buf.c); exits as above. */
void *mem_realloc(void *p, size_t size);
_Noreturn void mem_die(void);

#endif
