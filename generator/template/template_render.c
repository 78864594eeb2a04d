/* Rendering is one loop over nodes with a stack of its own on the heap, so that no template
 * and no data can exhaust the process's stack.
 *
 * Indentation (specification, partials and inheritance): a partial alone on its line has its
 * indentation put before each line of *the partial's text*, never before lines of inserted
 * values.  So a line start is "pending" from the line end of a text to whatever is put out
 * next.  The indentations of nested partials add up in one buffer; a partial inside a line
 * starts with none. */
#include "template/template.h"

#include "template/template_node.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/shape.h"

#include <stdio.h>
#include <string.h>

/* Blocks given to a parent, in a stack; outer is the entry of the template that gave them. */
struct given {
    const struct node *block;
    const struct source *src;
    size_t outer; /* index + 1; 0: none */
};

struct frame {
    const struct node *node; /* section, partial, parent or block */
    bool pushed;             /* a section: a context */
    size_t item, items;      /* a section over a list: now, and of how many */
    struct value list;       /* the list, where there are items behind this one */
    /* Of a partial, parent or block: */
    bool overridden;          /* a block, by given content */
    size_t out;               /* where the frame's output begins */
    const struct source *src; /* what was before the frame, from here on */
    size_t indent_from, indent_n, given, given_n;
};

/* Room for the record that a list is walked with, used again by what comes to stand as deep. */
struct room {
    void *p;
    size_t size;
};

struct render {
    struct arena *arena;
    const struct template_options *o;
    struct diags *diags;
    struct buf *out;
    size_t out_start, output_max, depth_max, steps_max;
    VEC(struct frame) frames;
    VEC(struct room) rooms; /* by depth of frames */
    VEC(struct value) contexts;
    VEC(struct given) given;
    size_t given_now; /* index + 1 of the innermost visible entry */
    const struct source *src;
    struct buf indent; /* from indent_from on it counts */
    size_t indent_from;
    bool line_pending;
    size_t depth, steps;
    bool failed;
};

/* Texts are short: a table that is always at hand beats a search that has to be set up. */
static size_t plain_length(const char *text)
{
    static const bool ends[256] = {['\0'] = true, ['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true};
    size_t n = 0;
    while (!ends[(unsigned char)text[n]])
        n++;
    return n;
}

void template_escape_html(struct buf *out, const char *text)
{
    for (;;) {
        size_t n = plain_length(text);
        buf_put(out, text, n);
        text += n;
        switch (*text++) {
        case '&':
            buf_puts(out, "&amp;");
            break;
        case '<':
            buf_puts(out, "&lt;");
            break;
        case '>':
            buf_puts(out, "&gt;");
            break;
        case '"':
            buf_puts(out, "&quot;");
            break;
        default:
            return;
        }
    }
}

static struct place name_place(const struct render *r, const struct node *n)
{
    return (struct place){r->src, n->line, n->col, n->name_len};
}

static void fail(struct render *r, enum diag_code code, struct place place, size_t limit)
{
    if (r->failed)
        return;
    r->failed = true;
    char number[24];
    snprintf(number, sizeof number, "%zu", limit);
    diag_report(r->diags, code, place, number);
}

/* Work is counted for every node and every context looked into, so that templates that call
 * each other twice over end as well. */
static bool count_step(struct render *r)
{
    if (++r->steps > r->steps_max)
        fail(r, DIAG_TEMPLATE_TOO_LONG, (struct place){.src = r->src}, r->steps_max);
    return !r->failed;
}

/* --- output --- */

/* Notes where the output from here on comes from; text that goes on in order needs no new
 * span. */
static void note_span(struct render *r, size_t at, size_t tag)
{
    if (!r->o->map)
        return;
    struct template_map *m = r->o->map;
    struct template_span s = {r->out->n, r->src, at, tag};
    if (m->spans.n) {
        struct template_span *last = &m->spans.p[m->spans.n - 1];
        if (last->out == s.out) {
            *last = s;
            return;
        }
        if (!tag && !last->tag && last->src == s.src && last->at + (s.out - last->out) == at)
            return;
    }
    VEC_PUSH(r->arena, &m->spans, s);
}

static void check_output(struct render *r)
{
    if (r->out->n - r->out_start > r->output_max)
        fail(r, DIAG_TEMPLATE_TOO_LARGE, (struct place){.src = r->src}, r->output_max);
}

/* The indentation counts as made by what stands first on the line. */
static void start_line(struct render *r, size_t at, size_t tag)
{
    if (!r->line_pending)
        return;
    r->line_pending = false;
    if (r->indent.n > r->indent_from) {
        note_span(r, at, tag);
        buf_put(r->out, r->indent.p + r->indent_from, r->indent.n - r->indent_from);
    }
}

static void put_text(struct render *r, size_t from, size_t len)
{
    const char *text = r->src->text + from;
    while (len && !r->failed) {
        const char *nl = memchr(text, '\n', len);
        bool whole = r->indent.n == r->indent_from; /* no indentation: no need to cut */
        size_t line = nl && !whole ? (size_t)(nl - text) + 1 : len;
        size_t at = (size_t)(text - r->src->text);
        start_line(r, at, 1);
        note_span(r, at, 0);
        buf_put(r->out, text, line);
        r->line_pending = text[line - 1] == '\n';
        text += line;
        len -= line;
        check_output(r);
    }
}

/* --- names --- */

/* What v has by a name.  Records keep theirs by number, as far as the template is linked. */
static const struct value *member(const struct value *v, const struct name_part *name,
                                  struct value *room)
{
    if (v->form == VALUE_RECORD && name->number != NAME_UNLINKED) {
        struct shape_member m = v->u.record.shape->member[name->number];
        return m.kind == SHAPE_NONE ? NULL : shape_look(v, m, room);
    }
    return value_get_key(v, &name->key);
}

static const struct value *look_up(struct render *r, const struct name_part *name,
                                   struct value *room)
{
    const struct value *c = r->contexts.p + r->contexts.n, *found = NULL;
    while (!found && c > r->contexts.p)
        found = member(--c, name, room);
    r->steps += (size_t)(r->contexts.p + r->contexts.n - c);
    return found;
}

/* Only the first part of a dotted name is looked for in all contexts.  What is found stands in room
 * or where it always stands. */
static const struct value *resolve(struct render *r, const struct node *n, struct value *room)
{
    if (n->parts == 0)
        return &r->contexts.p[r->contexts.n - 1];
    const struct value *v = look_up(r, &n->part[0], room);
    for (size_t i = 1; v && i < n->parts; i++)
        v = member(v, &n->part[i], room);
    return v;
}

/* The text of a name, NULL when there is none (which missing is told, save for nulls). */
static const char *text_of(struct render *r, const struct node *n, const struct value *v)
{
    const char *text = v ? value_text(v) : NULL;
    if (!text && !r->failed && r->o->missing && !(v && value_kind(v) == VALUE_NULL))
        r->o->missing(r->o->ctx, name_place(r, n), n->name, v);
    return text;
}

static void put_plain(struct render *r, const char *text, bool raw)
{
    if (raw)
        buf_puts(r->out, text);
    else
        template_escape_html(r->out, text);
}

static void put_value(struct render *r, const struct node *n)
{
    struct value room;
    start_line(r, n->from, n->len);
    const struct value *v = resolve(r, n, &room);
    if (v && v->form == VALUE_PARTS && !r->o->interpolate) {
        note_span(r, n->from, n->len);
        for (size_t i = 0; i < 3 && v->u.parts->part[i]; i++)
            put_plain(r, v->u.parts->part[i], n->raw);
        check_output(r);
        return;
    }
    const char *text = text_of(r, n, v);
    if (!text || r->failed)
        return;
    note_span(r, n->from, n->len);
    if (r->o->interpolate)
        r->o->interpolate(r->o->ctx, r->out, v, text, n->raw, name_place(r, n));
    else
        put_plain(r, text, n->raw);
    check_output(r);
}

/* --- frames --- */

static struct frame *push_frame(struct render *r, const struct node *n)
{
    if (r->frames.n == r->frames.cap) {
        size_t cap = r->frames.cap ? r->frames.cap * 2 : 16;
        r->frames.p = arena_grow(r->arena, r->frames.p, r->frames.n * sizeof *r->frames.p,
                                 cap * sizeof *r->frames.p);
        r->frames.cap = cap;
    }
    struct frame *f = &r->frames.p[r->frames.n++];
    f->node = n;
    return f;
}

/* What a partial, parent or block changes is put back behind it. */
static struct frame *push_source(struct render *r, const struct node *n)
{
    struct frame *f = push_frame(r, n);
    f->overridden = false;
    f->out = r->out->n;
    f->src = r->src;
    f->indent_from = r->indent_from;
    f->indent_n = r->indent.n;
    f->given = r->given_now;
    f->given_n = r->given.n;
    return f;
}

static void *record_room(struct render *r, size_t size)
{
    while (r->rooms.n < r->frames.n)
        VEC_PUSH(r->arena, &r->rooms, (struct room){0});
    struct room *room = &r->rooms.p[r->frames.n - 1];
    if (room->size < size)
        *room = (struct room){arena_alloc(r->arena, size), size};
    return room->p;
}

/* The item a section over a list is at, as the context of its content. */
static struct value list_item(struct render *r, const struct frame *f)
{
    if (f->list.form != VALUE_WALK)
        return *value_item(&f->list, f->item);
    const struct shape_walk *how = f->list.u.walk.how;
    return shape_walked(&f->list, f->item, how->fill ? record_room(r, how->size) : NULL);
}

/* Indentation is output yet to come, and limited like it. */
static void push_indent(struct render *r, const struct layout *l)
{
    buf_put(&r->indent, l->indent, l->indent_len);
    if (r->indent.n - r->indent_from > r->output_max)
        fail(r, DIAG_TEMPLATE_TOO_LARGE, (struct place){.src = r->src}, r->output_max);
}

static const struct node *enter_section(struct render *r, const struct node *n)
{
    struct value room;
    const struct value *v = resolve(r, n, &room);
    bool truthy = v && value_truthy(v);
    if (!v && r->o->missing_section)
        r->o->missing_section(r->o->ctx, name_place(r, n), n->name);
    if (truthy == (n->kind == NODE_INVERTED))
        return n->next;
    struct frame *f = push_frame(r, n);
    f->pushed = truthy;
    f->item = f->items = 0;
    if (!truthy)
        return n->child;
    struct value context = *v;
    if (context.form == VALUE_LIST || context.form == VALUE_WALK) {
        f->list = context;
        f->items = value_count(v);
        context = list_item(r, f);
    }
    VEC_PUSH(r->arena, &r->contexts, context);
    return n->child;
}

static void report_unknown(struct render *r, const struct node *n, const char *name)
{
    diag_report(r->diags, DIAG_TEMPLATE_UNKNOWN_PARTIAL, name_place(r, n), name);
    const char *near = r->o->nearest_partial ? r->o->nearest_partial(r->o->ctx, name) : NULL;
    if (near)
        diag_hint(r->diags, HINT_DID_YOU_MEAN, near);
}

static const struct node *enter_partial(struct render *r, const struct node *n)
{
    struct value room;
    const char *name = n->dynamic ? text_of(r, n, resolve(r, n, &room)) : n->name;
    if (!name || r->failed)
        return n->next;
    const struct template *t = n->to;
    if (!t && r->o->partial)
        t = r->o->partial(r->o->ctx, name);
    if (!t) {
        report_unknown(r, n, name);
        return n->next;
    }
    if (r->depth == r->depth_max) {
        fail(r, DIAG_TEMPLATE_RECURSION, name_place(r, n), r->depth_max);
        return NULL;
    }
    r->depth++;
    if (!n->layout->alone)
        start_line(r, n->from, n->len);
    push_source(r, n);
    if (n->kind == NODE_PARENT) {
        struct given g = {n->child, r->src, r->given_now};
        VEC_PUSH(r->arena, &r->given, g);
        r->given_now = r->given.n;
    }
    if (n->layout->alone)
        push_indent(r, n->layout);
    else
        r->indent_from = r->indent.n;
    r->src = t->src;
    return t->first;
}

/* What outer templates give wins over what inner ones give. */
static const struct node *find_given(struct render *r, const char *name, const struct given **by)
{
    const struct node *found = NULL;
    for (size_t i = r->given_now; i > 0; i = r->given.p[i - 1].outer) {
        for (const struct node *b = r->given.p[i - 1].block; b && count_step(r); b = b->next) {
            if (strcmp(b->name, name) != 0)
                continue;
            found = b;
            *by = &r->given.p[i - 1];
            break;
        }
    }
    return found;
}

static const struct node *enter_block(struct render *r, const struct node *n)
{
    const struct given *by = NULL;
    const struct node *given = find_given(r, n->name, &by);
    struct frame *f = push_source(r, n);
    if (!given)
        return n->child;
    f->overridden = true;
    push_indent(r, n->layout);
    r->given_now = by->outer;
    r->src = by->src;
    return given->child;
}

/* A block's own line end: see template.h. */
static void end_block(struct render *r, const struct frame *f, const struct node *n)
{
    const struct layout *l = n->layout;
    size_t tail = (size_t)(l->tail - r->src->text);
    bool wrote = r->out->n > f->out;
    bool ended = wrote && r->out->p[r->out->n - 1] == '\n';
    if (f->overridden ? !ended && (wrote || l->tail_kept) : l->tail_kept)
        put_text(r, tail, l->tail_len);
    r->line_pending = true;
}

static void leave_source(struct render *r, const struct frame *f)
{
    const struct node *n = f->node;
    r->src = f->src;
    r->indent_from = f->indent_from;
    r->indent.n = f->indent_n;
    r->given_now = f->given;
    r->given.n = f->given_n;
    if (n->kind == NODE_PARTIAL || n->kind == NODE_PARENT) {
        r->depth--;
        r->line_pending = n->layout->alone;
    }
    if (n->kind == NODE_BLOCK && n->layout->tail_len)
        end_block(r, f, n);
}

/* Behind the last node of a frame: the next item of its list, or what follows the frame. */
static const struct node *next_node(struct render *r)
{
    struct frame *f = &r->frames.p[r->frames.n - 1];
    const struct node *n = f->node;
    if (n->kind != NODE_SECTION && n->kind != NODE_INVERTED) {
        leave_source(r, f);
    } else if (f->item + 1 < f->items) {
        f->item++;
        r->contexts.p[r->contexts.n - 1] = list_item(r, f);
        return n->child;
    } else {
        r->contexts.n -= f->pushed;
    }
    r->frames.n--;
    return n->next;
}

static const struct node *render_node(struct render *r, const struct node *n)
{
    switch ((enum node_kind)n->kind) {
    case NODE_TEXT:
        put_text(r, n->from, n->len);
        break;
    case NODE_VALUE:
        put_value(r, n);
        break;
    case NODE_SECTION:
    case NODE_INVERTED:
        return enter_section(r, n);
    case NODE_PARTIAL:
    case NODE_PARENT:
        return enter_partial(r, n);
    case NODE_BLOCK:
        return enter_block(r, n);
    }
    return n->next;
}

bool template_render(struct arena *a, const struct template *t, const struct value *data,
                     const struct template_options *options, struct diags *d, struct buf *out)
{
    static const struct template_options none = {0};
    const struct template_options *o = options ? options : &none;
    struct render r = {.arena = a,
                       .o = o,
                       .diags = d,
                       .out = out,
                       .out_start = out->n,
                       .output_max = o->output_max ? o->output_max : TEMPLATE_OUTPUT_MAX,
                       .depth_max = o->depth_max ? o->depth_max : TEMPLATE_DEPTH_MAX,
                       .steps_max = o->steps_max ? o->steps_max : TEMPLATE_STEPS_MAX,
                       .src = t->src,
                       .line_pending = true};
    if (data)
        VEC_PUSH(a, &r.contexts, *data);
    else
        VEC_PUSH(a, &r.contexts, (struct value){0});
    const struct node *n = t->first;
    while (!r.failed && (n || r.frames.n)) {
        if (count_step(&r))
            n = n ? render_node(&r, n) : next_node(&r);
    }
    buf_free(&r.indent);
    return !r.failed;
}
