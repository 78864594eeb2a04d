/* template_scan.h - finds the tags of a template, one after another; for the parser only.
 *
 * The scanner knows delimiters and places, not what tags mean.  It reports tags it cannot
 * read and goes on behind them, so that one fault does not hide the next.
 */
#ifndef ACCORD_TEMPLATE_TEMPLATE_SCAN_H
#define ACCORD_TEMPLATE_TEMPLATE_SCAN_H

#include "base/place.h"

#include <stdbool.h>
#include <stddef.h>

struct diags;

struct scan {
    const struct source *src;
    struct diags *diags;
    const char *open, *close; /* current delimiters, not NUL-terminated */
    size_t open_len, close_len;
    size_t pos; /* line and col are those of this offset */
    int line, col;
    int faults;   /* reported so far, the parser's too; after 50 the rest is not looked at */
    bool stopped; /* the end of the source was not reached */
};

struct tag {
    size_t from, to; /* with the delimiters */
    char sigil;      /* one of # ^ / > < $ ! = & { or 0 for a plain name */
    bool dynamic;    /* the name came with an asterisk, which is not in it */
    size_t name, name_len; /* trimmed; for '=' and '!' what stands between */
    int line, col;           /* of the tag */
    int name_line, name_col; /* of the name */
};

void scan_start(struct scan *s, const struct source *src, struct diags *d);
/* The next readable tag at or behind an offset; false when there is none. */
bool scan_next(struct scan *s, size_t at, struct tag *tag);
/* Sets the delimiters that a tag with sigil '=' names. */
void scan_set_delimiters(struct scan *s, const struct tag *tag);

struct place scan_tag_place(const struct scan *s, const struct tag *tag);
struct place scan_name_place(const struct scan *s, const struct tag *tag);

/* Where the whitespace before an offset begins, when only whitespace stands before it on its
 * line; else false. */
bool scan_line_first(const struct source *src, size_t at, size_t *blank_from);
/* Where the next line begins, when only whitespace stands between an offset and it (or the
 * end of the file); else false.  line_end is where the line end itself begins. */
bool scan_line_last(const struct source *src, size_t at, size_t *line_end, size_t *next_line);

#endif
