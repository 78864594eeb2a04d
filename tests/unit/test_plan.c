/* Goals of years against their figures, and agreements that are expected. */
#include "unit/model_fixture.h"

struct planned {
    struct fixture f;
    struct target *t;
};

/* 2024: 100.00 USD, two agreements, half of one for AFR; goals are added by the tests. */
static void open_planned(struct planned *p, int year)
{
    struct fixture *f = &p->f;
    fixture_open(f);
    fixture_partner(f, "gov", "government");
    fixture_rate(f, "EUR", "2024-01-01", "0.8");
    struct agreement *g = fixture_agreement(f, "a1", "mou", "2024-02-01", "gov");
    fixture_money(f, g, "gov", "100.00", "USD");
    fixture_region(f, g, "AFR", 1);
    fixture_region(f, g, "EUR", 2);
    fixture_agreement(f, "a2", "mou", "2024-03-01", "gov");
    p->t = ARENA_NEW(f->a, struct target);
    p->t->year = year;
    p->t->goal = ARENA_ARRAY(f->a, struct printed_figure, FIXTURE_MAX);
    p->t->prospect = ARENA_ARRAY(f->a, struct prospect, FIXTURE_MAX);
    f->r->target = p->t;
    f->r->target_n = 1;
}

static void goal(struct planned *p, const char *id, const char *value)
{
    fixture_printed(&p->f, p->t->goal, &p->t->n, id, "", value);
}

static struct prospect *expect(struct planned *p, int64_t amount, const char *currency,
                               int probability, const char *on)
{
    struct prospect *e = &p->t->prospect[p->t->prospects++];
    *e = (struct prospect){.title = fixture_text("x"), .stage = 1, .amount = amount,
                           .currency = fixture_currency(&p->f, currency),
                           .probability = probability, .expected = fixture_date(on),
                           .place = fixture_place(&p->f), .amount_place = fixture_place(&p->f),
                           .expected_place = fixture_place(&p->f)};
    return e;
}

static const struct plan *planned(struct planned *p)
{
    const struct plan *plan;
    const struct model *m = fixture_build(&p->f);
    assert_int_equal(model_plans(m, &plan), 1);
    return plan;
}

static void goals_are_compared_exactly(void **state)
{
    (void)state;
    struct planned p;
    open_planned(&p, 2024);
    goal(&p, "agreements.count", "3");
    goal(&p, "contributions.total", "80.00");
    goal(&p, "regions.AFR.count", "0.5");
    goal(&p, "agreements.financial.count", "1");
    const struct plan *plan = planned(&p);
    assert_silent(&p.f);
    assert_int_equal(plan->goals, 4);
    static const char *const part[] = {"2/3", "5/4", "2/3", "1"};
    static const char *const ahead[] = {"-1", "20", "-1/6", "0"};
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(rational_text(p.f.a, plan->goal[i].reached), part[i]);
        assert_string_equal(rational_text(p.f.a, plan->goal[i].ahead), ahead[i]);
    }
    fixture_close(&p.f);
}

static void a_year_without_figures_has_no_actuals(void **state)
{
    (void)state;
    struct planned p;
    open_planned(&p, 2025);
    goal(&p, "agreements.count", "3");
    const struct plan *plan = planned(&p);
    assert_int_equal(plan->goals, 1);
    assert_null(plan->goal[0].actual);
    fixture_close(&p.f);

    open_planned(&p, 2024); /* not known is not zero */
    fixture_history(&p.f, 2024);
    goal(&p, "agreements.count", "3");
    assert_null(planned(&p)->goal[0].actual);
    fixture_close(&p.f);
}

static void faulty_goals_are_told(void **state)
{
    (void)state;
    struct planned p;
    open_planned(&p, 2024);
    goal(&p, "agreements.cont", "3");
    goal(&p, "agreements.count", "0");
    goal(&p, "contributions.total", "1.005");
    goal(&p, "contributions.itu", "many");
    assert_int_equal(planned(&p)->goals, 0);
    assert_reports(&p.f, "unknown figure \"agreements.cont\"");
    assert_reports(&p.f, "did you mean \"agreements.count\"?");
    assert_reports(&p.f, "\"agreements.count\" must be one number above zero");
    assert_reports(&p.f, "\"contributions.total\" must be one number above zero");
    assert_reports(&p.f, "\"contributions.itu\" must be one number above zero");
    fixture_close(&p.f);
}

static void the_pipeline_sums_to_the_cent(void **state)
{
    (void)state;
    struct planned p;
    open_planned(&p, 2024);
    expect(&p, 1001, "USD", 5000, "2024-06-01");  /* 10.01 at 50 %: 5.005, to 5.01 */
    expect(&p, 80000, "EUR", 6250, "2024-06-01"); /* 1,000.00 USD at 62.5 % */
    expect(&p, 0, "USD", 10000, "2024-06-01");
    const struct plan *plan = planned(&p);
    assert_silent(&p.f);
    assert_int_equal(plan->expected[0].weighted_cents, 501);
    assert_int_equal(plan->expected[1].usd_cents, 100000);
    assert_int_equal(plan->expected[1].weighted_cents, 62500);
    assert_int_equal(plan->usd_cents, 101001);
    assert_int_equal(plan->weighted_cents, 63001);
    fixture_close(&p.f);
}

static void faults_of_the_pipeline_are_told(void **state)
{
    (void)state;
    struct planned p;
    open_planned(&p, 2024);
    expect(&p, 100, "EUR", 100, "2023-12-31");
    struct prospect *e = expect(&p, 100, "USD", 100, "2024-12-31");
    e->partner = ARENA_ARRAY(p.f.a, struct reference, 1);
    e->partner[e->partner_n++] = (struct reference){"gv", fixture_place(&p.f)};
    planned(&p);
    assert_reports(&p.f, "expected on 2023-12-31, in another year than 2024");
    assert_reports(&p.f, "no rate of EUR is effective on or before 2023-12-31");
    assert_reports(&p.f, "unknown partner \"gv\"");
    fixture_close(&p.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goals_are_compared_exactly),
        cmocka_unit_test(a_year_without_figures_has_no_actuals),
        cmocka_unit_test(faulty_goals_are_told),
        cmocka_unit_test(the_pipeline_sums_to_the_cent),
        cmocka_unit_test(faults_of_the_pipeline_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
