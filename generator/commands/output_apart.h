/* output_apart.h - what is made must not lie among the records, where it would be read the next time,
 * or stand in the place of one. */
#ifndef ACCORD_COMMANDS_OUTPUT_APART_H
#define ACCORD_COMMANDS_OUTPUT_APART_H

#include "commands/commands.h"

/* Whether a path says standard output, "-", as with other programs. */
bool is_standard_output(const char *path);
/* Whether --output, a folder, is not that; else false after a message of the command. */
bool output_is_folder(const struct options *opt, const char *command);
/* Whether --output, a file or a folder, there or not, is outside the content; else false after a message of
 * the command, which calls it what ("output folder"). */
bool output_is_apart(const struct options *opt, const char *command, const char *what);
/* EXIT_FINE when --output, a folder, holds no build of the other profile, and lies in none that is public where this is
 * to be internal; else the exit status, after a message of build. */
int profiles_apart(const struct options *opt);
/* EXIT_FINE when --output, a file, is in no public build when it is to tell what is internal; else the exit status,
 * after a message of the command. */
int file_apart(const struct options *opt, const char *command);
/* The same of another path that is written to; option is how another one is given ("--rest FILE"). */
bool path_is_apart(const struct options *opt, const char *path, const char *command, const char *what,
                   const char *option);

#endif
