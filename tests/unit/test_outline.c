/* Files that accord new begins: what is given comes back from YAML as it was, and words of a record
 * find their places by what they are. */
#include "unit/unit.h"

#include "base/arena.h"
#include "base/diag.h"
#include "records/records.h"

#include <string.h>

static struct made {
    struct arena *a;
    struct records *r;
} made;

static int setup(void **state)
{
    (void)state;
    made.a = arena_new();
    made.r = records_read(made.a, diags_new(made.a), "content");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(made.a);
    return 0;
}

static const struct node *tree_of(const char *text)
{
    struct diags *d = diags_new(made.a);
    struct source *s = ARENA_NEW(made.a, struct source);
    *s = (struct source){.path = "x.yaml", .text = text, .len = strlen(text)};
    const struct node *n = input_yaml(made.a, d, s);
    assert_false(diags_failed(d));
    return n;
}

static const char *const odd[] = {
    "plain", "A: b", "# no remark", "\"quoted\" and 'quoted'", "back\\slash", "- item", "{a: b}",
    "[a, b]", "*star &and !bang |bar >more %part @at `tick", "NO", "yes", "null", "~", "010", "1e3",
    "اتفاق: \"جديد\"", "协议：# 一", "tab\there", "line one\nline two", "line one\n\n  indented\n- b: c #",
    "  begins with blanks\nand goes on", "ends with a line\n",
    "\xE2\x80\xA8 separator", "---", "...", "? key", " # ", ": ", "%TAG"};

static const struct node *agreement(const struct outline_value *v, size_t n, bool clear)
{
    const struct outline_value *unclear;
    const char *text = outline_text(made.r, "agreement", "x-1", v, n, &unclear);
    assert_int_equal(unclear == NULL, clear);
    return clear ? tree_of(text) : NULL;
}

static void test_texts_come_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        struct outline_value v[] = {{"title", -1, odd[i]}, {"objective", LANG_AR, odd[i]}};
        const struct node *n = agreement(v, 2, true);
        assert_string_equal(node_get(n, "id")->text, "x-1");
        assert_string_equal(node_get(node_get(n, "title"), "en")->text, odd[i]);
        assert_string_equal(node_get(node_get(n, "objective"), "ar")->text, odd[i]);
        assert_int_equal(n->n, 3); /* the rest are remarks */
    }
}

static void test_words_of_a_record(void **state)
{
    static const struct {
        const char *text, *from, *amount, *currency, *form;
    } cases[] = {
        {"unicef 100000 USD", "unicef", "100000", "USD", NULL},
        {"USD 5.50 in-kind unicef", "unicef", "5.50", "USD", "in-kind"},
        {"from=unicef amount=1 currency=EUR form=cash", "unicef", "1", "EUR", "cash"},
        {"-3 EUR unicef", "unicef", "-3", "EUR", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct outline_value v = {"contributions", -1, cases[i].text};
        const struct node *c = node_get(agreement(&v, 1, true), "contributions")->item[0];
        assert_string_equal(node_get(c, "from")->text, cases[i].from);
        assert_string_equal(node_get(c, "amount")->text, cases[i].amount);
        assert_string_equal(node_get(c, "currency")->text, cases[i].currency);
        assert_int_equal(node_get(c, "form") != NULL, cases[i].form != NULL);
    }
}

static void test_words_without_a_place(void **state)
{
    static const char *const cases[] = {"unicef 100 000 USD", "unicef 1-2 USD", "a b 1 USD", "",
                                        "unicef 1 USD EUR"};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct outline_value v = {"contributions", -1, cases[i]};
        agreement(&v, 1, false);
    }
}

static void test_a_draft_is_read_with_the_rest(void **state)
{
    struct records_draft draft = {"content/partners/new-one.yaml",
                                  "id: new-one\nname: New one\ntype: ngo\n"};
    struct diags *d = diags_new(made.a);
    (void)state;
    struct records *r = records_read_with(made.a, d, "content", &draft, 1, NULL);
    const struct partner *p = map_get(&r->partner_by_id, "new-one");
    assert_non_null(p);
    assert_string_equal(p->name.in[LANG_EN], "New one");
    assert_int_equal(r->partner_n, made.r->partner_n + 1);
    assert_null(map_get(&made.r->partner_by_id, "new-one"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_come_back),
        cmocka_unit_test(test_words_of_a_record),
        cmocka_unit_test(test_words_without_a_place),
        cmocka_unit_test(test_a_draft_is_read_with_the_rest),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
