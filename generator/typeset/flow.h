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
enum { BREAK_FREE = 0, BREAK_TEXT = 12000, BREAK_POOR = 40000, BREAK_WORD = 150000, BREAK_BAD = 250000,
       BREAK_WORST = 1500000, BREAK_NEVER = 1 << 30, BREAK_FORCED = -1 };

static inline mpt lesser(mpt a, mpt b)
{
    return a < b ? a : b;
}

static inline mpt greater(mpt a, mpt b)
{
    return a > b ? a : b;
}

/* A place in the column: offset from the text's start edge and width. */
struct strip {
    mpt start, width;
};

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
    const struct kept_art *kept; /* NULL; else instead of art, see keep.h */
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
    size_t first;           /* index of its first line in the row of all notes' lines */
};

struct page { /* what stands on one: slabs [from, to), lines [note_from, note_to) of notes */
    size_t from, to, note_from, note_to;
    size_t note_here;       /* lines before this one are of notes marked on earlier pages */
    int white;              /* before slabs, in thousandths of what they want */
};

struct listed { /* a heading as contents list it */
    const char *number, *dest, *page; /* number NULL = none; page: its label */
    struct inlines text;
    int level;
};

struct contents_place { /* where a table of contents was set, to be set again in its place */
    const struct block *block; /* NULL: none met */
    struct strip strip;
    int parent, texts, penalty;
    mpt space;
    size_t slab, slabs, element, elements; /* what it has made */
};

struct kept_table;

struct galley { /* memory of the drawings of slabs up to an index */
    struct arena *arena;
    size_t end;
};

/* Arenas of short life, used again and again: beginning one costs more than most lines do. */
struct scratch;
struct scratch *scratch_new(struct arena *a); /* closed with the arena */
struct arena *scratch_take(struct scratch *s);
void scratch_give(struct scratch *s, struct arena *arena); /* what is in it is gone */

/* Where memory comes from: arena as a rule.  What paragraphs need while they are set is many
 * times what stays of them; tables, which can have a hundred thousand rows, set each row with
 * arena a scratch one and keep its drawing in galleys, which go as pages are made of them. */
struct flow {
    struct arena *arena, *home; /* home: of what the pages need */
    struct arena *runs;         /* of what is kept from one run of setting to the next */
    struct scratch *scratch;
    VEC(struct galley) galley;
    size_t galleys_gone;
    VEC(struct text_style) look; /* of texts in galleys */
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
    const struct listed *listed; /* what contents list; NULL = they are left out */
    size_t listings;
    struct contents_place contents;
    struct kept_table **kept;   /* what tables keep from run to run, see table_measure.c */
    struct note_box *note;      /* doc->notes of them */
    struct slab *foot;          /* that of the page on which foot_slab is: the first, if the cover ends there */
    size_t foots, foot_slab;
    mpt foot_height;
    int texts;                  /* paragraphs so far */
    int headings, note_parent;
    VEC(const struct slab *) note_line; /* of all notes, in the order of their marks */
    /* where the next slab goes */
    int current_frame;
    mpt space;                  /* wanted above it */
    int next_penalty;           /* of breaking above it */
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
/* From here on f->arena is a scratch one, until its end frees it and what is in it. */
void flow_scratch(struct flow *f);
void flow_scratch_end(struct flow *f);
/* Copies what a primitive of text or a link points at out of the scratch arena. */
void flow_keep_prim(struct flow *f, struct prim *p);
/* Moves the drawing and the notes of the last slab out of the scratch arena. */
void flow_keep(struct flow *f);
/* The drawing of a slab, to be changed. */
struct scene *flow_open(struct flow *f, struct slab *s);
/* Draws a slab at (x, y). */
void flow_draw(const struct flow *f, struct scene *to, const struct slab *s, mpt x, mpt y);
/* Frees the drawings of kept slabs before this one, and the texts in them. */
void flow_forget(struct flow *f, size_t end);
/* Copies a slab's drawing to (x, y); decoration = nothing of it is content (a repeated head). */
void flow_place(struct scene *to, const struct scene *art, mpt x, mpt y, bool decoration);
/* A rule from x, w long; none at thickness 0. */
void flow_rule(struct scene *to, mpt x, mpt y, mpt w, struct color color, mpt thickness);
/* Baseline of a line of this leading, from its top: capitals stand in its middle. */
mpt flow_baseline(const struct flow *f, mpt size, mpt leading);

#endif
