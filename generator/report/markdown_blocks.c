/* markdown_blocks.c - a narrative tree as typeset blocks, kind by kind. */
#include "report/report_room.h"

#include <string.h>

/* How the text at hand looks. */
struct look {
    unsigned char weight;
    const char *url, *dest;
};

/* --- inline text --- */

static struct inl *put_inline(struct words *w, enum inline_kind kind, const struct nar_node *n,
                              const struct look *look)
{
    struct inl i = {.kind = kind, .weight = look->weight, .url = look->url, .dest = look->dest,
                    .place = n->place};
    VEC_PUSH(w->arena, &w->list, i);
    return &w->list.p[w->list.n - 1];
}

/* Only addresses that mean something outside the site are live on paper; "#" is one that was reported. */
static void aim(struct look *look, const char *url)
{
    if (!strncmp(url, "https://", 8) || !strncmp(url, "http://", 7) || !strncmp(url, "mailto:", 7))
        look->url = url;
    else if (url[0] == '#' && url[1])
        look->dest = url + 1;
}

static void put_text(struct paper *p, struct words *w, const struct nar_node *n,
                     const struct look *look)
{
    struct inl *text = put_inline(w, INLINE_TEXT, n, look);
    text->text = n->text;
    blocks_prove(p, text, n->kind == NAR_FIGURE ? n->figure : NULL);
}

static void put_inlines(struct paper *p, struct words *w, const struct nar_node *first,
                        struct look look)
{
    for (const struct nar_node *n = first; n; n = n->next) {
        struct look inner = look;
        switch (n->kind) {
        case NAR_SOFT_BREAK: put_inline(w, INLINE_TEXT, n, &look)->text = " "; break;
        case NAR_LINE_BREAK: put_inline(w, INLINE_BREAK, n, &look); break;
        case NAR_NOTE_MARK: put_inline(w, INLINE_NOTE_MARK, n, &look)->note = n->note; break;
        case NAR_EMPHASIS: inner.weight |= FONT_ITALIC; break;
        case NAR_STRONG: inner.weight |= FONT_BOLD; break;
        case NAR_LINK: aim(&inner, n->url ? n->url : ""); break;
        default:
            if (n->text)
                put_text(p, w, n, &look);
            break;
        }
        if (n->first)
            put_inlines(p, w, n->first, inner);
    }
}

static struct inlines inlines_of(struct paper *p, const struct nar_node *first)
{
    struct words w = {.arena = p->arena};
    put_inlines(p, &w, first, (struct look){0});
    return (struct inlines){w.list.p, w.list.n};
}

static void put_code_lines(struct words *w, const struct nar_node *n)
{
    struct look plain = {0};
    const char *line = n->text ? n->text : "";
    while (*line) {
        size_t len = strcspn(line, "\n");
        put_inline(w, INLINE_TEXT, n, &plain)->text = arena_strndup(w->arena, line, len);
        put_inline(w, INLINE_BREAK, n, &plain);
        line += len + (line[len] == '\n');
    }
}

/* Does a node hold others that stand below each other? */
static bool is_container(const struct nar_node *n)
{
    return n->kind == NAR_LIST || n->kind == NAR_ITEM || n->kind == NAR_QUOTE ||
           n->kind == NAR_TABLE || n->kind == NAR_ROW;
}

/* The blocks of a note, each on lines of its own. */
static void put_lines(struct paper *p, struct words *w, const struct nar_node *first)
{
    struct look plain = {0};
    for (const struct nar_node *n = first; n; n = n->next) {
        if (is_container(n)) {
            put_lines(p, w, n->first);
            continue;
        }
        if (w->list.n > 0 && w->list.p[w->list.n - 1].kind != INLINE_BREAK)
            put_inline(w, INLINE_BREAK, n, &plain);
        if (n->kind == NAR_CODE_BLOCK)
            put_code_lines(w, n);
        else
            put_inlines(p, w, n->first, plain);
    }
}

struct inlines markdown_inlines(struct paper *p, const struct nar_node *root)
{
    struct words w = {.arena = p->arena};
    put_lines(p, &w, root ? root->first : NULL);
    return (struct inlines){w.list.p, w.list.n};
}

/* --- tables written in Markdown --- */

static void fill_row(struct paper *p, struct table *t, struct row *row, const struct nar_node *n)
{
    row->head = n->header;
    row->cell = ARENA_ARRAY(p->arena, struct cell, t->columns);
    size_t c = 0;
    for (const struct nar_node *cell = n->first; cell && c < t->columns; cell = cell->next, c++)
        row->cell[c] = (struct cell){inlines_of(p, cell->first), c == 0};
}

static struct block *table_block(struct paper *p, const struct nar_node *n)
{
    struct block *b = blocks_new(p, BLOCK_TABLE);
    struct table *t = b->table = ARENA_NEW(p->arena, struct table);
    b->place = n->place;
    size_t rows = 0;
    for (const struct nar_node *r = n->first; r; r = r->next)
        rows++;
    t->columns = n->columns > 0 ? (size_t)n->columns : 0;
    t->row = ARENA_ARRAY(p->arena, struct row, rows);
    t->align = ARENA_ARRAY(p->arena, enum cell_align, t->columns);
    for (size_t c = 0; n->align && c < t->columns && n->align[c]; c++)
        t->align[c] = n->align[c] == 'r'   ? CELL_DECIMAL
                      : n->align[c] == 'c' ? CELL_CENTER
                                           : CELL_START;
    for (const struct nar_node *r = n->first; r; r = r->next)
        fill_row(p, t, &t->row[t->rows++], r);
    return b;
}

/* --- blocks --- */

static void fill_children(struct paper *p, struct block *b, const struct nar_node *parent,
                          bool justify)
{
    struct block_list list = {0};
    mpt width = blocks_enter(p, b);
    markdown_blocks(p, &list, parent, justify);
    p->width = width;
    b->child = list.p;
    b->n = list.n;
}

static void fill_heading(struct paper *p, struct block *b, const struct nar_node *n)
{
    int level = n->level < HEADING_LEVELS ? n->level : HEADING_LEVELS - 1;
    b->level = n->level;
    b->number = p->look->numbers == NUMBERS_NONE ? NULL : n->number;
    b->text = inlines_of(p, n->first);
    if (p->look->level[level].letters == CASE_CAPITALS)
        for (size_t i = 0; i < b->text.n; i++)
            if (b->text.item[i].text)
                b->text.item[i].text = locale_upper(p->arena, views_locale(p->views),
                                                    b->text.item[i].text);
    b->dest = n->id;
}

/* The style's label of the n-th item: {n} in its pattern. */
static const char *item_number(struct paper *p, int n)
{
    const char *pattern = p->look->list_number, *at = strstr(pattern, "{n}");
    return arena_printf(p->arena, "%.*s%d%s", (int)(at - pattern), pattern, n, at + 3);
}

static void fill_list(struct paper *p, struct block *b, const struct nar_node *n, bool justify)
{
    struct block_list items = {0};
    int number = n->start > 0 ? n->start : 1;
    b->ordered = n->ordered;
    for (const struct nar_node *i = n->first; i; i = i->next) {
        struct block *item = blocks_new(p, BLOCK_ITEM);
        item->number = n->ordered ? item_number(p, number++) : p->look->list_mark;
        VEC_PUSH(p->arena, &items, item);
    }
    b->child = items.p;
    b->n = items.n;
    mpt width = blocks_enter(p, b); /* all labels have the width of the widest */
    size_t k = 0;
    for (const struct nar_node *i = n->first; i; i = i->next)
        fill_children(p, b->child[k++], i, justify);
    p->width = width;
}

static struct inlines code_of(struct paper *p, const struct nar_node *n)
{
    struct words w = {.arena = p->arena};
    put_code_lines(&w, n);
    return (struct inlines){w.list.p, w.list.n};
}

static struct block *block_of(struct paper *p, const struct nar_node *n, bool justify)
{
    static const enum block_kind kinds[] = {
        [NAR_HEADING] = BLOCK_HEADING,       [NAR_PARAGRAPH] = BLOCK_PARAGRAPH,
        [NAR_LIST] = BLOCK_LIST,             [NAR_QUOTE] = BLOCK_QUOTE,
        [NAR_CODE_BLOCK] = BLOCK_PARAGRAPH,  [NAR_RULE] = BLOCK_HAIRLINE,
    };
    switch (n->kind) {
    case NAR_TABLE: return table_block(p, n);
    case NAR_SHOW_TABLE: return n->table ? show_table_block(p, n->table, n->place) : NULL;
    case NAR_SHOW_CHART: return n->chart ? show_chart_block(p, n->chart, n->place) : NULL;
    case NAR_HEADING:
    case NAR_PARAGRAPH:
    case NAR_LIST:
    case NAR_QUOTE:
    case NAR_CODE_BLOCK:
    case NAR_RULE: break;
    default: return NULL;
    }
    struct block *b = blocks_new(p, kinds[n->kind]);
    b->place = n->place;
    if (n->kind == NAR_HEADING)
        fill_heading(p, b, n);
    else if (n->kind == NAR_LIST)
        fill_list(p, b, n, justify);
    else if (n->kind == NAR_QUOTE)
        fill_children(p, b, n, justify);
    else if (n->kind == NAR_CODE_BLOCK)
        b->text = code_of(p, n);
    else if (n->kind == NAR_PARAGRAPH)
        b->text = inlines_of(p, n->first);
    b->justify = n->kind == NAR_PARAGRAPH && justify;
    return b;
}

void markdown_blocks(struct paper *p, struct block_list *to, const struct nar_node *root,
                     bool justify)
{
    const struct nar_node *before = NULL;
    for (const struct nar_node *n = root ? root->first : NULL; n; before = n, n = n->next) {
        struct block *b = block_of(p, n, justify);
        if (!b)
            continue;
        b->follows = before && before->kind == NAR_PARAGRAPH;
        VEC_PUSH(p->arena, to, b);
    }
}
