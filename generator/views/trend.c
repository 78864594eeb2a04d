/* trend.c - charts over years: the number of agreements above what they are worth, of all of them
 * or of one region, priority, type or kind. */
#include "views/views_room.h"

struct trend {
    const char *id, *title;
    const char *counted, *axis; /* ids of words: what is counted, and its unit */
    const char *count, *money;  /* figures, without their year */
    struct color color;
    const char *class_name;     /* NULL = the site's own colour */
};

static void trend_series(const struct views *v, struct view_chart *c, const struct trend *t)
{
    bool panels = c->spec.series_n > 1;
    c->spec.time = true;
    for (size_t s = 0; s < c->spec.series_n; s++) {
        c->spec.series[s].panel = (int)s;
        c->spec.series[s].color = t->color;
        c->spec.series[s].class_name = t->class_name;
    }
    if (panels) {
        c->spec.series[0].label = views_word(v, t->counted, NULL);
        c->spec.series[1].label = views_word(v, "total_contributions", NULL);
        charts_unit(c, 0, views_word(v, t->axis, NULL), CHART_COUNT);
    }
    charts_unit(c, panels, views_word(v, panels ? "chart_series_contributions"
                                                : "chart_axis_million_usd", NULL), CHART_MONEY);
}

/* Fills the marks; gives the finding. */
static const char *trend_marks(struct arena *a, const struct views *v, struct view_chart *c,
                               const struct trend *t, int from)
{
    const struct figure *best = NULL;
    bool all = true, tie = false, panels = c->spec.series_n > 1;
    for (size_t i = 0; i < c->spec.n; i++) {
        struct period one = {from + (int)i, from + (int)i};
        const struct figure *f = view_figure_get(v, one, "%s", t->money);
        c->spec.category[i].label = arena_printf(a, "%d", one.from);
        if (panels)
            charts_mark(a, v, c, 0, i, view_figure_get(v, one, "%s", t->count), CHART_COUNT);
        charts_mark(a, v, c, panels, i, f, CHART_MONEY);
        all = all && f && f->known;
        tie = tie ? !best || !f || f->cents <= best->cents : best && f && f->cents == best->cents;
        if (f && f->known && (!best || f->cents > best->cents))
            best = f;
    }
    if (!all || c->spec.n < 2) /* one year alone is not the highest */
        return NULL;
    return tie || !best->cents ? charts_equal(v, c->spec.mark + panels * c->spec.n, c->spec.n)
                               : format_period_word(v, "finding_trend_highest", best->period,
                                                    "value", format_millions(v, best));
}

struct view_chart *charts_trend(struct arena *a, const struct views *v, struct period p,
                                enum chart_kind kind)
{
    bool panels = kind == CHART_PANELS;
    size_t n;
    struct period years = tables_years_shown(v, p, &n);
    const struct trend all = {
        .id = p.until ? arena_printf(a, "chart-trend-%s", model_period_text(a, years))
                      : "chart-trend",
        .title = views_word(v, panels ? "chart_trend" : "chart_trend_contributions", NULL),
        .counted = "chart_series_agreements", .axis = "chart_axis_agreements",
        .count = "agreements.count", .money = "contributions.total",
        .color = color_of(v->rec->site.bright)};
    struct view_chart *c = charts_new(a, v, all.id, all.title, panels + 1u, n);
    c->spec.kind = kind;
    trend_series(v, c, &all);
    const char *finding = trend_marks(a, v, c, &all, years.from);
    c->data = tables_trend(a, v, p);
    charts_finish(a, v, c, finding);
    return c;
}

struct period charts_entry_years(const struct views *v, const struct grouping *g,
                                 const struct entry *e)
{
    size_t n;
    struct period all = tables_years_shown(v, (struct period){0}, &n), own = {0, -1};
    if (g->vocab != VOCAB_PRIORITIES)
        return all;
    for (int year = all.from; year <= all.until; year++) {
        if (!model_entry_shown(v->model, (struct period){year, year}, g->vocab, e))
            continue;
        own.from = own.from ? own.from : year;
        own.until = year;
    }
    return own;
}

static size_t known_years(const struct views *v, struct period p, const char *money)
{
    size_t known = 0;
    for (int year = p.from; year <= p.until; year++) {
        const struct figure *f = view_figure_get(v, (struct period){year, year}, "%s", money);
        known += f && f->known;
    }
    return known;
}

struct view_chart *charts_entry_trend(struct arena *a, const struct views *v,
                                      const struct grouping *g, const struct entry *e)
{
    bool types = g->vocab == VOCAB_PARTNER_TYPES;
    struct trend one = {
        .id = arena_printf(a, "chart-trend-%s-%s", g->folder, e->id),
        .title = format_word1(v, types ? "chart_type_trend" : "chart_entry_trend", "name",
                              format_short(v, e)),
        .counted = types ? "column_partners" : "chart_series_agreements",
        .axis = types ? "chart_axis_partners" : "chart_axis_agreements",
        .count = arena_printf(a, "%s.%s.count", g->folder, e->id),
        .money = arena_printf(a, "%s.%s.contributions", g->folder, e->id)};
    charts_paint(a, v, g, e, &one.color, &one.class_name);
    struct period years = charts_entry_years(v, g, e);
    if (known_years(v, years, one.money) < 2)
        return NULL;
    struct view_chart *c =
        charts_new(a, v, one.id, one.title, 2, (size_t)(years.until - years.from) + 1);
    c->spec.kind = CHART_PANELS;
    trend_series(v, c, &one);
    const char *finding = trend_marks(a, v, c, &one, years.from);
    c->data = tables_entry_trend(a, v, g, e);
    charts_finish(a, v, c, finding);
    return c;
}
