#include "narrative/narrative_room.h"

#include <string.h>

static struct tree tree_begin(struct arena *a, struct diags *d, const struct views *v,
                              struct narrative *out)
{
    /* The title of a page is its heading of level 1; a document has its own on the cover. */
    return (struct tree){.arena = a, .diags = d, .views = v, .out = out, .last_level = 1};
}

static struct narrative *narrative_new(struct arena *a, const struct views *v)
{
    struct narrative *n = ARENA_NEW(a, struct narrative);
    n->lang = lang_code[views_lang(v)];
    return n;
}

static void tree_finish(struct tree *t)
{
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
    return md ? tree_convert(t, md) : tree_node(t, NAR_ROOT, (struct place){.src = anchor.file});
}

static struct anchor anchor_file(const struct source *file)
{
    return (struct anchor){.file = file};
}

static struct anchor anchor_at(struct place at)
{
    return (struct anchor){.file = at.src, .fixed = true, .at = at};
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
    return parse(t, source_of_text(t->arena, s, at), anchor_at(at), tags);
}

static void append_body(struct narrative *n, struct nar_node *root)
{
    struct nar_node **tail = &n->body->first;
    while (*tail)
        tail = &(*tail)->next;
    *tail = root->first;
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
    t.last_level = 0;
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
        append_body(n, parse(&t, doc->file[i].src, anchor_file(doc->file[i].src), tags));
    n->sample = n->sample || doc->sample;
    tree_finish(&t);
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
    struct node *title = front && front->kind == NODE_MAP ? node_get(front, "title") : NULL;
    if (title && title->kind == NODE_SCALAR)
        n->title = title->text;
    n->lang = lang_code[file->lang];
    n->body = parse(&t, body, anchor_file(file->src), views_tags(a, v, NULL));
    tree_finish(&t);
    return n;
}

struct narrative *narrative_text(struct arena *a, struct diags *d, const struct views *v,
                                 const char *markdown, struct place place)
{
    struct narrative *n = narrative_new(a, v);
    struct tree t = tree_begin(a, d, v, n);
    n->body = parse(&t, source_of_text(a, markdown, place), anchor_at(place),
                    views_tags(a, v, NULL));
    tree_finish(&t);
    return n;
}
