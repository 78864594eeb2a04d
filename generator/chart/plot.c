#include "chart/plot.h"

#include "base/arena.h"
#include "base/decimal.h"

#include <string.h>

static struct text_style style_of(mpt size, unsigned char weight, struct color color,
                                  const char *role)
{
    return (struct text_style){.size = size,
                               .weight = weight,
                               .tabular = true,
                               .color = color,
                               .role = role};
}

static void set_styles(struct plot *p)
{
    struct color text = p->style->text, muted = p->style->muted;
    mpt em = p->em, small = em * 9 / 10;

    p->label = style_of(em, 0, text, "chart-label");
    p->series = style_of(em, 0, text, "chart-series");
    p->value = style_of(em, 0, text, "chart-value");
    p->share = style_of(em, 0, muted, "chart-share");
    p->unknown = style_of(em, 2, muted, "chart-unknown");
    p->note = style_of(small, 0, muted, "chart-note");
    p->unit = style_of(small, 0, muted, "chart-unit");
    p->tick = style_of(small, 0, muted, "chart-tick");
    p->title = style_of(em * 12 / 10, 1, text, "chart-title");
}

void plot_open(struct plot *p, struct scene *s, const struct chart_spec *spec,
               const struct chart_style *style, chart_measure measure, void *ctx)
{
    bool samples = false;

    *p = (struct plot){.spec = spec, .style = style, .arena = s->arena};
    p->pen = (struct pen){s, spec->locale, measure, ctx, s->rtl, style->whole_lines};
    p->em = style->font_size;
    p->line = p->em * 5 / 4;
    p->gap = p->em / 2;
    p->wide = style->width >= CHART_WIDE_MIN;
    set_styles(p);
    for (size_t i = 0; i < chart_marks(spec); i++)
        samples = samples || spec->mark[i].sample;
    p->ring = samples && !chart_all_samples(spec);
}

const struct chart_mark *plot_mark(const struct plot *p, size_t series, size_t category)
{
    return &p->spec->mark[series * p->spec->n + category];
}

int64_t plot_value(const struct plot *p, size_t series, size_t category)
{
    enum { PARTS = 1024 };
    const struct chart_mark *m = plot_mark(p, series, category);
    const int64_t most = INT64_MAX / PARTS;

    if (m->unknown)
        return 0;
    return m->value > most ? most : m->value < -most ? -most : m->value;
}

/* --- drawing --- */

mpt plot_seen(mpt length, int64_t value)
{
    if (value == 0 || length >= PLOT_MARK_LEAST || length <= -PLOT_MARK_LEAST)
        return length;
    return value > 0 ? PLOT_MARK_LEAST : -PLOT_MARK_LEAST;
}

static mpt mirrored(const struct plot *p, mpt x, mpt w)
{
    return p->pen.rtl ? p->style->width - x - w : x;
}

void plot_rect(const struct plot *p, mpt x, mpt y, mpt w, mpt h, struct color fill)
{
    scene_rect(p->pen.scene, mirrored(p, x, w), y, w, h, fill);
}

void plot_line(const struct plot *p, mpt x1, mpt y1, mpt x2, mpt y2, struct color stroke,
               mpt width)
{
    scene_line(p->pen.scene, mirrored(p, x1, 0), y1, mirrored(p, x2, 0), y2, stroke, width);
}

void plot_dot(const struct plot *p, mpt x, mpt y, mpt radius, struct color fill)
{
    struct prim *c = scene_add(p->pen.scene, PRIM_CIRCLE);

    c->x = mirrored(p, x, 0);
    c->y = y;
    c->w = radius;
    c->filled = true;
    c->fill = fill;
}

void plot_ring(const struct plot *p, mpt x, mpt y)
{
    struct prim *c = scene_add(p->pen.scene, PRIM_CIRCLE);

    c->x = mirrored(p, x, 0);
    c->y = y;
    c->w = p->em / 5;
    c->stroked = true;
    c->stroke = p->style->muted;
    c->stroke_width = p->em / 14;
}

mpt plot_lines(const struct plot *p, const struct label *l, struct text_style style, mpt x,
               mpt y, enum text_anchor anchor)
{
    for (size_t i = 0; i < l->n; i++) {
        label_draw_line(&p->pen, l, i, style, x, y + style.size * 97 / 100, anchor);
        y += style.size * 5 / 4;
    }
    return y;
}

mpt plot_paragraph(const struct plot *p, const char *text, struct text_style style, mpt x,
                   mpt width, mpt y)
{
    struct label l = label_wrap(&p->pen, text, style, width);

    return plot_lines(p, &l, style, x, y, ANCHOR_START);
}

struct text_style plot_category_style(const struct plot *p, size_t category)
{
    struct text_style style = p->label;

    style.lang = p->spec->category[category].lang;
    return style;
}

struct text_style plot_series_style(const struct plot *p, size_t series)
{
    struct text_style style = p->series;

    style.lang = p->spec->series[series].lang;
    return style;
}

/* --- marks --- */

struct paint plot_paint(const struct plot *p, size_t series, size_t category, size_t i, size_t n)
{
    const struct chart_series *s = &p->spec->series[series];
    const struct chart_category *c = &p->spec->category[category];

    if (!palette_is_black(s->color) || s->class_name)
        return (struct paint){s->color, s->class_name};
    if (n <= 1 && (!palette_is_black(c->color) || c->class_name))
        return (struct paint){palette_is_black(c->color) ? p->style->bar : c->color,
                              c->class_name};
    return n <= 1 ? (struct paint){p->style->bar, NULL} : palette_step(i, n);
}

void plot_begin(const struct plot *p, const char *kind, size_t series, size_t category,
                const char *class_name)
{
    const struct chart_mark *m = plot_mark(p, series, category);

    scene_begin(p->pen.scene,
                arena_printf(p->arena, "%s%s%s%s", kind, class_name ? " " : "",
                             class_name ? class_name : "", m->sample ? " chart-sample" : ""),
                m->hover, m->url);
}

static const char *printed(const struct plot *p, const struct chart_mark *m)
{
    return m->unknown ? p->spec->unknown_text : m->value_text;
}

mpt plot_printed_width(const struct plot *p, const struct chart_mark *m)
{
    mpt w = label_width(&p->pen, printed(p, m), m->unknown ? p->unknown : p->value);

    if (!m->unknown && m->share_text)
        w += p->gap + label_width(&p->pen, m->share_text, p->share);
    return p->ring && m->sample ? w + p->em * 7 / 10 : w;
}

/* Each text holds on to the side that the whole does: of what is centred the value is, and what
 * follows begins where the value is measured to end. */
void plot_print(const struct plot *p, const struct chart_mark *m, mpt x, mpt baseline,
                enum text_anchor anchor)
{
    struct text_style style = m->unknown ? p->unknown : p->value;
    const char *share = m->unknown ? NULL : m->share_text;
    mpt all = plot_printed_width(p, m), w = label_width(&p->pen, printed(p, m), style);
    mpt left = anchor == ANCHOR_START ? x : anchor == ANCHOR_END ? x - all : x - all / 2;
    mpt held = anchor == ANCHOR_START ? left : anchor == ANCHOR_END ? left + w : left + w / 2;

    label_draw(&p->pen, printed(p, m), style, held, baseline, anchor);
    if (share) {
        mpt width = label_width(&p->pen, share, p->share);
        enum text_anchor side = anchor == ANCHOR_END ? ANCHOR_END : ANCHOR_START;
        left += w + p->gap;
        label_draw(&p->pen, share, p->share, side == ANCHOR_END ? left + width : left, baseline,
                   side);
        w = width;
    }
    if (p->ring && m->sample)
        plot_ring(p, left + w + p->em * 45 / 100, baseline - p->em / 2);
}

/* --- keys and ticks --- */

mpt plot_key(const struct plot *p, size_t first, size_t count, mpt x, mpt width, mpt y)
{
    mpt swatch = p->em * 8 / 10, before = swatch + p->em * 4 / 10, at = 0;
    bool any = false;

    scene_begin(p->pen.scene, "chart-key", NULL, NULL);
    for (size_t i = 0; i < count; i++) {
        struct text_style style = plot_series_style(p, first + i);
        struct label l = label_wrap(&p->pen, p->spec->series[first + i].label, style,
                                    width - before);
        if (any && at + before + l.width > width) {
            y += p->line;
            at = 0;
        }
        struct paint paint = plot_paint(p, first + i, 0, i, count);
        scene_begin(p->pen.scene, paint.class_name, NULL, NULL);
        plot_rect(p, x + at, y + p->em * 22 / 100, swatch, swatch, paint.color);
        scene_end(p->pen.scene);
        plot_lines(p, &l, style, x + at + before, y, ANCHOR_START);
        at += before + l.width + p->em * 12 / 10;
        any = true;
        if (l.n > 1) { /* a long name has its lines to itself */
            y += p->line * (mpt)(l.n - 1);
            at = width;
        }
    }
    scene_end(p->pen.scene);
    return any ? y + p->line : y;
}

const char *plot_tick_text(const struct plot *p, size_t series, int64_t value, int64_t step)
{
    enum { DIGITS = 9 };
    int64_t unit = p->spec->series[series].tick_unit;
    int64_t rest = step % unit < 0 ? -(step % unit) : step % unit;
    int digits = 0;

    for (; value != 0 && digits < DIGITS && rest != 0; digits++)
        rest = rest % unit * 10 % unit;
    int64_t whole = value / unit, part = value % unit, fraction = 0;
    for (int i = 0; i < digits; i++) {
        part *= 10;
        fraction = fraction * 10 + (part < 0 ? -part : part) / unit;
        part %= unit;
    }
    const char *s = arena_printf(p->arena, "%s%lld", value < 0 ? "-" : "",
                                 (long long)(whole < 0 ? -whole : whole));
    if (digits > 0)
        s = arena_printf(p->arena, "%s.%0*lld", s, digits, (long long)fraction);
    return locale_number(p->arena, p->spec->locale, s);
}
