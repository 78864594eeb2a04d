/* text_unit.h - the texts of the content as translators get them: one sentence each, with what must
 * not be changed marked "\1...\2"; not for other rooms. */
#ifndef ACCORD_EXCHANGE_TEXT_UNIT_H
#define ACCORD_EXCHANGE_TEXT_UNIT_H

#include "base/map.h"
#include "base/vec.h"
#include "exchange/exchange.h"
#include "input/input.h"
#include "locale/locale.h"

/* One text of a file: a value of strings/, or a map of languages in a record. */
struct text_place {
    const char *original;        /* path below the content, as in strings/en.yaml */
    const struct source *src;    /* the file that the translation stands in */
    const struct node *key, *map; /* record: the map of languages and the key before it */
    const struct node *value;    /* of the language; NULL = missing */
    const struct node *source;   /* of the source language */
    const struct node *after;    /* strings: the last value before it that is there; NULL */
    const char *name;            /* strings: its id */
    bool message;                /* MessageFormat */
    struct locale_split split;   /* of the source; message only, when it can be split */
    size_t first, units;         /* among the units */
};

struct text_unit {
    const char *file, *id;       /* NMTOKENs, unique in a file */
    const char *source, *target; /* target NULL = missing */
    const char *word;            /* of a branch; "" */
    const char *note;            /* NULL */
    struct place at;             /* of the source */
    size_t text;                 /* index of its text_place */
    bool optional;               /* a form for one number, which the language can do without */
    bool raw;                    /* a message that cannot be split, as it is written */
    bool came;                   /* on import: the file has a translation of it */
    const char *now;             /* on import: what the translator wrote; NULL = nothing new */
};

struct text_units {
    struct arena *a;
    struct diags *d;
    const struct model *m;
    const struct records *r;     /* of m */
    enum lang from, to;
    const struct locale *locale; /* of to */
    VEC(struct text_place) text;
    VEC(struct text_unit) unit;
    struct map by_id;            /* "file id" -> size_t *, its index */
    size_t without_source;       /* texts that lack the source language */
};

/* All texts of the content from one language into another.  Internal agreements, partners that sign
 * no others, and targets are left out: what they say is not for outside. */
struct text_units *text_units_read(struct arena *a, struct diags *d, const struct model *m,
                                   enum lang to);
struct text_unit *text_units_find(struct text_units *t, const char *file, const char *id);
/* The 16 hexadecimal digits that a source is known by. */
const char *text_unit_hash(struct arena *a, const char *source);

/* --- text_memory.c: which source each translation was made of --- */

/* .translated/<lang>.csv of the content: "file id" -> hash. */
void text_memory_read(struct text_units *t, struct map *hash);
const char *text_memory_path(struct text_units *t);
bool text_unit_is_stale(struct text_units *t, const struct map *hash, const struct text_unit *u);

/* --- xliff_read.c --- */
/* Sets now of the units that the file translates; false after errors. */
bool xliff_read(struct text_units *t, const struct source *src, struct map *hash,
                struct strings_result *out);

/* --- text_edit.c --- */
/* The files with the new texts in them; every other byte stays. */
bool text_edit_files(struct text_units *t, const struct map *hash, struct strings_result *out);

#endif
