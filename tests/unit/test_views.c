/* Views: tables that add up to the cent, what is counted but not named, years from history,
 * texts of other languages, CSV. */
#include "model_fixture.h"

#include "base/decimal.h"
#include "views/views.h"

struct made {
    struct fixture f;
    const struct model *model;
    const struct views *en, *es;
};

static void words(struct fixture *f)
{
    static const char *const en[][2] = {
        {"total", "Total"},
        {"unassigned", "Unassigned"},
        {"not_available", "not available"},
        {"internal_record", "Not named"},
        {"partner_unnamed", "A partner that is not named"},
        {"figure_partner_contributions", "{name}"},
        {"n_internal", "{count, plural, one {# more} other {# more}}"},
        {"year_from_history", "{year} was entered as totals."},
        {"others_n", "{count, plural, one {# other} other {# others}}"},
        {"rule_rounding", "Rounded."},
        {"figure_sum", "Sum"},
        {"figure_entered", "Entered for {year}"},
        {"figure_type_count", "Of type {name}"},
        {"figure_type_group_count", "Of type {name} and under"},
        {"home_agreements_signed", "{count, plural, one {agreement} other {agreements}}"},
        {"home_partners", "{count, plural, one {partner} other {partners}}"},
        {"table_trend", "Trend, {year}"},
        {"year_range", "{from} to {until}"},
        {"figure_fractions", "As fractions."},
        {"figure_form_percent", "percentage"},
        {"figure_whole", "of"},
        {"figure_whole_amount", "{figure}: {amount}"},
        {"figure_share", "share"},
        {"figure_contributions_total", "All of {year}"},
        {"amount_currency", "{amount} {currency}"},
        {"usd", "USD"},
        {"itu", "ITU"},
        {"name_with_share", "{name} ({share})"},
        {"value_below", "below {value}"},
        {"value_above", "above {value}"},
        {"value_at_least", "at least {value}"},
        {"chart_total_shown", "{value}, {shown} shown"},
        {"chart_total_only", "{value}, parts unknown"},
    };
    fixture_words(f, en, sizeof en / sizeof *en);
    map_init(&f->r->site.region_colour, f->a);
    f->r->site.bright = "#009cd6";
}

static struct agreement *agreement(struct fixture *f, const char *id, const char *kind,
                                   const char *day, const char *who, const char *title)
{
    struct agreement *g = fixture_agreement(f, id, kind, day, who);
    g->title = fixture_text(title);
    return g;
}

static void records(struct fixture *f)
{
    struct partner *p = fixture_partner(f, "ministry", "government");
    p->former = ARENA_NEW(f->a, struct former_name);
    p->former[0] = (struct former_name){{2024, 5, 1}, fixture_text("secretariat")};
    p->former_n = 1;
    fixture_partner(f, "company", "private-sector")->name = fixture_text("Company, \"Ltd\"");
    fixture_partner(f, "fund", "foundation");
    fixture_partner(f, "hidden", "un")->name = fixture_text("Hushhush");
    struct agreement *g = agreement(f, "a-1", "mou", "2024-03-14", "ministry fund", "One");
    g->title.in[LANG_ES] = "Uno";
    fixture_money(f, g, "ministry", "1000000.01", "USD");
    fixture_money(f, g, "itu", "100.00", "USD");
    fixture_region(f, g, "AFR", 2);
    fixture_region(f, g, "EUR", 1);
    fixture_priority(f, g, "kap-one", 70);
    fixture_priority(f, g, "kap-two", 30);
    g = agreement(f, "a-2", "sponsorship", "2024-06-01", "company", "Two");
    fixture_money(f, g, "company", "100.00", "USD");
    for (int i = 0; i < 3; i++)
        fixture_region(f, g, (const char *[]){"AFR", "ARB", "GLO"}[i], 1);
    fixture_priority(f, g, "kap-one", 1);
    g = agreement(f, "a-3", "mou", "2024-07-01", "hidden", "Clandestine");
    g->internal = true;
    fixture_money(f, g, "hidden", "77.77", "USD");
    fixture_region(f, g, "EUR", 1);
    agreement(f, "a-4", "mou", "2024-08-01", "fund company", "Four");
    g = agreement(f, "a-5", "addendum", "2024-09-01", "ministry", "Less");
    g->amends = (struct reference){"a-1", fixture_place(f)};
    fixture_money(f, g, "ministry", "-10.05", "USD");
    fixture_region(f, g, "AFR", 1);
    struct history *h = fixture_history(f, 2023);
    fixture_printed(f, h->figure, &h->n, "agreements.count", "", "6");
    agreement(f, "b-1", "mou", "2023-03-01", "ministry", "Of a year not on file");
}

static int setup(void **state)
{
    struct made *m = test_calloc(1, sizeof *m);
    struct fixture *f = &m->f;
    fixture_open(f);
    words(f);
    records(f);
    m->model = fixture_build(f);
    assert_false(diags_failed(f->d));
    m->en = views_open(f->a, f->d, m->model, LANG_EN, false);
    m->es = views_open(f->a, f->d, m->model, LANG_ES, false);
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

static struct view_table *shown(struct made *m, const char *what)
{
    struct show show = {.what = what, .period = {2024, 2024}};
    struct view_table *t = views_show_table(m->f.a, m->en, &show);
    assert_non_null(t);
    return t;
}

static struct view_page *page(struct made *m, const struct views *v, const char *path)
{
    struct view_page *p = views_page(m->f.a, v, path);
    if (!p)
        fail_msg("there is no page %s", path);
    return p;
}

static const struct view_table *table_of(const struct view_page *p, const char *id)
{
    for (size_t i = 0; i < p->sections; i++)
        if (p->section[i].table && strcmp(p->section[i].table->id, id) == 0)
            return p->section[i].table;
    fail_msg("%s has no table %s", p->path, id);
    return NULL;
}

static int64_t cents(const char *s)
{
    int64_t n = 0;
    assert_true(decimal_rescale(fixture_decimal(s), 2, &n));
    return n;
}

static const char *csv(struct made *m, const struct view_table *t)
{
    struct buf out = BUF_INIT;
    views_table_csv(t, &out);
    return buf_to_arena(&out, m->f.a);
}

/* --- sums --- */

static void assert_adds_up(const struct view_table *t, size_t column)
{
    int64_t sum = 0;
    size_t last = t->rows - 1;
    assert_true(t->rows > 2 && t->row[last].sum);
    for (size_t i = 0; i < last; i++) {
        assert_false(t->row[i].sum);
        sum += cents(t->row[i].cell[column].sort);
    }
    assert_int_equal(sum, cents(t->row[last].cell[column].sort));
}

static void every_table_adds_up_to_the_cent(void **state)
{
    struct made *m = *state;
    assert_adds_up(shown(m, "by-region"), 2);
    assert_adds_up(shown(m, "by-priority"), 2);
    assert_adds_up(shown(m, "by-type"), 2);
    assert_adds_up(shown(m, "by-type"), 1);
    assert_adds_up(shown(m, "by-kind"), 1);
}

static void a_table_says_all_of_it_in_csv(void **state)
{
    struct made *m = *state;
    /* Worked out by hand: 1,000,000.01 in thirds is 666,666.67 and 333,333.34; 100.00 in thirds
     * is 33.34, 33.33, 33.33; ITU's 100.00 in thirds of one is 66.67 and 33.33. */
    assert_string_equal(csv(m, shown(m, "by-region")),
                        "region_id,region,count,contributions_usd,percent,sample\n"
                        "AFR,AFR,1,666756.63,67,false\n"
                        "AMS,AMS,0,0.00,0,false\n"
                        "ARB,ARB,0.33,33.33,0,false\n"
                        "ASP,ASP,0,0.00,0,false\n"
                        "CIS,CIS,0,0.00,0,false\n"
                        "EUR,EUR,1.33,333444.44,33,false\n"
                        "GLO,GLO,0.33,33.33,0,false\n"
                        "unassigned,Unassigned,1,0.00,0,false\n");
    assert_string_equal(csv(m, shown(m, "by-type")),
                        "partner_type_id,partner_type,count,contributions_usd,percent,sample\n"
                        "government,government,1,999989.96,100,false\n"
                        "private-sector,private-sector,2,100.00,0,false\n"
                        "un,un,1,77.77,0,false\n");
}

static void csv_keeps_commas_and_quotes(void **state)
{
    struct made *m = *state;
    assert_string_equal(csv(m, shown(m, "top-partners")),
                        "rank,partner_id,partner,contributions_usd,percent,sample\n"
                        "1,ministry,ministry,999989.96,100,false\n"
                        "2,company,\"Company, \"\"Ltd\"\"\",100.00,0,false\n"
                        ",,1 other,77.77,0,false\n");
}

static void csv_says_which_rows_rest_on_samples(void **state)
{
    struct made *m = *state;
    struct view_column column[] = {{.id = "region"}, {.id = "count", .number = true}};
    struct view_cell first[] = {{.text = "Africa"}, {.text = "4", .sort = "4"}};
    struct view_cell second[] = {{.text = "Europe"},
                                 {.text = "2", .sort = "2", .on_samples = true}};
    struct view_row row[] = {{.cell = first}, {.cell = second}};
    struct view_table t = {.column = column, .columns = 2, .row = row, .rows = 2};
    assert_string_equal(csv(m, &t), "region,count\nAfrica,4\nEurope,2\n");
    t.of_figures = true;
    assert_string_equal(csv(m, &t), "region,count,sample\nAfrica,4,false\nEurope,2,true\n");
}

static void csv_has_no_cell_that_reads_as_a_formula(void **state)
{
    struct made *m = *state;
    struct view_column column = {.id = "name", .head = "Name"};
    static const char *const texts[] = {"=1+1", "+41 22", "-2.50", "- none", "@sum", "\tx", "a=b"};
    struct view_cell cell[7] = {{.text = ""}};
    struct view_row row[7] = {{.cell = NULL}};
    struct view_table t = {.column = &column, .columns = 1, .row = row, .rows = 7};

    for (size_t i = 0; i < 7; i++) {
        cell[i].text = texts[i];
        row[i].cell = &cell[i];
    }
    assert_string_equal(csv(m, &t), "name\n\"'=1+1\"\n\"'+41 22\"\n-2.50\n\"'- none\"\n"
                                    "\"'@sum\"\n\"'\tx\"\na=b\n");
}

/* --- counted, not named --- */

static bool says(const struct view_table *t, const char *text)
{
    for (size_t r = 0; r < t->rows; r++)
        for (size_t i = 0; i < t->columns; i++)
            if (strstr(t->row[r].cell[i].text, text))
                return true;
    return false;
}

static void what_is_internal_is_counted_and_not_named(void **state)
{
    struct made *m = *state;
    const char *const *path;
    size_t n = views_paths(m->en, &path);
    assert_true(n > 50);
    for (size_t i = 0; i < n; i++) {
        assert_null(strstr(path[i], "hidden"));
        assert_null(strstr(path[i], "a-3"));
        const struct view_page *p = page(m, m->en, path[i]);
        for (size_t k = 0; k < p->sections; k++) {
            const struct view_table *t = p->section[k].table;
            if (t && (says(t, "Hushhush") || says(t, "Clandestine") || says(t, "a-3")))
                fail_msg("%s names what is internal", path[i]);
        }
    }
    const struct view_table *list = table_of(page(m, m->en, "agreements"), "agreements");
    assert_int_equal(list->rows, 5);
    assert_string_equal(list->note, "1 more");
    assert_string_equal(page(m, m->en, "years/2024")->section[0].key_figure[0].text, "4");
    assert_string_equal(views_figure_label(m->en, "2024.partners.hidden.contributions"),
                        "A partner that is not named");
}

static void the_trail_of_a_figure_sums_with_what_it_hides(void **state)
{
    struct made *m = *state;
    const struct view_table *t =
        table_of(page(m, m->en, "figures/2024.contributions.total"), "trail");
    assert_adds_up(t, 3);
    const struct view_row *rest = &t->row[t->rows - 2];
    assert_string_equal(rest->cell[0].text, "1 more");
    assert_string_equal(rest->cell[3].sort, "77.77");
    assert_string_equal(t->row[t->rows - 1].cell[3].text, "1,000,267.73");
    t = table_of(page(m, m->en, "figures/2024.regions.EUR.count"), "trail");
    assert_string_equal(csv(m, t), "title,agreement,partner_id,partner,count,numerator,denominator\n"
                                   "One,a-1,,,0.33,1,3\n1 more,,,,1,1,1\n");
    assert_string_equal(t->row[0].cell[3].text, "1/3"); /* a reader can add it up */
    assert_string_equal(t->row[1].cell[3].text, "1");
    assert_string_equal(t->row[2].cell[3].text, "4/3 ≈ 1.33");
    assert_string_equal(t->note, "As fractions.");
    t = table_of(page(m, m->en, "figures/2024.agreements.count"), "trail");
    assert_null(t->note);
    assert_null(strstr(csv(m, t), "numerator"));
    t = table_of(page(m, m->en, "figures/2023.agreements.count"), "trail");
    assert_string_equal(csv(m, t), "title,agreement,partner_id,partner,count\n"
                                   "Entered for 2023,,,,6\n"); /* and no row of the sum */
}

static void a_type_and_its_group_have_names_of_their_own(void **state)
{
    struct made *m = *state;
    assert_string_equal(views_figure_label(m->en, "2024.types.un.count"), "Of type un");
    assert_string_equal(views_figure_label(m->en, "2024.type-groups.un.count"),
                        "Of type un and under");
}

static const struct view_cell *fact_of(const struct view_page *p, const char *term)
{
    for (size_t i = 0; i < p->sections; i++)
        for (size_t k = 0; p->section[i].kind == SECTION_FACTS && k < p->section[i].n; k++)
            if (strcmp(p->section[i].fact[k].term, term) == 0)
                return p->section[i].fact[k].cell;
    return NULL;
}

static void a_percentage_says_of_what(void **state)
{
    struct made *m = *state;
    const struct view_page *p = page(m, m->en, "figures/2024.contributions.partners");
    assert_string_equal(fact_of(p, "percentage")->text, "100%");
    assert_string_equal(fact_of(p, "of")->text, "All of 2024: 1,000,267.73 USD");
    assert_string_equal(fact_of(p, "of")->page, "figures/2024.contributions.total");
    assert_string_equal(fact_of(p, "share")->text, "1,000,167.73 ÷ 1,000,267.73 ≈ 99.99%");
    p = page(m, m->en, "figures/2024.contributions.total"); /* of nothing but itself */
    assert_null(fact_of(p, "of"));
    assert_null(fact_of(p, "share"));
    assert_null(fact_of(page(m, m->en, "figures/2024.regions.AFR.count"), "of"));
}

/* Its amount, or its place among the others, would tell more than that there is one. */
static void a_partner_not_named_has_no_mark_in_a_chart(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "top-partners", .period = {2024, 2024}};
    const struct view_chart *c = views_show_chart(m->f.a, m->en, &show);
    assert_int_equal(c->spec.n, 2);
    assert_string_equal(c->spec.mark[0].url, "figures/2024.partners.ministry.contributions");
    assert_string_equal(c->spec.category[1].label, "Company, \"Ltd\"");
}

static const struct view_chart *drawn(struct made *m, struct show show)
{
    const struct view_chart *c = views_show_chart(m->f.a, m->en, &show);
    assert_non_null(c);
    return c;
}

/* The mark of a series and a category by their labels. */
static const struct chart_mark *mark_of(const struct view_chart *c, const char *series,
                                        const char *category)
{
    for (size_t s = 0; s < c->spec.series_n; s++)
        for (size_t i = 0; i < c->spec.n; i++)
            if ((!series || strcmp(c->spec.series[s].label, series) == 0) &&
                strcmp(c->spec.category[i].label, category) == 0)
                return &c->spec.mark[s * c->spec.n + i];
    fail_msg("there is no mark %s, %s", series ? series : "", category);
    return NULL;
}

static void a_chart_over_years_knows_what_it_does_not_know(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "agreements-by-region", .period = {2023, 2024}, .years = true};
    const struct view_chart *c = drawn(m, show);
    assert_int_equal(c->spec.kind, CHART_MULTIPLES);
    assert_int_equal(c->spec.n, 2);
    assert_true(mark_of(c, "AFR", "2023")->unknown); /* its history has totals only */
    assert_int_equal(mark_of(c, "AFR", "2024")->value, 100);
    assert_string_equal(mark_of(c, "AFR", "2024")->url, "figures/2024.regions.AFR.count");
    assert_string_equal(c->data->column[1].id, "year_2023");
    assert_null(c->spec.finding);
    show.kind = "grouped";
    c = drawn(m, show);
    assert_int_equal(c->spec.series_n, 2);
    assert_int_equal(mark_of(c, "2024", "EUR")->value, 133);
}

static void parts_of_charts_add_up(void **state)
{
    struct made *m = *state;
    const struct view_chart *split = drawn(
        m, (struct show){.what = "agreements-by-region", .period = {2024, 2024}, .kind = "stacked"});
    const struct view_chart *plain =
        drawn(m, (struct show){.what = "agreements-by-region", .period = {2024, 2024}});
    const struct view_chart *beside =
        drawn(m, (struct show){.what = "by-region", .period = {2024, 2024}});
    int64_t all = 0, cents = 0;
    assert_int_equal(split->spec.series_n, 2);
    assert_int_equal(beside->spec.series_n, 3);
    assert_int_equal(beside->spec.n, plain->spec.n);
    for (size_t i = 0; i < plain->spec.n; i++) {
        int64_t both = split->spec.mark[i].value + split->spec.mark[split->spec.n + i].value;
        assert_in_range(both - plain->spec.mark[i].value + 1, 0, 2); /* thirds are rounded */
        all += plain->spec.mark[i].value;
    }
    const struct view_row *sum = &split->data->row[split->data->rows - 1];
    assert_string_equal(split->data->column[1].id, "financial_count");
    assert_string_equal(sum->cell[1].text, "3");
    assert_string_equal(sum->cell[2].text, "1");
    assert_string_equal(sum->cell[3].text, "4");
    for (size_t i = 0; i < beside->spec.n; i++)
        cents += beside->spec.mark[2 * beside->spec.n + i].value;
    assert_in_range(all, 398, 402);
    assert_int_equal(cents, 100026773);
}

static void shares_come_in_the_order_of_their_size(void **state)
{
    struct made *m = *state;
    const struct view_chart *c =
        drawn(m, (struct show){.what = "contributions-by-type", .period = {2024, 2024}});
    assert_int_equal(c->spec.kind, CHART_SHARES);
    for (size_t i = 1; i < c->spec.n; i++)
        assert_true(c->spec.mark[i].value <= c->spec.mark[i - 1].value);
    assert_string_equal(c->spec.mark[0].share_text, "above 99%");
    assert_string_equal(c->spec.mark[1].share_text, "below 1%");
    assert_string_equal(c->spec.mark[0].value_text, "1.00");
    assert_string_equal(c->spec.mark[1].value_text, "below 0.01"); /* 100 USD are not nothing */
}

/* Figures that print alike are alike to readers, whatever their cents. */
static void no_one_is_largest_of_those_that_print_alike(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "contributions-by-priority", .period = {2023, 2023}};
    struct history *h = &m->f.r->history[0];
    fixture_printed(&m->f, h->figure, &h->n, "priorities.kap-one.contributions", "", "2004000.00");
    fixture_printed(&m->f, h->figure, &h->n, "priorities.kap-two.contributions", "", "2001000.00");
    fixture_printed(&m->f, h->figure, &h->n, "priorities.kap-three.contributions", "", "0");
    m->model = fixture_build(&m->f);
    m->en = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
    const struct view_chart *c = drawn(m, show);
    for (size_t i = 0; i < c->spec.n; i++)
        assert_false(c->spec.mark[i].unknown);
    assert_string_equal(mark_of(c, NULL, "kap-one")->value_text, "2.00");
    assert_non_null(c->spec.finding);
    assert_string_equal(c->spec.finding, "finding_equal");
}

/* A reduction has no logarithm: bars are drawn then, and no one says otherwise. */
static void only_dots_are_called_logarithmic(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "contributions-by-priority", .period = {2023, 2023},
                        .kind = "dots"};
    struct history *h = &m->f.r->history[0];
    fixture_printed(&m->f, h->figure, &h->n, "priorities.kap-one.contributions", "", "2004000.00");
    struct printed_figure *two = fixture_printed(
        &m->f, h->figure, &h->n, "priorities.kap-two.contributions", "", "2001000.00");
    for (int round = 0; round < 2; round++) {
        m->model = fixture_build(&m->f);
        m->en = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
        const struct view_chart *c = drawn(m, show);
        assert_string_equal(c->spec.series[0].unit, round ? "chart_axis_million_usd"
                                                          : "chart_unit_log");
        assert_string_equal(c->spec.alt, round ? "chart_alt" : "chart_alt_dots");
        two->form[0].value = "-2001000.00";
    }
}

/* What stands behind a stack of which parts are not known; the largest of what is known may not
 * be the largest. */
static void a_stack_says_what_it_does_not_show(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "agreements-by-region", .period = {2023, 2024}, .years = true,
                        .kind = "stacked"};
    assert_string_equal(drawn(m, show)->spec.category[0].total_text, "6, parts unknown");
    assert_string_equal(drawn(m, show)->spec.category[1].total_text, "4");
    struct history *h = &m->f.r->history[0];
    fixture_printed(&m->f, h->figure, &h->n, "regions.AFR.count", "", "2.5");
    m->model = fixture_build(&m->f);
    m->en = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
    assert_string_equal(drawn(m, show)->spec.category[0].total_text, "6, 2.5 shown");
    show = (struct show){.what = "agreements-by-region", .period = {2023, 2023}};
    assert_null(drawn(m, show)->spec.finding);
    show = (struct show){.what = "trend", .period = {2024, 2024}, .years = true};
    assert_null(drawn(m, show)->spec.finding); /* one year alone is not the highest */
}

/* A year between those on file is not available, everywhere; it is neither left out nor zero. */
static void a_year_that_is_not_on_file_is_unknown_everywhere(void **state)
{
    struct made *m = *state;
    struct history *h = fixture_history(&m->f, 2021);
    h->sample = true;
    fixture_printed(&m->f, h->figure, &h->n, "agreements.count", "", "5");
    m->model = fixture_build(&m->f);
    m->en = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
    const struct view_chart *trend = drawn(m, (struct show){.what = "trend"});
    assert_int_equal(trend->spec.n, 4);
    assert_true(mark_of(trend, NULL, "2022")->unknown);
    assert_string_equal(trend->data->row[1].cell[0].text, "2022");
    assert_null(trend->data->row[1].cell[0].page);
    assert_string_equal(trend->data->row[1].cell[1].text, "not available");
    assert_string_equal(trend->data->row[2].cell[0].page, "years/2023");
    struct show show = {.what = "agreements-by-region", .period = {2021, 2024}, .years = true,
                        .kind = "stacked"};
    const struct view_chart *c = drawn(m, show);
    assert_true(mark_of(c, "AFR", "2022")->unknown);
    assert_null(c->spec.category[1].total_text);
    assert_string_equal(c->spec.category[3].total_text, "4");
    assert_false(mark_of(c, "Unassigned", "2024")->unknown); /* though the whole is not known */
    show = (struct show){.what = "by-region", .period = {2021, 2024}};
    const struct view_table *t = views_show_table(m->f.a, m->en, &show);
    assert_string_equal(t->row[t->rows - 1].cell[1].text, "not available");
    show.period = (struct period){2021, 2021};
    t = views_show_table(m->f.a, m->en, &show);
    assert_string_equal(t->row[0].cell[1].text, "not available");
    assert_string_equal(t->row[t->rows - 1].cell[1].text, "5");
    assert_true(t->sample); /* its total is */
}

static void every_chart_has_kinds_and_can_be_drawn_as_each(void **state)
{
    struct made *m = *state;
    for (size_t i = 0; show_charts[i]; i++)
        for (int years = 0; years < 2; years++) {
            const char *const *kinds = views_chart_kinds(show_charts[i], years);
            assert_true(kinds || years);
            for (; kinds && *kinds; kinds++) {
                const struct view_chart *c = drawn(
                    m, (struct show){.what = show_charts[i], .period = {2023 + !years, 2024},
                                     .years = years, .kind = *kinds});
                assert_string_equal(chart_kind_names[c->spec.kind], *kinds);
                assert_non_null(c->spec.alt);
                assert_non_null(c->data);
            }
        }
    assert_null(views_chart_kinds("pie", false));
    assert_null(views_chart_kinds("top-partners", true));
}

static void the_internal_profile_names_all(void **state)
{
    struct made *m = *state;
    const struct views *v = views_open(m->f.a, m->f.d, m->model, LANG_EN, true);
    const struct view_table *list = table_of(page(m, v, "agreements"), "agreements");
    assert_int_equal(list->rows, 6);
    assert_null(list->note);
    assert_true(says(list, "Clandestine") && says(list, "Hushhush"));
}

/* --- names, languages, years --- */

static void a_partner_is_called_as_it_was_at_signature(void **state)
{
    struct made *m = *state;
    const struct view_table *list = table_of(page(m, m->en, "partners/ministry"), "agreements");
    assert_string_equal(list->row[0].cell[1].text, "ministry");            /* September 2024 */
    assert_string_equal(list->row[1].cell[1].text, "secretariat and fund"); /* March 2024 */
}

static void a_text_of_another_language_says_which(void **state)
{
    struct made *m = *state;
    const struct view_table *list = table_of(page(m, m->es, "agreements"), "agreements");
    for (size_t i = 0; i < list->rows; i++) {
        const struct view_cell *c = &list->row[i].cell[0];
        if (strcmp(c->text, "Uno") == 0)
            assert_null(c->lang);
        else
            assert_string_equal(c->lang, "en");
    }
    assert_true(says(list, "Uno"));
    assert_null(page(m, m->es, "agreements/a-1")->title_lang);
    assert_string_equal(page(m, m->es, "agreements/a-2")->title_lang, "en");
    assert_null(page(m, m->en, "agreements/a-2")->title_lang);
}

static void a_year_of_history_shows_its_totals_and_what_is_on_file(void **state)
{
    struct made *m = *state;
    const struct view_page *p = page(m, m->en, "years/2023");
    assert_string_equal(p->lead, "2023 was entered as totals.");
    assert_int_equal(p->sections, 3);
    assert_int_equal(p->section[0].kind, SECTION_KEY_FIGURES);
    assert_string_equal(p->section[0].key_figure[0].text, "6");
    assert_string_equal(p->section[1].table->id, "agreements");
    assert_non_null(p->section[1].intro);
    assert_string_equal(p->section[2].table->id, "partners");
    /* What each partner gave is not known: amounts of another year would mislead. */
    assert_null(strstr(csv(m, p->section[2].table), "contributions_usd"));
    assert_int_equal(p->section[1].table->rows, 1);
    assert_string_equal(p->section[1].table->row[0].cell[0].page, "agreements/b-1");
    for (size_t i = 1; i < p->section[0].n; i++)
        assert_string_equal(p->section[0].key_figure[i].text, "not available");
    p = page(m, m->en, "years/2024");
    assert_null(p->lead);
    assert_int_equal(table_of(p, "agreements")->rows, 3);
    assert_int_equal(table_of(p, "addenda")->rows, 1);
    assert_string_equal(table_of(p, "addenda")->row[0].cell[1].page, "agreements/a-1");
    assert_null(strstr(csv(m, table_of(p, "agreements")), "not on file"));
    assert_non_null(strstr(csv(m, table_of(p, "partners")), "contributions_usd"));
}

/* In a list each name is a piece in its own language and leads to its partner; what stands
 * between them is the list's. */
static void names_in_lists_have_their_languages(void **state)
{
    struct made *m = *state;
    struct partner *p = map_get(&m->f.r->partner_by_id, "fund");
    p->name = (struct text){.in = {[LANG_EN] = "Fund"}};
    const struct view_table *t = table_of(page(m, m->es, "partners/fund"), "agreements");
    const struct view_cell *c = &t->row[0].cell[1]; /* a-4: fund company */
    assert_string_equal(c->text, "Fund y Company, \"Ltd\"");
    assert_int_equal(c->runs, 3);
    assert_string_equal(c->run[0].text, "Fund");
    assert_string_equal(c->run[0].lang, "en");
    assert_string_equal(c->run[0].page, "partners/fund");
    assert_string_equal(c->run[1].text, " y ");
    assert_null(c->run[1].lang);
    assert_null(c->run[2].lang); /* written once: the same in all languages */
    assert_string_equal(c->run[2].page, "partners/company");
    assert_string_equal(page(m, m->es, "partners/fund")->title_lang, "en");
    assert_null(page(m, m->es, "partners/company")->title_lang);
}

static void unequal_shares_are_told(void **state)
{
    struct made *m = *state;
    const struct view_page *p = page(m, m->en, "agreements/a-1");
    bool found = false;
    for (size_t i = 0; i < p->section[0].n; i++) {
        const struct view_fact *f = &p->section[0].fact[i];
        if (f->n != 2 || !strstr(f->cell[0].text, "AFR"))
            continue;
        found = true;
        assert_string_equal(f->cell[0].text, "AFR (66.67%)");
        assert_string_equal(f->cell[0].page, "regions/AFR");
        assert_string_equal(f->cell[1].text, "EUR (33.33%)");
    }
    assert_true(found);
}

static void there_is_a_page_for_every_path_and_for_no_other(void **state)
{
    static const char *const none[] = {"nothing",       "agreements/none", "regions/XXX",
                                       "figures/x",     "partners/none",   "agreements/",
                                       "priorities/kap-one/x"};
    struct made *m = *state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(views_page(m->f.a, m->en, none[i]));
    assert_string_equal(page(m, m->en, "regions/AFR")->nav, "regions");
    assert_string_equal(page(m, m->en, "")->kind, "home");
}

static const struct view_section *section_of(const struct view_page *p, const char *id)
{
    for (size_t i = 0; i < p->sections; i++)
        if (strcmp(p->section[i].id, id) == 0)
            return &p->section[i];
    fail_msg("%s has no section %s", p->path, id);
    return NULL;
}

/* Shares of nothing are no zeros, and their total is not all of it. */
static void a_share_of_nothing_is_not_available(void **state)
{
    struct made *m = *state;
    assert_int_equal(section_of(page(m, m->en, ""), "key-figures")->n, 4);
    agreement(&m->f, "c-1", "mou", "2025-01-01", "fund", "Free of charge");
    m->model = fixture_build(&m->f);
    m->en = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
    const struct view_table *t = table_of(page(m, m->en, "types"), "types-2025");
    for (size_t i = 0; i < t->rows; i++) {
        assert_string_equal(t->row[i].cell[3].text, "not available");
        assert_string_equal(t->row[i].cell[3].sort, "");
    }
    assert_string_equal(t->row[t->rows - 1].cell[2].text, "0.00");
    assert_int_equal(section_of(page(m, m->en, ""), "key-figures")->n, 3);
    const struct view_chart *c =
        drawn(m, (struct show){.what = "contributions-by-type", .period = {2025, 2025}});
    assert_string_equal(c->spec.finding, "finding_nothing");
    t = shown(m, "by-type"); /* of 2024 */
    assert_string_equal(t->row[t->rows - 1].cell[3].text, "100%");
}

/* Amounts beside the figure of a region that are larger than it. */
static void lists_of_a_part_say_that_amounts_are_of_the_whole(void **state)
{
    struct made *m = *state;
    const struct view_page *p = page(m, m->en, "regions/EUR");
    assert_string_equal(table_of(p, "agreements")->note, "note_whole_agreements");
    assert_string_equal(table_of(p, "partners")->note, "note_whole_partners");
    p = page(m, m->en, "kinds/mou");
    assert_null(table_of(p, "agreements")->note);
    assert_string_equal(table_of(p, "partners")->note, "note_whole_partners");
    p = page(m, m->en, "types/foundation");
    assert_null(table_of(p, "partners")->note);
}

static void a_trend_of_one_year_is_called_by_it(void **state)
{
    struct made *m = *state;
    struct show show = {.what = "trend", .years = true, .period = {2024, 2024}};
    assert_string_equal(drawn(m, show)->data->caption, "Trend, 2024");
    show.period.from = 2023;
    assert_string_equal(drawn(m, show)->data->caption, "Trend, 2023 to 2024");
}

static void key_figures_take_the_plural_of_their_number(void **state)
{
    struct made *m = *state;
    const struct view_section *s = section_of(page(m, m->en, "kinds/sponsorship"), "key-figures");
    assert_string_equal(s->key_figure[0].text, "1");
    assert_string_equal(s->key_figure[0].label, "agreement");
    s = section_of(page(m, m->en, "regions/EUR"), "key-figures");
    assert_string_equal(s->key_figure[0].text, "1.33");
    assert_string_equal(s->key_figure[0].label, "agreements");
    s = section_of(page(m, m->en, "years/2023"), "key-figures");
    assert_string_equal(s->key_figure[0].label, "agreements");
    assert_string_equal(s->key_figure[2].text, "not available");
    assert_string_equal(s->key_figure[2].label, "partners");
}

static void no_total_is_told_as_a_share_of_itself(void **state)
{
    struct made *m = *state;
    assert_null(fact_of(page(m, m->en, "figures/2024.contributions.total"), "percentage"));
    assert_non_null(fact_of(page(m, m->en, "figures/2024.contributions.partners"), "percentage"));
}

/* All that a page says, its tables as CSV. */
static char *said(struct arena *a, const struct views *v, const char *path)
{
    struct arena *own = arena_new();
    const struct view_page *page = views_page(own, v, path);
    struct buf b = BUF_INIT;
    buf_printf(&b, "%s|%s|", page->title ? page->title : "", page->lead ? page->lead : "");
    for (size_t i = 0; i < page->sections; i++) {
        const struct view_section *s = &page->section[i];
        buf_printf(&b, "%s|", s->heading ? s->heading : "");
        for (size_t k = 0; s->fact && k < s->n; k++)
            for (size_t n = 0; n < s->fact[k].n; n++)
                buf_printf(&b, "%s: %s|", s->fact[k].term, s->fact[k].cell[n].text);
        if (s->table)
            views_table_csv(s->table, &b);
    }
    arena_free(own);
    return buf_to_arena(&b, a);
}

/* What the views keep for other pages does not go with the page that first asked for it. */
static void a_page_takes_along_nothing_of_others(void **state)
{
    struct made *m = *state;
    const char *const *path;
    size_t n = views_paths(m->en, &path);
    struct arena *own = arena_new();
    const struct views *within = views_within(own, m->en);
    assert_ptr_equal(views_lasting(within), m->en);
    assert_ptr_equal(views_within(own, within), within);
    views_has_page(within, "partners");
    arena_free(own);
    char **first = ARENA_ARRAY(m->f.a, char *, n);
    for (size_t i = 0; i < n; i++)
        first[i] = said(m->f.a, m->en, path[i]);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(said(m->f.a, m->en, path[i]), first[i]);
    assert_true(views_has_page(m->en, "partners"));
}

static void views_made_ready_say_the_same(void **state)
{
    struct made *m = *state;
    const struct views *ready = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
    const char *const *path;
    views_warm(ready);
    assert_true(views_has_page(ready, "agreements/a-1"));
    for (size_t i = 0, n = views_paths(m->en, &path); i < n; i++)
        assert_string_equal(said(m->f.a, ready, path[i]), said(m->f.a, m->en, path[i]));
}

#define VIEWS_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        VIEWS_TEST(every_table_adds_up_to_the_cent),
        VIEWS_TEST(a_page_takes_along_nothing_of_others),
        VIEWS_TEST(views_made_ready_say_the_same),
        VIEWS_TEST(a_table_says_all_of_it_in_csv),
        VIEWS_TEST(csv_keeps_commas_and_quotes),
        VIEWS_TEST(csv_says_which_rows_rest_on_samples),
        VIEWS_TEST(csv_has_no_cell_that_reads_as_a_formula),
        VIEWS_TEST(what_is_internal_is_counted_and_not_named),
        VIEWS_TEST(the_trail_of_a_figure_sums_with_what_it_hides),
        VIEWS_TEST(a_percentage_says_of_what),
        VIEWS_TEST(a_type_and_its_group_have_names_of_their_own),
        VIEWS_TEST(a_partner_not_named_has_no_mark_in_a_chart),
        VIEWS_TEST(a_chart_over_years_knows_what_it_does_not_know),
        VIEWS_TEST(parts_of_charts_add_up),
        VIEWS_TEST(shares_come_in_the_order_of_their_size),
        VIEWS_TEST(no_one_is_largest_of_those_that_print_alike),
        VIEWS_TEST(only_dots_are_called_logarithmic),
        VIEWS_TEST(a_stack_says_what_it_does_not_show),
        VIEWS_TEST(a_year_that_is_not_on_file_is_unknown_everywhere),
        VIEWS_TEST(every_chart_has_kinds_and_can_be_drawn_as_each),
        VIEWS_TEST(the_internal_profile_names_all),
        VIEWS_TEST(a_partner_is_called_as_it_was_at_signature),
        VIEWS_TEST(a_text_of_another_language_says_which),
        VIEWS_TEST(a_year_of_history_shows_its_totals_and_what_is_on_file),
        VIEWS_TEST(names_in_lists_have_their_languages),
        VIEWS_TEST(unequal_shares_are_told),
        VIEWS_TEST(a_share_of_nothing_is_not_available),
        VIEWS_TEST(lists_of_a_part_say_that_amounts_are_of_the_whole),
        VIEWS_TEST(a_trend_of_one_year_is_called_by_it),
        VIEWS_TEST(key_figures_take_the_plural_of_their_number),
        VIEWS_TEST(no_total_is_told_as_a_share_of_itself),
        VIEWS_TEST(there_is_a_page_for_every_path_and_for_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
