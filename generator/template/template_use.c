/* template_use.c - what templates use of each other: partials, parents, blocks. */
#include "template/template.h"

#include "template/template_node.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"

static struct place name_place(const struct template *t, const struct node *n)
{
    return (struct place){t->src, n->line, n->col, n->name_len};
}

static bool uses_other(const struct node *n)
{
    return n->kind == NODE_PARTIAL || n->kind == NODE_PARENT;
}

/* --- partials and parents --- */

static void walk(const struct template *t, const struct node *n,
                 void (*each)(void *ctx, struct place place, const char *name), void *ctx)
{
    for (; n; n = n->next) {
        if (uses_other(n) && !n->dynamic)
            each(ctx, name_place(t, n), n->name);
        walk(t, n->child, each, ctx);
    }
}

void template_partials(const struct template *t,
                       void (*each)(void *ctx, struct place place, const char *name), void *ctx)
{
    walk(t, t->first, each, ctx);
}

/* --- blocks --- */

struct blocks { /* of a template and of all it is made of */
    const struct template_options *o;
    struct map seen, name;
    bool open; /* what it is made of depends on the data */
};

static void collect(struct blocks *b, const struct node *n, bool given);

static void collect_from(struct blocks *b, const char *name)
{
    const struct template *t = b->o->partial(b->o->ctx, name);
    if (map_has(&b->seen, name))
        return;
    map_set(&b->seen, name, NULL);
    b->open = b->open || !t; /* reported where it is used */
    if (t)
        collect(b, t->first, false);
}

static void collect(struct blocks *b, const struct node *n, bool given)
{
    for (; n; n = n->next) {
        if (n->kind == NODE_BLOCK && !given)
            map_set(&b->name, n->name, NULL);
        if (uses_other(n) && n->dynamic)
            b->open = true;
        else if (uses_other(n))
            collect_from(b, n->name);
        collect(b, n->child, n->kind == NODE_PARENT);
    }
}

static void check_parent(struct arena *a, const struct template *t, const struct node *parent,
                         const struct template_options *o, struct diags *d)
{
    struct blocks b = {.o = o};
    map_init(&b.seen, a);
    map_init(&b.name, a);
    collect_from(&b, parent->name);
    for (const struct node *n = parent->child; n && !b.open; n = n->next) {
        if (map_has(&b.name, n->name))
            continue;
        diag_report(d, DIAG_TEMPLATE_UNKNOWN_BLOCK, name_place(t, n), n->name, parent->name);
        const char *near = map_nearest(&b.name, n->name);
        if (near)
            diag_hint(d, HINT_DID_YOU_MEAN, near);
    }
}

static void check(struct arena *a, const struct template *t, const struct node *n,
                  const struct template_options *o, struct diags *d)
{
    for (; n; n = n->next) {
        if (n->kind == NODE_PARENT && !n->dynamic)
            check_parent(a, t, n, o, d);
        check(a, t, n->child, o, d);
    }
}

void template_check_blocks(struct arena *a, const struct template *t,
                           const struct template_options *options, struct diags *d)
{
    check(a, t, t->first, options, d);
}

/* --- loops --- */

/* Whether it is called whatever the data say: outside sections, and outside blocks, which others may be
 * given for.  depth: as deep as rendering goes. */
static bool comes_to(const struct template *from, const struct template *to, struct map *seen,
                     const struct template_options *o, int depth)
{
    for (const struct node *n = from->first; n && depth > 0; n = n->next) {
        if (!uses_other(n) || n->dynamic)
            continue;
        const struct template *t = o->partial(o->ctx, n->name);
        if (t == to)
            return true;
        if (!t || map_has(seen, n->name))
            continue;
        map_set(seen, n->name, NULL);
        if (comes_to(t, to, seen, o, depth - 1))
            return true;
    }
    return false;
}

void template_check_loops(struct arena *a, const struct template *t,
                          const struct template_options *options, struct diags *d)
{
    for (const struct node *n = t->first; n; n = n->next) {
        if (!uses_other(n) || n->dynamic)
            continue;
        const struct template *to = options->partial(options->ctx, n->name);
        struct map seen;
        map_init(&seen, a);
        if (to == t || (to && comes_to(to, t, &seen, options, TEMPLATE_DEPTH_MAX)))
            diag_report(d, DIAG_TEMPLATE_RECURSION, name_place(t, n),
                        arena_printf(a, "%d", TEMPLATE_DEPTH_MAX));
    }
}
