/* data.h - records and figures as files to take away: CSV, JSON and its schema, a workbook, IATI
 * activities, and what is new as Atom.
 *
 * All tables have the columns that views declare (views_export), so that they cannot disagree.
 * The room writes nothing: each finished file is handed to a callback, path below output/ first
 * ("site/data/agreements.csv"), in a fixed order.  Memory belongs to the arena given.
 */
#ifndef ACCORD_DATA_DATA_H
#define ACCORD_DATA_DATA_H

#include "base/diag.h"
#include "views/views.h"

struct data_input {
    const struct views *const *views; /* one a language, in the order of site.yaml */
    size_t languages;
    const struct views *const *feed; /* the languages whose feeds are made: some of them */
    size_t feeds;
};

/* Takes one finished file; bytes are valid only during the call. */
typedef void (*data_put)(void *ctx, const char *path, const void *bytes, size_t n);

/* Returns how many files were made, and in *made what they are, for pages to offer.
 * What the system refuses goes to the diagnostics; whoever publishes asks diags_failed first. */
size_t data_build(struct arena *a, struct diags *d, const struct data_input *in, data_put put,
                  void *ctx, const struct view_download **made);

/* A part of these files without the others, so that they can be made side by side; what the parts make
 * one after the other is what data_build makes. */
enum data_part { DATA_SETS, DATA_BOOK, DATA_REST, DATA_PARTS };
size_t data_build_part(struct arena *a, struct diags *d, const struct data_input *in,
                       enum data_part part, data_put put, void *ctx,
                       const struct view_download **made);

/* One of these files by itself, to the byte as data_build makes it: a set (one of views_exports) in
 * a format, or with set NULL all sets in the workbook. */
enum data_format { DATA_CSV, DATA_BOM_CSV, DATA_JSON, DATA_WORKBOOK };
struct buf;
void data_export(struct arena *a, struct diags *d, const struct data_input *in, const char *set,
                 enum data_format format, struct buf *out);

#endif
