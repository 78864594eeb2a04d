/* pdf_object.h - objects of a PDF file written as text, inside an unmodified libharu.
 *
 * libharu owns the file, the cross-reference table, the page tree and the outline.  It has no
 * tags, no metadata and no fonts we can use, so most objects here are its dictionaries with an
 * empty list and a writer of our own: it prints "<<", calls us, prints ">>", and what we print
 * is `body`.  Bodies may be filled until the file is saved, so an object can be referred to
 * (by its number) long before its content is known.
 *
 * Everything lives as long as the file's arena.  libharu's low-level calls never raise its
 * error callback: pdf_file_fault asks for the error that stuck.
 * Syntax: ISO 32000-1, 7.3.
 */
#ifndef ACCORD_PDF_PDF_OBJECT_H
#define ACCORD_PDF_PDF_OBJECT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <hpdf.h>

struct arena;

struct pdf_file {
    HPDF_Doc haru;
    struct arena *arena;
    HPDF_MD5_CTX digest; /* of all streams, in order */
};

struct pdf_object {
    HPDF_Dict dict;
    struct buf body; /* what stands between << and >> */
};

void pdf_file_open(struct pdf_file *f, struct arena *a); /* closed with the arena */
unsigned long pdf_file_fault(const struct pdf_file *f);  /* libharu's error number, 0 = none */
void pdf_file_digest(struct pdf_file *f, const void *bytes, size_t n); /* of a stream */
/* Writes the file; false when libharu failed at any time. */
bool pdf_file_save(struct pdf_file *f, struct buf *out);

/* An indirect dictionary. */
struct pdf_object *pdf_object_new(struct pdf_file *f);
/* An indirect stream; body holds further keys (Length and Filter come from libharu). */
struct pdf_object *pdf_object_stream(struct pdf_file *f, const void *bytes, size_t n, bool deflate);
/* Lets us write into one of libharu's own dictionaries, after its own keys. */
struct pdf_object *pdf_object_adopt(struct pdf_file *f, HPDF_Dict dict);

unsigned pdf_object_number(const void *haru_object);
void pdf_object_put_ref(struct buf *out, const struct pdf_object *o); /* " 12 0 R" */

void pdf_object_put_text(struct buf *out, const char *utf8); /* text string, UTF-16BE in hex */
void pdf_object_put_utf16(struct buf *out, const char *utf8, size_t n); /* its digits only */
void pdf_object_put_bytes(struct buf *out, const char *s);   /* byte string: (...) */
void pdf_object_put_name(struct buf *out, const char *s);    /* /Name with #xx where needed */
/* A text string as libharu object, for its own dictionaries. */
HPDF_Binary pdf_object_text(struct pdf_file *f, const char *utf8);

#endif
