/* tables.c - the tables of site and paper: a column is added here. */
#include "views/views_room.h"

#include <string.h>

const struct grouping grouping_regions = {
    "regions", "regions", VOCAB_REGIONS, "column_agreements", "table_by_region", true, true};
const struct grouping grouping_priorities = {
    "priorities",        "priorities", VOCAB_PRIORITIES, "column_agreements",
    "table_by_priority", true,         true};
const struct grouping grouping_types = {
    "types", "type-groups", VOCAB_PARTNER_TYPES, "column_partners", "table_by_type", true, false};
const struct grouping grouping_kinds = {
    "kinds", "kinds", VOCAB_KINDS, "column_agreements", "table_by_kind", false, false};
const struct grouping grouping_memberships = {
    NULL,  "partners.membership", VOCAB_MEMBERSHIPS, "column_partners", "table_memberships",
    false, false};

struct view_table *tables_new(struct arena *a, const char *id, const char *caption, size_t columns)
{
    struct view_table *t = ARENA_NEW(a, struct view_table);
    t->id = id;
    t->caption = caption;
    t->columns = columns;
    t->column = ARENA_ARRAY(a, struct view_column, columns);
    return t;
}

void tables_column(struct view_table *t, size_t i, const char *id, const char *head,
                   const char *unit, bool number)
{
    t->column[i] = (struct view_column){.id = id, .head = head, .unit = unit, .number = number};
}

/* Rows grow by doubling; the capacity is the power of two at or above their number. */
static struct view_row *next_row(struct arena *a, struct view_table *t)
{
    if ((t->rows & (t->rows - 1)) == 0)
        t->row = arena_grow(a, t->row, t->rows * sizeof *t->row,
                            (t->rows ? t->rows * 2 : 1) * sizeof *t->row);
    return &t->row[t->rows++];
}

void tables_share_row(struct arena *a, struct view_table *t, const struct view_row *row)
{
    *next_row(a, t) = *row;
}

struct view_row *tables_row(struct arena *a, struct view_table *t)
{
    struct view_row *row = next_row(a, t);
    row->cell = ARENA_ARRAY(a, struct view_cell, t->columns);
    for (size_t i = 0; i < t->columns; i++)
        row->cell[i].text = "";
    return row;
}

struct view_cell tables_figure_cell(struct arena *a, const struct views *v,
                                    const struct figure *f, const char *form)
{
    if (!f)
        return (struct view_cell){.text = ""};
    bool percent = strcmp(form, "percent") == 0;
    const char *text = views_figure(v, f, form);
    const char *plain = f->known ? figure_form(a, f, form) : NULL;
    if (percent && plain)
        text = locale_percent(a, v->locale, plain);
    struct view_cell c = {.text = text,
                          .sort = percent ? plain ? plain : "" : view_figure_exact(a, f),
                          .printed = plain,
                          .on_samples = f->sample};
    if (views_figure_named(v, f)) {
        c.figure = f->id;
        c.form = form;
        c.page = arena_join(a, "figures/", f->id);
    }
    return c;
}

void tables_put_number(struct arena *a, const struct views *v, const char *decimal,
                       struct view_cell *c)
{
    c->sort = decimal;
    c->text = locale_number(a, v->locale, decimal);
}

void tables_put_usd(struct arena *a, const struct views *v, int64_t cents, struct view_cell *c)
{
    tables_put_number(a, v, format_cents(a, cents), c);
}

void tables_put_whole(struct arena *a, const struct views *v, const struct figure *whole,
                      struct view_cell *c)
{
    bool any = view_figure_nonzero(whole);
    c->text = any ? locale_percent(a, v->locale, "100") : views_word(v, "not_available", NULL);
    c->sort = any ? "100" : "";
    c->form = NULL; /* all of what it is of, not a form of the figure */
    c->printed = any ? "100" : NULL;
}

struct view_cell tables_partner_cell(const struct views *v, const struct partner *p,
                                     struct date on)
{
    if (!v->named[p->index])
        return (struct view_cell){.text = views_word(v, "partner_unnamed", NULL)};
    struct view_cell c = {.text = views_partner_name(v, p, on), .code = p->id,
                          .sample = p->sample};
    const struct text *name = model_partner_text(p, on);
    if (!name->single) /* else it is the same in all languages */
        views_text(v, name, &c.lang);
    c.page = v->partner_page[p->index];
    return c;
}

struct view_cell tables_deal_cell(const struct views *v, const struct deal *d)
{
    struct view_cell c = {.sample = d->record->sample};
    c.text = views_text(v, &d->record->title, &c.lang);
    if (!c.text)
        c.text = d->record->id;
    c.page = v->deal_page[d->record->index];
    return c;
}

struct view_cell tables_entry_cell(struct arena *a, const struct views *v, const char *folder,
                                   const struct entry *e)
{
    struct view_cell c = {.code = e->id};
    c.text = views_text(v, &e->label, &c.lang);
    c.text = c.text ? c.text : e->id;
    if (folder)
        c.page = arena_printf(a, "%s/%s", folder, e->id);
    return c;
}

/* --- by region, priority, type, kind, membership --- */

/* Addenda are counted apart from the agreements that a table of kinds adds up to. */
static bool counted_apart(const struct views *v, const struct grouping *g, const struct entry *e)
{
    return g->vocab == VOCAB_KINDS && e->list_group == 'd' && !v->rec->site.counting.addenda_with;
}

const struct entry **tables_entries(struct arena *a, const struct views *v,
                                    const struct grouping *g, struct period p, size_t *n)
{
    const struct vocab *vocab = &v->rec->vocab[g->vocab];
    const struct entry **list = ARENA_ARRAY(a, const struct entry *, vocab->n + 1);
    *n = 0;
    for (size_t i = 0; i < vocab->n; i++) {
        const struct entry *e = &vocab->entry[i];
        if (!counted_apart(v, g, e) && model_entry_shown(v->model, p, g->vocab, e) &&
            view_figure_get(v, p, "%s.%s.count", g->ids, e->id))
            list[(*n)++] = e;
    }
    return list;
}

/* The last columns of a table: the count, and where there is money, that and its share. */
static struct view_cell *last_cells(const struct grouping *g, const struct view_table *t,
                                    struct view_row *row)
{
    return &row->cell[t->columns - (g->money ? 3 : 1)];
}

static void grouping_cells(struct arena *a, const struct views *v, const struct grouping *g,
                           struct view_cell *cell, const struct figure *count,
                           const struct figure *money)
{
    cell[0] = tables_figure_cell(a, v, count, "");
    if (g->money) {
        cell[1] = tables_figure_cell(a, v, money, "millions2");
        cell[2] = tables_figure_cell(a, v, money, "percent");
    }
}

/* The total is the figure of the whole, so that a table that did not add up would show. */
static void grouping_total(struct arena *a, const struct views *v, const struct grouping *g,
                           struct period p, struct view_table *t)
{
    bool types = g->vocab == VOCAB_PARTNER_TYPES;
    if (g->vocab == VOCAB_MEMBERSHIPS)
        return; /* a partner may have several memberships or none */
    struct view_row *sum = tables_row(a, t);
    sum->sum = true;
    sum->cell[0].text = views_word(v, "total", NULL);
    const struct figure *count =
        view_figure_get(v, p, types ? "partners.count" : "agreements.count");
    const struct figure *money =
        view_figure_get(v, p, types ? "contributions.partners" : "contributions.total");
    grouping_cells(a, v, g, last_cells(g, t, sum), count, money);
    t->sample = t->sample || (count && count->sample) || (money && money->sample);
    if (g->money)
        tables_put_whole(a, v, money, &sum->cell[t->columns - 1]);
}

/* What a table of priorities is of, where that is not the newest scheme; NULL. */
static const char *former_scheme(const struct views *v, const struct grouping *g, struct period p)
{
    size_t n;
    const struct entry **entry = tables_entries(v->arena, v, g, p, &n);
    return n && g->vocab == VOCAB_PRIORITIES ? charts_former_scheme(v, entry[0]) : NULL;
}

static const char *grouping_caption(const struct views *v, const struct grouping *g,
                                    struct period p, const char *of_scheme)
{
    const char *scheme = former_scheme(v, g, p);
    return scheme ? format_period_word(v, of_scheme, p, "scheme", scheme)
                  : format_period_word(v, g->table_word, p, NULL, NULL);
}

const char *tables_unplaced(const struct views *v, const struct grouping *g, struct period p)
{
    return model_unplaced(v->model, p, g->ids) ? views_word(v, "places_illustrative", NULL) : NULL;
}

static void grouping_head(const struct views *v, const struct grouping *g, struct period p,
                          struct view_table *t)
{
    static const char *const heads[] = {"region", "priority", "partner_type", "membership",
                                        "agreement_kind"};
    static const enum vocab_kind kinds[] = {VOCAB_REGIONS, VOCAB_PRIORITIES, VOCAB_PARTNER_TYPES,
                                            VOCAB_MEMBERSHIPS, VOCAB_KINDS};
    const char *head = "";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i] == g->vocab)
            head = heads[i];
    const char *scheme = former_scheme(v, g, p);
    tables_column(t, 0, head, scheme ? scheme : views_word(v, head, NULL), NULL, false);
    t->column[0].coded = true;
}

static void grouping_columns(const struct views *v, const struct grouping *g, struct period p,
                             struct view_table *t)
{
    size_t count = t->columns - (g->money ? 3 : 1);
    grouping_head(v, g, p, t);
    tables_column(t, count, "count", views_word(v, g->count_column, NULL), NULL, true);
    if (g->money) {
        tables_column(t, count + 1, "contributions_usd", views_word(v, "column_contributions", NULL),
                      views_word(v, "million_usd", NULL), true);
        tables_column(t, count + 2, "percent", views_word(v, "column_share", NULL), NULL, true);
    }
}

/* With and without contributions, in the columns between the name and the count. */
static void split_cells(struct arena *a, const struct views *v, struct view_row *row,
                        struct period p, const char *prefix)
{
    static const char *const what[] = {"financial.count", "nonfinancial.count"};
    for (size_t i = 0; i < 2; i++)
        row->cell[1 + i] =
            tables_figure_cell(a, v, view_figure_get(v, p, "%s.%s", prefix, what[i]), "");
}

/* Names a row of a grouping; NULL = what belongs to no entry. */
static struct view_cell name_cell(struct arena *a, const struct views *v,
                                  const struct grouping *g, const struct entry *entry)
{
    if (entry)
        return tables_entry_cell(a, v, g->folder, entry);
    return (struct view_cell){.text = views_word(v, "unassigned", NULL), .code = "unassigned"};
}

static bool is_used(struct arena *a, const struct views *v, const struct grouping *g,
                    struct period p, const char *id)
{
    return view_figure_nonzero_in(v, p, arena_printf(a, "%s.%s.count", g->ids, id)) ||
           view_figure_nonzero_in(v, p, arena_printf(a, "%s.%s.contributions", g->ids, id));
}

static struct view_table *grouping_table(struct arena *a, const struct views *v,
                                         const struct grouping *g, struct period p, bool split)
{
    struct view_table *t = tables_new(
        a,
        arena_printf(a, "%s-%s%s", g->folder ? g->folder : "memberships", split ? "parts-" : "",
                     model_period_text(a, p)),
        grouping_caption(v, g, p, "chart_scheme"),
        (g->money ? 4u : 2u) + (split ? 2u : 0u));
    grouping_columns(v, g, p, t);
    if (split) {
        tables_column(t, 1, "financial_count", views_word(v, "chart_series_with", NULL), NULL, true);
        tables_column(t, 2, "nonfinancial_count", views_word(v, "chart_series_without", NULL), NULL,
                      true);
    }
    size_t n;
    const struct entry **entry = tables_entries(a, v, g, p, &n);
    t->of_figures = true;
    for (size_t i = 0; i <= n; i++) {
        const char *id = i < n ? entry[i]->id : "unassigned";
        const struct figure *count = view_figure_get(v, p, "%s.%s.count", g->ids, id);
        const struct figure *money = view_figure_get(v, p, "%s.%s.contributions", g->ids, id);
        if (i == n && !is_used(a, v, g, p, id))
            break;
        struct view_row *row = tables_row(a, t);
        row->cell[0] = name_cell(a, v, g, i < n ? entry[i] : NULL);
        grouping_cells(a, v, g, last_cells(g, t, row), count, money);
        if (split)
            split_cells(a, v, row, p, arena_printf(a, "%s.%s", g->ids, id));
        t->sample = t->sample || (count && count->sample) || (money && money->sample);
    }
    grouping_total(a, v, g, p, t);
    if (split)
        split_cells(a, v, &t->row[t->rows - 1], p, "agreements");
    notes_rounding(v, t, false);
    notes_add(v, t, tables_unplaced(v, g, p));
    return t;
}

struct view_table *tables_grouping(struct arena *a, const struct views *v,
                                   const struct grouping *g, struct period p)
{
    return grouping_table(a, v, g, p, false);
}

struct view_table *tables_split(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p)
{
    return grouping_table(a, v, g, p, true);
}

/* --- by years --- */

static void years_row(struct arena *a, const struct views *v, struct view_table *t,
                      struct view_row *row, struct period p, enum chart_of of, const char *rest)
{
    const char *form = of == CHART_MONEY ? "millions2" : "";
    size_t years = (size_t)(p.until - p.from) + 1;
    for (size_t y = 0; y <= years; y++) {
        int year = p.from + (int)y;
        struct period one = y < years ? (struct period){year, year} : p;
        const struct figure *f = view_figure_get(v, one, "%s", rest);
        row->cell[1 + y] = tables_figure_cell(a, v, f, form);
        t->sample = t->sample || (f && f->sample);
    }
}

struct view_table *tables_years(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p, enum chart_of of)
{
    const char *what = of == CHART_MONEY ? "contributions" : "count";
    const char *unit = of == CHART_MONEY ? views_word(v, "million_usd", NULL) : NULL;
    size_t years = (size_t)(p.until - p.from) + 1, n;
    const struct entry **entry = tables_entries(a, v, g, p, &n);
    struct view_table *t =
        tables_new(a, arena_printf(a, "%s-%s-%s", g->folder, what, model_period_text(a, p)),
                   grouping_caption(v, g, p, of == CHART_MONEY ? "chart_contributions_by_scheme"
                                                               : "chart_agreements_by_scheme"),
                   years + 2);
    t->of_figures = true;
    grouping_head(v, g, p, t);
    for (size_t y = 0; y < years; y++) {
        const char *year = arena_printf(a, "%d", p.from + (int)y);
        tables_column(t, 1 + y, arena_printf(a, "year_%s", year), year, unit, true);
    }
    tables_column(t, 1 + years, "total", views_word(v, "total", NULL), unit, true);
    for (size_t i = 0; i <= n; i++) {
        const char *id = i < n ? entry[i]->id : "unassigned";
        const char *rest = arena_printf(a, "%s.%s.%s", g->ids, id, what);
        if (i == n && !view_figure_nonzero_in(v, p, rest))
            break;
        struct view_row *row = tables_row(a, t);
        row->cell[0] = name_cell(a, v, g, i < n ? entry[i] : NULL);
        years_row(a, v, t, row, p, of, rest);
    }
    bool types = g->vocab == VOCAB_PARTNER_TYPES;
    struct view_row *sum = tables_row(a, t);
    sum->sum = true;
    sum->cell[0].text = views_word(v, "total", NULL);
    const char *whole = types ? "partners.count" : "agreements.count";
    if (of == CHART_MONEY)
        whole = types ? "contributions.partners" : "contributions.total";
    years_row(a, v, t, sum, p, of, whole);
    notes_rounding(v, t, of == CHART_MONEY || !types); /* partners of several years count once */
    notes_add(v, t, tables_unplaced(v, g, p));
    return t;
}

/* --- top partners --- */

size_t tables_ranking(struct arena *a, const struct views *v, struct period p,
                      const struct ranked **list, size_t *all)
{
    const struct ranked *every;
    size_t n = model_ranking(v->model, p, &every), named = 0;
    struct ranked *kept = ARENA_ARRAY(a, struct ranked, n + 1);
    for (size_t i = 0; i < n; i++)
        if (v->named[every[i].partner->index])
            kept[named++] = every[i];
    size_t behind = named;
    for (size_t i = 0; i < n; i++)
        if (!v->named[every[i].partner->index])
            kept[behind++] = every[i];
    *list = kept;
    *all = n;
    return named;
}

/* The partners that are not shown; those behind the first ten are a figure of their own. */
static void other_partners(struct arena *a, const struct views *v, const struct figure *all,
                           struct view_table *t, const struct ranked *other, size_t left)
{
    const struct figure *known = view_figure_get(v, all->period, "partners.other.contributions");
    struct figure rest = {.id = "", .period = all->period, .unit = UNIT_USD, .whole = all};
    struct view_row *row = tables_row(a, t);
    rest.known = true;
    for (size_t i = 0; i < left; i++) {
        rest.cents += other[i].cents;
        rest.sample = rest.sample || other[i].figure->sample;
    }
    bool named = v->named[other[left - 1].partner->index];
    bool top10 = t->rows == 11 && known && known->known && (named || known->cents == rest.cents);
    row->cell[1].text = format_count_word(v, "others_n", left);
    for (size_t i = 2; i <= 3; i++) {
        row->cell[i] = tables_figure_cell(a, v, top10 ? known : &rest,
                                          i == 2 ? "millions2" : "percent");
        if (!top10)
            row->cell[i].figure = row->cell[i].page = NULL;
    }
}

static void top_partner_sums(struct arena *a, const struct views *v, struct period p,
                             struct view_table *t, const struct ranked *other, size_t left)
{
    const struct figure *all = view_figure_get(v, p, "contributions.partners");
    if (!all || !all->known)
        return;
    if (left)
        other_partners(a, v, all, t, other, left);
    struct view_row *sum = tables_row(a, t);
    sum->sum = true;
    sum->cell[1].text = views_word(v, "total", NULL);
    sum->cell[2] = tables_figure_cell(a, v, all, "millions2");
    tables_put_whole(a, v, all, &sum->cell[3]);
}

/* The name as the papers print it: with whom it is represented by. */
const char *tables_printed_name(const struct views *v, const struct partner *p,
                                const char *name)
{
    const char *lang = NULL, *of_name = NULL, *by = views_text(v, &p->represented_by, &lang);
    if (!p->name.single)
        views_text(v, &p->name, &of_name);
    if (lang && (!of_name || strcmp(lang, of_name) != 0)) /* else the name's own remark says it */
        by = views_marked(v, by, lang);
    if (!by || !v->named[p->index])
        return name;
    struct value *args = value_map(v->arena);
    value_set_string(args, "partner", name);
    value_set_string(args, "representative", by);
    value_set_string(args, "gender", p->feminine ? "feminine" : "masculine");
    return views_word(v, "partner_represented", args);
}

struct view_table *tables_top_partners(struct arena *a, const struct views *v, struct period p,
                                       size_t limit)
{
    const struct ranked *list;
    size_t all, n = tables_ranking(a, v, p, &list, &all);
    size_t shown = limit && limit < n ? limit : n;
    char *count = arena_printf(a, "%zu", shown);
    struct view_table *t =
        tables_new(a, arena_printf(a, "top-partners-%s", model_period_text(a, p)),
                   format_period_word(v, "table_top_partners", p, "n", count), 4);
    tables_column(t, 0, "rank", views_word(v, "column_rank", NULL), NULL, true);
    tables_column(t, 1, "partner", views_word(v, "partner", NULL), NULL, false);
    t->column[1].coded = true;
    tables_column(t, 2, "contributions_usd",
                  views_word(v, "column_signed_contributions", NULL),
                  views_word(v, "million_usd", NULL), true);
    tables_column(t, 3, "percent", views_word(v, "column_share", NULL), NULL, true);
    t->empty = format_period_word(v, "table_empty", p, NULL, NULL);
    t->of_figures = true;
    t->ranking = arena_printf(a, "%s.partners", model_period_text(a, p));
    t->ranking_column = 1;
    for (size_t i = 0; i < shown; i++) {
        struct view_row *row = tables_row(a, t);
        row->cell[0].text = locale_number(a, v->locale, arena_printf(a, "%zu", i + 1));
        row->cell[0].sort = arena_printf(a, "%zu", i + 1);
        row->cell[1] =
            tables_partner_cell(v, list[i].partner, notes_signed_day(v, list[i].figure));
        row->cell[1].text = tables_printed_name(v, list[i].partner, row->cell[1].text);
        row->cell[1].sample = false; /* the amounts are marked below the table */
        row->cell[2] = tables_figure_cell(a, v, list[i].figure, "millions2");
        row->cell[3] = tables_figure_cell(a, v, list[i].figure, "percent");
        row->cell[2].sample = list[i].figure->sample && !list[i].partner->sample;
        t->sample = t->sample || list[i].figure->sample;
    }
    for (size_t i = n; i < all; i++)
        t->sample = t->sample || list[i].figure->sample;
    if (all)
        top_partner_sums(a, v, p, t, list + shown, all - shown);
    notes_rounding(v, t, false);
    notes_add(v, t, notes_ranking(v, list, shown, n));
    return t;
}

/* --- years --- */

struct period tables_years_shown(const struct views *v, struct period p, size_t *n)
{
    const int *year;
    size_t years = model_years(v->model, &year);
    struct period all = {years ? year[0] : 0, years ? year[years - 1] : -1};
    if (p.until && p.from > all.from)
        all.from = p.from;
    if (p.until && p.until < all.until)
        all.until = p.until;
    *n = all.until < all.from ? 0 : (size_t)(all.until - all.from) + 1;
    return all;
}

/* Names a row; a year that is not on file has no page. */
static void year_cell(struct arena *a, const struct views *v, struct period year,
                      const struct figure *money, struct view_cell *cell)
{
    cell->text = arena_printf(a, "%d", year.from);
    if (!model_missing_years(a, v->model, year))
        cell->page = arena_printf(a, "years/%d", year.from);
    cell->sample = money && money->sample && money->history;
}

struct view_table *tables_trend(struct arena *a, const struct views *v, struct period p)
{
    size_t n;
    struct period all = tables_years_shown(v, p, &n);
    struct view_table *t =
        tables_new(a, "trend", format_period_word(v, "table_trend", all, NULL, NULL), 4);
    tables_column(t, 0, "year", views_word(v, "year", NULL), NULL, false);
    tables_column(t, 1, "agreements", views_word(v, "column_agreements", NULL), NULL, true);
    tables_column(t, 2, "partners", views_word(v, "column_partners", NULL), NULL, true);
    tables_column(t, 3, "contributions_usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "million_usd", NULL), true);
    t->of_figures = true;
    for (size_t i = 0; i < n; i++) {
        struct period one = {all.from + (int)i, all.from + (int)i};
        struct view_row *row = tables_row(a, t);
        const struct figure *money = view_figure_get(v, one, "contributions.total");
        year_cell(a, v, one, money, &row->cell[0]);
        row->cell[1] = tables_figure_cell(a, v, view_figure_get(v, one, "agreements.count"), "");
        row->cell[2] = tables_figure_cell(a, v, view_figure_get(v, one, "partners.count"), "");
        row->cell[3] = tables_figure_cell(a, v, money, "millions2");
        t->sample = t->sample || (money && money->sample);
    }
    return t;
}

struct view_table *tables_entry_trend(struct arena *a, const struct views *v,
                                      const struct grouping *g, const struct entry *e)
{
    struct period years = charts_entry_years(v, g, e);
    bool types = g->vocab == VOCAB_PARTNER_TYPES;
    struct view_table *t =
        tables_new(a, arena_printf(a, "trend-%s-%s", g->folder, e->id),
                   format_word1(v, types ? "chart_type_trend" : "chart_entry_trend", "name",
                                format_short(v, e)), 3);
    tables_column(t, 0, "year", views_word(v, "year", NULL), NULL, false);
    tables_column(t, 1, "count", views_word(v, g->count_column, NULL), NULL, true);
    tables_column(t, 2, "contributions_usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "million_usd", NULL), true);
    t->of_figures = true;
    for (int year = years.from; year <= years.until; year++) {
        struct period one = {year, year};
        struct view_row *row = tables_row(a, t);
        const struct figure *money = view_figure_get(v, one, "%s.%s.contributions", g->folder,
                                                     e->id);
        year_cell(a, v, one, money, &row->cell[0]);
        row->cell[1] = tables_figure_cell(
            a, v, view_figure_get(v, one, "%s.%s.count", g->folder, e->id), "");
        row->cell[2] = tables_figure_cell(a, v, money, "millions2");
        t->sample = t->sample || (money && money->sample);
    }
    return t;
}
