/* One exchange of two folders instead of many moves of files. */
#include "publish/publish_swap.h"

#include "base/arena.h"
#include "base/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* --- whether --- */

/* A single file is replaced at once anyway; the other operation is our own list. */
static bool is_worth_it(const struct commit *c)
{
    enum { FEW = 2 };
    return c->operations.n > FEW;
}

/* Whoever began in the output would stand in a folder that goes. */
static bool begins_inside(const struct commit *c)
{
    struct stat here, last = {0}, out;
    const char *path = ".";
    if (fstat(c->dir, &out) != 0)
        return true;
    for (int i = 0; i < 256 && stat(path, &here) == 0; i++) {
        if (here.st_ino == out.st_ino && here.st_dev == out.st_dev)
            return true;
        if (i > 0 && here.st_ino == last.st_ino && here.st_dev == last.st_dev)
            return false;
        last = here;
        path = arena_printf(c->arena, "%s/..", path);
    }
    return true;
}

/* The system does not do such things here, or does not let us; anything else is trouble. */
static bool is_refusal(int error)
{
    static const int refusals[] = {EPERM,  EACCES,     EROFS,  EXDEV, ENOSYS,      EINVAL, ENOTSUP,
                                   EMLINK, EOPNOTSUPP, EEXIST, EBUSY, ENAMETOOLONG, EMFILE, ENFILE};
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (error == refusals[i])
            return true;
    return false;
}

/* --- the tree beside --- */

static int open_in(int dir, const char *name)
{
    return openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* The lock comes first: by it we know the folder again. */
static bool begin(struct swap *s)
{
    if (mkdirat(s->parent, s->beside, 0700) != 0 || (s->dir = open_in(s->parent, s->beside)) < 0 ||
        mkdirat(s->dir, ".accord", 0777) != 0 || (s->state = open_in(s->dir, ".accord")) < 0)
        return false;
    return linkat(s->commit->state, "lock", s->state, "lock", 0) == 0 &&
           publish_fs_write(s->state, "beside", "", 0);
}

/* Our own list comes first, and folders go when all are there that hold something. */
static bool place_all(struct swap *s, const char **at)
{
    struct commit *c = s->commit;
    for (size_t i = c->operations.n; i-- > 0;) {
        const struct operation *op = &c->operations.p[i];
        *at = op->path;
        if (op->hash && !publish_apply_place(c, s->dir, op))
            return false;
    }
    for (size_t i = 0; i < c->operations.n; i++) {
        *at = c->operations.p[i].path;
        if (!c->operations.p[i].hash && !publish_fs_drop_parents(s->dir, *at, 0))
            return false;
    }
    return true;
}

/* Each file that the output is to have is there, and the new ones are those that were staged. */
static bool check(struct swap *s, const char **at)
{
    const struct map *files = &s->commit->publish->files;
    for (size_t i = 0; i < files->n; i++) {
        const struct out_file *f = files->item[i].value;
        struct left now;
        *at = f->path;
        if (!publish_fs_left(s->dir, f->path, &now))
            return false;
        errno = EIO;
        if (!f->stands && (now.inode != f->left.inode || now.size != f->left.size))
            return false;
    }
    return true;
}

static bool sync_all(struct swap *s, const char **at)
{
    enum { MANY = 64 }; /* then the whole file system is synced sooner than they are one by one */
    const struct commit *c = s->commit;
    *at = "";
    if (c->operations.n + s->folders > MANY)
        return publish_fs_sync_all(s->dir);
    for (size_t i = 0; i < c->operations.n; i++) {
        *at = c->operations.p[i].path;
        if (c->operations.p[i].hash && !publish_fs_sync(s->dir, *at))
            return false;
    }
    *at = "";
    return publish_fs_sync_folders(s->parent, s->beside);
}

/* --- the exchange --- */

static bool exchange(struct swap *s, const char **at)
{
    *at = "";
    if (!publish_fs_exchange(s->parent, s->beside, s->parent, s->name))
        return false;
    if (publish_fs_sync(s->parent, "."))
        return true;
    int error = errno;
    bool stays = !publish_fs_exchange(s->parent, s->beside, s->parent, s->name);
    errno = error;
    return stays; /* is whole, only not known to be safe from a power cut */
}

/* From now on the new folder is the one that the commit is of. */
static void adopt(struct swap *s)
{
    struct commit *c = s->commit;
    int dir = c->dir, state = c->state;
    c->dir = s->dir;
    c->state = s->state;
    s->dir = dir;
    s->state = state;
    c->swapped = true;
}

static void finish(struct swap *s)
{
    adopt(s);
    if (publish_beside_clear(s, true))
        unlinkat(s->commit->state, "beside", 0);
}

/* Leaves all as it was, the new files staged. */
static enum swapped give_up(struct swap *s, const char *at)
{
    struct commit *c = s->commit;
    int error = errno;
    if (s->dir >= 0) {
        for (size_t i = 0; i < c->operations.n; i++)
            if (c->operations.p[i].hash)
                publish_apply_take_back(c, s->dir, &c->operations.p[i]);
        publish_beside_clear(s, false);
    }
    if (is_refusal(error))
        return SWAP_NOT;
    errno = error;
    publish_commit_fail(c, at, PHRASE_TO_WRITE);
    return SWAP_FAILED;
}

enum swapped publish_swap(struct commit *c)
{
    struct swap s;
    const char *at = "";
    enum swapped done = SWAP_NOT;
    if (!is_worth_it(c) || begins_inside(c))
        return SWAP_NOT;
    if (publish_beside_find(&s, c)) {
        for (size_t i = 0; i < c->operations.n; i++)
            map_set(&s.planned, c->operations.p[i].path, &c->operations.p[i]);
        bool ok = begin(&s) && publish_mirror(&s, &at) && place_all(&s, &at) && check(&s, &at) &&
                  sync_all(&s, &at) && exchange(&s, &at);
        if (ok)
            finish(&s);
        done = ok ? SWAP_DONE : give_up(&s, at);
    }
    publish_beside_close(&s);
    return done;
}

/* --- what was left --- */

enum left_over { LEFT_OF_NOBODY, LEFT_UNFINISHED, LEFT_FORMER };

static bool is_free(int dir, const char *lock)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fd = publish_fs_open(dir, lock, O_RDWR | O_NOFOLLOW);
    bool is = fd >= 0 && fcntl(fd, F_SETLK, &whole) == 0;
    if (fd >= 0)
        close(fd);
    return is;
}

/* The output has its lock as well; else, the output being a new one, nobody holds it. */
static enum left_over what_is_left(const struct swap *s)
{
    struct commit *c = s->commit;
    struct stat theirs, ours;
    const char *lock = arena_join(c->arena, s->beside, "/.accord/lock");
    const char *beside = arena_join(c->arena, s->beside, "/.accord/beside");
    if (fstatat(s->parent, lock, &theirs, AT_SYMLINK_NOFOLLOW) != 0 || fstat(c->lock, &ours) != 0)
        return LEFT_OF_NOBODY;
    if (theirs.st_ino == ours.st_ino && theirs.st_dev == ours.st_dev)
        return publish_fs_exists(c->state, "beside")    ? LEFT_FORMER
               : publish_fs_missing(c->state, "beside") ? LEFT_UNFINISHED
                                                        : LEFT_OF_NOBODY;
    if (!is_free(s->parent, lock))
        return LEFT_OF_NOBODY;
    return publish_fs_exists(s->parent, beside)    ? LEFT_UNFINISHED
           : publish_fs_missing(s->parent, beside) ? LEFT_FORMER
                                                   : LEFT_OF_NOBODY;
}

/* What accord had made of the former output; false when that cannot be told. */
static bool read_former(struct swap *s)
{
    struct commit *c = s->commit;
    char *text;
    size_t n;
    const char *manifest = arena_join(c->arena, s->beside, "/.accord/manifest");
    if (!publish_fs_read(s->parent, manifest, c->arena, &text, &n))
        return errno == ENOENT;
    for (char *line = text, *end; (end = memchr(line, '\n', n - (size_t)(line - text)));
         line = end + 1) {
        *end = '\0';
        publish_commit_line(&c->manifest, line); /* the first one is none */
    }
    return true;
}

void publish_swap_recover(struct commit *c)
{
    struct swap s;
    if (publish_beside_find(&s, c)) {
        enum left_over left = what_is_left(&s);
        if (left == LEFT_UNFINISHED || (left == LEFT_FORMER && read_former(&s)))
            publish_beside_clear(&s, left == LEFT_FORMER);
        map_init(&c->manifest, c->arena);
        /* one that was but begun; of somebody else's nothing goes */
        unlinkat(s.parent, arena_join(c->arena, s.beside, "/.accord"), AT_REMOVEDIR);
        unlinkat(s.parent, s.beside, AT_REMOVEDIR);
        if (publish_fs_missing(s.parent, s.beside))
            unlinkat(c->state, "beside", 0);
    }
    publish_beside_close(&s);
}
