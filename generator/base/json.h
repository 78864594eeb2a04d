/* json.h - JSON text (RFC 8259). */
#ifndef ACCORD_BASE_JSON_H
#define ACCORD_BASE_JSON_H

struct buf;

/* A string in quotes; invalid UTF-8 becomes U+FFFD. */
void json_string(struct buf *out, const char *s);

#endif
