#include "typeset/colwidth.h"

enum tier { HARD, FIRM, LEAST, MOST };

static mpt wish(const struct colwidth *c, enum tier tier)
{
    switch (tier) {
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
static void squeeze(struct colwidth *col, size_t n, int64_t room, int64_t hard)
{
    for (size_t i = 0; i < n; i++)
        if (!col[i].fixed)
            col[i].width = hard ? (mpt)(col[i].hard * room / hard) : 0;
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
    while (tier > HARD && sum_of(col, n, tier) > left)
        tier--;
    int64_t given = sum_of(col, n, tier);
    if (given > left)
        squeeze(col, n, left, given);
    else if (tier == MOST)
        spread(col, n, left - given, spare);
    else
        fill(col, n, tier, left);
}
