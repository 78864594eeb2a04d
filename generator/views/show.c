/* show.c - what a `table` or `chart` block of a narrative can name. */
#include "views/views_room.h"

#include <string.h>

const char *const show_tables[] = {"top-partners", "by-region", "by-priority",
                                   "by-type",      "by-kind",   "memberships",
                                   "trend",        "agreements-list", "agreements-by-group",
                                   "financial-partners", NULL};
const char *const show_charts[] = {"agreements-by-region",
                                   "contributions-by-region",
                                   "agreements-by-priority",
                                   "contributions-by-priority",
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
};

static const struct {
    const char *what;
    const struct grouping *grouping;
    enum chart_of of;
} chart_of_name[] = {
    {"agreements-by-region", &grouping_regions, CHART_COUNT},
    {"contributions-by-region", &grouping_regions, CHART_MONEY},
    {"agreements-by-priority", &grouping_priorities, CHART_COUNT},
    {"contributions-by-priority", &grouping_priorities, CHART_MONEY},
    {"partners-by-type", &grouping_types, CHART_COUNT},
    {"contributions-by-type", &grouping_types, CHART_MONEY},
};

struct view_table *views_show_table(struct arena *a, const struct views *v,
                                    const struct show *show)
{
    struct view_table *t = NULL;
    if (strcmp(show->what, "top-partners") == 0)
        t = tables_top_partners(a, v, show->period, show->limit);
    if (strcmp(show->what, "trend") == 0)
        t = tables_trend(a, v);
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

struct view_chart *views_show_chart(struct arena *a, const struct views *v,
                                    const struct show *show)
{
    struct view_chart *c = NULL;
    if (strcmp(show->what, "top-partners") == 0)
        c = charts_top_partners(a, v, show->period, show->limit);
    if (strcmp(show->what, "trend") == 0)
        c = charts_trend(a, v);
    for (size_t i = 0; i < sizeof chart_of_name / sizeof *chart_of_name; i++)
        if (strcmp(show->what, chart_of_name[i].what) == 0)
            c = charts_grouping(a, v, chart_of_name[i].grouping, show->period,
                                chart_of_name[i].of);
    if (c && show->caption)
        c->spec.title = show->caption;
    return c;
}
