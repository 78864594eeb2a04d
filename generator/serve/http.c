/* http.c - requests and answers.  libmicrohttpd parses and writes, driven by our own loop
 * (epoll): no thread is started.  Who begins a request may be silent for little time, who is answered
 * for more, and neither for long (patience.c); there are only so many connections, and each has little
 * memory for what it sends.  */
#include "serve/serve_room.h"

#include "base/buf.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    CONNECTIONS = 256, /* far more than browsers open; each may keep a copy of a page */
    ASKING_SECONDS = 4,
    ANSWERING_SECONDS = 20, /* more than events_beat takes */
    CONNECTION_BYTES = 32 * 1024,
    PAGES = 256, /* of a stream */
};

struct http {
    struct arena *arena;
    const struct serve_options *options;
    const struct serve_site *site;
    struct MHD_Daemon *daemon;
    struct events *events;
    struct patience *patience;
    unsigned port;
};

/* --- what a path leads to --- */

const char *http_file(struct arena *a, const struct serve_site *site, const char *path)
{
    const char *mount = site->mount(site->ctx) + 1;
    size_t n = strlen(mount), len = strlen(path);

    if (strncmp(path, mount, n) != 0)
        return NULL;
    return arena_printf(a, "%s%s", path + n,
                        len == n || path[len - 1] == '/' ? "index.html" : "");
}

static bool try_file(const struct serve_site *site, const char *file, struct found *found)
{
    const void *bytes;
    size_t n;
    enum serve_made made = site->make(site->ctx, file, &bytes, &n);

    if (made == SERVE_NONE)
        return false;
    *found = (struct found){
        .status = MHD_HTTP_SERVICE_UNAVAILABLE, .file = "fault.html", .sum = "fault"};
    if (made == SERVE_MADE) {
        *found = (struct found){.status = MHD_HTTP_OK, .file = file, .bytes = bytes, .n = n};
        page_sum(bytes, n, found->sum);
    }
    return true;
}

/* The page of a folder whose address lacks its slash: links on it would lead elsewhere. */
static bool try_folder(struct arena *a, const struct serve_site *site, const char *file,
                       struct found *found)
{
    const char *slash = strrchr(file, '/');

    if (!try_file(site, arena_printf(a, "%s/index.html", file), found))
        return false;
    *found = (struct found){.status = MHD_HTTP_FOUND, .sum = "moved",
                            .location = arena_printf(a, "%s/", slash ? slash + 1 : file)};
    return true;
}

struct found http_find(struct arena *a, const struct serve_site *site, const char *path)
{
    const char *file = http_file(a, site, path);
    struct found found = {.status = MHD_HTTP_FOUND, .sum = "moved"};

    if (!file && *path == '\0') {
        found.location = site->mount(site->ctx);
        return found;
    }
    if (file && (try_file(site, file, &found) || try_folder(a, site, file, &found)))
        return found;
    found = (struct found){.status = MHD_HTTP_SERVICE_UNAVAILABLE, .file = "fault.html"};
    if (try_file(site, "404.html", &found) && found.status == MHD_HTTP_OK)
        found.status = MHD_HTTP_NOT_FOUND;
    return found;
}

/* --- answers --- */

static enum MHD_Result reply(struct MHD_Connection *c, unsigned status, struct MHD_Response *r,
                             const char *type, const char *policy)
{
    if (!r)
        return MHD_NO;
    MHD_add_response_header(r, "Content-Type", type);
    MHD_add_response_header(r, "Cache-Control", "no-store");
    MHD_add_response_header(r, "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(r, "Cross-Origin-Resource-Policy", "same-origin");
    MHD_add_response_header(r, "Cross-Origin-Opener-Policy", "same-origin");
    MHD_add_response_header(r, "Referrer-Policy", "no-referrer");
    if (policy)
        MHD_add_response_header(r, "Content-Security-Policy", policy);
    enum MHD_Result result = MHD_queue_response(c, status, r);
    MHD_destroy_response(r);
    return result;
}

/* bytes are copied: a page may be made anew while a slow reader still takes the old one. */
static struct MHD_Response *response(const void *bytes, size_t n)
{
    return MHD_create_response_from_buffer(n, (void *)(n ? bytes : ""), MHD_RESPMEM_MUST_COPY);
}

static enum MHD_Result send_text(struct MHD_Connection *c, unsigned status, const char *text)
{
    struct MHD_Response *r = response(text, strlen(text));

    if (r && status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(r, "Allow", "GET, HEAD");
    return reply(c, status, r, "text/plain; charset=utf-8", page_policy(".html"));
}

static enum MHD_Result send_found(const struct http *h, struct MHD_Connection *c,
                                  const struct found *found)
{
    struct buf b = BUF_INIT;
    struct MHD_Response *r;

    if (!found->bytes) {
        struct buf fault = BUF_INIT;
        h->site->write_fault(h->site->ctx, &fault);
        page_put(&b, buf_str(&fault), fault.n, found->sum);
        buf_free(&fault);
    } else if (page_is_html(found->file)) {
        page_put(&b, found->bytes, found->n, found->sum);
    }
    r = b.n ? response(b.p, b.n) : response(found->bytes, found->n);
    buf_free(&b);
    return reply(c, found->status, r, page_type(found->file), page_policy(found->file));
}

/* The query goes along. */
static enum MHD_Result send_elsewhere(struct arena *a, struct MHD_Connection *c,
                                      const char *location, const char *target)
{
    struct MHD_Response *r = response("", 0);
    const char *query = strchr(target, '?');

    if (r)
        MHD_add_response_header(r, "Location",
                                arena_printf(a, "%s%s", location, query ? query : ""));
    return reply(c, MHD_HTTP_FOUND, r, "text/plain; charset=utf-8", NULL);
}

static enum MHD_Result send_events(const struct http *h, struct arena *a,
                                   struct MHD_Connection *c, const char *target)
{
    struct page_open page[PAGES];
    size_t n = 0;

    for (const char *p; n < PAGES && (p = request_query(a, target, "page", n)) != NULL; n++) {
        page[n] = (struct page_open){request_path(a, p), request_query(a, target, "made", n)};
        if (!page[n].path || !page[n].made)
            return send_text(c, MHD_HTTP_BAD_REQUEST, "events?page=PATH&made=SUM\n");
    }
    if (n == 0)
        return send_text(c, MHD_HTTP_BAD_REQUEST, "events?page=PATH&made=SUM\n");
    struct MHD_Response *r = events_begin(h->events, c, page, n);
    if (!r)
        return send_text(c, MHD_HTTP_SERVICE_UNAVAILABLE, "Too many pages are open.\n");
    patience_set(c, PATIENCE_STREAM);
    return reply(c, MHD_HTTP_OK, r, "text/event-stream", NULL);
}

/* What lies below /.accord/. */
static enum MHD_Result send_own(const struct http *h, struct arena *a, struct MHD_Connection *c,
                                const char *name, const char *target)
{
    if (strcmp(name, "events") == 0)
        return send_events(h, a, c, target);
    if (strcmp(name, "state.json") == 0) {
        struct buf b = BUF_INIT;
        h->site->write_state(h->site->ctx, &b);
        struct MHD_Response *r = response(buf_str(&b), b.n);
        buf_free(&b);
        return reply(c, MHD_HTTP_OK, r, page_type(name), NULL);
    }
    for (size_t i = 0; i < h->options->owns; i++) {
        const struct serve_own *own = &h->options->own[i];
        if (strcmp(name, own->name) == 0)
            return reply(c, MHD_HTTP_OK, response(own->bytes, own->n), page_type(name), NULL);
    }
    return send_text(c, MHD_HTTP_NOT_FOUND, "There is no such file.\n");
}

static enum MHD_Result answer_target(const struct http *h, struct arena *a,
                                     struct MHD_Connection *c, const char *target)
{
    static const char own[] = ".accord/";
    const char *path = request_path(a, target);

    if (!path)
        return send_text(c, MHD_HTTP_BAD_REQUEST, "This is no address of a page.\n");
    if (strncmp(path, own, sizeof own - 1) == 0)
        return send_own(h, a, c, path + sizeof own - 1, target);
    struct found found = http_find(a, h->site, path);
    if (found.location)
        return send_elsewhere(a, c, found.location, target);
    return send_found(h, c, &found);
}

static const char *field(struct MHD_Connection *c, const char *name)
{
    return MHD_lookup_connection_value(c, MHD_HEADER_KIND, name);
}

static enum MHD_Result answer(void *ctx, struct MHD_Connection *c, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *data_n, void **target)
{
    const struct http *h = ctx;
    (void)url, (void)version, (void)data, (void)data_n;
    MHD_set_connection_option(c, MHD_CONNECTION_OPTION_TIMEOUT, (unsigned)ANSWERING_SECONDS);
    patience_set(c, PATIENCE_ANSWERING);
    if (!request_host_is_ours(field(c, "Host"), h->port))
        return send_text(c, MHD_HTTP_FORBIDDEN,
                         "This preview answers only to its own address on this computer.\n");
    if (!request_is_ours(field(c, "Origin"), field(c, "Sec-Fetch-Site"),
                         field(c, "Sec-Fetch-Mode"), h->port))
        return send_text(c, MHD_HTTP_FORBIDDEN, "This preview answers no page of another address.\n");
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return send_text(c, MHD_HTTP_METHOD_NOT_ALLOWED, "Pages can only be read.\n");
    struct arena *a = arena_new();
    enum MHD_Result result = answer_target(h, a, c, *target ? *target : "");
    arena_free(a);
    return result;
}

/* The target as it came: the library would decode it, and cut it at what stands for a NUL. */
static void *keep_target(void *ctx, const char *target, struct MHD_Connection *c)
{
    size_t n = strlen(target) + 1;

    (void)ctx;
    MHD_set_connection_option(c, MHD_CONNECTION_OPTION_TIMEOUT, (unsigned)ASKING_SECONDS);
    return memcpy(mem_realloc(NULL, n), target, n);
}

static void drop_target(void *ctx, struct MHD_Connection *c, void **target,
                        enum MHD_RequestTerminationCode why)
{
    (void)ctx, (void)why;
    patience_set(c, PATIENCE_ASKING);
    free(*target);
    *target = NULL;
}

static void notice(void *patience, struct MHD_Connection *c, void **visit,
                   enum MHD_ConnectionNotificationCode what)
{
    patience_notify(patience, c, visit, what == MHD_CONNECTION_NOTIFY_STARTED);
}

/* --- listening --- */

static void complain(unsigned port, int why)
{
    fprintf(stderr, "accord serve: cannot listen on port %u: %s\n", port, strerror(why));
    if (why == EADDRINUSE)
        fprintf(stderr, "accord serve: another program does, maybe an accord serve that still runs; name "
                        "another port with --port N, or --port 0 for any that is free\n");
    else if (why == EACCES)
        fputs("accord serve: take a port above 1023, with --port N\n", stderr);
}

/* Port 0 becomes the one that was free; -1 after a message. */
static int listen_on(unsigned *port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)*port)};
    socklen_t n = sizeof at;
    int on = 1, fd = socket(AF_INET, SOCK_STREAM, 0);

    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        bind(fd, (struct sockaddr *)&at, sizeof at) == 0 && listen(fd, SOMAXCONN) == 0 &&
        getsockname(fd, (struct sockaddr *)&at, &n) == 0) {
        *port = ntohs(at.sin_port);
        return fd;
    }
    complain(*port, errno);
    if (fd >= 0)
        close(fd);
    return -1;
}

struct http *http_open(const struct serve_options *options, const struct serve_site *site)
{
    unsigned port = options->port;
    int fd = listen_on(&port);

    if (fd < 0)
        return NULL;
    struct arena *a = arena_new();
    struct http *h = ARENA_NEW(a, struct http);
    *h = (struct http){.arena = a, .options = options, .site = site, .port = port};
    h->events = events_open(a, site);
    h->patience = patience_open(a);
    h->daemon = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, answer, h,
        MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)ASKING_SECONDS,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
        MHD_OPTION_URI_LOG_CALLBACK, keep_target, NULL, MHD_OPTION_NOTIFY_COMPLETED, drop_target,
        NULL, MHD_OPTION_NOTIFY_CONNECTION, notice, h->patience, MHD_OPTION_END);
    if (h->daemon)
        return h;
    fputs("accord serve: the server does not start\n", stderr);
    close(fd);
    arena_free(a);
    return NULL;
}

/* Streams are let end first: the library does not stop while connections rest. */
void http_close(struct http *h)
{
    if (!h)
        return;
    events_end(h->events);
    MHD_run(h->daemon);
    MHD_stop_daemon(h->daemon);
    arena_free(h->arena);
}

const char *http_address(const struct http *h)
{
    return arena_printf(h->arena, "http://127.0.0.1:%u%s", h->port, h->site->mount(h->site->ctx));
}

int http_fd(const struct http *h)
{
    return MHD_get_daemon_info(h->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

int http_timeout(const struct http *h)
{
    MHD_UNSIGNED_LONG_LONG ms;
    int lose = patience_timeout(h->patience);

    if (MHD_get_timeout(h->daemon, &ms) != MHD_YES)
        return lose;
    int next = ms < 60000 ? (int)ms : 60000;
    return lose >= 0 && lose < next ? lose : next;
}

static unsigned connections(const struct http *h)
{
    return MHD_get_daemon_info(h->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS)->num_connections;
}

void http_work(struct http *h)
{
    bool full = connections(h) >= CONNECTIONS;

    patience_lose(h->patience);
    MHD_run(h->daemon);
    if (full)
        MHD_run(h->daemon); /* which listens again, if any has gone: it has closed them only now */
    if (events_tell(h->events))
        MHD_run(h->daemon); /* which takes up what rested: nothing would wake it */
}

void http_beat(struct http *h)
{
    events_beat(h->events);
}

size_t http_pages(struct arena *a, const struct http *h, const char *const **page)
{
    return events_pages(a, h->events, page);
}
