/* Exports: rows of what may be named, their columns in all languages, and the files made of
 * them: CSV, JSON, a workbook, IATI activities, feeds. */
#include "model_fixture.h"

#include "data/data.h"
#include "views/views.h"

struct made {
    struct fixture f;
    const struct views *views[2]; /* en, es */
    struct map file;              /* path -> text */
    const struct view_download *made;
};

static void words(struct fixture *f)
{
    static const char *const en[][2] = {
        {"itu", "ITU"},       {"in_cash", "In cash"}, {"in_kind", "In kind"},
        {"unassigned", "Unassigned"},
        {"amount_in_kind", "{amount} (in kind)"}, {"amount_currency", "{amount} {currency}"},
        {"internal_mark", "Not for the public"}, {"internal_band", "Not for the public"},
        {"joined_list", "{list}, {next}"},      {"download_size", "{size} kB"},
        {"data_size_mb", "{size} MB"},          {"data_link", "{format}, {size}"},
        {"amount_usd", "{amount} USD"}, {"joined_values", "{list}; {next}"},
    };
    fixture_words(f, en, sizeof en / sizeof *en);
    map_init(&f->r->site.region_colour, f->a);
    f->r->site.name = fixture_text("Partners");
    f->r->site.iati = (struct iati_reporter){"XX-1", 40};
    f->r->site.base_url = "https://example.org/";
    f->r->site.bright = "#009cd6";
}

static void records(struct fixture *f)
{
    struct partner *p = fixture_partner(f, "ministry", "government");
    p->former = ARENA_NEW(f->a, struct former_name);
    p->former[0] = (struct former_name){{2024, 5, 1}, fixture_text("Secretariat")};
    p->former_n = 1;
    p->sample = true;
    p = fixture_partner(f, "company", "private-sector");
    p->name = (struct text){.in[LANG_EN] = "A | B, \"Ltd\" \\"};
    fixture_partner(f, "hidden", "un")->name = fixture_text("Hushhush");
    struct agreement *g = fixture_agreement(f, "a-1", "mou", "2024-03-14", "ministry company");
    g->title = (struct text){.in[LANG_EN] = "=One", .in[LANG_ES] = "Uno"};
    fixture_money(f, g, "ministry", "90.50", "EUR");
    fixture_money(f, g, "company", "100001", "JPY")->in_kind = true;
    fixture_region(f, g, "AFR", 2);
    fixture_region(f, g, "EUR", 1);
    fixture_region(f, g, "GLO", 1);
    for (int i = 0; i < 2; i++) /* the DAC has one code for both */
        fixture_entry(f, VOCAB_REGIONS, i ? "EUR" : "GLO")->iati_code = "998";
    fixture_entry(f, VOCAB_REGIONS, "AFR")->iati_code = "298";
    g->country = ARENA_ARRAY(f->a, const char *, 1);
    g->country[g->country_n++] = "KE";
    fixture_rate(f, "EUR", "2024-03-01", "0.905");
    fixture_rate(f, "JPY", "2024-03-01", "150");
    for (int i = 0; i < 2; i++) {
        g = fixture_agreement(f, i ? "a-3" : "a-2", "mou", "2024-07-01", "hidden");
        g->title = fixture_text("Clandestine");
        g->internal = true;
        fixture_money(f, g, "hidden", "77.77", "USD");
    }
    g = fixture_agreement(f, "a-4", "addendum", "2024-09-01", "ministry");
    g->amends = (struct reference){"a-2", fixture_place(f)};
    g->title = fixture_text("Less");
    fixture_money(f, g, "ministry", "-10.05", "USD");
    struct history *h = fixture_history(f, 2023);
    fixture_printed(f, h->figure, &h->n, "agreements.count", "", "6");
    g = fixture_agreement(f, "b-1", "mou", "2023-03-01", "ministry");
    g->title = fixture_text("Of a year not on file");
    fixture_money(f, g, "ministry", "1000.00", "USD");
    g = fixture_agreement(f, "b-2", "mou", "2023-03-02", "hidden");
    g->title = fixture_text("Clandestine");
    g->internal = true;
    fixture_money(f, g, "hidden", "0.11", "USD");
}

static void keep(void *ctx, const char *path, const void *bytes, size_t n)
{
    struct made *m = ctx;
    map_set(&m->file, path, arena_strndup(m->f.a, bytes, n));
}

static int setup(void **state)
{
    struct made *m = test_calloc(1, sizeof *m);
    struct fixture *f = &m->f;
    fixture_open(f);
    words(f);
    records(f);
    const struct model *model = fixture_build(f);
    assert_false(diags_failed(f->d));
    m->views[0] = views_open(f->a, f->d, model, LANG_EN, false);
    m->views[1] = views_open(f->a, f->d, model, LANG_ES, false);
    map_init(&m->file, f->a);
    struct data_input in = {
        .views = m->views, .languages = 2, .feed = m->views, .feeds = 2};
    data_build(f->a, f->d, &in, keep, m, &m->made);
    *state = m;
    return 0;
}

static int teardown(void **state)
{
    struct made *m = *state;
    fixture_close(&m->f);
    test_free(m);
    return 0;
}

/* --- rows --- */

/* A cell by the id of its row and of its field, values of a list apart by "|". */
static const char *cell(struct made *m, const char *set, size_t row, const char *field)
{
    const struct export *x = views_export(m->f.a, m->views, 2, set);
    struct export_cell *c = ARENA_ARRAY(m->f.a, struct export_cell, x->fields);
    struct buf b = BUF_INIT;
    assert_true(row < x->rows);
    views_export_row(m->f.a, x, row, c);
    size_t i = 0;
    while (i < x->fields && strcmp(x->field[i].id, field) != 0)
        i++;
    if (i == x->fields)
        fail_msg("%s has no field %s", set, field);
    if (!x->field[i].column->list)
        return c[i].text ? c[i].text : "none";
    for (size_t k = 0; k < c[i].n; k++)
        buf_printf(&b, "%s%s", k ? "|" : "", c[i].item[k] ? c[i].item[k] : "none");
    return buf_to_arena(&b, m->f.a);
}

#define assert_export(set, row, field, text) assert_string_equal(cell(m, set, row, field), text)

static void an_agreement_has_codes_labels_and_exact_shares(void **state)
{
    struct made *m = *state;
    assert_export("agreements", 0, "id", "a-1");
    assert_export("agreements", 0, "title_en", "=One");
    assert_export("agreements", 0, "title_es", "Uno");
    assert_export("agreements", 0, "list_group", "a");
    assert_export("agreements", 0, "regions", "AFR|EUR|GLO");
    assert_export("agreements", 0, "region_shares", "1/2|1/4|1/4");
    assert_export("agreements", 0, "priorities", "");
    assert_export("agreements", 0, "partners", "ministry|company");
    assert_export("agreements", 0, "partner_names_en", "Secretariat|A | B, \"Ltd\" \\");
    assert_export("agreements", 0, "partner_names_es", "Secretariat|none");
    assert_export("agreements", 0, "cash_usd", "100.00");
    assert_export("agreements", 0, "in_kind_usd", "666.67");
    assert_export("agreements", 0, "signed", "2024-03-14");
    assert_export("agreements", 0, "ends", "none");
    assert_export("agreements", 0, "counted", "true");
    assert_export("agreements", 2, "id", "b-1");
    assert_export("agreements", 2, "counted", "false");
}

static void a_contribution_says_how_it_became_dollars(void **state)
{
    struct made *m = *state;
    assert_export("contributions", 0, "id", "a-1/1");
    assert_export("contributions", 0, "amount", "90.50");
    assert_export("contributions", 0, "currency", "EUR");
    assert_export("contributions", 0, "usd", "100.00");
    assert_export("contributions", 0, "usd_basis", "rate");
    assert_export("contributions", 0, "rate", "0.905");
    assert_export("contributions", 0, "rate_date", "2024-03-01");
    assert_export("contributions", 0, "region_usd", "50.00|25.00|25.00");
    assert_export("contributions", 0, "priorities", "unassigned");
    assert_export("contributions", 0, "priority_usd", "100.00");
    assert_export("contributions", 0, "sample", "true");
    assert_export("contributions", 1, "amount", "100001");
    assert_export("contributions", 1, "form", "in-kind");
    assert_export("contributions", 1, "counted", "false");
    assert_export("contributions", 1, "sample", "false");
    assert_export("contributions", 2, "amount", "-10.05");
}

static void what_may_not_be_named_is_one_sum(void **state)
{
    struct made *m = *state;
    const struct export *x = views_export(m->f.a, m->views, 2, "contributions");
    assert_int_equal(x->rows, 5); /* two, one, one of 2023, and the sum */
    assert_export("contributions", 4, "agreement", "none");
    assert_export("contributions", 4, "from", "none");
    assert_export("contributions", 4, "usd", "155.54");
    assert_export("contributions", 4, "not_named", "2");
    assert_export("contributions", 4, "year", "2024");
    assert_export("agreements", 1, "id", "a-4");
    assert_export("agreements", 1, "amends", "none");
    assert_int_equal(views_export(m->f.a, m->views, 2, "partners")->rows, 2);
    for (size_t i = 0; i < m->file.n; i++)
        if (strstr(m->file.item[i].value, "ushhush") || strstr(m->file.item[i].value, "77.77") ||
            strstr(m->file.item[i].value, "Cland") || strstr(m->file.item[i].value, "\"a-2"))
            fail_msg("%s names what is internal", m->file.item[i].key);
}

static void one_amount_alone_would_be_told_by_a_sum(void **state)
{
    struct made *m = *state;
    m->f.r->agreement[2]->internal = false;
    const struct views *v = views_open(m->f.a, m->f.d, views_model(m->views[0]), LANG_EN, false);
    const struct export *x = views_export(m->f.a, &v, 1, "contributions");
    struct export_cell *c = ARENA_ARRAY(m->f.a, struct export_cell, x->fields);
    for (size_t i = 0; i < x->rows; i++) {
        views_export_row(m->f.a, x, i, c);
        assert_non_null(c[0].text);
    }
    m->f.r->agreement[2]->internal = true;
}

static void the_internal_profile_has_rows_of_all(void **state)
{
    struct made *m = *state;
    const struct views *v = views_open(m->f.a, m->f.d, views_model(m->views[0]), LANG_EN, true);
    assert_int_equal(views_export(m->f.a, &v, 1, "agreements")->rows, 6);
    assert_int_equal(views_export(m->f.a, &v, 1, "partners")->rows, 3);
    assert_int_equal(views_export(m->f.a, &v, 1, "contributions")->rows, 7);
}

static void a_figure_is_exact_and_says_when_it_is_not_known(void **state)
{
    struct made *m = *state;
    const struct export *x = views_export(m->f.a, m->views, 2, "figures");
    size_t seen = 0;
    for (size_t i = 0; i < x->rows; i++) {
        const char *id = cell(m, "figures", i, "id");
        if (strcmp(id, "2024.regions.AFR.count") == 0) {
            assert_export("figures", i, "value", "0.5");
            assert_export("figures", i, "numerator", "1");
            assert_export("figures", i, "denominator", "2");
            assert_export("figures", i, "unit", "fraction");
            assert_export("figures", i, "records", "1");
            seen++;
        } else if (strcmp(id, "2024.contributions.total") == 0) {
            assert_export("figures", i, "value", "245.49");
            assert_export("figures", i, "records", "4");
            assert_export("figures", i, "numerator", "none");
            assert_export("figures", i, "whole", "none");
            seen++;
        } else if (strcmp(id, "2024.regions.AFR.contributions") == 0) {
            assert_export("figures", i, "whole", "2024.contributions.total");
            seen++;
        } else if (strcmp(id, "2023.agreements.count") == 0) {
            assert_export("figures", i, "source", "totals");
            seen++;
        }
        assert_null(strstr(id, "hidden"));
    }
    assert_int_equal(seen, 4);
}

/* --- files --- */

static const char *file(struct made *m, const char *name)
{
    const char *path = arena_printf(m->f.a, "site/data/%s", name);
    if (!map_has(&m->file, path))
        fail_msg("there is no file %s", path);
    return map_get(&m->file, path);
}

static void csv_joins_lists_and_guards_formulas(void **state)
{
    struct made *m = *state;
    const char *csv = file(m, "agreements.csv");
    assert_ptr_equal(strstr(csv, "id,kind,kind_label_en,kind_label_es,"), csv);
    assert_non_null(strstr(csv, "\r\na-1,mou,mou,"));
    assert_non_null(strstr(csv, "\"'=One\",Uno,"));
    assert_non_null(strstr(csv, ",\"Secretariat|A \\| B, \"\"Ltd\"\" \\\\\","));
    assert_non_null(strstr(file(m, "contributions.csv"), ",-10.05,USD,-10.05,"));
    const char *bom = file(m, "agreements.bom.csv");
    assert_memory_equal(bom, "\xEF\xBB\xBF", 3);
    assert_string_equal(bom + 3, csv);
}

static void json_has_types(void **state)
{
    struct made *m = *state;
    const char *json = file(m, "agreements.json");
    assert_non_null(strstr(json, "\"internal\": null, \"languages\": [\"en\", \"es\"], "
                                 "\"sample\": false"));
    assert_non_null(strstr(json, "\"title\": {\"en\": \"=One\", \"es\": \"Uno\"}, \"year\": 2024, "
                                 "\"counted\": true"));
    assert_non_null(strstr(json, "\"partner_names\": {\"en\": [\"Secretariat\", "
                                 "\"A | B, \\\"Ltd\\\" \\\\\"], \"es\": [\"Secretariat\", null]}"));
    assert_non_null(strstr(json, "\"cash_usd\": \"100.00\""));
    assert_non_null(strstr(json, "\"ends\": null"));
    json = file(m, "schema.json");
    assert_non_null(strstr(json, "\"$id\": \"https://example.org/data/schema.json\""));
    assert_non_null(strstr(json, "\"enum\": [\"cash\", \"in-kind\"]"));
}

/* What stands in the file from the first text to the second. */
static const char *between(struct made *m, const char *text, const char *from, const char *to)
{
    const char *start = strstr(text, from);
    assert_non_null(start);
    const char *end = strstr(start, to);
    assert_non_null(end);
    return arena_strndup(m->f.a, start, (size_t)(end - start));
}

static void an_activity_has_its_shares_twice_and_its_own_currency(void **state)
{
    struct made *m = *state;
    const char *all = file(m, "iati.xml");
    const char *one = between(m, all, "<iati-identifier>XX-1-a-1<", "</iati-activity>");
    assert_non_null(strstr(one, "<recipient-region code=\"EUR\" vocabulary=\"99\" "
                                "vocabulary-uri=\"https://example.org/en/regions/\" "
                                "percentage=\"25.00\">"));
    assert_non_null(strstr(one, "<recipient-region code=\"298\" vocabulary=\"1\" "
                                "percentage=\"50.00\"/>"
                                "<recipient-region code=\"998\" vocabulary=\"1\" "
                                "percentage=\"50.00\"/>"));
    assert_null(strstr(one, "<recipient-country"));
    assert_non_null(strstr(one, "<administrative code=\"KE\" vocabulary=\"A4\" level=\"0\"/>"));
    assert_non_null(strstr(one, "<value currency=\"EUR\" value-date=\"2024-03-14\">90.50</value>"));
    assert_null(strstr(one, "JPY\" value-date")); /* in kind: told, no transaction */
    assert_non_null(strstr(one, "JPY (in kind)"));
    assert_non_null(strstr(one, "<activity-status code=\"2\"/>"));
    assert_non_null(strstr(all, "<participating-org role=\"4\" ref=\"XX-1\" type=\"40\">"));
}

static void an_addendum_to_what_may_not_be_named_stands_alone(void **state)
{
    struct made *m = *state;
    const char *all = file(m, "iati.xml");
    const char *less = between(m, all, "<iati-identifier>XX-1-a-4<", "</iati-activity>");
    assert_non_null(strstr(less, ">-10.05</value>"));
    assert_null(strstr(less, "related-activity"));
    assert_null(strstr(all, "a-2"));
    assert_null(strstr(all, "a-3"));
}

static void an_addendum_is_a_transaction_of_its_agreement(void **state)
{
    struct made *m = *state;
    struct made other = {.f = {.a = m->f.a}};
    const struct views *v = views_open(m->f.a, m->f.d, views_model(m->views[0]), LANG_EN, true);
    struct data_input in = {.views = &v, .languages = 1};
    map_init(&other.file, m->f.a);
    data_build(m->f.a, m->f.d, &in, keep, &other, &other.made);
    const char *all = file(&other, "iati.xml");
    const char *two = between(m, all, "<iati-identifier>XX-1-a-2<", "</iati-activity>");
    assert_non_null(strstr(two, ">77.77</value>"));
    assert_non_null(strstr(two, "<transaction ref=\"a-4/1\">"));
    assert_non_null(strstr(two, "<other-identifier ref=\"a-4\" type=\"A1\"/>"));
    assert_null(strstr(all, "<iati-identifier>XX-1-a-4<"));
    assert_non_null(strstr(all, "<!-- Not for the public -->"));
    assert_non_null(strstr(file(&other, "agreements.json"), "\"internal\": \"Not for the public\""));
}

static void feeds_have_the_newest_first(void **state)
{
    struct made *m = *state;
    const char *feed = map_get(&m->file, "site/es/feed.xml");
    assert_non_null(feed);
    assert_non_null(strstr(feed, "<updated>2024-09-01T00:00:00Z</updated><author>"));
    const char *less = strstr(feed, "<title xml:lang=\"en\">Less</title>"
                                    "<id>https://example.org/es/agreements/a-4/</id>");
    const char *one = strstr(feed, "<title>Uno</title>");
    assert_non_null(less);
    assert_true(one > less);
    assert_null(strstr(feed, "Clandestine"));
}

static void what_has_no_address_has_no_feed(void **state)
{
    struct made *m = *state;
    struct made other = {.f = {.a = m->f.a}};
    struct data_input in = {
        .views = m->views, .languages = 2, .feed = m->views, .feeds = 2};
    map_init(&other.file, m->f.a);
    m->f.r->site.base_url = NULL;
    data_build(m->f.a, m->f.d, &in, keep, &other, &other.made);
    m->f.r->site.base_url = "https://example.org/";
    assert_false(map_has(&other.file, "site/es/feed.xml"));
    assert_non_null(strstr(map_get(&other.file, "site/data/agreements.json"), "\"site\": null"));
    assert_non_null(strstr(map_get(&other.file, "site/data/schema.json"),
                           "\"$id\": \"schema.json\""));
}

static void a_list_offers_its_files_with_their_sizes(void **state)
{
    struct made *m = *state;
    static const struct view_download list[] = {
        {.path = "data/agreements.csv", .set = "agreements", .holds = "agreements",
         .format = "CSV", .bytes = 213499},
        {.path = "data/partners.csv", .set = "partners", .holds = "partners", .format = "CSV",
         .bytes = 3},
        {.path = "data/accord.xlsx", .holds = "data_all", .format = "Excel", .bytes = 1250000},
        {.path = "es/feed.xml", .holds = "data_feed", .format = "Atom", .lang = "es", .bytes = 9},
    };
    views_offer(m->views[0], list, 4);
    const struct view_page *page = views_page(m->f.a, m->views[0], "agreements");
    const struct view_section *s = &page->section[page->sections - 1];
    assert_int_equal(s->fact[0].n, 2);
    assert_string_equal(s->fact[0].cell[0].text, "CSV, 213 kB");
    assert_string_equal(s->fact[0].cell[0].file, "data/agreements.csv");
    assert_string_equal(s->fact[0].cell[1].text, "Excel, 1.3 MB");
    page = views_page(m->f.a, m->views[0], "data");
    const struct view_table *t = page->section[0].table;
    assert_int_equal(t->rows, 3); /* the feed is in another language */
    assert_string_equal(t->row[1].cell[3].text, "1 kB");
    assert_string_equal(t->row[1].cell[3].sort, "3");
    assert_int_equal(page->sections, 5);
    views_offer(m->views[0], NULL, 0);
}

static void a_workbook_is_made_and_leaves_nothing_behind(void **state)
{
    struct made *m = *state;
    assert_memory_equal(map_get(&m->file, "site/data/accord.xlsx"), "PK\003\004", 4);
    assert_false(diags_failed(m->f.d));
}

static void a_workbook_that_cannot_be_made_is_told(void **state)
{
    struct made *m = *state;
    struct diags *d = diags_new(m->f.a);
    struct made other = {.f = {.a = m->f.a}};
    struct data_input in = {
        .views = m->views, .languages = 2, .feed = m->views, .feeds = 2};
    map_init(&other.file, m->f.a);
    setenv("TMPDIR", "/nowhere/at/all", 1);
    data_build(m->f.a, d, &in, keep, &other, &other.made);
    unsetenv("TMPDIR");
    assert_true(diags_has(d, DIAG_WORKBOOK_FAILED));
    assert_false(map_has(&other.file, "site/data/accord.xlsx"));
    assert_true(map_has(&other.file, "site/data/agreements.csv"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agreement_has_codes_labels_and_exact_shares),
        cmocka_unit_test(a_contribution_says_how_it_became_dollars),
        cmocka_unit_test(what_may_not_be_named_is_one_sum),
        cmocka_unit_test(one_amount_alone_would_be_told_by_a_sum),
        cmocka_unit_test(the_internal_profile_has_rows_of_all),
        cmocka_unit_test(a_figure_is_exact_and_says_when_it_is_not_known),
        cmocka_unit_test(csv_joins_lists_and_guards_formulas),
        cmocka_unit_test(json_has_types),
        cmocka_unit_test(an_activity_has_its_shares_twice_and_its_own_currency),
        cmocka_unit_test(an_addendum_to_what_may_not_be_named_stands_alone),
        cmocka_unit_test(an_addendum_is_a_transaction_of_its_agreement),
        cmocka_unit_test(feeds_have_the_newest_first),
        cmocka_unit_test(what_has_no_address_has_no_feed),
        cmocka_unit_test(a_list_offers_its_files_with_their_sizes),
        cmocka_unit_test(a_workbook_is_made_and_leaves_nothing_behind),
        cmocka_unit_test(a_workbook_that_cannot_be_made_is_told),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
