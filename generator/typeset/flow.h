/* flow.h - the galley: what blocks become before pages are made of it.
 *
 * A flow is a row of slabs, each an unbreakable strip of the text column (a line, a table
 * row, a figure) with its drawing, the space wanted above it, what it costs to begin a page
 * with it, and the footnotes whose marks stand in it.  Blocks append slabs (block.c, table.c),
 * page.c cuts the row into pages.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_FLOW_H
#define ACCORD_TYPESET_FLOW_H

#include "base/vec.h"
#include "typeset/typeset.h"

/* Prices of a page's beginning, in millionths of a page left empty. */
enum { BREAK_FREE = 0, BREAK_TEXT = 12000, BREAK_POOR = 40000, BREAK_BAD = 250000,
       BREAK_NEVER = 1 << 30, BREAK_FORCED = -1 };

struct frame { /* what is painted behind and around the slabs of a box, quote or table */
    int parent;             /* index, -1 = none */
    mpt x, width;           /* from the text's left edge */
    bool tinted;            /* tint behind */
    mpt bar;                /* thickness of a bar at the start edge; 0 = none */
    bool accent;            /* the bar's colour: accent, else rule */
    mpt foot_rule;          /* thickness of a rule under the last slab on each page; 0 = none */
};

struct slab {
    mpt before, height;     /* before: vanishes at a page's top */
    struct scene *art;      /* NULL = blank; y 0 is the slab's top, x 0 the text's left edge */
    int penalty;            /* of beginning a page here: BREAK_... or in between */
    int frame;              /* index, -1 = none */
    int text;               /* slabs of one paragraph share it: their notes follow its last */
    const int *note;        /* notes marked here, in order */
    size_t notes;
    struct slab *repeat;    /* table head to repeat above when a page begins here; NULL */
    size_t repeats;
    bool foot;              /* stands for the first page's foot */
};

struct note_box { /* a footnote, set */
    struct slab *line;
    size_t n;
    mpt height;
    int element;
    bool set;
};

struct listed { /* a heading as contents list it */
    const char *number, *dest, *page; /* number NULL = none; page: its label */
    struct inlines text;
    int level;
};

struct kept_table;

struct flow {
    struct arena *arena;
    struct diags *diags;
    struct fonts *fonts;
    const struct locale *locale;
    const struct typeset_doc *doc;
    const struct typeset_style *style;
    struct structure *tree;
    bool rtl;
    VEC(struct slab) slab;
    VEC(struct frame) frame;
    VEC(struct outline_item) outline;
    VEC(struct listed) heading; /* met so far; their pages are known in the end */
    const struct listed *listed; /* headings of the run before; NULL in the first one */
    size_t listings;
    size_t pages_without;       /* pages of the first run, which has no contents */
    bool contents;              /* a table of contents is wanted somewhere */
    struct kept_table **kept;   /* what tables keep from run to run, see table.c */
    struct note_box *note;      /* doc->notes of them */
    struct slab *foot;          /* the first page's foot */
    size_t foots;
    mpt foot_height;
    int texts;                  /* paragraphs so far */
    int headings, note_parent;
    int stretch;                /* spaces between blocks, in thousandths */
    /* where the next slab goes */
    int current_frame;
    mpt space;                  /* wanted above it */
    int next_penalty;           /* of breaking above it */
};

/* A place in the column: offset from the text's start edge and width. */
struct strip {
    mpt start, width;
};

/* The strip's left edge, from the text's left edge; mirrored when right to left. */
mpt flow_left(const struct flow *f, struct strip s);
mpt flow_measure(const struct flow *f);
/* Appends a slab with the space and penalty that wait for it. */
struct slab *flow_add(struct flow *f, mpt height, struct scene *art);
void flow_space(struct flow *f, mpt space);   /* at least so much before the next slab */
void flow_penalty(struct flow *f, int penalty); /* the higher one wins; forced wins over all */
int flow_frame(struct flow *f, struct frame frame); /* begins one inside the current */
struct scene *flow_art(struct flow *f);
/* Copies a slab's drawing to (x, y); decoration = nothing of it is content (a repeated head). */
void flow_place(struct scene *to, const struct scene *art, mpt x, mpt y, bool decoration);
/* Baseline of a line of this leading, from its top: capitals stand in its middle. */
mpt flow_baseline(const struct flow *f, mpt size, mpt leading);

#endif
