/* page.c - pages as scenes: what was cut is drawn.
 *
 * Painting order follows the structure tree: a paragraph's notes after its last line on the
 * page, what is left of a note from the page before at the beginning.
 */
#include "typeset/page.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "typeset/keep.h"
#include "typeset/page_cut.h"
#include "typeset/paragraph.h"

#include <string.h>

enum { FURNITURE = 16 };      /* primitives beside the text's */
enum { WATERMARK_MOST = 130000 }; /* size of a mark behind the text, in 1/1000 pt */
enum { RULE_RISE = 5 * MPT }; /* of the rule over the notes */
enum { WORD_BYTES = 60 };     /* of a word that is not cut where a running head is */

struct canvas { /* one page being drawn */
    struct flow *f;
    struct scene *scene;
    struct page page;
    size_t number, pages; /* from 1, of so many */
    mpt *y;               /* of each slab, from slab page.from */
    mpt *note_y;          /* of each line of notes, from line page.note_from */
};

static mpt text_left(const struct flow *f)
{
    return f->rtl ? f->style->margin_end : f->style->margin_start;
}

/* Slabs from the top down, with the white that this page gives. */
static void place_slabs(struct canvas *c)
{
    struct flow *f = c->f;
    const struct page *page = &c->page;
    mpt y = f->style->margin_top;
    int64_t white = 0;
    c->y = ARENA_ARRAY(f->arena, mpt, page->to - page->from + 1);
    if (page->from < page->to)
        y += page_cut_repeat(&f->slab.p[page->from]);
    for (size_t i = page->from; i < page->to; i++) {
        const struct slab *s = &f->slab.p[i];
        white += i > page->from ? s->before : 0;
        c->y[i - page->from] = y + (mpt)(white * page->white / 1000);
        y += s->height;
    }
}

/* Lines of notes from the bottom up, under their rule. */
static void place_notes(struct canvas *c)
{
    struct flow *f = c->f;
    size_t n = c->page.note_to - c->page.note_from;
    c->note_y = ARENA_ARRAY(f->arena, mpt, n + 1);
    mpt y = f->style->margin_top + page_cut_room(f, c->page.from, c->page.to);
    for (size_t i = n; i-- > 0;) {
        const struct slab *line = f->note_line.p[c->page.note_from + i];
        y -= line->height;
        c->note_y[i] = y;
        y -= line->before;
    }
    if (!n)
        return;
    mpt x = f->style->margin_start, rule_y = c->note_y[0] - RULE_RISE;
    if (f->rtl)
        x = f->style->page_width - f->style->margin_start - f->style->note.rule_length;
    flow_rule(c->scene, x, rule_y, f->style->note.rule_length, f->style->rule,
              f->style->note.rule);
}

/* The outermost and the last frame of the page's slabs: a frame has a higher number than what
 * it stands in. */
static void frames_here(const struct canvas *c, size_t *from, size_t *to)
{
    const struct flow *f = c->f;
    *from = f->frame.n;
    *to = 0;
    for (size_t i = c->page.from; i < c->page.to; i++)
        for (int in = f->slab.p[i].frame; in >= 0; in = f->frame.p[in].parent) {
            *from = (size_t)in < *from ? (size_t)in : *from;
            *to = (size_t)in >= *to ? (size_t)in + 1 : *to;
        }
}

/* Tint and bar of each frame that has slabs here, the outer ones first; rules come after. */
static void draw_frames(struct canvas *c, bool behind)
{
    struct flow *f = c->f;
    size_t first, last;
    frames_here(c, &first, &last);
    for (size_t k = first; k < last; k++) {
        const struct frame *frame = &f->frame.p[k];
        mpt top = -1, end = 0;
        for (size_t i = c->page.from; i < c->page.to; i++) {
            int in = f->slab.p[i].frame;
            while (in >= 0 && in != (int)k)
                in = f->frame.p[in].parent;
            if (in < 0)
                continue;
            top = top < 0 ? c->y[i - c->page.from] : top;
            end = c->y[i - c->page.from] + f->slab.p[i].height;
        }
        if (top < 0)
            continue;
        mpt x = text_left(f) + frame->x;
        if (behind && frame->tinted)
            scene_rect(c->scene, x, top, frame->width, end - top, f->style->tint);
        if (behind && frame->bar)
            scene_rect(c->scene, f->rtl ? x + frame->width - frame->bar : x, top, frame->bar,
                       end - top, frame->accent ? f->style->accent : f->style->rule);
        if (!behind)
            flow_rule(c->scene, x, end, frame->width, f->style->table_color,
                      frame->foot_rule);
    }
}

/* Lines [from, to) of the row of all notes that stand on this page. */
static void draw_notes(struct canvas *c, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (i >= c->page.note_from && i < c->page.note_to)
            flow_draw(c->f, c->scene, c->f->note_line.p[i], text_left(c->f),
                      c->note_y[i - c->page.note_from]);
}

static void draw_notes_of(struct canvas *c, const struct slab *s)
{
    for (size_t k = 0; k < s->notes; k++) {
        const struct note_box *note = &c->f->note[s->note[k] - 1];
        draw_notes(c, note->first, note->first + note->n);
    }
}

static void draw_foot(struct canvas *c)
{
    struct flow *f = c->f;
    mpt y = f->style->page_height - f->style->margin_bottom - f->foot_height;
    for (size_t i = 0; i < f->foots; i++) {
        y += i ? f->foot[i].before : 0;
        flow_draw(f, c->scene, &f->foot[i], text_left(f), y);
        y += f->foot[i].height;
    }
}

static size_t prims_of(const struct slab *s, size_t n)
{
    size_t prims = 0;
    for (size_t i = 0; i < n; i++)
        prims += s[i].art ? s[i].art->n : s[i].kept ? keep_prims(s[i].kept) : 0;
    return prims;
}

static void draw_repeated(struct canvas *c)
{
    const struct slab *first = &c->f->slab.p[c->page.from];
    mpt y = c->f->style->margin_top;
    for (size_t i = 0; i < first->repeats; i++) {
        flow_place(c->scene, first->repeat[i].art, text_left(c->f), y, true);
        y += first->repeat[i].height;
    }
}

static void draw_slabs(struct canvas *c)
{
    struct flow *f = c->f;
    const struct slab *first = &f->slab.p[c->page.from];
    scene_reserve(c->scene, prims_of(first, c->page.to - c->page.from) +
                                prims_of(first->repeat, first->repeats) + FURNITURE);
    draw_repeated(c);
    size_t noted = c->page.from;
    for (size_t i = c->page.from; i < c->page.to; i++) {
        const struct slab *s = &f->slab.p[i];
        flow_draw(f, c->scene, s, text_left(f), c->y[i - c->page.from]);
        if (s->foot)
            draw_foot(c);
        if (i + 1 < c->page.to && f->slab.p[i + 1].text == s->text && s->text)
            continue;
        for (; noted <= i; noted++)
            draw_notes_of(c, &f->slab.p[noted]);
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

/* Where a text of the page's furniture stands, and how. */
struct berth {
    struct strip strip;
    mpt y, size;         /* of the last line's baseline; a long text grows upwards */
    mpt highest, lowest; /* baselines that neither touch the text nor leave the page */
    enum cell_align align;
    enum artifact_kind kind;
    struct color color;
    unsigned char weight;
};

static struct para set_furniture(struct flow *f, const char *words, const struct berth *b)
{
    struct inl inl = {.text = words};
    struct inlines text = {&inl, 1};
    struct para_style style = {.size = b->size, .leading = b->size, .align = b->align,
                               .color = b->color, .weight = b->weight, .balance = true};
    return paragraph_set(f, &text, style, b->strip.width, ELEMENT_NONE);
}

/* The first bytes of a text, up to the end of a word where one ends shortly before, and a sign that there is more. */
static const char *shortened(struct arena *a, const char *text, size_t n)
{
    size_t end = n;
    while (end > 0 && n - end < WORD_BYTES && text[end] != ' ')
        end--;
    end = end > 0 && text[end] == ' ' ? end : n;
    while (end > 0 && (text[end - 1] == ' ' || utf8_is_tail(text[end])))
        end--;
    return arena_printf(a, "%.*s\u2026", (int)end, text);
}

/* A text with no more lines than there is room for; the document has in full what is cut here. */
static struct para fit_furniture(struct flow *f, const char *text, const struct berth *b)
{
    mpt free = b->lowest - b->highest;
    size_t most = free > 0 ? (size_t)(free / f->style->head_leading) + 1 : 1;
    struct para p = set_furniture(f, text, b);
    size_t fits = 0, over = strlen(text);
    while (p.n > most && fits + 1 < over) {
        size_t middle = fits + (over - fits) / 2;
        if (set_furniture(f, shortened(f->arena, text, middle), b).n > most)
            over = middle;
        else
            fits = middle;
    }
    return p.n > most ? set_furniture(f, shortened(f->arena, text, fits), b) : p;
}

static void draw_furniture_text(struct canvas *c, const char *pattern, struct berth b)
{
    struct flow *f = c->f;
    if (!pattern)
        return;
    size_t first = c->scene->n;
    flow_scratch(f);
    struct para p = fit_furniture(f, with_page(f->arena, pattern, c->number, c->pages), &b);
    mpt y = b.y - (mpt)(p.n ? p.n - 1 : 0) * f->style->head_leading;
    y = greater(y, b.highest); /* as many lines as there is room above, the rest lower */
    for (size_t i = 0; i < p.n; i++)
        flow_place(c->scene, p.line[i].art, text_left(f) + flow_left(f, b.strip),
                   y + (mpt)i * f->style->head_leading, true);
    for (size_t i = first; i < c->scene->n; i++) {
        struct prim *drawn = &c->scene->prim[i];
        drawn->artifact = b.kind;
        flow_keep_prim(f, drawn);
    }
    flow_scratch_end(f);
}

/* A large pale word behind the text, as wide as most of it. */
static void draw_watermark(struct canvas *c, const char *word)
{
    struct flow *f = c->f;
    const struct typeset_style *style = f->style;
    struct para_style sample = {.size = WATERMARK_MOST, .weight = FONT_BOLD};
    if (!word)
        return;
    struct strip all = {0, flow_measure(f)};
    mpt wide = paragraph_label_width(f, word, sample), room = all.width * 4 / 5;
    mpt size = wide > room ? (mpt)((int64_t)WATERMARK_MOST * room / wide) : WATERMARK_MOST;
    struct berth b = {all, (style->page_height + size * 2 / 3) / 2, size, size, style->page_height,
                      CELL_CENTER, ARTIFACT_WATERMARK, style->mark, FONT_BOLD};
    draw_furniture_text(c, word, b);
}

/* Head and foot stand in the margins; the first page has its head in the cover block.  What
 * stands at either end leaves room for the mark between them. */
static void draw_furniture(struct canvas *c)
{
    const struct page_furniture *furniture = &c->f->doc->furniture;
    const struct typeset_style *style = c->f->style;
    mpt all = flow_measure(c->f), start = all * (furniture->mark ? 2 : 3) / 5;
    mpt size = style->head_size, text_end = style->page_height - style->margin_bottom;
    mpt head_y = style->margin_top - style->head_rise, foot_y = text_end + style->foot_drop;
    struct berth head = {{0, start}, head_y, size, lesser(head_y, 2 * size),
                         greater(head_y, style->margin_top - size * 3 / 2), CELL_START,
                         ARTIFACT_HEADER, style->muted, FONT_REGULAR};
    struct berth end = head, mark = head, foot = head;
    end.strip = (struct strip){all - all * 2 / 5, all * 2 / 5};
    end.align = CELL_END;
    mark.strip = foot.strip = (struct strip){0, all};
    mark.align = foot.align = CELL_CENTER;
    mark.color = style->accent;
    mark.weight = FONT_BOLD;
    foot.y = foot_y;
    foot.highest = lesser(foot_y, text_end + size * 3 / 2);
    foot.lowest = greater(foot_y, style->page_height - 2 * size);
    foot.kind = ARTIFACT_FOOTER;
    draw_watermark(c, furniture->watermark);
    if (c->number > 1 || style->head_on_first)
        draw_furniture_text(c, furniture->head_start, head);
    draw_furniture_text(c, furniture->mark, mark);
    if (c->number > 1 || style->head_on_first)
        draw_furniture_text(c, furniture->head_end, end);
    draw_furniture_text(c, furniture->foot, foot);
}

static void draw_page(struct canvas *c)
{
    draw_furniture(c);
    place_slabs(c);
    place_notes(c);
    draw_frames(c, true);
    draw_notes(c, c->page.note_from, c->page.note_here);
    if (c->page.from < c->page.to)
        draw_slabs(c);
    draw_frames(c, false);
}

struct scene *page_draw(struct flow *f, const struct page *page, size_t number, size_t pages)
{
    struct canvas c = {.f = f, .page = *page, .number = number, .pages = pages};
    struct scene *scene = c.scene = scene_new(f->arena, f->style->page_width,
                                              f->style->page_height);
    scene->lang = f->doc->lang;
    scene->rtl = f->rtl;
    scene->title = f->doc->title;
    scene->label = arena_printf(f->arena, "%zu", number);
    draw_page(&c);
    return scene;
}
