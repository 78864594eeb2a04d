/* terminal.h - whether people look at standard error, and what they see there of a run. */
#ifndef ACCORD_COMMANDS_TERMINAL_H
#define ACCORD_COMMANDS_TERMINAL_H

#include "base/progress.h"

struct options;

/* NULL where nobody looks: standard error is no terminal (or one that cannot rewrite a line), or
 * --quiet. */
struct progress *terminal_progress(struct arena *a, const struct options *opt);
/* Whether a closing line with counts and time is wanted: on a terminal, or with --verbose; not with
 * --quiet, nor where standard error is JSON or SARIF. */
int terminal_wants_closing(const struct options *opt);
int64_t terminal_now(void *ctx); /* milliseconds; ctx is not looked at */

#endif
