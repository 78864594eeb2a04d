/* build_origin.h - what a build is made of, so that one that would make the same is not done again. */
#ifndef ACCORD_COMMANDS_BUILD_ORIGIN_H
#define ACCORD_COMMANDS_BUILD_ORIGIN_H

#include "base/sha256.h"
#include "commands/commands.h"

struct build_origin {
    char sum[SHA256_HEX];
    char touched[SHA256_HEX]; /* how the files of content and templates were left */
};

/* A sum over all that a whole build of this session depends on: every byte of the content and the
 * templates, this program and its libraries, fonts, hyphenation, the options and the environment.  Where
 * two sums are the same, so is what comes out, messages included. */
struct build_origin build_origin(const struct session *s);
/* Whether a build that began with it was made of that: nobody wrote to a file meanwhile. */
bool build_origin_holds(const struct session *s, const struct build_origin *began);

#endif
