/* row_space.h - what sums of unknown amounts tell of them together.
 *
 * A form is a sum of unknowns, each with a coefficient; its value is known.  Whoever knows the
 * values of several forms can add multiples of them: the space that the forms span.  They tell of
 * a set of unknowns when a sum of some of these alone is in that space.  The forms are kept reduced
 * (Gauss-Jordan), modulo the prime 2^61 - 1 instead of as fractions of unbounded size: coefficients
 * are shares of contributions, exact and small, so that what holds modulo the prime holds.
 * Everything lives in the arena given.
 */
#ifndef ACCORD_MODEL_ROW_SPACE_H
#define ACCORD_MODEL_ROW_SPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct row_space;

/* forms: at most so many will be added */
struct row_space *row_space_new(struct arena *a, size_t unknowns, size_t forms);
/* num / den as a coefficient; den > 0, and neither a multiple of the prime. */
uint64_t row_space_share(int64_t num, int64_t den);
/* A form, by its coefficients, one an unknown; form is a number of the caller's, to name it by. */
void row_space_add(struct row_space *s, const uint64_t *coefficient, size_t form);
/* The forms, in the order added, that together tell of a set of unknowns; 0 when none do.  Valid
 * until the next call. */
size_t row_space_tells(struct row_space *s, const size_t *unknown, size_t n,
                       const size_t **form);

#endif
