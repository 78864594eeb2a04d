/* A whole tree that takes the place of another at once; what is left of it when it was interrupted. */
#define _GNU_SOURCE /* renameat2 */
#include "unit/publish_fixture.h"

#include <sys/syscall.h>

/* What others do at the last moment: this takes the place of the C library's. */
static void (*before_exchange)(struct fixture *f);
static struct fixture *of_exchange;

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
    void (*meanwhile)(struct fixture *f) = before_exchange;
    if (meanwhile && (flags & RENAME_EXCHANGE)) {
        before_exchange = NULL;
        meanwhile(of_exchange);
    }
    return (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
}

static ino_t inode(struct fixture *f, const char *path)
{
    struct stat st;
    assert_int_equal(lstat(in(f, path), &st), 0);
    return st.st_ino;
}

static bool nothing_beside(struct fixture *f)
{
    return !exists(f, "../.out.accord-new");
}

/* Of a commit that was done at once. */
static void assert_at_once(struct fixture *f, ino_t before)
{
    assert_true(inode(f, ".") != before);
    assert_true(nothing_beside(f));
    assert_false(exists(f, ".accord/beside"));
    assert_tidy(f);
}

static void test_many_files_come_at_once(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    commit(f, "a", "1", "b", "1", "gone/c", "1", "same/d", "1", END);
    ino_t before = inode(f, "."), same = inode(f, "same/d");
    assert_int_equal(commit(f, "a", "2", "b", "2", "same/d", "1", "new/e", "2", END),
                     PUBLISH_DONE);
    assert_at_once(f, before);
    assert_int_equal(f->counts.written, 3);
    assert_int_equal(f->counts.unchanged, 1);
    assert_int_equal(f->counts.removed, 1);
    assert_string_equal(get(f, "a"), "2");
    assert_string_equal(get(f, "new/e"), "2");
    assert_false(exists(f, "gone"));
    assert_int_equal(inode(f, "same/d"), same);
    assert_int_equal(stat(in(f, "same/d"), &st), 0);
    assert_int_equal(st.st_nlink, 1);
}

static void test_one_file_is_replaced_where_it_stands(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", "b", "1", "c", "1", END);
    ino_t before = inode(f, ".");
    assert_int_equal(commit(f, "a", "2", "b", "1", "c", "1", END), PUBLISH_DONE);
    assert_int_equal(inode(f, "."), before);
    assert_string_equal(get(f, "a"), "2");
}

static void test_what_others_made_comes_along(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    char target[32] = "";
    commit(f, "a", "1", "site/b", "1", END);
    put(f, "CNAME", "by hand");
    put(f, "site/.git/objects/x", "by hand");
    put(f, ".accord/edited/a.0123", "by hand");
    assert_int_equal(mkdir(in(f, "site/empty"), 0750), 0);
    assert_int_equal(chmod(in(f, "site"), 02755), 0);
    assert_int_equal(symlink("/nowhere", in(f, "site/link")), 0);
    assert_int_equal(mkfifo(in(f, "pipe"), 0600), 0);
    ino_t before = inode(f, "."), cname = inode(f, "CNAME"), fifo = inode(f, "pipe");
    assert_int_equal(commit(f, "a", "2", "site/b", "2", "site/c", "2", END), PUBLISH_DONE);
    assert_at_once(f, before);
    assert_int_equal(inode(f, "CNAME"), cname);
    assert_int_equal(inode(f, "pipe"), fifo);
    assert_string_equal(get(f, "site/.git/objects/x"), "by hand");
    assert_string_equal(get(f, ".accord/edited/a.0123"), "by hand");
    assert_int_equal(readlink(in(f, "site/link"), target, sizeof target - 1), 8);
    assert_string_equal(target, "/nowhere");
    assert_int_equal(stat(in(f, "site/empty"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0750);
    assert_int_equal(stat(in(f, "site"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 02755);
}

static void test_through_a_link_to_the_output(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    ino_t before = inode(f, ".");
    assert_int_equal(symlink("out", in(f, "../link")), 0);
    snprintf(f->out, sizeof f->out, "%s/link", f->root);
    assert_int_equal(commit(f, "a", "2", "b", "2", END), PUBLISH_DONE);
    snprintf(f->out, sizeof f->out, "%s/out", f->root);
    assert_at_once(f, before);
    assert_string_equal(get(f, "b"), "2");
}

/* Where the folder has to stay, files are replaced one after the other. */
static void test_the_folder_one_stands_in_stays(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", "site/b", "1", END);
    ino_t before = inode(f, ".");
    int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_int_equal(chdir(in(f, "site")), 0);
    enum publish_result r = commit(f, "a", "2", "site/b", "2", "c", "2", END);
    assert_int_equal(fchdir(here), 0);
    close(here);
    assert_int_equal(r, PUBLISH_DONE);
    assert_int_equal(inode(f, "."), before);
    assert_string_equal(get(f, "site/b"), "2");
    assert_tidy(f);
}

static void test_a_folder_of_others_beside_stays(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    ino_t before = inode(f, ".");
    put(f, "../.out.accord-new/mine", "by hand");
    assert_int_equal(commit(f, "a", "2", "b", "2", END), PUBLISH_DONE);
    assert_int_equal(inode(f, "."), before);
    assert_string_equal(get(f, "b"), "2");
    assert_string_equal(get(f, "../.out.accord-new/mine"), "by hand");
}

/* Beside the output, as a commit leaves it that is ended before or after the exchange. */
static void leave_beside(struct fixture *f, bool former)
{
    put(f, "../.out.accord-new/.accord/new/0", "half");
    if (link(in(f, ".accord/lock"), in(f, "../.out.accord-new/.accord/lock")) != 0)
        fail();
    put(f, former ? ".accord/beside" : "../.out.accord-new/.accord/beside", "");
    if (link(in(f, "mine"), in(f, "../.out.accord-new/mine")) != 0)
        fail();
    put(f, "../.out.accord-new/site/half", "half");
}

static void test_what_was_never_published_goes(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    put(f, "mine", "by hand");
    leave_beside(f, false);
    assert_int_equal(commit(f, "a", "1", END), PUBLISH_DONE);
    assert_true(nothing_beside(f));
    assert_string_equal(get(f, "mine"), "by hand");
    assert_false(exists(f, "site/half"));
}

/* The former output: what accord made goes; what came into it at the last moment, or was changed, is kept. */
static void test_of_the_former_output_only_ours_goes(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    put(f, "mine", "by hand");
    leave_beside(f, true);
    put(f, "../.out.accord-new/.accord/manifest",
        "accord-manifest 1\n"
        "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b a\n"
        "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b gone\n"
        "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b changed\n");
    put(f, "../.out.accord-new/a", "by hand");
    put(f, "../.out.accord-new/gone", "1");
    put(f, "../.out.accord-new/changed", "by hand");
    assert_int_equal(commit(f, "a", "1", END), PUBLISH_DONE);
    assert_true(nothing_beside(f));
    assert_false(exists(f, ".accord/beside"));
    assert_string_equal(get(f, "a"), "1");
    assert_string_equal(get(f, "mine"), "by hand");
    assert_string_equal(get(f, "site/half"), "half");
    assert_string_equal(get(f, "changed"), "by hand");
    assert_false(exists(f, "gone"));
    char hex[SHA256_HEX];
    sha256_of("by hand", 7, hex);
    assert_string_equal(get(f, arena_printf(f->arena, ".accord/edited/a.%.12s", hex)), "by hand");
}

/* As editors save: another file, renamed. */
static void replace(struct fixture *f, const char *path, const char *text)
{
    put(f, "../being-saved", text);
    assert_int_equal(rename(in(f, "../being-saved"), in(f, path)), 0);
}

static void save_both(struct fixture *f)
{
    replace(f, "site/notes", "newer");
    replace(f, "site/b", "by hand");
    put(f, "site/came", "came");
}

/* A commit at once, and what others do just before the exchange. */
static void commit_while(struct fixture *f, void (*meanwhile)(struct fixture *f))
{
    commit(f, "a", "1", "site/b", "1", END);
    put(f, "site/notes", "older");
    before_exchange = meanwhile;
    of_exchange = f;
    assert_int_equal(commit(f, "a", "2", "site/b", "2", "site/c", "2", END), PUBLISH_DONE);
    assert_null(before_exchange);
    assert_true(nothing_beside(f));
}

static void test_what_others_save_meanwhile_is_there(void **state)
{
    struct fixture *f = *state;
    char hex[SHA256_HEX];
    sha256_of("by hand", 7, hex);
    commit_while(f, save_both);
    assert_string_equal(get(f, "site/notes"), "newer");
    assert_string_equal(get(f, "site/came"), "came");
    assert_string_equal(get(f, "site/b"), "2");
    assert_string_equal(get(f, arena_printf(f->arena, ".accord/edited/site/b.%.12s", hex)), "by hand");
    assert_says(f, "/out/site/b", "[publish-edited-file]");
    assert_int_equal(diags_count(f->diags, SEVERITY_WARNING), 1);
}

/* Somebody else wrote to the older one, which had come along, at the same time: both are kept. */
static void write_on(struct fixture *f)
{
    int older = open(in(f, "site/notes"), O_WRONLY | O_APPEND);
    replace(f, "site/notes", "newer");
    assert_int_equal(write(older, " and more", 9), 9);
    close(older);
}

static void test_of_two_that_others_save_none_is_lost(void **state)
{
    struct fixture *f = *state;
    char hex[SHA256_HEX];
    sha256_of("newer", 5, hex);
    commit_while(f, write_on);
    assert_string_equal(get(f, "site/notes"), "older and more");
    assert_string_equal(get(f, arena_printf(f->arena, ".accord/edited/site/notes.%.12s", hex)), "newer");
    assert_says(f, "/out/site/notes", "[publish-edited-file]");
}

/* The output was deleted by hand after that: its lock with it. */
static void test_what_is_left_of_a_deleted_output_goes(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    put(f, "mine", "by hand");
    leave_beside(f, false);
    assert_int_equal(rename(f->out, in(f, "../elsewhere")), 0);
    assert_int_equal(commit(f, "a", "2", "b", "2", END), PUBLISH_DONE);
    assert_true(nothing_beside(f));
    assert_string_equal(get(f, "../elsewhere/mine"), "by hand");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_many_files_come_at_once),
        TEST(test_one_file_is_replaced_where_it_stands),
        TEST(test_what_others_made_comes_along),
        TEST(test_through_a_link_to_the_output),
        TEST(test_the_folder_one_stands_in_stays),
        TEST(test_a_folder_of_others_beside_stays),
        TEST(test_what_was_never_published_goes),
        TEST(test_of_the_former_output_only_ours_goes),
        TEST(test_what_others_save_meanwhile_is_there),
        TEST(test_of_two_that_others_save_none_is_lost),
        TEST(test_what_is_left_of_a_deleted_output_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
