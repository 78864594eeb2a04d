#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/value.h"
#include "base/vec.h"
#include "base/xml.h"

#include <string.h>

static void count_up(void *p)
{
    ++*(int *)p;
}

static void arena_memory_is_zeroed_and_kept(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    int freed = 0;
    arena_defer(a, count_up, &freed);
    VEC(int) v = {0};
    for (int i = 0; i < 100000; i++)
        VEC_PUSH(a, &v, i);
    char *large = arena_alloc(a, 5 * 1024 * 1024);
    assert_int_equal(large[0] | large[5 * 1024 * 1024 - 1], 0);
    memset(large, 'x', 5 * 1024 * 1024);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(v.p[i], i);
    assert_string_equal(arena_printf(a, "%s-%d", "a", 7), "a-7");
    char *last = memset(arena_alloc(a, 20), 'x', 20), *grown = arena_grow(a, last, 20, 100);
    assert_ptr_equal(grown, last); /* nothing stands behind it */
    assert_int_equal(grown[19], 'x');
    assert_int_equal(grown[32], 0);
    assert_int_equal(grown[99], 0);
    char *other = arena_alloc(a, 1), *moved = arena_grow(a, grown, 100, 200);
    assert_ptr_not_equal(moved, grown);
    assert_int_equal(moved[19], 'x');
    assert_int_equal(moved[199] | *other, 0);
    arena_free(a);
    assert_int_equal(freed, 1);
}

static void arena_begins_anew(void **state)
{
    (void)state;
    static const size_t sizes[] = {8, 5000, 300 * 1000, 3 * 1000 * 1000};
    struct arena *a = arena_new();
    int freed = 0;
    for (int round = 0; round < 4; round++) {
        arena_defer(a, count_up, &freed);
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            char *p = arena_alloc(a, sizes[i]);
            for (size_t k = 0; k < sizes[i]; k++)
                assert_int_equal(p[k], 0);
            memset(p, 'x', sizes[i]);
        }
        arena_clear(a);
        assert_int_equal(freed, round + 1);
    }
    arena_free(a);
    assert_int_equal(freed, 4);
}

static void maps_walk_in_order_and_find_the_nearest(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map m;
    int values[1000];
    map_init(&m, a);
    for (int i = 0; i < 1000; i++)
        map_set(&m, arena_printf(a, "key-%d", i), &values[i]);
    map_set(&m, "key-7", &values[0]);
    assert_int_equal(m.n, 1000);
    assert_ptr_equal(map_get(&m, "key-7"), &values[0]);
    assert_ptr_equal(map_get_n(&m, "key-12xyz", 6), &values[12]);
    assert_null(map_get(&m, "key-1000"));
    for (int i = 0; i < 1000; i++)
        assert_string_equal(m.item[i].key, arena_printf(a, "key-%d", i));
    const char *const words[] = {"partners", "priorities", "signed", NULL};
    assert_string_equal(nearest_of(words, "partnres"), "partners"); /* one transposition */
    assert_string_equal(nearest_of(words, "singed"), "signed");
    assert_null(nearest_of(words, "objective"));
    arena_free(a);
}

/* The distance as it is defined, cell by cell. */
static size_t plain_distance(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b), d[40][40];
    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++) {
            size_t least = i + j;
            if (i && j) {
                least = d[i - 1][j] + 1 < d[i][j - 1] + 1 ? d[i - 1][j] + 1 : d[i][j - 1] + 1;
                size_t other = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
                least = other < least ? other : least;
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                    d[i - 2][j - 2] + 1 < least)
                    least = d[i - 2][j - 2] + 1;
            }
            d[i][j] = least;
        }
    return d[n][m];
}

static void random_word(unsigned *seed, char *s)
{
    size_t n = (*seed = *seed * 1103515245u + 12345u) >> 16 & 31;
    for (size_t i = 0; i < n; i++)
        s[i] = "abc\xC3"[(*seed = *seed * 1103515245u + 12345u) >> 17 & 3];
    s[n] = '\0';
}

static void the_nearest_is_the_first_at_the_least_distance(void **state)
{
    (void)state;
    unsigned seed = 1;
    for (int round = 0; round < 20000; round++) {
        char word[5][40], s[40];
        const char *list[6] = {NULL}, *want = NULL;
        random_word(&seed, s);
        size_t best = (strlen(s) / 3 ? strlen(s) / 3 : 1) + 1;
        for (int i = 0; i < 5; i++) {
            random_word(&seed, word[i]);
            list[i] = word[i];
            size_t d = plain_distance(s, word[i]);
            want = d < best ? word[i] : want;
            best = d < best ? d : best;
        }
        assert_ptr_equal(nearest_of(list, s), want);
    }
}

static void the_nearest_has_at_most_64_bytes(void **state)
{
    (void)state;
    char s[66], t[66];
    memset(s, 'a', 65);
    memcpy(t, s, 65);
    s[65] = t[65] = '\0';
    const char *const list[] = {t, NULL};
    assert_null(nearest_of(list, s));
    s[64] = t[64] = '\0';
    t[63] = 'b';
    assert_ptr_equal(nearest_of(list, s), t);
}

/* All pairs of bytes, with tails and ends behind them that make them whole or not. */
static void utf8_validity_is_that_of_decoding(void **state)
{
    (void)state;
    static const char *const behind[] = {"", "\x80", "\xBF\xBF", "a\x80", "\x80\x80\x80"};
    for (unsigned pair = 0; pair < 1 << 16; pair++)
        for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
            char s[32] = "0123456789";
            size_t n = 10 + pair % 3, at = 0, bad = 0, len = 1;
            unsigned c;
            s[n++] = (char)(pair >> 8);
            s[n++] = (char)pair;
            memcpy(s + n, behind[i], strlen(behind[i]));
            n += strlen(behind[i]);
            while (at < n && (len = utf8_decode(s + at, n - at, &c)) > 0)
                at += len;
            bool valid = utf8_valid(s, n, &bad);
            if (valid != (at == n) || (!valid && bad != at))
                fail_msg("bytes %04X, %zu", pair, i);
        }
}

static void utf8_start_is_where_a_character_begins(void **state)
{
    (void)state;
    const char *text = "aé中😀";
    static const size_t start[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    for (size_t at = 0; at <= strlen(text); at++)
        assert_int_equal(utf8_start(text, at), start[at]);
    assert_int_equal(utf8_start("\x80\x80x", 1), 0); /* what begins nowhere */
}

static void utf8_is_strict(void **state)
{
    (void)state;
    const char *const bad[] = {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE4\xB8"};
    size_t at;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(utf8_valid(bad[i], strlen(bad[i]), &at));
    assert_true(utf8_valid("aé中😀", strlen("aé中😀"), NULL));
    assert_int_equal(utf8_count("aé中😀", strlen("aé中😀")), 4);
    for (unsigned c = 1; c < 0x110000; c += 97) {
        char s[4];
        unsigned back = 0;
        if (c >= 0xD800 && c < 0xE000)
            continue;
        size_t n = utf8_encode(c, s);
        assert_int_equal(utf8_decode(s, n, &back), n);
        assert_int_equal(back, c);
    }
}

static void values_print_and_test(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(value_text(value_number(a, "1.210")), "1.21");
    assert_string_equal(value_text(value_number(a, "10")), "10");
    assert_string_equal(value_text(value_number(a, "1.00")), "1");
    assert_string_equal(value_text(value_bool(a, true)), "true");
    assert_null(value_text(value_null(a)));
    assert_false(value_truthy(value_list(a)));
    assert_false(value_truthy(value_string(a, "")));
    assert_true(value_truthy(value_map(a)));
    struct value *m = value_map(a);
    value_set_string(m, "b", "2");
    value_set_int(m, "a", 1);
    value_set_string(m, "none", NULL);
    assert_int_equal(value_count(m), 2);
    assert_string_equal(value_key(m, 0), "b");
    assert_string_equal(value_text(value_get(m, "a")), "1");
    assert_null(value_get(value_string(a, "x"), "a"));
    arena_free(a);
}

static void xml_closes_and_escapes(void **state)
{
    (void)state;
    struct buf out = BUF_INIT;
    struct xml x;
    xml_init(&x, &out);
    xml_open(&x, "p");
    xml_attr(&x, "title", "a \"b\" & <c>");
    xml_attr(&x, "left-out", NULL);
    xml_text(&x, "1 < 2 & it's");
    xml_open(&x, "br");
    xml_void(&x);
    xml_open(&x, "g");
    xml_close(&x);
    xml_open(&x, "i");
    xml_end(&x);
    xml_close(&x);
    assert_string_equal(buf_str(&out), "<p title=\"a &quot;b&quot; &amp; &lt;c&gt;\">1 &lt; 2 &amp; "
                                       "it&#39;s<br><g/><i></i></p>");
    assert_int_equal(x.depth, 0);
    buf_free(&out);
}

static void what_xml_does_not_have_is_left_out(void **state)
{
    struct buf out = BUF_INIT;
    (void)state;
    xml_escape(&out, "a\x01z\uFFFE\uFFFF\uFFFDb\xEF", 14);
    assert_string_equal(buf_str(&out), "az\uFFFDb\xEF");
    buf_free(&out);
}

static void json_is_safe_in_scripts(void **state)
{
    (void)state;
    struct buf out = BUF_INIT;
    json_string(&out, "a \"b\" \\ </script><!--  1/2 \xe2\x80\xa8\xe2\x80\xa9\n\xff é");
    assert_string_equal(buf_str(&out), "\"a \\\"b\\\" \\\\ \\u003c/script>\\u003c!--  1/2 \\u2028\\u2029\\u000a"
                                       "\\ufffd é\"");
    buf_free(&out);
}

static void buffers_take_numbers_and_what_is_written_into_them(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    buf_put_number(&b, 0);
    buf_putc(&b, ' ');
    buf_put_number(&b, UINT64_MAX);
    for (int i = 0; i < 100; i++) {
        char *to = buf_room(&b, 2);
        to[0] = ',';
        to[1] = (char)('0' + i % 10);
        to[2] = '\0';
        b.n += 2;
    }
    assert_memory_equal(buf_str(&b), "0 18446744073709551615,0,1,2", 28);
    assert_int_equal(b.n, 222);
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_memory_is_zeroed_and_kept),
        cmocka_unit_test(arena_begins_anew),
        cmocka_unit_test(maps_walk_in_order_and_find_the_nearest),
        cmocka_unit_test(the_nearest_is_the_first_at_the_least_distance),
        cmocka_unit_test(the_nearest_has_at_most_64_bytes),
        cmocka_unit_test(utf8_is_strict),
        cmocka_unit_test(utf8_start_is_where_a_character_begins),
        cmocka_unit_test(utf8_validity_is_that_of_decoding),
        cmocka_unit_test(values_print_and_test),
        cmocka_unit_test(xml_closes_and_escapes),
        cmocka_unit_test(what_xml_does_not_have_is_left_out),
        cmocka_unit_test(json_is_safe_in_scripts),
        cmocka_unit_test(buffers_take_numbers_and_what_is_written_into_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
