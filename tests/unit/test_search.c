/* Finding: what records have by themselves and through their agreements, bands of amounts, names,
 * and that nothing internal is found; facet pages list the same. */
#include "model_fixture.h"

#include "views/views.h"

struct made {
    struct fixture f;
    const struct views *open, *internal;
};

static struct agreement *agreement(struct fixture *f, const char *id, const char *day,
                                   const char *who, const char *usd)
{
    struct agreement *g = fixture_agreement(f, id, "mou", day, who);
    g->title = fixture_text(id);
    if (usd)
        fixture_money(f, g, "ministry", usd, "USD");
    return g;
}

static void records(struct fixture *f)
{
    static const char *const country[] = {"KE", "NO"};
    static int sdg[] = {4, 9};
    struct partner *p = fixture_partner(f, "fund", "foundation");
    p->short_name = "FND";
    fixture_partner(f, "hidden", "un")->name = fixture_text("Hushhush");
    p = fixture_partner(f, "ministry", "government");
    p->name.in[LANG_ES] = p->name.in[LANG_FR] = "Ministerio";
    p->country = "CH";
    p->former = ARENA_NEW(f->a, struct former_name);
    p->former[0] = (struct former_name){{2024, 5, 1}, fixture_text("secretariat")};
    p->former_n = 1;
    fixture_partner(f, "newcomer", "private-sector");
    struct agreement *g = agreement(f, "a-1", "2024-01-01", "ministry fund", "9999.99");
    g->title.in[LANG_ES] = "Uno";
    g->objective = fixture_text("An *objective*.");
    g->country = (const char **)country;
    g->country_n = 2;
    g->sdg = sdg;
    g->sdg_n = 2;
    fixture_region(f, g, "AFR", 2);
    fixture_region(f, g, "EUR", 1);
    g = agreement(f, "a-2", "2024-02-01", "ministry", "10000.00");
    fixture_region(f, g, "AFR", 1);
    agreement(f, "a-3", "2024-03-01", "ministry", "99999.99");
    agreement(f, "a-4", "2024-04-01", "ministry", "100000.00");
    agreement(f, "a-5", "2024-05-01", "ministry", "999999.99");
    agreement(f, "a-6", "2024-06-01", "ministry", "1000000.00");
    agreement(f, "a-7", "2024-07-01", "ministry", NULL);
    g = agreement(f, "a-8", "2024-08-01", "ministry", "-5.00");
    g->kind = fixture_entry(f, VOCAB_KINDS, "addendum");
    g->is_addendum = true;
    g->amends = (struct reference){"a-1", fixture_place(f)};
    agreement(f, "a-9", "2024-09-01", "hidden", NULL)->internal = true;
    fixture_history(f, 2023);
    agreement(f, "b-1", "2023-09-01", "fund", NULL);
}

static int setup(void **state)
{
    static const char *const words[][2] = {
        {"amount_none", "none"}, {"amount_under", "< {amount}"},
        {"amount_between", "{from} to {until}"}, {"amount_over", "{amount} or more"},
        {"unassigned", "Unassigned"}, {"sdg_n", "SDG {n}: {title}"},
        {"sdg_9", "Industry"}, {"region", "Region"},
        {"agreements", "Agreements"}, {"partners", "Partners"},
        {"facet_title", "{facet}: {value}"}, {"amount_band", "Amount"}};
    struct made *m = test_calloc(1, sizeof *m);
    fixture_open(&m->f);
    fixture_words(&m->f, words, sizeof words / sizeof *words);
    records(&m->f);
    const struct model *model = fixture_build(&m->f);
    assert_false(diags_failed(m->f.d));
    m->open = views_open(m->f.a, m->f.d, model, LANG_EN, false);
    m->internal = views_open(m->f.a, m->f.d, model, LANG_EN, true);
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

/* "AFR 2+2; EUR 1+1": agreements and partners of each value. */
static const char *facet(struct made *m, const struct view_search *s, enum search_facet f)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < s->facet[f].values; i++) {
        const struct view_facet_value *v = &s->facet[f].value[i];
        buf_printf(&b, "%s%s %zu+%zu", i ? "; " : "", v->id, v->agreements, v->partners);
    }
    return buf_to_arena(&b, m->f.a);
}

static void values_say_who_has_them(void **state)
{
    struct made *m = *state;
    const struct view_search *s = views_search(m->f.a, m->open);
    assert_string_equal(facet(m, s, SEARCH_REGION), "AFR 2+2; EUR 1+2; unassigned 7+2");
    assert_string_equal(facet(m, s, SEARCH_TYPE), "government 8+1; private-sector 0+1; "
                                                  "foundation 2+1");
    assert_string_equal(facet(m, s, SEARCH_KIND), "mou 8+2; addendum 1+1");
    assert_string_equal(facet(m, s, SEARCH_COUNTRY), "KE 1+2; NO 1+2; CH 0+1");
    assert_string_equal(facet(m, s, SEARCH_SDG), "4 1+2; 9 1+2");
    assert_string_equal(s->facet[SEARCH_SDG].value[1].page, "search/sdgs/9");
    assert_string_equal(s->facet[SEARCH_SDG].value[1].label, "SDG 9: Industry");
    assert_string_equal(views_page(m->f.a, m->open, "search/sdgs/9")->title, "SDG 9: Industry");
    assert_string_equal(s->facet[SEARCH_REGION].value[0].page, "regions/AFR");
    assert_string_equal(s->facet[SEARCH_REGION].value[2].page, "search/regions/unassigned");
    assert_string_equal(facet(m, s, SEARCH_YEAR), "2024 8+2; 2023 1+1"); /* history, too */
}

static void amounts_fall_into_bands(void **state)
{
    struct made *m = *state;
    const struct view_search *s = views_search(m->f.a, m->open);
    assert_string_equal(facet(m, s, SEARCH_AMOUNT), "none 2+2; under-10k 2+2; 10k-100k 2+1; "
                                                    "100k-1m 2+1; over-1m 1+1");
    assert_string_equal(s->facet[SEARCH_AMOUNT].value[2].label, "10,000 to 100,000");
    assert_string_equal(s->facet[SEARCH_AMOUNT].value[4].label, "1,000,000 or more");
}

static void records_bring_their_names(void **state)
{
    struct made *m = *state;
    const struct view_search *s = views_search(m->f.a, m->open);
    assert_int_equal(s->partners, 3);
    assert_string_equal(s->partner[0].page, "partners/fund");
    assert_string_equal(s->partner[0].name[0], "FND");
    const struct view_found *ministry = &s->partner[1];
    assert_int_equal(ministry->names, 1); /* each name once */
    assert_string_equal(ministry->name[0], "Ministerio");
    assert_int_equal(ministry->formers, 1);
    assert_string_equal(ministry->former[0], "secretariat");
    assert_int_equal(s->partner[2].values[SEARCH_REGION], 0);
    const struct view_found *last = &s->agreement[s->agreements - 2]; /* newest first */
    assert_string_equal(last->page, "agreements/a-1");
    assert_int_equal(last->partners, 2);
    assert_int_equal(last->partner[0], 1);
    assert_int_equal(last->partner[1], 0);
    assert_int_equal(last->texts, 2);
    assert_string_equal(last->text[0].text, "An *objective*.");
    assert_string_equal(last->text[1].text, "Uno");
    assert_string_equal(last->text[1].lang, "es");
}

static bool finds(const struct view_search *s, const char *page)
{
    for (size_t i = 0; i < s->partners; i++)
        if (strcmp(s->partner[i].page, page) == 0)
            return true;
    for (size_t i = 0; i < s->agreements; i++)
        if (strcmp(s->agreement[i].page, page) == 0)
            return true;
    return false;
}

static void what_is_internal_is_not_found(void **state)
{
    struct made *m = *state;
    const struct view_search *open = views_search(m->f.a, m->open);
    const struct view_search *all = views_search(m->f.a, m->internal);
    assert_false(finds(open, "agreements/a-9"));
    assert_false(finds(open, "partners/hidden"));
    assert_true(finds(all, "agreements/a-9"));
    assert_true(finds(all, "partners/hidden"));
    assert_string_equal(facet(m, all, SEARCH_KIND), "mou 9+3; addendum 1+1");
}

static size_t rows(const struct view_page *page, const char *id)
{
    for (size_t i = 0; i < page->sections; i++)
        if (page->section[i].table && strcmp(page->section[i].table->id, id) == 0)
            return page->section[i].table->rows;
    return 0;
}

static void pages_list_what_values_count(void **state)
{
    struct made *m = *state;
    const struct view_search *s = views_search(m->f.a, m->open);
    size_t pages = 0;
    for (int f = 0; f < SEARCH_FACETS; f++)
        for (size_t i = 0; i < s->facet[f].values; i++) {
            const struct view_facet_value *v = &s->facet[f].value[i];
            struct view_page *page = views_page(m->f.a, m->open, v->page);
            assert_non_null(page);
            assert_int_equal(rows(page, "agreements") + rows(page, "addenda"), v->agreements);
            assert_int_equal(rows(page, "partners"), v->partners);
            pages++;
        }
    assert_int_equal(pages, 21);
    assert_string_equal(views_page(m->f.a, m->open, "search/amounts/none")->title,
                        "Amount: none");
    assert_null(views_page(m->f.a, m->open, "search/countries/FR"));
    assert_null(views_page(m->f.a, m->open, "search/amounts/other"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_say_who_has_them, setup, teardown),
        cmocka_unit_test_setup_teardown(amounts_fall_into_bands, setup, teardown),
        cmocka_unit_test_setup_teardown(records_bring_their_names, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_internal_is_not_found, setup, teardown),
        cmocka_unit_test_setup_teardown(pages_list_what_values_count, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
