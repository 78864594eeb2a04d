/* A paper from a narrative made by hand and records made up: what stands where, and what
 * travels with it. */
#include "model_fixture.h"

#include "report/report.h"

struct built {
    struct fixture f;
    const struct views *views;
    struct fonts *fonts;
    struct document record;
    struct view_document doc;
    struct narrative narrative;
};

static void words(struct fixture *f)
{
    static const char *const word[][2] = {
        {"cover_document_number", "Document {number}"},
        {"cover_number_draft", "number not yet assigned"},
        {"cover_date_open", "date open"},
        {"cover_summary", "Summary"},
        {"cover_action", "Action required"},
        {"cover_references", "References"},
        {"cover_contact", "Contact"},
        {"cover_contact_name", "Entity"},
        {"cover_contact_email", "E-mail"},
        {"website", "Website"},
        {"label_colon", "{label}:"},
        {"draft", "DRAFT"},
        {"page_n", "Page {n}"},
        {"data_attached", "Data attached."},
        {"sample_mark", "sample"},
        {"chart_sample_note", "Based on sample records."},
        {"joined_sentences", "{list} {next}"},
        {"joined_values", "{list}; {next}"},
        {"figures", "Figures"},
        {"table_caption", "Table {n}: {caption}"},
        {"chart_caption", "Figure {n}: {caption}"},
        {"chart_alt", "Bar chart. {title}. {finding}"},
        {"chart_alt_bar", "{label}: {value}"},
        {"table_top_partners", "Top {n}, {year}"},
        {"column_rank", "Rank"},
        {"partner", "Partner"},
        {"column_signed_contributions", "Contributions"},
        {"million_usd", "million USD"},
        {"column_share", "Share"},
    };
    for (int i = 0; i < LANGS; i++) {
        map_init(&f->r->strings[i].text, f->a);
        map_init(&f->r->strings[i].place, f->a);
    }
    for (size_t i = 0; i < sizeof word / sizeof *word; i++)
        map_set(&f->r->strings[LANG_EN].text, word[i][0], (void *)word[i][1]);
}

static void records(struct fixture *f)
{
    f->r->site.accent = "#0b5a8f";
    f->r->site.bright = "#009cd6";
    f->r->site.tint = "#e8f1f7";
    f->r->site.publisher = fixture_text("The Bureau");
    map_init(&f->r->site.region_colour, f->a);
    fixture_partner(f, "alpha", "government");
    fixture_partner(f, "beta", "un");
    struct agreement *g = fixture_agreement(f, "a-1", "mou", "2024-05-14", "alpha beta");
    g->sample = true;
    fixture_money(f, g, "alpha", "1500000.00", "USD");
    fixture_money(f, g, "beta", "250000.00", "USD");
}

static struct nar_node *node(struct built *b, enum nar_kind kind, const char *text,
                             struct nar_node *first)
{
    struct nar_node *n = ARENA_NEW(b->f.a, struct nar_node);
    n->kind = kind;
    n->text = text;
    n->first = first;
    return n;
}

static struct nar_node *chain(struct nar_node *n, struct nar_node *next)
{
    n->next = next;
    return n;
}

static struct nar_node *paragraph(struct built *b, const char *text)
{
    return node(b, NAR_PARAGRAPH, NULL, node(b, NAR_TEXT, text, NULL));
}

static struct nar_node *show(struct built *b, bool chart)
{
    struct show s = {.what = "top-partners", .period = {2024, 2024}, .limit = 5};
    struct nar_node *n = node(b, chart ? NAR_SHOW_CHART : NAR_SHOW_TABLE, NULL, NULL);
    if (chart)
        n->chart = views_show_chart(b->f.a, b->views, &s);
    else
        n->table = views_show_table(b->f.a, b->views, &s);
    return n;
}

static void narrative(struct built *b)
{
    struct narrative *n = &b->narrative;
    struct nar_node *mark = node(b, NAR_NOTE_MARK, NULL, NULL);
    struct nar_node *strong = node(b, NAR_STRONG, NULL, node(b, NAR_TEXT, "Bold", NULL));
    struct nar_node *link = node(b, NAR_LINK, NULL, node(b, NAR_TEXT, "inside", NULL));
    struct nar_node *heading = node(b, NAR_HEADING, NULL, node(b, NAR_TEXT, "Background", NULL));
    mark->note = 1;
    link->url = "partners/alpha";
    heading->level = 1;
    heading->number = "1";
    heading->id = "section-1";
    struct nar_node *text = node(b, NAR_PARAGRAPH, NULL, chain(strong, chain(link, mark)));
    n->doc = &b->doc;
    n->lang = "en";
    n->summary = node(b, NAR_ROOT, NULL, paragraph(b, "What it says."));
    n->action = node(b, NAR_ROOT, NULL, paragraph(b, "Please note."));
    n->body = node(b, NAR_ROOT, NULL,
                   chain(heading, chain(text, chain(show(b, false), show(b, true)))));
    n->note = ARENA_NEW(b->f.a, struct nar_note);
    n->note->body = node(b, NAR_ROOT, NULL, paragraph(b, "The note."));
    n->notes = 1;
    const struct figure **figure = ARENA_ARRAY(b->f.a, const struct figure *, 1);
    figure[0] = model_figure(views_model(b->views), "2024.contributions.total");
    n->figure = figure;
    n->figures = 1;
}

static int setup(void **state)
{
    static const char *const families[] = {"Carlito", NULL};
    struct built *b = test_calloc(1, sizeof *b);
    fixture_open(&b->f);
    words(&b->f);
    records(&b->f);
    b->views = views_open(b->f.a, b->f.d, fixture_build(&b->f), LANG_EN, false);
    b->fonts = fonts_open(b->f.a, b->f.d, families, (struct place){0});
    b->record = (struct document){.id = "doc", .paper = &paper_style_series};
    b->doc = (struct view_document){
        .record = &b->record, .id = "doc", .lang = "en", .title = "Partnerships",
        .group = "The Group (TG)", .meeting = "32nd meeting", .place_dates = "Geneva, May 2025",
        .source = "Director", .number = "TG25/…-E", .open = true, .original = "Original: English",
        .department = "A department", .group_url = "https://example.org/group", .sample = true,
        .sample_note = "Prepared from samples."};
    narrative(b);
    *state = b;
    return 0;
}

static int teardown(void **state)
{
    struct built *b = *state;
    fixture_close(&b->f);
    test_free(b);
    return 0;
}

static struct report *make(struct built *b)
{
    return report_build(b->f.a, b->f.d, b->views, b->fonts, &b->narrative);
}

static const struct prim *find(const struct report *r, const char *text, size_t *page)
{
    for (size_t k = 0; k < r->pages->n; k++)
        for (size_t i = 0; i < r->pages->page[k]->n; i++) {
            const struct prim *p = &r->pages->page[k]->prim[i];
            if (p->kind != PRIM_TEXT || !strstr(p->text, text))
                continue;
            if (page)
                *page = k;
            return p;
        }
    fail_msg("\"%s\" is not printed", text);
    return NULL;
}

static bool printed(const struct report *r, const char *text)
{
    for (size_t k = 0; k < r->pages->n; k++)
        for (size_t i = 0; i < r->pages->page[k]->n; i++)
            if (r->pages->page[k]->prim[i].kind == PRIM_TEXT &&
                strstr(r->pages->page[k]->prim[i].text, text))
                return true;
    return false;
}

static void the_cover_has_the_series_order(void **state)
{
    static const char *const order[] = {"The Group (TG)", "32nd meeting", "Geneva, May 2025",
                                        "Director", "PARTNERSHIPS", "Summary:", "What it says.",
                                        "Action required:", "Please note.", "Background"};
    struct report *r = make(*state);
    mpt y = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t page;
        const struct prim *p = find(r, order[i], &page);
        assert_int_equal(page, 0);
        assert_true(p->y > y);
        y = p->y;
    }
    assert_true(find(r, "Contact:", NULL)->y > y); /* at the page's foot, a department only */
    assert_int_equal(find(r, "A department", NULL)->y, find(r, "Contact:", NULL)->y);
    assert_true(find(r, "Document TG25/", NULL)->x > find(r, "The Group", NULL)->x + 200 * MPT);
    assert_false(printed(r, "E-mail"));
    assert_string_equal(r->title, "Partnerships");
    assert_string_equal(r->author, "The Bureau");
    assert_string_equal(r->subject, "The Group (TG), 32nd meeting");
}

static void what_is_open_or_sample_says_so(void **state)
{
    struct built *b = *state;
    struct report *r = make(b);
    assert_true(printed(r, "number not yet assigned"));
    assert_true(printed(r, "date open"));
    assert_true(printed(r, "DRAFT"));
    assert_true(printed(r, "Based on sample records."));
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
    r = make(b);
    assert_true(printed(r, "TG25/12-E") && printed(r, "1 April 2025"));
    assert_false(printed(r, "DRAFT") || printed(r, "not yet") || printed(r, "Prepared from"));
}

static void prose_keeps_weight_links_and_notes(void **state)
{
    struct report *r = make(*state);
    assert_int_equal(find(r, "Bold", NULL)->style.weight, FONT_BOLD);
    const struct prim *inside = find(r, "inside", NULL); /* a page of the site: plain on paper */
    assert_string_equal(r->pages->structure->item[inside->element].type, "P");
    size_t page, marked;
    find(r, "The note.", &page);
    find(r, "Bold", &marked);
    assert_int_equal(page, marked);
    const struct prim *heading = find(r, "Background", NULL);
    assert_string_equal(r->pages->structure->item[heading->element].type, "H2");
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
    struct report *r = make(*state);
    assert_true(printed(r, "Table 1: Top 2, 2024"));
    assert_true(printed(r, "1.50"));
    assert_int_equal(r->files, 2); /* chart and table share one file, and the figures */
    const struct report_file *table = file_named(r, "top-partners-2024-2024.csv");
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
        assert_string_equal(e->attachment, "top-partners-2024-2024.csv");
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
    struct nar_node *first = show(b, false), *short_one = node(b, NAR_SHOW_TABLE, NULL, NULL);
    struct show one = {.what = "top-partners", .period = {2024, 2024}, .limit = 1};
    short_one->table = views_show_table(b->f.a, b->views, &one);
    first->table->id = short_one->table->id = "top";
    b->narrative.body = node(b, NAR_ROOT, NULL, chain(first, chain(short_one, show(b, true))));
    struct report *r = make(b);
    assert_int_equal(r->files, 3); /* the chart shares the first one */
    assert_non_null(strstr(file_named(r, "top.csv")->bytes, "beta,"));
    assert_null(strstr(file_named(r, "top-2.csv")->bytes, "beta,"));
}

/* A chart of n bars with labels of two lines, right below a heading, on a page of its own. */
static struct report *with_chart(struct built *b, size_t n)
{
    struct nar_node *chart = node(b, NAR_SHOW_CHART, NULL, NULL);
    struct chart_bar *bar = ARENA_ARRAY(b->f.a, struct chart_bar, n);
    for (size_t i = 0; i < n; i++)
        bar[i] = (struct chart_bar){
            .label = arena_printf(b->f.a, "Sample ministry of infrastructure, transport and "
                                          "communications %zu", i + 1),
            .value = (int64_t)(n - i) * 100, .value_text = arena_printf(b->f.a, "%zu", n - i)};
    chart->chart = ARENA_NEW(b->f.a, struct view_chart);
    chart->chart->spec = (struct chart_spec){
        .id = "x", .title = "Many", .finding = "One leads.", .unknown_text = "?",
        .locale = views_locale(b->views), .bar = bar, .n = n, .digits = 1, .tick_unit = 100};
    chart->place = (struct place){NULL, 7, 1, 1};
    struct nar_node *heading = node(b, NAR_HEADING, NULL, node(b, NAR_TEXT, "Above", NULL));
    heading->level = 1;
    heading->number = "2";
    b->narrative.body = node(b, NAR_ROOT, NULL, chain(heading, chart));
    return make(b);
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

static void a_tall_chart_is_drawn_smaller(void **state)
{
    struct built *b = *state;
    struct report *r = with_chart(b, 10);
    mpt usual = find(r, "Sample ministry", NULL)->style.size;
    r = with_chart(b, 24);
    assert_true(find(r, "Sample ministry", NULL)->style.size < usual);
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

#define REPORT_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        REPORT_TEST(the_cover_has_the_series_order),
        REPORT_TEST(what_is_open_or_sample_says_so),
        REPORT_TEST(prose_keeps_weight_links_and_notes),
        REPORT_TEST(tables_and_charts_carry_their_data),
        REPORT_TEST(other_data_of_the_same_name_are_a_file_of_their_own),
        REPORT_TEST(a_tall_chart_is_drawn_smaller),
        REPORT_TEST(a_chart_too_tall_says_how_many_bars_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
