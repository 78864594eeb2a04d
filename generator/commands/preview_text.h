/* preview_text.h - what the preview itself says, in the language of messages. */
#ifndef ACCORD_COMMANDS_PREVIEW_TEXT_H
#define ACCORD_COMMANDS_PREVIEW_TEXT_H

#include <stdbool.h>

struct buf;
struct map;

/* An object of JSON: what templates/preview/preview.js says around reports.  language: NULL = English;
 * code: its own. */
void preview_text_words(struct buf *json, const struct map *language, const char *code);
/* The page in place of one that could not be made, plain for who has no script. */
void preview_text_fault(struct buf *html, const struct map *language, const char *code);

#endif
