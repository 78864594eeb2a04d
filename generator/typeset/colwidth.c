#include "typeset/colwidth.h"

#include <stdbool.h>

enum tier { FIGURE, HARD, FIRM, LEAST, MOST };

static mpt wish(const struct colwidth *c, enum tier tier)
{
    switch (tier) {
    case FIGURE: return c->figure;
    case HARD: return c->hard;
    case FIRM: return c->firm;
    case LEAST: return c->least;
    default: return c->most;
    }
}

static int64_t sum_of(const struct colwidth *col, size_t n, enum tier tier)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += col[i].fixed ? 0 : wish(&col[i], tier);
    return sum;
}

static mpt at_level(const struct colwidth *c, enum tier tier, int64_t level)
{
    mpt from = wish(c, tier), to = wish(c, tier + 1);
    return level < from ? from : level > to ? to : (mpt)level;
}

/* The highest level that columns may reach from what a tier gives them, none beyond the next,
 * so that all fit the room: short columns get what they like and the long ones share the rest. */
static void fill(struct colwidth *col, size_t n, enum tier tier, int64_t room)
{
    int64_t low = 0, high = room;
    while (low < high) {
        int64_t level = (low + high + 1) / 2, sum = 0;
        for (size_t i = 0; i < n; i++)
            sum += col[i].fixed ? 0 : at_level(&col[i], tier, level);
        if (sum <= room)
            low = level;
        else
            high = level - 1;
    }
    for (size_t i = 0; i < n; i++)
        if (!col[i].fixed)
            col[i].width = at_level(&col[i], tier, low);
}

/* Even numbers must break: all suffer alike. */
static void squeeze(struct colwidth *col, size_t n, int64_t room, int64_t figures)
{
    for (size_t i = 0; i < n; i++)
        if (!col[i].fixed)
            col[i].width = figures ? (mpt)(col[i].figure * room / figures) : 0;
}

static void spread(struct colwidth *col, size_t n, int64_t left, mpt spare)
{
    int64_t open = 0;
    for (size_t i = 0; i < n; i++)
        open += !col[i].fixed;
    for (size_t i = 0; i < n; i++) {
        if (col[i].fixed)
            continue;
        int64_t more = left / open;
        col[i].width = col[i].most + (mpt)(more < spare ? more : spare);
    }
}

void colwidth_share(struct colwidth *col, size_t n, mpt room, mpt spare)
{
    int64_t left = room;
    for (size_t i = 0; i < n; i++) {
        col[i].width = col[i].fixed;
        left -= col[i].fixed;
    }
    left = left > 0 ? left : 0;
    enum tier tier = MOST;
    while (tier > FIGURE && sum_of(col, n, tier) > left)
        tier--;
    int64_t given = sum_of(col, n, tier);
    if (given > left)
        squeeze(col, n, left, given);
    else if (tier == MOST)
        spread(col, n, left - given, spare);
    else
        fill(col, n, tier, left);
}

/* --- evening out --- */

enum { STEPS = 5, MOVES_MOST = 400, TALLEST_WEIGHT = 3 };

/* Lines that text needs on a width, in thousandths: by half how many, by half how full they
 * are, so that a move that does not save a line yet is seen to lead there.  Lines are ragged by
 * a part of the longest word. */
static int64_t lines_on(mpt line, mpt width, mpt word)
{
    if (line <= width)
        return 1000;
    mpt full = width - (word < width ? word : width) / 5;
    int64_t filled = (int64_t)line * 1000 / (full > 0 ? full : 1);
    int64_t whole = (filled + 999) / 1000 * 1000;
    return (filled + (whole > 2000 ? whole : 2000)) / 2;
}

static int64_t lines_of(const struct colwidth_text *t, mpt width, mpt word)
{
    int64_t lines = 0;
    for (int i = 0; i < t->parts; i++)
        lines += lines_on(t->part[i], width, word);
    return lines;
}

/* Height of all rows with d moved from one column to another; lines of cells that are not the
 * tallest of their row count a little, so that short texts break only where it pays. */
static int64_t height_with(const struct colwidth *col, size_t n, const struct colwidth_text *text,
                           size_t rows, size_t from, size_t to, mpt d)
{
    int64_t sum = 0;
    for (size_t r = 0; r < rows; r++) {
        int64_t tallest = 0, all = 0;
        for (size_t c = 0; c < n; c++) {
            mpt w = col[c].width + (c == to ? d : 0) - (c == from ? d : 0);
            int64_t lines = lines_of(&text[r * n + c], w, col[c].least);
            tallest = lines > tallest ? lines : tallest;
            all += lines;
        }
        sum += TALLEST_WEIGHT * tallest + all;
    }
    return sum;
}

/* How much of d may move: no column gets more than it can use. */
static mpt movable(const struct colwidth *from, const struct colwidth *to, mpt d)
{
    if (from->fixed || to->fixed)
        return 0;
    mpt use = to->most - to->width;
    d = d < use ? d : use;
    return d > 0 && from->width - d >= from->least ? d : 0;
}

/* The best move of d there is; false when none helps. */
static bool move_once(struct colwidth *col, size_t n, const struct colwidth_text *text,
                      size_t rows, mpt d)
{
    int64_t least = height_with(col, n, text, rows, 0, 0, 0);
    size_t best_from = 0, best_to = 0;
    mpt best = 0;
    for (size_t from = 0; from < n; from++)
        for (size_t to = 0; to < n; to++) {
            mpt part = from == to ? 0 : movable(&col[from], &col[to], d);
            int64_t height = part ? height_with(col, n, text, rows, from, to, part) : least;
            if (height >= least)
                continue;
            least = height;
            best_from = from;
            best_to = to;
            best = part;
        }
    col[best_from].width -= best;
    col[best_to].width += best;
    return best > 0;
}

void colwidth_even(struct colwidth *col, size_t n, const struct colwidth_text *text, size_t rows)
{
    static const mpt steps[STEPS] = {48 * MPT, 24 * MPT, 12 * MPT, 6 * MPT, 2 * MPT};
    int moves = 0;
    for (int i = 0; i < STEPS; i++)
        while (moves++ < MOVES_MOST && move_once(col, n, text, rows, steps[i]))
            continue;
}
