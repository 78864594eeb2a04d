/* charts.c - the data of charts, with the sentence that says what they show. */
#include "views/views_room.h"

#include <string.h>

struct view_chart *charts_new(struct arena *a, const struct views *v, const char *id,
                              const char *title, size_t series, size_t n)
{
    struct view_chart *c = ARENA_NEW(a, struct view_chart);
    c->spec.id = id;
    c->spec.title = title;
    c->spec.locale = v->locale;
    c->spec.unknown_text = views_word(v, "not_available", NULL);
    c->spec.n = n;
    c->spec.series_n = series;
    c->spec.category = ARENA_ARRAY(a, struct chart_category, n + 1);
    c->spec.series = ARENA_ARRAY(a, struct chart_series, series);
    c->spec.mark = ARENA_ARRAY(a, struct chart_mark, n * series + 1);
    c->amount = ARENA_ARRAY(a, const char *, n * series + 1);
    c->print = ARENA_ARRAY(a, struct view_print, n * series + n + 1); /* with totals of categories */
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

void charts_unit(struct view_chart *c, size_t series, const char *unit, enum chart_of of)
{
    c->spec.series[series].unit = unit;
    c->spec.series[series].tick_unit = of == CHART_MONEY ? 100000000 : 100;
    if (of == CHART_MONEY)
        c->spec.digits = 2;
}

/* What a mark is called: its category, after it its series where there are several. */
static const char *mark_name(const struct views *v, const struct view_chart *c, size_t s, size_t i)
{
    const char *series = c->spec.series[s].label, *category = c->spec.category[i].label;
    if (!series)
        return category;
    return c->spec.time ? format_joined(v, "joined_list", series, category)
                        : format_joined(v, "joined_list", category, series);
}

static void remember(const struct views *v, struct view_chart *c, const struct figure *f,
                     const char *form)
{
    if (f && f->known && views_figure_named(v, f))
        c->print[c->prints++] = (struct view_print){f, form};
}

void charts_mark(struct arena *a, const struct views *v, struct view_chart *c, size_t s,
                 size_t i, const struct figure *f, enum chart_of of)
{
    size_t at = s * c->spec.n + i;
    struct chart_mark *m = &c->spec.mark[at];
    m->unknown = !f || !f->known;
    c->amount[at] = c->spec.unknown_text;
    if (f) {
        m->value = view_figure_hundredths(f);
        m->sample = f->sample;
        m->value_text = format_small(v, f, of == CHART_MONEY ? "millions2" : "");
        c->amount[at] = of == CHART_MONEY ? format_millions(v, f) : m->value_text;
    }
    m->hover = format_word2(v, "chart_alt_bar", "label", mark_name(v, c, s, i), "value",
                            c->amount[at]);
    if (f && views_figure_named(v, f))
        m->url = arena_join(a, "figures/", f->id);
    remember(v, c, f, of == CHART_MONEY ? "millions2" : "");
    c->sample = c->sample || m->sample;
}

/* The largest mark of the first series, when there is one that is larger than all others as they
 * are printed. */
const char *charts_equal(const struct views *v, const struct chart_mark *mark, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++)
        any = any || mark[i].value != 0;
    return views_word(v, any ? "finding_equal" : "finding_nothing", NULL);
}

static const struct chart_mark *largest(const struct view_chart *c)
{
    const struct chart_mark *best = NULL;
    bool tie = false;
    for (size_t i = 0; i < c->spec.n; i++) {
        const struct chart_mark *m = &c->spec.mark[i];
        if (m->unknown || m->value <= 0)
            continue;
        if (!best || m->value > best->value) {
            tie = best && strcmp(m->value_text, best->value_text) == 0;
            best = m;
        } else if (strcmp(m->value_text, best->value_text) == 0) {
            tie = true;
        }
    }
    return tie ? NULL : best;
}

static bool all_known(const struct view_chart *c)
{
    for (size_t i = 0; i < chart_marks(&c->spec); i++)
        if (c->spec.mark[i].unknown)
            return false;
    return c->spec.n > 1;
}

void charts_finish(struct arena *a, const struct views *v, struct view_chart *c,
                   const char *finding)
{
    struct value *args = value_map(a);
    c->spec.finding = finding;
    value_set_string(args, "title", c->spec.title);
    value_set_string(args, "finding", finding ? finding : "");
    const char *word = c->spec.time ? "chart_alt_trend" : "chart_alt";
    if (c->spec.kind == CHART_DOTS && chart_can_be_dots(&c->spec))
        word = "chart_alt_dots";
    if (c->spec.kind == CHART_SHARES)
        word = "chart_alt_shares";
    const char *alt = views_word(v, word, args);
    size_t len = strlen(alt);
    while (len > 0 && alt[len - 1] == ' ') /* there is no finding */
        len--;
    c->spec.alt = arena_strndup(a, alt, len);
    if (c->sample)
        c->spec.sample_note = views_word(v, "chart_sample_note", NULL);
}

/* "16.5 agreements": the plural follows the number as printed. */
static const char *count_text(const struct views *v, const struct grouping *g, int64_t hundredths)
{
    struct value *args = value_map(v->arena);
    value_set(args, "count", value_number(v->arena, decimal_text(v->arena, hundredths, 2)));
    return views_word(v, g->vocab == VOCAB_PARTNER_TYPES ? "n_partners" : "n_agreements", args);
}

/* --- groupings --- */

/* What a chart of a grouping is made of: the entries it shows, NULL for the unassigned. */
struct groups {
    const struct grouping *g;
    struct period p;
    enum chart_of of;
    const struct entry **entry;
    size_t n;
};

static const struct figure *group_figure(const struct views *v, const struct groups *k,
                                         struct period p, size_t i, const char *what)
{
    return view_figure_get(v, p, "%s.%s.%s", k->g->ids,
                           k->entry[i] ? k->entry[i]->id : "unassigned", what);
}

static const char *what_of(enum chart_of of)
{
    return of == CHART_MONEY ? "contributions" : "count";
}

static struct groups groups_of(struct arena *a, const struct views *v, const struct grouping *g,
                               struct period p, enum chart_of of)
{
    struct groups k = {.g = g, .p = p, .of = of};
    k.entry = tables_entries(a, v, g, p, &k.n);
    k.entry[k.n] = NULL;
    k.n += view_figure_nonzero_in(v, p, arena_printf(a, "%s.unassigned.%s", g->ids, what_of(of)));
    return k;
}

/* A region has its colour in every chart; the unassigned are grey beside them. */
void charts_paint(struct arena *a, const struct views *v, const struct grouping *g,
                  const struct entry *e, struct color *color, const char **class_name)
{
    *color = color_of(v->rec->site.bright);
    *class_name = NULL;
    if (g->vocab != VOCAB_REGIONS)
        return;
    const char *hex = e ? map_get(&v->rec->site.region_colour, e->id) : "#9a948a";
    *class_name = e ? arena_printf(a, "region-%s", e->id) : "region-none";
    if (hex)
        *color = color_of(hex);
}

static const char *entry_label(const struct views *v, const struct groups *k, size_t i,
                               const char **lang)
{
    *lang = NULL;
    if (k->entry[i])
        views_text(v, &k->entry[i]->label, lang);
    return label_of(v, k->g, k->entry[i]);
}

static void add_categories(struct arena *a, const struct views *v, const struct groups *k,
                           struct view_chart *c, bool painted)
{
    for (size_t i = 0; i < k->n; i++) {
        struct chart_category *own = &c->spec.category[i];
        own->label = entry_label(v, k, i, &own->lang);
        if (painted)
            charts_paint(a, v, k->g, k->entry[i], &own->color, &own->class_name);
    }
}

static const char *largest_finding(const struct views *v, const struct groups *k,
                                   const char *name, const char *amount, int64_t value)
{
    bool money = k->of == CHART_MONEY;
    const char *id = "finding_largest_region";
    if (k->g->vocab == VOCAB_PRIORITIES)
        id = "finding_largest_priority";
    if (k->g->vocab == VOCAB_PARTNER_TYPES)
        id = money ? "finding_largest_type_contribution" : "finding_largest_type";
    return format_word2(v, id, "name", name, "value",
                        money ? amount : count_text(v, k->g, value));
}

static const char *grouping_finding(const struct views *v, const struct groups *k,
                                    const struct view_chart *c)
{
    const char *unplaced = tables_unplaced(v, k->g, k->p);
    if (unplaced || !all_known(c))
        return unplaced; /* what is not known may be the largest */
    const struct chart_mark *m = largest(c);
    if (!m)
        return charts_equal(v, c->spec.mark, c->spec.n);
    size_t i = (size_t)(m - c->spec.mark);
    return largest_finding(v, k, c->spec.category[i].label, c->amount[i], m->value);
}

const char *charts_former_scheme(const struct views *v, const struct entry *priority)
{
    const struct vocab *vocab = &v->rec->vocab[VOCAB_PRIORITIES];
    if (!priority || priority->scheme + 1 >= vocab->schemes)
        return NULL;
    return views_text_marked(v, &vocab->scheme[priority->scheme].label);
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

static struct view_chart *groups_chart(struct arena *a, const struct views *v,
                                       const struct groups *k, const char *title, size_t series,
                                       size_t n)
{
    bool priorities = k->g->vocab == VOCAB_PRIORITIES && k->n;
    const char *scheme = priorities ? charts_former_scheme(v, k->entry[0]) : NULL;
    if (scheme)
        title = strcmp(title, "chart_priorities") == 0 ? "chart_scheme"
                : k->of == CHART_MONEY                 ? "chart_contributions_by_scheme"
                                                       : "chart_agreements_by_scheme";
    return charts_new(a, v,
                     arena_printf(a, "chart-%s-%s-%s", k->g->folder, what_of(k->of),
                                  model_period_text(a, k->p)),
                     format_period_word(v, title, k->p, scheme ? "scheme" : NULL, scheme), series,
                     n);
}

/* A whole percentage; one that is neither nothing nor all does not read as that. */
static void set_share(struct arena *a, const struct views *v, struct chart_mark *m,
                      int64_t percent, int64_t sum)
{
    const char *word = percent == 0 && m->value > 0 ? "value_below"
                       : percent == 100 && m->value < sum ? "value_above" : NULL;
    int64_t shown = word ? percent == 0 ? 1 : 99 : percent;
    const char *text = locale_percent(a, v->locale, arena_printf(a, "%lld", (long long)shown));
    m->share_text = word ? format_word1(v, word, "value", text) : text;
    m->hover = format_joined(v, "joined_list", m->hover, m->share_text);
}

/* Parts in the order of their size, each with its share of all, as a whole percentage. */
static void set_shares(struct arena *a, const struct views *v, struct view_chart *c)
{
    struct chart_spec *s = &c->spec;
    int64_t sum = 0, percent;
    for (size_t i = 0; i < s->n; i++) {
        if (s->mark[i].unknown || s->mark[i].value < 0 ||
            !decimal_add(sum, s->mark[i].value, &sum))
            return; /* no whole to be a part of */
    }
    for (size_t i = 0; sum > 0 && i < s->n; i++)
        if (decimal_mul_div(s->mark[i].value, 100, sum, &percent))
            set_share(a, v, &s->mark[i], percent, sum);
    s->series[0].unit = format_word1(v, "chart_unit_share", "unit", s->series[0].unit);
    for (size_t i = 1; i < s->n; i++)
        for (size_t k = i; k > 0 && s->mark[k].value > s->mark[k - 1].value; k--) {
            struct chart_mark mark = s->mark[k];
            struct chart_category category = s->category[k];
            const char *amount = c->amount[k];
            s->mark[k] = s->mark[k - 1];
            s->category[k] = s->category[k - 1];
            c->amount[k] = c->amount[k - 1];
            s->mark[k - 1] = mark;
            s->category[k - 1] = category;
            c->amount[k - 1] = amount;
        }
}

static void set_kind(struct arena *a, const struct views *v, struct view_chart *c,
                     enum chart_kind kind)
{
    c->spec.kind = kind;
    if (kind == CHART_SHARES)
        set_shares(a, v, c);
    if (kind == CHART_DOTS && chart_can_be_dots(&c->spec))
        c->spec.series[0].unit = format_word1(v, "chart_unit_log", "unit", c->spec.series[0].unit);
}

struct view_chart *charts_grouping(struct arena *a, const struct views *v,
                                   const struct grouping *g, struct period p, enum chart_of of,
                                   enum chart_kind kind)
{
    struct groups k = groups_of(a, v, g, p, of);
    struct view_chart *c = groups_chart(a, v, &k, grouping_title(g, of), 1, k.n);
    charts_unit(c, 0, unit_word(v, g, of), of);
    add_categories(a, v, &k, c, true);
    for (size_t i = 0; i < k.n; i++)
        charts_mark(a, v, c, 0, i, group_figure(v, &k, p, i, what_of(of)), of);
    c->data = tables_grouping(a, v, g, p);
    const char *finding = grouping_finding(v, &k, c);
    set_kind(a, v, c, kind);
    charts_finish(a, v, c, finding);
    return c;
}

/* Agreements with and without contributions, when both are known of all entries. */
static bool split_known(const struct views *v, const struct groups *k)
{
    for (size_t i = 0; i < k->n; i++) {
        const struct figure *with = group_figure(v, k, k->p, i, "financial.count");
        const struct figure *without = group_figure(v, k, k->p, i, "nonfinancial.count");
        if (!with || !with->known || !without || !without->known)
            return false;
    }
    return true;
}

static void add_split(struct arena *a, const struct views *v, const struct groups *k,
                      struct view_chart *c)
{
    static const char *const what[] = {"financial.count", "nonfinancial.count"};
    c->spec.series[0].label = views_word(v, "chart_series_with", NULL);
    c->spec.series[1].label = views_word(v, "chart_series_without", NULL);
    for (size_t s = 0; s < 2; s++) {
        charts_unit(c, s, unit_word(v, k->g, CHART_COUNT), CHART_COUNT);
        for (size_t i = 0; i < k->n; i++)
            charts_mark(a, v, c, s, i, group_figure(v, k, k->p, i, what[s]), CHART_COUNT);
    }
    for (size_t i = 0; i < k->n; i++) {
        const struct figure *all = group_figure(v, k, k->p, i, "count");
        c->spec.category[i].total_text = all ? views_figure(v, all, "") : NULL;
        remember(v, c, all, "");
    }
}

struct view_chart *charts_split(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p, enum chart_kind kind)
{
    struct groups k = groups_of(a, v, g, p, CHART_COUNT);
    struct view_chart *plain = charts_grouping(a, v, g, p, CHART_COUNT, CHART_BARS);
    if (!split_known(v, &k))
        return plain;
    struct view_chart *c = groups_chart(a, v, &k, grouping_title(g, CHART_COUNT), 2, k.n);
    add_categories(a, v, &k, c, false);
    add_split(a, v, &k, c);
    c->spec.kind = kind;
    c->data = tables_split(a, v, g, p);
    charts_finish(a, v, c, plain->spec.finding);
    return c;
}

struct view_chart *charts_beside(struct arena *a, const struct views *v, const struct grouping *g,
                                 struct period p)
{
    struct groups k = groups_of(a, v, g, p, CHART_MONEY);
    size_t counted = groups_of(a, v, g, p, CHART_COUNT).n;
    k.n = counted > k.n ? counted : k.n; /* the unassigned may have but one of both */
    const struct view_chart *money = charts_grouping(a, v, g, p, CHART_MONEY, CHART_BARS);
    bool split = split_known(v, &k);
    size_t last = split ? 2 : 1;
    struct view_chart *c =
        groups_chart(a, v, &k, g->vocab == VOCAB_REGIONS ? "chart_regions" : "chart_priorities",
                     last + 1, k.n);
    c->spec.id = arena_printf(a, "%s-beside", c->spec.id);
    c->spec.kind = CHART_PANELS;
    add_categories(a, v, &k, c, false);
    if (split)
        add_split(a, v, &k, c);
    else
        c->spec.series[0].label = views_word(v, "chart_series_agreements", NULL);
    for (size_t s = split ? 2 : 0; s <= last; s++) {
        enum chart_of of = s == last ? CHART_MONEY : CHART_COUNT;
        c->spec.series[s].color = color_of(v->rec->site.bright);
        c->spec.series[s].panel = s == last;
        if (s == last)
            c->spec.series[s].label = views_word(v, "total_contributions", NULL);
        charts_unit(c, s, s == last ? views_word(v, "chart_series_contributions", NULL)
                                 : unit_word(v, g, of), of);
        for (size_t i = 0; i < k.n; i++)
            charts_mark(a, v, c, s, i, group_figure(v, &k, p, i, what_of(of)), of);
    }
    c->data = split ? tables_split(a, v, g, p) : money->data;
    charts_finish(a, v, c, money->spec.finding);
    return c;
}

/* --- over years --- */

/* The largest over all years together, when that is known and there is but one. */
static const char *years_finding(const struct views *v, const struct groups *k)
{
    const struct figure *best = NULL;
    size_t at = 0;
    bool tie = false, any = false;
    const char *unplaced = tables_unplaced(v, k->g, k->p);
    if (unplaced)
        return unplaced;
    for (size_t i = 0; i < k->n; i++) {
        const struct figure *f = group_figure(v, k, k->p, i, what_of(k->of));
        if (!f || !f->known)
            return NULL;
        any = any || view_figure_nonzero(f);
        int64_t value = view_figure_hundredths(f), most = best ? view_figure_hundredths(best) : 0;
        tie = value == most || (tie && value < most);
        if (value > most) {
            best = f;
            at = i;
        }
    }
    if (!best || tie)
        return views_word(v, best || any ? "finding_equal" : "finding_nothing", NULL);
    const char *lang;
    return largest_finding(v, k, entry_label(v, k, at, &lang),
                           k->of == CHART_MONEY ? format_millions(v, best) : NULL,
                           view_figure_hundredths(best));
}

/* What the known parts of a year come to, as they are printed; NULL when none is known. */
static const char *known_total(struct arena *a, const struct views *v, const struct view_chart *c,
                               size_t year, bool money)
{
    struct figure sum = {.id = "", .known = true, .unit = money ? UNIT_USD : UNIT_FRACTION};
    int64_t hundredths = 0;
    bool any = false;
    for (size_t s = 0; s < c->spec.series_n; s++) {
        const struct chart_mark *m = &c->spec.mark[s * c->spec.n + year];
        any = any || !m->unknown;
        if (!m->unknown && !decimal_add(hundredths, m->value, &hundredths))
            return NULL;
    }
    sum.cents = hundredths;
    sum.count = rational_new(a, hundredths, 100);
    return any ? format_small(v, &sum, money ? "millions2" : "") : NULL;
}

/* What follows the stack of a year.  Where parts are not known the bar is shorter than the whole:
 * then it says how much it shows, or that there is at least so much. */
static void set_year_total(struct arena *a, const struct views *v, const struct groups *k,
                           struct view_chart *c, size_t year)
{
    bool types = k->g->vocab == VOCAB_PARTNER_TYPES, money = k->of == CHART_MONEY, all = true;
    struct period one = {k->p.from + (int)year, k->p.from + (int)year};
    const char *what = types ? "partners.count" : "agreements.count";
    if (money)
        what = types ? "contributions.partners" : "contributions.total";
    const struct figure *f = view_figure_get(v, one, "%s", what);
    const char *whole = f && f->known ? format_small(v, f, money ? "millions2" : "") : NULL;
    const char *shown = known_total(a, v, c, year, money), *text = whole;
    for (size_t s = 0; s < c->spec.series_n; s++)
        all = all && !c->spec.mark[s * c->spec.n + year].unknown;
    if (!all && whole && shown)
        text = format_word2(v, "chart_total_shown", "value", whole, "shown", shown);
    else if (!all && whole)
        text = format_word1(v, "chart_total_only", "value", whole);
    else if (!all && shown)
        text = format_word1(v, "value_at_least", "value", shown);
    c->spec.category[year].total_text = text;
}

/* Entries are the series of multiples and stacks, years those of groups. */
struct view_chart *charts_years(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p, enum chart_of of, enum chart_kind kind)
{
    struct groups k = groups_of(a, v, g, p, of);
    size_t years = (size_t)(p.until - p.from) + 1;
    bool by_year = kind != CHART_GROUPED;
    struct view_chart *c = groups_chart(a, v, &k, grouping_title(g, of), by_year ? k.n : years,
                                        by_year ? years : k.n);
    c->spec.id = arena_printf(a, "%s-years", c->spec.id);
    c->spec.kind = kind;
    c->spec.time = by_year;
    if (!by_year)
        add_categories(a, v, &k, c, false);
    for (size_t i = 0; i < k.n && by_year; i++) {
        struct chart_series *s = &c->spec.series[i];
        s->label = entry_label(v, &k, i, &s->lang);
        if (kind == CHART_MULTIPLES || g->vocab == VOCAB_REGIONS || k.n > CHART_SERIES_MAX)
            charts_paint(a, v, k.g, k.entry[i], &s->color, &s->class_name);
    }
    for (size_t y = 0; y < years; y++) {
        struct period year = {p.from + (int)y, p.from + (int)y};
        const char *name = arena_printf(a, "%d", year.from);
        *(by_year ? &c->spec.category[y].label : &c->spec.series[y].label) = name;
        for (size_t i = 0; i < k.n; i++) {
            charts_unit(c, by_year ? i : y, unit_word(v, g, of), of);
            charts_mark(a, v, c, by_year ? i : y, by_year ? y : i,
                     group_figure(v, &k, year, i, what_of(of)), of);
        }
        if (by_year)
            set_year_total(a, v, &k, c, y);
    }
    c->data = tables_years(a, v, g, p, of);
    charts_finish(a, v, c, years_finding(v, &k));
    return c;
}

/* --- partners --- */

struct view_chart *charts_top_partners(struct arena *a, const struct views *v, struct period p,
                                       size_t limit, enum chart_kind kind)
{
    const struct ranked *list;
    size_t all, ranked = tables_ranking(a, v, p, &list, &all);
    size_t n = limit && limit < ranked ? limit : ranked;
    struct view_chart *c =
        charts_new(a, v, arena_printf(a, "chart-top-partners-%s", model_period_text(a, p)),
                  n ? format_period_word(v, "chart_top_partners", p, "n",
                                         arena_printf(a, "%zu", n))
                    : format_period_word(v, "chart_partners", p, NULL, NULL),
                  1, n);
    charts_unit(c, 0, views_word(v, "chart_axis_million_usd", NULL), CHART_MONEY);
    for (size_t i = 0; i < n; i++) {
        struct view_cell name =
            tables_partner_cell(v, list[i].partner, notes_signed_day(v, list[i].figure));
        c->spec.category[i] = (struct chart_category){
            .label = views_marked(v, name.text, name.lang), .lang = name.lang, .color = color_of(v->rec->site.bright)};
        charts_mark(a, v, c, 0, i, list[i].figure, CHART_MONEY);
    }
    c->is_list = true;
    c->data = tables_top_partners(a, v, p, limit);
    c->spec.source = notes_ranking(v, list, n, ranked);
    const char *finding = NULL;
    if (n) {
        struct value *args = value_map(a);
        const char *percent = figure_form(a, list[0].figure, "percent");
        value_set_string(args, "name", c->spec.category[0].label);
        value_set_string(args, "value", c->amount[0]);
        value_set_string(args, "percent",
                         percent ? locale_percent(a, v->locale, percent) : "");
        finding = views_word(v, "finding_top_partner", args);
    }
    set_kind(a, v, c, kind);
    charts_finish(a, v, c, finding);
    return c;
}
