/* input_fixture.h - a text as if read from a file, and what was said about it. */
#ifndef ACCORD_TESTS_UNIT_INPUT_FIXTURE_H
#define ACCORD_TESTS_UNIT_INPUT_FIXTURE_H

#include "unit/unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "input/input.h"

#include <string.h>

struct input_fixture {
    struct arena *a;
    struct diags *d;
    struct source src;
};

static inline struct input_fixture input_open(const char *path, const char *text)
{
    struct input_fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    f.src = (struct source){.path = path, .text = text, .len = strlen(text)};
    return f;
}

static inline void input_close(struct input_fixture *f)
{
    arena_free(f->a);
}

/* "2:3 tab-indentation" for each report, one a line, in order. */
static inline const char *input_said(struct input_fixture *f)
{
    struct buf json = BUF_INIT, out = BUF_INIT;
    diags_write(f->d, &json, (struct diags_print){.format = DIAG_FORMAT_JSON});
    const char *s = buf_to_arena(&json, f->a);
    while ((s = strstr(s, "\"line\": "))) {
        const char *col = strstr(s, "\"column\": ") + 10, *code = strstr(s, "\"code\": \"") + 9;
        s += 8;
        buf_printf(&out, "%.*s:%.*s %.*s\n", (int)strcspn(s, ","), s, (int)strcspn(col, ","), col,
                   (int)strcspn(code, "\""), code);
    }
    return buf_to_arena(&out, f->a);
}

#endif
