/* The tree beside the output: the same folders, and a second link to each file that stays. */
#define _GNU_SOURCE /* AT_EACCESS; extended attributes, of Linux */

#include "publish/publish_swap.h"

#include "base/arena.h"
#include "base/buf.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { ATTRIBUTE_BYTES = 64 * 1024 }; /* Linux lets lists and values be so long */

struct mirror {
    struct swap *s;
    struct buf path;  /* from the output's root */
    struct buf names; /* of attributes */
    dev_t device;
};

/* --- folders that look as those they replace --- */

/* Rules of access and labels are extended attributes.  A new folder has those it inherits. */
static bool copy_attributes(struct mirror *m, int from, int to)
{
    char was[1024], now[sizeof was];
    char *names = buf_room(&m->names, ATTRIBUTE_BYTES);
    ssize_t n = flistxattr(from, names, ATTRIBUTE_BYTES);
    if (n < 0)
        return errno == ENOTSUP;
    for (const char *name = names; name < names + n; name += strlen(name) + 1) {
        ssize_t long_was = fgetxattr(from, name, was, sizeof was);
        if (long_was < 0)
            return false;
        if (fgetxattr(to, name, now, sizeof now) == long_was &&
            memcmp(was, now, (size_t)long_was) == 0)
            continue;
        if (fsetxattr(to, name, was, (size_t)long_was, 0) != 0)
            return false;
    }
    return true;
}

/* What a user may not write to could not be cleared away either. */
static bool is_writable(int dir, const struct stat *st)
{
    if (!(st->st_mode & S_ISVTX) && faccessat(dir, ".", W_OK | X_OK, AT_EACCESS) == 0)
        return true;
    errno = EPERM;
    return false;
}

static bool look_the_same(struct mirror *m, int from, int to)
{
    struct stat was, now;
    if (fstat(from, &was) != 0 || fstat(to, &now) != 0 || !is_writable(from, &was))
        return false;
    if (was.st_dev != m->device) {
        errno = EXDEV; /* something is mounted there */
        return false;
    }
    bool same = ((was.st_uid == now.st_uid && was.st_gid == now.st_gid) ||
                 fchown(to, was.st_uid, was.st_gid) == 0) &&
                (was.st_mode == now.st_mode || fchmod(to, was.st_mode & 07777) == 0) &&
                copy_attributes(m, from, to);
    if (!same)
        errno = EPERM;
    return same;
}

/* --- what is in them --- */

static bool mirror_folder(struct mirror *m, int from, int to);

/* Names of .accord/ that are of one commit only, or are there already. */
static bool is_passing(const char *path)
{
    static const char *const passing[] = {".accord/new", ".accord/old", ".accord/lock",
                                          ".accord/journal.new", ".accord/beside"};
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
        if (strcmp(path, passing[i]) == 0)
            return true;
    return false;
}

static bool mirror_inner(struct mirror *m, int from, int to, const char *name)
{
    int inner = openat(from, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int made = -1;
    if (inner >= 0 && (mkdirat(to, name, 0777) == 0 || errno == EEXIST))
        made = openat(to, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    bool ok = made >= 0 && mirror_folder(m, inner, made);
    int error = errno;
    if (made >= 0)
        close(made);
    if (inner >= 0)
        close(inner);
    errno = error;
    return ok;
}

static bool is_folder(int dir, const struct dirent *e)
{
    struct stat st;
    if (e->d_type != DT_UNKNOWN)
        return e->d_type == DT_DIR;
    return fstatat(dir, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

/* Of what others made it is noted what came along: they may put another file in its place meanwhile. */
static bool link_file(struct mirror *m, int from, int to, const char *name)
{
    struct swap *s = m->s;
    const char *path = buf_str(&m->path);
    struct arena *a = s->commit->arena;
    if (linkat(from, name, to, name, 0) != 0)
        return errno == ENOENT; /* who went meanwhile is not missed */
    if (map_has(&s->commit->manifest, path) || strncmp(path, ".accord/", 8) == 0)
        return true;
    struct left *left = ARENA_NEW(a, struct left);
    if (publish_fs_left(to, name, left))
        map_set(&s->linked, arena_strdup(a, path), left);
    return true;
}

static bool mirror_entry(struct mirror *m, int from, int to, const struct dirent *e)
{
    const char *path = buf_str(&m->path);
    if (is_passing(path))
        return true;
    if (is_folder(from, e))
        return mirror_inner(m, from, to, e->d_name) || errno == ENOENT;
    return map_has(&m->s->planned, path) || link_file(m, from, to, e->d_name);
}

static bool mirror_entries(struct mirror *m, DIR *dir, int to)
{
    size_t n = m->path.n;
    bool ok = true;
    errno = 0;
    for (struct dirent *e; ok && (e = readdir(dir)); errno = 0) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        buf_printf(&m->path, "%s%s", n ? "/" : "", e->d_name);
        ok = mirror_entry(m, dirfd(dir), to, e);
        if (!ok)
            return false; /* the path says where */
        m->path.n = n;
        m->path.p[n] = '\0';
    }
    return errno == 0;
}

static bool mirror_folder(struct mirror *m, int from, int to)
{
    int again = openat(from, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = again < 0 ? NULL : fdopendir(again);
    m->s->folders++;
    if (!dir) {
        int error = errno;
        if (again >= 0)
            close(again);
        errno = error;
        return false;
    }
    bool ok = look_the_same(m, from, to) && mirror_entries(m, dir, to);
    int error = errno;
    closedir(dir);
    errno = error;
    return ok;
}

bool publish_mirror(struct swap *s, const char **at)
{
    struct commit *c = s->commit;
    struct stat st;
    struct mirror m = {.s = s};
    buf_init(&m.path);
    buf_init(&m.names);
    bool ok = fstat(c->dir, &st) == 0;
    m.device = st.st_dev;
    ok = ok && mirror_folder(&m, c->dir, s->dir);
    int error = errno;
    *at = arena_strdup(c->arena, buf_str(&m.path));
    buf_free(&m.path);
    buf_free(&m.names);
    errno = error;
    return ok;
}
