/* Styles of papers: what a file says becomes exact lengths, words and lists; what it leaves out
 * stands as in the series; the shipped series says what the program stands on. */
#include "unit/folder_fixture.h"

#include "records/records.h"
#include "report/report_room.h"

static struct records *read_content(struct folder *f, const char *style)
{
    folder_put(f, "c/site.yaml", "name: S\nbase_url: https://x.example.org\nlanguages: [en]\n"
                                 "default_language: en\nfonts: {latin: [Carlito], cjk: [A, B]}\n");
    if (style)
        folder_put(f, "t/document/own.yaml", style);
    struct records *r = records_read(f->a, f->d, arena_printf(f->a, "%s/c", f->path));
    f->d = diags_new(f->a); /* a content so small is not without fault */
    records_read_styles(
        r, f->d, &(struct input_layers){.dir = {arena_printf(f->a, "%s/t", f->path)}, .n = 1});
    return r;
}

static void lengths_are_exact(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    struct records *r = read_content(&f, "page:\n  size: [210 mm, 297mm]\n"
                                 "  margins: {top: 25.4 mm, bottom: 30 mm, start: 71 pt}\n"
                                 "type: {body: {size: 10.0005 pt}, note: {leading: 12.3454 pt}}\n"
                                 "notes: {rule: 0.25 pt, rule_length: 0 pt}\n");
    assert_string_equal(folder_said(&f), "");
    assert_int_equal(r->style_n, 1);
    const struct paper_style *s = &r->style[0];
    assert_string_equal(s->id, "own");
    assert_int_equal(s->page[0].mpt, 595276); /* 595.2755... */
    assert_int_equal(s->page[1].mpt, 841890);
    assert_int_equal(s->margin_top.mpt, 72000); /* one inch */
    assert_int_equal(s->margin_bottom.mpt, 85039); /* 85.0393... */
    assert_int_equal(s->margin_start.mpt, 71000);
    assert_false(s->margin_end.given);
    assert_int_equal(s->body.size.mpt, 10001); /* half away from zero */
    assert_false(s->body.leading.given);
    assert_int_equal(s->note.leading.mpt, 12345);
    assert_int_equal(s->note_rule.mpt, 250);
    assert_true(s->note_rule_length.given && s->note_rule_length.mpt == 0);
    folder_close(&f);
}

/* The ends of what is allowed are whole millimetres, and themselves allowed. */
static void limits_include_themselves(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    read_content(&f, "page:\n  size: [140 mm, 594 mm]\n"
                     "  margins: {top: 55 mm, bottom: 8 mm, start: 55.1 mm, end: 7.9 mm}\n"
                     "cover: {order: [title]}\n");
    assert_string_equal(folder_said(&f), "3:46 length-range\n3:60 length-range\n");
    folder_close(&f);
}

static void parts_stand_in_their_order(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    struct records *r = read_content(&f, "cover:\n"
                                 "  order: [title, {space: 30 mm}, head, page-break]\n"
                                 "  head: {start: [date, number], end: []}\n"
                                 "  title: {align: end, letters: as-written}\n"
                                 "labels: {summary: {en: In short, ar: باختصار}, action: x_y}\n"
                                 "running_head: {start: \"\", end: \"{page} / {pages}\"}\n"
                                 "lists: {number: \"({n})\"}\nfonts: {latin: [DejaVu Sans]}\n");
    assert_string_equal(folder_said(&f), "");
    const struct paper_style *s = &r->style[0];
    assert_int_equal(s->covers, 4);
    assert_int_equal(s->cover[0].part, COVER_TITLE);
    assert_int_equal(s->cover[1].part, COVER_SPACE);
    assert_int_equal(s->cover[1].space.mpt, 85039);
    assert_int_equal(s->cover[2].part, COVER_HEAD);
    assert_int_equal(s->cover[3].part, COVER_PAGE_BREAK);
    assert_int_equal(s->head_lines_start.n, 2);
    assert_int_equal(s->head_lines_start.line[0], HEAD_DATE);
    assert_int_equal(s->head_lines_start.line[1], HEAD_NUMBER);
    assert_int_equal(s->head_lines_end.n, 0);
    assert_int_equal(s->level[0].align, ALIGN_END);
    assert_int_equal(s->level[0].letters, CASE_AS_WRITTEN);
    assert_string_equal(s->label_summary.text->in[LANG_EN], "In short");
    assert_string_equal(s->label_summary.word, "cover_summary"); /* where a language lacks */
    assert_string_equal(s->label_action.word, "x_y"); /* no strings are there to ask */
    assert_string_equal(s->label_contact.word, "cover_contact");
    assert_null(s->head_start);
    assert_string_equal(s->head_end, "{page} / {pages}");
    assert_string_equal(s->list_number, "({n})");
    struct font_lists lists = report_fonts(&r->site, s);
    assert_string_equal(lists.family[FONT_LATIN][0], "DejaVu Sans");
    assert_null(lists.family[FONT_LATIN][1]);
    assert_string_equal(lists.family[FONT_CJK][0], "A"); /* the site's */
    assert_string_equal(lists.family[FONT_CJK][1], "B");
    assert_string_equal(lists.place[FONT_LATIN].src->path, s->place.src->path);
    assert_ptr_not_equal(lists.place[FONT_CJK].src, s->place.src);
    folder_close(&f);
}

static void what_is_wrong_is_said(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    read_content(&f, "page: {size: B4}\ncover:\n  order: [title, titel, title, {gap: 3 mm}]\n"
             "paragraphs: {setting: justfied}\ncolours: {text: blue}\nlists: {number: \"1.\"}\n"
             "heading: {}\nlabels: {summary: {de: Kurz}}\n");
    assert_string_equal(folder_said(&f), "1:14 bad-choice\n3:18 bad-choice\n3:25 repeated-item\n"
                                         "3:32 wrong-shape\n4:23 bad-choice\n5:17 bad-colour\n"
                                         "6:17 bad-pattern\n7:1 unknown-key\n"
                                         "8:20 unknown-language\n");
    folder_close(&f);
}

static void documents_find_their_style(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    static const char *const names[] = {"a", "b", "c"};
    static const char *const styles[] = {"", "style: own\n", "style: onw\n"};
    for (size_t i = 0; i < 3; i++)
        folder_put(&f, arena_printf(f.a, "c/documents/%s/document.yaml", names[i]),
                   arena_printf(f.a, "id: %s\nyears: 2024\ngroup: G\noriginal: en\nsource: S\n"
                                     "title: T\nlanguages: [en]\n%s", names[i], styles[i]));
    struct records *r = read_content(&f, "paragraphs: {setting: ragged}\n");
    assert_int_equal(r->document_n, 3);
    assert_ptr_equal(r->document[0].paper, &paper_style_series);
    assert_ptr_equal(r->document[1].paper, &r->style[0]);
    assert_ptr_equal(r->document[2].paper, &paper_style_series);
    assert_string_equal(folder_said(&f), "8:8 unknown-style\n");
    folder_close(&f);
}

/* The shipped series writes out what stands when nothing is said: every length of it. */
static void the_series_is_written_out(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    folder_put(&f, "c/site.yaml", "name: S\nbase_url: https://x.example.org\nlanguages: [en]\n"
                                  "default_language: en\nfonts: {latin: [Carlito]}\n");
    struct records *r = records_read(f.a, f.d, arena_printf(f.a, "%s/c", f.path));
    f.d = diags_new(f.a);
    records_read_styles(r, f.d, &(struct input_layers){.dir = {"templates"}, .n = 1});
    assert_string_equal(folder_said(&f), "");
    const struct paper_style *series = NULL;
    for (size_t i = 0; i < r->style_n; i++)
        if (!strcmp(r->style[i].id, "series"))
            series = &r->style[i];
    assert_non_null(series);
    for (int landscape = 0; landscape < 2; landscape++) {
        struct typeset_style said = report_style(&r->site, series, landscape);
        struct typeset_style stands = report_style(&r->site, &paper_style_series, landscape);
        struct typeset_style plain = typeset_style_default(landscape);
        assert_memory_equal(&said, &stands, sizeof said);
        assert_memory_equal(&stands, &plain, sizeof plain);
    }
    const struct length *given[] = {
        &series->page[0], &series->margin_end, &series->level[3].indent, &series->list_indent,
        &series->rule_inner, &series->note_rule_length, &series->box_pad_y, &series->quote_bar,
        &series->end_before, &series->foot_drop, &series->head_end_width, &series->hairline,
        &series->source_space.after, &series->contact_field, &series->chart_size};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        assert_true(given[i]->given);
    assert_int_equal(series->covers, paper_style_series.covers);
    for (size_t i = 0; i < series->covers; i++)
        assert_int_equal(series->cover[i].part, paper_style_series.cover[i].part);
    assert_string_equal(series->head_end, paper_style_series.head_end);
    assert_string_equal(series->list_mark, paper_style_series.list_mark);
    folder_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths_are_exact),
        cmocka_unit_test(limits_include_themselves),
        cmocka_unit_test(parts_stand_in_their_order),
        cmocka_unit_test(what_is_wrong_is_said),
        cmocka_unit_test(documents_find_their_style),
        cmocka_unit_test(the_series_is_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
