/* serve.h - a preview on this computer: an HTTP server on loopback, a watch over folders, and pages
 * that are told when they changed.
 *
 * The room knows neither records nor templates: what is watched, read and made is behind the
 * callbacks of struct serve_site.  One thread does all, so that no callback ever runs beside
 * another; while something is read or made, requests wait.
 *
 * It listens on 127.0.0.1 only, answers GET and HEAD only, and only to who names it by a loopback name:
 * a page of elsewhere cannot reach it under a name of its own (DNS rebinding), nor load anything of it
 * under ours (Fetch Metadata).  Nothing is read
 * from disk for a request: an address is a name of what make() gives.  Addresses below /.accord/ are
 * the preview's own:
 *
 *     preview.js, preview.css    what every HTML page loads, by one line put into its head
 *     events?page=P&made=SUM     server-sent events: one "state" at once, and after each change; for
                                as many pages as are named, since one page listens for all
 *     state.json                 what state() writes
 *
 * Errors of the system are told on standard error.
 */
#ifndef ACCORD_SERVE_SERVE_H
#define ACCORD_SERVE_SERVE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct serve;

enum serve_made {
    SERVE_MADE,
    SERVE_NONE, /* the site has no such file */
    SERVE_FAULT /* it could not be made; state() says why */
};

struct serve_changes {
    const char *const *path; /* files written, moved or gone, each once, as found below the folders
                                watched */
    size_t n;
};

/* How things are: errors above zero mean that what is shown was made before, or in part. */
struct serve_state {
    unsigned long number; /* another one when anything else of it may be */
    size_t errors, warnings;
};

struct serve_site {
    void *ctx;
    /* Reads again after a change.  page: the pages that are being looked at, by their path as for
     * make(). */
    void (*reload)(void *ctx, const struct serve_changes *changes, const char *const *page,
                   size_t pages);
    /* The file at a path below the root of the site, "en/index.html"; bytes stay until the next
     * reload. */
    enum serve_made (*make)(void *ctx, const char *path, const void **bytes, size_t *n);
    struct serve_state (*state)(void *ctx);
    void (*write_state)(void *ctx, struct buf *json);
    /* The page shown for what could not be made. */
    void (*write_fault)(void *ctx, struct buf *html);
    /* The folder of the host that the site stands in: "/" or "/partners/". */
    const char *(*mount)(void *ctx);
};

struct serve_own { /* preview.js, preview.css */
    const char *name;
    const void *bytes;
    size_t n;
};

struct serve_options {
    unsigned port;             /* 0 = any that is free */
    const char *const *folder; /* watched, those in them too, save hidden ones; NULL ends */
    const struct serve_own *own;
    size_t owns;
};

/* Begins to listen and to watch; NULL after a message.  site and options must outlive it. */
struct serve *serve_open(const struct serve_options *options, const struct serve_site *site);
const char *serve_address(const struct serve *s); /* "http://127.0.0.1:8017/" */
/* Answers until SIGINT or SIGTERM; false after a message. */
bool serve_run(struct serve *s);
void serve_close(struct serve *s);

/* Has the user's browser open an address; false when there is no xdg-open. */
bool serve_show(const char *address);

#endif
