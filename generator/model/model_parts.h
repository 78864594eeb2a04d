/* model_parts.h - the inside of the model, shared by the files of this room only.
 *
 * Order of building (join.c: model_build): rates_index -> join of each agreement -> check_* ->
 * years and history -> schema.  Tables of figures (rollup.c) are made when first asked for and
 * kept; the model is otherwise read-only.
 */
#ifndef ACCORD_MODEL_MODEL_PARTS_H
#define ACCORD_MODEL_MODEL_PARTS_H

#include "base/map.h"
#include "base/vec.h"
#include "model/model.h"

/* --- rates.c: the rate of a date --- */

struct rates;
struct rates *rates_index(struct arena *a, const struct records *r);
/* The newest rate effective on or before a date; NULL when there is none, and *later is then the
 * earliest one after it, or NULL. */
const struct rate *rates_on(const struct rates *rates, const char *currency, struct date on,
                            const struct rate **later);
/* Minor units of a currency with so many digits, as USD cents, half away from zero; false when
 * the result is beyond RATES_CENTS_MAX. */
bool rates_to_cents(int64_t amount, int digits, struct decimal units_per_usd, int64_t *cents);

/* A hundred billion USD: sums of a million contributions still fit an int64. */
#define RATES_CENTS_MAX INT64_C(10000000000000)

/* --- schema: which figures there are (figures.c) --- */

enum { /* slots of a table; the vocabularies' ones follow SLOT_FIXED */
    SLOT_AGREEMENTS,
    SLOT_FINANCIAL,
    SLOT_NONFINANCIAL,
    SLOT_ADDENDA,
    SLOT_ADDENDA_MONEY,
    SLOT_TOTAL,
    SLOT_PARTNER_MONEY,
    SLOT_ITU_MONEY,
    SLOT_PARTNERS,
    SLOT_FINANCIAL_PARTNERS,
    SLOT_TOP10,
    SLOT_OTHER,
    SLOT_FIXED,
};
#define SLOT_NONE SIZE_MAX

enum { /* parts of a region's or priority's slots */
    PART_COUNT,
    PART_FINANCIAL,
    PART_NONFINANCIAL,
    PART_MONEY,
    PARTS,
};
enum { PAIR_COUNT, PAIR_MONEY, PAIRS }; /* of a type's or kind's slots */

struct slot {
    const char *name; /* the id without its period */
    enum unit unit;
    size_t whole;     /* the slot .percent is of; SLOT_NONE */
    bool additive;    /* a range is the sum of its years */
    const struct entry *priority; /* of a priority's slots, else NULL */
};

struct schema {
    struct slot *slot; /* fixed and the vocabularies'; those of partners are not listed */
    size_t memberships, regions, priorities, types, kinds, initiatives; /* where each begins */
    const size_t *type_group; /* by type index: the pair of slots of the group it falls into */
    size_t partners;   /* = number of slots listed; a partner's slot is this + its index */
    struct map by_name; /* name -> struct slot * */
    struct map prefix;  /* beginnings of names, without partners' ids */
};

/* --- tables of figures (rollup.c) --- */

struct cell {
    struct figure f;
    struct rational *sum; /* = f.count, to be added to; NULL for money */
    size_t trail_cap;
};

struct past_value { /* a figure given by history/ */
    int64_t cents, num, den;
};
struct past { /* a history year */
    const struct history *record;
    struct past_value **given; /* by slot, partners' too; NULL = unknown */
};

struct table {
    struct period period;
    const char *prefix;  /* "2024" */
    struct cell **cell;  /* by slot; partners' cells are made when needed */
    struct past **past;  /* history years within the period */
    size_t past_n;
    bool gap;            /* a year of the period is not on file: nothing is known of the whole */
    struct ranked *ranking;
    size_t ranked;
};

struct model {
    struct arena *arena;
    const struct records *records;
    struct rates *rates;
    const struct deal **deal;
    size_t deal_n;
    struct map deal_by_id;
    struct schema schema;
    int *year;
    size_t year_n;
    int last_year; /* the newest of them, or of those begun after it: a folder without agreements */
    struct past *past; /* by year */
    size_t past_n;
    const struct partner **counted_as; /* by partner index */
    struct date newest_day; /* on file: what model_today() is when nobody names a day */
    bool *partner_public;  /* by partner index: may be named */
    bool *partner_signs;   /* by partner index: an agreement, public or internal */
    struct plan *plan;     /* by year */
    size_t plans;
    struct tables *tables; /* grows behind a const model */
};

/* Whose figures are among the names that a hint may give. */
enum near { NEAR_NO_PARTNER, NEAR_PUBLIC, NEAR_ALL, NEARS };

struct tables {
    VEC(struct table *) made;
    const struct figure **listed; /* model_figures, once it was asked for */
    size_t listed_n;
    struct map *names[NEARS]; /* for hints */
};

/* The table of a period, made when it is new; NULL for a period that is not on file. */
struct table *rollup_table(const struct model *m, struct period p);
/* A cell, made when it is new: zero, or unknown in a period with history. */
struct cell *rollup_cell(const struct model *m, struct table *t, size_t slot);
size_t rollup_slots(const struct model *m); /* with those of partners */

/* trail.c: adds a step and its value to a cell.  While trails grow they are on the heap: each cell is
 * settled once its last step is known. */
void trail_count(struct cell *c, struct trail_item item);
void trail_money(struct cell *c, struct trail_item item);
void trail_settle(struct arena *a, struct cell *c);
void trail_forget(struct arena *a, struct cell *c); /* back to zero, and not known */

/* ranking.c: ranks the partners of a finished table, fills top10 and other */
void ranking_make(const struct model *m, struct table *t);

/* figures.c */
void figures_schema(struct model *m);
size_t figures_slot(const struct model *m, const char *name); /* SLOT_NONE */
enum unit figures_slot_unit(const struct model *m, size_t slot);
const struct slot *figures_partner_slot(void); /* name NULL: what all partners' slots share */
bool figures_period(const char *id, struct period *p, const char **rest);
/* Says which years have figures, for hints. */
const char *figures_years(const struct model *m);
/* A name near a misspelt one (period left out), with all partners' when it looks like one. */
const char *figures_nearest(const struct model *m, const char *name);

/* history.c */
void history_join(struct model *m, struct diags *d);
/* history_sum.c: warns of parts that contradict their whole. */
void history_sum_check(const struct model *m, struct diags *d, const struct past *p);

/* mentions.c: finds who may be named in public; once agreements are joined and figures have names */
void mentions_join(struct model *m);

/* plan.c: after years and history, since it asks for figures */
void plan_join(struct model *m, struct diags *d);

/* instruments.c: addenda with what they change, agreements under others, mergers; once all
 * agreements are joined */
void instruments_join(struct model *m, struct diags *d, struct deal *deal);
/* terms.c: warns of addenda that come too late, take back too much or leave nobody */
void terms_check(const struct model *m, struct diags *d, const struct deal *root);

/* check.c: what holds between records */
void check_all(const struct model *m, struct diags *d);
/* check_texts.c: what stories, opportunities and texts of pages name */
void check_texts_all(const struct model *m, struct diags *d);

/* today.c: finds the newest day, once it is known which stories are public */
void today_join(struct model *m);
/* today.c: warns of a newest date that stands far from all others. */
void today_check(const struct model *m, struct diags *d);

/* join.c: an agreement by reference; NULL when it names none, or one that is unknown, which is
 * reported. */
const struct deal *join_find(const struct model *m, struct diags *d, struct reference ref);
/* join.c: who a partner is on a date, after mergers */
const struct partner *join_successor(const struct records *r, const struct partner *p,
                                     struct date on);
/* The partners' folder and a near id with its name, as hints for an unknown partner. */
void join_unknown_partner(const struct records *r, struct diags *d, struct reference ref,
                          const struct agreement *within);

/* --- revise.c: what issued documents printed --- */

/* "2024.contributions.total.millions", of a figure and its form; "" is none. */
const char *revise_full_id(struct arena *a, const char *id, const char *form);
const struct document *revise_document(const struct model *m, const char *id); /* NULL */
/* What a document's revisions name and was never printed, or is not changed. */
void revise_check(const struct model *m, struct diags *d, const struct document *doc);
/* Compares decimals by value: "33.80" is "33.8". */
bool reconcile_same_value(const char *a, const char *b);

#endif
