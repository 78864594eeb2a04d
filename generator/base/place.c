#include "base/place.h"

#include "base/utf8.h"

#include <string.h>

struct place place_of(const struct source *src, size_t from, size_t to)
{
    struct place p = {.src = src, .line = 1, .col = 1, .len = 1};
    size_t start = 0;
    if (from > src->len)
        from = src->len;
    if (to > src->len)
        to = src->len;
    for (size_t i = 0; i < from; i++)
        if (src->text[i] == '\n') {
            p.line++;
            start = i + 1;
        }
    p.col = (int)utf8_count(src->text + start, from - start) + 1;
    if (to > from)
        p.len = (int)utf8_count(src->text + from, to - from);
    return p;
}

struct place place_along(struct place_walk *w, const struct source *src, size_t from, size_t to)
{
    const char *text = src->text;
    from = from < src->len ? from : src->len;
    to = to < src->len ? to : src->len;
    if (w->src != src || from < w->start)
        *w = (struct place_walk){.src = src, .line = 1, .col = 1};
    if (from < w->at) {
        w->at = w->start;
        w->col = 1;
    }
    for (const char *nl; (nl = memchr(text + w->at, '\n', from - w->at)); w->line++) {
        w->at = w->start = (size_t)(nl - text) + 1;
        w->col = 1;
    }
    w->col += (int)utf8_count(text + w->at, from - w->at);
    w->at = from;
    int len = to > from ? (int)utf8_count(text + from, to - from) : 1;
    return (struct place){.src = src, .line = w->line, .col = w->col, .len = len};
}

const char *place_line(const struct source *src, int line, size_t *len)
{
    const char *s = src->text, *end = src->text + src->len;
    for (int i = 1; i < line && s < end; i++) {
        const char *nl = memchr(s, '\n', (size_t)(end - s));
        s = nl ? nl + 1 : end;
    }
    const char *nl = memchr(s, '\n', (size_t)(end - s));
    size_t n = (size_t)((nl ? nl : end) - s);
    if (n && s[n - 1] == '\r')
        n--;
    *len = n;
    return s;
}
