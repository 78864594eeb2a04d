#include "base/map.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

/* FNV-1a, 64 bit, folded. */
struct map_key map_key(const char *s, size_t n)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)s[i]) * 1099511628211u;
    return (struct map_key){s, n, (uint32_t)(h ^ h >> 32)};
}

void map_init(struct map *m, struct arena *a)
{
    *m = (struct map){.arena = a};
}

static bool is_key(const struct map_item *it, const struct map_key *key)
{
    return it->len == key->n && (key->n == 0 || memcmp(it->key, key->s, key->n) == 0);
}

static size_t find_slot(const struct map *m, const struct map_key *key)
{
    size_t i = key->hash & (m->slots - 1);
    for (; m->slot[i].index; i = (i + 1) & (m->slots - 1)) {
        if (m->slot[i].hash == key->hash && is_key(&m->item[m->slot[i].index - 1], key))
            break;
    }
    return i;
}

static void fill_slot(struct map *m, size_t index)
{
    struct map_key key = {m->item[index].key, m->item[index].len, m->hash[index]};
    m->slot[find_slot(m, &key)] = (struct map_slot){(uint32_t)index + 1, key.hash};
}

static void rehash(struct map *m, size_t slots)
{
    if (slots > UINT32_MAX)
        mem_die();
    m->slots = slots;
    m->slot = ARENA_ARRAY(m->arena, struct map_slot, slots);
    for (size_t i = 0; i < m->n; i++)
        fill_slot(m, i);
}

enum { FEW = 16 }; /* keys that are looked through one by one: most maps have no more */

static struct map_item *find_among_few(const struct map *m, const struct map_key *key)
{
    for (size_t i = 0; i < m->n; i++)
        if (m->hash[i] == key->hash && is_key(&m->item[i], key))
            return &m->item[i];
    return NULL;
}

static struct map_item *find(const struct map *m, const struct map_key *key)
{
    if (m->slots == 0)
        return find_among_few(m, key);
    size_t s = m->slot[find_slot(m, key)].index;
    return s ? &m->item[s - 1] : NULL;
}

void *map_get_key(const struct map *m, const struct map_key *key)
{
    struct map_item *it = find(m, key);
    return it ? it->value : NULL;
}

void *map_get_n(const struct map *m, const char *s, size_t n)
{
    struct map_key key = map_key(s, n);
    return map_get_key(m, &key);
}

void *map_get(const struct map *m, const char *key)
{
    return map_get_n(m, key, strlen(key));
}

bool map_has(const struct map *m, const char *s)
{
    struct map_key key = map_key(s, strlen(s));
    return find(m, &key) != NULL;
}

static void grow(struct map *m)
{
    size_t cap = m->cap ? m->cap * 2 : 8;
    m->item = arena_grow(m->arena, m->item, m->n * sizeof *m->item, cap * sizeof *m->item);
    m->hash = arena_grow(m->arena, m->hash, m->n * sizeof *m->hash, cap * sizeof *m->hash);
    m->cap = cap;
}

void map_set(struct map *m, const char *s, void *value)
{
    struct map_key key = map_key(s, strlen(s));
    struct map_item *it = find(m, &key);
    if (it) {
        it->value = value;
        return;
    }
    if (m->n == m->cap)
        grow(m);
    m->hash[m->n] = key.hash;
    m->item[m->n++] = (struct map_item){arena_strndup(m->arena, s, key.n), value, key.n};
    if (m->n > FEW && m->n * 2 > m->slots)
        rehash(m, m->slots ? m->slots * 2 : (size_t)4 * FEW);
    else if (m->slots)
        fill_slot(m, m->n - 1);
}

/* --- the nearest word --- */

enum { NEAREST_MAX = 64 }; /* bytes: a bit each; longer words are far */

struct nearest {
    const char *word;
    size_t distance;       /* only less than this is nearer */
    size_t n;              /* bytes of the word looked for */
    uint64_t at[256];      /* where it has each byte */
};

/* Restricted Damerau-Levenshtein distance over bytes, a column of the table at once: Hyyrö, "A Bit-Vector
 * Algorithm for Computing Levenshtein and Damerau Edit Distances", Nordic Journal of Computing 10 (2003).  A
 * misspelt word is held against every known one, and there may be thousands of both: what cannot be nearer
 * any more is left at once. */
static size_t distance(const struct nearest *to, const char *word, size_t len)
{
    uint64_t up = ~UINT64_C(0), down = 0, same = 0, before = 0; /* down a column: one more, one less */
    size_t d = to->n;
    if (to->n == 0)
        return len;
    for (size_t i = 0; i < len; i++) {
        uint64_t here = to->at[(unsigned char)word[i]];
        uint64_t swapped = (~same & here) << 1 & before;
        same = (((here & up) + up) ^ up) | here | down | swapped;
        uint64_t more = down | ~(same | up), less = same & up;
        d += more >> (to->n - 1) & 1;
        d -= less >> (to->n - 1) & 1;
        more = more << 1 | 1;
        up = less << 1 | ~(same | more);
        down = more & same;
        before = here;
        if (d >= to->distance + (len - i - 1)) /* each byte that is left can make it one nearer */
            return SIZE_MAX;
    }
    return d;
}

static void consider(struct nearest *best, const char *word, size_t len)
{
    size_t apart = len > best->n ? len - best->n : best->n - len;
    if (apart >= best->distance || len > NEAREST_MAX || best->n > NEAREST_MAX)
        return;
    size_t d = distance(best, word, len);
    if (d < best->distance) {
        best->word = word;
        best->distance = d;
    }
}

static struct nearest nearest_start(const char *s)
{
    struct nearest best = {.n = strlen(s)};
    best.distance = (best.n / 3 ? best.n / 3 : 1) + 1;
    for (size_t i = 0; i < best.n && i < NEAREST_MAX; i++)
        best.at[(unsigned char)s[i]] |= UINT64_C(1) << i;
    return best;
}

const char *map_nearest(const struct map *m, const char *s)
{
    struct nearest best = nearest_start(s);
    for (size_t i = 0; i < m->n; i++)
        consider(&best, m->item[i].key, m->item[i].len);
    return best.word;
}

const char *nearest_of(const char *const *list, const char *s)
{
    struct nearest best = nearest_start(s);
    for (; *list; list++)
        consider(&best, *list, strlen(*list));
    return best.word;
}
