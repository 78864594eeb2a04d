/* How the files were left when a commit ended, so that the next one tells by a look which are still so:
 *
 *     accord-standing 1
 *     <the folder, as the system calls it>
 *     <SHA-256 of the manifest>
 *     <the origin's sum, or ->
 *     <length of a text> <text>           PUBLISH_SAID times
 *     <inode> <size> <modified> <changed> <path>      a line a file, sorted by path
 *     <SHA-256 of all above>
 *
 * That is true of one folder on one machine, so it is no part of the output, which would differ
 * from build to build: it stands among the user's caches (XDG Base Directory Specification), one
 * file a folder, and goes when the folder is gone.  Where there is no such place, nothing is kept.
 *
 * It counts only beside the manifest it was written with.  A file that was written to since has another
 * time of change, since that is noted only once the clock of the file system has gone on; where
 * that clock has whole seconds only, nothing is noted, and files are read as before. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "publish/publish_swap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char first_line[] = "accord-standing 1\n";

/* --- where --- */

static const char *cache_folder(struct arena *a)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache && *cache == '/')
        return arena_printf(a, "%s/accord", cache);
    return home && *home == '/' ? arena_printf(a, "%s/.cache/accord", home) : NULL;
}

struct kept {
    const char *folder, *path; /* of the file; NULL: there is no place for it */
    const char *of;            /* the output folder, as the system calls it */
};

static struct kept kept(struct arena *a, const char *outdir)
{
    struct kept k = {.folder = cache_folder(a)};
    char *real = k.folder ? realpath(outdir, NULL) : NULL, name[SHA256_HEX];
    if (!real || strchr(real, '\n')) {
        free(real);
        return k;
    }
    k.of = arena_strdup(a, real);
    free(real);
    sha256_of(k.of, strlen(k.of), name);
    k.path = arena_printf(a, "%s/%s", k.folder, name);
    return k;
}

/* --- reading --- */

struct reading {
    struct arena *a;
    const char *p; /* NULL: it is not as we write it */
};

static const char *line(struct reading *r)
{
    const char *end = r->p ? strchr(r->p, '\n') : NULL;
    const char *text = end ? arena_strndup(r->a, r->p, (size_t)(end - r->p)) : NULL;
    r->p = end ? end + 1 : NULL;
    return text;
}

static const char *text(struct reading *r, const char *end)
{
    char *behind;
    unsigned long long n = r->p ? strtoull(r->p, &behind, 10) : 0;
    if (!r->p || behind == r->p || *behind != ' ' || n >= (size_t)(end - behind) ||
        behind[1 + n] != '\n') {
        r->p = NULL;
        return NULL;
    }
    r->p = behind + 2 + n;
    return arena_strndup(r->a, behind + 1, n);
}

/* Numbers parted by blanks; strtoull and strtoll would take signs and blanks, which never stand there. */
static uint64_t number(struct reading *r)
{
    uint64_t n = 0;
    const char *p = r->p;
    for (; p && *p >= '0' && *p <= '9'; p++)
        n = n * 10 + (uint64_t)(*p - '0');
    r->p = p && p != r->p && *p == ' ' ? p + 1 : NULL;
    return n;
}

/* One line into left; its path, which ends with the line. */
static const char *read_left(struct reading *r, struct left *left, size_t *n)
{
    left->inode = number(r);
    left->size = number(r);
    left->modified = (int64_t)number(r);
    left->changed = (int64_t)number(r);
    const char *path = r->p, *end = path ? strchr(path, '\n') : NULL;
    *n = end ? (size_t)(end - path) : 0;
    r->p = end ? end + 1 : NULL;
    return end ? path : NULL;
}

/* Whether all that was written is there: the last line is the sum of those above, and goes. */
static bool is_whole(char *bytes, size_t *n)
{
    char now[SHA256_HEX];
    if (*n <= SHA256_HEX || bytes[*n - 1] != '\n' || bytes[*n - SHA256_HEX - 1] != '\n')
        return false;
    *n -= SHA256_HEX;
    sha256_of(bytes, *n, now);
    bool same = memcmp(now, bytes + *n, SHA256_HEX - 1) == 0;
    bytes[*n] = '\0';
    return same;
}

struct head {
    struct publish_origin origin;
    const char *list; /* its first line of a file; NULL: there is none that counts */
};

static struct head read_head(struct arena *a, const char *outdir, int state)
{
    struct head h = {{0}, NULL};
    struct kept k = kept(a, outdir);
    char *bytes, now[SHA256_HEX];
    size_t n, first = sizeof first_line - 1;
    if (!k.path || !publish_fs_read(AT_FDCWD, k.path, a, &bytes, &n) || !is_whole(bytes, &n) ||
        !publish_fs_hash(state, "manifest", now))
        return h;
    struct reading r = {a, n > first && memcmp(bytes, first_line, first) == 0 ? bytes + first : NULL};
    const char *of = line(&r), *manifest = line(&r);
    h.origin.sum = line(&r);
    for (int i = 0; i < PUBLISH_SAID; i++)
        h.origin.said[i] = text(&r, bytes + n);
    if (manifest && strcmp(of, k.of) == 0 && strcmp(manifest, now) == 0)
        h.list = r.p;
    return h;
}

void publish_standing_read(struct commit *c)
{
    map_init(&c->standing, c->arena);
    struct head h = read_head(c->arena, c->outdir, c->state);
    c->standing_sum = h.list ? h.origin.sum : NULL;
    for (struct reading r = {c->arena, h.list}; r.p && *r.p;) {
        struct left *left = ARENA_NEW(c->arena, struct left);
        size_t n;
        const char *path = read_left(&r, left, &n);
        if (path)
            map_set(&c->standing, arena_strndup(c->arena, path, n), left);
    }
}

static bool same(const struct left *a, const struct left *b)
{
    return a->changed && a->changed == b->changed && a->modified == b->modified &&
           a->size == b->size && a->inode == b->inode;
}

enum { TICK = 20 * 1000 * 1000 }; /* nanoseconds; of the slowest kernels: 10 ms */

/* What is written in the same tick of the file system's clock gets the same time: what was changed just
 * now may change again unseen. */
static bool is_settled(const struct left *left)
{
    return publish_fs_now() > left->changed + TICK;
}

bool publish_standing_is(struct commit *c, const char *path, const char *hash, struct left *left)
{
    char now[SHA256_HEX];
    const char *made = map_get(&c->manifest, path);
    const struct left *was = map_get(&c->standing, path);
    if (!made || strcmp(made, hash) != 0 || !publish_fs_left(c->dir, path, left))
        return false;
    if (was && same(was, left))
        return true;
    if (!is_settled(left))
        left->changed = 0;
    return publish_fs_hash(c->dir, path, now) && strcmp(now, hash) == 0;
}

static bool all_stand(int dir, const char *list, size_t *files)
{
    struct arena *a = arena_new();
    bool all = true;
    *files = 0;
    for (struct reading r = {a, list}; all && r.p && *r.p; ++*files) {
        struct left left, now;
        char path[4096];
        size_t n;
        const char *at = read_left(&r, &left, &n);
        all = at && n < sizeof path;
        if (all) {
            memcpy(path, at, n);
            path[n] = '\0';
            all = publish_fs_left(dir, path, &now) && same(&left, &now);
        }
    }
    arena_free(a);
    return all;
}

/* Something is left of a commit that was interrupted: the next one clears it away. */
static bool is_unfinished(struct arena *a, const char *outdir, int state)
{
    static const char *const passing[] = {"journal", "journal.new", "new", "old", "beside"};
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
        if (!publish_fs_missing(state, passing[i]))
            return true;
    return publish_beside_stands(a, outdir);
}

bool publish_stands(struct arena *a, const char *outdir, struct publish_origin *o, size_t *files)
{
    int dir = open(outdir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int state = dir < 0 ? -1 : openat(dir, ".accord", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    bool stand = false;
    if (state >= 0 && !is_unfinished(a, outdir, state)) {
        struct head h = read_head(a, outdir, state);
        stand = h.list && h.origin.sum && strcmp(h.origin.sum, o->sum) == 0 &&
                all_stand(dir, h.list, files);
        if (stand)
            *o = h.origin;
    }
    if (state >= 0)
        close(state);
    if (dir >= 0)
        close(dir);
    return stand;
}

/* --- writing --- */

/* Until a change of now gets another time than those of this commit. */
static void let_clock_go_on(void)
{
    const struct timespec tick = {.tv_nsec = TICK};
    nanosleep(&tick, NULL);
}

/* As it was when it was staged or looked at; its move, or a link more or less, is the only change since. */
static bool look(struct commit *c, const char *path, const struct left *was, struct left *now)
{
    return publish_fs_left(c->dir, path, now) && now->inode == was->inode &&
           now->size == was->size && now->modified == was->modified;
}

static bool is_coarse(const struct left *left)
{
    const int64_t second = 1000000000;
    return left->changed % second == 0 && left->modified % second == 0;
}

static void put_left(struct commit *c, const char *path, struct buf *out)
{
    const struct out_file *f = map_get(&c->publish->files, path);
    const struct left *was = f ? &f->left : map_get(&c->standing, path);
    bool stood = !f || f->stands;
    struct left now = {0};
    if (was && stood && !c->swapped)
        now = *was;
    else if (!was || (stood && !was->changed) || !look(c, path, was, &now) || is_coarse(&now))
        now = (struct left){0};
    buf_printf(out, "%" PRIu64 " %" PRIu64 " %" PRId64 " %" PRId64 " %s\n", now.inode, now.size,
               now.modified, now.changed, path);
}

static void put_origin(const struct publish_origin *o, struct buf *out)
{
    buf_printf(out, "%s\n", o ? o->sum : "-");
    for (int i = 0; i < PUBLISH_SAID; i++) {
        const char *said = o && o->said[i] ? o->said[i] : "";
        buf_printf(out, "%zu %s\n", strlen(said), said);
    }
}

/* Paths in the order of the manifest, which has them sorted. */
static void put_list(struct commit *c, const char *manifest, struct buf *out)
{
    for (const char *at = strchr(manifest, '\n'); at && at[1]; at = strchr(at + 1, '\n')) {
        const char *path = at + 1 + SHA256_HEX;
        put_left(c, arena_strndup(c->arena, path, strcspn(path, "\n")), out);
    }
}

/* What is kept of a folder that is gone serves nobody. */
static void drop_gone(const char *folder)
{
    DIR *dir = opendir(folder);
    for (const struct dirent *e; dir && (e = readdir(dir));) {
        char head[64 + 4096] = "";
        const size_t first = sizeof first_line - 1;
        int fd = strlen(e->d_name) == SHA256_HEX - 1
                     ? publish_fs_open(dirfd(dir), e->d_name, O_RDONLY | O_NOFOLLOW)
                     : -1;
        if (fd < 0)
            continue;
        ssize_t n = read(fd, head, sizeof head - 1);
        close(fd);
        head[n > (ssize_t)first ? first + strcspn(head + first, "\n") : 0] = '\0';
        if (memcmp(head, first_line, first) == 0 && publish_fs_missing(AT_FDCWD, head + first))
            unlinkat(dirfd(dir), e->d_name, 0);
    }
    if (dir)
        closedir(dir);
}

static void keep(struct commit *c, const struct kept *k, const struct buf *text)
{
    const char *new = arena_printf(c->arena, "%s.%ld", k->path, (long)getpid());
    drop_gone(k->folder);
    if (publish_fs_make_parents(AT_FDCWD, k->path) &&
        publish_fs_write(AT_FDCWD, new, text->p, text->n) && rename(new, k->path) == 0)
        return;
    (void)unlink(new);
}

void publish_standing_write(struct commit *c)
{
    struct kept k = kept(c->arena, c->outdir);
    struct buf out = BUF_INIT;
    char *manifest, hash[SHA256_HEX];
    size_t n;
    if (!k.path || !publish_fs_read(c->state, "manifest", c->arena, &manifest, &n))
        return;
    manifest[n] = '\0'; /* it has room for that */
    sha256_of(manifest, n, hash);
    if (c->operations.n)
        let_clock_go_on();
    buf_printf(&out, "%s%s\n%s\n", first_line, k.of, hash);
    put_origin(c->publish->origin, &out);
    put_list(c, manifest, &out);
    sha256_of(buf_str(&out), out.n, hash);
    buf_printf(&out, "%s\n", hash);
    keep(c, &k, &out);
    buf_free(&out);
}
