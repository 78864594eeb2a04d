#include "base/arena.h"
#include "font/font.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct fonts *carlito(struct arena *a)
{
    const char *families[] = {"Carlito", NULL};
    struct fonts *f = fonts_open(a, diags_new(a), families, (struct place){NULL, 0, 0, 0});
    assert_non_null(f);
    return f;
}

static const char *cut(struct arena *a, struct fonts *f, const char *lang, const char *word)
{
    size_t len = strlen(word), n = 0;
    bool *after = font_hyphenate(f, a, lang, word, len);
    assert_non_null(after);
    char *out = arena_alloc(a, 2 * len + 1);
    for (size_t i = 0; i < len; i++) {
        out[n++] = word[i];
        if (after[i])
            out[n++] = '-';
    }
    return out;
}

static void spanish_and_english_words(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *cut;
    } rows[] = {
        {"es", "con-tri-bu-cio-nes"}, {"es", "Aso-cia-cio-nes"}, {"es", "or-ga-ni-za-ción"},
        {"es", "te-le-co-mu-ni-ca-cio-nes"}, {"es", "país"}, {"es", "mi-llo-nes"},
        {"en", "part-ner-ships"},     {"en", "hy-phen-ation"},   {"en", "agree-ments"},
        {"en", "year"},
    };
    struct arena *a = arena_new();
    struct fonts *f = carlito(a);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char word[64];
        size_t n = 0;
        for (const char *p = rows[i].cut; *p; p++)
            if (*p != '-')
                word[n++] = *p;
        word[n] = '\0';
        assert_string_equal(cut(a, f, rows[i].lang, word), rows[i].cut);
    }
    arena_free(a);
}

static void what_is_left_whole(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct fonts *f = carlito(a);
    static const char *const whole[] = {"UNESCO", "eLearning", "partnerships2024", "", "a",
                                        "part\xFFnerships"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        assert_string_equal(cut(a, f, "en", whole[i]), whole[i]);
    assert_null(font_hyphenate(f, a, "zh", "电信", 6));
    assert_null(font_hyphenate(f, a, "ar", "عام", 6));
    assert_null(font_hyphenate(f, a, NULL, "word", 4));
    char lengthy[400];
    memset(lengthy, 'a', sizeof lengthy);
    bool *after = font_hyphenate(f, a, "en", lengthy, sizeof lengthy);
    for (size_t i = 0; i < sizeof lengthy; i++)
        assert_false(after[i]);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spanish_and_english_words),
        cmocka_unit_test(what_is_left_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
