/* model.h - joins, exact totals with their trails, figures by id; read-only once built.
 *
 * Counting follows CONTRACT "Figures" and "Rounding": a contribution becomes USD cents once
 * (half away from zero; its recorded usd wins over the rate of the agreement's date), its
 * cents are shared out over regions and priorities by largest remainder in the vocabulary's
 * order; counts are exact fractions.  Parts sum to their total to the cent, always.
 */
#ifndef ACCORD_MODEL_MODEL_H
#define ACCORD_MODEL_MODEL_H

#include "base/diag.h"
#include "base/rational.h"
#include "records/records.h"

struct model;

/* A contribution joined and converted. */
struct money {
    const struct agreement *agreement;
    const struct contribution *contribution;
    const struct partner *from;   /* NULL for ITU itself */
    int64_t usd_cents;            /* cash or in-kind value; only cash enters totals */
    const struct rate *rate;      /* NULL when USD or when usd was recorded */
    int64_t *region_cents;        /* by entry index, + 1 at the end for unassigned; sums to
                                     usd_cents */
    int64_t *priority_cents;      /* the same for priorities */
};

/* What part of an agreement a region or priority has: num / den, in lowest terms. */
struct portion {
    const struct entry *entry; /* NULL = unassigned, then the only one and 1 / 1 */
    int64_t num, den;
};

struct deal { /* an agreement with its joins */
    const struct agreement *record;
    int year;                        /* by the site's counting rule; 0 = faulty record */
    const struct partner **partner;  /* in file order; a partner that had merged by the date
                                        of signature is replaced by its successor */
    size_t partner_n;
    struct portion *region, *priority; /* in vocabulary order, summing to exactly 1 */
    size_t region_n, priority_n;
    struct money *money;             /* one per contribution, in file order */
    size_t money_n;
    int64_t cash_cents, partner_cash_cents, itu_cash_cents;
    bool financial;                  /* by the site's counting rule */
    char list_group;                 /* 'a' .. 'd' */
    const struct deal *amends, *parent; /* NULL */
    const struct deal *root;         /* what it changes: the agreement that its amends lead to, over
                                        other addenda too; itself where it changes none */
    const struct deal **addendum;    /* that change it, by signature, ties by id */
    size_t addendum_n;
    const struct deal **child;       /* that stand under it, by id */
    size_t child_n;
    const struct partner **leaving;  /* parties that an addendum releases; as partner */
    size_t leaving_n;
};

/* Joins and checks across records (unknown references, missing rates, a usd that is far from
 * the rate, end before start, merged partners, cycles ...).  Never NULL. */
struct model *model_build(struct arena *a, struct diags *d, const struct records *r);

const struct records *model_records(const struct model *m);
size_t model_deals(const struct model *m, const struct deal *const **deal); /* by id */
const struct deal *model_deal(const struct model *m, const char *id);

/* --- an agreement as its addenda left it (model/terms.c) --- */

struct change { /* what one addendum changes */
    const struct deal *deal;
    struct date ends, terminated;          /* the new ones; year 0 = as before */
    const struct partner **joined, **left; /* who signs it and was no party; who leaves */
    size_t joined_n, left_n;
};
enum standing { STANDING_COMING, STANDING_ACTIVE, STANDING_ENDED, STANDING_TERMINATED };
struct terms {
    struct change *change;        /* by signature */
    size_t changes;
    int64_t cash_cents;           /* with what addenda added or took back */
    struct date ends, terminated; /* year 0 = open, not terminated */
    const struct partner **party; /* those of today: merged ones are their successors */
    size_t party_n;
    enum standing standing;       /* today */
};
/* Of an agreement that is its own root.  internal: with addenda that are; else what the public may
 * know. */
struct terms *model_terms(struct arena *a, const struct model *m, const struct deal *d,
                          bool internal);

/* For whom a partner's signatures count: itself, or its last successor where the site follows
 * mergers. */
const struct partner *model_counted_as(const struct model *m, const struct partner *p);

/* The day it is: what the builder names (SOURCE_DATE_EPOCH, reproducible-builds.org), else that of
 * the newest public signature or story, so that the same content always gives the same pages. */
struct date model_today(const struct model *m);
/* What SOURCE_DATE_EPOCH says when it is there and names no day; else NULL. */
const char *model_clock_wrong(void);

/* --- periods --- */

struct period {
    int from, until; /* years; the same for one year */
};
/* As figures' ids begin: "2024", "2015-2018". */
char *model_period_text(struct arena *a, struct period p);
/* Years with any figure (agreements on file or history), ascending. */
size_t model_years(const struct model *m, const int **year);
/* The year after the newest of them and on, while agreements/ has a folder for it: nothing is signed
 * yet, and its figures are known to be nothing.  The newest such year, else that of model_years. */
int model_last_year(const struct model *m);
/* "2008-2012, 2014": the years of a period that are on file, or those that are not, with neither;
 * NULL when there are none.  Figures of a period with a year that is not on file are unknown. */
const char *model_years_text(struct arena *a, const struct model *m, struct period p,
                             bool on_file);
const char *model_missing_years(struct arena *a, const struct model *m, struct period p);
/* A year whose figures come from history/; agreements on file of such a year enter no figure,
 * they only serve as parents.  h may be NULL. */
bool model_year_is_history(const struct model *m, int year, const struct history **h);

/* --- figures ---
 *
 * Ids are <period>.<what>; a period is a year or a range "2015-2018" within the years on file.
 *
 *   agreements.count               new agreements (with addenda when the site says so)
 *   agreements.financial.count     those with cash above zero (from anyone, or from partners)
 *   agreements.nonfinancial.count  the others
 *   addenda.count                  addenda and amendments
 *   addenda.contributions          their cash, a part of contributions.total
 *   contributions.total            all cash; = .partners + .itu
 *   contributions.partners  contributions.itu
 *   partners.count                 distinct signatories of the agreements counted, beside ITU
 *   partners.financial.count       those of them whose cash of the period, addenda included,
 *                                  is above zero
 *   partners.membership.<id>.count those of them with this membership
 *   partners.top10.contributions   cash of the first ten of the ranking
 *   partners.other.contributions   the rest of contributions.partners
 *   regions.<id>.count             agreements, each weighing 1 over its regions; also
 *                                  .financial.count and .nonfinancial.count
 *   regions.<id>.contributions     all cash, addenda and ITU's included
 *   regions.unassigned.*           what names no region: all regions sum to the total
 *   priorities.<id>.*              the same for priorities
 *   types.<id>.count               of partners.count, those of exactly this type: all types sum
 *                                  to the total
 *   types.<id>.contributions       of contributions.partners, in the same way
 *   type-groups.<id>.*             the same for a type together with those that roll up into it;
 *                                  only of types that roll up nowhere: they sum to the total too
 *   kinds.<id>.count               agreements and addenda of this kind
 *   kinds.<id>.contributions       all cash of them
 *   initiatives.<id>.count         agreements that serve it: one may serve several, or none
 *   partners.<id>.contributions    a partner's cash; where the site follows mergers, with that of
 *                                  those that merged into it, who then have none
 *
 * A range sums its years, save for counts of partners, which are distinct over the whole
 * range.  With a history year in it, a range knows what all its history years give; counts of
 * partners, top10 and other are then unknown.  Nothing is known of a year that is not on file, and
 * so of no range with one.
 */

enum unit { UNIT_COUNT, UNIT_FRACTION, UNIT_USD };

struct trail_item { /* one step of "why this number?" */
    const struct deal *deal;       /* NULL for a number from history */
    const struct history *history; /* that history; else NULL */
    const struct money *money;     /* NULL for counts */
    const struct partner *partner; /* counts of partners, and money's giver; NULL */
    int64_t cents;                 /* USD: this item's share, summing to the figure */
    int64_t num, den;              /* counts: this item's weight */
};

struct figure {
    const char *id;
    struct period period;
    enum unit unit;
    int64_t cents;               /* UNIT_USD */
    const struct rational *count; /* UNIT_COUNT, UNIT_FRACTION: exact */
    const struct figure *whole;  /* what .percent is of; NULL = has no percent form */
    struct trail_item *trail;    /* in order of agreement id, history last */
    size_t trail_n;
    const struct history *history; /* where the number comes from history; NULL */
    bool known;                  /* false: a history year that does not give it, or a year that
                                    is not on file (not zero!) */
    bool sample;                 /* any record behind it is a sample */
};

/* A figure by its id without a form ("2024.regions.AFR.contributions",
 * "2015-2018.agreements.count"); NULL when there is no such figure.  Periods beyond the ones
 * listed by model_figures are computed on demand. */
const struct figure *model_figure(const struct model *m, const char *id);
/* The same by its period and what follows that in its id: "agreements.count". */
const struct figure *model_figure_of(const struct model *m, struct period p, const char *name);
/* True when id is the beginning of figures' ids ("2024.regions"). */
bool model_figure_prefix(const struct model *m, const char *id);
/* All figures of all years and of the ranges that documents and published files use, in a
 * fixed order. */
size_t model_figures(const struct model *m, const struct figure *const **figure);
/* Splits "2024.contributions.total.millions" into the figure and its form; form is "" when
 * bare.  NULL when either is unknown. */
const struct figure *model_figure_form(const struct model *m, const char *id, const char **form);
/* Why it knows no such figure, or no such form of it, and which is the nearest: of all for authors and
 * the internal profile; else one that a public output may name. */
const char *model_figure_why(const struct model *m, const char *id, bool internal);
/* The exact decimal a form prints before any language: "33.8", "92", "33812345.67", "16.5".
 * "" prints counts and .usd.  NULL for a form the figure does not have and for one that is not
 * known; nor has anything a percentage of nothing. */
const char *figure_form(struct arena *a, const struct figure *f, const char *form);
/* The steps of its trail that are of one agreement: they follow each other. */
size_t figure_steps(const struct figure *f, const struct deal *deal,
                    const struct trail_item **step);
extern const char *const figure_forms[]; /* "usd" "millions" "millions2" "percent" NULL */

/* --- rankings and rows: what tables show --- */

struct ranked {
    const struct partner *partner;
    int64_t cents;
    const struct figure *figure; /* <period>.partners.<id>.contributions */
};
/* Partners by cash in USD in the period, most first, ties by id; only those above zero. */
size_t model_ranking(const struct model *m, struct period p, const struct ranked **list);
/* The same by the name of the ranking, "2024.partners"; nothing for a name that is none. */
size_t model_ranking_named(const struct model *m, const char *name, const struct ranked **list);
/* True for a region, priority, type ... that has a row of its own in tables of the period, whose
 * rows then sum to their total: a priority only while its scheme is valid or when something
 * falls to it; no type that rolls up into another, since it is within that one's figures. */
bool model_entry_shown(const struct model *m, struct period p, enum vocab_kind kind,
                       const struct entry *e);

/* --- reconciliation --- */

/* Compares published/, as revisions of the documents changed it, with today's figures; drift is a
 * warning where the newest printed value stands, with both numbers (an error under --release, by
 * diags_set_severity). */
void model_reconcile(const struct model *m, struct diags *d);
struct reconciled { /* one printed number, or one rank */
    const char *id;         /* with its form; "2024.partners, rank 1"; "2015.priorities, count 3 of 9" */
    const char *then;       /* as printed */
    const char *revised;    /* as the newest revision of the document has it; NULL */
    const char *now;        /* NULL: today's records do not give it */
    const char *exact;      /* money as it is before it is rounded to the form; NULL */
    bool held;
    struct place place;
};
/* All that one file of published/ holds, in its order, as model_reconcile compares it; what is
 * no figure is not among it. */
size_t model_reconciled(struct arena *a, const struct model *m, const struct published *p,
                        const struct reconciled **list);
/* The same as model_reconcile for one document. */
void model_reconcile_document(const struct model *m, struct diags *d, const char *document);
/* Whether a paper printed counts of some of these years by "regions", "priorities", "types" or "kinds"
 * without their places: which entry has which of them is then not known. */
bool model_unplaced(const struct model *m, struct period p, const char *by);

/* One value that a document printed: of a figure in a form, or a ranking. */
struct printing {
    const char *value;                     /* plain: "33.8"; NULL for a ranking */
    const struct printed_ranking *ranking; /* NULL for a figure */
    const struct printed_row *row;         /* counts without their places; else NULL */
    const struct revision *in;             /* NULL: its first issue */
    struct place place;
};
/* All of them, oldest first, the last one being what holds; 0 when published/ has none. */
size_t model_printings(struct arena *a, const struct model *m, const char *document,
                       const struct figure *f, const char *form, struct printing **list);
size_t model_ranking_printings(struct arena *a, const struct model *m, const char *document,
                               const char *id, struct printing **list);
/* "2015.priorities", the row that 2015.priorities.area-x.count is in; NULL for other figures. */
const char *model_row_of(struct arena *a, const struct figure *f);
size_t model_row_printings(struct arena *a, const struct model *m, const char *document,
                           const char *id, struct printing **list);
const struct published *model_published(const struct model *m, const char *document); /* NULL */
/* The day of a document's first issue; year 0 = not known. */
struct date model_issued(const struct model *m, const struct document *doc);
/* What a release refuses among the records: each sample agreement, partner, rate in use and
 * history year is an error. */
void model_refuse_samples(const struct model *m, struct diags *d);
/* The same for --release: texts of records, vocabularies and documents that lack one of the
 * languages to be built are errors; a partner's name written once is the same in all. */
void model_refuse_untranslated(const struct model *m, struct diags *d, const enum lang *lang,
                               size_t languages);
/* Outside releases: how many they are, once for each language. */
void model_tell_untranslated(const struct model *m, struct diags *d, const enum lang *lang,
                             size_t languages);

/* --- targets: internal --- */

struct goal {
    const char *name;              /* of its figure, without the year: "agreements.count" */
    enum unit unit;
    int64_t cents;                 /* UNIT_USD */
    int64_t num, den;              /* the goal as a number; of money in USD */
    const struct figure *actual;   /* NULL while it is not known */
    const struct rational *reached; /* the part of the goal that is there: 1 = all of it */
    const struct rational *ahead;   /* actual less goal: below zero while some is missing */
};
struct expected { /* an agreement of the pipeline */
    const struct prospect *record;
    int64_t usd_cents, weighted_cents; /* as if signed on the day expected; by probability */
    const struct rate *rate;           /* NULL for USD */
    const struct partner **partner;
    size_t partner_n;
};
struct plan { /* of a year */
    const struct target *record;
    struct goal *goal;
    size_t goals;
    struct expected *expected; /* as many as record->prospects */
    int64_t usd_cents, weighted_cents; /* their sums */
};
size_t model_plans(const struct model *m, const struct plan **plan); /* by year */

/* --- what is internal --- */

/* Whether a public output may name a partner: it signs a public agreement; or none at all, and not only
 * what is internal (the pipeline of targets) mentions it. */
bool model_partner_public(const struct model *m, const struct partner *p);
/* Whether it signs any agreement: the public may know how many do, named or not. */
bool model_partner_signs(const struct model *m, const struct partner *p);
/* The first of what a story names that the public may not know, so that it is told in the internal
 * profile only; NULL when it is public. */
const struct reference *model_story_inside(const struct model *m, const struct story *s);
/* The same of a figure: that of a partner who may not be named tells of them. */
bool model_figure_public(const struct model *m, const struct figure *f);
/* What a public output would tell of internal agreements by subtraction: each whose cash, or a
 * share of it, is left of a figure when all that is public is taken away is an error, unless
 * site.yaml lets the figure tell it. */
void model_refuse_disclosure(const struct model *m, struct diags *d);

/* The name of a partner valid on a date (former_names, each up to its last day). */
const struct text *model_partner_text(const struct partner *p, struct date on);
/* The same in a language, or in one that stands in for it. */
const char *model_partner_name(const struct model *m, const struct partner *p, struct date on,
                               enum lang lang);

#endif
