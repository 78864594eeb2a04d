/* SVG: exact text of small drawings; that it is well-formed XML whatever the words are. */
#include "base/arena.h"
#include "base/buf.h"
#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const struct color BLUE = {0x0b, 0x5a, 0x8f};

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\" direction=\"ltr\" "

static struct scene *small(struct arena *a)
{
    struct scene *s = scene_new(a, 100000, 50000);
    return s;
}

static void check(const struct scene *s, const char *want)
{
    struct buf out = BUF_INIT;
    scene_svg_write(s, &out);
    assert_string_equal(buf_str(&out), want);
    buf_free(&out);
}

static void labels_are_linked_by_ids_of_the_scene(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct scene *s = small(a);
    s->id = "top";
    s->lang = "es";
    s->title = "Socios & \"amigos\"";
    s->desc = "Uno < dos";
    check(s, HEAD "xml:lang=\"es\" role=\"img\" aria-labelledby=\"top-title\" "
                  "aria-describedby=\"top-desc\">"
                  "<title id=\"top-title\">Socios &amp; &quot;amigos&quot;</title>"
                  "<desc id=\"top-desc\">Uno &lt; dos</desc></svg>");
    s->desc = NULL;
    s->id = NULL; /* no id: none are made up */
    check(s, HEAD "xml:lang=\"es\" role=\"img\">"
                  "<title>Socios &amp; &quot;amigos&quot;</title></svg>");
    arena_free(a);
}

static void shapes_carry_colours_as_attributes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct scene *s = small(a);
    struct prim *p = scene_rect(s, 1500, 0, 10000, 2000, BLUE);
    p->class_name = "region-AFR";
    p->opacity = 51;
    p = scene_line(s, 0, 1000, 5000, 1000, BLUE, 500);
    p->dash = 2000;
    p = scene_add(s, PRIM_CIRCLE);
    p->x = 3000;
    p->y = 4000;
    p->w = 1000;
    p->stroked = true;
    p->stroke = BLUE;
    p->stroke_width = 250;
    struct point points[] = {{0, 0}, {1, 1000}, {-500, 0}};
    p = scene_add(s, PRIM_POLYLINE);
    p->point = points;
    p->points = 3;
    p->closed = p->filled = true;
    check(s, HEAD "role=\"img\"><rect x=\"1.5\" y=\"0\" width=\"10\" height=\"2\" "
                  "class=\"region-AFR\" fill=\"#0b5a8f\" opacity=\"0.2\"/>"
                  "<line x1=\"0\" y1=\"1\" x2=\"5\" y2=\"1\" stroke=\"#0b5a8f\" "
                  "stroke-width=\"0.5\" stroke-dasharray=\"2\"/>"
                  "<circle cx=\"3\" cy=\"4\" r=\"1\" fill=\"none\" stroke=\"#0b5a8f\" "
                  "stroke-width=\"0.25\"/>"
                  "<polygon points=\"0,0 0.001,1 -0.5,0\" fill=\"#000000\"/></svg>");
    arena_free(a);
}

static void anchors_are_physical_edges(void **state)
{
    (void)state;
    static const struct {
        enum text_anchor anchor;
        bool rtl;
        const char *want;
    } cases[] = {{ANCHOR_START, false, NULL},           {ANCHOR_END, false, "\"end\""},
                 {ANCHOR_MIDDLE, true, "\"middle\""},   {ANCHOR_START, true, "\"end\""},
                 {ANCHOR_END, true, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *a = arena_new();
        struct scene *s = small(a);
        struct text_style style = {.size = 9000};
        scene_text(s, 0, 0, "x", style, cases[i].anchor)->rtl = cases[i].rtl;
        struct buf out = BUF_INIT;
        scene_svg_write(s, &out);
        const char *at = strstr(buf_str(&out), "text-anchor=");
        if (cases[i].want)
            assert_memory_equal(at + strlen("text-anchor="), cases[i].want, strlen(cases[i].want));
        else
            assert_null(at);
        buf_free(&out);
        arena_free(a);
    }
}

static void the_direction_stands_once_for_the_scene(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct scene *s = small(a);
    struct text_style style = {.size = 9000};
    s->rtl = true;
    scene_text(s, 0, 0, "x", style, ANCHOR_START)->rtl = true;
    scene_text(s, 0, 0, "y", style, ANCHOR_START)->rtl = false;
    struct buf out = BUF_INIT;
    scene_svg_write(s, &out);
    const char *svg = strstr(buf_str(&out), "direction=\"rtl\"");
    assert_non_null(svg);
    assert_null(strstr(svg + 1, "direction=\"rtl\""));
    assert_non_null(strstr(svg, "direction=\"ltr\">y<"));
    buf_free(&out);
    arena_free(a);
}

static void text_is_text(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct scene *s = small(a);
    struct text_style style = {.size = 9500, .weight = 3, .tabular = true, .color = BLUE,
                               .lang = "ar", .role = "axis"};
    struct prim *p = scene_text(s, 1000, 2000, "a<b", style, ANCHOR_START);
    p->rotate = 90;
    p->word_space = 300;
    check(s, HEAD "role=\"img\"><text class=\"axis\" x=\"1\" y=\"2\" font-size=\"9.5\" "
                  "font-weight=\"bold\" font-style=\"italic\" "
                  "word-spacing=\"0.3\" transform=\"rotate(-90 1 2)\" "
                  "xml:lang=\"ar\">a&lt;b</text></svg>");
    arena_free(a);
}

static void groups_and_links_can_be_followed(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct scene *s = small(a);
    scene_begin(s, "bar", "UNICEF: 19.8", "../unicef/index.html?a=1&b=2");
    scene_rect(s, 0, 0, 1000, 1000, BLUE);
    scene_end(s);
    scene_begin(s, "axis", NULL, NULL);
    struct prim *p = scene_add(s, PRIM_LINK);
    p->w = p->h = 1000;
    p->url = "x.html";
    p->title = "there";
    check(s, HEAD "role=\"group\"><a href=\"../unicef/index.html?a=1&amp;b=2\" class=\"bar\">"
                  "<title>UNICEF: 19.8</title><text class=\"chart-tip\" display=\"none\" "
                  "aria-hidden=\"true\"><tspan x=\"0\" y=\"-23\">UNICEF:</tspan>"
                  "<tspan x=\"0\" y=\"-6\">19.8</tspan></text>"
                  "<rect x=\"0\" y=\"0\" width=\"1\" height=\"1\" fill=\"#0b5a8f\"/></a>"
                  "<g class=\"axis\"><a href=\"x.html\"><rect x=\"0\" y=\"0\" width=\"1\" "
                  "height=\"1\" fill-opacity=\"0\"><title>there</title></rect></a></g></svg>");
    arena_free(a);
}

static void screen_readers_pass_over_what_helps_the_eye(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct scene *s = small(a);
    scene_begin_hidden(s, "chart-grid");
    scene_end(s);
    scene_begin(s, "chart-bar", NULL, NULL);
    scene_end(s);
    check(s, HEAD "role=\"img\"><g class=\"chart-grid\" aria-hidden=\"true\"/>"
                  "<g class=\"chart-bar\"/></svg>");
    arena_free(a);
}

static void a_file_has_a_head_a_size_and_its_style(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf out = BUF_INIT;
    scene_svg_write_file(small(a), "text{font-family:Carlito}", 5000, &out);
    assert_string_equal(buf_str(&out),
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-5 -5 110 60\" "
                        "width=\"110\" height=\"60\" direction=\"ltr\" role=\"img\">"
                        "<style>text{font-family:Carlito}</style><rect x=\"-5\" y=\"-5\" "
                        "width=\"110\" height=\"60\" fill=\"#ffffff\"/></svg>\n");
    buf_free(&out);
    arena_free(a);
}

static size_t times(const char *text, const char *what)
{
    size_t n = 0;

    for (const char *at = text; (at = strstr(at, what)) != NULL; at++)
        n++;
    return n;
}

static void many_links_are_no_stops_of_the_tab_key(void **state)
{
    (void)state;
    for (size_t links = SCENE_TAB_STOPS; links <= SCENE_TAB_STOPS + 1; links++) {
        struct arena *a = arena_new();
        struct scene *s = small(a);
        struct buf out = BUF_INIT;
        for (size_t i = 0; i < links; i++) {
            scene_begin(s, "bar", "one", "one.html");
            scene_end(s);
        }
        scene_svg_write(s, &out);
        assert_int_equal(times(buf_str(&out), "href="), links);
        assert_int_equal(times(buf_str(&out), "tabindex=\"-1\""),
                         links > SCENE_TAB_STOPS ? links : 0);
        buf_free(&out);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_linked_by_ids_of_the_scene),
        cmocka_unit_test(shapes_carry_colours_as_attributes),
        cmocka_unit_test(anchors_are_physical_edges),
        cmocka_unit_test(the_direction_stands_once_for_the_scene),
        cmocka_unit_test(text_is_text),
        cmocka_unit_test(groups_and_links_can_be_followed),
        cmocka_unit_test(screen_readers_pass_over_what_helps_the_eye),
        cmocka_unit_test(a_file_has_a_head_a_size_and_its_style),
        cmocka_unit_test(many_links_are_no_stops_of_the_tab_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
