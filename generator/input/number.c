#include "input/input_room.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

/* Numbers of YAML 1.2's core schema (10.3.2):
 *     [-+]? [0-9]+                                            int
 *     0o [0-7]+      0x [0-9a-fA-F]+                          int
 *     [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?   float
 * They print as plain decimals in shortest form, of any length: 010 is 10, 1.210 is 1.21,
 * 1e3 is 1000.  An exponent beyond EXPONENT_MAX stays an exponent. */

enum { EXPONENT_MAX = 400, RADIX_DIGITS_MAX = 4096 };

static size_t span_digits(const char *s)
{
    return strspn(s, "0123456789");
}

/* Digits of another radix as a decimal, by long multiplication; quadratic, hence the limit. */
static const char *radix_text(struct arena *a, const char *s, unsigned radix)
{
    static const char hex[] = "0123456789abcdef";
    size_t n = strlen(s), used = 1;
    if (n == 0 || n > RADIX_DIGITS_MAX)
        return NULL;
    unsigned char *digit = arena_alloc(a, n * 2); /* least first; log10(16) < 2 */
    for (size_t i = 0; i < n; i++) {
        char c = s[i] >= 'A' && s[i] <= 'F' ? (char)(s[i] - 'A' + 'a') : s[i];
        const char *at = strchr(hex, c);
        if (!at || (unsigned)(at - hex) >= radix)
            return NULL;
        unsigned carry = (unsigned)(at - hex);
        for (size_t k = 0; k < used; k++) {
            carry += digit[k] * radix;
            digit[k] = (unsigned char)(carry % 10);
            carry /= 10;
        }
        for (; carry; carry /= 10)
            digit[used++] = (unsigned char)(carry % 10);
    }
    char *text = arena_alloc(a, used + 1);
    for (size_t k = 0; k < used; k++)
        text[k] = (char)('0' + digit[used - 1 - k]);
    return text;
}

struct parts {
    bool negative;
    const char *whole, *fraction;
    size_t whole_n, fraction_n;
    long power; /* of ten */
};

static bool split(const char *s, struct parts *p)
{
    *p = (struct parts){.negative = *s == '-'};
    s += *s == '-' || *s == '+';
    p->whole = s;
    p->whole_n = span_digits(s);
    s += p->whole_n;
    if (*s == '.') {
        p->fraction = ++s;
        p->fraction_n = span_digits(s);
        s += p->fraction_n;
    }
    if (p->whole_n + p->fraction_n == 0)
        return false;
    if (*s == 'e' || *s == 'E') {
        bool minus = s[1] == '-';
        s += 1 + (s[1] == '-' || s[1] == '+');
        size_t n = span_digits(s);
        if (n == 0)
            return false;
        for (; n > 0; n--, s++)
            p->power = p->power > EXPONENT_MAX ? p->power : p->power * 10 + (*s - '0');
        p->power = minus ? -p->power : p->power;
    }
    return *s == '\0';
}

/* All digits in a row, with the point behind `point` of them (which may lie outside). */
static const char *place_point(struct arena *a, const struct parts *p, const char *digits,
                               size_t n, long point)
{
    struct buf b = BUF_INIT;
    while (n > 0 && *digits == '0') { /* leading zeros */
        digits++;
        n--;
        point--;
    }
    while (n > 0 && (long)n > point && digits[n - 1] == '0')
        n--;
    if (n > 0 && p->negative)
        buf_putc(&b, '-');
    if (n == 0 || point <= 0)
        buf_putc(&b, '0');
    for (long i = 0; n > 0 && i < point; i++)
        buf_putc(&b, i < (long)n ? digits[i] : '0');
    if (n > 0 && (long)n > point)
        buf_putc(&b, '.');
    for (long i = point; n > 0 && i < 0; i++)
        buf_putc(&b, '0');
    for (long i = point > 0 ? point : 0; i < (long)n; i++)
        buf_putc(&b, digits[i]);
    return buf_to_arena(&b, a);
}

const char *number_text(struct arena *a, const char *s)
{
    struct parts p;
    if (s[0] == '0' && (s[1] == 'x' || s[1] == 'o'))
        return radix_text(a, s + 2, s[1] == 'x' ? 16 : 8);
    if (!split(s, &p))
        return NULL;
    if (p.power > EXPONENT_MAX || p.power < -EXPONENT_MAX)
        return arena_strdup(a, s);
    size_t n = p.whole_n + p.fraction_n;
    char *digits = arena_alloc(a, n + 1);
    memcpy(digits, p.whole, p.whole_n);
    if (p.fraction_n)
        memcpy(digits + p.whole_n, p.fraction, p.fraction_n);
    return place_point(a, &p, digits, n, (long)p.whole_n + p.power);
}
