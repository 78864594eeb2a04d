/* preview.h - the site in memory, as it stands between two changes of the content.
 *
 * Reading anew makes a generation: records, model, checked texts, templates.  Files of the site are
 * made of it one by one, when they are asked for, and kept until the next.  A generation that has
 * errors is dropped: its messages stay, and so does the last good one.
 */
#ifndef ACCORD_COMMANDS_PREVIEW_H
#define ACCORD_COMMANDS_PREVIEW_H

#include "commands/commands.h"
#include "serve/serve.h"

struct preview;

/* Reads for the first time; a fault of the content is no fault of this.  *code: EXIT_FINE, or after a
 * message what to end with, and there is no preview. */
struct preview *preview_open(const struct options *opt, int *code);
void preview_close(struct preview *p);

/* The callbacks of the server. */
struct serve_site preview_site(struct preview *p);

/* The files that pages load for it, from the folder preview/ of the templates. */
const struct serve_own *preview_own(const struct preview *p, size_t *n);
/* The folders that it is made of; NULL at the end. */
const char *const *preview_folders(const struct preview *p);

#endif
