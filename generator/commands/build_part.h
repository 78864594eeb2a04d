/* build_part.h - a build of some languages, or of one document: what it replaces, what stays.
 *
 * The languages built are complete and clean: what accord made in them and does not make now is
 * removed.  A document alone is so in its own folders.  All else stays as it is - but not when it
 * names an agreement that has become internal since: then nothing is published.
 */
#ifndef ACCORD_COMMANDS_BUILD_PART_H
#define ACCORD_COMMANDS_BUILD_PART_H

#include "base/vec.h"
#include "commands/commands.h"
#include "publish/publish.h"

struct build_part {
    const struct session *session;
    VEC(struct build_left) left; /* pages of internal agreements that would stay */
};

struct build_left {
    const struct deal *deal;
    const char *path;
};

/* Tells p what the build is of; part lives as long as p. */
/* Whether pages in a language stand in the output and are to stay. */
bool build_part_stands(const struct session *s, enum lang lang);
void build_part_begin(struct build_part *part, const struct session *s, struct publish *p);
/* After a commit: reports what may not stay; whether there was any. */
bool build_part_report(const struct build_part *part, struct diags *d);

#endif
