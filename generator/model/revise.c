/* revise.c - what an issued document printed, issue by issue: published/ has the first one, the
 * revisions in its document.yaml what they print otherwise. */
#include "model/model_parts.h"

#include <string.h>

/* Bare money prints as .usd. */
static bool same_form(const struct figure *f, const char *a, const char *b)
{
    if (f->unit == UNIT_USD) {
        a = *a ? a : "usd";
        b = *b ? b : "usd";
    }
    return strcmp(a, b) == 0;
}

const char *revise_full_id(struct arena *a, const char *id, const char *form)
{
    return *form ? arena_printf(a, "%s.%s", id, form) : id;
}

/* The value that a list gives a figure in a form; NULL when it gives none. */
static const struct figure_form *find_form(struct arena *a, const struct model *m,
                                           const struct printed_figure *list, size_t n,
                                           const struct figure *f, const char *form)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < list[i].n; k++) {
            const struct figure_form *p = &list[i].form[k];
            const char *known = "";
            if (model_figure_form(m, revise_full_id(a, list[i].id, p->form), &known) == f &&
                same_form(f, known, form))
                return p;
        }
    return NULL;
}

const struct document *revise_document(const struct model *m, const char *id)
{
    for (size_t i = 0; i < m->records->document_n; i++)
        if (strcmp(m->records->document[i].id, id) == 0)
            return &m->records->document[i];
    return NULL;
}

const struct published *model_published(const struct model *m, const char *document)
{
    for (size_t i = 0; i < m->records->published_n; i++)
        if (strcmp(m->records->published[i].document, document) == 0)
            return &m->records->published[i];
    return NULL;
}

struct date model_issued(const struct model *m, const struct document *doc)
{
    const struct published *p = model_published(m, doc->id);
    return p && date_is_set(p->issued) ? p->issued : doc->date;
}

static struct printing *room_for(struct arena *a, const struct document *doc)
{
    return ARENA_ARRAY(a, struct printing, (doc ? doc->revised_n : 0) + 1);
}

size_t model_printings(struct arena *a, const struct model *m, const char *document,
                       const struct figure *f, const char *form, struct printing **list)
{
    const struct document *doc = revise_document(m, document);
    const struct published *p = model_published(m, document);
    const struct figure_form *first = p ? find_form(a, m, p->figure, p->n, f, form) : NULL;
    size_t n = 0;
    if (!first)
        return 0;
    *list = room_for(a, doc);
    (*list)[n++] = (struct printing){.value = first->value, .place = first->place};
    for (size_t i = 0; doc && i < doc->revised_n; i++) {
        const struct revision *in = &doc->revised[i];
        const struct figure_form *next = find_form(a, m, in->figure, in->n, f, form);
        if (next)
            (*list)[n++] =
                (struct printing){.value = next->value, .in = in, .place = next->place};
    }
    return n;
}

static const struct printed_ranking *find_ranking(const struct printed_ranking *list, size_t n,
                                                  const char *id)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i].id, id) == 0)
            return &list[i];
    return NULL;
}

size_t model_ranking_printings(struct arena *a, const struct model *m, const char *document,
                               const char *id, struct printing **list)
{
    const struct document *doc = revise_document(m, document);
    const struct published *p = model_published(m, document);
    const struct printed_ranking *first = p ? find_ranking(p->ranking, p->rankings, id) : NULL;
    size_t n = 0;
    if (!first)
        return 0;
    *list = room_for(a, doc);
    (*list)[n++] = (struct printing){.ranking = first, .place = first->place};
    for (size_t i = 0; doc && i < doc->revised_n; i++) {
        const struct revision *in = &doc->revised[i];
        const struct printed_ranking *next = find_ranking(in->ranking, in->rankings, id);
        if (next)
            (*list)[n++] = (struct printing){.ranking = next, .in = in, .place = next->place};
    }
    return n;
}

static const struct printed_row *find_row(const struct printed_row *list, size_t n, const char *id)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i].id, id) == 0)
            return &list[i];
    return NULL;
}

const char *model_row_of(struct arena *a, const struct figure *f)
{
    const char *group = strchr(f->id, '.'), *entry = group ? strchr(group + 1, '.') : NULL;
    const char *end = entry ? strchr(entry + 1, '.') : NULL;
    if (!end || strcmp(end, ".count") != 0)
        return NULL;
    return arena_strndup(a, f->id, (size_t)(entry - f->id));
}

size_t model_row_printings(struct arena *a, const struct model *m, const char *document,
                           const char *id, struct printing **list)
{
    const struct document *doc = revise_document(m, document);
    const struct published *p = model_published(m, document);
    const struct printed_row *first = p ? find_row(p->row, p->rows, id) : NULL;
    size_t n = 0;
    if (!first)
        return 0;
    *list = room_for(a, doc);
    (*list)[n++] = (struct printing){.row = first, .place = first->place};
    for (size_t i = 0; doc && i < doc->revised_n; i++) {
        const struct revision *in = &doc->revised[i];
        const struct printed_row *next = find_row(in->row, in->rows, id);
        if (next)
            (*list)[n++] = (struct printing){.row = next, .in = in, .place = next->place};
    }
    return n;
}

/* --- what revisions say of what was never printed --- */

struct revise {
    const struct model *m;
    struct diags *d;
    struct arena *a;
    const struct document *doc;
    const struct revision *in;
};

static const char *held_in(struct revise *c)
{
    return arena_printf(c->a, "%s/published/%s.yaml", c->m->records->dir, c->doc->id);
}

static size_t index_of(const struct printing *list, size_t n, const struct revision *in)
{
    size_t i = 0;
    while (i < n && list[i].in != in)
        i++;
    return i;
}

static bool is_number(struct revise *c, const struct figure_form *form)
{
    struct decimal d;
    bool good = decimal_parse(form->value, &d) == DECIMAL_OK;
    if (!good)
        diag_report(c->d, DIAG_BAD_PRINTED_FIGURE, form->place, form->value);
    return good;
}

static void check_form(struct revise *c, const struct printed_figure *printed,
                       const struct figure_form *form)
{
    const char *id = revise_full_id(c->a, printed->id, form->form), *known = "";
    const struct figure *f = model_figure_form(c->m, id, &known);
    struct printing *list;
    if (!f) {
        diag_report(c->d, DIAG_NO_SUCH_FIGURE, printed->place, id);
        diag_hint(c->d, HINT_SAID, model_figure_why(c->m, id, true));
        return;
    }
    if (!is_number(c, form))
        return;
    size_t n = model_printings(c->a, c->m, c->doc->id, f, known, &list);
    size_t at = n ? index_of(list, n, c->in) : 0;
    if (n == 0)
        diag_report(c->d, DIAG_REVISION_OF_NOTHING, printed->place, id, held_in(c), c->doc->id);
    else if (at < n && reconcile_same_value(list[at - 1].value, form->value))
        diag_report(c->d, DIAG_REVISION_SAME, form->place, id, form->value);
}

static void check_ranking(struct revise *c, const struct printed_ranking *ranking)
{
    struct printing *list;
    if (model_ranking_printings(c->a, c->m, c->doc->id, ranking->id, &list) == 0)
        diag_report(c->d, DIAG_REVISION_OF_NOTHING, ranking->place, ranking->id, held_in(c),
                    c->doc->id);
}

static void check_row(struct revise *c, const struct printed_row *row)
{
    struct printing *list;
    if (model_row_printings(c->a, c->m, c->doc->id, row->id, &list) == 0)
        diag_report(c->d, DIAG_REVISION_OF_NOTHING, row->place, row->id, held_in(c), c->doc->id);
}

void revise_check(const struct model *m, struct diags *d, const struct document *doc)
{
    struct revise c = {.m = m, .d = d, .a = m->arena, .doc = doc};
    for (size_t i = 0; i < doc->revised_n; i++) {
        c.in = &doc->revised[i];
        for (size_t k = 0; k < c.in->n; k++)
            for (size_t f = 0; f < c.in->figure[k].n; f++)
                check_form(&c, &c.in->figure[k], &c.in->figure[k].form[f]);
        for (size_t k = 0; k < c.in->rankings; k++)
            check_ranking(&c, &c.in->ranking[k]);
        for (size_t k = 0; k < c.in->rows; k++)
            check_row(&c, &c.in->row[k]);
    }
}
