/* charts.c - the data of charts, with the sentence that says what they show. */
#include "views/views_room.h"

#include <string.h>

static struct view_chart *chart_new(struct arena *a, const struct views *v, const char *id,
                                    const char *title, size_t n)
{
    struct view_chart *c = ARENA_NEW(a, struct view_chart);
    c->spec.id = id;
    c->spec.title = title;
    c->spec.locale = v->locale;
    c->spec.unknown_text = views_word(v, "not_available", NULL);
    c->spec.bar = ARENA_ARRAY(a, struct chart_bar, n + 1);
    c->amount = ARENA_ARRAY(a, const char *, n + 1);
    return c;
}

/* The label of a type that others roll up into says so; it is the long one. */
static const char *label_of(const struct views *v, const struct grouping *g, const struct entry *e)
{
    const struct vocab *vocab = &v->rec->vocab[g->vocab];
    for (size_t i = 0; e && i < vocab->n; i++)
        if (vocab->entry[i].rolls_up_to == e)
            return views_label(v, e);
    return format_short(v, e);
}

static const char *unit_word(const struct views *v, const struct grouping *g, enum chart_of of)
{
    if (of == CHART_MONEY)
        return views_word(v, "chart_axis_million_usd", NULL);
    return views_word(v, g->vocab == VOCAB_PARTNER_TYPES ? "chart_axis_partners"
                                                         : "chart_axis_agreements",
                      NULL);
}

static void add_bar(struct arena *a, const struct views *v, struct view_chart *c,
                    const char *label, const char *lang, const struct figure *f,
                    enum chart_of of)
{
    const char **amount = &c->amount[c->spec.n];
    struct chart_bar *bar = &c->spec.bar[c->spec.n++];
    bar->label = label;
    bar->lang = lang;
    bar->unknown = !f->known;
    bar->value = view_figure_hundredths(f);
    bar->sample = f->sample;
    bar->value_text = views_figure(v, f, of == CHART_MONEY ? "millions2" : "");
    *amount = of == CHART_MONEY ? format_millions(v, f) : bar->value_text;
    bar->hover = format_word2(v, "chart_alt_bar", "label", label, "value", *amount);
    if (view_figure_named(v, f))
        bar->url = arena_printf(a, "figures/%s", f->id);
    c->sample = c->sample || f->sample;
}

/* The largest bar, when there is one that is larger than all others. */
static const struct chart_bar *largest(const struct view_chart *c)
{
    const struct chart_bar *best = NULL;
    bool tie = false;
    for (size_t i = 0; i < c->spec.n; i++) {
        const struct chart_bar *b = &c->spec.bar[i];
        if (b->unknown || b->value <= 0)
            continue;
        if (!best || b->value > best->value) {
            best = b;
            tie = false;
        } else if (b->value == best->value) {
            tie = true;
        }
    }
    return tie ? NULL : best;
}

static void finish(struct arena *a, const struct views *v, struct view_chart *c,
                   const char *finding)
{
    struct value *args = value_map(a);
    c->spec.finding = finding;
    value_set_string(args, "title", c->spec.title);
    value_set_string(args, "finding", finding ? finding : "");
    c->spec.alt = views_word(v, "chart_alt", args);
    if (c->sample)
        c->spec.sample_note = views_word(v, "chart_sample_note", NULL);
}

/* "16.5 agreements": the plural follows the number as printed. */
static const char *count_text(const struct views *v, const struct grouping *g, int64_t hundredths)
{
    struct value *args = value_map(v->arena);
    value_set(args, "count", value_number(v->arena, format_minor(v->arena, hundredths, 2)));
    return views_word(v, g->vocab == VOCAB_PARTNER_TYPES ? "n_partners" : "n_agreements", args);
}

static const char *grouping_finding(const struct views *v, const struct grouping *g,
                                    const struct view_chart *c, enum chart_of of)
{
    const struct chart_bar *b = largest(c);
    if (!b)
        return views_word(v, "finding_equal", NULL);
    const char *id = "finding_largest_region";
    if (g->vocab == VOCAB_PRIORITIES)
        id = "finding_largest_priority";
    if (g->vocab == VOCAB_PARTNER_TYPES)
        id = of == CHART_MONEY ? "finding_largest_type_contribution" : "finding_largest_type";
    const char *value =
        of == CHART_MONEY ? c->amount[b - c->spec.bar] : count_text(v, g, b->value);
    return format_word2(v, id, "name", b->label, "value", value);
}

static const char *grouping_title(const struct grouping *g, enum chart_of of)
{
    if (g->vocab == VOCAB_REGIONS)
        return of == CHART_MONEY ? "chart_contributions_by_region" : "chart_agreements_by_region";
    if (g->vocab == VOCAB_PRIORITIES)
        return of == CHART_MONEY ? "chart_contributions_by_priority"
                                 : "chart_agreements_by_priority";
    return of == CHART_MONEY ? "chart_contributions_by_type" : "chart_partners_by_type";
}

struct view_chart *charts_grouping(struct arena *a, const struct views *v,
                                   const struct grouping *g, struct period p, enum chart_of of)
{
    size_t n;
    const struct entry **entry = tables_entries(a, v, g, p, &n);
    const char *what = of == CHART_MONEY ? "contributions" : "count";
    struct view_chart *c =
        chart_new(a, v, arena_printf(a, "chart-%s-%s-%d-%d", g->folder, what, p.from, p.until),
                  format_period_word(v, grouping_title(g, of), p, NULL, NULL), n + 1);
    c->spec.unit = unit_word(v, g, of);
    c->spec.tick_unit = of == CHART_MONEY ? 100000000 : 100;
    for (size_t i = 0; i <= n; i++) {
        const struct entry *e = i < n ? entry[i] : NULL;
        const struct figure *f =
            view_figure_get(v, p, "%s.%s.%s", g->ids, e ? e->id : "unassigned", what);
        if (!f || (!e && !view_figure_nonzero(f)))
            continue;
        const char *lang = NULL;
        if (e)
            views_text(v, &e->label, &lang);
        add_bar(a, v, c, label_of(v, g, e), lang, f, of);
        if (g->vocab == VOCAB_REGIONS && e) {
            struct chart_bar *bar = &c->spec.bar[c->spec.n - 1];
            const char *hex = map_get(&v->rec->site.region_colour, e->id);
            bar->class_name = arena_printf(a, "region-%s", e->id);
            bar->color = color_of(hex ? hex : v->rec->site.bright);
        } else {
            c->spec.bar[c->spec.n - 1].color = color_of(v->rec->site.bright);
        }
    }
    c->data = tables_grouping(a, v, g, p);
    finish(a, v, c, grouping_finding(v, g, c, of));
    return c;
}

struct view_chart *charts_top_partners(struct arena *a, const struct views *v, struct period p,
                                       size_t limit)
{
    const struct ranked *list;
    size_t n = model_ranking(v->model, p, &list);
    if (limit && limit < n)
        n = limit;
    struct view_chart *c =
        chart_new(a, v, arena_printf(a, "chart-top-partners-%d-%d", p.from, p.until),
                  format_period_word(v, "chart_top_partners", p, "n", arena_printf(a, "%zu", n)),
                  n);
    c->spec.unit = views_word(v, "chart_axis_million_usd", NULL);
    c->spec.tick_unit = 100000000;
    for (size_t i = 0; i < n; i++) {
        struct view_cell name =
            tables_partner_cell(v, list[i].partner, (struct date){p.until, 12, 31});
        add_bar(a, v, c, name.text, name.lang, list[i].figure, CHART_MONEY);
        c->spec.bar[i].color = color_of(v->rec->site.bright);
    }
    c->data = tables_top_partners(a, v, p, limit);
    const char *finding = NULL;
    if (n) {
        struct value *args = value_map(a);
        const char *percent = figure_form(a, list[0].figure, "percent");
        value_set_string(args, "name", c->spec.bar[0].label);
        value_set_string(args, "value", c->amount[0]);
        value_set_string(args, "percent",
                         percent ? locale_percent(a, v->locale, percent) : "");
        finding = views_word(v, "finding_top_partner", args);
    }
    finish(a, v, c, finding);
    return c;
}

struct view_chart *charts_trend(struct arena *a, const struct views *v)
{
    const int *year;
    size_t n = model_years(v->model, &year);
    struct view_chart *c =
        chart_new(a, v, "chart-trend", views_word(v, "chart_trend_contributions", NULL), n);
    c->spec.unit = views_word(v, "chart_axis_million_usd", NULL);
    c->spec.tick_unit = 100000000;
    const struct figure *best = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct figure *f =
            view_figure_get(v, (struct period){year[i], year[i]}, "contributions.total");
        if (!f)
            continue;
        add_bar(a, v, c, arena_printf(a, "%d", year[i]), NULL, f, CHART_MONEY);
        c->spec.bar[c->spec.n - 1].color = color_of(v->rec->site.bright);
        if (f->known && (!best || f->cents > best->cents))
            best = f;
    }
    c->data = tables_trend(a, v);
    finish(a, v, c,
           best ? format_period_word(v, "finding_trend_highest", best->period, "value",
                                     format_millions(v, best))
                : NULL);
    return c;
}
