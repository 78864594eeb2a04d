/* Narratives to HTML, in English and in Arabic: the markup is well formed, has no element, attribute or
 * address but those that prose may have, and every word of the text, once. */
#include "kit.h"

#include "site/site_room.h"

#include <libxml/parser.h>

struct side { /* a language of a sample content, and the site's builder for it */
    struct site_builder site;
    struct edition edition;
};

static void open_side(struct side *s, const char *content, enum lang lang)
{
    const struct kit_content *c = kit_content(content);
    struct arena *a = c->arena;
    s->site = (struct site_builder){.arena = a, .diags = c->diags, .records = c->records};
    map_init(&s->site.wanted, a);
    map_init(&s->site.template, a);
    map_init(&s->site.missing, a);
    s->edition.code = lang_code[lang];
    s->edition.views = views_open(a, c->diags, c->model, lang, false);
    const char *const *path;
    size_t n = views_paths(s->edition.views, &path);
    map_init(&s->edition.paths, a);
    href_know(a, &s->edition, path, n);
}

/* --- what stands in the markup --- */

static bool is_one_of(const xmlChar *s, const char *const *list)
{
    while (*list && strcmp((const char *)s, *list) != 0)
        list++;
    return *list != NULL;
}

static void check_address(const char *s)
{
    size_t n = strcspn(s, ":/?#");
    if (s[n] == ':')
        HOLDS(strncmp(s, "https:", 6) == 0 || strncmp(s, "http:", 5) == 0 ||
              strncmp(s, "mailto:", 7) == 0);
    HOLDS(strncmp(s, "//", 2) != 0);
    for (; *s; s++)
        HOLDS((unsigned char)*s > 0x20);
}

static void check_element(const xmlNode *n)
{
    static const char *const elements[] = {"div", "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
        "blockquote", "pre", "code", "em", "strong", "a", "sup", "table", "thead", "tbody", "tr", "th",
        "td", "br", "hr", "bdi", "span", NULL};
    static const char *const attributes[] = {"id", "class", "dir", "start", "href", "scope", "tabindex",
        "role", "aria-describedby", "lang", NULL};
    HOLDS(is_one_of(n->name, elements));
    for (const xmlAttr *at = n->properties; at; at = at->next) {
        HOLDS(is_one_of(at->name, attributes));
        xmlChar *value = xmlNodeGetContent((const xmlNode *)at);
        if (strcmp((const char *)at->name, "href") == 0)
            check_address((const char *)value);
        xmlFree(value);
    }
}

static void check_elements(const xmlNode *n, bool in_link)
{
    for (; n; n = n->next) {
        bool link = n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "a") == 0;
        HOLDS(n->type == XML_ELEMENT_NODE || n->type == XML_TEXT_NODE);
        HOLDS(!link || !in_link);
        if (n->type == XML_ELEMENT_NODE)
            check_element(n);
        check_elements(n->children, in_link || link);
    }
}

/* --- words --- */

static bool is_left_out(const char *s, size_t *n)
{
    *n = 1;
    if ((unsigned char)*s <= 0x20)
        return true; /* white space, and what XML cannot hold */
    *n = 3;
    return strncmp(s, "\u2066", 3) == 0 || strncmp(s, "\u2067", 3) == 0 || strncmp(s, "\u2069", 3) == 0;
}

static const char *without_white(struct arena *a, const char *s)
{
    struct buf b;
    buf_init(&b);
    while (*s) {
        size_t n;
        if (is_left_out(s, &n)) {
            s += n;
        } else {
            buf_putc(&b, *s++);
        }
    }
    return buf_to_arena(&b, a);
}

static void put_words(struct buf *out, const struct nar_node *n, bool *shows)
{
    for (; n; n = n->next) {
        *shows = *shows || n->kind == NAR_SHOW_TABLE || n->kind == NAR_SHOW_CHART ||
                 n->kind == NAR_IMAGE;
        if (n->kind == NAR_HEADING && n->number)
            buf_puts(out, n->number);
        if (n->kind == NAR_NOTE_MARK)
            buf_printf(out, "%d", n->note);
        if (n->kind == NAR_TEXT || n->kind == NAR_FIGURE || n->kind == NAR_CODE ||
            n->kind == NAR_CODE_BLOCK)
            buf_puts(out, n->text);
        put_words(out, n->first, shows);
    }
}

/* Elements of HTML that are never closed, closed as XML wants them. */
static const char *as_xml(struct arena *a, const char *html)
{
    struct buf b;
    buf_init(&b);
    buf_puts(&b, "<div>");
    for (const char *s = html; *s; s++) {
        bool none = strncmp(s, "<br>", 4) == 0 || strncmp(s, "<hr>", 4) == 0;
        buf_put(&b, s, none ? 3 : 1);
        buf_puts(&b, none ? "/>" : "");
        s += none ? 3 : 0;
    }
    buf_puts(&b, "</div>");
    return buf_to_arena(&b, a);
}

static void check_html(struct arena *a, const struct nar_node *root, const char *html)
{
    bool shows = false;
    struct buf words;
    buf_init(&words);
    put_words(&words, root, &shows);
    const char *page = as_xml(a, html);
    if (!shows) { /* tables of figures come from templates, which write HTML */
        xmlDoc *doc = xmlReadMemory(page, (int)strlen(page), "p", "UTF-8",
                                    XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR |
                                        XML_PARSE_NOWARNING);
        HOLDS(doc != NULL);
        check_elements(xmlDocGetRootElement(doc), false);
        xmlChar *text = xmlNodeGetContent(xmlDocGetRootElement(doc));
        SAME(without_white(a, (const char *)text), without_white(a, words.p));
        xmlFree(text);
        xmlFreeDoc(doc);
    }
    buf_free(&words);
}

/* A chart writes files of its own, for which there is no output here. */
static bool has_chart(const struct nar_node *n)
{
    for (; n; n = n->next)
        if (n->kind == NAR_SHOW_CHART || has_chart(n->first))
            return true;
    return false;
}

/* --- */

static struct buf run(struct side *s, const char *text)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct edition own = s->edition;
    own.views = views_within(a, s->edition.views);
    s->site.texts = a;
    s->site.diags = d;
    struct page_file file = {.src = kit_source(a, "content/pages/x/en.md", text), .slug = "x",
                             .lang = views_lang(own.views), .use = PAGE_OWN};
    struct narrative *n = narrative_page(a, d, own.views, &file);
    struct page_build p = {.arena = a, .site = &s->site, .edition = &own, .path = "x",
                           .up = "../", .root = "../../"};
    struct buf all;
    buf_init(&all);
    buf_puts(&all, kit_reports(a, d));
    for (size_t i = 0; i <= n->notes && !diags_failed(d); i++) {
        const struct nar_node *root = i ? n->note[i - 1].body : n->body;
        if (has_chart(root))
            continue;
        const char *html = narrative_html(&p, root, 2);
        check_html(a, root, html);
        buf_puts(&all, html);
    }
    arena_free(a);
    return all;
}

static void run_twice(struct side *s, const char *text)
{
    struct buf one = run(s, text), two = run(s, text);
    SAME(buf_str(&one), buf_str(&two));
    buf_free(&one);
    buf_free(&two);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct side en, ar;
    if (!en.site.arena) {
        open_side(&en, "small", LANG_EN);
        open_side(&ar, "plain", LANG_AR);
    }
    struct arena *a = kit_arena();
    const char *text = kit_utf8(a, data, size);
    run_twice(&en, text);
    run_twice(&ar, text);
    return 0;
}
