/* Lines of made-up boxes: each box is in one line, in order; no line is wider than it may be unless
 * nothing in it could be broken. */
#include "kit.h"

#include "typeset/linebreak.h"

enum { ITEMS_MAX = 400 };

static size_t draw_items(struct kit_bytes *in, struct lb_item *item)
{
    size_t n = 0;
    while (in->n && n < ITEMS_MAX) {
        unsigned kind = kit_byte(in);
        int32_t width = (int32_t)kit_byte(in) * (kind & 64 ? 500 : 20);
        if (kind % 8 < 4)
            item[n++] = (struct lb_item){.kind = LB_BOX, .width = width};
        else if (kind % 8 < 6)
            item[n++] = (struct lb_item){.kind = LB_GLUE, .width = width, .stretch = width / 2,
                                         .shrink = width / 3};
        else
            item[n++] = (struct lb_item){.kind = LB_PENALTY, .width = kind & 32 ? width : 0,
                                         .flagged = (kind & 32) != 0,
                                         .penalty = kind & 16   ? (int)kit_byte(in) * 8
                                                    : kind & 128 ? LB_FORBIDDEN
                                                                 : LB_FORCED};
    }
    return n;
}

/* Whether a line could have ended within [from, to). */
static bool breakable(const struct lb_item *item, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if ((item[i].kind == LB_GLUE && item[i - 1].kind == LB_BOX) ||
            (item[i].kind == LB_PENALTY && item[i].penalty < LB_FORBIDDEN))
            return true;
    return false;
}

static void check_line(const struct lb_item *item, const struct lb_line *l, int64_t room)
{
    int64_t width = 0, shrink = 0;
    for (size_t i = l->from; i < l->to; i++) {
        width += item[i].kind == LB_PENALTY ? 0 : item[i].width;
        shrink += item[i].kind == LB_GLUE ? item[i].shrink : 0;
    }
    HOLDS(l->from < l->to);
    HOLDS(item[l->from].kind == LB_BOX);
    if (width - shrink > room)
        HOLDS(!breakable(item, l->from, l->to) || l->natural - l->shrink > room);
}

static size_t set(struct arena *a, const struct lb_item *item, size_t n, struct lb_params p)
{
    struct lb_line *line = NULL;
    size_t lines = linebreak(a, item, n, p, &line), at = 0, boxes = 0, set = 0;
    for (size_t i = 0; i < n; i++)
        boxes += item[i].kind == LB_BOX;
    HOLDS((lines == 0) == (boxes == 0));
    for (size_t i = 0; i < lines; i++) {
        HOLDS(line[i].from >= at && line[i].to <= n);
        at = line[i].to;
        for (size_t k = line[i].from; k < line[i].to; k++)
            set += item[k].kind == LB_BOX;
        check_line(item, &line[i], p.width - (i ? 0 : p.indent));
    }
    HOLDS(set == boxes);
    HOLDS(!lines || line[lines - 1].last);
    return lines;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kit_bytes in = {data, size};
    struct lb_item item[ITEMS_MAX];
    struct arena *a = kit_arena();
    struct lb_params p = {.width = 1 + kit_byte(&in) * 100, .indent = kit_byte(&in) * 10,
                          .ragged = kit_byte(&in) * 20, .emergency = kit_byte(&in) * 50,
                          .short_last = kit_byte(&in) * 10};
    size_t n = draw_items(&in, item);
    HOLDS(set(a, item, n, p) == set(a, item, n, p));
    return 0;
}
