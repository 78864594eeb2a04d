#include "base/arena.h"
#include "font/hyphens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct hyphens *dictionary(struct arena *a, const char *text)
{
    char *path = arena_strdup(a, "/tmp/accord-hyphens-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    struct hyphens *h = hyphens_open(a, path);
    unlink(path);
    return h;
}

static void dictionaries_of_one_byte_letters_are_served(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    /* KOI8-R: patterns с2т and т1н and щ1е in its bytes */
    struct hyphens *h = dictionary(a, "KOI8-R\n\xD3" "2\xD4\n\xD4" "1\xCE\n\xDD" "1\xC5\n");
    assert_non_null(h);
    const char *word = "сообщество";
    bool *after = hyphens_find(h, a, word, strlen(word));
    for (size_t i = 0; i <= strlen(word); i++) /* after щ, the fifth letter: byte 9 */
        assert_int_equal(after[i], i == 9);
    word = "Партнер";
    after = hyphens_find(h, a, word, strlen(word));
    for (size_t i = 0; i <= strlen(word); i++)
        assert_int_equal(after[i], i == 7);
    word = "電信сообщество"; /* letters the encoding has not */
    after = hyphens_find(h, a, word, strlen(word));
    for (size_t i = 0; i <= strlen(word); i++)
        assert_false(after[i]);
    arena_free(a);
}

static void utf8_dictionaries_count_characters(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct hyphens *h = dictionary(a, "UTF-8\nñ1a\nó1n\n");
    assert_non_null(h);
    const char *word = "añañones"; /* two bytes a letter ñ */
    bool *after = hyphens_find(h, a, word, strlen(word));
    assert_true(after[2]);
    for (size_t i = 0; i <= strlen(word); i++)
        assert_int_equal(after[i], i == 2);
    arena_free(a);
}

static void points_that_change_letters_are_left_out(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    /* as in older German: Schiffahrt, Schiff-fahrt */
    struct hyphens *h = dictionary(a, "UTF-8\nf1f/ff=f,1,2\nr1t\n");
    assert_non_null(h);
    const char *word = "schiffahrten";
    bool *after = hyphens_find(h, a, word, strlen(word));
    for (size_t i = 0; i <= strlen(word); i++)
        assert_int_equal(after[i], i == 8);
    arena_free(a);
}

static void no_dictionary_no_hyphens(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_null(hyphens_open(a, "/nonexistent.dic"));
    assert_null(dictionary(a, "NO-SUCH-CHARSET\na1b\n"));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dictionaries_of_one_byte_letters_are_served),
        cmocka_unit_test(utf8_dictionaries_count_characters),
        cmocka_unit_test(points_that_change_letters_are_left_out),
        cmocka_unit_test(no_dictionary_no_hyphens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
