/* scene_dump.c - a scene as lines of text, for tests and for people who look for a fault.
 *
 *     scene 595.276 x 841.89
 *     text 70 85.2 P#3 "Some words" 11 bold #000000 wide 58.1
 *     rect 70 100 455.276 0.5 Layout fill #0b5a8f
 *
 * Every line is kind, position (baseline, corner or centre), owner, then what is particular.
 * Only what differs from the plain case is said, so that a golden shows what matters.
 */
#include "scene/scene.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

struct dump {
    struct buf *out;
    const struct structure *tree;
    int depth;
};

static void put_quoted(struct buf *out, const char *s)
{
    buf_putc(out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_putc(out, '\\');
        if (*s == '\n')
            buf_puts(out, "\\n");
        else
            buf_putc(out, *s);
    }
    buf_putc(out, '"');
}

static void put_pts(struct buf *out, const mpt *value, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_putc(out, ' ');
        scene_put_pt(out, value[i]);
    }
}

static void put_named(struct buf *out, const char *name, const char *value)
{
    if (!value)
        return;
    buf_printf(out, " %s ", name);
    put_quoted(out, value);
}

static void put_length(struct buf *out, const char *name, mpt value)
{
    if (value == 0)
        return;
    buf_printf(out, " %s ", name);
    scene_put_pt(out, value);
}

static void put_paint(struct buf *out, const char *name, struct color c)
{
    buf_printf(out, " %s ", name);
    scene_put_color(out, c);
}

static void put_owner(const struct dump *d, const struct prim *p)
{
    static const char *const artifact[] = {"Layout", "Header", "Footer", "Watermark"};
    if (p->element == ELEMENT_NONE)
        buf_printf(d->out, " %s", artifact[p->artifact]);
    else if (d->tree && (size_t)p->element < d->tree->n)
        buf_printf(d->out, " %s#%d", d->tree->item[p->element].type, p->element);
    else
        buf_printf(d->out, " #%d", p->element);
}

static void put_text(const struct dump *d, const struct prim *p)
{
    static const char *const weight[] = {"", " bold", " italic", " bold italic"};
    static const char *const anchor[] = {"", " middle", " right"};
    struct buf *out = d->out;
    buf_putc(out, ' ');
    put_quoted(out, p->text ? p->text : "");
    put_pts(out, &p->style.size, 1);
    buf_printf(out, "%s%s ", weight[p->style.weight & 3], anchor[p->anchor]);
    scene_put_color(out, p->style.color);
    if (p->style.tabular)
        buf_puts(out, " tabular");
    if (p->rtl)
        buf_puts(out, " rtl");
    if (p->style.lang)
        buf_printf(out, " lang %s", p->style.lang);
    if (p->style.role)
        buf_printf(out, " role %s", p->style.role);
    put_length(out, "wide", p->advance);
    put_length(out, "space", p->word_space);
    mpt white = 0;
    for (size_t i = 0; i < p->gaps; i++)
        white += p->gap[i].add;
    if (p->gaps)
        buf_printf(out, " gaps %zu", p->gaps);
    put_length(out, "adding", white);
    put_named(out, "stands for", p->actual);
    if (p->rotate)
        buf_printf(out, " turned %d", p->rotate);
}

static void put_shape(const struct dump *d, const struct prim *p)
{
    struct buf *out = d->out;
    if (p->filled)
        put_paint(out, "fill", p->fill);
    if (p->stroked) {
        put_paint(out, "stroke", p->stroke);
        put_length(out, "width", p->stroke_width);
        put_length(out, "dash", p->dash);
    }
    if (p->opacity != 0 && p->opacity != 255)
        buf_printf(out, " opacity %d/255", p->opacity);
}

static void put_where(const struct dump *d, const struct prim *p)
{
    const mpt corner[] = {p->x, p->y, p->w, p->h};
    switch (p->kind) {
    case PRIM_TEXT:
    case PRIM_DEST: put_pts(d->out, corner, 2); break;
    case PRIM_CIRCLE: put_pts(d->out, corner, 3); break;
    case PRIM_RECT:
    case PRIM_LINE:
    case PRIM_LINK: put_pts(d->out, corner, 4); break;
    case PRIM_POLYLINE:
        for (size_t i = 0; i < p->points; i++)
            put_pts(d->out, (const mpt[]){p->point[i].x, p->point[i].y}, 2);
        break;
    case PRIM_GROUP:
    case PRIM_GROUP_END: break;
    }
}

static void dump_begin(void *ctx, const struct scene *s)
{
    struct dump *d = ctx;
    struct buf *out = d->out;
    buf_puts(out, "scene ");
    scene_put_pt(out, s->width);
    buf_puts(out, " x ");
    scene_put_pt(out, s->height);
    if (s->lang)
        buf_printf(out, " lang %s", s->lang);
    if (s->rtl)
        buf_puts(out, " rtl");
    put_named(out, "id", s->id);
    put_named(out, "label", s->label);
    put_named(out, "title", s->title);
    put_named(out, "desc", s->desc);
    buf_putc(out, '\n');
}

static void dump_draw(void *ctx, const struct scene *s, const struct prim *p)
{
    (void)s;
    static const char *const name[] = {"text", "rect", "line", "polyline", "circle",
                                       "link", "dest", "group", "end"};
    struct dump *d = ctx;
    if (p->kind == PRIM_GROUP_END) {
        d->depth--;
        return; /* the indent says it */
    }
    for (int i = 0; i < d->depth; i++)
        buf_puts(d->out, "  ");
    buf_puts(d->out, p->kind == PRIM_POLYLINE && p->closed ? "polygon" : name[p->kind]);
    put_where(d, p);
    if (p->kind != PRIM_GROUP && p->kind != PRIM_DEST)
        put_owner(d, p);
    if (p->kind == PRIM_TEXT)
        put_text(d, p);
    put_shape(d, p);
    put_named(d->out, "class", p->class_name);
    put_named(d->out, "title", p->title);
    put_named(d->out, "url", p->url);
    put_named(d->out, p->kind == PRIM_DEST ? "named" : "to", p->dest);
    buf_putc(d->out, '\n');
    if (p->kind == PRIM_GROUP)
        d->depth++;
}

static void dump_end(void *ctx, const struct scene *s)
{
    (void)ctx;
    (void)s;
}

void scene_dump_write(const struct scene *s, const struct structure *tree, struct buf *out)
{
    static const struct device dev = {dump_begin, dump_draw, dump_end};
    struct dump d = {out, tree, 0};
    scene_draw(s, &dev, &d);
}

/* --- structure --- */

static void put_element(struct buf *out, const struct structure *tree, size_t index, int depth)
{
    const struct element *e = &tree->item[index];
    for (int i = 0; i < depth; i++)
        buf_puts(out, "  ");
    buf_printf(out, "%s#%zu", e->type, index);
    put_named(out, "lang", e->lang);
    put_named(out, "alt", e->alt);
    put_named(out, "actual", e->actual);
    put_named(out, "title", e->title);
    put_named(out, "id", e->id);
    put_named(out, "scope", e->scope);
    put_named(out, "numbering", e->list_numbering);
    put_named(out, "headers", e->headers);
    put_named(out, "attachment", e->attachment);
    if (e->row_span > 1)
        buf_printf(out, " rows %d", e->row_span);
    if (e->col_span > 1)
        buf_printf(out, " columns %d", e->col_span);
    if (e->ref)
        buf_printf(out, " ref #%d", e->ref);
    buf_putc(out, '\n');
}

/* Children are found through lists threaded by index, built once: an element's parent always
 * has a smaller index, so one backward pass orders them. */
void scene_dump_structure(const struct structure *tree, struct buf *out)
{
    struct arena *a = arena_new();
    size_t *first = ARENA_ARRAY(a, size_t, tree->n), *next = ARENA_ARRAY(a, size_t, tree->n);
    for (size_t i = tree->n; i-- > 1;) {
        size_t parent = (size_t)tree->item[i].parent;
        next[i] = first[parent];
        first[parent] = i;
    }
    int depth = 0;
    for (size_t at = 0; at < tree->n;) {
        put_element(out, tree, at, depth);
        if (first[at]) {
            at = first[at];
            depth++;
            continue;
        }
        while (at && !next[at]) {
            at = (size_t)tree->item[at].parent;
            depth--;
        }
        if (!at)
            break;
        at = next[at];
    }
    arena_free(a);
}
