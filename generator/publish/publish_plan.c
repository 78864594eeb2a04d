/* What a commit has to do, found out without touching anything. */
#include "publish/publish_commit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void in_the_way(struct commit *c, const char *path, const char *what, enum phrase wanted)
{
    c->refused = true;
    diag_report(c->diags, DIAG_PUBLISH_IN_THE_WAY, publish_commit_place(c, path), what, phrase_mark(wanted));
}

static const char *kind_name(mode_t mode)
{
    return phrase_mark(S_ISDIR(mode)   ? PHRASE_A_FOLDER
                        : S_ISLNK(mode) ? PHRASE_A_LINK
                        : S_ISREG(mode) ? PHRASE_A_FILE
                                        : PHRASE_NO_FILE);
}

/* Whether this commit makes the whole that a path belongs to. */
static bool is_of_part(const struct publish *p, const char *path)
{
    size_t n = strlen(path);
    for (size_t i = 0; i < p->part.n; i++) {
        size_t begin = strlen(p->part.p[i].begin), end = strlen(p->part.p[i].end);
        if (n >= begin + end && memcmp(path, p->part.p[i].begin, begin) == 0 &&
            memcmp(path + n - end, p->part.p[i].end, end) == 0)
            return true;
    }
    return !p->keep_rest;
}

/* Made by an earlier commit, not by this one. */
static bool is_stale(const struct commit *c, const char *path)
{
    return map_has(&c->manifest, path) && !map_has(&c->publish->files, path) &&
           is_of_part(c->publish, path);
}

static bool stays(const struct commit *c, const char *path)
{
    return !map_has(&c->publish->files, path) && !is_of_part(c->publish, path);
}

static void add(struct commit *c, struct operation op)
{
    VEC_PUSH(c->arena, &c->operations, op);
}

enum found { FOUND_NOTHING, FOUND_FILE, FOUND_FOLDER, FOUND_OTHER, FOUND_ERROR };

/* What stands at a path; at the first part of it that is no folder, in at. */
static enum found look(struct commit *c, const char *path, char **at, mode_t *mode)
{
    struct stat st;
    *at = arena_strdup(c->arena, path);
    for (char *slash = *at;; slash++) {
        slash = strchr(slash, '/');
        if (slash)
            *slash = '\0';
        if (fstatat(c->dir, *at, &st, AT_SYMLINK_NOFOLLOW) != 0)
            return errno == ENOENT ? FOUND_NOTHING : FOUND_ERROR;
        *mode = st.st_mode;
        if (!slash)
            return S_ISREG(st.st_mode) ? FOUND_FILE : S_ISDIR(st.st_mode) ? FOUND_FOLDER
                                                                          : FOUND_OTHER;
        if (!S_ISDIR(st.st_mode))
            return FOUND_OTHER;
        *slash = '/';
    }
}

/* Whether a folder holds nothing but files that this commit removes. */
static bool all_stale(struct commit *c, const char *path)
{
    int fd = openat(c->dir, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *d = fd < 0 ? NULL : fdopendir(fd);
    if (!d) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    bool ok = true;
    errno = 0;
    for (struct dirent *e; ok && (e = readdir(d)); errno = 0) {
        struct stat st;
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        const char *inner = arena_printf(c->arena, "%s/%s", path, e->d_name);
        ok = fstatat(c->dir, inner, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
             (S_ISDIR(st.st_mode) ? all_stale(c, inner) : is_stale(c, inner));
    }
    ok = ok && errno == 0;
    closedir(d);
    return ok;
}

bool publish_plan_keep(struct commit *c, const char *path, const char *hash)
{
    char *bytes;
    size_t n;
    const char *kept = arena_printf(c->arena, ".accord/edited/%s.%.12s", path, hash);
    if (!publish_fs_read(c->dir, path, c->arena, &bytes, &n) ||
        !publish_fs_make_parents(c->dir, kept) || !publish_fs_write(c->dir, kept, bytes, n) ||
        !publish_fs_sync(c->dir, kept)) {
        publish_commit_fail(c, path, PHRASE_TO_KEEP);
        return false;
    }
    publish_commit_kept(c, path, kept);
    return true;
}

/* Keeps a file that accord made and somebody changed; false on an error. */
static bool check_edited(struct commit *c, struct operation *op)
{
    const char *made = map_get(&c->manifest, op->path);
    char hash[SHA256_HEX];
    if (!publish_fs_left(c->dir, op->path, &op->left) ||
        !publish_fs_hash(c->dir, op->path, hash)) {
        publish_commit_fail(c, op->path, PHRASE_TO_READ);
        return false;
    }
    return strcmp(hash, made) == 0 || publish_plan_keep(c, op->path, hash);
}

static void plan_over_file(struct commit *c, struct out_file *f, struct operation op)
{
    char now[SHA256_HEX];
    struct left left;
    if (!publish_fs_left(c->dir, f->path, &left) || !publish_fs_hash(c->dir, f->path, now)) {
        publish_commit_fail(c, f->path, PHRASE_TO_READ);
        return;
    }
    if (strcmp(now, f->hash) == 0) {
        f->stands = true;
        f->left = left;
        c->counts.unchanged++;
        return;
    }
    if (!map_has(&c->manifest, f->path)) {
        c->refused = true;
        diag_report(c->diags, DIAG_PUBLISH_FOREIGN, publish_commit_place(c, f->path));
        return;
    }
    op.had = true;
    add(c, op);
}

static void plan_file(struct commit *c, struct out_file *f)
{
    struct operation op = {.path = f->path, .hash = f->hash};
    char *at;
    mode_t mode = 0;
    if (f->stands) {
        c->counts.unchanged++;
        return;
    }
    switch (look(c, f->path, &at, &mode)) {
    case FOUND_FILE:
        plan_over_file(c, f, op);
        break;
    case FOUND_FOLDER:
        if (all_stale(c, f->path))
            add(c, op);
        else
            in_the_way(c, f->path, kind_name(mode), PHRASE_A_FILE);
        break;
    case FOUND_OTHER:
        if (S_ISREG(mode) && is_stale(c, at))
            add(c, op);
        else
            in_the_way(c, at, kind_name(mode),
                       strcmp(at, f->path) == 0 ? PHRASE_A_FILE : PHRASE_A_FOLDER);
        break;
    case FOUND_NOTHING:
        add(c, op);
        break;
    case FOUND_ERROR:
        publish_commit_fail(c, f->path, PHRASE_TO_LOOK_AT);
        break;
    }
}

static void plan_removal(struct commit *c, const char *path)
{
    char *at;
    mode_t mode;
    enum found found = look(c, path, &at, &mode);
    if (found == FOUND_FILE)
        add(c, (struct operation){.path = path, .had = true});
    else if (found == FOUND_ERROR)
        publish_commit_fail(c, path, PHRASE_TO_LOOK_AT);
    /* What became a folder or a link since is not what accord made: it stays. */
}

static int compare_path(const void *a, const void *b)
{
    const char *const *pa = a, *const *pb = b;
    return strcmp(*pa, *pb);
}

static const char **sorted_paths(struct arena *a, const struct map *m)
{
    const char **list = ARENA_ARRAY(a, const char *, m->n);
    for (size_t i = 0; i < m->n; i++)
        list[i] = m->item[i].key;
    qsort(list, m->n, sizeof *list, compare_path);
    return list;
}

/* Path to hash of all that accord will have made when the commit is done. */
static struct map made_after(struct commit *c)
{
    const struct map *files = &c->publish->files;
    struct map made;
    map_init(&made, c->arena);
    for (size_t i = 0; i < c->manifest.n; i++)
        if (stays(c, c->manifest.item[i].key))
            map_set(&made, c->manifest.item[i].key, c->manifest.item[i].value);
    for (size_t i = 0; i < files->n; i++)
        map_set(&made, files->item[i].key, ((struct out_file *)files->item[i].value)->hash);
    return made;
}

static bool stage_manifest(struct commit *c, const struct buf *b, struct operation op)
{
    char now[SHA256_HEX];
    op.had = !publish_fs_missing(c->dir, op.path);
    if (op.had && publish_fs_hash(c->dir, op.path, now) && strcmp(now, op.hash) == 0)
        return true;
    add(c, op);
    struct left left;
    return publish_apply_write(c, op.path, b->p, b->n, &left);
}

/* The list of what accord made is the last operation, so that it is undone first. */
static bool plan_manifest(struct commit *c)
{
    struct map made = made_after(c);
    const char **paths = sorted_paths(c->arena, &made);
    struct buf b;
    buf_init(&b);
    buf_printf(&b, "%s\n", c->publish->internal ? publish_profile_internal
                                                : publish_profile_public);
    for (size_t i = 0; i < made.n; i++)
        buf_printf(&b, "%s %s\n", (const char *)map_get(&made, paths[i]), paths[i]);
    char *hash = arena_alloc(c->arena, SHA256_HEX);
    sha256_of(b.p, b.n, hash);
    bool ok = stage_manifest(c, &b, (struct operation){.path = ".accord/manifest", .hash = hash});
    buf_free(&b);
    return ok;
}

bool publish_plan(struct commit *c)
{
    const struct publish *p = c->publish;
    const struct map *files = &p->files;
    const char **made = sorted_paths(c->arena, &c->manifest);
    for (size_t i = 0; i < c->manifest.n; i++) {
        if (is_stale(c, made[i]))
            plan_removal(c, made[i]);
        else if (p->may_stay && stays(c, made[i]) && !p->may_stay(p->ctx, made[i]))
            c->refused = true;
    }
    c->counts.removed = c->operations.n;
    const char **paths = sorted_paths(c->arena, files);
    for (size_t i = 0; i < files->n; i++)
        plan_file(c, map_get(files, paths[i]));
    c->counts.written = c->operations.n - c->counts.removed;
    if (c->refused || c->failed)
        return false;
    for (size_t i = 0; i < c->operations.n; i++) {
        struct operation *op = &c->operations.p[i];
        if (op->had && !check_edited(c, op))
            return false;
    }
    return plan_manifest(c);
}
