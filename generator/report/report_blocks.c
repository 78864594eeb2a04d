/* report_blocks.c - small makers of blocks. */
#include "report/report_room.h"

#include <string.h>

struct block *blocks_new(struct paper *p, enum block_kind kind)
{
    struct block *b = ARENA_NEW(p->arena, struct block);
    b->kind = kind;
    return b;
}

struct block *blocks_add(struct paper *p, enum block_kind kind)
{
    struct block *b = blocks_new(p, kind);
    VEC_PUSH(p->arena, &p->block, b);
    return b;
}

struct inlines blocks_text(struct paper *p, const char *text, enum font_weight weight)
{
    if (!text || !*text)
        return (struct inlines){NULL, 0};
    struct inl *i = ARENA_NEW(p->arena, struct inl);
    i->text = text;
    i->weight = (unsigned char)weight;
    i->place = p->doc->record->place;
    return (struct inlines){i, 1};
}

struct block *blocks_paragraph(struct paper *p, const char *text, enum font_weight weight)
{
    struct block *b = blocks_new(p, BLOCK_PARAGRAPH);
    b->text = blocks_text(p, text, weight);
    return b;
}

void blocks_children(struct paper *p, struct block *b, struct block *const *child, size_t n)
{
    b->child = ARENA_ARRAY(p->arena, struct block *, n);
    b->n = 0;
    for (size_t i = 0; i < n; i++)
        if (child[i])
            b->child[b->n++] = child[i];
}

const char *blocks_label(struct paper *p, const struct style_label *label)
{
    const char *own = label->text ? label->text->in[lang_of(p->doc->lang)] : NULL;
    return own ? own : views_word(p->views, label->word, NULL);
}

const char *blocks_word1(struct paper *p, const char *id, const char *key, const char *value)
{
    struct value *args = value_map(p->arena);
    value_set_string(args, key, value);
    return views_word(p->views, id, args);
}

mpt blocks_enter(struct paper *p, const struct block *b)
{
    struct typeset_doc doc = {.style = p->style, .lang = p->doc->lang};
    mpt whole = p->width;
    p->width = typeset_width_inside(p->arena, p->fonts, views_locale(p->views), &doc, b, whole);
    return whole;
}

void blocks_prove(struct paper *p, struct inl *words, const char *figure)
{
    const struct site *site = &model_records(views_model(p->views))->site;
    if (!figure || !site->base_url || !site->language[views_lang(p->views)])
        return;
    words->proof =
        arena_printf(p->arena, "%s%s/figures/%s/", site->base_url, p->doc->lang, figure);
    words->proof_title = views_figure_label(p->views, figure);
}
