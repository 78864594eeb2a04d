/* paragraph.h - inline text to lines: itemised by script, level, weight, language and link,
 * shaped, hyphenated, broken, drawn.
 *
 * Kerning stays: widths come from whole words, and each line's pieces are shaped once more as
 * they will be printed, so that the white between words is exact.  A footnote mark is never
 * parted from the character before it, nor is anything at a no-break space.  Lines are drawn
 * with x 0 at the strip's left edge and y 0 at the baseline.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_PARAGRAPH_H
#define ACCORD_TYPESET_PARAGRAPH_H

#include "typeset/flow.h"

struct items;

struct para_style {
    mpt size, leading;
    mpt indent;             /* of the first line */
    unsigned char weight;   /* enum font_weight */
    struct color color;
    enum cell_align align;  /* START, CENTER, END; DECIMAL counts as START */
    bool justify, hyphenate, tabular;
    bool apart;             /* the last line ends in a space, for those who listen or copy */
    bool balance;           /* lines of about one length, no more of them: headings */
    mpt whole;              /* words up to this width are not hyphenated; 0 = all may be */
    const char *lang;       /* NULL = the document's */
    struct items **kept;    /* where a text set more than once keeps its items; NULL = nowhere */
};

struct para_line {
    struct scene *art;
    mpt width;              /* as set */
    const int *note;        /* marks in it */
    size_t notes;
    bool hyphen;
};

struct para {
    struct para_line *line;
    size_t n;
};

enum { WORD_KEPT = 14 }; /* characters of a word that tables do not break */
enum { FIGURE_KEPT = 30 }; /* likewise of a number, an id, a part of a date */

struct para_widths {
    mpt least, most; /* widest piece that cannot be broken; everything on one line */
    mpt firm;        /* least, if pieces of more than WORD_KEPT characters may be broken */
    mpt figure;      /* widest piece with digits, of at most FIGURE_KEPT characters */
    mpt part;        /* figure and firm, where words may break at hyphens */
};

/* Sets text on a width; what it draws belongs to element (0 = decoration), notes are read
 * after it.  A text without characters has no lines. */
struct para paragraph_set(struct flow *f, const struct inlines *text, struct para_style style,
                          mpt width, int element);
struct para_widths paragraph_widths(struct flow *f, const struct inlines *text,
                                    struct para_style style);
/* Appends a paragraph's lines as slabs: two lines stay together at either end. */
void paragraph_flow(struct flow *f, const struct para *p, struct strip strip, mpt size,
                    mpt leading);
/* A short label of one direction (a number, a dash) at a strip's start edge, baseline at y. */
void paragraph_label(struct flow *f, struct scene *art, const char *text, struct para_style style,
                     struct strip strip, mpt y, int element);
mpt paragraph_label_width(struct flow *f, const char *text, struct para_style style);
/* Of its first bytes by themselves. */
mpt paragraph_label_part(struct flow *f, const char *text, size_t part, struct para_style style);
/* The words of inline text, footnote marks left out: for outlines. */
const char *paragraph_plain(struct arena *a, const struct inlines *text);

#endif
