#include "base/crew.h"

#include "base/team.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>

struct crew {
    size_t jobs;
    atomic_size_t next; /* job that nobody has begun */
    void (*work)(void *ctx, unsigned member, size_t job);
    void *ctx;
};

struct member {
    struct crew *crew;
    unsigned number;
    pthread_t thread;
};

unsigned crew_size(size_t jobs)
{
    size_t n = team_cores() < CREW_MAX ? team_cores() : CREW_MAX;
    return (unsigned)(n < jobs ? n : jobs ? jobs : 1);
}

static void *do_jobs(void *ctx)
{
    const struct member *m = ctx;
    struct crew *c = m->crew;
    for (size_t job; (job = atomic_fetch_add(&c->next, 1)) < c->jobs;)
        c->work(c->ctx, m->number, job);
    return NULL;
}

/* Signals are for the caller. */
static bool start(struct member *m)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&m->thread, NULL, do_jobs, m) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

void crew_run(unsigned members, size_t jobs, void (*work)(void *ctx, unsigned member, size_t job),
              void *ctx)
{
    struct crew c = {.jobs = jobs, .work = work, .ctx = ctx};
    struct member m[CREW_MAX];
    unsigned n = 1;
    m[0] = (struct member){.crew = &c};
    while (n < members && n < CREW_MAX) {
        m[n] = (struct member){.crew = &c, .number = n};
        if (!start(&m[n]))
            break;
        n++;
    }
    do_jobs(&m[0]);
    while (n-- > 1)
        pthread_join(m[n].thread, NULL);
}
