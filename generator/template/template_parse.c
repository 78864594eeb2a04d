/* The tree is built with a stack of open scopes.  Each scope knows which whitespace its lines
 * lose: the content given for a block is dedented where it is defined, by the indentation of
 * its first line, and indented where it is used.
 *
 * A parent or block may turn out to be alone on its line only when it closes.  The whitespace
 * before it therefore gets a text node of its own, which is emptied then. */
#include "template/template.h"

#include "template/template_node.h"
#include "template/template_scan.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"

#include <stdio.h>
#include <string.h>

struct scope {
    struct node *owner; /* NULL: the template itself */
    struct node **end;  /* where the next child goes */
    struct tag tag;     /* that opened it */
    struct node *blank; /* whitespace before the tag on its line, or NULL */
    size_t blank_from;
    bool line_first; /* only whitespace before the tag on its line */
    bool tag_alone;  /* and nothing behind it */
    size_t content;  /* first byte of the content that is not whitespace, when tag_alone */
    const char *dedent;
    size_t dedent_len;
    struct map *given; /* parent: its blocks by name */
};

struct parser {
    struct arena *arena;
    const struct source *src;
    struct diags *diags;
    struct scan scan;
    VEC(struct scope) stack;
    size_t at; /* everything before is in the tree */
};

static struct scope *top(struct parser *p)
{
    return &p->stack.p[p->stack.n - 1];
}

static bool in_parent(struct parser *p)
{
    const struct node *owner = top(p)->owner;
    return owner && owner->kind == NODE_PARENT;
}

/* How many bytes of whitespace at a line's start the innermost given block takes away. */
static size_t dedent_at(struct parser *p, size_t line, size_t end)
{
    const struct scope *s = top(p);
    size_t n = 0;
    while (n < s->dedent_len && line + n < end && p->src->text[line + n] == s->dedent[n])
        n++;
    return n;
}

static struct node *add_node(struct parser *p, enum node_kind kind, size_t from, size_t to)
{
    struct node *n = ARENA_NEW(p->arena, struct node);
    n->kind = (unsigned char)kind;
    n->from = from;
    n->len = to - from;
    if (in_parent(p) && kind != NODE_BLOCK)
        return n; /* read, but without effect */
    *top(p)->end = n;
    top(p)->end = &n->next;
    return n;
}

/* Adds the text of [from, to): one node, or one a line where lines are dedented. */
static void add_text(struct parser *p, size_t from, size_t to)
{
    if (in_parent(p))
        return;
    const char *text = p->src->text;
    while (from < to) {
        size_t end = to;
        if (top(p)->dedent_len) {
            const char *nl = memchr(text + from, '\n', to - from);
            end = nl ? (size_t)(nl - text) + 1 : to;
            if (from == 0 || text[from - 1] == '\n')
                from += dedent_at(p, from, end);
        }
        if (from < end)
            add_node(p, NODE_TEXT, from, end);
        from = end;
    }
}

static void take_indent(struct parser *p, struct layout *l, size_t from, size_t to)
{
    from += dedent_at(p, from, to);
    l->indent = p->src->text + from;
    l->indent_len = to - from;
}

/* Cut at its dots once, since it is looked up whenever it is rendered. */
static void cut_name(struct parser *p, struct node *n)
{
    size_t parts = 1;
    if (strcmp(n->name, ".") == 0)
        return;
    for (const char *s = n->name; *s; s++)
        parts += *s == '.';
    struct name_part *part = ARENA_ARRAY(p->arena, struct name_part, parts);
    const char *s = n->name;
    for (size_t i = 0; i < parts; i++) {
        part[i] = (struct name_part){map_key(s, strcspn(s, ".")), NAME_UNLINKED};
        s += part[i].key.n + 1;
    }
    n->part = part;
    n->parts = parts;
}

static struct node *add_named(struct parser *p, enum node_kind kind, const struct tag *t)
{
    struct node *n = add_node(p, kind, t->from, t->to);
    struct place place = scan_name_place(&p->scan, t);
    n->name = arena_strndup(p->arena, p->src->text + t->name, t->name_len);
    n->line = place.line;
    n->col = place.col;
    n->name_len = place.len;
    n->dynamic = t->dynamic;
    cut_name(p, n);
    if (kind == NODE_PARTIAL || kind == NODE_PARENT || kind == NODE_BLOCK)
        n->layout = ARENA_NEW(p->arena, struct layout);
    if (in_parent(p) && kind != NODE_BLOCK) {
        p->scan.faults++;
        diag_report(p->diags, DIAG_TEMPLATE_IGNORED_TAG, scan_tag_place(&p->scan, t),
                    top(p)->owner->name);
    }
    return n;
}

/* --- whitespace --- */

/* Adds the text before a tag and moves behind the tag; a tag alone on its line takes the line
 * with it.  Says whether it did, and where the whitespace before the tag begins. */
static bool pass_standalone(struct parser *p, const struct tag *t, size_t *blank_from)
{
    size_t line_end, next;
    bool alone = scan_line_first(p->src, t->from, blank_from) &&
                 scan_line_last(p->src, t->to, &line_end, &next);
    add_text(p, p->at, alone ? *blank_from : t->from);
    p->at = alone ? next : t->to;
    return alone;
}

static void pass_inline(struct parser *p, const struct tag *t)
{
    add_text(p, p->at, t->from);
    p->at = t->to;
}

/* As pass_inline, with the whitespace before a tag that is first on its line in a node of its
 * own, which the scope remembers. */
static void pass_opening(struct parser *p, const struct tag *t, struct scope *s)
{
    s->line_first = scan_line_first(p->src, t->from, &s->blank_from);
    if (s->line_first && !in_parent(p)) {
        add_text(p, p->at, s->blank_from);
        struct node **end = top(p)->end;
        add_text(p, s->blank_from, t->from);
        s->blank = *end;
    } else {
        add_text(p, p->at, t->from);
    }
    p->at = t->to;
}

/* Lets the line of an opening tag vanish, and finds where its content begins. */
static void drop_opening_line(struct parser *p, struct scope *s, size_t next)
{
    if (s->blank)
        s->blank->len = 0;
    s->tag_alone = true;
    p->at = s->content = next;
    const char *text = p->src->text;
    while (s->content < p->src->len && strchr(" \t\r\n", text[s->content]) && text[s->content])
        s->content++;
}

static size_t line_start(const struct source *src, size_t at)
{
    size_t from;
    scan_line_first(src, at, &from);
    return from;
}

/* --- opening --- */

static bool push(struct parser *p, struct scope s, struct node *owner)
{
    if (p->stack.n > TEMPLATE_NESTING_MAX) {
        char limit[16];
        snprintf(limit, sizeof limit, "%d", TEMPLATE_NESTING_MAX);
        diag_report(p->diags, DIAG_TEMPLATE_NESTING, scan_tag_place(&p->scan, &s.tag), limit);
        return false;
    }
    s.owner = owner;
    s.end = &owner->child;
    VEC_PUSH(p->arena, &p->stack, s);
    return true;
}

static struct scope inherit_scope(struct parser *p, const struct tag *t)
{
    return (struct scope){
        .tag = *t, .dedent = top(p)->dedent, .dedent_len = top(p)->dedent_len};
}

static bool open_section(struct parser *p, const struct tag *t)
{
    size_t blank_from;
    pass_standalone(p, t, &blank_from);
    enum node_kind kind = t->sigil == '#' ? NODE_SECTION : NODE_INVERTED;
    return push(p, inherit_scope(p, t), add_named(p, kind, t));
}

static bool open_parent(struct parser *p, const struct tag *t)
{
    struct scope s = inherit_scope(p, t);
    s.given = ARENA_NEW(p->arena, struct map);
    map_init(s.given, p->arena);
    pass_opening(p, t, &s);
    return push(p, s, add_named(p, NODE_PARENT, t));
}

static void check_repeated(struct parser *p, const struct tag *t)
{
    struct map *given = top(p)->given;
    const char *name = arena_strndup(p->arena, p->src->text + t->name, t->name_len);
    const char *line = map_get(given, name);
    if (line) {
        p->scan.faults++;
        diag_report(p->diags, DIAG_TEMPLATE_REPEATED_BLOCK, scan_name_place(&p->scan, t), name,
                    line);
    }
    map_set(given, name, arena_printf(p->arena, "%d", t->line));
}

static bool open_block(struct parser *p, const struct tag *t)
{
    struct scope s = inherit_scope(p, t);
    bool given = in_parent(p);
    size_t line_end, next;
    if (given)
        check_repeated(p, t);
    pass_opening(p, t, &s);
    struct node *n = add_named(p, NODE_BLOCK, t);
    if ((given || s.line_first) && scan_line_last(p->src, t->to, &line_end, &next))
        drop_opening_line(p, &s, next);
    if (given) {
        s.dedent_len = 0;
        if (s.tag_alone) {
            size_t from = line_start(p->src, s.content);
            s.dedent = p->src->text + from;
            s.dedent_len = s.content - from;
        }
    }
    return push(p, s, n);
}

/* --- closing --- */

/* Text behind a parent goes on in its own line, unless the parent, or its closing tag, is
 * alone there. */
static void close_parent(struct parser *p, const struct tag *t, const struct scope *s)
{
    size_t blank_from, line_end, next;
    struct layout *l = s->owner->layout;
    p->at = t->to;
    if (!scan_line_last(p->src, t->to, &line_end, &next))
        return;
    if (s->line_first) {
        l->alone = true;
        if (s->blank)
            s->blank->len = 0;
        take_indent(p, l, s->blank_from, s->tag.from);
        p->at = next;
    } else if (scan_line_first(p->src, t->from, &blank_from)) {
        p->at = next;
    }
}

static void close_given_block(struct parser *p, const struct tag *t)
{
    size_t blank_from;
    bool first = scan_line_first(p->src, t->from, &blank_from);
    add_text(p, p->at, first && blank_from >= p->at ? blank_from : t->from);
    p->at = t->to;
}

/* A block that can be overridden: it is indented like its tag or, when the tag has a line of
 * its own, like its default content. */
static void close_block(struct parser *p, const struct tag *t, const struct scope *s)
{
    size_t blank_from, line_end = 0, next;
    struct layout *l = s->owner->layout;
    bool closes_alone = pass_standalone(p, t, &blank_from);
    if (!s->line_first || !scan_line_last(p->src, t->to, &line_end, &next))
        return;
    if (s->tag_alone && s->content != t->from)
        take_indent(p, l, line_start(p->src, s->content), s->content);
    else
        take_indent(p, l, s->blank_from, s->tag.from);
    l->tail = p->src->text + line_end;
    l->tail_len = next - line_end;
    p->at = next;
    bool pair = !s->owner->child && !s->tag_alone;
    if (pair && s->blank)
        s->blank->len = 0;
    l->alone = pair || (s->tag_alone && closes_alone);
    l->tail_kept = !pair && !closes_alone;
}

static const char *written(struct parser *p, const struct scope *s, char sigil)
{
    return arena_printf(p->arena, "%.*s%c%s%s%.*s", (int)p->scan.open_len, p->scan.open, sigil,
                        s->owner->dynamic ? "*" : "", s->owner->name, (int)p->scan.close_len,
                        p->scan.close);
}

static void report_unclosed(struct parser *p, const struct scope *s)
{
    p->scan.faults++;
    diag_report(p->diags, DIAG_TEMPLATE_UNCLOSED_SECTION, scan_tag_place(&p->scan, &s->tag),
                written(p, s, s->tag.sigil), written(p, s, '/'));
}

static bool closes(const struct parser *p, const struct tag *t, const struct scope *s)
{
    return s->owner && s->owner->dynamic == t->dynamic &&
           strncmp(s->owner->name, p->src->text + t->name, t->name_len) == 0 &&
           s->owner->name[t->name_len] == '\0';
}

/* Finds what a closing tag closes; reports what should have been closed before it.  False when
 * the tag closes nothing.  A tag that is near the open one's name is taken as meant for it. */
static bool settle_scope(struct parser *p, const struct tag *t)
{
    size_t i = p->stack.n;
    while (i > 1 && !closes(p, t, &p->stack.p[i - 1]))
        i--;
    if (i > 1) {
        for (; p->stack.n > i; p->stack.n--)
            report_unclosed(p, top(p));
        return true;
    }
    const char *name = arena_strndup(p->arena, p->src->text + t->name, t->name_len);
    struct place place = scan_name_place(&p->scan, t);
    p->scan.faults++;
    if (p->stack.n == 1) {
        diag_report(p->diags, DIAG_TEMPLATE_STRAY_CLOSE, place, name);
        return false;
    }
    const struct scope *s = top(p);
    const char *line = arena_printf(p->arena, "%d", s->tag.line);
    diag_report(p->diags, DIAG_TEMPLATE_WRONG_CLOSE, place, name, written(p, s, s->tag.sigil), line,
                written(p, s, '/'));
    return nearest_of((const char *const[]){s->owner->name, NULL}, name) != NULL;
}

static void close_scope(struct parser *p, const struct tag *t)
{
    size_t blank_from;
    if (!settle_scope(p, t)) {
        pass_standalone(p, t, &blank_from);
        return;
    }
    struct scope s = *top(p);
    bool block = s.owner->kind == NODE_BLOCK, parent = s.owner->kind == NODE_PARENT;
    const struct node *outer = p->stack.p[p->stack.n - 2].owner;
    bool given = block && outer && outer->kind == NODE_PARENT;
    if (given)
        close_given_block(p, t);
    else if (block)
        close_block(p, t, &s);
    else if (!parent)
        pass_standalone(p, t, &blank_from);
    p->stack.n--;
    if (parent)
        close_parent(p, t, &s);
}

/* --- the loop --- */

static void add_value(struct parser *p, const struct tag *t)
{
    pass_inline(p, t);
    add_named(p, NODE_VALUE, t)->raw = t->sigil == '{' || t->sigil == '&';
}

static void add_partial(struct parser *p, const struct tag *t)
{
    size_t blank_from;
    bool alone = pass_standalone(p, t, &blank_from);
    struct node *n = add_named(p, NODE_PARTIAL, t);
    n->layout->alone = alone;
    if (alone)
        take_indent(p, n->layout, blank_from, t->from);
}

/* False when nesting is too deep to go on. */
static bool take_tag(struct parser *p, const struct tag *t)
{
    size_t blank_from;
    switch (t->sigil) {
    case '#':
    case '^':
        return open_section(p, t);
    case '<':
        return open_parent(p, t);
    case '$':
        return open_block(p, t);
    case '/':
        close_scope(p, t);
        break;
    case '>':
        add_partial(p, t);
        break;
    case '!':
        pass_standalone(p, t, &blank_from);
        break;
    case '=':
        pass_standalone(p, t, &blank_from);
        scan_set_delimiters(&p->scan, t);
        break;
    default:
        add_value(p, t);
        break;
    }
    return true;
}

static void read_tags(struct parser *p)
{
    struct tag tag;
    while (scan_next(&p->scan, p->at, &tag)) {
        if (!take_tag(p, &tag))
            return;
    }
    add_text(p, p->at, p->src->len);
    for (; p->stack.n > 1 && !p->scan.stopped; p->stack.n--)
        report_unclosed(p, top(p));
}

struct template *template_parse(struct arena *a, const struct source *src, struct diags *d)
{
    struct template *t = ARENA_NEW(a, struct template);
    t->src = src;
    struct parser p = {.arena = a, .src = src, .diags = d};
    scan_start(&p.scan, src, d);
    VEC_PUSH(a, &p.stack, ((struct scope){.end = &t->first}));
    read_tags(&p);
    template_compile(a, t);
    return t;
}
