/* format.c - values as readers write them: the one place where a number becomes text. */
#include "views/views_room.h"

#include "base/decimal.h"

#include <stdio.h>
#include <string.h>

static void tell_missing(const struct views *v, const char *id)
{
    if (map_has(v->told, id))
        return;
    map_set(v->told, id, NULL);
    const struct source *src = v->rec->strings[v->lang].src;
    struct place place = {.src = src};
    if (!src || v->rec->strings[v->lang].unread)
        return; /* there is no file, or it cannot be read: that is said once, of the file */
    diag_report(v->diags, DIAG_MISSING_STRING, place, id, lang_code[v->lang]);
    const char *near = map_nearest(&v->rec->strings[v->lang].text, id);
    if (near && !map_has(&v->rec->strings[LANG_EN].text, near))
        diag_hint(v->diags, HINT_DID_MEAN, near, id);
}

/* What a word says; its pattern where it wants what it was not given. */
const char *format_filled(const struct views *v, const char *id, const struct locale_arg *arg,
                          size_t args)
{
    const struct word *w = map_get(v->word, id);
    if (!w || w->lang != v->lang)
        tell_missing(v, id);
    if (!w)
        return id;
    if (w->plain || !w->message)
        return w->plain ? w->plain : w->pattern;
    const char *error, *s = locale_message_fill(v->arena, v->locale, w->message, arg, args, &error);
    return s ? s : w->pattern;
}

const char *views_word(const struct views *v, const char *id, const struct value *args)
{
    const struct locale_arg *arg = NULL;
    size_t n = args ? locale_message_args(v->arena, args, &arg) : 0;
    return format_filled(v, id, arg, n);
}

const char *format_word1(const struct views *v, const char *id, const char *k1, const char *v1)
{
    return format_filled(v, id, &(struct locale_arg){k1, v1, false}, v1 ? 1 : 0);
}

const char *format_word2(const struct views *v, const char *id, const char *k1, const char *v1,
                         const char *k2, const char *v2)
{
    struct locale_arg arg[2];
    size_t n = 0;
    if (v1)
        arg[n++] = (struct locale_arg){k1, v1, false};
    if (v2)
        arg[n++] = (struct locale_arg){k2, v2, false};
    return format_filled(v, id, arg, n);
}

const char *format_count_word(const struct views *v, const char *id, size_t count)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    return format_filled(v, id, &(struct locale_arg){"count", digits, true}, 1);
}

const char *format_cents(struct arena *a, int64_t cents)
{
    return decimal_text(a, cents, 2);
}

const char *views_cents(const struct views *v, int64_t cents)
{
    return locale_number(v->arena, v->locale, format_cents(v->arena, cents));
}

const char *views_money(const struct views *v, int64_t minor, const struct currency *c)
{
    const char *plain = decimal_text(v->arena, minor, c->digits);
    return format_word2(v, "amount_currency", "amount", locale_number(v->arena, v->locale, plain),
                        "currency", c->code);
}

const char *views_figure(const struct views *v, const struct figure *f, const char *form)
{
    const char *plain = f->known ? figure_form(v->arena, f, form) : NULL;
    return plain ? locale_number(v->arena, v->locale, plain) : views_word(v, "not_available", NULL);
}

/* "0.00" of more than nothing would be read as nothing. */
const char *format_small(const struct views *v, const struct figure *f, const char *form)
{
    const char *plain = f->known ? figure_form(v->arena, f, form) : NULL;
    if (!plain || !*plain || plain[strspn(plain, "0.")] || view_figure_hundredths(f) <= 0)
        return views_figure(v, f, form);
    const char *least = arena_printf(v->arena, "%.*s1", (int)strlen(plain) - 1, plain);
    return format_word1(v, "value_below", "value", locale_number(v->arena, v->locale, least));
}

/* A number for plurals to choose by, for which 1.00 is 1. */
static struct locale_arg number_arg(const struct views *v, const char *name, const char *decimal)
{
    size_t n = strlen(decimal);
    if (strchr(decimal, '.')) {
        while (decimal[n - 1] == '0')
            n--;
        n -= decimal[n - 1] == '.';
    }
    return (struct locale_arg){name, arena_strndup(v->arena, decimal, n), true};
}

/* Messages get an amount twice: as it prints, and as a number. */
static const char *money_word(const struct views *v, const char *id, const struct figure *f,
                              const char *form)
{
    const char *plain = figure_form(v->arena, f, form);
    const struct locale_arg arg[] = {{"amount", format_small(v, f, form), false},
                                     number_arg(v, "number", plain)};
    return format_filled(v, id, arg, 2);
}

const char *format_millions(const struct views *v, const struct figure *f)
{
    if (!f->known)
        return views_word(v, "not_available", NULL);
    return money_word(v, "amount_million_usd", f, "millions2");
}

const char *format_million_unit(const struct views *v, const struct figure *f, const char *form)
{
    return f && f->known ? money_word(v, "unit_million_usd", f, form) : NULL;
}

const char *format_counted(const struct views *v, const char *id, const struct figure *f)
{
    const char *several = "5"; /* of a number that is not known */
    const char *plain = f && f->known ? figure_form(v->arena, f, "") : several;
    const struct locale_arg arg = number_arg(v, "count", plain);
    return format_filled(v, id, &arg, 1);
}

const char *views_date(const struct views *v, struct date d)
{
    return locale_date(v->arena, v->locale, d, DATE_LONG);
}

/* A word with an ending, where the site's way of counting wants it and there is one. */
static const char *variant(const struct views *v, const char *id, const char *ending, bool wanted)
{
    if (!wanted)
        return id;
    const char *other = arena_printf(v->arena, "%s%s", id, ending);
    return map_has(&v->rec->strings[v->lang].text, other) ? other : id;
}

/* What says that new agreements were signed in a year is put otherwise where addenda count as such,
 * and where entry into force decides on the year. */
static const char *by_counting(const struct views *v, const char *id)
{
    const struct counting *c = &v->rec->site.counting;
    return variant(v, variant(v, id, "_with", c->addenda_with), "_force", c->by_in_force);
}

/* The words of a period, made when it is first named: nearly every label names one. */
static struct period_words *period_words(const struct views *of, struct period p)
{
    const struct views *v = of->lasting;
    for (size_t i = 0; i < v->periods->n; i++)
        if (v->periods->p[i]->period.from == p.from && v->periods->p[i]->period.until == p.until)
            return v->periods->p[i];
    struct period_words *w = ARENA_NEW(v->arena, struct period_words);
    w->period = p;
    w->from = arena_printf(v->arena, "%d", p.from);
    w->until = arena_printf(v->arena, "%d", p.until);
    w->text = p.from == p.until ? w->from
                                : format_word2(v, "year_range", "from", w->from, "until", w->until);
    VEC_PUSH(v->arena, v->periods, w);
    return w;
}

const char *format_period(const struct views *v, struct period p)
{
    return period_words(v, p)->text;
}

const char *format_year(const struct views *v, struct period p)
{
    struct period_words *w = period_words(v, p);
    const struct locale_arg arg[] = {
        {"year", w->text, false}, {"from", w->from, false}, {"until", w->until, false}};
    const char *id = p.from == p.until ? "period_year" : "period_years";
    if (!w->sentence)
        w->sentence =
            format_filled(v->lasting, by_counting(v, id), arg, sizeof arg / sizeof *arg);
    return w->sentence;
}

const char *format_period_word(const struct views *v, const char *id, struct period p,
                               const char *key, const char *text)
{
    const struct period_words *w = period_words(v, p);
    const struct locale_arg arg[] = {{"year", w->text, false},
                                     {"from", w->from, false},
                                     {"until", w->until, false},
                                     {"period", format_year(v, p), false},
                                     {key, text, false}};
    size_t args = sizeof arg / sizeof *arg;
    return format_filled(v, by_counting(v, id), arg, key && text ? args : args - 1);
}

const char *format_joined(const struct views *v, const char *id, const char *list,
                          const char *next)
{
    return list && *list ? format_word2(v, id, "list", list, "next", next) : next;
}

const char *views_text(const struct views *v, const struct text *t, const char **lang)
{
    enum lang got = v->lang;
    const char *s = text_in(t, v->lang, v->rec->site.default_lang, &got);
    if (lang)
        *lang = s && got != v->lang ? lang_code[got] : NULL;
    return s;
}

const char *views_language_mark(const struct views *v, const char *lang)
{
    const char *id = lang ? arena_printf(v->arena, "language_%s", lang) : NULL;
    return id ? format_word1(v, "language_mark_after", "language", views_word(v, id, NULL)) : NULL;
}

const char *views_marked(const struct views *v, const char *text, const char *lang)
{
    const char *mark = text ? views_language_mark(v, lang) : NULL;
    return mark ? arena_printf(v->arena, "%s%s", text, mark) : text;
}

const char *views_text_marked(const struct views *v, const struct text *t)
{
    const char *lang, *text = views_text(v, t, &lang);
    return views_marked(v, text, lang);
}

const char *views_partner_name(const struct views *v, const struct partner *p, struct date on)
{
    return model_partner_name(v->model, p, on, v->lang);
}

const char *views_label(const struct views *v, const struct entry *e)
{
    if (!e)
        return views_word(v, "unassigned", NULL);
    const char *s = views_text_marked(v, &e->label);
    return s ? s : e->id;
}

const char *format_short(const struct views *v, const struct entry *e)
{
    const char *s = e ? views_text_marked(v, &e->short_label) : NULL;
    return s ? s : views_label(v, e);
}

const char *format_sdg(const struct views *v, int n)
{
    const char *title = views_word(v, arena_printf(v->arena, "sdg_%d", n), NULL);
    return format_word2(v, "sdg_n", "n", arena_printf(v->arena, "%d", n), "title", title);
}

const char *format_country(const struct views *v, const char *code)
{
    return locale_country(v->arena, v->locale, code);
}
