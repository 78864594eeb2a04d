/* report.c - the paper's parts, in their order. */
#include "report/report_room.h"

#include <string.h>

/* --- page furniture --- */

struct part { /* of a running head */
    const char *name, *text;
};

/* A pattern with its parts filled in, but for the page's number and how many there are. */
static const char *running(struct paper *p, const char *pattern)
{
    const struct view_document *d = p->doc;
    const struct site *site = &model_records(views_model(p->views))->site;
    struct value *args = value_map(p->arena);
    value_set_string(args, "n", "{page}");
    value_set_string(args, "total", "{pages}");
    const struct part parts[] = {
        {"{number}", d->number},
        {"{title}", d->title},
        {"{group}", d->group},
        {"{date}", d->date},
        {"{publisher}", views_text_marked(p->views, &site->publisher)},
        {"{page_n}", views_word(p->views, "page_n", args)},
        {"{page_n_of}", views_word(p->views, "page_n_of", args)},
    };
    struct buf b = BUF_INIT;
    for (const char *s = pattern ? pattern : ""; *s;) {
        const struct part *part = parts, *end = parts + sizeof parts / sizeof *parts;
        while (part < end && strncmp(s, part->name, strlen(part->name)) != 0)
            part++;
        if (part == end)
            buf_putc(&b, *s++);
        else if (part->text)
            buf_puts(&b, part->text);
        s += part < end ? strlen(part->name) : 0;
    }
    const char *text = buf_to_arena(&b, p->arena);
    return *text ? text : NULL;
}

static const char *joined(struct paper *p, const char *list, const char *next)
{
    struct value *args = value_map(p->arena);
    value_set_string(args, "list", list);
    value_set_string(args, "next", next);
    return views_word(p->views, "joined_values", args);
}

static struct page_furniture furniture_of(struct paper *p)
{
    const char *draft = p->doc->open ? views_word(p->views, "draft", NULL) : NULL;
    const char *foot = running(p, p->look->foot);
    const char *internal = views_internal_mark(p->views);
    const char *mark = p->look->draft_mark == MARK_HEAD ? draft : NULL;
    if (internal)
        mark = mark ? joined(p, internal, mark) : internal;
    return (struct page_furniture){
        .head_start = running(p, p->look->head_start),
        .head_end = running(p, p->look->head_end),
        .mark = mark,
        .watermark = p->look->draft_mark == MARK_PAGE ? draft : NULL,
        .foot = p->doc->sample ? p->doc->sample_note : foot,
    };
}

/* --- the end --- */

/* A remark on the attached data, then the end mark. */
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
    if (p->look->end_mark == SWITCH_ON)
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
    p.look = n->doc->record->paper;
    p.style = report_style(&model_records(views_model(v))->site, p.look,
                           n->doc->record->landscape);
    p.width = typeset_measure(&p.style);
    cover_blocks(&p);
    markdown_blocks(&p, &p.block, n->body, p.style.justify);
    data_attach_figures(&p);
    put_end(&p);
    struct typeset_doc doc = {.block = p.block.p, .n = p.block.n,
                              .note = notes_of(&p), .notes = n->notes,
                              .note_link = blocks_word1(&p, "footnote_n", "n", "{n}"),
                              .note_back = views_word(v, "footnote_back", NULL),
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
