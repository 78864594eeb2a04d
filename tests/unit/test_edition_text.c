/* Texts of a new edition from those of the last one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "commands/edition_text.h"

#include <string.h>

static struct edition open(struct arena *a)
{
    struct map *ids = ARENA_NEW(a, struct map);
    map_init(ids, a);
    map_set(ids, "tdag25-inf-1", "tdag26-inf-1");
    static const int known[] = {2015, 2016, 2017, 2018, 2020, 2021, 2022, 2023, 2024};
    return (struct edition){.arena = a, .diags = diags_new(a), .years = 1, .issue = 2025,
                            .last = 2024, .year = known, .year_n = sizeof known / sizeof *known,
                            .ids = ids};
}

static void ids_count_on(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct edition e = open(a);
    assert_string_equal(edition_id(&e, "tdag25-partnerships", 2025), "tdag26-partnerships");
    assert_string_equal(edition_id(&e, "tdag-2025-inf-25", 2025), "tdag-2026-inf-25");
    assert_string_equal(edition_id(&e, "tdag125-x", 2025), "tdag125-x-2025");
    assert_string_equal(edition_id(&e, "yearly", 2025), "yearly-2025");
    assert_string_equal(edition_id(&e, "report-2024", 2025), "report-2025");
    assert_string_equal(edition_id(&e, "report-24", 2025), "report-24-2025");
    e.issue = 2099;
    assert_string_equal(edition_id(&e, "d99", 2099), "d00");
    arena_free(a);
}

static void tags_and_blocks_name_the_new_years(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct edition e = open(a);
    assert_string_equal(edition_narrative(&e, "In 2024 {{2024.agreements.count}} and {{ 2020-2024.x "
                                              "}}, {{{2023.y}}}; {{year}} {{partner.gsma-2024}}.\n"),
                        "In 2024 {{2025.agreements.count}} and {{ 2021-2025.x }}, {{{2024.y}}}; "
                        "{{year}} {{partner.gsma-2024}}.\n");
    assert_string_equal(edition_narrative(&e, "{{doc.tdag25-inf-1}} {{doc.tdag24-7}} {{2024.open"),
                        "{{doc.tdag26-inf-1}} {{doc.tdag24-7}} {{2024.open");
    assert_string_equal(edition_narrative(&e, "```table\nshow: trend\nyear: 2024\n"
                                              "caption: Of 2024, {{2024.x}}\n```\n\nyear: 2024\n"
                                              "```\nyear: 2024\n```\n~~~ chart\n"
                                              "years: [2023, 2024]\n~~~"),
                        "```table\nshow: trend\nyear: 2025\ncaption: Of 2024, {{2025.x}}\n```\n\n"
                        "year: 2024\n```\nyear: 2024\n```\n~~~ chart\nyears: [2024, 2025]\n~~~");
    arena_free(a);
}

static void years_stay_where_the_next_is_not_known(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct edition e = open(a);
    assert_string_equal(edition_narrative(&e, "{{2015-2018.agreements.count}} {{2018.x}} {{2017.x}} "
                                              "{{2020-2024.x}}\n```chart\nyears: 2015-2018\n```\n"),
                        "{{2015-2018.agreements.count}} {{2018.x}} {{2018.x}} {{2021-2025.x}}\n"
                        "```chart\nyears: 2015-2018\n```\n");
    arena_free(a);
}

static void the_cover_keeps_what_is_the_same_each_year(void **state)
{
    (void)state;
    static const char cover[] = "id: tdag25-partnerships\n"
                                "years: 2020-2024   # five\n"
                                "# The cover block.\n"
                                "meeting: {en: 32nd}\n"
                                "place_dates:\n"
                                "  en: Geneva\n"
                                "\n"
                                "number: \"TDAG25/{number}-{letter}\"\n"
                                "document_number: 12\n"
                                "date: 2025-05-02\n"
                                "title: {en: Of 2024}\n"
                                "revision: 2\n"
                                "revisions:\n"
                                "  - {number: 2, date: 2025-06-02, reason: r}\n"
                                "draft: false\n"
                                "summary:\n"
                                "  en: In {{2024.agreements.count}}";
    struct arena *a = arena_new();
    struct edition e = open(a);
    struct source src = {"document.yaml", cover, sizeof cover - 1};
    assert_string_equal(edition_cover(&e, &src, "tdag26-partnerships"),
                        "id: tdag26-partnerships\n"
                        "years: 2021-2025   # five\n"
                        "# The cover block.\n"
                        "# meeting: {en: 32nd}\n"
                        "# place_dates:\n"
                        "#   en: Geneva\n"
                        "\n"
                        "number: \"TDAG26/{number}-{letter}\"\n"
                        "# document_number: 12\n"
                        "# date: 2025-05-02\n"
                        "title: {en: Of 2024}\n"
                        "summary:\n"
                        "  en: In {{2025.agreements.count}}\n"
                        "draft: true\n");
    assert_false(diags_failed(e.diags));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_count_on),
        cmocka_unit_test(tags_and_blocks_name_the_new_years),
        cmocka_unit_test(years_stay_where_the_next_is_not_known),
        cmocka_unit_test(the_cover_keeps_what_is_the_same_each_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
