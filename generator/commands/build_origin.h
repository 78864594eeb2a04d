/* build_origin.h - what a build is made of, so that one that would make the same is not done again. */
#ifndef ACCORD_COMMANDS_BUILD_ORIGIN_H
#define ACCORD_COMMANDS_BUILD_ORIGIN_H

#include "base/sha256.h"
#include "commands/commands.h"

/* A sum over all that a whole build of this session depends on: every byte of the content and the
 * templates, this program and its libraries, fonts, hyphenation, the options and the environment.  Where
 * two sums are the same, so is what comes out, messages included. */
void build_origin_sum(const struct session *s, char sum[SHA256_HEX]);

#endif
