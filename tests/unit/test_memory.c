/* Who asks for more memory than there is ends the process, by status and word; libraries do, too. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <gmp.h>

static const size_t too_much = SIZE_MAX / 4;

static void ask_malloc(void)
{
    volatile size_t n = too_much;
    void *volatile p = malloc(n); /* else compilers leave both out */
    free(p);
}

static void ask_calloc(void)
{
    volatile size_t n = too_much;
    void *volatile p = calloc(n, 8); /* else compilers leave both out */
    free(p);
}

static void ask_realloc(void)
{
    volatile size_t n = too_much;
    void *volatile p = realloc(malloc(16), n); /* else compilers leave both out */
    free(p);
}

static void ask_arena(void)
{
    arena_alloc(arena_new(), too_much);
}

/* A library, which would abort. */
static void ask_gmp(void)
{
    const struct rlimit limit = {.rlim_cur = (rlim_t)1 << 30, .rlim_max = (rlim_t)1 << 30};
    mpz_t number;
    if (setrlimit(RLIMIT_AS, &limit) == 0)
        mpz_init2(number, (mp_bitcnt_t)1 << 36); /* 8 GB */
}

/* What a process that asks says, and its status. */
static int end_of(void (*ask)(void), char *said, size_t n)
{
    int ends[2], status = -1;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDERR_FILENO);
        ask();
        _exit(0);
    }
    close(ends[1]);
    memset(said, 0, n);
    ssize_t got = read(ends[0], said, n - 1);
    close(ends[0]);
    assert_true(got >= 0);
    waitpid(pid, &status, 0);
    return status;
}

/* Sanitizers have allocators of their own, and end the process themselves. */
static bool is_sanitized(void)
{
#if defined(__has_feature)
    return __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

static void test_nobody_gets_null(void **state)
{
    static void (*const ask[])(void) = {ask_malloc, ask_calloc, ask_realloc, ask_arena, ask_gmp};
    char said[256];
    (void)state;
    if (is_sanitized())
        skip();
    for (size_t i = 0; i < sizeof ask / sizeof *ask; i++) {
        int status = end_of(ask[i], said, sizeof said);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 3);
        assert_string_equal(said, "accord: error: out of memory; nothing is left half written\n");
    }
}

static void test_nothing_is_no_want_of_memory(void **state)
{
    (void)state;
    free(malloc(0));
    free(calloc(0, 8));
    void *p = realloc(malloc(8), 0);
    free(p);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nobody_gets_null),
        cmocka_unit_test(test_nothing_is_no_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
