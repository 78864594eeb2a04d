/* Decimals, dates, numbers of YAML: what is read prints as it was written, and arithmetic is exact. */
#include "kit.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/rational.h"
#include "input/input_room.h"
#include "locale/locale.h"

__extension__ typedef __int128 wide;

static void decimals(struct arena *a, const char *s)
{
    struct decimal d, again;
    if (decimal_parse(s, &d) != DECIMAL_OK)
        return;
    HOLDS(d.scale >= 0 && d.scale <= DECIMAL_SCALE_MAX);
    const char *text = decimal_text(a, d.mantissa, d.scale);
    HOLDS(decimal_parse(text, &again) == DECIMAL_OK);
    HOLDS(again.mantissa == d.mantissa && again.scale == d.scale);
    for (int scale = 0; scale <= DECIMAL_SCALE_MAX; scale++) {
        int64_t n;
        if (!decimal_rescale(d, scale, &n))
            continue;
        wide is = n, was = d.mantissa;
        HOLDS(scale >= d.scale ? is == was * decimal_pow10(scale - d.scale)
                               : is * decimal_pow10(d.scale - scale) == was);
    }
    /* digits are the same in all languages, whatever stands between them */
    static struct locale *locale;
    locale = locale ? locale : locale_open(arena_new(), "es");
    const char *shown = locale_number(a, locale, text);
    size_t digits = 0;
    for (const char *p = text; *p; p++)
        digits += *p >= '0' && *p <= '9';
    for (const char *p = shown; *p; p++)
        digits -= *p >= '0' && *p <= '9';
    HOLDS(digits == 0);
    HOLDS(locale_number_mark(locale, shown) <= strlen(shown));
}

static void dates(const char *s)
{
    struct date d, again;
    char text[16];
    if (date_parse(s, &d) != DATE_OK)
        return;
    date_format(d, text);
    SAME(text, s);
    HOLDS(date_parse(text, &again) == DATE_OK && date_cmp(d, again) == 0);
    HOLDS(d.day >= 1 && d.day <= date_month_days(d.year, d.month));
}

static void numbers(struct arena *a, const char *s)
{
    const char *text = number_text(a, s);
    if (!text)
        return;
    struct value *v = value_number(a, text);
    SAME(value_text(value_number(a, value_text(v))), value_text(v));
}

static int64_t half_away(wide n, wide den)
{
    wide twice = 2 * (n < 0 ? -n : n) + den;
    wide q = twice / (2 * den);
    return (int64_t)(n < 0 ? -q : q);
}

static void arithmetic(struct arena *a, struct kit_bytes *in)
{
    int64_t x = kit_int64(in), y = kit_int64(in), den = kit_int64(in), out;
    den = den < 0 ? -(den / 2) : den;
    den += den == 0;
    if (decimal_mul_div(x, y, den, &out))
        HOLDS(out == half_away((wide)x * y, den));
    if (x != INT64_MIN)
        HOLDS(decimal_div_round(x, den) == half_away(x, den));
    if (decimal_add(x, y, &out))
        HOLDS((wide)out == (wide)x + y);
    else
        HOLDS((wide)x + y > INT64_MAX || (wide)x + y < INT64_MIN);
    /* in lowest terms, and back */
    if (x != INT64_MIN) {
        struct rational *r = rational_new(a, x, den), *zero = rational_new(a, 0, 1);
        rational_add_fraction(zero, x, den);
        HOLDS(rational_cmp(r, zero) == 0);
        HOLDS(rational_is_zero(rational_difference(a, r, zero)));
    }
}

static void shares(struct kit_bytes *in)
{
    enum { MOST = 12 };
    int64_t weight[MOST], share[MOST], sum = 0, weights = 0;
    int64_t total = kit_int64(in);
    size_t n = 1 + kit_below(in, MOST);
    total = total == INT64_MIN ? 0 : total;
    for (size_t i = 0; i < n; i++) {
        weight[i] = kit_byte(in) % 4 ? (int64_t)(kit_int64(in) >> kit_byte(in) % 64 & INT32_MAX) : 0;
        weights += weight[i];
    }
    if (!weights)
        return;
    decimal_share(total, weight, n, share);
    for (size_t i = 0; i < n; i++) {
        HOLDS(weight[i] || !share[i]);
        HOLDS(total < 0 ? share[i] <= 0 : share[i] >= 0);
        wide exact = (wide)total * weight[i], got = (wide)share[i] * weights;
        HOLDS(got - exact < weights && exact - got < weights); /* less than one away */
        sum += share[i];
    }
    HOLDS(sum == total);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    const char *s = kit_utf8(a, data, size);
    struct kit_bytes in = {data, size};
    decimals(a, s);
    dates(s);
    numbers(a, s);
    arithmetic(a, &in);
    shares(&in);
    return 0;
}
