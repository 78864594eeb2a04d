#include "typeset_fixture.h"

#include <stdlib.h>

static struct block *table(struct fixture *x, size_t columns, const char *align, size_t rows,
                           const char *const *text)
{
    struct block *b = add(x, BLOCK_TABLE, NULL);
    struct table *t = b->table = ARENA_NEW(x->a, struct table);
    t->columns = columns;
    t->rows = rows;
    t->row = ARENA_ARRAY(x->a, struct row, rows);
    t->align = ARENA_ARRAY(x->a, enum cell_align, columns);
    for (size_t c = 0; c < columns; c++)
        t->align[c] = align[c] == 'd' ? CELL_DECIMAL : CELL_START;
    for (size_t r = 0; r < rows; r++) {
        t->row[r].head = r == 0;
        t->row[r].cell = ARENA_ARRAY(x->a, struct cell, columns);
        for (size_t c = 0; c < columns; c++) {
            t->row[r].cell[c].text = text_of(x, text[r * columns + c]);
            t->row[r].cell[c].header = c == 0;
        }
    }
    return b;
}

/* Where the decimal mark (or the end) of a number stands. */
static mpt mark_x(struct fixture *x, const struct prim *t)
{
    size_t n = strcspn(t->text, ".");
    return t->x + typeset_text_width(x->fonts, arena_strndup(x->a, t->text, n), t->style);
}

static void decimal_marks_stand_under_each_other(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"Region", "USD", "A", "19.82", "B", "1,000.5", "C", "7",
                                "D", "0.375", "E", "not available"};
    table(x, 2, "sd", 6, text);
    struct pages *p = set(x);
    mpt mark = mark_x(x, find_text(p, "19.82", NULL));
    assert_in_range(mark_x(x, find_text(p, "1,000.5", NULL)), mark - 20, mark + 20);
    assert_in_range(mark_x(x, find_text(p, "0.375", NULL)), mark - 20, mark + 20);
    const struct prim *seven = nth_text(p, 0, "TD", 2);
    assert_string_equal(seven->text, "7");
    assert_in_range(mark_x(x, seven), mark - 20, mark + 20);
    assert_true(seven->style.tabular);
    const struct prim *words = find_text(p, "not available", NULL);
    const struct prim *head = find_text(p, "USD", NULL);
    assert_in_range(words->x + words->advance, head->x + head->advance - 20,
                    head->x + head->advance + 20);
}

static void tags_name_heads_rows_and_cells(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"Region", "USD", "A", "1", "B", "2"};
    struct block *b = table(x, 2, "sd", 3, text);
    b->caption = text_of(x, "Table 1");
    b->attachment = "regions.csv";
    struct pages *p = set(x);
    assert_int_equal(count_elements(p, "Table"), 1);
    assert_int_equal(count_elements(p, "THead"), 1);
    assert_int_equal(count_elements(p, "TBody"), 1);
    assert_int_equal(count_elements(p, "TR"), 3);
    assert_int_equal(count_elements(p, "TH"), 4);
    assert_int_equal(count_elements(p, "TD"), 2);
    const struct prim *head = find_text(p, "USD", NULL), *row = find_text(p, "B", NULL);
    assert_string_equal(p->structure->item[head->element].scope, "Column");
    assert_string_equal(p->structure->item[row->element].scope, "Row");
    const struct prim *caption = find_text(p, "Table 1", NULL);
    const struct element *e = &p->structure->item[caption->element];
    assert_string_equal(e->type, "Caption");
    assert_string_equal(p->structure->item[e->parent].attachment, "regions.csv");
}

static const char *const *many_rows(struct fixture *x, size_t rows)
{
    const char **text = ARENA_ARRAY(x->a, const char *, rows * 2);
    text[0] = "Head one";
    text[1] = "Head two";
    for (size_t r = 1; r < rows; r++) {
        text[r * 2] = arena_printf(x->a, "Row %zu.", r);
        text[r * 2 + 1] = prose(x, (int)(r % 5) * 12 + 3);
    }
    return text;
}

/* ISO 32000-1, table 337: a table with a THead has a TBody. */
static void a_table_of_heads_only_has_no_groups_of_rows(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"Region", "USD"};
    table(x, 2, "sd", 1, text);
    struct pages *p = set(x);
    assert_int_equal(count_elements(p, "THead"), 0);
    assert_int_equal(count_elements(p, "TBody"), 0);
    assert_int_equal(count_elements(p, "TR"), 1);
    assert_int_equal(count_elements(p, "TH"), 2);
}

/* A second run for the contents sets what the first one kept, words too wide for it included. */
static void what_is_kept_from_run_to_run_is_set_the_same(void **state)
{
    struct fixture *x = *state;
    enum { ROWS = 60 };
    const char *text[ROWS * 2];
    static mpt width[] = {60000, 80000};
    for (int i = 0; i < ROWS; i++) {
        text[2 * i] = i % 3 ? "Telecommunication Development" : "A";
        text[2 * i + 1] = arena_printf(x->a, "%d.5 https://example.org/%d/abcdefghijklmnop", i, i);
    }
    struct block *b = table(x, 2, "ss", ROWS, text);
    b->table->width = width;
    struct pages *once = set(x);
    x->block.n = 0;
    struct block *contents = add(x, BLOCK_CONTENTS, NULL), *heading = add(x, BLOCK_HEADING, "Two");
    heading->level = 1;
    contents->level = 2;
    VEC_PUSH(x->a, &x->block, b);
    struct pages *twice = set(x);
    assert_true(count_elements(twice, "TOCI") > 0);
    for (size_t n = 0;; n++) {
        const struct prim *t = nth_text(once, 0, "TD", n);
        if (!t)
            break;
        const struct prim *same = nth_text(twice, 0, "TD", n);
        if (!same)
            break;
        assert_string_equal(t->text, same->text);
        assert_int_equal(t->x, same->x);
        assert_true(n < 1000);
    }
    assert_non_null(nth_text(twice, 0, "TD", 10));
}

static void heads_repeat_as_decoration_and_rows_stay_whole(void **state)
{
    struct fixture *x = *state;
    size_t rows = 90;
    table(x, 2, "ss", rows, many_rows(x, rows));
    struct pages *p = set(x);
    assert_true(p->n >= 3);
    for (size_t k = 0; k < p->n; k++) {
        const struct prim *head = NULL;
        mpt last_row = 0;
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (t->kind != PRIM_TEXT)
                continue;
            if (!strncmp(t->text, "Head one", 8))
                head = t;
            last_row = t->y > last_row ? t->y : last_row;
        }
        assert_non_null(head);
        assert_int_equal(head->element == ELEMENT_NONE, k > 0);
        assert_true(last_row < x->doc.style.page_height - x->doc.style.margin_bottom);
    }
    assert_int_equal(count_elements(p, "TR"), rows);
    int *page_of = ARENA_ARRAY(x->a, int, p->structure->n);
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (t->kind != PRIM_TEXT || t->element == ELEMENT_NONE)
                continue;
            int tr = p->structure->item[t->element].parent;
            assert_true(page_of[tr] == 0 || page_of[tr] == (int)k + 1);
            page_of[tr] = (int)k + 1;
        }
}

static void later_pages_say_which_table_goes_on(void **state)
{
    struct fixture *x = *state;
    size_t rows = 90;
    struct block *b = table(x, 2, "ss", rows, many_rows(x, rows));
    b->continued = "Table 1 (continued)";
    struct pages *p = set(x);
    assert_true(p->n >= 3);
    for (size_t k = 0; k < p->n; k++) {
        const struct prim *line = NULL, *head = NULL;
        for (size_t i = 0; i < p->page[k]->n; i++) {
            const struct prim *t = &p->page[k]->prim[i];
            if (t->kind == PRIM_TEXT && !strncmp(t->text, "Table 1 (", 9))
                line = t;
            if (t->kind == PRIM_TEXT && !strncmp(t->text, "Head one", 8))
                head = t;
        }
        assert_int_equal(line != NULL, k > 0);
        assert_true(!line || (line->y < head->y && line->element == ELEMENT_NONE));
    }
}

static void a_row_taller_than_a_page_splits(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"Name", "Text", "Long", prose(x, 2500), "Short", "End."};
    table(x, 2, "ss", 3, text);
    struct pages *p = set(x);
    assert_true(p->n >= 2);
    for (size_t k = 0; k < p->n; k++)
        for (size_t i = 0; i < p->page[k]->n; i++)
            assert_true(p->page[k]->prim[i].kind != PRIM_TEXT ||
                        p->page[k]->prim[i].y <
                            x->doc.style.page_height - x->doc.style.margin_bottom);
    const struct prim *head = nth_text(p, 1, NULL, 0), *first = nth_text(p, 1, "TD", 0);
    const struct typeset_style *s = &x->doc.style;
    assert_string_equal(head->text, "Name");
    assert_int_equal(first->y - head->y, s->table_leading + 2 * s->table.row_pad); /* as below heads of the first page */
}

static void a_table_is_as_wide_as_the_text_or_less(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"A", "B", "C", "a", "1", "2", prose(x, 25), "12", "13"};
    table(x, 3, "sdd", 3, text);
    struct pages *p = set(x);
    mpt left = x->doc.style.margin_start;
    mpt right = x->doc.style.page_width - x->doc.style.margin_end;
    for (size_t i = 0; i < p->page[0]->n; i++) {
        const struct prim *t = &p->page[0]->prim[i];
        if (t->kind == PRIM_LINE)
            assert_true(t->x >= left && t->w <= right);
        if (t->kind == PRIM_TEXT && t->element != ELEMENT_NONE)
            assert_true(t->x >= left && t->x + t->advance <= right + 3000);
    }
}

static void sums_have_a_rule_and_groups_span_all_columns(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"A", "B", "Group", "", "a", "1", "Total", "1"};
    struct block *b = table(x, 2, "sd", 4, text);
    b->table->row[1].group = true;
    b->table->row[3].sum = true;
    struct pages *p = set(x);
    size_t rules = 0;
    for (size_t i = 0; i < p->page[0]->n; i++)
        rules += p->page[0]->prim[i].kind == PRIM_LINE;
    assert_int_equal(rules, 4); /* head, under the head, sum, foot */
    const struct prim *group = find_text(p, "Group", NULL);
    assert_int_equal(p->structure->item[group->element].col_span, 2);
    assert_int_equal(find_text(p, "Total", NULL)->style.weight, FONT_BOLD);
}

static const struct element *element_of(const struct pages *p, const struct prim *t)
{
    return &p->structure->item[t->element];
}

/* Those who listen hear of the group: it has a body of its own, and its cells name its heading
 * and their columns'. */
static void cells_of_groups_name_what_stands_over_them(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"Name", "USD", "Group one", "", "alpha", "10",
                                "Group two", "", "beta", "20", "gamma", "30"};
    struct block *b = table(x, 2, "sd", 6, text);
    b->table->row[1].group = b->table->row[3].group = true;
    b->table->summary = "Two groups";
    struct pages *p = set(x);
    assert_int_equal(count_elements(p, "TBody"), 2);
    const struct element *usd = element_of(p, find_text(p, "USD", NULL));
    const struct element *two = element_of(p, find_text(p, "Group two", NULL));
    const struct element *cell = element_of(p, find_text(p, "30", NULL));
    assert_string_equal(cell->headers, arena_printf(x->a, "%s %s", usd->id, two->id));
    assert_string_not_equal(element_of(p, find_text(p, "10", NULL))->headers, cell->headers);
    assert_string_equal(p->structure->item[1].type, "Table");
    assert_string_equal(p->structure->item[1].alt, "Two groups");
}

/* Two rows of heads: cells name both. */
static void cells_under_two_heads_name_both(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"Name", "2024", "", "USD", "alpha", "10"};
    struct block *b = table(x, 2, "sd", 3, text);
    b->table->row[1].head = true;
    struct pages *p = set(x);
    const struct element *cell = element_of(p, find_text(p, "10", NULL));
    assert_string_equal(cell->headers,
                        arena_printf(x->a, "%s %s", element_of(p, find_text(p, "2024", NULL))->id,
                                     element_of(p, find_text(p, "USD", NULL))->id));
}

/* Whatever the height above: a group's heading has a row below it, a sum one above it. */
static void groups_and_sums_are_not_parted_from_their_rows(void **state)
{
    struct fixture *x = *state;
    size_t rows = 60;
    const char **text = ARENA_ARRAY(x->a, const char *, rows * 2);
    for (size_t r = 0; r < rows; r++) {
        const char *word = r % 5 == 1 ? "Group" : r % 5 == 0 && r ? "Sum" : "Row";
        text[2 * r] = arena_printf(x->a, "%s %zu", word, r);
        text[2 * r + 1] = "1";
    }
    for (int lines = 1; lines < 9; lines++) {
        x->block.n = 0;
        add(x, BLOCK_PARAGRAPH, prose(x, lines * 14));
        struct block *b = table(x, 2, "sd", rows, text);
        for (size_t r = 1; r < rows; r++) {
            b->table->row[r].group = r % 5 == 1;
            b->table->row[r].sum = r % 5 == 0;
        }
        struct pages *p = set(x);
        assert_true(p->n > 1);
        for (size_t k = 0; k < p->n; k++) {
            const struct prim *last = NULL, *first = NULL;
            for (size_t i = 0; i < p->page[k]->n; i++) {
                const struct prim *t = &p->page[k]->prim[i];
                if (t->kind != PRIM_TEXT || t->element == ELEMENT_NONE || t->text[0] == '1')
                    continue;
                first = first ? first : t;
                last = t;
            }
            assert_non_null(first);
            assert_non_null(last);
            assert_true(strncmp(first->text, "Sum", 3) != 0);
            assert_true(strncmp(last->text, "Group", 5) != 0);
        }
    }
}

static void footnotes_of_cells_stand_in_their_cell(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"A", "B", "a", "1"};
    struct block *b = table(x, 2, "ss", 2, text);
    static struct inl parts[] = {{.text = "cell"}, {.kind = INLINE_NOTE_MARK, .note = 1}};
    b->table->row[1].cell[1].text = (struct inlines){parts, 2};
    x->note[0].text = text_of(x, "A note.");
    x->doc.notes = 1;
    struct pages *p = set(x);
    const struct prim *note = find_text(p, "A note.", NULL);
    assert_non_null(note);
    const struct element *e = &p->structure->item[p->structure->item[note->element].parent];
    assert_string_equal(e->type, "Note");
    assert_string_equal(p->structure->item[e->parent].type, "TD");
}

/* A name of one word stands in a table of ranks and shares. */
static void only_the_long_word_breaks(void **state)
{
    struct fixture *x = *state;
    static const size_t lengths[] = {40, 90, 300};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        char *word = ARENA_ARRAY(x->a, char, lengths[i] + 1);
        memset(word, 'm', lengths[i]);
        const char *const text[] = {"Rank", "Partner", "Contributions", "Share", "Organization",
                                    "1", word, "19.82", "100%", "Representation",
                                    "10", "Telecommunica", "1,182.75", "5%", "UN"};
        x->block.n = 0;
        table(x, 5, "dsdds", 3, text);
        struct pages *p = set(x);
        for (size_t k = 0; k < sizeof text / sizeof *text; k++)
            if (text[k] != word)
                assert_non_null(find_text(p, text[k], NULL));
        size_t letters = 0;
        for (size_t k = 0; nth_text(p, 0, NULL, k); k++)
            letters += strspn(nth_text(p, 0, NULL, k)->text, "m");
        assert_int_equal(letters, lengths[i]);
        const struct prim *first = find_text(p, "mmmm", NULL); /* a fair piece of it in a line */
        assert_true(first->advance > 90 * MPT);
    }
}

/* It breaks on any width, so that half of the table would be wasted on it. */
static void a_word_wider_than_the_table_leaves_room_to_the_others(void **state)
{
    struct fixture *x = *state;
    char word[401];
    memset(word, 'm', sizeof word - 1);
    word[sizeof word - 1] = 0;
    const char *const text[] = {"Name", "Objective", word, arena_printf(x->a, "Begins %s", prose(x, 600))};
    table(x, 2, "ss", 2, text);
    struct pages *p = set(x);
    const struct prim *begins = find_text(p, "Begins", NULL);
    mpt edge = x->doc.style.page_width - x->doc.style.margin_end, start = x->doc.style.margin_start;
    assert_true(begins->x - start < (edge - start) / 3);
    assert_true(begins->x - start > (edge - start) / 20);
}

static const char *said(struct fixture *x)
{
    struct buf out = BUF_INIT;
    diags_write(x->d, &out, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    return buf_to_arena(&out, x->a);
}

/* Twelve columns of ids and amounts: what cannot fit is said once, with what would. */
static void too_many_columns_say_how_many_fit(void **state)
{
    struct fixture *x = *state;
    enum { COLUMNS = 12 };
    const char *text[2 * COLUMNS];
    for (int c = 0; c < COLUMNS; c++) {
        text[c] = "Head";
        text[COLUMNS + c] = c % 2 ? "1,234,567.89" : "bdt-2024-0013";
    }
    table(x, COLUMNS, "sdsdsdsdsdsd", 2, text);
    set(x);
    assert_true(diags_has(x->d, DIAG_TABLE_TOO_WIDE));
    const char *fit = strstr(said(x), "the first ");
    assert_non_null(fit);
    size_t columns = strtoul(fit + strlen("the first "), NULL, 10);
    assert_in_range(columns, 1, COLUMNS - 1);
    for (int more = 0; more < 2; more++) {
        size_t n = columns + (size_t)more;
        const char **part = ARENA_ARRAY(x->a, const char *, 2 * n);
        memcpy(part, text, n * sizeof *part);
        memcpy(part + n, text + COLUMNS, n * sizeof *part);
        x->d = diags_new(x->a);
        x->block.n = 0;
        table(x, n, "sdsdsdsdsdsd", 2, part);
        struct pages *p = set(x);
        assert_int_equal(diags_has(x->d, DIAG_TABLE_TOO_WIDE), more);
        assert_true(more || (find_text(p, "bdt-2024-0013", NULL) &&
                             find_text(p, "1,234,567.89", NULL)));
    }
}

/* Given widths hold; one that would cut an id or an amount is widened, and that is said. */
static void given_widths_never_cut_numbers(void **state)
{
    struct fixture *x = *state;
    const char *const text[] = {"Number", "Title", "USD", "bdt-2024-0013", prose(x, 9),
                                "37,960.95"};
    static mpt narrow[] = {3000, 0, 14000}, wide[] = {400000, 400000, 400000},
               good[] = {90000, 0, 0};
    struct block *b = table(x, 3, "ssd", 2, text);
    b->table->width = narrow;
    struct pages *p = set(x);
    assert_non_null(find_text(p, "bdt-2024-0013", NULL));
    assert_non_null(find_text(p, "37,960.95", NULL));
    assert_non_null(strstr(said(x), "the column \"Number\" cannot be 1.1 mm wide"));
    assert_non_null(strstr(said(x), "the column \"USD\" cannot be 5.0 mm wide"));
    assert_false(diags_failed(x->d));
    x->d = diags_new(x->a);
    b->table->width = wide;
    p = set(x);
    assert_true(diags_has(x->d, DIAG_WIDTHS_TOO_WIDE));
    assert_true(find_text(p, "37,960.95", NULL)->x < x->doc.style.page_width);
    x->d = diags_new(x->a);
    b->table->width = good;
    p = set(x);
    assert_int_equal(diags_mark(x->d), 0);
    mpt start = nth_text(p, 0, "TH", 0)->x;
    assert_true(nth_text(p, 0, "TD", 0)->x >= start + 90000);
}

/* Of many rows only some have their words looked at, but every id. */
static void the_longest_id_counts_wherever_it_stands(void **state)
{
    struct fixture *x = *state;
    enum { ROWS = 300 };
    const char *text[ROWS * 2];
    for (int i = 0; i < ROWS; i++) {
        text[2 * i] = i == 251 ? "bdt-2024-000000013" : "bdt-1";
        text[2 * i + 1] = prose(x, 60);
    }
    table(x, 2, "ss", ROWS, text);
    assert_non_null(find_text(set(x), "bdt-2024-000000013", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TYPESET_TEST(decimal_marks_stand_under_each_other),
        TYPESET_TEST(tags_name_heads_rows_and_cells),
        TYPESET_TEST(a_table_of_heads_only_has_no_groups_of_rows),
        TYPESET_TEST(what_is_kept_from_run_to_run_is_set_the_same),
        TYPESET_TEST(heads_repeat_as_decoration_and_rows_stay_whole),
        TYPESET_TEST(later_pages_say_which_table_goes_on),
        TYPESET_TEST(a_row_taller_than_a_page_splits),
        TYPESET_TEST(a_table_is_as_wide_as_the_text_or_less),
        TYPESET_TEST(sums_have_a_rule_and_groups_span_all_columns),
        TYPESET_TEST(cells_of_groups_name_what_stands_over_them),
        TYPESET_TEST(cells_under_two_heads_name_both),
        TYPESET_TEST(groups_and_sums_are_not_parted_from_their_rows),
        TYPESET_TEST(footnotes_of_cells_stand_in_their_cell),
        TYPESET_TEST(only_the_long_word_breaks),
        TYPESET_TEST(a_word_wider_than_the_table_leaves_room_to_the_others),
        TYPESET_TEST(too_many_columns_say_how_many_fit),
        TYPESET_TEST(given_widths_never_cut_numbers),
        TYPESET_TEST(the_longest_id_counts_wherever_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
