/* input_room.h - what the files of this room share; other rooms include input/input.h only. */
#ifndef ACCORD_INPUT_INPUT_ROOM_H
#define ACCORD_INPUT_INPUT_ROOM_H

#include "input/input.h"

enum {
    YAML_DEPTH_MAX = 64,           /* collections inside each other; records need five */
    YAML_ITEMS_MAX = 10 * 1000,    /* of one list or map; the longest today has 1,300 */
    DATA_NODES_MAX = 1000 * 1000,  /* of template data, after aliases are followed */
    MARKDOWN_BYTES_MAX = 256 * 1024, /* of one text: 40,000 words */
    MARKDOWN_HEADING_MAX = 2 * 1024,  /* of one heading: it stands in contents and outlines, too */
    MARKDOWN_LINKS_MAX = 16 * 1024 * 1024, /* bytes: the longest address that is defined, as often as
                                              there are brackets that may refer to it */
    MARKDOWN_DEPTH_MAX = 100,      /* quotes and lists inside each other */
    MARKDOWN_CELLS_MAX = 50 * 1000 /* of one table, counting the cells that are left out */
};

/* What a reader of YAML wants beyond the plain trees of records. */
struct yaml_options {
    struct arena *nodes; /* of the tree; NULL: that of its texts */
    bool data; /* anchors, aliases and the tags of the core schema are allowed */
};

/* As input_yaml. With data, an alias is the very node it names, so that the tree may share
 * branches (it never has cycles), and a document may be empty: NULL, and *failed is false. */
struct node *yaml_read(struct arena *a, struct diags *d, const struct source *src,
                       struct yaml_options how, bool *failed);

/* What libyaml says about a syntax fault, with marks that count from 0. */
struct yaml_fault {
    const char *problem, *context; /* never NULL */
    int line, col;                 /* of the problem, from 1; column in code points */
    int context_line, context_col; /* of the construct it is in; line 0 when there is none */
};
/* A quote or bracket: where it opens, and which one it is. */
struct yaml_open {
    int line, col; /* from 1; column in code points */
    char sign;
};
/* The one that was left open before a fault at this place, and is what is wrong; false when none. */
bool yaml_open_at(const struct source *src, int line, int col, struct yaml_open *out);

/* Puts a syntax fault into words for people. */
void yaml_error_report(struct arena *a, struct diags *d, const struct source *src,
                       const struct yaml_fault *f);

/* The text of a plain scalar as YAML 1.2's core schema sees it: a number's decimal text, or
 * NULL when it is not a number. */
const char *number_text(struct arena *a, const char *s);

/* RFC 8259. False when the text is not JSON; then *at is the byte of the fault and *what says
 * in a few words what was expected there. */
bool json_read(struct arena *a, const struct source *src, const struct value **out, size_t *at,
               const char **what);

/* --- places in Markdown (markdown_place.c) ---
 *
 * cmark-gfm's own positions of inlines are wrong behind indentation, in autolinks, in tables
 * below a paragraph and in footnotes.  Inlines come in the order of the source, so a cursor
 * that moves with the walk over the tree finds each of them again. */
struct md_cursor {
    const struct source *src;
    const size_t *line; /* byte offset of each line's start */
    size_t lines;
    size_t at; /* byte: everything before was passed */
    size_t steps; /* that are left for looking for texts which are not where they should be */
    struct place_walk walk;
};
struct md_span { /* bytes */
    size_t from, to;
};
void md_cursor_init(struct md_cursor *c, struct arena *a, const struct source *src);
/* The offset of a position of cmark: line from 1, column in bytes from 1. */
size_t md_cursor_offset(const struct md_cursor *c, int line, int col);
struct place md_cursor_place(struct md_cursor *c, struct md_span s);

/* Each finds the next of its kind and moves behind it; what cannot be found is placed where
 * the cursor is. */
struct md_span md_cursor_text(struct md_cursor *c, const char *text);
struct md_span md_cursor_code(struct md_cursor *c);
struct md_span md_cursor_mark(struct md_cursor *c, size_t to); /* [^label], before a byte */
struct md_span md_cursor_open(struct md_cursor *c, const char *const *delimiters);
void md_cursor_close_link(struct md_cursor *c);
struct md_span md_cursor_break(struct md_cursor *c);
struct md_span md_cursor_row(struct md_cursor *c);
struct md_span md_cursor_cell(struct md_cursor *c, bool first);
struct md_span md_cursor_bare_link(struct md_cursor *c, const char *text);

/* --- footnotes that are not in the tree (markdown_notes.c) --- */

struct cmark_node;
void md_notes_check(struct arena *a, struct diags *d, struct md_cursor *c,
                    struct cmark_node *root);

/* What to call a character that nobody sees, wherever it was found; a lone half of a pair of isolates only
 * where its line is known. */
struct unseen;
enum diag_code input_unseen_code(const struct unseen *u);

#endif
