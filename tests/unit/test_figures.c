/* Ids, forms, history years and what is listed. */
#include "unit/model_fixture.h"

static const struct model *three_amounts(struct fixture *f, const char *a, const char *b,
                                         const char *itu)
{
    fixture_open(f);
    fixture_partner(f, "one", "un");
    fixture_partner(f, "two", "government");
    struct agreement *g = fixture_agreement(f, "a1", "mou", "2024-02-01", "one two");
    fixture_money(f, g, "one", a, "USD");
    fixture_money(f, g, "two", b, "USD");
    fixture_money(f, g, "itu", itu, "USD");
    return fixture_build(f);
}

static void forms_round_half_away_from_zero(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "19825000.00", "10949999.99", "-0.00");
    assert_figure(&f, m, "2024.partners.one.contributions", "19825000.00");
    assert_figure(&f, m, "2024.partners.one.contributions.usd", "19825000.00");
    assert_figure(&f, m, "2024.partners.one.contributions.millions", "19.8");
    assert_figure(&f, m, "2024.partners.one.contributions.millions2", "19.83");
    assert_figure(&f, m, "2024.partners.two.contributions.millions", "10.9");
    assert_figure(&f, m, "2024.partners.two.contributions.millions2", "10.95");
    assert_figure(&f, m, "2024.partners.one.contributions.percent", "64");
    assert_figure(&f, m, "2024.contributions.itu.percent", "0");
    assert_figure(&f, m, "2024.types.un.contributions.percent", "64");
    fixture_close(&f);
}

static void percent_of_nothing_is_not_known(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "0", "0.00", "0");
    assert_figure(&f, m, "2024.contributions.partners.percent", "-");
    assert_figure(&f, m, "2024.agreements.financial.count", "0");
    assert_figure(&f, m, "2024.contributions.total", "0.00");
    fixture_close(&f);
}

static void small_negative_sums_print_without_minus_zero(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "-0.01", "-5000.00", "0");
    assert_figure(&f, m, "2024.partners.one.contributions", "-0.01");
    assert_figure(&f, m, "2024.partners.one.contributions.millions", "0.0");
    assert_figure(&f, m, "2024.partners.two.contributions.millions2", "-0.01");
    assert_figure(&f, m, "2024.partners.two.contributions.percent", "100");
    fixture_close(&f);
}

static void unknown_ids_are_explained(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "1", "2", "3");
    const char *form;
#define WHY(id) phrase_text(f.a, NULL, model_figure_why(m, id, true))
    assert_null(model_figure_form(m, "2024.agreement.count", &form));
    assert_string_equal(WHY("2024.agreement.count"), "did you mean \"2024.agreements.count\"?");
    assert_null(model_figure_form(m, "2024.contributions.total.milions", &form));
    assert_string_equal(WHY("2024.contributions.total.milions"), "did you mean \"2024.contributions.total.millions\"?");
    assert_null(model_figure_form(m, "2024.partners.onne.contributions", &form));
    assert_string_equal(WHY("2024.partners.onne.contributions"), "did you mean \"2024.partners.one.contributions\"?");
    assert_null(model_figure_form(m, "2023.agreements.count", &form));
    assert_string_equal(WHY("2023.agreements.count"), "Figures reach from 2024 to 2024.");
    assert_null(model_figure_form(m, "agreements.count", &form));
    assert_non_null(strstr(WHY("agreements.count"), "begins with a year"));
    assert_null(model_figure_form(m, "2024.regions", &form));
    assert_non_null(strstr(WHY("2024.regions"), "only the beginning"));
    assert_null(model_figure_form(m, "2024.agreements.count.millions", &form));
    assert_non_null(strstr(WHY("2024.agreements.count.millions"), "counts have no forms"));
#undef WHY
    fixture_close(&f);
}

static void ids_need_a_sound_period(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "1", "2", "3");
    static const char *const wrong[] = {"", "2024", "2024.", "24.agreements.count",
                                        "2024-2024.agreements.count", "2024x.agreements.count",
                                        "2024-.agreements.count", "2025-2024.agreements.count",
                                        "2024..agreements.count", ".", "0000.agreements.count",
                                        "2024.partners.contributions",
                                        "2024.partners..contributions"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_null(model_figure(m, wrong[i]));
    fixture_close(&f);
}

static void prefixes_are_known(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "1", "2", "3");
    assert_true(model_figure_prefix(m, "2024"));
    assert_true(model_figure_prefix(m, "2024.regions"));
    assert_true(model_figure_prefix(m, "2024.regions.AFR"));
    assert_true(model_figure_prefix(m, "2024.partners.one"));
    assert_false(model_figure_prefix(m, "2024.partners.three"));
    assert_false(model_figure_prefix(m, "2024.reg"));
    assert_false(model_figure_prefix(m, "2024.agreements.count"));
    assert_false(model_figure_prefix(m, "1999"));
    fixture_close(&f);
}

static bool listed(const struct model *m, const char *id)
{
    const struct figure *const *list;
    size_t n = model_figures(m, &list);
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i]->id, id) == 0)
            return true;
    return false;
}

static void lists_what_a_period_shows(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "1", "0", "3");
    assert_true(listed(m, "2024.priorities.kap-one.count"));
    assert_false(listed(m, "2024.priorities.area-one.count"));
    assert_true(listed(m, "2024.partners.one.contributions"));
    assert_false(listed(m, "2024.partners.two.contributions"));
    assert_true(listed(m, "2024.regions.unassigned.count"));
    assert_figure(&f, m, "2024.priorities.area-one.count", "0");
    fixture_close(&f);
}

/* Every listed id finds its figure, every beginning of it is known, nothing else is. */
static void listed_ids_lead_back(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = three_amounts(&f, "1", "2", "3");
    const struct figure *const *list;
    size_t n = model_figures(m, &list);
    assert_true(n > 50);
    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(list[i]->id);
        assert_ptr_equal(model_figure(m, list[i]->id), list[i]);
        for (size_t k = 0; k < len; k++) {
            char *start = arena_strndup(f.a, list[i]->id, k);
            assert_int_equal(model_figure_prefix(m, start), list[i]->id[k] == '.');
            assert_null(model_figure(m, start));
        }
        assert_null(model_figure(m, arena_printf(f.a, "%s.", list[i]->id)));
        assert_null(model_figure(m, arena_printf(f.a, "%s.x", list[i]->id)));
    }
    fixture_close(&f);
}

/* 2022 and 2023 from history, 2024 on file. */
static const struct model *with_history(struct fixture *f)
{
    fixture_open(f);
    fixture_partner(f, "one", "un");
    struct agreement *g = fixture_agreement(f, "a1", "mou", "2024-02-01", "one");
    fixture_money(f, g, "one", "5.00", "USD");
    g = fixture_agreement(f, "a0", "mou", "2023-02-01", "one");
    fixture_money(f, g, "one", "900.00", "USD");
    struct history *h = fixture_history(f, 2022);
    fixture_printed(f, h->figure, &h->n, "agreements.count", "", "60");
    fixture_printed(f, h->figure, &h->n, "regions.AFR.count", "", "16.5");
    h->sample = true;
    h = fixture_history(f, 2023);
    fixture_printed(f, h->figure, &h->n, "agreements.count", "", "70");
    fixture_printed(f, h->figure, &h->n, "contributions.total", "", "20100000.50");
    fixture_printed(f, h->figure, &h->n, "contributions.partners", "", "10050000.25");
    fixture_printed(f, h->figure, &h->n, "partners.count", "", "41");
    fixture_printed(f, h->figure, &h->n, "partners.one.contributions", "", "10.00");
    return fixture_build(f);
}

static void history_gives_a_year_its_figures(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = with_history(&f);
    assert_figure(&f, m, "2022.agreements.count", "60");
    assert_figure(&f, m, "2022.regions.AFR.count", "16.5");
    assert_figure(&f, m, "2023.contributions.total.millions", "20.1");
    assert_figure(&f, m, "2023.contributions.partners.percent", "50");
    assert_figure(&f, m, "2023.partners.one.contributions", "10.00");
    assert_true(model_figure(m, "2022.agreements.count")->sample);
    assert_int_equal(model_figure(m, "2022.agreements.count")->history->year, 2022);
    assert_true(model_year_is_history(m, 2023, NULL));
    assert_false(model_year_is_history(m, 2024, NULL));
    assert_reports(&f, "agreements of 2023 on file: 1; they enter no figure");
    fixture_close(&f);
}

static void what_history_lacks_is_unknown_not_zero(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = with_history(&f);
    assert_figure(&f, m, "2022.contributions.total", "-");
    assert_figure(&f, m, "2022.contributions.total.percent", "-");
    assert_figure(&f, m, "2022.partners.one.contributions", "-");
    assert_figure(&f, m, "2022.partners.top10.contributions", "-");
    assert_false(listed(m, "2022.contributions.total"));
    assert_true(listed(m, "2022.agreements.count"));
    fixture_close(&f);
}

static void ranges_sum_what_all_their_years_know(void **state)
{
    (void)state;
    struct fixture f;
    const struct model *m = with_history(&f);
    assert_figure(&f, m, "2022-2024.agreements.count", "131");
    assert_figure(&f, m, "2023-2024.contributions.total", "20100005.50");
    assert_figure(&f, m, "2022-2024.contributions.total", "-");
    assert_figure(&f, m, "2023-2024.partners.one.contributions", "15.00");
    assert_figure(&f, m, "2022-2024.partners.one.contributions", "-");
    assert_figure(&f, m, "2023-2024.partners.count", "-");
    assert_figure(&f, m, "2023.partners.count", "41");
    assert_figure(&f, m, "2021-2024.agreements.count", "?");
    assert_int_equal(model_figure(m, "2022-2024.agreements.count")->trail_n, 3);
    assert_int_equal(model_figure(m, "2022-2024.contributions.total")->trail_n, 0);
    fixture_close(&f);
}

static void faulty_history_is_reported(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct history *h = fixture_history(&f, 2022);
    fixture_printed(&f, h->figure, &h->n, "agreement.count", "", "60");
    fixture_printed(&f, h->figure, &h->n, "contributions.total", "", "1.005");
    fixture_printed(&f, h->figure, &h->n, "agreements.count", "", "about 60");
    const struct model *m = fixture_build(&f);
    assert_int_equal(diags_count(f.d, SEVERITY_ERROR), 3);
    assert_reports(&f, "unknown figure \"agreement.count\" [no-such-figure]\n  hint: did you mean "
                       "\"agreements.count\"?");
    assert_reports(&f, "\"contributions.total\" must be one number");
    assert_figure(&f, m, "2022.contributions.total", "-");
    fixture_close(&f);
}

static void nothing_on_file_gives_no_figures(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    const struct model *m = fixture_build(&f);
    const struct figure *const *list;
    assert_int_equal(model_figures(m, &list), 0);
    assert_figure(&f, m, "2024.agreements.count", "?");
    assert_silent(&f);
    fixture_close(&f);
}

static void a_gap_year_is_not_known(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    fixture_partner(&f, "one", "un");
    fixture_agreement(&f, "a1", "mou", "2022-02-01", "one");
    fixture_agreement(&f, "a2", "mou", "2024-02-01", "one");
    const struct model *m = fixture_build(&f);
    const int *year;
    assert_int_equal(model_years(m, &year), 2);
    assert_figure(&f, m, "2023.agreements.count", "-");
    assert_figure(&f, m, "2022-2024.agreements.count", "-");
    assert_figure(&f, m, "2022-2024.partners.count", "-");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_round_half_away_from_zero),
        cmocka_unit_test(percent_of_nothing_is_not_known),
        cmocka_unit_test(small_negative_sums_print_without_minus_zero),
        cmocka_unit_test(unknown_ids_are_explained),
        cmocka_unit_test(ids_need_a_sound_period),
        cmocka_unit_test(prefixes_are_known),
        cmocka_unit_test(lists_what_a_period_shows),
        cmocka_unit_test(listed_ids_lead_back),
        cmocka_unit_test(history_gives_a_year_its_figures),
        cmocka_unit_test(what_history_lacks_is_unknown_not_zero),
        cmocka_unit_test(ranges_sum_what_all_their_years_know),
        cmocka_unit_test(faulty_history_is_reported),
        cmocka_unit_test(nothing_on_file_gives_no_figures),
        cmocka_unit_test(a_gap_year_is_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
