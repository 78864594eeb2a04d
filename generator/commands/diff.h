/* diff.h - what the files of accord diff share: two states of the content, and what lies between.
 *
 * command_diff.c reads what is asked for, diff_side.c a state and what it prints, diff_records.c and
 * diff_figures.c compare two; diff_text.c, diff_markdown.c and diff_json.c write the result.  All of
 * it lives in the arenas of the two sides.
 */
#ifndef ACCORD_COMMANDS_DIFF_H
#define ACCORD_COMMANDS_DIFF_H

#include "base/buf.h"
#include "base/vec.h"
#include "commands/commands.h"
#include "exchange/exchange.h"
#include "views/views.h"

/* --- one state (diff_side.c) --- */

struct diff_spot { /* where a text prints a figure */
    const char *owner;   /* "tdag25-partnerships", "pages/about", "published/tdag25-partnerships" */
    const char *section; /* the heading above; NULL */
    struct place place;
    size_t times;
};
struct diff_print { /* a figure in a form, printed somewhere */
    const char *figure, *form;
    VEC(struct diff_spot) spot; /* one an owner */
};

struct diff_side {
    const char *name;   /* for readers: "HEAD~1", "content" */
    const char *dir;    /* as paths begin: "HEAD~1:content" */
    struct arena *arena;
    struct diags *diags;
    struct records *records;
    struct model *model;
    struct content_files files;
    size_t bytes; /* of these; none are kept beyond what content may have */
    struct views *views;
    struct map print;   /* "2024.agreements.count " + form -> struct diff_print * */
    struct map ranking; /* "2024.partners" -> size_t *, how many of it are printed */
    bool sound;         /* there are figures to compare */
    /* of a state at fault, ids (diff_unsure.c) */
    struct map unsure_deal, unsure_word, sure_partner;
    bool unread_agreements; /* some, so that nobody knows whom they name */
};
/* Reads the folder dir; views are in lang, -1 for the site's own.  Relative paths must hold until
 * it returns, not longer. */
void diff_side_read(struct diff_side *s, const char *name, const char *dir, int lang,
                    bool internal);
/* Whether the output may name an agreement, a partner. */
bool diff_side_may_name(const struct diff_side *s, const struct agreement *g);
bool diff_side_may_name_partner(const struct diff_side *s, const struct partner *p);
/* Of what record the text of a page by this path below pages/ is ("agreements/bdt-2024-001", a file
 * within it too): its id, and its kind, an agreement or a partner; NULL of other pages. */
const char *diff_side_page_record(struct arena *a, const char *path, enum record_kind *kind);
/* Whether the output may name a story: the site tells it. */
bool diff_side_may_tell(const struct diff_side *s, const struct story *story);

/* --- what may be told of a state at fault (diff_unsure.c) --- */

/* A file, by its path below the content folder, that could not be read. */
void diff_unsure_unread(struct diff_side *s, const char *path);
/* For the public, once files and records are there. */
void diff_unsure_read(struct diff_side *s);
/* Whether an agreement, a partner, may be internal for all that is known. */
bool diff_unsure_deal(const struct diff_side *s, const char *id);
bool diff_unsure_partner(const struct diff_side *s, const char *id);

/* --- records (diff_records.c) --- */

struct diff_record {
    const struct record_change *change;
    const char *title; /* in the language; NULL */
    struct field_change *field; /* as change's, with what is told of it */
};

/* --- figures (diff_figures.c) --- */

struct diff_mover { /* an agreement or history that a figure took something else from */
    const char *id;         /* NULL: internal ones together */
    const char *difference; /* in the figure's unit, with its sign; NULL where it is not told */
    bool record_differs;    /* else its rate, or the rules of counting */
};
struct diff_frozen { /* what an issued document printed */
    const char *document;
    struct date issued;
    const char *value;
    bool held;              /* agrees with the newer state */
    bool row;               /* one of a row of counts */
};
struct diff_form {
    const char *form;       /* "" bare */
    const char *before, *after, *difference; /* plain decimals; NULL where it is not known */
    bool moves;             /* prints otherwise; or it may not be told whether it does */
    bool withheld;          /* would tell of internal agreements: values are NULL */
    const struct diff_print *print; /* NULL: printed nowhere */
    VEC(struct diff_frozen) frozen;
};
enum diff_state { DIFF_MOVED, DIFF_FIRST, DIFF_GONE }; /* FIRST: was not known before */
struct diff_figure {
    const char *id, *id_before, *label;
    enum unit unit;
    enum diff_state state;
    const char *before, *after, *difference; /* exact; NULL where it is not known */
    VEC(struct diff_form) form;
    VEC(struct diff_mover) mover;
    bool moves;             /* some form prints otherwise */
    bool printed;
    const char *whole;      /* only its percentage moves, since this figure does; NULL */
    bool withheld;          /* as all of its forms are */
};
struct diff_rank { /* places count from 1; 0 = not among those with contributions */
    size_t before, after;
    const char *id, *name;  /* NULL: a partner that is not named */
    const char *cents_before, *cents_after; /* plain decimals; NULL */
};
struct diff_ranking {
    const char *id;
    size_t printed;         /* so many places */
    struct diff_rank *rank;
    size_t n;
    const struct published *broken; /* whose printed order it no longer has; NULL */
};

/* --- the whole --- */

struct diff_held { /* what an issued document printed, as the newer state has it */
    const struct published *published;
    const struct reconciled *list;
    size_t n;
};

struct diff {
    const struct options *opt;
    struct arena *arena; /* of the newer state */
    struct diff_side *before, *after;
    const struct views *views; /* of the newer state */
    const struct locale *locale;
    struct diff_words *words;
    struct record_change *change;
    size_t changes;
    VEC(struct diff_record) record;
    size_t hidden[RECORD_KINDS]; /* records that may not be named */
    struct map renamed;          /* agreements' and partners' former ids -> ids */
    struct map differs;          /* ids of agreements that differ */
    VEC(struct diff_figure) figure;
    VEC(struct diff_ranking) ranking;
    size_t hidden_figures;
    size_t unprinted;            /* figures that differ, are printed nowhere and were not asked for */
    VEC(struct diff_held) held;
    bool compared; /* figures: both states are sound */
};

void diff_records(struct diff *d);
void diff_figures(struct diff *d);
void diff_rankings(struct diff *d);
/* Whether what a figure moves by would tell too much of internal agreements. */
bool diff_reveals(struct diff *d, const char *id_before, const char *id);
/* How many printed figures print otherwise than before; how many that an issued document printed
 * have to be revised. */
struct date diff_issued(const struct diff *d, const struct published *p);
/* Whether a form is worth a row: those that print as before are not, unless all are asked for. */
bool diff_tells_form(const struct diff *d, const struct diff_form *f);
bool diff_is_broken(const struct diff_figure *f); /* has to be revised */
size_t diff_moving(const struct diff *d);
size_t diff_to_revise(const struct diff *d);

/* --- words (diff_words.c) --- */

/* The words of a language, those of the content at hand, else those that come with accord: an older
 * state of the content may lack them. */
struct diff_words *diff_words_open(struct arena *a, const struct records *r, enum lang lang);
const char *diff_word(struct diff_words *w, const char *id);
const char *diff_word_count(struct diff_words *w, const char *id, size_t count);
const char *diff_word2(struct diff_words *w, const char *id, const char *k1, const char *v1,
                       const char *k2, const char *v2);
const char *diff_word_args(struct diff_words *w, const char *id, const struct value *args);
/* A decimal as readers write it, with a sign; NULL: not available. */
const char *diff_number(struct diff *d, const char *decimal);
/* Isolated from text that runs from right to left, where the language does. */
const char *diff_ltr(struct diff *d, const char *s);
const char *diff_signed(struct diff *d, const char *decimal);
/* "3 came, 1 went": what is not nothing; of one kind. */
const char *diff_kind_counts(struct diff *d, enum record_kind kind);
const char *diff_kind_word(struct diff *d, enum record_kind kind);
const char *diff_frozen_text(struct diff *d, const struct diff_frozen *f);
const char *diff_rank_name(struct diff *d, const struct diff_rank *r);
const char *diff_ranking_title(struct diff *d, const struct diff_ranking *r);
const char *diff_ranking_broken(struct diff *d, const struct diff_ranking *r);
/* Why figures are not compared; NULL where the state is sound. */
const char *diff_fault(struct diff *d, const struct diff_side *s);
/* "content/…:12, Section, and 3 more places" */
const char *diff_spot_text(struct diff *d, const struct diff_spot *s);
/* That pages turn to another newest year; NULL where they do not. */
const char *diff_newest(struct diff *d);
const char *diff_form_id(struct arena *a, const char *figure, const char *form);

/* --- how it is written --- */

void diff_text(struct diff *d, struct buf *out);
void diff_markdown(struct diff *d, struct buf *out);
void diff_json(struct diff *d, struct buf *out);

#endif
