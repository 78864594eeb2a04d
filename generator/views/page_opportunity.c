/* page_opportunity.c - packages that sponsors can take: open or closed on the day the content is
 * read on (model_today), or taken. */
#include "views/views_room.h"

#include <string.h>

enum state { SOON, OPEN, CLOSED, TAKEN };

/* The agreement that took it, where that may be named. */
static const struct deal *taken_by(const struct views *v, const struct opportunity *o)
{
    const struct deal *d = o->taken_by.id ? model_deal(v->model, o->taken_by.id) : NULL;
    return d && (v->internal || !d->record->internal) ? d : NULL;
}

/* One that an internal agreement took is closed: that it was taken would tell of it. */
static enum state state_of(const struct views *v, const struct opportunity *o)
{
    struct date today = model_today(v->model);
    if (o->taken_by.id)
        return taken_by(v, o) ? TAKEN : CLOSED;
    if (date_is_set(o->opens) && date_cmp(today, o->opens) < 0)
        return SOON;
    return date_cmp(today, o->closes) > 0 ? CLOSED : OPEN;
}

static const char *state_text(const struct views *v, const struct opportunity *o)
{
    switch (state_of(v, o)) {
    case SOON:
        return format_word1(v, "opportunity_opens", "date", views_date(v, o->opens));
    case OPEN:
        return format_word1(v, "opportunity_open_until", "date", views_date(v, o->closes));
    case TAKEN:
        return views_word(v, "opportunity_taken", NULL);
    case CLOSED:
        break;
    }
    if (date_cmp(model_today(v->model), o->closes) <= 0)
        return views_word(v, "opportunity_closed", NULL);
    return format_word1(v, "opportunity_closed_on", "date", views_date(v, o->closes));
}

/* Whole units without the decimals: packages cost round sums. */
static const char *amount_text(struct arena *a, const struct views *v, int64_t minor,
                               const struct currency *c)
{
    int64_t unit = decimal_pow10(c->digits);
    const char *plain = minor % unit ? decimal_text(a, minor, c->digits)
                                     : decimal_text(a, minor / unit, 0);
    return locale_number(a, v->locale, plain);
}

static const char *price_text(struct arena *a, const struct views *v, const struct opportunity *o)
{
    const char *amount = amount_text(a, v, o->price, o->currency);
    if (o->up_to)
        amount = format_word2(v, "price_range", "from", amount, "to",
                              amount_text(a, v, o->up_to, o->currency));
    return format_word2(v, "amount_currency", "amount", amount, "currency", o->currency->code);
}

struct view_cell page_opportunity_cell(struct arena *a, const struct views *v,
                                       const struct opportunity *o)
{
    struct view_cell c = {.sample = o->sample, .code = o->id};
    c.text = views_text(v, &o->title, &c.lang);
    c.page = arena_printf(a, "opportunities/%s", o->id);
    return c;
}

/* --- lists --- */

static void table_row(struct arena *a, const struct views *v, const struct opportunity *o,
                      bool open, struct view_table *t)
{
    char iso[16];
    struct view_row *row = tables_row(a, t);
    date_format(o->closes, iso);
    row->cell[0] = page_opportunity_cell(a, v, o);
    row->cell[1].text = price_text(a, v, o);
    row->cell[2].text = state_text(v, o);
    row->cell[2].sort = arena_strdup(a, iso);
    const char *regions = NULL;
    for (size_t i = 0; i < o->region_n; i++)
        regions = format_joined(v, "joined_list", regions, format_short(v, o->region[i]));
    if (open)
        row->cell[3].text = regions ? regions : "";
    else if (taken_by(v, o))
        row->cell[3] = tables_deal_cell(v, taken_by(v, o));
    t->sample = t->sample || o->sample;
}

/* By the day they close; ties by id. */
static size_t next_closing(const struct views *v, const bool *done)
{
    size_t best = v->rec->opportunity_n;
    for (size_t i = 0; i < v->rec->opportunity_n; i++)
        if (!done[i] && (best == v->rec->opportunity_n ||
                         date_cmp(v->rec->opportunity[i].closes,
                                  v->rec->opportunity[best].closes) < 0))
            best = i;
    return best;
}

struct view_table *page_opportunity_table(struct arena *a, const struct views *v, bool open,
                                          const char *empty)
{
    struct view_table *t =
        tables_new(a, open ? "open" : "closed",
                   views_word(v, open ? "opportunities_open" : "opportunities_closed", NULL), 4);
    tables_column(t, 0, "title", views_word(v, "opportunity", NULL), NULL, false);
    tables_column(t, 1, "price", views_word(v, "opportunity_price", NULL), NULL, false);
    tables_column(t, 2, "state", views_word(v, "opportunity_state", NULL), NULL, false);
    tables_column(t, 3, open ? "regions" : "agreement",
                  views_word(v, open ? "regions" : "opportunity_taken_by", NULL), NULL, false);
    t->empty = empty;
    bool *done = ARENA_ARRAY(a, bool, v->rec->opportunity_n + 1);
    for (size_t i; (i = next_closing(v, done)) < v->rec->opportunity_n; done[i] = true) {
        enum state s = state_of(v, &v->rec->opportunity[i]);
        if ((s == SOON || s == OPEN) == open)
            table_row(a, v, &v->rec->opportunity[i], open, t);
    }
    return t->rows || empty ? t : NULL;
}

/* --- one --- */

static void facts(struct arena *a, const struct views *v, const struct opportunity *o,
                  struct view_page *page)
{
    struct view_section *s = pages_section(a, page, SECTION_FACTS, "facts", NULL);
    struct view_cell *c = pages_fact(a, s, views_word(v, "opportunity_price", NULL), 1);
    c->text = price_text(a, v, o);
    if (text_in(&o->event, v->lang, v->rec->site.default_lang, NULL)) {
        c = pages_fact(a, s, views_word(v, "opportunity_event", NULL), 1);
        c->text = views_text(v, &o->event, &c->lang);
    }
    if (date_is_set(o->opens))
        pages_fact(a, s, views_word(v, "opportunity_opening", NULL), 1)->text =
            views_date(v, o->opens);
    pages_fact(a, s, views_word(v, "opportunity_closing", NULL), 1)->text =
        views_date(v, o->closes);
    if (taken_by(v, o))
        *pages_fact(a, s, views_word(v, "opportunity_taken_by", NULL), 1) =
            tables_deal_cell(v, taken_by(v, o));
    c = o->benefit_n ? pages_fact(a, s, views_word(v, "opportunity_benefits", NULL), o->benefit_n)
                     : NULL;
    for (size_t i = 0; i < o->benefit_n; i++) {
        const char *text = views_text(v, &o->benefit[i], &c[i].lang);
        c[i].text = text ? text : "";
    }
    pages_fact_entries(a, v, s, "regions", o->region, o->region_n);
    pages_fact_entries(a, v, s, "priorities", o->priority, o->priority_n);
    c = pages_fact(a, s, views_word(v, "cover_contact", NULL), o->email ? 2 : 1);
    c->text = views_text(v, &o->department, &c->lang);
    if (o->email) {
        c[1].text = o->email;
        c[1].url = arena_printf(a, "mailto:%s", o->email);
    }
}

void page_opportunity(struct arena *a, const struct views *v, const struct opportunity *o,
                      struct view_page *page)
{
    page->kind = "opportunity";
    page->title = views_text(v, &o->title, &page->title_lang);
    page->lead = views_text_marked(v, &o->summary);
    page->description = page->lead;
    page->note = state_text(v, o);
    page->sample = page->record_sample = o->sample;
    facts(a, v, o, page);
    pages_markdown(a, v, page, "use", views_word(v, "opportunity_use", NULL), &o->use);
}
