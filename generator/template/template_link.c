/* template_link.c - what names stand for, settled before rendering. */
#include "template/template.h"

#include "template/template_node.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/shape.h"

struct links {
    const struct map *templates;
    struct map number; /* name -> its shape_names.name */
    const struct shape_names *names;
};

static uint16_t number_of(const struct links *l, const struct map_key *name)
{
    const char *const *found = map_get_key(&l->number, name);
    return found ? (uint16_t)(found - l->names->name) : 0;
}

static void link(const struct links *l, struct node *n)
{
    for (; n; n = n->next) {
        for (size_t i = 0; i < n->parts; i++)
            n->part[i].number = number_of(l, &n->part[i].key);
        if ((n->kind == NODE_PARTIAL || n->kind == NODE_PARENT) && !n->dynamic)
            n->to = map_get(l->templates, n->name);
        link(l, n->child);
    }
}

void template_link(struct arena *a, const struct map *templates, const struct shape_names *names)
{
    struct links l = {.templates = templates, .names = names};
    map_init(&l.number, a);
    for (size_t i = 1; i < names->n; i++)
        map_set(&l.number, names->name[i], (void *)&names->name[i]);
    for (size_t i = 0; i < templates->n; i++)
        link(&l, ((const struct template *)templates->item[i].value)->first);
    for (size_t i = 0; i < templates->n; i++)
        template_compile(a, templates->item[i].value);
}
