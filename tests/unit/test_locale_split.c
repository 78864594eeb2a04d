/* Messages as whole sentences, and back. */
#include "unit/unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "locale/locale.h"

#include <string.h>

/* "word(text)" for each sentence; what is filled in stands in <>. */
static const char *split_of(struct arena *a, const char *pattern)
{
    struct locale_split s;
    struct buf out = BUF_INIT;
    if (!locale_message_split(a, pattern, &s))
        return "no";
    if (s.argument)
        buf_printf(&out, "%s %s: ", s.argument, s.kind);
    for (size_t i = 0; i < s.n; i++) {
        buf_printf(&out, "%s(", s.branch[i].word);
        for (const char *c = s.branch[i].text; *c; c++)
            buf_putc(&out, *c == '\1' ? '<' : *c == '\2' ? '>' : *c);
        buf_putc(&out, ')');
    }
    return buf_to_arena(&out, a);
}

static const char *joined(struct arena *a, const char *pattern)
{
    struct locale_split s;
    assert_true(locale_message_split(a, pattern, &s));
    return locale_message_join(a, &s);
}

static void one_sentence(void **state)
{
    struct arena *a = arena_new();
    (void)state;
    assert_string_equal(split_of(a, "Agreements of {year}"), "(Agreements of <{year}>)");
    assert_string_equal(split_of(a, "{n, number, percent} of {d, date, long}"),
                        "(<{n, number, percent}> of <{d, date, long}>)");
    assert_string_equal(split_of(a, "l''an '{x}' # {"), "no");
    assert_string_equal(split_of(a, "it''s '{x}' #"), "(it's {x} #)");
    arena_free(a);
}

static void a_sentence_for_each_form(void **state)
{
    struct arena *a = arena_new();
    (void)state;
    assert_string_equal(split_of(a, "In {y}, {n, plural, =0 {none} one {# thing} other {# things}}."),
                        "n plural: =0(In <{y}>, none.)one(In <{y}>, <#> thing.)"
                        "other(In <{y}>, <#> things.)");
    assert_string_equal(split_of(a, "{g, select, feminine {par la {n}} other {par le {n}}}"),
                        "g select: feminine(par la <{n}>)other(par le <{n}>)");
    assert_string_equal(split_of(a, "{n, plural, other {{m, plural, other {x}}}}"), "no");
    assert_string_equal(split_of(a, "{n, plural, other {x}} {m, plural, other {x}}"), "no");
    assert_string_equal(split_of(a, "{n, plural, offset:1 other {x}}"), "no");
    arena_free(a);
}

/* What is put together prints as what was taken apart. */
static void and_back(void **state)
{
    static const char *const patterns[] = {
        "Agreements of {y}", "it''s '{x}' # '' {y}", "l'an {y}'", "''{y}''''",
        "{n, plural, =0 {none} one {# thing's '#'} other {# '{things}' in {y}}}",
        "a {y} {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} b",
        "{g, select, x {# a} other {it''s}}",
        "'{{'{y}'}}' {n, plural, one {'#{'''{y}} other {''{y}'#''#'}}",
        "'{''{'",
    };
    struct arena *a = arena_new();
    const struct locale *l = locale_open(a, "en");
    (void)state;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        for (int n = 0; n < 5; n++) {
            struct value *args = value_map(a);
            const char *error = NULL;
            value_set_int(args, "n", n);
            value_set_string(args, "y", "2024");
            value_set_string(args, "g", n ? "x" : "z");
            const char *want = locale_message(a, l, patterns[i], args, &error);
            assert_null(error);
            const char *got = locale_message(a, l, joined(a, patterns[i]), args, &error);
            assert_null(error);
            assert_string_equal(got, want);
        }
    arena_free(a);
}

static const char *words(struct arena *a, const char *lang, bool ordinal)
{
    struct buf out = BUF_INIT;
    for (const char *const *w = locale_plural_words(a, locale_open(a, lang), ordinal); *w; w++)
        buf_printf(&out, "%s ", *w);
    return buf_to_arena(&out, a);
}

static void forms_of_the_languages(void **state)
{
    struct arena *a = arena_new();
    (void)state;
    assert_string_equal(words(a, "en", false), "one other ");
    assert_string_equal(words(a, "en", true), "one two few other ");
    assert_string_equal(words(a, "fr", false), "one other ");
    assert_string_equal(words(a, "es", false), "one other ");
    assert_string_equal(words(a, "ar", false), "zero one two few many other ");
    assert_string_equal(words(a, "ru", false), "one few many other ");
    assert_string_equal(words(a, "zh", false), "other ");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sentence),
        cmocka_unit_test(a_sentence_for_each_form),
        cmocka_unit_test(and_back),
        cmocka_unit_test(forms_of_the_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
