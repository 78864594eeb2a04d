/* team.h - work shared out among processes, and what comes of it taken in the order of the work.
 *
 * Processes, not threads: each has all that was made before as it was (copied when written to), so
 * that nothing needs a lock, and one that fails takes nothing down with it.  Workers take the
 * next job when they are done with one; what they answer is handed over in the order of jobs, however
 * they were scheduled, so that the result never depends on how many there are.
 *
 * What a worker changes in memory is gone when it ends: all that counts is in its answers, or in
 * files.  Workers end with the process they came from.
 */
#ifndef ACCORD_BASE_TEAM_H
#define ACCORD_BASE_TEAM_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

struct team {
    size_t jobs;
    unsigned workers; /* 0 and 1: this process does all, one job after the other */
    void *ctx;
    /* Does a job.  In a worker answer is to be filled with what is to be told; in this process it is
     * NULL: there is nobody to tell. */
    void (*work)(void *ctx, size_t job, struct buf *answer);
    /* In this process, in order of jobs; bytes are valid only during the call. */
    void (*take)(void *ctx, size_t job, const char *bytes, size_t n);
};

/* All workers are gone when this returns.  Where the system gives none, this process does all.  False: a
 * worker ended before its work was done (*signal: what ended it, or 0); some answers were taken, in order. */
bool team_run(const struct team *t, int *signal);

unsigned team_cores(void); /* that this process may use, at least 1 */

#endif
