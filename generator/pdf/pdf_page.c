#include "pdf/pdf_page.h"

#include "base/arena.h"

#include <string.h>

/* --- marked content --- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static void unmark(struct pdf_page *p)
{
    if (!p->marked)
        return;
    buf_puts(&p->content, p->mark.reversed ? "EMC EMC\n" : "EMC\n");
    p->marked = false;
}

static void mark_artifact(struct pdf_page *p, enum artifact_kind kind)
{
    static const char *const properties[] = {
        "/Artifact<</Type/Layout>>BDC\n",
        "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
        "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n",
    };
    buf_puts(&p->content, properties[kind]);
}

static void mark_element(struct pdf_page *p, const struct pdf_mark *m)
{
    struct buf *b = &p->content;
    if (m->reversed)
        buf_puts(b, "/ReversedChars BMC ");
    pdf_object_put_name(b, m->actual || m->lang ? "Span"
                                                : pdf_tags_type(p->book->tags, m->element));
    buf_puts(b, "<</MCID ");
    buf_put_number(b, pdf_tags_mark(p->book->tags, p->index, m->element));
    if (m->lang) {
        buf_puts(b, "/Lang");
        pdf_object_put_bytes(b, m->lang);
    }
    if (m->actual) {
        buf_puts(b, "/ActualText");
        pdf_object_put_text(b, m->actual);
    }
    buf_puts(b, ">>BDC\n");
}

void pdf_page_mark(struct pdf_page *p, struct pdf_mark m)
{
    if (p->marked && !m.actual && !p->mark.actual && p->mark.element == m.element &&
        p->mark.artifact == m.artifact && p->mark.reversed == m.reversed &&
        same_text(p->mark.lang, m.lang))
        return;
    unmark(p);
    if (m.element == ELEMENT_NONE) {
        m.reversed = false;
        mark_artifact(p, m.artifact);
    } else {
        mark_element(p, &m);
    }
    p->mark = m;
    p->marked = true;
}

/* Shapes have no language and no direction: what is open for their element will do. */
static void mark_shape(struct pdf_page *p, const struct prim *prim)
{
    if (p->marked && prim->element != ELEMENT_NONE && p->mark.element == prim->element &&
        !p->mark.actual)
        return;
    pdf_page_mark(p, (struct pdf_mark){.element = prim->element, .artifact = prim->artifact});
}

/* --- graphics state --- */

static int64_t up(const struct pdf_page *p, mpt y)
{
    return (int64_t)p->scene->height - y;
}

static void put(struct pdf_page *p, int64_t length)
{
    scene_put_pt(&p->content, length);
    buf_putc(&p->content, ' ');
}

static void put_color(struct pdf_page *p, struct color c, const char *operator)
{
    const unsigned char part[] = {c.r, c.g, c.b};
    for (int i = 0; i < 3; i++)
        put(p, (part[i] * MPT + 127) / 255);
    buf_puts(&p->content, operator);
}

static unsigned char lighten(unsigned char part, unsigned char opacity)
{
    if (opacity == 0)
        return part;
    return (unsigned char)(255 - (255 - part) * opacity / 255);
}

static struct color on_paper(struct color c, unsigned char opacity)
{
    return (struct color){lighten(c.r, opacity), lighten(c.g, opacity), lighten(c.b, opacity)};
}

static bool same_color(struct color a, struct color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

void pdf_page_fill(struct pdf_page *p, struct color c, unsigned char opacity)
{
    struct color solid = on_paper(c, opacity);
    if (same_color(solid, p->fill))
        return;
    put_color(p, solid, "rg\n");
    p->fill = solid;
}

static void set_stroke(struct pdf_page *p, const struct prim *prim)
{
    struct color solid = on_paper(prim->stroke, prim->opacity);
    if (!same_color(solid, p->stroke)) {
        put_color(p, solid, "RG\n");
        p->stroke = solid;
    }
    if (prim->stroke_width != p->stroke_width) {
        put(p, prim->stroke_width);
        buf_puts(&p->content, "w\n");
        p->stroke_width = prim->stroke_width;
    }
    if (prim->dash != p->dash) {
        buf_putc(&p->content, '[');
        if (prim->dash > 0)
            scene_put_pt(&p->content, prim->dash);
        buf_puts(&p->content, "] 0 d\n");
        p->dash = prim->dash;
    }
}

/* --- shapes --- */

static void path_to(struct pdf_page *p, int64_t x, int64_t y, const char *operator)
{
    put(p, x);
    put(p, y);
    buf_puts(&p->content, operator);
}

/* Four curves; 0.5523 of the radius makes them a circle to 0.03 %. */
static void circle_path(struct pdf_page *p, const struct prim *c)
{
    int64_t x = c->x, y = up(p, c->y), r = c->w, k = r * 5523 / 10000;
    const int64_t at[4][6] = {{r, k, k, r, 0, r},
                              {-k, r, -r, k, -r, 0},
                              {-r, -k, -k, -r, 0, -r},
                              {k, -r, r, -k, r, 0}};
    path_to(p, x + r, y, "m\n");
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 6; j += 2)
            path_to(p, x + at[i][j], y + at[i][j + 1], "");
        buf_puts(&p->content, "c\n");
    }
    buf_puts(&p->content, "h ");
}

static void shape_path(struct pdf_page *p, const struct prim *s)
{
    switch (s->kind) {
    case PRIM_RECT:
        path_to(p, s->x, up(p, s->y) - s->h, "");
        path_to(p, s->w, s->h, "re ");
        break;
    case PRIM_LINE:
        path_to(p, s->x, up(p, s->y), "m ");
        path_to(p, s->w, up(p, s->h), "l ");
        break;
    case PRIM_CIRCLE: circle_path(p, s); break;
    default:
        for (size_t i = 0; i < s->points; i++)
            path_to(p, s->point[i].x, up(p, s->point[i].y), i ? "l\n" : "m\n");
        if (s->closed)
            buf_puts(&p->content, "h ");
    }
}

static void widen(int64_t box[4], int64_t x, int64_t y)
{
    box[0] = x < box[0] ? x : box[0];
    box[1] = y < box[1] ? y : box[1];
    box[2] = x > box[2] ? x : box[2];
    box[3] = y > box[3] ? y : box[3];
}

static void cover_shape(struct pdf_page *p, const struct prim *s)
{
    int64_t y = up(p, s->y), box[4] = {s->x, y, s->x, y};
    if (s->kind == PRIM_RECT) {
        widen(box, (int64_t)s->x + s->w, y - s->h);
    } else if (s->kind == PRIM_LINE) {
        widen(box, s->w, up(p, s->h));
    } else if (s->kind == PRIM_CIRCLE) {
        widen(box, (int64_t)s->x - s->w, y - s->w);
        widen(box, (int64_t)s->x + s->w, y + s->w);
    } else {
        box[0] = box[2] = s->point[0].x;
        box[1] = box[3] = up(p, s->point[0].y);
        for (size_t i = 1; i < s->points; i++)
            widen(box, s->point[i].x, up(p, s->point[i].y));
    }
    pdf_tags_cover(p->book->tags, p->index, s->element, box);
}

static void draw_shape(struct pdf_page *p, const struct prim *s)
{
    bool fill = s->filled && s->kind != PRIM_LINE;
    if ((!fill && !s->stroked) || (s->kind == PRIM_POLYLINE && s->points < 2))
        return;
    mark_shape(p, s);
    if (fill)
        pdf_page_fill(p, s->fill, s->opacity);
    if (s->stroked)
        set_stroke(p, s);
    shape_path(p, s);
    buf_puts(&p->content, fill && s->stroked ? "B\n" : fill ? "f\n" : "S\n");
    cover_shape(p, s);
}

/* --- links and destinations --- */

/* A link's description is for people: its title, else where it leads. */
static void put_link_target(struct pdf_page *p, struct buf *b, const struct prim *l)
{
    buf_puts(b, " /Contents ");
    pdf_object_put_text(b, l->title ? l->title : l->url ? l->url : l->dest);
    if (l->url) {
        buf_puts(b, " /A <</Type /Action /S /URI /URI ");
        pdf_object_put_bytes(b, l->url);
        buf_puts(b, ">>");
    } else {
        buf_puts(b, " /Dest ");
        pdf_object_put_bytes(b, l->dest);
        map_set(&p->book->wanted, l->dest, NULL);
    }
}

static void draw_link(struct pdf_page *p, const struct prim *l)
{
    int element = pdf_tags_within(p->book->tags, l->element, "Link");
    if (element < 0 || (!l->url && !l->dest)) {
        diag_report(p->book->diags, DIAG_PDF_FAILED, (struct place){0},
                    phrase_mark(PHRASE_LINK_NOWHERE));
        p->book->failed = true;
        return;
    }
    struct pdf_object *o = pdf_object_new(p->book->file);
    const int64_t rect[] = {l->x, up(p, l->y) - l->h, (int64_t)l->x + l->w, up(p, l->y)};
    buf_puts(&o->body, "/Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [");
    for (int i = 0; i < 4; i++) {
        buf_putc(&o->body, ' ');
        scene_put_pt(&o->body, rect[i]);
    }
    buf_printf(&o->body, "] /StructParent %zu",
               pdf_tags_annotation(p->book->tags, p->index, element, o));
    put_link_target(p, &o->body, l);

    HPDF_Array annotations = HPDF_Dict_GetItem(p->haru, "Annots", HPDF_OCLASS_ARRAY);
    if (!annotations) {
        annotations = HPDF_Array_New(p->haru->mmgr);
        if (!annotations)
            mem_die();
        HPDF_Dict_Add(p->haru, "Annots", annotations);
    }
    HPDF_Array_Add(annotations, o->dict);
}

static void note_place(struct pdf_page *p, const struct prim *d)
{
    if (!d->dest || map_has(&p->book->places, d->dest))
        return; /* the first of a name holds */
    struct pdf_place *place = ARENA_NEW(p->book->file->arena, struct pdf_place);
    place->page = p->index;
    place->y = up(p, d->y);
    map_set(&p->book->places, d->dest, place);
}

/* --- device --- */

static void page_begin(void *ctx, const struct scene *s)
{
    struct pdf_page *p = ctx;
    p->haru = HPDF_AddPage(p->book->file->haru);
    if (!p->haru)
        mem_die();
    p->book->page[p->index] = p->haru;
    HPDF_Page_SetWidth(p->haru, (HPDF_REAL)s->width / MPT);
    HPDF_Page_SetHeight(p->haru, (HPDF_REAL)s->height / MPT);
    HPDF_Dict_AddName(p->haru, "Tabs", "S"); /* ISO 14289-1, 7.18.3 */
    HPDF_Dict_AddNumber(p->haru, "StructParents", (HPDF_INT32)p->index);
    pdf_tags_page(p->book->tags, p->index, p->haru);
}

static void page_draw(void *ctx, const struct scene *s, const struct prim *prim)
{
    (void)s;
    struct pdf_page *p = ctx;
    switch (prim->kind) {
    case PRIM_TEXT: pdf_text_draw(p, prim); break;
    case PRIM_RECT:
    case PRIM_LINE:
    case PRIM_POLYLINE:
    case PRIM_CIRCLE: draw_shape(p, prim); break;
    case PRIM_LINK: draw_link(p, prim); break;
    case PRIM_DEST: note_place(p, prim); break;
    case PRIM_GROUP:
    case PRIM_GROUP_END: break; /* of use on screen only */
    }
}

static void page_end(void *ctx, const struct scene *s)
{
    (void)s;
    struct pdf_page *p = ctx;
    unmark(p);
    /* Under the number of libharu's own stream, which stays empty, and its length. */
    HPDF_PageAttr attr = p->haru->attr;
    pdf_file_stream(p->book->file, pdf_file_number(attr->contents), "", p->content.p,
                    p->content.n, false);
    void *length = HPDF_Dict_GetItem(attr->contents, "Length", HPDF_OCLASS_NUMBER);
    if (length)
        pdf_file_drop(p->book->file, pdf_file_number(length));
}

void pdf_page_write(struct pdf_book *book, const struct scene *scene, size_t index)
{
    static const struct device dev = {page_begin, page_draw, page_end};
    struct pdf_page p = {
        .book = book,
        .scene = scene,
        .index = index,
        .stroke_width = MPT, /* a page's initial graphics state: black, 1 pt, solid */
    };
    buf_init(&p.content);
    scene_draw(scene, &dev, &p);
    buf_free(&p.content);
}
