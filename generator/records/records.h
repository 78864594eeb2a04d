/* records.h - the content, read and checked field by field.
 *
 * One declarative table of fields per kind of record drives reading, checking, the schema
 * and the docs (records/fields.h, inside this room).  Strings are UTF-8 in the arena; every
 * record and every value that can be wrong later keeps its place.  Cross-record checks are
 * model's.  Money is int64 in the currency's minor units; nothing is converted here.
 */
#ifndef ACCORD_RECORDS_RECORDS_H
#define ACCORD_RECORDS_RECORDS_H

#include "base/date.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "base/map.h"
#include "input/input.h"
#include "records/outline.h"
#include "records/paper_style.h"

enum lang { LANG_EN, LANG_FR, LANG_ES, LANG_AR, LANG_ZH, LANG_RU, LANGS };
extern const char *const lang_code[LANGS]; /* "en" ... */
int lang_of(const char *code);             /* -1 when unknown */

/* A text for readers: one string in the site's default language, or one per language. */
struct text {
    const char *in[LANGS];   /* NULL where missing */
    struct place place[LANGS];
    bool single;             /* written as one string: in[default language] only */
};
/* The text in a language, else in the default language, else in the first there is; NULL for an
 * empty text.  *got (may be NULL) tells the language found. */
const char *text_in(const struct text *t, enum lang want, enum lang fallback, enum lang *got);

/* --- vocabularies --- */

struct entry {
    const char *id;
    struct place place;
    struct text label, short_label;
    size_t index;            /* in vocabulary order */
    size_t scheme;           /* priorities: index of its scheme */
    const struct entry *rolls_up_to; /* partner types; NULL */
    char list_group;         /* kinds: 'a' 'b' 'c' 'd', 0 = by cash (a when cash > 0, else b) */
    bool own_translation[LANGS];
    bool sample;
    const char *iati_code;   /* regions, priorities, partner types: in IATI's lists; NULL */
    const char *website;     /* memberships; NULL */
    const struct entry *region; /* initiatives: the region of a regional one; NULL */
};

struct scheme {
    const char *id;
    struct text label;
    int from, until; /* years of validity; until 0 = open */
    bool own_translation[LANGS];
};

struct vocab {
    enum vocab_kind kind;
    const char *file;    /* path, for hints */
    struct entry *entry;
    size_t n;
    struct map by_id;    /* id -> struct entry * */
    struct scheme *scheme; /* priorities only */
    size_t schemes;
    bool faulty;         /* an entry, or all, was left out: what is unknown here may be that one */
};

/* --- partners --- */

struct former_name {
    struct date until;
    struct text name;
};

struct reference { /* an id with its place, resolved by the model */
    const char *id;
    struct place place;
};

struct partner {
    const char *id;
    struct reference *former_id; /* ids it had before */
    size_t former_id_n;
    struct place place; /* of the id's value */
    struct text name, represented_by;
    bool feminine; /* its name in languages where "represented by" has a gender */
    const char *short_name, *website, *org_id; /* NULL when absent */
    const char *country;                       /* ISO 3166-1 alpha-2; NULL */
    struct former_name *former;
    size_t former_n;
    const struct entry *type;         /* NULL only when the file was faulty */
    const struct entry **membership;
    size_t membership_n;
    const char *merged_into;          /* id; NULL */
    struct date merged_on;
    struct place merged_place;
    bool sample;
    size_t index;                     /* in id order */
};

/* --- agreements --- */

struct contribution {
    const char *from; /* a partner's id or "itu" */
    struct place from_place, amount_place, place;
    int64_t amount;        /* minor units of currency; negative only in an addendum */
    const struct currency *currency;
    bool in_kind;
    bool has_usd;          /* usd: the value recorded at signature */
    int64_t usd_cents;
    struct place usd_place;
};

struct currency {
    const char *code; /* ISO 4217 */
    int digits;       /* of the minor unit: 2, JPY 0, KWD 3 */
};

struct weight {
    const struct entry *entry;
    int64_t weight; /* all weights of one list have the same scale; equal shares are all 1 */
    struct place place;
};

struct link {
    struct text label;
    const char *url;
};

struct agreement {
    const char *id;
    struct reference *former_id;
    size_t former_id_n;
    struct place place; /* of the id's value */
    const struct source *src;
    struct text title, objective;
    const struct entry *kind; /* NULL only when the file was faulty */
    struct place kind_place;
    bool is_addendum;         /* kind addendum or amendment */
    struct reference amends, parent; /* id NULL when absent */
    struct date signed_on, in_force, ends, terminated; /* in_force: signed_on when not given */
    struct place signed_place, in_force_place, ends_place, terminated_place;
    struct reference *partner;
    size_t partner_n;
    struct reference *leaving; /* addenda: parties that leave the agreement */
    size_t leaving_n;
    struct contribution *contribution;
    size_t contribution_n;
    struct weight *region, *priority; /* in the vocabulary's order */
    size_t region_n, priority_n;
    const char **country;
    size_t country_n;
    const struct entry **initiative;
    size_t initiative_n;
    int *sdg;
    size_t sdg_n;
    struct link *link;
    size_t link_n;
    bool internal; /* publish: internal - counted, never named in public output */
    struct place publish_place;
    bool sample;
    size_t index;  /* in id order */
};

/* --- the other files --- */

struct rate {
    const struct currency *currency;
    struct date from;
    struct decimal units_per_usd;
    bool sample;
    struct place place;
};

struct figure_form { /* one printed form of a figure in published/ */
    const char *form; /* "" (bare), "usd", "millions", "millions2", "percent", "count" */
    const char *value;
    struct place place;
};
struct printed_figure {
    const char *id;
    struct place place;
    struct figure_form *form;
    size_t n;
};
struct printed_ranking {
    const char *id; /* "2024.partners" */
    struct place place;
    struct reference *item;
    size_t n;
};
struct printed_row { /* counts of which is only known in what order they were printed */
    const char *id; /* "2015.priorities" */
    struct place place;
    struct figure_form *value; /* the bare ones that are not 0 */
    size_t n;
};
struct published {
    const char *document;
    struct date issued; /* the day of its first issue; year 0 = that of the document */
    struct place issued_place, document_place;
    struct text source;
    const char *path;
    struct printed_figure *figure;
    size_t n;
    struct printed_ranking *ranking;
    size_t rankings;
    struct printed_row *row;
    size_t rows;
};

struct history {
    int year;
    struct place place;
    bool sample;
    struct text source;
    struct printed_figure *figure; /* ids relative to the year; each with one bare form */
    size_t n;
};

struct cite {
    const char *id, *number;
};

/* A later issue of a document, in which figures print otherwise than in those before it. */
struct revision {
    int number; /* from 1 */
    struct date date;
    struct place place, number_place, date_place;
    struct text reason;
    struct printed_figure *figure; /* as they print from this revision on */
    size_t n;
    struct printed_ranking *ranking;
    size_t rankings;
    struct printed_row *row;
    size_t rows;
};

struct document {
    const char *id;
    struct reference *former_id;
    size_t former_id_n;
    struct place place;
    const char *dir;     /* content/documents/<id> */
    struct page_file *file[LANGS]; /* its texts: records_narrative() */
    size_t files[LANGS];
    int from, until;     /* years covered, the same for one year */
    struct text group, group_short, meeting, place_dates, source, title, summary, action;
    struct text *reference;
    size_t reference_n;
    const char *number_pattern; /* "TDAG25/{number}-{letter}" */
    struct place years_place;
    const char *document_number; /* NULL = not known yet */
    struct date date;           /* year 0 = open */
    enum lang original;
    const char *letter[LANGS];  /* NULL = none */
    bool language[LANGS];       /* issued in */
    bool own_translation[LANGS];
    bool landscape, draft;
    struct reference style;     /* id NULL = series */
    const struct paper_style *paper; /* how it looks; never NULL */
    int revision;
    struct revision *revised; /* oldest first; the newest one's number is that of the document */
    size_t revised_n;
    struct text department; /* the contact block names the department only */
    const char *email, *url, *group_url;
    struct cite *cite;
    size_t cite_n;
};

struct counting {
    bool by_in_force;        /* year by entry into force instead of signature */
    bool financial_partner_cash; /* financial = cash of partners only */
    bool addenda_with;       /* addenda count among the agreements */
    bool follow_mergers;     /* what a merged partner signed before counts for its successor */
};

/* What figures may tell of internal agreements, by taking away what is public. */
struct disclosure {
    int minimum; /* agreements, and partners, that internal money in a figure has to be of */
    struct reference *reveal; /* ids of figures that may tell all the same */
    size_t reveal_n;
};

/* Who reports to the International Aid Transparency Initiative. */
struct iati_reporter {
    const char *org_id; /* never NULL */
    int org_type;       /* of its list OrganisationType */
};

struct site {
    struct text name, description, sample_note, publisher;
    int messages; /* 1 + the place of their language in records_message_languages; 0 = not given */
    const char *base_url; /* ends in '/'; NULL */
    struct place base_place;
    bool language[LANGS];
    enum lang order[LANGS]; /* as written; languages of them */
    int languages;
    enum lang default_lang;
    const char *const *font[3]; /* FACES_LATIN, FACES_ARABIC, FACES_CJK: family names, NULL at end */
    struct place font_place;    /* of all families */
    bool unread;                /* its file could not be read */
    struct counting counting;
    struct disclosure disclosure;
    struct iati_reporter iati;
    const char *accent, *bright, *tint; /* "#rrggbb" */
    struct map region_colour;           /* id -> "#rrggbb" */
    struct place place;
};
enum { FACES_LATIN, FACES_ARABIC, FACES_CJK, FACES };

struct page_file { /* pages/<path>/<lang>.md and documents/<id>/<lang>/NN-x.md */
    const struct source *src;
    const char *slug; /* path below pages/, or file name without .md */
    enum lang lang;
    enum page_use {
        PAGE_OWN,   /* a page, or a part of a document */
        PAGE_SLOT,  /* stands on a page that the site makes anyway: "regions/AFR" */
        PAGE_STORY, /* a story's text: its front matter is the record */
    } use;
};

/* stories/<slug>/<lang>.md: what its front matter says of all languages is the same in all. */
struct story {
    const char *slug;
    struct reference *former_id; /* slugs it had before */
    size_t former_id_n;
    struct place place;
    struct text title, summary;
    struct date date;
    struct place date_place;
    struct reference *agreement, *partner;
    size_t agreement_n, partner_n;
    const struct entry **region, **priority;
    size_t region_n, priority_n;
    bool sample;
    struct page_file file[LANGS]; /* src NULL where there is none */
};

struct opportunity { /* a package that a sponsor can take */
    const char *id;
    struct reference *former_id;
    size_t former_id_n;
    struct place place;
    struct text title, summary, event, use;
    struct text *benefit;
    size_t benefit_n;
    const struct currency *currency;
    int64_t price, up_to; /* minor units; up_to 0 = one price */
    struct place up_to_place;
    const struct entry **region, **priority;
    size_t region_n, priority_n;
    struct date opens, closes; /* opens: year 0 = open from the start */
    struct place closes_place;
    struct text department;
    const char *email;         /* NULL */
    struct reference taken_by; /* an agreement; id NULL while nobody took it */
    bool sample;
};

struct prospect { /* an agreement that is expected */
    struct place place;
    struct text title, others; /* others: partners that are not on file */
    int stage;                 /* 1 + index in target_stages */
    int64_t amount;            /* minor units of currency */
    const struct currency *currency;
    struct place amount_place;
    int probability;           /* in hundredths of a percent: 6250 is 62.5 % */
    struct date expected;      /* to be signed */
    struct place expected_place;
    struct reference *partner;
    size_t partner_n;
    const struct entry **region;
    size_t region_n;
    bool sample;
};
extern const char *const target_stages[]; /* from the first idea on; NULL ends them */

struct target { /* what a year aims at; internal */
    int year;
    struct place place;
    bool sample;
    struct printed_figure *goal; /* ids without the year; each with one bare form */
    size_t n;
    struct prospect *prospect;
    size_t prospects;
};

struct strings {
    const struct source *src;
    struct map text;  /* id -> pattern (const char *) */
    struct map place; /* id -> struct place * */
    bool unread;      /* there is a file, and it could not be read: what lacks may be in it */
};

/* Records with a page of their own, which may have been called otherwise. */
enum renamed_kind {
    RENAMED_AGREEMENT,
    RENAMED_PARTNER,
    RENAMED_DOCUMENT,
    RENAMED_STORY,
    RENAMED_OPPORTUNITY,
    RENAMED_KINDS
};
extern const char *const records_page_folder[RENAMED_KINDS]; /* of their pages: "partners" */
struct renamed {
    enum renamed_kind kind;
    const char *former, *id;
};

struct records {
    struct arena *arena;
    const char *dir; /* as given by --content */
    const struct map *refused; /* paths that must not be read (input_vet); NULL: none */
    struct site site;
    size_t files; /* that were read */
    struct vocab vocab[VOCABS];
    struct partner **partner; /* by id */
    size_t partner_n;
    struct map partner_by_id;
    struct agreement **agreement; /* by id */
    size_t agreement_n;
    struct map agreement_by_id;
    int *year_folder; /* years that have a folder in agreements/, ascending, filled or not */
    size_t year_folders;
    struct map dim_year; /* years of which a file could not be read: "2024"; they are on file */
    struct map unread; /* documents that could not be read, by their pages' paths */
    struct rate *rate; /* by currency, then date */
    size_t rate_n;
    bool rates_faulty;        /* some rates could not be read, so none is missed */
    struct history *history; /* by year */
    size_t history_n;
    struct published *published;
    size_t published_n;
    struct document *document;
    size_t document_n;
    struct paper_style *style;
    size_t style_n;
    struct page_file *page;
    size_t page_n;
    struct story *story; /* by slug */
    size_t story_n;
    struct opportunity *opportunity; /* by id */
    size_t opportunity_n;
    struct target *target; /* by year */
    size_t target_n;
    struct strings strings[LANGS]; /* src NULL where there is no file */
    struct renamed *renamed;
    size_t renamed_n;
    struct map renamed_id[RENAMED_KINDS]; /* former id -> id */
};

/* Reads the whole content folder.  Never NULL; faulty records are left out or marked, and
 * reported.  After errors only the diagnostics matter. */
struct records *records_read(struct arena *a, struct diags *d, const char *dir);
/* A file that is not there yet, read as if it were: what a command is about to write is checked with
 * all the rest before. */
struct progress;
struct records_draft {
    const char *path, *text;
};
struct records *records_read_with(struct arena *a, struct diags *d, const char *dir,
                                  const struct records_draft *draft, size_t drafts,
                                  struct progress *progress);
/* Whether what a path ("documents/tdag25-inf-1", "regions/AFR") or a figure's name without its period
 * ("regions.AFR.count") begins with is unknown because a file could not be read, which was told. */
bool records_unread(const struct records *r, const char *name);
/* The id of a record that was once called so; NULL when there is none. */
const char *records_renamed(const struct records *r, enum renamed_kind kind, const char *id);
/* The same of the partner that a figure's id names: "2024.partners.new.contributions"; NULL. */
const char *records_renamed_figure(struct arena *a, const struct records *r, const char *id);
/* "unicef-2" for "UNICEF 2"; NULL when there is nothing to make an id of. */
const char *records_id_of(struct arena *a, const char *name);
/* Languages that accord says in what is wrong, NULL at the end. */
extern const char *const records_message_languages[];
/* The English texts in the tables of fields, what they and their records are: messages put them into
 * other languages under the text itself. */
void records_field_texts(struct arena *a, void (*each)(void *ctx, const char *text), void *ctx);
/* Reads document/<id>.yaml in the folders of templates, how documents look, and gives each document
 * its style: the series' own look, which needs no file, where it names none. */
struct input_layers;
void records_read_styles(struct records *r, struct diags *d, const struct input_layers *templates);
extern const struct paper_style paper_style_series;
/* The shape of a kind of file as JSON Schema (draft 7), with the ids of this content to choose from.
 * False for a name that is not one of records_schema_name(), which is NULL behind the last. */
struct buf;
bool records_schema(const struct records *r, const char *name, struct buf *out);
const char *records_schema_name(size_t i);
/* The day of a document's newest issue; year 0 = open. */
struct date records_document_date(const struct document *doc);
/* The narrative files of a document in one of its languages, in file-name order. */
const struct page_file *records_narrative(const struct document *doc, enum lang lang, size_t *n);

#endif
