/* list_columns.c - the columns of the lists that papers print.  A column is a row of a table
 * here and a word in strings/; which of them a list has, and in what order, its author says. */
#include "views/views_room.h"

#include <string.h>

/* --- what the columns share --- */

struct runs {
    struct arena *arena;
    VEC(struct view_run) list;
};

static struct view_run *put_run(struct runs *r, const char *text, const char *lang)
{
    struct view_run run = {.text = text, .lang = lang, .line = r->list.n > 0};
    VEC_PUSH(r->arena, &r->list, run);
    return &r->list.p[r->list.n - 1];
}

/* The cell gets the pieces, and their text line by line. */
static void end_runs(struct runs *r, struct view_cell *c)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < r->list.n; i++)
        buf_printf(&b, "%s%s", i ? "\n" : "", r->list.p[i].text);
    c->text = buf_to_arena(&b, r->arena);
    c->run = r->list.p;
    c->runs = r->list.n;
    c->lang = NULL; /* each piece has its own */
}

/* --- agreements --- */

static void fill_number(struct arena *a, const struct views *v, const void *item,
                        struct view_cell *c)
{
    const struct deal *d = item;
    (void)v;
    c->text = d->record->id;
    c->page = arena_printf(a, "agreements/%s", d->record->id);
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

static struct view_run *put_objective(struct runs *r, const struct views *v,
                                      const struct agreement *record)
{
    const char *lang = NULL, *text = views_text(v, &record->objective, &lang);
    enum lang got = v->lang;
    if (!text)
        return NULL;
    struct view_run *run = put_run(r, text, lang);
    run->markdown = !is_plain(text);
    text_in(&record->objective, v->lang, v->rec->site.default_lang, &got);
    run->place = record->objective.place[got];
    return run;
}

static void fill_objective(struct arena *a, const struct views *v, const void *item,
                           struct view_cell *c)
{
    struct runs r = {.arena = a};
    if (put_objective(&r, v, ((const struct deal *)item)->record))
        end_runs(&r, c);
}

static void fill_title_objective(struct arena *a, const struct views *v, const void *item,
                                 struct view_cell *c)
{
    struct runs r = {.arena = a};
    fill_title(a, v, item, c);
    put_run(&r, c->text, c->lang)->page = c->page;
    struct view_run *objective = put_objective(&r, v, ((const struct deal *)item)->record);
    if (!objective)
        return;
    objective->muted = true;
    end_runs(&r, c);
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
    c->text = format_short(v, kind);
    if (!kind || views_text(v, &kind->short_label, &c->lang))
        return;
    views_text(v, &kind->label, &c->lang);
}

/* What an addendum changes, by number and title; nothing of what may not be named. */
static void fill_amends(struct arena *a, const struct views *v, const void *item,
                        struct view_cell *c)
{
    const struct deal *other = ((const struct deal *)item)->amends;
    struct runs r = {.arena = a};
    if (!other)
        return;
    if (other->record->internal && !v->internal) {
        c->text = views_word(v, "internal_record", NULL);
        return;
    }
    struct view_cell title = tables_deal_cell(v, other);
    put_run(&r, other->record->id, NULL);
    put_run(&r, title.text, title.lang)->muted = true;
    end_runs(&r, c);
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

static bool added_up_together(const struct contribution *a, const struct contribution *b)
{
    return a->in_kind == b->in_kind && strcmp(a->currency->code, b->currency->code) == 0;
}

static bool is_first_of_its_sum(const struct agreement *r, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (added_up_together(&r->contribution[k], &r->contribution[i]))
            return false;
    return true;
}

static const char *sum_of_currency(struct arena *a, const struct views *v,
                                   const struct agreement *r, size_t first, struct buf *plain)
{
    const struct contribution *c = &r->contribution[first];
    int64_t sum = 0;
    for (size_t i = first; i < r->contribution_n; i++)
        if (added_up_together(c, &r->contribution[i]))
            sum += r->contribution[i].amount;
    buf_printf(plain, "%s%s %s%s", plain->n ? "; " : "",
               format_minor(a, sum, c->currency->digits), c->currency->code,
               c->in_kind ? " (in kind)" : "");
    const char *text = views_money(v, sum, c->currency);
    return c->in_kind ? format_word1(v, "amount_in_kind", "amount", text) : text;
}

/* Each currency signed in, cash first; amounts in kind say so. */
static void fill_signed_value(struct arena *a, const struct views *v, const void *item,
                              struct view_cell *c)
{
    const struct agreement *r = ((const struct deal *)item)->record;
    struct runs runs = {.arena = a};
    struct buf plain = BUF_INIT;
    for (int in_kind = 0; in_kind < 2; in_kind++)
        for (size_t i = 0; i < r->contribution_n; i++)
            if (r->contribution[i].in_kind == in_kind && is_first_of_its_sum(r, i))
                put_run(&runs, sum_of_currency(a, v, r, i, &plain), NULL)->muted = in_kind;
    if (runs.list.n) {
        end_runs(&runs, c);
        c->sort = buf_to_arena(&plain, a);
    }
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
    c->text = views_cents(v, d->cash_cents);
    c->sort = format_cents(a, d->cash_cents);
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
    {0},
};

/* --- financial partners --- */

static void fill_rank(struct arena *a, const struct views *v, const void *item,
                      struct view_cell *c)
{
    c->sort = arena_printf(a, "%zu", ((const struct list_partner *)item)->rank);
    c->text = locale_number(a, v->locale, c->sort);
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
