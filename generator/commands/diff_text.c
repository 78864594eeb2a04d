/* diff_text.c - what differs, for a terminal. */
#include "commands/diff.h"

#include "base/visible.h"
#include "locale/locale.h"

#include <string.h>

enum {
    LINE = 100,     /* cells of a value that is shown whole */
    FIGURE_MOST = 58 /* cells of the ids of figures; longer ones push the numbers aside */
};

static void pad(struct buf *out, size_t cells)
{
    while (cells--)
        buf_putc(out, ' ');
}

/* In a field so wide, to the right or the left. */
static void put(struct buf *out, const char *s, size_t width, bool right)
{
    size_t cells = locale_cells(s), rest = cells < width ? width - cells : 0;
    pad(out, right ? rest : 0);
    buf_puts(out, s);
    pad(out, right ? 0 : rest);
}

static void heading(struct buf *out, const char *title, const char *counts)
{
    buf_printf(out, "\n%s%s%s\n", title, counts ? ": " : "", counts ? counts : "");
}

/* On one line, and no longer than a line. */
static const char *line_of(struct diff *d, const char *s)
{
    char *one = arena_strdup(d->arena, s);
    for (char *p = one; *p; p++)
        *p = *p == '\n' || *p == '\t' || *p == '\r' ? ' ' : *p;
    if (locale_cells(one) <= LINE)
        return one;
    return arena_printf(d->arena, "%.*s…", (int)locale_cells_fit(one, LINE - 1), one);
}

/* --- records --- */

static void put_field(struct diff *d, struct buf *out, const struct field_change *f, size_t width)
{
    buf_puts(out, "      ");
    put(out, f->field, width, false);
    if (!f->before && !f->after)
        buf_printf(out, "  -%zu +%zu\n", f->lines_before, f->lines_after);
    else if (!f->before)
        buf_printf(out, "  + %s\n", line_of(d, f->after));
    else if (!f->after)
        buf_printf(out, "  - %s\n", line_of(d, f->before));
    else
        buf_printf(out, "  %s → %s\n", line_of(d, f->before), line_of(d, f->after));
}

static void put_record(struct diff *d, struct buf *out, const struct diff_record *r)
{
    static const char mark[] = {'+', '-', '~', '='};
    const struct record_change *c = r->change;
    size_t width = 0;
    buf_printf(out, "  %c ", mark[c->what]);
    if (c->what == CHANGE_RENAMED)
        buf_printf(out, "%s → ", c->id_before);
    buf_printf(out, "%s%s%s\n", c->id, r->title ? "  " : "", r->title ? line_of(d, r->title) : "");
    for (size_t i = 0; i < c->fields; i++) {
        size_t cells = locale_cells(r->field[i].field);
        width = cells > width && cells < FIGURE_MOST ? cells : width;
    }
    for (size_t i = 0; i < c->fields; i++)
        put_field(d, out, &r->field[i], width);
}

static void put_records(struct diff *d, struct buf *out)
{
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const char *counts = diff_kind_counts(d, (enum record_kind)kind);
        if (!counts)
            continue;
        heading(out, diff_kind_word(d, (enum record_kind)kind), counts);
        for (size_t i = 0; i < d->record.n; i++)
            if ((int)d->record.p[i].change->kind == kind)
                put_record(d, out, &d->record.p[i]);
    }
}

/* --- figures --- */

struct widths {
    size_t figure, before, after, difference;
};

static void widen(size_t *width, const char *s, size_t most)
{
    size_t cells = locale_cells(s);
    if (cells > *width && cells <= most)
        *width = cells;
}

static void widen_all(struct diff *d, struct widths *w, const struct diff_figure *f)
{
    for (size_t i = 0; i < f->form.n && !f->withheld; i++) {
        const struct diff_form *x = &f->form.p[i];
        if (!diff_tells_form(d, x) || x->withheld)
            continue;
        widen(&w->figure, diff_form_id(d->arena, f->id, x->form), FIGURE_MOST);
        widen(&w->before, diff_number(d, x->before), LINE);
        widen(&w->after, diff_number(d, x->after), LINE);
        widen(&w->difference, diff_signed(d, x->difference), LINE);
    }
}

static void put_row(struct buf *out, const struct widths *w, const char *figure,
                    const char *before, const char *after, const char *difference)
{
    size_t from = out->n;
    buf_puts(out, "  ");
    put(out, figure, w->figure, false);
    buf_puts(out, "  ");
    put(out, before, w->before, true);
    buf_puts(out, "  ");
    put(out, after, w->after, true);
    buf_puts(out, "  ");
    put(out, difference, w->difference, true);
    while (out->n > from && out->p[out->n - 1] == ' ')
        out->n--;
    buf_putc(out, '\n');
}

static void put_spots(struct diff *d, struct buf *out, const struct diff_form *f)
{
    for (size_t i = 0; f->print && i < f->print->spot.n; i++)
        buf_printf(out, "      %s\n", diff_spot_text(d, &f->print->spot.p[i]));
    for (size_t i = 0; i < f->frozen.n; i++)
        buf_printf(out, "      %s%s\n", f->frozen.p[i].held ? "" : "! ",
                   diff_frozen_text(d, &f->frozen.p[i]));
}

static void put_movers(struct diff *d, struct buf *out, const struct diff_figure *f)
{
    if (!f->mover.n)
        return;
    buf_printf(out, "      %s ", diff_word(d->words, "diff_moved_by"));
    for (size_t i = 0; i < f->mover.n; i++) {
        const struct diff_mover *m = &f->mover.p[i];
        buf_printf(out, "%s%s", i ? ", " : "",
                   m->id ? m->id : diff_word(d->words, "diff_internal_agreements"));
        if (m->id && m->difference)
            buf_printf(out, " (%s)", diff_signed(d, m->difference));
        if (!m->record_differs)
            buf_printf(out, " [%s]", diff_word(d->words, "diff_by_rules"));
    }
    buf_putc(out, '\n');
}

static void put_exact(struct diff *d, struct buf *out, const struct diff_figure *f)
{
    bool rounded = f->unit == UNIT_USD && f->difference && !f->whole;
    for (size_t i = 0; i < f->form.n; i++)
        rounded = rounded && (strcmp(f->form.p[i].form, "usd") != 0 ||
                              !diff_tells_form(d, &f->form.p[i]));
    if (rounded)
        buf_printf(out, "      %s %s → %s (%s)\n", diff_word(d->words, "diff_exactly"),
                   diff_number(d, f->before), diff_number(d, f->after),
                   diff_signed(d, f->difference));
}

static void put_figure(struct diff *d, struct buf *out, const struct widths *w,
                       const struct diff_figure *f)
{
    buf_printf(out, "\n  %s\n", f->label);
    if (f->withheld) {
        buf_printf(out, "  %s\n      %s\n", f->id, diff_word(d->words, "diff_withheld"));
        return;
    }
    for (size_t i = 0; i < f->form.n; i++) {
        const struct diff_form *x = &f->form.p[i];
        if (!diff_tells_form(d, x))
            continue;
        const char *id = diff_form_id(d->arena, f->id, x->form);
        if (x->withheld)
            buf_printf(out, "  %s\n      %s\n", id, diff_word(d->words, "diff_withheld"));
        else
            put_row(out, w, id, diff_number(d, x->before), diff_number(d, x->after),
                    diff_signed(d, x->difference));
        put_spots(d, out, x);
    }
    if (f->whole)
        buf_printf(out, "      %s\n",
                   diff_word2(d->words, "diff_of_whole", "figure", f->whole, NULL, NULL));
    put_exact(d, out, f);
    put_movers(d, out, f);
}

/* Those that print as before are only counted, unless all are asked for. */
static bool is_listed(const struct diff *d, const struct diff_figure *f)
{
    return f->moves || d->opt->all_figures;
}

static void put_figures(struct diff *d, struct buf *out, enum diff_state state, const char *title)
{
    struct widths w = {0};
    size_t n = 0;
    widen(&w.before, diff_word(d->words, "diff_before"), LINE);
    widen(&w.after, diff_word(d->words, "diff_after"), LINE);
    widen(&w.difference, diff_word(d->words, "diff_difference"), LINE);
    for (size_t i = 0; i < d->figure.n; i++)
        if (d->figure.p[i].state == state && is_listed(d, &d->figure.p[i])) {
            widen_all(d, &w, &d->figure.p[i]);
            n++;
        }
    if (!n)
        return;
    heading(out, diff_word(d->words, title), arena_printf(d->arena, "%zu", n));
    put_row(out, &w, "", diff_word(d->words, "diff_before"), diff_word(d->words, "diff_after"),
            diff_word(d->words, "diff_difference"));
    for (size_t i = 0; i < d->figure.n; i++)
        if (d->figure.p[i].state == state && is_listed(d, &d->figure.p[i]))
            put_figure(d, out, &w, &d->figure.p[i]);
}

static void put_all_figures(struct diff *d, struct buf *out)
{
    size_t same = 0, revise = diff_to_revise(d);
    for (size_t i = 0; i < d->figure.n; i++)
        same += !is_listed(d, &d->figure.p[i]);
    put_figures(d, out, DIFF_MOVED, d->opt->all_figures ? "diff_all_figures" : "diff_figures");
    put_figures(d, out, DIFF_GONE, "diff_gone");
    put_figures(d, out, DIFF_FIRST, "diff_first");
    const char *newest = diff_newest(d);
    if (same || d->hidden_figures || revise || d->unprinted || newest)
        buf_putc(out, '\n');
    if (newest)
        buf_printf(out, "%s\n", newest);
    if (d->unprinted && !diff_moving(d))
        buf_printf(out, "%s\n", diff_word_count(d->words, "diff_n_moving", 0));
    if (d->unprinted)
        buf_printf(out, "%s\n", diff_word_count(d->words, "diff_n_unprinted", d->unprinted));
    if (same)
        buf_printf(out, "%s\n", diff_word_count(d->words, "diff_n_same", same));
    if (d->hidden_figures)
        buf_printf(out, "%s\n", diff_word_count(d->words, "diff_n_hidden_figures",
                                                d->hidden_figures));
    if (revise)
        buf_printf(out, "%s\n", diff_word_count(d->words, "diff_n_revise", revise));
}

/* --- rankings --- */

static const char *place(struct diff *d, size_t n)
{
    return n ? arena_printf(d->arena, "%zu", n) : "-";
}

static void put_ranking(struct diff *d, struct buf *out, const struct diff_ranking *r)
{
    size_t name = 0, width = 0;
    heading(out, diff_ranking_title(d, r), NULL);
    for (size_t i = 0; i < r->n; i++) {
        widen(&name, diff_rank_name(d, &r->rank[i]), LINE);
        widen(&width, diff_number(d, r->rank[i].cents_before), LINE);
    }
    for (size_t i = 0; i < r->n; i++) {
        const struct diff_rank *x = &r->rank[i];
        buf_puts(out, "  ");
        put(out, place(d, x->before), 3, true);
        buf_puts(out, " → ");
        put(out, place(d, x->after), 3, true);
        buf_puts(out, "  ");
        put(out, diff_rank_name(d, x), name, false);
        if (x->id) {
            buf_puts(out, "  ");
            put(out, x->cents_before ? diff_number(d, x->cents_before) : "-", width, true);
            buf_printf(out, " → %s", x->cents_after ? diff_number(d, x->cents_after) : "-");
        }
        buf_putc(out, '\n');
    }
    if (r->broken)
        buf_printf(out, "  ! %s\n", diff_ranking_broken(d, r));
}

/* --- all --- */

void diff_text(struct diff *d, struct buf *out)
{
    buf_printf(out, "%s\n", diff_word2(d->words, "diff_title", "before",
                                       visible_text(d->arena, d->before->name), "after",
                                       visible_text(d->arena, d->after->name)));
    for (size_t k = 0; k < 2; k++) {
        const char *fault = diff_fault(d, k ? d->after : d->before);
        if (fault)
            buf_printf(out, "%s\n", fault);
    }
    put_records(d, out);
    put_all_figures(d, out);
    for (size_t i = 0; i < d->ranking.n; i++)
        put_ranking(d, out, &d->ranking.p[i]);
    if (!d->changes && !d->figure.n && !d->ranking.n && !d->hidden_figures)
        buf_printf(out, "%s\n", diff_word(d->words, d->compared ? "diff_nothing"
                                                                : "diff_no_record"));
}
