/* cover.c - the first page of the series: group and meeting, document number, date and
 * original, source, title, the tinted box, the contact block at the foot. */
#include "report/report_room.h"

enum { /* 1/1000 pt */
    NUMBER_COLUMN = 150000,
    LABEL_COLUMN = 62000,
    FIELD_COLUMN = 132000,
    CONTACT_SIZE = 9500,
    CONTACT_LEADING = 12500,
};

static struct block *line(struct paper *p, const char *text, enum font_weight weight)
{
    if (!text || !*text)
        return NULL;
    struct block *b = blocks_paragraph(p, text, weight);
    b->space_after = 1500;
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

static const char *label(struct paper *p, const char *id)
{
    return blocks_word1(p, "label_colon", "label", word(p, id));
}

/* --- the head: who meets, and which document this is --- */

static void put_head(struct paper *p)
{
    const struct view_document *d = p->doc;
    const char *number = blocks_word1(p, "cover_document_number", "number", d->number);
    bool open = !d->record->document_number;
    struct block *left[] = {line(p, d->group, FONT_BOLD), line(p, d->meeting, FONT_REGULAR),
                            line(p, d->place_dates, FONT_REGULAR)};
    struct block *right[] = {
        line(p, d->revision, FONT_BOLD),
        line(p, number, FONT_BOLD),
        muted(line(p, open ? word(p, "cover_number_draft") : NULL, FONT_REGULAR)),
        d->date ? line(p, d->date, FONT_REGULAR)
                : muted(line(p, word(p, "cover_date_open"), FONT_REGULAR)),
        line(p, d->original, FONT_REGULAR),
    };
    struct block *side[2] = {blocks_new(p, BLOCK_GROUP), blocks_new(p, BLOCK_GROUP)};
    blocks_children(p, side[0], left, sizeof left / sizeof *left);
    blocks_children(p, side[1], right, sizeof right / sizeof *right);
    static const mpt column[] = {0, NUMBER_COLUMN};
    VEC_PUSH(p->arena, &p->block, rule(p, 7000));
    struct block *head = blocks_add(p, BLOCK_COLUMNS);
    blocks_children(p, head, side, 2);
    head->column = column;
    head->space_after = 7000;
    VEC_PUSH(p->arena, &p->block, rule(p, 0));
}

/* --- source and title --- */

static void put_centred(struct paper *p, struct block *b, mpt before, mpt after)
{
    if (!b)
        return;
    b->align = CELL_CENTER;
    b->space_before = before;
    b->space_after = after;
    VEC_PUSH(p->arena, &p->block, b);
}

static void put_title(struct paper *p)
{
    const struct view_document *d = p->doc;
    put_centred(p, line(p, d->source, FONT_REGULAR), 18000, 9000);
    struct block *title = blocks_add(p, BLOCK_HEADING);
    title->text = blocks_text(p, locale_upper(p->arena, views_locale(p->views), d->title),
                              FONT_BOLD);
    title->dest = "title";
    title->space_after = 7000;
    put_centred(p, line(p, d->sample_note, FONT_BOLD), 0, 2000);
    put_centred(p, muted(line(p, d->own_translation, FONT_REGULAR)), 0, 2000);
}

/* --- the box --- */

static void put_label(struct paper *p, struct block_list *to, const char *id)
{
    struct block *b = blocks_paragraph(p, label(p, id), FONT_BOLD);
    b->space_after = SPACE_NONE;
    b->keep = true;
    VEC_PUSH(p->arena, to, b);
}

static void put_box(struct paper *p)
{
    const struct narrative *n = p->narrative;
    struct block_list child = {0};
    if (n->summary)
        put_label(p, &child, "cover_summary");
    markdown_blocks(p, &child, n->summary, false);
    if (n->action)
        put_label(p, &child, "cover_action");
    markdown_blocks(p, &child, n->action, false);
    if (n->references)
        put_label(p, &child, "cover_references");
    for (size_t i = 0; i < n->references; i++) {
        struct block *b = blocks_new(p, BLOCK_PARAGRAPH);
        b->text = markdown_inlines(p, n->reference[i]);
        b->space_after = 2000;
        VEC_PUSH(p->arena, &child, b);
    }
    if (!child.n)
        return;
    struct block *box = blocks_add(p, BLOCK_BOX);
    box->child = child.p;
    box->n = child.n;
    box->space_before = 12000;
}

/* --- the contact block: a department, never a person --- */

static struct block *contact_text(struct paper *p, const char *text, const char *url,
                                  enum font_weight weight)
{
    struct block *b = blocks_paragraph(p, text, weight);
    b->size = CONTACT_SIZE;
    b->leading = CONTACT_LEADING;
    b->space_after = SPACE_NONE;
    if (url && b->text.n)
        b->text.item[0].url = url;
    return b;
}

static struct block *contact_row(struct paper *p, const char *heading, const char *field,
                                 const char *text, const char *url)
{
    static const mpt column[] = {LABEL_COLUMN, FIELD_COLUMN, 0};
    if (!text || !*text)
        return NULL;
    struct block *cell[] = {contact_text(p, heading, NULL, FONT_BOLD),
                            contact_text(p, field, NULL, FONT_REGULAR),
                            contact_text(p, text, url, FONT_REGULAR)};
    struct block *row = blocks_new(p, BLOCK_COLUMNS);
    blocks_children(p, row, cell, 3);
    row->column = column;
    row->space_after = 1500;
    return row;
}

static void put_contact(struct paper *p)
{
    const struct view_document *d = p->doc;
    const char *mail = d->email ? arena_printf(p->arena, "mailto:%s", d->email) : NULL;
    struct block *group = NULL;
    if (d->group_url) {
        group = contact_text(p, d->group_url, d->group_url, FONT_REGULAR);
        group->align = CELL_CENTER;
        group->space_before = 6000;
    }
    struct block *child[] = {
        rule(p, 5000),
        contact_row(p, label(p, "cover_contact"), label(p, "cover_contact_name"), d->department,
                    NULL),
        contact_row(p, "", label(p, "cover_contact_email"), d->email, mail),
        contact_row(p, "", label(p, "website"), d->url, d->url),
        group,
    };
    struct block *foot = blocks_add(p, BLOCK_FIRST_FOOT);
    blocks_children(p, foot, child, sizeof child / sizeof *child);
}

void cover_blocks(struct paper *p)
{
    put_head(p);
    put_title(p);
    put_box(p);
    put_contact(p);
}
