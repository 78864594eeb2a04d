/* pdf_object.h - objects of a PDF file written as text, inside an unmodified libharu.
 *
 * libharu has no tags, no metadata and no fonts we can use, so objects that its own refer to
 * (fonts, annotations) are its dictionaries with an empty list and a writer of our own: it
 * prints "<<", calls us, prints ">>", and what we print is `body`.  Bodies may be filled until
 * the file is finished, so an object can be referred to (by its number) long before its
 * content is known.  What libharu never refers to is written by pdf_file_put.
 * Syntax: ISO 32000-1, 7.3.
 */
#ifndef ACCORD_PDF_PDF_OBJECT_H
#define ACCORD_PDF_PDF_OBJECT_H

#include "pdf/pdf_file.h"

struct pdf_object {
    HPDF_Dict dict;
    unsigned number;
    struct buf body; /* what stands between << and >> */
};

/* An indirect dictionary. */
struct pdf_object *pdf_object_new(struct pdf_file *f);
/* Lets us write into one of libharu's own dictionaries, after its own keys. */
struct pdf_object *pdf_object_adopt(struct pdf_file *f, HPDF_Dict dict);

void pdf_object_put_ref(struct buf *out, unsigned number); /* " 12 0 R" */

void pdf_object_put_text(struct buf *out, const char *utf8); /* text string, UTF-16BE in hex */
void pdf_object_put_utf16(struct buf *out, const char *utf8, size_t n); /* its digits only */
void pdf_object_put_bytes(struct buf *out, const char *s);   /* byte string: (...) */
void pdf_object_put_name(struct buf *out, const char *s);    /* /Name with #xx where needed */
/* A text string as libharu object, for its own dictionaries. */
HPDF_Binary pdf_object_text(struct pdf_file *f, const char *utf8);

#endif
