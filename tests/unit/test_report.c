/* A paper from a narrative made by hand and records made up: what stands where, and what
 * travels with it. */
#include "unit/paper_fixture.h"

static void the_cover_has_the_series_order(void **state)
{
    static const char *const order[] = {"The Group (TG)", "32nd meeting", "Geneva, May 2025",
                                        "Director", "PARTNERSHIPS", "Summary:", "What it says.",
                                        "Action required:", "Please note.", "Background"};
    struct report *r = paper_make(*state);
    mpt y = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t page;
        const struct prim *p = paper_find(r, order[i], &page);
        assert_int_equal(page, 0);
        assert_true(p->y > y);
        y = p->y;
    }
    assert_true(paper_find(r, "Contact:", NULL)->y > y); /* at the page's foot, a department only */
    assert_int_equal(paper_find(r, "A department", NULL)->y, paper_find(r, "Contact:", NULL)->y);
    mpt left = paper_find(r, "The Group", NULL)->x;
    assert_true(paper_find(r, "Document TG25/", NULL)->x > left + 200 * MPT);
    assert_false(paper_printed(r, "E-mail"));
    assert_string_equal(r->title, "Partnerships");
    assert_string_equal(r->author, "The Bureau");
    assert_string_equal(r->subject, "The Group (TG), 32nd meeting");
}

static void what_is_open_or_sample_says_so(void **state)
{
    struct built *b = *state;
    struct report *r = paper_make(b);
    assert_true(paper_printed(r, "number not yet assigned"));
    assert_true(paper_printed(r, "date open"));
    assert_true(paper_printed(r, "DRAFT"));
    assert_true(paper_printed(r, "Based on sample records."));
    for (size_t k = 0; k < r->pages->n; k++) {
        bool flagged = false;
        for (size_t i = 0; i < r->pages->page[k]->n; i++) {
            const struct prim *p = &r->pages->page[k]->prim[i];
            flagged = flagged || (p->kind == PRIM_TEXT && p->artifact == ARTIFACT_FOOTER &&
                                  !strcmp(p->text, "Prepared from samples."));
        }
        assert_true(flagged);
    }
    b->record.document_number = "12";
    b->record.date = (struct date){2025, 4, 1};
    b->doc.number = "TG25/12-E";
    b->doc.date = "1 April 2025";
    b->doc.open = b->doc.sample = false;
    b->doc.sample_note = NULL;
    r = paper_make(b);
    assert_true(paper_printed(r, "TG25/12-E") && paper_printed(r, "1 April 2025"));
    assert_false(paper_printed(r, "DRAFT") || paper_printed(r, "not yet"));
    assert_false(paper_printed(r, "Prepared from"));
}

static void prose_keeps_weight_links_and_notes(void **state)
{
    struct report *r = paper_make(*state);
    assert_int_equal(paper_find(r, "Bold", NULL)->style.weight, FONT_BOLD);
    const struct prim *inside = paper_find(r, "inside", NULL); /* a page of the site: plain */
    assert_string_equal(r->pages->structure->item[inside->element].type, "P");
    size_t page, marked;
    paper_find(r, "The note.", &page);
    paper_find(r, "Bold", &marked);
    assert_int_equal(page, marked);
    const struct prim *heading = paper_find(r, "Background", NULL);
    assert_string_equal(r->pages->structure->item[heading->element].type, "H2");
}

/* What stands below each other in a note does so on paper; so do lines of code. */
static void lists_and_code_keep_their_lines(void **state)
{
    struct built *b = *state;
    struct nar_node *one = paper_node(b, NAR_ITEM, NULL, paper_paragraph(b, "First item"));
    struct nar_node *two = paper_node(b, NAR_ITEM, NULL, paper_paragraph(b, "Second item"));
    struct nar_node *list = paper_node(b, NAR_LIST, NULL, paper_chain(one, two));
    struct nar_node *code = paper_node(b, NAR_CODE_BLOCK, "if\nthen\n", NULL);
    b->narrative.note->body = paper_node(b, NAR_ROOT, NULL,
                                         paper_chain(paper_paragraph(b, "The note."), list));
    b->narrative.body->first = paper_chain(code, b->narrative.body->first);
    struct report *r = paper_make(b);
    const struct prim *note = paper_find(r, "The note. ", NULL);
    assert_true(paper_find(r, "First item ", NULL)->y > note->y);
    assert_true(paper_find(r, "Second item", NULL)->y > paper_find(r, "First item ", NULL)->y);
    assert_true(paper_find(r, "then ", NULL)->y > paper_find(r, "if ", NULL)->y);
}

static const struct report_file *file_named(const struct report *r, const char *name)
{
    for (size_t i = 0; i < r->files; i++)
        if (!strcmp(r->file[i].name, name))
            return &r->file[i];
    fail_msg("%s is not attached", name);
    return NULL;
}

static void tables_and_charts_carry_their_data(void **state)
{
    struct report *r = paper_make(*state);
    assert_true(paper_printed(r, "Table 1: Top 2, 2024"));
    assert_true(paper_printed(r, "1.50"));
    assert_int_equal(r->files, 2); /* chart and table share one file, and the figures */
    const struct report_file *table = file_named(r, "top-partners-2024.csv");
    assert_string_equal(table->mime, "text/csv");
    assert_non_null(strstr(table->bytes, "alpha,1500000.00"));
    const char *figures = file_named(r, "figures.csv")->bytes;
    assert_string_equal(figures, "figure,value,unit,sample\n"
                                 "2024.contributions.total,1750000.00,USD,true\n");
    size_t attached = 0;
    for (size_t i = 0; i < r->pages->structure->n; i++) {
        const struct element *e = &r->pages->structure->item[i];
        if (!e->attachment)
            continue;
        attached++;
        assert_string_equal(e->attachment, "top-partners-2024.csv");
        if (!strcmp(e->type, "Figure")) { /* every bar is told */
            assert_non_null(strstr(e->alt, "alpha: "));
            assert_non_null(strstr(e->alt, "beta: "));
        }
    }
    assert_int_equal(attached, 2);
}

static void other_data_of_the_same_name_are_a_file_of_their_own(void **state)
{
    struct built *b = *state;
    struct nar_node *first = paper_show(b, false);
    struct nar_node *short_one = paper_node(b, NAR_SHOW_TABLE, NULL, NULL);
    struct show one = {.what = "top-partners", .period = {2024, 2024}, .limit = 1};
    short_one->table = views_show_table(b->f.a, b->views, &one);
    first->table->id = short_one->table->id = "top";
    b->narrative.body = paper_node(
        b, NAR_ROOT, NULL, paper_chain(first, paper_chain(short_one, paper_show(b, true))));
    struct report *r = paper_make(b);
    assert_int_equal(r->files, 3); /* the chart shares the first one */
    assert_non_null(strstr(file_named(r, "top.csv")->bytes, "beta,"));
    assert_null(strstr(file_named(r, "top-2.csv")->bytes, "beta,"));
}

/* A chart of n bars with labels of two lines, right below a heading, on a page of its own. */
static struct report *with_chart_of(struct built *b, size_t n, bool is_list)
{
    struct nar_node *chart = paper_node(b, NAR_SHOW_CHART, NULL, NULL);
    struct chart_category *category = ARENA_ARRAY(b->f.a, struct chart_category, n);
    struct chart_mark *mark = ARENA_ARRAY(b->f.a, struct chart_mark, n);
    struct chart_series *series = ARENA_NEW(b->f.a, struct chart_series);
    series->tick_unit = 100;
    for (size_t i = 0; i < n; i++) {
        category[i].label = arena_printf(b->f.a, "Sample ministry of infrastructure, transport "
                                                 "and communications %zu", i + 1);
        mark[i] = (struct chart_mark){.value = (int64_t)(n - i) * 100,
                                      .value_text = arena_printf(b->f.a, "%zu", n - i)};
    }
    chart->chart = ARENA_NEW(b->f.a, struct view_chart);
    chart->chart->is_list = is_list;
    chart->chart->spec = (struct chart_spec){
        .id = "x", .title = "Many", .finding = "One leads.", .unknown_text = "?",
        .locale = views_locale(b->views), .category = category,
        .series = series, .series_n = 1, .mark = mark, .n = n, .digits = 1};
    chart->place = (struct place){NULL, 7, 1, 1};
    struct nar_node *words = paper_node(b, NAR_TEXT, "Above", NULL);
    struct nar_node *heading = paper_node(b, NAR_HEADING, NULL, words);
    heading->level = 1;
    heading->number = "2";
    b->narrative.body = paper_node(b, NAR_ROOT, NULL, paper_chain(heading, chart));
    return paper_make(b);
}

static bool stays_on_the_page(const struct report *r, mpt least_size)
{
    for (size_t k = 0; k < r->pages->n; k++) {
        const struct scene *s = r->pages->page[k];
        for (size_t i = 0; i < s->n; i++) {
            const struct prim *p = &s->prim[i];
            if (p->kind == PRIM_TEXT && p->element && (p->y > s->height - 40 * MPT || p->y < 0))
                return false;
            if (p->kind == PRIM_TEXT && p->style.size < least_size)
                return false;
        }
    }
    return true;
}

static struct report *with_chart(struct built *b, size_t n)
{
    return with_chart_of(b, n, true);
}

static void a_tall_chart_is_drawn_smaller(void **state)
{
    struct built *b = *state;
    struct report *r = with_chart(b, 10);
    mpt usual = paper_find(r, "Sample ministry", NULL)->style.size;
    r = with_chart(b, 24);
    assert_true(paper_find(r, "Sample ministry", NULL)->style.size < usual);
    assert_true(stays_on_the_page(r, 7 * MPT));
    assert_false(diags_failed(b->f.d));
}

static void a_chart_too_tall_says_how_many_bars_fit(void **state)
{
    struct built *b = *state;
    size_t mark = diags_mark(b->f.d);
    with_chart(b, 200);
    assert_true(diags_has(b->f.d, DIAG_CHART_TOO_TALL));
    assert_int_equal(diags_mark(b->f.d), mark + 1);
    struct buf out = BUF_INIT;
    diags_write(b->f.d, &out, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    const char *said = buf_to_arena(&out, b->f.a);
    const char *limit = strstr(said, "Write limit: ");
    assert_non_null(strstr(said, "this chart of 200 bars is taller than a page"));
    assert_non_null(limit);
    b->f.d = diags_new(b->f.a);
    size_t fit = strtoul(limit + strlen("Write limit: "), NULL, 10);
    assert_true(stays_on_the_page(with_chart(b, fit), 7 * MPT));
    assert_false(diags_failed(b->f.d));
    with_chart(b, fit + 1);
    assert_true(diags_has(b->f.d, DIAG_CHART_TOO_TALL));
}

/* Right edge of a chart's text or bar. */
static mpt right_of(struct built *b, const struct prim *p)
{
    if (p->kind == PRIM_RECT)
        return p->x + p->w;
    mpt w = typeset_text_width(b->fonts, p->text, p->style);
    return p->anchor == ANCHOR_START ? p->x + w : p->anchor == ANCHOR_END ? p->x : p->x + w / 2;
}

/* The right edge of what is drawn of the page's figure. */
static mpt figure_end(struct built *b, const struct report *r)
{
    mpt end = 0;
    for (size_t k = 0; k < r->pages->n; k++)
        for (size_t i = 0; i < r->pages->page[k]->n; i++) {
            const struct prim *p = &r->pages->page[k]->prim[i];
            bool drawn = p->kind == PRIM_RECT || p->kind == PRIM_TEXT;
            if (drawn && !strcmp(r->pages->structure->item[p->element].type, "Figure"))
                end = right_of(b, p) > end ? right_of(b, p) : end;
        }
    return end;
}

/* The longest bar's value ends where the text does, whatever the chart stands in. */
static void a_chart_takes_the_room_there_is(void **state)
{
    struct built *b = *state;
    struct typeset_style s = typeset_style_default(false);
    mpt end = s.page_width - s.margin_end;
    struct report *r = with_chart(b, 4);
    mpt usual = paper_find(r, "Sample ministry", NULL)->x;
    assert_true(figure_end(b, r) <= end && figure_end(b, r) > end - 2 * MPT);
    struct nar_node *chart = b->narrative.body->first->next;
    for (size_t depth = 0; depth < 3; depth++)
        chart = paper_node(b, NAR_LIST, NULL, paper_node(b, NAR_ITEM, NULL, chart));
    b->narrative.body->first->next = chart;
    r = paper_make(b);
    assert_true(paper_find(r, "Sample ministry", NULL)->x > usual + 20 * MPT);
    assert_true(figure_end(b, r) <= end && figure_end(b, r) > end - 2 * MPT);
    b->narrative.body->first->next = paper_node(b, NAR_QUOTE, NULL, chart);
    r = paper_make(b);
    assert_true(figure_end(b, r) <= end - s.quote.indent / 2);
    assert_true(figure_end(b, r) > end - s.quote.indent / 2 - 2 * MPT);
}

/* "limit:" is no help where a chart shows a whole. */
static void a_chart_of_a_whole_that_is_too_tall(void **state)
{
    struct built *b = *state;
    with_chart_of(b, 200, false);
    assert_true(diags_has(b->f.d, DIAG_CHART_NO_ROOM));
    assert_false(diags_has(b->f.d, DIAG_CHART_TOO_TALL));
}

/* There is less room than the gaps between the columns need and a twelfth for each. */
static void a_page_too_narrow_for_its_columns_is_set(void **state)
{
    struct built *b = *state;
    struct paper_style narrow = paper_style_series;
    narrow.page[0] = (struct length){397 * MPT, true};
    narrow.margin_start = narrow.margin_end = (struct length){105 * MPT, true};
    narrow.table_gap = (struct length){50 * MPT, true};
    b->record.paper = &narrow;
    b->narrative.body->first = paper_show(b, false);
    assert_true(paper_make(b)->pages->n > 1);
    assert_true(diags_has(b->f.d, DIAG_TABLE_TOO_WIDE));
}

#define REPORT_TEST(name) cmocka_unit_test_setup_teardown(name, paper_setup, paper_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        REPORT_TEST(the_cover_has_the_series_order),
        REPORT_TEST(what_is_open_or_sample_says_so),
        REPORT_TEST(prose_keeps_weight_links_and_notes),
        REPORT_TEST(lists_and_code_keep_their_lines),
        REPORT_TEST(a_page_too_narrow_for_its_columns_is_set),
        REPORT_TEST(tables_and_charts_carry_their_data),
        REPORT_TEST(other_data_of_the_same_name_are_a_file_of_their_own),
        REPORT_TEST(a_tall_chart_is_drawn_smaller),
        REPORT_TEST(a_chart_too_tall_says_how_many_bars_fit),
        REPORT_TEST(a_chart_takes_the_room_there_is),
        REPORT_TEST(a_chart_of_a_whole_that_is_too_tall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
