/* map.h - string keys to pointers, in an arena; walks in order of insertion, so that output
 * never depends on hashing.
 *
 * Keys are copied.  Values are the caller's and may be NULL only where map_has tells apart.
 */
#ifndef ACCORD_BASE_MAP_H
#define ACCORD_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A key made ready, for names that are looked for time and again. */
struct map_key {
    const char *s; /* not copied */
    size_t n;
    uint32_t hash;
};
struct map_key map_key(const char *s, size_t n);

struct map_item {
    const char *key;
    void *value;
    size_t len; /* of the key */
};

struct map_slot {
    uint32_t index; /* into item, plus 1; 0 = free */
    uint32_t hash;  /* of its key */
};

struct map {
    struct arena *arena;
    struct map_item *item; /* n items in insertion order */
    uint32_t *hash;        /* of their keys: what a search looks through first */
    size_t n, cap;
    struct map_slot *slot; /* open addressing; none while there are few keys */
    size_t slots;          /* a power of two */
};

void map_init(struct map *m, struct arena *a);
void *map_get(const struct map *m, const char *key); /* NULL when missing */
void *map_get_n(const struct map *m, const char *key, size_t key_len);
void *map_get_key(const struct map *m, const struct map_key *key);
bool map_has(const struct map *m, const char *key);
void map_set(struct map *m, const char *key, void *value); /* replaces in place */

/* The key nearest to s by edit distance with transpositions (Damerau, restricted), for
 * "did you mean"; NULL when none is near enough (a third of the length, at least 1). */
const char *map_nearest(const struct map *m, const char *s);
/* The same over a plain list that ends in NULL. */
const char *nearest_of(const char *const *list, const char *s);

#endif
