/* colwidth.h - how wide the columns of a table are.
 *
 * Each column says how narrow it can be without breaking a word and how wide it would like to
 * be.  When all get what they like, what is left over is spread evenly, up to a limit, so
 * that a table of two short columns does not tear apart; when they cannot, short columns get
 * their wish and the longest ones share the shortage.  Knows widths only.  Inside this room
 * only.
 */
#ifndef ACCORD_TYPESET_COLWIDTH_H
#define ACCORD_TYPESET_COLWIDTH_H

#include "scene/scene.h"

struct colwidth {
    mpt least, most; /* wishes; least <= most */
    mpt fixed;       /* set by hand; 0 = automatic */
    mpt width;       /* the outcome */
};

/* Sets width of n columns on `room' (gaps not counted); spare: the most that is added to a
 * column beyond its wish. */
void colwidth_share(struct colwidth *col, size_t n, mpt room, mpt spare);

#endif
