#include "site/site_room.h"

#include <string.h>

const char *page_word(const struct page_build *p, const char *id, const char *key,
                      const char *value)
{
    struct value *args = value_map(p->arena);

    value_set_string(args, key, value);
    return views_word(p->edition->views, id, args);
}

const char *page_untranslated(const struct page_build *p)
{
    const char *word = arena_printf(p->arena, "language_%s", p->edition->code);

    return page_word(p, "untranslated", "language", views_word(p->edition->views, word, NULL));
}

/* --- the frame every page has --- */

/* The same page in each language, or that language's home where it has no such page. */
static const struct value *languages(const struct page_build *p)
{
    const struct site_builder *s = p->site;
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < s->in.languages; i++) {
        const struct edition *e = &s->edition[i];
        struct value *v = value_map(p->arena);
        bool same = map_has(&e->paths, p->path);
        const char *path = same ? p->path : "";
        section_put(v, "code", e->code);
        section_put(v, "name", e->name);
        section_put(v, "href", arena_printf(p->arena, "%s%s/%s%sindex.html", p->root, e->code,
                                            path, *path ? "/" : ""));
        section_put(v, "canonical", same ? href_canonical(p->arena, s, e->code, path) : NULL);
        value_set_bool(v, "is_current", e->code == p->edition->code);
        value_push(list, v);
    }
    return list;
}

static const struct value *crumbs(const struct page_build *p, const struct crumb *crumb, size_t n)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < n; i++) {
        struct value *v = value_map(p->arena);
        words_put(p, v, "text", crumb[i].title, NULL);
        section_put(v, "href", href_page(p, crumb[i].page));
        value_push(list, v);
    }
    return list;
}

static const struct value *navigation(const struct page_build *p, const char *current)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < p->edition->navs; i++) {
        const struct crumb *c = &p->edition->nav[i];
        struct value *v = value_map(p->arena);
        words_put(p, v, "text", c->title, NULL);
        section_put(v, "href", href_page(p, c->page));
        value_set_bool(v, "is_current", current && strcmp(c->page, current) == 0);
        value_push(list, v);
    }
    return list;
}

/* Pages that are texts of pages/: nothing else would lead to them. */
static const struct value *own_pages(const struct page_build *p)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < p->edition->page.n; i++) {
        const struct own_page *own = &p->edition->page.p[i];
        struct value *v = value_map(p->arena);
        words_put(p, v, "text", own->title, NULL);
        section_put(v, "href", href_page(p, own->slug));
        value_push(list, v);
    }
    return list;
}

static const char *head_title(const struct page_build *p, const char *title, const char *site)
{
    struct value *args = value_map(p->arena);

    if (*p->path == '\0')
        return site;
    value_set_string(args, "page", title);
    value_set_string(args, "site", site);
    return views_word(p->edition->views, "page_title", args);
}

/* Patterns that scripts fill in themselves: the names in braces stay. */
const struct value *page_script_words(struct arena *a, const struct views *views)
{
    static const char *const one[][2] = {
        {"filter_remove", "name"}, {"filter_words", "name"}, {"sort_by", "column"}};
    struct value *v = value_map(a), *args = value_map(a);

    value_set_string(args, "shown", "{shown}");
    value_set_string(args, "total", "{total}");
    section_put(v, "n_of_total", views_word(views, "n_of_total", args));
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        args = value_map(a);
        value_set_string(args, one[i][1], arena_printf(a, "{%s}", one[i][1]));
        section_put(v, one[i][0], views_word(views, one[i][0], args));
    }
    return v;
}

static struct value *frame(struct page_build *p, const char *title, const char *title_lang,
                           const char *nav, bool sample)
{
    const struct views *views = p->edition->views;
    const struct site *site = &p->site->records->site;
    const char *name = views_text(views, &site->name, NULL);
    const char *note = views_text(views, &site->sample_note, NULL);
    struct value *v = value_map(p->arena);

    section_put(v, "lang", p->edition->code);
    section_put(v, "dir", locale_is_rtl(views_locale(views)) ? "rtl" : "ltr");
    section_put(v, "root", p->root);
    value_set(v, "assets", assets_value(p->arena, p->site, p->root));
    section_put(v, "home_href", href_page(p, ""));
    section_put(v, "about_href", map_has(&p->edition->paths, "about") ? href_page(p, "about")
                                                                     : NULL);
    section_put(v, "figures_href", href_page(p, "figures"));
    section_put(v, "search_href", strcmp(p->path, "search") == 0 ? NULL : href_page(p, "search"));
    section_put(v, "data_href", href_page(p, "data"));
    section_put(v, "types_href", href_page(p, "types"));
    section_put(v, "kinds_href", href_page(p, "kinds"));
    words_put(p, v, "site_name", name, NULL);
    words_put(p, v, "publisher", views_text(views, &site->publisher, NULL), NULL);
    words_put(p, v, "title", title, title_lang);
    section_put(v, "title_lang", title_lang);
    section_put(v, "head_title", head_title(p, words_isolated(p, title), words_isolated(p, name)));
    section_put(v, "sample_band", !sample ? NULL : note ? note : views_word(views, "sample_band",
                                                                             NULL));
    section_put(v, "internal_band", views_internal(views) ? views_word(views, "internal_band", NULL)
                                                          : NULL);
    value_set_bool(v, "has_languages", p->site->in.languages > 1);
    value_set(v, "languages", languages(p));
    value_set(v, "navigation", navigation(p, nav));
    value_set(v, "own_pages", own_pages(p));
    value_set(v, "t", p->edition->words);
    value_set(v, "script", p->edition->script);
    section_put(v, "title_untranslated", NULL);
    words_put(p, v, "lead", NULL, NULL);
    section_put(v, "page_note", NULL);
    words_put(p, v, "text_heading", NULL, NULL);
    value_set_bool(v, "is_record_sample", false);
    value_set_null(v, "section_rows");
    return v;
}

struct value *page_moved(struct page_build *p, const char *to, const char *title)
{
    struct value *v = frame(p, title, NULL, NULL, false);

    section_put(v, "kind", "moved");
    head_put_internal(v); /* as little as a page can say of itself, and for no index */
    section_put(v, "description", NULL);
    section_put(v, "moved_href", arena_printf(p->arena, "%s%s/index.html", p->up, to));
    if (!views_internal(p->edition->views)) {
        section_put(v, "robots", "noindex");
        section_put(v, "canonical", href_canonical(p->arena, p->site, p->edition->code, to));
    }
    return v;
}

/* --- pages made of sections --- */

static void put_body(struct page_build *p, const struct narrative *n, struct value *v);

/* The narrative that stands on a page, whose charts are its own. */
static void put_text(struct page_build *p, const struct view_page *page,
                     const struct narrative *n, struct value *v)
{
    words_put(p, v, "text_heading", n && !page->titled_by_text ? n->title : NULL, NULL);
    value_set_bool(v, "has_text", n != NULL);
    section_put(v, "html", NULL);
    value_set_bool(v, "has_contents", false);
    value_set_bool(v, "has_notes", false);
    if (!n)
        return;
    p->own_charts = true;
    put_body(p, n, v);
    p->own_charts = false;
}

struct value *page_value(struct page_build *p, const struct view_page *page)
{
    const struct narrative *n = page->text ? narrative_page(p->site->arena, p->site->diags,
                                                            p->edition->views, page->text) : NULL;
    bool named = n && n->title && page->titled_by_text;
    const char *title = named ? n->title : page->title, *lang = named ? NULL : page->title_lang;
    struct value *v = frame(p, title, lang, *page->path ? page->nav : NULL,
                            page->sample || (n && n->sample));

    section_put(v, "kind", page->kind);
    section_put(v, "title_untranslated", lang ? page_untranslated(p) : NULL);
    section_put(v, "page_note", page->note);
    put_text(p, page, n, v);
    words_put(p, v, "lead", page->lead, NULL);
    head_put(p, v, &(struct head){
                       .title = title,
                       .description = page->description ? page->description : page->lead,
                       .crumb = page->crumb,
                       .crumbs = page->crumbs,
                       .article = strcmp(page->kind, "story") == 0});
    value_set_bool(v, "is_record_sample", page->record_sample);
    value_set(v, "crumbs", crumbs(p, page->crumb, page->crumbs));
    value_set(v, "section_rows", section_rows(p, page));
    if (strcmp(page->kind, "search") == 0)
        search_value_put(p, v);
    return v;
}

/* --- documents --- */

static const struct value *html_list(struct page_build *p, struct nar_node *const *root, size_t n)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < n; i++)
        value_push(list, value_string(p->arena, narrative_html_inline(p, root[i])));
    return list;
}

static const struct value *notes(struct page_build *p, const struct narrative *n)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < n->notes; i++) {
        struct value *v = value_map(p->arena);
        value_set_int(v, "n", (int64_t)i + 1);
        section_put(v, "html", narrative_html(p, n->note[i].body, 2));
        value_push(list, v);
    }
    return list;
}

void page_plain_text(const struct nar_node *n, struct buf *b)
{
    for (const struct nar_node *c = n->first; c; c = c->next) {
        bool block = c->kind < NAR_TEXT && b->n && b->p[b->n - 1] != ' ';
        if (block || c->kind == NAR_SOFT_BREAK || c->kind == NAR_LINE_BREAK)
            buf_putc(b, ' ');
        else if (c->kind != NAR_NOTE_MARK && c->text)
            buf_puts(b, c->text);
        page_plain_text(c, b);
    }
}

/* The highest headings, to jump to. */
static const struct value *contents(struct page_build *p, const struct nar_node *body)
{
    struct value *list = value_list(p->arena);
    int top = narrative_html_top(body);

    for (const struct nar_node *n = body ? body->first : NULL; n; n = n->next) {
        struct buf b = BUF_INIT;
        struct value *v = value_map(p->arena);
        if (n->kind != NAR_HEADING || n->level != top || !n->id)
            continue;
        page_plain_text(n, &b);
        section_put(v, "anchor", n->id);
        section_put(v, "number", n->number);
        words_put(p, v, "text", buf_to_arena(&b, p->arena), NULL);
        value_push(list, v);
    }
    return list;
}

static void put_body(struct page_build *p, const struct narrative *n, struct value *v)
{
    const struct value *jumps = contents(p, n->body);

    value_set(v, "contents", jumps);
    value_set_bool(v, "has_contents", value_count(jumps) > 2);
    section_put(v, "html", narrative_html(p, n->body, 2));
    value_set(v, "notes", notes(p, n));
    value_set_bool(v, "has_notes", n->notes > 0);
}

static void put_cover(struct page_build *p, const struct view_document *doc, struct value *v)
{
    words_put(p, v, "group", doc->group, NULL);
    words_put(p, v, "meeting", doc->meeting, NULL);
    section_put(v, "place_dates", doc->place_dates);
    section_put(v, "number", doc->number);
    section_put(v, "number_label",
                doc->number ? page_word(p, "cover_document_number", "number", doc->number) : NULL);
    section_put(v, "date", doc->date);
    section_put(v, "revision", doc->revision);
    section_put(v, "original", doc->original);
    words_put(p, v, "source", doc->source, NULL);
    section_put(v, "own_translation", doc->own_translation);
    section_put(v, "sample_note", doc->sample_note);
    words_put(p, v, "department", doc->department, NULL);
    section_put(v, "email", doc->email);
    section_put(v, "group_url", doc->group_url);
    section_put(v, "pdf", doc->pdf);
    section_put(v, "pdf_label", page_word(p, "document_pdf", "title", doc->title));
    value_set_bool(v, "is_draft", doc->open);
}

static void put_revisions(struct page_build *p, const struct view_document *doc, struct value *v)
{
    struct value *list = value_list(p->arena);
    struct view_revision *change;
    size_t n = views_revisions(p->arena, p->edition->views, doc->record, &change);

    for (size_t i = 0; i < n; i++) {
        const struct view_revision *r = &change[i];
        struct value *item = value_map(p->arena), *table = section_table(p, r->changes);
        value_set_bool(table, "caption_hidden", true);
        value_set_bool(table, "is_sortable", false);
        section_put(item, "label", r->label);
        section_put(item, "reason", r->reason);
        section_put(item, "reason_lang", r->reason_lang);
        value_set(item, "table", r->changes->rows ? table : value_null(p->arena));
        value_push(list, item);
    }
    value_set(v, "revisions", list);
    value_set_bool(v, "has_revisions", n > 0);
}

struct value *page_document(struct page_build *p, const struct view_document *doc)
{
    struct narrative *n = narratives_document(p->site->in.narratives, p->edition->views, doc);
    struct value *v = frame(p, doc->title, NULL, "documents", doc->sample || n->sample);
    const struct crumb trail[] = {
        {views_word(p->edition->views, "home", NULL), ""},
        {views_word(p->edition->views, "documents", NULL), "documents"},
    };

    p->own_charts = true;
    section_put(v, "kind", "document");
    head_put(p, v, &(struct head){.title = doc->title,
                                  .description = doc->title,
                                  .crumb = trail,
                                  .crumbs = 2,
                                  .article = true});
    value_set(v, "crumbs", crumbs(p, trail, 2));
    put_cover(p, doc, v);
    section_put(v, "summary", n->summary ? narrative_html(p, n->summary, 3) : NULL);
    section_put(v, "action", n->action ? narrative_html(p, n->action, 3) : NULL);
    value_set(v, "references", html_list(p, n->reference, n->references));
    value_set_bool(v, "has_references", n->references > 0);
    value_set_bool(v, "has_box", n->summary || n->action || n->references);
    put_body(p, n, v);
    put_revisions(p, doc, v);
    return v;
}

/* --- pages that are nothing but a narrative --- */

struct value *page_narrative(struct page_build *p, const struct own_page *own)
{
    const struct narrative *n = own->text;
    const char *title = own->title;
    struct value *v = frame(p, title, NULL, NULL, n->sample);
    const struct crumb trail[] = {{views_word(p->edition->views, "home", NULL), ""}};

    p->own_charts = true;
    section_put(v, "kind", "text");
    head_put(p, v, &(struct head){.title = title,
                                  .description = title,
                                  .crumb = trail,
                                  .crumbs = 1,
                                  .article = true});
    value_set(v, "crumbs", crumbs(p, trail, 1));
    put_body(p, n, v);
    return v;
}
