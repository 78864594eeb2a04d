/* linebreak.c - the whole paragraph at once.
 *
 * A paragraph is a row of three things:
 *
 *     box      a word or a piece of one: has a width, is never broken
 *     glue     a space: has a width, may stretch and shrink, vanishes at a line's end
 *     penalty  a place to break that costs something: a hyphen, a slash, the paragraph's end
 *
 *     |In|_|the|_|mid|-|dle|_|of|_|the|...      | box   _ glue   - penalty
 *
 * A line may end at glue that follows a box, or at a penalty.  Setting the items between two
 * ends on a given width needs their glue stretched (or shrunk) by a ratio r; the badness of
 * that is 100 |r|^3, so r = 1 costs 100 and a little more than that soon costs very much.  A
 * line's demerits are (10 + badness)^2 plus its penalty squared, and more where two hyphens
 * follow each other, where a tight line stands beside a loose one, or where the last line is
 * a stub.  The best paragraph is the one whose lines have the least demerits in sum: looking
 * ahead this way, an early line gives up a little of its beauty for a later one, which no
 * first-fit method does.
 *
 * The search goes over the items once.  `active' holds the ends of lines from which a line
 * could still reach the current item; each knows the least demerits of a way to it.  At each
 * place where a line may end, every active end is tried as the line's beginning; the best for
 * each of four fitness classes (tight, normal, loose, very loose) becomes a new active end.
 * An end falls out when the items since it no longer fit even fully shrunk: widths only grow,
 * so it can never fit again.  Keeping the best of each class, not the best alone, is what
 * lets a later line's wish for a like neighbour count (Knuth & Plass, p. 1128).
 *
 * The ways to an end also differ in the hyphens that lead up to it, since a third line in a row
 * may not end in one.
 *
 * It is tried three times, as in TeX: without hyphens and strictly; with hyphens, when that
 * fails or leaves a stub; and at last with an emergency stretch lent to every line, then with
 * anything accepted.  Ragged text hyphenates only where a word is wider than the line or nearly
 * so.  All arithmetic is in integers, so the lines are the same on every machine.
 */
#include "typeset/linebreak.h"

#include "base/vec.h"

#include <limits.h>
#include <string.h>

enum { INF_BAD = 10000, CLASSES = 4, HYPHENS = 2 }; /* lines in a row that may end in hyphens */
enum { STRICT = 150, TOLERANT = 400, LOOSE = 2000 }; /* badness of the worst line */
enum { LINE_PENALTY = 10, DOUBLE_HYPHEN = 30000, FINAL_HYPHEN = 15000, MISMATCH = 10000,
       SHORT_LAST = 40000 };

struct node { /* an end of a line on the best way to it */
    size_t item;  /* the break; the next line's items begin at start */
    size_t start;
    size_t prev;  /* node; SIZE_MAX for the paragraph's beginning */
    int64_t demerits;
    int fitness;
    int hyphens; /* lines in a row, up to this one, that end in hyphens */
};

struct sums {
    int64_t width, stretch, shrink; /* of all items before this one */
};

struct search {
    struct arena *arena;
    const struct lb_item *item;
    size_t n;
    struct lb_params p;
    struct sums *sum;
    size_t *next_box; /* the first box at or after an item */
    VEC(struct node) node;
    VEC(size_t) active;
    bool hyphens, anything;
    int64_t lent;
    int tolerance;
};

static void measure(struct search *s)
{
    s->sum = ARENA_ARRAY(s->arena, struct sums, s->n + 1);
    s->next_box = ARENA_ARRAY(s->arena, size_t, s->n + 1);
    for (size_t i = 0; i < s->n; i++) {
        const struct lb_item *it = &s->item[i];
        s->sum[i + 1] = s->sum[i];
        if (it->kind == LB_PENALTY)
            continue;
        s->sum[i + 1].width += it->width;
        s->sum[i + 1].stretch += it->kind == LB_GLUE ? it->stretch : 0;
        s->sum[i + 1].shrink += it->kind == LB_GLUE ? it->shrink : 0;
    }
    s->next_box[s->n] = s->n;
    for (size_t i = s->n; i-- > 0;)
        s->next_box[i] = s->item[i].kind == LB_BOX ? i : s->next_box[i + 1];
}

static bool is_forced(const struct search *s, size_t i)
{
    return i == s->n || (s->item[i].kind == LB_PENALTY && s->item[i].penalty <= LB_FORCED);
}

static bool may_break(const struct search *s, size_t i)
{
    if (i == s->n)
        return true;
    const struct lb_item *it = &s->item[i];
    if (it->kind == LB_GLUE)
        return i > 0 && s->item[i - 1].kind == LB_BOX;
    return it->kind == LB_PENALTY && it->penalty < LB_FORBIDDEN && (s->hyphens || !it->flagged);
}

/* 100 (part / whole)^3, at most INF_BAD. */
static int badness(int64_t part, int64_t whole)
{
    if (part <= 0)
        return 0;
    if (whole <= 0 || part / 5 > whole)
        return INF_BAD;
    int64_t r = part * 1000 / whole;
    int64_t b = r * r * r / 10000000;
    return b < INF_BAD ? (int)b : INF_BAD;
}

static struct lb_line line_of(const struct search *s, size_t start, size_t end)
{
    struct lb_line l = {.from = start, .to = end, .last = is_forced(s, end)};
    l.natural = s->sum[end].width - s->sum[start].width;
    l.natural += start == s->next_box[0] ? s->p.indent : 0;
    l.stretch = s->sum[end].stretch - s->sum[start].stretch;
    l.shrink = s->sum[end].shrink - s->sum[start].shrink;
    if (end < s->n && s->item[end].kind == LB_PENALTY && s->item[end].width > 0) {
        l.natural += s->item[end].width;
        l.hyphen = true;
    }
    return l;
}

/* How a line fills its width: badness, and its class for comparing neighbours. */
static int fit(const struct search *s, const struct lb_line *l, int *fitness)
{
    int64_t gap = s->p.width - l->natural;
    *fitness = 1;
    if (gap < 0) {
        int b = -gap > l->shrink ? INF_BAD + 1 : badness(-gap, l->shrink);
        *fitness = b > 12 ? 0 : 1;
        return b;
    }
    if (l->last)
        return 0;
    int64_t stretch = s->p.ragged ? s->p.ragged : l->stretch;
    int b = badness(gap, stretch + s->lent);
    *fitness = b > 99 ? 3 : b > 12 ? 2 : 1;
    return b;
}

/* A last line that looks lost: short, or one word or the rest of one and not much longer. */
static bool is_stub(const struct lb_line *l, bool after_hyphen, struct lb_params p)
{
    bool alone = l->stretch == 0;
    return l->natural < p.short_last || (alone && after_hyphen) ||
           (alone && l->natural < 2 * p.short_last);
}

static int64_t demerits(const struct search *s, const struct node *from, const struct lb_line *l,
                        int bad, int fitness)
{
    const struct lb_item *end = l->to < s->n ? &s->item[l->to] : NULL;
    int64_t d = (int64_t)(LINE_PENALTY + bad) * (LINE_PENALTY + bad);
    if (end && end->kind == LB_PENALTY && end->penalty > LB_FORCED)
        d += (int64_t)end->penalty * (end->penalty > 0 ? end->penalty : -end->penalty);
    bool flagged = end && end->kind == LB_PENALTY && end->flagged;
    if (flagged && from->hyphens)
        d += DOUBLE_HYPHEN;
    if (l->last && from->hyphens)
        d += FINAL_HYPHEN;
    if (!s->p.ragged && (fitness > from->fitness + 1 || fitness < from->fitness - 1))
        d += MISMATCH;
    if (l->last && from->prev != SIZE_MAX && is_stub(l, from->hyphens > 0, s->p))
        d += s->p.ragged || from->hyphens ? 4 * SHORT_LAST : SHORT_LAST; /* loose lines show less */
    return d + from->demerits;
}

/* The best ends at one item: by fitness and by the hyphens that lead up to it. */
struct best {
    struct node node[CLASSES][HYPHENS + 1];
    bool found[CLASSES][HYPHENS + 1];
};

/* Is the line from an active end a candidate?  No third hyphen in a row unless nothing helps. */
static void consider(struct search *s, struct best *best, size_t at, const struct lb_line *l,
                     int bad, int fitness)
{
    const struct node *from = &s->node.p[at];
    bool flagged = l->to < s->n && s->item[l->to].flagged;
    int hyphens = flagged ? from->hyphens + 1 : 0;
    if (hyphens > HYPHENS && !s->anything)
        return;
    hyphens = hyphens > HYPHENS ? HYPHENS : hyphens;
    int64_t d = demerits(s, from, l, bad, fitness);
    struct node *kept = &best->node[fitness][hyphens];
    if (best->found[fitness][hyphens] && d >= kept->demerits)
        return;
    best->found[fitness][hyphens] = true;
    *kept = (struct node){l->to, s->next_box[l->to], at, d, fitness, hyphens};
}

static void activate(struct search *s, struct node n)
{
    VEC_PUSH(s->arena, &s->node, n);
    VEC_PUSH(s->arena, &s->active, s->node.n - 1);
}

/* Tries all active ends as beginnings of a line that ends at item i. */
static void try_break(struct search *s, size_t i)
{
    struct best best;
    memset(best.found, 0, sizeof best.found);
    struct node rescue = {.prev = SIZE_MAX};
    int64_t least_over = INT64_MAX;
    size_t kept = 0, before = s->active.n;
    for (size_t k = 0; k < before; k++) {
        size_t at = s->active.p[k];
        const struct node *from = &s->node.p[at];
        if (from->start >= i) { /* nothing to set: two forced breaks in a row */
            s->active.p[kept++] = at;
            continue;
        }
        struct lb_line l = line_of(s, from->start, i);
        int fitness, bad = fit(s, &l, &fitness);
        bool over = bad > INF_BAD;
        if (over && l.natural - l.shrink - s->p.width < least_over) {
            least_over = l.natural - l.shrink - s->p.width;
            rescue = (struct node){i, s->next_box[i], at, from->demerits, 0, 0};
        }
        if (!over && (bad <= s->tolerance || s->anything))
            consider(s, &best, at, &l, bad, fitness);
        if (!over && !is_forced(s, i))
            s->active.p[kept++] = at;
    }
    s->active.n = kept;
    for (int c = 0; c < CLASSES * (HYPHENS + 1); c++)
        if (best.found[c / (HYPHENS + 1)][c % (HYPHENS + 1)])
            activate(s, best.node[c / (HYPHENS + 1)][c % (HYPHENS + 1)]);
    if (!s->active.n && s->anything && rescue.prev != SIZE_MAX)
        activate(s, rescue);
}

/* Number of the best last node, SIZE_MAX when this pass finds no way. */
static size_t pass(struct search *s)
{
    s->node.n = s->active.n = 0;
    struct node begin = {0, s->next_box[0], SIZE_MAX, 0, 1, 0};
    VEC_PUSH(s->arena, &s->node, begin);
    VEC_PUSH(s->arena, &s->active, (size_t)0);
    for (size_t i = begin.start; i <= s->n; i++)
        if (may_break(s, i)) {
            try_break(s, i);
            if (!s->active.n)
                return SIZE_MAX;
        }
    size_t best = SIZE_MAX;
    for (size_t k = 0; k < s->active.n; k++) {
        size_t at = s->active.p[k];
        if (s->node.p[at].item == s->n &&
            (best == SIZE_MAX || s->node.p[at].demerits < s->node.p[best].demerits))
            best = at;
    }
    return best;
}

static size_t collect(struct search *s, size_t last, struct lb_line **line)
{
    size_t n = 0;
    for (size_t k = last; s->node.p[k].prev != SIZE_MAX; k = s->node.p[k].prev)
        n++;
    *line = ARENA_ARRAY(s->arena, struct lb_line, n);
    size_t i = n;
    for (size_t k = last; i > 0; k = s->node.p[k].prev) {
        const struct node *to = &s->node.p[k], *from = &s->node.p[to->prev];
        (*line)[--i] = line_of(s, from->start, to->item);
    }
    return n;
}

/* A forced break at the very end would make an empty last line. */
static size_t trimmed(const struct lb_item *item, size_t n)
{
    while (n > 0 && item[n - 1].kind != LB_BOX)
        n--;
    return n;
}

static size_t try_pass(struct search *s, bool hyphens, int tolerance, int64_t lent, bool anything,
                       struct lb_line **line)
{
    s->hyphens = hyphens;
    s->tolerance = tolerance;
    s->lent = lent;
    s->anything = anything;
    size_t last = pass(s);
    return last == SIZE_MAX ? 0 : collect(s, last, line);
}

static bool ends_in_stub(const struct lb_line *line, size_t n, struct lb_params p)
{
    return n > 1 && is_stub(&line[n - 1], line[n - 2].hyphen, p);
}

/* What fits on one line is best there: its demerits are the least that a line has. */
static bool is_one_line(const struct search *s)
{
    if (line_of(s, s->next_box[0], s->n).natural > s->p.width)
        return false;
    for (size_t i = 0; i < s->n; i++)
        if (is_forced(s, i))
            return false;
    return true;
}

size_t linebreak(struct arena *a, const struct lb_item *item, size_t n, struct lb_params p,
                 struct lb_line **line)
{
    *line = NULL;
    struct search s = {.arena = a, .item = item, .n = trimmed(item, n), .p = p};
    if (!s.n)
        return 0;
    measure(&s);
    if (is_one_line(&s)) {
        *line = ARENA_NEW(a, struct lb_line);
        **line = line_of(&s, s.next_box[0], s.n);
        return 1;
    }
    struct lb_line *hyphened;
    size_t lines = try_pass(&s, false, p.ragged ? LOOSE : STRICT, 0, false, line);
    if (lines && (p.ragged || !ends_in_stub(*line, lines, p)))
        return lines;
    size_t other = try_pass(&s, true, TOLERANT, 0, false, &hyphened);
    if (other && (!lines || !ends_in_stub(hyphened, other, p))) {
        *line = hyphened;
        return other;
    }
    if (lines)
        return lines;
    lines = try_pass(&s, true, LOOSE, p.emergency, false, line);
    return lines ? lines : try_pass(&s, true, LOOSE, p.emergency, true, line);
}
