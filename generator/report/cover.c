/* cover.c - what stands before the text: the parts that the style names, in its order.  In the
 * series these are the head (group and meeting, document number, date and original), source,
 * title, the tinted box, and the contact block at the foot of the first page. */
#include "report/report_room.h"

enum { /* 1/1000 pt: where the style says nothing else */
    LINE_AFTER = 1500,
    NUMBER_COLUMN = 150000,
    HEAD_SPACE = 7000,
    SOURCE_BEFORE = 18000,
    SOURCE_AFTER = 9000,
    BOX_BEFORE = 12000,
    NOTE_AFTER = 2000,
    LABEL_COLUMN = 62000,
    FIELD_COLUMN = 132000,
    CONTACT_SIZE = 9500,
    CONTACT_LEADING = 12500,
    CONTACT_RULE = 5000,
    CONTACT_BEFORE = 18000,
    ADDRESS_BEFORE = 6000,
};

static mpt given(struct length l, mpt standing)
{
    return !l.given ? standing : l.mpt ? l.mpt : SPACE_NONE;
}

static struct block *line(struct paper *p, const char *text, enum font_weight weight)
{
    if (!text || !*text)
        return NULL;
    struct block *b = blocks_paragraph(p, text, weight);
    b->space_after = LINE_AFTER;
    return b;
}

static struct block *muted(struct block *b)
{
    if (b)
        b->muted = true;
    return b;
}

static struct block *rule(struct paper *p, mpt after)
{
    struct block *b = blocks_new(p, BLOCK_HAIRLINE);
    b->space_after = after;
    return b;
}

static const char *word(struct paper *p, const char *id)
{
    return views_word(p->views, id, NULL);
}

static const char *with_colon(struct paper *p, const char *label)
{
    return blocks_word1(p, "label_colon", "label", label);
}

/* --- the head: who meets, and which document this is --- */

static struct block *head_line(struct paper *p, enum head_line which)
{
    const struct view_document *d = p->doc;
    const struct site *site = &model_records(views_model(p->views))->site;
    bool open = d->number && !d->record->document_number;
    switch (which) {
    case HEAD_GROUP: return line(p, d->group, FONT_BOLD);
    case HEAD_MEETING: return line(p, d->meeting, FONT_REGULAR);
    case HEAD_PLACE_DATES: return line(p, d->place_dates, FONT_REGULAR);
    case HEAD_REVISION: return line(p, d->revision, FONT_BOLD);
    case HEAD_NUMBER:
        return d->number ? line(p, blocks_word1(p, "cover_document_number", "number", d->number),
                                FONT_BOLD) : NULL;
    case HEAD_NUMBER_STATE:
        return muted(line(p, open ? word(p, "cover_number_draft") : NULL, FONT_REGULAR));
    case HEAD_DATE:
        return d->date ? line(p, d->date, FONT_REGULAR)
                       : muted(line(p, word(p, "cover_date_open"), FONT_REGULAR));
    case HEAD_ORIGINAL: return line(p, d->original, FONT_REGULAR);
    case HEAD_SOURCE: return line(p, d->source, FONT_REGULAR);
    case HEAD_DEPARTMENT: return line(p, d->department, FONT_REGULAR);
    case HEAD_PUBLISHER:
        return line(p, views_text_marked(p->views, &site->publisher), FONT_BOLD);
    }
    return NULL;
}

static struct block *head_side(struct paper *p, const struct head_lines *lines)
{
    struct block **child = ARENA_ARRAY(p->arena, struct block *, lines->n + 1);
    struct block *side = blocks_new(p, BLOCK_GROUP);
    for (size_t i = 0; i < lines->n; i++)
        child[i] = head_line(p, lines->line[i]);
    blocks_children(p, side, child, lines->n);
    return side;
}

static void put_head(struct paper *p)
{
    const struct paper_style *look = p->look;
    const struct head_lines *lines[] = {&look->head_lines_start, &look->head_lines_end};
    struct block *side[2];
    size_t sides = 0;
    bool rules = look->head_rules == SWITCH_ON;
    for (size_t i = 0; i < 2; i++)
        if (lines[i]->n)
            side[sides++] = head_side(p, lines[i]);
    if (!sides)
        return;
    mpt *column = ARENA_ARRAY(p->arena, mpt, 2);
    if (sides == 2)
        column[1] = given(look->head_end_width, NUMBER_COLUMN);
    mpt before = given(look->head_space.before, HEAD_SPACE);
    if (rules)
        VEC_PUSH(p->arena, &p->block, rule(p, before));
    struct block *head = blocks_add(p, BLOCK_COLUMNS);
    blocks_children(p, head, side, sides);
    head->column = column;
    head->space_before = rules ? 0 : before;
    head->space_after = given(look->head_space.after, HEAD_SPACE);
    if (rules)
        VEC_PUSH(p->arena, &p->block, rule(p, SPACE_NONE));
}

/* --- source and title --- */

static void put_source(struct paper *p)
{
    static const enum cell_align aligns[] = {0, CELL_START, CELL_CENTER, CELL_END};
    struct block *b = line(p, p->doc->source, FONT_REGULAR);
    if (!b)
        return;
    b->align = aligns[p->look->source_align];
    b->space_before = given(p->look->source_space.before, SOURCE_BEFORE);
    b->space_after = given(p->look->source_space.after, SOURCE_AFTER);
    VEC_PUSH(p->arena, &p->block, b);
}

static void put_title(struct paper *p)
{
    const char *text = p->doc->title;
    struct block *title = blocks_add(p, BLOCK_HEADING);
    if (p->look->level[0].letters == CASE_CAPITALS)
        text = locale_upper(p->arena, views_locale(p->views), text);
    title->text = blocks_text(p, text, FONT_REGULAR);
    title->dest = "title";
}

/* That what stands here is internal, that figures rest on samples, that a text is our own translation: as the title stands. */
static void put_notes(struct paper *p)
{
    struct block *note[] = {line(p, views_internal_mark(p->views), FONT_BOLD),
                            line(p, p->doc->sample_note, FONT_BOLD),
                            muted(line(p, p->doc->own_translation, FONT_REGULAR))};
    for (size_t i = 0; i < sizeof note / sizeof *note; i++) {
        if (!note[i])
            continue;
        note[i]->align = p->style.heading_level[0].align;
        note[i]->space_after = NOTE_AFTER;
        VEC_PUSH(p->arena, &p->block, note[i]);
    }
}

/* --- the box --- */

static void put_label(struct paper *p, struct block_list *to, const struct style_label *label)
{
    const char *text = blocks_label(p, label);
    bool colon = p->look->label_colon == SWITCH_ON;
    struct block *b = blocks_paragraph(p, colon ? with_colon(p, text) : text, FONT_BOLD);
    b->space_after = SPACE_NONE;
    b->keep = true;
    VEC_PUSH(p->arena, to, b);
}

static void put_box(struct paper *p)
{
    const struct narrative *n = p->narrative;
    struct block_list child = {0};
    struct block *box = blocks_new(p, BLOCK_BOX);
    mpt width = blocks_enter(p, box);
    if (n->summary)
        put_label(p, &child, &p->look->label_summary);
    markdown_blocks(p, &child, n->summary, false);
    if (n->action)
        put_label(p, &child, &p->look->label_action);
    markdown_blocks(p, &child, n->action, false);
    if (n->references)
        put_label(p, &child, &p->look->label_references);
    for (size_t i = 0; i < n->references; i++) {
        struct block *b = blocks_new(p, BLOCK_PARAGRAPH);
        b->text = markdown_inlines(p, n->reference[i]);
        b->space_after = NOTE_AFTER;
        VEC_PUSH(p->arena, &child, b);
    }
    p->width = width;
    if (!child.n)
        return;
    VEC_PUSH(p->arena, &p->block, box);
    box->child = child.p;
    box->n = child.n;
    box->space_before = given(p->look->box_space.before, BOX_BEFORE);
}

/* --- contents --- */

static void put_contents(struct paper *p)
{
    if (!p->look->contents_pages)
        return;
    struct block *b = blocks_add(p, BLOCK_CONTENTS);
    b->text = blocks_text(p, blocks_label(p, &p->look->label_contents), FONT_REGULAR);
    b->level = p->look->contents_levels;
    b->least_pages = (size_t)p->look->contents_pages;
}

/* --- the contact block: a department, never a person --- */

static struct block *contact_text(struct paper *p, const char *text, const char *url,
                                  enum font_weight weight)
{
    struct block *b = blocks_paragraph(p, text, weight);
    if (!*text) { /* a place without words is no paragraph */
        b->kind = BLOCK_GROUP;
        return b;
    }
    b->size = given(p->look->contact.size, CONTACT_SIZE);
    b->leading = given(p->look->contact.leading,
                       p->look->contact.size.given ? b->size * 13 / 10 : CONTACT_LEADING);
    b->space_after = SPACE_NONE;
    if (url && b->text.n)
        b->text.item[0].url = url;
    return b;
}

static bool group_is_centred(const struct paper *p)
{
    return p->style.heading_level[0].align == CELL_CENTER;
}

struct contact_row {
    const char *heading, *field, *text, *url;
};

static struct block *contact_row(struct paper *p, const struct contact_row *r, const mpt *column)
{
    struct block *cell[] = {contact_text(p, r->heading, NULL, FONT_BOLD),
                            contact_text(p, r->field, NULL, FONT_REGULAR),
                            contact_text(p, r->text, r->url, FONT_REGULAR)};
    struct block *row = blocks_new(p, BLOCK_COLUMNS);
    blocks_children(p, row, cell, 3);
    row->column = column;
    row->space_after = LINE_AFTER;
    return row;
}

/* As the style says; 0 = as wide as the widest of these words. */
static mpt contact_column(struct paper *p, struct length width, mpt standing,
                          const struct contact_row *r, size_t n, bool heading)
{
    if (!width.given || width.mpt)
        return given(width, standing);
    struct text_style style = {.size = given(p->look->contact.size, CONTACT_SIZE),
                               .weight = heading ? FONT_BOLD : FONT_REGULAR,
                               .lang = p->doc->lang};
    mpt widest = 0;
    for (size_t i = 0; i < n; i++) {
        mpt w = typeset_text_width(p->fonts, heading ? r[i].heading : r[i].field, style);
        widest = w > widest ? w : widest;
    }
    return widest + MPT;
}

/* The first row carries the block's heading; where the title is not in the middle, the last
 * one the group's address. */
static size_t contact_rows(struct paper *p, struct block **row)
{
    const struct view_document *d = p->doc;
    const char *mail = d->email ? arena_printf(p->arena, "mailto:%s", d->email) : NULL;
    const char *group = group_is_centred(p) ? NULL : d->group_url;
    const struct contact_row all[] = {{NULL, "cover_contact_name", d->department, NULL},
                                      {NULL, "cover_contact_email", d->email, mail},
                                      {NULL, "website", d->url, d->url},
                                      {NULL, NULL, group, group}};
    struct contact_row shown[sizeof all / sizeof *all];
    size_t n = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!all[i].text || !*all[i].text)
            continue;
        shown[n] = all[i];
        shown[n].field = all[i].field ? with_colon(p, word(p, all[i].field)) : "";
        shown[n].heading = n ? "" : with_colon(p, blocks_label(p, &p->look->label_contact));
        n++;
    }
    const struct paper_style *look = p->look;
    mpt *column = ARENA_ARRAY(p->arena, mpt, 3);
    column[0] = contact_column(p, look->contact_label, LABEL_COLUMN, shown, n, true);
    column[1] = contact_column(p, look->contact_field, FIELD_COLUMN, shown, n, false);
    for (size_t i = 0; i < n; i++)
        row[i] = contact_row(p, &shown[i], column);
    return n;
}

static struct block *group_address(struct paper *p)
{
    const char *url = p->doc->group_url;
    struct block *b = contact_text(p, url, url, FONT_REGULAR);
    b->align = CELL_CENTER;
    b->space_before = ADDRESS_BEFORE;
    return b;
}

static void put_contact(struct paper *p)
{
    bool foot = p->look->contact_place == PLACE_FOOT;
    struct block *child[6] = {rule(p, CONTACT_RULE)};
    size_t n = 1 + contact_rows(p, child + 1);
    if (p->doc->group_url && group_is_centred(p))
        child[n++] = group_address(p);
    if (n == 1)
        return;
    struct block *b = blocks_add(p, foot ? BLOCK_FIRST_FOOT : BLOCK_GROUP);
    blocks_children(p, b, child, n);
    if (!foot) {
        b->level = 1;
        b->space_before = CONTACT_BEFORE;
        b->space_after = CONTACT_BEFORE;
    }
}

/* --- the parts, in the style's order --- */

static void put_space(struct paper *p, mpt space)
{
    struct block *b = blocks_add(p, BLOCK_SPACE);
    b->space_before = space;
    b->keep = true;
}

void cover_blocks(struct paper *p)
{
    for (size_t i = 0; i < p->look->covers; i++)
        switch (p->look->cover[i].part) {
        case COVER_HEAD: put_head(p); break;
        case COVER_SOURCE: put_source(p); break;
        case COVER_TITLE: put_title(p); break;
        case COVER_NOTES: put_notes(p); break;
        case COVER_BOX: put_box(p); break;
        case COVER_CONTENTS: put_contents(p); break;
        case COVER_CONTACT: put_contact(p); break;
        case COVER_HAIRLINE: VEC_PUSH(p->arena, &p->block, rule(p, HEAD_SPACE)); break;
        case COVER_PAGE_BREAK: blocks_add(p, BLOCK_PAGE_BREAK); break;
        case COVER_SPACE: put_space(p, p->look->cover[i].space.mpt); break;
        }
}
