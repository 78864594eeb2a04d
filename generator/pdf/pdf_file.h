/* pdf_file.h - the bytes of the file, as they are made.
 *
 * libharu makes the objects that belong together (catalog, page tree, resources, outline); what
 * there is one of for each cell of a table (structure elements) or what is large (streams) is
 * written here at once and never held.  Streams are compressed; all other objects stand in
 * object streams, and the cross-reference table is a stream too: a long tagged table would be
 * mostly table otherwise.
 *
 *     header | streams ... | object streams ... | cross-reference stream | startxref
 *
 * Numbers: libharu counts its own; pdf_file_reserve makes it leave some out for us.
 * Everything lives as long as the file's arena.  libharu's low-level calls never raise its
 * error callback: pdf_file_fault asks for the error that stuck.
 * Source: ISO 32000-1, 7.5.7 (object streams), 7.5.8 (cross-reference streams).
 */
#ifndef ACCORD_PDF_PDF_FILE_H
#define ACCORD_PDF_PDF_FILE_H

#include "base/buf.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <hpdf.h>
#include <zlib.h>

struct pdf_where { /* an object of the file */
    unsigned char kind;
    uint32_t at;    /* offset; or number of the object stream */
    uint16_t index; /* in the object stream */
};

struct pdf_file {
    HPDF_Doc haru;
    struct arena *arena;
    HPDF_MD5_CTX digest;   /* of all that is written, in order */
    z_stream deflate;      /* used again and again: it is large */
    struct buf deflated;
    struct buf out;        /* the file so far */
    struct buf packed;     /* of the object stream at hand: objects, ... */
    struct buf packed_head; /* ... and their numbers and offsets */
    unsigned packed_n, pack; /* objects in it; its number, 0 = none is open */
    struct buf trailer;    /* further entries, as text */
    VEC(struct pdf_where) where; /* by number */
    unsigned long fault;   /* of our own */
};

void pdf_file_open(struct pdf_file *f, struct arena *a); /* closed with the arena */
unsigned long pdf_file_fault(const struct pdf_file *f);  /* libharu's error number, 0 = none */

unsigned pdf_file_number(const void *haru_object);
unsigned pdf_file_reserve(struct pdf_file *f, unsigned n); /* the first of n new numbers */
/* Writes an object that is no stream.  Each number is written once. */
void pdf_file_put(struct pdf_file *f, unsigned number, const void *object, size_t n);
/* Writes a stream; dict holds further keys.  Plain streams can be read by any tool. */
void pdf_file_stream(struct pdf_file *f, unsigned number, const char *dict, const void *bytes,
                     size_t n, bool plain);
/* An object that libharu has made and nothing needs. */
void pdf_file_drop(struct pdf_file *f, unsigned number);
/* Writes what libharu holds, and the end; false when anything failed at any time, and out is
 * then as it was. */
bool pdf_file_finish(struct pdf_file *f, struct buf *out);

#endif
