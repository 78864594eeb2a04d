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

enum { NEAREST_MAX = 64 };

static size_t min3(size_t a, size_t b, size_t c)
{
    size_t m = a < b ? a : b;
    return m < c ? m : c;
}

/* Restricted Damerau-Levenshtein distance over bytes; words longer than NEAREST_MAX are far. */
static size_t distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    if (n > NEAREST_MAX || m > NEAREST_MAX)
        return SIZE_MAX;
    size_t d[3][NEAREST_MAX + 1];
    for (size_t j = 0; j <= m; j++)
        d[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *row = d[i % 3], *up = d[(i - 1) % 3], *up2 = d[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            row[j] = min3(up[j] + 1, row[j - 1] + 1, up[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                up2[j - 2] + 1 < row[j])
                row[j] = up2[j - 2] + 1;
        }
    }
    return d[n % 3][m];
}

struct nearest {
    const char *word;
    size_t distance;
};

static void consider(struct nearest *best, const char *word, const char *s)
{
    size_t d = distance(word, s);
    if (d < best->distance)
        *best = (struct nearest){word, d};
}

static struct nearest nearest_start(const char *s)
{
    size_t limit = strlen(s) / 3;
    return (struct nearest){NULL, (limit ? limit : 1) + 1};
}

const char *map_nearest(const struct map *m, const char *s)
{
    struct nearest best = nearest_start(s);
    for (size_t i = 0; i < m->n; i++)
        consider(&best, m->item[i].key, s);
    return best.word;
}

const char *nearest_of(const char *const *list, const char *s)
{
    struct nearest best = nearest_start(s);
    for (; *list; list++)
        consider(&best, *list, s);
    return best.word;
}
