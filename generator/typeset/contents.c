#include "typeset/contents.h"

#include "base/map.h"
#include "typeset/block.h"
#include "typeset/keep.h"

#include <string.h>

enum { /* 1/1000 pt */
    LEVEL_INDENT = 24000,
    NUMBER_GAP = 8000,
    PAGE_GAP = 9000,     /* white before the page's label, around the leader */
    SECTION_BEFORE = 4000, /* above entries of the first level */
    LEADER = 900,        /* dots and the white between them */
    LEADER_RISE = 1000,
};
enum { LEVELS = 3, DEEPEST = 6, TOGETHER = 12 }; /* lines of contents that do not part */

struct setting {
    struct flow *f;
    struct strip strip;
    struct para_style style;
    mpt page_width;          /* of the widest label */
    mpt number_width[DEEPEST + 1];
    int toc[DEEPEST + 1];    /* the open list of each level */
    int depth;
    int level;               /* of the entry before */
};

static bool is_listed(const struct listed *l, int deepest)
{
    return l->level >= 1 && l->level <= deepest;
}

/* A heading's words without its notes and links: the whole line leads to it. */
static struct inlines words_of(struct flow *f, const struct inlines *text)
{
    struct inlines out = {ARENA_ARRAY(f->arena, struct inl, text->n + 1), 0};
    for (size_t i = 0; i < text->n; i++) {
        struct inl inl = text->item[i];
        if (inl.kind == INLINE_NOTE_MARK)
            continue;
        if (inl.kind == INLINE_BREAK)
            inl = (struct inl){.text = " "};
        inl.url = inl.dest = NULL;
        inl.has_color = false;
        out.item[out.n++] = inl;
    }
    return out;
}

static void measure(struct setting *s, int deepest)
{
    struct flow *f = s->f;
    for (size_t i = 0; i < f->listings; i++) {
        const struct listed *l = &f->listed[i];
        if (!is_listed(l, deepest))
            continue;
        mpt page = paragraph_label_width(f, l->page, s->style), number = 0;
        if (l->number)
            number = paragraph_label_width(f, l->number, s->style) + NUMBER_GAP;
        s->page_width = page > s->page_width ? page : s->page_width;
        mpt *widest = &s->number_width[l->level];
        *widest = number > *widest ? number : *widest;
    }
    for (int i = 1; i <= DEEPEST; i++)
        if (s->number_width[i] && s->number_width[i] < LEVEL_INDENT)
            s->number_width[i] = LEVEL_INDENT;
}

/* The list an entry of a level belongs to: deeper ones stand in lists of their own. */
static int list_of(struct setting *s, int level)
{
    while (s->level > level)
        s->level--;
    while (s->level < level) {
        s->toc[s->level + 1] = structure_add(s->f->tree, s->toc[s->level], "TOC");
        s->level++;
    }
    return s->toc[level];
}

/* Numbers of a level hang where the text of the level above begins. */
static mpt indent_of(const struct setting *s, int level)
{
    mpt indent = 0;
    for (int i = 1; i < level; i++)
        indent += s->number_width[i] ? s->number_width[i] : LEVEL_INDENT / 2;
    return indent;
}

/* A space after the words keeps the page's number apart for those who listen or copy. */
static void end_words(struct setting *s, const struct para_line *line)
{
    struct scene *art = line->art;
    for (size_t i = art->n; i-- > 0;) {
        struct prim *t = &art->prim[i];
        if (t->kind != PRIM_TEXT)
            continue;
        mpt space = paragraph_label_width(s->f, " ", s->style);
        t->text = arena_printf(s->f->arena, "%s ", t->text);
        t->advance += space;
        t->x -= t->rtl ? space : 0;
        return;
    }
}

/* A row of dots from the text's end to the page's label. */
static void put_leader(struct setting *s, struct scene *art, struct strip text, mpt set, mpt y)
{
    struct flow *f = s->f;
    mpt from = text.start + set + PAGE_GAP / 2;
    mpt to = s->strip.start + s->strip.width - s->page_width - PAGE_GAP / 2;
    if (to - from < PAGE_GAP)
        return;
    mpt x = flow_left(f, (struct strip){from, to - from});
    scene_line(art, x, y - LEADER_RISE, x + to - from, y - LEADER_RISE, f->style->rule, LEADER);
    art->prim[art->n - 1].dash = LEADER;
}

static void put_link(struct scene *art, const struct listed *l, mpt x, mpt w, mpt h,
                     const char *title, int element)
{
    struct prim *link = scene_add(art, PRIM_LINK);
    link->element = element;
    link->x = x;
    link->w = w;
    link->h = h;
    link->dest = arena_strdup(art->arena, l->dest);
    link->title = title;
}

static void put_page(struct setting *s, struct scene *art, const struct listed *l, mpt baseline,
                     int element)
{
    struct flow *f = s->f;
    mpt w = paragraph_label_width(f, l->page, s->style);
    struct strip at = {s->strip.start + s->strip.width - w, w};
    paragraph_label(f, art, l->page, s->style, at, baseline, element);
}

static void put_entry(struct setting *s, const struct listed *l)
{
    struct flow *f = s->f;
    int toci = structure_add(f->tree, list_of(s, l->level), "TOCI");
    int lbl = l->number ? structure_add(f->tree, toci, "Lbl") : ELEMENT_NONE;
    int reference = structure_add(f->tree, toci, "Reference");
    int link = structure_add(f->tree, reference, "Link");
    mpt indent = indent_of(s, l->level), leading = s->style.leading;
    mpt baseline = flow_baseline(f, s->style.size, leading);
    struct strip text = {s->strip.start + indent + s->number_width[l->level], 0};
    text.width = s->strip.start + s->strip.width - text.start - s->page_width - 2 * PAGE_GAP;
    struct inlines words = words_of(f, &l->text);
    struct para p = paragraph_set(f, &words, s->style, text.width, link);
    if (!p.n)
        return;
    end_words(s, &p.line[p.n - 1]);
    if (l->level == 1)
        flow_space(f, SECTION_BEFORE);
    size_t first = f->slab.n;
    paragraph_flow(f, &p, text, s->style.size, leading);
    for (size_t i = first + 1; i < f->slab.n; i++)
        f->slab.p[i].penalty = BREAK_NEVER;
    if (l->number) {
        struct scene *art = flow_art(f);
        struct strip at = {s->strip.start + indent, s->number_width[l->level]};
        paragraph_label(f, art, l->number, s->style, at, baseline, lbl);
        flow_place(art, f->slab.p[first].art, 0, 0, false);
        f->slab.p[first].art = art;
    }
    struct scene *last = f->slab.p[f->slab.n - 1].art;
    put_leader(s, last, text, p.line[p.n - 1].width, baseline);
    put_page(s, last, l, baseline, link);
    struct strip row = {s->strip.start + indent, s->strip.width - indent};
    const char *title = paragraph_plain(f->arena, &words);
    for (size_t i = first; i < f->slab.n; i++)
        put_link(f->slab.p[i].art, l, flow_left(f, row), row.width, leading, title, link);
}

static void put_title(struct setting *s, const struct block *b, int parent)
{
    struct block title = {.kind = BLOCK_HEADING, .level = 1, .text = b->text, .dest = b->dest,
                          .place = b->place};
    if (!title.dest)
        title.dest = "contents";
    if (!b->text.n)
        return;
    size_t headings = s->f->heading.n;
    block_flow(s->f, &title, s->strip, parent);
    s->f->heading.n = headings; /* it does not list itself */
}

static void put_entries(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    int deepest = b->level > 0 ? b->level : LEVELS;
    deepest = deepest < DEEPEST ? deepest : DEEPEST;
    struct setting s = {.f = f, .strip = strip};
    s.style = (struct para_style){.size = f->style->size, .leading = f->style->leading,
                                  .color = f->style->text, .tabular = true};
    size_t first = f->slab.n;
    put_title(&s, b, parent);
    measure(&s, deepest);
    s.toc[0] = parent;
    for (size_t i = 0; i < f->listings; i++) {
        const struct listed *l = &f->listed[i];
        if (is_listed(l, deepest))
            put_entry(&s, l);
    }
    for (size_t i = first + 1; i < f->slab.n && f->slab.n - first <= TOGETHER; i++)
        f->slab.p[i].penalty = BREAK_NEVER;
    flow_space(f, b->space_after > 0 ? b->space_after : f->style->contents_after);
}

void contents_flow(struct flow *f, const struct block *b, struct strip strip, int parent)
{
    struct contents_place at = {.block = b, .strip = strip, .parent = parent, .texts = f->texts,
                                .space = f->space, .penalty = f->next_penalty,
                                .slab = f->slab.n, .element = f->tree->n};
    if (f->listed)
        put_entries(f, b, strip, parent);
    at.slabs = f->slab.n - at.slab;
    at.elements = f->tree->n - at.element;
    f->contents = at;
}

/* Elements are the same ones, made again one by one. */
bool contents_again(struct flow *f)
{
    struct contents_place at = f->contents;
    struct flow again = *f;
    size_t elements = f->tree->n;
    memset(&again.slab, 0, sizeof again.slab);
    memset(&again.outline, 0, sizeof again.outline);
    memset(&again.heading, 0, sizeof again.heading);
    again.texts = at.texts;
    again.space = at.space;
    again.next_penalty = at.penalty;
    f->tree->n = at.element;
    put_entries(&again, at.block, at.strip, at.parent);
    bool same = again.slab.n == at.slabs && f->tree->n == at.element + at.elements;
    f->tree->n = elements;
    if (same && at.slabs)
        memcpy(&f->slab.p[at.slab], again.slab.p, at.slabs * sizeof *again.slab.p);
    return same;
}

/* --- headings --- */

struct expected {
    struct flow *f;
    VEC(struct listed) heading;
    int sections, contents;
};

static void expect(struct expected *e, struct block *const *block, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct block *b = block[i];
        e->contents += b->kind == BLOCK_CONTENTS;
        if (b->kind == BLOCK_HEADING && b->text.n) {
            const char *dest = b->dest;
            if (!dest)
                dest = arena_printf(e->f->runs, "section-%d", ++e->sections);
            struct listed heading = {b->number, dest, "00", b->text, b->level};
            VEC_PUSH(e->f->runs, &e->heading, heading);
        }
        expect(e, b->child, b->n);
    }
}

bool contents_expect(struct flow *f)
{
    struct expected e = {.f = f};
    int outer = 0;
    for (size_t i = 0; i < f->doc->n; i++)
        outer += f->doc->block[i]->kind == BLOCK_CONTENTS;
    expect(&e, f->doc->block, f->doc->n);
    f->listed = e.heading.p;
    f->listings = e.heading.n;
    return outer == 1 && e.contents == 1 && e.heading.n > 0;
}

static void note_dests(struct map *at, const struct slab *slab, const char *page)
{
    size_t n = slab->art ? slab->art->n : 0;
    const struct prim *prim = slab->art ? slab->art->prim : NULL;
    if (slab->kept)
        prim = keep_others(slab->kept, &n);
    for (size_t k = 0; k < n; k++) {
        const struct prim *p = &prim[k];
        if (p->kind == PRIM_DEST && p->dest && !map_has(at, p->dest))
            map_set(at, p->dest, (void *)page);
    }
}

static void note_pages(struct flow *f, const struct page *page, size_t pages)
{
    struct map at;
    map_init(&at, f->arena);
    for (size_t i = 0; i < pages; i++) {
        const char *label = arena_printf(f->arena, "%zu", i + 1);
        for (size_t k = page[i].from; k < page[i].to; k++) {
            note_dests(&at, &f->slab.p[k], label);
            for (size_t n = 0; f->slab.p[k].foot && n < f->foots; n++)
                note_dests(&at, &f->foot[n], label);
        }
    }
    for (size_t i = 0; i < f->heading.n; i++) {
        const char *on = map_get(&at, f->heading.p[i].dest);
        f->heading.p[i].page = on ? on : "";
    }
}

bool contents_hold(struct flow *f, const struct page *page, size_t pages)
{
    note_pages(f, page, pages);
    if (f->heading.n != f->listings)
        return false;
    for (size_t i = 0; i < f->listings; i++)
        if (strcmp(f->heading.p[i].page, f->listed[i].page) != 0 ||
            strcmp(f->heading.p[i].dest, f->listed[i].dest) != 0)
            return false;
    return true;
}

void contents_list(struct flow *to, const struct flow *from)
{
    struct listed *list = ARENA_ARRAY(from->arena, struct listed, from->heading.n);
    if (from->heading.n)
        memcpy(list, from->heading.p, from->heading.n * sizeof *list);
    to->listed = from->heading.n ? list : NULL;
    to->listings = from->heading.n;
}

/* Without its contents the document has fewer pages by those on which they stand, and one more
 * where both ends of that gap flow together. */
bool contents_wanted(const struct flow *f, const struct page *page, size_t pages)
{
    const struct contents_place *at = &f->contents;
    size_t on = 1;
    for (size_t i = 0; i < pages; i++)
        on += page[i].from < at->slab + at->slabs && page[i].to > at->slab;
    return pages >= at->block->least_pages + on;
}
