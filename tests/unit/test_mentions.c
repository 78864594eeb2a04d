/* Who may be named in public, by what mentions them; which stories; and whose days count. */
#include "unit/model_fixture.h"

#include <stdlib.h>

enum { FEW = 4 };

static struct reference *reference(struct fixture *f, const char *id)
{
    struct reference *r = ARENA_NEW(f->a, struct reference);
    *r = (struct reference){id, fixture_place(f)};
    return r;
}

/* "loud" signs a public agreement, "quiet" an internal one, "hope" none. */
static void open_mentions(struct fixture *f)
{
    unsetenv("SOURCE_DATE_EPOCH");
    fixture_open(f);
    f->r->story = ARENA_ARRAY(f->a, struct story, FEW);
    f->r->target = ARENA_ARRAY(f->a, struct target, 1);
    fixture_partner(f, "loud", "un");
    fixture_partner(f, "quiet", "un");
    fixture_partner(f, "hope", "un");
    fixture_agreement(f, "a1", "mou", "2024-05-14", "loud");
    fixture_agreement(f, "a2", "mou", "2024-06-14", "quiet")->internal = true;
}

static void story(struct fixture *f, const char *day, const char *agreement, const char *partner)
{
    struct story *s = &f->r->story[f->r->story_n++];
    *s = (struct story){.slug = "s", .place = fixture_place(f), .date = fixture_date(day)};
    s->agreement = agreement ? reference(f, agreement) : NULL;
    s->agreement_n = agreement != NULL;
    s->partner = partner ? reference(f, partner) : NULL;
    s->partner_n = partner != NULL;
}

/* It is expected to sign. */
static void expect(struct fixture *f, const char *partner)
{
    struct prospect *p = ARENA_NEW(f->a, struct prospect);
    *p = (struct prospect){.title = fixture_text("A hope"), .currency = fixture_currency(f, "USD"),
                           .amount = 100, .expected = fixture_date("2025-02-01"),
                           .partner = reference(f, partner), .partner_n = 1};
    f->r->target[0] = (struct target){.year = 2025, .prospect = p, .prospects = 1};
    f->r->target_n = 1;
}

static bool is_public(const struct model *m, const char *id)
{
    return model_partner_public(m, map_get(&model_records(m)->partner_by_id, id));
}

static bool signs(const struct model *m, const char *id)
{
    return model_partner_signs(m, map_get(&model_records(m)->partner_by_id, id));
}

static void partners_are_named_by_what_is_public(void **state)
{
    (void)state;
    struct fixture f;
    open_mentions(&f);
    const struct model *m = fixture_build(&f);
    assert_true(is_public(m, "loud") && signs(m, "loud"));
    assert_true(!is_public(m, "quiet") && signs(m, "quiet"));
    assert_true(is_public(m, "hope") && !signs(m, "hope"));
    fixture_close(&f);

    open_mentions(&f);
    expect(&f, "hope");
    m = fixture_build(&f);
    assert_true(!is_public(m, "hope") && !signs(m, "hope"));
    fixture_close(&f);

    open_mentions(&f);
    expect(&f, "loud");
    assert_true(is_public(fixture_build(&f), "loud"));
    fixture_close(&f);
}

/* Who signed by an id that had merged is the successor; the id itself is in what is internal only. */
static void an_id_that_had_merged_is_no_public_mention(void **state)
{
    (void)state;
    struct fixture f;
    open_mentions(&f);
    f.r->partner[2]->merged_into = "quiet";
    f.r->partner[2]->merged_on = fixture_date("2020-01-01");
    f.r->agreement[1]->partner[0].id = "hope";
    const struct model *m = fixture_build(&f);
    assert_true(!is_public(m, "hope") && !signs(m, "hope"));
    assert_true(!is_public(m, "quiet") && signs(m, "quiet"));
    fixture_close(&f);
}

/* Whom the public knows from elsewhere, targets do not take away. */
static void a_public_mention_outweighs_targets(void **state)
{
    (void)state;
    struct fixture f;
    open_mentions(&f);
    expect(&f, "hope");
    story(&f, "2024-05-20", NULL, "hope");
    const struct model *m = fixture_build(&f);
    assert_true(is_public(m, "hope"));
    assert_null(model_story_inside(m, &f.r->story[0]));
    fixture_close(&f);

    open_mentions(&f);
    expect(&f, "hope");
    story(&f, "2024-05-20", "a2", "hope");
    assert_false(is_public(fixture_build(&f), "hope"));
    fixture_close(&f);

    open_mentions(&f);
    expect(&f, "hope");
    struct history *h = fixture_history(&f, 2020);
    fixture_printed(&f, h->figure, &h->n, "partners.hope.contributions", "", "5");
    assert_true(is_public(fixture_build(&f), "hope"));
    fixture_close(&f);

    open_mentions(&f);
    expect(&f, "hope");
    struct published *p = fixture_published(&f);
    p->ranking[p->rankings++] = (struct printed_ranking){"2024.partners", fixture_place(&f),
                                                         reference(&f, "hope"), 1};
    assert_true(is_public(fixture_build(&f), "hope"));
    fixture_close(&f);

    for (int quiet = 0; quiet < 2; quiet++) { /* who became part of it */
        open_mentions(&f);
        expect(&f, "hope");
        f.r->partner[quiet]->merged_into = "hope";
        f.r->partner[quiet]->merged_on = fixture_date("2024-07-01");
        assert_int_equal(is_public(fixture_build(&f), "hope"), !quiet);
        fixture_close(&f);
    }
}

static void the_day_is_that_of_what_is_public(void **state)
{
    (void)state;
    struct fixture f;
    open_mentions(&f);
    assert_int_equal(date_cmp(model_today(fixture_build(&f)), fixture_date("2024-05-14")), 0);
    fixture_close(&f);

    open_mentions(&f);
    story(&f, "2024-05-20", "a1", "loud");
    story(&f, "2024-08-01", "a2", NULL);
    story(&f, "2024-09-01", NULL, "quiet");
    const struct model *m = fixture_build(&f);
    assert_null(model_story_inside(m, &f.r->story[0]));
    assert_string_equal(model_story_inside(m, &f.r->story[1])->id, "a2");
    assert_string_equal(model_story_inside(m, &f.r->story[2])->id, "quiet");
    assert_int_equal(date_cmp(model_today(m), fixture_date("2024-05-20")), 0);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(partners_are_named_by_what_is_public),
        cmocka_unit_test(an_id_that_had_merged_is_no_public_mention),
        cmocka_unit_test(a_public_mention_outweighs_targets),
        cmocka_unit_test(the_day_is_that_of_what_is_public),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
