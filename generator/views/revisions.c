/* revisions.c - what an issued document printed otherwise before, in words: the footnotes of a
 * revision, and the list of all on the document's page. */
#include "views/views_room.h"

#include <string.h>

/* "Printed as 89 in the document issued on ...", of the issue that a printing is of. */
static const char *issue_text(const struct views *v, const struct document *doc,
                              const struct printing *p, const char *printed)
{
    struct value *args = value_map(v->arena);
    struct date first = model_issued(v->model, doc), day = p->in ? p->in->date : first;
    value_set_string(args, "kind", p->ranking ? "order" : "number");
    value_set_string(args, "printed", printed);
    if (!date_is_set(day))
        return views_word(v, "revised_first_undated", args);
    value_set_string(args, "date", views_date(v, day));
    if (!p->in)
        return views_word(v, "revised_first", args);
    value_set_string(args, "n", arena_printf(v->arena, "%d", p->in->number));
    return views_word(v, "revised_later", args);
}

/* A number of published/ as the language writes it. */
static const char *printed_text(const struct views *v, const char *form, const char *plain)
{
    return strcmp(form, "percent") == 0 ? locale_percent(v->arena, v->locale, plain)
                                        : locale_number(v->arena, v->locale, plain);
}

/* The same with its unit, where no words around it say that. */
static const char *whole_text(const struct views *v, const char *form, const char *plain)
{
    struct value *args = value_map(v->arena);
    bool millions = strncmp(form, "millions", 8) == 0, usd = strcmp(form, "usd") == 0;
    if (!millions && !usd)
        return printed_text(v, form, plain);
    value_set_string(args, "amount", printed_text(v, form, plain));
    value_set(args, "number", value_number(v->arena, plain));
    return views_word(v, millions ? "amount_million_usd" : "amount_usd", args);
}

static const char *reason_text(const struct views *v, const struct revision *in)
{
    return format_word1(v, "revised_reason", "reason", views_text_marked(v, &in->reason));
}

/* "3 5 1" */
static const char *row_text(const struct views *v, const struct printed_row *row)
{
    const char *s = "";
    for (size_t i = 0; i < row->n; i++)
        s = arena_printf(v->arena, "%s%s%s", s, i ? " " : "",
                         locale_number(v->arena, v->locale, row->value[i].value));
    return s;
}

/* What each issue printed, and why the next one does not. */
static const char *steps_text(const struct views *v, const struct document *doc,
                              const struct printing *list, size_t n, const char *form)
{
    const char *all = NULL;
    for (size_t i = 0; i + 1 < n; i++) {
        const char *printed = list[i].value ? printed_text(v, form, list[i].value)
                              : list[i].row ? row_text(v, list[i].row)
                                            : "";
        all = format_joined(v, "joined_sentences", all, issue_text(v, doc, &list[i], printed));
        all = format_joined(v, "joined_sentences", all, reason_text(v, list[i + 1].in));
    }
    return all;
}

const char *views_revised(const struct views *v, const struct document *doc,
                          const struct figure *f, const char *form)
{
    struct printing *list;
    size_t n = doc->revised_n ? model_printings(v->arena, v->model, doc->id, f, form, &list) : 0;
    return n > 1 ? steps_text(v, doc, list, n, form) : NULL;
}

const char *views_revised_ranking(const struct views *v, const struct document *doc,
                                  const char *ranking)
{
    struct printing *list;
    size_t n =
        doc->revised_n ? model_ranking_printings(v->arena, v->model, doc->id, ranking, &list) : 0;
    return n > 1 ? steps_text(v, doc, list, n, "") : NULL;
}

const char *views_revised_row(const struct views *v, const struct document *doc,
                              const struct figure *f)
{
    struct printing *list;
    const char *row = doc->revised_n ? model_row_of(v->arena, f) : NULL;
    size_t n = row ? model_row_printings(v->arena, v->model, doc->id, row, &list) : 0;
    if (n < 2)
        return NULL;
    return format_word2(v, "revised_named", "figure", format_period(v, f->period), "note",
                        steps_text(v, doc, list, n, ""));
}

const char *views_revised_named(const struct views *v, const struct figure *f, const char *note)
{
    return format_word2(v, "revised_named", "figure", view_figure_label(v, f), "note", note);
}

/* --- the list on the document's page --- */

/* The printing before the one in this revision; NULL when there is none. */
static const struct printing *before(const struct printing *list, size_t n,
                                     const struct revision *in)
{
    for (size_t i = 1; i < n; i++)
        if (list[i].in == in)
            return &list[i - 1];
    return NULL;
}

static void add_form(struct arena *a, const struct views *v, const struct document *doc,
                     const struct revision *in, struct view_table *t,
                     const struct printed_figure *printed, const struct figure_form *form)
{
    const char *known = "";
    const char *id =
        *form->form ? arena_printf(a, "%s.%s", printed->id, form->form) : printed->id;
    const struct figure *f = model_figure_form(v->model, id, &known);
    struct printing *list;
    size_t n = f ? model_printings(a, v->model, doc->id, f, known, &list) : 0;
    const struct printing *then = n ? before(list, n, in) : NULL;
    if (!then || !views_figure_named(v, f))
        return;
    struct view_row *row = tables_row(a, t);
    row->cell[0].text = view_figure_label(v, f);
    row->cell[0].page = arena_join(a, "figures/", f->id);
    if (f->unit == UNIT_USD && !*known)
        known = "usd";
    row->cell[1].text = whole_text(v, known, then->value);
    row->cell[1].sort = then->value;
    row->cell[2].text = whole_text(v, known, form->value);
    row->cell[2].sort = form->value;
}

static bool same_rank(const struct printed_ranking *a, const struct printed_ranking *b, size_t i)
{
    return i < a->n && i < b->n && strcmp(a->item[i].id, b->item[i].id) == 0;
}

/* The ranks that are not the same in both, a line each. */
static void put_ranks(struct arena *a, const struct views *v, const struct printed_ranking *r,
                      const struct printed_ranking *other, struct view_cell *c)
{
    struct view_run *run = ARENA_ARRAY(a, struct view_run, r->n + 1);
    c->run = run;
    for (size_t i = 0; i < r->n; i++) {
        const struct partner *p = map_get(&v->rec->partner_by_id, r->item[i].id);
        if (!p || same_rank(r, other, i))
            continue;
        struct view_cell name = tables_partner_cell(v, p, (struct date){0});
        const char *text = arena_printf(a, "%zu. %s", i + 1, name.text);
        run[c->runs++] = (struct view_run){
            .text = text, .lang = name.lang, .page = name.page, .line = true};
        c->text = format_joined(v, "joined_values", *c->text ? c->text : NULL, text);
    }
}

static void add_ranking(struct arena *a, const struct views *v, const struct document *doc,
                        const struct revision *in, struct view_table *t,
                        const struct printed_ranking *ranking)
{
    struct printing *list;
    size_t n = model_ranking_printings(a, v->model, doc->id, ranking->id, &list);
    const struct printing *then = n ? before(list, n, in) : NULL;
    if (!then)
        return;
    struct view_row *row = tables_row(a, t);
    row->cell[0].text = views_word(v, "revised_ranking", NULL);
    put_ranks(a, v, then->ranking, ranking, &row->cell[1]);
    put_ranks(a, v, ranking, then->ranking, &row->cell[2]);
}

/* What the counts of a row are by. */
static const char *group_word(const struct views *v, const char *group)
{
    static const char *const words[][2] = {{"regions", "region"}, {"priorities", "priority"},
                                           {"types", "partner_type"}, {"kinds", "agreement_kind"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], group) == 0)
            return views_word(v, words[i][1], NULL);
    return group;
}

static void add_row(struct arena *a, const struct views *v, const struct document *doc,
                    const struct revision *in, struct view_table *t,
                    const struct printed_row *printed)
{
    struct printing *list;
    size_t n = model_row_printings(a, v->model, doc->id, printed->id, &list);
    const struct printing *then = n ? before(list, n, in) : NULL;
    const char *group = strchr(printed->id, '.');
    if (!then || !group)
        return;
    struct view_row *row = tables_row(a, t);
    row->cell[0].text = format_joined(v, "joined_list", group_word(v, group + 1),
                                      arena_strndup(a, printed->id, (size_t)(group - printed->id)));
    row->cell[1].text = row_text(v, then->row);
    row->cell[2].text = row_text(v, printed);
}

static struct view_table *changes(struct arena *a, const struct views *v,
                                  const struct document *doc, const struct revision *in,
                                  const char *label)
{
    struct view_table *t =
        tables_new(a, arena_printf(a, "revision-%d", in->number), label, 3);
    tables_column(t, 0, "figure", views_word(v, "figure", NULL), NULL, false);
    tables_column(t, 1, "before", views_word(v, "revised_before", NULL), NULL, in->rankings == 0);
    tables_column(t, 2, "now", views_word(v, "revised_now", NULL), NULL, in->rankings == 0);
    for (size_t i = 0; i < in->n; i++)
        for (size_t k = 0; k < in->figure[i].n; k++)
            add_form(a, v, doc, in, t, &in->figure[i], &in->figure[i].form[k]);
    for (size_t i = 0; i < in->rankings; i++)
        add_ranking(a, v, doc, in, t, &in->ranking[i]);
    for (size_t i = 0; i < in->rows; i++)
        add_row(a, v, doc, in, t, &in->row[i]);
    return t;
}

size_t views_revisions(struct arena *a, const struct views *v, const struct document *doc,
                       struct view_revision **list)
{
    *list = ARENA_ARRAY(a, struct view_revision, doc->revised_n + 1);
    for (size_t i = 0; i < doc->revised_n; i++) {
        const struct revision *in = &doc->revised[doc->revised_n - 1 - i];
        struct view_revision *r = &(*list)[i];
        const char *number = arena_printf(a, "%d", in->number);
        r->label = format_joined(v, "joined_list",
                                 format_word1(v, "document_revision", "n", number),
                                 views_date(v, in->date));
        r->reason = views_text(v, &in->reason, &r->reason_lang);
        r->changes = changes(a, v, doc, in, r->label);
    }
    return doc->revised_n;
}
