/* A document set by hand, with one of everything, through the whole room.
 *
 *     test_pdf            runs the tests
 *     test_pdf FILE ICC   writes the document, for tests/outside/pdf.sh and for the eye
 */
#include "base/arena.h"
#include "base/buf.h"
#include "pdf/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <zlib.h>

enum { LEFT = 70 * MPT, RIGHT = 525 * MPT };

struct sample {
    struct arena *arena;
    struct diags *diags;
    struct fonts *fonts;
    struct pages pages;
    struct structure *tree;
    struct scene *page;
    mpt y;
    bool arabic;
    struct pdf_meta meta;
};

static const struct color BLUE = {0x0b, 0x5a, 0x8f}, BLACK = {0, 0, 0}, GREY = {0x66, 0x66, 0x66};

static struct text_style style(int points, unsigned char weight, struct color c)
{
    return (struct text_style){.size = points * MPT, .weight = weight, .color = c};
}

static struct prim *put(struct sample *s, int element, mpt x, const char *text,
                        struct text_style st)
{
    struct prim *p = scene_text(s->page, x, s->y, text, st, ANCHOR_START);
    p->element = element;
    return p;
}

static int add(struct sample *s, int parent, const char *type)
{
    return structure_add(s->tree, parent, type);
}

static mpt width(struct sample *s, const char *text, struct text_style st)
{
    struct font_style f = {st.weight, st.tabular, "es"};
    return (mpt)font_width(s->fonts, f, false, text, strlen(text), st.size);
}

static void new_page(struct sample *s, const char *label)
{
    s->page = scene_new(s->arena, 595276, 841890);
    s->page->label = label;
    s->page->lang = "es";
    s->pages.page[s->pages.n++] = s->page;
    struct prim *p = scene_text(s->page, 300 * MPT, 450 * MPT, "BORRADOR", style(90, 1, GREY),
                                ANCHOR_MIDDLE);
    p->artifact = ARTIFACT_WATERMARK;
    p->rotate = 45;
    p->opacity = 40;
    p = scene_text(s->page, RIGHT, 40 * MPT, label, style(9, 0, GREY), ANCHOR_END);
    p->artifact = ARTIFACT_HEADER;
    scene_line(s->page, LEFT, 46 * MPT, RIGHT, 46 * MPT, GREY, 500)->artifact = ARTIFACT_HEADER;
    s->y = 80 * MPT;
}

static void place_named(struct sample *s, const char *name)
{
    struct prim *p = scene_add(s->page, PRIM_DEST);
    p->y = s->y - 20 * MPT;
    p->dest = name;
}

static void link_over(struct sample *s, int element, mpt x, mpt w, const char *url,
                      const char *dest, const char *title)
{
    struct prim *p = scene_add(s->page, PRIM_LINK);
    p->element = element;
    p->x = x;
    p->y = s->y - 9 * MPT;
    p->w = w;
    p->h = 12 * MPT;
    p->url = url;
    p->dest = dest;
    p->title = title;
}

static void put_paragraph(struct sample *s)
{
    struct text_style body = style(11, 0, BLACK);
    int p = add(s, 0, "P");
    put(s, p, LEFT,
        "“Señal” – ‘año’, f\xEF\xBB\xBF" "açade, Œuvre, naïve, 33,8 millones — eficiente oficina "
        "flujo coordi",
        body)->word_space = 500;
    put(s, p, 500 * MPT, "-", body)->actual = "\xC2\xAD";
    s->y += 15 * MPT;
    put(s, p, LEFT, "nación A/79/123 AVATAR Tokyo. ", body);
    mpt x = LEFT + width(s, "nación A/79/123 AVATAR Tokyo. ", body);
    int reference = add(s, p, "Reference"), link = add(s, reference, "Link");
    int note = add(s, p, "Note");
    struct prim *mark = put(s, link, x, "1", style(7, 0, BLACK));
    mark->y -= 4 * MPT;
    link_over(s, link, x, 5 * MPT, NULL, "note-1", "Nota 1");
    x += 5 * MPT;
    put(s, p, x, " Véase ", body);
    x += width(s, " Véase ", body);
    int web = add(s, p, "Link");
    put(s, web, x, "el sitio", style(11, 0, BLUE));
    link_over(s, web, x, width(s, "el sitio", body), "https://example.org/?a=(1)&b=2", NULL,
              "Sitio web (en inglés)");
    x += width(s, "el sitio", body);
    struct text_style english = body;
    english.lang = "en";
    put(s, p, x, " in English.", english);
    mpt y = s->y;
    s->y = 760 * MPT;
    place_named(s, "note-1");
    put(s, add(s, note, "Lbl"), LEFT, "1", style(9, 0, BLACK));
    put(s, note, LEFT + 10 * MPT, "Una nota al pie.", style(9, 0, BLACK));
    s->y = y + 30 * MPT;
}

static void put_list(struct sample *s)
{
    static const char *const item[][2] = {{"a)", "Primer punto"}, {"b)", "Segundo punto"}};
    int list = add(s, 0, "L");
    structure_at(s->tree, list)->list_numbering = "LowerAlpha";
    for (int i = 0; i < 2; i++) {
        int li = add(s, list, "LI");
        put(s, add(s, li, "Lbl"), LEFT, item[i][0], style(11, 0, BLACK));
        put(s, add(s, li, "LBody"), LEFT + 20 * MPT, item[i][1], style(11, 0, BLACK));
        s->y += 15 * MPT;
    }
    s->y += 15 * MPT;
}

static void put_table(struct sample *s)
{
    static const char *const cell[3][3] = {
        {"Región", "Acuerdos", "USD"}, {"África", "12", "1 204,50"}, {"Asia", "7", ""}};
    int table = add(s, 0, "Table");
    structure_at(s->tree, table)->alt = "Acuerdos por región";
    structure_at(s->tree, table)->attachment = "regiones.csv";
    for (int r = 0; r < 3; r++) {
        int row = add(s, table, "TR");
        for (int c = 0; c < 3; c++) {
            int e = add(s, row, r == 0 || c == 0 ? "TH" : "TD");
            if (r == 0)
                structure_at(s->tree, e)->scope = "Column";
            else if (c == 0)
                structure_at(s->tree, e)->scope = "Row";
            struct text_style st = style(10, r == 0, BLACK);
            st.tabular = true;
            struct prim *p = put(s, e, LEFT + (90 + 120 * c) * MPT, cell[r][c], st);
            p->anchor = c ? ANCHOR_END : ANCHOR_START;
            if (!c)
                p->x = LEFT;
        }
        scene_line(s->page, LEFT, s->y + 4 * MPT, RIGHT, s->y + 4 * MPT, BLUE, r ? 250 : 1000);
        s->y += 16 * MPT;
    }
}

static void put_figure(struct sample *s)
{
    struct scene *chart = scene_new(s->arena, 300 * MPT, 80 * MPT);
    static const struct point line[] = {{0, 70000}, {100000, 50000}, {200000, 20000}};
    chart->lang = "es";
    scene_begin(chart, "bar", "África", "../regions/AFR/index.html");
    scene_rect(chart, 60 * MPT, 10 * MPT, 150 * MPT, 14 * MPT, BLUE);
    scene_end(chart);
    scene_rect(chart, 60 * MPT, 30 * MPT, 90 * MPT, 14 * MPT, BLUE)->opacity = 128;
    scene_text(chart, 55 * MPT, 21 * MPT, "África", style(9, 0, BLACK), ANCHOR_END);
    scene_text(chart, 215 * MPT, 21 * MPT, "19,8", style(9, 1, BLACK), ANCHOR_START);
    struct prim *p = scene_add(chart, PRIM_POLYLINE);
    p->point = line;
    p->points = 3;
    p->stroked = true;
    p->stroke = GREY;
    p->stroke_width = 750;
    p->dash = 2 * MPT;
    p = scene_add(chart, PRIM_CIRCLE);
    p->x = 250 * MPT;
    p->y = 60 * MPT;
    p->w = 8 * MPT;
    p->filled = p->stroked = true;
    p->fill = (struct color){0xE6, 0x9F, 0x00};
    p->stroke_width = 1500;
    p = scene_text(chart, 290 * MPT, 75 * MPT, "vertical", style(8, 2, BLACK), ANCHOR_START);
    p->rotate = 90;
    int figure = add(s, 0, "Figure");
    structure_at(s->tree, figure)->alt = "Gráfico de barras: África 19,8";
    scene_place(s->page, chart, LEFT, s->y, figure);
    s->y += 110 * MPT;
}

static void put_arabic(struct sample *s)
{
    int p = add(s, 0, "P");
    structure_at(s->tree, p)->lang = "ar";
    struct text_style st = style(14, 0, BLACK);
    st.lang = "ar";
    struct prim *t = put(s, p, RIGHT, "الأمم المتحدة لله ", st);
    t->anchor = ANCHOR_END;
    t->rtl = true;
    s->y += 24 * MPT;
}

static void sample_make(struct sample *s)
{
    static const char *const both[] = {"Carlito", "DejaVu Sans", NULL};
    static const char *const one[] = {"Carlito", NULL};
    static const char csv[] = "region,usd\r\nAFR,1204.50\r\n";
    static struct pdf_attachment file = {"regiones.csv", "text/csv", "Datos del cuadro", csv,
                                         sizeof csv - 1};
    *s = (struct sample){.arena = arena_new()};
    s->diags = diags_new(s->arena);
    s->fonts = fonts_open(s->arena, s->diags, both, (struct place){0});
    s->arabic = s->fonts != NULL;
    if (!s->fonts)
        s->fonts = fonts_open(s->arena, diags_new(s->arena), one, (struct place){0});
    assert_non_null(s->fonts);
    s->tree = structure_new(s->arena, "Document", "es");
    s->pages = (struct pages){ARENA_ARRAY(s->arena, struct scene *, 2), 0, s->tree,
                              ARENA_ARRAY(s->arena, struct outline_item, 3), 3, NULL};
    s->pages.outline[0] = (struct outline_item){"1 Acuerdos – Datos", "s-1", 1};
    s->pages.outline[1] = (struct outline_item){"1.1 Cuadro", "s-2", 2};
    s->pages.outline[2] = (struct outline_item){"2 بيانات", "s-3", 1};
    new_page(s, "1");
    place_named(s, "s-1");
    put(s, add(s, 0, "H1"), LEFT, "Acuerdos – Datos", style(16, 1, BLUE));
    s->y += 30 * MPT;
    put_paragraph(s);
    put_list(s);
    place_named(s, "s-2");
    put(s, add(s, 0, "H2"), LEFT, "Cuadro", style(13, 1, BLUE));
    s->y += 20 * MPT;
    put_table(s);
    int split = add(s, 0, "P");
    s->y = 700 * MPT;
    put(s, split, LEFT, "Un párrafo que continúa ", style(11, 0, BLACK));
    new_page(s, "2");
    put(s, split, LEFT, "en la otra página.", style(11, 0, BLACK));
    s->y += 30 * MPT;
    put_figure(s);
    place_named(s, "s-3");
    if (s->arabic)
        put_arabic(s);
    s->meta = (struct pdf_meta){
        .title = "Acuerdos & <datos>", .author = "Organización (muestra)", .subject = "Prueba",
        .keywords = "acuerdos", .lang = "es", .date = {2025, 5, 14}, .id_seed = "sample/es",
        .icc = "", .icc_n = 0, .attachment = &file, .attachments = 1};
}

static bool write_sample(struct sample *s, struct buf *out)
{
    return pdf_write(s->arena, s->diags, s->fonts, &s->pages, &s->meta, out);
}

static void check_fails(struct sample *s, const char *slug)
{
    struct buf out = BUF_INIT, said = BUF_INIT;
    buf_puts(&out, "before");
    assert_false(write_sample(s, &out));
    assert_string_equal(buf_str(&out), "before");
    diags_write(s->diags, &said, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    assert_non_null(strstr(buf_str(&said), slug));
    buf_free(&out);
    buf_free(&said);
    arena_free(s->arena);
}

/* All streams that hold such text, inflated, one after the other. */
static void inflate_streams(const struct buf *pdf, const char *mark, struct buf *out)
{
    enum { ROOM = 1 << 20 };
    char *room = malloc(ROOM + 1);
    assert_non_null(room);
    for (size_t i = 3; i + 8 < pdf->n; i++) {
        if (memcmp(pdf->p + i, "stream", 6) != 0 || memcmp(pdf->p + i - 3, "end", 3) == 0)
            continue;
        size_t from = i + 6 + strspn(pdf->p + i + 6, "\r\n");
        z_stream z = {.next_in = (Bytef *)pdf->p + from, .avail_in = (uInt)(pdf->n - from),
                      .next_out = (Bytef *)room, .avail_out = ROOM};
        if (inflateInit(&z) == Z_OK && inflate(&z, Z_FINISH) == Z_STREAM_END) {
            for (size_t k = 0; k < z.total_out; k++) /* codes are bytes: what is searched is text */
                room[k] = room[k] ? room[k] : '0';
            room[z.total_out] = '\0';
            if (strstr(room, mark))
                buf_put(out, room, z.total_out);
        }
        inflateEnd(&z);
    }
    free(room);
}

static void inflate_contents(const struct buf *pdf, struct buf *out)
{
    inflate_streams(pdf, ">>BDC\n", out);
}

static size_t count(const char *in, const char *what)
{
    size_t n = 0;
    for (const char *at = in; (at = strstr(at, what)) != NULL; at += strlen(what))
        n++;
    return n;
}

/* Bytes of streams may hold NULs: what is searched is text, found all the same. */
static bool has(const struct buf *pdf, const char *what)
{
    size_t n = strlen(what);
    for (size_t i = 0; i + n <= pdf->n; i++)
        if (memcmp(pdf->p + i, what, n) == 0)
            return true;
    return false;
}

/* Checks that the file holds texts, as such or in its object streams. */
static void expect_in_sample(const char *const *want, size_t n)
{
    struct buf out = BUF_INIT, objects = BUF_INIT;
    struct sample s;
    sample_make(&s);
    assert_true(write_sample(&s, &out));
    inflate_streams(&out, "/Type", &objects);
    for (size_t i = 0; i < n; i++)
        if (!has(&out, want[i]) && !has(&objects, want[i]))
            fail_msg("not in the file: %s", want[i]);
    arena_free(s.arena);
    buf_free(&out);
    buf_free(&objects);
}

static void the_same_pages_make_the_same_bytes(void **state)
{
    (void)state;
    struct buf first = BUF_INIT, second = BUF_INIT, third = BUF_INIT;
    struct sample s;
    sample_make(&s);
    assert_true(write_sample(&s, &first));
    assert_true(write_sample(&s, &second)); /* warm caches change nothing */
    arena_free(s.arena);
    sample_make(&s);
    assert_true(write_sample(&s, &third));
    assert_int_equal(diags_count(s.diags, SEVERITY_WARNING), 0);
    arena_free(s.arena);
    assert_int_equal(first.n, second.n);
    assert_memory_equal(first.p, second.p, first.n);
    assert_int_equal(first.n, third.n);
    assert_memory_equal(first.p, third.p, first.n);
    buf_free(&first);
    buf_free(&second);
    buf_free(&third);
}

static void a_change_of_text_changes_the_id_but_not_its_first_half(void **state)
{
    (void)state;
    struct buf out[2] = {BUF_INIT, BUF_INIT};
    const char *id[2];
    for (int i = 0; i < 2; i++) {
        struct sample s;
        sample_make(&s);
        s.pages.page[0]->prim[1].text = i ? "7" : "8";
        assert_true(write_sample(&s, &out[i]));
        for (id[i] = out[i].p + out[i].n - 80; memcmp(id[i], "/ID [<", 6) != 0;)
            id[i]--;
        arena_free(s.arena);
    }
    assert_memory_equal(id[0], id[1], 6 + 32);
    assert_memory_not_equal(id[0] + 40, id[1] + 40, 32);
    buf_free(&out[0]);
    buf_free(&out[1]);
}

static void the_catalog_says_what_the_file_is(void **state)
{
    (void)state;
    static const char *const want[] = {
        "%PDF-1.7\n", "/MarkInfo <</Marked true>>", "/DisplayDocTitle true", "/Lang (es)",
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>", "Acuerdos &amp; &lt;datos&gt;",
        "<xmp:CreateDate>2025-05-14T00:00:00Z</xmp:CreateDate>",
        "/CreationDate (D:20250514000000Z)",
        "/AFRelationship /Data", "/Subtype /text#2Fcsv", "/F (regiones.csv)", "/AF[",
        "/GTS_PDFA1", "/PageLabels <</Nums [0 <</S /D /St 1>> ]>>", "(s-1) [",
        "/PageMode /UseOutlines",
    };
    expect_in_sample(want, sizeof want / sizeof *want);
}

static void elements_carry_their_meaning(void **state)
{
    (void)state;
    static const char *const want[] = {
        "/S/H1/", "/A[<</O/Table/Scope/Column>>]", "/O/List/ListNumbering/LowerAlpha",
        "/ID(element-", "/IDTree <</Names [", "/O/Layout/Placement/Block/BBox[",
        "/Summary<FEFF", "/Type/OBJR/Pg ", "/Type/MCR/Pg ", "/ParentTreeNextKey 4 ",
        "/Subtype /Link /Border [0 0 0] /F 4 ", "/URI (https://example.org/?a=\\(1\\)&b=2)",
    };
    expect_in_sample(want, sizeof want / sizeof *want);
}

/* Sequences open and close in turn, nothing is painted outside of them, none stands inside
 * one with an MCID. */
static void all_content_is_marked_and_never_nested(void **state)
{
    (void)state;
    struct buf out = BUF_INIT, content = BUF_INIT;
    struct sample s;
    sample_make(&s);
    assert_true(write_sample(&s, &out));
    inflate_contents(&out, &content);
    char *text = content.p;
    assert_true(count(text, "BDC\n") > 20);
    assert_int_equal(count(text, "BT\n"), count(text, "ET\n"));
    int depth = 0, mcid_at = 0;
    for (char *line = content.p, *end; (end = strchr(line, 0x0A)) != NULL; line = end + 1) {
        *end = 0;
        if (strstr(line, " BMC "))
            depth++;
        if (strstr(line, ">>BDC")) {
            assert_int_equal(mcid_at, 0);
            depth++;
            mcid_at = strstr(line, "/MCID") ? depth : 0;
        }
        if (strstr(line, "EMC")) {
            depth -= (int)count(line, "EMC");
            mcid_at = 0;
        }
        if (strstr(line, "TJ") || strcmp(line, "f") == 0 || strcmp(line, "S") == 0)
            assert_true(depth > 0);
        assert_true(depth >= 0);
    }
    assert_int_equal(depth, 0);
    arena_free(s.arena);
    buf_free(&out);
    buf_free(&content);
}

/* One line of a document of its own; its content between the first BDC and the end. */
static void content_of(struct buf *content, const char *text, bool rtl, const char *actual)
{
    struct buf out = BUF_INIT;
    struct sample s;
    sample_make(&s);
    s.pages.n = 1;
    s.pages.outlines = 0;
    s.meta.attachments = 0;
    s.tree = s.pages.structure = structure_new(s.arena, "Document", "es");
    s.pages.page[0] = s.page = scene_new(s.arena, 595276, 841890);
    struct prim *p = put(&s, add(&s, 0, "P"), LEFT, text, style(10, 0, BLACK));
    p->rtl = rtl;
    p->actual = actual;
    assert_true(write_sample(&s, &out));
    inflate_contents(&out, content);
    arena_free(s.arena);
    buf_free(&out);
}

static long x_of_nth_text(const char *content, int nth)
{
    for (; nth > 0; nth--)
        content = strstr(content, " Td\n") + 1;
    const char *at = strstr(content, " Td\n");
    assert_non_null(at);
    while (at[-1] != '\n')
        at--;
    return strtol(at, NULL, 10);
}

static void a_run_to_the_left_is_one_string_from_its_end(void **state)
{
    (void)state;
    struct buf content = BUF_INIT;
    content_of(&content, "one two three", true, NULL);
    assert_int_equal(count(content.p, "/ReversedChars BMC /P<</MCID 0>>BDC\n"), 1);
    assert_int_equal(count(content.p, "TJ\n"), 1);
    assert_int_equal(count(content.p, "EMC EMC\n"), 1);
    assert_int_equal(x_of_nth_text(content.p, 0), LEFT / MPT);
    buf_free(&content);
}

static void what_text_stands_for_is_said(void **state)
{
    (void)state;
    struct buf content = BUF_INIT;
    content_of(&content, "a q\xCC\x83 b", false, NULL); /* q and a tilde: no such letter */
    assert_int_equal(count(content.p, "/Span<</MCID 1/ActualText<FEFF>>>BDC\n"), 1);
    assert_int_equal(count(content.p, "/P<</MCID"), 2);
    buf_clear(&content);
    content_of(&content, "Nr.", false, "Nummer");
    assert_int_equal(count(content.p, "/ActualText<FEFF004E0075006D006D00650072>"), 1);
    buf_clear(&content);
    content_of(&content, "-", false, "\xC2\xAD"); /* one glyph: ToUnicode says it */
    assert_int_equal(count(content.p, "ActualText"), 0);
    buf_free(&content);
}

static void texts_of_a_drawing_are_words_apart(void **state)
{
    (void)state;
    struct buf out = BUF_INIT, content = BUF_INIT;
    struct sample s;
    sample_make(&s);
    assert_true(write_sample(&s, &out));
    inflate_contents(&out, &content);
    const char *figure = strstr(content.p, "/Figure<</MCID");
    assert_non_null(figure);
    size_t shown = count(figure, "TJ\n");
    arena_free(s.arena);
    buf_clear(&out);
    buf_clear(&content);

    sample_make(&s);
    for (size_t i = 0; i < s.pages.page[1]->n; i++) { /* the same, each with its own space */
        struct prim *p = &s.pages.page[1]->prim[i];
        if (p->kind == PRIM_TEXT && p->element != ELEMENT_NONE && p->rotate == 0)
            p->text = arena_printf(s.arena, "%s ", p->text);
    }
    assert_true(write_sample(&s, &out));
    inflate_contents(&out, &content);
    assert_int_equal(count(strstr(content.p, "/Figure<</MCID"), "TJ\n"), shown - 2);
    arena_free(s.arena);
    buf_free(&out);
    buf_free(&content);
}

static void faults_are_said_and_nothing_is_written(void **state)
{
    (void)state;
    struct sample s;
    sample_make(&s);
    s.pages.outline[0].dest = "nowhere";
    check_fails(&s, "[pdf-unknown-place]");
    sample_make(&s);
    s.meta.attachments = 0;
    check_fails(&s, "[pdf-unknown-attachment]");
    sample_make(&s);
    s.pages.page[0]->prim[1].text = "\xF0\x92\x80\x80"; /* U+12000, cuneiform */
    check_fails(&s, "[pdf-no-glyph]");
    sample_make(&s);
    struct prim *p = scene_add(s.pages.page[0], PRIM_LINK);
    p->url = "https://example.org/";
    check_fails(&s, "[pdf-failed]");
    sample_make(&s);
    s.pages.page[1]->width = 20000 * MPT; /* beyond what libharu takes */
    check_fails(&s, "libharu error 0x");
    sample_make(&s);
    s.pages.n = 0;
    check_fails(&s, "[pdf-failed]");
}

static bool read_all(const char *path, struct buf *out)
{
    char block[4096];
    FILE *in = fopen(path, "rb");
    for (size_t n; in && (n = fread(block, 1, sizeof block, in)) > 0;)
        buf_put(out, block, n);
    return in && fclose(in) == 0;
}

static int write_file(const char *path, const char *icc)
{
    struct buf out = BUF_INIT, profile = BUF_INIT;
    struct sample s;
    sample_make(&s);
    if (!read_all(icc, &profile))
        return 2;
    s.meta.icc = profile.p;
    s.meta.icc_n = profile.n;
    bool ok = write_sample(&s, &out);
    if (!ok) {
        struct buf said = BUF_INIT;
        diags_write(s.diags, &said, (struct diags_print){.format = DIAG_FORMAT_TEXT});
        fputs(buf_str(&said), stderr);
        buf_free(&said);
    }
    FILE *f = ok ? fopen(path, "wb") : NULL;
    ok = f && fwrite(out.p, 1, out.n, f) == out.n;
    ok = f && fclose(f) == 0 && ok;
    arena_free(s.arena);
    buf_free(&out);
    buf_free(&profile);
    return ok ? 0 : 1;
}

static void a_missing_glyph_told_by_typesetting_is_not_told_again(void **state)
{
    (void)state;
    struct sample s;
    struct buf out = BUF_INIT;
    sample_make(&s);
    s.pages.page[0]->prim[1].text = "\xF0\x92\x80\x80";
    diag_report(s.diags, DIAG_MISSING_GLYPH, (struct place){0}, "U+12000");
    assert_false(write_sample(&s, &out));
    assert_int_equal(diags_count(s.diags, SEVERITY_ERROR), 1);
    assert_int_equal(out.n, 0);
    buf_free(&out);
    arena_free(s.arena);
}

int main(int argc, char **argv)
{
    if (argc == 3)
        return write_file(argv[1], argv[2]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_pages_make_the_same_bytes),
        cmocka_unit_test(a_change_of_text_changes_the_id_but_not_its_first_half),
        cmocka_unit_test(the_catalog_says_what_the_file_is),
        cmocka_unit_test(elements_carry_their_meaning),
        cmocka_unit_test(all_content_is_marked_and_never_nested),
        cmocka_unit_test(a_run_to_the_left_is_one_string_from_its_end),
        cmocka_unit_test(what_text_stands_for_is_said),
        cmocka_unit_test(texts_of_a_drawing_are_words_apart),
        cmocka_unit_test(faults_are_said_and_nothing_is_written),
        cmocka_unit_test(a_missing_glyph_told_by_typesetting_is_not_told_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
