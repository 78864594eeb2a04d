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

mpt typeset_figure_room(struct arena *a, struct fonts *fonts, const struct locale *locale,
                        const struct typeset_doc *doc, const struct block *figure)
{
    struct flow f = {.arena = a, .home = a, .runs = a, .diags = diags_new(a), .fonts = fonts,
                     .locale = locale, .doc = doc, .style = &doc->style,
                     .rtl = locale_is_rtl(locale), .current_frame = -1};
    struct block around = *figure;
    f.tree = structure_new(a, "Document", doc->lang);
    around.scene = scene_new(a, 0, 0);
    block_flow(&f, &around, (struct strip){0, flow_measure(&f)}, 0);
    mpt room = doc->style.page_height - doc->style.margin_top - doc->style.margin_bottom;
    for (size_t i = 0; i < f.slab.n; i++)
        room -= f.slab.p[i].height + (i ? f.slab.p[i].before : 0);
    return room;
}

/* Sets the document once, in an arena of its own. */
static struct pages *attempt(struct flow *f)
{
    const struct typeset_doc *doc = f->doc;
    struct arena *a = f->arena = f->home = arena_new();
    f->tree = structure_new(a, "Document", doc->lang);
    f->note = ARENA_ARRAY(a, struct note_box, doc->notes + 1);
    struct strip strip = {0, flow_measure(f)};
    for (size_t i = 0; i < doc->n; i++)
        block_flow(f, doc->block[i], strip, 0);
    struct page *page;
    size_t pages = page_cut(f, &page);
    struct pages *out = ARENA_NEW(a, struct pages);
    out->page = page_draw(f, page, pages);
    out->n = pages;
    out->structure = f->tree;
    out->outline = f->outline.p;
    out->outlines = f->outline.n;
    flow_forget(f, f->slab.n);
    return out;
}

/* With contents: again until the pages they name are those where the headings stand.  Leaves
 * in *of the arena of the pages. */
static struct pages *settle(struct flow start, struct arena **of)
{
    struct flow f = start;
    struct pages *p = attempt(&f);
    size_t without = p->n;
    bool held = !f.contents;
    for (int run = 0; run < RUNS_MOST && !held; run++) {
        struct flow next = start;
        contents_note_pages(&f, p->page, p->n);
        next.listed = f.heading.p;
        next.listings = f.heading.n;
        next.pages_without = without;
        p = attempt(&next);
        held = contents_hold(&next, p->page, p->n);
        arena_free(f.home);
        f = next;
    }
    *of = f.home;
    return p;
}

static void free_arena(void *arena)
{
    arena_free(arena);
}

struct pages *typeset(struct arena *a, struct diags *d, struct fonts *fonts,
                      const struct locale *locale, const struct typeset_doc *doc)
{
    struct arena *of, *runs = arena_new();
    struct kept_table *kept = NULL;
    struct pages *p = settle(
        (struct flow){.runs = runs, .kept = &kept, .diags = d, .fonts = fonts,
                      .locale = locale, .doc = doc, .style = &doc->style,
                      .rtl = locale_is_rtl(locale), .current_frame = -1},
        &of);
    arena_free(runs);
    arena_defer(a, free_arena, of);
    return p;
}
