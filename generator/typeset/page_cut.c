/* page_cut.c - all pages at once, as linebreak.c does with lines.
 *
 * The galley is a row of slabs.  A page may begin at any slab, at the price of its penalty:
 * nothing between the rows of a long table, much before a paragraph's last line (a widow) or
 * after its first (an orphan), more than any page could be worth after a heading.  A page
 * costs its empty part, in millionths, the more the more of it is empty; the last page and one
 * before a forced break cost nothing for being empty, but a last page of a few lines does.
 * White that the next lines could have filled costs extra: readers see it, and wonder.
 *
 *     +------------------+ <- margin_top           height of a page's content =
 *     | slab             |                           heights of its slabs
 *     |   before         |                         + space before each but the first
 *     | slab  mark 1     |                         + the repeated head, when it begins in
 *     | slab             |                           the middle of a table
 *     |                  |                         + the notes marked in it, with their rule
 *     | ---              |
 *     | 1 note           |
 *     | first page's foot| <- page_height - margin_bottom
 *     +------------------+
 *
 * All of that adds up slab by slab, so the cheapest way to cut the row before slab b is found
 * from the cheapest ways to cut it before each a < b that still fits a page with b: one loop
 * over slabs and one back over a page of them.  The white between slabs gives way: a page may
 * hold a little more with less of it, or reach the foot with a little more of it.
 *
 * The lines of all notes are a row of their own.  A page holds the notes of its marks; only
 * where a note is so tall that pages could not be filled does it part: what does not fit goes
 * on at the foot of the next page.  So what a page begins with is a slab and a line of notes;
 * of the ways to cut before a slab the cheapest one's is kept.
 */
#include "typeset/page_cut.h"

enum { /* prices in millionths of a page */
    LONE_COST = 1 << 24,      /* one line of a paragraph between its others */
    SHORT_COST = 300000,      /* a last page of less than SHORT_LINES */
    AVOIDABLE_COST = 70000,   /* white that could have been filled */
    SHRINK_COST = 60000,      /* the least white there may be */
    STRETCH_COST = 4000,
    PART_COST = 150000,       /* a note is parted */
    WAIT_COST = 8000,         /* of each line of a note that waits for the next page */
    LATE_COST = 250000,       /* of each note that waits as a whole, behind a parted one */
    NOTE_LOST_COST = 1 << 26, /* a note begins on a page after its mark's */
    OVER_COST = 1 << 28,      /* more than fits */
};
enum { SHORT_LINES = 4 };
enum { WHITE_LEAST = 650, WHITE_MOST = 1120 }; /* thousandths of what is wanted */
enum { SHORT_PART = 250 };                     /* thousandths of a page: a short last one */
enum { TALL_NOTES = 3 };                       /* notes over a third of a page may be parted */
enum { KEPT_LINES = 2 };                       /* of a parted note on either side */

struct cut {
    int64_t cost;
    size_t from;      /* where the page that ends here begins */
    size_t note_to;   /* lines of notes that are placed by then */
    int white;
};

struct cutting {
    struct flow *f;
    int64_t *height, *white; /* of all slabs before one */
    int64_t *notes;          /* of all lines of notes before one, with the white above each */
    size_t *marked;          /* lines of notes that are marked before a slab */
    size_t *good;            /* the next slab at or after one where a page may well begin */
    bool *parts;             /* of each line of notes: a page's notes may end before it */
    size_t *begun;           /* notes that begin before each line of notes */
    struct cut *cut;
};

/* --- sums --- */

static mpt text_height(const struct flow *f)
{
    return f->style->page_height - f->style->margin_top - f->style->margin_bottom;
}

mpt page_cut_room(const struct flow *f, size_t from, size_t to)
{
    mpt all = text_height(f), room = all;
    if (f->foots && from <= f->foot_slab && f->foot_slab < to)
        room -= f->foot_height + f->style->foot_above;
    return room > all / 4 ? room : all / 4; /* a foot that fills the page overlaps, no more */
}

mpt page_cut_repeat(const struct slab *s)
{
    mpt h = 0;
    for (size_t i = 0; i < s->repeats; i++)
        h += s->repeat[i].height;
    return h;
}

/* A note stands on the page of its first mark only. */
static void drop_repeated_notes(struct flow *f)
{
    bool *seen = ARENA_ARRAY(f->arena, bool, f->doc->notes + 1);
    for (size_t i = 0; i < f->slab.n; i++) {
        struct slab *s = &f->slab.p[i];
        if (!s->notes)
            continue;
        int *kept = ARENA_ARRAY(f->arena, int, s->notes);
        size_t n = 0;
        for (size_t k = 0; k < s->notes; k++) {
            int number = s->note[k];
            if (number < 1 || (size_t)number > f->doc->notes || seen[number])
                continue;
            seen[number] = true;
            kept[n++] = number;
        }
        s->note = kept;
        s->notes = n;
    }
}

/* Puts the lines of a slab's notes into the row. */
static void queue_notes(struct cutting *c, const struct slab *s)
{
    struct flow *f = c->f;
    for (size_t k = 0; k < s->notes; k++) {
        struct note_box *note = &f->note[s->note[k] - 1];
        note->first = f->note_line.n;
        for (size_t i = 0; i < note->n; i++) {
            note->line[i].before = i ? 0 : f->style->note.gap;
            VEC_PUSH(f->arena, &f->note_line, (const struct slab *)&note->line[i]);
        }
    }
}

/* Notes of one slab that leave little room for it may be parted. */
static void allow_parts(struct cutting *c, const struct slab *s)
{
    mpt all = 0;
    for (size_t k = 0; k < s->notes; k++)
        all += c->f->note[s->note[k] - 1].height;
    if (all <= text_height(c->f) / TALL_NOTES)
        return;
    for (size_t k = 0; k < s->notes; k++) {
        const struct note_box *note = &c->f->note[s->note[k] - 1];
        for (size_t i = KEPT_LINES; i + KEPT_LINES <= note->n; i++)
            c->parts[note->first + i] = true;
    }
}

static void add_up_notes(struct cutting *c)
{
    struct flow *f = c->f;
    size_t n = f->note_line.n;
    c->notes = ARENA_ARRAY(f->arena, int64_t, n + 1);
    c->parts = ARENA_ARRAY(f->arena, bool, n + 1);
    c->begun = ARENA_ARRAY(f->arena, size_t, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct slab *line = f->note_line.p[i];
        c->notes[i + 1] = c->notes[i] + line->before + line->height;
        c->begun[i + 1] = c->begun[i] + (line->before > 0);
    }
    for (size_t i = 0; i < f->slab.n; i++)
        allow_parts(c, &f->slab.p[i]);
}

static void add_up(struct cutting *c)
{
    struct flow *f = c->f;
    size_t n = f->slab.n;
    c->height = ARENA_ARRAY(f->arena, int64_t, n + 1);
    c->white = ARENA_ARRAY(f->arena, int64_t, n + 1);
    c->marked = ARENA_ARRAY(f->arena, size_t, n + 1);
    c->good = ARENA_ARRAY(f->arena, size_t, n + 1);
    c->cut = ARENA_ARRAY(f->arena, struct cut, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct slab *s = &f->slab.p[i];
        f->foot_slab = s->foot ? i : f->foot_slab;
        queue_notes(c, s);
        c->height[i + 1] = c->height[i] + s->height;
        c->white[i + 1] = c->white[i] + s->before;
        c->marked[i + 1] = f->note_line.n;
    }
    c->good[n] = n;
    for (size_t i = n; i-- > 0;)
        c->good[i] = f->slab.p[i].penalty < BREAK_BAD ? i : c->good[i + 1];
    add_up_notes(c);
}

/* --- one page --- */

struct trial { /* a page that might be */
    size_t from, to;
    int64_t room, text, white; /* white: between its slabs, as wanted */
    size_t note_from, note_to;
    int64_t cost;
    int scale;
};

static int64_t notes_height(const struct cutting *c, size_t from, size_t to)
{
    return from < to ? c->notes[to] - c->notes[from] + c->f->style->note.above : 0;
}

/* Ends the notes of a page where they still fit; false when the page cannot be. */
static bool end_notes(const struct cutting *c, struct trial *t, int64_t least)
{
    size_t all = c->marked[t->to], here = c->marked[t->from];
    t->note_to = all;
    if (least + notes_height(c, t->note_from, all) <= t->room)
        return true;
    size_t boundary = t->note_from; /* the last place where a note ends */
    for (size_t e = all; e-- > t->note_from;) {
        if (least + notes_height(c, t->note_from, e) > t->room)
            continue;
        if (c->parts[e] && e >= t->note_from + KEPT_LINES) {
            t->note_to = e;
            t->cost += PART_COST + (int64_t)(all - e) * WAIT_COST +
                       (int64_t)(c->begun[all] - c->begun[e]) * LATE_COST;
            return true;
        }
        boundary = boundary == t->note_from && c->f->note_line.p[e]->before ? e : boundary;
    }
    t->note_to = boundary;
    t->cost += NOTE_LOST_COST;
    return t->from + 1 == t->to || boundary > t->note_from || here == t->note_from;
}

/* Would what comes next, up to the next place where a page may well begin, still have fitted? */
static bool fits_more(const struct cutting *c, size_t to, int64_t empty)
{
    size_t end = to < c->f->slab.n ? c->good[to + 1] : to;
    return c->height[end] - c->height[to] + c->white[end] - c->white[to] +
           notes_height(c, c->marked[to], c->marked[end]) <= empty;
}

static int64_t last_page_cost(const struct cutting *c, const struct trial *t, int64_t height)
{
    if (t->from == 0)
        return 0;
    if (height < (int64_t)SHORT_LINES * c->f->style->leading)
        return SHORT_COST;
    int64_t part = height * 1000 / t->room;
    return part < SHORT_PART ? (SHORT_PART - part) * SHORT_COST / 2 / SHORT_PART : 0;
}

/* More white brings the last slab to the foot, where a little is enough. */
static int64_t loose_cost(const struct cutting *c, struct trial *t, int64_t empty, int penalty)
{
    int64_t more = t->white ? empty * 1000 / t->white : 1000;
    if (more <= WHITE_MOST - 1000) {
        t->scale = 1000 + (int)more;
        return penalty + STRETCH_COST;
    }
    int64_t part = empty * 1000000 / t->room;
    return part + part * part / 1000000 + penalty +
           (fits_more(c, t->to, empty) ? AVOIDABLE_COST : 0);
}

/* A page of one line from the middle of a paragraph. */
static bool is_lone(const struct flow *f, const struct trial *t)
{
    const struct slab *s = &f->slab.p[t->from];
    return t->from > 0 && t->from + 1 == t->to && t->to < f->slab.n && s->text &&
           s[-1].text == s->text && s[1].text == s->text;
}

static void price(const struct cutting *c, struct trial *t)
{
    const struct flow *f = c->f;
    int64_t notes = notes_height(c, t->note_from, t->note_to);
    int64_t empty = t->room - t->text - t->white - notes;
    int penalty = t->to < f->slab.n ? f->slab.p[t->to].penalty : BREAK_FORCED;
    t->scale = 1000;
    if (empty < 0) {
        int64_t less = t->white ? (-empty * 1000 + t->white - 1) / t->white : 1000;
        if (less > 1000 - WHITE_LEAST) {
            t->cost += OVER_COST - empty;
            return;
        }
        t->scale = 1000 - (int)less;
        int64_t share = less * 1000 / (1000 - WHITE_LEAST);
        t->cost += share * share * SHRINK_COST / 1000000 + (penalty > 0 ? penalty : 0);
    } else if (t->to < f->slab.n && penalty != BREAK_FORCED) {
        t->cost += loose_cost(c, t, empty, penalty);
    }
    if (is_lone(f, t))
        t->cost += LONE_COST;
    if (t->to == f->slab.n)
        t->cost += last_page_cost(c, t, t->text + t->white);
}

/* The best page that ends before slab `to'. */
static void best_page(struct cutting *c, size_t to)
{
    struct flow *f = c->f;
    struct cut best = {INT64_MAX, to - 1, c->marked[to], 1000};
    for (size_t from = to; from-- > 0;) {
        struct trial t = {.from = from, .to = to, .room = page_cut_room(f, from, to),
                          .note_from = c->cut[from].note_to, .cost = c->cut[from].cost};
        t.note_to = t.note_from;
        t.text = c->height[to] - c->height[from] + page_cut_repeat(&f->slab.p[from]);
        t.white = c->white[to] - c->white[from + 1];
        int64_t least = t.text + t.white * WHITE_LEAST / 1000;
        if (from + 1 < to && c->height[to] - c->height[from] > text_height(f))
            break;
        if ((least <= t.room && end_notes(c, &t, least)) || from + 1 == to) {
            price(c, &t);
            if (t.cost < best.cost)
                best = (struct cut){t.cost, from, t.note_to, t.scale};
        }
        if (f->slab.p[from].penalty == BREAK_FORCED && from > 0)
            break;
    }
    c->cut[to] = best;
}

/* --- all pages --- */

/* What is left of the notes when the text has ended. */
static size_t notes_that_fit(const struct cutting *c, size_t from)
{
    size_t to = from + 1;
    while (to < c->f->note_line.n && notes_height(c, from, to + 1) <= text_height(c->f))
        to++;
    return to;
}

static size_t count_pages(const struct cutting *c)
{
    size_t pages = 0, n = c->f->slab.n;
    for (size_t at = n; at > 0; at = c->cut[at].from)
        pages++;
    for (size_t at = c->cut[n].note_to; at < c->f->note_line.n; at = notes_that_fit(c, at))
        pages++;
    return pages ? pages : 1;
}

size_t page_cut(struct flow *f, struct page **page)
{
    drop_repeated_notes(f);
    struct cutting c = {.f = f};
    add_up(&c);
    size_t n = f->slab.n;
    for (size_t to = 1; to <= n; to++)
        best_page(&c, to);
    size_t pages = count_pages(&c), i = pages;
    struct page *p = *page = ARENA_ARRAY(f->arena, struct page, pages);
    for (size_t at = c.cut[n].note_to; at < f->note_line.n;)
        at = notes_that_fit(&c, at), i--;
    size_t text_pages = i;
    for (size_t at = n; at > 0; at = c.cut[at].from) {
        size_t from = c.cut[at].from;
        p[--i] = (struct page){from, at, c.cut[from].note_to, c.cut[at].note_to, c.marked[from],
                               c.cut[at].white};
    }
    for (size_t at = c.cut[n].note_to; text_pages < pages && at < f->note_line.n;) {
        size_t to = notes_that_fit(&c, at);
        p[text_pages++] = (struct page){n, n, at, to, to, 1000};
        at = to;
    }
    return pages;
}
