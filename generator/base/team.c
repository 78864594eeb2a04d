#define _GNU_SOURCE /* sched_getaffinity, MAP_ANONYMOUS, prctl: of Linux */

#include "base/team.h"

#include "base/arena.h"
#include "base/buf.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS_MAX = 64, CHUNK = 8192 };

/* Before each answer in a pipe. */
struct head {
    uint64_t job, n;
};

struct worker {
    pid_t pid;
    int fd;         /* -1 when it is done */
    struct buf got; /* read, and not yet cut into answers */
};

struct running {
    const struct team *t;
    atomic_size_t *next; /* job that nobody has begun; shared by all processes */
    struct worker *worker;
    unsigned n;
    struct buf *answer; /* by job, until it is its turn */
    bool *here;
    size_t taken;
};

unsigned team_cores(void)
{
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return n > 1 ? (unsigned)n : 1;
}

/* --- in a worker --- */

static void send_all(int fd, const void *bytes, size_t n)
{
    for (const char *p = bytes; n;) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            _exit(1); /* nobody is listening any more */
        p += done;
        n -= (size_t)done;
    }
}

static void be_worker(const struct running *r, int fd, pid_t parent)
{
    struct buf answer = BUF_INIT;
    size_t job;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) /* it was gone before */
        _exit(1);
    while ((job = atomic_fetch_add(r->next, 1)) < r->t->jobs) {
        buf_clear(&answer);
        r->t->work(r->t->ctx, job, &answer);
        struct head head = {job, answer.n};
        send_all(fd, &head, sizeof head);
        send_all(fd, answer.p, answer.n);
    }
    _exit(0);
}

/* --- in the process they come from --- */

static bool start(struct running *r)
{
    struct worker *w = &r->worker[r->n];
    int ends[2];
    pid_t parent = getpid();
    if (pipe(ends) != 0)
        return false;
    *w = (struct worker){.pid = fork(), .fd = ends[0]};
    if (w->pid == 0) {
        close(ends[0]);
        for (unsigned i = 0; i < r->n; i++)
            close(r->worker[i].fd);
        be_worker(r, ends[1], parent);
    }
    close(ends[1]);
    if (w->pid < 0) {
        close(ends[0]);
        return false;
    }
    r->n++;
    return true;
}

static void hand_over(struct running *r)
{
    for (; r->taken < r->t->jobs && r->here[r->taken]; r->taken++) {
        struct buf *b = &r->answer[r->taken];
        r->t->take(r->t->ctx, r->taken, buf_str(b), b->n);
        buf_free(b);
    }
}

/* Cuts what a worker sent into answers; what is not whole yet stays. */
static bool cut(struct running *r, struct worker *w)
{
    size_t at = 0;
    struct head head;
    while (w->got.n - at >= sizeof head) {
        memcpy(&head, w->got.p + at, sizeof head);
        if (head.job >= r->t->jobs || r->here[head.job])
            return false;
        if (w->got.n - at - sizeof head < head.n)
            break;
        buf_put(&r->answer[head.job], w->got.p + at + sizeof head, head.n);
        r->here[head.job] = true;
        at += sizeof head + head.n;
    }
    if (at) {
        memmove(w->got.p, w->got.p + at, w->got.n - at);
        w->got.n -= at;
    }
    return true;
}

/* False when nothing more can come of it: it is done, or broken. */
static bool listen_to(struct running *r, struct worker *w)
{
    char bytes[CHUNK];
    ssize_t n = read(w->fd, bytes, sizeof bytes);
    if (n < 0)
        return errno == EINTR;
    buf_put(&w->got, bytes, (size_t)n);
    return n > 0 && cut(r, w);
}

static void listen_to_all(struct running *r)
{
    struct pollfd poll_fd[WORKERS_MAX];
    for (unsigned left = r->n; left;) {
        for (unsigned i = 0; i < r->n; i++)
            poll_fd[i] = (struct pollfd){.fd = r->worker[i].fd, .events = POLLIN};
        if (poll(poll_fd, r->n, -1) < 0)
            continue; /* interrupted */
        for (unsigned i = 0; i < r->n; i++) {
            struct worker *w = &r->worker[i];
            if (w->fd < 0 || !poll_fd[i].revents || listen_to(r, w))
                continue;
            close(w->fd);
            w->fd = -1;
            left--;
        }
        hand_over(r);
    }
}

/* Waits for all; whether each did what it had to. */
static bool dismiss(struct running *r, int *signal)
{
    bool fine = true;
    for (unsigned i = 0; i < r->n; i++) {
        int status = 0;
        while (waitpid(r->worker[i].pid, &status, 0) < 0 && errno == EINTR)
            ;
        if (WIFSIGNALED(status) && fine)
            *signal = WTERMSIG(status);
        fine = fine && WIFEXITED(status) && WEXITSTATUS(status) == 0;
        buf_free(&r->worker[i].got);
    }
    return fine && r->taken == r->t->jobs;
}

static bool run_alone(const struct team *t)
{
    for (size_t i = 0; i < t->jobs; i++)
        t->work(t->ctx, i, NULL);
    return true;
}

static bool run(struct running *r, int *signal)
{
    const struct team *t = r->t;
    unsigned want = t->workers < WORKERS_MAX ? t->workers : WORKERS_MAX;
    bool started = true;
    while (started && r->n < want && r->n < t->jobs)
        started = start(r);
    if (r->n == 0)
        return run_alone(t);
    listen_to_all(r); /* fewer than wanted do as well */
    return dismiss(r, signal);
}

bool team_run(const struct team *t, int *signal)
{
    *signal = 0;
    if (t->workers < 2 || t->jobs < 2)
        return run_alone(t);
    struct arena *a = arena_new();
    struct running r = {.t = t,
                        .worker = ARENA_ARRAY(a, struct worker, WORKERS_MAX),
                        .answer = ARENA_ARRAY(a, struct buf, t->jobs),
                        .here = ARENA_ARRAY(a, bool, t->jobs)};
    r.next = mmap(NULL, sizeof *r.next, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    bool done;
    if (r.next == MAP_FAILED) {
        done = run_alone(t);
    } else {
        atomic_init(r.next, 0);
        done = run(&r, signal);
        munmap(r.next, sizeof *r.next);
    }
    for (size_t i = 0; i < t->jobs; i++)
        buf_free(&r.answer[i]);
    arena_free(a);
    return done;
}
