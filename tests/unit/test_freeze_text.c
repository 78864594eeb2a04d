/* Files of printed figures as accord freeze writes them, and as it adds to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "commands/freeze_text.h"

#include <string.h>

static struct frozen_figure figures[] = {{"2024.agreements.count", "", "89"},
                                         {"2024.contributions.total", "millions", "33.8"},
                                         {"2024.partners.count", "", "73"},
                                         {"2024.contributions.total", "percent", "100"}};
static const char *first[] = {"unicef", "wmo"};
static struct frozen_ranking ranking[] = {{"2024.partners", first, 2}};

static void forms_of_a_figure_share_a_line(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct frozen f = {.document = "d25", .issued = {2025, 5, 2}, .figure = figures, .figures = 4,
                       .ranking = ranking, .rankings = 1};
    f.source[LANG_EN] = "D25/1-E, A \"title\" \\";
    const char *text = freeze_text_new(a, &f), *at = strstr(text, "\ndocument: ");
    assert_non_null(at);
    assert_string_equal(at, "\ndocument: d25\n"
                            "issued: 2025-05-02\n"
                            "source:\n"
                            "  en: \"D25/1-E, A \\\"title\\\" \\\\\"\n"
                            "figures:\n"
                            "  2024.agreements.count: 89\n"
                            "  2024.contributions.total: {millions: 33.8, percent: 100}\n"
                            "  2024.partners.count: 73\n"
                            "rankings:\n"
                            "  2024.partners:\n"
                            "    - unicef\n"
                            "    - wmo\n");
    arena_free(a);
}

static char *added(struct arena *a, const char *there, struct frozen f)
{
    struct source src = {"published/d25.yaml", there, strlen(there)};
    struct diags *d = diags_new(a);
    char *text = freeze_text_added(a, d, &src, &f);
    assert_false(diags_failed(d));
    return text;
}

static void what_is_there_stays_line_by_line(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct frozen f = {.document = "d25", .issued = {2025, 5, 2}, .figure = figures, .figures = 2,
                       .ranking = ranking, .rankings = 1};
    assert_string_equal(added(a, "# Mine.\n"
                                 "document: d25   # the id\n"
                                 "source: Paper\n"
                                 "figures:\n"
                                 "    2024.addenda.count: 1   # counted by hand\n"
                                 "\n"
                                 "# The order.\n"
                                 "rankings:\n"
                                 "  2023.partners: [wmo]",
                              f),
                        "# Mine.\n"
                        "document: d25   # the id\n"
                        "issued: 2025-05-02\n"
                        "source: Paper\n"
                        "figures:\n"
                        "    2024.addenda.count: 1   # counted by hand\n"
                        "    2024.agreements.count: 89\n"
                        "    2024.contributions.total.millions: 33.8\n"
                        "\n"
                        "# The order.\n"
                        "rankings:\n"
                        "  2023.partners: [wmo]\n"
                        "  2024.partners:\n"
                        "    - unicef\n"
                        "    - wmo\n");
    arena_free(a);
}

static void rankings_may_stand_first_or_be_new(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct frozen f = {.document = "d25", .figure = figures, .figures = 1, .ranking = ranking,
                       .rankings = 1};
    assert_string_equal(added(a, "rankings:\n  2023.partners: [wmo]\nfigures:\n  2024.x: 1\n"
                                 "source: P\ndocument: d25\n", f),
                        "rankings:\n  2023.partners: [wmo]\n  2024.partners:\n    - unicef\n"
                        "    - wmo\nfigures:\n  2024.x: 1\n  2024.agreements.count: 89\n"
                        "source: P\ndocument: d25\n");
    assert_string_equal(added(a, "document: d25\nsource: P\nfigures:\n  2024.x: 1\n", f),
                        "document: d25\nsource: P\nfigures:\n  2024.x: 1\n"
                        "  2024.agreements.count: 89\nrankings:\n  2024.partners:\n"
                        "    - unicef\n    - wmo\n");
    arena_free(a);
}

static void figures_on_one_line_are_left_alone(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct frozen f = {.document = "d25", .figure = figures, .figures = 1};
    assert_null(added(a, "document: d25\nsource: P\nfigures: {2024.x: 1}\n", f));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_a_figure_share_a_line),
        cmocka_unit_test(what_is_there_stays_line_by_line),
        cmocka_unit_test(rankings_may_stand_first_or_be_new),
        cmocka_unit_test(figures_on_one_line_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
