#include "base/rational.h"

#include "base/arena.h"
#include "base/decimal.h"

#include <gmp.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

/* Nearly all fit two words; one that does not is GMP's from then on. */
struct rational {
    struct arena *arena;
    int64_t num, den; /* in lowest terms, den > 0 */
    bool big;         /* q holds it */
    mpq_t q;
};

_Static_assert(sizeof(long) >= sizeof(int64_t), "mpz_set_si takes a long");

static uint64_t magnitude(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

/* --- GMP's --- */

static void clear(void *p)
{
    mpq_clear(((struct rational *)p)->q);
}

static void set(mpq_t q, int64_t num, int64_t den)
{
    mpz_set_si(mpq_numref(q), num);
    mpz_set_si(mpq_denref(q), den);
    mpq_canonicalize(q);
}

/* A copy to work with, for mpq_clear. */
static void open_copy(mpq_t q, const struct rational *r)
{
    mpq_init(q);
    if (r->big)
        mpq_set(q, r->q);
    else
        set(q, r->num, r->den);
}

static void grow(struct rational *r)
{
    if (r->big)
        return;
    open_copy(r->q, r);
    r->big = true;
    arena_defer(r->arena, clear, r);
}

/* --- sums --- */

static void set_small(struct rational *r, int64_t num, int64_t den)
{
    int64_t common = (int64_t)decimal_gcd(magnitude(num), (uint64_t)den);
    r->num = num / common;
    r->den = den / common;
}

struct rational *rational_new(struct arena *a, int64_t num, int64_t den)
{
    struct rational *r = ARENA_NEW(a, struct rational);
    r->arena = a;
    set_small(r, num, den);
    return r;
}

/* num / den more, in two words; false when that takes more. */
static bool add_small(struct rational *r, int64_t num, int64_t den)
{
    int64_t common = (int64_t)decimal_gcd((uint64_t)r->den, (uint64_t)den);
    wide below = (wide)(r->den / common) * den;
    wide above = (wide)r->num * (den / common) + (wide)num * (r->den / common);
    if (r->big || below > INT64_MAX || above > INT64_MAX || above < -INT64_MAX)
        return false;
    set_small(r, (int64_t)above, (int64_t)below);
    return true;
}

void rational_add_fraction(struct rational *r, int64_t num, int64_t den)
{
    mpq_t q;
    if (add_small(r, num, den))
        return;
    grow(r);
    mpq_init(q);
    set(q, num, den);
    mpq_add(r->q, r->q, q);
    mpq_clear(q);
}

struct rational *rational_difference(struct arena *a, const struct rational *x,
                                     const struct rational *y)
{
    struct rational *r = rational_new(a, x->num, x->den);
    mpq_t q;
    if (!x->big && !y->big && y->num != INT64_MIN && add_small(r, -y->num, y->den))
        return r;
    grow(r);
    open_copy(q, x);
    mpq_set(r->q, q);
    mpq_clear(q);
    open_copy(q, y);
    mpq_sub(r->q, r->q, q);
    mpq_clear(q);
    return r;
}

int rational_cmp(const struct rational *a, const struct rational *b)
{
    mpq_t x, y;
    if (!a->big && !b->big) {
        wide left = (wide)a->num * b->den, right = (wide)b->num * a->den;
        return left < right ? -1 : left > right;
    }
    open_copy(x, a);
    open_copy(y, b);
    int c = mpq_cmp(x, y);
    mpq_clear(x);
    mpq_clear(y);
    return c;
}

bool rational_is_zero(const struct rational *r)
{
    return r->big ? mpq_sgn(r->q) == 0 : r->num == 0;
}

/* --- as text --- */

static char *to_arena(struct arena *a, char *gmp_string)
{
    char *s = arena_strdup(a, gmp_string);
    void (*gmp_free)(void *, size_t);
    mp_get_memory_functions(NULL, NULL, &gmp_free);
    gmp_free(gmp_string, strlen(gmp_string) + 1);
    return s;
}

/* |n| * 10^digits / d, rounded half up. */
static void scaled_quotient(mpz_t out, const mpq_t q, int digits, bool *exact)
{
    mpz_t rest;
    mpz_init(rest);
    mpz_ui_pow_ui(out, 10, (unsigned long)digits);
    mpz_mul(out, out, mpq_numref(q));
    mpz_abs(out, out);
    mpz_tdiv_qr(out, rest, out, mpq_denref(q));
    *exact = mpz_sgn(rest) == 0;
    mpz_mul_2exp(rest, rest, 1);
    if (mpz_cmp(rest, mpq_denref(q)) >= 0)
        mpz_add_ui(out, out, 1);
    mpz_clear(rest);
}

static char *big_quotient(struct arena *a, const struct rational *r, int digits, bool *exact)
{
    mpq_t q;
    mpz_t n;
    open_copy(q, r);
    mpz_init(n);
    scaled_quotient(n, q, digits, exact);
    char *s = to_arena(a, mpz_get_str(NULL, 10, n));
    mpz_clear(n);
    mpq_clear(q);
    return s;
}

/* The same in words; false when it takes more. */
static bool small_quotient(const struct rational *r, int digits, uint64_t *out, bool *exact)
{
    uwide n = magnitude(r->num), den = (uwide)r->den;
    if (r->big || digits > 18)
        return false;
    for (int i = 0; i < digits; i++)
        n *= 10;
    uwide whole = n / den, rest = n % den;
    *exact = rest == 0;
    whole += rest * 2 >= den;
    *out = (uint64_t)whole;
    return whole <= UINT64_MAX;
}

char *rational_decimal(struct arena *a, const struct rational *r, int digits, bool *exact)
{
    char word[24];
    bool is_exact, negative = r->big ? mpq_sgn(r->q) < 0 : r->num < 0;
    uint64_t quotient;
    const char *s = word;
    if (small_quotient(r, digits, &quotient, &is_exact))
        snprintf(word, sizeof word, "%" PRIu64, quotient);
    else
        s = big_quotient(a, r, digits, &is_exact);
    if (exact)
        *exact = is_exact;
    size_t n = strlen(s), point = (size_t)digits, pad = n <= point ? point + 1 - n : 0;
    negative = negative && strcmp(s, "0") != 0;
    char *out = arena_alloc(a, negative + pad + n + 2), *p = out;
    if (negative)
        *p++ = '-';
    for (size_t i = 0; i < pad + n; i++) {
        if (point && i == pad + n - point)
            *p++ = '.';
        *p++ = i < pad ? '0' : s[i - pad];
    }
    return out;
}

char *rational_text(struct arena *a, const struct rational *r)
{
    if (r->big)
        return to_arena(a, mpq_get_str(NULL, 10, r->q));
    if (r->den == 1)
        return arena_printf(a, "%" PRId64, r->num);
    return arena_printf(a, "%" PRId64 "/%" PRId64, r->num, r->den);
}
