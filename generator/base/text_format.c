#include "base/text_format.h"

#include "base/buf.h"
#include "base/visible.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct sink {
    char *out;
    size_t room, n; /* n counts what found no room, too */
    bool visible;   /* texts are for a terminal */
};

struct directive {
    bool zero, precise; /* precise: ".*" */
    size_t width;
    int longs; /* how many l; z counts as one, or as two where it is as wide */
    char kind;
};

static void put(struct sink *s, const char *bytes, size_t n)
{
    if (s->n < s->room)
        memcpy(s->out + s->n, bytes, n < s->room - s->n ? n : s->room - s->n);
    s->n += n;
}

static void put_text(struct sink *s, const char *text, size_t n)
{
    struct buf shown = BUF_INIT;
    if (!s->visible) {
        put(s, text, n);
        return;
    }
    visible_put(&shown, text, n);
    put(s, buf_str(&shown), shown.n);
    buf_free(&shown);
}

static void put_number(struct sink *s, const struct directive *d, unsigned long long v,
                       bool negative)
{
    char digits[32];
    size_t at = sizeof digits, base = d->kind == 'x' ? 16 : 10;
    do
        digits[--at] = "0123456789abcdef"[v % base];
    while ((v /= base) > 0);
    size_t n = sizeof digits - at + negative;
    if (negative && d->zero)
        put(s, "-", 1);
    for (; n < d->width; n++)
        put(s, d->zero ? "0" : " ", 1);
    if (negative && !d->zero)
        put(s, "-", 1);
    put(s, digits + at, sizeof digits - at);
}

/* What stands behind a %; NULL when it is for the C library. */
static const char *read_directive(const char *p, struct directive *d)
{
    *d = (struct directive){.zero = *p == '0'};
    for (; *p >= '0' && *p <= '9' && d->width < 1000; p++)
        d->width = d->width * 10 + (size_t)(*p - '0');
    if (p[0] == '.' && p[1] == '*') {
        d->precise = true;
        p += 2;
    }
    for (; *p == 'l' && d->longs < 2; p++)
        d->longs++;
    if (*p == 'z' && d->longs == 0) {
        d->longs = sizeof(size_t) > sizeof(long) ? 2 : 1;
        p++;
    }
    d->kind = *p;
    bool number = *p == 'd' || *p == 'u' || *p == 'x', text = *p == 's' || *p == 'c' || *p == '%';
    bool plain = d->width == 0 && !d->zero && d->longs == 0;
    return (number && !d->precise) || (text && plain && (!d->precise || *p == 's')) ? p + 1 : NULL;
}

/* The library does the rest. */
__attribute__((format(printf, 2, 0)))
static int leave(struct sink *s, const char *fmt, va_list ap)
{
    size_t used = s->n < s->room ? s->n : s->room;
    int rest = vsnprintf(s->out + used, s->room - used, fmt, ap);
    if (used == s->room && used > 0)
        s->out[used - 1] = '\0';
    return rest < 0 ? rest : (int)s->n + rest;
}

__attribute__((format(printf, 4, 0)))
static int format(char *out, size_t room, bool visible, const char *fmt, va_list ap)
{
    struct sink s = {.out = out, .room = room, .visible = visible};
    struct directive d;
    for (const char *sign; *fmt; fmt = sign) {
        sign = strchr(fmt, '%');
        put(&s, fmt, sign ? (size_t)(sign - fmt) : strlen(fmt));
        const char *end = sign ? read_directive(sign + 1, &d) : NULL;
        if (!sign)
            break;
        if (!end) {
            fmt = sign;
            return leave(&s, fmt, ap);
        }
        sign = end;
        if (d.kind == 's') {
            size_t most = d.precise ? (size_t)va_arg(ap, int) : 0;
            const char *text = va_arg(ap, const char *);
            text = text ? text : "(null)"; /* as the library has it */
            put_text(&s, text, d.precise ? strnlen(text, most) : strlen(text));
        } else if (d.kind == 'd') {
            long long v = d.longs == 2   ? va_arg(ap, long long)
                          : d.longs == 1 ? va_arg(ap, long)
                                         : va_arg(ap, int);
            put_number(&s, &d, v < 0 ? 0 - (unsigned long long)v : (unsigned long long)v, v < 0);
        } else if (d.kind == 'u' || d.kind == 'x') {
            put_number(&s, &d, d.longs == 2   ? va_arg(ap, unsigned long long)
                               : d.longs == 1 ? va_arg(ap, unsigned long)
                                              : va_arg(ap, unsigned), false);
        } else {
            char c = d.kind == 'c' ? (char)va_arg(ap, int) : '%';
            put(&s, &c, 1);
        }
    }
    if (room)
        out[s.n < room ? s.n : room - 1] = '\0';
    return (int)s.n;
}

int text_format(char *out, size_t room, const char *fmt, va_list ap)
{
    return format(out, room, false, fmt, ap);
}

int text_format_visible(char *out, size_t room, const char *fmt, va_list ap)
{
    return format(out, room, true, fmt, ap);
}
