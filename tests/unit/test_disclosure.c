/* What readers could work out of internal agreements from figures that are public. */
#include "unit/model_fixture.h"

/* A public agreement, and "quiet" internal ones of partners q1, q2 ... in AFR, 11.00 USD and up. */
static void open_quiet(struct fixture *f, int quiet)
{
    fixture_open(f);
    f->r->site.disclosure.minimum = 2;
    fixture_partner(f, "loud", "private-sector");
    struct agreement *g = fixture_agreement(f, "a0", "mou", "2024-02-01", "loud");
    fixture_money(f, g, "loud", "100.00", "USD");
    fixture_region(f, g, "EUR", 1);
    for (int i = 1; i <= quiet; i++) {
        const char *id = arena_printf(f->a, "q%d", i);
        fixture_partner(f, id, "government");
        g = fixture_agreement(f, arena_printf(f->a, "a%d", i), "mou", "2024-03-01", id);
        fixture_money(f, g, id, arena_printf(f->a, "%d.00", 10 + i), "USD");
        fixture_region(f, g, "AFR", 1);
        g->internal = true;
        g->publish_place = fixture_place(f);
    }
}

static void let_tell(struct fixture *f, const char *id)
{
    struct disclosure *d = &f->r->site.disclosure;
    struct reference *list = ARENA_ARRAY(f->a, struct reference, d->reveal_n + 1);
    if (d->reveal_n)
        memcpy(list, d->reveal, d->reveal_n * sizeof *list);
    list[d->reveal_n++] = (struct reference){id, fixture_place(f)};
    d->reveal = list;
}

static const char *told(struct fixture *f)
{
    model_refuse_disclosure(fixture_build(f), f->d);
    return fixture_reports(f);
}

static void one_alone_is_told_by_each_figure_it_is_in(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 1);
    const char *s = told(&f);
    assert_non_null(strstr(s, "\"a1\" is internal"));
    assert_non_null(strstr(s, "2024.contributions.total, 2024.groups.a, "));
    assert_non_null(strstr(s, "2024.regions.AFR.contributions"));
    assert_non_null(strstr(s, "2024.types.government.contributions"));
    assert_non_null(strstr(s, "2024.kinds.mou.contributions"));
    assert_null(strstr(s, "2024.regions.EUR.contributions"));
    assert_null(strstr(s, "count")); /* internal agreements are counted */
    assert_null(strstr(s, "2024.partners.q1.contributions")); /* has no page in public */
    fixture_close(&f);
}

static void two_of_two_partners_hide_each_other(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 2);
    assert_string_equal(told(&f), "");
    fixture_close(&f);

    open_quiet(&f, 2);
    f.r->agreement[2]->region_n = 0;
    fixture_region(&f, f.r->agreement[2], "ASP", 1);
    const char *s = told(&f);
    assert_non_null(strstr(s, "\"a1\" is internal, but readers could work out what it is worth "
                              "from 2024.regions.AFR.contributions ["));
    assert_non_null(strstr(s, "2024.regions.ASP.contributions ["));
    fixture_close(&f);
}

static void one_partner_does_not_hide_behind_itself(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 2);
    struct agreement *g = f.r->agreement[2];
    g->partner[0].id = g->contribution[0].from = "q1";
    const char *s = told(&f);
    assert_non_null(strstr(s, "\"a1\" is internal"));
    assert_non_null(strstr(s, "\"a2\" is internal"));
    fixture_close(&f);
}

static void a_named_partner_s_own_figure_never_holds_internal_money(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 2);
    fixture_agreement(&f, "b1", "mou", "2024-04-01", "q1"); /* names it */
    const char *s = told(&f);
    assert_non_null(strstr(s, "from 2024.partners.q1.contributions ["));
    assert_null(strstr(s, "\"a2\" is internal"));
    fixture_close(&f);
}

static void the_money_of_itu_goes_with_the_agreement(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 2);
    fixture_money(&f, f.r->agreement[1], "itu", "5.00", "USD");
    const char *s = told(&f);
    assert_non_null(strstr(s, "\"a1\" is internal, but readers could work out what it is worth "
                              "from 2024.contributions.itu ["));
    fixture_close(&f);

    open_quiet(&f, 2);
    fixture_money(&f, f.r->agreement[1], "itu", "5.00", "USD");
    fixture_money(&f, f.r->agreement[2], "itu", "6.00", "USD");
    assert_string_equal(told(&f), "");
    fixture_close(&f);
}

/* An internal agreement of its own partner: 11.00 USD, 12.00 USD ... */
static struct agreement *quiet(struct fixture *f, int i, const char *kind, const char *region)
{
    const char *partner = arena_printf(f->a, "p%d", i);
    fixture_partner(f, partner, "government");
    struct agreement *g = fixture_agreement(f, arena_printf(f->a, "d%d", i), kind, "2024-05-01",
                                            partner);
    fixture_money(f, g, partner, arena_printf(f->a, "%d.00", 10 + i), "USD");
    fixture_region(f, g, region, 1);
    g->internal = true;
    g->publish_place = fixture_place(f);
    return g;
}

/* Each figure holds two or more, but of the three memoranda two are all there is in AFR. */
static void open_five(struct fixture *f)
{
    open_quiet(f, 0);
    quiet(f, 1, "mou", "AFR");
    quiet(f, 2, "mou", "AFR");
    quiet(f, 3, "mou", "EUR");
    quiet(f, 4, "sponsorship", "EUR");
    quiet(f, 5, "sponsorship", "EUR");
}

static void figures_taken_from_one_another_do_not_tell_of_one(void **state)
{
    (void)state;
    struct fixture f;
    open_five(&f);
    const char *s = told(&f);
    assert_non_null(strstr(s, "\"d3\" is internal, but readers could work out what it is worth from "
                              "2024.groups.a together with 2024.regions.AFR.contributions ["));
    assert_non_null(strstr(s, "and these figures from one another, money of one internal agreement or "
                              "partner is left: 2024.groups.a, 2024.regions.AFR.contributions."));
    assert_null(strstr(s, "\"d1\""));
    assert_null(strstr(s, "\"d5\""));
    fixture_close(&f);

    /* It may be told, when all of the figures may tell. */
    for (int allowed = 1; allowed <= 2; allowed++) {
        open_five(&f);
        let_tell(&f, "2024.groups.a");
        if (allowed == 2)
            let_tell(&f, "2024.regions.AFR.contributions");
        assert_int_equal(strstr(told(&f), "\"d3\" is internal") != NULL, allowed == 1);
        assert_null(strstr(fixture_reports(&f), "need not stand here"));
        fixture_close(&f);
    }

    /* With one more there they hide each other. */
    open_five(&f);
    quiet(&f, 6, "mou", "EUR");
    assert_string_equal(told(&f), "");
    fixture_close(&f);
}

static void nor_of_one_partner(void **state)
{
    (void)state;
    struct fixture f;
    open_five(&f);
    struct agreement *g = f.r->agreement[3];
    struct agreement *more = quiet(&f, 6, "mou", "EUR");
    more->partner[0].id = more->contribution[0].from = g->partner[0].id;
    const char *s = told(&f);
    assert_non_null(strstr(s, "\"d3\" is internal"));
    fixture_close(&f);
}

/* Shares are exact: thirds of two agreements are one sum in each region, to the cent or not. */
static void shares_of_two_stay_together(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 0);
    for (int i = 1; i <= 2; i++) {
        struct agreement *g = quiet(&f, i, "mou", "AFR");
        fixture_region(&f, g, "ASP", 1);
        fixture_region(&f, g, "GLO", 1);
    }
    assert_string_equal(told(&f), "");
    fixture_close(&f);

    /* Other weights in one of them, and the regions tell of both. */
    open_quiet(&f, 0);
    for (int i = 1; i <= 2; i++) {
        struct agreement *g = quiet(&f, i, "mou", "AFR");
        fixture_region(&f, g, "ASP", i);
    }
    const char *s = told(&f);
    assert_non_null(strstr(s, "\"d1\" is internal"));
    assert_non_null(strstr(s, "\"d2\" is internal"));
    fixture_close(&f);
}

static void what_has_no_cash_tells_nothing(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 1);
    f.r->agreement[1]->contribution[0].in_kind = true;
    assert_string_equal(told(&f), "");
    fixture_close(&f);

    open_quiet(&f, 1);
    fixture_history(&f, 2024); /* enters no figure */
    assert_null(strstr(told(&f), "is internal"));
    fixture_close(&f);
}

static void site_yaml_says_how_many_and_what_may_tell(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 2);
    f.r->site.disclosure.minimum = 3;
    assert_non_null(strstr(told(&f), "fewer than 3 internal agreements or partners"));
    fixture_close(&f);

    open_quiet(&f, 1);
    f.r->site.disclosure.minimum = 1;
    assert_string_equal(told(&f), "");
    fixture_close(&f);

    open_quiet(&f, 2);
    f.r->agreement[2]->region_n = 0;
    fixture_region(&f, f.r->agreement[2], "ASP", 1);
    let_tell(&f, "2024.regions.AFR.contributions");
    let_tell(&f, "2024.groups.a");
    const char *s = told(&f);
    assert_null(strstr(s, "\"a1\" is internal"));
    assert_non_null(strstr(s, "\"a2\" is internal"));
    assert_non_null(strstr(s, "\"2024.groups.a\" reveals no internal agreement"));
    fixture_close(&f);
}

/* Else it would be missing in the list of a public page, and be known by that. */
static void a_partner_of_both_is_counted_by_its_public_agreement(void **state)
{
    (void)state;
    struct fixture f;
    open_quiet(&f, 2);
    fixture_agreement(&f, "b1", "mou", "2024-04-01", "q1 loud");
    const struct model *m = fixture_build(&f);
    const struct figure *partners = model_figure(m, "2024.partners.count");
    static const char *const by[] = {"a0", "a2", "b1"}, *const who[] = {"loud", "q2", "q1"};
    assert_int_equal(partners->trail_n, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(partners->trail[i].deal->record->id, by[i]);
        assert_string_equal(partners->trail[i].partner->id, who[i]);
    }
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_alone_is_told_by_each_figure_it_is_in),
        cmocka_unit_test(two_of_two_partners_hide_each_other),
        cmocka_unit_test(one_partner_does_not_hide_behind_itself),
        cmocka_unit_test(a_named_partner_s_own_figure_never_holds_internal_money),
        cmocka_unit_test(the_money_of_itu_goes_with_the_agreement),
        cmocka_unit_test(figures_taken_from_one_another_do_not_tell_of_one),
        cmocka_unit_test(nor_of_one_partner),
        cmocka_unit_test(shares_of_two_stay_together),
        cmocka_unit_test(what_has_no_cash_tells_nothing),
        cmocka_unit_test(site_yaml_says_how_many_and_what_may_tell),
        cmocka_unit_test(a_partner_of_both_is_counted_by_its_public_agreement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
