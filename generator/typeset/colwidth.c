#include "typeset/colwidth.h"

static void squeeze(struct colwidth *col, size_t n, int64_t room, int64_t least, int64_t most)
{
    for (size_t i = 0; i < n; i++) {
        if (col[i].fixed)
            continue;
        if (room <= least) /* words must break: all suffer alike */
            col[i].width = least ? (mpt)(col[i].least * room / least) : 0;
        else
            col[i].width = col[i].least + (mpt)((col[i].most - col[i].least) * (room - least) /
                                                (most - least));
    }
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
        squeeze(col, n, left, least, most);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (col[i].fixed)
            continue;
        int64_t more = (left - most) / open;
        col[i].width = col[i].most + (mpt)(more < spare ? more : spare);
    }
}
