/* paper_style.h - how documents look, as a file of templates/document/ says it.
 *
 * A file says how its style differs from the standing look (typeset_style_default and the
 * parts below): lengths that it does not give are not `given', words are 0, lists and texts
 * stand as those of the series.  Lengths are 1/1000 pt, read from points or millimetres
 * without floating point; a word is 1 + its place in the list that records/paper_style.c
 * allows.
 */
#ifndef ACCORD_RECORDS_PAPER_STYLE_H
#define ACCORD_RECORDS_PAPER_STYLE_H

#include "base/place.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct length {
    int32_t mpt;
    bool given;
};

struct type_size {
    struct length size, leading;
};

struct around {
    struct length before, after;
};

enum style_switch { SWITCH_OFF = 1, SWITCH_ON };
enum style_align { ALIGN_START = 1, ALIGN_CENTER, ALIGN_END };
enum style_numbers { NUMBERS_HANGING = 1, NUMBERS_RUN_IN, NUMBERS_NONE };
enum style_case { CASE_AS_WRITTEN = 1, CASE_CAPITALS };
enum style_mark { MARK_NONE = 1, MARK_HEAD, MARK_PAGE };
enum style_place { PLACE_FOOT = 1, PLACE_HERE };

struct paper_heading {
    struct type_size type;
    struct around space;
    struct length indent;
    int align, weight, letters; /* weight: 1 regular, 2 bold, 3 italic */
    const char *colour;
};

/* What the cover is made of, in order. */
enum cover_part {
    COVER_HEAD = 1, COVER_SOURCE, COVER_TITLE, COVER_NOTES, COVER_BOX, COVER_CONTENTS,
    COVER_CONTACT, COVER_HAIRLINE, COVER_PAGE_BREAK, COVER_SPACE,
};
struct cover_item {
    enum cover_part part;
    struct length space; /* COVER_SPACE */
};

/* Lines of the cover's head. */
enum head_line {
    HEAD_GROUP = 1, HEAD_MEETING, HEAD_PLACE_DATES, HEAD_REVISION, HEAD_NUMBER,
    HEAD_NUMBER_STATE, HEAD_DATE, HEAD_ORIGINAL, HEAD_SOURCE, HEAD_DEPARTMENT, HEAD_PUBLISHER,
};
struct head_lines {
    const enum head_line *line;
    size_t n;
};

struct text;

/* A word for readers: the id of a text in content/strings/, and a text of the style's own for
 * languages that have one. */
struct style_label {
    const char *word;
    const struct text *text;   /* NULL: only the word */
};

struct paper_style {
    const char *id;
    struct place place;
    struct length page[2];                   /* width and height, upright */
    struct length margin_top, margin_bottom, margin_start, margin_end;
    const char *const *font[3];              /* as struct site.font; NULL where not given */
    struct place font_place;
    const char *text, *accent, *heading, *table_colour, *muted, *rule, *grid, *tint, *mark;
                                             /* "#rrggbb"; NULL */
    struct length chart_size;
    struct type_size body, note, table, caption, source, head, contact;
    struct paper_heading level[4];           /* the title, 1, 1.1, deeper */
    int numbers;
    struct length heading_gap;
    int justified, hyphens;
    struct length paragraph_after, paragraph_indent;
    const char *list_mark, *list_number;     /* "–", "{n})" */
    struct length list_indent, list_item_after, list_after;
    struct around table_space, figure_space;
    struct length row_padding, table_gap, group_before, rule_outer, rule_inner;
    struct length caption_gap, source_gap;
    struct length note_above, note_gap, note_indent, note_rule, note_rule_length;
    struct length box_pad_x, box_pad_y, box_bar;
    struct around box_space;
    int box_tinted;
    struct length quote_indent, quote_bar;
    int label_colon;
    int end_mark, draft_mark;
    struct length end_length, end_rule, end_before;
    int contents_pages, contents_levels;     /* pages: 0 = never */
    struct length contents_after;
    const char *head_start, *head_end, *foot;
    int head_on_first;
    struct length head_rise, foot_drop;
    const struct cover_item *cover;
    size_t covers;
    struct head_lines head_lines_start, head_lines_end;
    struct length head_end_width, hairline;
    struct around head_space;
    int head_rules;
    int source_align;
    struct around source_space;
    int contact_place;
    struct length contact_label, contact_field;
    struct style_label label_summary, label_action, label_references, label_contact,
        label_contents;
};

#endif
