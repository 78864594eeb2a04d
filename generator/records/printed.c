#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

/* Figures that are given instead of computed: history/<year>.yaml, and published/<document-id>
 * .yaml with what an issued document prints.  Whether the figures exist is the model's question. */

static const char *const forms[] = {"count", "usd", "millions", "millions2", "percent", NULL};

static bool is_form(const char *s)
{
    size_t i = 0;
    while (forms[i] && strcmp(forms[i], s) != 0)
        i++;
    return forms[i] != NULL;
}

static void add_form(struct reading *r, struct printed_figure *f, const char *form,
                     const struct node *n)
{
    const char *s = fields_is_empty(n) ? NULL : fields_scalar(r, f->id, phrase_mark(PHRASE_A_NUMBER), n);
    if (!s) {
        if (fields_is_empty(n))
            diag_report(r->d, DIAG_EMPTY_VALUE, f->place, f->id);
        return;
    }
    f->form[f->n++] = (struct figure_form){.form = form, .value = s, .place = n->place};
}

static struct printed_figure read_figure(struct reading *r, const struct node_pair *pair,
                                         bool with_forms)
{
    const struct node *n = pair->value;
    struct printed_figure f = {.id = pair->key->text, .place = pair->key->place};
    if (n->kind != NODE_MAP || !with_forms) {
        f.form = ARENA_NEW(r->a, struct figure_form);
        add_form(r, &f, "", n);
        return f;
    }
    f.form = ARENA_ARRAY(r->a, struct figure_form, n->n);
    for (size_t i = 0; i < n->n; i++) {
        const struct node *key = n->pair[i].key;
        if (is_form(key->text)) {
            add_form(r, &f, key->text, n->pair[i].value);
            continue;
        }
        diag_report(r->d, DIAG_UNKNOWN_FORM, key->place, key->text);
        const char *near = nearest_of(forms, key->text);
        if (near)
            diag_hint(r->d, HINT_DID_YOU_MEAN, near);
    }
    return f;
}

/* --- a whole row at once: "2016.regions: [3, 4, 3, 2, 1, 1, 15]" --- */

struct figures {
    VEC(struct printed_figure) list;
};

/* What follows the period; NULL when there is none. */
static const char *behind_period(const char *id)
{
    const char *dot = strchr(id, '.');
    return dot && strspn(id, "0123456789-") == (size_t)(dot - id) ? dot + 1 : NULL;
}

static bool is_of_year(const struct vocab *v, const struct entry *e, const char *id)
{
    long year = strtol(id, NULL, 10);
    const struct scheme *s = v->schemes ? &v->scheme[e->scheme] : NULL;
    return !s || (s->from <= year && (!s->until || s->until >= year));
}

/* False when the figure is no row. */
static bool read_figure_row(struct reading *r, const struct node_pair *pair, struct figures *out)
{
    const char *id = pair->key->text, *by = behind_period(id);
    const struct node *n = pair->value;
    const struct vocab *v = !by || n->kind != NODE_LIST  ? NULL
                            : !strcmp(by, "regions")     ? &r->r->vocab[VOCAB_REGIONS]
                            : !strcmp(by, "priorities")  ? &r->r->vocab[VOCAB_PRIORITIES]
                                                         : NULL;
    size_t all = 0, at = 0;
    if (!v)
        return false;
    for (size_t i = 0; i < v->n; i++)
        all += is_of_year(v, &v->entry[i], id);
    if (all != n->n && !v->faulty)
        diag_report(r->d, DIAG_ROW_LENGTH, n->place, id, arena_printf(r->a, "%zu", all),
                    arena_printf(r->a, "%zu", n->n));
    for (size_t i = 0; all == n->n && i < v->n; i++) {
        if (!is_of_year(v, &v->entry[i], id))
            continue;
        struct printed_figure f = {
            .id = arena_printf(r->a, "%s.%s.count", id, v->entry[i].id), .place = pair->key->place};
        f.form = ARENA_NEW(r->a, struct figure_form);
        add_form(r, &f, "", n->item[at++]);
        VEC_PUSH(r->a, &out->list, f);
    }
    return true;
}

struct printed_figure *printed_figures(struct reading *r, const struct field *f,
                                       const struct node *n, bool with_forms, size_t *count)
{
    struct figures all = {0};
    for (size_t i = 0; fields_is_map(r, f->key, n) && i < n->n; i++)
        if (!with_forms || !read_figure_row(r, &n->pair[i], &all))
            VEC_PUSH(r->a, &all.list, read_figure(r, &n->pair[i], with_forms));
    *count = all.list.n;
    return all.list.p;
}

/* --- history --- */

static void read_history_figures(struct reading *r, const struct field *f, const struct node *n,
                                 void *out)
{
    struct history *h = out;
    h->figure = printed_figures(r, f, n, false, &h->n);
}

static const struct field history_fields[] = {
    {.key = "year", .type = FIELD_NUMBER, .required = true, .min = 1900, .max = DATE_YEAR_LAST,
     .at = offsetof(struct history, year), .place = offsetof(struct history, place),
     .doc = "the year the figures are of, which names the file"},
    {.key = "sample", .type = FIELD_CHOICE, .at = offsetof(struct history, sample),
     .words = fields_no_yes, .doc = "true for figures that were made up"},
    {.key = "source", .type = FIELD_TEXT, .at = offsetof(struct history, source),
     .doc = "where the figures were read"},
    {.key = "figures", .type = FIELD_OTHER, .required = true, .read = read_history_figures,
     .takes = "figures without their year", .form = "numbers",
     .doc = "the figures, as in agreements.count: 70"},
};
const struct shape history_shape = {
    .what = "a year of history", FIELDS(history_fields), .size = sizeof(struct history)};

static bool read_history(struct reading *r, const char *dir, const char *name, struct history *h)
{
    const char *stem = read_file_stem(r->a, name, ".yaml");
    struct node *n = read_file_tree(r, arena_printf(r->a, "%s/%s", dir, name), NULL);
    *h = (struct history){0};
    if (!n || !fields_read(r, &history_shape, n, h) || h->year == 0)
        return false;
    const char *year = arena_printf(r->a, "%d", h->year);
    if (strcmp(year, stem) != 0)
        diag_report(r->d, DIAG_ID_MISMATCH, h->place, year, stem, phrase_mark(PHRASE_NAME_OF_FILE));
    if (!h->sample && !node_get(n, "source"))
        diag_report(r->d, DIAG_SOURCE_MISSING, h->place);
    return true;
}

/* Names are sorted, and years have four digits: the list is by year. */
static void read_all_history(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/history", r->r->dir);
    struct input_list names = read_file_names(r, dir, ".yaml");
    r->r->history = names.n ? ARENA_ARRAY(r->a, struct history, names.n) : NULL;
    for (size_t i = 0; i < names.n; i++)
        if (read_history(r, dir, names.name[i], &r->r->history[r->r->history_n]))
            r->r->history_n++;
        else
            records_dim(r, read_file_stem(r->a, names.name[i], ".yaml"));
}

/* --- published --- */

static void read_published_figures(struct reading *r, const struct field *f,
                                   const struct node *n, void *out)
{
    struct published *p = out;
    p->figure = printed_figures(r, f, n, true, &p->n);
}

static struct printed_ranking read_ranking(struct reading *r, const struct node_pair *pair)
{
    const struct node *n = pair->value;
    VEC(struct reference) items = {0};
    struct printed_ranking k = {.id = pair->key->text, .place = pair->key->place};
    for (size_t i = 0; fields_is_list(r, k.id, n) && i < n->n; i++) {
        const char *s = fields_scalar(r, k.id, "ids of partners", n->item[i]);
        struct reference ref = {.id = s, .place = n->item[i]->place};
        if (s && fields_check_id(r, s, ref.place))
            VEC_PUSH(r->a, &items, ref);
    }
    k.item = items.p;
    k.n = items.n;
    return k;
}

struct printed_ranking *printed_rankings(struct reading *r, const struct field *f,
                                         const struct node *n, size_t *count)
{
    VEC(struct printed_ranking) list = {0};
    for (size_t i = 0; fields_is_map(r, f->key, n) && i < n->n; i++)
        VEC_PUSH(r->a, &list, read_ranking(r, &n->pair[i]));
    *count = list.n;
    return list.p;
}

static void read_rankings(struct reading *r, const struct field *f, const struct node *n,
                          void *out)
{
    struct published *p = out;
    p->ranking = printed_rankings(r, f, n, &p->rankings);
}

static struct printed_row read_row(struct reading *r, const struct node_pair *pair)
{
    const struct node *n = pair->value;
    VEC(struct figure_form) values = {0};
    struct printed_row row = {.id = pair->key->text, .place = pair->key->place};
    for (size_t i = 0; fields_is_list(r, row.id, n) && i < n->n; i++) {
        const char *s = fields_scalar(r, row.id, "numbers", n->item[i]);
        if (s)
            VEC_PUSH(r->a, &values,
                     ((struct figure_form){.form = "", .value = s, .place = n->item[i]->place}));
    }
    row.value = values.p;
    row.n = values.n;
    return row;
}

struct printed_row *printed_rows(struct reading *r, const struct field *f, const struct node *n,
                                 size_t *count)
{
    VEC(struct printed_row) list = {0};
    for (size_t i = 0; fields_is_map(r, f->key, n) && i < n->n; i++)
        VEC_PUSH(r->a, &list, read_row(r, &n->pair[i]));
    *count = list.n;
    return list.p;
}

static void read_rows(struct reading *r, const struct field *f, const struct node *n, void *out)
{
    struct published *p = out;
    p->row = printed_rows(r, f, n, &p->rows);
}

static const struct field published_fields[] = {
    {.key = "document", .type = FIELD_ID, .required = true,
     .at = offsetof(struct published, document), .place = offsetof(struct published, document_place),
     .doc = "the document's id, which names the file"},
    {.key = "issued", .type = FIELD_DATE, .at = offsetof(struct published, issued),
     .place = offsetof(struct published, issued_place), .doc = "the day it was first issued"},
    {.key = "source", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct published, source), .doc = "where the figures were read"},
    {.key = "figures", .type = FIELD_OTHER, .required = true, .read = read_published_figures,
     .takes = "figures with their printed forms", .form = "printed",
     .doc = "the figures as printed"},
    {.key = "rankings", .type = FIELD_OTHER, .read = read_rankings,
     .takes = "lists of partners", .form = "rankings",
     .doc = "the first partners by cash, in the order printed"},
    {.key = "unplaced", .type = FIELD_OTHER, .read = read_rows,
     .takes = "lists of counts", .form = "counts",
     .doc = "counts in the order printed, where it is not known which of them were left empty"},
};
const struct shape published_shape = {
    .what = "a file of printed figures", FIELDS(published_fields),
    .size = sizeof(struct published)};

static bool read_published(struct reading *r, const char *dir, const char *name,
                           struct published *p)
{
    r->file_id = read_file_stem(r->a, name, ".yaml");
    *p = (struct published){.path = arena_printf(r->a, "%s/%s", dir, name)};
    struct node *n = read_file_tree(r, p->path, NULL);
    bool fine = n && fields_read(r, &published_shape, n, p);
    p->document = r->file_id;
    return fine;
}

void printed_read_all(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/published", r->r->dir);
    struct input_list names = read_file_names(r, dir, ".yaml");
    struct records *all = r->r;
    read_all_history(r);
    r->file_is = phrase_mark(PHRASE_NAME_OF_FILE);
    all->published = names.n ? ARENA_ARRAY(r->a, struct published, names.n) : NULL;
    for (size_t i = 0; i < names.n; i++)
        all->published_n +=
            read_published(r, dir, names.name[i], &all->published[all->published_n]);
    r->file_id = NULL;
}
