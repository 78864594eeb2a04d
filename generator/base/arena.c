#include "base/arena.h"

#include "base/text_format.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Under AddressSanitizer what is not given out may not be touched, and lies between all that is: else
 * a step beyond one text would be a step into the next. */
#ifdef ACCORD_SANITIZED
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
static void forbid(const void *p, size_t n)
{
    ASAN_POISON_MEMORY_REGION(p, n);
}

static void allow(const void *p, size_t n)
{
    ASAN_UNPOISON_MEMORY_REGION(p, n);
}
#else
enum { GAP = 0 };
static void forbid(const void *p, size_t n)
{
    (void)p;
    (void)n;
}

static void allow(const void *p, size_t n)
{
    (void)p;
    (void)n;
}
#endif

enum { ALIGN = 16, FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };
enum { LARGE_ARENA = 64 * 1024 * 1024 };

/* Behind used, data is zero: a block comes so from the system most often, without being touched. */
struct block {
    struct block *next;
    size_t used, size;
    _Alignas(ALIGN) unsigned char data[];
};

struct deferred {
    struct deferred *next;
    void (*fn)(void *);
    void *ptr;
};

struct arena {
    struct block *head;
    struct deferred *deferred;
    size_t next_size;
};

void *mem_realloc(void *p, size_t size)
{
    void *q = realloc(p, size ? size : 1);
    if (!q)
        mem_die();
    return q;
}

struct arena *arena_new(void)
{
    struct arena *a = mem_realloc(NULL, sizeof *a);
    *a = (struct arena){.next_size = FIRST_BLOCK};
    return a;
}

/* The GNU allocator keeps what lies below its last block, hundreds of megabytes after a long
 * paper, and what comes next is seldom of a size that fits there. */
static void give_back(size_t bytes)
{
#ifdef __GLIBC__
    if (bytes > LARGE_ARENA)
        malloc_trim(0);
#else
    (void)bytes;
#endif
}

/* Frees all blocks behind the one given, and gives back what was very much. */
static void free_blocks(struct block *b)
{
    size_t bytes = 0;
    for (struct block *next; b; b = next) {
        next = b->next;
        bytes += b->size;
        free(b);
    }
    give_back(bytes);
}

static void run_deferred(struct arena *a)
{
    for (struct deferred *d = a->deferred; d; d = d->next)
        d->fn(d->ptr);
    a->deferred = NULL;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    run_deferred(a);
    free_blocks(a->head);
    free(a);
}

void arena_clear(struct arena *a)
{
    run_deferred(a);
    struct block *b = a->head;
    bool keep = b && b->size <= LARGEST_BLOCK;
    free_blocks(keep ? b->next : b);
    a->head = keep ? b : NULL;
    if (keep) {
        b->next = NULL;
        allow(b->data, b->used);
        memset(b->data, 0, b->used);
        forbid(b->data, b->used);
        b->used = 0;
    }
}

static struct block *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block))
        mem_die();
    struct block *b = calloc(1, sizeof *b + size);
    if (!b)
        mem_die();
    b->size = size;
    forbid(b->data, size);
    return b;
}

static size_t aligned(size_t size)
{
    return size ? (size + ALIGN - 1) / ALIGN * ALIGN : ALIGN;
}

/* A large request gets a block of its own behind the head, so that the head's room is kept. */
static void *alloc_large(struct arena *a, size_t size)
{
    struct block *b = block_new(aligned(size));
    b->used = b->size;
    allow(b->data, size);
    if (a->head) {
        b->next = a->head->next;
        a->head->next = b;
    } else {
        a->head = b;
    }
    return b->data;
}

void *arena_alloc(struct arena *a, size_t size)
{
    if (size > SIZE_MAX - ALIGN)
        mem_die();
    size_t room = aligned(size) + GAP;
    if (room > a->next_size / 4)
        return alloc_large(a, size);
    if (!a->head || a->head->size - a->head->used < room) {
        struct block *b = block_new(a->next_size);
        b->next = a->head;
        a->head = b;
        if (a->next_size < LARGEST_BLOCK)
            a->next_size *= 2;
    }
    void *p = a->head->data + a->head->used;
    a->head->used += room;
    allow(p, size);
    return p;
}

void *arena_calloc(struct arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        mem_die();
    return arena_alloc(a, count * size);
}

/* What was allocated last can grow where it stands. */
static bool grow_in_place(struct arena *a, const void *old, size_t old_size, size_t new_size)
{
    struct block *b = a->head;
    if (!old || !b || new_size < old_size || new_size > LARGEST_BLOCK)
        return false;
    size_t was = aligned(old_size) + GAP, now = aligned(new_size) + GAP;
    if (b->used < was || (const unsigned char *)old != b->data + b->used - was ||
        b->size - b->used < now - was)
        return false;
    b->used += now - was;
    allow(old, new_size);
    return true;
}

/* What has a block of its own leaves no copy behind: arrays of many megabytes double often. */
static void *grow_large(struct arena *a, void *old, size_t old_size, size_t new_size)
{
    struct block **at = &a->head;
    if (!old || old_size <= LARGEST_BLOCK || new_size < old_size ||
        new_size > SIZE_MAX - ALIGN - sizeof **at)
        return NULL;
    while (*at && (*at)->data != (unsigned char *)old)
        at = &(*at)->next;
    if (!*at)
        return NULL;
    size_t was = (*at)->size, now = aligned(new_size);
    struct block *b = *at = mem_realloc(*at, sizeof *b + now);
    b->size = b->used = now;
    if (now > was)
        memset(b->data + was, 0, now - was);
    return b->data;
}

void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size)
{
    if (grow_in_place(a, old, old_size, new_size))
        return old;
    void *grown = grow_large(a, old, old_size, new_size);
    if (grown)
        return grown;
    void *p = arena_alloc(a, new_size);
    if (old)
        memcpy(p, old, old_size < new_size ? old_size : new_size);
    return p;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
    char *p = arena_alloc(a, n + 1);
    if (n)
        memcpy(p, s, n);
    return p;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return arena_strndup(a, s, strlen(s));
}

char *arena_join(struct arena *a, const char *first, const char *second)
{
    size_t n = strlen(first), m = strlen(second);
    char *p = arena_alloc(a, n + m + 1);
    memcpy(p, first, n);
    memcpy(p + n, second, m);
    return p;
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
    char most[256]; /* longer than most texts */
    va_list again;
    va_copy(again, ap);
    int n = text_format(most, sizeof most, fmt, again);
    va_end(again);
    if (n < 0)
        mem_die();
    if ((size_t)n < sizeof most)
        return arena_strndup(a, most, (size_t)n);
    char *p = arena_alloc(a, (size_t)n + 1);
    text_format(p, (size_t)n + 1, fmt, ap);
    return p;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    char *p = arena_vprintf(a, fmt, ap);
    va_end(ap);
    return p;
}

void arena_defer(struct arena *a, void (*fn)(void *), void *ptr)
{
    struct deferred *d = ARENA_NEW(a, struct deferred);
    *d = (struct deferred){.next = a->deferred, .fn = fn, .ptr = ptr};
    a->deferred = d;
}
