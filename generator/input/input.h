/* input.h - the only reader of files.
 *
 * Everything read becomes a tree whose nodes know their place (base/place.h).  All memory
 * belongs to the arena given first.  Faults go to the diagnostics, all of them in one run;
 * a function returns NULL (or skips the item) when nothing usable is left.
 */
#ifndef ACCORD_INPUT_INPUT_H
#define ACCORD_INPUT_INPUT_H

#include "base/diag.h"
#include "base/value.h"

struct arena;

/* --- limits ---
 *
 * Far above what content needs, and low enough that any input is done with in seconds and in a few
 * hundred megabytes.  content/README.md lists them for those who write. */
enum {
    INPUT_FILE_MAX = 8 * 1024 * 1024,   /* bytes of a text of content; the largest today is 70 kB */
    INPUT_NAMED_MAX = 64 * 1024 * 1024, /* of a file named on the command line: a list to import */
    INPUT_BYTES_MAX = 32 * 1024 * 1024, /* of a picture or a font among the templates */
    INPUT_TOTAL_MAX = 512 * 1024 * 1024, /* of all content read in one run */
    INPUT_ENTRIES_MAX = 200 * 1000,     /* files and folders below the content */
    INPUT_FOLDERS_DEEP = 8,             /* folders within folders; content needs three */
    INPUT_LINK_MAX = 2000,              /* bytes of an address of the web: it is repeated on each line of
                                           its link */
    INPUT_COLUMNS_MAX = 500,            /* of CSV: each is kept, looked up and told, and their tables have some
                                           dozens; a row of commas would be gigabytes of cells */
    INPUT_NAME_MAX = 200                /* bytes of a file's name: ids become names, with endings */
};

/* --- files --- */

struct map;
/* Looks over a folder before anything in it is read: symbolic links out of it, links to folders, pipes
 * and devices, names that cannot be shown, too many files, too many levels.  Gives the paths (root/sub/
 * name) that were reported and are not to be read; root itself is among them when nothing is. */
const struct map *input_vet(struct arena *a, struct diags *d, const char *root);
/* Reports a file that is yet to be written, root/sub/name, when it or a folder below root would have a
 * name that input_vet refuses for its length. */
void input_vet_name(struct arena *a, struct diags *d, const char *root, const char *path);
bool input_is_hidden(const char *name); /* .name, and what editors leave behind: never read */

/* Reports what is not seen and changes what is read (base/unseen.h), in a text that comes not from a
 * file. */
void input_check_unseen(struct diags *d, const struct source *src);

/* The whole file; a BOM is removed, invalid UTF-8 is reported (and NULL returned). */
const struct source *input_read(struct arena *a, struct diags *d, const char *path);
/* The same; *took says how many bytes it has, also where they are no text: they stay in the arena. */
const struct source *input_read_counted(struct arena *a, struct diags *d, const char *path, size_t *took);
/* As input_read, for a file that the user named on the command line: /dev/stdin and /dev/fd/3 may be pipes. */
const struct source *input_read_named(struct arena *a, struct diags *d, const char *path);
/* Raw bytes (an ICC profile, an image); NULL and a report on failure.  Pipes and devices
 * are refused: they may have no end. */
const void *input_bytes(struct arena *a, struct diags *d, const char *path, size_t *n);
/* True also for what may not be looked at, so that reading it says why. */
bool input_exists(const char *path);
bool input_is_dir(const char *path);
/* A folder with nothing in it, hidden files counted; errno is 0 when it holds something. */
bool input_is_empty(const char *path);

struct input_list {
    const char **name; /* sorted by bytes, without the folder */
    size_t n;
};
struct input_folder {
    struct input_list files, folders;
};
/* What is in a folder; hidden files and editors' backups are skipped.  A missing folder is empty. */
struct input_folder input_folder(struct arena *a, struct diags *d, const char *dir);
/* Its files whose names end in suffix (".yaml"); its sub-folders for "". */
struct input_list input_ending(struct arena *a, const struct input_folder *folder,
                               const char *suffix);
struct input_list input_names(struct arena *a, struct diags *d, const char *dir,
                              const char *suffix); /* both at once */
struct input_list input_files(struct arena *a, struct diags *d, const char *dir);

/* Adds to a sum what a file, or all files below a folder, are called and say (save .git): the sum is the
 * same only where reading them gives the same.  To touched, unless it is NULL, goes how each was left: it
 * differs also where a file was changed and changed back. */
struct sha256;
void input_fingerprint(struct sha256 *sum, struct sha256 *touched, const char *path);
/* The same by inode, size and times, without reading: of a file, or of a folder and what is right in
 * it. */
void input_stamp(struct sha256 *sum, const char *path);

/* --- folders laid over each other: a file is that of the first folder that has its name --- */

struct input_layers {
    const char *dir[2];
    size_t n;
    const struct map *refused; /* by input_vet; NULL: nothing was */
};
struct input_file {
    const char *name, *path;
    size_t layer; /* 0 is on top */
    bool covered; /* a layer above has a file of this name */
};
struct input_layered {
    struct input_file *file; /* sorted by name, then from the top down */
    size_t n;
};
/* Files of the sub-folder sub ("" for none) whose names end in suffix, as input_names. */
struct input_layered input_layers_files(struct arena *a, struct diags *d,
                                        const struct input_layers *layers, const char *sub,
                                        const char *suffix);

/* --- YAML as a tree of strings --- */

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    /* Of the scalar's text, with its quotes; of a collection written in [] or {} on one line,
     * all of it; of other collections, their first character. */
    struct place place;
    const char *text;   /* scalar: its text, never NULL, always a string ("NO", "010") */
    bool plain;         /* scalar: written without quotes */
    bool block;         /* scalar: written as | or > */
    bool flow;          /* list and map: written in [] or {} */
    bool open;          /* while reading only: the end was not seen yet */
    const char *tag;    /* template data only: a tag of the core schema, else NULL */
    struct node **item; /* list: n items */
    struct node_pair {
        struct node *key, *value; /* key is a scalar; value may be an empty plain scalar */
    } *pair;                      /* map: n pairs in file order; keys with values are distinct */
    size_t n;
};

/* One YAML document.  Anchors, aliases, tags, merge keys and several documents are reported
 * as errors; so are repeated keys, tabs in indentation and nesting beyond a limit.  Syntax
 * errors of libyaml are put into words for people (unquoted colon, wrong indentation). */
struct node *input_yaml(struct arena *a, struct diags *d, const struct source *src);
/* The same with the nodes in another arena than their texts: it may go when they are read. */
struct node *input_yaml_in(struct arena *nodes, struct arena *a, struct diags *d,
                           const struct source *src);
/* Whether a scalar is a literal block (|), whose lines stand in the file as they are, below the line of
 * its place and *indent columns to the right. */
bool input_is_literal(struct place scalar, const char *text, int *indent);

struct node *node_get(const struct node *map, const char *key); /* NULL when missing */

/* YAML 1.2 core schema (or JSON) as template data: null, booleans and numbers are such. */
const struct value *input_data(struct arena *a, struct diags *d, const struct source *src);

/* --- CSV (RFC 4180) --- */

/* A row that has more or fewer cells than the head, or faulty quotes, is reported and stands apart:
 * nothing is ever taken for the value of the column beside it. */

struct csv_cell {
    const char *text;
    struct place place;
};
struct csv_row {
    struct csv_cell *cell;
    size_t n;
    size_t from, to; /* its bytes in the source, with the end of its line */
};
struct csv {
    struct csv_row head;
    struct csv_row *row;
    size_t n;
    struct csv_row *faulty;
    size_t faults;
};
/* NULL, after a report, also for a row of more than INPUT_COLUMNS_MAX cells. */
struct csv *input_csv(struct arena *a, struct diags *d, const struct source *src);
/* The same with cells divided by another sign: ';' or a tab. */
struct csv *input_csv_divided(struct arena *a, struct diags *d, const struct source *src,
                              char divider);

/* --- Markdown (CommonMark, GFM tables, footnotes) --- */

enum md_kind {
    MD_DOCUMENT,
    MD_HEADING,    /* level */
    MD_PARAGRAPH,
    MD_QUOTE,
    MD_LIST,       /* ordered, start, tight */
    MD_ITEM,
    MD_CODE_BLOCK, /* info, text */
    MD_RULE,
    MD_TABLE,      /* columns, alignment */
    MD_ROW,        /* header */
    MD_CELL,
    MD_FOOTNOTE,   /* a definition, in order of first mark; label */
    MD_TEXT,       /* text */
    MD_SOFT_BREAK,
    MD_LINE_BREAK,
    MD_CODE,       /* text */
    MD_EMPHASIS,
    MD_STRONG,
    MD_LINK,       /* url, title */
    MD_IMAGE,      /* url, title; children are the alternative text */
    MD_FOOTNOTE_MARK, /* label, number from 1 */
    MD_HTML,       /* raw HTML, block or inline: text (reported; never passed on) */
};

struct md_node {
    enum md_kind kind;
    struct place place; /* start of the node in the source given */
    const char *text, *info, *url, *title, *label;
    int level, start, number, columns;
    bool ordered, tight, header;
    const char *align; /* table: one of l c r - for each column */
    struct md_node *parent, *first, *next;
};

/* Reports raw HTML, caps table cells and nesting.  offset places: the text given may be a
 * rendering of another source; place is in the text given, the caller maps it back. */
struct md_node *input_markdown(struct arena *a, struct diags *d, const struct source *src);

/* Splits front matter (between --- lines at the start) from a Markdown file: *yaml is NULL
 * when there is none; *body's text starts behind it, and body_line is the line it starts on. */
void input_front_matter(struct arena *a, const struct source *src, const struct source **yaml,
                        const struct source **body, int *body_line);

#endif
