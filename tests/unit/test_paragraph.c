#include "typeset_fixture.h"

/* Baselines of a page's P lines and the text on each, in order. */
struct printed_line {
    mpt y, left, right;
    char text[400];
    const struct prim *last;
};

static size_t lines_on(const struct pages *p, size_t page, struct printed_line *line, size_t max)
{
    size_t n = 0;
    for (size_t i = 0; i < p->page[page]->n; i++) {
        const struct prim *t = &p->page[page]->prim[i];
        if (t->kind != PRIM_TEXT || t->element == ELEMENT_NONE)
            continue;
        if (!n || t->y > line[n - 1].y + 6 * MPT) {
            assert_true(n < max);
            line[n] = (struct printed_line){.y = t->y, .left = t->x};
            n++;
        }
        struct printed_line *l = &line[n - 1];
        strncat(l->text, t->text, sizeof l->text - strlen(l->text) - 1);
        mpt space = t->text[strlen(t->text) - 1] == ' ' ? 2486 + t->word_space : 0;
        l->right = t->x + t->advance - space;
        l->last = t;
    }
    return n;
}

static void justified_lines_fill_the_measure(void **state)
{
    struct fixture *x = *state;
    add(x, BLOCK_PARAGRAPH, prose(x, 120));
    struct pages *p = set(x);
    struct printed_line line[40];
    size_t n = lines_on(p, 0, line, 40);
    assert_true(n > 5);
    mpt edge = x->doc.style.page_width - x->doc.style.margin_end;
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(line[i].left, x->doc.style.margin_start);
        if (i + 1 < n) /* a space's width is rounded, the rest of the division is left over */
            assert_in_range(line[i].right, edge - 60, edge + 60);
        else
            assert_true(line[i].right <= edge);
    }
}

static void text_comes_back_word_for_word(void **state)
{
    struct fixture *x = *state;
    const char *text = prose(x, 200);
    add(x, BLOCK_PARAGRAPH, text);
    struct pages *p = set(x);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *t = &p->page[0]->prim[i];
        if (t->kind == PRIM_TEXT && t->element != ELEMENT_NONE)
            buf_puts(&b, t->actual ? "" : t->text);
    }
    assert_string_equal(buf_str(&b), text);
    buf_free(&b);
}

static void added_hyphens_stand_for_nothing(void **state)
{
    struct fixture *x = *state;
    x->doc.style.margin_end = 420 * MPT; /* narrow: about 100 pt */
    add(x, BLOCK_PARAGRAPH, "Telecommunication organizations internationally interconnected "
                            "administrations representatives responsibilities");
    struct pages *p = set(x);
    size_t hyphens = 0;
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *t = &p->page[0]->prim[i];
        if (t->kind != PRIM_TEXT || strcmp(t->text, "-") != 0)
            continue;
        hyphens++;
        assert_string_equal(t->actual, "\xC2\xAD");
    }
    assert_true(hyphens > 0);
}

static void no_break_spaces_and_percents_hold(void **state)
{
    struct fixture *x = *state;
    for (int n = 1; n < 40; n++) {
        const char *text = arena_printf(x->a, "%s 33.8\xC2\xA0million and 92 %% of all",
                                        prose(x, n));
        add(x, BLOCK_PARAGRAPH, text);
    }
    struct pages *p = set(x);
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const char *t = p->page[k]->prim[i].text;
            if (p->page[k]->prim[i].kind != PRIM_TEXT)
                continue;
            assert_true(strncmp(t, "million", 7) != 0);
            assert_true(t[0] != '%');
        }
}

static void what_a_figure_counts_is_not_hyphenated(void **state)
{
    struct fixture *x = *state;
    for (int n = 1; n < 60; n++)
        add(x, BLOCK_PARAGRAPH, arena_printf(x->a, "%s 33.8 millions telecommunication "
                                             "organizations", prose(x, n)));
    struct pages *p = set(x);
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const char *t = p->page[k]->prim[i].text;
            if (p->page[k]->prim[i].kind == PRIM_TEXT)
                assert_true(strlen(t) < 4 || strcmp(t + strlen(t) - 4, " mil") != 0);
        }
}

static void marks_stay_with_their_word_and_lead_to_their_note(void **state)
{
    struct fixture *x = *state;
    x->note[0].text = text_of(x, "What the note says.");
    x->doc.notes = 1;
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    struct inl parts[] = {{.text = "signed "}, {.kind = INLINE_NOTE_MARK, .note = 1},
                          {.text = ", and more"}};
    b->text = (struct inlines){parts, 3};
    struct pages *p = set(x);
    const struct prim *word = nth_text(p, 0, "P", 0), *mark = nth_text(p, 0, "Link", 0);
    assert_string_equal(word->text, "signed");
    assert_string_equal(mark->text, "1");
    assert_true(mark->y < word->y && mark->style.size < word->style.size);
    assert_true(mark->x >= word->x + word->advance - 10);
    const struct element *link = &p->structure->item[mark->element];
    const struct element *reference = &p->structure->item[link->parent];
    assert_string_equal(reference->type, "Reference");
    const struct element *note = &p->structure->item[reference->ref];
    assert_string_equal(note->type, "Note");
    assert_string_equal(note->id, "note-1");
    assert_ptr_equal(&p->structure->item[note->ref], reference);
    const struct prim *body = find_text(p, "What the note says.", NULL);
    assert_true(body->y > word->y + 400 * MPT); /* at the foot of the page */
}

/* Words tied by no-break spaces, and one with a note's mark, that are wider than a line. */
static void what_cannot_be_broken_is_broken_rather_than_run_over_the_edge(void **state)
{
    struct fixture *x = *state;
    x->note[0].text = text_of(x, "n");
    x->doc.notes = 1;
    x->doc.style.margin_end = 464 * MPT; /* about 60 pt */
    add(x, BLOCK_PARAGRAPH, "1\u00a02\u00a03\u00a04\u00a05\u00a06\u00a07\u00a08\u00a09\u00a010\u00a011");
    add(x, BLOCK_PARAGRAPH, "tied\u00a0words\u00a0of\u00a0a\u00a0name\u00a0without\u00a0end");
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    struct inl parts[] = {{.text = "12345678"}, {.kind = INLINE_NOTE_MARK, .note = 1}, {.text = "12345678"}};
    b->text = (struct inlines){parts, 3};
    struct pages *p = set(x);
    struct printed_line line[40];
    size_t n = lines_on(p, 0, line, 40);
    mpt edge = x->doc.style.page_width - x->doc.style.margin_end;
    assert_true(n >= 7);
    for (size_t i = 0; i < n; i++)
        assert_true(line[i].right <= edge + 60);
}

static void links_have_one_element_and_an_area_per_line(void **state)
{
    struct fixture *x = *state;
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    struct inl parts[] = {{.text = prose(x, 12)}, {.text = " "},
                          {.text = "https://example.org/a/very/long/path/that/cannot/stay/on/one"
                                   "/line/together/with/the/words/before/it/and/so/on/for/long",
                           .url = "https://example.org/"}};
    b->text = (struct inlines){parts, 3};
    struct pages *p = set(x);
    size_t areas = 0;
    for (size_t i = 0; i < p->page[0]->n; i++)
        if (p->page[0]->prim[i].kind == PRIM_LINK) {
            areas++;
            assert_string_equal(p->page[0]->prim[i].url, "https://example.org/");
            assert_true(p->page[0]->prim[i].w > 0 && p->page[0]->prim[i].h > 0);
        }
    assert_true(areas >= 2);
    assert_int_equal(count_elements(p, "Link"), 1);
    for (size_t i = 0; i < p->page[0]->n; i++) /* https:// stays with its host, no hyphen added */
        if (p->page[0]->prim[i].kind == PRIM_TEXT) {
            assert_null(strstr(p->page[0]->prim[i].text, "https:// "));
            if (!strcmp(p->structure->item[p->page[0]->prim[i].element].type, "Link"))
                assert_null(p->page[0]->prim[i].actual);
        }
}

/* A figure that leads to its records stands, with all words around it, where it stood; "9." is
 * closer than the two apart. */
static void proofs_of_figures_move_nothing(void **state)
{
    struct fixture *x = *state;
    struct inl text[] = {{.text = "Of all agreements that were signed in the year, "},
                         {.text = "4,089"},
                         {.text = ". Those with financial contributions among them amount to ("},
                         {.text = "1,053.79"},
                         {.text = "), as the table below says for each of the regions, one by one."}};
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    b->text = (struct inlines){text, 5};
    struct printed_line plain[8], proven[8];
    struct pages *p = set(x);
    size_t n = lines_on(p, 0, plain, 8), links = 0;
    text[1].proof = "https://example.org/a/";
    text[3].proof = "https://example.org/b/";
    text[3].proof_title = "What they are worth";
    p = set(x);
    assert_true(n > 1);
    assert_int_equal(lines_on(p, 0, proven, 8), n);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(proven[i].text, plain[i].text);
        assert_int_equal(proven[i].left, plain[i].left);
        assert_in_range(proven[i].right, plain[i].right - 1, plain[i].right + 1);
    }
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *l = &p->page[0]->prim[i], *t = l - 1;
        if (l->kind != PRIM_LINK)
            continue;
        assert_string_equal(l->url, text[1 + 2 * links].proof);
        assert_string_equal(t->text, text[1 + 2 * links].text);
        assert_int_equal(l->element, t->element);
        assert_string_equal(structure_at(p->structure, l->element)->type, "Link");
        assert_memory_equal(&t->style.color, &x->doc.style.text, sizeof t->style.color);
        assert_int_equal(l->w, t->advance);
        links++;
    }
    assert_int_equal(links, 2);
}

static void a_word_wider_than_the_line_stays_on_the_page(void **state)
{
    struct fixture *x = *state;
    char long_word[600];
    memset(long_word, 'x', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    add(x, BLOCK_PARAGRAPH, long_word);
    struct pages *p = set(x);
    mpt edge = x->doc.style.page_width - x->doc.style.margin_end;
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *t = &p->page[0]->prim[i];
        assert_true(t->kind != PRIM_TEXT || t->x + t->advance <= edge + 100);
    }
}

static void white_space_collapses(void **state)
{
    struct fixture *x = *state;
    add(x, BLOCK_PARAGRAPH, "  one\n\t two   three ");
    struct pages *p = set(x);
    assert_string_equal(nth_text(p, 0, "P", 0)->text, "one two three");
}

static void unknown_characters_are_reported_with_their_place(void **state)
{
    struct fixture *x = *state;
    struct block *b = add(x, BLOCK_PARAGRAPH, "a \xF0\x9F\xA6\x84 unicorn");
    static const struct source src = {"x.md", "a", 1};
    b->text.item[0].place = (struct place){&src, 1, 1, 1};
    set(x);
    struct buf out = BUF_INIT;
    diags_write(x->d, &out, (struct diags_print){0});
    assert_non_null(strstr(buf_str(&out), "x.md:1:1: error: "));
    assert_non_null(strstr(buf_str(&out), "U+1F984"));
    buf_free(&out);
}

static void the_caret_stands_on_the_character_where_it_is_written(void **state)
{
    struct fixture *x = *state;
    static const char text[] = "One line.\n\nMore of\n*it*: h\xC3\xA9 a\xF0\x9F\xA6\x84 and "
                               "&#x1F99A; here.\n\nElsewhere \xF0\x9F\xA6\x9A.\n";
    struct source *src = ARENA_NEW(x->a, struct source);
    *src = (struct source){"x.md", text, strlen(text)};
    struct inl parts[] = {{.text = "More of"}, {.text = " "}, {.text = "it"},
                          {.text = ": h\xC3\xA9 a\xF0\x9F\xA6\x84 and \xF0\x9F\xA6\x9A here."}};
    for (size_t i = 0; i < 4; i++)
        parts[i].place = (struct place){src, 3, 1, 1};
    struct block *b = add(x, BLOCK_PARAGRAPH, NULL);
    b->text = (struct inlines){parts, 4};
    set(x);
    struct buf out = BUF_INIT;
    diags_write(x->d, &out, (struct diags_print){0});
    assert_non_null(strstr(buf_str(&out), "x.md:4:11: error: no font of site.yaml has the "
                                          "character \"\xF0\x9F\xA6\x84\""));
    assert_non_null(strstr(buf_str(&out), "x.md:3:1: error: no font of site.yaml has the "
                                          "character \"\xF0\x9F\xA6\x9A\""));
    assert_int_equal(diags_count(x->d, SEVERITY_ERROR), 2);
    buf_free(&out);
}

static void labels_and_figures_are_checked_too(void **state)
{
    struct fixture *x = *state;
    struct scene *s = scene_new(x->a, 100 * MPT, 20 * MPT);
    struct text_style style = {.size = 9 * MPT};
    scene_text(s, 0, 10 * MPT, "bar \xF0\x9F\xA6\x84", style, ANCHOR_START);
    struct block *figure = add(x, BLOCK_FIGURE, NULL);
    figure->scene = s;
    figure->alt = "A bar.";
    struct block *list = add(x, BLOCK_LIST, NULL), *item = block_of(x, BLOCK_ITEM, NULL);
    item->number = "\xF0\x9F\xA6\x9A";
    list->child = &item;
    list->n = 1;
    set(x);
    assert_int_equal(diags_count(x->d, SEVERITY_ERROR), 2);
    assert_true(diags_has(x->d, DIAG_MISSING_GLYPH));
}

/* Readers refuse these; whoever makes such a document by other means gets pages all the same. */
static void marks_inside_notes_do_no_harm(void **state)
{
    struct fixture *x = *state;
    struct inl first[] = {{.text = "outer"}, {.kind = INLINE_NOTE_MARK, .note = 2}};
    struct inl second[] = {{.text = "inner"}, {.kind = INLINE_NOTE_MARK, .note = 1},
                           {.kind = INLINE_NOTE_MARK, .note = 2},
                           {.kind = INLINE_NOTE_MARK, .note = 9}};
    struct inl parts[] = {{.text = "signed"}, {.kind = INLINE_NOTE_MARK, .note = 1}};
    x->note[0].text = (struct inlines){first, 2};
    x->note[1].text = (struct inlines){second, 4};
    x->doc.notes = 2;
    add(x, BLOCK_PARAGRAPH, NULL)->text = (struct inlines){parts, 2};
    struct pages *p = set(x);
    assert_non_null(find_text(p, "outer", NULL));
    assert_int_equal(count_elements(p, "Note"), 2);
}

static void right_to_left_runs_stand_in_visual_order(void **state)
{
    struct fixture *x = *state; /* Hebrew: three letters that Carlito lacks are boxes, but stand */
    add(x, BLOCK_PARAGRAPH, "ab \xD7\x90\xD7\x91 12 cd");
    struct pages *p = set(x);
    const struct prim *hebrew = find_text(p, "\xD7\x90\xD7\x91", NULL);
    const struct prim *digits = find_text(p, "12", NULL), *end = find_text(p, "cd", NULL);
    assert_true(hebrew->rtl);
    assert_false(digits->rtl);
    assert_true(digits->x < hebrew->x && hebrew->x < end->x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPESET_TEST(justified_lines_fill_the_measure),
        TYPESET_TEST(text_comes_back_word_for_word),
        TYPESET_TEST(added_hyphens_stand_for_nothing),
        TYPESET_TEST(no_break_spaces_and_percents_hold),
        TYPESET_TEST(what_a_figure_counts_is_not_hyphenated),
        TYPESET_TEST(marks_stay_with_their_word_and_lead_to_their_note),
        TYPESET_TEST(what_cannot_be_broken_is_broken_rather_than_run_over_the_edge),
        TYPESET_TEST(links_have_one_element_and_an_area_per_line),
        TYPESET_TEST(proofs_of_figures_move_nothing),
        TYPESET_TEST(a_word_wider_than_the_line_stays_on_the_page),
        TYPESET_TEST(white_space_collapses),
        TYPESET_TEST(unknown_characters_are_reported_with_their_place),
        TYPESET_TEST(the_caret_stands_on_the_character_where_it_is_written),
        TYPESET_TEST(labels_and_figures_are_checked_too),
        TYPESET_TEST(marks_inside_notes_do_no_harm),
        TYPESET_TEST(right_to_left_runs_stand_in_visual_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
