/* The note on how figures are counted: for every combination of the settings another text, and
 * figures that do what it says. */
#include "unit/model_fixture.h"

#include "views/views.h"

#include <stdlib.h>

enum { SETTINGS = 4, COMBINATIONS = 1 << SETTINGS };

struct made {
    struct fixture f;
    const struct model *model;
    const struct views *v;
};

/* Bit by bit: the second choice of each setting. */
static struct counting counting_of(int bits)
{
    return (struct counting){.by_in_force = bits & 1, .financial_partner_cash = bits & 2,
                             .addenda_with = bits & 4, .follow_mergers = bits & 8};
}

static void open_made(struct made *m, int bits)
{
    static const char *const en[][2] = {{"figure_agreements_count", "signed in {year}"},
                                        {"figure_agreements_count_force", "in force in {year}"},
                                        {"figure_agreements_count_with", "all in {year}"},
                                        {"figure_agreements_count_with_force", "all, {year}"},
                                        {"figure_region_count", "of {year}"}};
    struct fixture *f = &m->f;
    unsetenv("SOURCE_DATE_EPOCH");
    fixture_open(f);
    fixture_words(f, en, sizeof en / sizeof *en);
    map_init(&f->r->site.region_colour, f->a);
    f->r->site.bright = "#009cd6";
    f->r->site.counting = counting_of(bits);
    fixture_partner(f, "bank", "un");
    fixture_partner(f, "fund", "foundation");
    struct partner *club = fixture_partner(f, "club", "private-sector");
    club->merged_into = "bank";
    club->merged_on = fixture_date("2025-01-01");
    /* Signed in one year, in force in the next; of ITU's cash alone; an addendum. */
    struct agreement *g = fixture_agreement(f, "a1", "mou", "2023-12-20", "bank");
    g->in_force = fixture_date("2024-01-10");
    fixture_money(f, g, "bank", "100.00", "USD");
    g = fixture_agreement(f, "b1", "mou", "2024-03-01", "club");
    fixture_money(f, g, "itu", "7.00", "USD");
    g = fixture_agreement(f, "c1", "addendum", "2024-06-01", "fund");
    g->amends = (struct reference){"a1", fixture_place(f)};
    fixture_money(f, g, "fund", "30.00", "USD");
    m->model = fixture_build(f);
    assert_false(diags_failed(f->d));
    m->v = views_open(f->a, f->d, m->model, LANG_EN, false);
}

/* The rules as their words' ids, a line each. */
static const char *note(struct made *m)
{
    struct show show = {.what = "counting-rules", .period = {2024, 2024}};
    const struct view_table *t = views_show_table(m->f.a, m->v, &show);
    struct buf b = BUF_INIT;
    assert_non_null(t);
    for (size_t i = 0; i < t->rows; i++)
        buf_printf(&b, "%s: %s\n", t->row[i].cell[0].text, t->row[i].cell[1].text);
    return buf_to_arena(&b, m->f.a);
}

static const char *about(struct made *m)
{
    const struct view_page *p = views_page(m->f.a, m->v, "about");
    struct buf b = BUF_INIT;
    assert_string_equal(p->section[0].id, "method");
    for (size_t i = 0; i < p->section[0].n; i++) {
        const struct view_fact *fact = &p->section[0].fact[i];
        buf_printf(&b, "%s: ", fact->term);
        for (size_t k = 0; k < fact->n; k++)
            buf_printf(&b, "%s%s", k ? "\n" : "", fact->cell[k].text);
        buf_putc(&b, '\n');
    }
    return buf_to_arena(&b, m->f.a);
}

static void says(const char *text, bool second, const char *first_word, const char *second_word)
{
    const char *yes = second ? second_word : first_word, *no = second ? first_word : second_word;
    char line[64], other[64];
    (void)snprintf(line, sizeof line, ": %s\n", yes);
    (void)snprintf(other, sizeof other, ": %s\n", no);
    assert_non_null(strstr(text, line));
    assert_null(strstr(text, other));
}

static void count_is(struct made *m, const char *id, int n)
{
    char text[16];
    (void)snprintf(text, sizeof text, "%d", n);
    assert_figure(&m->f, m->model, id, text);
}

static void check_combination(int bits, const char **text)
{
    struct made m;
    struct counting c = counting_of(bits);
    open_made(&m, bits);
    *text = note(&m);
    assert_string_equal(*text, about(&m));
    assert_non_null(strstr(*text, c.by_in_force ? "years: rule_year_force\nrule_multi_year"
                                                : "years: rule_year_signature\nrule_multi_year"));
    assert_non_null(strstr(*text, c.financial_partner_cash
                                      ? "contributions: rule_financial_partner\nrule_in_kind"
                                      : "contributions: rule_financial\nrule_in_kind"));
    says(*text, c.addenda_with, "rule_addenda", "rule_addenda_with");
    says(*text, c.addenda_with, "rule_partners", "rule_partners_with");
    says(*text, c.follow_mergers, "rule_mergers_apart", "rule_mergers_follow");
    /* b1 counts always, a1 by its entry into force, c1 where addenda are agreements. */
    count_is(&m, "2024.agreements.count", 1 + c.by_in_force + c.addenda_with);
    count_is(&m, "2024.addenda.count", 1);
    count_is(&m, "2024.agreements.financial.count",
             !c.financial_partner_cash + c.by_in_force + c.addenda_with);
    bool both = c.by_in_force && !c.follow_mergers; /* the club beside the bank */
    count_is(&m, "2024.partners.count", 1 + both + c.addenda_with);
    assert_figure(&m.f, m.model, "2024.contributions.total", c.by_in_force ? "137.00" : "37.00");
    *text = strdup(*text);
    const struct figure *f = model_figure(m.model, "2024.agreements.count");
    static const char *const labels[] = {"signed in 2024", "in force in 2024", "all in 2024",
                                         "all, 2024"};
    assert_string_equal(views_figure_label(m.v, f->id), labels[c.by_in_force + 2 * c.addenda_with]);
    fixture_close(&m.f);
}

static void every_combination_has_its_own_true_note(void **state)
{
    const char *text[COMBINATIONS];
    (void)state;
    for (int i = 0; i < COMBINATIONS; i++) {
        check_combination(i, &text[i]);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(text[i], text[k]);
    }
    for (int i = 0; i < COMBINATIONS; i++)
        free((char *)text[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_combination_has_its_own_true_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
