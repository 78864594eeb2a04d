/* buf.h - a growing byte buffer on the heap.
 *
 * Promises: p is never NULL after buf_init, and p[n] is always NUL, so a buf is a C string
 * when it holds text.  A zeroed struct buf is a valid empty buffer too (BUF_INIT), save that
 * p is NULL until something is put.  buf_free gives the memory back.
 */
#ifndef ACCORD_BASE_BUF_H
#define ACCORD_BASE_BUF_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct buf {
    char *p;
    size_t n;   /* bytes in use, without the NUL */
    size_t cap; /* bytes allocated */
};

#define BUF_INIT {NULL, 0, 0}

void buf_init(struct buf *b);
void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */
void buf_put(struct buf *b, const void *bytes, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
/* Room for n bytes and a NUL at the end, to be written at once: b->n counts them then. */
char *buf_room(struct buf *b, size_t n);
void buf_put_number(struct buf *b, uint64_t n);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_put_utf8(struct buf *b, unsigned code_point);
const char *buf_str(struct buf *b);                  /* never NULL; valid until the next put */
char *buf_to_arena(struct buf *b, struct arena *a); /* copies, then frees the buffer */

#endif
