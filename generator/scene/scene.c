#include "scene/scene.h"

#include "base/arena.h"
#include "base/buf.h"

#include <assert.h>
#include <string.h>

/* --- structure --- */

struct structure *structure_new(struct arena *a, const char *root_type, const char *lang)
{
    struct structure *s = ARENA_NEW(a, struct structure);
    s->arena = a;
    structure_add(s, -1, root_type);
    s->item[0].lang = lang;
    return s;
}

int structure_add(struct structure *s, int parent, const char *type)
{
    assert(parent < (int)s->n);
    if (s->n == s->cap) {
        size_t cap = s->cap ? s->cap * 2 : 64;
        s->item = arena_grow(s->arena, s->item, s->n * sizeof *s->item, cap * sizeof *s->item);
        s->cap = cap;
    }
    s->item[s->n] = (struct element){.parent = parent, .type = type};
    return (int)s->n++;
}

struct element *structure_at(struct structure *s, int index)
{
    assert(index >= 0 && (size_t)index < s->n);
    return &s->item[index];
}

/* --- builder --- */

struct scene *scene_new(struct arena *a, mpt width, mpt height)
{
    struct scene *s = ARENA_NEW(a, struct scene);
    s->arena = a;
    s->width = width;
    s->height = height;
    return s;
}

void scene_reserve(struct scene *s, size_t more)
{
    if (s->cap - s->n >= more)
        return;
    size_t cap = s->n + more;
    s->prim = arena_grow(s->arena, s->prim, s->cap * sizeof *s->prim, cap * sizeof *s->prim);
    s->cap = cap;
}

struct prim *scene_add(struct scene *s, enum prim_kind kind)
{
    if (s->n == s->cap)
        scene_reserve(s, s->cap ? s->cap : 1); /* most scenes are one line of text */
    s->prim[s->n] = (struct prim){.kind = kind};
    return &s->prim[s->n++];
}

struct prim *scene_text(struct scene *s, mpt x, mpt y, const char *text, struct text_style style,
                        enum text_anchor anchor)
{
    struct prim *p = scene_add(s, PRIM_TEXT);
    p->x = x;
    p->y = y;
    p->text = text;
    p->style = style;
    p->anchor = anchor;
    return p;
}

struct prim *scene_rect(struct scene *s, mpt x, mpt y, mpt w, mpt h, struct color fill)
{
    struct prim *p = scene_add(s, PRIM_RECT);
    p->x = x;
    p->y = y;
    p->w = w;
    p->h = h;
    p->fill = fill;
    p->filled = true;
    return p;
}

struct prim *scene_line(struct scene *s, mpt x1, mpt y1, mpt x2, mpt y2, struct color stroke,
                        mpt width)
{
    struct prim *p = scene_add(s, PRIM_LINE);
    p->x = x1;
    p->y = y1;
    p->w = x2;
    p->h = y2;
    p->stroke = stroke;
    p->stroked = true;
    p->stroke_width = width;
    return p;
}

void scene_begin(struct scene *s, const char *class_name, const char *title, const char *url)
{
    struct prim *p = scene_add(s, PRIM_GROUP);
    p->class_name = class_name;
    p->title = title;
    p->url = url;
}

void scene_begin_hidden(struct scene *s, const char *class_name)
{
    scene_begin(s, class_name, NULL, NULL);
    s->prim[s->n - 1].hidden = true;
}

void scene_end(struct scene *s)
{
    scene_add(s, PRIM_GROUP_END);
}

static void shift(struct arena *a, struct prim *p, mpt x, mpt y)
{
    p->x += x;
    p->y += y;
    if (p->kind == PRIM_LINE) {
        p->w += x;
        p->h += y;
    }
    if (p->points == 0)
        return;
    struct point *moved = ARENA_ARRAY(a, struct point, p->points);
    for (size_t i = 0; i < p->points; i++)
        moved[i] = (struct point){p->point[i].x + x, p->point[i].y + y};
    p->point = moved;
}

void scene_place(struct scene *s, const struct scene *part, mpt x, mpt y, int element)
{
    for (size_t i = 0; i < part->n; i++) {
        if (part->prim[i].kind == PRIM_LINK)
            continue;
        struct prim *p = scene_add(s, part->prim[i].kind);
        *p = part->prim[i];
        p->element = element;
        if (p->kind == PRIM_TEXT && !p->style.lang)
            p->style.lang = part->lang;
        shift(s->arena, p, x, y);
    }
}

/* --- drawing --- */

/* Groups reach a device balanced: a stray end is dropped, an open group is closed. */
void scene_draw(const struct scene *s, const struct device *dev, void *ctx)
{
    static const struct prim group_end = {.kind = PRIM_GROUP_END};
    size_t depth = 0;
    dev->begin(ctx, s);
    for (size_t i = 0; i < s->n; i++) {
        const struct prim *p = &s->prim[i];
        if (p->kind == PRIM_GROUP_END && depth == 0)
            continue;
        if (p->kind == PRIM_GROUP)
            depth++;
        if (p->kind == PRIM_GROUP_END)
            depth--;
        dev->draw(ctx, s, p);
    }
    while (depth-- > 0)
        dev->draw(ctx, s, &group_end);
    dev->end(ctx, s);
}

/* --- writing values --- */

static int hex_digit(char c)
{
    static const char digits[] = "0123456789abcdef";
    char lower = c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
    const char *at = lower ? strchr(digits, lower) : NULL;
    return at ? (int)(at - digits) : -1;
}

struct color color_of(const char *hex)
{
    unsigned char part[3];
    if (!hex || strlen(hex) != 7 || hex[0] != '#')
        return (struct color){0, 0, 0};
    for (int i = 0; i < 3; i++) {
        int high = hex_digit(hex[1 + 2 * i]), low = hex_digit(hex[2 + 2 * i]);
        if (high < 0 || low < 0)
            return (struct color){0, 0, 0};
        part[i] = (unsigned char)(high * 16 + low);
    }
    return (struct color){part[0], part[1], part[2]};
}

void scene_put_pt(struct buf *out, int64_t length)
{
    uint64_t n = length < 0 ? 0 - (uint64_t)length : (uint64_t)length;
    char text[32];
    size_t at = sizeof text;
    unsigned fraction = (unsigned)(n % MPT);
    if (fraction) {
        bool digits = false;
        for (int i = 0; i < 3; i++, fraction /= 10)
            if (digits || fraction % 10) {
                text[--at] = (char)('0' + fraction % 10);
                digits = true;
            }
        text[--at] = '.';
    }
    uint64_t whole = n / MPT;
    do
        text[--at] = (char)('0' + whole % 10);
    while (whole /= 10);
    if (length < 0)
        text[--at] = '-';
    buf_put(out, text + at, sizeof text - at);
}

void scene_put_color(struct buf *out, struct color c)
{
    buf_printf(out, "#%02x%02x%02x", c.r, c.g, c.b);
}
