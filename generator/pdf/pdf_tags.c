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
    unsigned what; /* element; MCID; number of the annotation */
    unsigned page; /* of content and annotations */
    unsigned next; /* in the list of all, 0 = none */
};

struct cover { /* of a Figure, on one page */
    size_t page;
    int64_t box[4];
};

struct node { /* beside the element of the same index */
    unsigned first_kid, last_kid;  /* in the list of all, 0 = none */
    int first_child, next_sibling; /* in order of the tree; 0 = none */
    int next_unplaced;             /* child that is not yet a kid */
    bool placed;
    struct cover *cover;           /* NULL: none yet */
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
    VEC(struct kid) kid; /* of all elements; [0] is none */
    struct owners *page;
    size_t pages;
    VEC(int) annotation; /* owners, by key minus pages */
    unsigned root, first; /* numbers: of the StructTreeRoot; of element 0, the others follow */
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
    t->root = pdf_file_reserve(f, 1);
    t->first = pdf_file_reserve(f, (unsigned)tree->n);
    struct kid none = {KID_ELEMENT, 0, 0, 0};
    VEC_PUSH(f->arena, &t->kid, none);
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

static unsigned number_of(const struct pdf_tags *t, int element)
{
    return t->first + (unsigned)element;
}

/* --- reading order --- */

static void add_kid(struct pdf_tags *t, int element, enum kid_kind kind, size_t page, unsigned what)
{
    struct node *n = &t->node[element];
    unsigned at = (unsigned)t->kid.n;
    struct kid kid = {kind, what, (unsigned)page, 0};
    VEC_PUSH(t->file->arena, &t->kid, kid);
    if (n->last_kid)
        t->kid.p[n->last_kid].next = at;
    else
        n->first_kid = at;
    n->last_kid = at;
}

static void place_next(struct pdf_tags *t, int parent)
{
    struct node *p = &t->node[parent];
    int child = p->next_unplaced;
    add_kid(t, parent, KID_ELEMENT, 0, (unsigned)child);
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
    VEC_PUSH(t->file->arena, &t->page[page].element, element);
    add_kid(t, element, KID_CONTENT, page, mcid);
    return mcid;
}

size_t pdf_tags_annotation(struct pdf_tags *t, size_t page, int element,
                           const struct pdf_object *annotation)
{
    place(t, element);
    add_kid(t, element, KID_ANNOTATION, page, annotation->number);
    VEC_PUSH(t->file->arena, &t->annotation, element);
    return t->pages + t->annotation.n - 1;
}

void pdf_tags_cover(struct pdf_tags *t, size_t page, int element, const int64_t box[4])
{
    struct cover *c = t->node[element].cover;
    if (strcmp(t->tree->item[element].type, "Figure") != 0 || (c && c->page != page))
        return;
    if (!c) {
        c = t->node[element].cover = ARENA_NEW(t->file->arena, struct cover);
        c->page = page;
        memcpy(c->box, box, sizeof c->box);
    }
    for (int i = 0; i < 4; i++)
        if (i < 2 ? box[i] < c->box[i] : box[i] > c->box[i])
            c->box[i] = box[i];
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
    buf_puts(b, "/Headers[");
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
    buf_puts(b, "<</O/Table");
    if (e->scope)
        buf_printf(b, "/Scope/%s", e->scope);
    if (e->row_span > 1)
        buf_printf(b, "/RowSpan %d", e->row_span);
    if (e->col_span > 1)
        buf_printf(b, "/ColSpan %d", e->col_span);
    if (e->headers)
        put_headers(b, e->headers);
    if (table && e->alt) {
        buf_puts(b, "/Summary");
        pdf_object_put_text(b, e->alt);
    }
    buf_puts(b, ">>");
}

static void put_attributes(struct pdf_tags *t, struct buf *b, int index, bool rtl)
{
    static const char begin[] = "/A[";
    const struct element *e = &t->tree->item[index];
    const struct cover *cover = t->node[index].cover;
    buf_puts(b, begin);
    size_t empty = b->n;
    put_table_attributes(b, e);
    if (e->list_numbering)
        buf_printf(b, "<</O/List/ListNumbering/%s>>", e->list_numbering);
    if (cover) {
        buf_puts(b, "<</O/Layout/Placement/Block/BBox[");
        for (int i = 0; i < 4; i++) {
            buf_putc(b, ' ');
            scene_put_pt(b, cover->box[i]);
        }
        buf_puts(b, "]>>");
    }
    if (index == 0 && rtl)
        buf_puts(b, "<</O/Layout/WritingMode/RlTb>>");
    if (b->n > empty) {
        buf_puts(b, "]");
        return;
    }
    b->n -= strlen(begin);
    b->p[b->n] = '\0';
}

static void put_named_text(struct buf *b, const char *key, const char *text)
{
    if (!text)
        return;
    buf_printf(b, "/%s", key);
    pdf_object_put_text(b, text);
}

/* An annotation, or content on another page than most of the element's. */
static void put_far_kid(struct pdf_tags *t, struct buf *b, const struct kid *k)
{
    bool content = k->kind == KID_CONTENT;
    buf_printf(b, "<</Type/%s/Pg", content ? "MCR" : "OBJR");
    pdf_object_put_ref(b, pdf_file_number(t->page[k->page].haru));
    if (content)
        buf_printf(b, "/MCID %u>>", k->what);
    else
        buf_printf(b, "/Obj %u 0 R>>", k->what);
}

static void put_kids(struct pdf_tags *t, struct buf *b, const struct node *n)
{
    size_t page = t->pages; /* of the first content: named once */
    const struct kid *all = t->kid.p;
    for (unsigned i = n->first_kid; i && page == t->pages; i = all[i].next)
        if (all[i].kind == KID_CONTENT)
            page = all[i].page;
    if (page < t->pages) {
        buf_puts(b, "/Pg");
        pdf_object_put_ref(b, pdf_file_number(t->page[page].haru));
    }
    if (!n->first_kid)
        return;
    bool one = n->first_kid == n->last_kid;
    buf_puts(b, one ? "/K" : "/K[");
    for (unsigned i = n->first_kid; i; i = all[i].next) {
        const struct kid *k = &all[i];
        if (k->kind == KID_ELEMENT) {
            pdf_object_put_ref(b, number_of(t, (int)k->what));
        } else if (k->kind == KID_CONTENT && k->page == page) {
            buf_putc(b, ' ');
            buf_put_number(b, k->what);
        } else {
            put_far_kid(t, b, k);
        }
    }
    if (!one)
        buf_putc(b, ']');
}

static void put_element(struct pdf_tags *t, struct buf *b, int index,
                        const struct pdf_object *file, bool rtl)
{
    const struct element *e = &t->tree->item[index];
    buf_puts(b, "<</S");
    pdf_object_put_name(b, e->type);
    buf_puts(b, "/P");
    pdf_object_put_ref(b, index ? number_of(t, e->parent) : t->root);
    if (strcmp(e->type, "Table") != 0)
        put_named_text(b, "Alt", e->alt);
    put_named_text(b, "ActualText", e->actual);
    put_named_text(b, "T", e->title);
    const char *id = element_id(t, index), *lang = index ? e->lang : pdf_tags_lang(t, 0);
    if (lang) {
        buf_puts(b, "/Lang");
        pdf_object_put_bytes(b, lang);
    }
    if (id) {
        buf_puts(b, "/ID");
        pdf_object_put_bytes(b, id);
    }
    put_attributes(t, b, index, rtl);
    if (file) {
        buf_puts(b, "/AF[");
        pdf_object_put_ref(b, file->number);
        buf_puts(b, "]");
    }
    put_kids(t, b, &t->node[index]);
    buf_puts(b, ">>");
}

/* --- trees --- */

struct id_of {
    const char *id;
    unsigned number;
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
            ids[n++] = (struct id_of){id, number_of(t, (int)i)};
    }
    if (n == 0)
        return;
    qsort(ids, n, sizeof *ids, cmp_id);
    buf_puts(b, " /IDTree <</Names [");
    for (size_t i = 0; i < n; i++) {
        pdf_object_put_bytes(b, ids[i].id);
        pdf_object_put_ref(b, ids[i].number);
        buf_putc(b, '\n');
    }
    buf_puts(b, "]>>");
}

static void put_leaf(struct pdf_tags *t, struct buf *b, size_t from, size_t to)
{
    buf_printf(b, "<</Limits [%zu %zu] /Nums [", from, to - 1);
    for (size_t i = from; i < to; i++) {
        buf_putc(b, '\n');
        buf_put_number(b, i);
        if (i >= t->pages) {
            pdf_object_put_ref(b, number_of(t, t->annotation.p[i - t->pages]));
            continue;
        }
        buf_puts(b, " [");
        for (size_t k = 0; k < t->page[i].element.n; k++)
            pdf_object_put_ref(b, number_of(t, t->page[i].element.p[k]));
        buf_puts(b, "]");
    }
    buf_puts(b, "]>>");
}

/* Keys: pages first, then annotations.  In leaves, since readers limit the length of arrays.
 * Returns the tree's number. */
static unsigned parent_tree(struct pdf_tags *t)
{
    struct buf tree = BUF_INIT, leaf = BUF_INIT;
    size_t keys = t->pages + t->annotation.n;
    buf_puts(&tree, "<</Kids [");
    for (size_t from = 0; from < keys; from += LEAF_KEYS) {
        unsigned number = pdf_file_reserve(t->file, 1);
        buf_clear(&leaf);
        put_leaf(t, &leaf, from, from + LEAF_KEYS < keys ? from + LEAF_KEYS : keys);
        pdf_file_put(t->file, number, leaf.p, leaf.n);
        pdf_object_put_ref(&tree, number);
    }
    buf_puts(&tree, "]>>");
    unsigned number = pdf_file_reserve(t->file, 1);
    pdf_file_put(t->file, number, tree.p, tree.n);
    buf_free(&tree);
    buf_free(&leaf);
    return number;
}

static void put_root(struct pdf_tags *t)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "<</Type /StructTreeRoot /K [");
    pdf_object_put_ref(&b, number_of(t, 0));
    buf_puts(&b, "] /ParentTree");
    pdf_object_put_ref(&b, parent_tree(t));
    buf_printf(&b, " /ParentTreeNextKey %zu", t->pages + t->annotation.n);
    put_id_tree(t, &b);
    buf_puts(&b, ">>");
    pdf_file_put(t->file, t->root, b.p, b.n);
    buf_free(&b);
}

unsigned pdf_tags_finish(struct pdf_tags *t, const struct map *files, bool rtl,
                         const char **missing)
{
    struct buf b = BUF_INIT;
    for (int i = 1; i < (int)t->tree->n; i++)
        place(t, i); /* what was never painted: an empty cell */
    for (int i = 0; i < (int)t->tree->n; i++) {
        const char *name = t->tree->item[i].attachment;
        const struct pdf_object *file = name ? map_get(files, name) : NULL;
        if (name && !file) {
            *missing = name;
            buf_free(&b);
            return 0;
        }
        buf_clear(&b);
        put_element(t, &b, i, file, rtl);
        pdf_file_put(t->file, number_of(t, i), b.p, b.n);
    }
    buf_free(&b);
    put_root(t);
    return t->root;
}
