/* json.h - JSON text (RFC 8259). */
#ifndef ACCORD_BASE_JSON_H
#define ACCORD_BASE_JSON_H

struct buf;

/* A string in quotes; invalid UTF-8 becomes U+FFFD.  Safe within a script element too:
 * "<" and the line ends that older scripts know (U+2028, U+2029) are escaped.  So are all control
 * characters, which terminals obey. */
void json_string(struct buf *out, const char *s);
void json_text(struct buf *out, const char *s); /* NULL is null */
/* "key": the text; key as it is. */
void json_field(struct buf *out, const char *key, const char *text);

#endif
