/* serve_room.h - what the files of this room share; not for other rooms. */
#ifndef ACCORD_SERVE_SERVE_ROOM_H
#define ACCORD_SERVE_SERVE_ROOM_H

#include "base/arena.h"
#include "serve/serve.h"

#include <stdint.h>

/* --- serve/request.c: what a request says; no state, no system --- */

/* The path of a request's target, decoded, without its "/" and query: "en/index.html".  NULL for
 * what no honest client sends: another form of target, wrong escapes, control characters,
 * backslashes, "." and ".." as folders. */
const char *request_path(struct arena *a, const char *target);
/* The nth value (from 0) of that name in the target's query, decoded; NULL when it is not there. */
const char *request_query(struct arena *a, const char *target, const char *name, size_t nth);
/* Whether a Host field names this computer, and this port. */
bool request_host_is_ours(const char *host, unsigned port);
/* Whether a browser asks for a page of ours, or for its user, and not for a page of elsewhere: by
 * what it says of that (Origin; Fetch Metadata: Sec-Fetch-Site, -Mode), which no page can change.  Each
 * may be NULL. */
bool request_is_ours(const char *origin, const char *site, const char *mode, unsigned port);

/* --- serve/page.c: files as answers --- */

const char *page_type(const char *path); /* its media type, by its name */
bool page_is_html(const char *path);
/* The policy that README gives to servers; NULL for what has none. */
const char *page_policy(const char *path);
enum { PAGE_SUM = 17 };
/* What tells one making of a page from another: the beginning of its SHA-256. */
void page_sum(const void *bytes, size_t n, char sum[PAGE_SUM]);
/* The page with the line that loads the preview's script. */
void page_put(struct buf *out, const void *bytes, size_t n, const char *sum);

/* --- serve/watch.c: folders, by inotify(7) --- */

struct watch;
/* NULL after a message. */
struct watch *watch_open(const char *const *folder);
void watch_close(struct watch *w);
int watch_fd(const struct watch *w);
/* Takes what happened since; true when anything that counts did. */
bool watch_read(struct watch *w);
/* Looks for folders that were not there; true when one has come. */
bool watch_retry(struct watch *w);
bool watch_lacks(const struct watch *w); /* there is one to look for */
/* What changed since watch_forget, each path once. */
struct serve_changes watch_changes(const struct watch *w);
void watch_forget(struct watch *w);

/* --- serve/patience.c: connections that take too long --- */

struct MHD_Connection;
struct patience;
enum patience_for { PATIENCE_ASKING, PATIENCE_ANSWERING, PATIENCE_STREAM };
struct patience *patience_open(struct arena *a);
/* A connection comes, and *visit is set, or goes. */
void patience_notify(struct patience *p, struct MHD_Connection *c, void **visit, bool comes);
/* What a connection does from now on. */
void patience_set(struct MHD_Connection *c, enum patience_for what);
void patience_lose(struct patience *p); /* ends those whose time is over */
/* In milliseconds, until the next one's is; -1 = never. */
int patience_timeout(const struct patience *p);
int64_t patience_now(void); /* a clock that only goes on, in milliseconds */

/* --- serve/http.c: requests and answers, by libmicrohttpd --- */

struct http;
/* Listens; NULL after a message. */
struct http *http_open(const struct serve_options *options, const struct serve_site *site);
void http_close(struct http *h);
const char *http_address(const struct http *h);
int http_fd(const struct http *h);
/* In milliseconds, until something is to be done even if nobody sends anything; -1 = never. */
int http_timeout(const struct http *h);
/* Answers what has come in, and tells open pages what is new. */
void http_work(struct http *h);
/* A sign of life to open pages, by which those who left are noticed. */
void http_beat(struct http *h);
/* The pages that are open, as for make(). */
size_t http_pages(struct arena *a, const struct http *h, const char *const **page);

/* What the path of a request leads to. */
struct found {
    unsigned status;
    const char *file;     /* by whose name its type is known */
    const char *location; /* where to go instead; NULL */
    const void *bytes;    /* not of what could not be made */
    size_t n;
    char sum[PAGE_SUM];
};
/* The file that a path is the address of, as for make(); NULL: it is beside the site. */
const char *http_file(struct arena *a, const struct serve_site *site, const char *path);
struct found http_find(struct arena *a, const struct serve_site *site, const char *path);

/* --- serve/events.c: pages that are open, told by server-sent events (HTML, 9.2) --- */

struct MHD_Response;
struct events;
struct events *events_open(struct arena *a, const struct serve_site *site);
struct page_open {
    const char *path, *made; /* and its sum */
};
/* A stream for some pages; NULL when there are too many streams. */
struct MHD_Response *events_begin(struct events *e, struct MHD_Connection *c,
                                  const struct page_open *page, size_t pages);
bool events_tell(struct events *e); /* all of them, if anything is new; true when it was */
void events_beat(struct events *e);
void events_end(struct events *e);  /* the streams end; before the daemon stops */
size_t events_pages(struct arena *a, const struct events *e, const char *const **page);

#endif
