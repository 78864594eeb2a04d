/* list_columns.c - the columns of the lists that papers print.  A column is a row of a table
 * here and a word in strings/; which of them a list has, and in what order, its author says. */
#include "views/views_room.h"

#include <string.h>

/* --- agreements --- */

static void fill_number(struct arena *a, const struct views *v, const void *item,
                        struct view_cell *c)
{
    const struct deal *d = item;
    (void)a;
    c->text = d->record->id;
    c->page = v->deal_page[d->record->index];
}

static void fill_title(struct arena *a, const struct views *v, const void *item,
                       struct view_cell *c)
{
    (void)a;
    *c = tables_deal_cell(v, item);
    c->sample = false; /* the row is marked where it begins */
}

/* Text without any sign that Markdown might read is what it is. */
static bool is_plain(const char *s)
{
    return !strpbrk(s, "*_`[]<>&\\#{}|~\n") && !strstr(s, "- ") && !strstr(s, "://") &&
           !strchr("+0123456789 \t", s[0]);
}

static struct view_run *put_objective(struct cell_runs *r, const struct views *v,
                                      const struct agreement *record)
{
    const char *lang = NULL, *text = views_text(v, &record->objective, &lang);
    enum lang got = v->lang;
    if (!text)
        return NULL;
    struct view_run *run = runs_put(r, text, lang);
    run->markdown = !is_plain(text);
    text_in(&record->objective, v->lang, v->rec->site.default_lang, &got);
    run->place = record->objective.place[got];
    return run;
}

static void fill_objective(struct arena *a, const struct views *v, const void *item,
                           struct view_cell *c)
{
    struct cell_runs r = {.arena = a};
    if (put_objective(&r, v, ((const struct deal *)item)->record))
        runs_end(&r, c);
}

static void fill_title_objective(struct arena *a, const struct views *v, const void *item,
                                 struct view_cell *c)
{
    struct cell_runs r = {.arena = a};
    fill_title(a, v, item, c);
    runs_put(&r, c->text, c->lang)->page = c->page;
    struct view_run *objective = put_objective(&r, v, ((const struct deal *)item)->record);
    if (!objective)
        return;
    objective->muted = true;
    runs_end(&r, c);
    c->page = NULL; /* the title alone is a link */
}

static void fill_signatories(struct arena *a, const struct views *v, const void *item,
                             struct view_cell *c)
{
    *c = lists_signatories(a, v, item);
}

static void fill_kind(struct arena *a, const struct views *v, const void *item,
                      struct view_cell *c)
{
    const struct entry *kind = ((const struct deal *)item)->record->kind;
    (void)a;
    c->text = kind ? views_text(v, &kind->short_label, &c->lang) : format_short(v, NULL);
    if (!c->text)
        c->text = views_text(v, &kind->label, &c->lang);
}

/* What an addendum changes, by number and title; nothing of what may not be named. */
static void fill_amends(struct arena *a, const struct views *v, const void *item,
                        struct view_cell *c)
{
    const struct deal *other = ((const struct deal *)item)->amends;
    struct cell_runs r = {.arena = a};
    if (!other)
        return;
    if (other->record->internal && !v->internal) {
        c->text = views_word(v, "internal_record", NULL);
        return;
    }
    struct view_cell title = tables_deal_cell(v, other);
    runs_put(&r, other->record->id, NULL);
    runs_put(&r, title.text, title.lang)->muted = true;
    runs_end(&r, c);
    c->page = title.page;
}

static void fill_signed(struct arena *a, const struct views *v, const void *item,
                        struct view_cell *c)
{
    *c = lists_date_cell(a, v, ((const struct deal *)item)->record->signed_on);
}

static void fill_in_force(struct arena *a, const struct views *v, const void *item,
                          struct view_cell *c)
{
    *c = lists_date_cell(a, v, ((const struct deal *)item)->record->in_force);
}

static void fill_ends(struct arena *a, const struct views *v, const void *item,
                      struct view_cell *c)
{
    struct date ends = ((const struct deal *)item)->record->ends;
    if (date_is_set(ends))
        *c = lists_date_cell(a, v, ends);
}

static void fill_regions(struct arena *a, const struct views *v, const void *item,
                         struct view_cell *c)
{
    (void)a;
    c->text = lists_regions(v, ((const struct deal *)item)->record);
}

/* Each currency signed in, cash first; amounts in kind say so. */
static void fill_signed_value(struct arena *a, const struct views *v, const void *item,
                              struct view_cell *c)
{
    const struct agreement *r = ((const struct deal *)item)->record;
    const struct contribution **list = ARENA_ARRAY(a, const struct contribution *,
                                                   r->contribution_n);
    for (size_t i = 0; i < r->contribution_n; i++)
        list[i] = &r->contribution[i];
    runs_signed_value(a, v, list, r->contribution_n, c);
}

static void fill_usd(struct arena *a, const struct views *v, const void *item,
                     struct view_cell *c)
{
    const struct deal *d = item;
    bool cash = d->cash_cents != 0;
    for (size_t i = 0; i < d->money_n; i++)
        cash = cash || !d->money[i].contribution->in_kind;
    if (!cash)
        return;
    tables_put_usd(a, v, d->cash_cents, c);
}

/* What an addendum changes; of an agreement nothing. */
static void fill_changes(struct arena *a, const struct views *v, const void *item,
                         struct view_cell *c)
{
    changes_cell(a, v, item, c);
}

/* Of the agreement that it changes, where it is an addendum. */
static void fill_status(struct arena *a, const struct views *v, const void *item,
                        struct view_cell *c)
{
    const struct deal *d = item;
    if (views_may_name(v, d->root))
        c->text = changes_standing(v, model_terms(a, v->model, d->root, v->internal));
}

const struct list_column list_columns_deals[] = {
    {"number", "agreement_id", NULL, false, false, fill_number},
    {"title", "title", NULL, false, false, fill_title},
    {"title_objective", "column_title_objective", NULL, false, false, fill_title_objective},
    {"objective", "objective", NULL, false, false, fill_objective},
    {"signatories", "signatories", NULL, false, false, fill_signatories},
    {"kind", "agreement_kind", NULL, false, false, fill_kind},
    {"amends", "column_amends", NULL, false, false, fill_amends},
    {"signed", "date_signature", NULL, false, false, fill_signed},
    {"in_force", "date_force", NULL, false, false, fill_in_force},
    {"ends", "date_end", NULL, false, false, fill_ends},
    {"regions", "regions", NULL, false, false, fill_regions},
    {"signed_value", "column_signed_value", NULL, false, true, fill_signed_value},
    {"usd", "contribution_usd", NULL, true, false, fill_usd},
    {"changes", "column_change", NULL, false, false, fill_changes},
    {"status", "standing", NULL, false, false, fill_status},
    {0},
};

/* --- financial partners --- */

static void fill_rank(struct arena *a, const struct views *v, const void *item,
                      struct view_cell *c)
{
    tables_put_number(a, v, arena_printf(a, "%zu", ((const struct list_partner *)item)->rank), c);
}

static void fill_partner(struct arena *a, const struct views *v, const void *item,
                         struct view_cell *c)
{
    const struct list_partner *i = item;
    (void)a;
    *c = tables_partner_cell(v, i->ranked->partner, i->on);
    c->text = tables_printed_name(v, i->ranked->partner,
                                  lists_name(v, i->ranked->partner, i->on));
}

static void fill_type(struct arena *a, const struct views *v, const void *item,
                      struct view_cell *c)
{
    const struct partner *p = ((const struct list_partner *)item)->ranked->partner;
    (void)a;
    if (p->type)
        c->text = format_short(v, p->type);
}

static void fill_membership(struct arena *a, const struct views *v, const void *item,
                            struct view_cell *c)
{
    c->text = lists_memberships(a, v, ((const struct list_partner *)item)->ranked->partner);
}

static void fill_country(struct arena *a, const struct views *v, const void *item,
                         struct view_cell *c)
{
    const struct partner *p = ((const struct list_partner *)item)->ranked->partner;
    (void)a;
    if (p->country)
        c->text = format_country(v, p->country);
}

static void fill_partner_usd(struct arena *a, const struct views *v, const void *item,
                             struct view_cell *c)
{
    *c = tables_figure_cell(a, v, ((const struct list_partner *)item)->ranked->figure, "");
}

static void fill_percent(struct arena *a, const struct views *v, const void *item,
                         struct view_cell *c)
{
    *c = tables_figure_cell(a, v, ((const struct list_partner *)item)->ranked->figure, "percent");
}

const struct list_column list_columns_partners[] = {
    {"rank", "column_rank", NULL, true, false, fill_rank},
    {"partner", "partner", NULL, false, false, fill_partner},
    {"type", "partner_type", NULL, false, false, fill_type},
    {"membership", "membership", NULL, false, false, fill_membership},
    {"country", "country", NULL, false, false, fill_country},
    {"usd", "signed_contributions", "usd", true, false, fill_partner_usd},
    {"percent", "column_share", NULL, true, false, fill_percent},
    {0},
};
