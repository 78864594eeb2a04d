/* narrative_room.h - what the files of this room share; not for other rooms. */
#ifndef ACCORD_NARRATIVE_NARRATIVE_ROOM_H
#define ACCORD_NARRATIVE_NARRATIVE_ROOM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "input/input.h"
#include "narrative/narrative.h"
#include "template/template.h"

/* --- narrative/bind.c --- */

struct bound {
    const struct value *value;
    const char *text;
    struct place place;
    size_t end; /* of its placeholder, in the rendered text */
};

/* Where faults of a text are reported.  The text may be one value inside a record's file: then all of it
 * stands at one place, unless it is a literal block, whose lines stand below that, indented.  Or it is a
 * file, perhaps with its front matter blanked out, whose source must live as long as the diagnostics. */
struct anchor {
    const struct source *file;
    bool fixed, literal;
    struct place at;
    int indent;
};

/* A text with its tags rendered: each value stands in it as one placeholder. */
struct binding {
    struct arena *arena;
    struct diags *diags;
    const struct model *model;     /* for hints, as the next */
    const struct value *tags;
    const struct source *author;   /* the file, or the record's text */
    const struct source *rendered; /* what Markdown is parsed from */
    struct template_map map;
    const size_t *line_start;      /* of rendered, for places */
    size_t lines;
    VEC(struct bound) value;
    size_t bytes; /* of all values */
    struct anchor anchor;
    int at_line, at_col; /* of rendered: the last place asked for, and */
    size_t at;           /* its byte */
};

/* Renders the author's text with the tags; NULL after errors that leave nothing to parse. */
struct binding *bind_text(struct arena *a, struct diags *d, const struct source *author,
                          struct anchor anchor, const struct model *model,
                          const struct value *tags);
/* The author's place of a place in the rendered text; a callback of diags_relocate, with the
 * binding as ctx. */
struct place bind_place(void *binding, struct place rendered);
/* The author's place of what follows a value. */
struct place bind_after(struct binding *b, const struct bound *value);
/* The place to report for a place in the author's text; ctx is a struct anchor. */
struct place bind_anchor(void *anchor, struct place authored);
/* Splits a text at its placeholders: calls literal and value in order of the text. */
struct bind_visitor {
    void *ctx;
    void (*literal)(void *ctx, const char *s, size_t n);
    void (*value)(void *ctx, const struct bound *b);
};
void bind_split(const struct binding *b, const char *s, const struct bind_visitor *v);
/* The text with values in place of placeholders, plain. */
char *bind_expand(const struct binding *b, const char *s);

/* --- narrative/tree.c --- */

struct tree { /* what conversion of all files of one narrative shares */
    struct arena *arena;
    struct diags *diags;
    const struct views *views;
    struct binding *binding;
    struct narrative *out;
    struct period period;
    bool numbered;              /* headings carry numbers */
    bool checked;               /* numbers typed by hand are looked for */
    bool linked;                /* inside a link, where no other can stand */
    bool in_note;               /* inside a footnote, which is text only */
    int number[7];              /* of the newest heading of each level */
    int written[7], depth;      /* the levels as written, of the headings this one stands under */
    size_t note_base;           /* notes of files before this one */
    VEC(struct nar_note) note;
    VEC(const struct figure *) figure;
    const char *lang;           /* of the text at hand */
    struct map *places;         /* ids of headings */
    VEC(struct nar_node *) inward; /* links to places of the same narrative */
    VEC(const struct nar_node *) outward; /* links to other pages of the site */
    struct map *shown;          /* ids of tables and charts, to keep them apart on one page */
};
/* Converts a Markdown tree; the result is a NAR_ROOT.  Footnotes go to tree->note. */
struct nar_node *tree_convert(struct tree *t, const struct md_node *md);
struct nar_node *tree_node(struct tree *t, enum nar_kind kind, struct place place);

/* --- narrative/typography.c --- */
/* Finishes the prose of a tree as its language has it: quotation marks, apostrophes, dots, the
 * spaces of French and Chinese.  Places stay. */
void typography_finish(struct arena *a, const char *lang, struct nar_node *root);

/* --- narrative/revised.c --- */
/* Puts footnotes to what earlier issues of the document printed otherwise, and numbers all notes
 * again in the order of their marks.  After all texts have been read. */
void revised_notes(struct tree *t, const struct view_document *doc);

/* --- narrative/show_block.c --- */
/* A fenced table or chart block; false when its info string is neither.  *out is NULL after
 * errors: there is then nothing to show. */
bool show_block(struct tree *t, const struct md_node *code, struct nar_node **out);
/* Reports a fault of the block; always false. */
bool show_block_fault(struct tree *t, const struct node *at, const char *why);
/* One text, or a map of languages: that of the view's language; NULL when it has none. */
const char *show_block_text(struct tree *t, const struct node *value);
const char *show_block_names(struct tree *t, const char *const *list); /* "a, b, c" */

/* --- narrative/show_list.c --- */
/* The keys that only lists have; false after errors. */
bool show_list_read(struct tree *t, const struct node *root, struct show *show);
/* Texts of records in a table become plain pieces. */
void show_list_texts(struct tree *t, struct view_table *table);

/* --- narrative/typed_number.c --- */
/* Warns of numbers that a headline figure of the period carries. text starts at place. */
char *typed_number_check(struct tree *t, const char *s, size_t n, struct place place);

#endif
