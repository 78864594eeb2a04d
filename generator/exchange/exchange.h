/* exchange.h - what comes from other programs and goes back to them: listings of agreements as CSV.
 *
 * Nothing is guessed: columns are known by the names that accord itself uses, else a map says what
 * they hold; dates and numbers that can be read in two ways are refused until it is stated how they
 * are written.  What is made is read by the readers of the content before it is handed out.
 *
 * The room reads files through input/ and writes none: results are handed to the caller.  All
 * memory belongs to the arena given; faults go to the diagnostics, at the cells they come from.
 */
#ifndef ACCORD_EXCHANGE_EXCHANGE_H
#define ACCORD_EXCHANGE_EXCHANGE_H

#include "base/diag.h"
#include "exchange/record_change.h" /* content against another state of itself: */
#include "exchange/revision.h"      /* files and fields; revisions of git */
#include "model/model.h"
#include "records/records.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct import_request {
    const struct source *list;          /* agreements */
    const struct source *contributions; /* of them, by agreement; NULL */
    const struct source *map;           /* NULL */
    /* As stated on the command line, before what the map says; NULL = not stated. */
    const char *delimiter, *numbers, *dates, *lists, *ids;
    bool new_partners;
    bool skip_faulty; /* leave rows out that cannot be read, instead of refusing all */
};

struct import_result {
    bool sound;    /* there are files to be written, or rows left out; else all was refused */
    bool mapped;   /* it is known what the columns hold */
    const struct records_draft *file; /* paths as in the content, and their texts */
    size_t files;
    size_t agreements, partners; /* among them */
    size_t rows, left_out;       /* of the list */
    const char *rest;    /* the rows left out, as CSV with the head; NULL when there are none */
    const char *said;    /* for people: how the list was read */
    const char *map;     /* not mapped: a map to go on with */
};

struct import_result import_list(struct arena *a, struct diags *d, const struct records *r,
                                 const struct import_request *in);

/* --- texts for translators, as XLIFF 2.0 ---
 *
 * Source: XLIFF Version 2.0, OASIS Standard (2014).  The source language is the site's default.  A
 * unit is a sentence; forms of plurals are units each, those of the language translated into. */

struct buf;
/* The file of one language. */
void strings_export(struct arena *a, struct diags *d, const struct model *m, enum lang to,
                    struct buf *out);

struct strings_result {
    enum lang to;
    const struct records_draft *file; /* to be written; those that are there are replaced */
    const char *const *was; /* what was read in its place, of each; NULL: there was nothing */
    size_t files;
    size_t changed, same, empty, stale; /* units of the file */
    size_t waiting; /* changed too, but other forms of their texts are missing */
};
/* Takes a file back; nothing is read from anywhere else, and no entities are.  False after errors. */
bool strings_import(struct arena *a, struct diags *d, const struct model *m,
                    const struct source *xliff, struct strings_result *out);

struct strings_status {
    size_t texts, missing, stale, unknown; /* unknown: it is not on record what they were made of */
};
/* Lists what is missing or stale in a language, one a line. */
struct strings_status strings_status(struct arena *a, struct diags *d, const struct model *m,
                                     enum lang to, struct buf *out);

#endif
