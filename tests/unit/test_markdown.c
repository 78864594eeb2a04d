/* Markdown: the tree, and places that cmark-gfm itself gives wrongly. */
#include "unit/input_fixture.h"

static const char *const names[] = {
    [MD_DOCUMENT] = "document",   [MD_HEADING] = "heading",     [MD_PARAGRAPH] = "paragraph",
    [MD_QUOTE] = "quote",         [MD_LIST] = "list",           [MD_ITEM] = "item",
    [MD_CODE_BLOCK] = "fence",    [MD_RULE] = "rule",           [MD_TABLE] = "table",
    [MD_ROW] = "row",             [MD_CELL] = "cell",           [MD_FOOTNOTE] = "footnote",
    [MD_TEXT] = "text",           [MD_SOFT_BREAK] = "soft",     [MD_LINE_BREAK] = "break",
    [MD_CODE] = "code",           [MD_EMPHASIS] = "em",         [MD_STRONG] = "strong",
    [MD_LINK] = "link",           [MD_IMAGE] = "image",         [MD_FOOTNOTE_MARK] = "mark",
    [MD_HTML] = "html",
};

/* "2:3 text(word)" for each node that has text, a label or a target, and each break. */
static void write(struct buf *out, const struct md_node *n)
{
    const char *what = n->label ? n->label : n->url ? n->url : n->text;
    if (what || n->kind == MD_CELL || n->kind == MD_HEADING)
        buf_printf(out, "%d:%d %s(%s)\n", n->place.line, n->place.col, names[n->kind],
                   what ? what : "");
    for (const struct md_node *c = n->first; c; c = c->next) {
        assert_ptr_equal(c->parent, n);
        write(out, c);
    }
}

static void reads(const char *text, const char *expected, const char *said)
{
    struct input_fixture f = input_open("a.md", text);
    struct buf out = BUF_INIT;
    const struct md_node *n = input_markdown(f.a, f.d, &f.src);
    if (n)
        write(&out, n);
    assert_string_equal(buf_to_arena(&out, f.a), expected);
    assert_string_equal(input_said(&f), said);
    input_close(&f);
}

static void places_count_code_points(void **state)
{
    (void)state;
    reads("# Título **uno**\n\nÉste *es* `el` &amp; \\* texto\n",
          "1:1 heading()\n1:3 text(Título )\n1:12 text(uno)\n"
          "3:1 text(Éste )\n3:7 text(es)\n3:10 text( )\n3:11 code(el)\n3:15 text( & * texto)\n",
          "");
    reads("中文 *字*\r\nمرحبا **x**\r\n",
          "1:1 text(中文 )\n1:5 text(字)\n2:1 text(مرحبا )\n2:9 text(x)\n", "");
}

static void places_behind_indentation(void **state)
{
    (void)state;
    reads("  one\n     two *three*\n", "1:3 text(one)\n2:6 text(two )\n2:11 text(three)\n", "");
    reads("- item\n  more `x`\n  > quoted\n  > *again*\n",
          "1:3 text(item)\n2:3 text(more )\n2:8 code(x)\n3:5 text(quoted)\n4:6 text(again)\n", "");
    reads("Setext *x*\n===\n", "1:1 heading()\n1:1 text(Setext )\n1:9 text(x)\n", "");
}

static void links_and_addresses(void **state)
{
    (void)state;
    reads("[a *b*](http://x \"t (\") c ![d](e.png) <https://y.z> f\n",
          "1:1 link(http://x)\n1:2 text(a )\n1:5 text(b)\n1:24 text( c )\n1:27 image(e.png)\n"
          "1:29 text(d)\n1:38 text( )\n1:39 link(https://y.z)\n1:40 text(https://y.z)\n"
          "1:52 text( f)\n",
          "");
    reads("see https://a.b/c and www.d.e.\n",
          "1:1 text(see )\n1:5 link(https://a.b/c)\n1:5 text(https://a.b/c)\n1:18 text( and )\n"
          "1:23 link(http://www.d.e)\n1:23 text(www.d.e)\n1:30 text(.)\n",
          "");
}

static void tables_below_a_paragraph(void **state)
{
    (void)state;
    reads("before\n| a | *b* |\n|---|--:|\n| c \\| d | `e` |\n| f |\n",
          "1:1 text(before)\n2:3 cell()\n2:3 text(a)\n2:7 cell()\n2:8 text(b)\n"
          "4:3 cell()\n4:3 text(c | d)\n4:12 cell()\n4:12 code(e)\n"
          "5:3 cell()\n5:3 text(f)\n5:6 cell()\n",
          "");
}

static void table_shape(void **state)
{
    (void)state;
    struct input_fixture f = input_open("a.md", "a | b | c\n:-|-:|:-:\n1 | 2 | 3\n");
    const struct md_node *t = input_markdown(f.a, f.d, &f.src)->first;
    assert_int_equal(t->kind, MD_TABLE);
    assert_int_equal(t->columns, 3);
    assert_string_equal(t->align, "lrc");
    assert_true(t->first->header);
    assert_false(t->first->next->header);
    input_close(&f);
}

static void footnotes_follow_their_marks(void **state)
{
    (void)state;
    struct input_fixture f = input_open("a.md", "x[^b] y[^a] z[^b]\n\n[^a]: First *a*\n"
                                                "[^b]: Second\n\n    more\n[^c]: unused\n");
    const struct md_node *n = input_markdown(f.a, f.d, &f.src);
    const struct md_node *mark = n->first->first->next;
    assert_int_equal(mark->number, 1);
    assert_string_equal(mark->label, "b");
    assert_int_equal(mark->place.col, 2);
    assert_int_equal(mark->place.len, 4);
    assert_int_equal(mark->next->next->number, 2);
    assert_int_equal(mark->next->next->next->next->number, 1);
    const struct md_node *b = n->first->next, *a = b->next;
    assert_int_equal(b->kind, MD_FOOTNOTE);
    assert_int_equal(b->number, 1);
    assert_string_equal(b->label, "b");
    assert_int_equal(b->place.line, 4);
    assert_int_equal(b->first->next->first->place.line, 6);
    assert_int_equal(a->number, 2);
    assert_int_equal(a->place.line, 3);
    assert_int_equal(a->first->first->next->first->place.col, 14);
    assert_null(a->next);
    assert_string_equal(input_said(&f), "7:1 footnote-unused\n");
    input_close(&f);
}

static const char *said_of(struct input_fixture *f)
{
    input_markdown(f->a, f->d, &f->src);
    return input_said(f);
}

static void footnotes_that_are_lost_are_reported(void **state)
{
    (void)state;
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"x[^a]\n\n[^A]: one\n[^a]: two\n", "4:1 footnote-repeated\n"},
        {"> [^q]: in a quote\n", "1:3 footnote-unused\n"},
        {"```\n[^a]: code\n```\n\n    [^b]: code\n", ""},
        {"<!--\n[^a]: comment\n-->\n", ""},
        {"x[^a]\n\n[^a]: see[^b]\n\n[^b]: more\n", "3:10 footnote-in-footnote\n"},
        {"x[^a] y[^b]\n\n[^a]: one\n\n[^b]: two\n", ""},
        {"[^]: no label\n[^a b]: no label\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct input_fixture f = input_open("a.md", cases[i].text);
        assert_string_equal(said_of(&f), cases[i].said);
        input_close(&f);
    }
}

static void a_mark_without_footnote(void **state)
{
    (void)state;
    reads("x[^a] and \\[^b] `[^c]`\n", "1:1 text(x[^a] and [^b] )\n1:17 code([^c])\n",
          "1:2 footnote-undefined\n");
}

static void html_is_reported_and_comments_are_dropped(void **state)
{
    (void)state;
    reads("a <b>c</b>\n\n<!-- note -->\n\nd <!-- e --> f\n\n<div>\n",
          "1:1 text(a )\n1:3 html(<b>)\n1:6 text(c)\n1:7 html(</b>)\n5:1 text(d  f)\n"
          "7:1 html(<div>\n)\n",
          "1:3 raw-html\n1:7 raw-html\n7:1 raw-html\n");
}

static void fences_keep_their_text(void **state)
{
    (void)state;
    struct input_fixture f = input_open("a.md", "```table\nshow: x\nyear: 2024\n```\n~~x~~\n");
    const struct md_node *n = input_markdown(f.a, f.d, &f.src)->first;
    assert_int_equal(n->kind, MD_CODE_BLOCK);
    assert_string_equal(n->info, "table");
    assert_string_equal(n->text, "show: x\nyear: 2024\n");
    assert_string_equal(n->next->first->text, "~~x~~"); /* not of CommonMark */
    input_close(&f);
}

static void small_files_cannot_grow_huge(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    for (int i = 0; i < 200; i++)
        buf_puts(&b, "|a");
    buf_puts(&b, "|\n");
    for (int i = 0; i < 200; i++)
        buf_puts(&b, "|-");
    buf_puts(&b, "|\n");
    for (int i = 0; i < 1000; i++)
        buf_puts(&b, "|\n");
    reads(buf_str(&b), "", "2:1 table-too-large\n");
    buf_clear(&b);
    for (int i = 0; i < 5000; i++)
        buf_putc(&b, '>');
    buf_puts(&b, " x\n");
    reads(buf_str(&b), "", "1:100 too-deep\n");
    buf_free(&b);
}

static void front_matter(void **state)
{
    (void)state;
    struct input_fixture f = input_open("a.md", "---\r\ntitle: X\r\n---\r\n# Body\r\n");
    const struct source *yaml, *body;
    int line = 0;
    input_front_matter(f.a, &f.src, &yaml, &body, &line);
    const struct node *n = input_yaml(f.a, f.d, yaml);
    assert_string_equal(node_get(n, "title")->text, "X");
    assert_int_equal(node_get(n, "title")->place.line, 2);
    assert_string_equal(body->text, "# Body\r\n");
    assert_int_equal(line, 4);
    f.src = (struct source){.path = "b.md", .text = "--- x\n", .len = 6};
    input_front_matter(f.a, &f.src, &yaml, &body, &line);
    assert_null(yaml);
    assert_ptr_equal(body, &f.src);
    assert_int_equal(line, 1);
    input_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_count_code_points),
        cmocka_unit_test(places_behind_indentation),
        cmocka_unit_test(links_and_addresses),
        cmocka_unit_test(tables_below_a_paragraph),
        cmocka_unit_test(table_shape),
        cmocka_unit_test(footnotes_follow_their_marks),
        cmocka_unit_test(footnotes_that_are_lost_are_reported),
        cmocka_unit_test(a_mark_without_footnote),
        cmocka_unit_test(html_is_reported_and_comments_are_dropped),
        cmocka_unit_test(fences_keep_their_text),
        cmocka_unit_test(small_files_cannot_grow_huge),
        cmocka_unit_test(front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
