/* command_figures.c - figures by id, as a table for people or as JSON with their trails.
 *
 * JSON: an array of objects
 *   {"id", "period", "unit": "count" | "fraction" | "usd",
 *    "value": number, money with its cents; null when it is not known,
 *    "exact": "33/2", counts only,
 *    "forms": {"usd", "millions", "millions2", "percent"}: numbers, money only,
 *    "text": in the language, "sample": boolean,
 *    "trail": [{"agreement", "history", "partner", "usd" | "weight"}]}
 * In public, steps of internal agreements are one, the last: {"internal": how many agreements,
 * "usd" | "weight"}; figures that would name a partner who may not be named are left out.
 */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/say.h"
#include "base/vec.h"
#include "locale/locale.h"
#include "views/views.h"

#include <stdio.h>
#include <string.h>

struct shown {
    const struct figure *figure;
    const char *form;
    const char *id; /* with its form */
};

struct listing {
    struct session *s;
    const struct views *views;
    const struct locale *locale;
    VEC(struct shown) list;
    struct buf out;
};

/* --- what to show --- */

static void show(struct listing *l, const struct figure *f, const char *form)
{
    struct shown x = {f, form, f->id};
    if (*form)
        x.id = arena_printf(l->s->arena, "%s.%s", f->id, form);
    VEC_PUSH(l->s->arena, &l->list, x);
}

/* False after a message about an id that no figure has, or that may not be shown. */
static bool choose_one(struct listing *l, const char *id)
{
    const char *form = "";
    const struct figure *f = model_figure_form(l->s->model, id, &form);
    bool named = f && views_figure_named(l->views, f);
    if (named)
        show(l, f, form);
    else if (f)
        say_to(stderr,
               "accord figures: \"%s\" would name a partner whose agreements are internal; "
               "print it with --profile internal\n",
               id);
    else
        say_to(stderr, "accord figures: unknown figure \"%s\"\n  hint: %s\n", id,
               phrase_text(l->s->arena, l->s->language,
                           model_figure_why(l->s->model, id, l->s->opt->internal)));
    return named;
}

static bool choose(struct listing *l, const struct options *opt)
{
    bool fine = true;
    for (size_t i = 0; i < opt->args; i++)
        fine = choose_one(l, opt->arg[i]) && fine;
    if (opt->args)
        return fine;
    const struct figure *const *all;
    size_t n = model_figures(l->s->model, &all);
    for (size_t i = 0; i < n; i++)
        if (views_figure_named(l->views, all[i]))
            show(l, all[i], "");
    return true;
}

static const char *decimal_of(struct listing *l, const struct figure *f, const char *form)
{
    return figure_form(l->s->arena, f, form);
}

static const char *text_of(struct listing *l, const struct shown *x)
{
    const char *decimal = decimal_of(l, x->figure, x->form);
    if (!decimal)
        return "-";
    if (strcmp(x->form, "percent") == 0)
        return locale_percent(l->s->arena, l->locale, decimal);
    return locale_number(l->s->arena, l->locale, decimal);
}

/* --- as text --- */

static void write_text(struct listing *l)
{
    int widest = 0;
    for (size_t i = 0; i < l->list.n; i++)
        if ((int)strlen(l->list.p[i].id) > widest)
            widest = (int)strlen(l->list.p[i].id);
    for (size_t i = 0; i < l->list.n; i++)
        buf_printf(&l->out, "%-*s  %s\n", widest, l->list.p[i].id, text_of(l, &l->list.p[i]));
}

/* --- as JSON --- */

static void json_number(struct buf *out, const char *key, const char *decimal)
{
    buf_printf(out, "\"%s\": %s", key, decimal ? decimal : "null");
}

static const char *dollars(struct listing *l, int64_t cents)
{
    const struct figure f = {.unit = UNIT_USD, .cents = cents, .known = true};
    return decimal_of(l, &f, "");
}

/* The part of the figure that a step, or several, are; weight is not used of money. */
static void json_part(struct listing *l, const struct figure *f, int64_t cents,
                      struct rational *weight)
{
    buf_puts(&l->out, ", ");
    if (f->unit == UNIT_USD)
        json_number(&l->out, "usd", dollars(l, cents));
    else
        json_field(&l->out, "weight", rational_text(l->s->arena, weight));
    buf_putc(&l->out, '}');
}

static void json_step(struct listing *l, const struct figure *f, const struct trail_item *step)
{
    struct buf *out = &l->out;
    buf_putc(out, '{');
    if (step->deal)
        json_field(out, "agreement", step->deal->record->id);
    else
        buf_printf(out, "\"history\": %d", step->history->year);
    if (step->partner || step->money) {
        buf_puts(out, ", ");
        json_field(out, "partner", step->partner ? step->partner->id : "itu");
    }
    json_part(l, f, step->cents,
              rational_new(l->s->arena, step->num, step->den ? step->den : 1));
}

static void json_trail(struct listing *l, const struct figure *f)
{
    struct rational *weight = rational_new(l->s->arena, 0, 1);
    const struct deal *last = NULL; /* steps of an agreement follow each other */
    const char *sep = "";
    int64_t cents = 0;
    size_t unnamed = 0;
    buf_puts(&l->out, "\"trail\": [");
    for (size_t i = 0; i < f->trail_n; i++) {
        const struct trail_item *step = &f->trail[i];
        if (!step->deal || views_may_name(l->views, step->deal)) {
            buf_puts(&l->out, sep);
            json_step(l, f, step);
            sep = ", ";
            continue;
        }
        unnamed += step->deal != last;
        last = step->deal;
        cents += step->cents;
        rational_add_fraction(weight, step->num, step->den ? step->den : 1);
    }
    if (unnamed) {
        buf_printf(&l->out, "%s{\"internal\": %zu", sep, unnamed);
        json_part(l, f, cents, weight);
    }
    buf_puts(&l->out, "]");
}

static void json_forms(struct listing *l, const struct figure *f)
{
    buf_puts(&l->out, "\"forms\": {");
    const char *sep = "";
    for (size_t i = 0; figure_forms[i] && f->unit == UNIT_USD; i++) {
        if (strcmp(figure_forms[i], "percent") == 0 && !f->whole)
            continue;
        buf_puts(&l->out, sep);
        json_number(&l->out, figure_forms[i], decimal_of(l, f, figure_forms[i]));
        sep = ", ";
    }
    buf_puts(&l->out, "}, ");
}

static void json_figure(struct listing *l, const struct shown *x)
{
    static const char *const unit[] = {"count", "fraction", "usd"};
    const struct figure *f = x->figure;
    struct buf *out = &l->out;
    buf_putc(out, '{');
    json_field(out, "id", x->id);
    buf_printf(out, ", \"period\": \"%.*s\", \"unit\": \"%s\", ", (int)strcspn(f->id, "."), f->id,
               unit[f->unit]);
    json_number(out, "value", decimal_of(l, f, x->form));
    buf_puts(out, ", ");
    if (f->unit != UNIT_USD) {
        json_field(out, "exact", f->known ? rational_text(l->s->arena, f->count) : NULL);
        buf_puts(out, ", ");
    }
    json_forms(l, f);
    json_field(out, "text", f->known ? text_of(l, x) : NULL);
    buf_printf(out, ", \"sample\": %s, ", f->sample ? "true" : "false");
    json_trail(l, f);
    buf_putc(out, '}');
}

static void write_json(struct listing *l)
{
    buf_putc(&l->out, '[');
    for (size_t i = 0; i < l->list.n; i++) {
        buf_puts(&l->out, i ? ",\n" : "\n");
        json_figure(l, &l->list.p[i]);
    }
    buf_puts(&l->out, "\n]\n");
}

/* --- the command --- */

static int list_figures(struct session *s, const struct options *opt)
{
    struct listing l = {.s = s};
    int lang = session_any_language(s);
    if (lang < 0)
        return EXIT_USAGE;
    l.views = views_open(s->arena, s->diags, s->model, (enum lang)lang, s->opt->internal);
    l.locale = views_locale(l.views);
    bool fine = choose(&l, opt);
    if (opt->json)
        write_json(&l);
    else
        write_text(&l);
    fwrite(buf_str(&l.out), 1, l.out.n, stdout);
    buf_free(&l.out);
    return fine ? EXIT_FINE : EXIT_USAGE;
}

int command_figures(const struct options *opt)
{
    struct session s;
    session_begin(&s, opt);
    s.errors_only = !opt->verbose;
    if (!session_load(&s))
        return session_end(&s, EXIT_SYSTEM);
    session_refuse_disclosure(&s, !diags_failed(s.diags));
    return session_end(&s, diags_failed(s.diags) ? EXIT_CONTENT : list_figures(&s, opt));
}
