/* bench.c CONTENT TEMPLATES - what each step costs, as a ratio to the bare cost of the same
 * work in the same run: libyaml's own parser over the same files, and plain writes of the same
 * bytes.  Absolute times mean little on a busy machine; the fastest of several rounds counts. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "build.h"
#include "input/input.h"
#include "model/model.h"
#include "publish/publish.h"
#include "records/records.h"
#include "tools/bare.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 5 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* --- accord's own steps --- */

struct times {
    double bare, records, model, build;
    size_t files;
};

static void keep_least(double *least, double t)
{
    if (*least <= 0 || t < *least)
        *least = t;
}

static void put(void *ctx, const char *path, const void *bytes, size_t n)
{
    publish_add(ctx, path, bytes, n);
}

static bool one_round(const char *content, const char *templates, struct times *best)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    double t0 = now();
    bare_walk(content);
    double t1 = now();
    const struct records *r = records_read(a, d, content);
    double t2 = now();
    const struct model *m = model_build(a, d, r);
    double t3 = now();
    struct build b = {.arena = a,
                      .diags = d,
                      .model = m,
                      .templates = &(struct input_layers){{templates}, 1},
                      .lang = r->site.order,
                      .languages = (size_t)r->site.languages,
                      .put = put,
                      .ctx = publish_new(a)};
    bool fine = !diags_failed(d);
    if (fine)
        build(&b);
    double t4 = now();
    keep_least(&best->bare, t1 - t0);
    keep_least(&best->records, t2 - t1);
    keep_least(&best->model, t3 - t2);
    keep_least(&best->build, t4 - t3);
    best->files = publish_count(b.ctx);
    fine = fine && !diags_failed(d);
    arena_free(a);
    return fine;
}

int main(int argc, char **argv)
{
    struct times best = {0};
    if (argc != 3) {
        fputs("usage: bench CONTENT TEMPLATES\n", stderr);
        return 2;
    }
    for (int i = 0; i < ROUNDS; i++)
        if (!one_round(argv[1], argv[2], &best)) {
            fputs("bench: the content has errors; see accord check\n", stderr);
            return 1;
        }
    printf("step                        ms   ratio to a bare YAML parse\n");
    printf("bare YAML parse       %8.2f   1.0\n", best.bare);
    printf("read and check        %8.2f   %.1f\n", best.records, best.records / best.bare);
    printf("join and add up       %8.2f   %.1f\n", best.model, best.model / best.bare);
    printf("site and documents    %8.2f   %.1f   (%zu files)\n", best.build,
           best.build / best.bare, best.files);
    return 0;
}
