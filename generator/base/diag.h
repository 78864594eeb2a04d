/* diag.h - what is wrong with the content, said once, in one place, for people.
 *
 * Every message is a row of diag_codes.h: severity, slug, text with {0} {1} ... for its
 * arguments, and a standing hint.  A report adds the arguments, the place and, where one is
 * known, a hint of its own, which is printed before the standing one:
 *
 *     diag_report(d, DIAG_UNKNOWN_PARTNER, node->place, "unicf");
 *     diag_hint(d, "did you mean \"%s\" (%s)?", "unicef", "United Nations Children's Fund");
 *
 * Reports are kept in the arena of the list and printed together, sorted by path, line and
 * column (reports of one place keep their order; equal reports are printed once).
 * To add a message: add its row; give it a case under tests/diag/<slug>/.
 */
#ifndef ACCORD_BASE_DIAG_H
#define ACCORD_BASE_DIAG_H

#include "base/place.h"

#include <stdbool.h>
#include <stdio.h>

struct arena;
struct buf;

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE };

enum diag_code {
#define DIAG(code, severity, slug, text, hint) DIAG_##code,
#include "base/diag_codes.h"
#undef DIAG
    DIAG_CODES
};

enum diag_format {
    DIAG_FORMAT_TEXT,
    DIAG_FORMAT_JSON,
    DIAG_FORMAT_SARIF,
    DIAG_FORMAT_EXCERPTS, /* JSON to be shown to people, with the line of the file that each is on */
};

struct diag {
    enum diag_code code;
    struct place place;
    const char *message; /* arguments filled in */
    const char *hint;    /* NULL when there is none */
    size_t order;        /* of reporting */
    bool written;        /* as text */
};

struct diags;

struct diags *diags_new(struct arena *a);

/* diag_report(struct diags *, enum diag_code, struct place, arguments...): the arguments are
 * strings (const char *); they are copied.  Missing ones print as nothing. */
#define diag_report(...) diag_report_va(__VA_ARGS__, (const char *)NULL)
void diag_report_va(struct diags *d, enum diag_code code, struct place place, ...)
    __attribute__((sentinel));
/* A hint for the newest report. */
void diag_hint(struct diags *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* For readers that work on a text made from the author's file (a rendered narrative, a fenced
 * block): the places of all reports made since diags_mark are passed through where, which
 * gives the place in the author's file.  Nothing may be counted or written in between. */
size_t diags_mark(const struct diags *d);
void diags_relocate(struct diags *d, size_t mark, struct place (*where)(void *ctx, struct place),
                    void *ctx);

/* Whether an error is about the file of this path. */
bool diags_failed_in(const struct diags *d, const char *path);
/* Moves all reports of another list here. */
void diags_take(struct diags *d, struct diags *from);

size_t diags_count(const struct diags *d, enum severity s); /* after merging equal reports */
bool diags_failed(const struct diags *d);                   /* any error */
bool diags_has(const struct diags *d, enum diag_code code);
/* All reports, sorted as they print; valid until the next one. */
size_t diags_list(struct diags *d, const struct diag **list);
enum severity diags_severity(const struct diags *d, enum diag_code code); /* in this run */
/* Raises (or lowers) one code's severity for this run: --release makes drift an error. */
void diags_set_severity(struct diags *d, enum diag_code code, enum severity s);

const char *diag_slug(enum diag_code code);
const char *diag_severity_name(enum severity s);

struct diags_print {
    enum diag_format format;
    bool color;
    bool quiet; /* errors only, and no closing count */
    bool fresh; /* as text: only those that were not written before */
};

/* Writes all reports and the closing count to out. */
void diags_write(struct diags *d, struct buf *out, struct diags_print how);

#endif
