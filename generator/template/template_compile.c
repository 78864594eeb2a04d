/* template_compile.c - the tree of a template as steps. */
#include "template/template_node.h"

#include "base/arena.h"
#include "base/vec.h"

struct compiler {
    struct arena *arena;
    const struct source *src;
    VEC(struct step) steps; /* of the sequence at hand */
};

static const struct step *compile_sequence(struct compiler *c, struct node *first);

/* Whether nothing among these nodes can ask for {{.}}: what partials and blocks do, only rendering
 * tells. */
static bool is_light(const struct node *n)
{
    for (; n; n = n->next) {
        switch ((enum node_kind)n->kind) {
        case NODE_TEXT:
            break;
        case NODE_VALUE:
        case NODE_SECTION:
        case NODE_INVERTED:
            if (n->parts == 0 || !is_light(n->child))
                return false;
            break;
        case NODE_PARTIAL:
        case NODE_PARENT:
        case NODE_BLOCK:
            return false;
        }
    }
    return true;
}

static void add_text(struct compiler *c, const struct node *n)
{
    const char *text = c->src->text + n->from;
    if (n->len == 0) /* whitespace that turned out to go with a tag */
        return;
    struct step s = {.kind = STEP_TEXT,
                     .ends_line = text[n->len - 1] == '\n',
                     .u.text = text,
                     .len = n->len};
    VEC_PUSH(c->arena, &c->steps, s);
}

static void add_steps(struct compiler *c, struct node *n);

static void add_section(struct compiler *c, struct step begin, struct node *n)
{
    size_t at = c->steps.n;
    begin.kind = n->kind == NODE_SECTION ? STEP_IF : STEP_UNLESS;
    begin.light = is_light(n->child);
    VEC_PUSH(c->arena, &c->steps, begin);
    add_steps(c, n->child);
    if (n->kind == NODE_SECTION) {
        struct step end = {.kind = STEP_END, .jump = (uint32_t)(c->steps.n - at)};
        VEC_PUSH(c->arena, &c->steps, end);
    }
    c->steps.p[at].jump = (uint32_t)(c->steps.n - at);
}

static void add_steps(struct compiler *c, struct node *n)
{
    for (; n; n = n->next) {
        struct step s = {.raw = n->raw,
                         .number = n->parts == 1 ? n->part[0].number : NAME_UNLINKED,
                         .u.node = n};
        switch ((enum node_kind)n->kind) {
        case NODE_TEXT:
            add_text(c, n);
            continue;
        case NODE_SECTION:
        case NODE_INVERTED:
            add_section(c, s, n);
            continue;
        case NODE_VALUE:
            s.kind = STEP_VALUE;
            break;
        case NODE_PARTIAL:
            s.kind = STEP_CALL;
            break;
        case NODE_PARENT:
            s.kind = STEP_CALL;
            for (struct node *block = n->child; block; block = block->next)
                block->steps = compile_sequence(c, block->child);
            break;
        case NODE_BLOCK:
            s.kind = STEP_BLOCK;
            n->steps = compile_sequence(c, n->child);
            break;
        }
        VEC_PUSH(c->arena, &c->steps, s);
    }
}

/* Nesting is limited when a template is parsed. */
static const struct step *compile_sequence(struct compiler *c, struct node *first)
{
    struct compiler own = {.arena = c->arena, .src = c->src};
    add_steps(&own, first);
    VEC_PUSH(own.arena, &own.steps, (struct step){.kind = STEP_RETURN});
    return own.steps.p;
}

void template_compile(struct arena *a, struct template *t)
{
    struct compiler c = {.arena = a, .src = t->src};
    t->steps = compile_sequence(&c, t->first);
}
