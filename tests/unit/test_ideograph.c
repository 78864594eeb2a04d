/* Chinese on the page: rows of characters, marks without their white, straight edges. */
#include "typeset_fixture.h"

#include "typeset/ideograph.h"

static int chinese(void **state)
{
    static const char *const families[] = {"Carlito", "Noto Sans CJK SC", NULL};
    fixture_setup(state);
    struct fixture *x = *state;
    x->fonts = fonts_open(x->a, x->d, families, (struct place){0});
    assert_non_null(x->fonts);
    x->locale = locale_open(x->a, "zh");
    x->doc.lang = "zh";
    return 0;
}

static enum ideo class_of(const char *lang, const char *text, size_t at)
{
    size_t len;
    return ideograph_class(lang, text, strlen(text), at, &len);
}

static void characters_have_their_classes(void **state)
{
    (void)state;
    assert_int_equal(class_of("zh", "协", 0), IDEO_HAN);
    assert_int_equal(class_of("zh", "（", 0), IDEO_OPEN);
    assert_int_equal(class_of("zh", "。", 0), IDEO_CLOSE);
    assert_int_equal(class_of("zh", "a", 0), IDEO_LETTER);
    assert_int_equal(class_of("zh", "é", 0), IDEO_LETTER);
    assert_int_equal(class_of("zh", "%", 0), IDEO_SIGN);
    /* quotation marks are wide in Chinese only, an apostrophe in a Latin word is not */
    assert_int_equal(class_of("zh", "“", 0), IDEO_OPEN);
    assert_int_equal(class_of("en", "“", 0), IDEO_SIGN);
    assert_int_equal(class_of("zh", "l’a", 1), IDEO_SIGN);
    assert_int_equal(class_of("zh", "l’", 1), IDEO_CLOSE);
    /* a lone ellipsis belongs to a number of a document */
    assert_int_equal(class_of("zh", "/…-C", 1), IDEO_SIGN);
    assert_int_equal(class_of("zh", "等……", 3), IDEO_DASH);
}

static mpt white_between(enum ideo a, enum ideo b)
{
    struct lb_item glue;
    return ideograph_glue(a, b, 1000, &glue) ? glue.width : -1;
}

static void white_stands_where_it_should(void **state)
{
    (void)state;
    assert_int_equal(white_between(IDEO_HAN, IDEO_HAN), 0);
    assert_int_equal(white_between(IDEO_HAN, IDEO_LETTER), 90);
    assert_int_equal(white_between(IDEO_LETTER, IDEO_HAN), 90);
    assert_int_equal(white_between(IDEO_HAN, IDEO_SIGN), -1);
    assert_int_equal(white_between(IDEO_LETTER, IDEO_LETTER), -1);
    assert_int_equal(white_between(IDEO_CLOSE, IDEO_HAN), 500);
    assert_int_equal(white_between(IDEO_HAN, IDEO_OPEN), 500);
    assert_int_equal(white_between(IDEO_CLOSE, IDEO_OPEN), 500); /* one half, not two */
    assert_int_equal(white_between(IDEO_CLOSE, IDEO_CLOSE), -1);
    assert_int_equal(white_between(IDEO_OPEN, IDEO_OPEN), -1);
    assert_int_equal(white_between(IDEO_NONE, IDEO_OPEN), -1);
    assert_int_equal(white_between(IDEO_DASH, IDEO_DASH), -1);
    assert_int_equal(ideograph_white(IDEO_OPEN, 1000, 1000), 500);
    assert_int_equal(ideograph_white(IDEO_OPEN, 500, 1000), 0); /* narrow already */
    assert_int_equal(ideograph_white(IDEO_HAN, 1000, 1000), 0);
}

static const struct prim *only_text(struct fixture *x, const char *text)
{
    x->block.n = 0;
    add(x, BLOCK_PARAGRAPH, text);
    return nth_text(set(x), 0, "P", 0);
}

static void marks_that_meet_are_squeezed(void **state)
{
    struct fixture *x = *state;
    mpt em = x->doc.style.size;
    assert_int_equal(only_text(x, "协议书")->advance, 3 * em);
    /* a mark at the line's end gives up its half; so do all but one where marks meet */
    assert_int_equal(only_text(x, "协，议")->advance, 3 * em);
    assert_int_equal(only_text(x, "协议。")->advance, 2 * em + em / 2);
    assert_int_equal(only_text(x, "协）。议")->advance, 3 * em + em / 2);
    assert_int_equal(only_text(x, "协》、《议")->advance, 4 * em);
    /* an opening bracket's ink stands at the edge */
    const struct prim *open = only_text(x, "《协议");
    assert_int_equal(open->x, x->doc.style.margin_start - em / 2);
    assert_int_equal(only_text(x, "“协议”")->advance, 4 * em - em / 2);
}

static void thin_white_parts_figures_from_characters(void **state)
{
    struct fixture *x = *state;
    mpt em = x->doc.style.size;
    const struct prim *t = only_text(x, "在2024年");
    struct font_style style = {.lang = "zh"};
    mpt year = (mpt)font_width(x->fonts, style, false, "2024", 4, em);
    assert_in_range(t->advance, 2 * em + year + 2 * (em * 9 / 100) - 2,
                    2 * em + year + 2 * (em * 9 / 100) + 2);
    assert_string_equal(t->text, "在2024年"); /* and is no character */
    assert_int_equal(t->gaps, 2);
    assert_int_equal(t->gap[0].at, 3);
    assert_int_equal(t->gap[1].at, 7);
}

static void notes_stand_clear_of_marks(void **state)
{
    struct fixture *x = *state;
    mpt em = x->doc.style.size;
    x->note[0].text = text_of(x, "注");
    x->doc.notes = 1;
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    struct inl parts[] = {{.text = "协议。"}, {.kind = INLINE_NOTE_MARK, .note = 1},
                          {.text = "其中"}};
    b->text = (struct inlines){parts, 3};
    struct pages *p = set(x);
    const struct prim *mark = nth_text(p, 0, "Link", 0);
    assert_int_equal(mark->x, x->doc.style.margin_start + 3 * em); /* after the whole 。 */
}

static void both_edges_are_straight(void **state)
{
    struct fixture *x = *state;
    struct buf b = BUF_INIT;
    for (int i = 0; i < 30; i++)
        buf_puts(&b, i % 3 ? "发展中国家居于首位，" : "特别是最不发达国家（2022年）和ITU-D成员。");
    x->block.n = 0;
    add(x, BLOCK_PARAGRAPH, buf_str(&b));
    struct pages *p = set(x);
    mpt edge = x->doc.style.page_width - x->doc.style.margin_end, y = 0, right = 0;
    size_t lines = 0;
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *t = &p->page[0]->prim[i];
        if (t->kind != PRIM_TEXT || t->element == ELEMENT_NONE)
            continue;
        if (lines && t->y > y)
            assert_in_range(right, edge - 60, edge + 60);
        lines += t->y > y;
        y = t->y;
        right = t->x + t->advance;
        /* no line begins with a mark that closes, nor ends with one that opens */
        assert_true(strncmp(t->text, "，", 3) != 0 && strncmp(t->text, "。", 3) != 0);
        assert_true(strcmp(t->text + strlen(t->text) - 3, "（") != 0);
    }
    assert_true(lines > 6);
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_have_their_classes),
        cmocka_unit_test(white_stands_where_it_should),
        cmocka_unit_test_setup_teardown(marks_that_meet_are_squeezed, chinese, fixture_teardown),
        cmocka_unit_test_setup_teardown(thin_white_parts_figures_from_characters, chinese,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(notes_stand_clear_of_marks, chinese, fixture_teardown),
        cmocka_unit_test_setup_teardown(both_edges_are_straight, chinese, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
