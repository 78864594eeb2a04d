/* fingerprint.c - what files say, or when they were last touched, as a sum. */
#include "input/input_room.h"

#include "base/arena.h"
#include "base/sha256.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 32, CHUNK = 8192 };

static void put_text(struct sha256 *sum, const char *s)
{
    sha256_put(sum, s, strlen(s) + 1);
}

static void put_number(struct sha256 *sum, int64_t n)
{
    sha256_put(sum, &n, sizeof n);
}

/* --- names of a folder --- */

struct names {
    struct arena *arena;
    VEC(const char *) list;
};

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* False when there may be more. */
static bool read_names(struct names *n, DIR *dir)
{
    errno = 0;
    for (const struct dirent *e; (e = readdir(dir)); errno = 0)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 &&
            strcmp(e->d_name, ".git") != 0)
            VEC_PUSH(n->arena, &n->list, arena_strdup(n->arena, e->d_name));
    bool all = errno == 0;
    if (n->list.n)
        qsort(n->list.p, n->list.n, sizeof *n->list.p, compare);
    return all;
}

/* --- bytes --- */

static void put_bytes(struct sha256 *sum, int fd)
{
    char chunk[CHUNK];
    ssize_t n;
    while ((n = read(fd, chunk, sizeof chunk)) > 0 || (n < 0 && errno == EINTR))
        if (n > 0)
            sha256_put(sum, chunk, (size_t)n);
    if (n < 0)
        put_number(sum, errno);
}

struct sums {
    struct sha256 *said, *touched; /* touched: by whom it may be NULL */
};

static void put_entry(struct sums s, int dir, const char *name, int depth);

static void put_folder(struct sums s, int fd, int depth)
{
    struct names n = {.arena = arena_new()};
    DIR *dir = fdopendir(dup(fd));
    bool all = dir && read_names(&n, dir);
    if (dir)
        closedir(dir);
    put_number(s.said, all ? (int64_t)n.list.n : -1);
    for (size_t i = 0; i < n.list.n; i++)
        put_entry(s, fd, n.list.p[i], depth + 1);
    arena_free(n.arena);
}

static void put_state(struct sha256 *sum, const struct stat *st)
{
    const int64_t number[] = {(int64_t)st->st_dev,          (int64_t)st->st_ino,
                              (int64_t)st->st_size,         (int64_t)st->st_mode,
                              (int64_t)st->st_mtim.tv_sec,  (int64_t)st->st_mtim.tv_nsec,
                              (int64_t)st->st_ctim.tv_sec,  (int64_t)st->st_ctim.tv_nsec};
    for (size_t i = 0; i < sizeof number / sizeof *number; i++)
        put_number(sum, number[i]);
}

/* Where a link leads; of a folder behind one no more counts, since it may be any folder. */
static bool put_link(struct sha256 *sum, int dir, const char *name)
{
    struct stat st;
    char to[PATH_MAX];
    ssize_t n = readlinkat(dir, name, to, sizeof to);
    if (n > 0)
        sha256_put(sum, to, (size_t)n);
    return n > 0 && (fstatat(dir, name, &st, 0) != 0 || S_ISDIR(st.st_mode));
}

/* What cannot be read counts as why: reading it for good says so.  What is too large to be read
 * counts by its size. */
static void put_entry(struct sums s, int dir, const char *name, int depth)
{
    struct stat st;
    put_text(s.said, name);
    if (depth > 0 && put_link(s.said, dir, name))
        return;
    int fd = openat(dir, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0 || depth > DEEPEST) {
        put_number(s.said, fd < 0 ? errno : depth);
    } else {
        put_number(s.said, (int64_t)st.st_mode);
        put_number(s.said, (int64_t)st.st_size * S_ISREG(st.st_mode));
        if (s.touched)
            put_state(s.touched, &st);
        if (S_ISDIR(st.st_mode))
            put_folder(s, fd, depth);
        else if (S_ISREG(st.st_mode) && (depth == 0 || st.st_size <= INPUT_BYTES_MAX))
            put_bytes(s.said, fd);
    }
    if (fd >= 0)
        close(fd);
}

void input_fingerprint(struct sha256 *sum, struct sha256 *touched, const char *path)
{
    put_entry((struct sums){sum, touched}, AT_FDCWD, path, 0);
}

/* --- times --- */

static void put_stamp(struct sha256 *sum, int dir, const char *name, struct stat *st)
{
    put_text(sum, name);
    if (fstatat(dir, name, st, 0) != 0) {
        *st = (struct stat){0};
        put_number(sum, errno);
        return;
    }
    put_state(sum, st);
}

void input_stamp(struct sha256 *sum, const char *path)
{
    struct stat st;
    put_stamp(sum, AT_FDCWD, path, &st);
    DIR *dir = S_ISDIR(st.st_mode) ? opendir(path) : NULL;
    if (!dir)
        return;
    struct names n = {.arena = arena_new()};
    read_names(&n, dir);
    for (size_t i = 0; i < n.list.n; i++)
        put_stamp(sum, dirfd(dir), n.list.p[i], &st);
    closedir(dir);
    arena_free(n.arena);
}
