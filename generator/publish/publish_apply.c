/* Carrying a plan out and taking it back.  Undoing asks old/ and new/ how far each operation
 * came, so that it is the same after an error and after a crash. */
#include "publish/publish_commit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct slot {
    char name[8 + SHA256_HEX];
};

static struct slot old_slot(size_t i)
{
    struct slot s;
    snprintf(s.name, sizeof s.name, "old/%zu", i);
    return s;
}

/* Known to whoever knows the path: processes that stage files need not agree on numbers. */
static struct slot new_slot(const char *path)
{
    struct slot s = {"new/"};
    sha256_of(path, strlen(path), s.name + strlen(s.name));
    return s;
}

static bool put_journal(struct commit *c)
{
    struct buf b;
    buf_init(&b);
    for (size_t i = 0; i < c->operations.n; i++) {
        const struct operation *op = &c->operations.p[i];
        buf_printf(&b, "%d %s %s\n", op->had, op->hash ? op->hash : "-", op->path);
    }
    bool ok = publish_fs_write(c->state, "journal.new", b.p, b.n) &&
              publish_fs_sync(c->state, "journal.new") &&
              renameat(c->state, "journal.new", c->state, "journal") == 0 &&
              publish_fs_sync(c->state, ".");
    buf_free(&b);
    return ok;
}

/* Gives each file that is to be replaced a second link, old/N, before the first is replaced.
 * Where links are not to be had, publish_apply_operation moves it there. */
static bool link_old(struct commit *c)
{
    for (size_t i = 0; i < c->operations.n; i++) {
        const struct operation *op = &c->operations.p[i];
        if (op->had && op->hash)
            (void)!linkat(c->dir, op->path, c->state, old_slot(i).name, 0);
    }
    return publish_fs_sync(c->state, "old");
}

/* So many that the whole file system is synced sooner than they are one by one. */
static bool are_many(const struct commit *c)
{
    enum { MANY = 64 };
    return c->operations.n > MANY;
}

/* After all are written, which lets the system write them together. */
static bool sync_staged(struct commit *c)
{
    bool all = are_many(c);
    if (all && !publish_fs_sync_all(c->state)) {
        publish_commit_fail(c, ".accord/new", PHRASE_TO_WRITE);
        return false;
    }
    for (size_t i = 0; !all && i < c->operations.n; i++) {
        const struct operation *op = &c->operations.p[i];
        if (op->hash && !publish_fs_sync(c->state, new_slot(op->path).name)) {
            publish_commit_fail(c, op->path, PHRASE_TO_WRITE);
            return false;
        }
    }
    return true;
}

static bool make_folder(struct commit *c, const char *name)
{
    if (mkdirat(c->state, name, 0777) == 0 || errno == EEXIST)
        return true;
    publish_commit_fail(c, ".accord", PHRASE_TO_CREATE_IN);
    return false;
}

bool publish_apply_write(struct commit *c, const char *path, const void *bytes, size_t n,
                         struct left *left)
{
    struct slot new = new_slot(path);
    bool ok = publish_fs_write(c->state, new.name, bytes, n);
    if (!ok && errno == ENOENT) {
        if (!make_folder(c, "new"))
            return false;
        ok = publish_fs_write(c->state, new.name, bytes, n);
    }
    ok = ok && publish_fs_left(c->state, new.name, left);
    if (!ok)
        publish_commit_fail(c, path, PHRASE_TO_WRITE);
    return ok;
}

bool publish_apply_begin(struct commit *c)
{
    if (!make_folder(c, "new") || !make_folder(c, "old") || !sync_staged(c))
        return false;
    if (!publish_fs_sync(c->state, "new") || !put_journal(c) || !link_old(c)) {
        publish_commit_fail(c, ".accord/journal", PHRASE_TO_WRITE);
        return false;
    }
    return true;
}

/* Keeps what stands at a path as old/N, unless link_old did. */
static bool set_aside(struct commit *c, const struct operation *op, const char *old)
{
    return publish_fs_exists(c->state, old) || renameat(c->dir, op->path, c->state, old) == 0;
}

/* Its folders are mostly there, made for a neighbour: they are looked after when they are not. */
bool publish_apply_place(struct commit *c, int dir, const struct operation *op)
{
    struct slot new = new_slot(op->path);
    if (renameat(c->state, new.name, dir, op->path) == 0)
        return true;
    bool ready = errno == ENOENT   ? publish_fs_make_parents(dir, op->path)
                 : errno == EISDIR ? publish_fs_drop_empty(dir, op->path)
                                   : false;
    return ready && renameat(c->state, new.name, dir, op->path) == 0;
}

void publish_apply_take_back(struct commit *c, int dir, const struct operation *op)
{
    (void)!renameat(dir, op->path, c->state, new_slot(op->path).name);
}

bool publish_apply_operation(struct commit *c, size_t i)
{
    const struct operation *op = &c->operations.p[i];
    bool ok = !op->had || set_aside(c, op, old_slot(i).name);
    if (ok && op->hash)
        ok = publish_apply_place(c, c->dir, op);
    else if (ok)
        ok = publish_fs_drop_parents(c->dir, op->path, 0);
    if (!ok)
        publish_commit_fail(c, op->path, op->hash ? PHRASE_TO_WRITE : PHRASE_TO_REMOVE);
    return ok;
}

/* Syncs the folders whose entries changed; neighbours in the plan mostly share theirs. */
static bool sync_folders(struct commit *c)
{
    const char *last = "";
    if (are_many(c)) {
        bool ok = publish_fs_sync_all(c->state);
        if (!ok)
            publish_commit_fail(c, ".", PHRASE_TO_WRITE);
        return ok;
    }
    for (size_t i = 0; i < c->operations.n; i++) {
        const char *path = c->operations.p[i].path;
        const char *slash = strrchr(path, '/');
        const char *folder =
            slash ? arena_strndup(c->arena, path, (size_t)(slash - path)) : ".";
        if (strcmp(folder, last) == 0)
            continue;
        last = folder;
        if (!publish_fs_sync(c->dir, folder) && errno != ENOENT && errno != ENOTDIR) {
            publish_commit_fail(c, folder, PHRASE_TO_WRITE);
            return false;
        }
    }
    return true;
}

void publish_apply_drop_staged(struct commit *c)
{
    publish_fs_empty(c->state, "new");
    publish_fs_empty(c->state, "old");
    unlinkat(c->state, "new", AT_REMOVEDIR);
    unlinkat(c->state, "old", AT_REMOVEDIR);
}

static bool drop_journal(struct commit *c)
{
    if (unlinkat(c->state, "journal", 0) != 0 && errno != ENOENT) {
        publish_commit_fail(c, ".accord/journal", PHRASE_TO_REMOVE);
        return false;
    }
    publish_fs_sync(c->state, ".");
    publish_apply_drop_staged(c);
    return true;
}

bool publish_apply_finish(struct commit *c)
{
    return sync_folders(c) && drop_journal(c);
}

/* Takes away what an operation put where nothing stood, unless somebody changed it since. */
static bool take_away(struct commit *c, const struct operation *op)
{
    char hash[SHA256_HEX];
    if (!publish_fs_hash(c->dir, op->path, hash))
        return errno == ENOENT || errno == ENOTDIR || errno == EISDIR;
    return strcmp(hash, op->hash) != 0 || unlinkat(c->dir, op->path, 0) == 0;
}

/* After a crash somebody may have changed what an operation wrote: that is kept as well. */
static bool keep_changed(struct commit *c, const struct operation *op, const char *old)
{
    char now[SHA256_HEX], before[SHA256_HEX];
    if (!op->hash || !publish_fs_hash(c->dir, op->path, now) || strcmp(now, op->hash) == 0)
        return true;
    if (!publish_fs_hash(c->state, old, before))
        return false;
    return strcmp(now, before) == 0 || publish_plan_keep(c, op->path, now);
}

static bool undo_operation(struct commit *c, size_t i)
{
    const struct operation *op = &c->operations.p[i];
    struct slot old = old_slot(i), new;
    if (!publish_fs_missing(c->state, old.name)) {
        if (!keep_changed(c, op, old.name) || !publish_fs_make_parents(c->dir, op->path) ||
            renameat(c->state, old.name, c->dir, op->path) != 0)
            return false;
        /* Renaming one link of a file over another does nothing, and succeeds. */
        return unlinkat(c->state, old.name, 0) == 0 || errno == ENOENT;
    }
    if (!op->hash || op->had)
        return true;
    new = new_slot(op->path);
    bool ok = publish_fs_missing(c->state, new.name) ? take_away(c, op)
                                                     : publish_fs_exists(c->state, new.name);
    return publish_fs_drop_parents(c->dir, op->path, 0) && ok;
}

bool publish_apply_undo(struct commit *c)
{
    bool ok = true;
    for (size_t i = c->operations.n; i-- > 0;) {
        if (!undo_operation(c, i)) {
            publish_commit_fail(c, c->operations.p[i].path, PHRASE_TO_PUT_BACK);
            ok = false;
        }
    }
    /* With something not put back, journal and old/ stay for the next commit to try again. */
    return ok && sync_folders(c) && drop_journal(c);
}

/* One line of the journal into an operation; false when it is none. */
static bool read_line(struct commit *c, char *line)
{
    struct operation op = {.had = line[0] == '1'};
    if ((line[0] != '0' && line[0] != '1') || line[1] != ' ')
        return false;
    char *path = strchr(line + 2, ' ');
    if (!path)
        return false;
    *path++ = '\0';
    op.path = path;
    op.hash = strcmp(line + 2, "-") == 0 ? NULL : line + 2;
    if (!publish_path_ok(path) && strcmp(path, ".accord/manifest") != 0)
        return false;
    VEC_PUSH(c->arena, &c->operations, op);
    return true;
}

bool publish_apply_recover(struct commit *c)
{
    char *text;
    size_t n;
    if (!publish_fs_read(c->state, "journal", c->arena, &text, &n)) {
        if (errno != ENOENT) {
            publish_commit_fail(c, ".accord/journal", PHRASE_TO_READ);
            return false;
        }
        if (publish_fs_missing(c->state, "new") && publish_fs_missing(c->state, "old"))
            return true;
        return drop_journal(c); /* what was staged, but never begun */
    }
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        if (!read_line(c, line)) {
            errno = EINVAL;
            publish_commit_fail(c, ".accord/journal", PHRASE_TO_UNDERSTAND);
            return false;
        }
    }
    if (!publish_apply_undo(c))
        return false;
    c->operations.n = 0;
    c->recovered = true;
    diag_report(c->diags, DIAG_PUBLISH_RECOVERED, publish_commit_place(c, ""));
    return true;
}
