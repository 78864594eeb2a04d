/* page_about.c - how figures are counted, from the settings in force, and what they rest on. */
#include "views/views_room.h"

#include <string.h>

/* --- the rules --- */

static void rules(struct arena *a, const struct views *v, struct view_page *page)
{
    const struct method_rule *rule;
    size_t n = method_rules(a, v, &rule);
    struct view_section *s =
        pages_section(a, page, SECTION_FACTS, "method", views_word(v, "figure_rules", NULL));
    for (size_t i = 0; i < n; i++) {
        struct view_cell *c = pages_fact(a, s, rule[i].subject, rule[i].n);
        for (size_t k = 0; k < rule[i].n; k++)
            c[k].text = rule[i].text[k];
    }
}

/* --- exchange rates, by file --- */

struct rate_file {
    const char *path;
    struct date first, newest;
    size_t n;
    VEC(const char *) code; /* distinct */
    bool sample;
};
typedef VEC(struct rate_file) rate_files;

static struct rate_file *file_of(struct arena *a, rate_files *list, const char *path)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->p[i].path, path) == 0)
            return &list->p[i];
    size_t at = 0;
    while (at < list->n && strcmp(list->p[at].path, path) < 0)
        at++;
    VEC_PUSH(a, list, ((struct rate_file){0}));
    memmove(list->p + at + 1, list->p + at, (list->n - 1 - at) * sizeof *list->p);
    list->p[at] = (struct rate_file){.path = path};
    return &list->p[at];
}

static void add_rate(struct arena *a, rate_files *list, const struct rate *r)
{
    struct rate_file *f = file_of(a, list, r->place.src->path);
    if (f->n == 0 || date_cmp(r->from, f->first) < 0)
        f->first = r->from;
    if (f->n == 0 || date_cmp(r->from, f->newest) > 0)
        f->newest = r->from;
    f->n++;
    f->sample = f->sample || r->sample;
    /* Rates come by currency. */
    if (f->code.n == 0 || strcmp(f->code.p[f->code.n - 1], r->currency->code) != 0)
        VEC_PUSH(a, &f->code, r->currency->code);
}

static const char *number(struct arena *a, const struct views *v, size_t n)
{
    return locale_number(a, v->locale, arena_printf(a, "%zu", n));
}

static void rates(struct arena *a, const struct views *v, struct view_page *page)
{
    rate_files list = {0};
    for (size_t i = 0; i < v->rec->rate_n; i++)
        add_rate(a, &list, &v->rec->rate[i]);
    struct view_table *t = tables_new(a, "rates", views_word(v, "rates", NULL), 5);
    tables_column(t, 0, "file", views_word(v, "rates_file", NULL), NULL, false);
    tables_column(t, 1, "from", views_word(v, "rates_from", NULL), NULL, false);
    tables_column(t, 2, "newest", views_word(v, "rates_newest", NULL), NULL, false);
    tables_column(t, 3, "currencies", views_word(v, "method_currencies", NULL), NULL, true);
    tables_column(t, 4, "rates", views_word(v, "rates", NULL), NULL, true);
    t->empty = views_word(v, "rates_none", NULL);
    for (size_t i = 0; i < list.n; i++) {
        const struct rate_file *f = &list.p[i];
        struct view_row *row = tables_row(a, t);
        const char *name = strrchr(f->path, '/');
        row->cell[0] = (struct view_cell){.text = arena_printf(a, "rates%s", name ? name : ""),
                                          .sample = f->sample};
        row->cell[1] = lists_date_cell(a, v, f->first);
        row->cell[2] = lists_date_cell(a, v, f->newest);
        row->cell[3].text = number(a, v, f->code.n);
        row->cell[4].text = number(a, v, f->n);
        t->sample = t->sample || f->sample;
    }
    pages_table(a, page, views_word(v, "rates", NULL), t);
}

/* --- what is on file --- */

static void count_row(struct arena *a, const struct views *v, struct view_table *t,
                      const char *word, size_t n, size_t samples, size_t unnamed)
{
    if (n == 0)
        return;
    const size_t count[] = {n, samples, unnamed};
    struct view_row *row = tables_row(a, t);
    row->cell[0].text = views_word(v, word, NULL);
    for (size_t i = 0; i < 3; i++)
        row->cell[1 + i].text = number(a, v, count[i]);
    t->sample = t->sample || samples;
}

static void agreements_row(struct arena *a, const struct views *v, struct view_table *t)
{
    size_t samples = 0, internal = 0;
    for (size_t i = 0; i < v->rec->agreement_n; i++) {
        samples += v->rec->agreement[i]->sample;
        internal += v->rec->agreement[i]->internal;
    }
    count_row(a, v, t, "agreements", v->rec->agreement_n, samples, internal);
}

/* Who is expected to sign, and is known for nothing else, is not counted either. */
static void partners_row(struct arena *a, const struct views *v, struct view_table *t)
{
    size_t n = 0, samples = 0, unnamed = 0;
    for (size_t i = 0; i < v->rec->partner_n; i++) {
        const struct partner *p = v->rec->partner[i];
        if (!v->named[i] && !model_partner_signs(v->model, p))
            continue;
        n++;
        samples += p->sample;
        unnamed += !v->named[i];
    }
    count_row(a, v, t, "partners", n, samples, unnamed);
}

static void records(struct arena *a, const struct views *v, struct view_page *page)
{
    struct view_table *t = tables_new(a, "records", views_word(v, "records_on_file", NULL), 4);
    size_t past = 0, packages = 0;
    tables_column(t, 0, "records", views_word(v, "records", NULL), NULL, false);
    tables_column(t, 1, "count", views_word(v, "column_count", NULL), NULL, true);
    tables_column(t, 2, "samples", views_word(v, "records_samples", NULL), NULL, true);
    tables_column(t, 3, "unnamed", views_word(v, "records_unnamed", NULL), NULL, true);
    agreements_row(a, v, t);
    partners_row(a, v, t);
    for (size_t i = 0; i < v->rec->history_n; i++)
        past += v->rec->history[i].sample;
    count_row(a, v, t, "records_years", v->rec->history_n, past, 0);
    size_t told = 0;
    for (size_t i = 0; i < v->story_n; i++)
        told += v->story[i]->sample;
    count_row(a, v, t, "stories", v->story_n, told, 0);
    for (size_t i = 0; i < v->rec->opportunity_n; i++)
        packages += v->rec->opportunity[i].sample;
    count_row(a, v, t, "opportunities", v->rec->opportunity_n, packages, 0);
    t->empty = views_word(v, "empty_agreements", NULL);
    t->note = format_word1(v, "footer_data_as_of", "date", views_date(v, model_today(v->model)));
    pages_table(a, page, views_word(v, "records_on_file", NULL), t);
    pages_more(page, views_word(v, "data_more", NULL), "data");
}

void page_about(struct arena *a, const struct views *v, struct view_page *page)
{
    page->kind = "about";
    page->title = views_word(v, "about", NULL);
    page->titled_by_text = true;
    page->description = views_text(v, &v->rec->site.description, NULL);
    rules(a, v, page);
    rates(a, v, page);
    records(a, v, page);
}
