/* edition_text.h - the texts of a new edition, made from those of the last one: what is the same
 * every year stays, tags and blocks name the new years, and what has to be told anew stands as a
 * remark to be written over. */
#ifndef ACCORD_COMMANDS_EDITION_TEXT_H
#define ACCORD_COMMANDS_EDITION_TEXT_H

#include "base/diag.h"
#include "base/map.h"

struct edition {
    struct arena *arena;
    struct diags *diags;
    int years;       /* between the editions */
    int issue;       /* the year the last one was issued in, as its numbers have it: 2025 */
    int last;        /* the year the last one covers; those behind it are begun */
    const int *year; /* those that figures are known of */
    size_t year_n;
    struct map *ids; /* of the last edition's papers -> const char *, the new ones */
};

/* "tdag26-partnerships" for "tdag25-partnerships", "report-2025" for "report-2024", by the year of
 * issue or that it covers; the name and the year it covers where there is no number to count on. */
const char *edition_id(const struct edition *e, const char *id, int covers);
/* A narrative: {{2024.x}}, {{doc.<id>}}, and year: in tables and charts.  Years stay where they would
 * move to one of which nothing is known: a table of 2015 to 2018 where 2019 is not on file. */
char *edition_narrative(const struct edition *e, const char *text);
/* document.yaml; NULL after errors. */
char *edition_cover(const struct edition *e, const struct source *src, const char *id);

#endif
