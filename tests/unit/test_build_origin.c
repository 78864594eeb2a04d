/* What a build is made of: that it changed, and that it changed while a build read it. */
#include "unit/folder_fixture.h"

#include "commands/build_origin.h"

#include <time.h>

struct origin_fixture {
    struct folder folder;
    struct options opt;
    struct session s;
};

static int open_fixture(void **state)
{
    static struct origin_fixture f;
    folder_open(&f.folder);
    folder_put(&f.folder, "content/partners/a.yaml", "name: A\n");
    folder_put(&f.folder, "templates/page.mustache", "{{title}}\n");
    f.opt = (struct options){.content = arena_printf(f.folder.a, "%s/content", f.folder.path),
                             .output = "out"};
    f.s = (struct session){.opt = &f.opt};
    f.s.templates = (struct input_layers){
        .dir = {arena_printf(f.folder.a, "%s/templates", f.folder.path)}, .n = 1};
    *state = &f;
    return 0;
}

static int close_fixture(void **state)
{
    folder_close(&((struct origin_fixture *)*state)->folder);
    return 0;
}

static void write_over(struct origin_fixture *f, const char *name, const char *text)
{
    FILE *out = fopen(arena_printf(f->folder.a, "%s/%s", f->folder.path, name), "wb");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static void test_what_nobody_touched_holds(void **state)
{
    struct origin_fixture *f = *state;
    struct build_origin began = build_origin(&f->s);
    assert_true(build_origin_holds(&f->s, &began));
}

static void test_each_input_counts(void **state)
{
    struct origin_fixture *f = *state;
    struct build_origin began = build_origin(&f->s);
    write_over(f, "content/partners/a.yaml", "name: B\n");
    assert_false(build_origin_holds(&f->s, &began));
    began = build_origin(&f->s);
    write_over(f, "templates/page.mustache", "{{name}}!\n");
    assert_false(build_origin_holds(&f->s, &began));
    began = build_origin(&f->s);
    f->opt.output = "elsewhere";
    assert_false(build_origin_holds(&f->s, &began));
}

/* The build may have read what stood there between; the sums of both ends are the same. */
static void test_changed_and_changed_back_does_not_hold(void **state)
{
    struct origin_fixture *f = *state;
    const struct timespec tick = {.tv_nsec = 20 * 1000 * 1000}; /* of the file system's clock */
    struct build_origin began = build_origin(&f->s);
    nanosleep(&tick, NULL);
    write_over(f, "content/partners/a.yaml", "name: B\n");
    write_over(f, "content/partners/a.yaml", "name: A\n");
    assert_string_equal(build_origin(&f->s).sum, began.sum);
    assert_false(build_origin_holds(&f->s, &began));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_nobody_touched_holds, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(test_each_input_counts, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(test_changed_and_changed_back_does_not_hold, open_fixture,
                                        close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
