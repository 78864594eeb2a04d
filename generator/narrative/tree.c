/* tree.c - from Markdown to the narrative's own tree: values bound, headings numbered, notes
 * continuous through all files of a document. */
#include "narrative/narrative_room.h"

#include <string.h>

struct nar_node *tree_node(struct tree *t, enum nar_kind kind, struct place place)
{
    struct nar_node *n = ARENA_NEW(t->arena, struct nar_node);
    n->kind = kind;
    n->place = place;
    return n;
}

/* A list under construction. */
struct children {
    struct nar_node **tail;
};

static void append(struct children *c, struct nar_node *n)
{
    if (!n)
        return;
    *c->tail = n;
    while (*c->tail)
        c->tail = &(*c->tail)->next;
}

static void convert_children(struct tree *t, const struct md_node *md, struct nar_node *parent);

/* --- text --- */

struct text_ctx {
    struct tree *tree;
    struct children *to;
    struct place place; /* in the author's file, of the text's start */
};

static void put_literal(void *ctx, const char *s, size_t n)
{
    struct text_ctx *x = ctx;
    struct nar_node *node = tree_node(x->tree, NAR_TEXT, x->place);
    node->text = typed_number_check(x->tree, s, n, x->place);
    append(x->to, node);
}

static void remember_figure(struct tree *t, const struct figure *f)
{
    for (size_t i = 0; i < t->figure.n; i++)
        if (t->figure.p[i] == f)
            return;
    VEC_PUSH(t->arena, &t->figure, f);
}

static void put_value(void *ctx, const struct bound *b)
{
    struct text_ctx *x = ctx;
    const struct figure *f = views_tag_figure(b->value);
    struct nar_node *node = tree_node(x->tree, f ? NAR_FIGURE : NAR_TEXT, b->place);
    x->place = bind_after(x->tree->binding, b);
    node->text = b->text;
    if (f) {
        node->figure = f->id;
        node->form = views_tag_form(b->value);
        node->sample = f->sample;
        x->tree->out->sample = x->tree->out->sample || f->sample;
        remember_figure(x->tree, f);
    }
    const char *page = x->tree->linked ? NULL : views_tag_page(b->value);
    if (page) {
        struct nar_node *link = tree_node(x->tree, NAR_LINK, b->place);
        link->url = page;
        link->first = node;
        node = link;
    }
    append(x->to, node);
}

/* Neighbouring texts are joined first: cmark parts them at escapes and entities, and a number
 * must not fall apart. */
static const struct md_node *convert_text(struct tree *t, const struct md_node *md,
                                          struct children *to)
{
    struct buf all = BUF_INIT;
    struct text_ctx x = {t, to, bind_place(t->binding, md->place)};
    for (; md && md->kind == MD_TEXT; md = md->next)
        buf_puts(&all, md->text);
    bind_split(t->binding, buf_str(&all), &(struct bind_visitor){&x, put_literal, put_value});
    buf_free(&all);
    return md;
}

/* --- nodes --- */

/* The level that a heading has among those it stands under: one that was written with levels
 * left out moves up, since readers who go by headings would miss what is between (ISO 14289-1,
 * 7.4.2). */
static int heading_level(struct tree *t, const struct nar_node *n)
{
    int level = n->level < 6 ? n->level : 6, was = t->written[t->depth];
    if (level > was + 1)
        diag_report(t->diags, DIAG_HEADING_SKIPPED, n->place,
                    arena_printf(t->arena, "%d", level), arena_printf(t->arena, "%d", was));
    while (t->depth > 0 && t->written[t->depth] >= level)
        t->depth--;
    t->written[++t->depth] = level;
    return t->depth;
}

static void number_heading(struct tree *t, struct nar_node *n)
{
    struct buf b = BUF_INIT;
    int level = n->level = heading_level(t, n);
    t->number[level]++;
    for (int i = level + 1; i <= 6; i++)
        t->number[i] = 0;
    for (int i = 1; i <= level; i++)
        buf_printf(&b, "%s%d", i > 1 ? "." : "", t->number[i]);
    n->number = t->numbered ? arena_strdup(t->arena, buf_str(&b)) : NULL;
    n->id = arena_printf(t->arena, "section-%s", buf_str(&b));
    for (char *p = (char *)n->id; *p; p++)
        if (*p == '.')
            *p = '-';
    map_set(t->places, n->id, n);
    buf_free(&b);
}

static enum nar_kind kind_of(enum md_kind kind)
{
    static const enum nar_kind table[] = {
        [MD_DOCUMENT] = NAR_ROOT,       [MD_HEADING] = NAR_HEADING,
        [MD_PARAGRAPH] = NAR_PARAGRAPH, [MD_QUOTE] = NAR_QUOTE,
        [MD_LIST] = NAR_LIST,           [MD_ITEM] = NAR_ITEM,
        [MD_CODE_BLOCK] = NAR_CODE_BLOCK, [MD_RULE] = NAR_RULE,
        [MD_TABLE] = NAR_TABLE,         [MD_ROW] = NAR_ROW,
        [MD_CELL] = NAR_CELL,           [MD_FOOTNOTE] = NAR_ROOT,
        [MD_TEXT] = NAR_TEXT,           [MD_SOFT_BREAK] = NAR_SOFT_BREAK,
        [MD_LINE_BREAK] = NAR_LINE_BREAK, [MD_CODE] = NAR_CODE,
        [MD_EMPHASIS] = NAR_EMPHASIS,   [MD_STRONG] = NAR_STRONG,
        [MD_LINK] = NAR_LINK,
        [MD_IMAGE] = NAR_IMAGE,         [MD_FOOTNOTE_MARK] = NAR_NOTE_MARK,
        [MD_HTML] = NAR_TEXT,
    };
    return table[kind];
}

/* <https://...>: digits in it are part of the address. */
static bool is_address(const struct md_node *md)
{
    return md->kind == MD_LINK && md->url && md->first && md->first->text && !md->first->next &&
           strcmp(md->url, md->first->text) == 0;
}

/* Addresses of the web, of mail, and of pages of the site; nothing that runs (javascript:) or
 * reads a disk (file:).  It is the bound text that counts: a value may be no other either. */
static bool may_link(const char *url)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncmp(url, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return *url && *url != '/' && *url != '\\' && !strchr(url, ':');
}

static void check_link(struct tree *t, struct nar_node *n)
{
    if (n->url[0] == '#')
        VEC_PUSH(t->arena, &t->inward, n);
    else if (may_link(n->url) && !strchr(n->url, ':'))
        VEC_PUSH(t->arena, &t->outward, n);
    if (may_link(n->url))
        return;
    diag_report(t->diags, DIAG_BAD_LINK, n->place, n->url);
    n->url = "#";
}

static struct nar_node *convert_node(struct tree *t, const struct md_node *md)
{
    struct nar_node *n = NULL;
    if (md->kind == MD_CODE_BLOCK && show_block(t, md, &n))
        return n;
    n = tree_node(t, kind_of(md->kind), bind_place(t->binding, md->place));
    n->level = md->level;
    n->start = md->start;
    n->ordered = md->ordered;
    n->tight = md->tight;
    n->header = md->header;
    n->columns = md->columns;
    n->align = md->align;
    if (md->text)
        n->text = bind_expand(t->binding, md->text);
    if (md->url)
        n->url = bind_expand(t->binding, md->url);
    if (md->kind == MD_LINK)
        check_link(t, n);
    if (md->kind == MD_FOOTNOTE_MARK)
        n->note = (int)t->note_base + md->number;
    if (md->kind == MD_HEADING)
        number_heading(t, n);
    if (md->kind == MD_IMAGE)
        diag_report(t->diags, DIAG_BAD_IMAGE, n->place);
    bool checked = t->checked;
    bool linked = t->linked;
    t->checked = checked && !is_address(md);
    t->linked = linked || md->kind == MD_LINK;
    convert_children(t, md, n);
    t->checked = checked;
    t->linked = linked;
    return n;
}

static void convert_note(struct tree *t, const struct md_node *md)
{
    struct nar_note note = {.place = bind_place(t->binding, md->place)};
    note.body = tree_node(t, NAR_ROOT, note.place);
    t->in_note = true;
    convert_children(t, md, note.body);
    t->in_note = false;
    VEC_PUSH(t->arena, &t->note, note);
}

static void convert_children(struct tree *t, const struct md_node *md, struct nar_node *parent)
{
    struct children to = {&parent->first};
    for (const struct md_node *c = md->first; c;) {
        if (c->kind == MD_TEXT) {
            c = convert_text(t, c, &to);
            continue;
        }
        if (c->kind == MD_FOOTNOTE)
            convert_note(t, c);
        else if (c->kind != MD_HTML)
            append(&to, convert_node(t, c));
        c = c->next;
    }
}

struct nar_node *tree_convert(struct tree *t, const struct md_node *md)
{
    t->note_base = t->note.n;
    return convert_node(t, md);
}
