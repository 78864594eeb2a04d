/* views_room.h - what the files of this room share; not for other rooms. */
#ifndef ACCORD_VIEWS_VIEWS_ROOM_H
#define ACCORD_VIEWS_VIEWS_ROOM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "views/views.h"

struct offer { /* files to take away */
    const struct view_download *item;
    size_t n;
    void (*make)(void *ctx); /* not made yet: makes and offers them; NULL */
    void *ctx;
};

struct word { /* a message, read */
    const char *pattern;
    const struct message *message; /* NULL = faulty, which is reported */
    const char *plain;             /* what it says when it takes no arguments; else NULL */
    enum lang lang;                /* it was taken from */
};

struct period_words {
    struct period period;
    const char *from, *until; /* years */
    const char *text;         /* format_period() */
    const char *sentence;     /* format_year(); NULL until it is asked for */
};
typedef VEC(struct period_words *) period_list;

struct views {
    const struct views *lasting; /* these, or those that views_within() was given */
    struct arena *arena;       /* what is said lasts as long */
    struct diags *diags;
    const struct model *model;
    const struct records *rec;
    struct locale *locale;
    enum lang lang;
    bool internal;
    const struct map *word;    /* struct word by id: all there are, read when views are opened */
    period_list *periods;      /* those named so far */
    const struct value *words;
    struct offer *offer;       /* filled later, when they are made */
    struct map *pages;         /* paths that texts may link to: views_has_page() */
    struct map *told;          /* ids of words reported as missing */
    const struct deal **shown; /* agreements that may be named, newest signature first */
    size_t shown_n;
    bool *named;               /* by partner index: may be named */
    struct search_set *found;  /* made when first asked for: search_sets() */
    struct period newest;      /* views_newest_period() */
    const char **deal_page, **partner_page; /* their paths, by index of the record */
    const struct partner_index *partners;
    struct list_rows *rows;
    const struct story **story; /* those of this language that may be shown, newest first */
    size_t story_n;
};

/* --- views/format.c --- */
const char *format_cents(struct arena *a, int64_t cents); /* plain decimal: "-12.50" */
const char *format_period(const struct views *v, struct period p); /* "2024", "2015–2018" */
/* The same as it stands in a sentence of the language: "2015–2018 гг.", "2024年". */
const char *format_year(const struct views *v, struct period p);
/* A word about a period: {year} as format_period, {period} as format_year, {from} and {until},
 * and one more argument (key NULL: none). */
const char *format_period_word(const struct views *v, const char *id, struct period p,
                               const char *key, const char *text);
const char *format_filled(const struct views *v, const char *id, const struct locale_arg *arg,
                          size_t args);
/* A word with one or two named arguments (strings; NULL = there is none of that name). */
const char *format_word1(const struct views *v, const char *id, const char *k1, const char *v1);
const char *format_word2(const struct views *v, const char *id, const char *k1, const char *v1,
                         const char *k2, const char *v2);
const char *format_count_word(const struct views *v, const char *id, size_t count);
/* As views_figure, but "< 0.01" of what is more than nothing and would print as nothing. */
const char *format_small(const struct views *v, const struct figure *f, const char *form);
const char *format_millions(const struct views *v, const struct figure *f); /* "1.2 million USD" */
/* The unit of a figure printed in a form, "million USD"; NULL when there is no number. */
/* What a number above stands for, by the plural that it takes: "agreement signed". */
const char *format_counted(const struct views *v, const char *id, const struct figure *f);
const char *format_million_unit(const struct views *v, const struct figure *f, const char *form);
/* A list and what comes next, joined as the word says; next alone when the list is empty. */
const char *format_joined(const struct views *v, const char *id, const char *list,
                          const char *next);
/* The short label of an entry where it has one: on single records and in charts. */
const char *format_short(const struct views *v, const struct entry *e);
const char *format_country(const struct views *v, const char *code);
/* A Sustainable Development Goal, 1 to 17, by its number and short title. */
const char *format_sdg(const struct views *v, int n);

/* --- views/links.c --- */
void links_warm(const struct views *v);

/* --- views/documents.c --- */
/* As other papers cite it: by its number without the letter of the language, else by title. */
const char *documents_cited_number(struct arena *a, const struct views *v,
                                   const struct document *r);

/* --- views/view_figure.c --- */
/* The figure <period>.<rest>; NULL when there is none. */
const struct figure *view_figure_get(const struct views *v, struct period p, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* What a figure counts, in words. */
const char *view_figure_label(const struct views *v, const struct figure *f);
bool view_figure_nonzero(const struct figure *f);
/* Finds what views_newest_period() then says. */
struct period view_figure_newest(const struct views *v);
/* The same in a period or a year of it: where a year is unknown, so is the whole. */
bool view_figure_nonzero_in(const struct views *v, struct period p, const char *rest);
/* The value in hundredths of its unit (cents; counts x 100), for charts. */
int64_t view_figure_hundredths(const struct figure *f);
/* A count as it prints: whole, with one decimal when that is exact, else two. */
const char *view_figure_count(struct arena *a, const struct rational *count);
/* The numerator of a count, or its denominator: numbers of any length. */
const char *view_figure_part(struct arena *a, const struct rational *count, bool below);
/* Exact plain decimal. */
const char *view_figure_exact(struct arena *a, const struct figure *f);

/* --- views/partner_index.c --- */
struct partner_index;
/* For views that are all but opened. */
const struct partner_index *partner_index_make(const struct views *v);
/* What counts for a partner and may be named, newest first: what it signed, and where the site
 * follows mergers what those did that became part of it.  Who became part of another keeps what it
 * signed. */
size_t partner_index_deals(const struct views *v, const struct partner *p,
                           const struct deal *const **deal);
/* Those that became part of another. */
size_t partner_index_merged(const struct views *v, const struct partner *const **merged);
/* By its cash in the newest year, from 1, among so many; 0 = it has no rank. */
size_t partner_index_rank(const struct views *v, const struct partner *p, size_t *of);

/* --- views/tables.c --- */
struct view_table *tables_new(struct arena *a, const char *id, const char *caption,
                              size_t columns);
void tables_column(struct view_table *t, size_t i, const char *id, const char *head,
                   const char *unit, bool number);
struct view_row *tables_row(struct arena *a, struct view_table *t); /* cells are "" */
struct view_cell tables_figure_cell(struct arena *a, const struct views *v,
                                    const struct figure *f, const char *form);
/* A plain decimal as readers write it, by which rows can be ordered. */
void tables_put_number(struct arena *a, const struct views *v, const char *decimal,
                       struct view_cell *c);
void tables_put_usd(struct arena *a, const struct views *v, int64_t cents, struct view_cell *c);
/* The share of a sum row: all of its table's whole, of which nothing has no share. */
void tables_put_whole(struct arena *a, const struct views *v, const struct figure *whole,
                      struct view_cell *c);
struct view_cell tables_partner_cell(const struct views *v, const struct partner *p,
                                     struct date on);
struct view_cell tables_deal_cell(const struct views *v, const struct deal *d);
struct view_cell tables_entry_cell(struct arena *a, const struct views *v, const char *folder,
                                   const struct entry *e); /* folder NULL: no link */
/* A name as papers print it: with whom the partner is represented by. */
const char *tables_printed_name(const struct views *v, const struct partner *p,
                                const char *name);
struct view_table *tables_agreements(struct arena *a, const struct views *v, const char *id,
                                     const struct deal *const *deal, size_t n);
/* With what each signed in the year; a year entered as totals has no such column. */
struct view_table *tables_partners(struct arena *a, const struct views *v, const char *id,
                                   struct period year, const struct partner *const *partner,
                                   size_t n);

/* A row of one record, as all tables have it. */
void tables_share_row(struct arena *a, struct view_table *t, const struct view_row *row);

/* --- views/lists.c --- */
struct list_rows;
struct list_rows *lists_rows(const struct views *v); /* for views that are opened; no row is made */
void lists_warm(const struct views *v);               /* makes all that may be named */
/* The name valid on a day with its abbreviation, unless the name holds that itself. */
const char *lists_name(const struct views *v, const struct partner *p, struct date on);
/* Names of all who signed, valid on the day; a partner who may not be named is left out. */
struct view_cell lists_signatories(struct arena *a, const struct views *v, const struct deal *d);
/* The same in a sentence's list, without abbreviations; "" for nobody. */
struct view_cell lists_partners_cell(struct arena *a, const struct views *v, const struct deal *d);
const char *lists_regions(const struct views *v, const struct agreement *r);
const char *lists_memberships(struct arena *a, const struct views *v, const struct partner *p);
struct view_cell lists_date_cell(struct arena *a, const struct views *v, struct date d);

/* --- views/runs.c: cells of several lines --- */
struct cell_runs {
    struct arena *arena;
    VEC(struct view_run) list;
};
struct view_run *runs_put(struct cell_runs *r, const char *text, const char *lang);
/* The cell gets the pieces, and their text line by line. */
void runs_end(struct cell_runs *r, struct view_cell *c);
/* Sums by currency, cash first; amounts in kind say so. */
void runs_signed_value(struct arena *a, const struct views *v,
                       const struct contribution *const *list, size_t n, struct view_cell *c);

/* --- views/changes.c: what addenda change, agreements under a framework --- */
/* What an addendum changes of its agreement, line by line; nothing of other agreements. */
void changes_cell(struct arena *a, const struct views *v, const struct deal *d,
                  struct view_cell *c);
const char *changes_standing(const struct views *v, const struct terms *t); /* "In force" */
/* The same with its day. */
const char *changes_standing_on(const struct views *v, const struct terms *t);
/* The change that an addendum makes, where its agreement may be named; NULL. */
const struct change *changes_of(struct arena *a, const struct views *v, const struct deal *d);
/* What became of an agreement, from its signature on; none where nothing changed. */
void changes_history(struct arena *a, const struct views *v, const struct deal *d,
                     const struct terms *t, struct view_page *page);
/* The agreements under one, with their sum. */
void changes_children(struct arena *a, const struct views *v, const struct deal *d,
                      struct view_page *page);
/* A list of addenda with what they change. */
struct view_table *changes_table(struct arena *a, const struct views *v, const char *id,
                                 const struct deal *const *deal, size_t n);

/* --- views/method.c: how figures are counted, by the settings in force --- */
enum method_topic {
    METHOD_YEAR,
    METHOD_ADDENDA,
    METHOD_PARTNERS,
    METHOD_FINANCIAL,
    METHOD_MERGERS,
};
/* The id of the word that says it. */
const char *method_word(const struct views *v, enum method_topic topic);
struct method_rule {
    const char *subject, *text[2];
    size_t n;
};
size_t method_rules(struct arena *a, const struct views *v, const struct method_rule **rule);
struct view_table *method_table(struct arena *a, const struct views *v, const struct show *show);

/* --- views/notes.c: what stands below a table when it applies --- */
void notes_add(const struct views *v, struct view_table *t, const char *note); /* NULL: nothing */
/* Says so when printed parts do not add up to a printed sum, below them or, across, behind them;
 * exact parts have to. */
void notes_rounding(const struct views *v, struct view_table *t, bool across);
/* Of the first ones of a ranking: that others have the amount of the last one; for whom partners
 * that merged are counted.  NULL when there is nothing to say. */
const char *notes_ranking(const struct views *v, const struct ranked *list, size_t shown,
                          size_t n);
/* For whom a merged partner counts; NULL where one of the two may not be named. */
const char *notes_merger(const struct views *v, const struct partner *old,
                         const struct partner *successor);
/* The day of the newest signature behind a figure, whose names are valid in its row. */
struct date notes_signed_day(const struct views *v, const struct figure *f);

/* --- views/list_columns.c: the columns of the lists that papers print --- */
struct list_column {
    const char *id;           /* as content names it, and the head of the CSV column */
    const char *word, *unit;  /* of its head; unit NULL = none */
    bool number, mixed;
    void (*fill)(struct arena *a, const struct views *v, const void *item, struct view_cell *c);
};
extern const struct list_column list_columns_deals[], list_columns_partners[]; /* id NULL ends */
struct list_partner { /* an item of list_columns_partners */
    const struct ranked *ranked;
    size_t rank;     /* from 1 */
    struct date on;  /* the day whose names are valid */
};

/* --- views/full_lists.c --- */
/* All agreements of a period, or of one group of them, with their sum. */
struct view_table *full_lists_agreements(struct arena *a, const struct views *v,
                                   const struct show *show);
/* All partners with cash above zero, with their sum. */
struct view_table *full_lists_partners(struct arena *a, const struct views *v,
                                           const struct show *show);
/* How many agreements each group has, and what they are worth. */
struct view_table *full_lists_groups(struct arena *a, const struct views *v,
                                     const struct show *show);

/* --- views/exports.c: what the columns of exports share --- */
struct export_source {
    struct arena *arena;
    const struct views *v; /* of the field's language; of the first one where it has none */
    const void *item;
};
struct export_kind {
    const char *id, *word;
    const struct export_column *column; /* id NULL ends */
    /* Puts the rows into x->item and says whether any is a sample. */
    void (*collect)(struct arena *a, const struct views *v, struct export *x);
};
/* --- views/export_records.c, views/export_money.c --- */
extern const struct export_kind export_records_agreements, export_records_partners,
    export_money_contributions, export_money_figures;
/* The text of the very language; nothing in its place. */
void exports_text(const struct export_source *s, const struct text *t, struct export_cell *c);
void exports_date(const struct export_source *s, struct date d, struct export_cell *c);
void exports_flag(bool flag, struct export_cell *c);
void exports_list(struct export_cell *c, const char **item, size_t n);
/* A name written once is the same in all languages. */
const char *exports_partner_name(const struct export_source *s, const struct partner *p,
                                 struct date on);
/* The ids of shares, and the shares: 1 or "2/3", together 1. */
void exports_portions(const struct export_source *s, const struct portion *p, size_t n,
                      struct export_cell *c);
void exports_portion_shares(const struct export_source *s, const struct portion *p, size_t n,
                            struct export_cell *c);
void exports_portion_labels(const struct export_source *s, const struct portion *p, size_t n,
                            struct export_cell *c);

/* A way of grouping figures: regions, priorities, types, kinds, memberships. */
struct grouping {
    const char *folder; /* of pages: "regions"; NULL = no pages */
    const char *ids;    /* figures are <period>.<ids>.<entry>.count */
    enum vocab_kind vocab;
    const char *count_column, *table_word;
    bool money, unassigned;
};
extern const struct grouping grouping_regions, grouping_priorities, grouping_types,
    grouping_kinds, grouping_memberships;
/* Entries to list for a period: those valid in it, or with a figure. NULL ends the list; the
 * entry after the last may be the unassigned one, which is not in it. */
const struct entry **tables_entries(struct arena *a, const struct views *v,
                                    const struct grouping *g, struct period p, size_t *n);
struct view_table *tables_grouping(struct arena *a, const struct views *v,
                                   const struct grouping *g, struct period p);
/* A sentence where papers printed counts of the period without their places; NULL. */
const char *tables_unplaced(const struct views *v, const struct grouping *g, struct period p);
/* The same with the agreements parted into those with and without contributions. */
struct view_table *tables_split(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p);
struct view_table *tables_top_partners(struct arena *a, const struct views *v, struct period p,
                                       size_t limit);
/* The ranking of those who may be named, ranked among themselves: a gap would tell between which
 * two amounts another's lies.  How many they are; behind them in the list come the others, and
 * *all counts these too. */
size_t tables_ranking(struct arena *a, const struct views *v, struct period p,
                      const struct ranked **list, size_t *all);
/* The years of a period that lie within those on file, all of these when its end is 0; n: how many.
 * Those between that are not on file are among them. */
struct period tables_years_shown(const struct views *v, struct period p, size_t *n);
/* These years. */
struct view_table *tables_trend(struct arena *a, const struct views *v, struct period p);
/* The years of one entry. */
struct view_table *tables_entry_trend(struct arena *a, const struct views *v,
                                      const struct grouping *g, const struct entry *e);
enum chart_of { CHART_COUNT, CHART_MONEY };
/* One column a year, and their sum. */
struct view_table *tables_years(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p, enum chart_of of);

/* --- views/charts.c --- */
struct view_chart *charts_new(struct arena *a, const struct views *v, const char *id,
                              const char *title, size_t series, size_t n);
void charts_unit(struct view_chart *c, size_t series, const char *unit, enum chart_of of);
/* The mark of a category in a series; NULL = there is no such figure. */
void charts_mark(struct arena *a, const struct views *v, struct view_chart *c, size_t s, size_t i,
                 const struct figure *f, enum chart_of of);
/* The label of a priority's scheme where that is no longer the one in force; NULL else. */
const char *charts_former_scheme(const struct views *v, const struct entry *priority);
/* A region has its colour in every chart; the unassigned (NULL) are grey beside them. */
void charts_paint(struct arena *a, const struct views *v, const struct grouping *g,
                  const struct entry *e, struct color *color, const char **class_name);
/* What is found where no mark stands out: that all are alike, or that all are zero. */
const char *charts_equal(const struct views *v, const struct chart_mark *mark, size_t n);
void charts_finish(struct arena *a, const struct views *v, struct view_chart *c,
                   const char *finding);
struct view_chart *charts_grouping(struct arena *a, const struct views *v,
                                   const struct grouping *g, struct period p, enum chart_of of,
                                   enum chart_kind kind);
/* Agreements with and without contributions: grouped or stacked; together in bars where that is
 * not known. */
struct view_chart *charts_split(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p, enum chart_kind kind);
/* Agreements and contributions in two panels. */
struct view_chart *charts_beside(struct arena *a, const struct views *v, const struct grouping *g,
                                 struct period p);
/* Year by year: multiples, grouped or stacked. */
struct view_chart *charts_years(struct arena *a, const struct views *v, const struct grouping *g,
                                struct period p, enum chart_of of, enum chart_kind kind);
struct view_chart *charts_top_partners(struct arena *a, const struct views *v, struct period p,
                                       size_t limit, enum chart_kind kind);

/* --- views/trend.c --- */
/* The years of a period, all years when its end is 0: contributions, in panels below the number
 * of agreements. */
struct view_chart *charts_trend(struct arena *a, const struct views *v, struct period p,
                                enum chart_kind kind);
/* The years in which an entry can have figures: a priority those of its scheme, and those in which
 * something falls to it all the same; others all. */
struct period charts_entry_years(const struct views *v, const struct grouping *g,
                                 const struct entry *e);
/* The same as charts_trend for one entry of a grouping, of these years; NULL when less than two
 * of them are known. */
struct view_chart *charts_entry_trend(struct arena *a, const struct views *v,
                                      const struct grouping *g, const struct entry *e);

/* --- views/search_sets.c: what records can be found by, and who has which --- */
struct search_value { /* "AFR" of the facet "region" */
    const char *id, *label;
    const char *page;  /* that lists what has it */
    size_t index;      /* among the values in use of its facet */
    VEC(const struct deal *) deals;      /* that have it and may be named, newest first */
    VEC(const struct partner *) partners; /* the same, by name */
};
struct search_has {
    struct search_value **p;
    size_t n;
};
struct search_row {
    struct search_has has[SEARCH_FACETS];
};
struct search_set {
    struct arena *arena;
    struct map by_id[SEARCH_FACETS]; /* id -> struct search_value *, in readers' order */
    size_t used[SEARCH_FACETS];      /* values that anything has */
    struct search_row *deal;         /* as views.shown */
    struct search_row *partner;      /* as who: only what partners have by themselves */
    const struct partner **who;      /* all that may be named, by name */
    size_t partners;
    size_t *place;                   /* in who, by partner index */
};
extern const struct search_facet_row {
    const char *id, *word, *folder;
    int vocab; /* enum vocab_kind; -1 = none */
} search_facet_rows[SEARCH_FACETS];
const struct search_set *search_sets(const struct views *v);
/* NULL when no record has it. */
const struct search_value *search_value_get(const struct views *v, enum search_facet f,
                                            const char *id);

/* --- views/page_search.c --- */
/* Adds the tables of what has a value: for a type partners first, else agreements. */
void page_search_lists(struct arena *a, const struct views *v, enum search_facet f,
                       const char *id, struct view_page *page);
/* The page "search/" id, "countries/KE"; false when there is none. */
bool page_search_facet(struct arena *a, const struct views *v, const char *id,
                       struct view_page *page);

/* --- views/figure_trail.c --- */
/* The records a figure is made of, each with the part of it that counts, and their sum. */
struct view_table *figure_trail(struct arena *a, const struct views *v, const struct figure *f);

/* --- views/page_*.c: one function per kind of page --- */
void page_home(struct arena *a, const struct views *v, struct view_page *page);
void page_agreement(struct arena *a, const struct views *v, const struct deal *d,
                    struct view_page *page);
void page_partner(struct arena *a, const struct views *v, const struct partner *p,
                  struct view_page *page);
void page_entry(struct arena *a, const struct views *v, const struct grouping *g,
                const struct entry *e, struct view_page *page);
void page_data(struct arena *a, const struct views *v, struct view_page *page);
/* The files that hold a set of exports, as a section of its list. */
void page_data_links(struct arena *a, const struct views *v, struct view_page *page,
                     const char *set);
void page_year(struct arena *a, const struct views *v, int year, struct view_page *page);
void page_story(struct arena *a, const struct views *v, const struct story *s,
                struct view_page *page);
/* Adds a section with the newest stories that pass a test, at most limit (0 = all); none when there
 * are none and no empty state is given. */
typedef bool story_test(const struct views *v, const struct story *s, const void *about);
void page_story_items(struct arena *a, const struct views *v, struct view_page *page,
                      const char *heading, story_test *test, const void *about, size_t limit,
                      const char *empty);
void page_opportunity(struct arena *a, const struct views *v, const struct opportunity *o,
                      struct view_page *page);
/* Those that can be taken now or later, or the others; NULL when there are none and no empty state
 * is given. */
struct view_table *page_opportunity_table(struct arena *a, const struct views *v, bool open,
                                          const char *empty);
/* The page of the package that an agreement took; NULL. */
struct view_cell page_opportunity_cell(struct arena *a, const struct views *v,
                                       const struct opportunity *o);
void page_about(struct arena *a, const struct views *v, struct view_page *page);
/* Targets, which are internal: of a year, and of all years. */
void page_target(struct arena *a, const struct views *v, const struct plan *p,
                 struct view_page *page);
void page_target_list(struct arena *a, const struct views *v, struct view_page *page);
void page_figure(struct arena *a, const struct views *v, const struct figure *f,
                 struct view_page *page);

/* --- views/pages.c: building sections --- */
/* Partners who may be named, as the language orders their names. */
const struct partner **pages_partners(struct arena *a, const struct views *v, size_t *n);
struct view_section *pages_section(struct arena *a, struct view_page *page,
                                   enum section_kind kind, const char *id, const char *heading);
void pages_table(struct arena *a, struct view_page *page, const char *heading,
                 struct view_table *t);
void pages_chart(struct arena *a, struct view_page *page, const char *heading,
                 struct view_chart *c);
/* A fact that lists entries, each a link to its page; none when there are none. */
void pages_fact_entries(struct arena *a, const struct views *v, struct view_section *s,
                        const char *folder, const struct entry *const *entry, size_t n);
/* A section with Markdown of a record; none where there is no text in any language. */
void pages_markdown(struct arena *a, const struct views *v, struct view_page *page,
                    const char *id, const char *heading, const struct text *text);
/* A link below the page's newest section. */
void pages_more(struct view_page *page, const char *text, const char *path);
/* Adds to the page's newest section; nothing where there is no such figure or form. */
void pages_key_figure(struct arena *a, struct view_page *page, const struct views *v,
                      const struct figure *f, const char *form, const char *label,
                      const char *unit);
/* The same of a count, with a word that takes its plural from it. */
void pages_counted(struct arena *a, struct view_page *page, const struct views *v,
                   const struct figure *f, const char *word);
/* Adds a fact with room for n cells; returns its cells. */
struct view_cell *pages_fact(struct arena *a, struct view_section *s, const char *term, size_t n);

#endif
