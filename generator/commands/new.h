/* new.h - the kinds of `accord new`: each makes the files of something new in the content.
 *
 * To add one: `int new_<kind>(struct session *, const char *kind, const char *name)` in
 * new_<kind>.c, declared here,
 * and a row in the table of command_new.c.  It collects its files with new_file, ends with
 * new_write, and says what to do next only when that returned EXIT_FINE.
 */
#ifndef ACCORD_COMMANDS_NEW_H
#define ACCORD_COMMANDS_NEW_H

#include "base/vec.h"
#include "commands/commands.h"
#include "publish/publish.h"

struct new_files {
    struct session *session;
    VEC(struct publish_text) list;
};

/* text must last until new_write. */
void new_file(struct new_files *f, const char *path, const char *text);
/* Writes all of them, or with --dry-run none, and lists them; the exit code. */
int new_write(struct new_files *f);

/* The line by which editors know what a file is; path below the content's folder. */
const char *new_modeline(struct arena *a, const char *path, const char *schema);

/* The papers, folder and history of a year. */
int new_edition(struct session *s, const char *kind, const char *year);
/* One file of the kind, and what goes with it.  id NULL = made from what is said of it. */
int new_record(struct session *s, const char *kind, const char *id);

#endif
