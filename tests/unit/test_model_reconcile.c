/* Printed figures against today's. */
#include "unit/model_fixture.h"

static struct published *open_sample(struct fixture *f)
{
    fixture_open(f);
    fixture_partner(f, "one", "un");
    fixture_partner(f, "two", "un");
    struct agreement *g = fixture_agreement(f, "a1", "mou", "2024-02-01", "one two");
    fixture_money(f, g, "one", "33749999.99", "USD");
    fixture_money(f, g, "two", "50000.01", "USD");
    fixture_region(f, g, "AFR", 1);
    fixture_region(f, g, "EUR", 1);
    return fixture_published(f);
}

static void print(struct fixture *f, struct published *p, const char *id, const char *form,
                  const char *value)
{
    fixture_printed(f, p->figure, &p->n, id, form, value);
}

static void equal_figures_are_silent(void **state)
{
    (void)state;
    struct fixture f;
    struct published *p = open_sample(&f);
    print(&f, p, "2024.agreements.count", "", "1");
    print(&f, p, "2024.agreements", "count", "1");
    print(&f, p, "2024.regions.AFR.count", "", "0.50");
    print(&f, p, "2024.contributions.total", "millions", "33.8");
    print(&f, p, "2024.contributions.total", "usd", "33800000");
    print(&f, p, "2024.contributions.itu", "percent", "0");
    print(&f, p, "2024.partners.two.contributions", "millions2", "0.05");
    model_reconcile(fixture_build(&f), f.d);
    assert_silent(&f);
    fixture_close(&f);
}

static void drift_shows_both_numbers_in_the_printed_form(void **state)
{
    (void)state;
    struct fixture f;
    struct published *p = open_sample(&f);
    print(&f, p, "2024.contributions.total", "millions", "33.7");
    print(&f, p, "2024.agreements.count", "", "89");
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "warning: 2024.contributions.total.millions was printed as 33.7; today's "
                       "records give 33.8 [printed-figure-differs]");
    assert_reports(&f, "2024.agreements.count was printed as 89; today's records give 1");
    assert_int_equal(diags_count(f.d, SEVERITY_WARNING), 2);
    assert_false(diags_failed(f.d));
    fixture_close(&f);
}

static void figures_that_are_none_are_reported(void **state)
{
    (void)state;
    struct fixture f;
    struct published *p = open_sample(&f);
    print(&f, p, "2024.agreement.count", "", "89");
    print(&f, p, "2024.agreements.count", "millions", "89");
    print(&f, p, "2018.agreements.count", "", "43");
    print(&f, p, "2024.addenda.count", "", "33,8");
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "did you mean \"2024.agreements.count\"?");
    assert_reports(&f, "counts have no forms");
    assert_reports(&f, "2018.agreements.count was printed as 43; today's records do not give it");
    assert_reports(&f, "a printed figure is a plain number, not \"33,8\"");
    assert_int_equal(diags_count(f.d, SEVERITY_ERROR), 3);
    fixture_close(&f);
}

static void rank(struct fixture *f, struct published *p, const char *id, const char *const *ids)
{
    struct printed_ranking *r = &p->ranking[0];
    p->rankings = 1;
    r->id = id;
    r->place = fixture_place(f);
    r->item = ARENA_ARRAY(f->a, struct reference, FIXTURE_MAX);
    for (; *ids; ids++)
        r->item[r->n++] = (struct reference){*ids, fixture_place(f)};
}

static void rankings_are_compared_in_order(void **state)
{
    (void)state;
    static const char *const right[] = {"one", "two", NULL}, *const wrong[] = {"two", "one", NULL},
                             *const unknown[] = {"one", "twoo", NULL},
                             *const longer[] = {"one", "two", "two", NULL};
    struct fixture f;
    rank(&f, open_sample(&f), "2024.partners", right);
    model_reconcile(fixture_build(&f), f.d);
    assert_silent(&f);
    fixture_close(&f);
    rank(&f, open_sample(&f), "2024.partners", wrong);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "rank 1 of 2024.partners was printed as \"two\"; today it is \"one\"");
    assert_int_equal(diags_count(f.d, SEVERITY_WARNING), 1);
    fixture_close(&f);
    rank(&f, open_sample(&f), "2024.partners", unknown);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "unknown partner \"twoo\"");
    fixture_close(&f);
    rank(&f, open_sample(&f), "2024.partners", longer);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "rank 3 of 2024.partners was printed as \"two\"; today it is no one");
    fixture_close(&f);
    rank(&f, open_sample(&f), "partners", right);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "A ranking is named by its period");
    fixture_close(&f);
}

static void print_row(struct fixture *f, struct published *p, const char *id,
                      const char *const *values)
{
    struct printed_row *r = &p->row[0];
    p->rows = 1;
    r->id = id;
    r->place = fixture_place(f);
    r->value = ARENA_ARRAY(f->a, struct figure_form, FIXTURE_MAX);
    for (; *values; values++)
        r->value[r->n++] = (struct figure_form){"", *values, fixture_place(f)};
}

/* Three agreements: one for AFR and EUR in halves, one for EUR, one for no region. */
static struct published *open_regions(struct fixture *f)
{
    struct published *p = open_sample(f);
    fixture_region(f, fixture_agreement(f, "a2", "mou", "2024-03-01", "one"), "EUR", 1);
    fixture_agreement(f, "a3", "mou", "2024-04-01", "one");
    return p;
}

static void rows_are_compared_without_their_empty_places(void **state)
{
    (void)state;
    static const char *const right[] = {"0.5", "1.50", "1", NULL},
                             *const swapped[] = {"1.5", "0.5", "1", NULL},
                             *const more[] = {"0.5", "2.5", "1", NULL},
                             *const none[] = {NULL}, *const faulty[] = {"0,5", NULL};
    struct fixture f;
    print_row(&f, open_regions(&f), "2024.regions", right);
    model_reconcile(fixture_build(&f), f.d);
    assert_silent(&f);
    fixture_close(&f);
    print_row(&f, open_regions(&f), "2024.regions", swapped);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "2024.regions was printed as 1.5 0.5 1, 3 in all; today's records give 0.5 "
                       "1.5 1, 3 in all [printed-row-differs]");
    assert_reports(&f, "They are the same counts in another order");
    fixture_close(&f);
    print_row(&f, open_regions(&f), "2024.regions", more);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "was printed as 0.5 2.5 1, 4 in all; today's records give 0.5 1.5 1, 3 in");
    assert_int_equal(diags_count(f.d, SEVERITY_WARNING), 1);
    fixture_close(&f);
    print_row(&f, open_regions(&f), "2024.regions", none);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "2024.regions was printed as nothing, 0 in all");
    fixture_close(&f);
    print_row(&f, open_regions(&f), "2024.regions", faulty);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "a printed figure is a plain number, not \"0,5\"");
    fixture_close(&f);
}

static void rows_of_what_is_not_on_file(void **state)
{
    (void)state;
    static const char *const values[] = {"0.5", "1.5", "1", NULL};
    struct fixture f;
    print_row(&f, open_regions(&f), "2018.regions", values);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "2018.regions was printed as 0.5 1.5 1; today's records do not give it");
    fixture_close(&f);
    print_row(&f, open_regions(&f), "2024.partners", values);
    model_reconcile(fixture_build(&f), f.d);
    assert_reports(&f, "unknown figure \"2024.partners\"");
    assert_reports(&f, "Counts are named by their period and what they are by");
    fixture_close(&f);
}

static void listed(const struct reconciled *r, const char *id, const char *then, const char *now,
                   bool held)
{
    assert_string_equal(r->id, id);
    assert_string_equal(r->then, then);
    if (now)
        assert_string_equal(r->now, now);
    else
        assert_null(r->now);
    assert_int_equal(r->held, held);
}

static void all_that_was_printed_is_listed(void **state)
{
    (void)state;
    static const char *const order[] = {"one", "two", "three", NULL}, *const row[] = {"0.5", "2", NULL};
    const struct reconciled *r;
    struct fixture f;
    struct published *p = open_regions(&f);
    fixture_partner(&f, "three", "un");
    print(&f, p, "2024.contributions.total", "millions", "33.8");
    print(&f, p, "2024.agreements.count", "", "4");
    print(&f, p, "2018.agreements.count", "", "43");
    rank(&f, p, "2024.partners", order);
    print_row(&f, p, "2024.regions", row);
    assert_int_equal(model_reconciled(f.a, fixture_build(&f), p, &r), 8);
    listed(&r[0], "2024.contributions.total.millions", "33.8", "33.8", true);
    assert_string_equal(r[0].exact, "33800000.00");
    listed(&r[1], "2024.agreements.count", "4", "3", false);
    listed(&r[2], "2018.agreements.count", "43", NULL, false);
    listed(&r[3], "2024.partners, rank 1", "one", "one", true);
    listed(&r[5], "2024.partners, rank 3", "three", NULL, false);
    listed(&r[6], "2024.regions, count 1 of 2", "0.5", "0.5", true);
    listed(&r[7], "2024.regions, count 2 of 2", "2", "1.5", false);
    assert_int_equal(r[7].place.line, p->row[0].value[1].place.line);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_figures_are_silent),
        cmocka_unit_test(drift_shows_both_numbers_in_the_printed_form),
        cmocka_unit_test(figures_that_are_none_are_reported),
        cmocka_unit_test(rankings_are_compared_in_order),
        cmocka_unit_test(rows_are_compared_without_their_empty_places),
        cmocka_unit_test(rows_of_what_is_not_on_file),
        cmocka_unit_test(all_that_was_printed_is_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
