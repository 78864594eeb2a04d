/* What figures count, and that parts and trails sum to them. */
#include "unit/model_fixture.h"

/* Two years, three partners, addenda, in-kind, ITU's own money, several regions. */
static void open_sample(struct fixture *f)
{
    fixture_open(f);
    struct partner *gov = fixture_partner(f, "gov", "government");
    gov->membership[gov->membership_n++] = fixture_entry(f, VOCAB_MEMBERSHIPS, "member-state");
    fixture_partner(f, "fund", "foundation");
    fixture_partner(f, "corp", "private-sector");
    fixture_rate(f, "EUR", "2024-01-01", "0.9");

    struct agreement *g = fixture_agreement(f, "a1", "mou", "2024-02-01", "gov fund");
    fixture_money(f, g, "gov", "100.00", "USD");
    fixture_money(f, g, "fund", "1000.00", "USD")->in_kind = true;
    fixture_money(f, g, "itu", "0.01", "USD");
    fixture_region(f, g, "EUR", 1);
    fixture_region(f, g, "AFR", 2);
    fixture_priority(f, g, "kap-one", 1);

    g = fixture_agreement(f, "a2", "sponsorship", "2024-03-01", "corp");
    fixture_money(f, g, "corp", "90.00", "EUR");
    fixture_region(f, g, "GLO", 1);

    g = fixture_agreement(f, "a3", "mou", "2024-04-01", "gov");
    fixture_region(f, g, "AFR", 1);
    fixture_region(f, g, "EUR", 1);

    g = fixture_agreement(f, "a4", "addendum", "2024-05-01", "gov fund");
    fixture_money(f, g, "fund", "7.00", "USD");
    fixture_money(f, g, "gov", "-30.00", "USD");

    g = fixture_agreement(f, "b1", "mou", "2025-01-01", "corp");
    fixture_money(f, g, "corp", "1.00", "USD");
}

static void counts_agreements_and_addenda_apart(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.agreements.count", "3");
    assert_figure(&f, m, "2024.agreements.financial.count", "2");
    assert_figure(&f, m, "2024.agreements.nonfinancial.count", "1");
    assert_figure(&f, m, "2024.addenda.count", "1");
    assert_figure(&f, m, "2024.addenda.contributions", "-23.00");
    assert_figure(&f, m, "2024.kinds.mou.count", "2");
    assert_figure(&f, m, "2024.kinds.addendum.count", "1");
    assert_figure(&f, m, "2024.kinds.addendum.contributions", "-23.00");
    fixture_close(&f);
}

static void finds_the_steps_of_an_agreement(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    const struct model *m = fixture_build(&f);
    static const char *const ids[] = {"2024.contributions.total", "2024.agreements.count",
                                      "2024.partners.gov.contributions", "2024-2025.kinds.mou.count"};
    const struct deal *const *deal;
    size_t deals = model_deals(m, &deal), met = 0;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const struct figure *figure = model_figure(m, ids[i]);
        for (size_t k = 0; k < deals; k++) {
            const struct trail_item *step;
            size_t from = 0, n = 0;
            while (from < figure->trail_n && figure->trail[from].deal != deal[k])
                from++;
            while (from + n < figure->trail_n && figure->trail[from + n].deal == deal[k])
                n++;
            assert_int_equal(figure_steps(figure, deal[k], &step), n);
            assert_true(n == 0 || step == figure->trail + from);
            met += n;
        }
        assert_true(figure->trail_n > 1);
    }
    assert_int_equal(met, 5 + 3 + 2 + 3);
    fixture_close(&f);
}

static void serve(struct fixture *f, size_t agreement, const char *initiative)
{
    struct agreement *g = f->r->agreement[agreement];
    g->initiative[g->initiative_n++] = fixture_entry(f, VOCAB_INITIATIVES, initiative);
}

/* Whole, however many it serves; an addendum serves none anew. */
static void counts_agreements_of_an_initiative(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    serve(&f, 0, "schools");
    serve(&f, 0, "islands");
    serve(&f, 1, "schools");
    serve(&f, 3, "islands");
    serve(&f, 4, "schools");
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.initiatives.schools.count", "2");
    assert_figure(&f, m, "2024.initiatives.islands.count", "1");
    assert_figure(&f, m, "2024-2025.initiatives.schools.count", "3");
    fixture_close(&f);
}

static void sums_cash_without_gifts_in_kind(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.contributions.total", "177.01");
    assert_figure(&f, m, "2024.contributions.partners", "177.00");
    assert_figure(&f, m, "2024.contributions.itu", "0.01");
    assert_figure(&f, m, "2024.contributions.partners.percent", "100");
    assert_figure(&f, m, "2024.partners.gov.contributions", "70.00");
    assert_figure(&f, m, "2024.partners.fund.contributions", "7.00");
    assert_figure(&f, m, "2024.partners.corp.contributions", "100.00");
    assert_figure(&f, m, "2025.partners.gov.contributions", "0.00");
    assert_figure(&f, m, "2024.partners.top10.contributions", "177.00");
    assert_figure(&f, m, "2024.partners.other.contributions", "0.00");
    fixture_close(&f);
}

static void counts_partners_of_new_agreements_once(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.partners.count", "3");
    assert_figure(&f, m, "2024.partners.financial.count", "3");
    assert_figure(&f, m, "2024.partners.membership.member-state.count", "1");
    assert_figure(&f, m, "2024.types.private-sector.count", "1");
    assert_figure(&f, m, "2024.type-groups.private-sector.count", "2");
    assert_null(model_figure(m, "2024.type-groups.foundation.count"));
    assert_figure(&f, m, "2024.types.foundation.count", "1");
    assert_figure(&f, m, "2024.types.government.count", "1");
    struct period p = {2024, 2024};
    assert_true(model_entry_shown(m, p, VOCAB_PARTNER_TYPES,
                                  fixture_entry(&f, VOCAB_PARTNER_TYPES, "private-sector")));
    assert_false(model_entry_shown(m, p, VOCAB_PARTNER_TYPES,
                                   fixture_entry(&f, VOCAB_PARTNER_TYPES, "foundation")));
    assert_false(model_entry_shown(m, p, VOCAB_PRIORITIES,
                                   fixture_entry(&f, VOCAB_PRIORITIES, "area-one")));
    assert_figure(&f, m, "2024.types.private-sector.contributions", "100.00");
    assert_figure(&f, m, "2024.types.foundation.contributions", "7.00");
    assert_figure(&f, m, "2024.type-groups.private-sector.contributions", "107.00");
    assert_figure(&f, m, "2024.types.government.contributions", "70.00");
    assert_figure(&f, m, "2025.partners.count", "1");
    assert_figure(&f, m, "2024-2025.partners.count", "3");
    assert_figure(&f, m, "2024-2025.agreements.count", "4");
    assert_figure(&f, m, "2024-2025.partners.corp.contributions", "101.00");
    fixture_close(&f);
}

static void shares_regions_by_weight(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.regions.AFR.count", "1.17");
    assert_figure(&f, m, "2024.regions.EUR.count", "0.83");
    assert_figure(&f, m, "2024.regions.GLO.count", "1");
    assert_figure(&f, m, "2024.regions.AFR.financial.count", "0.67");
    assert_figure(&f, m, "2024.regions.AFR.nonfinancial.count", "0.5");
    assert_figure(&f, m, "2024.regions.unassigned.count", "0");
    /* 100.00 is 66.67 + 33.33, the cent of ITU goes to the first, the addendum to no region. */
    assert_figure(&f, m, "2024.regions.AFR.contributions", "66.68");
    assert_figure(&f, m, "2024.regions.EUR.contributions", "33.33");
    assert_figure(&f, m, "2024.regions.GLO.contributions", "100.00");
    assert_figure(&f, m, "2024.regions.unassigned.contributions", "-23.00");
    assert_figure(&f, m, "2024.priorities.unassigned.count", "2");
    assert_figure(&f, m, "2024.priorities.kap-one.contributions", "100.01");
    fixture_close(&f);
}

static void honours_the_counting_rules(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    f.r->site.counting = (struct counting){
        .by_in_force = true, .financial_partner_cash = true, .addenda_with = true};
    struct agreement *g = fixture_agreement(&f, "c1", "mou", "2024-12-01", "gov");
    g->in_force = fixture_date("2025-01-15");
    fixture_money(&f, g, "itu", "5.00", "USD");
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.agreements.count", "4");
    assert_figure(&f, m, "2024.addenda.count", "1");
    assert_figure(&f, m, "2025.agreements.count", "2");
    assert_figure(&f, m, "2025.agreements.financial.count", "1");
    assert_figure(&f, m, "2025.contributions.itu", "5.00");
    fixture_close(&f);
}

static void check_trail(struct fixture *f, const struct figure *x)
{
    int64_t cents = 0;
    struct rational *sum = rational_new(f->a, 0, 1);
    const char *last = "";
    for (size_t i = 0; i < x->trail_n; i++) {
        cents += x->trail[i].cents;
        if (x->unit != UNIT_USD)
            rational_add_fraction(sum, x->trail[i].num, x->trail[i].den);
        assert_true(strcmp(last, x->trail[i].deal->record->id) <= 0);
        last = x->trail[i].deal->record->id;
    }
    if (x->unit == UNIT_USD)
        assert_int_equal(cents, x->cents);
    else
        assert_int_equal(rational_cmp(sum, x->count), 0);
}

static void trails_sum_to_their_figures(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    const struct model *m = fixture_build(&f);
    const struct figure *const *list;
    size_t n = model_figures(m, &list);
    assert_true(n > 100);
    for (size_t i = 0; i < n; i++)
        check_trail(&f, list[i]);
    check_trail(&f, model_figure(m, "2024-2025.regions.AFR.count"));
    assert_int_equal(model_figure(m, "2024.contributions.total")->trail_n, 5);
    fixture_close(&f);
}

static void ranks_by_cash_then_id(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    fixture_partner(&f, "also", "un");
    struct agreement *g = fixture_agreement(&f, "c1", "mou", "2024-12-01", "also");
    fixture_money(&f, g, "also", "70.00", "USD");
    const struct model *m = fixture_build(&f);
    const struct ranked *list;
    assert_int_equal(model_ranking(m, (struct period){2024, 2024}, &list), 4);
    assert_string_equal(list[0].partner->id, "corp");
    assert_string_equal(list[1].partner->id, "also");
    assert_string_equal(list[2].partner->id, "gov");
    assert_string_equal(list[3].partner->id, "fund");
    assert_string_equal(list[2].figure->id, "2024.partners.gov.contributions");
    assert_int_equal(model_ranking(m, (struct period){1999, 1999}, &list), 0);
    fixture_close(&f);
}

static void splits_the_rest_from_the_first_ten(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct agreement *g = fixture_agreement(&f, "a", "mou", "2024-01-01", "");
    for (int i = 0; i < 12; i++) {
        const char *id = arena_printf(f.a, "p%02d", i);
        fixture_partner(&f, id, "un");
        g->partner[g->partner_n++] = (struct reference){id, fixture_place(&f)};
        fixture_money(&f, g, id, arena_printf(f.a, "%d", 1000 + i), "USD");
    }
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.partners.top10.contributions", "10065.00");
    assert_figure(&f, m, "2024.partners.other.contributions", "2001.00");
    assert_int_equal(model_figure(m, "2024.partners.other.contributions")->trail_n, 2);
    fixture_close(&f);
}

static void counts_the_successor_after_a_merger(void **state)
{
    (void)state;
    struct fixture f;
    fixture_open(&f);
    struct partner *old = fixture_partner(&f, "old", "government");
    fixture_partner(&f, "new", "government");
    old->merged_into = "new";
    old->merged_on = fixture_date("2024-06-01");
    old->merged_place = fixture_place(&f);
    struct agreement *g = fixture_agreement(&f, "a1", "mou", "2024-05-31", "old");
    fixture_money(&f, g, "old", "1.00", "USD");
    g = fixture_agreement(&f, "a2", "mou", "2024-06-01", "old new");
    fixture_money(&f, g, "old", "2.00", "USD");
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024.partners.count", "2");
    assert_figure(&f, m, "2024.partners.old.contributions", "1.00");
    assert_figure(&f, m, "2024.partners.new.contributions", "2.00");
    assert_int_equal(model_deal(m, "a2")->partner_n, 1);
    assert_reports(&f, "\"old\" had merged into \"new\" on 2024-06-01");
    fixture_close(&f);
}

static void marks_what_rests_on_samples(void **state)
{
    (void)state;
    struct fixture f;
    open_sample(&f);
    f.r->agreement[1]->sample = true; /* a2 */
    const struct model *m = fixture_build(&f);
    assert_true(model_figure(m, "2024.agreements.count")->sample);
    assert_true(model_figure(m, "2024.partners.corp.contributions")->sample);
    assert_false(model_figure(m, "2024.partners.gov.contributions")->sample);
    assert_false(model_figure(m, "2025.agreements.count")->sample);
    fixture_close(&f);
}

static void knows_nothing_of_a_year_that_is_not_on_file(void **state)
{
    (void)state;
    struct fixture f;
    const struct ranked *list;
    open_sample(&f);
    struct agreement *g = fixture_agreement(&f, "c1", "mou", "2028-01-01", "corp");
    fixture_money(&f, g, "corp", "5.00", "USD");
    const struct model *m = fixture_build(&f);
    assert_figure(&f, m, "2024-2025.agreements.count", "4");
    assert_figure(&f, m, "2024-2028.agreements.count", "-");
    assert_figure(&f, m, "2026-2028.contributions.total", "-");
    assert_figure(&f, m, "2026.agreements.count", "-");
    assert_figure(&f, m, "2024-2028.partners.top10.contributions", "-");
    assert_figure(&f, m, "2024-2028.partners.corp.contributions", "-");
    assert_figure(&f, m, "2028.agreements.count", "1");
    assert_int_equal(model_ranking(m, (struct period){2024, 2028}, &list), 0);
    assert_string_equal(model_missing_years(f.a, m, (struct period){2024, 2028}), "2026-2027");
    assert_null(model_missing_years(f.a, m, (struct period){2024, 2025}));
    assert_string_equal(model_years_text(f.a, m, (struct period){2020, 2030}, true),
                        "2024-2025, 2028");
    fixture_close(&f);
}

static void a_year_begun_has_figures_that_are_nothing(void **state)
{
    (void)state;
    static int folders[] = {2021, 2024, 2025, 2027};
    struct fixture f;
    fixture_open(&f);
    fixture_partner(&f, "one", "un");
    fixture_agreement(&f, "a1", "mou", "2020-02-01", "one");
    fixture_agreement(&f, "a2", "mou", "2024-02-01", "one");
    f.r->year_folder = folders;
    f.r->year_folders = 4;
    const struct model *m = fixture_build(&f);
    const struct figure *begun = model_figure(m, "2025.agreements.count");
    assert_true(begun && begun->known && rational_is_zero(begun->count));
    assert_false(model_figure(m, "2021.agreements.count")->known); /* others come after it */
    assert_null(model_figure(m, "2027.agreements.count"));
    assert_true(model_figure(m, "2024-2025.agreements.count")->known);
    const int *year;
    assert_int_equal(model_years(m, &year), 2);
    assert_int_equal(model_last_year(m), 2025);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_agreements_and_addenda_apart),
        cmocka_unit_test(counts_agreements_of_an_initiative),
        cmocka_unit_test(sums_cash_without_gifts_in_kind),
        cmocka_unit_test(counts_partners_of_new_agreements_once),
        cmocka_unit_test(shares_regions_by_weight),
        cmocka_unit_test(honours_the_counting_rules),
        cmocka_unit_test(trails_sum_to_their_figures),
        cmocka_unit_test(ranks_by_cash_then_id),
        cmocka_unit_test(splits_the_rest_from_the_first_ten),
        cmocka_unit_test(counts_the_successor_after_a_merger),
        cmocka_unit_test(marks_what_rests_on_samples),
        cmocka_unit_test(finds_the_steps_of_an_agreement),
        cmocka_unit_test(knows_nothing_of_a_year_that_is_not_on_file),
        cmocka_unit_test(a_year_begun_has_figures_that_are_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
