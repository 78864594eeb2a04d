#include "publish/publish_commit.h"

#include "base/arena.h"
#include "base/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_LONGEST = 1024, PART_LONGEST = 240 }; /* room for .accord/edited/ */

bool publish_path_ok(const char *path)
{
    size_t part = 0;
    if (strlen(path) > PATH_LONGEST)
        return false;
    if (strncmp(path, ".accord", 7) == 0 && (path[7] == '/' || path[7] == '\0'))
        return false;
    for (const char *p = path;; p++) {
        if ((unsigned char)*p < 0x20 && *p)
            return false;
        if (*p && *p != '/') {
            part++;
            continue;
        }
        if (part == 0 || part > PART_LONGEST || (part == 1 && p[-1] == '.') ||
            (part == 2 && p[-1] == '.' && p[-2] == '.'))
            return false;
        if (!*p)
            return true;
        part = 0;
    }
}

struct place publish_commit_place(struct commit *c, const char *path)
{
    return diag_file(c->diags, *path ? arena_printf(c->arena, "%s/%s", c->outdir, path) : c->outdir);
}

void publish_commit_fail(struct commit *c, const char *path, enum phrase what)
{
    const char *why = phrase_errno(c->arena, errno);
    c->failed = true;
    diag_report(c->diags, DIAG_PUBLISH_IO, publish_commit_place(c, path), phrase_mark(what), why);
}

void publish_commit_kept(struct commit *c, const char *path, const char *kept)
{
    diag_report(c->diags, DIAG_PUBLISH_EDITED, publish_commit_place(c, path),
                arena_printf(c->arena, "%s/%s", c->outdir, kept));
}

static bool make_folder(const char *path)
{
    return publish_fs_make_parents(AT_FDCWD, path) &&
           (mkdir(path, 0777) == 0 || errno == EEXIST);
}

static bool open_folders(struct commit *c)
{
    struct stat st;
    c->made_folder = stat(c->outdir, &st) != 0;
    if (c->made_folder && !make_folder(c->outdir)) {
        publish_commit_fail(c, "", PHRASE_TO_CREATE_FOLDER);
        return false;
    }
    c->dir = open(c->outdir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (c->dir < 0) {
        publish_commit_fail(c, "", PHRASE_TO_OPEN_FOLDER);
        return false;
    }
    c->made_state = mkdirat(c->dir, ".accord", 0777) == 0;
    if (c->made_state || errno == EEXIST)
        c->state = openat(c->dir, ".accord", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (c->state < 0) {
        publish_commit_fail(c, ".accord", PHRASE_TO_OPEN_FOLDER);
        return false;
    }
    return true;
}

static bool take_lock(struct commit *c)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    c->lock = publish_fs_open(c->state, "lock", O_RDWR | O_CREAT | O_NOFOLLOW);
    if (c->lock >= 0 && fcntl(c->lock, F_SETLK, &whole) == 0)
        return true;
    if (c->lock >= 0 && (errno == EAGAIN || errno == EACCES)) {
        c->refused = true;
        diag_report(c->diags, DIAG_PUBLISH_LOCKED, publish_commit_place(c, ""));
    } else {
        publish_commit_fail(c, ".accord/lock", PHRASE_TO_LOCK);
    }
    return false;
}

bool publish_commit_line(struct map *manifest, char *line)
{
    size_t hex = strspn(line, "0123456789abcdef");
    if (hex != SHA256_HEX - 1 || line[hex] != ' ' || !publish_path_ok(line + hex + 1))
        return false;
    line[hex] = '\0';
    map_set(manifest, line + hex + 1, line);
    return true;
}

/* Of this kind of build; one of the other kind is reported. */
static bool read_head(struct commit *c, const char *line)
{
    bool internal = strcmp(line, publish_profile_internal) == 0;
    if (!internal && strcmp(line, publish_profile_public) != 0)
        return false;
    c->other_profile = internal != c->publish->internal;
    return !c->other_profile;
}

static bool read_manifest(struct commit *c)
{
    char *text;
    size_t n;
    if (!publish_fs_read(c->state, "manifest", c->arena, &text, &n)) {
        if (errno == ENOENT)
            return true;
        publish_commit_fail(c, ".accord/manifest", PHRASE_TO_READ);
        return false;
    }
    bool first = true, ok = n > 0 && text[n - 1] == '\n' && !memchr(text, '\0', n);
    for (char *line = text, *end; ok && (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        ok = first ? read_head(c, line) : publish_commit_line(&c->manifest, line);
        first = false;
    }
    if (ok)
        return true;
    struct place manifest = publish_commit_place(c, ".accord/manifest");
    c->refused = true;
    if (c->other_profile)
        diag_report(c->diags, DIAG_PUBLISH_PROFILE, manifest,
                    phrase_mark(c->publish->internal ? PHRASE_A_PUBLIC : PHRASE_AN_INTERNAL));
    else
        diag_report(c->diags, DIAG_PUBLISH_MANIFEST, manifest);
    return false;
}

/* Another build may have put another folder in its place, before it gave the lock back. */
static bool was_swapped(const struct commit *c)
{
    struct stat here, there;
    return fstat(c->dir, &here) == 0 && stat(c->outdir, &there) == 0 &&
           (here.st_ino != there.st_ino || here.st_dev != there.st_dev);
}

/* Opens the folder that is there while the lock is held. */
static bool open_locked(struct commit *c)
{
    while (open_folders(c) && take_lock(c)) {
        if (!was_swapped(c))
            return true;
        if (c->made_state) {
            unlinkat(c->state, "lock", 0);
            unlinkat(c->dir, ".accord", AT_REMOVEDIR);
        }
        publish_commit_close(c);
    }
    return false;
}

bool publish_commit_open(struct commit *c)
{
    map_init(&c->manifest, c->arena);
    if (!open_locked(c))
        return false;
    publish_swap_recover(c);
    if (!publish_apply_recover(c) || !read_manifest(c))
        return false;
    publish_standing_read(c);
    return true;
}

void publish_commit_close(struct commit *c)
{
    if (c->lock >= 0)
        close(c->lock); /* gives the lock back */
    if (c->state >= 0)
        close(c->state);
    if (c->dir >= 0)
        close(c->dir);
    c->lock = c->state = c->dir = -1;
}
