/* What a request says, and a file as an answer: no network. */
#include "unit/unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "serve/serve_room.h"

#include <string.h>

static void paths_are_decoded(void **state)
{
    static const char *const cases[][2] = {
        {"/", ""},
        {"/en/", "en/"},
        {"/en/index.html?q=a/../b#c", "en/index.html"},
        {"/%65n/a%20b%2Fc", "en/a b/c"},
        {"/%D8%A7", "\xd8\xa7"},
        {"/a..b/..c/d../.e", "a..b/..c/d../.e"},
        {"//example.org/", "/example.org/"},
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(request_path(a, cases[i][0]), cases[i][1]);
    arena_free(a);
}

static void what_no_client_sends_is_refused(void **state)
{
    static const char *const cases[] = {
        "",       "en/",      "*",          "http://127.0.0.1/", "/..",        "/../x",
        "/en/..", "/en/../x", "/%2e%2e/x",  "/en/%2E%2e",        "/en/.",      "/./en",
        "/%00",   "/en/%0a",  "/en/\x01",   "/en/%7f",           "/en\\..\\x", "/en/%5c",
        "/%",     "/%2",      "/%zz",       "/%2g",              "/%-1",       "/en/..%2f..%2fx",
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (request_path(a, cases[i]))
            fail_msg("%s is let through", cases[i]);
    arena_free(a);
}

static void values_of_a_query_are_found(void **state)
{
    struct arena *a = arena_new();
    const char *target = "/.accord/events?page=%2Fen%2F%3Fx&made=12ab&madeup=1&empty=";

    (void)state;
    assert_string_equal(request_query(a, target, "page", 0), "/en/?x");
    assert_string_equal(request_query(a, target, "made", 0), "12ab");
    assert_string_equal(request_query(a, target, "empty", 0), "");
    assert_null(request_query(a, target, "mad", 0));
    assert_null(request_query(a, target, "page", 1));
    assert_string_equal(request_query(a, "/?p=%61&q=b&p=c", "p", 0), "a");
    assert_string_equal(request_query(a, "/?p=%61&q=b&p=c", "p", 1), "c");
    assert_null(request_query(a, "/?p=%61&q=b&p=c", "p", 2));
    assert_null(request_query(a, "/en/", "page", 0));
    assert_null(request_query(a, "/?page=%0", "page", 0));
    arena_free(a);
}

static void only_names_of_this_computer_are_ours(void **state)
{
    static const char *const ours[] = {"127.0.0.1:8017", "localhost:8017", "LocalHost:8017"};
    static const char *const others[] = {
        "",           "localhost",       "localhost:",          "localhost:80",    "localhost:8017x",
        "localhost:+8017", "localhost: 8017", "localhost:08017", "localhost.:8017",
        "127.0.0.1.example.org:8017", "example.org:8017", "127.0.0.2:8017", "0.0.0.0:8017",
        "localhost:8017, example.org", "[::1:8017", "[::1]:8017"};

    (void)state;
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (!request_host_is_ours(ours[i], 8017))
            fail_msg("%s is refused", ours[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (request_host_is_ours(others[i], 8017))
            fail_msg("%s is let through", others[i]);
    assert_false(request_host_is_ours(NULL, 8017));
    assert_true(request_host_is_ours("localhost", 80));
}

static void types_follow_names(void **state)
{
    (void)state;
    assert_string_equal(page_type("en/index.html"), "text/html; charset=utf-8");
    assert_string_equal(page_type("data/agreements.bom.csv"), "text/csv; charset=utf-8");
    assert_string_equal(page_type("INTERNAL"), "application/octet-stream");
    assert_true(page_is_html("404.html"));
    assert_false(page_is_html("html"));
    assert_non_null(strstr(page_policy("x.html"), "script-src 'self'"));
    assert_non_null(strstr(page_policy("x.svg"), "default-src 'none'"));
    assert_null(page_policy("x.pdf"));
}

static const char *with_line(struct arena *a, const char *page)
{
    struct buf b = BUF_INIT;

    page_put(&b, page, strlen(page), "5");
    return buf_to_arena(&b, a);
}

#define LINE "<script src=\"/.accord/preview.js\" data-made=\"5\" defer></script>\n"

static void a_page_gets_one_line(void **state)
{
    struct arena *a = arena_new();
    char one[PAGE_SUM], other[PAGE_SUM];

    (void)state;
    assert_string_equal(with_line(a, "<head>\n</head>\n<p></head>"),
                        "<head>\n" LINE "</head>\n<p></head>");
    assert_string_equal(with_line(a, "<p>"), "<p>" LINE);
    assert_string_equal(with_line(a, ""), LINE);
    page_sum("a", 1, one);
    page_sum("b", 1, other);
    assert_int_equal(strlen(one), PAGE_SUM - 1);
    assert_string_not_equal(one, other);
    arena_free(a);
}

static void pages_of_elsewhere_are_told_from_ours(void **state)
{
    (void)state;
    assert_true(request_is_ours(NULL, NULL, NULL, 8017));
    assert_true(request_is_ours(NULL, "none", "navigate", 8017));
    assert_true(request_is_ours(NULL, "same-origin", "cors", 8017));
    assert_true(request_is_ours("http://127.0.0.1:8017", "same-origin", "cors", 8017));
    assert_true(request_is_ours("http://localhost:8017", NULL, NULL, 8017));
    assert_true(request_is_ours(NULL, "cross-site", "navigate", 8017));
    assert_false(request_is_ours(NULL, "cross-site", "no-cors", 8017));
    assert_false(request_is_ours(NULL, "same-site", "cors", 8017));
    assert_false(request_is_ours(NULL, "same-site", NULL, 8017));
    assert_false(request_is_ours("http://127.0.0.1:8018", NULL, NULL, 8017));
    assert_false(request_is_ours("https://127.0.0.1:8017", NULL, NULL, 8017));
    assert_false(request_is_ours("null", NULL, NULL, 8017));
    assert_false(request_is_ours("", NULL, NULL, 8017));
    assert_false(request_is_ours("http://example.org", "same-origin", "navigate", 8017));
    assert_false(request_is_ours("http://127.0.0.1:8017.example.org", NULL, NULL, 8017));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_decoded),
        cmocka_unit_test(what_no_client_sends_is_refused),
        cmocka_unit_test(values_of_a_query_are_found),
        cmocka_unit_test(only_names_of_this_computer_are_ours),
        cmocka_unit_test(types_follow_names),
        cmocka_unit_test(pages_of_elsewhere_are_told_from_ours),
        cmocka_unit_test(a_page_gets_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
