/* What a style does to a paper: the cover's parts in its order, its lines, labels and running
 * heads, sizes and margins; and what a document without a number, a contact or a summary has. */
#include "unit/paper_fixture.h"

static struct paper_style *own_style(struct built *b)
{
    struct paper_style *s = ARENA_NEW(b->f.a, struct paper_style);
    *s = paper_style_series;
    b->record.paper = s;
    return s;
}

static struct length points(int32_t pt)
{
    return (struct length){pt * MPT, true};
}

static void parts_stand_as_the_style_orders(void **state)
{
    struct built *b = *state;
    static const struct cover_item order[] = {
        {.part = COVER_TITLE}, {.part = COVER_CONTACT}, {.part = COVER_BOX}, {.part = COVER_HEAD},
        {.part = COVER_PAGE_BREAK}};
    static const enum head_line lines[] = {HEAD_DATE, HEAD_GROUP, HEAD_PUBLISHER};
    static const char *const printed[] = {"Partnerships", "A department", "What it says.",
                                          "date open", "The Group (TG)", "The Bureau"};
    struct paper_style *s = own_style(b);
    s->cover = order;
    s->covers = sizeof order / sizeof *order;
    s->contact_place = PLACE_HERE;
    s->level[0].letters = CASE_AS_WRITTEN;
    s->head_lines_start = (struct head_lines){lines, 3};
    s->head_lines_end = (struct head_lines){NULL, 0};
    struct report *r = paper_make(b);
    mpt y = 0;
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
        size_t page;
        const struct prim *p = paper_find(r, printed[i], &page);
        assert_int_equal(page, 0);
        assert_true(p->y > y);
        y = p->y;
    }
    assert_false(paper_printed(r, "Director") || paper_printed(r, "32nd meeting"));
    size_t page;
    paper_find(r, "Background", &page);
    assert_int_equal(page, 1); /* the text begins a page of its own */
}

static void sizes_and_margins_move_the_page(void **state)
{
    struct built *b = *state;
    struct report *before = paper_make(b);
    struct paper_style *s = own_style(b);
    s->margin_start = points(100);
    s->margin_top = points(90);
    s->body.size = points(9);
    s->level[1].type.size = points(20);
    s->level[1].type.leading = points(24);
    s->page[0] = points(612);
    s->page[1] = points(792);
    struct report *after = paper_make(b);
    assert_int_equal(before->pages->page[0]->width, 595276);
    assert_int_equal(after->pages->page[0]->width, 612000);
    assert_int_equal(after->pages->page[0]->height, 792000);
    const struct prim *was = paper_find(before, "The Group", NULL);
    const struct prim *is = paper_find(after, "The Group", NULL);
    assert_int_equal(is->x - was->x, 29000);
    assert_true(is->y > was->y);
    assert_int_equal(is->style.size, 9000);
    assert_int_equal(paper_find(after, "Background", NULL)->style.size, 20000);
    b->record.landscape = true;
    assert_int_equal(paper_make(b)->pages->page[0]->width, 792000);
}

/* A paragraph that follows one begins farther in; one below a heading does not. */
static void paragraphs_may_be_told_by_indents(void **state)
{
    struct built *b = *state;
    struct paper_style *s = own_style(b);
    struct nar_node *words = paper_node(b, NAR_TEXT, "Heading", NULL);
    struct nar_node *heading = paper_node(b, NAR_HEADING, NULL, words);
    struct nar_node *more = paper_paragraph(b, "Second one.");
    heading->level = 1;
    b->narrative.body = paper_node(
        b, NAR_ROOT, NULL,
        paper_chain(heading, paper_chain(paper_paragraph(b, "First one."), more)));
    s->paragraph_indent = points(18);
    s->paragraph_after = (struct length){0, true};
    struct report *r = paper_make(b);
    const struct prim *first = paper_find(r, "First one.", NULL);
    const struct prim *second = paper_find(r, "Second one.", NULL);
    assert_int_equal(first->x, 71000);
    assert_int_equal(second->x, 89000);
    assert_int_equal(second->y - first->y, 14500);
}

static void labels_and_running_heads_are_the_styles(void **state)
{
    struct built *b = *state;
    struct text *label = ARENA_NEW(b->f.a, struct text);
    label->in[LANG_EN] = "In short";
    struct paper_style *s = own_style(b);
    s->label_summary = (struct style_label){.text = label};
    s->label_action = (struct style_label){.word = "cover_references"};
    s->label_colon = SWITCH_OFF;
    s->head_start = "{title} - {group}";
    s->head_end = "{page}/{pages}";
    s->head_on_first = SWITCH_ON;
    s->draft_mark = MARK_NONE;
    s->end_mark = SWITCH_OFF;
    struct report *r = paper_make(b);
    assert_true(paper_printed(r, "In short") && paper_printed(r, "References"));
    assert_false(paper_printed(r, "In short:") || paper_printed(r, "Summary"));
    assert_false(paper_printed(r, "DRAFT"));
    size_t page;
    const struct prim *head = paper_find(r, "Partnerships - The Group (TG)", &page);
    assert_int_equal(page, 0);
    assert_int_equal(head->artifact, ARTIFACT_HEADER);
    for (size_t i = 0; i < r->pages->n; i++)
        assert_true(paper_printed(r, arena_printf(b->f.a, "%zu/%zu", i + 1, r->pages->n)));
}

static size_t marks(const struct report *r, const char *text, enum artifact_kind kind)
{
    size_t n = 0;
    for (size_t k = 0; k < r->pages->n; k++)
        for (size_t i = 0; i < r->pages->page[k]->n; i++) {
            const struct prim *p = &r->pages->page[k]->prim[i];
            n += p->kind == PRIM_TEXT && p->artifact == kind && !strncmp(p->text, text, strlen(text));
        }
    return n;
}

static void drafts_are_marked_where_the_style_says(void **state)
{
    struct built *b = *state;
    struct paper_style *s = own_style(b);
    struct report *r = paper_make(b);
    assert_int_equal(marks(r, "DRAFT", ARTIFACT_HEADER), r->pages->n);
    assert_int_equal(marks(r, "DRAFT", ARTIFACT_WATERMARK), 0);
    s->draft_mark = MARK_PAGE;
    r = paper_make(b);
    assert_int_equal(marks(r, "DRAFT", ARTIFACT_HEADER), 0);
    assert_int_equal(marks(r, "DRAFT", ARTIFACT_WATERMARK), r->pages->n);
    const struct prim *mark = paper_find(r, "DRAFT", NULL);
    assert_true(mark->style.size > 60 * MPT);
    assert_true(mark->x > 71 * MPT && mark->x + mark->advance < 595276 - 71 * MPT);
    b->doc.open = false;
    assert_false(paper_printed(paper_make(b), "DRAFT"));
}

/* A title too long for its side of the running head takes lines above, as far as the edge of the page lets it, then
 * below, and leaves room for the page's number and for the text. */
static void a_long_running_head_grows_upwards(void **state)
{
    struct built *b = *state;
    struct paper_style *s = own_style(b);
    b->doc.title = "Partnerships and resource mobilization of the Telecommunication Development "
                   "Bureau with governments, companies and institutions of all regions";
    s->head_start = "{title}";
    s->head_on_first = SWITCH_ON;
    struct report *r = paper_make(b);
    const struct scene *page = r->pages->page[0];
    mpt number = paper_find(r, "Page 1", NULL)->y, lowest = 0, highest = number;
    for (size_t i = 0; i < page->n; i++) {
        const struct prim *p = &page->prim[i];
        if (p->kind != PRIM_TEXT || p->artifact != ARTIFACT_HEADER || p->x > 71000)
            continue;
        assert_true(p->x + p->advance < 71000 + 200000);
        lowest = p->y > lowest ? p->y : lowest;
        highest = p->y < highest ? p->y : highest;
    }
    assert_true(highest < number && highest > 10 * MPT);
    assert_true(lowest >= number && lowest < 71 * MPT - 8 * MPT);
}

static void what_is_not_there_leaves_no_trace(void **state)
{
    struct built *b = *state;
    b->doc.number = NULL;
    b->doc.department = b->doc.group_url = NULL;
    b->doc.meeting = b->doc.place_dates = NULL;
    b->narrative.summary = b->narrative.action = NULL;
    struct report *r = paper_make(b);
    assert_false(paper_printed(r, "Document") || paper_printed(r, "not yet assigned"));
    assert_false(paper_printed(r, "Contact") || paper_printed(r, "Summary"));
    size_t rects = 0;
    for (size_t i = 0; i < r->pages->page[0]->n; i++)
        rects += r->pages->page[0]->prim[i].kind == PRIM_RECT;
    b->narrative.summary = paper_node(b, NAR_ROOT, NULL, paper_paragraph(b, "What it says."));
    r = paper_make(b);
    size_t with = 0;
    for (size_t i = 0; i < r->pages->page[0]->n; i++)
        with += r->pages->page[0]->prim[i].kind == PRIM_RECT;
    assert_int_equal(with, rects + 1); /* the box */
}

/* A place left blank in the contact block is nothing to those who listen. */
static void blank_places_are_no_paragraphs(void **state)
{
    struct built *b = *state;
    b->doc.email = "pps@example.org";
    struct report *r = paper_make(b);
    const struct structure *tree = r->pages->structure;
    bool *used = ARENA_ARRAY(b->f.a, bool, tree->n);
    for (size_t k = 0; k < r->pages->n; k++)
        for (size_t i = 0; i < r->pages->page[k]->n; i++)
            if (r->pages->page[k]->prim[i].element > 0)
                used[r->pages->page[k]->prim[i].element] = true;
    for (size_t i = 1; i < tree->n; i++)
        used[tree->item[i].parent] = true;
    for (size_t i = 1; i < tree->n; i++)
        assert_true(strcmp(tree->item[i].type, "P") != 0 || used[i]);
    assert_int_equal(paper_find(r, "E-mail:", NULL)->x, paper_find(r, "Entity:", NULL)->x);
}

static void a_revision_stands_above_the_number(void **state)
{
    struct built *b = *state;
    b->doc.revision = "Revision 2 to";
    b->doc.original = "English only";
    struct report *r = paper_make(b);
    const struct prim *revision = paper_find(r, "Revision 2 to", NULL);
    const struct prim *number = paper_find(r, "Document TG25/", NULL);
    assert_int_equal(revision->x, number->x);
    assert_true(revision->y < number->y);
    assert_true(paper_find(r, "English only", NULL)->y > number->y);
}

/* Nothing of a long title runs into the margins or into what follows, and its lines are of about
 * one length. */
static void a_long_title_takes_more_lines(void **state)
{
    struct built *b = *state;
    b->doc.title = "Partnerships and resource mobilization of the Telecommunication Development "
                   "Bureau with governments, companies and institutions of all regions";
    struct report *r = paper_make(b);
    const struct scene *page = r->pages->page[0];
    mpt last = 0, least = page->width, most = 0, summary = paper_find(r, "Summary", NULL)->y;
    size_t lines = 0;
    for (size_t i = 0; i < page->n; i++) {
        const struct prim *p = &page->prim[i];
        if (p->kind != PRIM_TEXT || p->style.size != 15000)
            continue;
        lines += p->y != last;
        last = p->y;
        least = p->advance < least ? p->advance : least;
        most = p->advance > most ? p->advance : most;
        assert_true(p->x >= 71000 && p->x + p->advance <= page->width - 71000);
    }
    assert_int_equal(lines, 3);
    assert_true(least > most * 3 / 4);
    assert_true(last < summary - 19 * MPT);
}

#define COVER_TEST(name) cmocka_unit_test_setup_teardown(name, paper_setup, paper_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        COVER_TEST(parts_stand_as_the_style_orders),
        COVER_TEST(sizes_and_margins_move_the_page),
        COVER_TEST(paragraphs_may_be_told_by_indents),
        COVER_TEST(labels_and_running_heads_are_the_styles),
        COVER_TEST(drafts_are_marked_where_the_style_says),
        COVER_TEST(a_long_running_head_grows_upwards),
        COVER_TEST(what_is_not_there_leaves_no_trace),
        COVER_TEST(blank_places_are_no_paragraphs),
        COVER_TEST(a_revision_stands_above_the_number),
        COVER_TEST(a_long_title_takes_more_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
