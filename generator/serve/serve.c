/* serve.c - one loop over three things: signals, changes of files, requests. */
#include "serve/serve_room.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

extern char **environ;

enum {
    QUIET_MS = 50,    /* editors write in several steps: wait until they are done, */
    LONGEST_MS = 500, /* but not for ever */
    RETRY_MS = 500,   /* for a folder that is not there */
    BEAT_MS = 15000,
};

struct serve {
    struct arena *arena;
    const struct serve_site *site;
    struct http *http;
    struct watch *watch;
    int signals;
    sigset_t mask;           /* as it was */
    int64_t first, last;     /* when changes that are not read yet came; 0 = there are none */
    int64_t retried, beaten;
};

/* Signals come through a descriptor, so that nothing is ever cut short; writing to who left is an
 * error like others. */
static int take_signals(sigset_t *before)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigset_t ours;

    sigemptyset(&ours);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    sigaddset(&ours, SIGHUP);
    sigaction(SIGPIPE, &ignore, NULL);
    sigprocmask(SIG_BLOCK, &ours, before);
    return signalfd(-1, &ours, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* That which ended the loop, and others since: let through, they would end the program. */
static void drop_signals(int fd)
{
    struct signalfd_siginfo taken;

    while (read(fd, &taken, sizeof taken) > 0)
        continue;
}

struct serve *serve_open(const struct serve_options *options, const struct serve_site *site)
{
    struct arena *a = arena_new();
    struct serve *s = ARENA_NEW(a, struct serve);

    *s = (struct serve){.arena = a, .site = site};
    s->signals = take_signals(&s->mask);
    s->watch = watch_open(options->folder);
    s->http = s->watch ? http_open(options, site) : NULL;
    if (s->signals >= 0 && s->http)
        return s;
    serve_close(s);
    return NULL;
}

void serve_close(struct serve *s)
{
    http_close(s->http);
    watch_close(s->watch);
    if (s->signals >= 0) {
        drop_signals(s->signals);
        close(s->signals);
    }
    sigprocmask(SIG_SETMASK, &s->mask, NULL);
    arena_free(s->arena);
}

const char *serve_address(const struct serve *s)
{
    return http_address(s->http);
}

static void reload(struct serve *s)
{
    struct arena *a = arena_new();
    const char *const *page;
    size_t pages = http_pages(a, s->http, &page);
    struct serve_changes changes = watch_changes(s->watch);

    s->first = s->last = 0;
    s->site->reload(s->site->ctx, &changes, page, pages);
    watch_forget(s->watch);
    arena_free(a);
}

/* Until now is at least at; less of what there was. */
static int sooner(int timeout, int64_t at, int64_t now)
{
    int64_t left = at > now ? at - now : 0;

    return timeout < 0 || left < timeout ? (int)left : timeout;
}

static int timeout(const struct serve *s, int64_t now)
{
    int ms = sooner(http_timeout(s->http), s->beaten + BEAT_MS, now);

    if (watch_lacks(s->watch))
        ms = sooner(ms, s->retried + RETRY_MS, now);
    if (s->first) {
        ms = sooner(ms, s->last + QUIET_MS, now);
        ms = sooner(ms, s->first + LONGEST_MS, now);
    }
    return ms;
}

static void note_change(struct serve *s, int64_t now)
{
    s->last = now;
    s->first = s->first ? s->first : now;
}

static void look_at_clock(struct serve *s)
{
    int64_t now = patience_now();

    if (watch_lacks(s->watch) && now >= s->retried + RETRY_MS) {
        s->retried = now;
        if (watch_retry(s->watch))
            note_change(s, now);
    }
    if (s->first && (now >= s->last + QUIET_MS || now >= s->first + LONGEST_MS))
        reload(s);
    if (now >= s->beaten + BEAT_MS) {
        s->beaten = now;
        http_beat(s->http);
    }
}

bool serve_run(struct serve *s)
{
    s->beaten = s->retried = patience_now();
    for (;;) {
        struct pollfd fd[] = {{.fd = s->signals, .events = POLLIN},
                              {.fd = watch_fd(s->watch), .events = POLLIN},
                              {.fd = http_fd(s->http), .events = POLLIN}};
        if (poll(fd, 3, timeout(s, patience_now())) < 0 && errno != EINTR) {
            fprintf(stderr, "accord serve: cannot wait for requests: %s\n", strerror(errno));
            return false;
        }
        if (fd[0].revents)
            return true;
        if (fd[1].revents && watch_read(s->watch))
            note_change(s, patience_now());
        look_at_clock(s);
        http_work(s->http);
    }
}

bool serve_show(const char *address)
{
    struct sigaction forget = {.sa_handler = SIG_DFL, .sa_flags = SA_NOCLDWAIT};
    char program[] = "xdg-open", copy[256];
    char *argv[] = {program, copy, NULL};
    posix_spawnattr_t how;
    sigset_t none;
    pid_t child;

    sigaction(SIGCHLD, &forget, NULL);
    sigemptyset(&none);
    snprintf(copy, sizeof copy, "%s", address);
    posix_spawnattr_init(&how);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&how, &none);
    int error = posix_spawnp(&child, program, NULL, &how, argv, environ);
    posix_spawnattr_destroy(&how);
    return error == 0;
}
