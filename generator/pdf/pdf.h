/* pdf.h - pages to bytes: tagged PDF 1.7 that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a
 * (ISO 19005-3).
 *
 * The structure tree has ISO 32000-1 types, no headings skipped, a Link element around every
 * link, and alternative text on figures: whoever makes the pages sees to that.
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
    const char *title, *lang;                /* PDF/UA wants both */
    const char *author, *subject, *keywords; /* NULL when absent */
    struct date date;             /* creation and modification; from the content */
    const char *id_seed;          /* document id and language: makes the file's ID */
    const void *icc;              /* sRGB profile, owned by the caller */
    size_t icc_n;
    const struct pdf_attachment *attachment;
    size_t attachments;
};

/* Makes the PDF what out holds; false, a report and out as it was when a glyph is missing, a link or
 * an outline item leads nowhere, an element names a file that is not attached, a font may not
 * be embedded, or libharu fails.  What is made on the way is freed before it returns. */
bool pdf_write(struct arena *a, struct diags *d, struct fonts *fonts, const struct pages *pages,
               const struct pdf_meta *meta, struct buf *out);

#endif
