/* messages.h - the language that accord speaks to those who run it.
 *
 * English is compiled in.  Others are files messages/<language>.yaml of the templates, those of
 * --templates over those that ship; what a file lacks is said in English.  Which language:
 * --messages, else messages: of site.yaml, else English; never what the system is set to, so that
 * the output of a run does not depend on where it runs.
 */
#ifndef ACCORD_COMMANDS_MESSAGES_H
#define ACCORD_COMMANDS_MESSAGES_H

#include "base/diag.h"
#include "input/input.h"

struct arena;
struct map;

/* The texts of a language by their keys; NULL for English, and after a report when there is no
 * file.  A key that names nothing and a text whose {0} {1} ... are not those of the English one are
 * reported and left out. */
const struct map *messages_read(struct arena *a, struct diags *d,
                                const struct input_layers *templates, const char *language);

#endif
