/* report.c - the paper's parts, in their order. */
#include "report/report_room.h"

static struct color site_color(const char *hex, struct color standing)
{
    return hex ? color_of(hex) : standing;
}

static struct typeset_style style_of(const struct paper *p)
{
    const struct site *site = &model_records(views_model(p->views))->site;
    struct typeset_style s = typeset_style_default(p->doc->record->landscape);
    s.heading = site_color(site->accent, s.heading);
    for (size_t i = 0; i < HEADING_LEVELS; i++)
        s.heading_level[i].color = s.heading;
    s.tint = site_color(site->tint, s.tint);
    return s;
}

static struct page_furniture furniture_of(struct paper *p)
{
    return (struct page_furniture){
        .head_start = p->doc->number,
        .head_end = blocks_word1(p, "page_n", "n", "{page}"),
        .mark = p->doc->open ? views_word(p->views, "draft", NULL) : NULL,
        .foot = p->doc->sample ? p->doc->sample_note : NULL,
    };
}

/* A remark on the attached data, then the series' end mark. */
static void put_end(struct paper *p)
{
    if (p->file.n) {
        const char *attached = views_word(p->views, "data_attached", NULL);
        struct block *b = blocks_paragraph(p, attached, FONT_REGULAR);
        b->muted = true;
        b->size = p->style.note_size;
        b->space_before = 12000;
        VEC_PUSH(p->arena, &p->block, b);
    }
    blocks_add(p, BLOCK_RULE);
}

static struct note *notes_of(struct paper *p)
{
    const struct narrative *n = p->narrative;
    struct note *note = ARENA_ARRAY(p->arena, struct note, n->notes + 1);
    for (size_t i = 0; i < n->notes; i++)
        note[i] = (struct note){markdown_inlines(p, n->note[i].body), n->note[i].place};
    return note;
}

struct report *report_build(struct arena *a, struct diags *d, const struct views *v,
                            struct fonts *fonts, const struct narrative *n)
{
    struct paper p = {
        .arena = a, .diags = d, .views = v, .fonts = fonts, .narrative = n, .doc = n->doc};
    p.style = style_of(&p);
    cover_blocks(&p);
    markdown_blocks(&p, &p.block, n->body, true);
    data_attach_figures(&p);
    put_end(&p);
    struct typeset_doc doc = {.block = p.block.p, .n = p.block.n,
                              .note = notes_of(&p), .notes = n->notes,
                              .furniture = furniture_of(&p), .style = p.style,
                              .lang = n->doc->lang, .title = n->doc->title};
    struct report *r = ARENA_NEW(a, struct report);
    r->pages = typeset(a, d, fonts, views_locale(v), &doc);
    r->title = n->doc->title;
    r->author = views_text(v, &model_records(views_model(v))->site.publisher, NULL);
    r->subject = n->doc->group && n->doc->meeting
                     ? arena_printf(a, "%s, %s", n->doc->group, n->doc->meeting)
                     : n->doc->group;
    r->file = p.file.p;
    r->files = p.file.n;
    return r;
}
