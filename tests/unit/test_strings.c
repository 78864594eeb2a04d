/* The words that ship: content/strings/<lang>.yaml has the same words in all six languages,
 * with the same gaps, in every plural form that a language has; and what depends on a number, a
 * period or a gender comes out as the language writes it. */
#include "unit/unit.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/value.h"
#include "locale/locale.h"
#include "records/records.h"

#include <string.h>

static struct made {
    struct arena *a;
    struct records *r;
    struct locale *locale[LANGS];
} made;

static int setup(void **state)
{
    (void)state;
    made.a = arena_new();
    made.r = records_read(made.a, diags_new(made.a), "content");
    for (int i = 0; i < LANGS; i++)
        made.locale[i] = locale_open(made.a, lang_code[i]);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(made.a);
    return 0;
}

static const char *pattern(enum lang lang, const char *id)
{
    const char *s = map_get(&made.r->strings[lang].text, id);
    if (!s)
        fail_msg("strings/%s.yaml has no %s", lang_code[lang], id);
    return s;
}

static void test_the_same_words(void **state)
{
    (void)state;
    const struct map *en = &made.r->strings[LANG_EN].text;
    assert_true(en->n > 300);
    for (int i = 1; i <= 17; i++) /* goals; the program asks for them by number */
        pattern(LANG_EN, arena_printf(made.a, "sdg_%d", i));
    for (int lang = 0; lang < LANGS; lang++) {
        const struct map *own = &made.r->strings[lang].text;
        for (size_t i = 0; i < en->n; i++)
            assert_true(*pattern((enum lang)lang, en->item[i].key));
        for (size_t i = 0; i < own->n; i++)
            if (!map_has(en, own->item[i].key))
                fail_msg("strings/en.yaml has no %s, %s.yaml has", own->item[i].key,
                         lang_code[lang]);
    }
}

/* Words of which a setting chooses one say different things in every language. */
static void test_each_rule_has_its_words(void **state)
{
    static const char *const pairs[][2] = {{"rule_year_signature", "rule_year_force"},
                                           {"rule_addenda", "rule_addenda_with"},
                                           {"rule_partners", "rule_partners_with"},
                                           {"rule_financial", "rule_financial_partner"},
                                           {"rule_mergers_apart", "rule_mergers_follow"},
                                           {"note_merged_apart", "note_merged_follow"}};
    const struct map *en = &made.r->strings[LANG_EN].text;
    (void)state;
    for (int lang = 0; lang < LANGS; lang++) {
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
            assert_string_not_equal(pattern((enum lang)lang, pairs[i][0]),
                                    pattern((enum lang)lang, pairs[i][1]));
        for (size_t i = 0; i < en->n; i++) {
            static const char *const endings[] = {"_force", "_with"};
            for (size_t k = 0; k < 2; k++) {
                char other[96];
                (void)snprintf(other, sizeof other, "%s%s", en->item[i].key, endings[k]);
                if (map_has(en, other))
                    assert_string_not_equal(pattern((enum lang)lang, other),
                                            pattern((enum lang)lang, en->item[i].key));
            }
        }
    }
}

/* A year may stand as such, as the language writes it, or by its ends; a number and a gender
 * choose a form only where the language has one. */
static const char *const aliases[][2] = {
    {"period", "year"}, {"from", "year"}, {"until", "year"}, {"number", ""}, {"gender", ""}};

/* Whether the brace at p opens the words of a plural's form, "one {partner}", and no gap. */
static bool is_form(const char *s, const char *p)
{
    static const char *const forms[] = {"zero ", "one ", "two ", "few ", "many ", "other "};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t n = strlen(forms[i]);
        if ((size_t)(p - s) > n && strncmp(p - n, forms[i], n) == 0 &&
            strchr(" }", p[-(long)n - 1]))
            return true;
    }
    return false;
}

/* The names of the gaps of a message, each once. */
static void gaps(const char *s, struct map *names)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789";
    map_init(names, made.a);
    for (const char *p = strchr(s, '{'); p; p = strchr(p + 1, '{')) {
        size_t n = strspn(p + 1, letters);
        if (!n || !p[n + 1] || !strchr(",}", p[n + 1]) || is_form(s, p))
            continue;
        const char *name = arena_strndup(made.a, p + 1, n);
        for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
            if (strcmp(name, aliases[i][0]) == 0)
                name = aliases[i][1];
        if (*name && !map_has(names, name))
            map_set(names, name, NULL);
    }
}

static void assert_within(const char *id, const char *lang, const struct map *some,
                          const struct map *all)
{
    for (size_t i = 0; i < some->n; i++)
        if (!map_has(all, some->item[i].key))
            fail_msg("%s: {%s} is not in %s", id, some->item[i].key, lang);
}

/* Arabic names one and two in words, without the number. */
static void test_the_same_gaps(void **state)
{
    (void)state;
    const struct map *en = &made.r->strings[LANG_EN].text;
    for (size_t i = 0; i < en->n; i++) {
        const char *id = en->item[i].key;
        struct map want, have;
        gaps(en->item[i].value, &want);
        for (int lang = 0; lang < LANGS; lang++) {
            gaps(pattern((enum lang)lang, id), &have);
            assert_within(id, lang_code[lang], &want, &have);
            assert_within(id, "en", &have, &want);
        }
    }
}

static void test_every_form_of_every_plural(void **state)
{
    (void)state;
    for (int lang = 0; lang < LANGS; lang++) {
        const struct map *own = &made.r->strings[lang].text;
        for (size_t i = 0; i < own->n; i++) {
            const char *why =
                locale_message_check(made.a, made.locale[lang], own->item[i].value);
            if (why)
                fail_msg("%s.yaml: %s: %s", lang_code[lang], own->item[i].key, why);
        }
    }
}

/* A word that has letters in English has letters of the script in each other language; what
 * stands in Latin letters there is a name or a unit. */
static void test_no_english_left_over(void **state)
{
    (void)state;
    static const struct { enum lang lang; const char *first, *last; } scripts[] = {
        {LANG_AR, "\u0600", "\u06FF"}, {LANG_ZH, "\u4E00", "\u9FFF"}, {LANG_RU, "\u0400", "\u04FF"}};
    static const char *const latin[] = {"document_pdf", "download_size", "data_size_mb",
                                        "open_graph_locale", NULL};
    for (size_t k = 0; k < sizeof scripts / sizeof *scripts; k++) {
        const struct map *own = &made.r->strings[scripts[k].lang].text;
        for (size_t i = 0; i < own->n; i++) {
            const char *id = own->item[i].key;
            bool named = false, own_letters = false, letters = false;
            for (size_t n = 0; latin[n]; n++)
                named = named || strcmp(latin[n], id) == 0;
            int depth = 0;
            for (const char *p = own->item[i].value; *p; p++) {
                depth += (*p == '{') - (*p == '}');
                letters = letters || (depth == 0 && ((*p | 32) >= 'a' && (*p | 32) <= 'z'));
                own_letters = own_letters || (strncmp(p, scripts[k].first, 2) >= 0 &&
                                              strncmp(p, scripts[k].last, 2) <= 0);
            }
            if (letters && !own_letters && !named)
                fail_msg("%s.yaml: %s is in Latin letters", lang_code[scripts[k].lang], id);
        }
    }
}

/* --- what depends on something --- */

static const char *said(enum lang lang, const char *id, const char *const (*args)[2], size_t n)
{
    struct value *v = value_map(made.a);
    const char *error = NULL;
    for (size_t i = 0; i < n; i++)
        value_set_string(v, args[i][0], args[i][1]);
    const char *s = locale_message(made.a, made.locale[lang], pattern(lang, id), v, &error);
    if (!s)
        fail_msg("%s.yaml: %s: %s", lang_code[lang], id, error);
    return s;
}

static void assert_amount(enum lang lang, const char *amount, const char *number,
                          const char *expected)
{
    const char *const args[][2] = {{"amount", amount}, {"number", number}};
    assert_string_equal(said(lang, "amount_million_usd", args, 2), expected);
}

static void test_an_amount_follows_its_number(void **state)
{
    (void)state;
    assert_amount(LANG_FR, "0,96", "0.96", "0,96\u00A0million\u00A0USD");
    assert_amount(LANG_FR, "1,82", "1.82", "1,82\u00A0million\u00A0USD");
    assert_amount(LANG_FR, "19,82", "19.82", "19,82\u00A0millions\u00A0USD");
    assert_amount(LANG_ES, "0,96", "0.96", "0,96\u00A0millones\u00A0USD");
    assert_amount(LANG_RU, "1,82", "1.82", "1,82\u00A0млн\u00A0долл.\u00A0США");
    assert_amount(LANG_ZH, "1.82", "1.82", "1.82百万美元");
}

static void test_a_period_of_years(void **state)
{
    (void)state;
    static const char *const one[][2] = {{"year", "2018"}}, *const many[][2] = {{"year", "2015–2018"}};
    assert_string_equal(said(LANG_RU, "period_year", one, 1), "2018\u00A0г.");
    assert_string_equal(said(LANG_RU, "period_years", many, 1), "2015–2018\u00A0гг.");
    assert_string_equal(said(LANG_ZH, "period_year", one, 1), "2018年");
    assert_string_equal(said(LANG_AR, "period_year", one, 1), "عام 2018");
}

static void test_represented_follows_gender(void **state)
{
    (void)state;
    static const char *const args[][2] = {
        {"partner", "A"}, {"representative", "B"}, {"gender", "masculine"}};
    static const char *const union_args[][2] = {
        {"partner", "A"}, {"representative", "B"}, {"gender", "feminine"}};
    assert_string_equal(said(LANG_ES, "partner_represented", args, 3), "A, representado por B");
    assert_string_equal(said(LANG_ES, "partner_represented", union_args, 3),
                        "A, representada por B");
    assert_string_equal(said(LANG_FR, "partner_represented", union_args, 3),
                        "A, représentée par B");
    assert_string_equal(said(LANG_EN, "partner_represented", args, 3), "A, represented by B");
}

/* What stands between two texts is the language's own. */
static void test_marks_between(void **state)
{
    (void)state;
    static const char *const args[][2] = {{"list", "A"}, {"next", "B"}};
    assert_string_equal(said(LANG_ES, "joined_list", args, 2), "A, B");
    assert_string_equal(said(LANG_AR, "joined_list", args, 2), "A، B");
    assert_string_equal(said(LANG_ZH, "joined_list", args, 2), "A、B");
    assert_string_equal(said(LANG_FR, "joined_values", args, 2), "A\u202F; B");
    assert_string_equal(said(LANG_AR, "joined_values", args, 2), "A؛ B");
    assert_string_equal(said(LANG_ZH, "joined_sentences", args, 2), "AB");
    assert_string_equal(said(LANG_RU, "joined_sentences", args, 2), "A B");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_words),
        cmocka_unit_test(test_each_rule_has_its_words),
        cmocka_unit_test(test_the_same_gaps),
        cmocka_unit_test(test_every_form_of_every_plural),
        cmocka_unit_test(test_no_english_left_over),
        cmocka_unit_test(test_an_amount_follows_its_number),
        cmocka_unit_test(test_a_period_of_years),
        cmocka_unit_test(test_represented_follows_gender),
        cmocka_unit_test(test_marks_between),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
