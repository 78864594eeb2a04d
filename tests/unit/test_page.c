#include "typeset_fixture.h"

#include <stdlib.h>

static mpt bottom_of(const struct fixture *x)
{
    return x->doc.style.page_height - x->doc.style.margin_bottom;
}

static bool is_body(const struct prim *t)
{
    return t->kind == PRIM_TEXT && t->element != ELEMENT_NONE;
}

/* Lines of one element on a page. */
static int lines_of(const struct pages *p, size_t page, int element)
{
    int lines = 0;
    mpt y = -1;
    for (size_t i = 0; i < p->page[page]->n; i++) {
        const struct prim *t = &p->page[page]->prim[i];
        if (!is_body(t) || t->element != element || t->y == y)
            continue;
        y = t->y;
        lines++;
    }
    return lines;
}

static void nothing_makes_one_empty_page(void **state)
{
    struct pages *p = set(*state);
    assert_int_equal(p->n, 1);
    assert_int_equal(p->structure->n, 1);
}

/* Paragraphs of all lengths after one another: no first or last line stands alone, no text
 * runs into the margins, no heading ends a page. */
static void no_widows_no_orphans_no_stranded_headings(void **state)
{
    struct fixture *x = *state;
    for (int i = 0; i < 60; i++) {
        if (i % 4 == 0) {
            struct block *h = add(x, BLOCK_HEADING, arena_printf(x->a, "Heading %d", i));
            h->level = 1 + i % 8 / 4;
            h->number = "1.1";
        }
        add(x, BLOCK_PARAGRAPH, prose(x, 20 + i * 7 % 90));
    }
    struct pages *p = set(x);
    assert_true(p->n >= 4);
    for (size_t k = 0; k < p->n; k++) {
        const struct prim *last = NULL;
        for (size_t i = 0; i < p->page[k]->n; i++)
            if (is_body(&p->page[k]->prim[i]))
                last = &p->page[k]->prim[i];
        assert_non_null(last);
        assert_true(last->y < bottom_of(x));
        assert_true(p->structure->item[last->element].type[0] != 'H');
        if (k + 1 == p->n)
            continue;
        int on_next = lines_of(p, k + 1, last->element);
        assert_true(on_next != 1);
        assert_true(on_next == 0 || lines_of(p, k, last->element) >= 2);
    }
}

static void pages_are_filled_before_white_is_left(void **state)
{
    struct fixture *x = *state;
    for (int i = 0; i < 40; i++)
        add(x, BLOCK_PARAGRAPH, prose(x, 60));
    struct pages *p = set(x);
    for (size_t k = 0; k + 1 < p->n; k++) {
        mpt last = 0;
        for (size_t i = 0; i < p->page[k]->n; i++)
            if (is_body(&p->page[k]->prim[i]))
                last = p->page[k]->prim[i].y;
        assert_true(last > bottom_of(x) - 60 * MPT);
    }
}

static void a_last_page_of_two_lines_is_avoided(void **state)
{
    struct fixture *x = *state;
    for (int n = 0; n < 12; n++) { /* whatever the length, never a page with a stub */
        x->block.n = 0;
        for (int i = 0; i < 20; i++)
            add(x, BLOCK_PARAGRAPH, prose(x, 36 + n));
        add(x, BLOCK_RULE, NULL);
        struct pages *p = set(x);
        int lines = 0;
        mpt y = -1;
        for (size_t i = 0; i < p->page[p->n - 1]->n; i++) {
            const struct prim *t = &p->page[p->n - 1]->prim[i];
            lines += is_body(t) && t->y != y;
            y = is_body(t) ? t->y : y;
        }
        assert_true(p->n == 1 || lines >= 3);
    }
}

static void footnotes_stand_on_the_page_of_their_mark(void **state)
{
    struct fixture *x = *state;
    x->doc.notes = 6;
    for (int i = 0; i < 6; i++) {
        x->note[i].text = text_of(x, arena_printf(x->a, "This is note %d. %s", i + 1,
                                                  prose(x, 10 + 25 * i)));
        for (int k = 0; k < 3; k++)
            add(x, BLOCK_PARAGRAPH, prose(x, 70 + 11 * i));
        struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
        struct inl *parts = ARENA_ARRAY(x->a, struct inl, 3);
        parts[0].text = prose(x, 40 + 13 * i);
        parts[1].kind = INLINE_NOTE_MARK;
        parts[1].note = i + 1;
        parts[2].text = arena_printf(x->a, " %s", prose(x, 30));
        b->text = (struct inlines){parts, 3};
    }
    struct pages *p = set(x);
    for (int i = 0; i < 6; i++) {
        const char *dest = arena_printf(x->a, "note-%d", i + 1);
        size_t marked = 99, placed = 98;
        for (size_t k = 0; k < p->n; k++)
            for (size_t j = 0; j < p->page[k]->n; j++) {
                const struct prim *t = &p->page[k]->prim[j];
                if (t->kind == PRIM_LINK && t->dest && !strcmp(t->dest, dest))
                    marked = k;
                if (t->kind == PRIM_DEST && !strcmp(t->dest, dest))
                    placed = k;
                assert_true(!is_body(t) || t->y < bottom_of(x));
            }
        assert_int_equal(marked, placed);
    }
}

static const struct prim *nth_link(const struct pages *p, const char *dest)
{
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++)
            if (p->page[k]->prim[i].kind == PRIM_LINK && p->page[k]->prim[i].dest &&
                !strcmp(p->page[k]->prim[i].dest, dest))
                return &p->page[k]->prim[i];
    return NULL;
}

static const char *parent_type(const struct pages *p, int element)
{
    return p->structure->item[p->structure->item[element].parent].type;
}

/* The mark leads to the note and the note's number back to where the mark stands; two marks of
 * a note share it. */
static void marks_and_notes_lead_to_each_other(void **state)
{
    struct fixture *x = *state;
    x->doc.notes = 1;
    x->doc.note_link = "Footnote {n}";
    x->doc.note_back = "Back";
    x->note[0].text = text_of(x, "The note.");
    for (int i = 0; i < 2; i++) {
        struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
        static struct inl parts[] = {{.text = "marked"}, {.kind = INLINE_NOTE_MARK, .note = 1}};
        b->text = (struct inlines){parts, 2};
    }
    struct pages *p = set(x);
    const struct prim *to = nth_link(p, "note-1"), *back = nth_link(p, "mark-1");
    assert_string_equal(to->title, "Footnote 1");
    assert_string_equal(back->title, "Back");
    assert_string_equal(p->structure->item[to->element].type, "Link");
    assert_string_equal(parent_type(p, to->element), "Reference");
    assert_string_equal(p->structure->item[back->element].type, "Link");
    assert_string_equal(parent_type(p, back->element), "Lbl");
    assert_int_equal(count_elements(p, "Reference"), 2);
    assert_int_equal(count_elements(p, "Note"), 1);
    const struct prim *dest = NULL, *first = find_text(p, "marked", NULL);
    for (size_t i = 0; i < p->page[0]->n && !dest; i++)
        if (p->page[0]->prim[i].kind == PRIM_DEST && !strcmp(p->page[0]->prim[i].dest, "mark-1"))
            dest = &p->page[0]->prim[i];
    assert_in_range(dest->y, first->y - 15 * MPT, first->y);
}

/* A note taller than the room goes on under the rule of the next pages, two lines at least on
 * either side, and text stands above it. */
static void a_tall_note_goes_on_at_the_next_foot(void **state)
{
    struct fixture *x = *state;
    x->doc.notes = 2;
    x->note[0].text = text_of(x, prose(x, 1300));
    x->note[1].text = text_of(x, "Short.");
    for (int i = 0; i < 12; i++) {
        struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
        struct inl *parts = ARENA_ARRAY(x->a, struct inl, 2);
        parts[0].text = prose(x, 90);
        parts[1].kind = i == 1 || i == 10 ? INLINE_NOTE_MARK : INLINE_TEXT;
        parts[1].note = i == 1 ? 1 : 2;
        parts[1].text = ".";
        b->text = (struct inlines){parts, 2};
    }
    struct pages *p = set(x);
    int pages = 0, note = -1;
    for (size_t i = 0; i < p->structure->n && note < 0; i++)
        if (!strcmp(p->structure->item[i].type, "P") && !strcmp(parent_type(p, (int)i), "Note"))
            note = (int)i;
    for (size_t k = 0; k < p->n; k++) {
        int lines = lines_of(p, k, note);
        pages += lines > 0;
        assert_true(lines != 1);
        mpt text = 0, foot = bottom_of(x);
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (!is_body(t))
                continue;
            assert_true(t->y < bottom_of(x));
            bool in_note = !strcmp(parent_type(p, t->element), "Note") ||
                           !strcmp(parent_type(p, t->element), "Lbl");
            text = !in_note && t->y > text ? t->y : text;
            foot = in_note && t->y < foot ? t->y : foot;
        }
        assert_true(text > 0 && text < foot);
    }
    assert_true(pages == 2 || pages == 3);
}

/* A note as long as two pages stays on the paper. */
static void a_huge_footnote_stays_on_the_paper(void **state)
{
    struct fixture *x = *state;
    x->doc.notes = 1;
    x->note[0].text = text_of(x, arena_printf(x->a, "%s the end.", prose(x, 3000)));
    struct block *columns = add(x, BLOCK_COLUMNS, NULL);
    struct block *child[] = {block_of(x, BLOCK_PARAGRAPH, NULL)};
    struct inl parts[] = {{.text = "marked"}, {.kind = INLINE_NOTE_MARK, .note = 1}};
    child[0]->text = (struct inlines){parts, 2};
    columns->child = child;
    columns->n = 1;
    add(x, BLOCK_PARAGRAPH, prose(x, 40));
    struct pages *p = set(x);
    assert_true(p->n >= 3);
    assert_non_null(find_text(p, "end.", NULL));
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++)
            assert_true(!is_body(&p->page[k]->prim[i]) ||
                        p->page[k]->prim[i].y < bottom_of(x));
}

/* No line of text stands on another of another element, nor beyond the margins. */
static void assert_apart(const struct fixture *x, const struct pages *p)
{
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (!is_body(t))
                continue;
            assert_in_range(t->y, x->doc.style.margin_top, bottom_of(x));
            for (size_t j = 0; j < i; j++) {
                const struct prim *o = &p->page[k]->prim[j];
                bool over = is_body(o) && o->element != t->element && abs(o->y - t->y) < 5 * MPT &&
                            o->x < t->x + t->advance && t->x < o->x + o->advance;
                assert_false(over);
            }
        }
}

static struct block *parent_of(struct fixture *x, enum block_kind kind, struct block **child, size_t n)
{
    struct block *b = block_of(x, kind, NULL);
    b->child = child;
    b->n = n;
    return b;
}

/* Whatever the heights of the cover, its columns and its foot: room is kept where the foot stands. */
static void covers_of_any_height_stand_apart_from_their_foot(void **state)
{
    struct fixture *x = *state;
    for (int n = 20; n < 3000; n = n * 3 / 2) {
        x->block.n = 0;
        struct block *column[] = {block_of(x, BLOCK_PARAGRAPH, prose(x, n)),
                                  block_of(x, BLOCK_PARAGRAPH, prose(x, n / 2))};
        struct block *row = parent_of(x, BLOCK_COLUMNS, column, 2);
        VEC_PUSH(x->a, &x->block, row);
        add(x, BLOCK_PARAGRAPH, prose(x, 1000));
        struct block *foot[] = {block_of(x, BLOCK_PARAGRAPH, prose(x, n / 3 + 100))};
        struct block *last = parent_of(x, BLOCK_FIRST_FOOT, foot, 1);
        VEC_PUSH(x->a, &x->block, last);
        add(x, BLOCK_PARAGRAPH, prose(x, 300));
        assert_apart(x, set(x));
    }
}

static void painting_follows_the_structure(void **state)
{
    struct fixture *x = *state;
    x->doc.notes = 1;
    x->note[0].text = text_of(x, "A note.");
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    struct inl parts[] = {{.text = "marked"}, {.kind = INLINE_NOTE_MARK, .note = 1}};
    b->text = (struct inlines){parts, 2};
    add(x, BLOCK_PARAGRAPH, "After the note.");
    struct pages *p = set(x);
    int last = 0;
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *t = &p->page[0]->prim[i];
        if (!is_body(t))
            continue;
        assert_true(t->element >= last);
        last = t->element;
    }
}

static void the_first_page_has_its_foot_and_no_head(void **state)
{
    struct fixture *x = *state;
    struct block *foot = add(x, BLOCK_FIRST_FOOT, NULL);
    struct block *child[] = {block_of(x, BLOCK_PARAGRAPH, "Contact us")};
    foot->child = child;
    foot->n = 1;
    for (int i = 0; i < 30; i++)
        add(x, BLOCK_PARAGRAPH, prose(x, 60));
    x->doc.furniture = (struct page_furniture){
        .head_start = "DOC/1-E", .head_end = "Page {page}", .mark = "DRAFT", .foot = "Samples"};
    struct pages *p = set(x);
    size_t page;
    const struct prim *contact = find_text(p, "Contact us", &page);
    assert_int_equal(page, 0);
    assert_in_range(contact->y, bottom_of(x) - 25 * MPT, bottom_of(x));
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *t = &p->page[0]->prim[i];
        assert_true(!is_body(t) || t == contact || t->y < contact->y - 10 * MPT);
        assert_true(t->kind != PRIM_TEXT || !strstr(t->text, "Page "));
    }
    const struct prim *head = find_text(p, "Page 2", &page);
    assert_int_equal(page, 1);
    assert_int_equal(head->artifact, ARTIFACT_HEADER);
    assert_int_equal(head->element, ELEMENT_NONE);
    find_text(p, "DRAFT", &page);
    assert_int_equal(page, 0);
    assert_int_equal(find_text(p, "Samples", &page)->artifact, ARTIFACT_FOOTER);
    assert_string_equal(p->page[1]->label, "2");
}

/* Head, mark and foot of any length stay between the page's edge and its text, and are cut at the end of a word. */
static void furniture_of_any_length_keeps_to_the_margins(void **state)
{
    struct fixture *x = *state;
    add(x, BLOCK_PARAGRAPH, prose(x, 2000));
    x->doc.style.head_on_first = true;
    const struct typeset_style *s = &x->doc.style;
    for (int n = 4; n < 400; n += 44) {
        const char *text = prose(x, n);
        x->doc.furniture = (struct page_furniture){
            .head_start = text, .head_end = text, .mark = n > 4 ? text : NULL, .foot = text};
        struct pages *p = set(x);
        size_t heads = 0, feet = 0, cut = 0;
        for (size_t i = 0; i < p->page[0]->n; i++) {
            const struct prim *t = &p->page[0]->prim[i];
            if (t->kind != PRIM_TEXT || t->element != ELEMENT_NONE)
                continue;
            bool head = t->artifact == ARTIFACT_HEADER;
            mpt from = head ? 0 : s->page_height - s->margin_bottom;
            heads += head;
            feet += !head;
            cut += t->text && strstr(t->text, "\u2026") != NULL;
            assert_in_range(t->y, from + s->head_size, from + (head ? s->margin_top : s->margin_bottom) - s->head_size);
        }
        assert_true(heads >= 2 && feet >= 1);
        assert_int_equal(cut, n == 4 ? 0 : n > 200 ? 4 : cut);
    }
}

static void forced_breaks_and_too_tall_figures(void **state)
{
    struct fixture *x = *state;
    add(x, BLOCK_PARAGRAPH, "One");
    add(x, BLOCK_PAGE_BREAK, NULL);
    add(x, BLOCK_PARAGRAPH, "Two two two two two two");
    struct block *f = add(x, BLOCK_FIGURE, NULL);
    f->scene = scene_new(x->a, 1000, 2000 * MPT);
    f->alt = "Tall";
    add(x, BLOCK_PARAGRAPH, "Three");
    struct pages *p = set(x);
    size_t page;
    find_text(p, "Two", &page);
    assert_int_equal(page, 1);
    find_text(p, "Three", &page);
    assert_int_equal(page, p->n - 1);
}

static struct block *figure(struct fixture *x, mpt height)
{
    struct block *f = add(x, BLOCK_FIGURE, NULL);
    f->scene = scene_new(x->a, 100 * MPT, height);
    scene_rect((struct scene *)f->scene, 0, 0, 100 * MPT, height, color_of("#336699"));
    f->alt = "A figure";
    f->caption = text_of(x, "The caption");
    return f;
}

/* Whatever the height above: what ends with a colon, a wide one too, stands with what it leads
 * to. */
static void a_colon_leads_to_what_follows(void **state)
{
    struct fixture *x = *state;
    static const char *const leads[] = {"It is this:", "It is this\xEF\xBC\x9A"};
    for (int n = 0; n < 40; n++) {
        x->block.n = 0;
        for (int i = 0; i <= n; i++)
            add(x, BLOCK_PARAGRAPH, prose(x, 22));
        add(x, BLOCK_PARAGRAPH, leads[n % 2]);
        figure(x, 150 * MPT);
        add(x, BLOCK_PARAGRAPH, prose(x, 200));
        struct pages *p = set(x);
        size_t lead, caption;
        assert_non_null(find_text(p, "It is this", &lead));
        assert_non_null(find_text(p, "The caption", &caption));
        assert_int_equal(lead, caption);
    }
}

/* A figure that misses its page by little gets there: the white above it gives way. */
static void white_gives_way_to_a_figure(void **state)
{
    struct fixture *x = *state;
    for (int i = 0; i < 12; i++)
        add(x, BLOCK_PARAGRAPH, prose(x, 30));
    struct block *f = figure(x, 100 * MPT);
    add(x, BLOCK_PARAGRAPH, prose(x, 200));
    mpt room = bottom_of(x) - x->doc.style.margin_top;
    mpt natural = 12 * 3 * x->doc.style.leading + 12 * x->doc.style.paragraph_after;
    f->scene = scene_new(x->a, 100 * MPT, room - natural - 10 * MPT);
    scene_rect((struct scene *)f->scene, 0, 0, 100 * MPT, f->scene->height, color_of("#336699"));
    struct pages *p = set(x);
    size_t page;
    find_text(p, "The caption", &page);
    assert_int_equal(page, 0);
    for (size_t i = 0; i < p->page[0]->n; i++)
        assert_true(p->page[0]->prim[i].kind != PRIM_RECT ||
                    p->page[0]->prim[i].y + p->page[0]->prim[i].h <= bottom_of(x));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPESET_TEST(nothing_makes_one_empty_page),
        TYPESET_TEST(no_widows_no_orphans_no_stranded_headings),
        TYPESET_TEST(pages_are_filled_before_white_is_left),
        TYPESET_TEST(a_last_page_of_two_lines_is_avoided),
        TYPESET_TEST(footnotes_stand_on_the_page_of_their_mark),
        TYPESET_TEST(marks_and_notes_lead_to_each_other),
        TYPESET_TEST(a_tall_note_goes_on_at_the_next_foot),
        TYPESET_TEST(a_huge_footnote_stays_on_the_paper),
        TYPESET_TEST(covers_of_any_height_stand_apart_from_their_foot),
        TYPESET_TEST(painting_follows_the_structure),
        TYPESET_TEST(the_first_page_has_its_foot_and_no_head),
        TYPESET_TEST(furniture_of_any_length_keeps_to_the_margins),
        TYPESET_TEST(forced_breaks_and_too_tall_figures),
        TYPESET_TEST(a_colon_leads_to_what_follows),
        TYPESET_TEST(white_gives_way_to_a_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
