/* Work in several processes: answers in order however the work is scheduled, and workers that fail. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/pack.h"
#include "base/team.h"
#include "unit.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { JOBS = 40, LARGE = 300 * 1000 };

struct told {
    struct buf all;
    size_t jobs, alone;
    size_t fails; /* the job that ends its worker; JOBS: none */
    int how;      /* a signal; 0: it exits */
};

static void work(void *ctx, size_t job, struct buf *answer)
{
    struct told *t = ctx;
    if (!answer) {
        t->alone++;
        return;
    }
    if (job == t->fails && t->how)
        raise(t->how);
    if (job == t->fails)
        _exit(1);
    if (job % 3 == 0)
        nanosleep(&(struct timespec){.tv_nsec = 2000 * 1000}, NULL);
    for (size_t n = job == 7 ? LARGE : job; n > 0; n--) /* more than a pipe holds; job 0: nothing */
        buf_putc(answer, (char)('a' + job % 26));
}

static void take(void *ctx, size_t job, const char *bytes, size_t n)
{
    struct told *t = ctx;
    assert_int_equal(job, t->jobs++);
    assert_int_equal(n, job == 7 ? LARGE : job);
    buf_put(&t->all, bytes, n < 40 ? n : 40);
}

static bool run(struct told *t, size_t jobs, unsigned workers, int *signal)
{
    struct team team = {.jobs = jobs, .workers = workers, .ctx = t, .work = work, .take = take};
    return team_run(&team, signal);
}

static void test_answers_come_in_order(void **state)
{
    (void)state;
    struct told first = {.fails = JOBS};
    int signal;
    assert_true(run(&first, JOBS, 2, &signal));
    assert_int_equal(first.jobs, JOBS);
    for (unsigned workers = 3; workers < 100; workers += 31) {
        struct told t = {.fails = JOBS};
        assert_true(run(&t, JOBS, workers, &signal));
        assert_string_equal(buf_str(&t.all), buf_str(&first.all));
        buf_free(&t.all);
    }
    buf_free(&first.all);
}

static void test_alone_there_are_no_answers(void **state)
{
    (void)state;
    struct told t = {.fails = JOBS};
    int signal;
    assert_true(run(&t, JOBS, 1, &signal));
    assert_int_equal(t.alone, JOBS);
    assert_true(run(&t, 1, 8, &signal)); /* for one job nobody else is needed */
    assert_int_equal(t.alone, JOBS + 1);
    assert_true(run(&t, 0, 8, &signal));
    assert_int_equal(t.jobs, 0);
}

static void test_a_worker_that_ends_early_is_told(void **state)
{
    (void)state;
    const int how[] = {SIGKILL, SIGTERM, 0};
    for (size_t i = 0; i < sizeof how / sizeof *how; i++) {
        struct told t = {.fails = 20, .how = how[i]};
        int signal = -1;
        assert_false(run(&t, JOBS, 2, &signal));
        assert_int_equal(signal, how[i]);
        assert_true(t.jobs <= 20); /* none is taken out of turn */
        buf_free(&t.all);
    }
}

static void test_without_processes_all_is_done_here(void **state)
{
    (void)state;
    struct told t = {.fails = JOBS};
    struct rlimit before, none;
    int signal;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = (struct rlimit){.rlim_cur = 0, .rlim_max = before.rlim_max}; /* no pipe is to be had */
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    bool done = run(&t, JOBS, 4, &signal);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_true(done);
    assert_int_equal(t.alone, JOBS);
}

static void test_packed_is_unpacked(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    pack_number(&b, UINT64_MAX);
    pack_text(&b, NULL);
    pack_text(&b, "");
    pack_text(&b, "كلمة");
    struct unpack from = unpack_of(b.p, b.n);
    assert_true(unpack_number(&from) == UINT64_MAX);
    assert_null(unpack_text(&from, a));
    assert_string_equal(unpack_text(&from, a), "");
    assert_false(unpack_ok(&from)); /* something is left */
    assert_string_equal(unpack_text(&from, a), "كلمة");
    assert_true(unpack_ok(&from));
    for (size_t n = 0; n < b.n; n++) { /* cut anywhere */
        from = unpack_of(b.p, n);
        unpack_number(&from);
        for (int i = 0; i < 3; i++)
            unpack_text(&from, a);
        assert_false(unpack_ok(&from));
    }
    buf_free(&b);
    arena_free(a);
}

static const char *written(struct arena *a, struct diags *d)
{
    struct buf out = BUF_INIT;
    diags_write(d, &out, (struct diags_print){0});
    return buf_to_arena(&out, a);
}

static void test_reports_get_across_as_they_were(void **state)
{
    (void)state;
    struct arena *a = arena_new(), *other = arena_new();
    struct diags *from = diags_new(other), *to = diags_new(a), *same = diags_new(a);
    struct source src = {.path = "a.yaml", .text = "id: x\nname: \"y\"\n", .len = 16};
    struct diags *both[] = {from, same};
    diag_report(from, DIAG_PUBLISH_TWICE, (struct place){0}, "before the mark");
    size_t mark = diags_mark(from);
    for (int i = 0; i < 2; i++) {
        diag_report(both[i], DIAG_PUBLISH_IO, ((struct place){&src, 2, 7, 3}),
                    phrase_mark(PHRASE_TO_WRITE), "full");
        diag_hint(both[i], HINT_DID_YOU_MEAN, "z");
        diag_report(both[i], DIAG_PUBLISH_TWICE, (struct place){0}, "page");
    }
    struct buf b = BUF_INIT;
    diags_pack(from, mark, &b);
    arena_free(other);
    struct unpack u = unpack_of(b.p, b.n);
    diags_unpack(to, &u);
    assert_true(unpack_ok(&u));
    assert_string_equal(written(a, to), written(a, same));
    u = unpack_of(b.p, b.n / 2);
    diags_unpack(to, &u);
    assert_false(unpack_ok(&u));
    buf_free(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers_come_in_order),
        cmocka_unit_test(test_alone_there_are_no_answers),
        cmocka_unit_test(test_a_worker_that_ends_early_is_told),
        cmocka_unit_test(test_without_processes_all_is_done_here),
        cmocka_unit_test(test_packed_is_unpacked),
        cmocka_unit_test(test_reports_get_across_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
