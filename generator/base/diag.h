/* diag.h - what is wrong with the content, said once, in one place, for people.
 *
 * Every message is a row of diag_codes.h: severity, slug, text with {0} {1} ... for its
 * arguments, and a standing hint.  A report adds the arguments and the place; hints for the
 * case, which are printed before the standing one, are rows of phrase_codes.h:
 *
 *     diag_report(d, DIAG_UNKNOWN_PARTNER, node->place, "unicf");
 *     diag_hint(d, HINT_DID_YOU_MEAN_NAMED, "unicef", "United Nations Children's Fund");
 *
 * Arguments are what the author wrote, ids, numbers, paths: the same in all languages.  One that
 * is words itself is a PHRASE of phrase_codes.h: phrase_mark(PHRASE_A_LIST); see phrase.h.
 *
 * Reports are kept in the arena of the list and printed together, sorted by path, line and
 * column (reports of one place keep their order; equal reports are printed once).
 *
 * To add a message: add its row; translate it in templates/messages/fr.yaml and es.yaml (the
 * keys are its slug, and its slug with ".hint"); give it a case under tests/diag/<slug>/.  To add
 * a hint or a phrase: a row of phrase_codes.h and its slug in the same files.  test_messages.c
 * names what is missing.
 */
#ifndef ACCORD_BASE_DIAG_H
#define ACCORD_BASE_DIAG_H

#include "base/phrase.h"
#include "base/place.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdio.h>

struct arena;
struct buf;
struct map;
struct unpack;

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

/* A row of a table and what it is filled with. */
struct diag_said {
    const char *key, *english;
    const char *args[PHRASE_ARGS];
};

struct diag {
    enum diag_code code;
    struct place place;
    struct diag_said message;
    VEC(struct diag_said) hint; /* those of the case; the newest is told first */
    size_t order;               /* of reporting */
    bool written;               /* as text */
};

struct diags;

struct diags *diags_new(struct arena *a);

/* diag_report(struct diags *, enum diag_code, struct place, arguments...): the arguments are
 * strings (const char *); they are copied.  Missing ones print as nothing. */
#define diag_report(...) diag_report_va(__VA_ARGS__, (const char *)NULL)
void diag_report_va(struct diags *d, enum diag_code code, struct place place, ...)
    __attribute__((sentinel));
/* The place of a file without a line; it lives as long as the reports. */
struct place diag_file(struct diags *d, const char *path);
/* Whether the newest report will be printed: of a file with thousands of faults most are not, and what
 * was probably meant need not be looked for. */
bool diag_is_told(const struct diags *d);
/* The same where it is looked for among all records: true for the first so many reports of a run only.
 * Not for what is done side by side, where it would depend on who comes first. */
bool diag_is_sought(struct diags *d);
/* diag_hint(struct diags *, enum phrase, arguments...): a hint for the newest report, printed before
 * those it has. */
#define diag_hint(...) diag_hint_va(__VA_ARGS__, (const char *)NULL)
void diag_hint_va(struct diags *d, enum phrase hint, ...) __attribute__((sentinel));

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
/* Hands the reports made since diags_mark over to the process that this one came from (base/pack.h);
 * here they are gone. */
void diags_pack(struct diags *d, size_t mark, struct buf *out);
void diags_unpack(struct diags *d, struct unpack *from);

size_t diags_count(const struct diags *d, enum severity s); /* after merging equal reports */
bool diags_failed(const struct diags *d);                   /* any error */
bool diags_has(const struct diags *d, enum diag_code code);
/* All reports, sorted as they print; valid until the next one. */
size_t diags_list(struct diags *d, const struct diag **list);
/* What a report says, and its hints (NULL: it has none), in a language (NULL: English). */
char *diag_message(struct arena *a, const struct diag *x, const struct map *language);
char *diag_hints(struct arena *a, const struct diag *x, const struct map *language);
enum severity diags_severity(const struct diags *d, enum diag_code code); /* in this run */
/* Raises (or lowers) one code's severity for this run: --release makes drift an error. */
void diags_set_severity(struct diags *d, enum diag_code code, enum severity s);

const char *diag_slug(enum diag_code code);
const char *diag_severity_name(enum severity s); /* for machines: "error" */
const char *diag_english(enum diag_code code);   /* its text, for those who translate it, and */
const char *diag_english_hint(enum diag_code code); /* its standing hint, or NULL */

struct diags_print {
    enum diag_format format;
    bool color;
    bool quiet; /* errors only, and no closing count */
    bool fresh; /* as text: only those that were not written before */
    const char *known; /* as text: warnings and notes that stand in this one are left out; NULL */
    const struct map *language; /* texts by their keys; NULL = English */
};

/* Writes all reports and the closing count to out. */
void diags_write(struct diags *d, struct buf *out, struct diags_print how);

#endif
