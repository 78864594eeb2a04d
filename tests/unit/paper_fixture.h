/* paper_fixture.h - a paper from a narrative made by hand and records made up, and what is
 * printed on it. */
#ifndef ACCORD_TESTS_UNIT_PAPER_FIXTURE_H
#define ACCORD_TESTS_UNIT_PAPER_FIXTURE_H

#include "unit/model_fixture.h"

#include "report/report.h"

struct built {
    struct fixture f;
    const struct views *views;
    struct fonts *fonts;
    struct document record;
    struct view_document doc;
    struct narrative narrative;
};

static inline void paper_words(struct fixture *f)
{
    static const char *const word[][2] = {
        {"cover_document_number", "Document {number}"},
        {"cover_number_draft", "number not yet assigned"},
        {"cover_date_open", "date open"},
        {"cover_summary", "Summary"},
        {"cover_action", "Action required"},
        {"cover_references", "References"},
        {"cover_contact", "Contact"},
        {"cover_contact_name", "Entity"},
        {"cover_contact_email", "E-mail"},
        {"website", "Website"},
        {"label_colon", "{label}:"},
        {"draft", "DRAFT"},
        {"page_n", "Page {n}"},
        {"data_attached", "Data attached."},
        {"sample_mark", "sample"},
        {"chart_sample_note", "Based on sample records."},
        {"joined_sentences", "{list} {next}"},
        {"joined_values", "{list}; {next}"},
        {"figures", "Figures"},
        {"table_caption", "Table {n}: {caption}"},
        {"chart_caption", "Figure {n}: {caption}"},
        {"chart_alt", "Bar chart. {title}. {finding}"},
        {"chart_alt_bar", "{label}: {value}"},
        {"table_top_partners", "Top {n}, {year}"},
        {"column_rank", "Rank"},
        {"partner", "Partner"},
        {"column_signed_contributions", "Contributions"},
        {"million_usd", "million USD"},
        {"column_share", "Share"},
    };
    fixture_words(f, word, sizeof word / sizeof *word);
}

static inline void paper_records(struct fixture *f)
{
    f->r->site.accent = "#0b5a8f";
    f->r->site.bright = "#009cd6";
    f->r->site.tint = "#e8f1f7";
    f->r->site.publisher = fixture_text("The Bureau");
    map_init(&f->r->site.region_colour, f->a);
    fixture_partner(f, "alpha", "government");
    fixture_partner(f, "beta", "un");
    struct agreement *g = fixture_agreement(f, "a-1", "mou", "2024-05-14", "alpha beta");
    g->sample = true;
    fixture_money(f, g, "alpha", "1500000.00", "USD");
    fixture_money(f, g, "beta", "250000.00", "USD");
}

static inline struct nar_node *paper_node(struct built *b, enum nar_kind kind, const char *text,
                             struct nar_node *first)
{
    struct nar_node *n = ARENA_NEW(b->f.a, struct nar_node);
    n->kind = kind;
    n->text = text;
    n->first = first;
    return n;
}

static inline struct nar_node *paper_chain(struct nar_node *n, struct nar_node *next)
{
    n->next = next;
    return n;
}

static inline struct nar_node *paper_paragraph(struct built *b, const char *text)
{
    return paper_node(b, NAR_PARAGRAPH, NULL, paper_node(b, NAR_TEXT, text, NULL));
}

static inline struct nar_node *paper_show(struct built *b, bool chart)
{
    struct show s = {.what = "top-partners", .period = {2024, 2024}, .limit = 5};
    struct nar_node *n = paper_node(b, chart ? NAR_SHOW_CHART : NAR_SHOW_TABLE, NULL, NULL);
    if (chart)
        n->chart = views_show_chart(b->f.a, b->views, &s);
    else
        n->table = views_show_table(b->f.a, b->views, &s);
    return n;
}

static inline void paper_narrative(struct built *b)
{
    struct narrative *n = &b->narrative;
    struct nar_node *mark = paper_node(b, NAR_NOTE_MARK, NULL, NULL);
    struct nar_node *bold = paper_node(b, NAR_TEXT, "Bold", NULL);
    struct nar_node *strong = paper_node(b, NAR_STRONG, NULL, bold);
    struct nar_node *link = paper_node(b, NAR_LINK, NULL, paper_node(b, NAR_TEXT, "inside", NULL));
    struct nar_node *words = paper_node(b, NAR_TEXT, "Background", NULL);
    struct nar_node *heading = paper_node(b, NAR_HEADING, NULL, words);
    mark->note = 1;
    link->url = "partners/alpha";
    heading->level = 1;
    heading->number = "1";
    heading->id = "section-1";
    struct nar_node *text = paper_node(b, NAR_PARAGRAPH, NULL,
                                       paper_chain(strong, paper_chain(link, mark)));
    n->doc = &b->doc;
    n->lang = "en";
    n->summary = paper_node(b, NAR_ROOT, NULL, paper_paragraph(b, "What it says."));
    n->action = paper_node(b, NAR_ROOT, NULL, paper_paragraph(b, "Please note."));
    struct nar_node *shows = paper_chain(paper_show(b, false), paper_show(b, true));
    n->body = paper_node(b, NAR_ROOT, NULL, paper_chain(heading, paper_chain(text, shows)));
    n->note = ARENA_NEW(b->f.a, struct nar_note);
    n->note->body = paper_node(b, NAR_ROOT, NULL, paper_paragraph(b, "The note."));
    n->notes = 1;
    const struct figure **figure = ARENA_ARRAY(b->f.a, const struct figure *, 1);
    figure[0] = model_figure(views_model(b->views), "2024.contributions.total");
    n->figure = figure;
    n->figures = 1;
}

static inline int paper_setup(void **state)
{
    static const char *const families[] = {"Carlito", NULL};
    struct built *b = test_calloc(1, sizeof *b);
    fixture_open(&b->f);
    paper_words(&b->f);
    paper_records(&b->f);
    b->views = views_open(b->f.a, b->f.d, fixture_build(&b->f), LANG_EN, false);
    b->fonts = fonts_open(b->f.a, b->f.d, families, (struct place){0});
    b->record = (struct document){.id = "doc", .paper = &paper_style_series};
    b->doc = (struct view_document){
        .record = &b->record, .id = "doc", .lang = "en", .title = "Partnerships",
        .group = "The Group (TG)", .meeting = "32nd meeting", .place_dates = "Geneva, May 2025",
        .source = "Director", .number = "TG25/…-E", .open = true, .original = "Original: English",
        .department = "A department", .group_url = "https://example.org/group", .sample = true,
        .sample_note = "Prepared from samples."};
    paper_narrative(b);
    *state = b;
    return 0;
}

static inline int paper_teardown(void **state)
{
    struct built *b = *state;
    fixture_close(&b->f);
    test_free(b);
    return 0;
}

static inline struct report *paper_make(struct built *b)
{
    struct report *r = report_build(b->f.a, b->f.d, b->views, b->fonts, &b->narrative);
    for (size_t k = 0; k < r->pages->n; k++) /* tests look at all of them */
        typeset_page(r->pages, k);
    return r;
}

static inline const struct prim *paper_find(const struct report *r, const char *text, size_t *page)
{
    for (size_t k = 0; k < r->pages->n; k++)
        for (size_t i = 0; i < r->pages->page[k]->n; i++) {
            const struct prim *p = &r->pages->page[k]->prim[i];
            if (p->kind != PRIM_TEXT || !strstr(p->text, text))
                continue;
            if (page)
                *page = k;
            return p;
        }
    fail_msg("\"%s\" is not printed", text);
    return NULL;
}

static inline bool paper_printed(const struct report *r, const char *text)
{
    for (size_t k = 0; k < r->pages->n; k++)
        for (size_t i = 0; i < r->pages->page[k]->n; i++)
            if (r->pages->page[k]->prim[i].kind == PRIM_TEXT &&
                strstr(r->pages->page[k]->prim[i].text, text))
                return true;
    return false;
}

#endif
