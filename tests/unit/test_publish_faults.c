/* Each call to the system that a commit makes fails, or is the last one before the process is killed; and so does
 * each call of the commit that comes after that.  What accord made is old or new as a whole, what others made
 * stands, and nothing is left behind in the end. */
#undef _FORTIFY_SOURCE /* its functions would be in the way of ours */
#define _GNU_SOURCE    /* renameat2, syncfs */
#include "unit/publish_fixture.h"

#include <errno.h>
#include <ftw.h>
#include <sys/syscall.h>

/* --- calls, in the place of the C library's --- */

static struct {
    bool armed, kills;
    long n, at; /* calls so far; the one that fails */
} fault;

enum { KILLED = 77, TOO_MANY = 100000 };

static bool fails(void)
{
    if (!fault.armed || ++fault.n != fault.at)
        return false;
    if (fault.kills)
        _exit(KILLED);
    errno = EIO;
    return true;
}

int openat(int dir, const char *path, int flags, ...)
{
    va_list ap;
    va_start(ap, flags);
    mode_t mode = (flags & O_CREAT) ? va_arg(ap, mode_t) : 0;
    va_end(ap);
    return fails() ? -1 : (int)syscall(SYS_openat, dir, path, flags, mode);
}

int fstatat(int dir, const char *restrict path, struct stat *restrict st, int flags)
{
    return fails() ? -1 : (int)syscall(SYS_newfstatat, dir, path, st, flags);
}

int stat(const char *restrict path, struct stat *restrict st)
{
    return fails() ? -1 : (int)syscall(SYS_newfstatat, AT_FDCWD, path, st, 0);
}

int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
    return fails() ? -1 : (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, 0);
}

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
    return fails() ? -1 : (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
}

int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags)
{
    return fails() ? -1 : (int)syscall(SYS_linkat, from_dir, from, to_dir, to, flags);
}

int unlinkat(int dir, const char *path, int flags)
{
    return fails() ? -1 : (int)syscall(SYS_unlinkat, dir, path, flags);
}

int mkdirat(int dir, const char *path, mode_t mode)
{
    return fails() ? -1 : (int)syscall(SYS_mkdirat, dir, path, mode);
}

/* Nothing here is to outlive the machine. */
int fsync(int fd)
{
    (void)fd;
    return fails() ? -1 : 0;
}

int syncfs(int fd)
{
    (void)fd;
    return fails() ? -1 : 0;
}

/* --- a commit --- */

enum way { AT_ONCE, IN_PLACE };

static int clear_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
    (void)st;
    (void)type;
    (void)where;
    return remove(path);
}

static void clear(const char *folder)
{
    assert_true(nftw(folder, clear_one, 16, FTW_DEPTH | FTW_PHYS) == 0 || errno == ENOENT);
}

static void lay(struct fixture *f, enum way way)
{
    fault.armed = false;
    clear(f->out);
    clear(in(f, "../.out.accord-new"));
    clear(in(f, "../cache"));
    assert_int_equal(commit(f, "a", "1", "site/b", "1", "site/same", "1", "gone/d", "1", END), PUBLISH_DONE);
    put(f, "mine", "by hand");
    put(f, "site/mine", "by hand");
    put(f, "gone/mine", "by hand");
    if (way == IN_PLACE) /* a folder with the sticky bit is not exchanged */
        assert_int_equal(chmod(f->out, 01777), 0);
}

static enum publish_result change(struct fixture *f)
{
    return commit(f, "a", "2", "site/b", "2", "site/same", "1", "new/e", "2", END);
}

static bool is(struct fixture *f, const char *path, const char *text)
{
    const char *now = get(f, path);
    return text ? now && strcmp(now, text) == 0 : !now;
}

static bool is_old(struct fixture *f)
{
    return is(f, "a", "1") && is(f, "site/b", "1") && is(f, "site/same", "1") && is(f, "gone/d", "1") &&
           !exists(f, "new");
}

static bool is_new(struct fixture *f)
{
    return is(f, "a", "2") && is(f, "site/b", "2") && is(f, "site/same", "1") && !exists(f, "gone/d") &&
           is(f, "new/e", "2");
}

static void assert_mine_stands(struct fixture *f, const char *when, long at)
{
    if (!is(f, "mine", "by hand") || !is(f, "site/mine", "by hand") || !is(f, "gone/mine", "by hand"))
        fail_msg("%s %ld: what others made is gone", when, at);
}

/* From now on calls are counted, and that one fails or kills the process; 0: none does. */
static void arm(long at, bool kills)
{
    fault.armed = true;
    fault.kills = kills;
    fault.n = 0;
    fault.at = at;
}

static void disarm(void)
{
    fault.armed = false;
}

/* Without a fault all is well again, whatever came before. */
static void assert_mended(struct fixture *f, const char *when, long at, long then)
{
    disarm();
    if (change(f) != PUBLISH_DONE || !is_new(f))
        fail_msg("%s %ld, then %ld: the next commit is not whole: %s", when, at, then, messages(f));
    assert_mine_stands(f, when, at);
    if (exists(f, "../.out.accord-new") || exists(f, ".accord/beside") || exists(f, ".accord/new") ||
        exists(f, ".accord/old") || exists(f, ".accord/journal"))
        fail_msg("%s %ld, then %ld: something is left", when, at, then);
}

static void one_fails(struct fixture *f, enum way way, long at)
{
    lay(f, way);
    arm(at, false);
    enum publish_result r = change(f);
    disarm();
    if (r == PUBLISH_DONE ? !is_new(f) : !is_old(f))
        fail_msg("call %ld failed, the commit says %d, and it is neither: %s", at, (int)r, messages(f));
    assert_mine_stands(f, "call", at);
    assert_mended(f, "call", at, 0);
}

/* Calls of a commit. */
static long count(struct fixture *f)
{
    arm(0, false);
    assert_int_equal(change(f), PUBLISH_DONE);
    disarm();
    return fault.n;
}

static void each_fails(struct fixture *f, enum way way)
{
    lay(f, way);
    long calls = count(f);
    assert_in_range(calls, 50, TOO_MANY);
    for (long at = 1; at <= calls; at++)
        one_fails(f, way, at);
}

/* False when the commit ended before it came to that call. */
static bool is_killed(struct fixture *f, enum way way, long at)
{
    int status;
    lay(f, way);
    pid_t pid = fork();
    if (pid == 0) {
        arm(at, true);
        _exit(change(f) == PUBLISH_DONE ? 0 : 1);
    }
    waitpid(pid, &status, 0);
    assert_true(WIFEXITED(status) && (WEXITSTATUS(status) == KILLED || WEXITSTATUS(status) == 0));
    assert_mine_stands(f, "killed at", at);
    if (way == AT_ONCE && !is_old(f) && !is_new(f))
        fail_msg("killed at %ld: it is neither", at);
    return WEXITSTATUS(status) == KILLED;
}

/* What the next commit begins with, taking back what was begun, and nothing else; calls it took. */
static long take_back(struct fixture *f, long at)
{
    int ends[2], status;
    long n = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        arm(at, false);
        publish_open(publish_new(f->arena), f->out, diags_new(f->arena));
        disarm();
        _exit(write(ends[1], &fault.n, sizeof fault.n) != sizeof fault.n);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &n, sizeof n), sizeof n);
    close(ends[0]);
    waitpid(pid, &status, 0);
    assert_int_equal(status, 0);
    return n;
}

/* A file that somebody makes in the former output before that is cleared away. */
static bool came(struct fixture *f)
{
    bool is_former = exists(f, "../.out.accord-new/.accord/lock") && exists(f, ".accord/beside");
    if (is_former)
        put(f, "../.out.accord-new/came", "came");
    return is_former;
}

/* A call of taking back fails; the time after that it is whole again. */
static void one_fails_to_take_back(struct fixture *f, enum way way, long at, long then)
{
    is_killed(f, way, at);
    bool one_came = came(f);
    take_back(f, then);
    take_back(f, 0);
    assert_mine_stands(f, "killed at", at);
    if (!is_old(f) && !is_new(f))
        fail_msg("killed at %ld, then %ld failed, and it is not taken back", at, then);
    assert_mended(f, "killed at", at, then);
    if (one_came && !is(f, "came", "came"))
        fail_msg("killed at %ld, then %ld failed, and a file of somebody else is gone", at, then);
}

static void one_fails_after_a_kill(struct fixture *f, enum way way, long at, long then)
{
    is_killed(f, way, at);
    arm(then, false);
    enum publish_result r = change(f);
    disarm();
    assert_mine_stands(f, "killed at", at);
    if (r == PUBLISH_DONE && !is_new(f))
        fail_msg("killed at %ld, then %ld failed, and it is not whole", at, then);
    assert_mended(f, "killed at", at, then);
}

/* After each kill some calls fail, beginning with another one each time. */
enum { STEP = 37, STEP_BACK = 3 };

static void each_is_the_last(struct fixture *f, enum way way)
{
    for (long at = 1; is_killed(f, way, at); at++) {
        long back = take_back(f, 0), calls = count(f);
        assert_mended(f, "killed at", at, 0);
        for (long then = 1 + at % STEP_BACK; then <= back; then += STEP_BACK)
            one_fails_to_take_back(f, way, at, then);
        for (long then = 1 + at % STEP; then <= calls; then += STEP)
            one_fails_after_a_kill(f, way, at, then);
    }
}

static void test_each_call_fails_at_once(void **state)
{
    each_fails(*state, AT_ONCE);
}

static void test_each_call_fails_in_place(void **state)
{
    each_fails(*state, IN_PLACE);
}

static void test_each_call_is_the_last_at_once(void **state)
{
    each_is_the_last(*state, AT_ONCE);
}

static void test_each_call_is_the_last_in_place(void **state)
{
    each_is_the_last(*state, IN_PLACE);
}

/* Whatever cannot be looked at: never is it said that what is internal may stand within what is public. */
static void test_no_fault_lets_internal_into_public(void **state)
{
    struct fixture *f = *state;
    int error;
    assert_int_equal(commit(f, "a", "1", END), PUBLISH_DONE);
    put(f, "mine/yet", "by hand");
    const char *within = in(f, "mine/to/be/made");
    arm(0, false);
    assert_non_null(publish_clash(f->arena, within, true, &error));
    disarm();
    long calls = fault.n;
    assert_in_range(calls, 5, TOO_MANY);
    for (long at = 1; at <= calls; at++) {
        arm(at, false);
        const char *clash = publish_clash(f->arena, within, true, &error);
        disarm();
        if (!clash)
            fail_msg("call %ld failed, and nothing is said", at);
    }
}

/* In memory, where there is such a place, and without caches: noting how files were left waits for the clock of the
 * file system, and there are thousands of commits. */
static int set_up_fast(void **state)
{
    return set_up_in(state, access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") ||
           unsetenv("XDG_CACHE_HOME") || unsetenv("HOME");
}

#define FAST(fn) cmocka_unit_test_setup_teardown(fn, set_up_fast, tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_each_call_fails_at_once),
        TEST(test_each_call_fails_in_place),
        TEST(test_no_fault_lets_internal_into_public),
        FAST(test_each_call_is_the_last_at_once),
        FAST(test_each_call_is_the_last_in_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
