/* bar.c - horizontal bars, drawn left to right.
 *
 *     wide                                     narrow
 *     | Long label of   |                      | Long label of a category
 *     | a category      |########### 19.82     | ############ 19.82
 *     | Short           |# 1.82                | Short
 *     |                 0     5     10         | # 1.82
 */
#include "chart/bar.h"

#include "base/arena.h"
#include "base/decimal.h"

struct row {
    struct label label;
    mpt top, bottom; /* of the whole row */
    mpt bars;        /* top of its first bar */
};

struct rows {
    const struct plot *p;
    const struct bar_track *track;
    size_t tracks;
    struct row *row;
    bool named; /* series are named at the bars of the first row */
    mpt thick, pitch, bars; /* of one bar, from one to the next, of all in a row */
};

/* --- what a row holds --- */

static size_t slots_of(const struct bar_track *t)
{
    return t->stacked ? 1 : t->count;
}

static size_t most_slots(const struct bar_track *track, size_t n)
{
    size_t most = 1;

    for (size_t i = 0; i < n; i++)
        most = slots_of(&track[i]) > most ? slots_of(&track[i]) : most;
    return most;
}

/* What stands beside slot k of a row: the value of its mark, or of a stack its sum. */
static struct chart_mark slot_mark(const struct plot *p, const struct bar_track *t, size_t c,
                                   size_t k)
{
    if (!t->stacked)
        return *plot_mark(p, t->first + k, c);
    struct chart_mark sum = {.value_text = p->spec->category[c].total_text};
    for (size_t i = 0; i < t->count; i++) {
        sum.unknown = sum.unknown || (!sum.value_text && plot_mark(p, t->first + i, c)->unknown);
        sum.sample = sum.sample || plot_mark(p, t->first + i, c)->sample;
    }
    sum.sample = sum.sample && (sum.unknown || sum.value_text);
    return sum;
}

/* How far the bars of a slot reach on both sides of zero. */
static void reach(const struct plot *p, const struct bar_track *t, size_t c, size_t k,
                  int64_t *positive, int64_t *negative)
{
    *positive = *negative = 0;
    if (t->dots) {
        int64_t v = plot_value(p, t->first + k, c);
        *positive = v > 0 ? scale_log(v) - scale_log(t->base) : 0;
        return;
    }
    for (size_t i = t->stacked ? 0 : k; i < (t->stacked ? t->count : k + 1); i++) {
        int64_t v = plot_value(p, t->first + i, c);
        *(v > 0 ? positive : negative) += v;
    }
}

/* Where the bar of series i ends, from zero, and begins: behind those of its side before it, as
 * long as they are seen. */
static mpt piece_end(const struct plot *p, const struct bar_track *t, size_t c, size_t i,
                     mpt *begin)
{
    int64_t own = plot_value(p, t->first + i, c), at = 0;
    mpt end = *begin = 0;

    for (size_t k = t->stacked ? 0 : i; k <= i; k++) {
        int64_t v = plot_value(p, t->first + k, c);
        if (v == 0 || (v < 0) != (own < 0))
            continue;
        *begin = end;
        end += plot_seen(scale_length(t->scale, at + v) - scale_length(t->scale, at), v);
        at += v;
    }
    return end;
}

/* Where the bars of a slot end on one side of zero, or its dot stands. */
static mpt slot_end(const struct plot *p, const struct bar_track *t, size_t c, size_t k, bool left)
{
    int64_t positive, negative;
    mpt end = 0, begin;

    reach(p, t, c, k, &positive, &negative);
    if (t->dots)
        return scale_length(t->scale, left ? negative : positive);
    for (size_t i = t->stacked ? 0 : k; i < (t->stacked ? t->count : k + 1); i++)
        if (plot_value(p, t->first + i, c) != 0 && (plot_value(p, t->first + i, c) < 0) == left)
            end = piece_end(p, t, c, i, &begin);
    return end;
}

/* How much longer than to scale the bars of a slot are, so that all of them are seen. */
static mpt widening(const struct plot *p, const struct bar_track *t, size_t c, size_t k, bool left)
{
    int64_t positive, negative;

    reach(p, t, c, k, &positive, &negative);
    mpt by = slot_end(p, t, c, k, left) - scale_length(t->scale, left ? negative : positive);
    return left ? -by : by;
}

static mpt radius(const struct plot *p)
{
    return p->em * 4 / 10;
}

/* From the end of a bar, or the middle of a dot, to its value. */
static mpt gap_of(const struct plot *p, const struct bar_track *t)
{
    return t->dots ? p->gap + radius(p) : p->gap;
}

static mpt beside(const struct plot *p, const struct bar_track *t, size_t c, size_t k)
{
    struct chart_mark m = slot_mark(p, t, c, k);
    mpt w = plot_printed_width(p, &m);

    return w > 0 ? w + gap_of(p, t) : 0;
}

/* --- fitting --- */

/* The power of ten at or below the smallest value: the first line of a logarithmic axis. */
static int64_t smallest_decade(const struct plot *p, const struct bar_track *t)
{
    int64_t least = INT64_MAX, decade = 1;

    for (size_t i = t->first * p->spec->n; i < (t->first + t->count) * p->spec->n; i++) {
        int64_t v = plot_value(p, i / p->spec->n, i % p->spec->n);
        least = v > 0 && v < least ? v : least;
    }
    while (decade <= least / 10)
        decade *= 10;
    return decade;
}

static void find_bounds(const struct plot *p, struct bar_track *t)
{
    t->lo = t->hi = 0;
    t->base = t->dots ? smallest_decade(p, t) : 0;
    for (size_t c = 0; c < p->spec->n; c++)
        for (size_t k = 0; k < slots_of(t); k++) {
            int64_t positive, negative;
            reach(p, t, c, k, &positive, &negative);
            t->hi = positive > t->hi ? positive : t->hi;
            t->lo = negative < t->lo ? negative : t->lo;
        }
    if (t->dots && t->base <= INT64_MAX / 10) { /* one line alone would not make a scale */
        int64_t decade = scale_log(t->base * 10) - scale_log(t->base);
        t->hi = t->hi < decade ? decade : t->hi;
    }
}

/* The largest scale at which every bar and its value end inside the track, when the bars are as
 * much longer than to scale as they were in a track of that room; NULL = not at all. */
static bool find_scale_beside(const struct plot *p, struct bar_track *t,
                              const struct bar_track *was)
{
    int64_t positive, negative;
    bool fits = true;

    t->margin = 0;
    for (size_t c = 0; c < p->spec->n; c++)
        for (size_t k = 0; k < slots_of(t); k++) {
            reach(p, t, c, k, &positive, &negative);
            mpt w = positive == 0 ? beside(p, t, c, k) : 0;
            w += was ? widening(p, was, c, k, true) : 0;
            if (negative < 0 && w > t->margin)
                t->margin = w;
        }
    mpt room = t->width - t->margin;
    t->scale = (struct scale){room > 0 ? room : 0, t->hi - t->lo};
    for (size_t c = 0; c < p->spec->n; c++)
        for (size_t k = 0; k < slots_of(t); k++) {
            reach(p, t, c, k, &positive, &negative);
            mpt own = room - beside(p, t, c, k) - (was ? widening(p, was, c, k, false) : 0);
            struct scale s = {own > 0 ? own : 0, positive - t->lo};
            fits = fits && own >= 4 * p->em;
            if ((positive > 0 || negative == 0) && s.den > 0 && scale_is_smaller(s, t->scale))
                t->scale = s;
        }
    return fits;
}

/* A smaller scale makes more bars too short to be seen: until it is small enough for them. */
static bool find_scale(const struct plot *p, struct bar_track *t)
{
    enum { ROUNDS = 8 };
    struct bar_track was;
    bool fits = find_scale_beside(p, t, NULL);

    for (int round = 0; round < ROUNDS; round++) {
        was = *t;
        fits = find_scale_beside(p, t, &was);
        if (!scale_is_smaller(t->scale, was.scale) && t->margin == was.margin)
            break;
    }
    return fits;
}

static mpt labels_width(const struct plot *p, size_t tracks)
{
    mpt widest = 0, room = p->style->width * (tracks > 1 ? 30 : 42) / 100;

    for (size_t c = 0; c < p->spec->n; c++) {
        struct label l =
            label_wrap(&p->pen, p->spec->category[c].label, plot_category_style(p, c), room);
        widest = l.width > widest ? l.width : widest;
    }
    return widest + p->em;
}

bool bar_fit(const struct plot *p, struct bar_track *track, size_t n)
{
    mpt left = p->wide ? labels_width(p, n) : 0, gutter = p->em * 16 / 10;
    mpt each = (p->style->width - left - (mpt)(n - 1) * gutter) / (mpt)n;
    bool fits = true;

    for (size_t i = 0; i < n; i++) {
        track[i].x = left + (mpt)i * (each + gutter);
        track[i].width = each;
        find_bounds(p, &track[i]);
        fits = find_scale(p, &track[i]) && fits;
    }
    return fits && (n == 1 || (p->wide && each >= 12 * p->em));
}

void bar_fit_alike(const struct plot *p, struct bar_track *track, size_t n)
{
    struct bar_track all = {0};

    for (size_t i = 0; i < n; i++) {
        bar_fit(p, &track[i], 1);
        all.lo = track[i].lo < all.lo ? track[i].lo : all.lo;
        all.hi = track[i].hi > all.hi ? track[i].hi : all.hi;
    }
    for (size_t i = 0; i < n; i++) {
        track[i].lo = all.lo;
        track[i].hi = all.hi;
        find_scale(p, &track[i]);
        all.margin = track[i].margin > all.margin ? track[i].margin : all.margin;
    }
    for (size_t i = 0; i < n; i++) {
        track[i].width -= all.margin;
        track[i].x += all.margin;
        find_scale(p, &track[i]);
        if (i == 0 || scale_is_smaller(track[i].scale, all.scale))
            all.scale = track[i].scale;
    }
    for (size_t i = 0; i < n; i++) {
        track[i].x -= all.margin;
        track[i].width += all.margin;
        track[i].margin = all.margin;
        track[i].scale = all.scale;
    }
}

/* --- places --- */

static mpt zero_of(const struct bar_track *t)
{
    return t->x + t->margin + scale_length(t->scale, -t->lo);
}

static mpt bar_top(const struct rows *r, size_t c, size_t k)
{
    return r->row[c].bars + (mpt)k * r->pitch + (r->pitch - r->thick) / 2;
}

/* Heights from y downward; returns the y below the last row. */
static mpt place_rows(struct rows *r, mpt y)
{
    const struct plot *p = r->p;
    mpt room = p->wide ? r->track[0].x - p->em : p->style->width;

    for (size_t c = 0; c < p->spec->n; c++) {
        struct row *row = &r->row[c];
        row->label =
            label_wrap(&p->pen, p->spec->category[c].label, plot_category_style(p, c), room);
        mpt text = (mpt)row->label.n * p->line;
        row->top = y;
        if (p->wide) {
            mpt inner = text > r->bars ? text : r->bars;
            row->bottom = y + inner + p->em * 6 / 10;
            row->bars = y + (row->bottom - y - r->bars) / 2;
        } else {
            row->bars = y + text + p->em / 4;
            row->bottom = row->bars + r->bars + p->em * 7 / 10;
        }
        y = row->bottom;
    }
    return y;
}

/* Where the value of a slot stands; an empty reach when nothing is printed. */
static void value_reach(const struct rows *r, const struct bar_track *t, size_t c, size_t k,
                        mpt *from, mpt *until)
{
    const struct plot *p = r->p;
    int64_t positive, negative;
    mpt w = beside(p, t, c, k);

    reach(p, t, c, k, &positive, &negative);
    bool left = negative < 0 && positive == 0;
    *from = zero_of(t) + slot_end(p, t, c, k, left);
    *until = left ? *from : *from + w;
    *from -= left ? w : 0;
    if (r->named && c == 0 && w > 0)
        *until += p->gap + label_width(&p->pen, p->spec->series[t->first + k].label, p->series);
}

/* --- grid --- */

/* A hairline down the track, open where it would run through a value or a label. */
static void draw_grid_line(const struct rows *r, const struct bar_track *t, mpt x)
{
    const struct plot *p = r->p;
    size_t per = slots_of(t), n = p->spec->n * per;
    mpt open = -1, end = 0;

    for (size_t i = 0; i < n; i++) {
        size_t c = i / per, k = i % per;
        mpt top = bar_top(r, c, k), from, until;
        mpt bottom = top + r->thick + p->em / 8;
        top -= p->em / 8;
        if (p->wide) {
            top = k == 0 ? r->row[c].top : r->row[c].bars + (mpt)k * r->pitch;
            bottom = k + 1 == per ? r->row[c].bottom : r->row[c].bars + (mpt)(k + 1) * r->pitch;
        }
        value_reach(r, t, c, k, &from, &until);
        bool covered = from < until && x > from && x < until + p->gap / 2;
        if (open >= 0 && (covered || top > end)) {
            plot_line(p, x, open, x, end, p->style->rule, p->em / 28);
            open = -1;
        }
        if (!covered && open < 0)
            open = top;
        end = bottom;
    }
    if (open >= 0)
        plot_line(p, x, open, x, end, p->style->rule, p->em / 28);
}

struct tick {
    const char *text;
    int64_t at; /* on the scale of the track */
    mpt x, left, width;
    enum text_anchor anchor; /* the point of its text that stays in other faces */
};

static void place_tick(const struct rows *r, const struct bar_track *t, struct tick *k)
{
    const struct plot *p = r->p;
    mpt before = p->wide ? p->em * 6 / 10 : 0;

    k->x = zero_of(t) + scale_length(t->scale, k->at);
    k->width = label_width(&p->pen, k->text, p->tick);
    k->left = k->x - k->width / 2;
    k->anchor = ANCHOR_MIDDLE;
    if (k->left + k->width > t->x + t->width) {
        k->left = t->x + t->width - k->width;
        k->anchor = ANCHOR_END;
    }
    if (k->left < t->x - before) {
        k->left = t->x - before;
        k->anchor = ANCHOR_START;
    }
}

static size_t linear_ticks(const struct rows *r, const struct bar_track *t, size_t wanted,
                           struct tick *out)
{
    const struct plot *p = r->p;
    int64_t unit = p->spec->series[t->first].tick_unit;
    int64_t finest = unit / decimal_pow10(p->spec->digits);
    struct ticks ticks = scale_ticks(t->lo, t->hi, wanted, finest > 0 ? finest : 1);

    for (size_t i = 0; i < ticks.n; i++) {
        out[i] = (struct tick){.at = ticks.at[i]};
        out[i].text = plot_tick_text(p, t->first, ticks.at[i], ticks.step);
    }
    return ticks.n;
}

/* Powers of ten from the first line on, every so many that at most wanted are there. */
static size_t decades(const struct rows *r, const struct bar_track *t, size_t wanted,
                      struct tick *out)
{
    size_t all = 0, every = 1, n = 0;
    int64_t v = t->base;

    for (; scale_log(v) - scale_log(t->base) <= t->hi && v <= INT64_MAX / 10; v *= 10)
        all++;
    while ((all + every - 1) / every > wanted)
        every++;
    v = t->base;
    for (size_t i = 0; i < all; i++, v *= 10)
        if (i % every == 0) {
            out[n] = (struct tick){.at = scale_log(v) - scale_log(t->base)};
            out[n++].text = plot_tick_text(r->p, t->first, v, v);
        }
    return n;
}

/* As many ticks as have room beside each other, at most six; the first line always has one. */
static size_t ticks_of(const struct rows *r, const struct bar_track *t, struct tick *out)
{
    size_t n = 0;

    for (size_t wanted = 6; wanted >= 2; wanted--) {
        n = t->dots ? decades(r, t, wanted, out) : linear_ticks(r, t, wanted, out);
        bool apart = true;
        for (size_t i = 0; i < n; i++) {
            place_tick(r, t, &out[i]);
            mpt free = i ? out[i - 1].left + out[i - 1].width + r->p->gap : INT32_MIN;
            apart = apart && free <= out[i].left;
        }
        if (apart)
            return n;
    }
    for (size_t i = 0; i < n; i++)
        if (out[i].at == 0)
            out[0] = out[i];
    return 1;
}

/* Lines at nice values, their numbers below; narrow bars, whose values all stand at them, go
 * without, but not dots, which no length explains. */
static mpt draw_grid(const struct rows *r, const struct bar_track *t, mpt bottom)
{
    const struct plot *p = r->p;
    struct tick tick[SCALE_TICKS_MAX];

    if (p->spec->series[t->first].tick_unit <= 0 || p->spec->n == 0 ||
        (!t->dots && (!p->wide || t->hi - t->lo == 0)))
        return bottom;
    size_t n = ticks_of(r, t, tick);
    scene_begin_hidden(p->pen.scene, "chart-grid");
    for (size_t i = 0; i < n; i++) {
        if (tick[i].at != 0)
            draw_grid_line(r, t, tick[i].x);
        mpt at = tick[i].anchor == ANCHOR_MIDDLE  ? tick[i].x
                 : tick[i].anchor == ANCHOR_START ? tick[i].left
                                                  : tick[i].left + tick[i].width;
        label_draw(&p->pen, tick[i].text, p->tick, at, bottom + p->em * 12 / 10, tick[i].anchor);
    }
    scene_end(p->pen.scene);
    return bottom + p->em * 16 / 10;
}

/* The first line: one piece, or one at each bar where labels stand between the bars. */
static void draw_zero(const struct rows *r, const struct bar_track *t, mpt top, mpt bottom)
{
    const struct plot *p = r->p;
    mpt x = zero_of(t), over = p->em / 8;

    if (t->hi - t->lo == 0)
        return;
    scene_begin_hidden(p->pen.scene, "chart-zero");
    for (size_t c = 0; !p->wide && c < p->spec->n; c++)
        plot_line(p, x, bar_top(r, c, 0) - over, x,
                  bar_top(r, c, slots_of(t) - 1) + r->thick + over, p->style->muted, p->em / 14);
    if (p->wide)
        plot_line(p, x, top, x, bottom, p->style->muted, p->em / 14);
    scene_end(p->pen.scene);
}

/* --- bars --- */

/* The bar of series i of a track, from x to x. */
static void draw_piece(const struct rows *r, const struct bar_track *t, size_t c, size_t i, mpt y,
                       struct color color, mpt *from, mpt *until)
{
    mpt a, b = piece_end(r->p, t, c, i, &a);

    *from = zero_of(t) + a;
    *until = zero_of(t) + b;
    if (a != b)
        plot_rect(r->p, a < b ? *from : *until, y, a < b ? b - a : a - b, r->thick, color);
}

/* A value inside its part of a stack, where there is room for it. */
static void print_inside(const struct rows *r, mpt y, mpt from, mpt until,
                         const struct chart_mark *m, struct color color)
{
    const struct plot *p = r->p;
    struct text_style style = p->value;
    mpt w = label_width(&p->pen, m->value_text, style);

    if (w + p->gap > (from < until ? until - from : from - until))
        return;
    style.color = palette_on(color);
    style.role = palette_is_black(style.color) ? "chart-on-light" : "chart-on-dark";
    label_draw(&p->pen, m->value_text, style, from + (until - from) / 2, y, ANCHOR_MIDDLE);
}

static void draw_stack(const struct rows *r, const struct bar_track *t, size_t c)
{
    const struct plot *p = r->p;
    mpt y = bar_top(r, c, 0), from, until;

    for (size_t i = 0; i < t->count; i++) {
        struct paint paint = plot_paint(p, t->first + i, c, i, t->count);
        plot_begin(p, "chart-bar", t->first + i, c, paint.class_name);
        if (plot_value(p, t->first + i, c) != 0) {
            draw_piece(r, t, c, i, y, paint.color, &from, &until);
            print_inside(r, y + r->thick / 2 + p->em * 35 / 100, from, until,
                         plot_mark(p, t->first + i, c), paint.color);
        }
        scene_end(p->pen.scene);
    }
}

/* A light line through the row guides the eye from the label to the dot and on. */
static void draw_dot(const struct rows *r, const struct bar_track *t, size_t c, size_t k, mpt x,
                     struct color color)
{
    const struct plot *p = r->p;
    mpt middle = bar_top(r, c, k) + r->thick / 2, from, until;

    value_reach(r, t, c, k, &from, &until);
    bool dot = plot_value(p, t->first + k, c) > 0;
    mpt first = dot ? from : zero_of(t), after = until + p->gap;
    if (first > t->x)
        plot_line(p, t->x, middle, first, middle, p->style->rule, p->em / 28);
    if (after < t->x + t->width)
        plot_line(p, after, middle, t->x + t->width, middle, p->style->rule, p->em / 28);
    if (dot)
        plot_dot(p, x, middle, radius(p), color);
}

static void draw_label(const struct rows *r, size_t c)
{
    const struct plot *p = r->p;
    const struct row *row = &r->row[c];
    mpt y = row->top;

    if (p->wide)
        y = row->bars + r->bars / 2 - (mpt)row->label.n * p->line / 2;
    plot_lines(p, &row->label, plot_category_style(p, c), 0, y, ANCHOR_START);
}

/* One bar or stack with what is printed beside it. */
static void draw_slot(const struct rows *r, const struct bar_track *t, size_t c, size_t k)
{
    const struct plot *p = r->p;
    struct chart_mark m = slot_mark(p, t, c, k);
    int64_t positive, negative;
    mpt y = bar_top(r, c, k), from, until;

    if (t->stacked) {
        draw_stack(r, t, c);
    } else {
        struct paint paint = plot_paint(p, t->first + k, c, k, t->count);
        plot_begin(p, t->dots ? "chart-dot" : "chart-bar", t->first + k, c, paint.class_name);
        if (r->tracks == 1 && t->count == 1)
            draw_label(r, c);
        reach(p, t, c, k, &positive, &negative);
        if (t->dots)
            draw_dot(r, t, c, k, zero_of(t) + scale_length(t->scale, positive), paint.color);
        else
            draw_piece(r, t, c, k, y, paint.color, &from, &until);
    }
    reach(p, t, c, k, &positive, &negative);
    bool left = negative < 0 && positive == 0;
    mpt edge = zero_of(t) + slot_end(p, t, c, k, left);
    mpt baseline = y + r->thick / 2 + p->em * 35 / 100;
    edge += left ? -gap_of(p, t) : gap_of(p, t);
    plot_print(p, &m, edge, baseline, left ? ANCHOR_END : ANCHOR_START);
    if (r->named && c == 0)
        label_draw(&p->pen, p->spec->series[t->first + k].label,
                   plot_series_style(p, t->first + k),
                   edge + plot_printed_width(p, &m) + p->gap, baseline, ANCHOR_START);
    if (!t->stacked)
        scene_end(p->pen.scene);
}

/* --- heads --- */

/* Series of a group are named behind the values of the first row where all fit there, else in
 * a key. */
static bool names_fit(const struct rows *r)
{
    const struct plot *p = r->p;
    const struct bar_track *t = r->track;
    int64_t positive, negative;

    if (r->tracks != 1 || t->stacked || t->count < 2 || p->spec->n == 0)
        return false;
    for (size_t k = 0; k < t->count; k++) {
        reach(p, t, 0, k, &positive, &negative);
        mpt end = zero_of(t) + slot_end(p, t, 0, k, false) + beside(p, t, 0, k) + p->gap +
                  label_width(&p->pen, p->spec->series[t->first + k].label, p->series);
        if (negative < 0 || end > t->x + t->width || plot_mark(p, t->first + k, 0)->unknown)
            return false;
    }
    return true;
}

/* Names of the parts of a stack right above those of the first row, where all fit; 0 else. */
static mpt names_above(const struct rows *r, mpt y)
{
    const struct plot *p = r->p;
    const struct bar_track *t = r->track;
    int64_t sum = 0;

    for (int draw = 0; draw <= 1; draw++, sum = 0) {
        for (size_t i = 0; i < t->count; i++) {
            int64_t v = plot_value(p, t->first + i, 0);
            mpt from = scale_length(t->scale, sum), until = scale_length(t->scale, sum + v);
            mpt w = label_width(&p->pen, p->spec->series[t->first + i].label, p->series);
            if (v <= 0 || from + w + p->em > (i + 1 < t->count ? until : t->width - t->margin))
                return 0;
            if (draw)
                label_draw(&p->pen, p->spec->series[t->first + i].label,
                           plot_series_style(p, t->first + i), zero_of(t) + from, y + p->em,
                           ANCHOR_START);
            sum += v;
        }
    }
    return p->line;
}

static mpt draw_heads(const struct rows *r, mpt y)
{
    const struct plot *p = r->p;
    mpt below = y;

    for (size_t i = 0; i < r->tracks; i++) {
        const struct bar_track *t = &r->track[i];
        mpt x = r->tracks > 1 ? t->x : 0, width = r->tracks > 1 ? t->width : p->style->width;
        mpt at = plot_paragraph(p, t->heading, t->heading_style, x, width, y);
        mpt direct = r->tracks == 1 && t->stacked && p->wide && p->spec->n && t->lo == 0 ?
                         names_above(r, at + p->em / 4) : 0;
        if (direct)
            at += direct;
        else if (t->count > 1 && !r->named)
            at = plot_key(p, t->first, t->count, x, width, at + p->em / 4);
        below = at > below ? at : below;
    }
    return below > y ? below + p->em * 4 / 10 : below;
}

mpt bar_draw(const struct plot *p, const struct bar_track *track, size_t n, mpt y)
{
    struct rows r = {.p = p, .track = track, .tracks = n};
    size_t slots = most_slots(track, n);

    r.row = ARENA_ARRAY(p->arena, struct row, p->spec->n + 1);
    r.thick = slots > 1 ? p->em * 95 / 100 : p->em * 11 / 10;
    r.pitch = slots > 1 ? p->em * 115 / 100 : r.thick;
    r.bars = (mpt)slots * r.pitch;
    r.named = names_fit(&r);
    y = draw_heads(&r, y);
    mpt top = y, below = place_rows(&r, y), bottom = below;
    for (size_t i = 0; i < n; i++) {
        mpt end = draw_grid(&r, &track[i], bottom);
        below = end > below ? end : below;
    }
    for (size_t c = 0; c < p->spec->n; c++) {
        if (n > 1 || track[0].count > 1)
            draw_label(&r, c);
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < slots_of(&track[i]); k++)
                draw_slot(&r, &track[i], c, k);
    }
    for (size_t i = 0; i < n; i++)
        draw_zero(&r, &track[i], top, bottom);
    return below;
}
