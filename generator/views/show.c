/* show.c - what a `table` or `chart` block of a narrative can name. */
#include "views/views_room.h"

#include <string.h>

const char *const show_tables[] = {"top-partners", "by-region", "by-priority",
                                   "by-type",      "by-kind",   "memberships",
                                   "trend",        "agreements-list", "agreements-by-group",
                                   "financial-partners", "counting-rules", NULL};
const char *const show_charts[] = {"agreements-by-region",
                                   "contributions-by-region",
                                   "by-region",
                                   "agreements-by-priority",
                                   "contributions-by-priority",
                                   "by-priority",
                                   "partners-by-type",
                                   "contributions-by-type",
                                   "top-partners",
                                   "trend",
                                   NULL};

static const struct {
    const char *what;
    const struct grouping *grouping;
} table_of[] = {
    {"by-region", &grouping_regions}, {"by-priority", &grouping_priorities},
    {"by-type", &grouping_types},     {"by-kind", &grouping_kinds},
    {"memberships", &grouping_memberships},
};

static const struct {
    const char *what;
    struct view_table *(*make)(struct arena *, const struct views *, const struct show *);
} lists[] = {
    {"agreements-list", full_lists_agreements},
    {"agreements-by-group", full_lists_groups},
    {"financial-partners", full_lists_partners},
    {"counting-rules", method_table},
};

/* The best kind first. */
static const char *const split_kinds[] = {"bars",   "columns", "stacked", "grouped",
                                          "shares", "dots",    NULL};
static const char *const money_kinds[] = {"bars", "columns", "shares", "dots", NULL};
static const char *const type_kinds[] = {"shares", "bars", "columns", "dots", NULL};
static const char *const year_kinds[] = {"multiples", "stacked", "grouped", NULL};
static const char *const panel_kinds[] = {"panels", NULL};
static const char *const rank_kinds[] = {"bars", "dots", NULL};
static const char *const trend_kinds[] = {"panels", "columns", "bars", NULL};

static const struct chart_row {
    const char *what;
    const struct grouping *grouping;
    enum chart_of of;
    const char *const *kinds, *const *years; /* years NULL: not drawn year by year */
} chart_of_name[] = {
    {"agreements-by-region", &grouping_regions, CHART_COUNT, split_kinds, year_kinds},
    {"contributions-by-region", &grouping_regions, CHART_MONEY, money_kinds, year_kinds},
    {"by-region", &grouping_regions, CHART_MONEY, panel_kinds, NULL},
    {"agreements-by-priority", &grouping_priorities, CHART_COUNT, split_kinds, year_kinds},
    {"contributions-by-priority", &grouping_priorities, CHART_MONEY, money_kinds, year_kinds},
    {"by-priority", &grouping_priorities, CHART_MONEY, panel_kinds, NULL},
    {"partners-by-type", &grouping_types, CHART_COUNT, type_kinds, year_kinds},
    {"contributions-by-type", &grouping_types, CHART_MONEY, type_kinds, year_kinds},
    {"top-partners", NULL, CHART_MONEY, rank_kinds, NULL},
    {"trend", NULL, CHART_MONEY, trend_kinds, trend_kinds},
};

static const struct chart_row *chart_row(const char *what)
{
    for (size_t i = 0; i < sizeof chart_of_name / sizeof *chart_of_name; i++)
        if (strcmp(what, chart_of_name[i].what) == 0)
            return &chart_of_name[i];
    return NULL;
}

/* A trend is of all years, unless some are named. */
static struct period trend_period(const struct show *show)
{
    bool some = show->years || show->period.from < show->period.until;
    return some ? show->period : (struct period){0};
}

struct view_table *views_show_table(struct arena *a, const struct views *v,
                                    const struct show *show)
{
    struct view_table *t = NULL;
    if (strcmp(show->what, "top-partners") == 0)
        t = tables_top_partners(a, v, show->period, show->limit);
    if (strcmp(show->what, "trend") == 0)
        t = tables_trend(a, v, trend_period(show));
    for (size_t i = 0; i < sizeof table_of / sizeof *table_of; i++)
        if (strcmp(show->what, table_of[i].what) == 0)
            t = tables_grouping(a, v, table_of[i].grouping, show->period);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(show->what, lists[i].what) == 0)
            t = lists[i].make(a, v, show);
    if (t && show->caption)
        t->caption = show->caption;
    return t;
}

const char *const *views_chart_kinds(const char *what, bool years)
{
    const struct chart_row *row = chart_row(what);
    if (!row)
        return NULL;
    return years ? row->years : row->kinds;
}

/* The same of one scheme.  Of a single year nothing is drawn year by year. */
static struct show_part part_of(const struct views *v, const struct show *show,
                                const struct scheme *scheme)
{
    struct show_part part = {scheme, views_text_marked(v, &scheme->label), *show};
    struct period *p = &part.show.period;
    if (scheme->from > p->from)
        p->from = scheme->from;
    if (scheme->until && scheme->until < p->until)
        p->until = scheme->until;
    if (p->from == p->until && show->years) {
        part.show.years = false;
        part.show.kind = NULL;
    }
    if (show->caption)
        part.show.caption =
            format_word2(v, "caption_part", "caption", show->caption, "part",
                         format_period_word(v, "scheme_years", *p, "scheme", part.label));
    return part;
}

size_t views_show_parts(struct arena *a, const struct views *v, const struct show *show,
                        const struct show_part **part)
{
    const struct chart_row *row = chart_row(show->what);
    const struct vocab *vocab = &v->rec->vocab[VOCAB_PRIORITIES];
    struct show_part *list = ARENA_ARRAY(a, struct show_part, vocab->schemes + 1);
    size_t n, parts = 0;
    if (!row || row->grouping != &grouping_priorities)
        return 0;
    const struct entry **entry = tables_entries(v->arena, v, row->grouping, show->period, &n);
    for (size_t s = 0; s < vocab->schemes; s++) {
        const struct scheme *scheme = &vocab->scheme[s];
        bool used = false;
        for (size_t i = 0; i < n; i++)
            used = used || entry[i]->scheme == s;
        if (used && scheme->from <= show->period.until &&
            (!scheme->until || scheme->until >= show->period.from))
            list[parts++] = part_of(v, show, scheme);
    }
    *part = list;
    return parts > 1 ? parts : 0;
}

const char *views_parts_note(struct arena *a, const struct views *v, const struct show_part *part,
                             size_t n)
{
    const char *note = NULL;
    for (size_t i = 1; i < n; i++) {
        struct value *args = value_map(a);
        value_set_string(args, "from", arena_printf(a, "%d", part[i].scheme->from));
        value_set_string(args, "first", part[i - 1].label);
        value_set_string(args, "second", part[i].label);
        const char *one = views_word(v, "schemes_apart", args);
        note = format_joined(v, "joined_sentences", note, one);
    }
    return note;
}

static enum chart_kind kind_named(const char *name)
{
    size_t i = 0;
    while (chart_kind_names[i] && strcmp(chart_kind_names[i], name) != 0)
        i++;
    return (enum chart_kind)i;
}

static struct view_chart *make_chart(struct arena *a, const struct views *v,
                                     const struct show *show, const struct chart_row *row,
                                     enum chart_kind kind)
{
    struct period p = show->period;
    if (!row->grouping && strcmp(row->what, "trend") == 0)
        return charts_trend(a, v, trend_period(show), kind);
    if (!row->grouping)
        return charts_top_partners(a, v, p, show->limit, kind);
    if (show->years)
        return charts_years(a, v, row->grouping, p, row->of, kind);
    if (kind == CHART_PANELS)
        return charts_beside(a, v, row->grouping, p);
    if (kind == CHART_STACKED || kind == CHART_GROUPED)
        return charts_split(a, v, row->grouping, p, kind);
    return charts_grouping(a, v, row->grouping, p, row->of, kind);
}

struct view_chart *views_show_chart(struct arena *a, const struct views *v,
                                    const struct show *show)
{
    const char *const *kinds = views_chart_kinds(show->what, show->years);
    if (!kinds)
        return NULL;
    struct view_chart *c = make_chart(a, v, show, chart_row(show->what),
                                      kind_named(show->kind ? show->kind : kinds[0]));
    if (show->caption)
        c->spec.title = show->caption;
    return c;
}
