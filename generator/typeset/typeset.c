#include "typeset/typeset.h"

#include "typeset/block.h"
#include "typeset/contents.h"
#include "typeset/page.h"
#include "typeset/page_cut.h"

#include <string.h>

mpt typeset_measure(const struct typeset_style *s)
{
    return s->page_width - s->margin_start - s->margin_end;
}

/* Hebrew to Arabic Extended-A in UTF-8 begin with D6 to DF, E0 A0 to E0 A3 or EF AC to EF BB. */
static bool looks_rtl(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if ((*p >= 0xD6 && *p <= 0xDF) || (*p == 0xE0 && p[1] >= 0xA0 && p[1] <= 0xA3) ||
            (*p == 0xEF && p[1] >= 0xAC && p[1] <= 0xBB))
            return true;
    return false;
}

mpt typeset_text_width(struct fonts *fonts, const char *text, struct text_style style)
{
    struct font_style font = {(enum font_weight)style.weight, style.tabular, style.lang};
    return (mpt)font_width(fonts, font, looks_rtl(text), text, strlen(text), style.size);
}

enum { RUNS_MOST = 5 }; /* until contents hold */

/* To try out how something would be set. */
static struct flow trial(struct arena *a, struct fonts *fonts, const struct locale *locale,
                         const struct typeset_doc *doc)
{
    return (struct flow){.arena = a, .home = a, .runs = a, .scratch = scratch_new(a),
                         .diags = diags_new(a), .fonts = fonts, .locale = locale,
                         .doc = doc, .style = &doc->style,
                         .tree = structure_new(a, "Document", doc->lang),
                         .rtl = locale_is_rtl(locale), .current_frame = -1};
}

mpt typeset_width_inside(struct arena *a, struct fonts *fonts, const struct locale *locale,
                         const struct typeset_doc *doc, const struct block *around, mpt width)
{
    struct flow f = trial(a, fonts, locale, doc);
    return block_inside(&f, around, (struct strip){0, width}).width;
}

mpt typeset_figure_room(struct arena *a, struct fonts *fonts, const struct locale *locale,
                        const struct typeset_doc *doc, const struct block *figure, mpt width)
{
    struct flow f = trial(a, fonts, locale, doc);
    struct block around = *figure;
    around.scene = scene_new(a, 0, 0);
    block_flow(&f, &around, (struct strip){0, width}, 0);
    mpt room = doc->style.page_height - doc->style.margin_top - doc->style.margin_bottom;
    for (size_t i = 0; i < f.slab.n; i++)
        room -= f.slab.p[i].height + (i ? f.slab.p[i].before : 0);
    return room;
}

/* The document before pages are drawn. */
struct laid {
    struct flow flow;
    struct page *page;
    size_t pages;
};

static void cut(struct laid *l)
{
    l->flow.note_line.n = 0;
    l->pages = page_cut(&l->flow, &l->page);
}

/* Sets the document once, in an arena of its own. */
static struct laid lay(struct flow start)
{
    struct laid l = {.flow = start};
    struct flow *f = &l.flow;
    const struct typeset_doc *doc = f->doc;
    f->arena = f->home = arena_new();
    f->tree = structure_new(f->home, "Document", doc->lang);
    f->note = ARENA_ARRAY(f->home, struct note_box, doc->notes + 1);
    struct strip strip = {0, flow_measure(f)};
    for (size_t i = 0; i < doc->n; i++)
        block_flow(f, doc->block[i], strip, 0);
    cut(&l);
    return l;
}

static void discard(struct laid *l)
{
    flow_forget(&l->flow, l->flow.slab.n);
    arena_free(l->flow.home);
}

/* A long document is set once, and its contents again until the pages they name are those where
 * the headings stand. */
static bool lay_long(struct flow start, struct laid *l)
{
    if (!contents_expect(&start))
        return false;
    *l = lay(start);
    bool held = contents_hold(&l->flow, l->page, l->pages), same = true;
    for (int run = 0; run < RUNS_MOST && !held && same; run++) {
        contents_list(&l->flow, &l->flow);
        same = l->flow.listed && contents_again(&l->flow);
        if (same) {
            cut(l);
            held = contents_hold(&l->flow, l->page, l->pages);
        }
    }
    if (held && contents_wanted(&l->flow, l->page, l->pages))
        return true;
    discard(l);
    return false;
}

/* One that may be too short for contents is set without them, then again with them. */
static struct laid lay_short(struct flow start)
{
    struct laid l = lay(start);
    const struct block *contents = l.flow.contents.block;
    bool held = !contents || l.pages < contents->least_pages;
    if (!held)
        contents_hold(&l.flow, l.page, l.pages);
    for (int run = 0; run < RUNS_MOST && !held; run++) {
        struct flow next = start;
        contents_list(&next, &l.flow);
        struct laid with = lay(next);
        held = contents_hold(&with.flow, with.page, with.pages);
        discard(&l);
        l = with;
    }
    return l;
}

/* --- pages --- */

struct pages_left {
    struct laid laid;
    struct typeset_doc doc;
    struct arena **arena; /* of each page */
};

static void free_pages(void *pages)
{
    struct pages *p = pages;
    for (size_t i = 0; i < p->n; i++)
        arena_free(p->left->arena[i]);
    struct laid laid = p->left->laid; /* what it frees holds it, too */
    discard(&laid);
}

/* The document and its style are kept: pages are drawn when typeset has returned. */
static struct pages *pages_of(const struct laid *l)
{
    struct arena *a = l->flow.home;
    struct pages *p = ARENA_NEW(a, struct pages);
    struct pages_left *left = p->left = ARENA_NEW(a, struct pages_left);
    left->laid = *l;
    left->doc = *l->flow.doc;
    left->laid.flow.doc = &left->doc;
    left->laid.flow.style = &left->doc.style;
    left->arena = ARENA_ARRAY(a, struct arena *, l->pages);
    p->page = ARENA_ARRAY(a, struct scene *, l->pages);
    p->n = l->pages;
    p->structure = l->flow.tree;
    p->outline = l->flow.outline.p;
    p->outlines = l->flow.outline.n;
    return p;
}

const struct scene *typeset_page(const struct pages *p, size_t index)
{
    struct pages_left *left = p->left;
    if (p->page[index] || !left)
        return p->page[index];
    struct flow *f = &left->laid.flow;
    struct arena *home = f->home;
    f->arena = f->home = left->arena[index] = arena_new();
    p->page[index] = page_draw(f, &left->laid.page[index], index + 1, p->n);
    f->arena = f->home = home;
    return p->page[index];
}

void typeset_forget(const struct pages *p, size_t index)
{
    struct pages_left *left = p->left;
    if (!left)
        return;
    arena_free(left->arena[index]);
    left->arena[index] = NULL;
    p->page[index] = NULL;
    flow_forget(&left->laid.flow, left->laid.page[index].to);
}

struct pages *typeset(struct arena *a, struct diags *d, struct fonts *fonts,
                      const struct locale *locale, const struct typeset_doc *doc)
{
    struct arena *runs = arena_new();
    struct kept_table *kept = NULL;
    struct flow start = {.runs = runs, .kept = &kept, .scratch = scratch_new(a), .diags = d,
                         .fonts = fonts, .locale = locale, .doc = doc,
                         .style = &doc->style, .rtl = locale_is_rtl(locale), .current_frame = -1};
    struct laid l;
    if (!lay_long(start, &l))
        l = lay_short(start);
    struct pages *p = pages_of(&l);
    arena_free(runs);
    arena_defer(a, free_pages, p);
    return p;
}
