#include "publish/publish.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/pack.h"
#include "publish/publish_commit.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct publish *publish_new(struct arena *a)
{
    struct publish *p = ARENA_NEW(a, struct publish);
    p->arena = a;
    map_init(&p->files, a);
    return p;
}

static const char *trim_slashes(struct arena *a, const char *path)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    return arena_strndup(a, path, n);
}

enum publish_result publish_open(struct publish *p, const char *outdir, struct diags *d)
{
    struct commit *c = p->commit = ARENA_NEW(p->arena, struct commit);
    *c = (struct commit){
        .arena = p->arena, .diags = d, .publish = p, .outdir = trim_slashes(p->arena, outdir),
        .dir = -1, .state = -1, .lock = -1,
    };
    if (publish_commit_open(c))
        return PUBLISH_DONE;
    publish_commit_close(c);
    return c->failed ? PUBLISH_FAILED : PUBLISH_REFUSED;
}

void publish_add(struct publish *p, const char *path, const void *bytes, size_t n)
{
    if (!publish_path_ok(path) || map_has(&p->files, path)) {
        path = arena_strdup(p->arena, path);
        if (publish_path_ok(path))
            VEC_PUSH(p->arena, &p->taken, path);
        else
            VEC_PUSH(p->arena, &p->refused, path);
        return;
    }
    struct out_file *f = ARENA_NEW(p->arena, struct out_file);
    sha256_of(bytes, n, f->hash);
    map_set(&p->files, path, f);
    f->path = p->files.item[p->files.n - 1].key;
    f->stands = publish_standing_is(p->commit, path, f->hash, &f->left);
    if (!f->stands && !p->commit->failed)
        publish_apply_write(p->commit, path, bytes, n, &f->left);
}

size_t publish_mark(const struct publish *p)
{
    return p->files.n;
}

void publish_pack(const struct publish *p, size_t mark, struct buf *out)
{
    pack_number(out, p->commit->failed);
    pack_number(out, p->taken.n + p->refused.n);
    for (size_t i = 0; i < p->taken.n + p->refused.n; i++)
        pack_text(out, i < p->taken.n ? p->taken.p[i] : p->refused.p[i - p->taken.n]);
    pack_number(out, p->files.n - mark);
    for (size_t i = mark; i < p->files.n; i++) {
        const struct out_file *f = p->files.item[i].value;
        pack_text(out, f->path);
        pack_text(out, f->hash);
        pack_number(out, f->stands);
        pack_number(out, f->left.inode);
        pack_number(out, f->left.size);
        pack_number(out, (uint64_t)f->left.modified);
        pack_number(out, (uint64_t)f->left.changed);
    }
}

static void unpack_faults(struct publish *p, struct unpack *from)
{
    for (uint64_t n = unpack_number(from); n > 0 && !from->failed; n--) {
        const char *path = unpack_text(from, p->arena);
        if (path && publish_path_ok(path))
            VEC_PUSH(p->arena, &p->taken, path);
        else if (path)
            VEC_PUSH(p->arena, &p->refused, path);
    }
}

static void unpack_file(struct publish *p, struct unpack *from)
{
    struct out_file *f = ARENA_NEW(p->arena, struct out_file);
    const char *hash;
    f->path = unpack_text(from, p->arena);
    hash = unpack_text(from, p->arena);
    f->stands = unpack_number(from) != 0;
    f->left.inode = unpack_number(from);
    f->left.size = unpack_number(from);
    f->left.modified = (int64_t)unpack_number(from);
    f->left.changed = (int64_t)unpack_number(from);
    if (from->failed || !f->path || !hash)
        return;
    snprintf(f->hash, sizeof f->hash, "%s", hash);
    struct out_file *has = map_get(&p->files, f->path);
    if (!has)
        map_set(&p->files, f->path, f);
    else if (strcmp(has->hash, f->hash) != 0)
        VEC_PUSH(p->arena, &p->taken, f->path);
    else if (f->left.modified > has->left.modified)
        has->left = f->left; /* both staged it: the later one's is what is there */
}

void publish_unpack(struct publish *p, struct unpack *from)
{
    p->commit->failed = unpack_number(from) || p->commit->failed;
    unpack_faults(p, from);
    for (uint64_t n = unpack_number(from); n > 0 && !from->failed; n--)
        unpack_file(p, from);
}

bool publish_made(struct arena *a, const char *outdir, const char *begin)
{
    char *text;
    size_t n, hash = SHA256_HEX - 1;
    if (!publish_fs_read(AT_FDCWD, arena_printf(a, "%s/.accord/manifest", outdir), a, &text, &n))
        return false;
    text[n] = '\0'; /* it has room for that */
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strcspn(line, " ") == hash && strncmp(line + hash + 1, begin, strlen(begin)) == 0)
            return true;
    }
    return false;
}

void publish_keep_rest(struct publish *p)
{
    p->keep_rest = true;
}

void publish_set_origin(struct publish *p, const struct publish_origin *o)
{
    p->origin = o;
}

void publish_set_internal(struct publish *p)
{
    p->internal = true;
}

void publish_part(struct publish *p, const char *begin, const char *end)
{
    VEC_PUSH(p->arena, &p->part, ((struct part){begin, end}));
}

void publish_ask(struct publish *p, bool (*may_stay)(void *ctx, const char *path), void *ctx)
{
    p->may_stay = may_stay;
    p->ctx = ctx;
}

size_t publish_count(const struct publish *p)
{
    return p->files.n;
}

bool publish_has(const struct publish *p, const char *path)
{
    return map_has(&p->files, path);
}

/* Whether a path lies below another that is a file. */
static bool below_a_file(const struct publish *p, const char *path)
{
    for (const char *slash = path; (slash = strchr(slash, '/')); slash++)
        if (map_get_n(&p->files, path, (size_t)(slash - path)))
            return true;
    return false;
}

/* Where capitals do not count, as on Windows and macOS, one file would overwrite the other.  Names with
 * other capitals than A to Z have none by accord. */
static bool check_case(const struct publish *p, struct diags *d)
{
    struct arena *a = arena_new();
    struct map seen;
    bool ok = true;
    map_init(&seen, a);
    for (size_t i = 0; i < p->files.n; i++) {
        const char *path = p->files.item[i].key;
        char *folded = arena_strdup(a, path);
        for (char *c = folded; *c; c++)
            *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
        const char *first = map_get(&seen, folded);
        map_set(&seen, folded, (char *)path);
        if (!first)
            continue;
        ok = false;
        diag_report(d, DIAG_PUBLISH_CASE, (struct place){0}, path, first);
    }
    arena_free(a);
    return ok;
}

static bool check_paths(const struct publish *p, struct diags *d)
{
    bool ok = p->taken.n + p->refused.n == 0;
    for (size_t i = 0; i < p->files.n; i++) {
        if (!below_a_file(p, p->files.item[i].key))
            continue;
        ok = false;
        diag_report(d, DIAG_PUBLISH_BAD_PATH, (struct place){0}, p->files.item[i].key);
    }
    for (size_t i = 0; i < p->taken.n; i++)
        diag_report(d, DIAG_PUBLISH_TWICE, (struct place){0}, p->taken.p[i]);
    for (size_t i = 0; i < p->refused.n; i++)
        diag_report(d, DIAG_PUBLISH_BAD_PATH, (struct place){0}, p->refused.p[i]);
    return check_case(p, d) && ok;
}

/* What was staged goes, and folders made for it: nothing else was touched. */
static void drop(struct commit *c)
{
    publish_apply_drop_staged(c);
    if (c->made_state) {
        unlinkat(c->state, "lock", 0);
        unlinkat(c->dir, ".accord", AT_REMOVEDIR);
    }
    if (c->made_folder)
        rmdir(c->outdir);
}

/* Where it cannot be done at once: applies one operation after the other; puts all back when one fails. */
static bool apply_in_place(struct commit *c)
{
    bool ok = publish_apply_begin(c);
    if (!ok)
        c->operations.n = 0; /* none was begun; only the state is to be tidied */
    for (size_t i = 0; ok && i < c->operations.n; i++)
        ok = publish_apply_operation(c, i);
    if (ok && publish_apply_finish(c))
        return true;
    if (publish_apply_undo(c))
        drop(c);
    return false;
}

static bool apply(struct commit *c)
{
    enum swapped swapped = publish_swap(c);
    if (swapped == SWAP_FAILED)
        drop(c);
    return swapped == SWAP_NOT ? apply_in_place(c) : swapped == SWAP_DONE;
}

static void finish(struct commit *c, size_t reports)
{
    publish_apply_drop_staged(c); /* what turned out to stand already */
    if (c->recovered || diags_mark(c->diags) != reports)
        c->publish->origin = NULL; /* it would not be said again */
    publish_standing_write(c);
}

enum publish_result publish_commit(struct publish *p, struct publish_counts *counts)
{
    struct commit *c = p->commit;
    size_t reports = diags_mark(c->diags);
    bool planned = check_paths(p, c->diags) && !c->failed && publish_plan(c);
    bool ok = planned && (c->operations.n == 0 || apply(c));
    if (!planned)
        drop(c);
    else if (ok)
        finish(c, reports);
    publish_commit_close(c);
    if (ok && counts)
        *counts = c->counts;
    return ok ? PUBLISH_DONE : c->failed ? PUBLISH_FAILED : PUBLISH_REFUSED;
}

void publish_abandon(struct publish *p)
{
    drop(p->commit);
    publish_commit_close(p->commit);
}
