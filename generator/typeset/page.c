/* page.c - all pages at once, as linebreak.c does with lines.
 *
 * The galley is a row of slabs.  A page may begin at any slab, at the price of its penalty:
 * nothing between the rows of a long table, much before a paragraph's last line (a widow) or
 * after its first (an orphan), more than any page could be worth after a heading.  A page
 * costs its empty part, in millionths; the last page and one before a forced break cost
 * nothing for being empty, but a last page of a few lines does.  White that the next lines
 * could have filled costs extra: readers see it, and wonder.
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
 * over slabs and one back over a page of them.  Something taller than a page gets one to
 * itself; so there is always a way.
 */
#include "typeset/page.h"

#include "base/buf.h"
#include "typeset/paragraph.h"

#include <string.h>

enum { SHORT_LINES = 4, SHORT_COST = 300000, AVOIDABLE_COST = 70000, OVER_COST = 1 << 28 };

struct cut {
    int64_t cost;
    size_t from; /* where the page that ends here begins */
};

/* --- cutting --- */

static mpt text_height(const struct flow *f)
{
    return f->style->page_height - f->style->margin_top - f->style->margin_bottom;
}

static mpt room_of(const struct flow *f, size_t from)
{
    mpt all = text_height(f), room = all;
    if (from == 0 && f->foots)
        room -= f->foot_height + f->style->foot_above;
    return room > all / 4 ? room : all / 4; /* a foot that fills the page overlaps, no more */
}

static mpt notes_height(const struct flow *f, const struct slab *s)
{
    mpt h = 0;
    for (size_t i = 0; i < s->notes; i++) {
        mpt note = f->note[s->note[i] - 1].height;
        h += note ? note + f->style->note.gap : 0;
    }
    return h;
}

static mpt repeat_height(const struct slab *s)
{
    mpt h = 0;
    for (size_t i = 0; i < s->repeats; i++)
        h += s->repeat[i].height;
    return h;
}

/* Would what comes next, up to the next place where a page may well begin, still have fitted? */
static bool fits_more(const struct flow *f, size_t to, int64_t empty)
{
    for (size_t i = to; i < f->slab.n; i++) {
        const struct slab *s = &f->slab.p[i];
        if (i > to && s->penalty < BREAK_BAD)
            return true;
        empty -= s->before + s->height + (s->notes ? notes_height(f, s) + f->style->note.above : 0);
        if (empty < 0)
            return false;
    }
    return true;
}

static int64_t page_cost(const struct flow *f, size_t from, size_t to, int64_t height)
{
    int64_t room = room_of(f, from), empty = room - height;
    if (empty < 0)
        return OVER_COST + -empty;
    if (to == f->slab.n)
        return from > 0 && height < (int64_t)SHORT_LINES * f->style->leading ? SHORT_COST : 0;
    int penalty = f->slab.p[to].penalty;
    if (penalty == BREAK_FORCED)
        return 0;
    return empty * 1000000 / room + penalty + (fits_more(f, to, empty) ? AVOIDABLE_COST : 0);
}

/* The best page that ends before slab `to'. */
static struct cut best_page(const struct flow *f, const struct cut *cut, size_t to)
{
    struct cut best = {INT64_MAX, to - 1};
    int64_t height = 0, notes = 0;
    for (size_t from = to; from-- > 0;) {
        const struct slab *s = &f->slab.p[from];
        height += s->height + (from + 1 < to ? f->slab.p[from + 1].before : 0);
        notes += notes_height(f, s);
        int64_t all = height + repeat_height(s) + (notes ? notes + f->style->note.above : 0);
        if (all > room_of(f, from) && from + 1 < to) {
            if (height > text_height(f))
                break;
        } else {
            int64_t cost = cut[from].cost + page_cost(f, from, to, all);
            if (cost < best.cost)
                best = (struct cut){cost, from};
        }
        if (s->penalty == BREAK_FORCED && from > 0)
            break;
    }
    return best;
}

/* Puts the lines of a note that is too tall for a page's foot among the text. */
static void put_note_here(struct flow *f, int number, const struct slab *after)
{
    struct note_box *note = &f->note[number - 1];
    for (size_t i = 0; i < note->n; i++) {
        struct slab line = note->line[i];
        line.before = i ? 0 : f->style->note.gap;
        line.frame = after->frame;
        line.text = after->text;
        VEC_PUSH(f->arena, &f->slab, line);
    }
    note->n = 0;
    note->height = 0;
}

/* Notes taller than a third of a page would leave no way to fill it: they follow the text
 * that marks them instead. */
static void place_tall_notes(struct flow *f)
{
    const struct slab *old = f->slab.p;
    size_t n = f->slab.n, open = 0;
    f->slab.p = NULL;
    f->slab.n = f->slab.cap = 0;
    for (size_t i = 0; i < n; i++) {
        VEC_PUSH(f->arena, &f->slab, old[i]);
        if (i + 1 < n && old[i].text && old[i + 1].text == old[i].text)
            continue;
        for (; open <= i; open++)
            for (size_t k = 0; k < old[open].notes; k++)
                if (f->note[old[open].note[k] - 1].height > text_height(f) / 3)
                    put_note_here(f, old[open].note[k], &old[i]);
    }
}

/* A note stands on the page of its first mark only. */
static void drop_repeated_notes(struct flow *f)
{
    bool *seen = ARENA_ARRAY(f->arena, bool, f->doc->notes + 1);
    for (size_t i = 0; i < f->slab.n; i++) {
        struct slab *s = &f->slab.p[i];
        int *kept = ARENA_ARRAY(f->arena, int, s->notes + 1);
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

size_t page_cut(struct flow *f, size_t **page)
{
    drop_repeated_notes(f);
    place_tall_notes(f);
    size_t n = f->slab.n, pages = 0;
    struct cut *cut = ARENA_ARRAY(f->arena, struct cut, n + 1);
    for (size_t to = 1; to <= n; to++)
        cut[to] = best_page(f, cut, to);
    for (size_t at = n; at > 0; at = cut[at].from)
        pages++;
    *page = ARENA_ARRAY(f->arena, size_t, pages + 1);
    size_t i = pages;
    for (size_t at = n; at > 0; at = cut[at].from)
        (*page)[--i] = cut[at].from;
    return pages ? pages : 1;
}

bool page_last_is_short(struct flow *f, const size_t *page, size_t pages)
{
    if (pages < 2)
        return false;
    size_t from = page[pages - 1];
    mpt height = repeat_height(&f->slab.p[from]);
    for (size_t i = from; i < f->slab.n; i++)
        height += f->slab.p[i].height + (i > from ? f->slab.p[i].before : 0);
    return height < SHORT_LINES * f->style->leading;
}

/* --- drawing --- */

struct canvas { /* one page being drawn */
    struct flow *f;
    struct scene *scene;
    size_t from, to;
    size_t number, pages; /* from 1, of so many */
    mpt *y;         /* of each slab, from slab `from' */
    mpt notes_y;    /* of the next note */
    mpt bottom;     /* of the text, above the first page's foot */
};

static void place_slabs(struct canvas *c)
{
    struct flow *f = c->f;
    mpt y = f->style->margin_top, notes = 0;
    c->y = ARENA_ARRAY(f->arena, mpt, c->to - c->from + 1);
    for (size_t i = c->from; i < c->to; i++) {
        const struct slab *s = &f->slab.p[i];
        y += i > c->from ? s->before : repeat_height(s);
        c->y[i - c->from] = y;
        y += s->height;
        notes += notes_height(f, s);
    }
    c->bottom = f->style->margin_top + room_of(f, c->from);
    c->notes_y = c->bottom - notes + f->style->note.gap;
    if (!notes)
        return;
    mpt x = f->style->margin_start, rule_y = c->notes_y - 5 * MPT;
    if (f->rtl)
        x = f->style->page_width - f->style->margin_start - f->style->note.rule_length;
    scene_line(c->scene, x, rule_y, x + f->style->note.rule_length, rule_y,
               f->style->rule, f->style->note.rule);
}

static mpt text_left(const struct flow *f)
{
    return f->rtl ? f->style->margin_end : f->style->margin_start;
}

/* Tint and bar of each frame that has slabs here, the outer ones first; rules come after. */
static void draw_frames(struct canvas *c, bool behind)
{
    struct flow *f = c->f;
    for (size_t k = 0; k < f->frame.n; k++) {
        const struct frame *frame = &f->frame.p[k];
        mpt top = -1, end = 0;
        for (size_t i = c->from; i < c->to; i++) {
            int in = f->slab.p[i].frame;
            while (in >= 0 && in != (int)k)
                in = f->frame.p[in].parent;
            if (in < 0)
                continue;
            top = top < 0 ? c->y[i - c->from] : top;
            end = c->y[i - c->from] + f->slab.p[i].height;
        }
        if (top < 0)
            continue;
        mpt x = text_left(f) + frame->x;
        if (behind && frame->tinted)
            scene_rect(c->scene, x, top, frame->width, end - top, f->style->tint);
        if (behind && frame->bar)
            scene_rect(c->scene, f->rtl ? x + frame->width - frame->bar : x, top, frame->bar,
                       end - top, frame->accent ? f->style->accent : f->style->rule);
        if (!behind && frame->foot_rule)
            scene_line(c->scene, x, end, x + frame->width, end, f->style->table_color,
                       frame->foot_rule);
    }
}

static void draw_note(struct canvas *c, int number)
{
    const struct note_box *note = &c->f->note[number - 1];
    if (!note->n)
        return;
    for (size_t i = 0; i < note->n; i++) {
        flow_place(c->scene, note->line[i].art, text_left(c->f), c->notes_y, false);
        c->notes_y += note->line[i].height;
    }
    c->notes_y += c->f->style->note.gap;
}

static void draw_foot(struct canvas *c)
{
    struct flow *f = c->f;
    mpt y = f->style->page_height - f->style->margin_bottom - f->foot_height;
    for (size_t i = 0; i < f->foots; i++) {
        y += i ? f->foot[i].before : 0;
        flow_place(c->scene, f->foot[i].art, text_left(f), y, false);
        y += f->foot[i].height;
    }
}

/* Slabs in order; the notes of a paragraph after its last slab on this page. */
static void draw_slabs(struct canvas *c)
{
    struct flow *f = c->f;
    const struct slab *first = &f->slab.p[c->from];
    mpt y = f->style->margin_top;
    size_t prims = 0;
    for (size_t i = c->from; i < c->to; i++)
        prims += f->slab.p[i].art ? f->slab.p[i].art->n : 0;
    scene_reserve(c->scene, prims);
    for (size_t i = 0; i < first->repeats; i++) {
        flow_place(c->scene, first->repeat[i].art, text_left(f), y, true);
        y += first->repeat[i].height;
    }
    size_t noted = c->from;
    for (size_t i = c->from; i < c->to; i++) {
        const struct slab *s = &f->slab.p[i];
        flow_place(c->scene, s->art, text_left(f), c->y[i - c->from], false);
        if (s->foot)
            draw_foot(c);
        if (i + 1 < c->to && f->slab.p[i + 1].text == s->text && s->text)
            continue;
        for (; noted <= i; noted++)
            for (size_t k = 0; k < f->slab.p[noted].notes; k++)
                draw_note(c, f->slab.p[noted].note[k]);
    }
}

static const char *with_page(struct arena *a, const char *pattern, size_t number, size_t pages)
{
    struct buf b = BUF_INIT;
    for (const char *s = pattern; *s;) {
        bool page = strncmp(s, "{page}", 6) == 0, all = strncmp(s, "{pages}", 7) == 0;
        if (page || all)
            buf_printf(&b, "%zu", page ? number : pages);
        else
            buf_putc(&b, *s);
        s += page ? 6 : all ? 7 : 1;
    }
    return buf_to_arena(&b, a);
}

/* A line of furniture with its baseline at y. */
static void draw_furniture_text(struct canvas *c, const char *pattern, mpt y,
                                enum cell_align align, enum artifact_kind kind, bool mark)
{
    struct flow *f = c->f;
    if (!pattern)
        return;
    struct inl inl = {.text = with_page(f->arena, pattern, c->number, c->pages)};
    struct inlines text = {&inl, 1};
    struct para_style style = {.size = f->style->head_size, .leading = f->style->head_size,
                               .align = align, .color = mark ? f->style->accent : f->style->muted,
                               .weight = mark ? FONT_BOLD : FONT_REGULAR};
    struct para p = paragraph_set(f, &text, style, flow_measure(f), ELEMENT_NONE);
    size_t first = c->scene->n;
    for (size_t i = 0; i < p.n; i++)
        flow_place(c->scene, p.line[i].art, text_left(f),
                   y + (mpt)i * f->style->head_leading, true);
    for (size_t i = first; i < c->scene->n; i++)
        c->scene->prim[i].artifact = kind;
}

/* Head and foot stand in the margins; the first page has its head in the cover block. */
static void draw_furniture(struct canvas *c)
{
    const struct page_furniture *furniture = &c->f->doc->furniture;
    const struct typeset_style *style = c->f->style;
    mpt head = style->margin_top - style->head_rise;
    mpt foot = style->page_height - style->margin_bottom + style->foot_drop;
    bool head_here = c->number > 1 || style->head_on_first;
    if (head_here)
        draw_furniture_text(c, furniture->head_start, head, CELL_START, ARTIFACT_HEADER, false);
    draw_furniture_text(c, furniture->mark, head, CELL_CENTER, ARTIFACT_HEADER, true);
    if (head_here)
        draw_furniture_text(c, furniture->head_end, head, CELL_END, ARTIFACT_HEADER, false);
    draw_furniture_text(c, furniture->foot, foot, CELL_CENTER, ARTIFACT_FOOTER, false);
}

struct scene **page_draw(struct flow *f, const size_t *page, size_t pages)
{
    struct scene **scene = ARENA_ARRAY(f->arena, struct scene *, pages);
    for (size_t i = 0; i < pages; i++) {
        struct canvas c = {.f = f, .from = page[i], .number = i + 1, .pages = pages};
        c.to = i + 1 < pages ? page[i + 1] : f->slab.n;
        c.scene = scene[i] = scene_new(f->arena, f->style->page_width, f->style->page_height);
        scene[i]->lang = f->doc->lang;
        scene[i]->rtl = f->rtl;
        scene[i]->title = f->doc->title;
        scene[i]->label = arena_printf(f->arena, "%zu", c.number);
        draw_furniture(&c);
        if (c.from == c.to)
            continue;
        place_slabs(&c);
        draw_frames(&c, true);
        draw_slabs(&c);
        draw_frames(&c, false);
    }
    return scene;
}
