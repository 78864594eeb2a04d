/* reconcile.c - figures as once printed against today's records, each in its printed form. */
#include "model/model_parts.h"

#include <string.h>

struct reconcile {
    const struct model *m;
    struct diags *d;
    struct arena *a;
};

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
    if (!f && on_file(c->m, id)) {
        diag_report(c->d, DIAG_NO_SUCH_FIGURE, printed->place, id);
        diag_hint(c->d, "%s", why);
    } else if (!today) {
        diag_report(c->d, DIAG_PRINTED_FIGURE_UNKNOWN, form->place, id, form->value);
        if (why)
            diag_hint(c->d, "%s", why);
    } else if (decimal_parse(today, &now) != DECIMAL_OK || !same_number(then, now)) {
        diag_report(c->d, DIAG_PRINTED_FIGURE_DIFFERS, form->place, id, form->value, today);
    }
}

static const char *quoted_id(struct reconcile *c, const struct ranked *list, size_t n, size_t i)
{
    return i < n ? arena_printf(c->a, "\"%s\"", list[i].partner->id) : "no one";
}

/* Only the first difference: one partner more shifts all that follow. */
static void compare_order(struct reconcile *c, const struct printed_ranking *printed,
                          struct period p, int period_len)
{
    const struct ranked *list;
    size_t n = model_ranking(c->m, p, &list);
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

void model_reconcile(const struct model *m, struct diags *d)
{
    struct reconcile c = {m, d, m->arena};
    for (size_t i = 0; i < m->records->published_n; i++) {
        const struct published *p = &m->records->published[i];
        for (size_t k = 0; k < p->n; k++)
            for (size_t f = 0; f < p->figure[k].n; f++)
                compare_form(&c, &p->figure[k], &p->figure[k].form[f]);
        for (size_t k = 0; k < p->rankings; k++)
            compare_ranking(&c, &p->ranking[k]);
    }
}
