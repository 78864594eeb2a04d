/* What two states of a folder have different, field by field; what is only said otherwise is not. */
#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "exchange/exchange.h"

#include <string.h>

struct states {
    struct arena *a;
    VEC(struct content_file) before, after;
};

static void add(struct states *s, bool after, const char *path, const char *text)
{
    struct source *src = ARENA_NEW(s->a, struct source);
    *src = (struct source){.path = path, .text = text, .len = strlen(text)};
    struct content_file f = {path, src};
    if (after)
        VEC_PUSH(s->a, &s->after, f);
    else
        VEC_PUSH(s->a, &s->before, f);
}

/* What has "hushed" in it may not be told. */
static const char *instead(void *ctx, const char *text)
{
    (void)ctx;
    return strstr(text, "hushed") ? "***" : NULL;
}

static const char *masked(void *ctx, bool newer, const char *key, const char *text)
{
    (void)newer, (void)key;
    const char *other = instead(ctx, text);
    return other ? other : text;
}

static const char *change_text(struct states *s)
{
    static const char *const what[] = {"came", "went", "changed", "renamed"};
    struct change_words words = {masked, instead, NULL};
    struct content_files before = {s->before.p, s->before.n}, after = {s->after.p, s->after.n};
    struct record_change *list;
    struct buf b = BUF_INIT;
    size_t n = record_changes(s->a, &before, &after, &words, &list);
    for (size_t i = 0; i < n; i++) {
        buf_printf(&b, "%s %s", list[i].id, what[list[i].what]);
        if (list[i].what == CHANGE_RENAMED)
            buf_printf(&b, " from %s", list[i].id_before);
        for (size_t k = 0; k < list[i].fields; k++) {
            const struct field_change *f = &list[i].field[k];
            if (f->before || f->after)
                buf_printf(&b, "; %s: %s > %s", f->field, f->before ? f->before : "-",
                           f->after ? f->after : "-");
            else
                buf_printf(&b, "; %s -%zu +%zu", f->field, f->lines_before, f->lines_after);
        }
        buf_putc(&b, '\n');
    }
    return buf_to_arena(&b, s->a);
}

/* What changes where one file has one text, then the other. */
static void changes(const char *path, const char *before, const char *after, const char *expected)
{
    struct states s = {.a = arena_new()};
    add(&s, false, path, before);
    add(&s, true, path, after);
    assert_string_equal(change_text(&s), expected);
    arena_free(s.a);
}

static void fields_are_named_by_what_they_are(void **state)
{
    (void)state;
    const char *g = "agreements/2024/x.yaml";
    changes(g, "id: x\nsigned: 2024-01-01\n", "id: x\nsigned: 2024-01-02\nends: 2025-01-01\n",
            "x changed; signed: 2024-01-01 > 2024-01-02; ends: - > 2025-01-01\n");
    changes(g, "contributions:\n  - {from: a, amount: 1, currency: USD}\n  - {from: b, amount: 2}\n",
            "contributions:\n  - {from: b, amount: 3}\n  - {from: a, amount: 1, currency: EUR}\n",
            "x changed; contributions.a.currency: USD > EUR; contributions.b.amount: 2 > 3\n");
    changes(g, "contributions:\n  - {from: a, amount: 1}\n  - {from: a, amount: 2}\n",
            "contributions:\n  - {from: a, amount: 1}\n  - {from: a, amount: 5}\n",
            "x changed; contributions.2.amount: 2 > 5\n");
    changes(g, "partners: [a, b]\n", "partners: [b, c]\n",
            "x changed; partners: a > -; partners: - > c\n");
    changes(g, "partners: [a, b]\n", "partners: [b, a]\n", "x changed; partners: a, b > b, a\n");
    changes(g, "regions: [AFR]\n", "regions: {AFR: 2, EUR: 1}\n",
            "x changed; regions: AFR > {AFR: 2, EUR: 1}\n");
}

static void the_same_said_otherwise_is_no_change(void **state)
{
    (void)state;
    const char *g = "agreements/2024/x.yaml";
    changes(g, "id: x\nkind: mou # a remark\n", "kind: \"mou\"\nid: x\n", "");
    changes(g, "contributions: [{from: a, amount: 1.0}]\n",
            "contributions:\n  - amount: 1.00\n    from: a\n", "");
    changes(g, "title: One\n", "title: {en: One}\n", "");
    changes(g, "title: One\n", "title: {en: One, es: Uno}\n",
            "x changed; title: One > {en: One, es: Uno}\n");
    changes("documents/d/document.yaml", "number: 10\n", "number: 010\n",
            "d changed; number: 10 > 010\n");
}

static void texts_and_rates(void **state)
{
    (void)state;
    changes("documents/d/en/01-a.md", "one\ntwo\ntwo\n", "one\ntwo\nthree\r\n",
            "documents/d/en/01-a.md changed; text -1 +1\n");
    changes("documents/d/en/01-a.md", "one\r\ntwo\r\n", "one\ntwo\n", "");
    changes("stories/s/en.md", "---\ndate: 2024-01-01\n---\none\n", "---\ndate: 2024-01-02\n---\ntwo\n",
            "stories/s/en.md changed; date: 2024-01-01 > 2024-01-02; text -1 +1\n");
    changes("rates/a.csv", "currency,effective_date,units_per_usd\nEUR,2024-01-01,0.9\nCHF,2024-01-01,1\n",
            "currency,effective_date,units_per_usd\nEUR,2024-01-01,0.8\nEUR,2024-02-01,0.7\n",
            "rates/a.csv changed; EUR 2024-01-01: 0.9 > 0.8; CHF 2024-01-01: 1 > -; "
            "EUR 2024-02-01: - > 0.7\n");
    changes("agreements/2024/x.yaml", "id: [\n", "id: x\n", "x changed; text -1 +1\n");
}

static void what_belongs_to_an_untold_name_is_not_told(void **state)
{
    (void)state;
    changes("published/a.yaml", "figures:\n  hushed.x: {usd: 1.00, percent: 2}\n  b: {usd: 3}\n",
            "figures:\n  hushed.x: {usd: 4.00, percent: 2}\n  b: {usd: 5}\n",
            "published/a.yaml changed; figures.hushed.x.usd: *** > ***; figures.b.usd: 3 > 5\n");
    changes("published/a.yaml", "figures: {b: 1}\n", "figures: {b: 1, hushed.x: {usd: 4.00}}\n",
            "published/a.yaml changed; figures.hushed.x: - > ***\n");
    changes("published/a.yaml", "id: a\n", "id: a\nfigures: {b: {usd: 1}, hushed: {usd: 4.00}}\n",
            "published/a.yaml changed; figures: - > ***\n");
    changes("site.yaml", "list:\n  - {from: hushed, usd: 1}\n  - {from: b, usd: 1}\n",
            "list:\n  - {from: hushed, usd: 2}\n  - {from: b, usd: 2}\n",
            "site.yaml changed; list.***.usd: *** > ***; list.b.usd: 1 > 2\n");
    changes("site.yaml", "id: a\n", "id: a\nlist: [{usd: 7, of: hushed}, {usd: 8, of: b}]\n",
            "site.yaml changed; list: - > ***, {usd: 8, of: b}\n");
}

static void records_come_go_and_move(void **state)
{
    (void)state;
    struct states s = {.a = arena_new()};
    add(&s, false, "agreements/2023/x.yaml", "id: x\nkind: mou\n");
    add(&s, true, "agreements/2024/x.yaml", "id: x\nkind: mou\n");
    add(&s, false, "agreements/2024/gone.yaml", "id: gone\nkind: mou\n");
    add(&s, true, "partners/new.yaml", "id: new\nname: New\n");
    assert_string_equal(change_text(&s), "gone went\nnew came\n");
    arena_free(s.a);
}

static void renamed_records_are_known_and_what_names_them_is_the_same(void **state)
{
    (void)state;
    struct states s = {.a = arena_new()};
    add(&s, false, "agreements/2024/x.yaml", "id: x\npartners: [old, b]\n");
    add(&s, true, "agreements/2024/x.yaml", "id: x\npartners: [new, b]\n");
    add(&s, false, "partners/old.yaml", "id: old\nname: One\n");
    add(&s, true, "partners/new.yaml", "id: new\nname: One\n");
    add(&s, false, "partners/two.yaml", "id: two\nname: Two\n");
    add(&s, true, "partners/zwei.yaml", "id: zwei\nformer_ids: [two]\nname: Zwei\n");
    assert_string_equal(change_text(&s), "new renamed from old\n"
                                         "zwei renamed from two; name: Two > Zwei; "
                                         "former_ids: - > two\n");
    arena_free(s.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_named_by_what_they_are),
        cmocka_unit_test(the_same_said_otherwise_is_no_change),
        cmocka_unit_test(texts_and_rates),
        cmocka_unit_test(what_belongs_to_an_untold_name_is_not_told),
        cmocka_unit_test(records_come_go_and_move),
        cmocka_unit_test(renamed_records_are_known_and_what_names_them_is_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
