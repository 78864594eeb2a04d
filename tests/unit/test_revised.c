/* Footnotes to revised figures, and what a document prints: in prose, cells, charts and notes. */
#include "model_fixture.h"

#include "narrative/narrative.h"

struct made {
    struct fixture f;
    const struct views *views;
    struct document *record;
    struct view_document doc;
};

static void words(struct made *m)
{
    static const char *const word[][2] = {
        {"not_available", "not available"},
        {"year_range", "{from}–{until}"},
        {"joined_sentences", "{list} {next}"},
        {"revised_first", "{kind, select, order {Another order} other {Was {printed}}} on {date}."},
        {"revised_first_undated", "Was {printed} at first."},
        {"revised_later", "Was {printed} in Revision {n} on {date}."},
        {"revised_reason", "Why: {reason}"},
        {"revised_named", "{figure}: {note}"}};
    fixture_words(&m->f, word, sizeof word / sizeof *word);
}

/* Twelve agreements of 1.55 million USD, printed as 11, as 12 in revision 1, and as 1.4 million. */
static void open(struct made *m)
{
    struct fixture *f = &m->f;
    *m = (struct made){0};
    fixture_open(f);
    words(m);
    map_init(&f->r->site.region_colour, f->a);
    f->r->site.bright = "#009cd6";
    fixture_partner(f, "one", "un")->name = fixture_text("One");
    for (int i = 0; i < 12; i++) {
        struct agreement *g =
            fixture_agreement(f, arena_printf(f->a, "a-%02d", i), "mou", "2024-05-14", "one");
        fixture_region(f, g, "AFR", 1);
        if (i == 0)
            fixture_money(f, g, "one", "1550000.00", "USD");
    }
    m->record = f->r->document = ARENA_NEW(f->a, struct document);
    f->r->document_n = 1;
    *m->record = (struct document){
        .id = "paper", .from = 2024, .until = 2024, .date = fixture_date("2025-04-01")};
    struct published *p = fixture_published(f);
    fixture_printed(f, p->figure, &p->n, "2024.agreements.count", "", "11");
    fixture_printed(f, p->figure, &p->n, "2024.contributions.total", "millions", "1.4");
    fixture_printed(f, p->figure, &p->n, "2024.contributions.total", "percent", "90");
    struct revision *r = m->record->revised = ARENA_ARRAY(f->a, struct revision, 1);
    m->record->revised_n = 1;
    *r = (struct revision){.number = 1, .date = fixture_date("2025-06-02"),
                           .reason = fixture_text("One was left out.")};
    r->figure = ARENA_ARRAY(f->a, struct printed_figure, 3);
    fixture_printed(f, r->figure, &r->n, "2024.agreements.count", "", "12");
    fixture_printed(f, r->figure, &r->n, "2024.contributions.total", "millions", "1.6");
    m->views = views_open(f->a, f->d, fixture_build(f), LANG_EN, false);
    m->doc = (struct view_document){.record = m->record, .id = "paper", .lang = "en",
                                    .title = "Paper", .number = "D25/…-E", .period = {2024, 2024}};
}

static struct narrative *read(struct made *m, const char *text)
{
    struct source *src = ARENA_NEW(m->f.a, struct source);
    *src = (struct source){"content/01.md", text, strlen(text)};
    struct page_file *file = ARENA_NEW(m->f.a, struct page_file);
    *file = (struct page_file){.src = src, .slug = "x", .lang = LANG_EN};
    m->doc.file = file;
    m->doc.files = 1;
    m->doc.summary = m->doc.action = ARENA_NEW(m->f.a, struct text);
    return narrative_document(m->f.a, m->f.d, m->views, &m->doc);
}

static void put(struct buf *out, const struct nar_node *n)
{
    for (; n; n = n->next) {
        if (n->kind == NAR_NOTE_MARK)
            buf_printf(out, "^%d%s", n->note, n->note_again ? "again" : "");
        else if (n->text && strcmp(n->text, "\u202F") != 0)
            buf_puts(out, n->text);
        put(out, n->first);
    }
}

static const char *text_of(struct made *m, const struct nar_node *root)
{
    struct buf b = BUF_INIT;
    put(&b, root);
    return buf_to_arena(&b, m->f.a);
}

#define FIRST "Was 11 on 1 April 2025. Why: One was left out."

static void a_revised_figure_has_a_note_and_later_ones_lead_to_it(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    struct narrative *n = read(&m, "{{2024.agreements.count}} and {{2024.agreements.count}}.[^a] "
                                   "Not {{2024.contributions.total.usd}}.\n\n[^a]: Mine.");
    assert_string_equal(text_of(&m, n->body), "12^1 and 12^1again.^2 Not 1,550,000.00.");
    assert_int_equal(n->notes, 2);
    assert_string_equal(text_of(&m, n->note[0].body), FIRST);
    assert_string_equal(text_of(&m, n->note[1].body), "Mine.");
    fixture_close(&m.f);
}

static void marks_stand_behind_percent_signs_and_links(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    struct printed_figure *f = m.record->revised[0].figure;
    fixture_printed(&m.f, f, &m.record->revised[0].n, "2024.contributions.total", "percent", "100");
    struct narrative *n = read(&m, "{{2024.contributions.total.percent}}% of it; "
                                   "[all {{2024.agreements.count}} of them](#x) here.");
    assert_string_equal(text_of(&m, n->body), "100%^1 of it; all 12 of them^2 here.");
    assert_string_equal(text_of(&m, n->note[0].body),
                        "Was 90% on 1 April 2025. Why: One was left out.");
    fixture_close(&m.f);
}

static void a_note_tells_it_itself(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    struct narrative *n = read(&m, "A.[^a]\n\n[^a]: Of {{2024.agreements.count}}.");
    assert_int_equal(n->notes, 1);
    assert_non_null(strstr(text_of(&m, n->note[0].body), "Of 12. "));
    assert_non_null(strstr(text_of(&m, n->note[0].body), ": " FIRST));
    fixture_close(&m.f);
}

static void every_issue_is_told(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    struct revision *r = ARENA_ARRAY(m.f.a, struct revision, 2);
    r[0] = m.record->revised[0];
    r[0].figure[0].form[0].value = "13";
    r[1] = (struct revision){.number = 2, .date = fixture_date("2025-07-01"),
                             .reason = fixture_text("One too many.")};
    r[1].figure = ARENA_ARRAY(m.f.a, struct printed_figure, 1);
    fixture_printed(&m.f, r[1].figure, &r[1].n, "2024.agreements.count", "", "12");
    m.record->revised = r;
    m.record->revised_n = 2;
    struct narrative *n = read(&m, "{{2024.agreements.count}}");
    assert_string_equal(text_of(&m, n->note[0].body),
                        FIRST " Was 13 in Revision 1 on 2 June 2025. Why: One too many.");
    m.record->date = (struct date){0};
    n = read(&m, "{{2024.agreements.count}}");
    assert_memory_equal(text_of(&m, n->note[0].body), "Was 11 at first. Why: ", 22);
    fixture_close(&m.f);
}

static const struct nar_node *shown(const struct narrative *n)
{
    return n->body->first;
}

static void cells_and_charts_are_marked(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    struct narrative *n = read(&m, "```chart\nshow: trend\nyear: 2024\n```\n\n"
                                   "```table\nshow: trend\nyear: 2024\n```\n");
    const struct view_chart *c = shown(n)->chart;
    const struct view_table *t = shown(n)->next->table;
    assert_int_equal(c->note_number, 1);
    assert_non_null(strstr(text_of(&m, n->note[0].body), ": " FIRST));
    assert_int_equal(t->row[0].cell[1].note, 2);
    assert_false(t->row[0].cell[1].note_again);
    assert_int_equal(t->row[0].cell[3].note, 0); /* in another form */
    assert_int_equal(n->notes, 2);
    fixture_close(&m.f);
}

/* Counts whose places are not known are revised as a row, and told once. */
static void a_row_of_counts_shares_a_note(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    struct figure_form then[] = {{"", "11", {0}}}, now[] = {{"", "12", {0}}};
    struct printed_row was = {.id = "2024.regions", .value = then, .n = 1};
    struct printed_row is = {.id = "2024.regions", .value = now, .n = 1};
    m.f.r->published[0].row = &was;
    m.f.r->published[0].rows = 1;
    m.record->revised[0].row = &is;
    m.record->revised[0].rows = 1;
    struct narrative *n = read(&m, "```chart\nshow: agreements-by-region\nyear: 2024\n"
                                   "kind: bars\n```\n\n{{2024.regions.AFR.count}}");
    assert_int_equal(shown(n)->chart->note_number, 1);
    assert_string_equal(text_of(&m, n->note[0].body), "2024: " FIRST);
    assert_int_equal(n->notes, 1);
    model_reconcile(views_model(m.views), m.f.d);
    assert_false(diags_has(m.f.d, DIAG_PRINTED_ROW_DIFFERS));
    fixture_close(&m.f);
}

static const char *prints(struct made *m, const struct narrative *n)
{
    struct nar_print *list;
    struct buf b = BUF_INIT;
    size_t k = narrative_prints(m->f.a, n, m->views, &list);
    for (size_t i = 0; i < k; i++)
        buf_printf(&b, "%s%s.%s", i ? " " : "", list[i].figure->id, list[i].form);
    return buf_to_arena(&b, m->f.a);
}

static void what_is_printed_is_told_with_its_place(void **state)
{
    (void)state;
    struct made m;
    struct nar_print *list;
    open(&m);
    struct narrative *n = read(&m, "One {{2024.partners.count}}.\n\n## Two *parts*\n\nAgain "
                                   "{{2024.partners.count}},\nand {{2024.addenda.count}}.");
    size_t k = narrative_prints(m.f.a, n, m.views, &list);
    assert_int_equal(k, 2);
    assert_int_equal(list[0].times, 2);
    assert_int_equal(list[1].times, 1);
    assert_null(list[0].section);
    assert_string_equal(list[1].section, "Two parts");
    assert_int_equal(list[1].place.line, list[0].place.line + 5);
    fixture_close(&m.f);
}

static void what_is_printed_is_told_once_in_the_order_of_reading(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    struct narrative *n = read(&m, "{{2024.contributions.total}}[^a] {{2024.partners.count}} "
                                   "{{2024.contributions.total.usd}}\n\n"
                                   "| a |\n|---|\n| {{2024.contributions.itu.percent}} |\n\n"
                                   "[^a]: {{2024.addenda.count}}");
    assert_string_equal(prints(&m, n), "2024.contributions.total.usd 2024.partners.count. "
                                       "2024.contributions.itu.percent 2024.addenda.count.");
    n = read(&m, "```table\nshow: top-partners\nyear: 2024\n```\n");
    assert_string_equal(prints(&m, n), "2024.partners.one.contributions.millions2 "
                                       "2024.partners.one.contributions.percent "
                                       "2024.contributions.partners.millions2");
    n = read(&m, "```chart\nshow: trend\nyear: 2024\n```\n");
    assert_string_equal(prints(&m, n), "2024.agreements.count. 2024.contributions.total.millions2");
    fixture_close(&m.f);
}

static void rankings_are_found_in_tables_and_charts(void **state)
{
    (void)state;
    struct made m;
    open(&m);
    const struct view_table **list;
    struct narrative *n = read(&m, "```table\nshow: by-region\nyear: 2024\n```\n\n"
                                   "```chart\nshow: top-partners\nyear: 2024\n```\n");
    assert_int_equal(narrative_rankings(m.f.a, n, m.views, &list), 1);
    assert_string_equal(list[0]->ranking, "2024.partners");
    assert_string_equal(list[0]->row[0].cell[list[0]->ranking_column].code, "one");
    fixture_close(&m.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_revised_figure_has_a_note_and_later_ones_lead_to_it),
        cmocka_unit_test(marks_stand_behind_percent_signs_and_links),
        cmocka_unit_test(a_note_tells_it_itself),
        cmocka_unit_test(every_issue_is_told),
        cmocka_unit_test(cells_and_charts_are_marked),
        cmocka_unit_test(a_row_of_counts_shares_a_note),
        cmocka_unit_test(what_is_printed_is_told_with_its_place),
        cmocka_unit_test(what_is_printed_is_told_once_in_the_order_of_reading),
        cmocka_unit_test(rankings_are_found_in_tables_and_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
