/* layers.c - folders laid over each other. */
#include "input/input.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
    const struct input_file *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : (x->layer > y->layer) - (x->layer < y->layer);
}

static bool is_refused(const struct input_layers *layers, const char *path)
{
    return layers->refused && map_has(layers->refused, path);
}

struct input_layered input_layers_files(struct arena *a, struct diags *d,
                                        const struct input_layers *layers, const char *sub,
                                        const char *suffix)
{
    VEC(struct input_file) list = {0};
    for (size_t i = 0; i < layers->n; i++) {
        const char *dir = *sub ? arena_printf(a, "%s/%s", layers->dir[i], sub) : layers->dir[i];
        struct input_list names = {0};
        if (!is_refused(layers, dir))
            names = input_names(a, d, dir, suffix);
        for (size_t k = 0; k < names.n; k++) {
            struct input_file f = {.name = names.name[k], .layer = i};
            f.path = arena_printf(a, "%s/%s", dir, f.name);
            if (!is_refused(layers, f.path))
                VEC_PUSH(a, &list, f);
        }
    }
    if (list.n)
        qsort(list.p, list.n, sizeof *list.p, by_name);
    for (size_t i = 1; i < list.n; i++)
        list.p[i].covered = strcmp(list.p[i].name, list.p[i - 1].name) == 0;
    return (struct input_layered){list.p, list.n};
}
