/* Pages and tables of what addenda change, of agreements under others, of merged partners; notes
 * that stand below tables only when they apply. */
#include "unit/model_fixture.h"

#include "views/views.h"

#include <stdlib.h>

struct made {
    struct fixture f;
    const struct model *model;
    const struct views *v;
};

static void words(struct fixture *f)
{
    static const char *const en[][2] = {
        {"joined_sentences", "{list} {next}"},
        {"joined_values", "{list}; {next}"},
        {"amount_currency", "{amount} {currency}"},
        {"history_ends", "ends {date}"},
        {"history_end", "end {date}"},
        {"history_joined", "+ {name}"},
        {"history_left", "- {name}"},
        {"history_terminated", "over {date}"},
        {"standing_active_on", "runs on {date}"},
        {"standing_ended_on", "ended {date}"},
        {"standing_terminated_on", "terminated {date}"},
        {"date_end_signed", "{date} at first"},
        {"standing_as_of", "as of {date}."},
        {"note_tie", "{count, plural, one {# more} other {# more}} at the cut."},
        {"note_rounded", "Rounded."},
        {"note_merged_follow", "{old} is in {name} since {date}."},
        {"note_merged_apart", "{old} is apart from {name} until {date}."},
        {"note_merged_chain", "{old}, in {into} since {date}, is in {name}."},
        {"figure_kind_count", "New of kind {name}"},
        {"figure_kind_addenda_count", "Addenda of kind {name}"},
        {"figure_region_count", "New for {name}"},
        {"figure_region_count_with", "New and addenda for {name}"},
    };
    fixture_words(f, en, sizeof en / sizeof *en);
    map_init(&f->r->site.region_colour, f->a);
    f->r->site.bright = "#009cd6";
}

static struct agreement *agreement(struct fixture *f, const char *id, const char *kind,
                                   const char *day, const char *who)
{
    struct agreement *g = fixture_agreement(f, id, kind, day, who);
    g->title = fixture_text(id);
    return g;
}

static struct agreement *addendum(struct fixture *f, const char *id, const char *day,
                                  const char *who, const char *amends)
{
    struct agreement *g = agreement(f, id, "addendum", day, who);
    g->amends = (struct reference){amends, fixture_place(f)};
    return g;
}

static void start(struct made *m)
{
    unsetenv("SOURCE_DATE_EPOCH");
    fixture_open(&m->f);
    words(&m->f);
    fixture_partner(&m->f, "bank", "un");
    fixture_partner(&m->f, "club", "private-sector");
    fixture_partner(&m->f, "fund", "foundation");
}

static void build(struct made *m, bool internal)
{
    m->model = fixture_build(&m->f);
    assert_false(diags_failed(m->f.d));
    m->v = views_open(m->f.a, m->f.d, m->model, LANG_EN, internal);
}

static struct view_page *page(struct made *m, const char *path)
{
    struct view_page *p = views_page(m->f.a, m->v, path);
    assert_non_null(p);
    return p;
}

static const struct view_table *table_of(const struct view_page *p, const char *id)
{
    for (size_t i = 0; i < p->sections; i++)
        if (p->section[i].table && strcmp(p->section[i].table->id, id) == 0)
            return p->section[i].table;
    return NULL;
}

/* The cells of a fact, joined; NULL when there is none. */
static const char *fact(struct made *m, const struct view_page *p, const char *term)
{
    for (size_t i = 0; i < p->section[0].n; i++) {
        const struct view_fact *x = &p->section[0].fact[i];
        struct buf b = BUF_INIT;
        if (strcmp(x->term, term) != 0)
            continue;
        for (size_t k = 0; k < x->n; k++)
            buf_printf(&b, "%s%s", k ? " | " : "", x->cell[k].text);
        return buf_to_arena(&b, m->f.a);
    }
    return NULL;
}

/* An agreement of the bank and the club, an addendum that changes everything, one to it. */
static void amended(struct made *m, bool internal)
{
    struct fixture *f = &m->f;
    start(m);
    struct agreement *g = agreement(f, "a1", "mou", "2024-01-10", "bank club");
    g->ends = fixture_date("2024-12-31");
    fixture_money(f, g, "bank", "100.00", "USD");
    g = addendum(f, "b1", "2024-03-01", "bank fund", "a1");
    g->ends = fixture_date("2026-12-31");
    g->leaving = ARENA_ARRAY(f->a, struct reference, 1);
    g->leaving[g->leaving_n++] = (struct reference){"club", fixture_place(f)};
    fixture_money(f, g, "fund", "50.00", "USD");
    g = addendum(f, "c1", "2024-04-01", "bank", "b1");
    fixture_money(f, g, "bank", "-30.00", "USD");
    g = addendum(f, "d1", "2024-05-01", "bank", "a1");
    g->internal = internal;
    g->terminated = fixture_date("2024-06-01");
    g = agreement(f, "z1", "mou", "2024-09-01", "club");
    g->parent = (struct reference){"a1", fixture_place(f)};
    fixture_money(f, g, "club", "7.00", "USD");
    g = agreement(f, "z2", "mou", "2024-09-02", "club");
    g->parent = (struct reference){"a1", fixture_place(f)};
    fixture_money(f, g, "club", "8.00", "USD");
    build(m, false);
}

static void an_agreement_tells_what_became_of_it(void **state)
{
    (void)state;
    struct made m;
    amended(&m, false);
    const struct view_page *p = page(&m, "agreements/a1");
    const struct view_table *t = table_of(p, "changes");
    assert_non_null(t);
    assert_int_equal(t->rows, 5);
    assert_string_equal(t->row[0].cell[2].text, "history_signed\nend 31\u00a0December\u00a02024");
    assert_null(t->row[0].cell[0].page);
    assert_string_equal(t->row[1].cell[0].page, "agreements/b1");
    assert_string_equal(t->row[1].cell[2].text,
                        "history_value\nends 31\u00a0December\u00a02026\n+ fund\n- club");
    assert_string_equal(t->row[2].cell[0].page, "agreements/c1");
    assert_string_equal(t->row[2].cell[2].text, "history_value");
    assert_string_equal(t->row[2].cell[4].sort, "-30.00");
    assert_string_equal(t->row[3].cell[2].text, "over 1\u00a0June\u00a02024");
    assert_true(t->row[4].sum);
    assert_string_equal(t->row[4].cell[3].text, "120.00 USD");
    assert_string_equal(t->row[4].cell[4].text, "120.00");
    assert_string_equal(fact(&m, p, "standing"), "terminated 1 June 2024");
    assert_string_equal(fact(&m, p, "date_end"), "31 December 2026 | 31 December 2024 at first");
    assert_string_equal(fact(&m, p, "partners"), "bank | club");
    assert_string_equal(fact(&m, p, "parties_now"), "bank | fund");
    fixture_close(&m.f);
}

static void an_addendum_names_what_it_changes(void **state)
{
    (void)state;
    struct made m;
    amended(&m, false);
    const struct view_page *p = page(&m, "agreements/b1");
    assert_string_equal(fact(&m, p, "amends"), "a1");
    assert_null(fact(&m, p, "original_agreement"));
    assert_string_equal(fact(&m, p, "amended_by"), "c1");
    assert_string_equal(fact(&m, p, "party_joins"), "fund");
    assert_string_equal(fact(&m, p, "party_leaves"), "club");
    assert_string_equal(fact(&m, p, "date_end_new"), "31 December 2026");
    assert_null(fact(&m, p, "standing"));
    assert_null(table_of(p, "changes"));
    p = page(&m, "agreements/c1");
    assert_string_equal(fact(&m, p, "amends"), "b1");
    assert_string_equal(fact(&m, p, "original_agreement"), "a1");
    /* On the page of the year they stand apart. */
    p = page(&m, "years/2024");
    assert_int_equal(table_of(p, "agreements")->rows, 3);
    assert_int_equal(table_of(p, "addenda")->rows, 3);
    assert_string_equal(table_of(p, "addenda")->row[1].cell[1].page, "agreements/a1");
    fixture_close(&m.f);
}

static void what_is_internal_changes_nothing_in_public(void **state)
{
    (void)state;
    struct made m;
    amended(&m, true);
    const struct view_page *p = page(&m, "agreements/a1");
    assert_int_equal(table_of(p, "changes")->rows, 4);
    assert_string_equal(fact(&m, p, "standing"), "runs on 2 September 2024");
    assert_null(fact(&m, p, "date_terminated"));
    m.v = views_open(m.f.a, m.f.d, m.model, LANG_EN, true);
    p = page(&m, "agreements/a1");
    assert_int_equal(table_of(p, "changes")->rows, 5);
    assert_string_equal(fact(&m, p, "date_terminated"), "1 June 2024");
    fixture_close(&m.f);
}

static void addenda_to_what_is_internal_stay_silent(void **state)
{
    (void)state;
    struct made m;
    start(&m);
    agreement(&m.f, "a1", "mou", "2024-01-10", "bank")->internal = true;
    addendum(&m.f, "b1", "2024-03-01", "bank club", "a1");
    build(&m, false);
    const struct view_page *p = page(&m, "agreements/b1");
    assert_null(fact(&m, p, "amends"));
    assert_null(fact(&m, p, "party_joins")); /* it would tell who signed the other */
    assert_string_equal(table_of(page(&m, "years/2024"), "addenda")->row[0].cell[1].text,
                        "internal_record");
    fixture_close(&m.f);
}

static void agreements_under_one_are_summed_apart(void **state)
{
    (void)state;
    struct made m;
    amended(&m, false);
    const struct view_table *t = table_of(page(&m, "agreements/a1"), "children");
    assert_int_equal(t->rows, 3);
    assert_string_equal(t->row[1].cell[4].text, "8.00");
    assert_true(t->row[2].sum);
    assert_string_equal(t->row[2].cell[4].text, "15.00");
    assert_string_equal(t->note, "child_note");
    assert_string_equal(fact(&m, page(&m, "agreements/z1"), "parent_agreement"), "a1");
    /* 100 + 50 - 30 + 7 + 8: nothing twice. */
    assert_figure(&m.f, m.model, "2024.contributions.total", "135.00");
    fixture_close(&m.f);
}

static const struct view_table *ranking(struct made *m, int from, int until, size_t limit)
{
    struct show show = {.what = "top-partners", .period = {from, until}, .limit = limit};
    return views_show_table(m->f.a, m->v, &show);
}

static void give(struct made *m, const char *id, const char *day, const char *who,
                 const char *amount)
{
    struct agreement *g = agreement(&m->f, id, "mou", day, who);
    fixture_money(&m->f, g, who, amount, "USD");
}

static void a_cut_among_equals_is_told(void **state)
{
    (void)state;
    struct made m;
    start(&m);
    fixture_partner(&m.f, "aunt", "un");
    give(&m, "a1", "2024-01-01", "fund", "4000000.00");
    give(&m, "a2", "2024-01-01", "club", "4000000.00");
    give(&m, "a3", "2024-01-01", "bank", "4000000.00");
    give(&m, "a4", "2024-01-01", "aunt", "8000000.00");
    build(&m, false);
    const struct view_table *t = ranking(&m, 2024, 2024, 2);
    assert_string_equal(t->row[1].cell[1].text, "bank");
    assert_string_equal(t->note, "2 more at the cut.");
    assert_string_equal(ranking(&m, 2024, 2024, 3)->note, "1 more at the cut.");
    assert_null(ranking(&m, 2024, 2024, 1)->note); /* the first stands alone */
    assert_null(ranking(&m, 2024, 2024, 4)->note); /* none is left */
    struct show list = {.what = "financial-partners", .period = {2024, 2024}, .limit = 2};
    assert_string_equal(views_show_table(m.f.a, m.v, &list)->note, "2 more at the cut.");
    list.what = "top-partners";
    assert_string_equal(views_show_chart(m.f.a, m.v, &list)->spec.source, "2 more at the cut.");
    fixture_close(&m.f);
}

static void rounding_is_told_when_it_shows(void **state)
{
    (void)state;
    struct made m;
    start(&m);
    give(&m, "a1", "2024-01-01", "fund", "1004000.00");
    give(&m, "a2", "2024-01-01", "club", "1004000.00");
    give(&m, "b1", "2025-01-01", "club", "1000000.00");
    give(&m, "b2", "2025-01-01", "bank", "3000000.00");
    build(&m, false);
    /* 1.00 and 1.00 below which stands 2.01; a quarter and three. */
    assert_string_equal(ranking(&m, 2024, 2024, 0)->note, "Rounded.");
    assert_null(ranking(&m, 2025, 2025, 0)->note);
    struct show show = {.what = "by-kind", .period = {2024, 2024}};
    assert_null(views_show_table(m.f.a, m.v, &show)->note);
    fixture_close(&m.f);
}

static void rows_print_the_name_at_signature(void **state)
{
    (void)state;
    struct made m;
    start(&m);
    struct partner *p = m.f.r->partner[0]; /* bank */
    p->former = ARENA_NEW(m.f.a, struct former_name);
    p->former[0] = (struct former_name){{2024, 6, 30}, fixture_text("old bank")};
    p->former_n = 1;
    give(&m, "a1", "2024-03-01", "bank", "1000000.00");
    give(&m, "b1", "2025-03-01", "bank", "1000000.00");
    build(&m, false);
    assert_string_equal(ranking(&m, 2024, 2024, 0)->row[0].cell[1].text, "old bank");
    assert_string_equal(ranking(&m, 2025, 2025, 0)->row[0].cell[1].text, "bank");
    assert_string_equal(ranking(&m, 2024, 2025, 0)->row[0].cell[1].text, "bank");
    fixture_close(&m.f);
}

static void merged(struct made *m, bool follow)
{
    start(m);
    m->f.r->site.counting.follow_mergers = follow;
    struct partner *club = m->f.r->partner[1];
    club->merged_into = "fund";
    club->merged_on = fixture_date("2024-07-01");
    give(m, "a1", "2024-03-01", "club", "1000000.00");
    give(m, "a2", "2024-09-01", "fund", "500000.00");
    give(m, "a3", "2024-09-01", "bank", "1000000.00");
    build(m, false);
}

static void merged_partners_have_a_note(void **state)
{
    (void)state;
    struct made m;
    merged(&m, false);
    const struct view_table *t = ranking(&m, 2024, 2024, 0);
    assert_string_equal(t->row[2].cell[1].text, "fund");
    assert_string_equal(t->note, "club is apart from fund until 1 July 2024.");
    const struct view_page *p = page(&m, "partners/club");
    assert_string_equal(table_of(p, "by-year")->row[0].cell[3].text, "1,000,000.00");
    assert_string_equal(table_of(p, "by-year")->note, t->note);
    assert_string_equal(table_of(page(&m, "partners/fund"), "by-year")->row[0].cell[3].text,
                        "500,000.00");
    fixture_close(&m.f);
}

static void totals_that_follow_have_a_note(void **state)
{
    (void)state;
    struct made m;
    merged(&m, true);
    const struct view_table *t = ranking(&m, 2024, 2024, 0);
    assert_string_equal(t->row[0].cell[1].text, "fund");
    assert_string_equal(t->row[0].cell[2].text, "1.50");
    assert_string_equal(t->note, "club is in fund since 1 July 2024.");
    const struct view_page *p = page(&m, "partners/fund");
    assert_string_equal(table_of(p, "by-year")->row[0].cell[1].text, "2");
    assert_string_equal(table_of(p, "by-year")->row[0].cell[3].text, "1,500,000.00");
    assert_string_equal(table_of(p, "by-year")->note, t->note);
    assert_int_equal(table_of(p, "agreements")->rows, 2);
    /* Who signed keeps what it signed on its page. */
    p = page(&m, "partners/club");
    assert_string_equal(table_of(p, "by-year")->row[0].cell[3].text, "1,000,000.00");
    assert_string_equal(table_of(p, "by-year")->note, t->note);
    assert_string_equal(fact(&m, page(&m, "agreements/a1"), "partners"), "club");
    fixture_close(&m.f);
}

/* Who became part of one that became part of another did not become part of that one itself. */
static void mergers_in_a_row_are_told_as_they_were(void **state)
{
    (void)state;
    struct made m;
    start(&m);
    m.f.r->site.counting.follow_mergers = true;
    for (int i = 0; i < 2; i++) {
        m.f.r->partner[i]->merged_into = i ? "bank" : "fund";
        m.f.r->partner[i]->merged_on = fixture_date(i ? "2024-07-01" : "2025-02-01");
    }
    give(&m, "a1", "2024-03-01", "club", "1000000.00");
    build(&m, false);
    const struct view_table *t = ranking(&m, 2024, 2024, 0);
    assert_string_equal(t->row[0].cell[1].text, "fund");
    assert_string_equal(t->note, "club, in bank since 1 July 2024, is in fund.");
    fixture_close(&m.f);
}

static void figures_with_addenda_are_called_so(void **state)
{
    (void)state;
    struct made m;
    amended(&m, false);
    assert_string_equal(views_figure_label(m.v, "2024.kinds.addendum.count"),
                        "Addenda of kind addendum");
    assert_string_equal(views_figure_label(m.v, "2024.kinds.mou.count"), "New of kind mou");
    assert_string_equal(views_figure_label(m.v, "2024.regions.AFR.count"), "New for AFR");
    m.f.r->site.counting.addenda_with = true;
    assert_string_equal(views_figure_label(m.v, "2024.regions.AFR.count"),
                        "New and addenda for AFR");
    fixture_close(&m.f);
}

static void partners_have_addenda_apart(void **state)
{
    (void)state;
    struct made m;
    amended(&m, false);
    const struct view_table *t = table_of(page(&m, "partners/bank"), "by-year");
    assert_int_equal(t->columns, 5);
    assert_string_equal(t->row[0].cell[1].text, "1");
    assert_string_equal(t->row[0].cell[2].text, "3");
    assert_int_equal(table_of(page(&m, "partners/club"), "by-year")->columns, 4);
    fixture_close(&m.f);
}

static void lists_of_papers_have_changes_and_status(void **state)
{
    (void)state;
    struct made m;
    amended(&m, false);
    static const struct show_column columns[] = {{"number", NULL, 0}, {"changes", NULL, 0},
                                                 {"status", NULL, 0}};
    struct show show = {.what = "agreements-list", .period = {2024, 2024}, .group = 'd',
                        .column = columns, .columns = 3};
    const struct view_table *t = views_show_table(m.f.a, m.v, &show);
    assert_string_equal(t->row[0].cell[1].text,
                        "history_value\nends 31\u00a0December\u00a02026\n+ fund\n- club");
    assert_string_equal(t->row[0].cell[2].text, "standing_terminated");
    assert_string_equal(t->source, "as of 2 September 2024.");
    fixture_close(&m.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agreement_tells_what_became_of_it),
        cmocka_unit_test(an_addendum_names_what_it_changes),
        cmocka_unit_test(what_is_internal_changes_nothing_in_public),
        cmocka_unit_test(addenda_to_what_is_internal_stay_silent),
        cmocka_unit_test(agreements_under_one_are_summed_apart),
        cmocka_unit_test(a_cut_among_equals_is_told),
        cmocka_unit_test(rounding_is_told_when_it_shows),
        cmocka_unit_test(rows_print_the_name_at_signature),
        cmocka_unit_test(merged_partners_have_a_note),
        cmocka_unit_test(totals_that_follow_have_a_note),
        cmocka_unit_test(mergers_in_a_row_are_told_as_they_were),
        cmocka_unit_test(figures_with_addenda_are_called_so),
        cmocka_unit_test(partners_have_addenda_apart),
        cmocka_unit_test(lists_of_papers_have_changes_and_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
