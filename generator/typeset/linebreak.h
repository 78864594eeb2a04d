/* linebreak.h - where the lines of a paragraph end: Knuth & Plass, "Breaking Paragraphs into
 * Lines", Software - Practice and Experience 11 (1981), with TeX's demerits.
 *
 * Knows widths only, no text and no font: unit tests break lines of made-up boxes.  Widths
 * are integers of any unit (here 1/1000 pt).  The items are the caller's and stay unchanged;
 * lines belong to the arena.
 */
#ifndef ACCORD_TYPESET_LINEBREAK_H
#define ACCORD_TYPESET_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum lb_kind { LB_BOX, LB_GLUE, LB_PENALTY };

enum { LB_FORBIDDEN = 10000, LB_FORCED = -10000 };

struct lb_item {
    enum lb_kind kind;
    int32_t width;           /* of a penalty: what is added when a line ends there (a hyphen) */
    int32_t stretch, shrink; /* of glue */
    int penalty;             /* of a penalty: LB_FORBIDDEN and more forbids, LB_FORCED ends */
    bool flagged;            /* of a penalty: a hyphen; two lines in a row should not have one */
};

struct lb_params {
    int64_t width;
    int64_t indent;     /* of the first line: counts as set */
    int64_t ragged;     /* 0: both edges straight; else the white a line may have at its end */
    int64_t emergency;  /* stretch lent to each line when nothing else helps */
    int64_t short_last; /* a last line narrower than this is disliked, or of one word and narrower
                           than twice this, or of the rest of a hyphenated word */
};

struct lb_line {
    size_t from, to;         /* items [from, to) are set; the line broke at item to */
    int64_t natural;         /* width of them, with a hyphen's */
    int64_t stretch, shrink; /* of their glue */
    bool hyphen;             /* broke at a penalty that has a width */
    bool last;               /* of the paragraph, or before a forced break */
};

/* The lines of n items; 0 when there is no box.  Glue and penalties at a line's beginning
 * are in no line.  Always finds a way: a box wider than the line makes an overfull one. */
size_t linebreak(struct arena *a, const struct lb_item *item, size_t n, struct lb_params p,
                 struct lb_line **line);

#endif
