/* colwidth.h - how wide the columns of a table are.
 *
 * Each column says how narrow it can be, in five steps: with numbers and ids whole, with no
 * word broken but at its hyphens, with short words whole, with every word whole, and all on one line.  When all
 * get what they like, what is left over is spread evenly, up to a limit, so that a table of
 * two short columns does not tear apart.  When they cannot, all get the widest step that fits
 * them all, and what is left goes to the shorter ones first, so that the longest share the
 * shortage.  Then width is moved to where it saves lines.  Knows widths only.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_COLWIDTH_H
#define ACCORD_TYPESET_COLWIDTH_H

#include "scene/scene.h"

struct colwidth {
    mpt figure, hard, firm, least, most; /* wishes; none less than the one before it */
    mpt fixed;                   /* set by hand; 0 = automatic */
    mpt width;                   /* the outcome */
};

/* Sets width of n columns on `room' (gaps not counted); spare: the most that is added to a
 * column beyond its wish. */
void colwidth_share(struct colwidth *col, size_t n, mpt room, mpt spare);
enum { COLWIDTH_PARTS = 6 };

struct colwidth_text { /* of a cell: widths of what stands between its forced line ends */
    mpt part[COLWIDTH_PARTS];
    int parts;
};

/* Moves width between columns as long as rows get lower by it.  text: of rows times n cells.
 * Columns keep every word whole that is whole. */
void colwidth_even(struct colwidth *col, size_t n, const struct colwidth_text *text, size_t rows);

#endif
