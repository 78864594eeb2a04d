#include "template/template.h"

#include "base/utf8.h"

/* The span an output offset lies in: the last one that begins at or before it. */
static const struct template_span *find_span(const struct template_map *m, size_t out)
{
    size_t low = 0, high = m->spans.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->spans.p[middle].out <= out)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &m->spans.p[low - 1] : NULL;
}

struct place template_map_place(struct template_map *m, size_t from, size_t to)
{
    const struct template_span *first = find_span(m, from);
    if (!first)
        return (struct place){0};
    const struct template_span *last = to > from ? find_span(m, to - 1) : first;
    size_t at = first->tag ? first->at : first->at + (from - first->out);
    size_t end = first->tag ? first->at + first->tag : at + 1;
    if (last->src == first->src) {
        size_t last_end = last->tag ? last->at + last->tag : last->at + (to - last->out);
        if (last_end > end)
            end = last_end;
    } else if (!first->tag) {
        end = first->at + (first[1].out - first->out);
    }
    return place_along(&m->walk, first->src, at, end);
}
