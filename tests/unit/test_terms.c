/* What addenda leave of an agreement: value, end, parties, standing; what belongs together. */
#include "unit/model_fixture.h"

#include <stdlib.h>

struct sample {
    struct fixture f;
    struct agreement *g;
};

static struct agreement *addendum(struct sample *s, const char *id, const char *on,
                                  const char *who, const char *amends)
{
    struct agreement *g = fixture_agreement(&s->f, id, "addendum", on, who);
    g->amends = (struct reference){amends, fixture_place(&s->f)};
    fixture_region(&s->f, g, "AFR", 1);
    fixture_priority(&s->f, g, "kap-one", 1);
    return g;
}

static void leaves(struct sample *s, struct agreement *g, const char *who)
{
    g->leaving = ARENA_ARRAY(s->f.a, struct reference, 1);
    g->leaving[0] = (struct reference){who, fixture_place(&s->f)};
    g->leaving_n = 1;
}

/* An agreement of two partners until the end of 2025, with four partners on file. */
static void open_sample(struct sample *s)
{
    unsetenv("SOURCE_DATE_EPOCH");
    fixture_open(&s->f);
    fixture_partner(&s->f, "unicef", "un");
    fixture_partner(&s->f, "gsma", "private-sector");
    fixture_partner(&s->f, "fund", "foundation");
    s->g = fixture_agreement(&s->f, "a1", "mou", "2024-05-14", "unicef gsma");
    s->g->ends = fixture_date("2025-12-31");
    fixture_money(&s->f, s->g, "unicef", "1000.00", "USD");
}

static struct terms *terms(struct sample *s, const struct model *m, bool internal)
{
    return model_terms(s->f.a, m, model_deal(m, "a1"), internal);
}

static void addenda_change_value_end_and_parties(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    struct agreement *late = addendum(&s, "b0", "2025-06-01", "unicef", "a1");
    late->ends = fixture_date("2026-06-30");
    fixture_money(&s.f, late, "unicef", "-250.00", "USD");
    struct agreement *early = addendum(&s, "b9", "2024-09-01", "unicef fund", "a1");
    fixture_money(&s.f, early, "fund", "50.00", "USD");
    early->ends = fixture_date("2025-12-31"); /* as before */
    leaves(&s, early, "gsma");
    const struct model *m = fixture_build(&s.f);
    struct terms *t = terms(&s, m, false);
    assert_int_equal(t->changes, 2);
    assert_string_equal(t->change[0].deal->record->id, "b9"); /* by signature, not by id */
    assert_int_equal(t->change[0].joined_n, 1);
    assert_string_equal(t->change[0].joined[0]->id, "fund");
    assert_int_equal(t->change[0].left_n, 1);
    assert_string_equal(t->change[0].left[0]->id, "gsma");
    assert_false(date_is_set(t->change[0].ends));
    assert_int_equal(date_cmp(t->change[1].ends, fixture_date("2026-06-30")), 0);
    assert_int_equal(t->change[1].joined_n, 0);
    assert_int_equal(t->cash_cents, 80000);
    assert_int_equal(date_cmp(t->ends, fixture_date("2026-06-30")), 0);
    assert_int_equal(t->party_n, 2);
    assert_string_equal(t->party[0]->id, "unicef");
    assert_string_equal(t->party[1]->id, "fund");
    /* Each amount stays in its own year, and addenda are no agreements. */
    assert_figure(&s.f, m, "2024.contributions.total", "1050.00");
    assert_figure(&s.f, m, "2025.contributions.total", "-250.00");
    assert_figure(&s.f, m, "2024.agreements.count", "1");
    assert_figure(&s.f, m, "2024-2025.addenda.count", "2");
    fixture_close(&s.f);
}

static void an_amendment_of_an_amendment_changes_the_agreement(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    addendum(&s, "b1", "2024-09-01", "unicef", "a1");
    struct agreement *c = addendum(&s, "c1", "2024-10-01", "unicef", "b1");
    fixture_money(&s.f, c, "unicef", "1.00", "USD");
    const struct model *m = fixture_build(&s.f);
    assert_ptr_equal(model_deal(m, "c1")->root, model_deal(m, "a1"));
    assert_ptr_equal(model_deal(m, "c1")->amends, model_deal(m, "b1"));
    assert_ptr_equal(model_deal(m, "a1")->root, model_deal(m, "a1"));
    assert_int_equal(model_deal(m, "a1")->addendum_n, 2);
    assert_int_equal(model_deal(m, "b1")->addendum_n, 0);
    assert_int_equal(terms(&s, m, false)->cash_cents, 100100);
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR) + diags_count(s.f.d, SEVERITY_WARNING), 0);
    fixture_close(&s.f);
}

static void the_public_is_told_of_public_changes_only(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    struct agreement *b = addendum(&s, "b1", "2024-09-01", "unicef", "a1");
    b->internal = true;
    b->ends = fixture_date("2030-01-01");
    fixture_money(&s.f, b, "unicef", "1.00", "USD");
    const struct model *m = fixture_build(&s.f);
    assert_int_equal(terms(&s, m, false)->changes, 0);
    assert_int_equal(terms(&s, m, false)->cash_cents, 100000);
    assert_int_equal(terms(&s, m, false)->ends.year, 2025);
    assert_int_equal(terms(&s, m, true)->cash_cents, 100100);
    assert_int_equal(terms(&s, m, true)->ends.year, 2030);
    fixture_close(&s.f);
}

static enum standing standing(struct sample *s, const struct model *m, const char *epoch)
{
    setenv("SOURCE_DATE_EPOCH", epoch, 1);
    enum standing found = terms(s, m, true)->standing;
    unsetenv("SOURCE_DATE_EPOCH");
    return found;
}

static void standing_is_read_on_a_day(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    s.g->in_force = fixture_date("2024-06-01");
    struct agreement *b = addendum(&s, "b1", "2024-09-01", "unicef", "a1");
    const struct model *m = fixture_build(&s.f);
    assert_int_equal(standing(&s, m, "1717113600"), STANDING_COMING); /* 2024-05-31 */
    assert_int_equal(standing(&s, m, "1717200000"), STANDING_ACTIVE); /* 2024-06-01 */
    assert_int_equal(standing(&s, m, "1767139200"), STANDING_ACTIVE); /* 2025-12-31 */
    assert_int_equal(standing(&s, m, "1767225600"), STANDING_ENDED);  /* 2026-01-01 */
    s.g->terminated = fixture_date("2025-03-01");
    assert_int_equal(standing(&s, m, "1740700800"), STANDING_ACTIVE);     /* 2025-02-28 */
    assert_int_equal(standing(&s, m, "1740787200"), STANDING_TERMINATED); /* 2025-03-01 */
    b->terminated = fixture_date("2025-01-01"); /* the earlier one holds */
    assert_int_equal(standing(&s, m, "1735689600"), STANDING_TERMINATED);
    b->terminated = s.g->terminated = fixture_date("2026-03-01"); /* it had ended before */
    assert_int_equal(standing(&s, m, "1772323200"), STANDING_ENDED);
    /* Termination changes no count. */
    assert_figure(&s.f, m, "2024.agreements.count", "1");
    fixture_close(&s.f);
}

static void successors_are_parties_without_joining(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    struct partner *heir = fixture_partner(&s.f, "heir", "un");
    s.f.r->partner[1]->merged_into = heir->id; /* gsma */
    s.f.r->partner[1]->merged_on = fixture_date("2024-07-01");
    addendum(&s, "b1", "2024-09-01", "unicef heir", "a1");
    struct agreement *c = addendum(&s, "c1", "2024-10-01", "unicef", "a1");
    leaves(&s, c, "gsma"); /* by its old id */
    const struct model *m = fixture_build(&s.f);
    struct terms *t = terms(&s, m, false);
    assert_int_equal(t->change[0].joined_n, 0);
    assert_int_equal(t->change[1].left_n, 1);
    assert_string_equal(t->change[1].left[0]->id, "heir");
    assert_int_equal(t->party_n, 1);
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR) + diags_count(s.f.d, SEVERITY_WARNING), 0);
    fixture_close(&s.f);
}

/* That a party is gone would tell of whom it became part of. */
static void the_public_is_told_of_successors_it_may_know(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    struct partner *gsma = s.f.r->partner[1];
    gsma->merged_into = "fund";
    gsma->merged_on = fixture_date("2024-06-01");
    fixture_agreement(&s.f, "q1", "mou", "2024-07-01", "fund")->internal = true;
    addendum(&s, "b1", "2024-09-01", "unicef", "a1");
    const struct model *m = fixture_build(&s.f);
    struct terms *t = terms(&s, m, false);
    assert_int_equal(t->party_n, 2);
    assert_string_equal(t->party[1]->id, "gsma");
    assert_string_equal(terms(&s, m, true)->party[1]->id, "fund");
    fixture_close(&s.f);

    open_sample(&s);
    gsma = s.f.r->partner[1];
    gsma->merged_into = "fund";
    gsma->merged_on = fixture_date("2024-06-01");
    fixture_agreement(&s.f, "q1", "mou", "2024-07-01", "fund")->internal = true;
    leaves(&s, addendum(&s, "b1", "2024-09-01", "unicef", "a1"), "gsma");
    m = fixture_build(&s.f);
    for (int internal = 0; internal < 2; internal++) {
        t = terms(&s, m, internal);
        assert_int_equal(t->party_n, 1);
        assert_int_equal(t->change[0].left_n, 1);
        assert_string_equal(t->change[0].left[0]->id, internal ? "fund" : "gsma");
    }
    fixture_close(&s.f);
}

static void what_cannot_be_is_told(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    fixture_agreement(&s.f, "z1", "mou", "2024-01-01", "fund");
    struct agreement *b = addendum(&s, "b1", "2024-09-01", "fund", "a1");
    leaves(&s, b, "fund"); /* who joins with the same addendum was no party */
    struct agreement *c = addendum(&s, "c1", "2026-01-01", "unicef", "a1");
    fixture_money(&s.f, c, "unicef", "-1000.01", "USD");
    fixture_build(&s.f);
    assert_reports(&s.f, "\"fund\" is no party to \"a1\" by then");
    assert_reports(&s.f, "after \"a1\" had come to its end (2025-12-31)");
    assert_reports(&s.f, "with this, the cash of \"a1\" comes to -0.01 USD");
    assert_int_equal(diags_count(s.f.d, SEVERITY_ERROR), 1);
    fixture_close(&s.f);
}

static void children_are_listed_and_counted_once(void **state)
{
    (void)state;
    struct sample s;
    open_sample(&s);
    static const char *const ids[] = {"c2", "c1"};
    for (size_t i = 0; i < 2; i++) {
        struct agreement *c = fixture_agreement(&s.f, ids[i], "mou", "2024-06-01", "fund");
        c->parent = (struct reference){"a1", fixture_place(&s.f)};
        fixture_money(&s.f, c, "fund", "10.00", "USD");
    }
    const struct model *m = fixture_build(&s.f);
    const struct deal *d = model_deal(m, "a1");
    assert_int_equal(d->child_n, 2);
    assert_string_equal(d->child[0]->record->id, "c1");
    assert_int_equal(terms(&s, m, true)->cash_cents, 100000);
    assert_figure(&s.f, m, "2024.contributions.total", "1020.00");
    fixture_close(&s.f);
}

static void totals_follow_the_successor_where_the_site_says_so(void **state)
{
    (void)state;
    for (int follow = 0; follow < 2; follow++) {
        struct sample s;
        open_sample(&s);
        s.f.r->site.counting.follow_mergers = follow;
        struct partner *heir = fixture_partner(&s.f, "heir", "un");
        s.f.r->partner[1]->merged_into = heir->id; /* gsma, of another type */
        s.f.r->partner[1]->merged_on = fixture_date("2026-07-01");
        fixture_money(&s.f, s.g, "gsma", "500.00", "USD");
        struct agreement *b = fixture_agreement(&s.f, "b1", "mou", "2024-06-01", "heir");
        fixture_money(&s.f, b, "heir", "600.00", "USD");
        const struct model *m = fixture_build(&s.f);
        const struct ranked *list;
        size_t n = model_ranking(m, (struct period){2024, 2024}, &list);
        assert_int_equal(n, follow ? 2 : 3);
        assert_string_equal(list[0].partner->id, follow ? "heir" : "unicef");
        assert_figure(&s.f, m, "2024.partners.gsma.contributions", follow ? "0.00" : "500.00");
        assert_figure(&s.f, m, "2024.partners.heir.contributions", follow ? "1100.00" : "600.00");
        assert_figure(&s.f, m, "2024.partners.count", follow ? "2" : "3");
        assert_figure(&s.f, m, "2024.types.private-sector.contributions",
                      follow ? "0.00" : "500.00");
        assert_figure(&s.f, m, "2024.partners.top10.contributions", "2100.00");
        assert_figure(&s.f, m, "2024.partners.other.contributions", "0.00");
        /* Who signed stays who signed. */
        assert_string_equal(model_deal(m, "a1")->partner[1]->id, "gsma");
        fixture_close(&s.f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addenda_change_value_end_and_parties),
        cmocka_unit_test(an_amendment_of_an_amendment_changes_the_agreement),
        cmocka_unit_test(the_public_is_told_of_public_changes_only),
        cmocka_unit_test(standing_is_read_on_a_day),
        cmocka_unit_test(successors_are_parties_without_joining),
        cmocka_unit_test(the_public_is_told_of_successors_it_may_know),
        cmocka_unit_test(what_cannot_be_is_told),
        cmocka_unit_test(children_are_listed_and_counted_once),
        cmocka_unit_test(totals_follow_the_successor_where_the_site_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
