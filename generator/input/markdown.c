#include "input/input_room.h"

#include "base/arena.h"
#include "base/unseen.h"
#include "base/utf8.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

/* The tree of cmark-gfm, copied into nodes of ours with places in the source. */
struct converter {
    struct arena *a;
    struct diags *d;
    struct md_cursor cursor;
    int footnotes; /* definitions met: they come in order of their first marks */
    int depth;
    bool in_footnote;
    bool failed;
    const struct md_node *joined; /* the text that was added to last: its room and length */
    char *text_at;
    size_t text_n, text_room;
    bool told_unseen; /* the file was */
};

static void report_at(struct converter *c, enum diag_code code, struct md_span s, const char *arg)
{
    diag_report(c->d, code, md_cursor_place(&c->cursor, s), arg ? arg : "");
}

/* --- before parsing --- */

/* Bars in the tail of a line that could be a table's line of dashes, plus one; else 0. */
static size_t delimiter_cells(const char *line, size_t n)
{
    size_t bars = 0;
    bool dash = false;
    while (n > 0 && strchr("|:- \t\r", line[n - 1]) && line[n - 1]) {
        bars += line[n - 1] == '|';
        dash = dash || line[n - 1] == '-';
        n--;
    }
    return dash && bars ? bars + 1 : 0;
}

static bool is_blank(const char *line, size_t n)
{
    while (n > 0 && strchr(" \t\r", line[n - 1]) && line[n - 1])
        n--;
    return n == 0;
}

/* cmark-gfm fills up each row of a table to the width of its line of dashes, so that rows of
 * one byte cost as much as wide ones.  Counts from the end, with the lines below each line. */
static bool tables_are_small(struct converter *c)
{
    const struct source *src = c->cursor.src;
    size_t below = 0;
    for (size_t i = c->cursor.lines; i-- > 0;) {
        size_t from = c->cursor.line[i];
        size_t to = i + 1 < c->cursor.lines ? c->cursor.line[i + 1] - 1 : src->len;
        const char *line = src->text + from;
        size_t cells = delimiter_cells(line, to - from);
        below = is_blank(line, to - from) ? 0 : below + 1;
        if (cells * below > MARKDOWN_CELLS_MAX) {
            report_at(c, DIAG_TABLE_TOO_LARGE, (struct md_span){from, to}, NULL);
            return false;
        }
    }
    return true;
}

/* The bytes from the first "]:" of a line on that may be a definition of an address, 0 when there is
 * none; those of footnotes are not. */
static size_t definition(const char *line, size_t n)
{
    for (const char *s = line; (s = memchr(s, ']', (size_t)(line + n - s))); s++) {
        const char *open = s;
        while (open > line && *open != '[')
            open--;
        if (s[1] == ':' && open[1] != '^')
            return (size_t)(line + n - s);
    }
    return 0;
}

/* A definition goes on in the lines below, with a title, until a blank one or the next.  cmark copies
 * it for each bracket that refers to it. */
static bool definitions_are_small(struct converter *c)
{
    const struct source *src = c->cursor.src;
    size_t brackets = 0, bytes = 0;
    for (size_t i = 0; i < src->len; i++)
        brackets += src->text[i] == ']';
    for (size_t i = 0; i < c->cursor.lines; i++) {
        size_t from = c->cursor.line[i];
        size_t to = i + 1 < c->cursor.lines ? c->cursor.line[i + 1] - 1 : src->len;
        size_t begun = definition(src->text + from, to - from);
        bytes = begun                                 ? begun
                : is_blank(src->text + from, to - from) ? 0
                : bytes                               ? bytes + (to - from)
                                                      : 0;
        if (bytes * brackets > MARKDOWN_LINKS_MAX) {
            report_at(c, DIAG_LINKS_TOO_LONG, (struct md_span){from, to}, NULL);
            return false;
        }
    }
    return true;
}

static bool is_small(struct converter *c)
{
    const struct source *src = c->cursor.src;
    if (src->len <= MARKDOWN_BYTES_MAX)
        return tables_are_small(c) && definitions_are_small(c);
    diag_report(c->d, DIAG_TEXT_TOO_LONG, place_of(src, 0, 1),
                arena_printf(c->a, "%d", MARKDOWN_BYTES_MAX / 1024));
    return false;
}

/* --- kinds --- */

struct kind_row {
    const char *type; /* cmark's own name, since its extensions number their types at run time */
    enum md_kind kind;
};
static const struct kind_row kinds[] = {
    {"document", MD_DOCUMENT},   {"heading", MD_HEADING},
    {"paragraph", MD_PARAGRAPH}, {"block_quote", MD_QUOTE},
    {"list", MD_LIST},           {"item", MD_ITEM},
    {"code_block", MD_CODE_BLOCK}, {"thematic_break", MD_RULE},
    {"table", MD_TABLE},         {"table_header", MD_ROW},
    {"table_row", MD_ROW},       {"table_cell", MD_CELL},
    {"text", MD_TEXT},           {"softbreak", MD_SOFT_BREAK},
    {"linebreak", MD_LINE_BREAK}, {"code", MD_CODE},
    {"emph", MD_EMPHASIS},       {"strong", MD_STRONG},
    {"link", MD_LINK},           {"image", MD_IMAGE},
    {"html_block", MD_HTML},     {"html_inline", MD_HTML},
};

static enum md_kind kind_of(cmark_node *n)
{
    cmark_node_type type = cmark_node_get_type(n);
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
        return MD_FOOTNOTE;
    if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
        return MD_FOOTNOTE_MARK;
    const char *name = cmark_node_get_type_string(n);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(name, kinds[i].type) == 0)
            return kinds[i].kind;
    return MD_PARAGRAPH; /* cmark has no other kinds without further extensions */
}

static const char *copy(struct converter *c, const char *s)
{
    return s && *s ? arena_strdup(c->a, s) : NULL;
}

/* --- places --- */

/* Where a block starts by cmark, but never before what was passed. */
static struct md_span block_span(struct converter *c, cmark_node *n)
{
    int line = cmark_node_get_start_line(n);
    if (line > 0) {
        size_t at = md_cursor_offset(&c->cursor, line, cmark_node_get_start_column(n));
        if (at > c->cursor.at)
            c->cursor.at = at;
    }
    const char *text = c->cursor.src->text;
    while (text[c->cursor.at] && strchr(" \t\r\n", text[c->cursor.at]))
        c->cursor.at++;
    return (struct md_span){c->cursor.at, c->cursor.at};
}

/* A definition of a footnote is moved to the end by cmark, so the cursor goes back to it. */
static struct md_span footnote_span(struct converter *c, cmark_node *n)
{
    c->cursor.at = md_cursor_offset(&c->cursor, cmark_node_get_start_line(n), 1);
    return md_cursor_mark(&c->cursor, c->cursor.src->len);
}

static struct md_span link_span(struct converter *c, cmark_node *n)
{
    static const char *const brackets[] = {"[", NULL};
    cmark_node *child = cmark_node_first_child(n);
    if (child && cmark_node_get_type(child) == CMARK_NODE_TEXT) {
        struct md_span s = md_cursor_bare_link(&c->cursor, cmark_node_get_literal(child));
        if (s.from < s.to)
            return s;
    }
    return md_cursor_open(&c->cursor, brackets);
}

static struct md_span span_of(struct converter *c, cmark_node *n, enum md_kind kind)
{
    static const char *const emphasis[] = {"*", "_", NULL}, *const strong[] = {"**", "__", NULL};
    static const char *const image[] = {"![", NULL};
    switch (kind) {
    case MD_TEXT:
    case MD_HTML:
        return md_cursor_text(&c->cursor, cmark_node_get_literal(n));
    case MD_CODE:
        return md_cursor_code(&c->cursor);
    case MD_SOFT_BREAK:
    case MD_LINE_BREAK:
        return md_cursor_break(&c->cursor);
    case MD_EMPHASIS:
        return md_cursor_open(&c->cursor, emphasis);
    case MD_STRONG:
        return md_cursor_open(&c->cursor, strong);
    case MD_LINK:
        return link_span(c, n);
    case MD_IMAGE:
        return md_cursor_open(&c->cursor, image);
    case MD_FOOTNOTE_MARK:
        return md_cursor_mark(&c->cursor, c->cursor.src->len);
    case MD_FOOTNOTE:
        return footnote_span(c, n);
    case MD_ROW:
        block_span(c, n);
        return md_cursor_row(&c->cursor);
    case MD_CELL:
        return md_cursor_cell(&c->cursor, !cmark_node_previous(n));
    default:
        return block_span(c, n);
    }
}

/* --- what a node holds --- */

static const char *label_at(struct converter *c, struct md_span s)
{
    if (s.to < s.from + 4) /* "[^x]" */
        return "";
    return arena_strndup(c->a, c->cursor.src->text + s.from + 2, s.to - s.from - 3);
}

static const char *alignment(struct converter *c, cmark_node *table, int columns)
{
    const uint8_t *align = cmark_gfm_extensions_get_table_alignments(table);
    char *s = arena_alloc(c->a, (size_t)columns + 1);
    for (int i = 0; i < columns; i++)
        s[i] = align && align[i] ? (char)align[i] : '-';
    return s;
}

static void fill(struct converter *c, cmark_node *n, struct md_node *m, struct md_span span)
{
    switch (m->kind) {
    case MD_HEADING:
        m->level = cmark_node_get_heading_level(n);
        break;
    case MD_LIST:
        m->ordered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
        m->start = cmark_node_get_list_start(n);
        m->tight = cmark_node_get_list_tight(n);
        break;
    case MD_CODE_BLOCK:
        m->info = copy(c, cmark_node_get_fence_info(n));
        m->text = arena_strdup(c->a, cmark_node_get_literal(n));
        break;
    case MD_TABLE:
        m->columns = cmark_gfm_extensions_get_table_columns(n);
        m->align = alignment(c, n, m->columns);
        break;
    case MD_ROW:
        m->header = cmark_gfm_extensions_get_table_row_is_header(n);
        break;
    case MD_TEXT:
    case MD_CODE:
    case MD_HTML:
        m->text = arena_strdup(c->a, cmark_node_get_literal(n));
        break;
    case MD_LINK:
    case MD_IMAGE:
        m->url = arena_strdup(c->a, cmark_node_get_url(n));
        m->title = copy(c, cmark_node_get_title(n));
        break;
    case MD_FOOTNOTE_MARK:
        m->number = (int)strtol(cmark_node_get_literal(n), NULL, 10);
        m->label = label_at(c, span);
        break;
    case MD_FOOTNOTE:
        m->number = ++c->footnotes;
        m->label = label_at(c, span);
        break;
    default:
        break;
    }
}

/* A mark without a definition is left by cmark as text. */
static void check_marks(struct converter *c, struct md_span s)
{
    struct md_cursor probe = c->cursor;
    probe.at = s.from;
    while (s.from < s.to) {
        struct md_span mark = md_cursor_mark(&probe, s.to);
        if (mark.from == mark.to || mark.to > s.to)
            return;
        const char *label = label_at(c, mark);
        if (*label && !strpbrk(label, " \t\r\n"))
            report_at(c, DIAG_FOOTNOTE_UNDEFINED, mark, label);
    }
}

/* Comments are for writers: they are left out without a word. */
static bool is_comment(const char *html)
{
    size_t n = strlen(html);
    while (n > 0 && strchr(" \t\r\n", html[n - 1]))
        n--;
    if (n < 7 || strncmp(html, "<!--", 4) != 0)
        return false;
    const char *end = strstr(html + 4, "-->"); /* behind it something else may follow */
    return end && end + 3 == html + n;
}

static void check_html(struct converter *c, const struct md_node *m)
{
    size_t n = strcspn(m->text, "\r\n");
    diag_report(c->d, DIAG_RAW_HTML, m->place, arena_strndup(c->a, m->text, n));
}

/* Where the character stands in the source; written as a reference ("&#27;") it does not. */
static struct md_span control_span(struct converter *c, const char *found, struct md_span node)
{
    const struct source *src = c->cursor.src;
    const char *text = src->text;
    unsigned code;
    size_t n = utf8_decode(found, strlen(found), &code);
    size_t end = node.from < node.to ? node.to : src->len; /* blocks are known by their beginning */
    for (size_t i = node.from; n && i + n <= end; i++)
        if (memcmp(text + i, found, n) == 0)
            return (struct md_span){i, i + n};
    return node;
}

/* Lines of code keep the ends that they have. */
static bool has_control(struct converter *c, const char *s, struct md_span node)
{
    for (const char *at = s; at && (at = utf8_control(at, strlen(at))) != NULL; at++) {
        if (at[0] == '\r' && at[1] == '\n')
            continue;
        report_at(c, DIAG_CONTROL_CHARACTER, control_span(c, at, node), NULL);
        return true;
    }
    return false;
}

/* "&#x202E;" is not seen in the file; what is there as it is was told when the file was read. */
static bool has_unseen(struct converter *c, const char *s, struct place place)
{
    struct unseen u = s ? unseen_first(s, strlen(s)) : (struct unseen){0};
    char name[UNSEEN_NAME];
    if (u.kind == UNSEEN_NONE || c->told_unseen)
        return false;
    diag_report(c->d, input_unseen_code(&u), place, unseen_name(u.code, name));
    return true;
}

static void check_characters(struct converter *c, const struct md_node *m, struct md_span node)
{
    const char *const texts[] = {m->text, m->url, m->info, m->title};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (has_control(c, texts[i], node) || has_unseen(c, texts[i], m->place))
            return;
}

/* cmark makes a text of each sign that might have meant something: there may be thousands in a row. */
static void join_text(struct converter *c, struct md_node *to, const char *text)
{
    size_t more = strlen(text);
    if (c->joined != to) {
        c->joined = to;
        c->text_n = strlen(to->text);
        c->text_room = 0;
    }
    if (c->text_n + more + 1 > c->text_room) {
        size_t room = 2 * (c->text_n + more + 1);
        char *grown = arena_alloc(c->a, room);
        memcpy(grown, to->text, c->text_n);
        to->text = c->text_at = grown;
        c->text_room = room;
    }
    memcpy(c->text_at + c->text_n, text, more + 1);
    c->text_n += more;
}

static void append(struct converter *c, struct md_node *parent, struct md_node **last,
                   struct md_node *m)
{
    if (*last && m->kind == MD_TEXT && (*last)->kind == MD_TEXT) {
        join_text(c, *last, m->text);
        return;
    }
    m->parent = parent;
    if (*last)
        (*last)->next = m;
    else
        parent->first = m;
    *last = m;
}

static void fail_node(struct converter *c, enum diag_code code, const struct md_node *m, int most)
{
    if (!c->failed)
        diag_report(c->d, code, m->place, arena_printf(c->a, "%d", most));
    c->failed = true;
}

static void check_size(struct converter *c, cmark_node *n, const struct md_node *m)
{
    size_t from = md_cursor_offset(&c->cursor, cmark_node_get_start_line(n), 1);
    size_t to = md_cursor_offset(&c->cursor, cmark_node_get_end_line(n) + 1, 1);
    if (c->depth == MARKDOWN_DEPTH_MAX)
        fail_node(c, DIAG_TOO_DEEP, m, MARKDOWN_DEPTH_MAX);
    else if (m->url && strlen(m->url) > INPUT_LINK_MAX)
        fail_node(c, DIAG_LINK_TOO_LONG, m, INPUT_LINK_MAX);
    else if (m->kind == MD_HEADING && to > from + MARKDOWN_HEADING_MAX)
        fail_node(c, DIAG_TEXT_TOO_LONG, m, MARKDOWN_HEADING_MAX / 1024);
}

static struct md_node *convert(struct converter *c, cmark_node *n)
{
    struct md_node *m = ARENA_NEW(c->a, struct md_node), *last = NULL;
    m->kind = kind_of(n);
    struct md_span span = span_of(c, n, m->kind);
    m->place = md_cursor_place(&c->cursor, span);
    fill(c, n, m, span);
    check_characters(c, m, span);
    if (m->kind == MD_TEXT)
        check_marks(c, span);
    if (m->kind == MD_HTML && !is_comment(m->text))
        check_html(c, m);
    check_size(c, n, m);
    if (m->kind == MD_FOOTNOTE_MARK && c->in_footnote)
        diag_report(c->d, DIAG_FOOTNOTE_IN_FOOTNOTE, m->place, m->label);
    c->in_footnote = c->in_footnote || m->kind == MD_FOOTNOTE;
    c->depth++;
    for (cmark_node *k = cmark_node_first_child(n); k && !c->failed; k = cmark_node_next(k)) {
        struct md_node *child = convert(c, k);
        if (child->kind != MD_HTML || !is_comment(child->text))
            append(c, m, &last, child);
    }
    c->depth--;
    c->in_footnote = c->in_footnote && m->kind != MD_FOOTNOTE;
    if (m->kind == MD_LINK || m->kind == MD_IMAGE)
        md_cursor_close_link(&c->cursor);
    return m;
}

static cmark_node *parse(const struct source *src)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *p = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE);
    static const char *const extensions[] = {"table", "autolink"};
    for (size_t i = 0; i < sizeof extensions / sizeof extensions[0]; i++)
        cmark_parser_attach_syntax_extension(p, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(p, src->text, src->len);
    cmark_node *root = cmark_parser_finish(p);
    cmark_parser_free(p);
    return root;
}

struct md_node *input_markdown(struct arena *a, struct diags *d, const struct source *src)
{
    struct converter c = {.a = a, .d = d};
    size_t bad = 0;
    if (!utf8_valid(src->text, src->len, &bad)) {
        diag_report(d, DIAG_BAD_UTF8, place_of(src, bad, bad + 1));
        return NULL;
    }
    md_cursor_init(&c.cursor, a, src);
    c.told_unseen = unseen_first(src->text, src->len).kind != UNSEEN_NONE;
    if (!is_small(&c))
        return NULL;
    cmark_node *root = parse(src);
    md_notes_check(a, d, &c.cursor, root);
    struct md_node *m = convert(&c, root);
    cmark_node_free(root);
    return c.failed ? NULL : m;
}
