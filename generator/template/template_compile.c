/* template_compile.c - the tree of a template as steps.
 *
 * In linked templates a partial that is plain - texts, values, sections and partials as plain - stands
 * behind its call, which is made only where its lines are indented or somebody wants to know where
 * they come from.  And of two sections that ask the same, {{#x}}...{{/x}}{{^x}}...{{/x}}, only the
 * first asks. */
#include "template/template_node.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

enum { INLINE_DEPTH = 8, INLINE_STEPS = 256 }; /* partials within partials, nodes of one */

struct compiler {
    struct arena *arena;
    const struct source *src;
    VEC(struct step) steps; /* of the sequence at hand */
};

static bool is_linked(const struct node *n)
{
    return n->parts > 0 && n->part[0].number != NAME_UNLINKED;
}

static bool is_section(const struct node *n)
{
    return n->kind == NODE_SECTION || n->kind == NODE_INVERTED;
}

/* Whether nothing among these nodes can ask for {{.}} of what is around them: a section within has
 * its own. */
static bool is_light(const struct node *n, int depth)
{
    for (; n; n = n->next) {
        if (n->kind == NODE_TEXT)
            continue;
        bool named = n->kind == NODE_VALUE || is_section(n);
        if (named ? n->parts == 0 : n->kind != NODE_PARTIAL || n->dynamic || !n->to)
            return false;
        if (n->kind == NODE_INVERTED && !is_light(n->child, depth))
            return false;
        if (n->kind == NODE_PARTIAL && (depth == 0 || !is_light(n->to->first, depth - 1)))
            return false;
    }
    return true;
}

static bool is_plain(const struct node *n, int depth, size_t *nodes);

static bool is_inlined(const struct node *call, int depth, size_t *nodes)
{
    return call->kind == NODE_PARTIAL && call->to && call->layout->indent_len == 0 && depth > 0 &&
           is_plain(call->to->first, depth - 1, nodes);
}

static bool is_plain(const struct node *n, int depth, size_t *nodes)
{
    for (; n; n = n->next) {
        if (++*nodes > INLINE_STEPS)
            return false;
        bool plain = n->kind == NODE_TEXT || n->kind == NODE_VALUE ||
                     (is_section(n) ? is_plain(n->child, depth, nodes)
                                    : is_inlined(n, depth, nodes));
        if (!plain)
            return false;
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

/* How many steps there are from one of the sequence to what comes next. */
static uint32_t steps_from(const struct compiler *c, size_t at)
{
    return (uint32_t)(c->steps.n - at);
}

static void add_section(struct compiler *c, struct step s, struct node *n)
{
    size_t at = c->steps.n;
    s.kind = n->kind == NODE_SECTION ? STEP_IF : STEP_UNLESS;
    s.light = is_light(n->child, INLINE_DEPTH);
    VEC_PUSH(c->arena, &c->steps, s);
    add_steps(c, n->child);
    if (n->kind == NODE_SECTION) {
        struct step end = {.kind = STEP_END, .jump = steps_from(c, at), .len = 1};
        VEC_PUSH(c->arena, &c->steps, end);
    }
    c->steps.p[at].jump = steps_from(c, at);
}

/* The section before, whose steps begin at a place, has said no when its inverted one is come to. */
static void add_otherwise(struct compiler *c, struct step s, struct node *n, size_t before)
{
    size_t at = c->steps.n;
    add_section(c, s, n);
    c->steps.p[before].jump++;
    c->steps.p[at - 1].len = 1 + c->steps.p[at].jump;
}

static void add_call(struct compiler *c, struct step s, struct node *n)
{
    size_t at = c->steps.n, nodes = 0;
    s.kind = STEP_CALL;
    s.jump = 1;
    VEC_PUSH(c->arena, &c->steps, s);
    if (!is_inlined(n, INLINE_DEPTH, &nodes))
        return;
    const struct source *src = c->src;
    c->src = n->to->src;
    add_steps(c, n->to->first);
    c->src = src;
    c->steps.p[at].inlined = true;
    c->steps.p[at].jump = steps_from(c, at);
}

static const struct step *compile_sequence(struct compiler *c, struct node *first);

static void add_blocks(struct compiler *c, struct node *block)
{
    for (; block; block = block->next)
        block->steps = compile_sequence(c, block->child);
}

static bool is_otherwise(const struct node *before, const struct node *n)
{
    return before && before->kind == NODE_SECTION && n->kind == NODE_INVERTED && is_linked(n) &&
           strcmp(before->name, n->name) == 0;
}

static void add_steps(struct compiler *c, struct node *n)
{
    size_t begin = 0; /* of the steps of the node before */
    for (struct node *before = NULL; n; before = n, n = n->next) {
        struct step s = {.raw = n->raw,
                         .number = n->parts == 1 ? n->part[0].number : NAME_UNLINKED,
                         .u.node = n};
        size_t at = c->steps.n;
        switch ((enum node_kind)n->kind) {
        case NODE_TEXT:
            add_text(c, n);
            break;
        case NODE_VALUE:
            s.kind = STEP_VALUE;
            VEC_PUSH(c->arena, &c->steps, s);
            break;
        case NODE_SECTION:
        case NODE_INVERTED:
            if (is_otherwise(before, n))
                add_otherwise(c, s, n, begin);
            else
                add_section(c, s, n);
            break;
        case NODE_PARTIAL:
            add_call(c, s, n);
            break;
        case NODE_PARENT:
            add_blocks(c, n->child);
            add_call(c, s, n);
            break;
        case NODE_BLOCK:
            s.kind = STEP_BLOCK;
            s.jump = 1;
            n->steps = compile_sequence(c, n->child);
            VEC_PUSH(c->arena, &c->steps, s);
            break;
        }
        begin = at;
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
