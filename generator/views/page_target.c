/* page_target.c - what years aimed at, against what came, and the agreements that are expected:
 * pages of the internal profile only. */
#include "views/views_room.h"

#include <stdlib.h>
#include <string.h>

/* --- values --- */

/* Goals may be of years without figures: the label needs the id only. */
static const char *label_of(struct arena *a, const struct views *v, int year, const struct goal *g)
{
    struct figure f = {.id = arena_printf(a, "%d.%s", year, g->name), .period = {year, year}};
    return view_figure_label(v, &f);
}

static const char *in_unit(const struct views *v, const struct goal *g, const char *number)
{
    const char *text = locale_number(v->arena, v->locale, number);
    return g->unit == UNIT_USD
               ? format_word2(v, "amount_currency", "amount", text, "currency", "USD")
               : text;
}

static const char *plain(struct arena *a, const struct goal *g, const struct rational *r)
{
    return g->unit == UNIT_USD ? rational_decimal(a, r, 2, NULL) : view_figure_count(a, r);
}

static void goal_cell(struct arena *a, const struct views *v, const struct goal *g,
                      struct view_cell *c)
{
    c->sort = plain(a, g, rational_new(a, g->num, g->den));
    c->text = in_unit(v, g, c->sort);
}

static void actual_cell(struct arena *a, const struct views *v, const struct goal *g,
                        struct view_cell *c)
{
    c->text = views_word(v, "not_available", NULL);
    if (!g->actual)
        return;
    *c = tables_figure_cell(a, v, g->actual, "");
    c->text = in_unit(v, g, view_figure_exact(a, g->actual));
}

/* A whole percentage: 1 is 100. */
static char *percent_of(struct arena *a, const struct rational *part)
{
    bool exact;
    char *s = rational_decimal(a, part, 2, &exact);
    struct decimal d = {0, 0};
    int64_t hundredths = 0;
    decimal_parse(s, &d);
    decimal_rescale(d, 2, &hundredths);
    return arena_printf(a, "%lld", (long long)hundredths);
}

static int compare(struct arena *a, const struct goal *g)
{
    return rational_cmp(g->ahead, rational_new(a, 0, 1)); /* above, met, below */
}

static const char *state_of(struct arena *a, const struct views *v, const struct goal *g)
{
    if (!g->actual)
        return views_word(v, "target_not_known", NULL);
    int c = compare(a, g);
    return views_word(v, c > 0 ? "target_above" : c < 0 ? "target_below" : "target_met", NULL);
}

/* --- goals --- */

enum { FIGURE, TARGET, ACTUAL, REACHED, GAP, STATE, GOAL_COLUMNS };

static struct view_table *goals_table(struct arena *a, const struct views *v, const char *id,
                                      const char *caption)
{
    struct view_table *t = tables_new(a, id, caption, GOAL_COLUMNS);
    tables_column(t, FIGURE, "figure", views_word(v, "figure", NULL), NULL, false);
    tables_column(t, TARGET, "target", views_word(v, "target", NULL), NULL, true);
    tables_column(t, ACTUAL, "actual", views_word(v, "target_actual", NULL), NULL, true);
    tables_column(t, REACHED, "reached_percent", views_word(v, "target_reached", NULL), NULL, true);
    tables_column(t, GAP, "gap", views_word(v, "target_gap", NULL), NULL, true);
    tables_column(t, STATE, "state", views_word(v, "target_state", NULL), NULL, false);
    t->column[TARGET].mixed = t->column[ACTUAL].mixed = t->column[GAP].mixed = true;
    t->empty = views_word(v, "targets_empty", NULL);
    return t;
}

static void goal_row(struct arena *a, const struct views *v, const struct plan *p,
                     const struct goal *g, struct view_table *t)
{
    struct view_row *row = tables_row(a, t);
    row->cell[FIGURE].text = label_of(a, v, p->record->year, g);
    goal_cell(a, v, g, &row->cell[TARGET]);
    actual_cell(a, v, g, &row->cell[ACTUAL]);
    row->cell[STATE].text = state_of(a, v, g);
    t->sample = t->sample || p->record->sample || (g->actual && g->actual->sample);
    if (!g->actual)
        return;
    row->cell[REACHED].sort = percent_of(a, g->reached);
    row->cell[REACHED].text = locale_percent(a, v->locale, row->cell[REACHED].sort);
    row->cell[GAP].sort = plain(a, g, g->ahead);
    row->cell[GAP].text = in_unit(v, g, row->cell[GAP].sort);
}

/* How much of each goal is there: bars of percentages, so that counts and money stand together. */
static struct view_chart *goals_chart(struct arena *a, const struct views *v,
                                      const struct plan *p)
{
    int year = p->record->year;
    struct view_chart *c = charts_new(a, v, arena_printf(a, "chart-targets-%d", year),
                                      views_word(v, "targets_chart", NULL), 1, p->goals);
    struct view_table *t = tables_new(a, arena_printf(a, "targets-%d-reached", year),
                                      views_word(v, "targets_chart", NULL), 2);
    tables_column(t, 0, "figure", views_word(v, "figure", NULL), NULL, false);
    tables_column(t, 1, "reached_percent", views_word(v, "target_reached", NULL), NULL, true);
    for (size_t i = 0; i < p->goals; i++) {
        const struct goal *g = &p->goal[i];
        const char *label = label_of(a, v, year, g);
        struct view_row *row = tables_row(a, t);
        row->cell[0].text = c->spec.category[i].label = label;
        charts_mark(a, v, c, 0, i, g->actual, CHART_COUNT);
        struct chart_mark *m = &c->spec.mark[i];
        if (g->actual) {
            row->cell[1].sort = percent_of(a, g->reached);
            m->value = (int64_t)strtol(row->cell[1].sort, NULL, 10) * 100;
            m->value_text = locale_percent(a, v->locale, row->cell[1].sort);
        }
        row->cell[1].text = c->amount[i] = g->actual ? m->value_text : c->spec.unknown_text;
        m->hover = format_word2(v, "chart_alt_bar", "label", label, "value", c->amount[i]);
        m->sample = false; /* the page says so */
    }
    charts_unit(c, 0, views_word(v, "targets_chart_unit", NULL), CHART_COUNT);
    c->spec.kind = CHART_BARS;
    c->data = t;
    charts_finish(a, v, c, NULL);
    return c;
}

/* --- the pipeline --- */

static const char *names_of(const struct views *v, const struct expected *e)
{
    const char *list = NULL;
    for (size_t i = 0; i < e->partner_n; i++)
        list = format_joined(v, "joined_values", list,
                             views_partner_name(v, e->partner[i], e->record->expected));
    const char *others = views_text_marked(v, &e->record->others);
    return others ? format_joined(v, "joined_values", list, others) : list ? list : "";
}

static void expected_row(struct arena *a, const struct views *v, const struct expected *e,
                         struct view_table *t)
{
    const struct prospect *p = e->record;
    struct view_row *row = tables_row(a, t);
    struct view_cell *c = row->cell;
    c[0].text = views_text(v, &p->title, &c[0].lang);
    c[0].sample = p->sample;
    c[1].text = names_of(v, e);
    c[2].text = views_word(v, arena_printf(a, "pipeline_stage_%s", target_stages[p->stage - 1]),
                           NULL);
    c[2].sort = arena_printf(a, "%d", p->stage);
    c[3] = lists_date_cell(a, v, p->expected);
    c[4].text = views_money(v, p->amount, p->currency);
    c[4].sort = decimal_text(a, p->amount, p->currency->digits);
    tables_put_usd(a, v, e->usd_cents, &c[5]);
    c[6].sort = view_figure_count(a, rational_new(a, p->probability, 100));
    c[6].text = locale_percent(a, v->locale, c[6].sort);
    tables_put_usd(a, v, e->weighted_cents, &c[7]);
    t->sample = t->sample || p->sample || (e->rate && e->rate->sample);
}

static struct view_table *pipeline_table(struct arena *a, const struct views *v,
                                         const struct plan *p)
{
    const char *usd = views_word(v, "usd", NULL);
    struct view_table *t = tables_new(a, "pipeline", views_word(v, "pipeline", NULL), 8);
    tables_column(t, 0, "title", views_word(v, "title", NULL), NULL, false);
    tables_column(t, 1, "partners", views_word(v, "partners", NULL), NULL, false);
    tables_column(t, 2, "stage", views_word(v, "pipeline_stage", NULL), NULL, false);
    tables_column(t, 3, "expected", views_word(v, "pipeline_expected", NULL), NULL, false);
    tables_column(t, 4, "amount", views_word(v, "pipeline_amount", NULL), NULL, true);
    tables_column(t, 5, "usd", views_word(v, "contribution_usd", NULL), NULL, true);
    tables_column(t, 6, "probability", views_word(v, "pipeline_probability", NULL), NULL, true);
    tables_column(t, 7, "weighted_usd", views_word(v, "pipeline_weighted", NULL), usd, true);
    t->column[4].mixed = true;
    t->empty = views_word(v, "pipeline_empty", NULL);
    for (size_t i = 0; i < p->record->prospects; i++)
        expected_row(a, v, &p->expected[i], t);
    if (t->rows == 0)
        return t;
    struct view_row *sum = tables_row(a, t);
    sum->sum = true;
    sum->cell[0].text = views_word(v, "total", NULL);
    tables_put_usd(a, v, p->usd_cents, &sum->cell[5]);
    tables_put_usd(a, v, p->weighted_cents, &sum->cell[7]);
    return t;
}

static const struct goal *goal_named(const struct plan *p, const char *name)
{
    for (size_t i = 0; i < p->goals; i++)
        if (strcmp(p->goal[i].name, name) == 0)
            return &p->goal[i];
    return NULL;
}

/* What is signed and what is likely, against the goal for contributions; NULL without one. */
static const char *outlook(struct arena *a, const struct views *v, const struct plan *p)
{
    const struct goal *g = goal_named(p, "contributions.total");
    int64_t cents = 0;
    if (!g || !p->weighted_cents ||
        !decimal_add(g->actual ? g->actual->cents : 0, p->weighted_cents, &cents))
        return NULL;
    struct rational *part = rational_new(a, cents, g->cents);
    return format_word2(v, "pipeline_with_actual", "amount", views_cents(v, cents), "percent",
                        locale_percent(a, v->locale, percent_of(a, part)));
}

/* --- pages --- */

void page_target(struct arena *a, const struct views *v, const struct plan *p,
                 struct view_page *page)
{
    struct period year = {p->record->year, p->record->year};
    page->kind = "target";
    page->title = format_period_word(v, "targets_of_year", year, NULL, NULL);
    page->lead = views_word(v, "targets_lead", NULL);
    page->description = page->lead;
    struct view_table *t =
        goals_table(a, v, arena_printf(a, "targets-%d", year.from), page->title);
    bool any = false;
    for (size_t i = 0; i < p->goals; i++) {
        goal_row(a, v, p, &p->goal[i], t);
        any = any || p->goal[i].actual;
    }
    pages_table(a, page, views_word(v, "targets", NULL), t);
    if (any)
        pages_chart(a, page, NULL, goals_chart(a, v, p));
    pages_table(a, page, views_word(v, "pipeline", NULL), pipeline_table(a, v, p));
    page->section[page->sections - 1].intro = outlook(a, v, p);
}

static struct view_table *years_table(struct arena *a, const struct views *v,
                                      const struct plan *plan, size_t n)
{
    const char *usd = views_word(v, "usd", NULL);
    struct view_table *t = tables_new(a, "targets", views_word(v, "targets", NULL), 5);
    tables_column(t, 0, "year", views_word(v, "year", NULL), NULL, false);
    tables_column(t, 1, "set", views_word(v, "targets_set", NULL), NULL, true);
    tables_column(t, 2, "met", views_word(v, "targets_met", NULL), NULL, true);
    tables_column(t, 3, "pipeline_usd", views_word(v, "pipeline", NULL), usd, true);
    tables_column(t, 4, "weighted_usd", views_word(v, "pipeline_weighted", NULL), usd, true);
    t->empty = views_word(v, "targets_empty", NULL);
    for (size_t i = n; i-- > 0;) {
        const struct plan *p = &plan[i];
        struct view_cell *c = tables_row(a, t)->cell;
        size_t met = 0, known = 0;
        for (size_t k = 0; k < p->goals; k++) {
            known += p->goal[k].actual != NULL;
            met += p->goal[k].actual && compare(a, &p->goal[k]) >= 0;
        }
        c[0].text = arena_printf(a, "%d", p->record->year);
        c[0].page = arena_printf(a, "targets/%d", p->record->year);
        c[0].sample = p->record->sample;
        c[1].text = c[1].sort = arena_printf(a, "%zu", p->goals);
        c[2].sort = arena_printf(a, "%zu", met);
        c[2].text = known ? c[2].sort : views_word(v, "target_not_known", NULL);
        tables_put_usd(a, v, p->usd_cents, &c[3]);
        tables_put_usd(a, v, p->weighted_cents, &c[4]);
        t->sample = t->sample || p->record->sample;
    }
    return t;
}

/* Each figure that has a goal, and under it its years. */
static struct view_table *trend_table(struct arena *a, const struct views *v,
                                      const struct plan *plan, size_t n)
{
    struct view_table *t =
        goals_table(a, v, "targets-years", views_word(v, "targets_over_years", NULL));
    struct map done;
    map_init(&done, a);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < plan[i].goals; k++) {
            const char *name = plan[i].goal[k].name;
            for (size_t y = i; y < n && !map_has(&done, name); y++) {
                const struct goal *g = goal_named(&plan[y], name);
                if (g)
                    goal_row(a, v, &plan[y], g, t);
            }
            map_set(&done, name, t);
        }
    return t;
}

static void target_mark(const struct views *v, struct view_chart *c, size_t i,
                        const struct goal *g, bool sample)
{
    struct figure f = {.id = "", .unit = UNIT_USD, .known = true, .cents = g->cents};
    struct chart_mark *m = &c->spec.mark[i];
    m->value = g->cents;
    m->sample = sample;
    m->value_text = views_figure(v, &f, "millions2");
    c->amount[i] = format_millions(v, &f);
    m->hover = format_word2(v, "chart_alt_bar", "label",
                            format_joined(v, "joined_list", c->spec.series[0].label,
                                          c->spec.category[i].label),
                            "value", c->amount[i]);
}

/* Contributions by year, goal beside figure; NULL unless several years have that goal. */
static struct view_chart *trend_chart(struct arena *a, const struct views *v,
                                      const struct plan *plan, size_t n)
{
    static const char name[] = "contributions.total";
    size_t years = 0, at = 0;
    for (size_t i = 0; i < n; i++)
        years += goal_named(&plan[i], name) != NULL;
    if (years < 2)
        return NULL;
    struct view_chart *c =
        charts_new(a, v, "chart-targets", views_word(v, "targets_chart_contributions", NULL), 2,
                   years);
    c->data = goals_table(a, v, "targets-contributions", c->spec.title);
    c->spec.time = true;
    c->spec.kind = CHART_GROUPED;
    c->spec.series[0].label = views_word(v, "target", NULL);
    c->spec.series[1].label = views_word(v, "target_actual", NULL);
    for (size_t s = 0; s < 2; s++)
        charts_unit(c, s, views_word(v, "chart_axis_million_usd", NULL), CHART_MONEY);
    for (size_t i = 0; i < n; i++) {
        const struct goal *g = goal_named(&plan[i], name);
        if (!g)
            continue;
        c->spec.category[at].label = arena_printf(a, "%d", plan[i].record->year);
        target_mark(v, c, at, g, plan[i].record->sample);
        charts_mark(a, v, c, 1, at, g->actual, CHART_MONEY);
        goal_row(a, v, &plan[i], g, c->data);
        c->sample = c->sample || plan[i].record->sample;
        at++;
    }
    charts_finish(a, v, c, NULL);
    return c;
}

void page_target_list(struct arena *a, const struct views *v, struct view_page *page)
{
    const struct plan *plan;
    size_t n = model_plans(v->model, &plan);
    pages_table(a, page, NULL, years_table(a, v, plan, n));
    if (n == 0)
        return;
    struct view_chart *chart = trend_chart(a, v, plan, n);
    if (chart)
        pages_chart(a, page, NULL, chart);
    pages_table(a, page, views_word(v, "targets_over_years", NULL), trend_table(a, v, plan, n));
}
