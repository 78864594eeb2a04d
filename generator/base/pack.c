#include "base/pack.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

void pack_number(struct buf *out, uint64_t n)
{
    buf_put(out, &n, sizeof n);
}

/* Lengths are one too great, so that 0 is left for NULL. */
void pack_text(struct buf *out, const char *s)
{
    size_t n = s ? strlen(s) : 0;
    pack_number(out, s ? n + 1 : 0);
    buf_put(out, s ? s : "", n);
}

struct unpack unpack_of(const char *bytes, size_t n)
{
    return (struct unpack){.p = bytes, .n = n};
}

static const char *take(struct unpack *u, uint64_t n)
{
    const char *at = u->p;
    if (u->failed || n > u->n) {
        u->failed = true;
        return NULL;
    }
    u->p += n;
    u->n -= n;
    return at;
}

uint64_t unpack_number(struct unpack *u)
{
    uint64_t n = 0;
    const char *at = take(u, sizeof n);
    if (at)
        memcpy(&n, at, sizeof n);
    return n;
}

const char *unpack_text(struct unpack *u, struct arena *a)
{
    uint64_t n = unpack_number(u);
    const char *at = n ? take(u, n - 1) : NULL;
    return at ? arena_strndup(a, at, n - 1) : NULL;
}

bool unpack_ok(const struct unpack *u)
{
    return !u->failed && u->n == 0;
}
