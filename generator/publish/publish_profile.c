/* publish_profile.c - public and internal builds stand apart: what a folder holds is told by the
 * list of what accord made in it. */
#include "publish/publish_commit.h"

#include "base/arena.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char publish_profile_public[] = "accord-manifest 1";
const char publish_profile_internal[] = "accord-manifest 1 internal";

enum holds { HOLDS_NONE, HOLDS_PUBLIC, HOLDS_INTERNAL, HOLDS_UNKNOWN };

/* With errno where it is unknown. */
static enum holds holds(struct arena *a, const char *folder)
{
    char line[64] = "";
    size_t n = 0;
    int fd = publish_fs_open(AT_FDCWD, arena_printf(a, "%s/.accord/manifest", folder), O_RDONLY);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? HOLDS_NONE : HOLDS_UNKNOWN;
    ssize_t got = 1;
    while (n < sizeof line - 1 && got) {
        got = read(fd, line + n, sizeof line - 1 - n);
        if (got < 0 && errno != EINTR)
            break;
        n += got > 0 ? (size_t)got : 0;
    }
    int error = errno;
    close(fd);
    errno = error;
    if (got < 0)
        return HOLDS_UNKNOWN;
    line[strcspn(line, "\n")] = '\0';
    if (strcmp(line, publish_profile_internal) == 0)
        return HOLDS_INTERNAL;
    return strcmp(line, publish_profile_public) == 0 ? HOLDS_PUBLIC : HOLDS_NONE;
}

/* Whether a folder holds this, or may, which has an error. */
static bool may_hold(struct arena *a, const char *folder, enum holds what, int *error)
{
    enum holds found = holds(a, folder);
    *error = found == HOLDS_UNKNOWN ? errno : 0;
    return found == what || found == HOLDS_UNKNOWN;
}

/* The nearest folder above that is there, or cannot be looked at. */
static const char *existing(struct arena *a, const char *path)
{
    struct stat st;
    char *p = arena_strdup(a, path);
    while (stat(p, &st) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
        char *slash = strrchr(p, '/');
        if (!slash)
            return ".";
        if (slash == p)
            return "/";
        *slash = '\0';
    }
    return p;
}

/* A public build around the folder; what lies in it goes where it goes. */
static const char *public_around(struct arena *a, const char *path, int *error)
{
    struct stat here, last = {0};
    for (int i = 0; i < 256; i++) {
        if (stat(path, &here) != 0) {
            *error = errno == EACCES ? 0 : errno; /* of a folder that we may not enter */
            return *error ? path : NULL;
        }
        if (i > 0 && here.st_dev == last.st_dev && here.st_ino == last.st_ino)
            break;
        if (may_hold(a, path, HOLDS_PUBLIC, error))
            return path;
        last = here;
        path = arena_printf(a, "%s/..", path);
    }
    return NULL;
}

/* A folder that we may not enter is none that we built. */
static const char *internal_within(struct arena *a, const char *path, int *error)
{
    const char *found = NULL;
    DIR *d = opendir(path);
    if (!d && errno != ENOENT && errno != ENOTDIR) {
        *error = errno;
        return path;
    }
    errno = 0;
    for (struct dirent *e; d && !found && (e = readdir(d)); errno = 0) {
        const char *inner = arena_printf(a, "%s/%s", path, e->d_name);
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 &&
            may_hold(a, inner, HOLDS_INTERNAL, error) && *error != EACCES)
            found = inner;
    }
    if (d && !found && errno) {
        *error = errno;
        found = path;
    }
    if (d)
        closedir(d);
    return found;
}

const char *publish_clash(struct arena *a, const char *outdir, bool internal, int *error)
{
    *error = 0;
    if (internal)
        return public_around(a, existing(a, outdir), error);
    /* What of outdir itself cannot be read, the build reads, and tells. */
    return holds(a, outdir) == HOLDS_INTERNAL ? outdir : internal_within(a, outdir, error);
}
