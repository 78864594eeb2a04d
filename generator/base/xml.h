/* xml.h - writes XML, HTML and SVG so that every tag is closed and every text escaped.
 *
 *     struct xml x;
 *     xml_init(&x, &out);
 *     xml_open(&x, "a"); xml_attr(&x, "href", url); xml_text(&x, label); xml_close(&x);
 *
 * Attributes must follow xml_open directly.  Names are literals of the program and are not
 * checked.  Characters that XML 1.0 does not allow are left out.
 */
#ifndef ACCORD_BASE_XML_H
#define ACCORD_BASE_XML_H

#include "base/buf.h"

#include <stdbool.h>

enum { XML_DEPTH_MAX = 256 };

struct xml {
    struct buf *out;
    const char *stack[XML_DEPTH_MAX];
    int depth;
    bool tag_open; /* attributes may still come */
};

void xml_init(struct xml *x, struct buf *out);
void xml_open(struct xml *x, const char *name);
void xml_attr(struct xml *x, const char *name, const char *value); /* NULL value: left out */
void xml_attrf(struct xml *x, const char *name, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void xml_text(struct xml *x, const char *text);
void xml_raw(struct xml *x, const char *markup);
void xml_close(struct xml *x); /* the innermost; an element without content becomes <x/> */
void xml_end(struct xml *x);   /* the innermost, always as <x></x>: for HTML */
void xml_void(struct xml *x);  /* the innermost, as <x>: for HTML's void elements */

/* Escapes & < > " ' for text and attributes. */
void xml_escape(struct buf *out, const char *s, size_t n);

#endif
