/* scale.h - from values to lengths, in whole numbers: linear scales and their ticks. */
#ifndef ACCORD_CHART_SCALE_H
#define ACCORD_CHART_SCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCALE_TICKS_MAX = 16 };

struct ticks {
    int64_t step;
    int64_t at[SCALE_TICKS_MAX]; /* ascending multiples of step within the range, with 0 */
    size_t n;
};

/* Ticks at multiples of the smallest 1, 2 or 5 times a power of ten that gives at most wanted
 * of them on [lo, hi] (lo <= 0 <= hi, wanted from 2 to SCALE_TICKS_MAX) and is a multiple of
 * finest.  An empty range has the one tick 0. */
struct ticks scale_ticks(int64_t lo, int64_t hi, size_t wanted, int64_t finest);

/* A length per value, as a fraction: value * num / den, rounded half away from zero. */
struct scale {
    int64_t num, den;
};
/* The length of a value; saturates where it would not fit. */
int32_t scale_length(struct scale s, int64_t value);
/* The logarithm of a value above zero to base 2, in 1/2^20, rounded down (bit by bit, by squaring:
 * Knuth, The Art of Computer Programming 1, 1.2.2, exercise 25). */
int64_t scale_log(int64_t value);
/* True when a gives shorter lengths than b. */
bool scale_is_smaller(struct scale a, struct scale b);

#endif
