/* test_layout.c - random documents in both directions, and what must hold of every page. */
#include "typeset_fixture.h"

#include <stdlib.h>

enum { DOCUMENTS = 30, NOTES_MOST = 60, LEVELS_MOST = 5 };

struct maker {
    struct fixture *x;
    unsigned seed;
    int tokens;              /* words "t0q", "t1q" ... in reading order, so far */
    struct note note[NOTES_MOST];
    size_t notes;
};

static unsigned pick(struct maker *m, unsigned n)
{
    m->seed = m->seed * 1103515245u + 12345u;
    return (m->seed >> 16) % n;
}

/* "qacq" for 2: letters, since a cell with figures would count as a number. */
static const char *next_token(struct maker *m)
{
    char *t = arena_printf(m->x->a, "q%03dq", m->tokens++);
    for (char *c = t; *c; c++)
        *c = *c >= '0' && *c <= '9' ? (char)(*c - '0' + 'a') : *c;
    return t;
}

static int token_in(const char *text)
{
    int n = 0;
    if (*text++ != 'q')
        return -1;
    for (; *text >= 'a' && *text <= 'j'; text++)
        n = n * 10 + (*text - 'a');
    return *text == 'q' ? n : -1;
}

/* Text whose first word is a token of its own. */
static const char *text(struct maker *m, int words)
{
    return arena_printf(m->x->a, "%s %s", next_token(m), prose(m->x, words + (int)pick(m, 5)));
}

static struct inlines plain(struct maker *m, int words)
{
    return text_of(m->x, text(m, words));
}

static struct inlines marked(struct maker *m, int words)
{
    if (pick(m, 4) || m->notes == NOTES_MOST)
        return plain(m, words);
    struct inl *part = ARENA_ARRAY(m->x->a, struct inl, 3);
    part[0].text = text(m, words);
    part[1].kind = INLINE_NOTE_MARK;
    part[1].note = (int)m->notes + 1;
    part[2].text = arena_printf(m->x->a, " %s", prose(m->x, (int)pick(m, 40) + 1));
    m->note[m->notes++].text = text_of(m->x, prose(m->x, (int)pick(m, pick(m, 12) ? 50 : 900) + 1));
    return (struct inlines){part, 3};
}

static struct block *child(struct maker *m, struct block *parent, enum block_kind kind)
{
    struct block *b = block_of(m->x, kind, NULL);
    struct block **list = ARENA_ARRAY(m->x->a, struct block *, parent->n + 1);
    if (parent->n)
        memcpy(list, parent->child, parent->n * sizeof *list);
    list[parent->n++] = b;
    parent->child = list;
    return b;
}

static void fill(struct maker *m, struct block *b, int depth);

static void fill_list(struct maker *m, struct block *list, int depth)
{
    static const enum block_kind kinds[] = {BLOCK_LIST, BLOCK_QUOTE, BLOCK_TABLE, BLOCK_LIST};
    for (unsigned i = 1 + pick(m, 4); i > 0; i--) {
        struct block *item = child(m, list, BLOCK_ITEM);
        item->number = pick(m, 2) ? "\xE2\x80\x93" : "10)";
        fill(m, child(m, item, BLOCK_PARAGRAPH), depth);
        if (depth < LEVELS_MOST && pick(m, 3) == 0)
            fill(m, child(m, item, kinds[pick(m, 4)]), depth + 1);
    }
}

static const char *cell_text(struct maker *m, size_t c)
{
    if (c && pick(m, 5) == 0)
        return "12,345.67";
    if (pick(m, 25) == 0)
        return arena_printf(m->x->a, "%s https://example.org/%s", next_token(m),
                            "a-very-long-address-with-no-space-in-it-that-goes-on-to-its-end");
    return text(m, (int)pick(m, pick(m, 6) ? 8 : 24));
}

static void fill_table(struct maker *m, struct block *b, int depth)
{
    struct table *t = b->table = ARENA_NEW(m->x->a, struct table);
    t->columns = 1 + pick(m, depth > 1 ? 3 : 5);
    t->rows = 2 + pick(m, pick(m, 4) ? 9 : 50);
    t->row = ARENA_ARRAY(m->x->a, struct row, t->rows);
    t->align = ARENA_ARRAY(m->x->a, enum cell_align, t->columns);
    for (size_t c = 1; c < t->columns; c++)
        t->align[c] = pick(m, 2) ? CELL_DECIMAL : CELL_START;
    b->caption = plain(m, 5);
    for (size_t r = 0; r < t->rows; r++) {
        struct row *row = &t->row[r];
        row->head = r == 0;
        row->group = r && r + 1 < t->rows && pick(m, 6) == 0;
        row->sum = r + 1 == t->rows && r > 1;
        row->cell = ARENA_ARRAY(m->x->a, struct cell, t->columns);
        for (size_t c = 0; c < (row->group ? 1 : t->columns); c++)
            row->cell[c].text = text_of(m->x, cell_text(m, c));
    }
    b->continued = pick(m, 2) ? "Continued" : NULL;
    if (pick(m, 2))
        b->source = plain(m, 9);
}

static void fill_figure(struct maker *m, struct block *b)
{
    struct scene *s = scene_new(m->x->a, 200 * MPT, (mpt)(40 + pick(m, 300)) * MPT);
    scene_rect(s, 0, 0, s->width, s->height, color_of("#336699"));
    b->scene = s;
    b->alt = "A figure";
    b->caption = plain(m, 6);
    b->source = plain(m, 9);
}

static void fill(struct maker *m, struct block *b, int depth)
{
    switch (b->kind) {
    case BLOCK_LIST: fill_list(m, b, depth); break;
    case BLOCK_TABLE: fill_table(m, b, depth); break;
    case BLOCK_FIGURE: fill_figure(m, b); break;
    case BLOCK_HEADING:
        b->level = 1 + (int)pick(m, 3);
        b->number = pick(m, 3) ? "1.1" : NULL;
        b->text = plain(m, (int)pick(m, 15));
        break;
    case BLOCK_QUOTE:
    case BLOCK_BOX:
        for (unsigned i = 1 + pick(m, 3); i > 0; i--)
            fill(m, child(m, b, BLOCK_PARAGRAPH), depth + 1);
        break;
    default: b->text = marked(m, 1 + (int)pick(m, 120)); break;
    }
}

static void make(struct maker *m)
{
    static const enum block_kind kinds[] = {
        BLOCK_PARAGRAPH, BLOCK_PARAGRAPH, BLOCK_PARAGRAPH, BLOCK_PARAGRAPH, BLOCK_HEADING,
        BLOCK_HEADING,   BLOCK_LIST,      BLOCK_QUOTE,     BLOCK_TABLE,     BLOCK_FIGURE,
        BLOCK_BOX,
    };
    m->x->block.n = 0;
    if (pick(m, 3) == 0)
        add(m->x, BLOCK_CONTENTS, "Contents")->level = 2;
    for (unsigned i = 5 + pick(m, 40); i > 0; i--) {
        struct block *b = add(m->x, kinds[pick(m, sizeof kinds / sizeof *kinds)], NULL);
        b->justify = pick(m, 2);
        fill(m, b, 1);
    }
    add(m->x, BLOCK_PARAGRAPH, "The end of it is near."); /* a heading may not be the last */
    m->x->doc.notes = m->notes;
    m->x->doc.note = m->note;
}

/* --- what must hold --- */

static bool is_text(const struct prim *t)
{
    return t->kind == PRIM_TEXT && t->element != ELEMENT_NONE;
}

static bool within(const struct pages *p, int element, const char *type)
{
    for (int i = element; i > 0; i = p->structure->item[i].parent)
        if (!strcmp(p->structure->item[i].type, type))
            return true;
    return false;
}

static void all_is_inside_the_margins(const struct fixture *x, const struct scene *s)
{
    const struct typeset_style *style = &x->doc.style;
    mpt left = s->rtl ? style->margin_end : style->margin_start;
    mpt right = left + typeset_measure(style), bottom = style->page_height - style->margin_bottom;
    for (size_t i = 0; i < s->n; i++) {
        const struct prim *t = &s->prim[i];
        if (!is_text(t) && t->kind != PRIM_RECT)
            continue;
        mpt w = is_text(t) ? t->advance : t->w;
        assert_true(t->x >= left - 10000 && t->x + w <= right + 10000); /* a space at the end */
        assert_true(t->y >= style->margin_top - 1 && t->y <= bottom);
    }
}

static void nothing_overlaps(const struct scene *s)
{
    for (size_t i = 0; i < s->n; i++)
        for (size_t k = i + 1; is_text(&s->prim[i]) && k < s->n; k++) {
            const struct prim *a = &s->prim[i], *b = &s->prim[k];
            if (!is_text(b) || abs(a->y - b->y) >= (a->style.size + b->style.size) * 2 / 5)
                continue;
            if (a->style.size != b->style.size) /* raised beside what it belongs to */
                continue;
            mpt over = (a->x + a->advance < b->x + b->advance ? a->x + a->advance
                                                              : b->x + b->advance) -
                       (a->x > b->x ? a->x : b->x);
            assert_true(over <= 10000);
        }
}

static const struct prim *last_text(const struct pages *p, size_t page)
{
    const struct prim *last = NULL;
    for (size_t i = 0; i < p->page[page]->n; i++) {
        const struct prim *t = &p->page[page]->prim[i];
        if (is_text(t) && !within(p, t->element, "Note") && (!last || t->y >= last->y))
            last = t;
    }
    return last;
}

/* Lines on each page of every element that a paragraph or a heading is. */
static void no_line_stands_alone(const struct fixture *x, const struct pages *p)
{
    size_t n = p->structure->n;
    int *lines = ARENA_ARRAY(x->a, int, n * (p->n + 1)), *all = ARENA_ARRAY(x->a, int, n);
    for (size_t k = 0; k < p->n; k++) {
        mpt *y = ARENA_ARRAY(x->a, mpt, n);
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (!is_text(t) || y[t->element] == t->y)
                continue;
            y[t->element] = t->y;
            lines[(size_t)t->element * p->n + k]++;
            all[t->element]++;
        }
    }
    for (size_t e = 1; e < n; e++) {
        const char *type = p->structure->item[e].type;
        if (strcmp(type, "P") != 0 || all[e] < 2)
            continue;
        for (size_t k = 0; k < p->n; k++)
            assert_true(lines[e * p->n + k] != 1);
    }
}

static void headings_and_groups_do_not_end_a_page(const struct pages *p)
{
    for (size_t k = 0; k + 1 < p->n; k++) {
        const struct prim *last = last_text(p, k);
        if (!last)
            continue;
        const struct element *e = &p->structure->item[last->element];
        assert_true(e->type[0] != 'H');
        assert_true(strcmp(e->type, "TH") != 0 || e->col_span < 2);
        assert_true(strcmp(e->type, "Caption") != 0);
    }
}

static size_t page_with(const struct pages *p, enum prim_kind kind, const char *dest)
{
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (t->kind == kind && t->dest && !strcmp(t->dest, dest))
                return k;
        }
    return SIZE_MAX;
}

/* Does a note go on from this page to the next? */
static bool is_parted_after(const struct pages *p, size_t page)
{
    for (size_t i = 0; page + 1 < p->n && i < p->page[page]->n; i++) {
        const struct prim *t = &p->page[page]->prim[i];
        if (!is_text(t) || !within(p, t->element, "Note"))
            continue;
        for (size_t k = 0; k < p->page[page + 1]->n; k++)
            if (is_text(&p->page[page + 1]->prim[k]) &&
                p->page[page + 1]->prim[k].element == t->element)
                return true;
    }
    return false;
}

static void notes_begin_on_the_page_of_their_mark(const struct maker *m, const struct pages *p)
{
    for (size_t i = 1; i <= m->notes; i++) {
        const char *dest = arena_printf(m->x->a, "note-%zu", i);
        size_t page = page_with(p, PRIM_DEST, dest);
        assert_true(page < p->n);
        size_t mark = page_with(p, PRIM_LINK, dest);
        assert_true(page == mark || (page > mark && is_parted_after(p, mark)));
    }
}

/* Each text once, and in the order of the tree; contents left out. */
static void all_texts_are_there_in_order(const struct maker *m, const struct pages *p)
{
    int *token = ARENA_ARRAY(m->x->a, int, p->structure->n), expected = 0;
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            int n = is_text(t) && !within(p, t->element, "TOC") ? token_in(t->text) : -1;
            if (n < 0)
                continue;
            assert_int_equal(token[t->element], 0);
            token[t->element] = n + 1;
        }
    for (size_t e = 1; e < p->structure->n; e++)
        if (token[e])
            assert_int_equal(token[e], ++expected);
    assert_int_equal(expected, m->tokens);
}

static void random_documents(struct fixture *x, unsigned first)
{
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        struct maker m = {.x = x, .seed = first + i};
        make(&m);
        struct pages *p = set(x);
        for (size_t k = 0; k < p->n; k++) {
            all_is_inside_the_margins(x, p->page[k]);
            nothing_overlaps(p->page[k]);
        }
        no_line_stands_alone(x, p);
        headings_and_groups_do_not_end_a_page(p);
        notes_begin_on_the_page_of_their_mark(&m, p);
        all_texts_are_there_in_order(&m, p);
    }
}

static void what_must_hold_from_left_to_right(void **state)
{
    random_documents(*state, 1);
}

static void what_must_hold_from_right_to_left(void **state)
{
    struct fixture *x = *state;
    x->locale = locale_open(x->a, "ar");
    x->doc.lang = "ar";
    random_documents(x, 1000);
}

static void what_must_hold_in_landscape(void **state)
{
    struct fixture *x = *state;
    x->doc.style = typeset_style_default(true);
    random_documents(x, 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPESET_TEST(what_must_hold_from_left_to_right),
        TYPESET_TEST(what_must_hold_from_right_to_left),
        TYPESET_TEST(what_must_hold_in_landscape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
