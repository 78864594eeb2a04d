/* share.h - jobs of a build, shared out among its workers. */
#ifndef ACCORD_SHARE_H
#define ACCORD_SHARE_H

#include "build.h"

/* Has jobs done by the workers of a build, a const struct build *: a site_share (site/site.h).  What
 * a worker puts and reports reaches this process as if it had done so itself, in the order of jobs.
 * Workers that fail are reported. */
void share(void *build, size_t jobs, void (*work)(void *made, size_t job, struct buf *answer),
           void (*take)(void *made, struct unpack *answer), void *made);

#endif
