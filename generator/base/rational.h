/* rational.h - exact fractions of any size, on GMP: sums of fractional counts.
 *
 * An agreement that serves two regions counts 1/2 in each; sums over thousands of such
 * shares have denominators no machine word holds, and must still come out as whole numbers.
 * A rational lives in an arena and is changed in place.
 */
#ifndef ACCORD_BASE_RATIONAL_H
#define ACCORD_BASE_RATIONAL_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct rational;

struct rational *rational_new(struct arena *a, int64_t num, int64_t den); /* den > 0 */
void rational_add_fraction(struct rational *r, int64_t num, int64_t den); /* den > 0 */
struct rational *rational_difference(struct arena *a, const struct rational *x,
                                     const struct rational *y); /* x - y */
int rational_cmp(const struct rational *a, const struct rational *b);    /* <0, 0, >0 */
bool rational_is_zero(const struct rational *r);
/* The decimal with so many digits, rounded half away from zero: "16.5"; exact tells whether
 * nothing was rounded (may be NULL). */
char *rational_decimal(struct arena *a, const struct rational *r, int digits, bool *exact);
char *rational_text(struct arena *a, const struct rational *r); /* "33/2", "16" */

#endif
