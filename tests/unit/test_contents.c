#include "typeset_fixture.h"

static struct block *heading(struct fixture *x, int level, const char *number, const char *text)
{
    struct block *h = add(x, BLOCK_HEADING, text);
    h->level = level;
    h->number = number;
    return h;
}

static struct block *contents(struct fixture *x)
{
    heading(x, 0, NULL, "The document");
    struct block *c = add(x, BLOCK_CONTENTS, "Contents");
    c->level = 2;
    return c;
}

static void chapters(struct fixture *x, int n)
{
    for (int i = 1; i <= n; i++) {
        heading(x, 1, arena_printf(x->a, "%d", i), arena_printf(x->a, "Chapter no. %d", i));
        add(x, BLOCK_PARAGRAPH, prose(x, 150));
        heading(x, 2, arena_printf(x->a, "%d.1", i), arena_printf(x->a, "Section no. %d", i));
        add(x, BLOCK_PARAGRAPH, prose(x, 150));
        heading(x, 3, NULL, arena_printf(x->a, "Not listed %d", i));
        add(x, BLOCK_PARAGRAPH, prose(x, 150));
    }
}

static size_t page_of_dest(const struct pages *p, const char *dest)
{
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++)
            if (p->page[k]->prim[i].kind == PRIM_DEST && !strcmp(p->page[k]->prim[i].dest, dest))
                return k;
    return SIZE_MAX;
}

/* The text of an element, pieces after one another. */
static const char *text_in(struct fixture *x, const struct pages *p, int element)
{
    struct buf b = BUF_INIT;
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (t->kind == PRIM_TEXT && t->element == element)
                buf_puts(&b, t->text);
        }
    return buf_to_arena(&b, x->a);
}

/* Every entry names the page on which its heading stands, also where the contents themselves
 * take pages. */
static void entries_name_the_pages_of_their_headings(void **state)
{
    struct fixture *x = *state;
    contents(x);
    chapters(x, 40);
    struct pages *p = set(x);
    assert_int_equal(count_elements(p, "TOCI"), 80);
    int entries = 0;
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *link = &p->page[k]->prim[i];
            if (link->kind != PRIM_LINK)
                continue;
            size_t page = page_of_dest(p, link->dest);
            assert_true(page < p->n && page > 0);
            assert_string_equal(text_in(x, p, link->element),
                                arena_printf(x->a, "%s %zu ", link->title, page + 1));
            entries++;
        }
    assert_int_equal(entries, 80);
    assert_null(find_text(p, "Not listed 1 1", NULL));
}

static void entries_are_tagged_and_nested(void **state)
{
    struct fixture *x = *state;
    contents(x);
    chapters(x, 2);
    struct pages *p = set(x);
    const struct element *e = p->structure->item;
    assert_int_equal(count_elements(p, "TOC"), 3); /* one, and one in it for each chapter */
    for (size_t i = 1; i < p->structure->n; i++) {
        const char *parent = e[e[i].parent].type;
        if (!strcmp(e[i].type, "TOCI"))
            assert_string_equal(parent, "TOC");
        if (!strcmp(e[i].type, "Reference"))
            assert_string_equal(parent, "TOCI");
        if (!strcmp(e[i].type, "Link"))
            assert_string_equal(parent, "Reference");
    }
    const struct prim *chapter = find_text(p, "Chapter no. 1", NULL);
    const struct prim *section = find_text(p, "Section no. 1", NULL);
    assert_true(section->x > chapter->x + 10 * MPT);
    assert_string_equal(e[chapter->element].type, "Link");
    assert_int_equal(p->outlines, 8); /* the title, the contents and six headings */
}

static void page_numbers_stand_at_the_far_edge_in_both_directions(void **state)
{
    struct fixture *x = *state;
    const struct typeset_style *s = &x->doc.style;
    contents(x);
    chapters(x, 3);
    struct pages *p = set(x);
    for (size_t n = 1; n < 12; n += 2) {
        const struct prim *t = nth_text(p, 0, "Link", n);
        mpt number = typeset_text_width(x->fonts, "1", t->style);
        assert_in_range(t->x + number, s->page_width - s->margin_end - 20,
                        s->page_width - s->margin_end + 20);
    }
    x->locale = locale_open(x->a, "ar");
    x->doc.lang = "ar";
    p = set(x);
    const struct prim *leader = NULL;
    for (size_t i = 0; i < p->page[0]->n && !leader; i++)
        if (p->page[0]->prim[i].kind == PRIM_LINE)
            leader = &p->page[0]->prim[i];
    const struct prim *title = nth_text(p, 0, "Link", 0), *page = nth_text(p, 0, "Link", 1);
    assert_int_equal(page->x, s->margin_end);
    assert_true(page->x < leader->x && leader->x < leader->w && leader->w < title->x);
    assert_int_equal(leader->element, ELEMENT_NONE);
}

static void short_documents_have_none(void **state)
{
    struct fixture *x = *state;
    struct block *c = contents(x);
    chapters(x, 3);
    c->least_pages = 100;
    size_t without = set(x)->n;
    c->least_pages = without + 1;
    struct pages *p = set(x);
    assert_int_equal(count_elements(p, "TOC"), 0);
    assert_null(find_text(p, "Contents", NULL));
    c->least_pages = without;
    assert_int_equal(count_elements(set(x), "TOC"), 4);
}

/* Six lines do not part, wherever the page above them ends. */
static void short_contents_stand_on_one_page(void **state)
{
    struct fixture *x = *state;
    for (int words = 400; words < 700; words += 20) {
        x->doc.n = 0;
        x->block.n = 0;
        add(x, BLOCK_PARAGRAPH, prose(x, words));
        contents(x);
        chapters(x, 3);
        struct pages *p = set(x);
        size_t on = SIZE_MAX;
        for (size_t k = 0; k < p->n; k++)
            for (size_t i = 0; i < p->page[k]->n; i++) {
                if (p->page[k]->prim[i].kind != PRIM_LINK)
                    continue;
                assert_true(on == SIZE_MAX || on == k);
                on = k;
            }
        assert_int_not_equal(on, SIZE_MAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPESET_TEST(entries_name_the_pages_of_their_headings),
        TYPESET_TEST(short_contents_stand_on_one_page),
        TYPESET_TEST(entries_are_tagged_and_nested),
        TYPESET_TEST(page_numbers_stand_at_the_far_edge_in_both_directions),
        TYPESET_TEST(short_documents_have_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
