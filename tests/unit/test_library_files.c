/* Files of a library that does not ask whether what it wrote was written: who watches them knows. */
#include "data/library_files.h"

#include "base/arena.h"
#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct library_files files;
static struct buf made;

static int begin(void **state)
{
    *state = arena_new();
    return library_files_begin(*state, &files) ? 0 : -1;
}

static int end(void **state)
{
    arena_free(*state);
    buf_free(&made);
    made = (struct buf)BUF_INIT;
    return 0;
}

/* As a library does it: it follows what it gets, and asks nothing. */
static void write_to(FILE *f, const char *s, int times)
{
    while (times-- > 0)
        fputs(s, f);
}

static void what_is_made_is_given_back(void **state)
{
    (void)state;
    FILE *f = fopen(library_files_made, "wb");
    write_to(f, "0123456789", 2000);
    assert_int_equal(fseek(f, 5, SEEK_SET), 0);
    write_to(f, "abc", 1);
    assert_int_equal(fseek(f, 0, SEEK_END), 0);
    assert_int_equal(ftell(f), 20000);
    write_to(f, "end", 1);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(library_files_end(&files, &made), 0);
    assert_int_equal(made.n, 20003);
    assert_memory_equal(made.p, "01234abc89", 10);
    assert_string_equal(buf_str(&made) + 20000, "end");
}

static FILE *temporary(void)
{
    FILE *f = tmpfile();
    int fd = dup(fileno(f));
    fclose(f);
    return fdopen(fd, "w+b");
}

static void what_a_library_writes_it_reads(void **state)
{
    char got[64] = "";
    (void)state;
    FILE *f = temporary();
    write_to(f, "0123456789", 2000);
    fflush(f);
    rewind(f);
    for (int i = 0; i < 2000; i++) {
        assert_int_equal(fread(got, 1, 10, f), 10);
        assert_string_equal(got, "0123456789");
    }
    assert_int_equal(fread(got, 1, 10, f), 0);
    assert_true(feof(f));
    assert_int_equal(files.opened, 1);
    assert_int_equal(library_files_end(&files, NULL), 0); /* and is closed */
}

static void what_is_not_written_is_known(void **state)
{
    (void)state;
    FILE *f = fdopen(open("/dev/full", O_RDWR), "w+b");
    FILE *other = fopen(library_files_made, "wb");
    write_to(other, "fine", 1);
    write_to(f, "lost", 100000);
    assert_int_equal(ferror(f), 0); /* the library has nothing to tell */
    assert_int_equal(files.fault, ENOSPC);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(fclose(other), 0);
    assert_int_equal(library_files_end(&files, &made), ENOSPC);
    assert_int_equal(made.n, 0);
}

/* What stdio has kept back is written when the stream is closed, which may be never. */
static void what_is_left_open_is_known(void **state)
{
    (void)state;
    FILE *f = fdopen(open("/dev/full", O_RDWR), "w+b");
    write_to(f, "lost", 1);
    assert_int_equal(files.fault, 0);
    assert_int_equal(library_files_end(&files, &made), ENOSPC);
}

static void what_is_not_read_is_known(void **state)
{
    char got[8];
    (void)state;
    FILE *f = fdopen(open(".", O_RDONLY | O_DIRECTORY), "rb");
    assert_int_equal(fread(got, 1, sizeof got, f), 0);
    fclose(f);
    assert_int_equal(library_files_end(&files, &made), EISDIR);
}

static void what_it_prints_is_not_seen(void **state)
{
    int ends[2], kept = dup(STDERR_FILENO);
    char got[64] = "";
    (void)state;
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDERR_FILENO);
    library_files_hush(&files);
    fprintf(stderr, "[ERROR] %s\n", "raw");
    library_files_speak(&files);
    fprintf(stderr, "told\n");
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    ssize_t n = read(ends[0], got, sizeof got - 1);
    assert_int_equal(library_files_end(&files, NULL), 0);
    assert_int_equal(n, 5);
    assert_string_equal(got, "told\n");
    close(ends[0]);
    close(ends[1]);
    close(kept);
}

static void other_files_are_as_ever(void **state)
{
    (void)state;
    FILE *f = fopen("/dev/null", "r");
    assert_non_null(f);
    fclose(f);
    assert_null(fopen("/dev/null/nothing", "r"));
    assert_int_equal(files.opened, 0);
    assert_int_equal(library_files_end(&files, NULL), 0);
    f = fdopen(open("/dev/full", O_RDWR), "w+b");
    write_to(f, "lost", 1);
    assert_int_not_equal(fclose(f), 0);
    f = fopen(library_files_made, "w");
    write_to(f, "lost", 1);
    assert_int_not_equal(fclose(f), 0);
    assert_int_equal(files.opened, 0);
}

static void nothing_is_left_in_the_folder(void **state)
{
    struct stat st;
    (void)state;
    assert_int_equal(fstat(files.fd, &st), 0);
    assert_int_equal(st.st_nlink, 0);
    assert_int_equal(library_files_end(&files, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_made_is_given_back, begin, end),
        cmocka_unit_test_setup_teardown(what_a_library_writes_it_reads, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_written_is_known, begin, end),
        cmocka_unit_test_setup_teardown(what_is_left_open_is_known, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_read_is_known, begin, end),
        cmocka_unit_test_setup_teardown(what_it_prints_is_not_seen, begin, end),
        cmocka_unit_test_setup_teardown(other_files_are_as_ever, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_left_in_the_folder, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
