#include "template/template.h"

#include "template/template_node.h"

/* Nesting is limited when a template is parsed. */
static void walk(const struct template *t, const struct node *n,
                 void (*each)(void *ctx, struct place place, const char *name), void *ctx)
{
    for (; n; n = n->next) {
        bool asks = n->kind == NODE_VALUE || n->kind == NODE_SECTION ||
                    n->kind == NODE_INVERTED || (n->kind == NODE_PARTIAL && n->dynamic);
        if (asks)
            each(ctx, (struct place){t->src, n->line, n->col, n->name_len}, n->name);
        walk(t, n->child, each, ctx);
    }
}

void template_names(const struct template *t,
                    void (*each)(void *ctx, struct place place, const char *name), void *ctx)
{
    walk(t, t->first, each, ctx);
}
