/* The lists of an information document: each agreement once in its group, what may not be
 * named as a number with its sum, columns and order as asked for, sums as the figures say. */
#include "model_fixture.h"

#include "base/decimal.h"
#include "views/views.h"

struct made {
    struct fixture f;
    const struct model *model;
    const struct views *open, *inside; /* public, internal */
};

static void words(struct fixture *f)
{
    static const char *const en[][2] = {
        {"total", "Total"},
        {"not_available", "not available"},
        {"internal_record", "Not named"},
        {"amount_currency", "{amount} {currency}"},
        {"amount_in_kind", "{amount} (given in kind)"},
        {"partner_short", "{name} ({short})"},
        {"joined_values", "{list}; {next}"},
        {"list_sum", "{count, plural, one {# agreement} other {# agreements}}"},
        {"list_sum_addenda", "{count} addenda"},
        {"n_internal", "{count} more"},
        {"n_internal_partners", "{count} more"},
        {"table_others", "Others"},
        {"table_agreements_group", "{group}, {year}"},
        {"list_group_empty", "{group}: none in {year}."},
        {"list_group_a", "Cash"},
        {"list_group_b", "No cash"},
        {"list_group_c", "Sponsors"},
        {"list_group_d", "Addenda"},
        {"year_from_history", "{year} was entered as totals."},
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

static void records(struct fixture *f)
{
    fixture_partner(f, "ministry", "government")->short_name = "MIN";
    fixture_partner(f, "bank", "private-sector");
    fixture_partner(f, "taker", "un");
    fixture_partner(f, "hidden", "un")->name = fixture_text("Hushhush");
    fixture_rate(f, "EUR", "2023-01-01", "0.8");
    struct agreement *g = agreement(f, "a-1", "mou", "2024-03-14", "ministry bank");
    g->in_force = fixture_date("2024-12-01");
    fixture_money(f, g, "ministry", "80.00", "EUR");
    fixture_money(f, g, "bank", "20.00", "USD");
    fixture_money(f, g, "itu", "8.00", "EUR");
    fixture_money(f, g, "bank", "5.00", "USD")->in_kind = true;
    g->objective = fixture_text("Plain words");
    g = agreement(f, "a-2", "mou", "2024-06-01", "bank");
    fixture_money(f, g, "bank", "500.01", "USD");
    g->objective = fixture_text("Words with *stress*");
    g = agreement(f, "a-3", "mou", "2024-07-01", "hidden");
    g->internal = true;
    fixture_money(f, g, "hidden", "7.77", "USD");
    agreement(f, "a-4", "mou", "2024-08-01", "bank");
    g = agreement(f, "a-5", "addendum", "2024-09-01", "taker");
    g->amends = (struct reference){"a-3", fixture_place(f)};
    fixture_money(f, g, "taker", "-10.05", "USD");
    g = agreement(f, "a-6", "addendum", "2024-10-01", "bank");
    g->amends = (struct reference){"a-1", fixture_place(f)};
    agreement(f, "b-1", "mou", "2023-03-01", "ministry");
    struct history *h = fixture_history(f, 2023);
    fixture_printed(f, h->figure, &h->n, "agreements.count", "", "6");
}

static int setup(void **state)
{
    struct made *m = test_calloc(1, sizeof *m);
    fixture_open(&m->f);
    words(&m->f);
    records(&m->f);
    m->model = fixture_build(&m->f);
    assert_false(diags_failed(m->f.d));
    m->open = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
    m->inside = views_open(m->f.a, m->f.d, m->model, LANG_EN, true);
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

static struct view_table *list(struct made *m, struct show show, const char *const *columns)
{
    struct show_column *c = ARENA_ARRAY(m->f.a, struct show_column, 8);
    show.period = show.period.from ? show.period : (struct period){2024, 2024};
    show.column = c;
    for (; columns && columns[show.columns]; show.columns++)
        c[show.columns].id = columns[show.columns];
    struct view_table *t = views_show_table(m->f.a, m->open, &show);
    assert_non_null(t);
    return t;
}

#define COLUMNS(...) (const char *const[]){__VA_ARGS__, NULL}

/* With the sums that readers see, which files lack. */
static void assert_csv(const struct view_table *t, const char *want)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < t->rows; i++)
        t->row[i].sum = false;
    views_table_csv(t, &out);
    assert_string_equal(buf_str(&out), want);
    buf_free(&out);
}

static void groups_hold_each_agreement_once(void **state)
{
    struct made *m = *state;
    const char *const *columns = COLUMNS("number", "usd");
    struct show show = {.what = "agreements-list"};
    show.group = 'a'; /* 80 EUR are 100 USD, 8 EUR are 10 */
    assert_csv(list(m, show, columns), "number,usd\na-1,130.00\na-2,500.01\n1 more,7.77\n"
                                       "3 agreements,637.78\n");
    show.group = 'b';
    assert_csv(list(m, show, columns), "number,usd\na-4,\n1 agreement,0.00\n");
    show.group = 'd';
    assert_csv(list(m, show, columns), "number,usd\na-5,-10.05\na-6,\n2 addenda,-10.05\n");
    show.group = 0;
    assert_csv(list(m, show, columns), "number,usd\na-1,130.00\na-2,500.01\na-4,\na-5,-10.05\n"
                                       "a-6,\n1 more,7.77\n6 agreements,627.73\n");
    assert_figure(&m->f, m->model, "2024.contributions.total", "627.73");
}

static void an_empty_group_says_so(void **state)
{
    struct made *m = *state;
    const struct view_table *t =
        list(m, (struct show){.what = "agreements-list", .group = 'c'}, NULL);
    assert_int_equal(t->rows, 0);
    assert_string_equal(t->empty, "Sponsors: none in 2024.");
    assert_string_equal(t->caption, "Sponsors, 2024");
}

static void the_table_of_groups_is_the_figures(void **state)
{
    assert_csv(list(*state, (struct show){.what = "agreements-by-group"}, NULL),
               "group,count,usd\nCash,3,637.78\nNo cash,1,0.00\nSponsors,0,0.00\n"
               "Addenda,2,-10.05\nTotal,6,627.73\n");
    const struct view_table *t =
        list(*state, (struct show){.what = "agreements-by-group"}, NULL);
    assert_null(t->row[0].cell[1].figure); /* cash decides, no figure */
    assert_string_equal(t->row[3].cell[1].figure, "2024.addenda.count");
    assert_string_equal(t->row[3].cell[2].figure, "2024.addenda.contributions");
}

static void columns_stand_as_they_are_named(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "agreements-list", .group = 'a'};
    assert_csv(list(m, show, COLUMNS("signed_value", "in_force", "signatories", "number")),
               "signed_value,in_force,signatories,number\n"
               "88.00 EUR; 20.00 USD; 5.00 USD (in kind),2024-12-01,ministry (MIN); bank,a-1\n"
               "500.01 USD,2024-06-01,bank,a-2\n"
               ",,1 more,\n"
               ",,3 agreements,\n");
    const struct view_table *t = list(m, show, COLUMNS("number", "signed_value"));
    const struct view_cell *value = &t->row[0].cell[1];
    assert_int_equal(value->runs, 3);
    assert_string_equal(value->run[0].text, "88.00 EUR");
    assert_string_equal(value->run[2].text, "5.00 USD (given in kind)");
    assert_true(value->run[2].line && value->run[2].muted && !value->run[0].line);
    assert_true(t->column[1].mixed);
}

static void heads_may_be_the_author_s(void **state)
{
    struct made *m = *state;
    struct show_column columns[] = {{"title", "What", 50000}, {"usd", NULL, 0}};
    struct show show = {.what = "agreements-list", .period = {2024, 2024}, .column = columns,
                        .columns = 2};
    const struct view_table *t = views_show_table(m->f.a, m->open, &show);
    assert_string_equal(t->column[0].head, "What");
    assert_int_equal(t->column[0].width, 50000);
    assert_int_equal(t->column[1].width, 0);
}

static void rows_stand_in_the_order_asked_for(void **state)
{
    struct made *m = *state;
    const char *const *columns = COLUMNS("number");
    struct show show = {.what = "agreements-list", .group = 'a', .sort = "in_force"};
    assert_csv(list(m, show, columns), "number\na-2\na-1\n1 more\n3 agreements\n");
    show.sort = "signed";
    assert_csv(list(m, show, columns), "number\na-1\na-2\n1 more\n3 agreements\n");
    show.sort = "usd";
    assert_csv(list(m, show, columns), "number\na-2\na-1\n1 more\n3 agreements\n");
}

static void what_an_addendum_changes_is_named_if_it_may_be(void **state)
{
    struct made *m = *state;
    const struct view_table *t = list(
        m, (struct show){.what = "agreements-list", .group = 'd'}, COLUMNS("number", "amends"));
    assert_string_equal(t->row[0].cell[1].text, "Not named");
    assert_null(t->row[0].cell[1].page);
    assert_string_equal(t->row[1].cell[1].text, "a-1\na-1");
    assert_string_equal(t->row[1].cell[1].page, "agreements/a-1");
}

static void texts_with_marks_are_left_to_the_narrative(void **state)
{
    const struct view_table *t =
        list(*state, (struct show){.what = "agreements-list", .group = 'a'},
             COLUMNS("title_objective", "objective"));
    assert_false(t->row[0].cell[1].run[0].markdown);
    assert_true(t->row[1].cell[1].run[0].markdown);
    assert_string_equal(t->row[1].cell[0].text, "a-2\nWords with *stress*");
    assert_string_equal(t->row[1].cell[0].run[0].page, "agreements/a-2");
}

static void partners_sum_with_those_not_named(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "financial-partners"};
    const char *const *columns = COLUMNS("rank", "partner", "usd", "percent");
    assert_csv(list(m, show, columns), "rank,partner,usd,percent\n"
                                       "1,bank,520.01,84\n"
                                       "2,ministry (MIN),100.00,16\n"
                                       ",1 more,7.77,\n"
                                       ",Others,-10.05,\n"
                                       ",Total,617.73,100\n");
    show.limit = 1;
    assert_csv(list(m, show, columns), "rank,partner,usd,percent\n"
                                       "1,bank,520.01,84\n"
                                       ",1 more,7.77,\n"
                                       ",Others,89.95,\n"
                                       ",Total,617.73,100\n");
    assert_figure(&m->f, m->model, "2024.contributions.partners", "617.73");
}

static void a_year_of_history_lists_nothing(void **state)
{
    static const char *const what[] = {"agreements-list", "agreements-by-group",
                                       "financial-partners"};
    for (size_t i = 0; i < 3; i++) {
        const struct view_table *t =
            list(*state, (struct show){.what = what[i], .period = {2023, 2023}}, NULL);
        assert_int_equal(t->rows, 0);
        assert_string_equal(t->empty, "2023 was entered as totals.");
    }
}

static void the_internal_profile_lists_all(void **state)
{
    struct made *m = *state;
    struct show_column number = {.id = "number"};
    struct show show = {.what = "agreements-list", .period = {2024, 2024}, .group = 'a',
                        .column = &number, .columns = 1};
    assert_csv(views_show_table(m->f.a, m->inside, &show),
               "number\na-1\na-2\na-3\n3 agreements\n");
}

#define LIST_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LIST_TEST(groups_hold_each_agreement_once),
        LIST_TEST(an_empty_group_says_so),
        LIST_TEST(the_table_of_groups_is_the_figures),
        LIST_TEST(columns_stand_as_they_are_named),
        LIST_TEST(heads_may_be_the_author_s),
        LIST_TEST(rows_stand_in_the_order_asked_for),
        LIST_TEST(what_an_addendum_changes_is_named_if_it_may_be),
        LIST_TEST(texts_with_marks_are_left_to_the_narrative),
        LIST_TEST(partners_sum_with_those_not_named),
        LIST_TEST(a_year_of_history_lists_nothing),
        LIST_TEST(the_internal_profile_lists_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
