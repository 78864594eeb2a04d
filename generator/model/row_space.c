/* row_space.c - what sums of unknown amounts tell of them together. */
#include "model/row_space.h"

#include "base/arena.h"

#include <string.h>

__extension__ typedef unsigned __int128 wide;

static const uint64_t prime = (UINT64_C(1) << 61) - 1;

/* A row is a sum of multiples of forms: its coefficients by unknown, then those multiples. */
struct row_space {
    struct arena *a;
    size_t unknowns, width;
    uint64_t **row;      /* by pivot, an unknown that is 1 in this row and in no other; NULL */
    size_t *kept;        /* numbers of the forms that said something new */
    size_t kept_n;
    uint64_t *spare;     /* a row to be reduced */
    bool *in_set;        /* by unknown */
    size_t *form;
};

/* --- arithmetic modulo the prime --- */

static uint64_t times(uint64_t a, uint64_t b)
{
    wide product = (wide)a * b;
    uint64_t sum = (uint64_t)(product & prime) + (uint64_t)(product >> 61);
    return sum >= prime ? sum - prime : sum;
}

static uint64_t minus(uint64_t a, uint64_t b)
{
    return a >= b ? a - b : a + prime - b;
}

/* By Fermat: a to the power of the prime less two. */
static uint64_t inverse(uint64_t a)
{
    uint64_t result = 1;
    for (uint64_t power = prime - 2; power; power >>= 1) {
        if (power & 1)
            result = times(result, a);
        a = times(a, a);
    }
    return result;
}

uint64_t row_space_share(int64_t num, int64_t den)
{
    uint64_t size = (num < 0 ? 0 - (uint64_t)num : (uint64_t)num) % prime;
    uint64_t share = times(size, inverse((uint64_t)den % prime));
    return num < 0 ? minus(0, share) : share;
}

/* --- rows --- */

/* Takes so much of another row, whose pivot it is, that the unknown falls out. */
static void clear(const struct row_space *s, uint64_t *row, const uint64_t *other, size_t unknown)
{
    uint64_t factor = row[unknown];
    for (size_t i = 0; factor && i < s->width; i++)
        if (other[i])
            row[i] = minus(row[i], times(other[i], factor));
}

static void scale(const struct row_space *s, uint64_t *row, size_t pivot)
{
    uint64_t factor = inverse(row[pivot]);
    for (size_t i = 0; i < s->width; i++)
        row[i] = times(row[i], factor);
}

static uint64_t *new_row(const struct row_space *s, const uint64_t *row)
{
    uint64_t *copy = ARENA_ARRAY(s->a, uint64_t, s->width);
    if (row)
        memcpy(copy, row, s->width * sizeof *copy);
    return copy;
}

struct row_space *row_space_new(struct arena *a, size_t unknowns, size_t forms)
{
    struct row_space *s = ARENA_NEW(a, struct row_space);
    size_t most = forms < unknowns ? forms : unknowns;
    *s = (struct row_space){.a = a, .unknowns = unknowns, .width = unknowns + most};
    s->row = ARENA_ARRAY(a, uint64_t *, unknowns);
    s->kept = ARENA_ARRAY(a, size_t, most);
    s->form = ARENA_ARRAY(a, size_t, most);
    s->in_set = ARENA_ARRAY(a, bool, unknowns);
    s->spare = new_row(s, NULL);
    return s;
}

void row_space_add(struct row_space *s, const uint64_t *coefficient, size_t form)
{
    size_t pivot = 0;
    memset(s->spare, 0, s->width * sizeof *s->spare);
    memcpy(s->spare, coefficient, s->unknowns * sizeof *s->spare);
    if (s->kept_n < s->width - s->unknowns)
        s->spare[s->unknowns + s->kept_n] = 1;
    for (size_t i = 0; i < s->unknowns; i++)
        if (s->row[i])
            clear(s, s->spare, s->row[i], i);
    while (pivot < s->unknowns && !s->spare[pivot])
        pivot++;
    if (pivot == s->unknowns)
        return; /* it follows from the others */
    scale(s, s->spare, pivot);
    for (size_t i = 0; i < s->unknowns; i++)
        if (s->row[i])
            clear(s, s->row[i], s->spare, pivot);
    s->row[pivot] = new_row(s, s->spare);
    s->kept[s->kept_n++] = form;
}

/* --- what is told --- */

/* The first unknown outside the set that is in the row; unknowns = none. */
static size_t outside(const struct row_space *s, const uint64_t *row)
{
    size_t i = 0;
    while (i < s->unknowns && (s->in_set[i] || !row[i]))
        i++;
    return i;
}

/* A row that holds unknowns of the set alone can only be made of those whose pivots are in it: no
 * other row could take a pivot away.  What is outside the set is cleared from them, one by one. */
static const uint64_t *inside_only(const struct row_space *s, const size_t *unknown, size_t n)
{
    uint64_t **row = ARENA_ARRAY(s->a, uint64_t *, n);
    size_t rows = 0;
    for (size_t i = 0; i < n; i++)
        if (s->row[unknown[i]])
            row[rows++] = s->row[unknown[i]];
    for (size_t i = 0; i < rows; i++) {
        size_t next = outside(s, row[i]);
        if (next == s->unknowns)
            return row[i];
        row[i] = new_row(s, row[i]);
        scale(s, row[i], next);
        for (size_t k = i + 1; k < rows; k++) {
            row[k] = new_row(s, row[k]);
            clear(s, row[k], row[i], next);
        }
    }
    return NULL;
}

size_t row_space_tells(struct row_space *s, const size_t *unknown, size_t n,
                       const size_t **form)
{
    size_t forms = 0;
    for (size_t i = 0; i < n; i++)
        s->in_set[unknown[i]] = true;
    const uint64_t *row = inside_only(s, unknown, n);
    for (size_t i = 0; row && i < s->kept_n; i++)
        if (row[s->unknowns + i])
            s->form[forms++] = s->kept[i];
    for (size_t i = 0; i < n; i++)
        s->in_set[unknown[i]] = false;
    *form = s->form;
    return forms;
}
