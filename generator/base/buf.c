#include "base/buf.h"

#include "base/arena.h"
#include "base/text_format.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct buf *b, size_t more)
{
    if (more > SIZE_MAX / 2 - b->n - 1)
        mem_die();
    size_t need = b->n + more + 1;
    if (need <= b->cap)
        return;
    size_t cap = b->cap ? b->cap * 2 : 64;
    if (cap < need)
        cap = need;
    b->p = mem_realloc(b->p, cap);
    b->cap = cap;
}

void buf_init(struct buf *b)
{
    *b = (struct buf)BUF_INIT;
    reserve(b, 0);
    b->p[0] = '\0';
}

void buf_free(struct buf *b)
{
    free(b->p);
    *b = (struct buf)BUF_INIT;
}

void buf_clear(struct buf *b)
{
    b->n = 0;
    if (b->p)
        b->p[0] = '\0';
}

char *buf_room(struct buf *b, size_t n)
{
    if (b->cap - b->n <= n)
        reserve(b, n);
    return b->p + b->n;
}

void buf_put(struct buf *b, const void *bytes, size_t n)
{
    if (b->cap - b->n <= n)
        reserve(b, n);
    if (n)
        memcpy(b->p + b->n, bytes, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void buf_puts(struct buf *b, const char *s)
{
    buf_put(b, s, strlen(s));
}

void buf_putc(struct buf *b, char c)
{
    if (b->cap - b->n < 2)
        reserve(b, 1);
    b->p[b->n++] = c;
    b->p[b->n] = '\0';
}

void buf_put_number(struct buf *b, uint64_t n)
{
    char text[24];
    size_t at = sizeof text;
    do
        text[--at] = (char)('0' + n % 10);
    while (n /= 10);
    buf_put(b, text + at, sizeof text - at);
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    reserve(b, 0);
    size_t room = b->cap - b->n;
    int n = text_format(b->p + b->n, room, fmt, again);
    va_end(again);
    if (n < 0)
        mem_die();
    if ((size_t)n >= room) { /* once more, with room for all of it */
        reserve(b, (size_t)n);
        text_format(b->p + b->n, (size_t)n + 1, fmt, ap);
    }
    b->n += (size_t)n;
    va_end(ap);
}

void buf_put_utf8(struct buf *b, unsigned code_point)
{
    char bytes[4];
    buf_put(b, bytes, utf8_encode(code_point, bytes));
}

const char *buf_str(struct buf *b)
{
    reserve(b, 0);
    b->p[b->n] = '\0';
    return b->p;
}

char *buf_to_arena(struct buf *b, struct arena *a)
{
    char *s = arena_strndup(a, b->p, b->n);
    buf_free(b);
    return s;
}
