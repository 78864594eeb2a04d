/* fields.h - one table of fields for each kind of record.
 *
 * A table drives reading, checking and the schema: a new field is a
 * row here, a member of the struct in records.h and nothing else.  A shape is a map of keys
 * with its table; shapes nest.
 */
#ifndef ACCORD_RECORDS_FIELDS_H
#define ACCORD_RECORDS_FIELDS_H

#include "records/records.h"

#include <stdatomic.h>
#include <stddef.h>

struct reading;
struct field;
struct shape;

enum field_type {          /* what stands at field.at */
    FIELD_ID,              /* const char *: the record's own id */
    FIELD_LINE,            /* const char *: a plain text that is not for translation */
    FIELD_TEXT,            /* struct text */
    FIELD_TEXTS,           /* struct text *, with count */
    FIELD_DATE,            /* struct date */
    FIELD_CHOICE,          /* bool: the second of two words, true or false among them */
    FIELD_NUMBER,          /* int, from min to max */
    FIELD_NUMBERS,         /* int *, with count; distinct */
    FIELD_ENTRY,           /* const struct entry * of a vocabulary */
    FIELD_ENTRIES,         /* const struct entry **, with count; distinct */
    FIELD_WEIGHTS,         /* struct weight *, with count: a list, or a map of shares */
    FIELD_REFERENCE,       /* struct reference: an id that the model resolves */
    FIELD_REFERENCES,      /* struct reference *, with count */
    FIELD_COUNTRY,         /* const char * */
    FIELD_COUNTRIES,       /* const char **, with count; distinct */
    FIELD_CURRENCY,        /* const struct currency * */
    FIELD_AMOUNT,          /* int64_t in the minor unit of the currency beside it, or of USD */
    FIELD_URL,             /* const char * */
    FIELD_EMAIL,           /* const char * */
    FIELD_COLOUR,          /* const char *: "#rrggbb" */
    FIELD_LENGTH,          /* struct length, from min to max in 1/1000 pt */
    FIELD_WORD,            /* int: 1 + the place of a word in words; 0 when not given */
    FIELD_LANG,            /* enum lang */
    FIELD_LANGS,           /* bool[LANGS] */
    FIELD_RECORD,          /* a struct of shape `of`, in place */
    FIELD_RECORDS,         /* an array of them, with count */
    FIELD_OTHER,           /* whatever read() makes of it */
};

struct field {
    const char *key;
    enum field_type type;
    bool required;
    bool filled;         /* lists: at least one item */
    size_t at;           /* offset of the value in the struct */
    size_t count;        /* lists: offset of a size_t, their number of items */
    size_t place;        /* offset of a struct place for the value; 0 = not kept */
    size_t given;        /* offset of a bool: the key is there; 0 = not kept */
    enum vocab_kind vocab;
    const char *const *words; /* FIELD_CHOICE: two words; FIELD_WORD: any */
    int min, max;             /* FIELD_NUMBER, FIELD_LENGTH */
    bool percent;             /* FIELD_WEIGHTS: shares sum to 100 */
    bool usd;                 /* FIELD_AMOUNT: always in USD */
    bool prose;               /* FIELD_TEXT(S): may be long */
    const struct shape *of;
    void (*read)(struct reading *r, const struct field *f, const struct node *value, void *out);
    const char *takes; /* FIELD_OTHER: what it takes, in words */
    const char *form;  /* FIELD_OTHER, FIELD_REFERENCE(S): its form in the schema, one of those of
                          schema.c; NULL = anything */
    const char *ask;   /* what accord new asks for it; NULL = not asked */
    const char *doc;   /* what it means, for hints and the schema: no capital, no full stop */
};

struct shape {
    const char *what; /* "an agreement" */
    const struct field *field;
    size_t fields;
    size_t size;  /* of the struct */
    size_t place; /* offset of a struct place for the whole map; 0 = not kept */
};

#define FIELDS(array) .field = (array), .fields = sizeof(array) / sizeof((array)[0])

/* What is known while a file is read. */
struct reading_sum {
    atomic_size_t bytes; /* read, by all that read side by side */
    atomic_bool over;    /* more than all content may be: nothing more is read */
};

struct reading {
    struct arena *a;
    struct arena *nodes; /* of the tree of the file being read; NULL = a */
    struct diags *d;
    struct records *r;
    struct progress *progress; /* told of each file; NULL = nobody looks */
    size_t files;              /* that were read */
    struct map folder; /* path -> const struct input_folder *: those that were looked at */
    struct map draft;  /* path -> const struct records_draft *: files that are not there yet */
    struct reading_sum *sum; /* NULL: of templates, which are few */
    const char *file_id; /* what FIELD_ID has to be: the file's or folder's name; NULL = any */
    const char *file_is; /* "file" or "folder" */
    size_t most;         /* bytes of the text being read; 0 = as many as prose may have */
    bool negative;       /* amounts below zero are allowed */
    struct reference *colour; /* regions with a colour in site.yaml, to be looked up later */
    size_t colours;
    const struct shape *shape; /* of the map being read, and */
    const struct node *map;
};

extern const char *const fields_no_yes[]; /* false, true */

/* Reads a map into *out by its table; reports unknown, missing and wrong values.  False when
 * node is not a map. */
bool fields_read(struct reading *r, const struct shape *s, const struct node *node, void *out);

/* --- for readers of single values (each reports and returns false or NULL) --- */

/* The text of a scalar that is not empty. */
const char *fields_scalar(struct reading *r, const char *key, const char *takes,
                          const struct node *n);
bool fields_is_empty(const struct node *n); /* "key:" with nothing behind it, or ~ */
bool fields_is_list(struct reading *r, const char *key, const struct node *n);
bool fields_is_map(struct reading *r, const char *key, const struct node *n);
bool fields_is_id(const char *s);
bool fields_check_id(struct reading *r, const char *s, struct place p);
/* The same of an id that a file or folder is called by: Windows keeps some names for devices. */
bool fields_check_name(struct reading *r, const char *s, struct place p);
bool fields_number(struct reading *r, const char *s, struct place p, int min, int max, int *out);
/* A length in points or millimetres, exactly, to 1/1000 pt: "11.5 pt", "25 mm". */
bool fields_length(struct reading *r, const char *s, struct place p, int min, int max,
                   struct length *out);
const char *fields_points(struct arena *a, int32_t mpt); /* "11.5 pt" */
/* 1 + the place of a word in a list; 0 when it is not there, which is reported. */
int fields_word(struct reading *r, const char *key, const char *const *words,
                const struct node *n);
bool fields_url(struct reading *r, const char *s, struct place p);
void fields_email(struct reading *r, const char *s, struct place p);
int fields_lang(struct reading *r, const char *s, struct place p); /* -1 */
bool fields_text(struct reading *r, const char *key, const struct node *n, struct text *out);
bool fields_date(struct reading *r, const char *s, struct place p, struct date *out);
bool fields_amount(struct reading *r, const char *s, struct place p, const struct currency *c,
                   int64_t *out);
const struct currency *fields_currency(struct reading *r, const char *s, struct place p);
const char *fields_country(struct reading *r, const char *s, struct place p);
const struct entry *fields_entry(struct reading *r, enum vocab_kind kind, const char *s,
                                 struct place p);
void fields_weights(struct reading *r, const struct field *f, const struct node *n, void *out);

#endif
