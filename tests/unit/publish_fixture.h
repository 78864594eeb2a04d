/* publish_fixture.h - a folder to publish into, with room beside it, and commits of a few texts. */
#ifndef ACCORD_TESTS_PUBLISH_FIXTURE_H
#define ACCORD_TESTS_PUBLISH_FIXTURE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "publish/publish.h"
#include "publish/publish_commit.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena;
    char root[64]; /* holds out/ and what is outside of it */
    char out[80];
    struct diags *diags; /* of the last commit */
    struct publish_counts counts;
};

static inline const char *in(struct fixture *f, const char *path)
{
    return arena_printf(f->arena, "%s/%s", f->out, path);
}

static inline void put(struct fixture *f, const char *path, const char *text)
{
    assert_true(publish_fs_make_parents(AT_FDCWD, in(f, path)));
    assert_true(publish_fs_write(AT_FDCWD, in(f, path), text, strlen(text)));
}

/* The text of a file, NULL when there is none. */
static inline const char *get(struct fixture *f, const char *path)
{
    char *text;
    size_t n;
    return publish_fs_read(AT_FDCWD, in(f, path), f->arena, &text, &n) ? text : NULL;
}

static inline bool exists(struct fixture *f, const char *path)
{
    return publish_fs_exists(AT_FDCWD, in(f, path));
}

static inline enum publish_result commit_as(struct fixture *f, bool internal, va_list ap)
{
    struct publish *p = publish_new(f->arena);
    if (internal)
        publish_set_internal(p);
    f->diags = diags_new(f->arena);
    f->counts = (struct publish_counts){0};
    enum publish_result opened = publish_open(p, f->out, f->diags);
    if (opened != PUBLISH_DONE)
        return opened;
    for (const char *path; (path = va_arg(ap, const char *));) {
        const char *text = va_arg(ap, const char *);
        publish_add(p, path, text, strlen(text));
    }
    return publish_commit(p, &f->counts);
}

/* Commits pairs of path and text, ended by NULL. */
static inline enum publish_result commit(struct fixture *f, ...)
{
    va_list ap;
    va_start(ap, f);
    enum publish_result r = commit_as(f, false, ap);
    va_end(ap);
    return r;
}

static inline enum publish_result commit_internal(struct fixture *f, ...)
{
    va_list ap;
    va_start(ap, f);
    enum publish_result r = commit_as(f, true, ap);
    va_end(ap);
    return r;
}

#define END (const char *)NULL

static inline const char *messages(struct fixture *f)
{
    struct buf b;
    buf_init(&b);
    diags_write(f->diags, &b, (struct diags_print){0});
    return buf_to_arena(&b, f->arena);
}

static inline void assert_says(struct fixture *f, const char *path, const char *part)
{
    const char *text = messages(f);
    if (!strstr(text, part) || !strstr(text, path))
        fail_msg("\"%s\" and \"%s\" are not both in: %s", path, part, text);
}

/* Nothing of a commit under way is left. */
static inline void assert_tidy(struct fixture *f)
{
    assert_false(exists(f, ".accord/journal"));
    assert_false(exists(f, ".accord/new"));
    assert_false(exists(f, ".accord/old"));
}

static inline int set_up_in(void **state, const char *folder)
{
    struct arena *a = arena_new();
    struct fixture *f = ARENA_NEW(a, struct fixture);
    f->arena = a;
    snprintf(f->root, sizeof f->root, "%s/accord-publish-XXXXXX", folder);
    if (!mkdtemp(f->root) || setenv("XDG_CACHE_HOME", arena_printf(a, "%s/cache", f->root), 1) != 0)
        return -1;
    snprintf(f->out, sizeof f->out, "%s/out", f->root);
    *state = f;
    return 0;
}

static inline int set_up(void **state)
{
    return set_up_in(state, "/tmp");
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    pid_t pid = fork();
    if (pid == 0) {
        execlp("rm", "rm", "-rf", f->root, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    arena_free(f->arena);
    return 0;
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

#endif
