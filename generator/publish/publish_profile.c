/* publish_profile.c - public and internal builds stand apart: what a folder holds is told by the
 * list of what accord made in it. */
#include "publish/publish_commit.h"

#include "base/arena.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char publish_profile_public[] = "accord-manifest 1";
const char publish_profile_internal[] = "accord-manifest 1 internal";

enum holds { HOLDS_NONE, HOLDS_PUBLIC, HOLDS_INTERNAL };

static enum holds holds(struct arena *a, const char *folder)
{
    char line[64] = "";
    int fd = publish_fs_open(AT_FDCWD, arena_printf(a, "%s/.accord/manifest", folder), O_RDONLY);
    FILE *f = fd < 0 ? NULL : fdopen(fd, "r");
    if (!f) {
        if (fd >= 0)
            close(fd);
        return HOLDS_NONE;
    }
    if (!fgets(line, sizeof line, f))
        line[0] = '\0';
    fclose(f);
    line[strcspn(line, "\n")] = '\0';
    if (strcmp(line, publish_profile_internal) == 0)
        return HOLDS_INTERNAL;
    return strcmp(line, publish_profile_public) == 0 ? HOLDS_PUBLIC : HOLDS_NONE;
}

/* The nearest folder above that is there. */
static const char *existing(struct arena *a, const char *path)
{
    struct stat st;
    char *p = arena_strdup(a, path);
    while (stat(p, &st) != 0) {
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
static const char *public_around(struct arena *a, const char *path)
{
    struct stat here, last = {0};
    for (int i = 0; i < 256 && stat(path, &here) == 0; i++) {
        if (i > 0 && here.st_dev == last.st_dev && here.st_ino == last.st_ino)
            break;
        if (holds(a, path) == HOLDS_PUBLIC)
            return path;
        last = here;
        path = arena_printf(a, "%s/..", path);
    }
    return NULL;
}

static const char *internal_within(struct arena *a, const char *path)
{
    const char *found = NULL;
    DIR *d = opendir(path);
    for (struct dirent *e; d && !found && (e = readdir(d));) {
        const char *inner = arena_printf(a, "%s/%s", path, e->d_name);
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 &&
            holds(a, inner) == HOLDS_INTERNAL)
            found = inner;
    }
    if (d)
        closedir(d);
    return found;
}

const char *publish_clash(struct arena *a, const char *outdir, bool internal)
{
    if (internal)
        return public_around(a, existing(a, outdir));
    return holds(a, outdir) == HOLDS_INTERNAL ? outdir : internal_within(a, outdir);
}
