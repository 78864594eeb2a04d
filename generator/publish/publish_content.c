/* publish_content.c - files that a command writes into the content, for people to go on with. */
#include "publish/publish_commit.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { STALE = 3600 }; /* seconds: nothing takes so long to write */
enum { PATH_BYTES = 4096 };
enum { LOOKS = 20, BETWEEN_LOOKS = 50 * 1000 * 1000 }; /* nanoseconds: a second until a wait is told */

struct held { /* a folder that is locked */
    int fd;
    dev_t device;
    ino_t inode;
};

struct writing {
    struct arena *a;
    struct diags *d;
    const struct publish_text *file;
    const char **staged; /* beside each file, under a name that content does not read */
    const char **kept;   /* a link to what is replaced, until all are */
    size_t *made;        /* bytes of the path of the first folder made for it; SIZE_MAX: none */
    size_t n;
    const char *tag; /* in the names of what is staged: no two processes write to the same one */
    VEC(struct held) held;
    sigset_t ending, before; /* signals that are held back; those that were */
};

/* --- signals that end the process --- */

/* They are held back while files are written, and looked for between two of them, so that nothing
 * half-written stays; once the mask is back, the process ends by the one that came.  What is ignored
 * stays so: Linux lets it become pending when it is blocked. */
static void hold_signals(struct writing *w)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    struct sigaction now;
    sigemptyset(&w->ending);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        if (sigaction(ending[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&w->ending, ending[i]);
    sigprocmask(SIG_BLOCK, &w->ending, &w->before);
}

/* By one of those that whoever called did not block already. */
static bool interrupted(const struct writing *w)
{
    sigset_t pending;
    bool found = false;
    if (sigpending(&pending) != 0)
        return false;
    for (int s = 1; s <= SIGTERM; s++)
        found = found || (sigismember(&pending, s) == 1 && sigismember(&w->ending, s) == 1 &&
                          sigismember(&w->before, s) == 0);
    return found;
}

/* --- files --- */

static const char *path_beside(const struct writing *w, const char *path, const char *what)
{
    const char *slash = strrchr(path, '/');
    int n = slash ? (int)(slash - path) + 1 : 0;
    return arena_printf(w->a, "%.*s.%s.%s%s.accord-new", n, path, path + n, w->tag, what);
}

static const char *tag_of_process(struct arena *a)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return arena_printf(a, "%lx-%lx", (unsigned long)getpid(), (unsigned long)now.tv_nsec);
}

/* A rename would put a file in place of a device, which others write to. */
static bool is_no_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static bool room_for_all(struct writing *w)
{
    bool room = true;
    for (size_t i = 0; i < w->n; i++) {
        const struct publish_text *f = &w->file[i];
        if (f->replace ? !is_no_file(f->path) : !publish_fs_exists(AT_FDCWD, f->path))
            continue;
        if (f->replace)
            diag_report(w->d, DIAG_NOT_REPLACED, diag_file(w->d, f->path));
        else if (f->was)
            diag_report(w->d, DIAG_CHANGED_MEANWHILE, diag_file(w->d, f->path));
        else
            diag_report(w->d, DIAG_FILE_EXISTS, diag_file(w->d, f->path));
        room = false;
    }
    return room;
}

/* What was changed since it was read would be lost; a mark of byte order is none of a text. */
static bool all_as_read(struct writing *w)
{
    static const char bom[] = "\xEF\xBB\xBF";
    bool same = true;
    for (size_t i = 0; i < w->n; i++) {
        const struct publish_text *f = &w->file[i];
        char *now;
        size_t n;
        if (!f->replace || !f->was || !publish_fs_read(AT_FDCWD, f->path, w->a, &now, &n))
            continue;
        size_t skip = n >= 3 && memcmp(now, bom, 3) == 0 && strncmp(f->was, bom, 3) != 0 ? 3 : 0;
        if (n - skip == strlen(f->was) && memcmp(now + skip, f->was, n - skip) == 0)
            continue;
        diag_report(w->d, DIAG_CHANGED_MEANWHILE, diag_file(w->d, f->path));
        same = false;
    }
    return same;
}

bool publish_texts_free(struct arena *a, struct diags *d, const struct publish_text *file, size_t n)
{
    struct writing w = {.a = a, .d = d, .file = file, .n = n};
    return room_for_all(&w);
}

static bool failed(struct writing *w, size_t i, enum phrase what)
{
    diag_report(w->d, DIAG_CONTENT_IO, diag_file(w->d, w->file[i].path), phrase_mark(what),
                phrase_errno(w->a, errno));
    return false;
}

/* The first folder that is not there yet: what was there before stays, be it empty. */
static size_t first_to_make(const char *path)
{
    char part[PATH_BYTES];
    for (const char *slash = path; (slash = strchr(slash, '/')); slash++) {
        size_t n = (size_t)(slash - path);
        if (n == 0 || n >= sizeof part)
            continue;
        memcpy(part, path, n);
        part[n] = '\0';
        if (publish_fs_missing(AT_FDCWD, part))
            return n;
    }
    return SIZE_MAX;
}

/* Of many files the whole file system is synced once, when all are staged: one by one, thousands take minutes. */
static bool is_many(const struct writing *w)
{
    enum { MANY = 64 };
    return w->n > MANY && w->held.n;
}

static bool sync_many(struct writing *w)
{
    for (size_t i = 0; i < w->held.n; i++) {
        bool done = i > 0 && w->held.p[i].device == w->held.p[i - 1].device;
        if (!done && !publish_fs_sync_all(w->held.p[i].fd))
            return failed(w, 0, PHRASE_TO_WRITE_FILE);
    }
    return true;
}

static bool stage(struct writing *w, size_t i)
{
    const struct publish_text *f = &w->file[i];
    if (interrupted(w)) {
        errno = EINTR;
        return failed(w, i, PHRASE_TO_WRITE_FILE);
    }
    w->made[i] = first_to_make(f->path);
    if (!publish_fs_make_parents(AT_FDCWD, f->path))
        return failed(w, i, PHRASE_TO_MAKE_FOLDER);
    if (!publish_fs_write(AT_FDCWD, w->staged[i], f->text, f->n) ||
        (!is_many(w) && !publish_fs_sync(AT_FDCWD, w->staged[i])))
        return failed(w, i, PHRASE_TO_WRITE_FILE);
    return true;
}

/* A new one never replaces what came there meanwhile. */
static bool place(struct writing *w, size_t i)
{
    const struct publish_text *f = &w->file[i];
    bool done = f->replace ? rename(w->staged[i], f->path) == 0
                           : publish_fs_move_new(AT_FDCWD, w->staged[i], AT_FDCWD, f->path);
    return done || failed(w, i, PHRASE_TO_PUT_FILE);
}

/* Takes back what is there so far. */
static void take_back(struct writing *w, size_t placed, size_t staged)
{
    for (size_t i = staged; i-- > 0;) {
        if (i < placed && w->file[i].replace)
            rename(w->kept[i], w->file[i].path);
        else if (w->file[i].replace)
            unlink(w->kept[i]);
        else if (i < placed)
            unlink(w->file[i].path);
        unlink(w->staged[i]);
        (void)publish_fs_drop_parents(AT_FDCWD, w->file[i].path, w->made[i]);
    }
}

/* --- others that write here --- */

/* The nearest folder of a path that is there, and the one above it: who makes a folder holds that one, and
 * whoever finds the new folder waits for it.  NULL beyond. */
static const char *folder_there(struct writing *w, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return strcmp(path, ".") == 0 ? NULL : ".";
    const char *folder = arena_strndup(w->a, path, slash == path ? 1 : (size_t)(slash - path));
    if (slash == path)
        return strcmp(path, "/") == 0 ? NULL : "/";
    return publish_fs_exists(AT_FDCWD, folder) ? folder : folder_there(w, folder);
}

static void hold_open(struct writing *w, struct map *seen, const char *folder)
{
    struct stat st;
    if (map_has(seen, folder))
        return;
    map_set(seen, folder, w);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &st) == 0)
        VEC_PUSH(w->a, &w->held, ((struct held){fd, st.st_dev, st.st_ino}));
    else if (fd >= 0)
        close(fd);
}

static int by_inode(const void *a, const void *b)
{
    const struct held *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return (x->inode > y->inode) - (x->inode < y->inode);
}

/* A wait is told once it lasts, on standard error at once: reports are written at the end only. */
static void lock(int fd, bool *told)
{
    for (int i = 0; i < LOOKS; i++) {
        if (flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            return;
        if (*told)
            break;
        nanosleep(&(struct timespec){.tv_nsec = BETWEEN_LOOKS}, NULL);
    }
    if (!*told)
        fputs("accord: another accord is writing into the same folder; waiting for it to end\n", stderr);
    *told = true;
    (void)flock(fd, LOCK_EX);
}

/* Waits for other processes that write into the same folders; all take them in the same order.  Where a
 * file system has no such locks there are none, and names alone keep the processes apart. */
static void lock_folders(struct writing *w)
{
    struct map seen;
    bool told = false;
    map_init(&seen, w->a);
    for (size_t i = 0; i < w->n; i++) {
        const char *folder = folder_there(w, w->file[i].path);
        if (folder)
            hold_open(w, &seen, folder);
        folder = folder ? folder_there(w, folder) : NULL;
        if (folder)
            hold_open(w, &seen, folder);
    }
    if (w->held.n)
        qsort(w->held.p, w->held.n, sizeof *w->held.p, by_inode);
    for (size_t i = 0; i < w->held.n; i++)
        lock(w->held.p[i].fd, &told);
}

static void unlock_folders(struct writing *w)
{
    for (size_t i = 0; i < w->held.n; i++)
        close(w->held.p[i].fd);
}

/* --- what a process left that was killed --- */

static bool is_staged_name(const char *name)
{
    static const char tail[] = ".accord-new";
    size_t n = strlen(name), m = sizeof tail - 1;
    return name[0] == '.' && n > m + 1 && strcmp(name + n - m, tail) == 0;
}

static void drop_stale(const char *folder)
{
    DIR *dir = opendir(folder);
    struct stat st;
    time_t now = time(NULL);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (is_staged_name(e->d_name) &&
            fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(st.st_mode) && now - st.st_mtime > STALE)
            unlinkat(dirfd(dir), e->d_name, 0);
    if (dir)
        closedir(dir);
}

/* In the folders that are written to; not what another process may be staging right now. */
static void drop_all_stale(struct writing *w)
{
    struct map seen;
    map_init(&seen, w->a);
    for (size_t i = 0; i < w->n; i++) {
        const char *path = w->file[i].path, *slash = strrchr(path, '/');
        const char *folder = slash ? arena_strndup(w->a, path, (size_t)(slash - path) + 1) : ".";
        if (!map_has(&seen, folder))
            drop_stale(folder);
        map_set(&seen, folder, w);
    }
}

/* --- all of them --- */

/* What is replaced has a link meanwhile, by which it is brought back; where links are not to be had, it
 * cannot be, once it is replaced. */
static void keep_links(struct writing *w)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->file[i].replace)
            (void)!link(w->file[i].path, w->kept[i]);
}

static void drop_links(struct writing *w)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->file[i].replace)
            unlink(w->kept[i]);
}

/* Staging takes the time, so that a signal ends it there; putting files into place is a rename each, and
 * is finished. */
static bool write_all(struct writing *w)
{
    size_t placed = 0, staged = 0;
    bool good = true;
    for (size_t i = 0; i < w->n; i++) { /* here memory is asked for, and not while files lie about */
        w->staged[i] = path_beside(w, w->file[i].path, "");
        w->kept[i] = path_beside(w, w->file[i].path, ".before");
    }
    while (good && staged < w->n)
        good = stage(w, staged++);
    if (good && is_many(w))
        good = sync_many(w);
    if (good)
        keep_links(w);
    while (good && placed < w->n) {
        good = place(w, placed);
        placed += good;
    }
    if (!good)
        take_back(w, placed, staged);
    else
        drop_links(w);
    return good;
}

enum publish_result publish_texts(struct arena *a, struct diags *d, const struct publish_text *file,
                                  size_t n)
{
    struct writing w = {.a = a, .d = d, .file = file, .n = n};
    w.staged = ARENA_ARRAY(a, const char *, n + 1);
    w.kept = ARENA_ARRAY(a, const char *, n + 1);
    w.made = ARENA_ARRAY(a, size_t, n + 1);
    w.tag = tag_of_process(a);
    lock_folders(&w);
    enum publish_result result = PUBLISH_REFUSED;
    if (room_for_all(&w) && all_as_read(&w)) {
        drop_all_stale(&w);
        hold_signals(&w);
        result = write_all(&w) ? PUBLISH_DONE : PUBLISH_FAILED;
        sigprocmask(SIG_SETMASK, &w.before, NULL);
    }
    unlock_folders(&w);
    return result;
}
