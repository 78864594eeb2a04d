/* reconcile.c - figures as once printed against today's records, each in its printed form. */
#include "model/model_parts.h"

#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

struct reconcile {
    const struct model *m;
    struct diags *d;
    struct arena *a;
    VEC(struct reconciled) list;
};

static void note(struct reconcile *c, const char *id, const char *then, const char *now, bool held,
                 struct place place)
{
    struct reconciled r = {id, then, now, NULL, held, place};
    VEC_PUSH(c->a, &c->list, r);
}

/* Compares decimals by value: 33.80 is 33.8. */
static bool same_number(struct decimal a, struct decimal b)
{
    int scale = a.scale > b.scale ? a.scale : b.scale;
    int64_t x, y;
    return decimal_rescale(a, scale, &x) && decimal_rescale(b, scale, &y) && x == y;
}

static const char *full_id(struct reconcile *c, const char *id, const char *form)
{
    return *form ? arena_printf(c->a, "%s.%s", id, form) : id;
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
    const char *known_form = "", *why = NULL;
    const char *id = full_id(c, printed->id, form->form);
    struct decimal then, now;
    if (decimal_parse(form->value, &then) != DECIMAL_OK) {
        diag_report(c->d, DIAG_BAD_PRINTED_FIGURE, form->place, form->value);
        return;
    }
    const struct figure *f = model_figure_form(c->m, id, &known_form, &why);
    const char *today = f ? figure_form(c->a, f, known_form) : NULL;
    bool held = today && decimal_parse(today, &now) == DECIMAL_OK && same_number(then, now);
    note(c, id, form->value, today, held, form->place);
    if (today && strcmp(known_form, "percent") != 0)
        c->list.p[c->list.n - 1].exact = figure_form(c->a, f, "");
    if (!f && on_file(c->m, id)) {
        diag_report(c->d, DIAG_NO_SUCH_FIGURE, printed->place, id);
        diag_hint(c->d, "%s", why);
    } else if (!today) {
        diag_report(c->d, DIAG_PRINTED_FIGURE_UNKNOWN, form->place, id, form->value);
        if (why)
            diag_hint(c->d, "%s", why);
    } else if (!held) {
        diag_report(c->d, DIAG_PRINTED_FIGURE_DIFFERS, form->place, id, form->value, today);
    }
}

static const char *quoted_id(struct reconcile *c, const struct ranked *list, size_t n, size_t i)
{
    return i < n ? arena_printf(c->a, "\"%s\"", list[i].partner->id) : "no one";
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
        diag_report(c->d, DIAG_PRINTED_RANKING_DIFFERS, item.place,
                    arena_printf(c->a, "%zu", i + 1), printed->id, item.id,
                    quoted_id(c, list, n, i),
                    arena_printf(c->a, "%.*s.partners.%s.contributions", period_len, printed->id,
                                 item.id));
        return;
    }
}

static void compare_ranking(struct reconcile *c, const struct printed_ranking *printed)
{
    struct period p;
    const char *name;
    bool known = true;
    if (!figures_period(printed->id, &p, &name) || strcmp(name, "partners") != 0) {
        diag_report(c->d, DIAG_NO_SUCH_FIGURE, printed->place, printed->id);
        diag_hint(c->d, "A ranking is named by its period, as 2024.partners");
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
    *row = (struct row){.text = "nothing"};
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
    *row = (struct row){.text = "nothing"};
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

static void row_differs(struct reconcile *c, const struct printed_row *printed, struct row *then,
                        struct row *now)
{
    diag_report(c->d, DIAG_PRINTED_ROW_DIFFERS, printed->place, printed->id, then->text,
                count_form(c, then->sum), now->text, count_form(c, now->sum));
    if (then->n)
        qsort(then->count, then->n, sizeof *then->count, compare_counts);
    if (now->n)
        qsort(now->count, now->n, sizeof *now->count, compare_counts);
    if (same_counts(then, now))
        diag_hint(c->d, "They are the same counts in another order.");
}

/* now NULL: not known. */
static void note_row(struct reconcile *c, const struct printed_row *printed,
                     const struct row *then, const struct row *now)
{
    for (size_t i = 0; i < then->n; i++) {
        bool there = now && i < now->n;
        note(c, arena_printf(c->a, "%s, count %zu of %zu", printed->id, i + 1, then->n),
             count_form(c, then->count[i]), there ? count_form(c, now->count[i]) : NULL,
             there && now->count[i] == then->count[i], printed->value[i].place);
    }
}

static void compare_row(struct reconcile *c, const struct printed_row *printed)
{
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
        diag_hint(c->d, "Counts are named by their period and what they are by: regions, "
                        "priorities, types or kinds, as in 2015.priorities");
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

static void reconcile_file(struct reconcile *c, const struct published *p)
{
    for (size_t k = 0; k < p->n; k++)
        for (size_t f = 0; f < p->figure[k].n; f++)
            compare_form(c, &p->figure[k], &p->figure[k].form[f]);
    for (size_t k = 0; k < p->rankings; k++)
        compare_ranking(c, &p->ranking[k]);
    for (size_t k = 0; k < p->rows; k++)
        compare_row(c, &p->row[k]);
}

void model_reconcile(const struct model *m, struct diags *d)
{
    struct reconcile c = {.m = m, .d = d, .a = m->arena};
    for (size_t i = 0; i < m->records->published_n; i++)
        reconcile_file(&c, &m->records->published[i]);
}

size_t model_reconciled(struct arena *a, const struct model *m, const struct published *p,
                        const struct reconciled **list)
{
    struct reconcile c = {.m = m, .d = diags_new(a), .a = a};
    reconcile_file(&c, p);
    *list = c.list.p;
    return c.list.n;
}
