/* Pages of targets: what they show, and that only the internal profile has them. */
#include "unit/model_fixture.h"
#include "views/views.h"

struct made {
    struct fixture f;
    const struct views *open, *inside; /* public, internal */
};

static void targets(struct fixture *f)
{
    struct target *t = ARENA_ARRAY(f->a, struct target, 2);
    for (int i = 0; i < 2; i++) {
        t[i] = (struct target){.year = 2024 + i};
        t[i].goal = ARENA_ARRAY(f->a, struct printed_figure, 4);
        fixture_printed(f, t[i].goal, &t[i].n, "contributions.total", "", "80.00");
        fixture_printed(f, t[i].goal, &t[i].n, "agreements.count", "", "3");
    }
    struct prospect *p = ARENA_ARRAY(f->a, struct prospect, 1);
    *p = (struct prospect){.title = fixture_text("Forum"), .others = fixture_text("A bank"),
                           .stage = 3, .amount = 1001, .currency = fixture_currency(f, "USD"),
                           .probability = 5000, .expected = fixture_date("2025-06-01"),
                           .place = fixture_place(f)};
    t[1].prospect = p;
    t[1].prospects = 1;
    f->r->target = t;
    f->r->target_n = 2;
}

static int setup(void **state)
{
    static const char *const en[][2] = {
        {"total", "Total"},
        {"not_available", "not available"},
        {"amount_currency", "{amount} {currency}"},
        {"figure_contributions_total", "Cash {year}"},
        {"figure_agreements_count", "Agreements {year}"},
        {"target_above", "above"},
        {"target_below", "below"},
        {"target_not_known", "not yet"},
        {"targets", "Targets"},
        {"pipeline_stage_negotiation", "negotiating"},
        {"pipeline_with_actual", "{amount}: {percent}"},
    };
    struct made *m = test_calloc(1, sizeof *m);
    struct fixture *f = &m->f;
    fixture_open(f);
    fixture_words(f, en, sizeof en / sizeof *en);
    fixture_partner(f, "gov", "government");
    struct agreement *g = fixture_agreement(f, "a1", "mou", "2024-02-01", "gov");
    fixture_money(f, g, "gov", "100.00", "USD");
    g->title = fixture_text("One");
    targets(f);
    const struct model *model = fixture_build(f);
    assert_false(diags_failed(f->d));
    m->open = views_open(f->a, f->d, model, LANG_EN, false);
    m->inside = views_open(f->a, f->d, model, LANG_EN, true);
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

static size_t named_targets(struct made *m, const struct views *v)
{
    const char *const *path;
    struct crumb *nav;
    size_t found = 0, n = views_paths(v, &path);
    for (size_t i = 0; i < n; i++)
        found += strncmp(path[i], "targets", 7) == 0;
    n = views_nav(m->f.a, v, &nav);
    for (size_t i = 0; i < n; i++)
        found += strcmp(nav[i].page, "targets") == 0;
    return found;
}

static void assert_csv(struct made *m, const struct view_page *page, const char *id,
                       const char *want)
{
    struct buf out = BUF_INIT;
    assert_non_null(page);
    for (size_t i = 0; i < page->sections; i++)
        if (page->section[i].table && strcmp(page->section[i].table->id, id) == 0)
            views_table_csv(page->section[i].table, &out);
    assert_string_equal(buf_to_arena(&out, m->f.a), want);
}

static void only_the_internal_profile_has_them(void **state)
{
    struct made *m = *state;
    assert_int_equal(named_targets(m, m->inside), 4);
    assert_int_equal(named_targets(m, m->open), 0);
    assert_null(views_page(m->f.a, m->open, "targets"));
    assert_null(views_page(m->f.a, m->open, "targets/2024"));
    assert_null(views_internal_mark(m->open));
}

static void a_year_sets_goals_against_figures(void **state)
{
    struct made *m = *state;
    const struct view_page *p = views_page(m->f.a, m->inside, "targets/2024");
    assert_csv(m, p, "targets-2024",
               "figure,target,actual,reached_percent,gap,state\n"
               "Cash 2024,80.00,100.00,125,20.00,above\n"
               "Agreements 2024,3,1,33,-2,below\n");
    assert_null(views_page(m->f.a, m->inside, "targets/2030"));
}

static void a_year_without_figures_has_its_pipeline(void **state)
{
    struct made *m = *state;
    const struct view_page *p = views_page(m->f.a, m->inside, "targets/2025");
    assert_csv(m, p, "targets-2025",
               "figure,target,actual,reached_percent,gap,state\n"
               "Cash 2025,80.00,not available,,,not yet\n"
               "Agreements 2025,3,not available,,,not yet\n");
    assert_csv(m, p, "pipeline",
               "title,partners,stage,expected,amount,usd,probability,weighted_usd\n"
               "Forum,A bank,3,2025-06-01,10.01,10.01,50,5.01\n");
    assert_string_equal(p->section[p->sections - 1].intro, "5.01: 6%");
}

static void years_stand_under_their_figure(void **state)
{
    struct made *m = *state;
    const struct view_page *p = views_page(m->f.a, m->inside, "targets");
    assert_csv(m, p, "targets", "year,set,met,pipeline_usd,weighted_usd\n"
                                "2025,2,0,10.01,5.01\n"
                                "2024,2,1,0.00,0.00\n");
    assert_csv(m, p, "targets-years",
               "figure,target,actual,reached_percent,gap,state\n"
               "Cash 2024,80.00,100.00,125,20.00,above\n"
               "Cash 2025,80.00,not available,,,not yet\n"
               "Agreements 2024,3,1,33,-2,below\n"
               "Agreements 2025,3,not available,,,not yet\n");
    bool drawn = false;
    for (size_t i = 0; i < p->sections; i++)
        drawn = drawn || (p->section[i].chart && p->section[i].chart->spec.mark[3].unknown);
    assert_true(drawn);
}

#define TARGET_TEST(fn) cmocka_unit_test_setup_teardown(fn, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TARGET_TEST(only_the_internal_profile_has_them),
        TARGET_TEST(a_year_sets_goals_against_figures),
        TARGET_TEST(a_year_without_figures_has_its_pipeline),
        TARGET_TEST(years_stand_under_their_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
