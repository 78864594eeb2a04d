#include "typeset/colwidth.h"

static mpt at_level(const struct colwidth *c, int64_t level)
{
    return level < c->least ? c->least : level > c->most ? c->most : (mpt)level;
}

/* The highest level that columns may reach, none beyond its wish, so that all fit the room:
 * short columns get what they like and the long ones share the rest. */
static void fill(struct colwidth *col, size_t n, int64_t room)
{
    int64_t low = 0, high = room;
    while (low < high) {
        int64_t level = (low + high + 1) / 2, sum = 0;
        for (size_t i = 0; i < n; i++)
            sum += col[i].fixed ? 0 : at_level(&col[i], level);
        if (sum <= room)
            low = level;
        else
            high = level - 1;
    }
    for (size_t i = 0; i < n; i++)
        if (!col[i].fixed)
            col[i].width = at_level(&col[i], low);
}

/* Words must break: all suffer alike. */
static void squeeze(struct colwidth *col, size_t n, int64_t room, int64_t least)
{
    for (size_t i = 0; i < n; i++)
        if (!col[i].fixed)
            col[i].width = least ? (mpt)(col[i].least * room / least) : 0;
}

void colwidth_share(struct colwidth *col, size_t n, mpt room, mpt spare)
{
    int64_t left = room, least = 0, most = 0, open = 0;
    for (size_t i = 0; i < n; i++) {
        col[i].width = col[i].fixed;
        left -= col[i].fixed;
        if (col[i].fixed)
            continue;
        least += col[i].least;
        most += col[i].most;
        open++;
    }
    left = left > 0 ? left : 0;
    if (most > left) {
        if (least > left)
            squeeze(col, n, left, least);
        else
            fill(col, n, left);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (col[i].fixed)
            continue;
        int64_t more = (left - most) / open;
        col[i].width = col[i].most + (mpt)(more < spare ? more : spare);
    }
}
