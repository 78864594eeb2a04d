/* The dump: one line a thing, nothing lost that a golden should hold down. */
#include "base/arena.h"
#include "base/buf.h"
#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void a_page_is_lines(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct structure *t = structure_new(a, "Document", "es");
    int p = structure_add(t, 0, "P"), link = structure_add(t, p, "Link");
    struct scene *s = scene_new(a, 595276, 841890);
    s->lang = "es";
    s->label = "1";
    struct text_style style = {.size = 11000, .weight = 1, .tabular = true, .lang = "en"};
    struct prim *q = scene_text(s, 70000, 85200, "He said \"no\"", style, ANCHOR_END);
    q->element = p;
    q->advance = 58100;
    q->word_space = 120;
    q = scene_text(s, 80000, 85200, "-", (struct text_style){.size = 11000}, ANCHOR_START);
    q->element = link;
    q->actual = "";
    scene_begin(s, "band", NULL, NULL);
    scene_rect(s, 0, 100, 200, 300, color_of("#e8f0f5"))->artifact = ARTIFACT_WATERMARK;
    scene_end(s);
    q = scene_add(s, PRIM_LINK);
    q->element = link;
    q->dest = "fn1";
    q->title = "Note 1";
    q = scene_add(s, PRIM_DEST);
    q->y = 5000;
    q->dest = "sec-1";
    struct buf out = BUF_INIT;
    scene_dump_write(s, t, &out);
    assert_string_equal(buf_str(&out),
                        "scene 595.276 x 841.89 lang es label \"1\"\n"
                        "text 70 85.2 P#1 \"He said \\\"no\\\"\" 11 bold right #000000 tabular "
                        "lang en wide 58.1 space 0.12\n"
                        "text 80 85.2 Link#2 \"-\" 11 #000000 stands for \"\"\n"
                        "group class \"band\"\n"
                        "  rect 0 0.1 0.2 0.3 Watermark fill #e8f0f5\n"
                        "link 0 0 0 0 Link#2 title \"Note 1\" to \"fn1\"\n"
                        "dest 0 5 named \"sec-1\"\n");
    buf_free(&out);
    arena_free(a);
}

static void the_tree_is_indented_in_reading_order(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct structure *t = structure_new(a, "Document", "es");
    int table = structure_add(t, 0, "Table");
    structure_add(t, 0, "P");
    int row = structure_add(t, table, "TR"), th = structure_add(t, row, "TH");
    structure_add(t, row, "TD");
    structure_at(t, th)->scope = "Column";
    structure_at(t, th)->col_span = 2;
    structure_at(t, table)->alt = "Sums";
    struct buf out = BUF_INIT;
    scene_dump_structure(t, &out);
    assert_string_equal(buf_str(&out), "Document#0 lang \"es\"\n"
                                       "  Table#1 alt \"Sums\"\n"
                                       "    TR#3\n"
                                       "      TH#4 scope \"Column\" columns 2\n"
                                       "      TD#5\n"
                                       "  P#2\n");
    buf_clear(&out);
    scene_dump_structure(structure_new(a, "Document", NULL), &out);
    assert_string_equal(buf_str(&out), "Document#0\n");
    buf_free(&out);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_lines),
        cmocka_unit_test(the_tree_is_indented_in_reading_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
