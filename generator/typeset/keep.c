#include "typeset/keep.h"

#include <string.h>

struct line { /* a plain text, or a place among the others */
    mpt x, y, advance, word_space;
    int element;
    uint32_t text; /* byte of all letters */
    uint16_t look;
    bool rtl, other;
};

struct kept_art {
    struct line *line;
    size_t n;
    char *letters;
    struct prim *other; /* in order */
    size_t others;
};

enum { LOOKS_MOST = 256 };

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_look(const struct text_style *a, const struct text_style *b)
{
    return a->size == b->size && a->weight == b->weight && a->tabular == b->tabular &&
           a->color.r == b->color.r && a->color.g == b->color.g && a->color.b == b->color.b &&
           same_text(a->lang, b->lang) && same_text(a->role, b->role);
}

/* The number of a look; LOOKS_MOST when there are too many. */
static size_t look_of(struct flow *f, const struct text_style *style)
{
    size_t i = 0;
    while (i < f->look.n && !same_look(&f->look.p[i], style))
        i++;
    if (i == f->look.n && i < LOOKS_MOST)
        VEC_PUSH(f->home, &f->look, *style);
    return i;
}

/* Does a line say all of a primitive? */
static bool is_plain(const struct prim *p)
{
    return p->kind == PRIM_TEXT && p->text && p->anchor == ANCHOR_START && !p->gaps &&
           !p->actual && !p->rotate && !p->opacity && p->artifact == ARTIFACT_LAYOUT;
}

static void keep_other(struct kept_art *k, struct flow *f, struct line *l, const struct prim *p)
{
    l->other = true;
    k->other[k->others] = *p;
    flow_keep_prim(f, &k->other[k->others++]);
}

static void keep_line(struct kept_art *k, struct line *l, const struct prim *p, size_t look,
                      uint32_t *at)
{
    size_t n = strlen(p->text) + 1;
    *l = (struct line){p->x, p->y, p->advance, p->word_space, p->element, *at, (uint16_t)look,
                       p->rtl, false};
    memcpy(k->letters + *at, p->text, n);
    *at += (uint32_t)n;
}

const struct kept_art *keep_art(struct flow *f, struct arena *a, const struct scene *art)
{
    size_t letters = 0, others = 0;
    for (size_t i = 0; i < art->n; i++) {
        const struct prim *p = &art->prim[i];
        bool plain = is_plain(p) && look_of(f, &p->style) < LOOKS_MOST;
        letters += plain ? strlen(p->text) + 1 : 0;
        others += !plain;
    }
    struct kept_art *k = ARENA_NEW(a, struct kept_art);
    k->n = art->n;
    k->line = ARENA_ARRAY(a, struct line, art->n);
    k->letters = arena_alloc(a, letters + 1);
    k->other = others ? ARENA_ARRAY(a, struct prim, others) : NULL;
    uint32_t at = 0;
    for (size_t i = 0; i < art->n; i++) {
        const struct prim *p = &art->prim[i];
        size_t look = is_plain(p) ? look_of(f, &p->style) : LOOKS_MOST;
        if (look < LOOKS_MOST)
            keep_line(k, &k->line[i], p, look, &at);
        else
            keep_other(k, f, &k->line[i], p);
    }
    return k;
}

size_t keep_prims(const struct kept_art *k)
{
    return k->n;
}

const struct prim *keep_others(const struct kept_art *k, size_t *n)
{
    *n = k->others;
    return k->other;
}

static void draw_line(const struct flow *f, struct scene *to, const struct kept_art *k,
                      const struct line *l, mpt x, mpt y)
{
    struct prim *p = scene_text(to, l->x + x, l->y + y, k->letters + l->text,
                                f->look.p[l->look], ANCHOR_START);
    p->advance = l->advance;
    p->word_space = l->word_space;
    p->element = l->element;
    p->rtl = l->rtl;
}

void keep_place(const struct flow *f, struct scene *to, const struct kept_art *k, mpt x, mpt y)
{
    struct scene one = {.n = 1};
    size_t other = 0;
    for (size_t i = 0; i < k->n; i++) {
        if (!k->line[i].other) {
            draw_line(f, to, k, &k->line[i], x, y);
            continue;
        }
        one.prim = &k->other[other++];
        flow_place(to, &one, x, y, false);
    }
}
