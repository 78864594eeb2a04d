/* report_style.c - a style as its file says it, over the standing look, as typesetting takes it. */
#include "report/report_room.h"

static void take(mpt *to, struct length from)
{
    if (from.given)
        *to = from.mpt;
}

static void take_type(mpt *size, mpt *leading, const struct type_size *from)
{
    take(size, from->size);
    take(leading, from->leading);
    if (from->size.given && !from->leading.given)
        *leading = (mpt)((int64_t)*size * 13 / 10);
}

static void take_color(struct color *to, const char *hex)
{
    if (hex)
        *to = color_of(hex);
}

/* --- the page --- */

static void take_page(struct typeset_style *s, const struct paper_style *p, bool landscape)
{
    mpt side[2] = {s->page_width, s->page_height};
    take(&side[0], p->page[0]);
    take(&side[1], p->page[1]);
    s->page_width = side[landscape];
    s->page_height = side[!landscape];
    take(&s->margin_top, p->margin_top);
    take(&s->margin_bottom, p->margin_bottom);
    take(&s->margin_start, p->margin_start);
    take(&s->margin_end, p->margin_end);
    take(&s->head_rise, p->head_rise);
    take(&s->foot_drop, p->foot_drop);
    s->head_on_first = p->head_on_first == SWITCH_ON;
}

static void take_colors(struct typeset_style *s, const struct paper_style *p,
                        const struct site *site)
{
    take_color(&s->accent, p->accent ? p->accent : site->accent);
    s->heading = s->accent;
    take_color(&s->heading, p->heading);
    s->table_color = s->heading;
    take_color(&s->table_color, p->table_colour);
    take_color(&s->tint, p->tint ? p->tint : site->tint);
    take_color(&s->text, p->text);
    take_color(&s->muted, p->muted);
    take_color(&s->rule, p->rule);
    take_color(&s->grid, p->grid);
    take_color(&s->mark, p->mark);
}

/* --- type --- */

static void take_sizes(struct typeset_style *s, const struct paper_style *p)
{
    take_type(&s->size, &s->leading, &p->body);
    take_type(&s->note_size, &s->note_leading, &p->note);
    take_type(&s->table_size, &s->table_leading, &p->table);
    take_type(&s->caption_size, &s->caption_leading, &p->caption);
    take_type(&s->source_size, &s->source_leading, &p->source);
    take(&s->chart_size, p->chart_size);
    take_type(&s->head_size, &s->head_leading, &p->head);
    s->justify = p->justified == SWITCH_ON;
    s->hyphenate = p->hyphens == SWITCH_ON;
}

static void take_headings(struct typeset_style *s, const struct paper_style *p)
{
    static const unsigned char weights[] = {0, FONT_REGULAR, FONT_BOLD, FONT_ITALIC};
    static const enum cell_align aligns[] = {0, CELL_START, CELL_CENTER, CELL_END};
    for (size_t i = 0; i < HEADING_LEVELS; i++) {
        struct heading_style *to = &s->heading_level[i];
        const struct paper_heading *from = &p->level[i];
        take_type(&to->size, &to->leading, &from->type);
        take(&to->before, from->space.before);
        take(&to->after, from->space.after);
        take(&to->indent, from->indent);
        to->align = from->align ? aligns[from->align] : to->align;
        to->weight = from->weight ? weights[from->weight] : to->weight;
        to->color = s->heading;
        take_color(&to->color, from->colour);
        if (p->numbers == NUMBERS_RUN_IN)
            to->indent = 0;
    }
    take(&s->heading_gap, p->heading_gap);
}

/* --- white and rules --- */

static void take_blocks(struct typeset_style *s, const struct paper_style *p)
{
    take(&s->paragraph_after, p->paragraph_after);
    take(&s->paragraph_indent, p->paragraph_indent);
    take(&s->list.indent, p->list_indent);
    take(&s->list.item_after, p->list_item_after);
    take(&s->list.after, p->list_after);
    take(&s->table.before, p->table_space.before);
    take(&s->table.after, p->table_space.after);
    take(&s->table.row_pad, p->row_padding);
    take(&s->table.column_gap, p->table_gap);
    take(&s->table.group_before, p->group_before);
    take(&s->table.rule_outer, p->rule_outer);
    take(&s->table.rule_inner, p->rule_inner);
    take(&s->figure.before, p->figure_space.before);
    take(&s->figure.after, p->figure_space.after);
    take(&s->figure.caption_gap, p->caption_gap);
    take(&s->figure.source_gap, p->source_gap);
}

static void take_others(struct typeset_style *s, const struct paper_style *p)
{
    take(&s->note.above, p->note_above);
    take(&s->note.gap, p->note_gap);
    take(&s->note.indent, p->note_indent);
    take(&s->note.rule, p->note_rule);
    take(&s->note.rule_length, p->note_rule_length);
    take(&s->box.pad_x, p->box_pad_x);
    take(&s->box.pad_y, p->box_pad_y);
    take(&s->box.after, p->box_space.after);
    take(&s->box.bar, p->box_bar);
    s->box.tinted = p->box_tinted == SWITCH_ON;
    take(&s->quote.indent, p->quote_indent);
    take(&s->quote.bar, p->quote_bar);
    take(&s->end_mark.length, p->end_length);
    take(&s->end_mark.rule, p->end_rule);
    take(&s->end_mark.before, p->end_before);
    take(&s->hairline, p->hairline);
    take(&s->contents_after, p->contents_after);
}

struct typeset_style report_style(const struct site *site, const struct paper_style *p,
                                  bool landscape)
{
    struct typeset_style s = typeset_style_default(false);
    take_page(&s, p, landscape);
    take_colors(&s, p, site);
    take_sizes(&s, p);
    take_headings(&s, p);
    take_blocks(&s, p);
    take_others(&s, p);
    return s;
}

/* --- faces --- */

struct font_lists report_fonts(const struct site *site, const struct paper_style *p)
{
    struct font_lists lists = {0};
    for (int script = 0; script < FONT_SCRIPTS; script++) {
        bool own = p->font[script] != NULL;
        lists.family[script] = own ? p->font[script] : site->font[script];
        lists.place[script] = own ? p->font_place : site->font_place;
    }
    return lists;
}
