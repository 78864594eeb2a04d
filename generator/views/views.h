/* views.h - what is shown, in one language: tables, charts, facts, pages.  No HTML, no PDF.
 *
 * Site, report and data all read these, so that the paper and the site cannot disagree.  All
 * texts are ready for readers in the language of the view; a text that had to be taken from
 * another language carries its code.  Links name pages by their path below the language's
 * folder ("partners/unicef"), without "index.html"; the site makes them relative.
 * Memory belongs to the arena given, and where none is, to that of the views; records and model
 * must outlive it.  What many pages ask for is kept by the views that were opened, and grows with
 * the records, never with the pages.
 */
#ifndef ACCORD_VIEWS_VIEWS_H
#define ACCORD_VIEWS_VIEWS_H

#include "base/value.h"
#include "chart/chart.h"
#include "locale/locale.h"
#include "model/model.h"

struct views;

/* internal: show internal agreements by name (profile internal).  Missing words of
 * strings/<lang>.yaml are reported once each. */
struct views *views_open(struct arena *a, struct diags *d, const struct model *m, enum lang lang,
                         bool internal);
/* The same views for one piece of work: what they say lasts as long as a, not as v. */
const struct views *views_within(struct arena *a, const struct views *v);
const struct views *views_lasting(const struct views *v); /* those that were opened */
/* Makes now, to be shared, what else the first page that asks for it makes: rows of lists, what
 * can be searched by, the pages there are. */
void views_warm(const struct views *v);
const struct locale *views_locale(const struct views *v);
const struct model *views_model(const struct views *v);
enum lang views_lang(const struct views *v);
bool views_internal(const struct views *v);
/* What each page and paper of the internal profile is marked with; NULL in public. */
const char *views_internal_mark(const struct views *v);
/* Whether an agreement may be named; whoever signs one that may, may be named too. */
bool views_may_name(const struct views *v, const struct deal *d);
/* Whether a story may be told: all it is about may be named. */
bool views_may_tell(const struct views *v, const struct story *s);
/* False for figures that would name a partner who may not be named: they have no page. */
bool views_figure_named(const struct views *v, const struct figure *f);

/* --- words and formats (views/format.c) --- */

/* A word of the program, from strings/<lang>.yaml; args is a map value or NULL. */
const char *views_word(const struct views *v, const char *id, const struct value *args);
/* All words without arguments, as a map value: {{t.search}} in templates. */
const struct value *views_words(const struct views *v);
/* What a figure counts, in words; NULL for an id that is none. */
const char *views_figure_label(const struct views *v, const char *id);
/* A figure in a form ("" = bare) as readers write it; "not available" when unknown. */
const char *views_figure(const struct views *v, const struct figure *f, const char *form);
const char *views_cents(const struct views *v, int64_t cents); /* "1 234 567,80" */
const char *views_money(const struct views *v, int64_t minor, const struct currency *c);
const char *views_date(const struct views *v, struct date d);
/* A text for readers; *lang gets the code of the language it was taken from when that is
 * another one, else NULL. */
const char *views_text(const struct views *v, const struct text *t, const char **lang);
/* The remark, " [English]", that words of this language carry in texts of another; NULL for NULL. */
const char *views_language_mark(const struct views *v, const char *lang);
/* A text with that remark behind it where it needs one: for places that show no language apart. */
const char *views_marked(const struct views *v, const char *text, const char *lang);
const char *views_text_marked(const struct views *v, const struct text *t);
const char *views_partner_name(const struct views *v, const struct partner *p, struct date on);
const char *views_label(const struct views *v, const struct entry *e); /* NULL: "unassigned" */

/* --- tables --- */

/* A piece of a cell's text. */
struct view_run {
    const char *text;      /* never NULL */
    const char *lang, *page, *url; /* as of a cell; NULL */
    bool line;             /* begins a line of its own */
    bool strong, emphasis, muted;
    bool markdown;         /* of a record, written at place; narrative/ makes plain runs of it */
    struct place place;
};
struct view_cell {
    const char *text;      /* never NULL */
    const struct view_run *run; /* the same text in pieces, where one will not do */
    size_t runs;
    const char *lang;      /* of text, when not the view's; NULL */
    const char *code;      /* id of what text names, for exports: "AFR"; NULL */
    const char *figure;    /* id of the figure shown; NULL */
    const char *form;      /* as which it is shown: "millions2", "" bare; NULL = as none */
    int note;              /* number of a footnote marked behind the text; 0 = none */
    bool note_again;       /* that is marked before, too */
    bool verbatim;         /* what programs call it: "agreements.csv", "title_en" */
    bool sample;           /* to be labelled */
    bool on_samples;       /* a figure that rests on sample records, labelled or not */
    const char *page;      /* path of a page; NULL */
    const char *url;       /* outward link; NULL */
    const char *file;      /* a file of the site, below its root: "data/agreements.csv"; NULL */
    const char *sort;      /* machine-readable key: ISO date, plain decimal; NULL = text */
    const char *printed;   /* a number as it prints, before any language: "33.8"; NULL */
    const char *numerator, *denominator; /* the exact value, where the column is of fractions */
    const char *bar;       /* length of a bar beside a number, in hundredths of the longest:
                              "43.2"; NULL = none */
};
struct view_column {
    const char *id;        /* snake_case, also the head of the CSV column */
    const char *head;
    const char *unit;      /* under the head, "million USD"; NULL */
    bool coded;            /* exports say the cells' codes before their texts */
    bool fraction;         /* exports say the exact values beside rounded ones */
    bool number;           /* right-aligned tabular figures */
    bool mixed;            /* amounts in several currencies, some of several lines: right-aligned
                              as text, not on their decimal marks */
    mpt width;             /* on paper, set by hand; 0 = automatic */
};
struct view_row {
    struct view_cell *cell; /* one per column; where several tables list a record, they share them */
    bool sum;               /* a total under a rule */
    const char *filter;     /* space-separated keys "kind:mou region:AFR year:2024"; NULL */
    const char *find;       /* words to be found by that no cell says; NULL */
};
struct view_table {
    const char *id;         /* "regions-2024": unique on a page */
    const char *caption, *source, *note; /* NULL when absent */
    struct view_column *column;
    size_t columns;
    struct view_row *row;
    size_t rows;
    bool sample;            /* any sample record behind it */
    bool of_figures;        /* its rows are figures: exports say which rest on samples */
    const char *ranking;    /* its rows are the first of a ranking, "2024.partners"; NULL */
    size_t ranking_column;  /* whose cells have the partners' codes */
    int note_number;        /* of a footnote marked behind the caption; 0 = none */
    bool note_again;        /* that is marked before, too */
    const char *empty;      /* what to say when there are no rows */
};

/* --- charts --- */

/* A figure in a form, as something shows it. */
struct view_print {
    const struct figure *figure;
    const char *form; /* "" bare */
};
struct view_chart {
    struct chart_spec spec; /* urls are page paths */
    const char **amount;    /* of each mark, with its unit, as sentences say it */
    struct view_print *print; /* the figures whose values it shows, in order of its marks */
    size_t prints;
    int note_number;        /* of a footnote marked behind the title; 0 = none */
    bool note_again;        /* that is marked before, too */
    struct view_table *data;
    bool sample;
    bool is_list;           /* limit: can make it shorter */
};

/* What a `table` or `chart` block of a narrative can show (views/show.c). */
struct show_column {
    const char *id;         /* one of full_lists_columns() */
    const char *head;       /* NULL = the standing one */
    mpt width;              /* on paper; 0 = automatic */
};
struct show {
    const char *what;       /* "top-partners" */
    struct period period;
    size_t limit;           /* 0 = all */
    const char *caption;    /* NULL = the standing one */
    /* Charts only. */
    bool years;             /* year by year, not the period as a whole */
    const char *kind;       /* one of views_chart_kinds(); NULL = the first */
    /* Lists only. */
    char group;             /* of agreements: 'a' to 'd'; 0 = all */
    const char *sort;       /* one of full_lists_sorts(); NULL = the first */
    const struct show_column *column; /* NULL = those of full_lists_standing() */
    size_t columns;
};
extern const char *const show_tables[], *const show_charts[]; /* names, NULL at the end */
/* Of a list: the columns there are, those it has when none are named, and the orders of its
 * rows; NULL-terminated; NULL for a table whose columns, or order, are fixed. */
const char *const *full_lists_columns(struct arena *a, const char *what);
const char *const *full_lists_standing(const char *what);
const char *const *full_lists_sorts(struct arena *a, const char *what);
/* Whether a table is parted by the groups a) to d). */
bool full_lists_has_groups(const char *what);
struct view_table *views_show_table(struct arena *a, const struct views *v,
                                    const struct show *show); /* NULL: unknown name */
/* The kinds a chart can be drawn as, the best one first; NULL-terminated; NULL for a name that is
 * unknown, or that is not drawn year by year. */
const char *const *views_chart_kinds(const char *what, bool years);
/* A table or chart of a period with several schemes of priorities would count in one what cannot be
 * compared.  One part for each scheme, of the years it was valid in; 0 when there is only one, or it is
 * not of priorities. */
struct show_part {
    const struct scheme *scheme;
    const char *label;
    struct show show;
};
size_t views_show_parts(struct arena *a, const struct views *v, const struct show *show,
                        const struct show_part **part);
/* Why there are parts, in a sentence each for two schemes that follow each other. */
const char *views_parts_note(struct arena *a, const struct views *v, const struct show_part *part,
                             size_t n);
struct view_chart *views_show_chart(struct arena *a, const struct views *v,
                                    const struct show *show);
/* RFC 4180 save that lines end in LF, UTF-8, without rows of sums; heads are the columns' ids, numbers plain.  A coded
 * column has another before it, "region_id"; no cell reads as a formula.  The last column of a
 * table of figures, "sample", is true where something in the row rests on sample records. */
void views_table_csv(const struct view_table *t, struct buf *out);
/* What spreadsheets need at the head of a file to read it as UTF-8. */
extern const char views_csv_mark[];

/* --- pages --- */

enum section_kind {
    SECTION_KEY_FIGURES, /* figures in large type, each a link to its trail */
    SECTION_FACTS,       /* a definition list */
    SECTION_TABLE,
    SECTION_CHART,
    SECTION_TEXT,        /* Markdown of a record: plain source, narrative_text() parses it */
    SECTION_DOCUMENTS,   /* documents to read and download */
    SECTION_ITEMS,       /* texts to read: a title that is a link, and a sentence */
};
struct key_figure {
    const char *label, *text, *unit; /* "89", "agreements signed", NULL */
    const char *figure;              /* id */
    bool sample;
};
struct view_item {
    const char *title, *lang, *page; /* lang NULL = the view's */
    const char *note;                /* a short line under the title: its date; NULL */
    const char *text;                /* a sentence or two; NULL */
    bool sample;
};
struct view_fact {
    const char *term;
    struct view_cell *cell;
    size_t n;
};
struct view_section {
    enum section_kind kind;
    const char *id, *heading; /* heading NULL = none */
    const char *intro;        /* a sentence; NULL */
    struct key_figure *key_figure;
    struct view_fact *fact;
    struct view_item *item;
    size_t n;                 /* key figures, facts or items */
    const char *empty;        /* items: what to say when there are none */
    struct view_table *table;
    struct view_chart *chart;
    const char *markdown, *markdown_lang;
    struct place markdown_place;
    const char *more, *more_page; /* a link below it: "All agreements"; NULL */
    bool aside;               /* may stand beside the section before it on wide screens */
};
struct crumb {
    const char *title, *page;
};
struct view_page {
    const char *path;         /* "agreements/bdt-2024-017"; "" = home */
    const char *kind;         /* "home" "agreement" "partner" "region" ... = template's name */
    const char *title, *title_lang, *lead, *description;
    const char *note;         /* a short line under the title: a date, a state; NULL */
    const struct page_file *text; /* a narrative that stands on it; NULL */
    bool titled_by_text;      /* it is called what the text is called; else that is a heading */
    bool sample;              /* shows sample records: the page carries the band */
    bool record_sample;       /* its own record is a sample */
    struct crumb *crumb;
    size_t crumbs;
    struct view_section *section;
    size_t sections;
    const char *nav;          /* id of the navigation item it belongs to; "" */
};
/* Paths of all pages views makes for a language, in a fixed order; documents and pages that are
 * nothing but a narrative are not among them. */
size_t views_paths(const struct views *v, const char *const **path);
struct view_page *views_page(struct arena *a, const struct views *v, const char *path);
/* Navigation: title and page of the main sections, in order. */
size_t views_nav(struct arena *a, const struct views *v, struct crumb **nav);

/* --- finding (views/search_sets.c, views/search.c) --- */

enum search_facet {
    SEARCH_REGION,
    SEARCH_PRIORITY,
    SEARCH_TYPE,
    SEARCH_KIND,
    SEARCH_YEAR,
    SEARCH_COUNTRY,
    SEARCH_SDG,
    SEARCH_AMOUNT,
    SEARCH_FACETS
};
struct view_facet_value {
    const char *id, *label;       /* "AFR", "Africa" */
    const char *page;             /* that lists the same records */
    size_t agreements, partners;  /* that have it */
};
struct view_facet {
    const char *id, *label;       /* "region", "Region" */
    struct view_facet_value *value; /* those that any record has, in readers' order */
    size_t values;
};
/* Texts of an agreement beyond its title in the view's language. */
struct view_found_text {
    const char *text, *lang;      /* lang NULL = the view's */
    bool markdown;                /* of a record, written at place */
    struct place place;
};
struct view_found { /* a record, or a page, that can be found */
    const char *label;            /* of pages: what it is, "Region" */
    const char *page, *title, *lang;
    const char **name, **former;  /* further names in all languages, former ones; distinct */
    size_t names, formers;
    const size_t *value[SEARCH_FACETS]; /* indexes of values; of partners only type and country:
                                           the rest is that of their agreements */
    size_t values[SEARCH_FACETS];
    const size_t *partner;        /* of agreements: indexes of partners */
    size_t partners;
    struct view_found_text *text; /* of agreements: the objective first (its text may be NULL),
                                     then the titles in other languages */
    size_t texts;
    bool sample;
};
struct view_search {
    struct view_facet facet[SEARCH_FACETS];
    struct view_found *partner, *agreement, *page; /* by name; newest first; in order of kind */
    size_t partners, agreements, pages;
};
/* Everything that may be named, and nothing else. */
struct view_search *views_search(struct arena *a, const struct views *v);

/* --- documents --- */

struct view_revision { /* of a document, after its first issue */
    const char *label;        /* "Revision 1, 2 June 2025" */
    const char *reason, *reason_lang; /* lang NULL = the view's */
    struct view_table *changes; /* what was printed before and now; without rows: no figures */
};
struct view_document {
    const struct document *record;
    const char *id, *lang, *title, *path; /* path "documents/<id>" */
    const char *group, *group_short, *meeting, *place_dates, *source;
    const char *number;       /* "TDAG25/…-S"; the part not known is an ellipsis; NULL = none */
    bool open;                /* number or date not known yet, or draft: the draft mark shows */
    const char *date, *original; /* "Original: English"; date NULL = open */
    const char *revision;     /* "Revision 2 to"; NULL */
    const char *revision_label; /* "Revision 2"; NULL */
    const char *own_translation; /* note that this language is our own translation; NULL */
    const struct text *summary, *action, *reference; /* Markdown with tags */
    size_t references;
    const char *department, *email, *url, *group_url;
    const char *pdf;          /* file name: "<id>.<lang>.pdf" */
    bool sample;              /* any figure of its period rests on samples */
    const char *sample_note;
    struct period period;
    const struct page_file *file; /* the narrative in this language */
    size_t files;
};
/* The revisions of a document, newest first. */
size_t views_revisions(struct arena *a, const struct views *v, const struct document *doc,
                       struct view_revision **list);
/* What earlier issues of a document printed in place of a figure, and why that changed: "Printed as
 * 89 in the document issued on 12 May 2025. Revised: ..."; NULL where nothing was revised. */
const char *views_revised(const struct views *v, const struct document *doc,
                          const struct figure *f, const char *form);
/* The same of the order of a ranking. */
const char *views_revised_ranking(const struct views *v, const struct document *doc,
                                  const char *ranking);
/* The same of the row of counts that a figure is in, where the places of its counts are not known. */
const char *views_revised_row(const struct views *v, const struct document *doc,
                              const struct figure *f);
/* With the name of the figure before it, where several share a note. */
const char *views_revised_named(const struct views *v, const struct figure *f, const char *note);
/* Documents issued in this language. */
size_t views_documents(struct arena *a, const struct views *v,
                       struct view_document **list);

/* --- data to take away: records and figures as rows (views/exports.c) ---
 *
 * One row an agreement, partner, contribution or figure, in all languages at once; what may not
 * be named has no row.  A column is declared once: readers' files, their schema and their
 * explanations all follow from it.  Values are exact and plain: dates YYYY-MM-DD, decimals with
 * a point, "true" and "false". */

enum export_type {
    EXPORT_ID,      /* an id or a code */
    EXPORT_TEXT,
    EXPORT_DATE,
    EXPORT_URL,
    EXPORT_DECIMAL, /* any number of digits: no binary floating point holds it for sure */
    EXPORT_MONEY,   /* a decimal with the digits of its currency */
    EXPORT_INTEGER, /* a small one: a year, a number of records */
    EXPORT_FLAG,
};
struct export_source;
struct export_cell {
    const char *text;        /* NULL = nothing */
    const char *const *item; /* of a list: n texts in order, NULL where one lacks */
    size_t n;
};
struct export_column {
    const char *id;          /* snake_case: the key in JSON, the head in CSV */
    const char *word;        /* what readers call it: an id of strings/ */
    const char *doc;         /* what it holds, for the schema */
    enum export_type type;
    bool list;               /* several values */
    bool texts;              /* one text a language, which may lack: "title_en" in CSV */
    bool filled;             /* never empty */
    const char *const *choice; /* all values there are, NULL at the end; NULL = any */
    void (*fill)(const struct export_source *s, struct export_cell *c);
};
struct export_field {        /* a column, in one language where it has texts */
    const struct export_column *column;
    const char *id;          /* "title_en" */
    const char *lang;        /* NULL */
    const struct views *views;
};
struct export {
    const char *id;          /* "agreements" */
    const char *word;        /* its name for readers */
    const struct export_column *column;
    size_t columns;
    struct export_field *field;
    size_t fields;
    const void **item;       /* what the rows are of; private */
    size_t rows;
    bool sample;             /* any row is of a sample */
};
extern const char *const views_exports[]; /* their ids, NULL at the end */
/* views: one a language, all of the same records and profile. */
struct export *views_export(struct arena *a, const struct views *const *views, size_t languages,
                            const char *id);
/* The cells of a row, one a field; texts last as long as the arena and the records. */
void views_export_row(struct arena *a, const struct export *x, size_t row,
                      struct export_cell *cell);

/* A file to take away, as pages offer it. */
struct view_download {
    const char *path;        /* below the site's root: "data/agreements.csv" */
    const char *set;         /* the id of what it holds, where that is one of views_exports; NULL */
    const char *holds;       /* what it holds: an id of strings/ */
    const char *format;      /* a proper name: "CSV", or */
    const char *format_word; /* an id of strings/; NULL */
    const char *lang;        /* of a file in one language; NULL */
    size_t bytes;
};
/* To be told before pages are made, by who made the files; the list must outlive the pages. */
void views_offer(const struct views *v, const struct view_download *list, size_t n);
/* The files are made, and offered, by make when a page first asks for them. */
void views_offer_later(const struct views *v, void (*make)(void *ctx), void *ctx);
bool views_offers(const struct views *v, const char *path);

/* What is new, newest first, for feeds; only what may be named. */
struct view_news {
    const char *page;        /* path: "agreements/bdt-2024-017" */
    const char *title, *lang; /* lang NULL = the view's */
    const char *summary;     /* a line; NULL */
    struct date date;        /* it was signed, or told */
    bool sample;
};
size_t views_news(struct arena *a, const struct views *v, size_t limit, struct view_news **list);

/* --- where texts may link to --- */

/* A page of the site by its path, "agreements/bdt-2024-017", in whatever language and profile it is
 * made; a file to take away by its own, "data/agreements.csv". */
bool views_has_page(const struct views *v, const char *path);
bool views_has_file(const char *path);
/* Where a page is now that stood at this path under a former id of its record; NULL. */
const char *views_renamed_page(struct arena *a, const struct views *v, const char *path);
const char *views_nearest_page(struct arena *a, const struct views *v, const char *path); /* NULL */
/* A section of a page, by its id; headings of texts are the narratives' own. */
bool views_has_place(struct arena *a, const struct views *v, const char *path, const char *anchor);

/* --- data for tags in narratives and templates --- */

/* The newest year whose agreements are counted: what blocks of pages show when they name none. */
struct period views_newest_period(const struct views *v);
/* A map value with year, years, number, doc.<id>, partner.<id>, and the figures, lazily:
 * value_path of a lazy value is the figure's id with its form. */
const struct value *views_tags(struct arena *a, const struct views *v,
                               const struct view_document *doc);
/* The figure a lazy value of views_tags stands for; NULL for other values. */
const struct figure *views_tag_figure(const struct value *v);
/* The form it prints in, "" bare. */
const char *views_tag_form(const struct value *v);
/* The page a value of views_tags names, as {{doc.<id>}} does; NULL for other values. */
const char *views_tag_page(const struct value *v);

#endif
