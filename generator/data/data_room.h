/* data_room.h - what the files of this room share; not for other rooms. */
#ifndef ACCORD_DATA_DATA_ROOM_H
#define ACCORD_DATA_DATA_ROOM_H

#include "base/arena.h"
#include "base/buf.h"
#include "data/data.h"

/* Each kind of file takes the rows of a set one by one: a head, a row for each, an end. */

static inline bool export_is_number(enum export_type type)
{
    return type == EXPORT_DECIMAL || type == EXPORT_MONEY || type == EXPORT_INTEGER;
}

/* --- data/csv_file.c --- */
void csv_file_head(struct buf *out, const struct export *x);
void csv_file_row(struct buf *out, const struct export *x, const struct export_cell *cell);
/* Several values in one cell, "a|b"; a "|" or "\" within a value has a "\" in front. */
void csv_file_join(struct buf *out, const struct export_cell *cell);

/* --- data/json_file.c --- */
void json_file_head(struct buf *out, const struct export *x, const struct site *site,
                    const struct data_input *in);
void json_file_row(struct buf *out, const struct export *x, const struct export_cell *cell);
void json_file_end(struct buf *out);

/* --- data/schema.c --- */
/* JSON Schema (draft 2020-12) of all the files of json_file.c. */
void schema_write(struct buf *out, const struct export *const *x, size_t n,
                  const struct site *site, const struct data_input *in);

/* --- data/workbook.c --- */
struct workbook;
/* NULL after a report when the system refuses. */
struct workbook *workbook_open(struct arena *a, struct diags *d, const struct data_input *in,
                               const struct site *site);
/* The sheet that says what the others hold. */
void workbook_readme(struct workbook *w, const struct site *site,
                     const struct export *const *x, size_t n);
void workbook_sheet(struct workbook *w, const struct export *x); /* rows follow */
void workbook_row(struct workbook *w, const struct export *x, const struct export_cell *cell);
/* The bytes of the file; false after a report.  The workbook is gone. */
bool workbook_close_into(struct workbook *w, struct buf *out);

/* --- data/iati.c --- */
/* False when no agreement may be named: the format has no file without an activity. */
bool iati_write(struct buf *out, struct arena *arena, const struct data_input *in);

/* --- data/feed.c --- */
void feed_write(struct buf *out, struct arena *a, const struct views *v);

#endif
