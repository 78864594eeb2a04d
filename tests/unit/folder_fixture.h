/* folder_fixture.h - a folder of files made for one test, and taken away after it. */
#ifndef ACCORD_TESTS_UNIT_FOLDER_FIXTURE_H
#define ACCORD_TESTS_UNIT_FOLDER_FIXTURE_H

#include "unit/input_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
    char path[64];
    struct arena *a;
    struct diags *d;
    char *made[512];/* files and folders, in order of making */
    size_t n;
};

static inline void folder_open(struct folder *f)
{
    *f = (struct folder){.path = "/tmp/accord-test-XXXXXX"};
    assert_non_null(mkdtemp(f->path));
    f->a = arena_new();
    f->d = diags_new(f->a);
}

static inline void folder_note(struct folder *f, char *path)
{
    assert_true(f->n < sizeof f->made / sizeof f->made[0]);
    f->made[f->n++] = path;
}

/* name may have folders: "partners/unicef.yaml". */
static inline const char *folder_put_bytes(struct folder *f, const char *name, const char *bytes,
                                           size_t n)
{
    for (const char *s = strchr(name, '/'); s; s = strchr(s + 1, '/')) {
        char *dir = arena_printf(f->a, "%s/%.*s", f->path, (int)(s - name), name);
        if (mkdir(dir, 0777) == 0)
            folder_note(f, dir);
    }
    char *path = arena_printf(f->a, "%s/%s", f->path, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, n, out), n);
    fclose(out);
    folder_note(f, path);
    return path;
}

static inline const char *folder_put(struct folder *f, const char *name, const char *text)
{
    return folder_put_bytes(f, name, text, strlen(text));
}

static inline const char *folder_said(struct folder *f)
{
    struct input_fixture in = {.a = f->a, .d = f->d};
    return input_said(&in);
}

static inline void folder_close(struct folder *f)
{
    while (f->n > 0)
        remove(f->made[--f->n]);
    rmdir(f->path);
    arena_free(f->a);
}

#endif
