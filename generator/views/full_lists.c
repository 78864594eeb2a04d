/* full_lists.c - the lists of an information document: every agreement of a period, in the
 * groups a) to d) of the series, and every financial partner.  What may not be named stands as
 * a number of agreements with their sum, so that the lists add up to the figures. */
#include "views/views_room.h"

#include <stdlib.h>
#include <string.h>

/* --- columns --- */

static const char *const standing_agreements[] = {
    "number", "title_objective", "signatories", "kind", "in_force", "signed_value", "usd", NULL};
static const char *const standing_partners[] = {"rank", "partner", "type", "usd", "percent", NULL};

static const struct list_kind {
    const char *what;
    const struct list_column *column;
    const char *const *standing;
} kinds[] = {
    {"agreements-list", list_columns_deals, standing_agreements},
    {"financial-partners", list_columns_partners, standing_partners},
};

static const struct list_kind *kind_of(const char *what)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].what, what) == 0)
            return &kinds[i];
    return NULL;
}

const char *const *full_lists_columns(struct arena *a, const char *what)
{
    const struct list_kind *kind = kind_of(what);
    VEC(const char *) names = {0};
    for (size_t i = 0; kind && kind->column[i].id; i++)
        VEC_PUSH(a, &names, kind->column[i].id);
    VEC_PUSH(a, &names, NULL);
    return kind ? names.p : NULL;
}

const char *const *full_lists_standing(const char *what)
{
    const struct list_kind *kind = kind_of(what);
    return kind ? kind->standing : NULL;
}

bool full_lists_has_groups(const char *what)
{
    return strcmp(what, "agreements-list") == 0;
}

/* The columns to print, with their heads; the table has as many. */
static const struct list_column **choose_columns(struct arena *a, const struct views *v,
                                                 const struct show *show, struct view_table *t)
{
    const struct list_kind *kind = kind_of(show->what);
    size_t n = show->columns;
    for (size_t i = 0; !show->columns && kind->standing[i]; i++)
        n = i + 1;
    const struct list_column **chosen = ARENA_ARRAY(a, const struct list_column *, n);
    t->columns = n;
    t->column = ARENA_ARRAY(a, struct view_column, n);
    for (size_t i = 0; i < n; i++) {
        const char *id = show->columns ? show->column[i].id : kind->standing[i];
        const char *head = show->columns ? show->column[i].head : NULL;
        const struct list_column *c = kind->column;
        while (strcmp(c->id, id) != 0)
            c++;
        chosen[i] = c;
        t->column[i] = (struct view_column){
            .id = c->id, .head = head ? head : views_word(v, c->word, NULL),
            .unit = c->unit ? views_word(v, c->unit, NULL) : NULL,
            .number = c->number, .mixed = c->mixed,
            .width = show->columns ? show->column[i].width : 0};
    }
    return chosen;
}

static size_t column_at(const struct view_table *t, const char *id)
{
    size_t i = 0;
    while (i < t->columns && strcmp(t->column[i].id, id) != 0)
        i++;
    return i;
}

static size_t first_text(const struct view_table *t)
{
    size_t c = 0;
    while (c + 1 < t->columns && (t->column[c].number || t->column[c].mixed))
        c++;
    return c;
}

/* Where a sum says what it is: in a wide column, better in one before the sum, else in the
 * first of text. */
static size_t label_column(const struct view_table *t)
{
    static const char *const wide[] = {"title_objective", "title", "partner", "objective",
                                       "signatories", "amends"};
    size_t usd = column_at(t, "usd"), found = t->columns;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        size_t at = column_at(t, wide[i]);
        if (at < t->columns && (found == t->columns || (at < usd && found > usd)))
            found = at;
    }
    return found < t->columns ? found : first_text(t);
}

static void put_usd(struct arena *a, const struct views *v, const struct view_table *t,
                    struct view_row *row, int64_t cents)
{
    size_t usd = column_at(t, "usd");
    if (usd == t->columns)
        return;
    tables_put_usd(a, v, cents, &row->cell[usd]);
}

/* A row that is no record: what it says, and its money. */
static struct view_row *put_total(struct arena *a, const struct views *v, struct view_table *t,
                                  const char *label, int64_t cents)
{
    struct view_row *row = tables_row(a, t);
    row->cell[label_column(t)].text = label;
    put_usd(a, v, t, row, cents);
    return row;
}

/* --- agreements --- */

struct listed { /* what a list holds */
    const struct deal **deal; /* that may be named, in the order wanted */
    size_t n, hidden;
    int64_t cents, hidden_cents; /* all, and of those that may not be named */
    bool sample, in_kind;
};

static int by_id(const void *pa, const void *pb)
{
    const struct deal *a = *(const struct deal *const *)pa, *b = *(const struct deal *const *)pb;
    return strcmp(a->record->id, b->record->id);
}

static int by_signed(const void *pa, const void *pb)
{
    const struct deal *a = *(const struct deal *const *)pa, *b = *(const struct deal *const *)pb;
    int c = date_cmp(a->record->signed_on, b->record->signed_on);
    return c ? c : by_id(pa, pb);
}

static int by_in_force(const void *pa, const void *pb)
{
    const struct deal *a = *(const struct deal *const *)pa, *b = *(const struct deal *const *)pb;
    int c = date_cmp(a->record->in_force, b->record->in_force);
    return c ? c : by_id(pa, pb);
}

static int by_usd(const void *pa, const void *pb) /* the largest first */
{
    const struct deal *a = *(const struct deal *const *)pa, *b = *(const struct deal *const *)pb;
    int c = (a->cash_cents < b->cash_cents) - (a->cash_cents > b->cash_cents);
    return c ? c : by_id(pa, pb);
}

static const struct {
    const char *name;
    int (*compare)(const void *, const void *);
} sorts[] = {
    {"number", by_id}, {"signed", by_signed}, {"in_force", by_in_force}, {"usd", by_usd}};
enum { SORTS = sizeof sorts / sizeof *sorts };

const char *const *full_lists_sorts(struct arena *a, const char *what)
{
    const char **names = ARENA_ARRAY(a, const char *, SORTS + 1);
    for (size_t i = 0; i < SORTS; i++)
        names[i] = sorts[i].name;
    return full_lists_has_groups(what) ? names : NULL;
}

static bool has_in_kind(const struct deal *d)
{
    for (size_t i = 0; i < d->money_n; i++)
        if (d->money[i].contribution->in_kind)
            return true;
    return false;
}

/* Agreements of a year whose figures come from history/ are counted nowhere, nor listed. */
static bool is_in(const struct views *v, const struct deal *d, struct period p, char group)
{
    return d->year >= p.from && d->year <= p.until && (!group || d->list_group == group) &&
           !model_year_is_history(v->model, d->year, NULL);
}

static struct listed collect(struct arena *a, const struct views *v, struct period p, char group)
{
    const struct deal *const *all;
    size_t n = model_deals(v->model, &all);
    struct listed l = {.deal = ARENA_ARRAY(a, const struct deal *, n)};
    for (size_t i = 0; i < n; i++) {
        const struct deal *d = all[i];
        if (!is_in(v, d, p, group))
            continue;
        l.cents += d->cash_cents;
        l.sample = l.sample || d->record->sample;
        if (d->record->internal && !v->internal) {
            l.hidden++;
            l.hidden_cents += d->cash_cents;
            continue;
        }
        l.in_kind = l.in_kind || has_in_kind(d);
        l.deal[l.n++] = d;
    }
    return l;
}

static void sort_deals(struct listed *l, const char *order)
{
    for (size_t i = 0; order && i < SORTS; i++)
        if (strcmp(sorts[i].name, order) == 0 && l->n)
            qsort(l->deal, l->n, sizeof *l->deal, sorts[i].compare);
}

/* Money that cannot be shown in its column is still added up below. */
static void agreement_sums(struct arena *a, const struct views *v, const struct listed *l,
                           char group, struct view_table *t)
{
    const char *word = group == 'd' ? "list_sum_addenda" : "list_sum";
    if (l->hidden)
        put_total(a, v, t, format_count_word(v, "n_internal", l->hidden), l->hidden_cents);
    if (t->rows)
        put_total(a, v, t, format_count_word(v, word, l->n + l->hidden), l->cents)->sum = true;
}

/* That agreements of the first such year are not on file, or nothing is; NULL when all are. */
static const char *not_on_file(const struct views *v, struct period p)
{
    for (int year = p.from; year <= p.until; year++) {
        struct period one = {year, year};
        if (model_year_is_history(v->model, year, NULL))
            return format_period_word(v, "year_from_history", one, NULL, NULL);
        if (model_missing_years(v->arena, v->model, one))
            return format_period_word(v, "year_not_on_file", one, NULL, NULL);
    }
    return NULL;
}

static const char *group_word(struct arena *a, const struct views *v, char group)
{
    return views_word(v, arena_printf(a, "list_group_%c", group), NULL);
}

static const char *none(struct arena *a, const struct views *v, struct period p, char group)
{
    const char *why = not_on_file(v, p);
    if (why)
        return why;
    return group ? format_period_word(v, "list_group_empty", p, "group", group_word(a, v, group))
                 : format_period_word(v, "table_empty", p, NULL, NULL);
}

struct view_table *full_lists_agreements(struct arena *a, const struct views *v,
                                         const struct show *show)
{
    struct period p = show->period;
    struct listed l = collect(a, v, p, show->group);
    struct view_table *t = tables_new(a, "agreements", "", 0);
    const struct list_column **column = choose_columns(a, v, show, t);
    size_t mark = first_text(t); /* where a sample is marked */
    if (show->group)
        t->id = arena_printf(a, "agreements-%c", show->group);
    t->id = arena_printf(a, "%s-%s", t->id, model_period_text(a, p));
    t->caption = show->group ? format_period_word(v, "table_agreements_group", p, "group",
                                                  group_word(a, v, show->group))
                             : format_period_word(v, "year_agreements", p, NULL, NULL);
    t->empty = none(a, v, p, show->group);
    t->sample = l.sample;
    sort_deals(&l, show->sort);
    for (size_t i = 0; i < l.n; i++) {
        struct view_row *row = tables_row(a, t);
        for (size_t c = 0; c < t->columns; c++)
            column[c]->fill(a, v, l.deal[i], &row->cell[c]);
        row->cell[mark].sample = l.deal[i]->record->sample;
    }
    agreement_sums(a, v, &l, show->group, t);
    t->note = not_on_file(v, p);
    if (l.in_kind && column_at(t, "signed_value") < t->columns)
        t->source = views_word(v, "rule_in_kind", NULL);
    if (l.n && column_at(t, "status") < t->columns)
        t->source = format_joined(v, "joined_sentences", t->source,
                                  format_word1(v, "standing_as_of", "date",
                                               views_date(v, model_today(v->model))));
    return t;
}

/* --- groups --- */

static void group_row(struct arena *a, const struct views *v, struct view_table *t,
                      const char *label, size_t count, int64_t cents)
{
    struct view_row *row = put_total(a, v, t, label, cents);
    tables_put_number(a, v, arena_printf(a, "%zu", count), &row->cell[1]);
}

/* What the figures of a group are called: those of addenda, or of the only kind that stands in it. */
static const char *group_figures(struct arena *a, const struct views *v, char group)
{
    const struct vocab *vocab = &v->rec->vocab[VOCAB_KINDS];
    const struct entry *only = NULL;
    for (size_t i = 0; i < vocab->n && group == 'c'; i++)
        if (vocab->entry[i].list_group == group) {
            if (only)
                return NULL;
            only = &vocab->entry[i];
        }
    return group == 'd' ? "addenda" : only ? arena_printf(a, "kinds.%s", only->id) : NULL;
}

/* So that the row leads to its figures, and what a paper printed of it is held.  The groups that cash
 * decides on have no figures of their own. */
static void link_group(struct arena *a, const struct views *v, struct period p, char group,
                       struct view_row *row)
{
    const char *id = group_figures(a, v, group);
    const struct figure *count = id ? view_figure_get(v, p, "%s.count", id) : NULL;
    const struct figure *money = id ? view_figure_get(v, p, "%s.contributions", id) : NULL;
    if (!count || !money || !count->known || !money->known)
        return;
    row->cell[1] = tables_figure_cell(a, v, count, "");
    row->cell[2] = tables_figure_cell(a, v, money, "");
}

/* The total is the figure of the whole, so that lists that did not add up would show. */
struct view_table *full_lists_groups(struct arena *a, const struct views *v,
                                     const struct show *show)
{
    struct period p = show->period;
    const struct figure *all = view_figure_get(v, p, "contributions.total");
    size_t count = 0;
    struct view_table *t = tables_new(
        a, arena_printf(a, "groups-%s", model_period_text(a, p)),
        format_period_word(v, "table_groups", p, NULL, NULL), 3);
    tables_column(t, 0, "group", views_word(v, "column_group", NULL), NULL, false);
    tables_column(t, 1, "count", views_word(v, "column_count", NULL), NULL, true);
    tables_column(t, 2, "usd", views_word(v, "column_contributions", NULL),
                  views_word(v, "usd", NULL), true);
    t->empty = none(a, v, p, 0);
    if (not_on_file(v, p))
        return t;
    for (char group = 'a'; group <= 'd'; group++) {
        struct listed l = collect(a, v, p, group);
        group_row(a, v, t, group_word(a, v, group), l.n + l.hidden, l.cents);
        link_group(a, v, p, group, &t->row[t->rows - 1]);
        count += l.n + l.hidden;
        t->sample = t->sample || l.sample;
    }
    group_row(a, v, t, views_word(v, "total", NULL), count, 0);
    t->row[t->rows - 1].sum = true;
    t->row[t->rows - 1].cell[2] = tables_figure_cell(a, v, all, "");
    return t;
}

/* --- financial partners --- */

static void partner_sums(struct arena *a, const struct views *v, const struct figure *all,
                         struct view_table *t, int64_t shown_cents, size_t hidden,
                         int64_t hidden_cents)
{
    size_t percent = column_at(t, "percent");
    int64_t rest = all->cents - shown_cents - hidden_cents;
    if (hidden)
        put_total(a, v, t, format_count_word(v, "n_internal_partners", hidden), hidden_cents);
    if (rest) /* of partners beyond the limit, or with more taken back than given */
        put_total(a, v, t, views_word(v, "table_others", NULL), rest);
    struct view_row *sum = put_total(a, v, t, views_word(v, "total", NULL), 0);
    sum->sum = true;
    if (column_at(t, "usd") < t->columns)
        sum->cell[column_at(t, "usd")] = tables_figure_cell(a, v, all, "");
    if (percent < t->columns)
        tables_put_whole(a, v, all, &sum->cell[percent]);
}

struct view_table *full_lists_partners(struct arena *a, const struct views *v,
                                           const struct show *show)
{
    const struct figure *all = view_figure_get(v, show->period, "contributions.partners");
    const struct ranked *list;
    size_t ranked, n = tables_ranking(a, v, show->period, &list, &ranked);
    int64_t cents = 0, hidden_cents = 0;
    struct view_table *t = tables_new(
        a, arena_printf(a, "financial-partners-%s", model_period_text(a, show->period)),
        format_period_word(v, "table_financial_partners", show->period, NULL, NULL), 0);
    const struct list_column **column = choose_columns(a, v, show, t);
    t->empty = none(a, v, show->period, 0);
    t->ranking_column = column_at(t, "partner");
    if (t->ranking_column < t->columns)
        t->ranking = arena_printf(a, "%s.partners", model_period_text(a, show->period));
    for (size_t i = 0; i < n && (!show->limit || i < show->limit); i++) {
        struct list_partner item = {&list[i], i + 1, notes_signed_day(v, list[i].figure)};
        t->sample = t->sample || list[i].figure->sample;
        struct view_row *row = tables_row(a, t);
        for (size_t c = 0; c < t->columns; c++)
            column[c]->fill(a, v, &item, &row->cell[c]);
        cents += list[i].cents;
    }
    for (size_t i = n; i < ranked; i++) {
        hidden_cents += list[i].cents;
        t->sample = t->sample || list[i].figure->sample;
    }
    if (ranked && all && all->known)
        partner_sums(a, v, all, t, cents, ranked - n, hidden_cents);
    notes_rounding(v, t, false);
    notes_add(v, t, notes_ranking(v, list, show->limit && show->limit < n ? show->limit : n, n));
    return t;
}
