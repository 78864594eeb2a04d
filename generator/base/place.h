/* place.h - where something stands in a file, for diagnostics.
 *
 * A source is a file's text as read (a BOM removed, line ends as they are), owned by the
 * arena it was read into.  Lines and columns count from 1; a column is a code point, a tab
 * is one.  line 0 means "the file as a whole"; src NULL means "no file".
 */
#ifndef ACCORD_BASE_PLACE_H
#define ACCORD_BASE_PLACE_H

#include <stddef.h>

struct source {
    const char *path; /* as given by --content, --templates, --data */
    const char *text; /* valid UTF-8 unless the reader reported otherwise; NUL at text[len] */
    size_t len;       /* bytes */
};

struct place {
    const struct source *src;
    int line, col;
    int len; /* code points to underline, at least 1; cut at the line's end */
};

/* The place of the bytes [from, to) of a source. */
struct place place_of(const struct source *src, size_t from, size_t to);
/* The same for one place after the other, mostly forwards, in a text of any length: what was counted
 * is not counted again.  A zeroed walk begins anywhere. */
struct place_walk {
    const struct source *src;
    size_t at, start; /* bytes: where it is, and where that line begins */
    int line, col;
};
struct place place_along(struct place_walk *w, const struct source *src, size_t from, size_t to);
/* The start and length (bytes, without line end) of a line; length 0 when there is none. */
const char *place_line(const struct source *src, int line, size_t *len);

#endif
