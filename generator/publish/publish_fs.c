#define _GNU_SOURCE /* syncfs, renameat2: of Linux */

#include "publish/publish_commit.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 8192, PATH_BYTES = 4096 };

/* Closes, keeping the errno of a failure before. */
static bool close_after(int fd, bool ok)
{
    int before = errno;
    bool closed = close(fd) == 0;
    if (!ok)
        errno = before;
    return ok && closed;
}

/* A pipe or a device could be waited for without end. */
int publish_fs_open(int dir, const char *path, int how)
{
    struct stat st;
    int fd = openat(dir, path, how | O_NONBLOCK | O_CLOEXEC, 0666);
    if (fd < 0)
        return -1;
    bool looked = fstat(fd, &st) == 0;
    if (looked && S_ISREG(st.st_mode))
        return fd;
    if (looked)
        errno = S_ISDIR(st.st_mode) ? EISDIR : ENXIO;
    close_after(fd, false);
    return -1;
}

bool publish_fs_write(int dir, const char *path, const void *bytes, size_t n)
{
    int fd = publish_fs_open(dir, path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    if (fd < 0)
        return false;
    const char *p = bytes;
    while (n) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return close_after(fd, false);
        p += done;
        n -= (size_t)done;
    }
    return close_after(fd, true);
}

bool publish_fs_sync(int dir, const char *path)
{
    int fd = publish_fs_open(dir, path, O_RDONLY | O_NOFOLLOW);
    if (fd < 0 && errno == EISDIR)
        fd = openat(dir, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return false;
    /* Some file systems cannot sync a folder; that is no reason to fail. */
    bool ok = fsync(fd) == 0 || errno == EINVAL || errno == EROFS;
    return close_after(fd, ok);
}

bool publish_fs_sync_all(int dir)
{
    return syncfs(dir) == 0;
}

/* Reads up to n bytes, fewer only at the end; -1 with errno. */
static ssize_t read_some(int fd, char *p, size_t n)
{
    size_t got = 0;
    while (got < n) {
        ssize_t r = read(fd, p + got, n - got);
        if (r < 0 && errno == EINTR)
            continue;
        if (r < 0)
            return -1;
        if (r == 0)
            break;
        got += (size_t)r;
    }
    return (ssize_t)got;
}

bool publish_fs_read(int dir, const char *path, struct arena *a, char **bytes, size_t *n)
{
    struct stat st;
    int fd = publish_fs_open(dir, path, O_RDONLY | O_NOFOLLOW);
    if (fd < 0)
        return false;
    if (fstat(fd, &st) != 0)
        return close_after(fd, false);
    *bytes = arena_alloc(a, (size_t)st.st_size + 1);
    ssize_t got = read_some(fd, *bytes, (size_t)st.st_size);
    *n = got > 0 ? (size_t)got : 0;
    return close_after(fd, got >= 0);
}

bool publish_fs_hash(int dir, const char *path, char hash[SHA256_HEX])
{
    int fd = publish_fs_open(dir, path, O_RDONLY | O_NOFOLLOW);
    if (fd < 0)
        return false;
    struct sha256 s;
    sha256_start(&s);
    for (;;) {
        char chunk[CHUNK];
        ssize_t got = read_some(fd, chunk, CHUNK);
        if (got < 0)
            return close_after(fd, false);
        if (got == 0)
            break;
        sha256_put(&s, chunk, (size_t)got);
    }
    sha256_hex(&s, hash);
    return close_after(fd, true);
}

bool publish_fs_make_parents(int dir, const char *path)
{
    char part[PATH_BYTES];
    for (const char *slash = path; (slash = strchr(slash, '/')); slash++) {
        size_t n = (size_t)(slash - path);
        if (n == 0)
            continue;
        if (n >= sizeof part) {
            errno = ENAMETOOLONG;
            return false;
        }
        memcpy(part, path, n);
        part[n] = '\0';
        if (mkdirat(dir, part, 0777) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

/* It holds something, is not ours to remove, or is a file by now. */
static bool may_stay(int error)
{
    return error == ENOTEMPTY || error == EEXIST || error == EBUSY || error == EACCES || error == EPERM ||
           error == ENOTDIR;
}

bool publish_fs_drop_parents(int dir, const char *path, size_t least)
{
    char part[PATH_BYTES];
    size_t n = strlen(path);
    if (n >= sizeof part)
        return true;
    memcpy(part, path, n + 1);
    for (char *slash; (slash = strrchr(part, '/')) && (size_t)(slash - part) >= least;) {
        *slash = '\0';
        if (unlinkat(dir, part, AT_REMOVEDIR) != 0 && errno != ENOENT)
            return may_stay(errno);
    }
    return true;
}

static DIR *open_folder(int dir, const char *path)
{
    int fd = openat(dir, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    if (fd >= 0 && !d)
        close(fd);
    return d;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Depth is that of a path, so recursion is bounded by the system. */
bool publish_fs_drop_empty(int dir, const char *path)
{
    DIR *d = open_folder(dir, path);
    if (!d)
        return false;
    for (struct dirent *e; (e = readdir(d));)
        if (!is_dots(e->d_name))
            publish_fs_drop_empty(dirfd(d), e->d_name);
    closedir(d);
    return unlinkat(dir, path, AT_REMOVEDIR) == 0;
}

void publish_fs_empty(int dir, const char *path)
{
    DIR *d = open_folder(dir, path);
    if (!d)
        return;
    for (struct dirent *e; (e = readdir(d));)
        if (!is_dots(e->d_name))
            unlinkat(dirfd(d), e->d_name, 0);
    closedir(d);
}

bool publish_fs_exchange(int dir, const char *path, int other_dir, const char *other)
{
    return renameat2(dir, path, other_dir, other, RENAME_EXCHANGE) == 0;
}

bool publish_fs_move_new(int from_dir, const char *from, int to_dir, const char *to)
{
    if (renameat2(from_dir, from, to_dir, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    /* A file system that does not know it: a link does not replace anything, either. */
    if (linkat(from_dir, from, to_dir, to, 0) != 0)
        return false;
    if (unlinkat(from_dir, from, 0) == 0)
        return true;
    int error = errno;
    unlinkat(to_dir, to, 0);
    errno = error;
    return false;
}

bool publish_fs_sync_folders(int dir, const char *path)
{
    DIR *d = open_folder(dir, path);
    if (!d)
        return errno == ENOTDIR || errno == ELOOP; /* a file; a link */
    bool ok = true;
    errno = 0;
    for (struct dirent *e; ok && (e = readdir(d)); errno = 0)
        ok = is_dots(e->d_name) || (e->d_type != DT_DIR && e->d_type != DT_UNKNOWN) ||
             publish_fs_sync_folders(dirfd(d), e->d_name);
    ok = ok && errno == 0 && (fsync(dirfd(d)) == 0 || errno == EINVAL);
    int error = errno;
    closedir(d);
    errno = error;
    return ok;
}

bool publish_fs_exists(int dir, const char *path)
{
    struct stat st;
    return fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

bool publish_fs_missing(int dir, const char *path)
{
    return !publish_fs_exists(dir, path) && (errno == ENOENT || errno == ENOTDIR);
}

static int64_t nanoseconds(struct timespec t)
{
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t publish_fs_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return nanoseconds(now);
}

bool publish_fs_left(int dir, const char *path, struct left *left)
{
    struct stat st;
    if (fstatat(dir, path, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
        return false;
    *left = (struct left){.inode = (uint64_t)st.st_ino, .size = (uint64_t)st.st_size,
                          .modified = nanoseconds(st.st_mtim), .changed = nanoseconds(st.st_ctim)};
    return true;
}
