#include "publish/publish.h"

#include "base/arena.h"
#include "base/diag.h"
#include "publish/publish_commit.h"

#include <fcntl.h>
#include <string.h>

struct publish *publish_new(struct arena *a)
{
    struct publish *p = ARENA_NEW(a, struct publish);
    p->arena = a;
    map_init(&p->files, a);
    return p;
}

static struct out_file hashed(struct arena *a, const void *bytes, size_t n)
{
    struct out_file f = {.bytes = arena_strndup(a, bytes, n), .n = n};
    sha256_of(bytes, n, f.hash);
    return f;
}

void publish_add(struct publish *p, const char *path, const void *bytes, size_t n)
{
    path = arena_strdup(p->arena, path);
    if (!publish_path_ok(path)) {
        VEC_PUSH(p->arena, &p->refused, path);
        return;
    }
    if (map_has(&p->files, path)) {
        VEC_PUSH(p->arena, &p->taken, path);
        return;
    }
    struct out_file *f = ARENA_NEW(p->arena, struct out_file);
    const struct out_file *last = p->last;
    if (last && n && last->n == n && memcmp(last->bytes, bytes, n) == 0)
        *f = *last; /* a document stands in two places */
    else
        *f = hashed(p->arena, bytes, n);
    f->path = path;
    p->last = f;
    map_set(&p->files, path, f);
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
    return ok;
}

/* Applies all operations; puts all back when one fails. */
static bool apply(struct commit *c)
{
    bool ok = publish_apply_stage(c);
    if (!ok)
        c->operations.n = 0; /* none was begun; only the state is to be tidied */
    for (size_t i = 0; ok && i < c->operations.n; i++)
        ok = publish_apply_operation(c, i);
    if (ok && publish_apply_finish(c))
        return true;
    publish_apply_undo(c);
    return false;
}

static const char *trim_slashes(struct arena *a, const char *path)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    return arena_strndup(a, path, n);
}

enum publish_result publish_commit(struct publish *p, const char *outdir, struct diags *d,
                                   struct publish_counts *counts)
{
    struct commit c = {
        .arena = p->arena, .diags = d, .publish = p, .outdir = trim_slashes(p->arena, outdir),
        .dir = -1, .state = -1, .lock = -1,
    };
    if (!check_paths(p, d))
        return PUBLISH_REFUSED;
    bool ok = publish_commit_open(&c) && publish_plan(&c) && (c.operations.n == 0 || apply(&c));
    publish_commit_close(&c);
    if (ok && counts)
        *counts = c.counts;
    return ok ? PUBLISH_DONE : c.failed ? PUBLISH_FAILED : PUBLISH_REFUSED;
}
