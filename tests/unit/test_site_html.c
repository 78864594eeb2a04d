/* Narratives as HTML, and links between pages: exact bytes for small trees made by hand. */
#include "model_fixture.h"

#include "site/site_room.h"

struct made {
    struct fixture f;
    const struct model *model;
    struct site_builder site;
    struct edition edition;
    struct page_build page;
};

static void make(struct made *m, const char *path)
{
    fixture_open(&m->f);
    struct arena *a = m->f.a;
    m->f.r->site.base_url = "https://p.example.org/";
    m->site = (struct site_builder){.arena = a, .diags = m->f.d, .records = m->f.r};
    map_init(&m->site.wanted, a);
    m->model = fixture_build(&m->f);
    m->edition = (struct edition){.code = "en",
                                  .views = views_open(a, m->f.d, m->model, LANG_EN, false)};
    map_init(&m->edition.paths, a);
    map_set(&m->edition.paths, "", NULL);
    map_set(&m->edition.paths, "partners/unicef", NULL);
    m->page = (struct page_build){.arena = a,
                                  .site = &m->site,
                                  .edition = &m->edition,
                                  .path = path,
                                  .up = href_up(a, path, 0),
                                  .root = href_up(a, path, 1)};
}

/* A node with children, in order; NULL ends them. */
static struct nar_node *node(struct made *m, struct nar_node n, ...)
{
    struct nar_node *copy = ARENA_NEW(m->f.a, struct nar_node), **next = &copy->first;
    va_list ap;

    *copy = n;
    va_start(ap, n);
    for (struct nar_node *c; (c = va_arg(ap, struct nar_node *)) != NULL; next = &c->next)
        *next = c;
    va_end(ap);
    return copy;
}

#define NONE ((struct nar_node *)NULL)
#define NODE(...) node(&m, (struct nar_node){__VA_ARGS__}, NONE)

static struct nar_node *text(struct made *m, const char *s)
{
    return node(m, (struct nar_node){.kind = NAR_TEXT, .text = s}, NONE);
}

static void links_are_relative_and_name_their_file(void **state)
{
    struct made m;

    (void)state;
    make(&m, "agreements/a-1");
    assert_string_equal(href_page(&m.page, "partners/unicef"),
                        "../../partners/unicef/index.html");
    assert_string_equal(href_page(&m.page, ""), "../../index.html");
    assert_null(href_page(&m.page, NULL));
    assert_null(href_page(&m.page, "partners/nobody"));
    assert_string_equal(m.page.root, "../../../");
    assert_string_equal(href_canonical(m.f.a, &m.site, "en", "partners/unicef"),
                        "https://p.example.org/en/partners/unicef/");
    assert_string_equal(href_canonical(m.f.a, &m.site, "en", ""), "https://p.example.org/en/");
    assert_string_equal(href_file(m.f.a, "en", ""), "site/en/index.html");
    assert_string_equal(href_file(m.f.a, "en", "years/2024"), "site/en/years/2024/index.html");
    fixture_close(&m.f);
}

static void pages_are_known_by_where_their_path_stands_or_by_its_letters(void **state)
{
    static const char *const path[] = {"years/2023", "years/2024", "regions/AFR"};
    struct made m;

    (void)state;
    make(&m, "");
    href_know(m.f.a, &m.edition, path, 3);
    for (size_t i = 0; i < 3; i++) {
        const char *same = path[i], *other = arena_strdup(m.f.a, path[i]);
        const char *want = arena_printf(m.f.a, "%s/index.html", path[i]);
        assert_string_equal(href_page(&m.page, same), want);
        assert_string_equal(href_page(&m.page, other), want);
    }
    assert_string_equal(href_page(&m.page, "partners/unicef"), "partners/unicef/index.html");
    assert_null(href_page(&m.page, "years/2025"));
    fixture_close(&m.f);
}

static void links_of_texts_lead_somewhere_or_are_words(void **state)
{
    struct made m;
    static const char *const cases[][2] = {
        {"partners/unicef", "<a href=\"../../partners/unicef/index.html\">x</a>"},
        {"partners/unicef#money", "<a href=\"../../partners/unicef/index.html#money\">x</a>"},
        {"partners/hidden#money", "x"},
        {"data/agreements.csv", "<a href=\"../../../data/agreements.csv\">x</a>"},
        {"#note-1", "<a href=\"#note-1\">x</a>"},
    };

    (void)state;
    make(&m, "agreements/a-1");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            narrative_html(&m.page, node(&m, (struct nar_node){.kind = NAR_LINK, .url = cases[i][0]},
                                         text(&m, "x"), NONE), 2),
            cases[i][1]);
    fixture_close(&m.f);
}

static void a_figure_that_is_linked_is_asked_for_once(void **state)
{
    struct made m;

    (void)state;
    make(&m, "");
    assert_string_equal(href_page(&m.page, "figures/2024.agreements.count"),
                        "figures/2024.agreements.count/index.html");
    href_page(&m.page, "figures/2024.agreements.count");
    assert_int_equal(m.site.wanted.n, 1);
    fixture_close(&m.f);
}

static void prose_is_escaped_and_figures_are_links(void **state)
{
    struct made m;

    (void)state;
    make(&m, "about");
    struct nar_node *figure = NODE(.kind = NAR_FIGURE, .text = "33,8",
                                   .figure = "2024.contributions.total");
    struct nar_node *strong =
        node(&m, (struct nar_node){.kind = NAR_STRONG}, text(&m, "a < b & \"c\""), NONE);
    struct nar_node *mark = NODE(.kind = NAR_NOTE_MARK, .note = 2);
    struct nar_node *root =
        node(&m, (struct nar_node){.kind = NAR_ROOT},
             node(&m, (struct nar_node){.kind = NAR_PARAGRAPH}, strong, figure, mark, NONE), NONE);
    assert_string_equal(
        narrative_html(&m.page, root, 2),
        "<p><strong>a &lt; b &amp; &quot;c&quot;</strong>"
        "<a class=\"figure\" href=\"../figures/2024.contributions.total/index.html\">33,8</a>"
        "<sup><a id=\"mark-2\" href=\"#note-2\" role=\"doc-noteref\" "
        "aria-describedby=\"note-2\">2</a></sup></p>");
    fixture_close(&m.f);
}

static void what_goes_its_own_way_in_arabic_is_apart(void **state)
{
    struct made m;

    (void)state;
    make(&m, "about");
    m.edition.views = views_open(m.f.a, m.f.d, m.model, LANG_AR, false);
    struct nar_node *figure = NODE(.kind = NAR_FIGURE, .text = "-48", .figure = "2024.x");
    struct nar_node *root =
        node(&m, (struct nar_node){.kind = NAR_PARAGRAPH},
             text(&m, "عنوان «A <plan>.» هنا\u2069 و\u2066"), figure, NONE);
    assert_string_equal(
        narrative_html(&m.page, root, 2),
        "<p>عنوان «<bdi dir=\"ltr\">A &lt;plan&gt;.</bdi>» هنا\u2069 و<bdi dir=\"ltr\"></bdi>"
        "<a class=\"figure\" href=\"../figures/2024.x/index.html\">"
        "<bdi dir=\"ltr\">-48</bdi></a></p>");
    fixture_close(&m.f);
}

/* More of them than elements can stand in each other: the rest are characters, and all is closed. */
static void isolates_without_end_are_no_elements_without_end(void **state)
{
    struct made m;
    struct buf b = BUF_INIT;
    size_t begun = 0, ended = 0;

    (void)state;
    make(&m, "about");
    m.edition.views = views_open(m.f.a, m.f.d, m.model, LANG_AR, false);
    for (int i = 0; i < 1000; i++)
        buf_puts(&b, "\u2067");
    buf_puts(&b, "x\u2069y");
    const char *html = narrative_html(&m.page, text(&m, buf_str(&b)), 2);
    for (const char *s = html; (s = strstr(s, "<bdi")); s++)
        begun++;
    for (const char *s = html; (s = strstr(s, "</bdi>")); s++)
        ended++;
    assert_in_range(begun, 10, 125);
    assert_int_equal(begun, ended);
    assert_non_null(strstr(html, "x\u2069y</bdi>"));
    buf_free(&b);
    fixture_close(&m.f);
}

static const char *dir(struct made *m, const char *text, const char *lang)
{
    const char *found = words_dir(&m->page, text, lang);

    return found ? found : "-";
}

static void a_text_tells_where_it_goes_against_its_page(void **state)
{
    struct made m;

    (void)state;
    make(&m, "about");
    assert_string_equal(dir(&m, "A (b).", NULL), "-");
    assert_string_equal(dir(&m, "!جهة (أ)", NULL), "rtl");
    assert_string_equal(dir(&m, "جهة ITU", NULL), "-"); /* the page's own words, perhaps */
    assert_string_equal(dir(&m, "ITU!", "ar"), "rtl");
    m.edition.views = views_open(m.f.a, m.f.d, m.model, LANG_AR, false);
    assert_string_equal(dir(&m, "@evil two|pipe", NULL), "ltr");
    assert_string_equal(dir(&m, "Кто?", NULL), "ltr");
    assert_string_equal(dir(&m, "(示例)", NULL), "ltr");
    assert_string_equal(dir(&m, "جهة (أ)", NULL), "-");
    assert_string_equal(dir(&m, "جهة", "fr"), "ltr");
    assert_string_equal(dir(&m, "-12 (2024)", NULL), "-");
    assert_string_equal(words_isolated(&m.page, "(a)"), "\u2066(a)\u2069");
    assert_string_equal(words_isolated(&m.page, "جهة"), "جهة");
    struct words name = words_of(&m.page, "(a) b", NULL);
    assert_string_equal(name.text, "(a) b");
    assert_string_equal(name.dir, "ltr");
    struct nar_node *p = node(&m, (struct nar_node){.kind = NAR_PARAGRAPH}, text(&m, "(a) b."), NONE);
    assert_string_equal(narrative_html(&m.page, p, 2),
                        "<p dir=\"ltr\">(a) b.</p>");
    m.page.turned = true;
    assert_string_equal(narrative_html(&m.page, p, 2), "<p>(a) b.</p>");
    fixture_close(&m.f);
}

static const char *pieces(struct made *m, const char *text)
{
    struct buf b = BUF_INIT;
    const char *last;
    const struct value *list = words_pieces(&m->page, text, &last);

    for (size_t i = 0; list && i < value_count(list); i++)
        buf_printf(&b, "%s|", value_text(value_item(list, i)));
    buf_puts(&b, last);
    return buf_to_arena(&b, m->f.a);
}

static void long_ids_may_be_broken_behind_their_signs(void **state)
{
    struct made m;

    (void)state;
    make(&m, "figures");
    assert_string_equal(pieces(&m, "2020.contributions.total"), "2020.|contributions.|total");
    assert_string_equal(pieces(&m, "https://www.example.org/a?b=1"),
                        "https://|www.|example.|org/|a?|b=1");
    assert_string_equal(pieces(&m, "2024.addenda.count"), "2024.addenda.count");
    assert_string_equal(pieces(&m, "A sentence. And another one."), "A sentence. And another one.");
    assert_string_equal(pieces(&m, "Donaudampfschifffahrts."), "Donaudampfschifffahrts.");
    fixture_close(&m.f);
}

static void the_highest_headings_take_the_level_given(void **state)
{
    struct made m;

    (void)state;
    make(&m, "about");
    struct nar_node *root = node(
        &m, (struct nar_node){.kind = NAR_ROOT},
        node(&m, (struct nar_node){.kind = NAR_HEADING, .level = 2, .id = "a", .number = "1"},
             text(&m, "A"), NONE),
        node(&m, (struct nar_node){.kind = NAR_HEADING, .level = 3, .id = "b"}, text(&m, "B"),
             NONE),
        NONE);
    assert_string_equal(narrative_html(&m.page, root, 2),
                        "<h2 id=\"a\"><span class=\"section-number\">1</span> A</h2>"
                        "<h3 id=\"b\">B</h3>");
    assert_string_equal(narrative_html(&m.page, root, 3),
                        "<h3 id=\"a\"><span class=\"section-number\">1</span> A</h3>"
                        "<h4 id=\"b\">B</h4>");
    fixture_close(&m.f);
}

static void lists_and_tables_keep_their_form(void **state)
{
    struct made m;

    (void)state;
    make(&m, "about");
    struct nar_node *item =
        node(&m, (struct nar_node){.kind = NAR_ITEM},
             node(&m, (struct nar_node){.kind = NAR_PARAGRAPH}, text(&m, "x"), NONE), NONE);
    struct nar_node *list = node(
        &m, (struct nar_node){.kind = NAR_LIST, .ordered = true, .start = 3, .tight = true}, item,
        NONE);
    assert_string_equal(narrative_html(&m.page, list, 2), "<ol start=\"3\"><li>x</li></ol>");
    list->tight = false;
    assert_string_equal(narrative_html(&m.page, list, 2),
                        "<ol start=\"3\"><li><p>x</p></li></ol>");
    struct nar_node *head = node(&m, (struct nar_node){.kind = NAR_ROW, .header = true},
                                 node(&m, (struct nar_node){.kind = NAR_CELL}, text(&m, "n"), NONE),
                                 NONE);
    struct nar_node *row = node(
        &m, (struct nar_node){.kind = NAR_ROW},
        node(&m, (struct nar_node){.kind = NAR_CELL}, text(&m, "a"), NONE),
        node(&m, (struct nar_node){.kind = NAR_CELL}, text(&m, "1"), NONE), NONE);
    struct nar_node *table =
        node(&m, (struct nar_node){.kind = NAR_TABLE, .align = "-r"}, head, row, NONE);
    assert_string_equal(narrative_html(&m.page, table, 2),
                        "<div class=\"scrolls\" tabindex=\"0\">"
                        "<table><thead><tr><th scope=\"col\">n</th></tr></thead><tbody><tr>"
                        "<th scope=\"row\">a</th><td class=\"n\">1</td></tr></tbody></table></div>");
    fixture_close(&m.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_relative_and_name_their_file),
        cmocka_unit_test(pages_are_known_by_where_their_path_stands_or_by_its_letters),
        cmocka_unit_test(links_of_texts_lead_somewhere_or_are_words),
        cmocka_unit_test(a_figure_that_is_linked_is_asked_for_once),
        cmocka_unit_test(prose_is_escaped_and_figures_are_links),
        cmocka_unit_test(what_goes_its_own_way_in_arabic_is_apart),
        cmocka_unit_test(isolates_without_end_are_no_elements_without_end),
        cmocka_unit_test(a_text_tells_where_it_goes_against_its_page),
        cmocka_unit_test(long_ids_may_be_broken_behind_their_signs),
        cmocka_unit_test(the_highest_headings_take_the_level_given),
        cmocka_unit_test(lists_and_tables_keep_their_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
