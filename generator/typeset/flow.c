#include "typeset/flow.h"

#include "typeset/keep.h"

#include <string.h>

mpt flow_measure(const struct flow *f)
{
    return typeset_measure(f->style);
}

mpt flow_left(const struct flow *f, struct strip s)
{
    return f->rtl ? flow_measure(f) - s.start - s.width : s.start;
}

struct slab *flow_add(struct flow *f, mpt height, struct scene *art)
{
    struct slab s = {.before = f->space, .height = height, .art = art,
                     .penalty = f->next_penalty, .frame = f->current_frame};
    f->space = 0;
    f->next_penalty = BREAK_FREE;
    VEC_PUSH(f->home, &f->slab, s);
    return &f->slab.p[f->slab.n - 1];
}

void flow_space(struct flow *f, mpt space)
{
    if (space > f->space)
        f->space = space;
}

void flow_penalty(struct flow *f, int penalty)
{
    if (f->next_penalty == BREAK_FORCED)
        return;
    if (penalty == BREAK_FORCED || penalty > f->next_penalty)
        f->next_penalty = penalty;
}

int flow_frame(struct flow *f, struct frame frame)
{
    frame.parent = f->current_frame;
    VEC_PUSH(f->arena, &f->frame, frame);
    f->current_frame = (int)f->frame.n - 1;
    return f->current_frame;
}

struct scene *flow_art(struct flow *f)
{
    return scene_new(f->arena, flow_measure(f), 0);
}

void flow_place(struct scene *to, const struct scene *art, mpt x, mpt y, bool decoration)
{
    for (size_t i = 0; art && i < art->n; i++) {
        const struct prim *from = &art->prim[i];
        if (decoration && (from->kind == PRIM_LINK || from->kind == PRIM_DEST))
            continue;
        struct prim *p = scene_add(to, from->kind);
        *p = *from;
        p->x += x;
        p->y += y;
        if (decoration)
            p->element = ELEMENT_NONE;
        if (p->kind == PRIM_LINE) {
            p->w += x;
            p->h += y;
        }
        if (!p->points)
            continue;
        struct point *moved = ARENA_ARRAY(to->arena, struct point, p->points);
        for (size_t k = 0; k < p->points; k++)
            moved[k] = (struct point){p->point[k].x + x, p->point[k].y + y};
        p->point = moved;
    }
}

/* --- scratch --- */

enum { IDLE_MOST = 8 };

struct scratch {
    struct arena *idle[IDLE_MOST];
    size_t n;
};

static void close_scratch(void *scratch)
{
    struct scratch *s = scratch;
    while (s->n > 0)
        arena_free(s->idle[--s->n]);
}

struct scratch *scratch_new(struct arena *a)
{
    struct scratch *s = ARENA_NEW(a, struct scratch);
    arena_defer(a, close_scratch, s);
    return s;
}

struct arena *scratch_take(struct scratch *s)
{
    return s->n > 0 ? s->idle[--s->n] : arena_new();
}

void scratch_give(struct scratch *s, struct arena *arena)
{
    if (s->n == IDLE_MOST) {
        arena_free(arena);
        return;
    }
    arena_clear(arena);
    s->idle[s->n++] = arena;
}

void flow_scratch(struct flow *f)
{
    f->arena = scratch_take(f->scratch);
}

void flow_scratch_end(struct flow *f)
{
    scratch_give(f->scratch, f->arena);
    f->arena = f->home;
}

/* --- what is kept --- */

static const char *kept(struct flow *f, const char *text)
{
    return text ? arena_strdup(f->home, text) : NULL;
}

void flow_keep_prim(struct flow *f, struct prim *p)
{
    p->text = kept(f, p->text);
    p->dest = kept(f, p->dest);
    p->title = kept(f, p->title);
    if (!p->gaps)
        return;
    struct text_gap *gap = ARENA_ARRAY(f->home, struct text_gap, p->gaps);
    memcpy(gap, p->gap, p->gaps * sizeof *gap);
    p->gap = gap;
}

enum { GALLEY_SLABS = 2000 };

static struct arena *galley(struct flow *f)
{
    if (!f->galley.n || f->slab.n > f->galley.p[f->galley.n - 1].end) {
        struct galley g = {arena_new(), f->slab.n + GALLEY_SLABS};
        VEC_PUSH(f->home, &f->galley, g);
    }
    return f->galley.p[f->galley.n - 1].arena;
}

void flow_keep(struct flow *f)
{
    struct slab *s = &f->slab.p[f->slab.n - 1];
    const struct scene *from = s->art;
    if (s->notes) {
        int *note = ARENA_ARRAY(f->home, int, s->notes);
        memcpy(note, s->note, s->notes * sizeof *note);
        s->note = note;
    }
    s->kept = keep_art(f, galley(f), from);
    s->art = NULL;
}

struct scene *flow_open(struct flow *f, struct slab *s)
{
    if (s->art)
        return s->art;
    s->art = flow_art(f);
    if (s->kept)
        keep_place(f, s->art, s->kept, 0, 0);
    for (size_t i = 0; i < s->art->n; i++) /* it may stay for longer, as that of heads does */
        flow_keep_prim(f, &s->art->prim[i]);
    s->kept = NULL;
    return s->art;
}

void flow_draw(const struct flow *f, struct scene *to, const struct slab *s, mpt x, mpt y)
{
    if (s->kept)
        keep_place(f, to, s->kept, x, y);
    else
        flow_place(to, s->art, x, y, false);
}

void flow_forget(struct flow *f, size_t end)
{
    for (; f->galleys_gone < f->galley.n; f->galleys_gone++) {
        struct galley *g = &f->galley.p[f->galleys_gone];
        if (g->end > end && end < f->slab.n)
            return;
        arena_free(g->arena);
    }
}

void flow_rule(struct scene *to, mpt x, mpt y, mpt w, struct color color, mpt thickness)
{
    if (thickness > 0 && w > 0)
        scene_line(to, x, y, x + w, y, color, thickness);
}

mpt flow_baseline(const struct flow *f, mpt size, mpt leading)
{
    const struct font_face *face = fonts_face(f->fonts, FONT_REGULAR);
    mpt cap = face->cap_height > 0 ? (mpt)font_scale(face, face->cap_height, size) : size * 2 / 3;
    return (leading + cap) / 2;
}
