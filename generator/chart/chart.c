/* chart.c - from a spec to the form that has room for it, between head and foot. */
#include "chart/chart.h"

#include "base/arena.h"
#include "chart/bar.h"
#include "chart/column.h"
#include "chart/plot.h"
#include "chart/share.h"

const char *const chart_kind_names[] = {"bars",   "columns",   "grouped", "stacked", "panels",
                                        "shares", "multiples", "dots",    NULL};

size_t chart_marks(const struct chart_spec *spec)
{
    return spec->n * spec->series_n;
}

bool chart_can_be_dots(const struct chart_spec *spec)
{
    bool any = false;

    for (size_t i = 0; i < chart_marks(spec); i++) {
        const struct chart_mark *m = &spec->mark[i];
        if (!m->unknown && m->value < 0)
            return false;
        any = any || (!m->unknown && m->value > 0);
    }
    return any;
}

bool chart_all_samples(const struct chart_spec *spec)
{
    for (size_t i = 0; i < chart_marks(spec); i++) {
        const struct chart_mark *m = &spec->mark[i];
        if (!m->sample && !m->unknown && m->value != 0) /* a plain zero rests on nothing */
            return false;
    }
    return true;
}

/* --- head and foot --- */

static mpt draw_head(const struct plot *p)
{
    mpt y = 0;

    if (!p->spec->show_title)
        return 0;
    y = plot_paragraph(p, p->spec->title, p->title, 0, p->style->width, y);
    y = plot_paragraph(p, p->spec->finding, p->note, 0, p->style->width, y);
    return y > 0 ? y + p->em / 2 : 0;
}

static mpt draw_foot(const struct plot *p, mpt y)
{
    bool any = false;
    mpt before = p->ring ? p->em * 9 / 10 : 0;

    for (size_t i = 0; i < chart_marks(p->spec); i++)
        any = any || p->spec->mark[i].sample;
    if ((any && p->spec->sample_note) || p->spec->source)
        y += p->em / 2;
    if (any && p->spec->sample_note) {
        if (p->ring)
            plot_ring(p, p->em * 3 / 10, y + p->note.size * 7 / 10);
        y = plot_paragraph(p, p->spec->sample_note, p->note, before, p->style->width - before, y);
    }
    return plot_paragraph(p, p->spec->source, p->note, 0, p->style->width, y);
}

static const char *description(struct arena *a, const struct chart_spec *spec)
{
    if (spec->alt)
        return spec->alt;
    return spec->finding ? arena_printf(a, "%s. %s", spec->title ? spec->title : "", spec->finding)
                         : spec->title;
}

/* --- forms made of bars --- */

static struct bar_track track_of(const struct plot *p, size_t first, size_t count)
{
    return (struct bar_track){.first = first,
                              .count = count,
                              .heading = p->spec->series[first].unit,
                              .heading_style = p->unit};
}

static mpt draw_bars(const struct plot *p, bool stacked, bool dots, mpt y)
{
    struct bar_track track = track_of(p, 0, p->spec->series_n);

    track.stacked = stacked && p->spec->series_n > 1;
    track.dots = dots;
    bar_fit(p, &track, 1);
    return bar_draw(p, &track, 1, y);
}

static mpt draw_below(const struct plot *p, struct bar_track *track, size_t n, mpt y)
{
    for (size_t i = 0; i < n; i++)
        y = bar_draw(p, &track[i], 1, i ? y + p->em : y);
    return y;
}

/* Panels of bars: beside each other, or where that leaves too little room below each other. */
static mpt draw_panels(const struct plot *p, mpt y)
{
    struct bar_track *track = ARENA_ARRAY(p->arena, struct bar_track, p->spec->series_n);
    size_t n = 0;

    for (size_t s = 0; s < p->spec->series_n; s++) {
        if (n > 0 && p->spec->series[s].panel == p->spec->series[s - 1].panel) {
            track[n - 1].count++;
            track[n - 1].stacked = true;
        } else {
            track[n++] = track_of(p, s, 1);
        }
    }
    if (bar_fit(p, track, n))
        return bar_draw(p, track, n, y);
    for (size_t i = 0; i < n; i++)
        bar_fit(p, &track[i], 1);
    return draw_below(p, track, n, y);
}

/* Multiples whose columns have no room: bars below each other, on one scale as well. */
static mpt draw_multiples(const struct plot *p, mpt y)
{
    size_t n = p->spec->series_n;
    struct bar_track *track = ARENA_ARRAY(p->arena, struct bar_track, n);

    for (size_t s = 0; s < n; s++) {
        track[s] = track_of(p, s, 1);
        track[s].heading = p->spec->series[s].label;
        track[s].heading_style = plot_series_style(p, s);
        track[s].heading_style.weight = 1;
    }
    bar_fit_alike(p, track, n);
    y = plot_paragraph(p, p->spec->series[0].unit, p->unit, 0, p->style->width, y);
    return draw_below(p, track, n, y);
}

/* --- the form --- */

/* The kind as far as the data allow it. */
static enum chart_kind kind_of(const struct plot *p)
{
    enum chart_kind kind = p->spec->kind;
    bool several = p->spec->series_n > 1;

    if ((kind == CHART_GROUPED || kind == CHART_STACKED) && p->spec->series_n > CHART_SERIES_MAX)
        return CHART_MULTIPLES;
    if (kind == CHART_DOTS && !chart_can_be_dots(p->spec))
        return CHART_BARS;
    if (kind == CHART_SHARES && several)
        return CHART_STACKED;
    if (kind == CHART_COLUMNS && several)
        return CHART_PANELS;
    return kind;
}

static mpt draw_form(const struct plot *p, mpt y)
{
    mpt end = -1;

    switch (kind_of(p)) {
    case CHART_BARS:
    case CHART_GROUPED: return draw_bars(p, false, false, y);
    case CHART_STACKED: return draw_bars(p, true, false, y);
    case CHART_DOTS: return draw_bars(p, false, true, y);
    case CHART_COLUMNS:
        end = column_single(p, y);
        return end >= 0 ? end : draw_bars(p, false, false, y);
    case CHART_SHARES:
        end = share_draw(p, y);
        return end >= 0 ? end : draw_bars(p, false, false, y);
    case CHART_PANELS:
        end = p->spec->time ? column_panels(p, y) : -1;
        return end >= 0 ? end : draw_panels(p, y);
    case CHART_MULTIPLES:
        end = column_multiples(p, y);
        return end >= 0 ? end : draw_multiples(p, y);
    }
    return y;
}

struct scene *chart_draw(struct arena *a, const struct chart_spec *spec,
                         const struct chart_style *style, chart_measure measure, void *ctx)
{
    struct scene *s = scene_new(a, style->width, 0);
    struct plot p;

    s->lang = style->lang;
    s->rtl = locale_is_rtl(spec->locale);
    s->title = spec->title;
    s->desc = description(a, spec);
    s->id = spec->id;
    plot_open(&p, s, spec, style, measure, ctx);
    s->height = draw_foot(&p, draw_form(&p, draw_head(&p))) + p.em / 4;
    return s;
}
