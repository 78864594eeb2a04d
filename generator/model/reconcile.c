/* reconcile.c - figures as once printed against today's records, each in its printed form. */
#include "model/model_parts.h"

#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

struct reconcile {
    const struct model *m;
    struct diags *d;
    struct arena *a;
    const struct published *file;
    const struct document *doc; /* that printed it; NULL when it is not made here */
    bool told;                  /* how to write a revision: once a file is enough */
    VEC(struct reconciled) list;
};

static void note(struct reconcile *c, const char *id, const char *then, const char *now, bool held,
                 struct place place)
{
    struct reconciled r = {id, then, NULL, now, NULL, held, place};
    VEC_PUSH(c->a, &c->list, r);
}

/* Compares decimals by value: 33.80 is 33.8. */
static bool same_number(struct decimal a, struct decimal b)
{
    int scale = a.scale > b.scale ? a.scale : b.scale;
    int64_t x, y;
    return decimal_rescale(a, scale, &x) && decimal_rescale(b, scale, &y) && x == y;
}

bool reconcile_same_value(const char *a, const char *b)
{
    struct decimal x, y;
    return decimal_parse(a, &x) == DECIMAL_OK && decimal_parse(b, &y) == DECIMAL_OK &&
           same_number(x, y);
}

/* The ways out of drift: the record, a revision, or what was noted down as printed.  show: an id
 * that leads to the records; NULL = none does. */
static void ways_out(struct reconcile *c, const char *show, const char *list, const char *item)
{
    const struct document *doc = c->doc;
    const char *record = show ? phrase_filled(c->a, PHRASE_RECORD_WRONG_EXPLAIN, show)
                              : phrase_mark(PHRASE_RECORD_WRONG);
    if (!doc)
        diag_hint(c->d, HINT_DRIFT, record);
    else if (c->told)
        diag_hint(c->d, HINT_DRIFT_TOLD, record, list, item);
    else
        diag_hint(c->d, doc->revised_n ? HINT_DRIFT_REVISE_AGAIN : HINT_DRIFT_REVISE, record,
                  doc->dir, arena_printf(c->a, "%d", doc->revised_n ? doc->revision + 1 : 1), list,
                  item);
    c->told = true;
}

static void figure_differs(struct reconcile *c, const struct printed_figure *printed,
                           const struct figure_form *form, const struct printing *last,
                           const char *today)
{
    const char *id = revise_full_id(c->a, printed->id, form->form);
    if (last->in)
        diag_report(c->d, DIAG_REVISED_FIGURE_DIFFERS, last->place, id, last->value, today,
                    arena_printf(c->a, "%d", last->in->number));
    else
        diag_report(c->d, DIAG_PRINTED_FIGURE_DIFFERS, last->place, id, last->value, today);
    ways_out(c, id, "figures",
             *form->form ? arena_printf(c->a, "%s: {%s: %s}", printed->id, form->form, today)
                         : arena_printf(c->a, "%s: %s", printed->id, today));
}

/* What holds: as printed, or as the newest revision has it. */
static struct printing newest(struct reconcile *c, const struct figure *f, const char *form,
                              const struct figure_form *first)
{
    struct printing *list, only = {.value = first->value, .place = first->place};
    size_t n = 0;
    if (f && c->doc && c->doc->revised_n)
        n = model_printings(c->a, c->m, c->file->document, f, form, &list);
    return n ? list[n - 1] : only;
}

static bool on_file(const struct model *m, const char *id)
{
    struct period p;
    const char *name;
    return !figures_period(id, &p, &name) || rollup_table(m, p);
}

static void compare_form(struct reconcile *c, const struct printed_figure *printed,
                         const struct figure_form *form)
{
    const char *known_form = "";
    const char *id = revise_full_id(c->a, printed->id, form->form);
    struct decimal then;
    if (decimal_parse(form->value, &then) != DECIMAL_OK) {
        diag_report(c->d, DIAG_BAD_PRINTED_FIGURE, form->place, form->value);
        return;
    }
    const struct figure *f = model_figure_form(c->m, id, &known_form);
    const char *today = f ? figure_form(c->a, f, known_form) : NULL;
    struct printing last = newest(c, f, known_form, form);
    if (decimal_parse(last.value, &then) != DECIMAL_OK)
        return; /* told where the revision is read */
    bool held = today && reconcile_same_value(last.value, today);
    note(c, id, form->value, today, held, form->place);
    c->list.p[c->list.n - 1].revised = last.in ? last.value : NULL;
    if (today && strcmp(known_form, "percent") != 0)
        c->list.p[c->list.n - 1].exact = figure_form(c->a, f, "");
    if (!f && on_file(c->m, id)) {
        diag_report(c->d, DIAG_NO_SUCH_FIGURE, printed->place, id);
        diag_hint(c->d, HINT_SAID, model_figure_why(c->m, id, true));
    } else if (!today) {
        diag_report(c->d, DIAG_PRINTED_FIGURE_UNKNOWN, form->place, id, form->value);
        if (!f)
            diag_hint(c->d, HINT_SAID, model_figure_why(c->m, id, true));
    } else if (!held) {
        figure_differs(c, printed, form, &last, today);
    }
}

static const char *quoted_id(struct reconcile *c, const struct ranked *list, size_t n, size_t i)
{
    return i < n ? arena_printf(c->a, "\"%s\"", list[i].partner->id) : phrase_mark(PHRASE_NO_ONE);
}

static void note_ranks(struct reconcile *c, const struct printed_ranking *printed,
                       const struct ranked *list, size_t n)
{
    for (size_t i = 0; i < printed->n; i++) {
        struct reference item = printed->item[i];
        const char *now = i < n ? list[i].partner->id : NULL;
        note(c, arena_printf(c->a, "%s, rank %zu", printed->id, i + 1), item.id, now,
             now && strcmp(now, item.id) == 0, item.place);
    }
}

/* As many as were printed, as they are today: "a, b, c". */
static const char *order_of(struct reconcile *c, const struct ranked *list, size_t n)
{
    const char *s = n ? list[0].partner->id : "";
    for (size_t i = 1; i < n; i++)
        s = arena_printf(c->a, "%s, %s", s, list[i].partner->id);
    return s;
}

/* Only the first difference: one partner more shifts all that follow. */
static void compare_order(struct reconcile *c, const struct printed_ranking *printed,
                          struct period p, int period_len)
{
    const struct ranked *list;
    size_t n = model_ranking(c->m, p, &list);
    note_ranks(c, printed, list, n);
    for (size_t i = 0; i < printed->n; i++) {
        struct reference item = printed->item[i];
        if (i < n && strcmp(list[i].partner->id, item.id) == 0)
            continue;
        const char *cash = arena_printf(c->a, "%.*s.partners.%s.contributions", period_len,
                                        printed->id, item.id);
        diag_report(c->d, DIAG_PRINTED_RANKING_DIFFERS, item.place,
                    arena_printf(c->a, "%zu", i + 1), printed->id, item.id,
                    quoted_id(c, list, n, i));
        ways_out(c, cash, "rankings",
                 arena_printf(c->a, "%s: [%s]", printed->id,
                              order_of(c, list, n < printed->n ? n : printed->n)));
        return;
    }
}

/* The ranking of a file, or the one that the newest revision has in its place. */
static void compare_ranking(struct reconcile *c, const struct printed_ranking *first)
{
    struct printing *issues;
    size_t issue =
        model_ranking_printings(c->a, c->m, c->file->document, first->id, &issues);
    const struct printed_ranking *printed = issues[issue - 1].ranking;
    struct period p;
    const char *name;
    bool known = true;
    if (!figures_period(printed->id, &p, &name) || strcmp(name, "partners") != 0) {
        diag_report(c->d, DIAG_NO_SUCH_FIGURE, printed->place, printed->id);
        diag_hint(c->d, HINT_RANKING_ID);
        return;
    }
    for (size_t i = 0; i < printed->n; i++)
        if (!map_has(&c->m->records->partner_by_id, printed->item[i].id)) {
            join_unknown_partner(c->m->records, c->d, printed->item[i], NULL);
            known = false;
        }
    if (known)
        compare_order(c, printed, p, (int)(name - printed->id) - 1);
}

/* --- rows of counts whose empty places are not known --- */

struct row { /* counts in hundredths, as they print */
    int64_t *count;
    size_t n;
    int64_t sum;
    const char *text; /* "3 5 1" */
};

static void add_count(struct reconcile *c, struct row *row, const char *s, struct decimal d)
{
    int64_t hundredths;
    if (!decimal_rescale(d, 2, &hundredths) || hundredths == 0)
        return;
    row->count[row->n++] = hundredths;
    row->sum += hundredths;
    row->text = row->n > 1 ? arena_printf(c->a, "%s %s", row->text, s) : s;
}

static const char *count_form(struct reconcile *c, int64_t hundredths)
{
    const struct figure f = {
        .unit = UNIT_FRACTION, .known = true, .count = rational_new(c->a, hundredths, 100)};
    return figure_form(c->a, &f, "");
}

/* False after a report. */
static bool row_then(struct reconcile *c, const struct printed_row *printed, struct row *row)
{
    bool good = true;
    *row = (struct row){.text = phrase_mark(PHRASE_NOTHING)};
    row->count = ARENA_ARRAY(c->a, int64_t, printed->n);
    for (size_t i = 0; i < printed->n; i++) {
        struct decimal d = {0, 0};
        if (decimal_parse(printed->value[i].value, &d) == DECIMAL_OK) {
            add_count(c, row, printed->value[i].value, d);
            continue;
        }
        diag_report(c->d, DIAG_BAD_PRINTED_FIGURE, printed->value[i].place,
                    printed->value[i].value);
        good = false;
    }
    return good;
}

/* False where a count is not known. */
static bool row_now(struct reconcile *c, const char *id, const struct vocab *v, struct row *row)
{
    *row = (struct row){.text = phrase_mark(PHRASE_NOTHING)};
    row->count = ARENA_ARRAY(c->a, int64_t, v->n + 1);
    for (size_t i = 0; i <= v->n; i++) {
        const char *entry = i < v->n ? v->entry[i].id : "unassigned";
        const struct figure *f = model_figure(c->m, arena_printf(c->a, "%s.%s.count", id, entry));
        const char *s = f ? figure_form(c->a, f, "") : NULL;
        struct decimal d = {0, 0};
        if (f && !s)
            return false;
        if (s && decimal_parse(s, &d) == DECIMAL_OK)
            add_count(c, row, s, d);
    }
    return true;
}

static int compare_counts(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static bool same_counts(const struct row *a, const struct row *b)
{
    for (size_t i = 0; a->n == b->n && i < a->n; i++)
        if (a->count[i] != b->count[i])
            return false;
    return a->n == b->n;
}

static const char *with_commas(struct reconcile *c, const struct row *row)
{
    const char *s = row->n ? count_form(c, row->count[0]) : "";
    for (size_t i = 1; i < row->n; i++)
        s = arena_printf(c->a, "%s, %s", s, count_form(c, row->count[i]));
    return s;
}

static void row_differs(struct reconcile *c, const struct printed_row *printed, struct row *then,
                        struct row *now)
{
    diag_report(c->d, DIAG_PRINTED_ROW_DIFFERS, printed->place, printed->id, then->text,
                count_form(c, then->sum), now->text, count_form(c, now->sum));
    if (then->n)
        qsort(then->count, then->n, sizeof *then->count, compare_counts);
    if (now->n)
        qsort(now->count, now->n, sizeof *now->count, compare_counts);
    ways_out(c, NULL, "unplaced",
             arena_printf(c->a, "%s: [%s]", printed->id, with_commas(c, now)));
    if (same_counts(then, now))
        diag_hint(c->d, HINT_OTHER_ORDER);
}

/* now NULL: not known. */
static void note_row(struct reconcile *c, const struct printed_row *printed,
                     const struct row *then, const struct row *now)
{
    for (size_t i = 0; i < then->n; i++) {
        bool there = now && i < now->n, last = i + 1 == then->n;
        note(c, arena_printf(c->a, "%s, count %zu of %zu", printed->id, i + 1, then->n),
             count_form(c, then->count[i]), there ? count_form(c, now->count[i]) : NULL,
             there && now->count[i] == then->count[i] && (!last || now->n == then->n),
             printed->value[i].place);
    }
}

/* A row of a file, or the one that the newest revision has in its place. */
static void compare_row(struct reconcile *c, const struct printed_row *first)
{
    struct printing *issues;
    size_t issue = model_row_printings(c->a, c->m, c->file->document, first->id, &issues);
    const struct printed_row *printed = issues[issue - 1].row;
    static const struct {
        const char *name;
        enum vocab_kind kind;
    } groups[] = {{"regions", VOCAB_REGIONS}, {"priorities", VOCAB_PRIORITIES},
                  {"types", VOCAB_PARTNER_TYPES}, {"kinds", VOCAB_KINDS}};
    const size_t n = sizeof groups / sizeof *groups;
    struct row then, now;
    struct period p;
    const char *name = "";
    size_t g = n;
    if (figures_period(printed->id, &p, &name))
        for (g = 0; g < n && strcmp(groups[g].name, name) != 0;)
            g++;
    if (g == n) {
        diag_report(c->d, DIAG_NO_SUCH_FIGURE, printed->place, printed->id);
        diag_hint(c->d, HINT_ROW_ID);
    } else if (row_then(c, printed, &then)) {
        bool known = rollup_table(c->m, p) &&
                     row_now(c, printed->id, &c->m->records->vocab[groups[g].kind], &now);
        note_row(c, printed, &then, known ? &now : NULL);
        if (!known)
            diag_report(c->d, DIAG_PRINTED_FIGURE_UNKNOWN, printed->place, printed->id, then.text);
        else if (!same_counts(&then, &now))
            row_differs(c, printed, &then, &now);
    }
}

static const char *day_text(struct reconcile *c, struct date day)
{
    char out[16];
    date_format(day, out);
    return arena_strdup(c->a, out);
}

/* Footnotes say when it was first issued: one day. */
static void compare_day(struct reconcile *c)
{
    if (c->doc && date_is_set(c->doc->date) && date_is_set(c->file->issued) &&
        date_cmp(c->doc->date, c->file->issued) != 0)
        diag_report(c->d, DIAG_ISSUED_DIFFERS, c->file->issued_place,
                    day_text(c, c->file->issued), c->doc->dir, day_text(c, c->doc->date));
}

static void reconcile_file(struct reconcile *c, const struct published *p)
{
    c->file = p;
    c->doc = revise_document(c->m, p->document);
    compare_day(c);
    for (size_t k = 0; k < p->n; k++)
        for (size_t f = 0; f < p->figure[k].n; f++)
            compare_form(c, &p->figure[k], &p->figure[k].form[f]);
    for (size_t k = 0; k < p->rankings; k++)
        compare_ranking(c, &p->ranking[k]);
    for (size_t k = 0; k < p->rows; k++)
        compare_row(c, &p->row[k]);
}

/* Of one document, or of all. */
static void reconcile(const struct model *m, struct diags *d, const char *document)
{
    struct reconcile c = {.m = m, .d = d, .a = m->arena};
    const struct records *r = m->records;
    for (size_t i = 0; i < r->published_n; i++)
        if (!document || strcmp(r->published[i].document, document) == 0)
            reconcile_file(&c, &r->published[i]);
    for (size_t i = 0; i < r->document_n; i++)
        if (!document || strcmp(r->document[i].id, document) == 0)
            revise_check(m, d, &r->document[i]);
}

void model_reconcile(const struct model *m, struct diags *d)
{
    reconcile(m, d, NULL);
}

void model_reconcile_document(const struct model *m, struct diags *d, const char *document)
{
    reconcile(m, d, document);
}

size_t model_reconciled(struct arena *a, const struct model *m, const struct published *p,
                        const struct reconciled **list)
{
    struct reconcile c = {.m = m, .d = diags_new(a), .a = a};
    reconcile_file(&c, p);
    *list = c.list.p;
    return c.list.n;
}

bool model_unplaced(const struct model *m, struct period p, const char *by)
{
    const struct records *r = m->records;
    for (size_t i = 0; i < r->published_n; i++)
        for (size_t k = 0; k < r->published[i].rows; k++) {
            struct period own;
            const char *name;
            if (figures_period(r->published[i].row[k].id, &own, &name) && strcmp(name, by) == 0 &&
                own.from <= p.until && own.until >= p.from)
                return true;
        }
    return false;
}
