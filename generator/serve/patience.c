/* patience.c - how long a connection may take.  The library gives up one that is silent; one that sends a
 * letter now and then, or takes a page letter by letter, would stay for hours and keep others out. */
#include "serve/serve_room.h"

#include <microhttpd.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

enum {
    ASKING_MS = 30 * 1000,    /* from its beginning, or the end of the answer before, to a whole request */
    ANSWERING_MS = 120 * 1000 /* to take an answer; papers are the largest */
};

struct visit {
    struct visit *next, **at;
    int fd;
    int64_t until; /* 0: as long as it likes */
};

struct patience {
    struct visit *first;
};

int64_t patience_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct patience *patience_open(struct arena *a)
{
    return ARENA_NEW(a, struct patience);
}

static struct visit *begin(struct patience *p, struct MHD_Connection *c)
{
    struct visit *v = mem_realloc(NULL, sizeof *v);

    *v = (struct visit){.next = p->first, .at = &p->first, .until = patience_now() + ASKING_MS};
    v->fd = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    if (v->next)
        v->next->at = &v->next;
    p->first = v;
    return v;
}

static void end(struct visit *v)
{
    *v->at = v->next;
    if (v->next)
        v->next->at = v->at;
    free(v);
}

void patience_notify(struct patience *p, struct MHD_Connection *c, void **visit, bool comes)
{
    if (comes) {
        *visit = begin(p, c);
    } else if (*visit) {
        end(*visit);
        *visit = NULL;
    }
}

void patience_set(struct MHD_Connection *c, enum patience_for what)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    struct visit *v = info ? info->socket_context : NULL;

    if (v)
        v->until = what == PATIENCE_STREAM   ? 0
                   : what == PATIENCE_ASKING ? patience_now() + ASKING_MS
                                             : patience_now() + ANSWERING_MS;
}

void patience_lose(struct patience *p)
{
    int64_t now = patience_now();

    for (struct visit *v = p->first; v; v = v->next)
        if (v->until && now >= v->until) {
            shutdown(v->fd, SHUT_RDWR); /* the library finds that they left */
            v->until = 0;
        }
}

int patience_timeout(const struct patience *p)
{
    int64_t now = patience_now(), first = -1;

    for (const struct visit *v = p->first; v; v = v->next)
        if (v->until && (first < 0 || v->until - now < first))
            first = v->until > now ? v->until - now : 0;
    return (int)first;
}
