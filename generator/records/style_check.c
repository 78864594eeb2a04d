#include "records/records_room.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a style says that can be read well and yet cannot be read: lines that overlap, letters
 * too pale.  Contrast: WCAG 2.2, 1.4.3, relative luminance of sRGB; it is for people's eyes and
 * decides nothing but a warning. */

static const struct node *child(const struct node *n, const char *key)
{
    return n && n->kind == NODE_MAP ? node_get(n, key) : NULL;
}

static void check_leading(struct reading *r, const struct node *part, const struct type_size *t)
{
    const struct node *n = child(part, "leading");
    if (n && t->size.given && t->leading.given && t->leading.mpt < t->size.mpt)
        diag_report(r->d, DIAG_LEADING_TIGHT, n->place, fields_points(r->a, t->size.mpt),
                    fields_points(r->a, t->leading.mpt));
}

static double linear(const char *hex)
{
    char two[] = {hex[0], hex[1], '\0'};
    double c = (double)strtol(two, NULL, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Against white, in hundredths. */
static int contrast(const char *hex)
{
    double l = 0.2126 * linear(hex + 1) + 0.7152 * linear(hex + 3) + 0.0722 * linear(hex + 5);
    return (int)floor(105 / (l + 0.05));
}

enum { CONTRAST_LEAST = 450 };

static void check_contrast(struct reading *r, const struct node *n, const char *hex)
{
    if (!n || !hex || strlen(hex) != 7 || contrast(hex) >= CONTRAST_LEAST)
        return;
    int c = contrast(hex);
    diag_report(r->d, DIAG_LOW_CONTRAST, n->place, hex,
                arena_printf(r->a, "%d.%d", c / 100, c % 100 / 10));
}

/* The line at a page's foot stands below the text, not on its last line. */
static void check_drop(struct reading *r, const struct node *n, const struct paper_style *s)
{
    enum { HEAD_LEADING = 11500 };
    int32_t least = s->head.leading.given ? s->head.leading.mpt
                    : s->head.size.given  ? s->head.size.mpt * 13 / 10
                                          : HEAD_LEADING;
    if (n && s->foot_drop.given && s->foot_drop.mpt < least)
        diag_report(r->d, DIAG_LENGTH_RANGE, n->place, fields_points(r->a, s->foot_drop.mpt),
                    fields_points(r->a, least), fields_points(r->a, MM_MOST(55)));
}

static bool has_part(const struct paper_style *s, enum cover_part part)
{
    for (size_t i = 0; i < s->covers; i++)
        if (s->cover[i].part == part)
            return true;
    return false;
}

static int32_t length_or(struct length given, int32_t standing)
{
    return given.given ? given.mpt : standing;
}

/* What the columns of the cover leave of the text's width holds five letters as wide as the type is
 * high, which is about ten: with less, words go to pieces and off the page.  The lengths are those
 * that a style without them has; a column as wide as its words counts as none. */
static void check_columns(struct reading *r, const struct node *page, const struct paper_style *s)
{
    enum { PAGE = 595276, MARGIN = 71000, GAP = 16000, LETTERS = 5 };
    int32_t sides = length_or(s->margin_start, MARGIN) + length_or(s->margin_end, MARGIN);
    int32_t width = length_or(s->page[0], PAGE) - sides, head = 0, contact = 0;

    if (has_part(s, COVER_HEAD) && s->head_lines_start.n && s->head_lines_end.n)
        head = length_or(s->head_end_width, 150000) + GAP +
               LETTERS * length_or(s->body.size, 11000);
    if (has_part(s, COVER_CONTACT))
        contact = length_or(s->contact_label, 62000) + length_or(s->contact_field, 132000) +
                  2 * GAP + LETTERS * length_or(s->contact.size, 9500);
    if (page && (width < head || width < contact))
        diag_report(r->d, DIAG_COVER_TOO_NARROW, page->place, fields_points(r->a, width),
                    phrase_mark(head > contact ? PHRASE_COVER_HEAD : PHRASE_COVER_CONTACT),
                    fields_points(r->a, head > contact ? head : contact));
}

void style_check(struct reading *r, const struct node *n, const struct paper_style *s)
{
    const struct node *type = child(n, "type"), *headings = child(n, "headings");
    const struct node *colours = child(n, "colours");
    const struct {
        const struct node *part;
        const struct type_size *type;
        const char *colour;
    } sized[] = {
        {child(type, "body"), &s->body, NULL},
        {child(type, "note"), &s->note, NULL},
        {child(type, "table"), &s->table, NULL},
        {child(type, "caption"), &s->caption, NULL},
        {child(type, "source"), &s->source, NULL},
        {child(type, "running_head"), &s->head, NULL},
        {child(type, "contact"), &s->contact, NULL},
        {child(child(n, "cover"), "title"), &s->level[0].type, s->level[0].colour},
        {child(headings, "level_1"), &s->level[1].type, s->level[1].colour},
        {child(headings, "level_2"), &s->level[2].type, s->level[2].colour},
        {child(headings, "level_3"), &s->level[3].type, s->level[3].colour},
    };
    for (size_t i = 0; i < sizeof sized / sizeof *sized; i++) {
        check_leading(r, sized[i].part, sized[i].type);
        check_contrast(r, child(sized[i].part, "colour"), sized[i].colour);
    }
    check_columns(r, child(n, "page"), s);
    check_drop(r, child(child(n, "running_head"), "drop"), s);
    check_contrast(r, child(colours, "text"), s->text);
    check_contrast(r, child(colours, "accent"), s->accent);
    check_contrast(r, child(colours, "heading"), s->heading);
    check_contrast(r, child(colours, "table"), s->table_colour);
    check_contrast(r, child(colours, "muted"), s->muted);
}
