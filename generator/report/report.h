/* report.h - a narrative and its views become the paper: cover block, summary box, numbered
 * sections, tables, charts, footnotes, contact block, running heads.  Reordering the paper is
 * an edit of report.c.
 *
 * Memory belongs to the arena; fonts must outlive the pages.
 */
#ifndef ACCORD_REPORT_REPORT_H
#define ACCORD_REPORT_REPORT_H

#include "narrative/narrative.h"
#include "typeset/typeset.h"

struct report_file { /* data behind a table, a chart, or all figures, as CSV */
    const char *name, *mime, *description;
    const void *bytes;
    size_t n;
};

struct report {
    struct pages *pages;
    const char *title, *author, *subject; /* for the file's metadata */
    struct report_file *file;             /* to be attached; names are unique */
    size_t files;
};

/* The families that a style's documents are set in: its own, else the site's. */
struct font_lists report_fonts(const struct site *site, const struct paper_style *style);

/* fonts: opened from the families of the document's style. */
struct report *report_build(struct arena *a, struct diags *d, const struct views *v,
                            struct fonts *fonts, const struct narrative *n);

#endif
