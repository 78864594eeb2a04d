/* yaml_write.h - texts as YAML scalars that read back as the same text, here and in any other
 * reader of YAML 1.1 or 1.2.
 *
 * Plain where that is safe: what another reader would take for a number, a date, true, no or null
 * stands in quotes.  Whoever writes puts keys, indentation and the ends of lines.
 */
#ifndef ACCORD_BASE_YAML_WRITE_H
#define ACCORD_BASE_YAML_WRITE_H

#include <stdbool.h>

struct buf;

/* Whether YAML can hold the text: UTF-8 without control characters other than tab and line feed. */
bool yaml_write_can(const char *s);
/* On one line: plain, or in double quotes with escapes; flow: within [] or {}. */
void yaml_write_text(struct buf *out, const char *s, bool flow);
/* In double quotes, whatever it is. */
void yaml_write_quoted(struct buf *out, const char *s);
/* As a value behind "key:" in a block, from the blank on and with the line's end: on the line, or a
 * text of several lines as it is below, indented by so many blanks more than none. */
void yaml_write_value(struct buf *out, const char *s, int indent);

#endif
