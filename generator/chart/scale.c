#include "chart/scale.h"

#include "base/decimal.h"

/* How many multiples of step lie in [lo, hi], 0 included. */
static uint64_t count(int64_t lo, int64_t hi, int64_t step)
{
    return (uint64_t)(hi / step) + (uint64_t)(-(lo / step)) + 1;
}

struct ticks scale_ticks(int64_t lo, int64_t hi, size_t wanted, int64_t finest)
{
    static const int64_t nice[] = {1, 2, 5};
    struct ticks t = {.step = finest > 0 ? finest : 1};
    int64_t power = 1;
    int64_t finest_step = t.step;
    size_t k = 0;

    lo = lo > 0 ? 0 : lo < -INT64_MAX ? -INT64_MAX : lo;
    hi = hi < 0 ? 0 : hi;
    wanted = wanted < 2 ? 2 : wanted > SCALE_TICKS_MAX ? SCALE_TICKS_MAX : wanted;
    while (count(lo, hi, t.step) > wanted) {
        if (++k == 3) {
            k = 0;
            power *= 10;
        }
        if (power > INT64_MAX / 10 ||
            !decimal_mul_div(finest_step, nice[k] * power, 1, &t.step)) {
            t.n = 1; /* no such step fits a machine word: the baseline alone */
            return t;
        }
    }
    for (int64_t i = lo / t.step; i <= hi / t.step && t.n < SCALE_TICKS_MAX; i++)
        t.at[t.n++] = i * t.step;
    return t;
}

int32_t scale_length(struct scale s, int64_t value)
{
    int64_t length;

    if (s.den <= 0)
        return 0;
    if (!decimal_mul_div(value, s.num, s.den, &length))
        return value < 0 ? INT32_MIN / 2 : INT32_MAX / 2;
    if (length > INT32_MAX / 2)
        return INT32_MAX / 2;
    if (length < INT32_MIN / 2)
        return INT32_MIN / 2;
    return (int32_t)length;
}

bool scale_is_smaller(struct scale a, struct scale b)
{
    __extension__ typedef __int128 wide;

    return (wide)a.num * b.den < (wide)b.num * a.den;
}

int64_t scale_log(int64_t value)
{
    __extension__ typedef unsigned __int128 wide;
    enum { BITS = 20 };
    int whole = 62;
    uint64_t x = value > 0 ? (uint64_t)value : 1;

    for (; x < (uint64_t)1 << 62; x <<= 1)
        whole--;
    int64_t log = whole;
    for (int i = 0; i < BITS; i++) {
        x = (uint64_t)((wide)x * x >> 62);
        log <<= 1;
        if (x >= (uint64_t)1 << 63) {
            x >>= 1;
            log |= 1;
        }
    }
    return log;
}
