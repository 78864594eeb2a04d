/* publish_scratch.c - a private folder that is gone with the process, however that ends.
 *
 * A child process waits at a pipe whose other end only its parent holds: when the parent is done,
 * is ended by a signal or crashes, the pipe closes, and the child removes the folder.  No signal
 * handler could do that safely, and none would see SIGKILL. */
#include "publish/publish_commit.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct publish_scratch {
    const char *path;
    int dir;     /* the folder, open */
    int pipe;    /* closing it has the folder removed */
    pid_t child;
};

/* All that is in a folder; links are removed, not followed. */
static void empty(int dir)
{
    DIR *list = fdopendir(dir);
    if (!list) {
        close(dir);
        return;
    }
    for (const struct dirent *e; (e = readdir(list));) {
        struct stat st;
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
            fstatat(dirfd(list), e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        if (S_ISDIR(st.st_mode)) {
            int inner = openat(dirfd(list), e->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (inner >= 0)
                empty(inner);
        }
        unlinkat(dirfd(list), e->d_name, S_ISDIR(st.st_mode) ? AT_REMOVEDIR : 0);
    }
    closedir(list);
}

/* The keeper makes the folder as well, so that there is none without a keeper, and tells how that
 * went.  It ends only with the parent; what a terminal sends to both is not meant for it. */
static _Noreturn void keep(char *path, int tell, int end)
{
    static const int deaf[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
    char byte;
    for (size_t i = 0; i < sizeof deaf / sizeof *deaf; i++)
        signal(deaf[i], SIG_IGN);
    for (int fd = 0; fd <= 2; fd++) /* whoever reads what the parent says waits for no child */
        close(fd);
    int error = mkdtemp(path) ? 0 : errno;
    int dir = error ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool told = write(tell, &error, sizeof error) == (ssize_t)sizeof error &&
                write(tell, path, strlen(path)) > 0;
    close(tell);
    while (told && !error && read(end, &byte, 1) < 0 && errno == EINTR)
        continue;
    if (dir >= 0)
        empty(dir);
    if (!error)
        rmdir(path);
    _exit(0);
}

static void remove_now(void *ctx)
{
    struct publish_scratch *s = ctx;
    close(s->pipe);
    if (s->dir >= 0)
        close(s->dir);
    while (waitpid(s->child, NULL, 0) < 0 && errno == EINTR)
        continue;
}

/* All of n bytes; false at the end. */
static bool read_whole(int fd, void *out, size_t n)
{
    for (size_t got = 0; got < n;) {
        ssize_t r = read(fd, (char *)out + got, n - got);
        if (r == 0 || (r < 0 && errno != EINTR))
            return false;
        got += r > 0 ? (size_t)r : 0;
    }
    return true;
}

/* What the keeper tells; false with errno. */
static bool hear(struct publish_scratch *s, int tell, char *path)
{
    int error = EIO;
    bool heard = read_whole(tell, &error, sizeof error) &&
                 (error || read_whole(tell, path, strlen(path)));
    close(tell);
    s->path = path;
    s->dir = heard && !error ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    errno = heard && error ? error : errno;
    return s->dir >= 0;
}

static void close_both(const int pair[2])
{
    if (pair[0] >= 0)
        close(pair[0]);
    if (pair[1] >= 0)
        close(pair[1]);
}

struct publish_scratch *publish_scratch(struct arena *a)
{
    const char *tmp = getenv("TMPDIR");
    struct publish_scratch *s = ARENA_NEW(a, struct publish_scratch);
    char *path = arena_printf(a, "%s/accord-XXXXXX", tmp && *tmp == '/' ? tmp : "/tmp");
    int tell[2] = {-1, -1}, end[2] = {-1, -1};
    s->child = pipe(tell) == 0 && pipe(end) == 0 ? fork() : -1;
    if (s->child < 0) {
        close_both(tell);
        close_both(end);
        return NULL;
    }
    if (s->child == 0) {
        close(tell[0]);
        close(end[1]);
        keep(path, tell[1], end[0]);
    }
    close(tell[1]);
    close(end[0]);
    s->pipe = end[1];
    fcntl(s->pipe, F_SETFD, FD_CLOEXEC);
    bool made = hear(s, tell[0], path);
    int error = errno;
    arena_defer(a, remove_now, s);
    errno = error;
    return made ? s : NULL;
}

const char *publish_scratch_path(const struct publish_scratch *s)
{
    return s->path;
}

/* All folders are there before the first link, so that no path leads through one. */
bool publish_scratch_link(struct publish_scratch *s, const char *const *path, const char *const *to,
                          size_t n)
{
    bool fine = true;
    for (size_t i = 0; i < n && fine; i++)
        fine = publish_fs_make_parents(s->dir, path[i]);
    for (size_t i = 0; i < n && fine; i++)
        fine = symlinkat(to[i], s->dir, path[i]) == 0;
    return fine;
}

bool publish_scratch_add(struct publish_scratch *s, const char *path, const void *bytes, size_t n)
{
    return publish_fs_make_parents(s->dir, path) && publish_fs_write(s->dir, path, bytes, n);
}

bool publish_scratch_hole(struct publish_scratch *s, const char *path, size_t n)
{
    if (!publish_scratch_add(s, path, "", 0))
        return false;
    int fd = publish_fs_open(s->dir, path, O_WRONLY | O_NOFOLLOW);
    bool fine = fd >= 0 && ftruncate(fd, (off_t)n) == 0;
    int error = errno;
    if (fd >= 0)
        close(fd);
    errno = error;
    return fine;
}

bool publish_scratch_folder(struct publish_scratch *s, const char *path)
{
    return publish_fs_make_parents(s->dir, path) &&
           (mkdirat(s->dir, path, 0777) == 0 || errno == EEXIST);
}
