/* outline.h - files of records begun from what is known of them, by the fields' tables.
 *
 * A file begun so holds what was given, in the order of the table and quoted as YAML wants it, and
 * below it all that may be said besides, as remarks with what each is for.  Whether the values are
 * right is not asked here: read the text with records_read_with.  YAML has to be able to hold them
 * (yaml_write_can). */
#ifndef ACCORD_RECORDS_OUTLINE_H
#define ACCORD_RECORDS_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct records;

enum vocab_kind {
    VOCAB_REGIONS,
    VOCAB_PRIORITIES, /* all schemes' entries, scheme by scheme */
    VOCAB_PARTNER_TYPES,
    VOCAB_MEMBERSHIPS,
    VOCAB_KINDS,
    VOCAB_INITIATIVES,
    VOCABS,
};

enum outline_takes {
    OUTLINE_LINE,   /* one line, as it is */
    OUTLINE_TEXT,   /* words for readers, which may be in several languages */
    OUTLINE_SWITCH, /* yes or no: given without a value it is yes */
    OUTLINE_WORD,   /* one of words */
    OUTLINE_DATE,
    OUTLINE_ENTRY, /* ids of a vocabulary */
    OUTLINE_PARTNER,
    OUTLINE_AGREEMENT,
    OUTLINE_RECORD, /* words in any order, told apart by what they are: "unicef 100000 USD" */
};

struct outline_field {
    const char *key, *doc, *ask; /* ask NULL = not asked for */
    enum outline_takes takes;
    enum vocab_kind vocab;    /* of an OUTLINE_ENTRY */
    const char *const *words; /* NULL at the end */
    bool required;            /* of all; others depend on the rest, as what an addendum changes */
    bool must, list;          /* must: to be asked for until it is answered; list: may be several */
};
/* The i-th of the fields of a kind of file (a name of records_schema_name) that can be given so;
 * false behind the last.  The id, which is the file's name, is none of them. */
bool outline_field(const char *kind, size_t i, struct outline_field *out);

struct outline_value {
    const char *key;  /* of the field */
    int lang;         /* of an OUTLINE_TEXT: enum lang; -1 = the site's default */
    const char *text; /* lists have several of a key, one an item */
};

/* What stands in a file of this kind, as YAML, with remarks; values whose parts cannot be told apart
 * are named in *unclear (NULL when there is none).  id NULL = the file has none. */
char *outline_text(const struct records *r, const char *kind, const char *id,
                   const struct outline_value *value, size_t n,
                   const struct outline_value **unclear);

#endif
