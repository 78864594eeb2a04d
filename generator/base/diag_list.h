/* diag_list.h - what a list of reports is made of; for the files of base/diag only. */
#ifndef ACCORD_BASE_DIAG_LIST_H
#define ACCORD_BASE_DIAG_LIST_H

#include "base/diag.h"
#include "base/map.h"

/* A line of a source that was looked for before. */
struct diag_lines {
    const struct source *src;
    int line;
    size_t from; /* byte */
};

struct diags {
    struct arena *arena;
    VEC(struct diag) list;
    bool sorted;
    enum severity severity[DIAG_CODES];
    struct map told; /* path -> size_t *: how many reports there were of it */
    const struct source *counted; /* the last one, and its number */
    size_t *of_counted;
    bool beyond; /* the newest report was left out */
    size_t sought; /* reports for which a near name was looked for among all records */
    struct diag_lines *lines;
};

/* Counts a report, and tells when it is one too many of its file, which is reported then. */
bool diag_is_beyond(struct diags *d, const struct place *place);
/* As place_line. */
const char *diag_line(struct diag_lines *at, const struct place *p, size_t *len);

/* The row of a code as it is said, without arguments. */
struct diag_said diag_said_of(enum diag_code code);

#endif
