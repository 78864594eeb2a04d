/* template_node.h - the parsed form of a template, shared by parser and renderer only.
 *
 * A template is a tree of nodes.  Texts point into the source.  Whitespace around standalone
 * tags is settled when parsing: such a line has no text node, and a partial, parent or block
 * keeps the indentation of its line for the renderer to put before each line it expands to.
 *
 * What is rendered are steps, one behind the other, made of the tree: sections are jumps.  Each
 * template, and the content of each block, is a sequence of its own that ends in STEP_RETURN.
 */
#ifndef ACCORD_TEMPLATE_TEMPLATE_NODE_H
#define ACCORD_TEMPLATE_TEMPLATE_NODE_H

#include "base/map.h"
#include "base/place.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct template;

enum node_kind {
    NODE_TEXT,
    NODE_VALUE,    /* {{x}} {{{x}}} {{&x}} */
    NODE_SECTION,  /* {{#x}} */
    NODE_INVERTED, /* {{^x}} */
    NODE_PARTIAL,  /* {{>x}} */
    NODE_PARENT,   /* {{<x}}; its children are the blocks it gives */
    NODE_BLOCK     /* {{$x}} */
};

/* How a partial, parent or block stands on its lines. */
struct layout {
    const char *indent; /* put before each line of the expansion */
    size_t indent_len;
    const char *tail; /* a block's line end, taken out of the text behind it */
    size_t tail_len;
    bool alone;     /* partial, parent: the only thing on its line */
    bool tail_kept; /* the line end belongs to the default content too */
};

/* A part of a dotted name: for maps its key, for records (base/shape.h) its number. */
struct name_part {
    struct map_key key;
    uint16_t number;
};
enum { NAME_UNLINKED = UINT16_MAX }; /* looked for by its key everywhere */

struct node {
    struct node *next, *child;
    const char *name;      /* NUL-terminated; NULL for texts */
    struct name_part *part; /* of a dotted name, in order; none for "." */
    size_t parts;
    const struct template *to; /* partial, parent: once linked */
    const struct step *steps;  /* block: its content */
    size_t from, len;      /* bytes in the source: the text, or the whole tag */
    struct layout *layout; /* partial, parent, block */
    int line, col, name_len; /* where the name stands; in code points */
    unsigned char kind;
    bool raw;     /* value: not escaped */
    bool dynamic; /* partial, parent: name gives the name */
};

enum step_kind {
    STEP_TEXT,
    STEP_VALUE,
    STEP_IF,     /* a section begins */
    STEP_UNLESS, /* an inverted one does */
    STEP_END,    /* of a section that may have been entered with a context */
    STEP_CALL,   /* partial or parent */
    STEP_BLOCK,
    STEP_RETURN
};

struct step {
    unsigned char kind;
    bool raw;        /* value */
    bool ends_line;  /* text */
    bool light;      /* if: nothing in it can ask for the section's value itself, {{.}} */
    bool inlined;    /* call: the steps of the partial follow, and need not be called */
    uint16_t number; /* value, if, unless: of a name of one part; else NAME_UNLINKED */
    uint32_t jump;   /* if, unless, call, block: to what follows; end: back to its if */
    union {
        const struct node *node;
        const char *text;
    } u;
    size_t len; /* text; end: steps to what follows */
};

struct template {
    const struct source *src;
    struct node *first;
    const struct step *steps;
};

/* --- template_compile.c --- */
/* Makes the steps of a tree, anew when it was linked. */
void template_compile(struct arena *a, struct template *t);

#endif
