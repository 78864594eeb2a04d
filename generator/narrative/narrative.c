#include "narrative/narrative_room.h"

#include "base/map.h"

#include <string.h>

static struct tree tree_begin(struct arena *a, struct diags *d, const struct views *v,
                              struct narrative *out)
{
    /* The title of a page is its heading of level 1; a document has its own on the cover. */
    struct tree t = {.arena = a, .diags = d, .views = v, .out = out, .written = {0, 1}, .depth = 1};
    t.period = views_newest_period(v);
    t.lang = lang_code[views_lang(v)];
    t.shown = ARENA_NEW(a, struct map);
    map_init(t.shown, a);
    t.places = ARENA_NEW(a, struct map);
    map_init(t.places, a);
    return t;
}

static struct narrative *narrative_new(struct arena *a, const struct views *v)
{
    struct narrative *n = ARENA_NEW(a, struct narrative);
    n->lang = lang_code[views_lang(v)];
    return n;
}

static void check_inward(struct tree *t)
{
    for (size_t i = 0; i < t->inward.n; i++) {
        struct nar_node *link = t->inward.p[i];
        if (map_has(t->places, link->url + 1))
            continue;
        diag_report(t->diags, DIAG_BAD_LINK, link->place, link->url);
        diag_hint(t->diags, HINT_SECTION_BY_NUMBER);
        link->url = "#";
    }
}

static struct map *text_places(struct arena *a, const struct views *v, const char *path);

static void check_outward(struct tree *t, const struct nar_node *link)
{
    size_t n = strcspn(link->url, "#");
    const char *path = arena_strndup(t->arena, link->url, n);
    const char *anchor = link->url[n] ? link->url + n + 1 : NULL;
    if (views_has_file(link->url))
        return;
    if (!views_has_page(t->views, path)) {
        if (records_unread(model_records(views_model(t->views)), path))
            return;
        diag_report(t->diags, DIAG_DEAD_LINK, link->place, path);
        const char *near = diag_is_told(t->diags) ? views_nearest_page(t->arena, t->views, path) : NULL;
        if (near)
            diag_hint(t->diags, HINT_DID_YOU_MEAN, near);
        return;
    }
    struct arena *scratch = arena_new();
    if (anchor && !views_has_place(scratch, t->views, path, anchor) &&
        !map_has(text_places(scratch, t->views, path), anchor))
        diag_report(t->diags, DIAG_DEAD_ANCHOR, link->place, path, anchor);
    arena_free(scratch);
}

static void tree_finish(struct tree *t)
{
    check_inward(t);
    for (size_t i = 0; i < t->outward.n; i++)
        check_outward(t, t->outward.p[i]);
    t->out->note = t->note.p;
    t->out->notes = t->note.n;
    t->out->figure = t->figure.p;
    t->out->figures = t->figure.n;
}

/* Parses one text; its reports are moved to where the author finds them. */
static struct nar_node *parse(struct tree *t, const struct source *src, struct anchor anchor,
                              const struct value *tags)
{
    size_t mark = diags_mark(t->diags);
    struct binding *b = bind_text(t->arena, t->diags, src, anchor, views_model(t->views), tags);
    diags_relocate(t->diags, mark, bind_anchor, &anchor);
    if (!b)
        return tree_node(t, NAR_ROOT, (struct place){.src = anchor.file});
    t->binding = b;
    mark = diags_mark(t->diags);
    struct md_node *md = input_markdown(t->arena, t->diags, b->rendered);
    diags_relocate(t->diags, mark, bind_place, b);
    if (!md)
        return tree_node(t, NAR_ROOT, (struct place){.src = anchor.file});
    struct nar_node *root = tree_convert(t, md);
    typography_finish(t->arena, t->lang, root);
    for (size_t i = t->note_base; i < t->note.n; i++)
        typography_finish(t->arena, t->lang, t->note.p[i].body);
    return root;
}

static struct anchor anchor_file(const struct source *file)
{
    return (struct anchor){.file = file};
}

static struct anchor anchor_at(struct place at, const char *text)
{
    struct anchor anchor = {.file = at.src, .fixed = true, .at = at};
    anchor.literal = input_is_literal(at, text, &anchor.indent);
    return anchor;
}

static const struct source *source_of_text(struct arena *a, const char *text, struct place at)
{
    struct source *src = ARENA_NEW(a, struct source);
    src->path = at.src ? at.src->path : "";
    src->text = text;
    src->len = strlen(text);
    return src;
}

/* A text inside a record's file; NULL when it is empty in all languages. */
static struct nar_node *parse_text(struct tree *t, const struct text *text,
                                   const struct value *tags)
{
    enum lang want = views_lang(t->views), got = want;
    const struct records *r = model_records(views_model(t->views));
    const char *s = text_in(text, want, r->site.default_lang, &got);
    if (!s)
        return NULL;
    struct place at = text->place[got];
    t->lang = lang_code[got];
    struct nar_node *root = parse(t, source_of_text(t->arena, s, at), anchor_at(at, s), tags);
    t->lang = lang_code[want];
    return root;
}

static void append_body(struct narrative *n, struct nar_node *root)
{
    struct nar_node **tail = &n->body->first;
    while (*tail)
        tail = &(*tail)->next;
    *tail = root->first;
}

/* --- documents --- */

static bool has_part(const struct view_document *doc, const char *slug)
{
    for (size_t i = 0; i < doc->files; i++)
        if (strcmp(doc->file[i].slug, slug) == 0)
            return true;
    return false;
}

/* A language without text is a fault; one that lacks a file of the original loses a section. */
static void check_parts(struct arena *a, struct diags *d, const struct view_document *doc)
{
    const struct document *r = doc->record;
    const char *dir = arena_printf(a, "%s/%s", r->dir, doc->lang);
    if (doc->files == 0)
        diag_report(d, DIAG_NO_NARRATIVE, r->place, doc->lang, dir);
    if (doc->files == 0 || !r->language[r->original])
        return;
    size_t n;
    const struct page_file *original = records_narrative(r, r->original, &n);
    for (size_t i = 0; i < n; i++)
        if (!has_part(doc, original[i].slug))
            diag_report(d, DIAG_NARRATIVE_PART_MISSING, r->place,
                        arena_printf(a, "%s.md", original[i].slug), doc->lang,
                        lang_code[r->original],
                        arena_printf(a, "%s/%s.md", dir, original[i].slug));
}

static void add_file(struct tree *t, const struct page_file *file, const struct value *tags)
{
    struct nar_node *root = parse(t, file->src, anchor_file(file->src), tags);
    if (strspn(file->src->text, " \t\r\n") == file->src->len)
        diag_report(t->diags, DIAG_EMPTY_NARRATIVE, (struct place){.src = file->src});
    append_body(t->out, root);
}

struct narrative *narrative_document(struct arena *a, struct diags *d, const struct views *v,
                                     const struct view_document *doc)
{
    struct narrative *n = narrative_new(a, v);
    struct tree t = tree_begin(a, d, v, n);
    const struct value *tags = views_tags(a, v, doc);
    n->doc = doc;
    n->title = doc->title;
    t.period = doc->period;
    t.numbered = t.checked = true;
    t.depth = 0;
    n->summary = parse_text(&t, doc->summary, tags);
    n->action = parse_text(&t, doc->action, tags);
    n->reference = ARENA_ARRAY(a, struct nar_node *, doc->references + 1);
    for (size_t i = 0; i < doc->references; i++) {
        struct nar_node *ref = parse_text(&t, &doc->reference[i], tags);
        if (ref)
            n->reference[n->references++] = ref;
    }
    n->body = tree_node(&t, NAR_ROOT, (struct place){0});
    for (size_t i = 0; i < doc->files; i++)
        add_file(&t, &doc->file[i], tags);
    check_parts(a, d, doc);
    revised_notes(&t, doc);
    n->sample = n->sample || doc->sample;
    tree_finish(&t);
    return n;
}

struct narratives {
    struct arena *arena;
    struct diags *diags;
    struct map read; /* by language and document */
};

struct narratives *narratives_new(struct arena *a, struct diags *d)
{
    struct narratives *all = ARENA_NEW(a, struct narratives);
    all->arena = a;
    all->diags = d;
    map_init(&all->read, a);
    return all;
}

struct narrative *narratives_document(struct narratives *all, const struct views *v,
                                      const struct view_document *doc)
{
    const char *key = arena_printf(all->arena, "%s/%s", doc->lang, doc->id);
    struct narrative *n = map_get(&all->read, key);
    if (!n) {
        n = narrative_document(all->arena, all->diags, views_lasting(v), doc);
        map_set(&all->read, key, n);
    }
    return n;
}

/* The file with its front matter blanked out, so that lines keep their numbers. */
static const struct source *without_front_matter(struct arena *a, const struct source *src,
                                                 const struct source **yaml)
{
    const struct source *body;
    int line = 1;
    input_front_matter(a, src, yaml, &body, &line);
    if (!*yaml)
        return src;
    struct buf b = BUF_INIT;
    for (int i = 1; i < line; i++)
        buf_putc(&b, '\n');
    buf_put(&b, body->text, body->len);
    struct source *out = ARENA_NEW(a, struct source);
    out->path = src->path;
    out->len = b.n;
    out->text = buf_to_arena(&b, a);
    return out;
}

/* --- pages --- */

/* The title that front matter gives; its place in the file is that of the YAML. */
static const char *read_front(struct diags *d, const struct node *front, const struct source *file)
{
    const char *title = NULL;
    for (size_t i = 0; front && front->kind == NODE_MAP && i < front->n; i++) {
        const struct node *key = front->pair[i].key, *value = front->pair[i].value;
        struct place at = key->place;
        at.src = file;
        if (strcmp(key->text, "title") == 0) {
            title = value->kind == NODE_SCALAR && *value->text ? value->text : NULL;
            continue;
        }
        diag_report(d, DIAG_FRONT_MATTER_KEY, at, key->text);
        if (nearest_of((const char *const[]){"title", NULL}, key->text))
            diag_hint(d, HINT_DID_YOU_MEAN, "title");
    }
    return title;
}

/* Without front matter, a heading of level 1 that opens the page is its title. */
static const char *take_title(struct tree *t, struct nar_node *body)
{
    struct nar_node *first = body->first;
    if (!first || first->kind != NAR_HEADING || first->level != 1)
        return NULL;
    struct buf b = BUF_INIT;
    for (const struct nar_node *c = first->first; c; c = c->next)
        buf_puts(&b, c->text ? c->text : "");
    body->first = first->next;
    return buf_to_arena(&b, t->arena);
}

struct narrative *narrative_page(struct arena *a, struct diags *d, const struct views *v,
                                 const struct page_file *file)
{
    struct narrative *n = narrative_new(a, v);
    struct tree t = tree_begin(a, d, v, n);
    const struct source *yaml = NULL;
    const struct source *body = without_front_matter(a, file->src, &yaml);
    struct anchor in_file = anchor_file(file->src);
    size_t mark = diags_mark(d);
    struct node *front = yaml ? input_yaml(a, d, yaml) : NULL;
    diags_relocate(d, mark, bind_anchor, &in_file);
    if (file->use != PAGE_STORY)
        n->title = read_front(d, front, file->src);
    n->lang = t.lang = lang_code[file->lang];
    n->body = parse(&t, body, in_file, views_tags(a, v, NULL));
    if (!n->title && file->use != PAGE_STORY)
        n->title = take_title(&t, n->body);
    bool fenced = strncmp(file->src->text, "---", 3) == 0 || *file->src->text == '+';
    if (file->use == PAGE_OWN && !n->title && n->body->first && (yaml || !fenced)) /* a fence that never ends is told */
        diag_report(d, DIAG_PAGE_WITHOUT_TITLE, (struct place){.src = file->src});
    tree_finish(&t);
    return n;
}

/* --- places of other texts, to link to --- */

static void add_places(struct tree *t, const struct page_file *file, const struct value *tags)
{
    const struct source *yaml;
    const struct source *body = without_front_matter(t->arena, file->src, &yaml);
    parse(t, body, anchor_file(file->src), tags);
}

/* The headings of the text on a page, in the language of the views.  Its own faults are told where
 * it is read for itself. */
static struct map *text_places(struct arena *a, const struct views *v, const char *path)
{
    struct diags *d = diags_new(a);
    const struct records *r = model_records(views_model(v));
    struct tree t = tree_begin(a, d, v, narrative_new(a, v));
    struct view_document *doc;
    size_t docs = views_documents(a, v, &doc);
    for (size_t i = 0; i < r->page_n; i++)
        if (r->page[i].lang == views_lang(v) && strcmp(r->page[i].slug, path) == 0)
            add_places(&t, &r->page[i], views_tags(a, v, NULL));
    for (size_t i = 0; i < r->story_n; i++)
        if (strcmp(arena_printf(a, "stories/%s", r->story[i].slug), path) == 0 &&
            r->story[i].file[views_lang(v)].src)
            add_places(&t, &r->story[i].file[views_lang(v)], views_tags(a, v, NULL));
    for (size_t i = 0; i < docs; i++) {
        if (strcmp(doc[i].path, path) != 0)
            continue;
        t.depth = 0;
        for (size_t k = 0; k < doc[i].files; k++)
            add_places(&t, &doc[i].file[k], views_tags(a, v, &doc[i]));
    }
    return t.places;
}

struct narrative *narrative_text(struct arena *a, struct diags *d, const struct views *v,
                                 const char *markdown, const char *lang, struct place place)
{
    struct narrative *n = narrative_new(a, v);
    struct tree t = tree_begin(a, d, v, n);
    t.lang = lang ? lang : t.lang;
    n->body = parse(&t, source_of_text(a, markdown, place), anchor_at(place, markdown),
                    views_tags(a, v, NULL));
    tree_finish(&t);
    return n;
}
