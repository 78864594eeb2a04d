#include "exchange/record_change.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/path.h"
#include "exchange/tree_change.h"

#include <stdlib.h>
#include <string.h>

struct item { /* a file, as one of a kind */
    enum record_kind kind;
    const char *id, *path;
    const struct source *src;
    const struct node *tree; /* NULL: no YAML, or faulty; of a text, its front matter */
    const struct source *body; /* of a text: what is behind that */
    const char *content;     /* for renamed files; NULL: not asked for yet */
};

struct match {
    struct item *before, *after; /* NULL: there is none */
    bool renamed;
};

struct comparing {
    struct arena *a;
    struct diags *d; /* of the trees: whoever checks the content says its faults */
    const struct change_words *words;
    struct map renamed; /* ids of records -> those they have now */
    VEC(struct match) match;
    VEC(struct record_change) list;
};

/* --- kinds of files --- */

static const struct {
    const char *folder, *ending;
    enum record_kind kind;
    bool by_stem; /* known by the file's name, whatever folder it is in */
} kinds[] = {
    {"agreements/", ".yaml", RECORD_AGREEMENT, true},
    {"partners/", ".yaml", RECORD_PARTNER, true},
    {"documents/", "/document.yaml", RECORD_DOCUMENT, false},
    {"documents/", ".md", RECORD_DOCUMENT_TEXT, false},
    {"pages/", ".md", RECORD_PAGE, false},
    {"stories/", ".md", RECORD_STORY, false},
    {"opportunities/", ".yaml", RECORD_OPPORTUNITY, true},
    {"published/", ".yaml", RECORD_PUBLISHED, false},
    {"history/", ".yaml", RECORD_HISTORY, false},
    {"rates/", ".csv", RECORD_RATES, false},
    {"targets/", ".yaml", RECORD_TARGETS, false},
    {"vocabulary/", ".yaml", RECORD_VOCABULARY, false},
    {"site.yaml", ".yaml", RECORD_SETTINGS, false},
    {"strings/", ".yaml", RECORD_STRINGS, false},
};

static struct item classify(struct comparing *c, const struct content_file *f)
{
    struct item it = {.kind = RECORD_OTHER, .id = f->path, .path = f->path, .src = f->src};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t head = strlen(kinds[i].folder);
        if (strncmp(f->path, kinds[i].folder, head) != 0 || !path_ends_in(f->path, kinds[i].ending))
            continue;
        it.kind = kinds[i].kind;
        const char *from = kinds[i].by_stem ? strrchr(f->path, '/') + 1 : f->path + head;
        if (kinds[i].by_stem || it.kind == RECORD_DOCUMENT)
            it.id = arena_strndup(c->a, from, strlen(from) - strlen(kinds[i].ending));
        break;
    }
    return it;
}

static int compare_items(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    int by_id = strcmp(x->id, y->id);
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return by_id ? by_id : strcmp(x->path, y->path);
}

static struct item *classify_all(struct comparing *c, const struct content_files *files)
{
    struct item *list = ARENA_ARRAY(c->a, struct item, files->n + 1);
    for (size_t i = 0; i < files->n; i++)
        list[i] = classify(c, &files->file[i]);
    if (files->n)
        qsort(list, files->n, sizeof *list, compare_items);
    return list;
}

/* --- texts and tables --- */

static const struct node *tree_of(struct comparing *c, struct item *it)
{
    const struct source *yaml = NULL;
    int line;
    if (it->body || it->tree)
        return it->tree;
    if (path_ends_in(it->path, ".md"))
        input_front_matter(c->a, it->src, &yaml, &it->body, &line);
    else if (path_ends_in(it->path, ".yaml"))
        yaml = it->src;
    if (yaml)
        it->tree = input_yaml(c->a, c->d, yaml);
    return it->tree;
}

static size_t line_length(const char *s, size_t rest, size_t *next)
{
    const char *end = memchr(s, '\n', rest);
    size_t n = end ? (size_t)(end - s) : rest;
    *next = end ? n + 1 : rest;
    return n && s[n - 1] == '\r' ? n - 1 : n;
}

/* How many lines of one are not in the other, each as often as it is there. */
static size_t lines_less(struct arena *a, const struct source *one, const struct source *other)
{
    struct map there;
    size_t less = 0, next;
    map_init(&there, a);
    for (size_t at = 0; at < other->len; at += next) {
        size_t n = line_length(other->text + at, other->len - at, &next);
        const char *line = arena_strndup(a, other->text + at, n);
        size_t *count = map_get(&there, line);
        if (!count)
            map_set(&there, line, count = ARENA_NEW(a, size_t));
        ++*count;
    }
    for (size_t at = 0; at < one->len; at += next) {
        size_t n = line_length(one->text + at, one->len - at, &next);
        size_t *count = map_get_n(&there, one->text + at, n);
        if (count && *count)
            --*count;
        else
            less++;
    }
    return less;
}

static void compare_texts(struct comparing *c, const struct source *before,
                          const struct source *after, struct tree_changes *out)
{
    struct field_change f = {"text", NULL, NULL, lines_less(c->a, before, after),
                             lines_less(c->a, after, before)};
    if (f.lines_before || f.lines_after)
        VEC_PUSH(c->a, &out->list, f);
}

/* A rate is known by its currency and day: the cells before the last that tell. */
enum { RATE_KEY = 2 };

static const char *cells(struct comparing *c, const struct csv_row *row, size_t from, size_t to)
{
    struct buf b = BUF_INIT;
    for (size_t i = from; i < to && i < row->n; i++)
        buf_printf(&b, "%s%s", i > from ? " " : "", row->cell[i].text);
    return buf_to_arena(&b, c->a);
}

static struct csv_row *row_like(const struct csv *t, const struct csv_row *row)
{
    for (size_t i = 0; i < t->n; i++) {
        bool same = t->row[i].n >= RATE_KEY && row->n >= RATE_KEY;
        for (size_t k = 0; same && k < RATE_KEY; k++)
            same = strcmp(t->row[i].cell[k].text, row->cell[k].text) == 0;
        if (same)
            return &t->row[i];
    }
    return NULL;
}

static void compare_rates(struct comparing *c, const struct item *before, const struct item *after,
                          struct tree_changes *out)
{
    const struct csv *x = input_csv(c->a, c->d, before->src);
    const struct csv *y = input_csv(c->a, c->d, after->src);
    for (size_t i = 0; x && y && i < x->n; i++) {
        const struct csv_row *to = row_like(y, &x->row[i]);
        const char *was = cells(c, &x->row[i], RATE_KEY, x->row[i].n);
        const char *is = to ? cells(c, to, RATE_KEY, to->n) : NULL;
        struct field_change f = {cells(c, &x->row[i], 0, RATE_KEY), was, is, 0, 0};
        if (!is || strcmp(was, is) != 0)
            VEC_PUSH(c->a, &out->list, f);
    }
    for (size_t i = 0; x && y && i < y->n; i++) {
        struct field_change f = {cells(c, &y->row[i], 0, RATE_KEY), NULL,
                                 cells(c, &y->row[i], RATE_KEY, y->row[i].n), 0, 0};
        if (!row_like(x, &y->row[i]))
            VEC_PUSH(c->a, &out->list, f);
    }
}

/* --- one file with another --- */

static bool same_bytes(const struct source *a, const struct source *b)
{
    return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static void put(struct comparing *c, enum change_what what, const struct item *before,
                const struct item *after, const struct tree_changes *fields)
{
    const struct item *it = after ? after : before;
    struct record_change r = {.kind = it->kind,
                              .what = what,
                              .id = it->id,
                              .id_before = before ? before->id : it->id,
                              .path = it->path,
                              .before = before ? before->src : NULL,
                              .after = after ? after->src : NULL,
                              .field = fields ? fields->list.p : NULL,
                              .fields = fields ? fields->list.n : 0};
    VEC_PUSH(c->a, &c->list, r);
}

static void compare_pair(struct comparing *c, struct item *before, struct item *after,
                         bool renamed)
{
    struct tree_changes fields = {.arena = c->a, .words = c->words, .renamed = &c->renamed};
    bool same = same_bytes(before->src, after->src);
    const struct node *x = same ? NULL : tree_of(c, before);
    const struct node *y = same ? NULL : tree_of(c, after);
    if (x && y)
        tree_changes_add(&fields, x, y);
    if (!same && before->kind == RECORD_RATES)
        compare_rates(c, before, after, &fields);
    else if (!same && before->body && after->body)
        compare_texts(c, before->body, after->body, &fields);
    else if (!same && !(x && y))
        compare_texts(c, before->src, after->src, &fields);
    if (renamed || fields.list.n)
        put(c, renamed ? CHANGE_RENAMED : CHANGE_CHANGED, before, after, &fields);
}

/* --- renaming --- */

static const char *const names[] = {"id", "former_ids", NULL};

/* What a file says beside its own name. */
static const char *content_of(struct comparing *c, struct item *it)
{
    const struct node *n = path_ends_in(it->path, ".yaml") ? tree_of(c, it) : NULL;
    if (!it->content)
        it->content = n ? tree_text(c->a, n, names)
                        : arena_strndup(c->a, it->src->text, it->src->len);
    return it->content;
}

static bool names_former(struct comparing *c, struct item *it, const char *id)
{
    const struct node *tree = tree_of(c, it);
    const struct node *former = tree && tree->kind == NODE_MAP ? node_get(tree, "former_ids") : NULL;
    if (!former || former->kind != NODE_LIST)
        return false;
    for (size_t i = 0; i < former->n; i++)
        if (former->item[i]->kind == NODE_SCALAR && strcmp(former->item[i]->text, id) == 0)
            return true;
    return false;
}

/* The folder of a story is its id; its file is a language's. */
static const char *own_id(struct comparing *c, const struct item *it)
{
    const char *from = strchr(it->id, '/');
    if (it->kind != RECORD_STORY || !from)
        return it->id;
    return arena_strndup(c->a, from + 1, strcspn(from + 1, "/"));
}

static bool same_language(const struct item *a, const struct item *b)
{
    return a->kind != RECORD_STORY || strcmp(strrchr(a->path, '/'), strrchr(b->path, '/')) == 0;
}

/* Files of one kind without a partner: which of the new ones is this old one now? */
static struct item *renamed_to(struct comparing *c, struct item *old, struct item **came, size_t n)
{
    const char *content = content_of(c, old);
    struct item *same = NULL;
    for (size_t i = 0; i < n; i++) {
        if (!came[i] || came[i]->kind != old->kind || !same_language(old, came[i]))
            continue;
        if (names_former(c, came[i], own_id(c, old)))
            return came[i];
        if (!same && old->src->len && strcmp(content, content_of(c, came[i])) == 0)
            same = came[i];
    }
    return same;
}

static void match_rest(struct comparing *c, struct item **went, size_t went_n, struct item **came,
                       size_t came_n)
{
    for (size_t i = 0; i < went_n; i++) {
        struct item *to = renamed_to(c, went[i], came, came_n);
        VEC_PUSH(c->a, &c->match, ((struct match){went[i], to, to != NULL}));
        if (to)
            map_set(&c->renamed, own_id(c, went[i]), (char *)own_id(c, to));
        for (size_t k = 0; to && k < came_n; k++)
            came[k] = came[k] == to ? NULL : came[k];
    }
    for (size_t k = 0; k < came_n; k++)
        if (came[k])
            VEC_PUSH(c->a, &c->match, ((struct match){NULL, came[k], false}));
}

static void compare_all(struct comparing *c)
{
    for (size_t i = 0; i < c->match.n; i++) {
        const struct match *m = &c->match.p[i];
        if (m->before && m->after)
            compare_pair(c, m->before, m->after, m->renamed);
        else
            put(c, m->after ? CHANGE_CAME : CHANGE_WENT, m->before, m->after, NULL);
    }
}

/* --- all --- */

static int compare_changes(const void *a, const void *b)
{
    const struct record_change *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->what != y->what)
        return x->what < y->what ? -1 : 1;
    int by_id = strcmp(x->id, y->id);
    return by_id ? by_id : strcmp(x->path, y->path);
}

size_t record_changes(struct arena *a, const struct content_files *before,
                      const struct content_files *after, const struct change_words *words,
                      struct record_change **list)
{
    struct comparing c = {.a = a, .d = diags_new(a), .words = words};
    map_init(&c.renamed, a);
    struct item *x = classify_all(&c, before), *y = classify_all(&c, after);
    struct item **went = ARENA_ARRAY(a, struct item *, before->n + 1);
    struct item **came = ARENA_ARRAY(a, struct item *, after->n + 1);
    size_t i = 0, k = 0, went_n = 0, came_n = 0;
    while (i < before->n || k < after->n) {
        int order = i == before->n ? 1 : k == after->n ? -1 : (x[i].kind != y[k].kind)
                        ? (x[i].kind < y[k].kind ? -1 : 1)
                        : strcmp(x[i].id, y[k].id);
        if (order == 0)
            VEC_PUSH(a, &c.match, ((struct match){&x[i++], &y[k++], false}));
        else if (order < 0)
            went[went_n++] = &x[i++];
        else
            came[came_n++] = &y[k++];
    }
    match_rest(&c, went, went_n, came, came_n);
    compare_all(&c);
    if (c.list.n)
        qsort(c.list.p, c.list.n, sizeof *c.list.p, compare_changes);
    *list = c.list.p;
    return c.list.n;
}
