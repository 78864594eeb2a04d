/* format.c - values as readers write them: the one place where a number becomes text. */
#include "views/views_room.h"

#include <inttypes.h>
#include <string.h>

static const char *pattern_of(const struct views *v, const char *id, enum lang *lang)
{
    enum lang order[] = {v->lang, v->rec->site.default_lang, LANG_EN};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *p = map_get(&v->rec->strings[order[i]].text, id);
        if (p) {
            *lang = order[i];
            return p;
        }
    }
    return NULL;
}

static void tell_missing(const struct views *v, const char *id)
{
    if (map_has(v->told, id))
        return;
    map_set(v->told, id, NULL);
    const struct source *src = v->rec->strings[v->lang].src;
    struct place place = {.src = src};
    if (!src)
        return; /* there is no file: that is said once, of the file */
    diag_report(v->diags, DIAG_MISSING_STRING, place, id, lang_code[v->lang]);
    const char *near = map_nearest(&v->rec->strings[v->lang].text, id);
    if (near && !map_has(&v->rec->strings[LANG_EN].text, near))
        diag_hint(v->diags, HINT_DID_MEAN, near, id);
}

const char *views_word(const struct views *v, const char *id, const struct value *args)
{
    enum lang lang = v->lang;
    const char *pattern = pattern_of(v, id, &lang), *error = NULL;
    if (!pattern || lang != v->lang)
        tell_missing(v, id);
    if (!pattern)
        return id;
    char *s = args ? NULL : map_get(v->plain, id);
    if (s)
        return s;
    s = locale_message(v->arena, v->locale, pattern, args, &error);
    if (!s)
        return pattern; /* views_open has reported a faulty pattern */
    if (!args)
        map_set(v->plain, id, s);
    return s;
}

const char *format_word1(const struct views *v, const char *id, const char *k1, const char *v1)
{
    struct value *args = value_map(v->arena);
    value_set_string(args, k1, v1);
    return views_word(v, id, args);
}

const char *format_word2(const struct views *v, const char *id, const char *k1, const char *v1,
                         const char *k2, const char *v2)
{
    struct value *args = value_map(v->arena);
    value_set_string(args, k1, v1);
    value_set_string(args, k2, v2);
    return views_word(v, id, args);
}

const char *format_count_word(const struct views *v, const char *id, size_t count)
{
    struct value *args = value_map(v->arena);
    value_set_int(args, "count", (int64_t)count);
    return views_word(v, id, args);
}

const char *format_minor(struct arena *a, int64_t minor, int digits)
{
    uint64_t n = minor < 0 ? -(uint64_t)minor : (uint64_t)minor;
    uint64_t unit = (uint64_t)decimal_pow10(digits);
    const char *sign = minor < 0 ? "-" : "";
    if (digits == 0)
        return arena_printf(a, "%s%" PRIu64, sign, n);
    return arena_printf(a, "%s%" PRIu64 ".%0*" PRIu64, sign, n / unit, digits, n % unit);
}

const char *format_cents(struct arena *a, int64_t cents)
{
    return format_minor(a, cents, 2);
}

const char *views_cents(const struct views *v, int64_t cents)
{
    return locale_number(v->arena, v->locale, format_cents(v->arena, cents));
}

const char *views_money(const struct views *v, int64_t minor, const struct currency *c)
{
    const char *plain = format_minor(v->arena, minor, c->digits);
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

/* Messages get an amount twice: as it prints, and as a number for their plurals to choose by. */
static const char *money_word(const struct views *v, const char *id, const struct figure *f,
                              const char *form)
{
    const char *plain = figure_form(v->arena, f, form);
    struct value *args = value_map(v->arena);
    value_set_string(args, "amount", format_small(v, f, form));
    value_set(args, "number", value_number(v->arena, plain));
    return views_word(v, id, args);
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
    struct value *args = value_map(v->arena);
    const char *several = "5"; /* of a number that is not known */
    const char *plain = f && f->known ? figure_form(v->arena, f, "") : several;
    value_set(args, "count", value_number(v->arena, plain));
    return views_word(v, id, args);
}

const char *views_date(const struct views *v, struct date d)
{
    return locale_date(v->arena, v->locale, d, DATE_LONG);
}

const char *format_period(const struct views *v, struct period p)
{
    char *from = arena_printf(v->arena, "%d", p.from);
    if (p.from == p.until)
        return from;
    return format_word2(v, "year_range", "from", from, "until",
                        arena_printf(v->arena, "%d", p.until));
}

const char *format_year(const struct views *v, struct period p)
{
    return format_period_word(v, p.from == p.until ? "period_year" : "period_years", p, NULL, NULL);
}

/* A word with an ending, where the site's way of counting wants it and there is one. */
static const char *variant(const struct views *v, const char *id, const char *ending, bool wanted)
{
    const char *other = wanted ? arena_printf(v->arena, "%s%s", id, ending) : id;
    return map_has(&v->rec->strings[v->lang].text, other) ? other : id;
}

/* What says that new agreements were signed in a year is put otherwise where addenda count as such,
 * and where entry into force decides on the year. */
static const char *by_counting(const struct views *v, const char *id)
{
    const struct counting *c = &v->rec->site.counting;
    return variant(v, variant(v, id, "_with", c->addenda_with), "_force", c->by_in_force);
}

const char *format_period_word(const struct views *v, const char *id, struct period p,
                               const char *key, const char *text)
{
    struct value *args = value_map(v->arena);
    id = by_counting(v, id);
    value_set_string(args, "year", format_period(v, p));
    value_set_string(args, "from", arena_printf(v->arena, "%d", p.from));
    value_set_string(args, "until", arena_printf(v->arena, "%d", p.until));
    if (strncmp(id, "period_", 7) != 0)
        value_set_string(args, "period", format_year(v, p));
    if (key)
        value_set_string(args, key, text);
    return views_word(v, id, args);
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
