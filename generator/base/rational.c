#include "base/rational.h"

#include "base/arena.h"

#include <gmp.h>
#include <string.h>

struct rational {
    mpq_t q;
};

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

_Static_assert(sizeof(long) >= sizeof(int64_t), "mpz_set_si takes a long");

struct rational *rational_new(struct arena *a, int64_t num, int64_t den)
{
    struct rational *r = ARENA_NEW(a, struct rational);
    mpq_init(r->q);
    arena_defer(a, clear, r);
    set(r->q, num, den);
    return r;
}

void rational_add_fraction(struct rational *r, int64_t num, int64_t den)
{
    mpq_t q;
    mpq_init(q);
    set(q, num, den);
    mpq_add(r->q, r->q, q);
    mpq_clear(q);
}

struct rational *rational_difference(struct arena *a, const struct rational *x,
                                     const struct rational *y)
{
    struct rational *r = rational_new(a, 0, 1);
    mpq_sub(r->q, x->q, y->q);
    return r;
}

int rational_cmp(const struct rational *a, const struct rational *b)
{
    return mpq_cmp(a->q, b->q);
}

bool rational_is_zero(const struct rational *r)
{
    return mpq_sgn(r->q) == 0;
}

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
    if (exact)
        *exact = mpz_sgn(rest) == 0;
    mpz_mul_2exp(rest, rest, 1);
    if (mpz_cmp(rest, mpq_denref(q)) >= 0)
        mpz_add_ui(out, out, 1);
    mpz_clear(rest);
}

char *rational_decimal(struct arena *a, const struct rational *r, int digits, bool *exact)
{
    mpz_t n;
    mpz_init(n);
    scaled_quotient(n, r->q, digits, exact);
    const char *sign = mpq_sgn(r->q) < 0 && mpz_sgn(n) ? "-" : "";
    char *s = to_arena(a, mpz_get_str(NULL, 10, n));
    mpz_clear(n);
    size_t len = strlen(s), want = (size_t)digits + 1;
    if (len < want) {
        char *padded = arena_alloc(a, want + 1);
        memset(padded, '0', want - len);
        memcpy(padded + want - len, s, len);
        s = padded;
        len = want;
    }
    int whole = (int)(len - (size_t)digits);
    if (digits == 0)
        return arena_printf(a, "%s%s", sign, s);
    return arena_printf(a, "%s%.*s.%s", sign, whole, s, s + whole);
}

char *rational_text(struct arena *a, const struct rational *r)
{
    return to_arena(a, mpq_get_str(NULL, 10, r->q));
}
