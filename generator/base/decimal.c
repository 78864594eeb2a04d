#include "base/decimal.h"

#include "base/arena.h"

#include <stdlib.h>

__extension__ typedef __int128 wide;

static bool fits(wide w, int64_t *out)
{
    if (w > INT64_MAX || w < INT64_MIN)
        return false;
    *out = (int64_t)w;
    return true;
}

enum decimal_error decimal_parse(const char *s, struct decimal *out)
{
    bool negative = *s == '-';
    wide m = 0;
    int scale = 0;
    size_t digits = 0, fraction = 0;
    s += negative;
    for (; *s >= '0' && *s <= '9'; s++, digits++)
        if (m <= INT64_MAX)
            m = m * 10 + (*s - '0');
    if (digits && *s == '.') {
        for (s++; *s >= '0' && *s <= '9'; s++, fraction++)
            if (m <= INT64_MAX && scale <= DECIMAL_SCALE_MAX) {
                m = m * 10 + (*s - '0');
                scale++;
            }
        if (fraction == 0)
            return DECIMAL_SYNTAX;
    }
    if (*s || digits == 0)
        return DECIMAL_SYNTAX;
    if (m > INT64_MAX || scale > DECIMAL_SCALE_MAX)
        return DECIMAL_TOO_LARGE;
    *out = (struct decimal){.mantissa = (int64_t)(negative ? -m : m), .scale = scale};
    return DECIMAL_OK;
}

char *decimal_text(struct arena *a, int64_t minor, int digits)
{
    char text[32], *p = text + sizeof text;
    uint64_t rest = minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor;
    for (int i = 0; rest || i <= digits; i++) {
        if (i == digits && digits)
            *--p = '.';
        *--p = (char)('0' + rest % 10);
        rest /= 10;
    }
    if (minor < 0)
        *--p = '-';
    return arena_strndup(a, p, (size_t)(text + sizeof text - p));
}

int64_t decimal_pow10(int n)
{
    int64_t p = 1;
    while (n-- > 0)
        p *= 10;
    return p;
}

bool decimal_rescale(struct decimal d, int scale, int64_t *out)
{
    if (scale >= d.scale)
        return fits((wide)d.mantissa * decimal_pow10(scale - d.scale), out);
    int64_t drop = decimal_pow10(d.scale - scale);
    *out = d.mantissa / drop;
    return d.mantissa % drop == 0;
}

static wide div_round(wide n, wide den)
{
    wide q = n / den, r = n % den;
    if (r < 0)
        r = -r;
    if (r >= den - r)
        q += n < 0 ? -1 : 1;
    return q;
}

bool decimal_mul_div(int64_t amount, int64_t num, int64_t den, int64_t *out)
{
    return fits(div_round((wide)amount * num, den), out);
}

int64_t decimal_div_round(int64_t n, int64_t den)
{
    return (int64_t)div_round(n, den);
}

bool decimal_add(int64_t a, int64_t b, int64_t *out)
{
    return fits((wide)a + b, out);
}

struct remainder {
    wide rest;
    size_t index;
};

static int compare_remainder(const void *pa, const void *pb)
{
    const struct remainder *a = pa, *b = pb;
    if (a->rest != b->rest)
        return a->rest > b->rest ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

void decimal_share(int64_t total, const int64_t *weights, size_t n, int64_t *shares)
{
    wide sum = 0, amount = total < 0 ? -(wide)total : total, given = 0;
    for (size_t i = 0; i < n; i++)
        sum += weights[i];
    struct remainder *r = mem_realloc(NULL, n * sizeof *r);
    for (size_t i = 0; i < n; i++) {
        wide product = amount * weights[i];
        shares[i] = (int64_t)(product / sum);
        given += shares[i];
        r[i] = (struct remainder){product % sum, i};
    }
    qsort(r, n, sizeof *r, compare_remainder);
    for (size_t i = 0; given < amount; i++, given++)
        shares[r[i].index]++;
    free(r);
    for (size_t i = 0; total < 0 && i < n; i++)
        shares[i] = -shares[i];
}

static uint64_t gcd_of_words(uint64_t a, uint64_t b)
{
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Two words are divided only while there are two. */
decimal_wide decimal_gcd(decimal_wide a, decimal_wide b)
{
    while (b > UINT64_MAX) {
        decimal_wide rest = a % b;
        a = b;
        b = rest;
    }
    return b ? gcd_of_words((uint64_t)b, (uint64_t)(a % b)) : a;
}
