#include "typeset/typeset.h"

#include "typeset/block.h"
#include "typeset/contents.h"
#include "typeset/page.h"

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

enum { STRETCH_MOST = 1250, RUNS_MOST = 5 };

/* A last page of a few lines is avoided by a little more or less white between blocks. */
static const int stretches[] = {1000, 900, 1100, 800, STRETCH_MOST, 650};

mpt typeset_figure_room(struct arena *a, struct fonts *fonts, const struct locale *locale,
                        const struct typeset_doc *doc, const struct block *figure)
{
    struct flow f = {.arena = a, .diags = diags_new(a), .fonts = fonts, .locale = locale,
                     .doc = doc, .style = &doc->style, .rtl = locale_is_rtl(locale),
                     .stretch = STRETCH_MOST, .current_frame = -1};
    struct block around = *figure;
    f.tree = structure_new(a, "Document", doc->lang);
    around.scene = scene_new(a, 0, 0);
    block_flow(&f, &around, (struct strip){0, flow_measure(&f)}, 0);
    mpt room = doc->style.page_height - doc->style.margin_top - doc->style.margin_bottom;
    for (size_t i = 0; i < f.slab.n; i++)
        room -= f.slab.p[i].height + (i ? f.slab.p[i].before : 0);
    return room;
}

static struct pages *attempt(struct flow *f, bool *is_short)
{
    struct arena *a = f->arena;
    const struct typeset_doc *doc = f->doc;
    f->tree = structure_new(a, "Document", doc->lang);
    f->note = ARENA_ARRAY(a, struct note_box, doc->notes + 1);
    struct strip strip = {0, flow_measure(f)};
    for (size_t i = 0; i < doc->n; i++)
        block_flow(f, doc->block[i], strip, 0);
    size_t *page;
    size_t pages = page_cut(f, &page);
    *is_short = page_last_is_short(f, page, pages);
    struct pages *out = ARENA_NEW(a, struct pages);
    out->page = page_draw(f, page, pages);
    out->n = pages;
    out->structure = f->tree;
    out->outline = f->outline.p;
    out->outlines = f->outline.n;
    return out;
}

/* With contents: again until the pages they name are those where the headings stand. */
static struct pages *settle(struct flow start, bool *is_short)
{
    struct flow f = start;
    struct pages *p = attempt(&f, is_short);
    size_t without = p->n;
    for (int run = 0; run < RUNS_MOST && f.contents; run++) {
        struct flow next = start;
        contents_note_pages(&f, p->page, p->n);
        if (contents_hold(&f))
            break;
        next.listed = f.heading.p;
        next.listings = f.heading.n;
        next.pages_without = without;
        p = attempt(&next, is_short);
        f = next;
    }
    return p;
}

struct pages *typeset(struct arena *a, struct diags *d, struct fonts *fonts,
                      const struct locale *locale, const struct typeset_doc *doc)
{
    struct pages *first = NULL;
    struct kept_table *kept = NULL;
    for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++) {
        bool is_short;
        struct pages *p = settle(
            (struct flow){.arena = a, .diags = d, .fonts = fonts, .locale = locale, .doc = doc,
                          .style = &doc->style, .rtl = locale_is_rtl(locale),
                          .stretch = stretches[i], .kept = &kept, .current_frame = -1}, &is_short);
        if (!is_short)
            return p;
        first = first ? first : p;
    }
    return first;
}
