#include "pdf/pdf_tags.h"

#include "base/arena.h"
#include "base/vec.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LEAF_KEYS = 256 }; /* of one node of the parent tree */

enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION };

struct kid {
    enum kid_kind kind;
    int element;
    size_t page;
    unsigned mcid;
    const struct pdf_object *annotation;
};

struct node { /* beside the element of the same index */
    struct pdf_object *object;
    VEC(struct kid) kid;
    int first_child, next_sibling; /* in order of the tree; 0 = none */
    int next_unplaced;             /* child that is not yet a kid */
    bool placed;
    bool covered;
    size_t cover_page;
    int64_t box[4];
};

struct owners {
    HPDF_Page haru;
    VEC(int) element; /* by MCID */
};

struct pdf_tags {
    struct pdf_file *file;
    const struct structure *tree;
    const char *lang;
    struct node *node;
    struct owners *page;
    size_t pages;
    VEC(int) annotation; /* owners, by key minus pages */
    struct pdf_object *root;
};

struct pdf_tags *pdf_tags_new(struct pdf_file *f, const struct structure *tree, size_t pages,
                              const char *lang)
{
    struct pdf_tags *t = ARENA_NEW(f->arena, struct pdf_tags);
    t->file = f;
    t->tree = tree;
    t->lang = lang;
    t->pages = pages;
    t->node = ARENA_ARRAY(f->arena, struct node, tree->n);
    t->page = ARENA_ARRAY(f->arena, struct owners, pages);
    t->root = pdf_object_new(f);
    for (size_t i = 0; i < tree->n; i++)
        t->node[i].object = pdf_object_new(f);
    for (int i = (int)tree->n - 1; i > 0; i--) { /* backward: each goes before its siblings */
        struct node *parent = &t->node[tree->item[i].parent];
        t->node[i].next_sibling = parent->first_child;
        parent->first_child = i;
        parent->next_unplaced = i;
    }
    t->node[0].placed = true;
    return t;
}

void pdf_tags_page(struct pdf_tags *t, size_t page, HPDF_Page haru_page)
{
    t->page[page].haru = haru_page;
}

/* --- reading order --- */

static void place_next(struct pdf_tags *t, int parent)
{
    struct node *p = &t->node[parent];
    int child = p->next_unplaced;
    struct kid kid = {.kind = KID_ELEMENT, .element = child};
    VEC_PUSH(t->file->arena, &p->kid, kid);
    t->node[child].placed = true;
    p->next_unplaced = t->node[child].next_sibling;
}

/* Makes an element, and all that stands before it, kids of their parents. */
static void place(struct pdf_tags *t, int element)
{
    if (t->node[element].placed)
        return;
    int parent = t->tree->item[element].parent;
    place(t, parent);
    while (!t->node[element].placed)
        place_next(t, parent);
    for (int next; (next = t->node[parent].next_unplaced) != 0;) {
        if (strcmp(t->tree->item[next].type, "Note") != 0)
            break;
        place_next(t, parent);
    }
}

unsigned pdf_tags_mark(struct pdf_tags *t, size_t page, int element)
{
    assert(element >= 0 && (size_t)element < t->tree->n);
    place(t, element);
    unsigned mcid = (unsigned)t->page[page].element.n;
    struct kid kid = {.kind = KID_CONTENT, .page = page, .mcid = mcid};
    VEC_PUSH(t->file->arena, &t->page[page].element, element);
    VEC_PUSH(t->file->arena, &t->node[element].kid, kid);
    return mcid;
}

size_t pdf_tags_annotation(struct pdf_tags *t, size_t page, int element,
                           const struct pdf_object *annotation)
{
    place(t, element);
    struct kid kid = {.kind = KID_ANNOTATION, .page = page, .annotation = annotation};
    VEC_PUSH(t->file->arena, &t->node[element].kid, kid);
    VEC_PUSH(t->file->arena, &t->annotation, element);
    return t->pages + t->annotation.n - 1;
}

void pdf_tags_cover(struct pdf_tags *t, size_t page, int element, const int64_t box[4])
{
    struct node *n = &t->node[element];
    if (strcmp(t->tree->item[element].type, "Figure") != 0 || (n->covered && n->cover_page != page))
        return;
    for (int i = 0; i < 4; i++)
        if (!n->covered || (i < 2 ? box[i] < n->box[i] : box[i] > n->box[i]))
            n->box[i] = box[i];
    n->covered = true;
    n->cover_page = page;
}

const char *pdf_tags_type(const struct pdf_tags *t, int element)
{
    return t->tree->item[element].type;
}

const char *pdf_tags_lang(const struct pdf_tags *t, int element)
{
    for (int i = element; i > 0; i = t->tree->item[i].parent)
        if (t->tree->item[i].lang)
            return t->tree->item[i].lang;
    return t->tree->item[0].lang ? t->tree->item[0].lang : t->lang;
}

int pdf_tags_within(const struct pdf_tags *t, int element, const char *type)
{
    for (int i = element; i >= 0; i = t->tree->item[i].parent)
        if (strcmp(t->tree->item[i].type, type) == 0)
            return i;
    return -1;
}

/* --- elements --- */

static const char *element_id(struct pdf_tags *t, int index)
{
    const struct element *e = &t->tree->item[index];
    if (!e->id && strcmp(e->type, "Note") == 0) /* ISO 14289-1, 7.9: a note has one */
        return arena_printf(t->file->arena, "element-%d", index);
    return e->id;
}

static void put_headers(struct buf *b, const char *ids)
{
    buf_puts(b, " /Headers [");
    while (*ids) {
        size_t n = strcspn(ids, " ");
        buf_puts(b, "<");
        for (size_t i = 0; i < n; i++)
            buf_printf(b, "%02X", (unsigned)(unsigned char)ids[i]);
        buf_puts(b, ">");
        ids += n + strspn(ids + n, " ");
    }
    buf_puts(b, "]");
}

static void put_table_attributes(struct buf *b, const struct element *e)
{
    bool table = strcmp(e->type, "Table") == 0;
    if (!e->scope && !e->headers && e->row_span < 2 && e->col_span < 2 && !(table && e->alt))
        return;
    buf_puts(b, " <</O /Table");
    if (e->scope)
        buf_printf(b, " /Scope /%s", e->scope);
    if (e->row_span > 1)
        buf_printf(b, " /RowSpan %d", e->row_span);
    if (e->col_span > 1)
        buf_printf(b, " /ColSpan %d", e->col_span);
    if (e->headers)
        put_headers(b, e->headers);
    if (table && e->alt) {
        buf_puts(b, " /Summary ");
        pdf_object_put_text(b, e->alt);
    }
    buf_puts(b, ">>");
}

static void put_attributes(struct pdf_tags *t, struct buf *b, int index, bool rtl)
{
    const struct element *e = &t->tree->item[index];
    const struct node *n = &t->node[index];
    buf_puts(b, " /A [");
    size_t empty = b->n;
    put_table_attributes(b, e);
    if (e->list_numbering)
        buf_printf(b, " <</O /List /ListNumbering /%s>>", e->list_numbering);
    if (n->covered) {
        buf_puts(b, " <</O /Layout /Placement /Block /BBox [");
        for (int i = 0; i < 4; i++) {
            buf_putc(b, ' ');
            scene_put_pt(b, n->box[i]);
        }
        buf_puts(b, "]>>");
    }
    if (index == 0 && rtl)
        buf_puts(b, " <</O /Layout /WritingMode /RlTb>>");
    if (b->n > empty) {
        buf_puts(b, "]");
        return;
    }
    b->n -= strlen(" /A [");
    b->p[b->n] = '\0';
}

static void put_named_text(struct buf *b, const char *key, const char *text)
{
    if (!text)
        return;
    buf_printf(b, " /%s ", key);
    pdf_object_put_text(b, text);
}

static void put_kids(struct pdf_tags *t, struct buf *b, const struct node *n)
{
    size_t page = t->pages; /* of the first content: named once */
    for (size_t i = 0; i < n->kid.n && page == t->pages; i++)
        if (n->kid.p[i].kind == KID_CONTENT)
            page = n->kid.p[i].page;
    if (page < t->pages)
        buf_printf(b, " /Pg %u 0 R", pdf_object_number(t->page[page].haru));
    if (n->kid.n == 0)
        return;
    buf_puts(b, " /K [");
    for (size_t i = 0; i < n->kid.n; i++) {
        const struct kid *k = &n->kid.p[i];
        if (k->kind == KID_ELEMENT) {
            pdf_object_put_ref(b, t->node[k->element].object);
        } else if (k->kind == KID_CONTENT && k->page == page) {
            buf_printf(b, " %u", k->mcid);
        } else if (k->kind == KID_CONTENT) {
            buf_printf(b, " <</Type /MCR /Pg %u 0 R /MCID %u>>",
                       pdf_object_number(t->page[k->page].haru), k->mcid);
        } else {
            buf_printf(b, " <</Type /OBJR /Pg %u 0 R /Obj",
                       pdf_object_number(t->page[k->page].haru));
            pdf_object_put_ref(b, k->annotation);
            buf_puts(b, ">>");
        }
    }
    buf_puts(b, "]");
}

static void write_element(struct pdf_tags *t, int index, const struct pdf_object *file, bool rtl)
{
    const struct element *e = &t->tree->item[index];
    struct buf *b = &t->node[index].object->body;
    buf_puts(b, "/Type /StructElem /S ");
    pdf_object_put_name(b, e->type);
    buf_puts(b, " /P");
    pdf_object_put_ref(b, index ? t->node[e->parent].object : t->root);
    if (strcmp(e->type, "Table") != 0)
        put_named_text(b, "Alt", e->alt);
    put_named_text(b, "ActualText", e->actual);
    put_named_text(b, "T", e->title);
    const char *id = element_id(t, index), *lang = index ? e->lang : pdf_tags_lang(t, 0);
    if (lang) {
        buf_puts(b, " /Lang ");
        pdf_object_put_bytes(b, lang);
    }
    if (id) {
        buf_puts(b, " /ID ");
        pdf_object_put_bytes(b, id);
    }
    put_attributes(t, b, index, rtl);
    if (file) {
        buf_puts(b, " /AF [");
        pdf_object_put_ref(b, file);
        buf_puts(b, "]");
    }
    put_kids(t, b, &t->node[index]);
}

/* --- trees --- */

struct id_of {
    const char *id;
    const struct pdf_object *object;
};

static int cmp_id(const void *a, const void *b)
{
    return strcmp(((const struct id_of *)a)->id, ((const struct id_of *)b)->id);
}

static void put_id_tree(struct pdf_tags *t, struct buf *b)
{
    struct id_of *ids = ARENA_ARRAY(t->file->arena, struct id_of, t->tree->n);
    size_t n = 0;
    for (size_t i = 0; i < t->tree->n; i++) {
        const char *id = element_id(t, (int)i);
        if (id)
            ids[n++] = (struct id_of){id, t->node[i].object};
    }
    if (n == 0)
        return;
    qsort(ids, n, sizeof *ids, cmp_id);
    buf_puts(b, " /IDTree <</Names [");
    for (size_t i = 0; i < n; i++) {
        pdf_object_put_bytes(b, ids[i].id);
        pdf_object_put_ref(b, ids[i].object);
        buf_putc(b, '\n');
    }
    buf_puts(b, "]>>");
}

/* Keys: pages first, then annotations.  In leaves, since readers limit the length of arrays. */
static struct pdf_object *parent_tree(struct pdf_tags *t)
{
    struct pdf_object *tree = pdf_object_new(t->file);
    size_t keys = t->pages + t->annotation.n;
    buf_puts(&tree->body, "/Kids [");
    for (size_t from = 0; from < keys; from += LEAF_KEYS) {
        size_t to = from + LEAF_KEYS < keys ? from + LEAF_KEYS : keys;
        struct pdf_object *leaf = pdf_object_new(t->file);
        struct buf *b = &leaf->body;
        buf_printf(b, "/Limits [%zu %zu] /Nums [", from, to - 1);
        for (size_t i = from; i < to; i++) {
            buf_printf(b, "\n%zu", i);
            if (i >= t->pages) {
                pdf_object_put_ref(b, t->node[t->annotation.p[i - t->pages]].object);
                continue;
            }
            buf_puts(b, " [");
            for (size_t k = 0; k < t->page[i].element.n; k++)
                pdf_object_put_ref(b, t->node[t->page[i].element.p[k]].object);
            buf_puts(b, "]");
        }
        buf_puts(b, "]");
        pdf_object_put_ref(&tree->body, leaf);
    }
    buf_puts(&tree->body, "]");
    return tree;
}

struct pdf_object *pdf_tags_finish(struct pdf_tags *t, const struct map *files, bool rtl,
                                   const char **missing)
{
    for (int i = 1; i < (int)t->tree->n; i++)
        place(t, i); /* what was never painted: an empty cell */
    for (int i = 0; i < (int)t->tree->n; i++) {
        const char *name = t->tree->item[i].attachment;
        const struct pdf_object *file = name ? map_get(files, name) : NULL;
        if (name && !file) {
            *missing = name;
            return NULL;
        }
        write_element(t, i, file, rtl);
    }
    struct buf *b = &t->root->body;
    buf_puts(b, "/Type /StructTreeRoot /K [");
    pdf_object_put_ref(b, t->node[0].object);
    buf_puts(b, "] /ParentTree");
    pdf_object_put_ref(b, parent_tree(t));
    buf_printf(b, " /ParentTreeNextKey %zu", t->pages + t->annotation.n);
    put_id_tree(t, b);
    return t->root;
}
