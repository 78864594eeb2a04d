/* bar.c - horizontal bars.
 *
 * The plan is drawn left to right and mirrored as a whole for right-to-left languages: labels
 * from x 0, then the plot, whose scale is the largest that leaves every bar room for its own
 * value.  Values stand outside their bars always: one rule for the bar that dwarfs the rest
 * and for the stubs, and no text ever lies on a colour.
 *
 *     wide                                     narrow
 *     | Long label of   |                      | Long label of a category
 *     | a category      |########### 19.82     | ############ 19.82
 *     | Short           |# 1.82                | Short
 *     |                 0     5     10         | # 1.82
 */
#include "chart/chart.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "chart/label.h"
#include "chart/scale.h"

#include <string.h>

struct row {
    struct label label;
    mpt value_width;
    mpt top, height; /* of the whole row */
    mpt bar_top;
};

struct bars {
    const struct chart_spec *spec;
    const struct chart_style *style;
    struct pen pen;
    struct row *row;
    bool wide, ring; /* ring: samples are told apart one by one */
    mpt em, line, thick, gap;
    mpt plot_left, zero; /* zero: x of the baseline */
    int64_t lo, hi;
    struct scale scale;
    struct text_style label, value, unknown, small, title;
};

static const char *shown_text(const struct bars *b, size_t i)
{
    const struct chart_bar *bar = &b->spec->bar[i];

    return bar->unknown ? b->spec->unknown_text : bar->value_text;
}

static struct text_style style_of(mpt size, unsigned char weight, struct color color,
                                  const char *role)
{
    return (struct text_style){.size = size,
                               .weight = weight,
                               .tabular = true,
                               .color = color,
                               .role = role};
}

static void set_up(struct bars *b, struct arena *a)
{
    const struct chart_spec *spec = b->spec;
    size_t samples = 0, others = 0;

    b->em = b->style->font_size;
    b->line = b->em * 5 / 4;
    b->thick = b->em * 11 / 10;
    b->gap = b->em / 2;
    b->wide = b->style->width >= CHART_WIDE_MIN;
    b->label = style_of(b->em, 0, b->style->text, "chart-label");
    b->value = style_of(b->em, 0, b->style->text, "chart-value");
    b->unknown = style_of(b->em, 2, b->style->muted, "chart-unknown");
    b->small = style_of(b->em * 9 / 10, 0, b->style->muted, "chart-note");
    b->title = style_of(b->em * 12 / 10, 1, b->style->text, "chart-title");
    b->row = ARENA_ARRAY(a, struct row, spec->n ? spec->n : 1);
    for (size_t i = 0; i < spec->n; i++) {
        const struct chart_bar *bar = &spec->bar[i];
        samples += bar->sample;
        if (bar->unknown)
            continue;
        others += !bar->sample && bar->value != 0; /* a plain zero rests on nothing */
        b->lo = bar->value < b->lo ? bar->value : b->lo;
        b->hi = bar->value > b->hi ? bar->value : b->hi;
    }
    b->ring = samples > 0 && others > 0;
}

/* What stands right (or left) of a bar: a gap, the value, and the ring where one follows. */
static mpt beside(const struct bars *b, size_t i)
{
    mpt w = b->gap + b->row[i].value_width;

    return b->ring && b->spec->bar[i].sample ? w + b->em * 7 / 10 : w;
}

static struct text_style label_style(const struct bars *b, size_t i)
{
    struct text_style style = b->label;

    style.lang = b->spec->bar[i].lang;
    return style;
}

static void wrap_labels(struct bars *b)
{
    mpt room = b->wide ? b->style->width * 42 / 100 : b->style->width;
    mpt widest = 0;

    for (size_t i = 0; i < b->spec->n; i++) {
        struct row *r = &b->row[i];
        r->label = label_wrap(&b->pen, b->spec->bar[i].label, label_style(b, i), room);
        r->value_width = label_width(&b->pen, shown_text(b, i),
                                     b->spec->bar[i].unknown ? b->unknown : b->value);
        widest = r->label.width > widest ? r->label.width : widest;
    }
    b->plot_left = b->wide ? widest + b->em : 0;
}

/* The largest scale at which bar i and its value end inside the chart. */
static void fit_scale(struct bars *b)
{
    mpt left = b->plot_left;

    for (size_t i = 0; i < b->spec->n; i++)
        if (b->spec->bar[i].value < 0 && !b->spec->bar[i].unknown &&
            b->plot_left + beside(b, i) > left)
            left = b->plot_left + beside(b, i);
    mpt room = b->style->width - left;
    b->scale = (struct scale){room > 0 ? room : 0, b->hi - b->lo > 0 ? b->hi - b->lo : 0};
    for (size_t i = 0; i < b->spec->n; i++) {
        const struct chart_bar *bar = &b->spec->bar[i];
        mpt own = room - beside(b, i);
        struct scale s = {own > 0 ? own : 0, bar->value - b->lo};
        if (!bar->unknown && bar->value >= 0 && s.den > 0 && scale_is_smaller(s, b->scale))
            b->scale = s;
    }
    b->zero = left + scale_length(b->scale, -b->lo);
}

/* Heights from y downward; returns the y below the last row. */
static mpt place_rows(struct bars *b, mpt y)
{
    for (size_t i = 0; i < b->spec->n; i++) {
        struct row *r = &b->row[i];
        mpt text = (mpt)r->label.n * b->line;
        r->top = y;
        if (b->wide) {
            mpt inner = text > b->thick ? text : b->thick;
            r->height = inner + b->em * 6 / 10;
            r->bar_top = y + (r->height - b->thick) / 2;
        } else {
            r->height = text + b->em / 4 + b->thick + b->em * 7 / 10;
            r->bar_top = y + text + b->em / 4;
        }
        y += r->height;
    }
    return y;
}

/* Lines of text under each other from y; returns the y below them. */
static mpt paragraph(struct bars *b, const char *text, struct text_style style, mpt y)
{
    struct label l = label_wrap(&b->pen, text, style, b->style->width);

    for (size_t i = 0; i < l.n; i++) {
        label_draw(&b->pen, l.line[i], style, 0, y + style.size, ANCHOR_START);
        y += style.size * 5 / 4;
    }
    return y;
}

static mpt mirrored(const struct bars *b, mpt x, mpt w)
{
    return b->pen.rtl ? b->style->width - x - w : x;
}

static void draw_ring(const struct bars *b, mpt x, mpt y)
{
    struct prim *p = scene_add(b->pen.scene, PRIM_CIRCLE);

    p->x = mirrored(b, x, 0);
    p->y = y;
    p->w = b->em / 5;
    p->stroked = true;
    p->stroke = b->style->muted;
    p->stroke_width = b->em / 14;
}

/* "12.5" for a tick's value; exact, since ticks stand where spec->digits are. */
static const char *tick_text(const struct bars *b, struct arena *a, int64_t value, int64_t step)
{
    int64_t unit = b->spec->tick_unit;
    int digits = 0;

    while (digits < b->spec->digits && step * decimal_pow10(digits) % unit != 0)
        digits++;
    int64_t scaled = value * decimal_pow10(digits) / unit;
    int64_t pow = decimal_pow10(digits);
    int64_t whole = scaled < 0 ? -scaled : scaled;
    const char *s = arena_printf(a, "%s%lld", scaled < 0 ? "-" : "", (long long)(whole / pow));

    if (digits > 0)
        s = arena_printf(a, "%s.%0*lld", s, digits, (long long)(whole % pow));
    return locale_number(a, b->spec->locale, s);
}

/* Whether the value beside bar i would stand on a vertical line at x. */
static bool value_covers(const struct bars *b, size_t i, mpt x)
{
    const struct chart_bar *bar = &b->spec->bar[i];
    mpt length = bar->unknown ? 0 : scale_length(b->scale, bar->value);
    mpt end = b->zero + length + (length < 0 ? -beside(b, i) : beside(b, i));
    mpt from = length < 0 ? end : b->zero + length;
    mpt until = length < 0 ? b->zero + length : end;

    return x > from && x < until + b->gap / 2;
}

/* A hairline down the chart, open where it would run through a value. */
static void draw_grid_line(const struct bars *b, mpt x)
{
    mpt mx = mirrored(b, x, 0);
    size_t n = b->spec->n;

    for (size_t i = 0; i < n; i++) {
        if (value_covers(b, i, x))
            continue;
        mpt top = b->row[i].top;
        while (i + 1 < n && !value_covers(b, i + 1, x))
            i++;
        scene_line(b->pen.scene, mx, top, mx, b->row[i].top + b->row[i].height, b->style->rule,
                   b->em / 28);
    }
}

/* Lines at nice values, their numbers below; only where there is width for them. */
static mpt draw_grid(struct bars *b, mpt bottom)
{
    const struct chart_spec *spec = b->spec;
    struct scene *s = b->pen.scene;
    struct text_style tick = b->small;

    if (spec->tick_unit <= 0 || !b->wide || b->hi - b->lo == 0)
        return bottom;
    tick.role = "chart-tick";
    int64_t finest = spec->tick_unit / decimal_pow10(spec->digits);
    struct ticks t = scale_ticks(b->lo, b->hi, 6, finest > 0 ? finest : 1);
    scene_begin(s, "chart-grid", NULL, NULL);
    for (size_t i = 0; i < t.n; i++) {
        mpt x = b->zero + scale_length(b->scale, t.at[i]);
        if (t.at[i] != 0)
            draw_grid_line(b, x);
        label_draw(&b->pen, tick_text(b, s->arena, t.at[i], t.step), tick, x,
                   bottom + b->em * 12 / 10, ANCHOR_MIDDLE);
    }
    scene_end(s);
    return bottom + b->em * 16 / 10;
}

static void draw_bar(struct bars *b, size_t i)
{
    const struct chart_bar *bar = &b->spec->bar[i];
    const struct row *r = &b->row[i];
    struct scene *s = b->pen.scene;
    bool black = !bar->color.r && !bar->color.g && !bar->color.b;
    mpt length = bar->unknown ? 0 : scale_length(b->scale, bar->value);
    mpt middle = r->bar_top + b->thick / 2;
    mpt text_top = b->wide ? middle - (mpt)r->label.n * b->line / 2 : r->top;
    bool left = length < 0;

    scene_begin(s, arena_printf(s->arena, "chart-bar%s%s%s", bar->class_name ? " " : "",
                                bar->class_name ? bar->class_name : "",
                                bar->sample ? " chart-sample" : ""),
                bar->hover, bar->url);
    for (size_t k = 0; k < r->label.n; k++)
        label_draw(&b->pen, r->label.line[k], label_style(b, i), 0,
                   text_top + (mpt)k * b->line + b->em * 97 / 100, ANCHOR_START);
    if (length != 0) {
        mpt w = left ? -length : length;
        mpt x = left ? b->zero - w : b->zero;
        scene_rect(s, mirrored(b, x, w), r->bar_top, w, b->thick,
                   black ? b->style->bar : bar->color);
    }
    mpt edge = b->zero + length + (left ? -b->gap : b->gap);
    label_draw(&b->pen, shown_text(b, i), bar->unknown ? b->unknown : b->value, edge,
               middle + b->em * 35 / 100, left ? ANCHOR_END : ANCHOR_START);
    if (b->ring && bar->sample) {
        mpt off = r->value_width + b->em * 45 / 100;
        draw_ring(b, left ? edge - off : edge + off, middle - b->em * 15 / 100);
    }
    scene_end(s);
}

/* The baseline: one line, or a piece at each bar where labels stand between the bars. */
static void draw_zero(struct bars *b, mpt top, mpt bottom)
{
    struct scene *s = b->pen.scene;
    mpt x = mirrored(b, b->zero, 0), over = b->em / 8;

    if (b->hi - b->lo == 0)
        return;
    scene_begin(s, "chart-zero", NULL, NULL);
    for (size_t i = 0; !b->wide && i < b->spec->n; i++)
        scene_line(s, x, b->row[i].bar_top - over, x, b->row[i].bar_top + b->thick + over,
                   b->style->muted, b->em / 14);
    if (b->wide)
        scene_line(s, x, top, x, bottom, b->style->muted, b->em / 14);
    scene_end(s);
}

static mpt draw_head(struct bars *b)
{
    const struct chart_spec *spec = b->spec;
    struct text_style unit = b->small;
    mpt y = 0;

    unit.role = "chart-unit";
    if (spec->show_title) {
        y = paragraph(b, spec->title, b->title, y);
        y = paragraph(b, spec->finding, b->small, y);
    }
    y = paragraph(b, spec->unit, unit, y);
    return y > 0 ? y + b->em / 2 : 0;
}

static mpt draw_foot(struct bars *b, mpt y)
{
    bool any = false;

    for (size_t i = 0; i < b->spec->n; i++)
        any = any || b->spec->bar[i].sample;
    if ((any && b->spec->sample_note) || b->spec->source)
        y += b->em / 2;
    if (any && b->spec->sample_note) {
        struct label l = label_wrap(&b->pen, b->spec->sample_note, b->small,
                                    b->style->width - b->em);
        if (b->ring)
            draw_ring(b, b->em * 3 / 10, y + b->small.size * 7 / 10);
        for (size_t i = 0; i < l.n; i++, y += b->small.size * 5 / 4)
            label_draw(&b->pen, l.line[i], b->small, b->ring ? b->em * 9 / 10 : 0,
                       y + b->small.size, ANCHOR_START);
    }
    return paragraph(b, b->spec->source, b->small, y);
}

static const char *description(struct arena *a, const struct chart_spec *spec)
{
    if (spec->alt)
        return spec->alt;
    return spec->finding ? arena_printf(a, "%s. %s", spec->title ? spec->title : "", spec->finding)
                         : spec->title;
}

struct scene *chart_bars(struct arena *a, const struct chart_spec *spec,
                         const struct chart_style *style, chart_measure measure, void *ctx)
{
    struct scene *s = scene_new(a, style->width, 0);
    struct bars b = {.spec = spec, .style = style};

    s->lang = style->lang;
    s->rtl = locale_is_rtl(spec->locale);
    s->title = spec->title;
    s->desc = description(a, spec);
    s->id = spec->id;
    b.pen = (struct pen){s, spec->locale, measure, ctx, s->rtl, style->whole_lines};
    set_up(&b, a);
    wrap_labels(&b);
    fit_scale(&b);
    mpt top = draw_head(&b);
    mpt bottom = place_rows(&b, top);
    mpt y = draw_grid(&b, bottom);
    for (size_t i = 0; i < spec->n; i++)
        draw_bar(&b, i);
    draw_zero(&b, top, bottom);
    s->height = draw_foot(&b, y) + b.em / 4;
    return s;
}
