#include "template/template.h"

#include "template/template_node.h"

/* Nesting is limited when a template is parsed. */
static void walk(const struct template *t, const struct node *n,
                 const struct template_section *section,
                 void (*each)(void *ctx, const struct template_name *name), void *ctx)
{
    for (; n; n = n->next) {
        bool asks = n->kind == NODE_VALUE || n->kind == NODE_SECTION ||
                    n->kind == NODE_INVERTED || (n->kind == NODE_PARTIAL && n->dynamic);
        struct template_section inner = {section, n->name};
        if (asks)
            each(ctx, &(struct template_name){.place = {t->src, n->line, n->col, n->name_len},
                                              .name = n->name,
                                              .raw = n->kind == NODE_VALUE && n->raw,
                                              .section = section});
        walk(t, n->child, n->kind == NODE_SECTION ? &inner : section, each, ctx);
    }
}

void template_names(const struct template *t,
                    void (*each)(void *ctx, const struct template_name *name), void *ctx)
{
    walk(t, t->first, NULL, each, ctx);
}
