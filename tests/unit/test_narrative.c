/* Narratives from their Markdown to the bound tree: values stay text, notes and headings are
 * numbered through all files, and every fault is told at its line and column. */
#include "model_fixture.h"

#include "narrative/narrative.h"
#include "unit/input_fixture.h"

#define ODD "*x* <b> [a](b) & {{y}} | `c`"

struct made {
    struct fixture f;
    const struct views *views;
    struct document record;
    struct view_document doc;
};

static void open(struct made *m)
{
    struct fixture *f = &m->f;
    *m = (struct made){0};
    fixture_open(f);
    static const char *const word[][2] = {{"not_available", "not available"},
                                          {"year_range", "{from}–{until}"}};
    fixture_words(f, word, sizeof word / sizeof *word);
    map_init(&f->r->site.region_colour, f->a);
    f->r->site.bright = "#009cd6";
    fixture_partner(f, "odd", "un")->name = fixture_text(ODD);
    fixture_partner(f, "link", "un")->name = fixture_text("javascript:alert(1)");
    fixture_partner(f, "hidden", "un")->name = fixture_text("Hushhush");
    for (int i = 0; i < 12; i++) {
        const char *who = i == 0 ? "odd link" : i == 1 ? "hidden" : "odd";
        struct agreement *g =
            fixture_agreement(f, arena_printf(f->a, "a-%02d", i), "mou", "2024-05-14", who);
        g->internal = i == 1;
        fixture_region(f, g, "AFR", 1);
        if (g->internal)
            fixture_money(f, g, "hidden", "9000.00", "USD");
        if (i == 0)
            fixture_money(f, g, "odd", "1550000.00", "USD");
    }
    m->views = views_open(f->a, f->d, fixture_build(f), LANG_EN, false);
    assert_silent(f);
    m->record = (struct document){.id = "d25"};
    m->doc = (struct view_document){.record = &m->record, .id = "d25", .lang = "en",
                                    .title = "Paper", .number = "D25/…-E",
                                    .period = {2024, 2024}};
}

static void close(struct made *m)
{
    fixture_close(&m->f);
}

static struct page_file file(struct made *m, const char *path, const char *text)
{
    struct source *src = ARENA_NEW(m->f.a, struct source);
    *src = (struct source){path, text, strlen(text)};
    return (struct page_file){.src = src, .slug = "x", .lang = LANG_EN};
}

/* A document of one or two files; two may be NULL. */
static struct narrative *document(struct made *m, const char *one, const char *two)
{
    struct page_file *files = ARENA_ARRAY(m->f.a, struct page_file, 2);
    files[0] = file(m, "content/01.md", one);
    if (two)
        files[1] = file(m, "content/02.md", two);
    m->doc.file = files;
    m->doc.files = two ? 2 : 1;
    if (!m->doc.summary)
        m->doc.summary = m->doc.action = ARENA_NEW(m->f.a, struct text);
    return narrative_document(m->f.a, m->f.d, m->views, &m->doc);
}

static struct narrative *page(struct made *m, const char *text)
{
    struct page_file *f = ARENA_NEW(m->f.a, struct page_file);
    *f = file(m, "content/p.md", text);
    return narrative_page(m->f.a, m->f.d, m->views, f);
}

static const char *said(struct made *m)
{
    return input_said(&(struct input_fixture){.a = m->f.a, .d = m->f.d});
}

/* --- the tree as a line of text --- */

static void put_nodes(struct buf *out, const struct nar_node *n);

static void put_node(struct buf *out, const struct nar_node *n)
{
    static const char *const names[] = {
        [NAR_ROOT] = "root", [NAR_PARAGRAPH] = "p", [NAR_QUOTE] = "quote", [NAR_LIST] = "list",
        [NAR_ITEM] = "item", [NAR_RULE] = "rule", [NAR_TABLE] = "table", [NAR_ROW] = "row",
        [NAR_CELL] = "cell", [NAR_EMPHASIS] = "em", [NAR_STRONG] = "strong"};
    switch (n->kind) {
    case NAR_TEXT: buf_printf(out, "'%s'", n->text); return;
    case NAR_FIGURE: buf_printf(out, "<%s=%s>", n->figure, n->text); return;
    case NAR_CODE: buf_printf(out, "code'%s'", n->text); return;
    case NAR_CODE_BLOCK: buf_printf(out, "pre'%s'", n->text); return;
    case NAR_NOTE_MARK: buf_printf(out, "^%d", n->note); return;
    case NAR_SOFT_BREAK: case NAR_LINE_BREAK: buf_putc(out, '/'); return;
    case NAR_SHOW_TABLE: buf_printf(out, "TABLE:%s", n->table ? n->table->id : "-"); return;
    case NAR_SHOW_CHART: buf_printf(out, "CHART:%s", n->chart ? n->chart->spec.id : "-"); return;
    case NAR_HEADING:
        buf_printf(out, "h%d:%s#%s(", n->level, n->number ? n->number : "-", n->id);
        break;
    case NAR_LINK: case NAR_IMAGE: buf_printf(out, "link:%s(", n->url); break;
    default: buf_printf(out, "%s(", names[n->kind]); break;
    }
    put_nodes(out, n->first);
    buf_putc(out, ')');
}

static void put_nodes(struct buf *out, const struct nar_node *n)
{
    for (; n; n = n->next) {
        put_node(out, n);
        buf_puts(out, n->next ? " " : "");
    }
}

static const char *shape(struct made *m, const struct nar_node *root)
{
    struct buf out = BUF_INIT;
    put_nodes(&out, root->first);
    return buf_to_arena(&out, m->f.a);
}

#define assert_shape(m, root, text) assert_string_equal(shape((m), (root)), (text))
#define assert_said(m, text) assert_string_equal(said(m), (text))

/* --- values --- */

static void a_value_is_never_markdown(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    assert_shape(&m, document(&m, "# A {{partner.odd}}\n\n{{partner.odd}} *{{{partner.odd}}}*\n",
                              NULL)->body,
                 "h1:1#section-1('A ' '" ODD "') p('" ODD "' ' ' em('" ODD "'))");
    assert_shape(&m, document(&m, "| h |\n|---|\n| {{partner.odd}} |\n", NULL)->body,
                 "table(row(cell('h')) row(cell('" ODD "')))");
    assert_shape(&m, document(&m, "`{{partner.odd}}`\n\n```\n{{partner.odd}}\n```\n", NULL)->body,
                 "p(code'" ODD "') pre'" ODD "\n'");
    assert_shape(&m, document(&m, "- {{partner.odd}}\n\n> {{partner.odd}}\n", NULL)->body,
                 "list(item(p('" ODD "'))) quote(p('" ODD "'))");
    assert_shape(&m, document(&m, "A[^n]\n\n[^n]: {{partner.odd}}\n", NULL)->note[0].body,
                 "p('" ODD "')");
    assert_silent(&m.f);
    close(&m);
}

static void a_value_in_a_link_stays_within_it(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    assert_shape(&m, document(&m, "[{{partner.odd}}](https://e.org/?q={{year}}&n="
                                  "{{2024.agreements.count}})\n", NULL)->body,
                 "p(link:https://e.org/?q=2024&n=12('" ODD "'))");
    assert_silent(&m.f);
    close(&m);
}

static void figures_know_what_they_are(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    struct narrative *n = document(&m,
                                   "{{2024.agreements.count}} and "
                                   "{{2024.contributions.total.millions2}}, "
                                   "{{2024.contributions.total.usd}}, {{year}}, {{years}}, "
                                   "{{number}}, {{doc.d25}}\n", NULL);
    assert_shape(&m, n->body,
                 "p(<2024.agreements.count=12> ' and ' <2024.contributions.total=1.56> ', ' "
                 "<2024.contributions.total=1,559,000.00> ', ' '2024' ', ' '2024' ', ' "
                 "'D25/…-E' ', ' 'D25/…-E')");
    assert_int_equal(n->figures, 2); /* each once */
    assert_string_equal(n->figure[1]->id, "2024.contributions.total");
    assert_silent(&m.f);
    close(&m);
}

static void hidden_partners_have_no_tag(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    document(&m, "By {{partner.hidden}}.\n\n{{2024.partners.hidden.contributions}}\n", NULL);
    assert_said(&m, "1:6 unknown-figure\n3:3 unknown-figure\n");
    close(&m);
}

/* --- through all files --- */

static void notes_and_headings_go_on_over_files(void **state)
{
    struct made m;
    struct text summary;
    (void)state;
    open(&m);
    summary = fixture_text("In short.[^s]\n\n[^s]: Zero.");
    m.doc.summary = &summary;
    m.doc.action = ARENA_NEW(m.f.a, struct text);
    struct narrative *n = document(&m, "# A\n\n## B\n\nx[^b] y[^a]\n\n[^a]: One.\n[^b]: Two.\n",
                                   "## C\n\n# D\n\n## E\n\nz[^a]\n\n[^a]: Three.\n");
    assert_shape(&m, n->body,
                 "h1:1#section-1('A') h2:1.1#section-1-1('B') p('x' ^2 ' y' ^3) "
                 "h2:1.2#section-1-2('C') h1:2#section-2('D') h2:2.1#section-2-1('E') p('z' ^4)");
    assert_shape(&m, n->summary, "p('In short.' ^1)");
    assert_int_equal(n->notes, 4);
    assert_shape(&m, n->note[0].body, "p('Zero.')");
    assert_shape(&m, n->note[1].body, "p('Two.')"); /* in order of the marks */
    assert_shape(&m, n->note[2].body, "p('One.')");
    assert_shape(&m, n->note[3].body, "p('Three.')");
    assert_silent(&m.f);
    close(&m);
}

static void a_skipped_level_is_told(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    struct narrative *n = document(&m, "# A\n\n### B\n", NULL);
    assert_said(&m, "3:1 heading-level\n");
    assert_shape(&m, n->body, "h1:1#section-1('A') h2:1.1#section-1-1('B')");
    page(&m, "---\ntitle: T\n---\n## A page's own title is level one\n\n#### B\n");
    assert_said(&m, "3:1 heading-level\n6:1 heading-level\n");
    close(&m);
}

/* Those next to each other stay so, and what comes after is where it would have been. */
static void skipped_levels_close_up(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    struct narrative *n = document(&m, "### A\n\n# B\n\n#### C\n\n#### D\n\n## E\n\n### F\n", NULL);
    assert_shape(&m, n->body,
                 "h1:1#section-1('A') h1:2#section-2('B') h2:2.1#section-2-1('C') "
                 "h2:2.2#section-2-2('D') h2:2.3#section-2-3('E') h3:2.3.1#section-2-3-1('F')");
    assert_said(&m, "1:1 heading-level\n5:1 heading-level\n");
    close(&m);
}

/* --- places --- */

static void faults_stand_where_the_author_sees_them(void **state)
{
    static const char *const cases[][2] = {
        {"One.\n\nÄ → {{2024.agreements.count}}, {{2024.agreement.count}}\n", "3:34 unknown-figure"},
        {"{{partner.odd}} and {{partner.odd}} {{nothing}}\n", "1:39 unknown-figure"},
        {"A\n  {{ 2024.agreements }}\n", "2:6 incomplete-figure"},
        {"A {{year\n", "1:3 template-unclosed-tag"},
        {"> - A {{x}}\n", "1:9 unknown-figure"},
        {"A[^n]\n\n[^n]: B\n    {{x}}\n", "4:7 unknown-figure"},
        {"| a |\n|---|\n| {{year}} {{x}} |\n", "3:14 unknown-figure"},
        {"{{year}} {{year}} ![x](y.png)\n", "1:19 image"},
        {"{{year}}\n\n{{year}} <b>x</b>\n", "3:10 raw-html"},
        {"a\n\nb \xEE\x80\x81\n", "3:3 private-use-character"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made m;
        open(&m);
        document(&m, cases[i][0], NULL);
        const char *got = said(&m);
        if (strncmp(got, cases[i][1], strlen(cases[i][1])) != 0)
            fail_msg("%s: %s instead of %s", cases[i][0], got, cases[i][1]);
        close(&m);
    }
}

static void front_matter_moves_no_line(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    struct narrative *n = page(&m, "---\ntitle: About {{year}}\n---\n\nA {{x}}\n");
    assert_string_equal(n->title, "About {{year}}"); /* a title is no template */
    assert_said(&m, "5:5 unknown-figure\n");
    close(&m);
    open(&m);
    page(&m, "---\r\ntitle: A\r\ntitle: B\r\n---\r\nText\r\n");
    assert_said(&m, "3:1 duplicate-key\n");
    close(&m);
}

/* A text inside a record's file has one place, whatever line of it is at fault. */
static void a_record_s_text_is_one_place(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    struct place at = {.src = &m.f.src, .line = 7, .col = 5, .len = 2};
    struct narrative *n = narrative_text(m.f.a, m.f.d, m.views,
                                         "One {{2024.agreements.count}}.\n\nTwo {{x}}, {{z}}\n", NULL,
                                         at);
    assert_shape(&m, n->body, "p('One ' <2024.agreements.count=12> '.') p('Two ,')");
    assert_said(&m, "7:5 unknown-figure\n7:5 unknown-figure\n");
    assert_reports(&m.f, "content/x.yaml:7:5");
    close(&m);
}

/* --- hints --- */

static void an_unknown_tag_says_what_it_may_have_meant(void **state)
{
    static const char *const cases[][2] = {
        {"{{2024.agreement.count}}", "did you mean \"2024.agreements.count\"?"},
        {"{{yaer}}", "did you mean \"year\"?"},
        {"{{2024.contributions.total.milions}}", "millions"},
        {"{{2024.agreements}}", "\"2024.agreements\" is only the beginning of a figure's id"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made m;
        open(&m);
        document(&m, cases[i][0], NULL);
        assert_reports(&m.f, cases[i][1]);
        close(&m);
    }
}

/* --- numbers typed by hand --- */

static void a_typed_number_is_told_with_its_tag(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    document(&m, "# Of 2024\n\nSome **12** agreements, é 1.56 million;\nso {{year}}, 12.\n", NULL);
    assert_said(&m, "3:8 typed-number\n3:27 typed-number\n4:14 typed-number\n");
    assert_reports(&m.f, "\"12\" is typed by hand, but 2024.agreements.count carries it");
    assert_reports(&m.f, "but 2024.contributions.total.millions2 carries it");
    close(&m);
}

static void a_typed_number_in_a_record_is_at_the_record_s_place(void **state)
{
    struct made m;
    struct text summary;
    (void)state;
    open(&m);
    summary = fixture_text("In {{year}}, all of 12 agreements.");
    summary.place[LANG_EN] = (struct place){.src = &m.f.src, .line = 9, .col = 7, .len = 2};
    m.doc.summary = &summary;
    m.doc.action = ARENA_NEW(m.f.a, struct text);
    document(&m, "x\n", NULL);
    assert_said(&m, "9:7 typed-number\n");
    close(&m);
}

static void other_numbers_are_left_alone(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    struct narrative *n = document(&m,
                                   "Of \\12, 112, 12th, A12, 12.5, 1,12, 120 and `12`, "
                                   "{{2024.agreements.count}}: <https://e.org/12>\n", NULL);
    assert_silent(&m.f);
    assert_shape(&m, n->body,
                 "p('Of 12, 112, 12th, A12, 12.5, 1,12, 120 and ' code'12' ', ' "
                 "<2024.agreements.count=12> ': ' link:https://e.org/12('https://e.org/12'))");
    n = page(&m, "# A page\n\nIt is of no year: 12.\n");
    assert_silent(&m.f);
    assert_string_equal(n->title, "A page");
    assert_shape(&m, n->body, "p('It is of no year: 12.')");
    close(&m);
}

/* --- blocks --- */

static void blocks_become_tables_and_charts(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    assert_shape(&m, document(&m, "```table\nshow: by-region\n```\n\n"
                                  "```chart\nshow: top-partners\nyear: 2024\nlimit: 1\n```\n",
                              NULL)->body,
                 "TABLE:regions-2024 CHART:chart-top-partners-2024");
    struct narrative *n = document(&m, "```table\nshow: by-region\nyear: 2024-2024\n"
                                       "caption: {en: Own, es: Propia}\n```\n", NULL);
    assert_string_equal(n->body->first->table->id, "regions-2024");
    assert_string_equal(n->body->first->table->caption, "Own");
    assert_shape(&m, document(&m, "```c\nshow: {{year}}\n```\n", NULL)->body, "pre'show: 2024\n'");
    close(&m);
}

/* Action areas until 2021, others from 2022: a block over both years becomes one for each, paper
 * with the numbers of its charts in tables. */
static void priorities_of_two_schemes_come_apart(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    struct fixture *f = &m.f;
    const char *old = f->r->vocab[VOCAB_PRIORITIES].entry[0].id;
    fixture_priority(f, fixture_agreement(f, "b-01", "mou", "2020-05-14", "odd"), old, 1);
    fixture_priority(f, fixture_agreement(f, "b-02", "mou", "2021-05-14", "odd"), old, 1);
    fixture_agreement(f, "b-03", "mou", "2022-05-14", "odd");
    fixture_agreement(f, "b-04", "mou", "2023-05-14", "odd");
    f->r->vocab[VOCAB_PRIORITIES].scheme[0].label = fixture_text("Areas");
    f->r->vocab[VOCAB_PRIORITIES].scheme[1].label = fixture_text("Kigali");
    map_set(&f->r->strings[LANG_EN].text, "schemes_apart", "{second} for {first} from {from}");
    map_set(&f->r->strings[LANG_EN].text, "scheme_years", "{scheme} {from} {until}");
    map_set(&f->r->strings[LANG_EN].text, "caption_part", "{caption}: {part}");
    m.views = views_open(f->a, f->d, fixture_build(f), LANG_EN, false);
    const struct nar_node *n =
        document(&m, "```chart\nshow: agreements-by-priority\nyears: 2020-2024\n"
                     "caption: Own\n```\n", NULL)->body;
    assert_shape(&m, n, "p('Kigali for Areas from 2022') "
                        "CHART:chart-priorities-count-2020-2021-years TABLE:priorities-count-2020-2021 "
                        "CHART:chart-priorities-count-2022-2024-years TABLE:priorities-count-2022-2024");
    assert_string_equal(n->first->next->chart->spec.title, "Own: Areas 2020 2021");
    assert_true(n->first->next->next->of_chart);
    assert_string_equal(n->first->next->next->table->caption, "Own: Areas 2020 2021");
    assert_shape(&m, document(&m, "```table\nshow: by-priority\nyear: 2021-2022\n```\n", NULL)->body,
                 "p('Kigali for Areas from 2022') TABLE:priorities-2021 TABLE:priorities-2022");
    n = document(&m, "```chart\nshow: agreements-by-priority\nyears: 2021-2023\n```\n", NULL)->body;
    assert_shape(&m, n, "p('Kigali for Areas from 2022') "
                        "CHART:chart-priorities-count-2021 TABLE:priorities-2021 "
                        "CHART:chart-priorities-count-2022-2023-years TABLE:priorities-count-2022-2023");
    assert_shape(&m, document(&m, "```table\nshow: by-priority\nyear: 2022-2024\n```\n", NULL)->body,
                 "TABLE:priorities-2022-2024");
    close(&m);
}

static void faults_in_blocks_stand_in_their_line(void **state)
{
    static const char *const cases[][2] = {
        {"x\n\n```table\nshow: by-regions\n```\n", "4:7 unknown-show\n"},
        {"```chart\nshow: by-kind\n```\n", "2:7 unknown-show\n"},
        {"```table\nshow: trend\nyear: 24\n```\n", "3:7 bad-show\n"},
        {"```table\nshow: trend\nlimit: 0\n```\n", "3:8 bad-show\n"},
        {"```table\nshow: trend\nyaer: 2024\n```\n", "3:1 bad-show\n"},
        {"```table\nshow: [trend]\n```\n", "2:7 bad-show\n"},
        {"```table\nyear: 2024\n```\n", "2:1 bad-show\n"},
        {"```table\nlimit: 1\nlimit: 2\nshow: x\n```\n", "3:1 duplicate-key\n"},
        {"- a\n\n  ```table\n  show: nothing\n  ```\n", "4:9 unknown-show\n"},
        {"> ```table\n> show: nothing\n> ```\n", "2:9 unknown-show\n"},
        {"{{year}}\n\n```table\nshow: {{year}}\n```\n", "4:7 unknown-show\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct made m;
        open(&m);
        document(&m, cases[i][0], NULL);
        const char *got = said(&m);
        if (strncmp(got, cases[i][1], strlen(cases[i][1])) != 0)
            fail_msg("%s: %s instead of %s", cases[i][0], got, cases[i][1]);
        close(&m);
    }
}

static void a_word_missing_in_a_block_is_missing_elsewhere(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    m.f.r->strings[LANG_EN].src = &m.f.src;
    document(&m, "```table\nshow: trend\n```\n", NULL);
    assert_reports(&m.f, "content/x.yaml: warning: the text \"table_trend\" is missing");
    assert_null(strstr(fixture_reports(&m.f), "01.md"));
    close(&m);
}

static void an_unknown_block_says_what_there_is(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    document(&m, "```table\nshow: by-regions\n```\n", NULL);
    assert_reports(&m.f, "there is no table called \"by-regions\"");
    assert_reports(&m.f, "did you mean \"by-region\"?");
    close(&m);
}

/* The number of a paper made here, without the letter of its language; a link, save in one. */
static void a_paper_made_here_is_cited_by_its_number(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    m.f.r->document = ARENA_ARRAY(m.f.a, struct document, 2);
    m.f.r->document_n = 2;
    m.f.r->document[0] = (struct document){
        .id = "inf", .number_pattern = "D25/INF/{number}-{letter}", .document_number = "1"};
    m.f.r->document[0].language[LANG_EN] = true;
    m.f.r->document[0].letter[LANG_EN] = "E";
    m.f.r->document[1] = (struct document){.id = "other", .title = fixture_text("No number")};
    const struct narrative *n =
        document(&m, "{{doc.inf}}[{{doc.inf}}](https://e.org){{doc.other}}{{doc.d25}}\n", NULL);
    const struct nar_node *c = n->body->first->first;
    assert_int_equal(c->kind, NAR_LINK);
    assert_string_equal(c->url, "documents/inf");
    assert_string_equal(c->first->text, "D25/INF/1");
    c = c->next;
    assert_string_equal(c->url, "https://e.org");
    assert_int_equal(c->first->kind, NAR_TEXT);
    c = c->next;
    assert_int_equal(c->kind, NAR_TEXT);
    assert_string_equal(c->text, "No number");
    assert_string_equal(c->next->text, "D25/…-E");
    assert_silent(&m.f);
    close(&m);
}

/* On a page, too; what only papers can name is told so, and the nearest that a page can. */
static void a_page_links_to_papers(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    m.f.r->document = ARENA_ARRAY(m.f.a, struct document, 2);
    m.f.r->document_n = 2;
    m.f.r->document[0] = (struct document){
        .id = "paper-1", .number_pattern = "D25/INF/{number}-{letter}", .document_number = "1"};
    m.f.r->document[0].language[LANG_EN] = true;
    m.f.r->document[0].cite = &(struct cite){.id = "resolution", .number = "R/7"};
    m.f.r->document[0].cite_n = 1;
    m.f.r->document[1] = (struct document){.id = "abroad", .title = fixture_text("No number")};
    struct page_file page = file(&m, "pages/x/en.md", "# X\n\n{{doc.paper-1}}{{doc.abroad}}\n");
    const struct narrative *n = narrative_page(m.f.a, m.f.d, m.views, &page);
    const struct nar_node *c = n->body->first->first;
    assert_silent(&m.f);
    assert_int_equal(c->kind, NAR_LINK);
    assert_string_equal(c->url, "documents/paper-1");
    assert_string_equal(c->first->text, "D25/INF/1");
    assert_int_equal(c->next->kind, NAR_TEXT);
    page = file(&m, "pages/y/en.md", "# Y\n\n{{yaer}}{{doc.papper-1}}{{doc.resolution}}\n");
    narrative_page(m.f.a, m.f.d, m.views, &page);
    assert_reports(&m.f, "nothing here is called \"yaer\"");
    assert_reports(&m.f, "\"year\" is there in documents only.");
    assert_reports(&m.f, "did you mean \"doc.paper-1\"?");
    assert_reports(&m.f, "\"doc.resolution\" is there only in the documents whose cites: name it.");
    close(&m);
}

static void texts_of_records_in_a_list_keep_their_stress(void **state)
{
    struct made m;
    (void)state;
    open(&m);
    m.f.r->agreement[0]->objective =
        fixture_text("First *one* {{2024.agreements.count}}.\n\n- [second](https://e.org)\n");
    m.f.r->agreement[0]->title = fixture_text("Title");
    const struct narrative *n = document(
        &m, "```table\nshow: agreements-list\ncolumns: [title_objective]\n```\n", NULL);
    const struct view_cell *c = &n->body->first->table->row[0].cell[0];
    static const char *const text[] = {"Title", "First ", "one", " ", "12", ".", "second"};
    assert_int_equal(c->runs, sizeof text / sizeof *text);
    for (size_t i = 0; i < c->runs; i++) {
        assert_string_equal(c->run[i].text, text[i]);
        assert_int_equal(c->run[i].emphasis, i == 2);
        assert_int_equal(c->run[i].line, i == 1 || i == 6);
        assert_int_equal(c->run[i].muted, i > 0);
    }
    assert_string_equal(c->run[6].url, "https://e.org");
    close(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paper_made_here_is_cited_by_its_number),
        cmocka_unit_test(a_page_links_to_papers),
        cmocka_unit_test(texts_of_records_in_a_list_keep_their_stress),
        cmocka_unit_test(a_value_is_never_markdown),
        cmocka_unit_test(a_value_in_a_link_stays_within_it),
        cmocka_unit_test(figures_know_what_they_are),
        cmocka_unit_test(hidden_partners_have_no_tag),
        cmocka_unit_test(notes_and_headings_go_on_over_files),
        cmocka_unit_test(a_skipped_level_is_told),
        cmocka_unit_test(skipped_levels_close_up),
        cmocka_unit_test(faults_stand_where_the_author_sees_them),
        cmocka_unit_test(front_matter_moves_no_line),
        cmocka_unit_test(a_record_s_text_is_one_place),
        cmocka_unit_test(an_unknown_tag_says_what_it_may_have_meant),
        cmocka_unit_test(a_typed_number_is_told_with_its_tag),
        cmocka_unit_test(a_typed_number_in_a_record_is_at_the_record_s_place),
        cmocka_unit_test(other_numbers_are_left_alone),
        cmocka_unit_test(blocks_become_tables_and_charts),
        cmocka_unit_test(priorities_of_two_schemes_come_apart),
        cmocka_unit_test(faults_in_blocks_stand_in_their_line),
        cmocka_unit_test(a_word_missing_in_a_block_is_missing_elsewhere),
        cmocka_unit_test(an_unknown_block_says_what_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
