/* pdf.h - pages to bytes: tagged PDF 1.7 that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a
 * (ISO 19005-3).
 *
 * The only room that includes libharu.  Text never goes through libharu's own fonts: it is
 * shaped, subset and written as Type0 fonts of our own, one CID per glyph-and-text pair.  The
 * bytes depend on the arguments only.
 */
#ifndef ACCORD_PDF_PDF_H
#define ACCORD_PDF_PDF_H

#include "base/date.h"
#include "base/diag.h"
#include "font/font.h"
#include "typeset/typeset.h"

struct pdf_attachment {
    const char *name, *mime, *description; /* unique name */
    const void *bytes;
    size_t n;
};

struct pdf_meta {
    const char *title, *author, *subject, *keywords, *lang;
    struct date date;             /* creation and modification; from the content */
    const char *id_seed;          /* document id and language: makes the file's ID */
    const void *icc;              /* sRGB profile, owned by the caller */
    size_t icc_n;
    const struct pdf_attachment *attachment;
    size_t attachments;
};

/* Appends the PDF to out; false and a report when libharu fails or a glyph is missing. */
bool pdf_write(struct arena *a, struct diags *d, struct fonts *fonts, const struct pages *pages,
               const struct pdf_meta *meta, struct buf *out);

#endif
