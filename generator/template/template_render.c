/* Rendering is one loop over steps with a stack of its own on the heap, so that no template
 * and no data can exhaust the process's stack.
 *
 * Most steps ask a record for a member by its number: that makes no value and no frame.  A section
 * has a frame where it puts a context before the others, a partial or block always.
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
    const struct step *step; /* if, call or block */
    union {
        struct { /* if */
            size_t item, items; /* of a list: now, and of how many; 0: no list */
            struct value list;
        } in;
        struct {             /* call, block */
            bool overridden; /* by given content */
            size_t out;      /* where the frame's output begins */
            const struct source *src; /* what was before the frame, from here on */
            size_t indent_from, indent_n, given, given_n;
        } of;
    } u;
};

/* What names are looked for in. */
struct context {
    const struct shape_member *member; /* of a record; NULL */
    size_t named; /* the innermost one that has names, from here on outward */
    struct value v;
};

/* What a name stands for: a member of a record where it stands, or a value. */
struct found {
    enum shape_kind kind; /* SHAPE_NONE: it is v, which may be NULL */
    const void *at;
    const struct value *v, *of;
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
    VEC(struct context) contexts;
    const struct context *inner; /* the innermost one that has names */
    VEC(struct given) given;
    size_t given_now; /* index + 1 of the innermost visible entry */
    const struct source *src;
    struct buf indent; /* from indent_from on it counts */
    size_t indent_from;
    bool line_pending;
    bool plain; /* nobody asks where the output comes from, or what is missing */
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

/* Line by line, each with its indentation. */
static void put_lines(struct render *r, const char *text, size_t len)
{
    while (len && !r->failed) {
        const char *nl = memchr(text, '\n', len);
        size_t line = nl ? (size_t)(nl - text) + 1 : len;
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

static void put_text(struct render *r, const struct step *s)
{
    if (r->indent.n > r->indent_from || r->o->map) {
        put_lines(r, s->u.text, s->len);
        return;
    }
    buf_put(r->out, s->u.text, s->len);
    r->line_pending = s->ends_line;
    check_output(r);
}

/* --- names --- */

static struct found found_value(const struct value *v)
{
    return (struct found){SHAPE_NONE, NULL, v, NULL};
}

static struct found found_member(const struct value *record, struct shape_member m)
{
    return (struct found){m.kind, (const char *)record->u.record.data + m.offset, NULL, record};
}

static bool is_found(const struct found *f)
{
    return f->kind != SHAPE_NONE || f->v;
}

/* What a value has by a name.  Records keep theirs by number, as far as the template is linked. */
static struct found member(const struct value *v, const struct name_part *name)
{
    if (v->form == VALUE_RECORD && name->number != NAME_UNLINKED)
        return found_member(v, v->u.record.shape->member[name->number]);
    return found_value(value_get_key(v, &name->key));
}

/* Work is counted for every step and every context looked into, so that templates that call
 * each other twice over end as well. */
static struct found look_up(struct render *r, const struct name_part *name)
{
    for (size_t i = r->contexts.n; i > 0; r->steps++) {
        i = r->contexts.p[i - 1].named;
        const struct context *c = &r->contexts.p[i];
        struct found f;
        if (c->member && name->number != NAME_UNLINKED)
            f = found_member(&c->v, c->member[name->number]);
        else
            f = found_value(value_get_key(&c->v, &name->key));
        if (is_found(&f))
            return f;
    }
    return found_value(NULL);
}

/* The value of what is found, in room or where it always stands. */
static const struct value *value_of(const struct found *f, struct value *room)
{
    if (f->kind == SHAPE_NONE)
        return f->v;
    const struct value *of = f->of;
    const char *data = of->u.record.data;
    size_t offset = (size_t)((const char *)f->at - data);
    return shape_look(of, (struct shape_member){(uint16_t)f->kind, (uint16_t)offset}, room);
}

/* Only the first part of a dotted name is looked for in all contexts. */
static struct found resolve(struct render *r, const struct node *n)
{
    if (n->parts == 0)
        return found_value(&r->contexts.p[r->contexts.n - 1].v);
    struct found f = look_up(r, &n->part[0]);
    for (size_t i = 1; is_found(&f) && i < n->parts; i++) {
        struct value room;
        const struct value *v = value_of(&f, &room);
        f = member(v, &n->part[i]);
    }
    return f;
}

/* As resolve, with a look at the innermost record first: most names are there. */
static inline struct found find(struct render *r, const struct step *s)
{
    const struct context *c = r->inner;
    if (c->member && s->number != NAME_UNLINKED && c->member[s->number].kind != SHAPE_NONE)
        return found_member(&c->v, c->member[s->number]);
    return resolve(r, s->u.node);
}

static bool is_truthy(const struct found *f)
{
    return f->kind != SHAPE_NONE ? shape_truthy(f->kind, f->at) : f->v && value_truthy(f->v);
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

/* A text or address of a record: no value is made of it.  False: it is something else. */
static bool put_member(struct render *r, const struct found *f, bool raw)
{
    if (f->kind == SHAPE_TEXT) {
        const char *text = *(const char *const *)f->at;
        if (text)
            put_plain(r, text, raw);
        return true;
    }
    if (f->kind != SHAPE_PARTS)
        return false;
    const struct shape_parts *parts = f->at;
    for (size_t i = 0; i < 3 && parts->part[i]; i++)
        put_plain(r, parts->part[i], raw);
    return true;
}

static void put_value(struct render *r, const struct step *s)
{
    const struct node *n = s->u.node;
    struct value room;
    start_line(r, n->from, n->len);
    struct found f = find(r, s);
    if (r->o->interpolate || r->o->map || !put_member(r, &f, s->raw)) {
        const struct value *v = value_of(&f, &room);
        const char *text = text_of(r, n, v);
        if (!text || r->failed)
            return;
        note_span(r, n->from, n->len);
        if (r->o->interpolate)
            r->o->interpolate(r->o->ctx, r->out, v, text, n->raw, name_place(r, n));
        else
            put_plain(r, text, n->raw);
    }
    check_output(r);
}

/* --- frames --- */

static struct frame *push_frame(struct render *r, const struct step *s)
{
    if (r->frames.n == r->frames.cap) {
        size_t cap = r->frames.cap ? r->frames.cap * 2 : 16;
        r->frames.p = arena_grow(r->arena, r->frames.p, r->frames.n * sizeof *r->frames.p,
                                 cap * sizeof *r->frames.p);
        r->frames.cap = cap;
    }
    struct frame *f = &r->frames.p[r->frames.n++];
    f->step = s;
    return f;
}

/* What a partial, parent or block changes is put back behind it. */
static struct frame *push_source(struct render *r, const struct step *s)
{
    struct frame *f = push_frame(r, s);
    f->u.of.overridden = false;
    f->u.of.out = r->out->n;
    f->u.of.src = r->src;
    f->u.of.indent_from = r->indent_from;
    f->u.of.indent_n = r->indent.n;
    f->u.of.given = r->given_now;
    f->u.of.given_n = r->given.n;
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

/* Texts and flags have no names in them. */
static bool has_names(const struct value *v)
{
    return v->form == VALUE_RECORD || v->form == VALUE_MAP || v->form == VALUE_LAZY;
}

/* v becomes the context at a place: the root is looked into even where it has no names. */
static void set_context(struct render *r, size_t at, const struct value *v)
{
    struct context *c = &r->contexts.p[at];
    bool named = at == 0 || has_names(v);
    c->named = named ? at : c[-1].named;
    c->member = v->form == VALUE_RECORD ? v->u.record.shape->member : NULL;
    c->v = *v;
    r->inner = &r->contexts.p[c->named];
}

static void push_context(struct render *r, const struct value *v)
{
    struct value copy = *v; /* it may be a context itself, and they may move */
    VEC_PUSH(r->arena, &r->contexts, (struct context){0});
    set_context(r, r->contexts.n - 1, &copy);
}

static void pop_context(struct render *r)
{
    r->contexts.n--;
    r->inner = &r->contexts.p[r->contexts.p[r->contexts.n - 1].named];
}

/* The item a section over a list is at, in room or where it always stands. */
static const struct value *list_item(struct render *r, const struct frame *f, struct value *room)
{
    const struct value *list = &f->u.in.list;
    if (list->form != VALUE_WALK)
        return value_item(list, f->u.in.item);
    const struct shape_walk *how = list->u.walk.how;
    *room = shape_walked(list, f->u.in.item, how->fill ? record_room(r, how->size) : NULL);
    return room;
}

/* Indentation is output yet to come, and limited like it. */
static void push_indent(struct render *r, const struct layout *l)
{
    buf_put(&r->indent, l->indent, l->indent_len);
    if (r->indent.n - r->indent_from > r->output_max)
        fail(r, DIAG_TEMPLATE_TOO_LARGE, (struct place){.src = r->src}, r->output_max);
}

static const struct step *enter_section(struct render *r, const struct step *s)
{
    struct value room;
    struct found found = find(r, s);
    if (!is_found(&found) && r->o->missing_section)
        r->o->missing_section(r->o->ctx, name_place(r, s->u.node), s->u.node->name);
    if (is_truthy(&found) == (s->kind == STEP_UNLESS))
        return s + s->jump;
    if (s->kind == STEP_UNLESS || (s->light && found.kind >= SHAPE_TEXT && found.kind <= SHAPE_PARTS))
        return s + 1;
    const struct value *v = value_of(&found, &room);
    if (s->light && !has_names(v) && v->form != VALUE_LIST && v->form != VALUE_WALK)
        return s + 1;
    struct frame *f = push_frame(r, s);
    f->u.in.item = f->u.in.items = 0;
    if (v->form == VALUE_LIST || v->form == VALUE_WALK) {
        f->u.in.list = *v;
        f->u.in.items = value_count(v);
        v = list_item(r, f, &room);
    }
    push_context(r, v);
    return s + 1;
}

/* The next item of its list, or what follows.  It has a frame when the innermost one is its own: a
 * section that is entered once more from within is in a partial, which has one. */
static const struct step *end_section(struct render *r, const struct step *s)
{
    struct frame *f = r->frames.n ? &r->frames.p[r->frames.n - 1] : NULL;
    if (!f || f->step != s - s->jump)
        return s + s->len;
    if (f->u.in.item + 1 < f->u.in.items) {
        f->u.in.item++;
        struct value room;
        set_context(r, r->contexts.n - 1, list_item(r, f, &room));
        return f->step + 1;
    }
    pop_context(r);
    r->frames.n--;
    return s + s->len;
}

static void report_unknown(struct render *r, const struct node *n, const char *name)
{
    diag_report(r->diags, DIAG_TEMPLATE_UNKNOWN_PARTIAL, name_place(r, n), name);
    const char *near = r->o->nearest_partial ? r->o->nearest_partial(r->o->ctx, name) : NULL;
    if (near)
        diag_hint(r->diags, HINT_DID_YOU_MEAN, near);
}

static const char *dynamic_name(struct render *r, const struct node *n)
{
    struct found f = resolve(r, n);
    /* It lasts no longer than what it was found in, which rendering keeps. */
    return text_of(r, n, value_of(&f, ARENA_NEW(r->arena, struct value)));
}

static const struct step *enter_partial(struct render *r, const struct step *s)
{
    const struct node *n = s->u.node;
    if (s->inlined && r->plain && r->indent.n == r->indent_from)
        return s + 1;
    const char *name = n->dynamic ? dynamic_name(r, n) : n->name;
    if (!name || r->failed)
        return s + s->jump;
    const struct template *t = n->to;
    if (!t && r->o->partial)
        t = r->o->partial(r->o->ctx, name);
    if (!t) {
        report_unknown(r, n, name);
        return s + s->jump;
    }
    if (r->depth == r->depth_max) {
        fail(r, DIAG_TEMPLATE_RECURSION, name_place(r, n), r->depth_max);
        return NULL;
    }
    r->depth++;
    if (!n->layout->alone)
        start_line(r, n->from, n->len);
    push_source(r, s);
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
    return t->steps;
}

/* What outer templates give wins over what inner ones give. */
static const struct node *find_given(struct render *r, const char *name, const struct given **by)
{
    const struct node *found = NULL;
    for (size_t i = r->given_now; i > 0; i = r->given.p[i - 1].outer) {
        for (const struct node *b = r->given.p[i - 1].block; b && !r->failed; b = b->next) {
            r->steps++;
            if (strcmp(b->name, name) != 0)
                continue;
            found = b;
            *by = &r->given.p[i - 1];
            break;
        }
    }
    return found;
}

static const struct step *enter_block(struct render *r, const struct step *s)
{
    const struct node *n = s->u.node;
    const struct given *by = NULL;
    const struct node *given = find_given(r, n->name, &by);
    struct frame *f = push_source(r, s);
    if (!given)
        return n->steps;
    f->u.of.overridden = true;
    push_indent(r, n->layout);
    r->given_now = by->outer;
    r->src = by->src;
    return given->steps;
}

/* A block's own line end: see template.h. */
static void end_block(struct render *r, const struct frame *f, const struct node *n)
{
    const struct layout *l = n->layout;
    bool wrote = r->out->n > f->u.of.out;
    bool ended = wrote && r->out->p[r->out->n - 1] == '\n';
    if (f->u.of.overridden ? !ended && (wrote || l->tail_kept) : l->tail_kept)
        put_lines(r, l->tail, l->tail_len);
    r->line_pending = true;
}

/* Behind the last step of a template or of a block's content; NULL where all is done. */
static const struct step *leave_source(struct render *r)
{
    if (r->frames.n == 0)
        return NULL;
    const struct frame *f = &r->frames.p[--r->frames.n];
    const struct node *n = f->step->u.node;
    r->src = f->u.of.src;
    r->indent_from = f->u.of.indent_from;
    r->indent.n = f->u.of.indent_n;
    r->given_now = f->u.of.given;
    r->given.n = f->u.of.given_n;
    if (n->kind == NODE_PARTIAL || n->kind == NODE_PARENT) {
        r->depth--;
        r->line_pending = n->layout->alone;
    }
    if (n->kind == NODE_BLOCK && n->layout->tail_len)
        end_block(r, f, n);
    return f->step + f->step->jump;
}

static const struct step *take(struct render *r, const struct step *s)
{
    switch ((enum step_kind)s->kind) {
    case STEP_TEXT:
        put_text(r, s);
        break;
    case STEP_VALUE:
        put_value(r, s);
        break;
    case STEP_IF:
    case STEP_UNLESS:
        return enter_section(r, s);
    case STEP_END:
        return end_section(r, s);
    case STEP_CALL:
        return enter_partial(r, s);
    case STEP_BLOCK:
        return enter_block(r, s);
    case STEP_RETURN:
        return leave_source(r);
    }
    return s + 1;
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
                       .line_pending = true,
                       .plain = !o->map && !o->interpolate && !o->missing && !o->missing_section};
    static const struct value nothing = {.form = VALUE_NULL};
    push_context(&r, data ? data : &nothing);
    for (const struct step *s = t->steps; s && !r.failed; s = take(&r, s)) {
        if (++r.steps > r.steps_max)
            fail(&r, DIAG_TEMPLATE_TOO_LONG, (struct place){.src = r.src}, r.steps_max);
    }
    buf_free(&r.indent);
    return !r.failed;
}
