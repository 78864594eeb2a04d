#include "base/visible.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/unseen.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* What stands for c; c itself where it does nothing. */
static unsigned shown_as(unsigned c)
{
    bool breaks = c == 0x2028 || c == 0x2029;

    if (c < 0x20 && c != '\t')
        return 0x2400 + c;
    if (c == 0x7F)
        return 0x2421;
    return breaks || utf8_is_control(c) ? 0xFFFD : c;
}

void visible_put(struct buf *out, const char *s, size_t n)
{
    char name[UNSEEN_NAME];
    for (size_t i = 0; i < n;) {
        unsigned c = 0xFFFD;
        size_t len = utf8_decode(s + i, n - i, &c);
        if (len && unseen_is(c))
            buf_printf(out, "<%s>", unseen_name(c, name));
        else
            buf_put_utf8(out, shown_as(len ? c : 0xFFFD));
        i += len ? len : 1;
    }
}

size_t visible_width(unsigned c)
{
    char name[UNSEEN_NAME];
    return unseen_is(c) ? strlen(unseen_name(c, name)) + 2 : 1;
}

const char *visible_text(struct arena *a, const char *s)
{
    size_t n = strlen(s);

    for (size_t i = 0; i < n;) {
        unsigned c = 0;
        size_t len = utf8_decode(s + i, n - i, &c);
        if (len == 0 || shown_as(c) != c || unseen_is(c)) {
            struct buf b = BUF_INIT;
            visible_put(&b, s, n);
            return buf_to_arena(&b, a);
        }
        i += len;
    }
    return s;
}
