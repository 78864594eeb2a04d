/* The builder, the structure tree and the loop: what devices may rely on. */
#include "base/arena.h"
#include "base/buf.h"
#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void colours_are_read(void **state)
{
    (void)state;
    struct color c = color_of("#0b5A8f");
    assert_int_equal(c.r, 0x0b);
    assert_int_equal(c.g, 0x5a);
    assert_int_equal(c.b, 0x8f);
    static const char *const bad[] = {"", "#", "0b5a8f", "#0b5a8", "#0b5a8g", "#0b5a8f0", NULL};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        c = color_of(bad[i]);
        assert_int_equal(c.r + c.g + c.b, 0);
    }
}

static void lengths_print_exactly(void **state)
{
    (void)state;
    static const struct {
        int64_t length;
        const char *text;
    } want[] = {{0, "0"},          {1, "0.001"},        {-1, "-0.001"},  {1000, "1"},
                {595276, "595.276"}, {841890, "841.89"}, {-12500, "-12.5"}, {100, "0.1"},
                {INT64_MIN, "-9223372036854775.808"}};
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        buf_clear(&out);
        scene_put_pt(&out, want[i].length);
        assert_string_equal(buf_str(&out), want[i].text);
    }
    buf_free(&out);
}

static void a_part_is_placed_as_one_element(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct scene *part = scene_new(a, 100000, 50000), *page = scene_new(a, 595276, 841890);
    part->lang = "es";
    struct point points[] = {{0, 0}, {10000, 20000}};
    struct text_style style = {.size = 9000};
    scene_line(part, 1000, 2000, 3000, 4000, color_of("#000000"), 500);
    scene_add(part, PRIM_LINK)->url = "https://example.org/";
    struct prim *p = scene_add(part, PRIM_POLYLINE);
    p->point = points;
    p->points = 2;
    scene_text(part, 0, 9000, "x", style, ANCHOR_START);
    scene_place(page, part, 70000, 100000, 5);

    assert_int_equal(page->n, 3); /* the link stays behind */
    assert_int_equal(page->prim[0].x, 71000);
    assert_int_equal(page->prim[0].h, 104000);
    assert_int_equal(page->prim[1].point[1].x, 80000);
    assert_int_equal(page->prim[1].point[1].y, 120000);
    assert_int_equal(points[1].x, 10000); /* the part itself is untouched */
    assert_int_equal(page->prim[2].element, 5);
    assert_string_equal(page->prim[2].style.lang, "es");
    arena_free(a);
}

struct count {
    int begin, end, depth, deepest, other;
};

static void count_begin(void *ctx, const struct scene *s)
{
    (void)s;
    ((struct count *)ctx)->begin++;
}

static void count_draw(void *ctx, const struct scene *s, const struct prim *p)
{
    (void)s;
    struct count *c = ctx;
    if (p->kind == PRIM_GROUP)
        c->depth++;
    else if (p->kind == PRIM_GROUP_END)
        c->depth--;
    else
        c->other++;
    assert_true(c->depth >= 0);
    if (c->depth > c->deepest)
        c->deepest = c->depth;
}

static void count_end(void *ctx, const struct scene *s)
{
    (void)s;
    ((struct count *)ctx)->end++;
}

static void groups_reach_devices_balanced(void **state)
{
    (void)state;
    static const struct device dev = {count_begin, count_draw, count_end};
    struct arena *a = arena_new();
    struct scene *s = scene_new(a, 1000, 1000);
    scene_end(s); /* stray */
    scene_begin(s, "a", NULL, NULL);
    scene_begin(s, "b", NULL, NULL);
    scene_rect(s, 0, 0, 1, 1, color_of("#ffffff"));
    scene_end(s); /* one stays open */
    struct count c = {0};
    scene_draw(s, &dev, &c);
    assert_int_equal(c.begin, 1);
    assert_int_equal(c.end, 1);
    assert_int_equal(c.depth, 0);
    assert_int_equal(c.deepest, 2);
    assert_int_equal(c.other, 1);
    arena_free(a);
}

static void structure_grows(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct structure *t = structure_new(a, "Document", "en");
    int table = structure_add(t, 0, "Table"), last = 0;
    for (int i = 0; i < 200; i++)
        last = structure_add(t, table, "TR");
    assert_int_equal(last, 201);
    assert_int_equal(structure_at(t, last)->parent, table);
    assert_string_equal(structure_at(t, 0)->lang, "en");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_are_read),
        cmocka_unit_test(lengths_print_exactly),
        cmocka_unit_test(a_part_is_placed_as_one_element),
        cmocka_unit_test(groups_reach_devices_balanced),
        cmocka_unit_test(structure_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
