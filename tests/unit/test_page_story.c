/* Stories, opportunities, texts on pages, a partner's sums and the page about the site. */
#include "model_fixture.h"

#include "views/views.h"

#include <stdlib.h>

struct made {
    struct fixture f;
    const struct model *model;
    const struct views *en, *es, *inside;
};

static struct source text = {.path = "en.md", .text = "Text."};

static void words(struct fixture *f)
{
    static const char *const en[][2] = {
        {"opportunity_opens", "Opens on {date}"},
        {"opportunity_open_until", "Open until {date}"},
        {"opportunity_closed", "Closed"},
        {"opportunity_closed_on", "Closed on {date}"},
        {"opportunity_taken", "Taken"},
        {"price_range", "{from} to {to}"},
        {"amount_currency", "{amount} {currency}"},
        {"joined_values", "{list}; {next}"},
        {"merged_from", "{name}, on {date}"},
        {"rule_year_signature", "By signature."},
        {"rule_year_force", "By entry into force."},
        {"empty_stories", "No stories yet."},
    };
    fixture_words(f, en, sizeof en / sizeof *en);
    map_init(&f->r->site.region_colour, f->a);
    f->r->site.bright = "#009cd6";
}

static struct reference *reference(struct fixture *f, const char *id)
{
    struct reference *r = ARENA_NEW(f->a, struct reference);
    *r = (struct reference){id, fixture_place(f)};
    return r;
}

static void story(struct fixture *f, const char *slug, const char *day, const char *agreement,
                  const char *partner)
{
    struct records *r = f->r;
    struct story *s = &r->story[r->story_n++];
    *s = (struct story){.slug = slug, .place = fixture_place(f), .date = fixture_date(day)};
    s->title.in[LANG_EN] = slug;
    s->file[LANG_EN] = (struct page_file){&text, slug, LANG_EN, PAGE_STORY};
    if (agreement) {
        s->agreement = reference(f, agreement);
        s->agreement_n = 1;
    }
    if (partner) {
        s->partner = reference(f, partner);
        s->partner_n = 1;
    }
}

static void opportunity(struct fixture *f, const char *id, const char *opens, const char *closes,
                        const char *taken_by)
{
    struct opportunity *o = &f->r->opportunity[f->r->opportunity_n++];
    *o = (struct opportunity){.id = id, .title = fixture_text(id), .summary = fixture_text("What"),
                              .currency = fixture_currency(f, "CHF"), .price = 1000000,
                              .up_to = strcmp(id, "open") == 0 ? 2500050 : 0,
                              .opens = fixture_date(opens), .closes = fixture_date(closes),
                              .department = fixture_text("Department")};
    if (taken_by)
        o->taken_by = *reference(f, taken_by);
}

static void records(struct fixture *f)
{
    fixture_partner(f, "company", "private-sector");
    fixture_partner(f, "hidden", "un");
    struct partner *old = fixture_partner(f, "former", "private-sector");
    old->merged_into = "company";
    old->merged_on = fixture_date("2023-05-01");
    fixture_rate(f, "CHF", "2024-01-01", "0.5");
    struct agreement *g = fixture_agreement(f, "a-1", "mou", "2024-03-14", "company");
    fixture_money(f, g, "company", "1000.00", "CHF");
    fixture_money(f, g, "company", "20.00", "USD");
    fixture_region(f, g, "AFR", 1);
    fixture_region(f, g, "EUR", 1);
    g = fixture_agreement(f, "a-2", "sponsorship", "2024-12-01", "company");
    fixture_money(f, g, "company", "5.00", "CHF");
    g = fixture_agreement(f, "a-3", "mou", "2024-06-01", "hidden");
    g->internal = true;
    f->r->story = ARENA_ARRAY(f->a, struct story, 8);
    f->r->opportunity = ARENA_ARRAY(f->a, struct opportunity, 8);
    f->r->page = ARENA_ARRAY(f->a, struct page_file, 8);
    story(f, "older", "2024-02-01", "a-1", NULL);
    story(f, "newer", "2024-11-01", NULL, "company");
    story(f, "of-internal", "2024-11-02", "a-3", NULL);
    story(f, "of-unnamed", "2024-11-03", NULL, "hidden");
    opportunity(f, "closed", NULL, "2024-11-30", NULL);
    opportunity(f, "open", NULL, "2024-12-01", NULL);
    opportunity(f, "soon", "2024-12-02", "2025-03-01", NULL);
    opportunity(f, "taken", NULL, "2025-01-01", "a-2");
    opportunity(f, "taken-inside", NULL, "2025-02-01", "a-3");
    f->r->page[f->r->page_n++] = (struct page_file){&text, "home", LANG_EN, PAGE_SLOT};
    f->r->page[f->r->page_n++] = (struct page_file){&text, "regions/AFR", LANG_EN, PAGE_SLOT};
    f->r->page[f->r->page_n++] = (struct page_file){&text, "contact", LANG_EN, PAGE_OWN};
}

static int setup(void **state)
{
    struct made *m = test_calloc(1, sizeof *m);
    unsetenv("SOURCE_DATE_EPOCH");
    fixture_open(&m->f);
    words(&m->f);
    records(&m->f);
    m->model = fixture_build(&m->f);
    assert_false(diags_failed(m->f.d));
    m->en = views_open(m->f.a, m->f.d, m->model, LANG_EN, false);
    m->es = views_open(m->f.a, m->f.d, m->model, LANG_ES, false);
    m->inside = views_open(m->f.a, m->f.d, m->model, LANG_EN, true);
    *state = m;
    return 0;
}

static int teardown(void **state)
{
    struct made *m = *state;
    unsetenv("SOURCE_DATE_EPOCH");
    fixture_close(&m->f);
    test_free(m);
    return 0;
}

static const struct view_section *section(const struct view_page *p, const char *id)
{
    for (size_t i = 0; p && i < p->sections; i++)
        if (p->section[i].id && strcmp(p->section[i].id, id) == 0)
            return &p->section[i];
    return NULL;
}

static void a_story_of_what_is_internal_is_told_inside_only(void **state)
{
    struct made *m = *state;
    const struct view_section *s = section(views_page(m->f.a, m->en, "stories"), "stories");
    assert_int_equal(s->n, 2);
    assert_string_equal(s->item[0].title, "newer");
    assert_string_equal(s->item[1].page, "stories/older");
    assert_null(views_page(m->f.a, m->en, "stories/of-internal"));
    assert_null(views_page(m->f.a, m->en, "stories/of-unnamed"));
    assert_int_equal(section(views_page(m->f.a, m->inside, "stories"), "stories")->n, 4);
    assert_non_null(views_page(m->f.a, m->inside, "stories/of-unnamed"));
    assert_non_null(strstr(fixture_reports(&m->f), "story-internal"));
}

static void a_story_is_in_the_languages_it_is_written_in(void **state)
{
    struct made *m = *state;
    const struct view_page *p = views_page(m->f.a, m->en, "stories/older");
    assert_ptr_equal(p->text->src, &text);
    assert_string_equal(p->note, "1 February 2024");
    assert_null(views_page(m->f.a, m->es, "stories/older"));
    const struct view_section *s = section(views_page(m->f.a, m->es, "stories"), "stories");
    assert_int_equal(s->n, 0);
    const char *const *path;
    size_t n = views_paths(m->es, &path);
    for (size_t i = 0; i < n; i++)
        assert_int_not_equal(strncmp(path[i], "stories/", 8), 0);
}

static void stories_are_linked_from_what_they_are_about(void **state)
{
    struct made *m = *state;
    assert_int_equal(section(views_page(m->f.a, m->en, "partners/company"), "stories")->n, 2);
    assert_int_equal(section(views_page(m->f.a, m->en, "agreements/a-1"), "stories")->n, 1);
    assert_null(section(views_page(m->f.a, m->en, "agreements/a-2"), "stories"));
}

static const char *state_of(struct made *m, const struct views *v, const char *id)
{
    return views_page(m->f.a, v, arena_printf(m->f.a, "opportunities/%s", id))->note;
}

static void opportunities_on_the_day_of_the_newest_record(void **state)
{
    struct made *m = *state;
    assert_int_equal(date_cmp(model_today(m->model), fixture_date("2024-12-01")), 0);
    assert_string_equal(state_of(m, m->en, "closed"), "Closed on 30 November 2024");
    assert_string_equal(state_of(m, m->en, "open"), "Open until 1 December 2024");
    assert_string_equal(state_of(m, m->en, "soon"), "Opens on 2 December 2024");
    assert_string_equal(state_of(m, m->en, "taken"), "Taken");
    assert_string_equal(state_of(m, m->en, "taken-inside"), "Closed");
    assert_string_equal(state_of(m, m->inside, "taken-inside"), "Taken");
    const struct view_page *p = views_page(m->f.a, m->en, "opportunities");
    assert_int_equal(section(p, "open")->table->rows, 2);
    assert_string_equal(section(p, "open")->table->row[0].cell[1].text, "10,000 to 25,000.50 CHF");
    const struct view_table *closed = section(p, "closed")->table;
    assert_int_equal(closed->rows, 3);
    assert_string_equal(closed->row[1].cell[3].page, "agreements/a-2");
    assert_null(closed->row[2].cell[3].page);
    assert_null(strstr(views_page(m->f.a, m->en, "opportunities/taken-inside")->description, "a-3"));
}

static void opportunities_on_a_day_that_is_named(void **state)
{
    struct made *m = *state;
    setenv("SOURCE_DATE_EPOCH", "1740787200", 1); /* 2025-03-01 */
    assert_string_equal(state_of(m, m->en, "soon"), "Open until 1 March 2025");
    assert_string_equal(state_of(m, m->en, "open"), "Closed on 1 December 2024");
    setenv("SOURCE_DATE_EPOCH", "1740873600", 1);
    assert_string_equal(state_of(m, m->en, "soon"), "Closed on 1 March 2025");
    assert_null(model_clock_wrong());
    setenv("SOURCE_DATE_EPOCH", "253402300800", 1); /* the year 10000 */
    assert_string_equal(model_clock_wrong(), "253402300800");
    setenv("SOURCE_DATE_EPOCH", "-1", 1);
    assert_string_equal(model_clock_wrong(), "-1");
    setenv("SOURCE_DATE_EPOCH", "soon", 1); /* no number: as if it were not there */
    assert_string_equal(state_of(m, m->en, "soon"), "Opens on 2 December 2024");
}

static void texts_stand_on_the_page_of_their_path(void **state)
{
    struct made *m = *state;
    assert_non_null(views_page(m->f.a, m->en, "")->text);
    assert_non_null(views_page(m->f.a, m->en, "regions/AFR")->text);
    assert_null(views_page(m->f.a, m->es, "regions/AFR")->text);
    assert_null(views_page(m->f.a, m->en, "regions/EUR")->text);
    assert_null(views_page(m->f.a, m->en, "regions")->text);
    assert_null(views_page(m->f.a, m->en, "contact"));
}

static void a_partner_as_signed_and_by_region(void **state)
{
    struct made *m = *state;
    const struct view_page *p = views_page(m->f.a, m->en, "partners/company");
    const struct view_table *t = section(p, "by-year")->table;
    assert_int_equal(t->rows, 1);
    assert_string_equal(t->row[0].cell[1].text, "2");
    assert_int_equal(t->row[0].cell[2].runs, 2);
    assert_string_equal(t->row[0].cell[2].text, "1,005.00 CHF; 20.00 USD");
    assert_string_equal(t->row[0].cell[3].text, "2,030.00");
    t = section(p, "by-region")->table;
    assert_int_equal(t->rows, 3);
    assert_string_equal(t->row[0].cell[1].text, "0.5");
    assert_string_equal(t->row[0].cell[2].text, "1,010.00");
    assert_string_equal(t->row[2].cell[2].text, "10.00"); /* unassigned */
    const struct view_section *facts = section(p, "facts");
    bool found = false;
    for (size_t i = 0; i < facts->n; i++)
        found = found || strcmp(facts->fact[i].cell[0].text, "former, on 1 May 2023") == 0;
    assert_true(found);
}

static void the_method_follows_the_settings(void **state)
{
    struct made *m = *state;
    const struct view_page *p = views_page(m->f.a, m->en, "about");
    assert_string_equal(section(p, "method")->fact[0].cell[0].text, "By signature.");
    m->f.r->site.counting.by_in_force = true;
    p = views_page(m->f.a, m->en, "about");
    assert_string_equal(section(p, "method")->fact[0].cell[0].text, "By entry into force.");
    const struct view_table *t = section(p, "rates")->table;
    assert_int_equal(t->rows, 1);
    assert_string_equal(t->row[0].cell[3].text, "1");
    t = section(p, "records")->table;
    assert_string_equal(t->row[0].cell[1].text, "3"); /* agreements, one of them not named */
    assert_string_equal(t->row[0].cell[3].text, "1");
    assert_string_equal(t->row[1].cell[3].text, "1"); /* and its partner */
    assert_string_equal(section(p, "records")->more_page, "data");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_story_of_what_is_internal_is_told_inside_only),
        TEST(a_story_is_in_the_languages_it_is_written_in),
        TEST(stories_are_linked_from_what_they_are_about),
        TEST(opportunities_on_the_day_of_the_newest_record),
        TEST(opportunities_on_a_day_that_is_named),
        TEST(texts_stand_on_the_page_of_their_path),
        TEST(a_partner_as_signed_and_by_region),
        TEST(the_method_follows_the_settings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
