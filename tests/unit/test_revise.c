/* What an issued document printed, and its revisions. */
#include "unit/model_fixture.h"

struct paper {
    struct fixture f;
    struct published *held;
    struct document *doc;
};

/* Holds three figures of one agreement of 33.8 million USD. */
static void paper_open(struct paper *p)
{
    fixture_open(&p->f);
    fixture_partner(&p->f, "one", "un");
    fixture_partner(&p->f, "two", "un");
    struct agreement *g = fixture_agreement(&p->f, "a1", "mou", "2024-02-01", "one two");
    fixture_money(&p->f, g, "one", "33750000.00", "USD");
    fixture_money(&p->f, g, "two", "50000.00", "USD");
    p->held = fixture_published(&p->f);
    p->doc = p->f.r->document = ARENA_NEW(p->f.a, struct document);
    p->f.r->document_n = 1;
    *p->doc = (struct document){.id = "paper", .dir = "content/documents/paper", .from = 2024,
                                .until = 2024, .date = fixture_date("2025-04-01")};
    p->doc->revised = ARENA_ARRAY(p->f.a, struct revision, 2);
}

static void print(struct paper *p, const char *id, const char *form, const char *value)
{
    fixture_printed(&p->f, p->held->figure, &p->held->n, id, form, value);
}

static struct revision *revise(struct paper *p, const char *day)
{
    struct revision *r = &p->doc->revised[p->doc->revised_n++];
    *r = (struct revision){.number = (int)p->doc->revised_n, .date = fixture_date(day),
                           .reason = fixture_text("A count was wrong.")};
    p->doc->revision = r->number;
    r->figure = ARENA_ARRAY(p->f.a, struct printed_figure, 4);
    return r;
}

static void a_revision_takes_the_place_of_what_was_printed(void **state)
{
    (void)state;
    struct paper p;
    paper_open(&p);
    print(&p, "2024.agreements.count", "", "2");
    print(&p, "2024.contributions.total", "millions", "33.8");
    struct revision *r = revise(&p, "2025-06-02");
    fixture_printed(&p.f, r->figure, &r->n, "2024.agreements", "count", "1");
    model_reconcile(fixture_build(&p.f), p.f.d);
    assert_silent(&p.f);
    fixture_close(&p.f);
}

static void only_the_form_that_it_names(void **state)
{
    (void)state;
    struct paper p;
    paper_open(&p);
    print(&p, "2024.contributions.total", "millions", "33.7");
    print(&p, "2024.contributions.total", "millions2", "33.79");
    struct revision *r = revise(&p, "2025-06-02");
    fixture_printed(&p.f, r->figure, &r->n, "2024.contributions.total", "millions", "33.8");
    model_reconcile(fixture_build(&p.f), p.f.d);
    assert_reports(&p.f, "2024.contributions.total.millions2 was printed as 33.79; today's");
    assert_reports(&p.f, "{number: 2, date: ..., reason: ..., figures: "
                         "{2024.contributions.total: {millions2: 33.80}}}");
    assert_int_equal(diags_count(p.f.d, SEVERITY_WARNING), 1);
    fixture_close(&p.f);
}

static void one_that_no_longer_matches_is_drift_again(void **state)
{
    (void)state;
    struct paper p;
    paper_open(&p);
    print(&p, "2024.agreements.count", "", "1");
    struct revision *r = revise(&p, "2025-06-02");
    fixture_printed(&p.f, r->figure, &r->n, "2024.agreements.count", "", "3");
    model_reconcile(fixture_build(&p.f), p.f.d);
    assert_reports(&p.f, "2024.agreements.count was revised to 3 in revision 1; today's records "
                         "give 1 [revised-figure-differs]");
    fixture_close(&p.f);
}

static void what_was_never_printed_cannot_be_revised(void **state)
{
    (void)state;
    struct paper p;
    paper_open(&p);
    print(&p, "2024.contributions.total", "millions", "33.8");
    struct revision *r = revise(&p, "2025-06-02");
    fixture_printed(&p.f, r->figure, &r->n, "2024.contributions.total", "millions2", "33.80");
    fixture_printed(&p.f, r->figure, &r->n, "2024.agreement.count", "", "1");
    fixture_printed(&p.f, r->figure, &r->n, "2024.contributions.total", "millions", "33.80");
    model_reconcile(fixture_build(&p.f), p.f.d);
    assert_reports(&p.f, "2024.contributions.total.millions2 is not among the printed figures");
    assert_reports(&p.f, "unknown figure \"2024.agreement.count\"");
    assert_reports(&p.f, "2024.contributions.total.millions was printed as 33.80 before, too");
    fixture_close(&p.f);
}

static void every_issue_is_told_oldest_first(void **state)
{
    (void)state;
    struct paper p;
    struct printing *list;
    paper_open(&p);
    print(&p, "2024.contributions.total", "usd", "33799999.99");
    struct revision *r = revise(&p, "2025-06-02");
    fixture_printed(&p.f, r->figure, &r->n, "2024.contributions.total", "", "33800001.00");
    r = revise(&p, "2025-07-01");
    fixture_printed(&p.f, r->figure, &r->n, "2024.contributions.total", "usd", "33800000.00");
    const struct model *m = fixture_build(&p.f);
    const struct figure *f = model_figure(m, "2024.contributions.total");
    assert_int_equal(model_printings(p.f.a, m, "paper", f, "", &list), 3);
    assert_string_equal(list[0].value, "33799999.99");
    assert_null(list[0].in);
    assert_string_equal(list[1].value, "33800001.00");
    assert_int_equal(list[2].in->number, 2);
    assert_int_equal(model_printings(p.f.a, m, "paper", f, "millions", &list), 0);
    assert_int_equal(model_printings(p.f.a, m, "other", f, "", &list), 0);
    model_reconcile(m, p.f.d);
    assert_silent(&p.f);
    assert_int_equal(model_issued(m, p.doc).month, 4);
    p.held->issued = fixture_date("2025-05-12");
    assert_int_equal(model_issued(m, p.doc).month, 5);
    fixture_close(&p.f);
}

static void rankings_are_revised_as_a_whole(void **state)
{
    (void)state;
    struct paper p;
    paper_open(&p);
    struct reference then[] = {{"two", {0}}, {"one", {0}}}, now[] = {{"one", {0}}, {"two", {0}}};
    p.held->ranking[0] = (struct printed_ranking){.id = "2024.partners", .item = then, .n = 2};
    p.held->rankings = 1;
    struct printed_ranking revised = {.id = "2024.partners", .item = now, .n = 2};
    struct revision *r = revise(&p, "2025-06-02");
    r->ranking = &revised;
    r->rankings = 1;
    model_reconcile(fixture_build(&p.f), p.f.d);
    assert_silent(&p.f);
    fixture_close(&p.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_revision_takes_the_place_of_what_was_printed),
        cmocka_unit_test(only_the_form_that_it_names),
        cmocka_unit_test(one_that_no_longer_matches_is_drift_again),
        cmocka_unit_test(what_was_never_printed_cannot_be_revised),
        cmocka_unit_test(every_issue_is_told_oldest_first),
        cmocka_unit_test(rankings_are_revised_as_a_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
