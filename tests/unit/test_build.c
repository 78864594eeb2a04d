/* A build and the same file by file: each file alone has the bytes that a whole build gives it. */
#include "unit/unit.h"

#include "build.h"

#include "base/arena.h"
#include "base/map.h"
#include "records/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct file {
    const void *bytes;
    size_t n;
};

struct made {
    struct arena *arena;
    struct diags *diags;
    struct build build;
    struct map files;
};

static void keep(void *ctx, const char *path, const void *bytes, size_t n)
{
    struct made *m = ctx;
    struct file *f = ARENA_NEW(m->arena, struct file);

    *f = (struct file){arena_strndup(m->arena, bytes, n), n};
    map_set(&m->files, path, f);
}

static void open_content(struct made *m, const char *content, bool internal)
{
    struct arena *a = arena_new();
    struct input_layers *templates = ARENA_NEW(a, struct input_layers);

    *templates = (struct input_layers){.dir = {"templates"}, .n = 1};
    m->arena = a;
    m->diags = diags_new(a);
    map_init(&m->files, a);
    struct records *r = records_read(a, m->diags, content);
    records_read_styles(r, m->diags, templates);
    m->build = (struct build){.arena = a,
                              .diags = m->diags,
                              .model = model_build(a, m->diags, r),
                              .templates = templates,
                              .lang = r->site.order,
                              .languages = (size_t)r->site.languages,
                              .internal = internal,
                              .put = keep,
                              .ctx = m};
    assert_false(diags_failed(m->diags));
}

/* The map's items are those of the build; made holds what is made so far. */
static void assert_same(const struct map_item *item, const struct map *made)
{
    const struct file *want = item->value, *got = map_get(made, item->key);

    if (!got)
        fail_msg("%s is not made", item->key);
    if (got && (got->n != want->n || memcmp(got->bytes, want->bytes, want->n) != 0))
        fail_msg("%s differs", item->key);
}

/* From the last to the first: what a build makes before is not there. */
static void each_alone(const char *content, bool internal)
{
    struct made whole, part;

    open_content(&whole, content, internal);
    build(&whole.build);
    assert_false(diags_failed(whole.diags));
    assert_true(whole.files.n > 100);
    assert_true(map_has(&whole.files, "site/en/partners/sample-before/index.html"));
    open_content(&part, content, internal);
    struct building *w = build_open(&part.build);
    for (size_t i = whole.files.n; i-- > 0;) {
        const struct map_item *item = &whole.files.item[i];
        if (!map_has(&part.files, item->key))
            build_make(w, item->key);
        assert_same(item, &part.files);
    }
    assert_false(diags_failed(part.diags));
    arena_free(part.arena);
    arena_free(whole.arena);
}

static void check_profile(bool internal)
{
    char folder[] = "/tmp/accord-test-XXXXXX", command[256];

    assert_non_null(mkdtemp(folder));
    snprintf(command, sizeof command,
             "cp -R tests/golden/small/content content/strings %s && cd %s && mv strings content && "
             "echo 'former_ids: [sample-before]' >>content/partners/sample-company-02.yaml",
             folder, folder);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof command, "%s/content", folder);
    each_alone(command, internal);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

static void files_alone_are_those_of_a_build(void **state)
{
    (void)state;
    check_profile(false);
}

static void those_of_the_internal_profile_too(void **state)
{
    (void)state;
    check_profile(true);
}

static void what_is_not_there_is_not_made(void **state)
{
    static const char *const none[] = {
        "site/en/none/index.html", "site/en/agreements/none/index.html", "site/xx/index.html",
        "site/en/figures/none/index.html", "site/en/charts/none.svg", "site/data/none.csv",
        "site/en/documents/none/none.en.pdf", "documents/none.en.pdf", "site/en/none.png",
        "site/../site/en/index.html", "", "site/", "index.html"};
    struct made m;

    (void)state;
    open_content(&m, "content", false);
    struct building *w = build_open(&m.build);
    size_t assets = m.files.n;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        build_make(w, none[i]);
        assert_false(map_has(&m.files, none[i]));
    }
    assert_true(m.files.n >= assets);
    arena_free(m.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_alone_are_those_of_a_build),
        cmocka_unit_test(those_of_the_internal_profile_too),
        cmocka_unit_test(what_is_not_there_is_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
