/* data_room.h - what the files of this room share; not for other rooms. */
#ifndef ACCORD_DATA_DATA_ROOM_H
#define ACCORD_DATA_DATA_ROOM_H

#include "base/arena.h"
#include "base/buf.h"
#include "data/data.h"

/* Each kind of file takes the rows of a set one by one: a head, a row for each, an end. */

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

#endif
