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
static struct value languages(const struct page_build *p)
{
    const struct site_builder *s = p->site;
    struct language_value *list = ARENA_ARRAY(p->arena, struct language_value, s->in.languages);

    for (size_t i = 0; i < s->in.languages; i++) {
        const struct edition *e = &s->edition[i];
        bool same = map_has(&e->paths, p->path);
        const char *path = same ? p->path : "";
        list[i] = (struct language_value){
            .code = e->code,
            .name = e->name,
            .href = arena_printf(p->arena, "%s%s/%s%sindex.html", p->root, e->code, path,
                                 *path ? "/" : ""),
            .canonical = same ? href_canonical(p->arena, s, e->code, path) : NULL,
            .is_current = e->code == p->edition->code,
        };
    }
    return SHAPES_ARRAY(p->arena, language, list, s->in.languages);
}

static struct value crumbs(const struct page_build *p, const struct crumb *crumb, size_t n)
{
    struct link_value *list = ARENA_ARRAY(p->arena, struct link_value, n + 1);

    for (size_t i = 0; i < n; i++)
        list[i] = (struct link_value){words_of(p, crumb[i].title, NULL),
                                      href_to(p, crumb[i].page)};
    return SHAPES_ARRAY(p->arena, link, list, n);
}

static struct value navigation(const struct page_build *p, const char *current)
{
    size_t n = p->edition->navs;
    struct nav_value *list = ARENA_ARRAY(p->arena, struct nav_value, n + 1);

    for (size_t i = 0; i < n; i++) {
        const struct crumb *c = &p->edition->nav[i];
        list[i] = (struct nav_value){.text = words_of(p, c->title, NULL),
                                     .href = href_to(p, c->page),
                                     .is_current = current && strcmp(c->page, current) == 0};
    }
    return SHAPES_ARRAY(p->arena, nav, list, n);
}

/* Pages that are texts of pages/: nothing else would lead to them. */
static struct value own_pages(const struct page_build *p)
{
    size_t n = p->edition->page.n;
    struct link_value *list = ARENA_ARRAY(p->arena, struct link_value, n + 1);

    for (size_t i = 0; i < n; i++) {
        const struct own_page *own = &p->edition->page.p[i];
        list[i] = (struct link_value){words_of(p, own->title, NULL), href_to(p, own->slug)};
    }
    return SHAPES_ARRAY(p->arena, link, list, n);
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
    value_set_string(v, "n_of_total", views_word(views, "n_of_total", args));
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        args = value_map(a);
        value_set_string(args, one[i][1], arena_printf(a, "{%s}", one[i][1]));
        value_set_string(v, one[i][0], views_word(views, one[i][0], args));
    }
    return v;
}

static void put_links(struct page_build *p, struct page_value *v)
{
    v->home_href = href_to(p, "");
    v->about_href = href_to(p, "about");
    v->figures_href = href_to(p, "figures");
    v->search_href = strcmp(p->path, "search") == 0 ? href_none : href_to(p, "search");
    v->data_href = href_to(p, "data");
    v->types_href = href_to(p, "types");
    v->kinds_href = href_to(p, "kinds");
}

static struct page_value *frame(struct page_build *p, const char *title, const char *title_lang,
                                const char *nav, bool sample)
{
    const struct views *views = p->edition->views;
    const struct site *site = &p->site->records->site;
    const char *name = views_text(views, &site->name, NULL);
    const char *note = views_text(views, &site->sample_note, NULL);
    struct page_value *v = ARENA_NEW(p->arena, struct page_value);

    v->lang = p->edition->code;
    v->dir = locale_is_rtl(views_locale(views)) ? "rtl" : "ltr";
    v->root = p->root;
    v->assets = assets_value(p->arena, p->site, p->root);
    v->t = p->edition->words;
    v->script = p->edition->script;
    v->site_name = words_of(p, name, NULL);
    v->publisher = words_of(p, views_text(views, &site->publisher, NULL), NULL);
    v->title = words_of(p, title, title_lang);
    v->title_lang = title_lang;
    v->head_title = head_title(p, words_isolated(p, title), words_isolated(p, name));
    if (sample)
        v->sample_band = note ? note : views_word(views, "sample_band", NULL);
    if (views_internal(views))
        v->internal_band = views_word(views, "internal_band", NULL);
    v->has_languages = p->site->in.languages > 1;
    v->languages = languages(p);
    v->navigation = navigation(p, nav);
    v->own_pages = own_pages(p);
    put_links(p, v);
    return v;
}

const struct value *page_moved(struct page_build *p, const char *to, const char *title)
{
    struct page_value *v = frame(p, title, NULL, NULL, false);

    v->kind = "moved";
    head_put_internal(v); /* as little as a page can say of itself, and for no index */
    v->moved_href = (struct shape_parts){{p->up, to, "/index.html"}};
    if (!views_internal(p->edition->views)) {
        v->robots = "noindex";
        v->canonical = href_canonical(p->arena, p->site, p->edition->code, to);
    }
    return shape_value(p->arena, &shapes_page, v);
}

/* --- pages made of sections --- */

static void put_body(struct page_build *p, const struct narrative *n, struct page_value *v);

/* The narrative that stands on a page, whose charts are its own. */
static void put_text(struct page_build *p, const struct view_page *page,
                     const struct narrative *n, struct page_value *v)
{
    v->has_text = n != NULL;
    if (!n)
        return;
    if (!page->titled_by_text)
        v->text_heading = words_of(p, n->title, NULL);
    p->own_charts = true;
    put_body(p, n, v);
    p->own_charts = false;
}

const struct value *page_value(struct page_build *p, const struct view_page *page)
{
    const struct narrative *n = page->text ? narrative_page(p->site->texts, p->site->diags,
                                                            p->edition->views, page->text) : NULL;
    bool named = n && n->title && page->titled_by_text;
    const char *title = named ? n->title : page->title, *lang = named ? NULL : page->title_lang;
    struct page_value *v = frame(p, title, lang, *page->path ? page->nav : NULL,
                                 page->sample || (n && n->sample));

    v->kind = page->kind;
    v->title_untranslated = lang ? page_untranslated(p) : NULL;
    v->page_note = page->note;
    put_text(p, page, n, v);
    v->lead = words_of(p, page->lead, NULL);
    head_put(p, v, &(struct head){
                       .title = title,
                       .description = page->description ? page->description : page->lead,
                       .crumb = page->crumb,
                       .crumbs = page->crumbs,
                       .article = strcmp(page->kind, "story") == 0});
    v->is_record_sample = page->record_sample;
    v->crumbs = crumbs(p, page->crumb, page->crumbs);
    v->section_rows = section_rows(p, page);
    if (strcmp(page->kind, "search") == 0)
        search_value_put(p, v);
    return shape_value(p->arena, &shapes_page, v);
}

/* --- documents --- */

static const struct value *html_list(struct page_build *p, struct nar_node *const *root, size_t n)
{
    struct value *list = value_list(p->arena);

    for (size_t i = 0; i < n; i++)
        value_push(list, value_string(p->arena, narrative_html_inline(p, root[i])));
    return list;
}

static struct value notes(struct page_build *p, const struct narrative *n)
{
    struct note_value *list = ARENA_ARRAY(p->arena, struct note_value, n->notes + 1);

    for (size_t i = 0; i < n->notes; i++)
        list[i] = (struct note_value){.n = arena_printf(p->arena, "%zu", i + 1),
                                      .html = narrative_html(p, n->note[i].body, 2)};
    return SHAPES_ARRAY(p->arena, note, list, n->notes);
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
static struct value contents(struct page_build *p, const struct nar_node *body)
{
    VEC(struct heading_value) list = {0};
    int top = narrative_html_top(body);

    for (const struct nar_node *n = body ? body->first : NULL; n; n = n->next) {
        struct buf b = BUF_INIT;
        if (n->kind != NAR_HEADING || n->level != top || !n->id)
            continue;
        page_plain_text(n, &b);
        struct heading_value v = {.anchor = n->id,
                                  .number = n->number,
                                  .text = words_of(p, buf_to_arena(&b, p->arena), NULL)};
        VEC_PUSH(p->arena, &list, v);
    }
    return SHAPES_ARRAY(p->arena, heading, list.p, list.n);
}

static void put_body(struct page_build *p, const struct narrative *n, struct page_value *v)
{
    v->contents = contents(p, n->body);
    v->has_contents = value_count(&v->contents) > 2;
    v->html = narrative_html(p, n->body, 2);
    v->notes = notes(p, n);
    v->has_notes = n->notes > 0;
}

static void put_cover(struct page_build *p, const struct view_document *doc, struct page_value *v)
{
    v->group = words_of(p, doc->group, NULL);
    v->meeting = words_of(p, doc->meeting, NULL);
    v->place_dates = doc->place_dates;
    v->number = doc->number;
    if (doc->number)
        v->number_label = page_word(p, "cover_document_number", "number", doc->number);
    v->date = doc->date;
    v->revision = doc->revision;
    v->original = doc->original;
    v->source = words_of(p, doc->source, NULL);
    v->own_translation = doc->own_translation;
    v->sample_note = doc->sample_note;
    v->department = words_of(p, doc->department, NULL);
    v->email = doc->email;
    v->group_url = doc->group_url;
    v->pdf = doc->pdf;
    v->pdf_label = page_word(p, "document_pdf", "title", doc->title);
    v->is_draft = doc->open;
}

static const struct value *changes(struct page_build *p, const struct view_table *t)
{
    struct table_value *v = section_table(p, t);

    v->caption_hidden = true;
    v->is_sortable = false;
    return shape_value(p->arena, &shapes_table, v);
}

static void put_revisions(struct page_build *p, const struct view_document *doc,
                          struct page_value *v)
{
    struct view_revision *change;
    size_t n = views_revisions(p->arena, p->edition->views, doc->record, &change);
    struct revision_value *list = ARENA_ARRAY(p->arena, struct revision_value, n + 1);

    for (size_t i = 0; i < n; i++) {
        const struct view_revision *r = &change[i];
        list[i] = (struct revision_value){
            .label = r->label,
            .reason = r->reason,
            .reason_lang = r->reason_lang,
            .table = r->changes->rows ? changes(p, r->changes) : NULL,
        };
    }
    v->revisions = SHAPES_ARRAY(p->arena, revision, list, n);
    v->has_revisions = n > 0;
}

const struct value *page_document(struct page_build *p, const struct view_document *doc)
{
    struct narrative *n = narratives_document(p->site->in.narratives, p->edition->views, doc);
    struct page_value *v = frame(p, doc->title, NULL, "documents", doc->sample || n->sample);
    const struct crumb trail[] = {
        {views_word(p->edition->views, "home", NULL), ""},
        {views_word(p->edition->views, "documents", NULL), "documents"},
    };

    p->own_charts = true;
    v->kind = "document";
    head_put(p, v, &(struct head){.title = doc->title,
                                  .description = doc->title,
                                  .crumb = trail,
                                  .crumbs = 2,
                                  .article = true});
    v->crumbs = crumbs(p, trail, 2);
    put_cover(p, doc, v);
    v->summary = n->summary ? narrative_html(p, n->summary, 3) : NULL;
    v->action = n->action ? narrative_html(p, n->action, 3) : NULL;
    v->references = html_list(p, n->reference, n->references);
    v->has_references = n->references > 0;
    v->has_box = n->summary || n->action || n->references;
    put_body(p, n, v);
    put_revisions(p, doc, v);
    return shape_value(p->arena, &shapes_page, v);
}

/* --- pages that are nothing but a narrative --- */

const struct value *page_narrative(struct page_build *p, const struct own_page *own)
{
    const struct narrative *n = own->text;
    const char *title = own->title;
    struct page_value *v = frame(p, title, NULL, NULL, n->sample);
    const struct crumb trail[] = {{views_word(p->edition->views, "home", NULL), ""}};

    p->own_charts = true;
    v->kind = "text";
    head_put(p, v, &(struct head){.title = title,
                                  .description = title,
                                  .crumb = trail,
                                  .crumbs = 1,
                                  .article = true});
    v->crumbs = crumbs(p, trail, 1);
    put_body(p, n, v);
    return shape_value(p->arena, &shapes_page, v);
}
