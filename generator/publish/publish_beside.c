/* The folder beside the output: where it is, and how it is cleared away. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "publish/publish_swap.h"

#include "base/arena.h"
#include "base/buf.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- where --- */

/* The folder that the output is in, and its name there; false when it is a root. */
static bool split(struct arena *a, const char *outdir, char **parent, const char **name)
{
    char *real = realpath(outdir, NULL);
    char *slash = real ? strrchr(real, '/') : NULL;
    bool ok = slash && slash[1];
    if (ok) {
        *name = arena_strdup(a, slash + 1);
        *parent = arena_strndup(a, real, slash == real ? 1 : (size_t)(slash - real));
    }
    free(real);
    return ok;
}

static const char *beside_name(struct arena *a, const char *name)
{
    return arena_printf(a, ".%s.accord-new", name);
}

bool publish_beside_find(struct swap *s, struct commit *c)
{
    char *parent;
    *s = (struct swap){.commit = c, .parent = -1, .dir = -1, .state = -1};
    map_init(&s->planned, c->arena);
    map_init(&s->linked, c->arena);
    if (!split(c->arena, c->outdir, &parent, &s->name))
        return false;
    s->beside = beside_name(c->arena, s->name);
    s->parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return s->parent >= 0;
}

void publish_beside_close(struct swap *s)
{
    if (s->state >= 0)
        close(s->state);
    if (s->dir >= 0)
        close(s->dir);
    if (s->parent >= 0)
        close(s->parent);
}

bool publish_beside_stands(struct arena *a, const char *outdir)
{
    char *parent;
    const char *name;
    return split(a, outdir, &parent, &name) &&
           !publish_fs_missing(AT_FDCWD, arena_printf(a, "%s/%s", parent, beside_name(a, name)));
}

/* --- clearing it away --- */

struct clearing {
    struct swap *s;
    struct buf path; /* from the output's root */
    bool former;
    bool left; /* something would not go */
};

static const char *edited_path(struct clearing *k, const char *hash)
{
    return arena_printf(k->s->commit->arena, ".accord/edited/%s.%.12s", buf_str(&k->path), hash);
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* It was looked at for the plan, and nobody has touched it since. */
static bool is_as_planned(struct clearing *k, const struct left *now)
{
    const struct operation *op = map_get(&k->s->planned, buf_str(&k->path));
    return op && op->had && op->left.inode == now->inode && op->left.size == now->size &&
           op->left.modified == now->modified && op->left.changed == now->changed;
}

/* What becomes of a file of the former output. */
enum fate { GOES, COMES_OVER, STAYS /* it cannot be told: the next commit tries again */ };

/* One that has no link in this output goes when it is known to be ours, or kept. */
static enum fate fate_of_single(struct clearing *k, int dir, const char *name, const struct stat *it)
{
    struct commit *c = k->s->commit;
    const char *path = buf_str(&k->path), *made = map_get(&c->manifest, path);
    char hash[SHA256_HEX];
    struct left now;
    if (!S_ISREG(it->st_mode))
        return COMES_OVER;
    if (!publish_fs_left(dir, name, &now))
        return STAYS;
    if (is_as_planned(k, &now))
        return GOES;
    if (!publish_fs_hash(dir, name, hash))
        return STAYS;
    return (made && strcmp(made, hash) == 0) || publish_fs_exists(c->dir, edited_path(k, hash))
               ? GOES
               : COMES_OVER;
}

static enum fate fate_of(struct clearing *k, int dir, const char *name, const struct stat *it)
{
    struct stat here;
    if (!k->former)
        return GOES;
    if (fstatat(k->s->commit->dir, buf_str(&k->path), &here, AT_SYMLINK_NOFOLLOW) == 0)
        return same_file(it, &here) ? GOES : fate_of_single(k, dir, name, it);
    return errno == ENOENT || errno == ENOTDIR ? fate_of_single(k, dir, name, it) : STAYS;
}

static void drop_file(struct clearing *k, int dir, const char *name)
{
    if (unlinkat(dir, name, 0) != 0)
        k->left = true;
}

static bool is_as_linked(struct clearing *k, int dir, const char *path)
{
    const struct left *was = map_get(&k->s->linked, buf_str(&k->path));
    struct left now;
    return was && publish_fs_left(dir, path, &now) && now.inode == was->inode &&
           now.size == was->size && now.modified == was->modified;
}

/* What others put in the place of their own file after that had come along: the output has it, and the one before
 * goes, as they wanted.  Not where that was written to since. */
static bool takes_its_place(struct clearing *k, int dir, const char *name)
{
    struct commit *c = k->s->commit;
    const char *path = buf_str(&k->path);
    if (!is_as_linked(k, c->dir, path) || !publish_fs_exchange(dir, name, c->dir, path))
        return false;
    if (is_as_linked(k, dir, name)) {
        drop_file(k, dir, name);
        return true;
    }
    if (!publish_fs_exchange(dir, name, c->dir, path)) /* somebody was faster */
        k->left = true;
    return false;
}

static void keep_edited(struct clearing *k, int dir, const char *name)
{
    struct commit *c = k->s->commit;
    char hash[SHA256_HEX];
    const char *kept = publish_fs_hash(dir, name, hash) ? edited_path(k, hash) : NULL;
    if (kept && publish_fs_make_parents(c->dir, kept) && publish_fs_move_new(dir, name, c->dir, kept))
        publish_commit_kept(c, buf_str(&k->path), kept);
    else
        k->left = true;
}

/* What came into the former output while it was about to go: to its place in this one, else to what
 * was edited. */
static void bring_over(struct clearing *k, int dir, const char *name)
{
    struct commit *c = k->s->commit;
    const char *path = buf_str(&k->path);
    if (publish_fs_make_parents(c->dir, path) && publish_fs_move_new(dir, name, c->dir, path))
        return;
    if (errno != EEXIST && errno != ENOTDIR) /* its place is free, only not to be had now */
        k->left = true;
    else if (!takes_its_place(k, dir, name))
        keep_edited(k, dir, name);
}

static void clear_file(struct clearing *k, int dir, const char *name, const struct stat *it)
{
    switch (fate_of(k, dir, name, it)) {
    case GOES:
        drop_file(k, dir, name);
        break;
    case COMES_OVER:
        bring_over(k, dir, name);
        break;
    case STAYS:
        k->left = true;
        break;
    }
}

/* What tells what this folder is goes last, by publish_beside_clear. */
static bool is_last(const char *path)
{
    return strcmp(path, ".accord/lock") == 0 || strcmp(path, ".accord/manifest") == 0;
}

/* Made by us for a commit, whatever is in it. */
static bool is_of_commit(const char *path)
{
    return strncmp(path, ".accord/", 8) == 0 && strncmp(path, ".accord/edited/", 15) != 0;
}

static void clear_folder(struct clearing *k, int parent, const char *name);

static void clear_entry(struct clearing *k, int dir, const char *name)
{
    struct stat st;
    const char *path = buf_str(&k->path);
    if (is_last(path))
        return;
    if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
        k->left = k->left || errno != ENOENT;
        return;
    }
    if (S_ISDIR(st.st_mode))
        clear_folder(k, dir, name);
    else if (is_of_commit(path))
        drop_file(k, dir, name);
    else
        clear_file(k, dir, name, &st);
}

/* The folder goes when nothing is left in it. */
static void clear_folder(struct clearing *k, int parent, const char *name)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    size_t n = k->path.n;
    if (fd >= 0 && !dir)
        close(fd);
    errno = 0;
    for (struct dirent *e; dir && (e = readdir(dir)); errno = 0) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        buf_printf(&k->path, "%s%s", n ? "/" : "", e->d_name);
        clear_entry(k, dirfd(dir), e->d_name);
        k->path.n = n;
        k->path.p[n] = '\0';
    }
    if (!dir || errno)
        k->left = true;
    if (dir)
        closedir(dir);
    bool holds_last = n == 0 || strcmp(buf_str(&k->path), ".accord") == 0;
    if (unlinkat(parent, name, AT_REMOVEDIR) != 0 && !holds_last)
        k->left = true;
}

bool publish_beside_clear(struct swap *s, bool former)
{
    struct clearing k = {.s = s, .former = former};
    buf_init(&k.path);
    clear_folder(&k, s->parent, s->beside);
    buf_free(&k.path);
    if (!k.left) {
        static const char *const last[] = {"/.accord/manifest", "/.accord/lock", "/.accord", ""};
        bool gone = true; /* without its lock the folder would be taken for somebody else's */
        for (size_t i = 0; gone && i < sizeof last / sizeof *last; i++)
            gone = unlinkat(s->parent, arena_join(s->commit->arena, s->beside, last[i]),
                            i < 2 ? 0 : AT_REMOVEDIR) == 0 ||
                   errno == ENOENT;
    }
    return publish_fs_missing(s->parent, s->beside);
}
