/* record_change.h - what two states of a content folder have different, file by file and field by
 * field.
 *
 * Compares what is written, not what is made of it: files that check refuses can be compared too,
 * as long as they are YAML.  A record is known by its id, wherever its file lies; one whose file has
 * another name but the same content, or names the old id under former_ids, was renamed.  Items of
 * lists are matched by what they are (their id, giver, number), not by their place.  Everything is in
 * a fixed order: by kind, then by id.  Memory belongs to the arena given.
 */
#ifndef ACCORD_EXCHANGE_RECORD_CHANGE_H
#define ACCORD_EXCHANGE_RECORD_CHANGE_H

#include "base/place.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct content_file {
    const char *path; /* below the content folder: "partners/unicef.yaml" */
    const struct source *src;
};
struct content_files {
    struct content_file *file;
    size_t n;
};

enum record_kind {
    RECORD_AGREEMENT,
    RECORD_PARTNER,
    RECORD_DOCUMENT,
    RECORD_DOCUMENT_TEXT,
    RECORD_PAGE,
    RECORD_STORY,
    RECORD_OPPORTUNITY,
    RECORD_PUBLISHED,
    RECORD_HISTORY,
    RECORD_RATES,
    RECORD_TARGETS,
    RECORD_VOCABULARY,
    RECORD_SETTINGS,
    RECORD_STRINGS,
    RECORD_OTHER,
    RECORD_KINDS
};

struct field_change {
    const char *field;       /* "contributions.unicef.amount"; of a text's lines "text" */
    const char *before, *after; /* NULL: was not there, is not there; both NULL: lines of a text */
    size_t lines_before, lines_after; /* lines of a text that went, that came */
};

enum change_what { CHANGE_CAME, CHANGE_WENT, CHANGE_CHANGED, CHANGE_RENAMED };
struct record_change {
    enum record_kind kind;
    enum change_what what;
    const char *id;          /* of files that are no records: their path */
    const char *id_before;   /* of what was renamed; else id */
    const char *path;        /* of the newer file, else of the older, below the content folder */
    const struct source *before, *after; /* NULL where there is none */
    struct field_change *field;
    size_t fields;
};

/* How a value is shown: say() may return text as it is, put a name beside an id, or withhold it.
 * instead() is what stands in the place of a text that may not be told, key or value, and of the
 * values that belong to it; NULL when the text may be. */
struct change_words {
    const char *(*say)(void *ctx, bool newer, const char *key, const char *text);
    const char *(*instead)(void *ctx, const char *text);
    void *ctx;
};

size_t record_changes(struct arena *a, const struct content_files *before,
                      const struct content_files *after, const struct change_words *words,
                      struct record_change **list);

#endif
