/* decimal.h - exact decimals: money, rates, shares.  No binary floating point anywhere.
 *
 * A decimal is mantissa / 10^scale.  Money elsewhere is int64 in minor units (USD cents);
 * products use 128-bit intermediates.  Rounding is half away from zero, always.
 */
#ifndef ACCORD_BASE_DECIMAL_H
#define ACCORD_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { DECIMAL_SCALE_MAX = 18 };

struct decimal {
    int64_t mantissa;
    int scale; /* digits after the point, as written: 1.50 has scale 2 */
};

enum decimal_error { DECIMAL_OK, DECIMAL_SYNTAX, DECIMAL_TOO_LARGE };

/* A plain decimal: optional '-', digits, optionally '.' and digits; nothing else. */
enum decimal_error decimal_parse(const char *s, struct decimal *out);
/* d in units of 10^-scale, exactly; false when digits would be lost or it does not fit. */
bool decimal_rescale(struct decimal d, int scale, int64_t *out);

/* amount * num / den, rounded half away from zero; den > 0.  False when it does not fit. */
bool decimal_mul_div(int64_t amount, int64_t num, int64_t den, int64_t *out);
/* n / den, rounded half away from zero; den > 0. */
int64_t decimal_div_round(int64_t n, int64_t den);
/* minor / 10^digits as it is written plainly: "-12.50"; digits from 0 to 18. */
char *decimal_text(struct arena *a, int64_t minor, int digits);
int64_t decimal_pow10(int n); /* 0 <= n <= 18 */
/* The greatest common divisor (Euclid); of 0 and n it is n. */
__extension__ typedef unsigned __int128 decimal_wide;
decimal_wide decimal_gcd(decimal_wide a, decimal_wide b);
/* a + b; false when it does not fit. */
bool decimal_add(int64_t a, int64_t b, int64_t *out);

/* Shares a total by weights with the largest-remainder method (Hare quota), ties to the
 * earlier index; shares sum to total exactly.  Weights are >= 0 and not all 0; total may be
 * negative (shares are then those of -total, negated).  n at most 65535. */
void decimal_share(int64_t total, const int64_t *weights, size_t n, int64_t *shares);

#endif
