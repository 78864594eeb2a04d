/* What must hold between records: each fault once, where it stands. */
#include "unit/model_fixture.h"

struct sample {
    struct fixture f;
    struct agreement *g;
};

/* One sound agreement of two partners. */
static void open_sample(struct sample *s)
{
    fixture_open(&s->f);
    struct partner *p = fixture_partner(&s->f, "unicef", "un");
    p->name = fixture_text("United Nations Children's Fund");
    fixture_partner(&s->f, "gsma", "private-sector");
    s->g = fixture_agreement(&s->f, "a1", "mou", "2024-05-14", "unicef gsma");
}

static void close_sample(struct sample *s)
{
    fixture_close(&s->f);
}

static void sound_records_pass_in_silence(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_rate(&s.f, "EUR", "2024-05-01", "0.924");
    fixture_money(&s.f, s.g, "unicef", "1000000.00", "EUR");
    struct contribution *c = fixture_money(&s.f, s.g, "unicef", "1000000.00", "EUR");
    c->has_usd = true;
    c->usd_cents = 109307359; /* 1 % more than 1,082,251.08, to the cent below */
    const struct model *m = fixture_build(&s.f);
    assert_figure(&s.f, m, "2024.contributions.total", "2175324.67");
    assert_silent(&s.f);
    close_sample(&s);
}

static void unknown_partners_are_named_in_full(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    s.g->partner[0].id = "unicf";
    fixture_money(&s.f, s.g, "unicef", "1", "USD"); /* right: the fault is above */
    fixture_build(&s.f);
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 1);
    assert_reports(&s.f, "error: unknown partner \"unicf\" [unknown-partner]\n"
                         "  hint: did you mean \"unicef\" (United Nations Children's Fund)? "
                         "Partners are files in content/partners/\n");
    close_sample(&s);
}

static void partners_stand_once_and_without_itu(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    s.g->partner[s.g->partner_n++] = (struct reference){"gsma", fixture_place(&s.f)};
    s.g->partner[s.g->partner_n++] = (struct reference){"itu", fixture_place(&s.f)};
    const struct model *m = fixture_build(&s.f);
    assert_reports(&s.f, "[repeated-partner]");
    assert_reports(&s.f, "[itu-as-partner]");
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 2);
    assert_int_equal(model_deal(m, "a1")->partner_n, 2);
    close_sample(&s);
}

static void givers_must_sign(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_partner(&s.f, "wmo", "un");
    fixture_money(&s.f, s.g, "wmo", "1", "USD");
    fixture_money(&s.f, s.g, "gsm", "1", "USD");
    fixture_money(&s.f, s.g, "itu", "1", "USD");
    const struct model *m = fixture_build(&s.f);
    assert_reports(&s.f, "\"wmo\" contributes but is not among the partners");
    assert_reports(&s.f, "unknown partner \"gsm\" [unknown-partner]\n"
                         "  hint: did you mean \"gsma\"");
    assert_figure(&s.f, m, "2024.contributions.total", "1.00");
    close_sample(&s);
}

static void a_missing_rate_is_an_error(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_rate(&s.f, "EUR", "2024-06-01", "0.9");
    fixture_money(&s.f, s.g, "unicef", "1", "EUR");
    fixture_money(&s.f, s.g, "unicef", "1", "GBP")->in_kind = true;
    struct contribution *c = fixture_money(&s.f, s.g, "unicef", "1", "CHF");
    c->has_usd = true;
    c->usd_cents = 110;
    fixture_build(&s.f);
    assert_reports(&s.f, "no rate of EUR is effective on or before 2024-05-14 [missing-rate]\n"
                         "  hint: The earliest rate of EUR after it is effective on 2024-06-01.");
    assert_reports(&s.f, "no rate of GBP");
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 2);
    close_sample(&s);
}

static void recorded_dollars_are_compared_with_the_rate(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_rate(&s.f, "EUR", "2024-01-01", "0.5");
    static const int64_t usd[] = {20200, 20201, 19800, 19799};
    for (size_t i = 0; i < 4; i++) {
        struct contribution *c = fixture_money(&s.f, s.g, "unicef", "100.00", "EUR");
        c->has_usd = true;
        c->usd_cents = usd[i];
    }
    const struct model *m = fixture_build(&s.f);
    assert_int_equal(diags_count(s.f.d, SEVERITY_WARNING), 2);
    assert_reports(&s.f, "the recorded 202.01 USD is more than 1 % away from 200.00 USD");
    assert_reports(&s.f, "the recorded 197.99 USD");
    assert_figure(&s.f, m, "2024.contributions.total", "800.00");
    close_sample(&s);
}

static void amounts_have_a_limit(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_money(&s.f, s.g, "unicef", "100000000000.00", "USD");
    fixture_money(&s.f, s.g, "unicef", "100000000000.01", "USD");
    fixture_build(&s.f);
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 1);
    assert_reports(&s.f, "[amount-too-large]");
    close_sample(&s);
}

static void references_between_agreements_lead_somewhere_else(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    struct agreement *b = fixture_agreement(&s.f, "b1", "addendum", "2024-06-01", "gsma");
    struct agreement *c = fixture_agreement(&s.f, "c1", "addendum", "2024-05-01", "gsma");
    struct agreement *d = fixture_agreement(&s.f, "d1", "mou", "2024-01-01", "gsma");
    b->amends = (struct reference){"b1", fixture_place(&s.f)};
    c->amends = (struct reference){"a1", fixture_place(&s.f)};
    c->parent = (struct reference){"a2", fixture_place(&s.f)};
    d->parent = (struct reference){"a1", fixture_place(&s.f)};
    const struct model *m = fixture_build(&s.f);
    assert_reports(&s.f, "\"b1\" leads back to itself through amends");
    assert_reports(&s.f, "signed on 2024-05-01, before \"a1\" that it amends (2024-05-14)");
    assert_reports(&s.f, "unknown agreement \"a2\" [unknown-agreement]\n"
                         "  hint: did you mean \"a1\"");
    assert_reports(&s.f, "before \"a1\" that it stands under");
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 3);
    assert_ptr_equal(model_deal(m, "d1")->parent, model_deal(m, "a1"));
    close_sample(&s);
}

static void long_cycles_are_found(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    static const char *const ids[] = {"p", "q", "r"};
    for (size_t i = 0; i < 3; i++) {
        struct agreement *g = fixture_agreement(&s.f, ids[i], "mou", "2024-01-01", "gsma");
        g->parent = (struct reference){ids[(i + 1) % 3], fixture_place(&s.f)};
    }
    s.g->parent = (struct reference){"p", fixture_place(&s.f)}; /* leads into it, not back */
    fixture_build(&s.f);
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 3);
    close_sample(&s);
}

static void dates_are_in_order(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    s.g->in_force = fixture_date("2024-07-01");
    s.g->ends = fixture_date("2024-06-30");
    struct agreement *b = fixture_agreement(&s.f, "b1", "mou", "2024-06-01", "unicef");
    b->in_force = fixture_date("2024-05-01");
    b->ends = fixture_date("2024-06-01");
    b->terminated = fixture_date("2024-05-31");
    fixture_build(&s.f);
    assert_reports(&s.f, "ends on 2024-06-30, before it is in force on 2024-07-01");
    assert_reports(&s.f, "in force from 2024-05-01, before it was signed on 2024-06-01");
    assert_reports(&s.f, "ends on 2024-05-31, before it was signed on 2024-06-01");
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 2);
    assert_int_equal(diags_count(s.f.d, SEVERITY_WARNING), 1);
    close_sample(&s);
}

static void priorities_belong_to_their_years(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_priority(&s.f, s.g, "kap-one", 50);
    fixture_priority(&s.f, s.g, "area-one", 50);
    struct agreement *b = fixture_agreement(&s.f, "b1", "mou", "2021-12-31", "unicef");
    fixture_priority(&s.f, b, "area-one", 1);
    fixture_build(&s.f);
    assert_int_equal(diags_count(s.f.d, SEVERITY_WARNING), 1);
    assert_reports(&s.f, "priority \"area-one\" belongs to a scheme that is not valid in 2024");
    close_sample(&s);
}

static void addenda_may_lower_but_not_below_zero(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_money(&s.f, s.g, "unicef", "10.00", "USD");
    struct agreement *b = fixture_agreement(&s.f, "b1", "addendum", "2024-06-01", "unicef");
    fixture_money(&s.f, b, "unicef", "-10.00", "USD");
    fixture_region(&s.f, b, "AFR", 1);
    struct agreement *c = fixture_agreement(&s.f, "c1", "addendum", "2025-06-01", "unicef");
    fixture_money(&s.f, c, "unicef", "-0.01", "USD");
    fixture_build(&s.f);
    assert_reports(&s.f, "the cash of \"unicef\" in 2025 is below zero: -0.01 USD");
    assert_reports(&s.f, "this names no priorities: its money is shown as unassigned");
    assert_reports(&s.f, "this names no regions and priorities: its money");
    assert_int_equal(diags_count(s.f.d, SEVERITY_WARNING), 1);
    close_sample(&s);
}

static void partners_are_checked_among_themselves(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    struct partner *p = fixture_partner(&s.f, "lonely", "un");
    struct partner *q = fixture_partner(&s.f, "other", "un");
    p->merged_into = "gsmaa";
    q->merged_into = "other";
    p->merged_on = q->merged_on = fixture_date("2020-01-01");
    p->merged_place = fixture_place(&s.f);
    q->merged_place = fixture_place(&s.f);
    fixture_build(&s.f);
    assert_reports(&s.f, "unknown partner \"gsmaa\" to have merged into [unknown-merger]\n"
                         "  hint: did you mean \"gsma\"?");
    assert_reports(&s.f, "\"other\" leads back to itself by mergers");
    assert_reports(&s.f, "\"other\" is a word of accord");
    assert_reports(&s.f, "no agreement names \"lonely\"");
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 3);
    close_sample(&s);
}

static void samples_are_told_apart(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    s.f.r->partner[0]->sample = true;
    struct agreement *b = fixture_agreement(&s.f, "b1", "mou", "2024-06-01", "unicef");
    b->sample = true;
    const struct model *m = fixture_build(&s.f);
    assert_int_equal(diags_count(s.f.d, SEVERITY_WARNING), 1);
    assert_reports(&s.f, "\"unicef\" is a sample, but this agreement is not marked as one");
    model_refuse_samples(m, s.f.d);
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 2);
    assert_reports(&s.f, "b1 is a sample; a release has none");
    close_sample(&s);
}

static void one_rate_for_a_day(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_rate(&s.f, "EUR", "2024-01-01", "0.9");
    fixture_rate(&s.f, "EUR", "2024-01-01", "0.90");
    fixture_rate(&s.f, "EUR", "2024-01-01", "0.91");
    fixture_build(&s.f);
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 1);
    assert_reports(&s.f, "a second rate of EUR effective on 2024-01-01");
    close_sample(&s);
}

static void names_follow_the_date(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    struct partner *p = fixture_partner(&s.f, "fcdo", "government");
    struct former_name old[] = {{fixture_date("2020-09-01"), fixture_text("Second")},
                                {fixture_date("1997-05-03"), fixture_text("First")}};
    p->name = fixture_text("Third");
    p->former = old;
    p->former_n = 2;
    const struct model *m = fixture_build(&s.f);
    assert_string_equal(model_partner_name(m, p, fixture_date("1990-01-01"), LANG_EN), "First");
    assert_string_equal(model_partner_name(m, p, fixture_date("1997-05-03"), LANG_EN), "First");
    assert_string_equal(model_partner_name(m, p, fixture_date("1997-05-04"), LANG_EN), "Second");
    assert_string_equal(model_partner_name(m, p, fixture_date("2020-09-01"), LANG_ES), "Second");
    assert_string_equal(model_partner_name(m, p, fixture_date("2020-09-02"), LANG_EN), "Third");
    assert_string_equal(model_partner_name(m, p, (struct date){0, 0, 0}, LANG_EN), "Third");
    close_sample(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sound_records_pass_in_silence),
        cmocka_unit_test(unknown_partners_are_named_in_full),
        cmocka_unit_test(partners_stand_once_and_without_itu),
        cmocka_unit_test(givers_must_sign),
        cmocka_unit_test(a_missing_rate_is_an_error),
        cmocka_unit_test(recorded_dollars_are_compared_with_the_rate),
        cmocka_unit_test(amounts_have_a_limit),
        cmocka_unit_test(references_between_agreements_lead_somewhere_else),
        cmocka_unit_test(long_cycles_are_found),
        cmocka_unit_test(dates_are_in_order),
        cmocka_unit_test(priorities_belong_to_their_years),
        cmocka_unit_test(addenda_may_lower_but_not_below_zero),
        cmocka_unit_test(partners_are_checked_among_themselves),
        cmocka_unit_test(samples_are_told_apart),
        cmocka_unit_test(one_rate_for_a_day),
        cmocka_unit_test(names_follow_the_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
