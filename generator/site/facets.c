/* facets.c - what the rows of a table can be filtered by, from their keys ("region:AFR").
 *
 * A facet is offered when its rows differ in it, and the table is too long to take in at
 * once.  Its values stand in the order of their vocabulary; years newest first.
 */
#include "site/site_room.h"

#include <stdlib.h>
#include <string.h>

static const struct facet_row {
    const char *key, *word; /* word: of strings/<lang>.yaml */
    int vocab;              /* enum vocab_kind; -1: values are years */
} facet_table[] = {
    {"year", "year", -1},
    {"region", "region", VOCAB_REGIONS},
    {"priority", "priority", VOCAB_PRIORITIES},
    {"kind", "agreement_kind", VOCAB_KINDS},
    {"type", "partner_type", VOCAB_PARTNER_TYPES},
};
enum { ROWS_AT_A_GLANCE = 12 };
enum { FACETS = sizeof facet_table / sizeof *facet_table };

struct options {
    struct option_value *p;
    size_t n, cap;
};

/* Collects the values of all facets that rows have: "region:AFR" -> itself. */
static void collect(struct page_build *p, const struct view_table *t, struct map *seen)
{
    for (size_t i = 0; i < t->rows; i++) {
        const char *s = t->row[i].filter;
        while (s && *s) {
            size_t n = strcspn(s, " ");
            char *key = arena_strndup(p->arena, s, n);
            if (n && !map_has(seen, key))
                map_set(seen, key, key);
            s += n;
            s += *s == ' ';
        }
    }
}

static void push_option(struct page_build *p, struct options *list, const char *value,
                        const char *label)
{
    struct option_value v = {.value = value, .label = words_of(p, label, NULL)};

    VEC_PUSH(p->arena, list, v);
}

static int newest_first(const void *a, const void *b)
{
    return strcmp(*(const char *const *)b, *(const char *const *)a);
}

static void year_options(struct page_build *p, const struct map *seen, struct options *list)
{
    const char **year = ARENA_ARRAY(p->arena, const char *, seen->n + 1);
    size_t n = 0;

    for (size_t i = 0; i < seen->n; i++)
        if (strncmp(seen->item[i].key, "year:", 5) == 0)
            year[n++] = seen->item[i].key + 5;
    qsort(year, n, sizeof *year, newest_first);
    for (size_t i = 0; i < n; i++)
        push_option(p, list, arena_printf(p->arena, "year:%s", year[i]), year[i]);
}

static void vocab_options(struct page_build *p, const struct facet_row *f, const struct map *seen,
                          struct options *list)
{
    const struct vocab *vocab = &p->site->records->vocab[f->vocab];

    for (size_t i = 0; i < vocab->n; i++) {
        const char *key = arena_printf(p->arena, "%s:%s", f->key, vocab->entry[i].id);
        if (map_has(seen, key))
            push_option(p, list, key, views_label(p->edition->views, &vocab->entry[i]));
    }
    const char *none = arena_printf(p->arena, "%s:unassigned", f->key);
    if (map_has(seen, none))
        push_option(p, list, none, views_label(p->edition->views, NULL));
}

struct value facets_of(struct page_build *p, const struct view_table *t)
{
    VEC(struct facet_value) facets = {0};
    struct map seen;

    map_init(&seen, p->arena);
    if (t->rows > ROWS_AT_A_GLANCE)
        collect(p, t, &seen);
    for (size_t i = 0; i < FACETS && seen.n; i++) {
        const struct facet_row *f = &facet_table[i];
        struct options options = {0};
        if (f->vocab < 0)
            year_options(p, &seen, &options);
        else
            vocab_options(p, f, &seen, &options);
        if (options.n < 2)
            continue;
        struct facet_value v = {
            .facet = f->key,
            .label = views_word(p->edition->views, f->word, NULL),
            .options = SHAPES_ARRAY(p->arena, option, options.p, options.n),
        };
        VEC_PUSH(p->arena, &facets, v);
    }
    return SHAPES_ARRAY(p->arena, facet, facets.p, facets.n);
}
