#include "model/model_parts.h"

#include <stdlib.h>
#include <string.h>

__extension__ typedef __int128 wide;

#define WIDE_MAX ((((wide)1 << 126) - 1) * 2 + 1)

struct rates {
    const struct rate **rate; /* by currency code, then date, then as read */
    size_t n;
};

static int compare_rates(const void *pa, const void *pb)
{
    const struct rate *a = *(const struct rate *const *)pa, *b = *(const struct rate *const *)pb;
    int c = strcmp(a->currency->code, b->currency->code);
    if (c == 0)
        c = date_cmp(a->from, b->from);
    return c ? c : a < b ? -1 : a > b; /* one array: the order of reading */
}

struct rates *rates_index(struct arena *a, const struct records *r)
{
    struct rates *x = ARENA_NEW(a, struct rates);
    x->rate = ARENA_ARRAY(a, const struct rate *, r->rate_n);
    for (size_t i = 0; i < r->rate_n; i++)
        if (r->rate[i].currency && r->rate[i].units_per_usd.mantissa > 0)
            x->rate[x->n++] = &r->rate[i];
    qsort(x->rate, x->n, sizeof *x->rate, compare_rates);
    return x;
}

/* The number of rates that stand before (currency, on] in the order of the index. */
static size_t upper_bound(const struct rates *x, const char *currency, struct date on)
{
    size_t low = 0, high = x->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int c = strcmp(x->rate[mid]->currency->code, currency);
        if (c < 0 || (c == 0 && date_cmp(x->rate[mid]->from, on) <= 0))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static const struct rate *of_currency(const struct rates *x, size_t i, const char *currency)
{
    return i < x->n && strcmp(x->rate[i]->currency->code, currency) == 0 ? x->rate[i] : NULL;
}

const struct rate *rates_on(const struct rates *x, const char *currency, struct date on,
                            const struct rate **later)
{
    size_t i = upper_bound(x, currency, on);
    *later = of_currency(x, i, currency);
    return i ? of_currency(x, i - 1, currency) : NULL;
}

/* amount / 10^digits units, at units_per_usd units for one USD, times 100 cents. */
bool rates_to_cents(int64_t amount, int digits, struct decimal units_per_usd, int64_t *cents)
{
    wide num = (wide)decimal_pow10(units_per_usd.scale) * 100;
    wide den = (wide)units_per_usd.mantissa * decimal_pow10(digits);
    wide size = amount < 0 ? -(wide)amount : amount;
    wide common = (wide)decimal_gcd((decimal_wide)num, (decimal_wide)den);
    num /= common;
    den /= common;
    if (size > WIDE_MAX / num)
        return false;
    wide q = size * num / den, rest = size * num % den;
    q += rest >= den - rest;
    if (q > RATES_CENTS_MAX)
        return false;
    *cents = (int64_t)(amount < 0 ? -q : q);
    return true;
}
