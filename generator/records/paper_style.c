#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

/* templates/document/<id>.yaml: how documents look.  Limits keep a slip of the pen from making
 * a page without room for its text: sides of 140 mm and more, margins of 55 mm and less. */

enum { PT = 1000 };
enum { SIZE_LEAST = 5 * PT, SIZE_MOST = 60 * PT, WHITE_MOST = 150 * PT, RULE_MOST = 12 * PT };

#define FIELD(key_, type_, at_, ...)                                                              \
    {.key = (key_), .type = (type_), .at = offsetof(struct paper_style, at_), __VA_ARGS__}
#define LENGTH(key_, at_, least, most, doc_)                                                      \
    FIELD(key_, FIELD_LENGTH, at_, .min = (least), .max = (most), .doc = (doc_))
#define WHITE(key_, at_, doc_) LENGTH(key_, at_, 0, WHITE_MOST, doc_)
#define RULE(key_, at_, doc_) LENGTH(key_, at_, 0, RULE_MOST, doc_)
#define MARGIN(key_, at_, doc_) LENGTH(key_, at_, MM(8), MM_MOST(55), doc_)
#define WORD(key_, at_, words_, doc_) FIELD(key_, FIELD_WORD, at_, .words = (words_), .doc = (doc_))
#define LINE(key_, at_, doc_) FIELD(key_, FIELD_LINE, at_, .doc = (doc_))
#define PART(key_, shape_, doc_)                                                                  \
    {.key = (key_), .type = FIELD_RECORD, .of = &(shape_), .doc = (doc_)}
#define OTHER(key_, at_, read_, takes_, doc_)                                                     \
    FIELD(key_, FIELD_OTHER, at_, .read = (read_), .takes = (takes_), .doc = (doc_))
#define SHAPE(name, what_, array)                                                                 \
    static const struct shape name = {                                                            \
        .what = (what_), FIELDS(array), .size = sizeof(struct paper_style)}

static const char *const switch_words[] = {"false", "true", NULL};
static const char *const align_words[] = {"start", "center", "end", NULL};
static const char *const weight_words[] = {"regular", "bold", "italic", NULL};
static const char *const case_words[] = {"as-written", "capitals", NULL};
static const char *const numbers_words[] = {"hanging", "run-in", "none", NULL};
static const char *const setting_words[] = {"ragged", "justified", NULL};
static const char *const mark_words[] = {"none", "head", "page", NULL};
static const char *const place_words[] = {"foot", "here", NULL};

/* --- the page and its type --- */

static const struct field margin_fields[] = {
    MARGIN("top", margin_top, "above the text"),
    MARGIN("bottom", margin_bottom, "below the text"),
    MARGIN("start", margin_start, "where lines begin"),
    MARGIN("end", margin_end, "where lines end"),
};
SHAPE(margin_shape, "margins", margin_fields);

static const struct field page_fields[] = {
    OTHER("size", page, style_read_page, "A4, Letter or [width, height]",
          "the page, upright; layout in document.yaml turns it"),
    PART("margins", margin_shape, "the white around the text"),
};
SHAPE(page_shape, "a page", page_fields);

static const struct field colour_fields[] = {
    FIELD("text", FIELD_COLOUR, text, .doc = "the text"),
    FIELD("accent", FIELD_COLOUR, accent, .doc = "links, the bar of the box, the draft mark"),
    FIELD("heading", FIELD_COLOUR, heading, .doc = "headings; else the accent"),
    FIELD("table", FIELD_COLOUR, table_colour,
          .doc = "heads and rules of tables; else as headings"),
    FIELD("muted", FIELD_COLOUR, muted, .doc = "running heads, sources and remarks"),
    FIELD("rule", FIELD_COLOUR, rule, .doc = "thin rules"),
    FIELD("grid", FIELD_COLOUR, grid, .doc = "the lines behind the bars of charts"),
    FIELD("tint", FIELD_COLOUR, tint, .doc = "the box"),
    FIELD("mark", FIELD_COLOUR, mark, .doc = "a draft mark behind the text"),
};
SHAPE(colour_shape, "colours", colour_fields);

#define TYPE_LENGTH(key_, at_, doc_)                                                              \
    {.key = (key_), .type = FIELD_LENGTH, .at = offsetof(struct type_size, at_),                  \
     .min = SIZE_LEAST, .max = SIZE_MOST, .doc = (doc_)}
static const struct field size_fields[] = {
    TYPE_LENGTH("size", size, "the size of the letters"),
    TYPE_LENGTH("leading", leading, "from the foot of a line to that of the next"),
};
static const struct shape size_shape = {
    .what = "a size of type", FIELDS(size_fields), .size = sizeof(struct type_size)};

#define TYPE(key_, at_, doc_) FIELD(key_, FIELD_RECORD, at_, .of = &size_shape, .doc = (doc_))
static const struct field type_fields[] = {
    TYPE("body", body, "paragraphs and lists"),
    TYPE("note", note, "footnotes"),
    TYPE("table", table, "cells of tables"),
    TYPE("caption", caption, "captions of tables and charts"),
    TYPE("source", source, "what stands below tables and charts"),
    LENGTH("chart", chart_size, 8 * PT, 16 * PT, "labels of charts"),
    TYPE("running_head", head, "the lines above and below the text"),
    TYPE("contact", contact, "the contact block"),
};
SHAPE(type_shape, "type", type_fields);

/* --- headings and text --- */

#define AT(at_) offsetof(struct paper_heading, at_)
static const struct field heading_fields[] = {
    {.key = "size", .type = FIELD_LENGTH, .at = AT(type.size), .min = SIZE_LEAST,
     .max = SIZE_MOST, .doc = "the size of its letters"},
    {.key = "leading", .type = FIELD_LENGTH, .at = AT(type.leading), .min = SIZE_LEAST,
     .max = SIZE_MOST, .doc = "from the foot of a line to that of the next"},
    {.key = "before", .type = FIELD_LENGTH, .at = AT(space.before), .max = WHITE_MOST,
     .doc = "the white above"},
    {.key = "after", .type = FIELD_LENGTH, .at = AT(space.after), .max = WHITE_MOST,
     .doc = "the white below"},
    {.key = "indent", .type = FIELD_LENGTH, .at = AT(indent), .max = WHITE_MOST,
     .doc = "from a hanging number's start to the words, at least"},
    {.key = "align", .type = FIELD_WORD, .at = AT(align), .words = align_words,
     .doc = "where its lines stand"},
    {.key = "weight", .type = FIELD_WORD, .at = AT(weight), .words = weight_words,
     .doc = "regular, bold or italic"},
    {.key = "letters", .type = FIELD_WORD, .at = AT(letters), .words = case_words,
     .doc = "as written, or all capitals"},
    {.key = "colour", .type = FIELD_COLOUR, .at = AT(colour), .doc = "its colour"},
};
static const struct shape heading_shape = {
    .what = "a heading", FIELDS(heading_fields), .size = sizeof(struct paper_heading)};

#define HEADING(key_, n, doc_)                                                                    \
    FIELD(key_, FIELD_RECORD, level[n], .of = &heading_shape, .doc = (doc_))
static const struct field headings_fields[] = {
    WORD("numbers", numbers, numbers_words, "hanging, run-in or none"),
    WHITE("gap", heading_gap, "between a number and the words, at least"),
    HEADING("level_1", 1, "headings 1, 2, 3"),
    HEADING("level_2", 2, "headings 1.1, 1.2"),
    HEADING("level_3", 3, "all deeper ones"),
};
SHAPE(headings_shape, "headings", headings_fields);

static const struct field paragraph_fields[] = {
    WORD("setting", justified, setting_words, "both edges straight, or ragged ends"),
    WORD("hyphens", hyphens, switch_words, "whether words may be broken"),
    WHITE("after", paragraph_after, "the white below"),
    WHITE("indent", paragraph_indent, "of the first line, but not below a heading"),
};
SHAPE(paragraph_shape, "paragraphs", paragraph_fields);

static const struct field list_fields[] = {
    LINE("mark", list_mark, "what stands before an item"),
    OTHER("number", list_number, style_read_list_number, "a text with {n}",
          "what stands before a numbered item"),
    WHITE("indent", list_indent, "of the items' text, at least"),
    WHITE("item_after", list_item_after, "the white between items"),
    WHITE("after", list_after, "the white below the list"),
};
SHAPE(list_shape, "lists", list_fields);

/* --- tables, figures, notes, boxes --- */

static const struct field table_fields[] = {
    WHITE("before", table_space.before, "the white above"),
    WHITE("after", table_space.after, "the white below"),
    WHITE("row_padding", row_padding, "the white above and below a row's lines"),
    WHITE("column_gap", table_gap, "between columns"),
    WHITE("group_before", group_before, "above a heading over a group of rows"),
    RULE("rule_outer", rule_outer, "thickness of the rules above and below"),
    RULE("rule_inner", rule_inner, "thickness of the rules under the head and above a sum"),
};
SHAPE(table_shape, "tables", table_fields);

static const struct field figure_fields[] = {
    WHITE("before", figure_space.before, "the white above"),
    WHITE("after", figure_space.after, "the white below"),
    WHITE("caption_gap", caption_gap, "between a caption and its table or chart"),
    WHITE("source_gap", source_gap, "between a table or chart and what is said below"),
};
SHAPE(figure_shape, "figures", figure_fields);

static const struct field note_fields[] = {
    WHITE("above", note_above, "the white above the first footnote, with its rule"),
    WHITE("gap", note_gap, "between footnotes"),
    WHITE("indent", note_indent, "from the number's start to the words"),
    RULE("rule", note_rule, "thickness of the rule above"),
    LENGTH("rule_length", note_rule_length, 0, MM_MOST(200), "length of the rule above"),
};
SHAPE(note_shape, "footnotes", note_fields);

static const struct field box_fields[] = {
    WHITE("padding_x", box_pad_x, "from its sides to the text"),
    WHITE("padding_y", box_pad_y, "from its top and foot to the text"),
    WHITE("before", box_space.before, "the white above"),
    WHITE("after", box_space.after, "the white below"),
    WORD("tinted", box_tinted, switch_words, "whether it has a tint behind"),
    RULE("bar", box_bar, "thickness of a bar at its start edge"),
};
SHAPE(box_shape, "the box", box_fields);

static const struct field quote_fields[] = {
    WHITE("indent", quote_indent, "of the text"),
    RULE("bar", quote_bar, "thickness of the bar at the start edge"),
};
SHAPE(quote_shape, "quotations", quote_fields);

static const struct field end_fields[] = {
    WORD("shown", end_mark, switch_words, "whether a rule ends the document"),
    LENGTH("length", end_length, 0, MM_MOST(200), "its length"),
    RULE("rule", end_rule, "its thickness"),
    WHITE("before", end_before, "the white above"),
};
SHAPE(end_shape, "the end mark", end_fields);

static const struct field contents_fields[] = {
    FIELD("from_pages", FIELD_NUMBER, contents_pages, .max = 999,
          .doc = "fewest pages of a document that has one; 0 for none ever"),
    FIELD("levels", FIELD_NUMBER, contents_levels, .min = 1, .max = 3,
          .doc = "how deep it goes"),
    WHITE("after", contents_after, "the white below"),
};
SHAPE(contents_shape, "a table of contents", contents_fields);

static const struct field running_fields[] = {
    OTHER("start", head_start, style_read_running, "a text", "above the text, where lines begin"),
    OTHER("end", head_end, style_read_running, "a text", "above the text, where lines end"),
    OTHER("foot", foot, style_read_running, "a text", "below the text, in the middle"),
    WORD("first_page", head_on_first, switch_words, "whether the first page has one too"),
    WHITE("rise", head_rise, "from the text's top up to its foot"),
    WHITE("drop", foot_drop, "from the text's end down to the foot of the line below"),
    WORD("draft_mark", draft_mark, mark_words, "where drafts say so on each page"),
};
SHAPE(running_shape, "running heads", running_fields);

/* --- the cover --- */

static const struct field head_fields[] = {
    OTHER("start", head_lines_start, style_read_lines, "a list of lines",
          "its lines at the start edge"),
    OTHER("end", head_lines_end, style_read_lines, "a list of lines",
          "its lines at the end edge"),
    LENGTH("end_width", head_end_width, MM(20), MM_MOST(120), "width of those at the end edge"),
    WHITE("before", head_space.before, "the white above"),
    WHITE("after", head_space.after, "the white below"),
    WORD("rules", head_rules, switch_words, "whether rules stand above and below"),
};
SHAPE(head_shape, "the head of the cover", head_fields);

static const struct field source_fields[] = {
    WORD("align", source_align, align_words, "where its lines stand"),
    WHITE("before", source_space.before, "the white above"),
    WHITE("after", source_space.after, "the white below"),
};
SHAPE(source_shape, "the source", source_fields);

static const struct field contact_fields[] = {
    WORD("place", contact_place, place_words, "at the foot of the first page, or in its order"),
    WHITE("label_width", contact_label, "width of its heading"),
    WHITE("field_width", contact_field, "width of what names its lines"),
};
SHAPE(contact_shape, "the contact block", contact_fields);

static const struct field cover_fields[] = {
    OTHER("order", cover, style_read_cover, "a list of parts", "its parts, from the top"),
    PART("head", head_shape, "the block that says who meets and which document this is"),
    FIELD("title", FIELD_RECORD, level[0], .of = &heading_shape, .doc = "the title"),
    PART("source", source_shape, "who submits the document"),
    PART("contact", contact_shape, "whom to ask"),
    RULE("hairline", hairline, "thickness of its rules"),
};
SHAPE(cover_shape, "the cover", cover_fields);

#define LABEL(key_, at_, doc_)                                                                    \
    OTHER(key_, at_, style_read_label, "the id of a text, or a text for each language", doc_)
static const struct field label_fields[] = {
    LABEL("summary", label_summary, "above the summary"),
    LABEL("action", label_action, "above what the group is asked to do"),
    LABEL("references", label_references, "above the references"),
    LABEL("contact", label_contact, "before the contact block"),
    LABEL("contents", label_contents, "above the table of contents"),
    WORD("colon", label_colon, switch_words, "whether a colon follows those of the box"),
};
SHAPE(label_shape, "labels", label_fields);

static const struct field style_fields[] = {
    PART("page", page_shape, "the page and its margins"),
    {.key = "fonts", .type = FIELD_OTHER, .read = style_read_fonts,
     .place = offsetof(struct paper_style, font_place),
     .takes = "lists of font families by script", .doc = "font families, if not those of the site"},
    PART("colours", colour_shape, "its colours"),
    PART("type", type_shape, "sizes and leadings"),
    PART("headings", headings_shape, "headings of sections"),
    PART("paragraphs", paragraph_shape, "paragraphs"),
    PART("lists", list_shape, "lists"),
    PART("tables", table_shape, "tables"),
    PART("figures", figure_shape, "charts; captions of tables too"),
    PART("notes", note_shape, "footnotes"),
    PART("box", box_shape, "the box of the summary"),
    PART("quotes", quote_shape, "quotations"),
    PART("contents", contents_shape, "the table of contents"),
    PART("running_head", running_shape, "the lines above and below the text"),
    PART("cover", cover_shape, "the top of the first page"),
    PART("labels", label_shape, "words above its parts"),
    PART("end_mark", end_shape, "the rule that ends the document"),
};
const struct shape paper_style_shape = {
    .what = "a style", FIELDS(style_fields), .size = sizeof(struct paper_style)};

/* --- the standing look --- */

static const struct cover_item series_cover[] = {
    {.part = COVER_HEAD},  {.part = COVER_SOURCE}, {.part = COVER_TITLE},    {.part = COVER_NOTES},
    {.part = COVER_BOX},   {.part = COVER_CONTACT}, {.part = COVER_CONTENTS},
};
static const enum head_line series_start[] = {HEAD_GROUP, HEAD_MEETING, HEAD_PLACE_DATES};
static const enum head_line series_end[] = {HEAD_REVISION, HEAD_NUMBER, HEAD_NUMBER_STATE,
                                            HEAD_DATE, HEAD_ORIGINAL};

const struct paper_style paper_style_series = {
    .id = "series",
    .numbers = NUMBERS_HANGING,
    .justified = SWITCH_ON,
    .hyphens = SWITCH_ON,
    .list_mark = "\xE2\x80\x93",
    .list_number = "{n})",
    .box_tinted = SWITCH_ON,
    .end_mark = SWITCH_ON,
    .draft_mark = MARK_HEAD,
    .contents_pages = 12,
    .contents_levels = 2,
    .label_colon = SWITCH_ON,
    .head_start = "{number}",
    .head_end = "{page_n}",
    .head_on_first = SWITCH_OFF,
    .cover = series_cover,
    .covers = sizeof series_cover / sizeof *series_cover,
    .head_lines_start = {series_start, sizeof series_start / sizeof *series_start},
    .head_lines_end = {series_end, sizeof series_end / sizeof *series_end},
    .head_rules = SWITCH_ON,
    .source_align = ALIGN_CENTER,
    .contact_place = PLACE_FOOT,
    .level[0] = {.letters = CASE_CAPITALS},
    .label_summary = {.word = "cover_summary"},
    .label_action = {.word = "cover_action"},
    .label_references = {.word = "cover_references"},
    .label_contact = {.word = "cover_contact"},
    .label_contents = {.word = "contents"},
};

/* --- reading --- */

static void read_style(struct reading *r, const struct input_file *file)
{
    struct paper_style *s = &r->r->style[r->r->style_n];
    *s = paper_style_series;
    s->id = read_file_stem(r->a, file->name, ".yaml");
    s->place = read_file_place(r->a, file->path);
    if (!fields_check_id(r, s->id, s->place))
        return;
    r->r->style_n++;
    struct node *n = read_file_tree(r, file->path, NULL);
    if (n && fields_read(r, &paper_style_shape, n, s))
        style_check(r, n, s);
}

static const struct paper_style *find(const struct records *r, const char *id)
{
    for (size_t i = 0; i < r->style_n; i++)
        if (strcmp(r->style[i].id, id) == 0)
            return &r->style[i];
    return strcmp(id, paper_style_series.id) == 0 ? &paper_style_series : NULL;
}

/* The ids of all styles there are, sorted, NULL at the end; the series' own needs no file. */
static const char **known_ids(struct reading *r, const struct input_layered *files)
{
    const char **ids = ARENA_ARRAY(r->a, const char *, files->n + 2);
    const char *series = paper_style_series.id;
    size_t n = 0;
    for (size_t i = 0; i < files->n; i++) {
        if (files->file[i].covered)
            continue;
        ids[n++] = read_file_stem(r->a, files->file[i].name, ".yaml");
        if (series && strcmp(ids[n - 1], series) == 0)
            series = NULL;
    }
    ids[n] = series;
    return ids;
}

static void report_unknown(struct reading *r, const struct reference *ref, const char *dir,
                           const char *const *ids)
{
    struct buf all = BUF_INIT;
    for (size_t i = 0; ids[i]; i++)
        buf_printf(&all, "%s%s", i ? ", " : "", ids[i]);
    const char *near = nearest_of(ids, ref->id);
    diag_report(r->d, DIAG_UNKNOWN_STYLE, ref->place, ref->id);
    if (near)
        diag_hint(r->d, HINT_MEANT_STYLE, near, dir, buf_str(&all));
    else
        diag_hint(r->d, HINT_STYLES_ARE, dir, buf_str(&all));
    buf_free(&all);
}

/* Of those that ship only what is named is read, since others may ask for words that this content
 * lacks; the series' own is known without its file. */
static bool is_wanted(const struct reading *r, const struct input_file *file)
{
    if (file->layer == 0 || file->covered)
        return !file->covered;
    const char *id = read_file_stem(r->a, file->name, ".yaml");
    bool named = false;
    for (size_t i = 0; i < r->r->document_n; i++)
        named |= r->r->document[i].style.id && strcmp(r->r->document[i].style.id, id) == 0;
    return named && strcmp(id, paper_style_series.id) != 0;
}

void paper_style_read_all(struct reading *r, const struct input_layers *templates)
{
    const char *dir = arena_printf(r->a, "%s/document", templates->dir[0]);
    struct input_layered files = input_layers_files(r->a, r->d, templates, "document", ".yaml");
    struct records *all = r->r;
    all->style = ARENA_ARRAY(r->a, struct paper_style, files.n + 1);
    r->file_is = phrase_mark(PHRASE_NAME_OF_FILE);
    for (size_t i = 0; i < files.n; i++)
        if (is_wanted(r, &files.file[i]))
            read_style(r, &files.file[i]);
    unread_check_styles(r, dir);
    for (size_t i = 0; i < all->document_n; i++) {
        struct document *d = &all->document[i];
        const struct paper_style *s =
            find(all, d->style.id ? d->style.id : paper_style_series.id);
        if (s)
            d->paper = s;
        else
            report_unknown(r, &d->style, dir, known_ids(r, &files));
    }
}
