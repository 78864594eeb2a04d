/* crew.h - work shared out among threads of this process, which see the same memory.
 *
 * For work whose results are trees of pointers; what ends in files or bytes is for team.h.  The
 * caller is one of the crew; nobody is left of the others when crew_run returns.  A job may be done
 * by any member and at any time, so that each has to keep its results where only it puts them: the
 * caller takes them in the order of jobs.  Members need arenas and diagnostics of their own.
 */
#ifndef ACCORD_BASE_CREW_H
#define ACCORD_BASE_CREW_H

#include <stddef.h>

enum { CREW_MAX = 16 };

/* Members for so many jobs on this machine, the caller among them: from 1 to CREW_MAX. */
unsigned crew_size(size_t jobs);

/* Each job once; members count from 0, the caller.  Where the system gives no thread, fewer do all. */
void crew_run(unsigned members, size_t jobs, void (*work)(void *ctx, unsigned member, size_t job),
              void *ctx);

#endif
