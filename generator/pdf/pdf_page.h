/* pdf_page.h - one scene as the content of one page.
 *
 * Content is operators in text; every painting operator stands in marked content: of a
 * structure element (with an MCID) or of an artifact.  Marked content is never nested inside
 * one with an MCID: readers lose the rest of it.  What needs properties of its own (another
 * language, ActualText, reversed characters) becomes marked content of the same element.
 *
 * Lengths are 1/1000 pt; y is turned upward here.  Opacity becomes a lighter solid colour, as
 * all is painted on white paper.
 */
#ifndef ACCORD_PDF_PDF_PAGE_H
#define ACCORD_PDF_PDF_PAGE_H

#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"
#include "pdf/pdf_font.h"
#include "pdf/pdf_object.h"
#include "pdf/pdf_tags.h"
#include "scene/scene.h"

struct pdf_place { /* a named destination */
    size_t page;
    int64_t y;
};

struct pdf_cluster { /* glyphs [from, to) of a run and the text they stand for */
    const struct glyph_run *run;
    size_t from, to;
    const char *text;
    size_t n;
    int64_t pen; /* where it starts: millionths of em from the start of the text */
};

struct pdf_book { /* what all pages share */
    struct pdf_file *file;
    struct pdf_tags *tags;
    struct pdf_fonts *pdf_fonts;
    struct fonts *fonts;
    struct diags *diags;
    const char *lang;
    HPDF_Page *page;    /* made so far */
    struct map places;  /* struct pdf_place by name */
    struct map wanted;  /* names that links lead to */
    bool failed;        /* reported */
    VEC(struct pdf_cluster) cluster; /* of the text at hand */
};

struct pdf_mark { /* properties of the marked content that is open */
    int element;
    enum artifact_kind artifact;
    const char *lang, *actual; /* NULL: none */
    bool reversed;
};

struct pdf_page {
    struct pdf_book *book;
    const struct scene *scene;
    size_t index;
    HPDF_Page haru;
    struct buf content;
    bool marked;
    struct pdf_mark mark;
    struct color fill, stroke;      /* graphics state as set so far */
    mpt stroke_width, dash, size;
    const struct pdf_font *font;
};

void pdf_page_write(struct pdf_book *book, const struct scene *scene, size_t index);

/* For pdf_text.c. */
void pdf_page_mark(struct pdf_page *p, struct pdf_mark mark);
void pdf_page_fill(struct pdf_page *p, struct color c, unsigned char opacity);
void pdf_text_draw(struct pdf_page *page, const struct prim *p);

#endif
