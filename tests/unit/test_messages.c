/* What accord says in French and Spanish: every message, hint, phrase and field has its text there,
 * with the same arguments, and no text is left that nothing says. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "commands/messages.h"
#include "records/records.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct input_layers shipped = {.dir = {"templates"}, .n = 1};

struct look {
    const struct map *text;
    const char *lang;
    int faults;
};

static void want(struct look *l, const char *key, const char *english)
{
    const char *text = map_get(l->text, key);
    if (text && phrase_same_arguments(text, english))
        return;
    print_error("templates/messages/%s.yaml: \"%s\" %s: %s\n", l->lang, key,
                text ? "has other arguments than" : "is missing", english);
    l->faults++;
}

static void want_field(void *ctx, const char *english)
{
    want(ctx, english, english);
}

static char *faults_of(struct arena *a, struct diags *d)
{
    struct buf b = BUF_INIT;
    diags_write(d, &b, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    return buf_to_arena(&b, a);
}

static void look_at(const char *lang)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct look l = {.text = messages_read(a, d, &shipped, lang), .lang = lang};
    assert_string_equal(faults_of(a, d), ""); /* no key that nothing says */
    assert_non_null(l.text);
    for (int i = 0; i < DIAG_CODES; i++) {
        enum diag_code code = (enum diag_code)i;
        want(&l, diag_slug(code), diag_english(code));
        if (diag_english_hint(code))
            want(&l, arena_printf(a, "%s.hint", diag_slug(code)), diag_english_hint(code));
    }
    for (int i = 0; i < PHRASES; i++)
        want(&l, phrase_slug((enum phrase)i), phrase_english((enum phrase)i));
    records_field_texts(a, want_field, &l);
    assert_int_equal(l.faults, 0);
    arena_free(a);
}

static void everything_is_said_in_french(void **state)
{
    (void)state;
    look_at("fr");
}

static void everything_is_said_in_spanish(void **state)
{
    (void)state;
    look_at("es");
}

static void slugs_are_told_apart(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map seen;
    map_init(&seen, a);
    for (int i = 0; i < DIAG_CODES + PHRASES; i++) {
        const char *slug = i < DIAG_CODES ? diag_slug((enum diag_code)i)
                                          : phrase_slug((enum phrase)(i - DIAG_CODES));
        if (map_has(&seen, slug))
            fail_msg("two rows have the slug \"%s\"", slug);
        map_set(&seen, slug, a);
    }
    arena_free(a);
}

static const char *put(struct arena *a, const char *text, const char *first, size_t most)
{
    struct buf b = BUF_INIT;
    const char *args[PHRASE_ARGS] = {first, "two", "", "", "", "", "", ""};
    phrase_put(&b, NULL, "-", text, args, most);
    return buf_to_arena(&b, a);
}

static void marks_become_words_at_the_end(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map french;
    map_init(&french, a);
    map_set(&french, "a-list-of", "une liste de {0}");
    map_set(&french, "and-more", "{1} autres que {0}");
    const char *list = phrase_filled(a, PHRASE_A_LIST_OF, "3");
    const char *more = phrase_filled(a, PHRASE_AND_MORE, list, "2");
    assert_string_equal(phrase_text(a, NULL, more), "a list of 3 and 2 more");
    assert_string_equal(phrase_text(a, &french, more), "2 autres que une liste de 3");
    assert_string_equal(phrase_text(a, &french, arena_printf(a, "%s, %s", list, list)),
                        "une liste de 3, une liste de 3");
    /* what a language lacks is said in English; a text of a table is its own key */
    assert_string_equal(phrase_text(a, &french, phrase_mark(PHRASE_A_DATE)), "a date");
    assert_string_equal(phrase_text(a, &french, phrase_own(a, "a page")), "a page");
    assert_string_equal(put(a, "{1}: {{0}} {9} {", list, SIZE_MAX), "two: {a list of 3} {9} {");
    assert_string_equal(put(a, "{0}", "ñañaña", 4), "ña…");
    arena_free(a);
}

static void stray_bytes_are_no_marks(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(phrase_text(a, NULL, "a\xFF"), "a\xFF");
    assert_string_equal(phrase_text(a, NULL, "\xFF\xFF\xFD"), "\xFF\xFF\xFD");
    assert_string_equal(phrase_text(a, NULL, "\xFE\xFDx"), "\xFE\xFDx");
    assert_string_equal(phrase_text(a, NULL, "\xFFxy\xFE"), "xy");
    arena_free(a);
}

static void arguments_are_compared_as_a_set(void **state)
{
    (void)state;
    assert_true(phrase_same_arguments("{0} and {1}", "{1}, {0}, {1} {x}"));
    assert_false(phrase_same_arguments("{0} and {1}", "{0}"));
    assert_false(phrase_same_arguments("plain", "{0}"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_said_in_french),
        cmocka_unit_test(everything_is_said_in_spanish),
        cmocka_unit_test(slugs_are_told_apart),
        cmocka_unit_test(marks_become_words_at_the_end),
        cmocka_unit_test(stray_bytes_are_no_marks),
        cmocka_unit_test(arguments_are_compared_as_a_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
