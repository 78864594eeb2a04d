/* path.h - names of files. */
#ifndef ACCORD_BASE_PATH_H
#define ACCORD_BASE_PATH_H

#include <stdbool.h>

/* Whether a name or path ends so, with something before: ".yaml" alone has no ending, and
 * "" is none. */
bool path_ends_in(const char *path, const char *ending);

#endif
