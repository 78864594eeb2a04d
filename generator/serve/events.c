#include "serve/serve_room.h"

#include "base/buf.h"
#include "base/vec.h"

#include <microhttpd.h>
#include <string.h>

/* Streams: one for all pages of a browser. */
enum { MOST = 64 };

struct listener {
    struct events *all;
    struct listener *next;
    struct arena *arena;
    struct MHD_Connection *connection;
    const struct page_open *page;
    size_t pages;
    struct buf pending; /* from sent on */
    size_t sent;
    bool waits; /* suspended, until there is something to send */
};

struct events {
    const struct serve_site *site;
    struct listener *first;
    size_t n;
    unsigned long told; /* number of the state */
    bool ended;
};

struct events *events_open(struct arena *a, const struct serve_site *site)
{
    struct events *e = ARENA_NEW(a, struct events);

    *e = (struct events){.site = site, .told = site->state(site->ctx).number};
    return e;
}

static void wake(struct listener *l)
{
    if (!l->waits)
        return;
    l->waits = false;
    MHD_resume_connection(l->connection);
}

/* Whether a page is another one than was loaded. */
static bool is_new(const struct listener *l, size_t page)
{
    struct arena *a = arena_new();
    struct found found = http_find(a, l->all->site, l->page[page].path);
    bool differs = strcmp(found.sum, l->page[page].made) != 0;

    arena_free(a);
    return differs;
}

static void put_state(struct listener *l)
{
    const struct serve_site *site = l->all->site;
    struct buf reload = BUF_INIT;

    for (size_t i = 0; i < l->pages; i++)
        buf_printf(&reload, "%s%s", i ? ", " : "", is_new(l, i) ? "true" : "false");
    struct serve_state state = site->state(site->ctx); /* looking may have found more faults */
    buf_printf(&l->pending,
               "event: state\ndata: {\"number\": %lu, \"errors\": %zu, \"warnings\": %zu, "
               "\"reload\": [%s]}\n\n",
               state.number, state.errors, state.warnings, buf_str(&reload));
    buf_free(&reload);
}

/* Gives what there is to say; the connection rests while that is nothing. */
static ssize_t read_events(void *ctx, uint64_t pos, char *out, size_t most)
{
    struct listener *l = ctx;
    size_t n = l->pending.n - l->sent;

    (void)pos;
    if (n == 0) {
        if (l->all->ended)
            return MHD_CONTENT_READER_END_OF_STREAM;
        l->waits = true;
        MHD_suspend_connection(l->connection);
        return 0;
    }
    n = n < most ? n : most;
    memcpy(out, l->pending.p + l->sent, n);
    l->sent += n;
    if (l->sent == l->pending.n) {
        buf_clear(&l->pending);
        l->sent = 0;
    }
    return (ssize_t)n;
}

static void leave(void *ctx)
{
    struct listener *l = ctx, **at = &l->all->first;

    while (*at != l)
        at = &(*at)->next;
    *at = l->next;
    l->all->n--;
    buf_free(&l->pending);
    arena_free(l->arena);
}

static const struct page_open *copied(struct arena *a, const struct page_open *page, size_t n)
{
    struct page_open *copy = ARENA_ARRAY(a, struct page_open, n);

    for (size_t i = 0; i < n; i++)
        copy[i] = (struct page_open){arena_strdup(a, page[i].path), arena_strdup(a, page[i].made)};
    return copy;
}

struct MHD_Response *events_begin(struct events *e, struct MHD_Connection *c,
                                  const struct page_open *page, size_t pages)
{
    enum { AT_ONCE = 1024 };
    struct arena *a = arena_new();
    struct listener *l = ARENA_NEW(a, struct listener);
    struct MHD_Response *r = NULL;

    *l = (struct listener){.all = e, .arena = a, .connection = c,
                           .page = copied(a, page, pages), .pages = pages};
    if (e->n < MOST && !e->ended)
        r = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, AT_ONCE, read_events, l, leave);
    if (!r) {
        arena_free(a);
        return NULL;
    }
    l->next = e->first;
    e->first = l;
    e->n++;
    buf_puts(&l->pending, "retry: 1000\n\n");
    put_state(l);
    return r;
}

bool events_tell(struct events *e)
{
    if (e->site->state(e->site->ctx).number == e->told)
        return false;
    for (const struct listener *l = e->first; l; l = l->next)
        for (size_t i = 0; i < l->pages; i++)
            is_new(l, i); /* makes the page: all faults are known before anything is told */
    e->told = e->site->state(e->site->ctx).number;
    for (struct listener *l = e->first; l; l = l->next) {
        put_state(l);
        wake(l);
    }
    return true;
}

void events_beat(struct events *e)
{
    for (struct listener *l = e->first; l; l = l->next) {
        buf_puts(&l->pending, ":\n\n");
        wake(l);
    }
}

void events_end(struct events *e)
{
    e->ended = true;
    for (struct listener *l = e->first; l; l = l->next)
        wake(l);
}

size_t events_pages(struct arena *a, const struct events *e, const char *const **page)
{
    VEC(const char *) list = {0};

    for (const struct listener *l = e->first; l; l = l->next)
        for (size_t i = 0; i < l->pages; i++) {
            const char *file = http_file(a, e->site, l->page[i].path);
            if (file)
                VEC_PUSH(a, &list, file);
        }
    *page = list.p;
    return list.n;
}
