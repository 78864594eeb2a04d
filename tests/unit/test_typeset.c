#include "typeset_fixture.h"

static void headings_hang_their_numbers_and_make_the_outline(void **state)
{
    struct fixture *x = *state;
    struct block *title = add(x, BLOCK_HEADING, "The title");
    struct block *h = add(x, BLOCK_HEADING, "A heading so long that it takes a second line, for "
                                            "it goes on about partnerships and resources");
    title->level = 0;
    h->level = 1;
    h->number = "4";
    add(x, BLOCK_PARAGRAPH, "Text.");
    struct pages *p = set(x);
    const struct prim *number = nth_text(p, 0, "H2", 0), *first = nth_text(p, 0, "H2", 1),
                      *second = nth_text(p, 0, "H2", 2);
    assert_string_equal(number->text, "4 ");
    assert_int_equal(number->x, x->doc.style.margin_start);
    assert_true(first->x > number->x + 15 * MPT);
    assert_int_equal(second->x, first->x);
    assert_int_equal(number->style.weight, FONT_BOLD);
    assert_int_equal(p->outlines, 2);
    assert_string_equal(p->outline[0].title, "The title");
    assert_true(!strncmp(p->outline[1].title, "4 A heading so long", 19));
    bool found = false;
    for (size_t i = 0; i < p->page[0]->n; i++)
        found = found || (p->page[0]->prim[i].kind == PRIM_DEST &&
                          !strcmp(p->page[0]->prim[i].dest, p->outline[1].dest));
    assert_true(found);
}

static struct block *item(struct fixture *x, const char *label, const char *text)
{
    struct block *i = block_of(x, BLOCK_ITEM, NULL);
    i->number = label;
    i->child = ARENA_ARRAY(x->a, struct block *, 1);
    i->child[i->n++] = block_of(x, BLOCK_PARAGRAPH, text);
    return i;
}

/* Nine digits are the most that Markdown has. */
static void long_numbers_of_items_stand_beside_them(void **state)
{
    struct fixture *x = *state;
    struct block *list = add(x, BLOCK_LIST, NULL);
    struct block *child[] = {item(x, "999999999)", prose(x, 40))};
    list->child = child;
    list->n = 1;
    struct pages *p = set(x);
    const struct prim *label = nth_text(p, 0, "Lbl", 0), *line = nth_text(p, 0, "P", 0);
    assert_true(label->x + typeset_text_width(x->fonts, "999999999)", label->style) + 3 * MPT < line->x);
}

static void lists_are_tagged_and_their_lines_hang(void **state)
{
    struct fixture *x = *state;
    struct block *list = add(x, BLOCK_LIST, NULL);
    struct block *child[] = {item(x, "9)", prose(x, 40)), item(x, "10)", "Short.")};
    list->child = child;
    list->n = 2;
    list->ordered = true;
    struct pages *p = set(x);
    assert_int_equal(count_elements(p, "L"), 1);
    assert_int_equal(count_elements(p, "LI"), 2);
    const struct prim *label = nth_text(p, 0, "Lbl", 0), *line = nth_text(p, 0, "P", 0);
    assert_string_equal(label->text, "9) ");
    assert_int_equal(label->y, line->y);
    assert_true(line->x > label->x + 10 * MPT);
    assert_int_equal(find_text(p, "Short.", NULL)->x, line->x);
    const struct element *body = &p->structure->item[p->structure->item[line->element].parent];
    assert_string_equal(body->type, "LBody");
    assert_string_equal(p->structure->item[1].list_numbering, "Decimal");
}

static void boxes_are_tinted_behind_their_text(void **state)
{
    struct fixture *x = *state;
    struct block *box = add(x, BLOCK_BOX, NULL);
    struct block *child[] = {block_of(x, BLOCK_PARAGRAPH, "Inside"),
                             block_of(x, BLOCK_PARAGRAPH, "Also inside")};
    box->child = child;
    box->n = 2;
    add(x, BLOCK_PARAGRAPH, "Outside");
    struct pages *p = set(x);
    const struct prim *tint = &p->page[0]->prim[0];
    assert_int_equal(tint->kind, PRIM_RECT);
    assert_int_equal(tint->element, ELEMENT_NONE);
    const struct prim *in = find_text(p, "Inside", NULL), *out = find_text(p, "Outside", NULL);
    assert_true(tint->y < in->y - 10 * MPT && in->y < tint->y + tint->h);
    assert_true(find_text(p, "Also inside", NULL)->y < tint->y + tint->h);
    assert_true(out->y > tint->y + tint->h);
}

static void columns_stand_side_by_side(void **state)
{
    struct fixture *x = *state;
    struct block *columns = add(x, BLOCK_COLUMNS, NULL);
    struct block *child[] = {block_of(x, BLOCK_PARAGRAPH, "Left"),
                             block_of(x, BLOCK_PARAGRAPH, "Right")};
    static const mpt width[] = {0, 150 * MPT};
    columns->child = child;
    columns->n = 2;
    columns->column = width;
    struct pages *p = set(x);
    const struct prim *left = find_text(p, "Left", NULL), *right = find_text(p, "Right", NULL);
    assert_int_equal(left->y, right->y);
    assert_int_equal(right->x, x->doc.style.page_width - x->doc.style.margin_end - 150 * MPT);
}

static void figures_keep_caption_drawing_and_source_together(void **state)
{
    struct fixture *x = *state;
    struct block *f;
    add(x, BLOCK_PARAGRAPH, prose(x, 560));
    f = add(x, BLOCK_FIGURE, NULL);
    struct scene *s = scene_new(x->a, 100 * MPT, 200 * MPT);
    scene_rect(s, 0, 0, 50 * MPT, 200 * MPT, color_of("#123456"));
    f->scene = s;
    f->alt = "One bar";
    f->caption = text_of(x, "The caption");
    f->source = text_of(x, "The source");
    f->attachment = "bar.csv";
    struct pages *p = set(x);
    size_t caption, source;
    find_text(p, "The caption", &caption);
    find_text(p, "The source", &source);
    assert_int_equal(caption, source);
    assert_int_equal(count_elements(p, "Figure"), 1);
    for (size_t i = 0; i < p->structure->n; i++)
        if (!strcmp(p->structure->item[i].type, "Figure")) {
            assert_string_equal(p->structure->item[i].alt, "One bar");
            assert_string_equal(p->structure->item[i].attachment, "bar.csv");
        }
}

static void words_of_another_language_say_so(void **state)
{
    struct fixture *x = *state;
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    struct inl parts[] = {{.text = "see "}, {.text = "Ministerio", .lang = "es"}};
    b->text = (struct inlines){parts, 2};
    struct pages *p = set(x);
    const struct prim *t = find_text(p, "Ministerio", NULL);
    assert_string_equal(p->structure->item[t->element].type, "Span");
    assert_string_equal(p->structure->item[t->element].lang, "es");
}

/* An Arabic document mirrors: text and labels begin at the right edge. */
static void right_to_left_documents_mirror(void **state)
{
    struct fixture *x = *state;
    x->locale = locale_open(x->a, "ar");
    x->doc.lang = "ar";
    struct block *list = add(x, BLOCK_LIST, NULL);
    struct block *child[] = {item(x, "1)", "12 34")};
    list->child = child;
    list->n = 1;
    struct pages *p = set(x);
    assert_true(p->page[0]->rtl);
    mpt right = x->doc.style.page_width - x->doc.style.margin_start;
    const struct prim *label = find_text(p, "1)", NULL), *text = find_text(p, "34", NULL);
    assert_true(label->x > right - 20 * MPT && label->x < right);
    assert_true(text->x < label->x && text->x > right - 100 * MPT);
}

static void the_same_document_is_set_the_same_way_twice(void **state)
{
    struct fixture *x = *state;
    for (int i = 0; i < 30; i++)
        add(x, BLOCK_PARAGRAPH, prose(x, 50 + i));
    struct buf one = BUF_INIT, two = BUF_INIT;
    struct pages *p = set(x), *q = set(x);
    assert_int_equal(p->n, q->n);
    for (size_t k = 0; k < p->n; k++) {
        scene_dump_write(p->page[k], p->structure, &one);
        scene_dump_write(q->page[k], q->structure, &two);
    }
    assert_string_equal(buf_str(&one), buf_str(&two));
    buf_free(&one);
    buf_free(&two);
}

static bool stands_on_a_bar(const struct scene *page, const struct prim *text)
{
    for (size_t i = 0; i < page->n; i++) {
        const struct prim *r = &page->prim[i];
        if (r->kind == PRIM_RECT && r->x < text->x + text->advance && text->x < r->x + r->w &&
            r->y < text->y && text->y < r->y + r->h)
            return true;
    }
    return false;
}

/* Quotations, or lists, a hundred deep: words stay on the page, and on no bar of a quotation. */
static void what_is_nested_deep_stays_on_the_page(void **state)
{
    struct fixture *x = *state;
    for (int kind = 0; kind < 2; kind++) {
        struct block *b = block_of(x, BLOCK_PARAGRAPH, "deepest words");
        for (int i = 0; i < 100; i++) {
            struct block **child = ARENA_ARRAY(x->a, struct block *, 1);
            child[0] = b;
            b = block_of(x, kind == 0 ? BLOCK_QUOTE : i % 2 ? BLOCK_LIST : BLOCK_ITEM, NULL);
            b->child = child;
            b->n = 1;
            b->number = b->kind == BLOCK_ITEM ? "–" : NULL;
        }
        VEC_PUSH(x->a, &x->block, b);
    }
    struct pages *p = set(x);
    mpt edge = x->doc.style.page_width - x->doc.style.margin_end;
    size_t words = 0;
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (t->kind != PRIM_TEXT || t->element == ELEMENT_NONE)
                continue;
            words += strncmp(t->text, "deepest", 7) == 0;
            assert_false(stands_on_a_bar(p->page[k], t));
            assert_true(t->x >= x->doc.style.margin_start && t->x + t->advance <= edge + 3 * MPT);
        }
    assert_int_equal(words, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPESET_TEST(headings_hang_their_numbers_and_make_the_outline),
        TYPESET_TEST(lists_are_tagged_and_their_lines_hang),
        TYPESET_TEST(long_numbers_of_items_stand_beside_them),
        TYPESET_TEST(boxes_are_tinted_behind_their_text),
        TYPESET_TEST(columns_stand_side_by_side),
        TYPESET_TEST(figures_keep_caption_drawing_and_source_together),
        TYPESET_TEST(words_of_another_language_say_so),
        TYPESET_TEST(right_to_left_documents_mirror),
        TYPESET_TEST(the_same_document_is_set_the_same_way_twice),
        TYPESET_TEST(what_is_nested_deep_stays_on_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
