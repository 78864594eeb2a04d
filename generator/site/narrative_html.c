/* narrative_html.c - a narrative's tree as HTML.
 *
 * One function per kind of node; tables and charts come from the same partials as on all
 * pages.  The page's title is its one h1, so the highest headings of a text, whatever their
 * level, become h2, or h3 where the text stands under a heading.  Notes are linked both ways:
 * note-1 and, at its mark, mark-1.
 */
#include "site/site_room.h"

#include "base/xml.h"

#include <string.h>

struct html {
    struct page_build *page;
    struct xml xml;
    int shift;         /* added to a heading's level */
    bool tight;        /* paragraphs of a tight list have no <p> */
    const char *align; /* of the table at hand */
    bool in_link;
};

static void node(struct html *h, const struct nar_node *n);

static void children(struct html *h, const struct nar_node *n)
{
    for (const struct nar_node *c = n->first; c; c = c->next)
        node(h, c);
}

static void element(struct html *h, const char *name, const struct nar_node *n)
{
    xml_open(&h->xml, name);
    children(h, n);
    xml_end(&h->xml);
}

/* The words of a block whose direction is another; before its content. */
static void direction(struct html *h, const struct nar_node *n)
{
    struct buf b = BUF_INIT;

    page_plain_text(n, &b);
    xml_attr(&h->xml, "dir", words_dir(h->page, buf_str(&b), NULL));
    buf_free(&b);
}

static void heading(struct html *h, const struct nar_node *n)
{
    static const char *const names[] = {"h2", "h3", "h4", "h5", "h6"};
    int level = n->level + h->shift - 2; /* from 0 */

    xml_open(&h->xml, names[level < 0 ? 0 : level > 4 ? 4 : level]);
    xml_attr(&h->xml, "id", n->id);
    direction(h, n);
    if (n->number) {
        xml_open(&h->xml, "span");
        xml_attr(&h->xml, "class", "section-number");
        xml_text(&h->xml, n->number);
        xml_end(&h->xml);
        xml_text(&h->xml, " ");
    }
    children(h, n);
    xml_end(&h->xml);
}

static void list(struct html *h, const struct nar_node *n)
{
    bool before = h->tight;

    h->tight = n->tight;
    xml_open(&h->xml, n->ordered ? "ol" : "ul");
    if (n->ordered && n->start != 1)
        xml_attrf(&h->xml, "start", "%d", n->start);
    children(h, n);
    xml_end(&h->xml);
    h->tight = before;
}

static void paragraph(struct html *h, const struct nar_node *n)
{
    if (h->tight) {
        children(h, n);
        return;
    }
    xml_open(&h->xml, "p");
    direction(h, n);
    children(h, n);
    xml_end(&h->xml);
}

/* An address shown as it is keeps its own order among words that read from the right. */
static bool is_bare_address(const struct html *h, const struct nar_node *n)
{
    const struct nar_node *text = n->first;

    return words_rtl(h->page) && text && !text->next &&
           text->kind == NAR_TEXT && strcmp(text->text, n->url) == 0;
}

/* Another site's address as it is; a page of ours ("agreements/x", "about#rates") or a file made
 * relative.  NULL: this language, or this profile, has no such page. */
static const char *address(struct html *h, const char *url)
{
    struct arena *a = h->page->arena;
    size_t n = strcspn(url, "#");

    if (strchr(url, ':') || url[0] == '#')
        return url;
    if (views_has_file(url))
        return arena_printf(a, "%s%s", h->page->root, url);
    const char *href = href_page(h->page, arena_strndup(a, url, n));
    return href ? arena_printf(a, "%s%s", href, url + n) : NULL;
}

static void link(struct html *h, const struct nar_node *n)
{
    bool before = h->in_link, bare = is_bare_address(h, n);
    const char *href = address(h, n->url);

    if (!href) {
        children(h, n);
        return;
    }
    xml_open(&h->xml, "a");
    xml_attr(&h->xml, "href", href);
    h->in_link = true;
    if (bare) {
        xml_open(&h->xml, "bdi");
        xml_attr(&h->xml, "dir", "ltr");
    }
    children(h, n);
    if (bare)
        xml_end(&h->xml);
    h->in_link = before;
    xml_end(&h->xml);
}

/* Elements within each other that isolate: UAX #9 knows 125 levels, and no text has a use for more. */
enum { ISOLATES_MAX = 100 };

/* Text; among words that read from the right, what has an order of its own is in elements of its
 * own.  Isolates that are one too many, and ends without a beginning, stay characters. */
static void prose(struct html *h, const char *text)
{
    if (!words_rtl(h->page)) {
        xml_text(&h->xml, text);
        return;
    }
    const char *s = locale_isolated(h->page->arena, text), *from = s;
    int open = 0, beyond = 0;
    for (; *s; s++) {
        bool ltr = strncmp(s, "\u2066", 3) == 0, rtl = strncmp(s, "\u2067", 3) == 0;
        bool end = open > 0 && strncmp(s, "\u2069", 3) == 0;
        if (!ltr && !rtl && !end)
            continue;
        if (end ? beyond > 0 : open == ISOLATES_MAX) {
            beyond += end ? -1 : 1;
            continue;
        }
        xml_text(&h->xml, arena_strndup(h->page->arena, from, (size_t)(s - from)));
        if (end) {
            xml_end(&h->xml);
        } else {
            xml_open(&h->xml, "bdi");
            xml_attr(&h->xml, "dir", ltr ? "ltr" : "rtl");
        }
        open += end ? -1 : 1;
        from = s + 3;
        s += 2;
    }
    xml_text(&h->xml, from);
    for (; open > 0; open--)
        xml_end(&h->xml);
}

/* A link cannot stand inside a link: there a figure is its text alone. */
static void figure(struct html *h, const struct nar_node *n)
{
    if (h->in_link) {
        prose(h, n->text);
        return;
    }
    xml_open(&h->xml, "a");
    xml_attr(&h->xml, "class", "figure");
    xml_attr(&h->xml, "href",
             href_page(h->page, arena_printf(h->page->arena, "figures/%s", n->figure)));
    prose(h, n->text);
    xml_end(&h->xml);
}

static void note_mark(struct html *h, const struct nar_node *n)
{
    xml_open(&h->xml, "sup");
    xml_open(&h->xml, "a");
    if (!n->note_again)
        xml_attrf(&h->xml, "id", "mark-%d", n->note);
    xml_attrf(&h->xml, "href", "#note-%d", n->note);
    xml_attr(&h->xml, "role", "doc-noteref");
    xml_attrf(&h->xml, "aria-describedby", "note-%d", n->note);
    xml_text(&h->xml, arena_printf(h->page->arena, "%d", n->note));
    xml_end(&h->xml);
    xml_end(&h->xml);
}

static void row(struct html *h, const struct nar_node *n)
{
    int column = 0;

    xml_open(&h->xml, "tr");
    for (const struct nar_node *c = n->first; c; c = c->next, column++) {
        bool right = h->align && (size_t)column < strlen(h->align) && h->align[column] == 'r';
        bool head = n->header || column == 0;
        xml_open(&h->xml, head ? "th" : "td");
        if (head)
            xml_attr(&h->xml, "scope", n->header ? "col" : "row");
        xml_attr(&h->xml, "class", right ? "n" : NULL);
        direction(h, c);
        children(h, c);
        xml_end(&h->xml);
    }
    xml_end(&h->xml);
}

/* Columns may need more room than a page has: the table scrolls in a box of its own, which the
 * keyboard reaches. */
static void table(struct html *h, const struct nar_node *n)
{
    const char *before = h->align;
    const struct nar_node *r = n->first;

    h->align = n->align;
    xml_open(&h->xml, "div");
    xml_attr(&h->xml, "class", "scrolls");
    xml_attr(&h->xml, "tabindex", "0");
    xml_open(&h->xml, "table");
    if (r && r->header) {
        xml_open(&h->xml, "thead");
        row(h, r);
        xml_end(&h->xml);
        r = r->next;
    }
    xml_open(&h->xml, "tbody");
    for (; r; r = r->next)
        row(h, r);
    xml_end(&h->xml);
    xml_end(&h->xml);
    xml_end(&h->xml);
    h->align = before;
}

static void partial(struct html *h, const char *name, struct shown_value *v)
{
    struct page_build *p = h->page;
    struct buf b = BUF_INIT;

    v->t = p->edition->words;
    v->script = p->edition->script;
    site_render(p->site, p->arena, name, name, shape_value(p->arena, &shapes_shown, v), &b);
    xml_raw(&h->xml, buf_str(&b));
    buf_free(&b);
}

static void show_table(struct html *h, const struct view_table *t)
{
    struct arena *a = h->page->arena;

    partial(h, "table", &(struct shown_value){
                            .table = shape_value(a, &shapes_table, section_table(h->page, t))});
}

static void show_chart(struct html *h, const struct view_chart *c)
{
    partial(h, "chart", &(struct shown_value){.chart = chart_value(h->page, c, false)});
}

static void image(struct html *h, const struct nar_node *n)
{
    xml_open(&h->xml, "img");
    xml_attr(&h->xml, "src", n->url);
    xml_attr(&h->xml, "alt", n->text ? n->text : "");
    xml_void(&h->xml);
}

static void code_block(struct html *h, const struct nar_node *n)
{
    xml_open(&h->xml, "pre");
    xml_open(&h->xml, "code");
    xml_text(&h->xml, n->text);
    xml_end(&h->xml);
    xml_end(&h->xml);
}

static void text_element(struct html *h, const char *name, const char *text)
{
    xml_open(&h->xml, name);
    xml_text(&h->xml, text ? text : "");
    xml_end(&h->xml);
}

static void node(struct html *h, const struct nar_node *n)
{
    switch (n->kind) {
    case NAR_ROOT: children(h, n); break;
    case NAR_HEADING: heading(h, n); break;
    case NAR_PARAGRAPH: paragraph(h, n); break;
    case NAR_QUOTE: element(h, "blockquote", n); break;
    case NAR_LIST: list(h, n); break;
    case NAR_ITEM: element(h, "li", n); break;
    case NAR_CODE_BLOCK: code_block(h, n); break;
    case NAR_RULE:
        xml_open(&h->xml, "hr");
        xml_void(&h->xml);
        break;
    case NAR_TABLE: table(h, n); break;
    case NAR_ROW: row(h, n); break;
    case NAR_CELL: children(h, n); break;
    case NAR_SHOW_TABLE:
        if (!n->of_chart)
            show_table(h, n->table);
        break;
    case NAR_SHOW_CHART: show_chart(h, n->chart); break;
    case NAR_TEXT: prose(h, n->text); break;
    case NAR_FIGURE: figure(h, n); break;
    case NAR_SOFT_BREAK: xml_text(&h->xml, "\n"); break;
    case NAR_LINE_BREAK:
        xml_open(&h->xml, "br");
        xml_void(&h->xml);
        break;
    case NAR_CODE: text_element(h, "code", n->text); break;
    case NAR_EMPHASIS: element(h, "em", n); break;
    case NAR_STRONG: element(h, "strong", n); break;
    case NAR_LINK: link(h, n); break;
    case NAR_IMAGE: image(h, n); break;
    case NAR_NOTE_MARK: note_mark(h, n); break;
    }
}

int narrative_html_top(const struct nar_node *root)
{
    int top = 0;

    for (const struct nar_node *n = root ? root->first : NULL; n; n = n->next)
        if (n->kind == NAR_HEADING && (top == 0 || n->level < top))
            top = n->level;
    return top;
}

static const char *write(struct page_build *p, const struct nar_node *root, int first, bool tight)
{
    struct buf b = BUF_INIT;
    struct html h = {.page = p, .shift = first - narrative_html_top(root), .tight = tight};

    xml_init(&h.xml, &b);
    if (root)
        node(&h, root);
    return buf_to_arena(&b, p->arena);
}

const char *narrative_html(struct page_build *p, const struct nar_node *root, int first_heading)
{
    return write(p, root, first_heading, false);
}

const char *narrative_html_inline(struct page_build *p, const struct nar_node *root)
{
    bool one = root && root->first && !root->first->next;

    return write(p, root, 2, one);
}
