/* library_files.c - the files of a library that does not ask whether what it wrote was written.
 *
 * libxlsxwriter asks so of none of its temporary files, and minizip below it not everywhere: where there is no
 * room, a sheet ends in the middle of a cell, and all is said to be well.  So fdopen, fopen and
 * fopen64 of this program, which by the rules of ELF are those of its libraries, too (as malloc is,
 * base/memory.c), give them streams whose reads and writes are the ones here, while files are watched.
 * The first failure is kept, and nothing is written after it.  The library is told that all went well: it could
 * do no more than print a line of its own.
 *
 * What it makes it opens by a name that is full for whoever opens it in another way. */
#undef _FILE_OFFSET_BITS /* with 64, fopen would be another name of fopen64 */
#define _GNU_SOURCE      /* fopencookie, RTLD_NEXT */

#include "data/library_files.h"

#include "base/arena.h"
#include "base/buf.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char library_files_made[] = "/dev/full";

struct library_stream {
    struct library_files *of;
    struct library_stream **link, *next; /* among those that are open */
    FILE *file;
    int fd;
    bool shared; /* the descriptor stays open */
};

static _Thread_local struct library_files *watched;

static void keep(struct library_files *f, int error)
{
    if (!f->fault)
        f->fault = error;
}

/* --- streams --- */

static ssize_t stream_read(void *cookie, char *p, size_t n)
{
    struct library_stream *s = cookie;
    ssize_t got;
    do
        got = read(s->fd, p, n);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        keep(s->of, errno);
    return got < 0 ? 0 : got;
}

static ssize_t stream_write(void *cookie, const char *p, size_t n)
{
    struct library_stream *s = cookie;
    for (size_t done = 0; done < n && !s->of->fault;) {
        ssize_t put = write(s->fd, p + done, n - done);
        if (put > 0)
            done += (size_t)put;
        else if (put == 0 || errno != EINTR)
            keep(s->of, put == 0 ? EIO : errno);
    }
    return (ssize_t)n;
}

static int stream_seek(void *cookie, off64_t *at, int whence)
{
    struct library_stream *s = cookie;
    off64_t now = lseek64(s->fd, *at, whence);
    if (now < 0) {
        keep(s->of, errno);
        return -1;
    }
    *at = now;
    return 0;
}

/* Some file systems tell only now that what was written is lost. */
static int stream_close(void *cookie)
{
    struct library_stream *s = cookie;
    *s->link = s->next;
    if (s->next)
        s->next->link = s->link;
    if (!s->shared && close(s->fd) != 0)
        keep(s->of, errno);
    return 0;
}

static FILE *stream_open(struct library_files *f, int fd, bool shared, const char *mode)
{
    static const cookie_io_functions_t calls = {.read = stream_read, .write = stream_write,
                                                .seek = stream_seek, .close = stream_close};
    struct library_stream *s = ARENA_NEW(f->arena, struct library_stream);
    *s = (struct library_stream){.of = f, .fd = fd, .shared = shared};
    s->file = fopencookie(s, mode, calls);
    if (!s->file)
        return NULL;
    s->link = &f->open;
    s->next = f->open;
    if (s->next)
        s->next->link = &s->next;
    f->open = s;
    f->opened++;
    return s->file;
}

/* --- in place of the system's --- */

static void *system_one(const char *name)
{
    void *f = dlsym(RTLD_NEXT, name);
    if (!f)
        errno = ENOSYS;
    return f;
}

FILE *fdopen(int fd, const char *mode)
{
    if (watched)
        return stream_open(watched, fd, false, mode);
    FILE *(*get)(int, const char *);
    *(void **)&get = system_one("fdopen");
    return get ? get(fd, mode) : NULL;
}

static FILE *open_named(const char *name, const char *path, const char *mode)
{
    if (watched && strcmp(path, library_files_made) == 0)
        return stream_open(watched, watched->fd, true, mode);
    FILE *(*get)(const char *, const char *);
    *(void **)&get = system_one(name);
    return get ? get(path, mode) : NULL;
}

FILE *fopen(const char *path, const char *mode)
{
    return open_named("fopen", path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    return open_named("fopen64", path, mode);
}

/* --- what it prints --- */

static ssize_t nowhere_write(void *cookie, const char *p, size_t n)
{
    (void)cookie;
    (void)p;
    return (ssize_t)n;
}

void library_files_hush(struct library_files *f)
{
    f->standard_error = stderr;
    stderr = f->nowhere;
}

void library_files_speak(struct library_files *f)
{
    stderr = f->standard_error;
}

/* --- from the first to the last --- */

/* A file without a name, so that nothing is left, however the process ends; where the file system knows none,
 * one whose name goes at once. */
static int nameless(struct arena *a)
{
    const char *dir = getenv("TMPDIR");
    if (!dir || !*dir)
        dir = "/tmp";
    int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
        return fd;
    char *path = arena_printf(a, "%s/accord-XXXXXX", dir);
    fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

bool library_files_begin(struct arena *a, struct library_files *f)
{
    *f = (struct library_files){.arena = a, .fd = nameless(a)};
    if (f->fd < 0)
        return false;
    f->nowhere = fopencookie(NULL, "w", (cookie_io_functions_t){.write = nowhere_write});
    if (!f->nowhere) {
        close(f->fd);
        return false;
    }
    watched = f;
    return true;
}

static void read_made(struct library_files *f, struct buf *out)
{
    char piece[8192];
    for (off64_t at = 0;;) {
        ssize_t n = pread64(f->fd, piece, sizeof piece, at);
        if (n == 0)
            return;
        if (n > 0) {
            buf_put(out, piece, (size_t)n);
            at += n;
        } else if (errno != EINTR) {
            keep(f, errno);
            return;
        }
    }
}

int library_files_end(struct library_files *f, struct buf *out)
{
    while (f->open)
        fclose(f->open->file);
    watched = NULL;
    fclose(f->nowhere);
    if (out && !f->fault)
        read_made(f, out);
    if (close(f->fd) != 0)
        keep(f, errno);
    return f->fault;
}
