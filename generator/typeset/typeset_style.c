/* typeset_style.c - the series' look, from which every other style says how it differs. */
#include "typeset/typeset.h"

static const struct color black = {0x1d, 0x1d, 0x1b}, blue = {0x0b, 0x5a, 0x8f};

static void set_type(struct typeset_style *s)
{
    s->size = 11000;
    s->leading = 14500;
    s->note_size = 9000;
    s->note_leading = 11500;
    s->table_size = 10000;
    s->table_leading = 12500;
    s->caption_size = 10000;
    s->caption_leading = 12500;
    s->source_size = 9000;
    s->source_leading = 11500;
    s->chart_size = 9500;
    s->head_size = 9000;
    s->head_leading = 11500;
    s->justify = true;
    s->hyphenate = true;
}

static void set_headings(struct typeset_style *s)
{
    static const struct heading_style level[HEADING_LEVELS] = {
        {15000, 19000, 0, 7000, 0, CELL_CENTER, FONT_BOLD, {0}},
        {13000, 16500, 20000, 6000, 24000, CELL_START, FONT_BOLD, {0}},
        {11500, 15000, 14000, 4500, 30000, CELL_START, FONT_BOLD, {0}},
        {11000, 14500, 12000, 3500, 36000, CELL_START, FONT_BOLD, {0}},
    };
    for (size_t i = 0; i < HEADING_LEVELS; i++) {
        s->heading_level[i] = level[i];
        s->heading_level[i].color = s->heading;
    }
    s->heading_gap = 9000;
}

static void set_white(struct typeset_style *s)
{
    s->paragraph_after = 6500;
    s->list.indent = 14000;
    s->list.item_after = 3500;
    s->list.after = 7000;
    s->table.before = 11000;
    s->table.after = 15000;
    s->table.row_pad = 2600;
    s->table.column_gap = 16000;
    s->table.group_before = 5000;
    s->table.rule_outer = 900;
    s->table.rule_inner = 450;
    s->figure.before = 11000;
    s->figure.after = 15000;
    s->figure.caption_gap = 4500;
    s->figure.source_gap = 4000;
    s->note.above = 14000;
    s->note.gap = 2500;
    s->note.indent = 14000;
    s->note.rule_length = 85000;
    s->note.rule = 500;
    s->box.pad_x = 11000;
    s->box.pad_y = 9000;
    s->box.after = 14000;
    s->box.tinted = true;
    s->quote.indent = 16000;
    s->quote.bar = 2000;
    s->contents_after = 22000;
    s->column_gap = 16000;
}

static void set_furniture(struct typeset_style *s)
{
    s->end_mark.length = 78000;
    s->end_mark.rule = 600;
    s->end_mark.before = 20000;
    s->hairline = 500;
    s->foot_above = 14000;
    s->head_rise = 24000;
    s->foot_drop = 28000;
}

struct typeset_style typeset_style_default(bool landscape)
{
    struct typeset_style s = {
        .page_width = 595276, .page_height = 841890, /* A4 */
        .margin_top = 71000, .margin_bottom = 68000, .margin_start = 71000, .margin_end = 71000,
        .text = black, .heading = blue, .accent = blue, .table_color = blue,
        .muted = color_of("#5f5e5a"), .rule = color_of("#a9a7a0"),
        .grid = color_of("#dcd9d1"), .mark = color_of("#efeeea"),
        .tint = color_of("#e8f1f7"),
    };
    set_type(&s);
    set_headings(&s);
    set_white(&s);
    set_furniture(&s);
    if (landscape) {
        mpt w = s.page_width;
        s.page_width = s.page_height;
        s.page_height = w;
    }
    return s;
}
