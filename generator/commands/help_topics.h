/* help_topics.h - what accord help says of things that are no command.  To add a topic: its row. */
#ifndef ACCORD_COMMANDS_HELP_TOPICS_H
#define ACCORD_COMMANDS_HELP_TOPICS_H

#include <stddef.h>

struct help_topic {
    const char *name, *summary;
    const char *text; /* NULL: print says it */
    void (*print)(void);
};
const struct help_topic *help_topics_at(size_t i);             /* NULL behind the last */
const struct help_topic *help_topics_find(const char *name); /* NULL when unknown */

#endif
