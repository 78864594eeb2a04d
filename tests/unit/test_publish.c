/* Publishing into real temporary folders: what is replaced, what stays, what is put back. */
#include "unit/publish_fixture.h"

#include "base/pack.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <time.h>

static void test_sha256(void **state)
{
    static const struct {
        const char *text, *hex;
    } known[] = {
        /* FIPS 180-4 examples, and lengths around a block */
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct sha256 s;
        char hex[SHA256_HEX];
        sha256_start(&s);
        sha256_put(&s, known[i].text, strlen(known[i].text));
        sha256_hex(&s, hex);
        assert_string_equal(hex, known[i].hex);
    }
    struct sha256 s;
    char hex[SHA256_HEX];
    sha256_start(&s);
    for (int i = 0; i < 1000000; i += 40) /* a million letters, in pieces across blocks */
        sha256_put(&s, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 40);
    sha256_hex(&s, hex);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void test_paths(void **state)
{
    static const char *const good[] = {"a", "site/index.html", "a/.hidden", "a/..b", "...",
                                       ".accordion/x", NULL};
    static const char *const bad[] = {"", "/etc/passwd", "..", "a/../b", "a/..", ".", "./a",
                                      "a//b", "a/", "a\nb", ".accord", ".accord/manifest", NULL};
    (void)state;
    for (size_t i = 0; good[i]; i++)
        assert_true(publish_path_ok(good[i]));
    for (size_t i = 0; bad[i]; i++)
        assert_false(publish_path_ok(bad[i]));
}

static void test_writes_a_tree(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(commit(f, "site/en/index.html", "en", "site/index.html", "all", END),
                     PUBLISH_DONE);
    assert_string_equal(get(f, "site/en/index.html"), "en");
    assert_string_equal(get(f, "site/index.html"), "all");
    assert_int_equal(f->counts.written, 2);
    assert_string_equal(messages(f), "");
    assert_tidy(f);
}

static void test_unchanged_files_are_not_touched(void **state)
{
    struct fixture *f = *state;
    struct stat before, after;
    static const struct timespec past[2] = {{1000000000, 5}, {1000000000, 5}};
    commit(f, "a", "same", "b", "old", END);
    assert_int_equal(utimensat(AT_FDCWD, in(f, "a"), past, 0), 0);
    assert_int_equal(stat(in(f, "a"), &before), 0);
    assert_int_equal(commit(f, "a", "same", "b", "new", END), PUBLISH_DONE);
    assert_int_equal(stat(in(f, "a"), &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_int_equal(after.st_mtim.tv_sec, 1000000000);
    assert_int_equal(after.st_nlink, 1);
    assert_int_equal(f->counts.unchanged, 1);
    assert_int_equal(f->counts.written, 1);
    assert_string_equal(get(f, "b"), "new");
}

static void test_nothing_to_do_writes_nothing(void **state)
{
    struct fixture *f = *state;
    struct stat before, after;
    commit(f, "a", "1", END);
    assert_int_equal(stat(in(f, ".accord/manifest"), &before), 0);
    assert_int_equal(commit(f, "a", "1", END), PUBLISH_DONE);
    assert_int_equal(stat(in(f, ".accord/manifest"), &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
}

static void test_removes_what_it_made(void **state)
{
    struct fixture *f = *state;
    commit(f, "keep", "1", "gone/deep/page", "2", "gone/other", "3", END);
    put(f, "gone/mine.txt", "by hand");
    assert_int_equal(commit(f, "keep", "1", END), PUBLISH_DONE);
    assert_int_equal(f->counts.removed, 2);
    assert_false(exists(f, "gone/deep"));
    assert_false(exists(f, "gone/other"));
    assert_string_equal(get(f, "gone/mine.txt"), "by hand");
    assert_string_equal(get(f, "keep"), "1");
}

static void test_a_part_keeps_the_rest(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", "b", "2", END);
    struct publish *p = publish_new(f->arena);
    publish_keep_rest(p);
    assert_int_equal(publish_open(p, f->out, diags_new(f->arena)), PUBLISH_DONE);
    publish_add(p, "b", "new", 3);
    assert_int_equal(publish_commit(p, &f->counts), PUBLISH_DONE);
    assert_int_equal(f->counts.removed, 0);
    assert_string_equal(get(f, "a"), "1");
    assert_string_equal(get(f, "b"), "new");
    assert_int_equal(commit(f, "b", "new", END), PUBLISH_DONE); /* "a" is still known as ours */
    assert_false(exists(f, "a"));
}

static void test_a_part_is_made_whole(void **state)
{
    struct fixture *f = *state;
    commit(f, "en/a", "1", "en/gone", "1", "es/gone", "1", "x.en.pdf", "1", "x.es.pdf", "1",
           "en.pdf", "1", END);
    put(f, "en/mine.txt", "by hand");
    struct publish *p = publish_new(f->arena);
    publish_keep_rest(p);
    publish_part(p, "en/", "");
    publish_part(p, "", ".en.pdf");
    assert_int_equal(publish_open(p, f->out, diags_new(f->arena)), PUBLISH_DONE);
    publish_add(p, "en/a", "1", 1);
    assert_int_equal(publish_commit(p, &f->counts), PUBLISH_DONE);
    assert_int_equal(f->counts.removed, 2);
    assert_false(exists(f, "en/gone"));
    assert_false(exists(f, "x.en.pdf"));
    assert_string_equal(get(f, "en/mine.txt"), "by hand");
    assert_string_equal(get(f, "es/gone"), "1");
    assert_string_equal(get(f, "x.es.pdf"), "1");
    assert_string_equal(get(f, "en.pdf"), "1"); /* ends so, and is shorter than the end */
    assert_false(publish_made(f->arena, f->out, "en/gone"));
    assert_true(publish_made(f->arena, f->out, "en/"));
    assert_true(publish_made(f->arena, f->out, "x.es.pdf"));
    assert_false(publish_made(f->arena, f->out, "n/"));
    assert_false(publish_made(f->arena, f->root, "en/"));
}

static bool is_not_es(void *ctx, const char *path)
{
    struct buf *asked = ctx;
    buf_printf(asked, "%s ", path);
    return strcmp(path, "es/a") != 0;
}

static void test_what_may_not_stay_refuses_all(void **state)
{
    struct fixture *f = *state;
    struct buf asked = BUF_INIT;
    commit(f, "en/a", "1", "en/gone", "1", "es/a", "1", "fr/a", "1", END);
    struct publish *p = publish_new(f->arena);
    publish_keep_rest(p);
    publish_part(p, "en/", "");
    publish_ask(p, is_not_es, &asked);
    assert_int_equal(publish_open(p, f->out, diags_new(f->arena)), PUBLISH_DONE);
    publish_add(p, "en/a", "2", 1);
    assert_int_equal(publish_commit(p, NULL), PUBLISH_REFUSED);
    assert_string_equal(buf_str(&asked), "es/a fr/a ");
    buf_free(&asked);
    assert_string_equal(get(f, "en/a"), "1");
    assert_string_equal(get(f, "en/gone"), "1");
    assert_tidy(f);
}

static void test_foreign_file_refuses_all(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", "c", "1", END);
    put(f, "b", "by hand");
    assert_int_equal(commit(f, "a", "2", "b", "page", END), PUBLISH_REFUSED);
    assert_says(f, "/out/b", "[publish-foreign-file]");
    assert_string_equal(get(f, "a"), "1");
    assert_string_equal(get(f, "b"), "by hand");
    assert_string_equal(get(f, "c"), "1");
    assert_tidy(f);
}

static void test_paths_that_only_capitals_tell_apart_refuse_all(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    assert_int_equal(commit(f, "a", "2", "x/AFR/page", "1", "x/afr/page", "2", END),
                     PUBLISH_REFUSED);
    assert_says(f, "\"x/afr/page\" and \"x/AFR/page\" differ in capitals only", "[publish-case]");
    assert_string_equal(get(f, "a"), "1");
    assert_tidy(f);
}

static void test_foreign_file_with_the_same_bytes_is_taken_over(void **state)
{
    struct fixture *f = *state;
    put(f, "a", "page");
    assert_int_equal(commit(f, "a", "page", END), PUBLISH_DONE);
    assert_int_equal(f->counts.unchanged, 1);
    assert_int_equal(commit(f, "a", "page 2", END), PUBLISH_DONE);
    assert_string_equal(get(f, "a"), "page 2");
}

/* The one file in a folder of .accord/edited/ whose name begins so. */
static const char *kept(struct fixture *f, const char *path, const char *text)
{
    char hex[SHA256_HEX];
    sha256_of(text, strlen(text), hex);
    return get(f, arena_printf(f->arena, ".accord/edited/%s.%.12s", path, hex));
}

static void test_edited_files_are_kept(void **state)
{
    struct fixture *f = *state;
    commit(f, "x/a", "1", "x/b", "1", "x/c", "1", END);
    put(f, "x/a", "edited a");
    put(f, "x/b", "edited b");
    assert_int_equal(commit(f, "x/a", "2", "x/c", "1", END), PUBLISH_DONE);
    assert_string_equal(get(f, "x/a"), "2");
    assert_false(exists(f, "x/b"));
    assert_string_equal(kept(f, "x/a", "edited a"), "edited a");
    assert_string_equal(kept(f, "x/b", "edited b"), "edited b");
    assert_int_equal(diags_count(f->diags, SEVERITY_WARNING), 2);
    assert_says(f, "/out/x/a", "[publish-edited-file]");
    assert_false(diags_failed(f->diags));
}

static void test_folder_in_the_way(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    put(f, "b/mine", "by hand");
    assert_int_equal(commit(f, "a", "2", "b", "page", END), PUBLISH_REFUSED);
    assert_string_equal(messages(f),
                        arena_printf(f->arena,
                                     "%s/b: error: this is a folder, and accord wants a file "
                                     "here; nothing was published [publish-in-the-way]\n"
                                     "  hint: Move it elsewhere, then build again.\n1 error\n",
                                     f->out));
    assert_string_equal(get(f, "a"), "1");
    assert_string_equal(get(f, "b/mine"), "by hand");
}

static void test_file_where_a_folder_is_wanted(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    put(f, "b", "by hand");
    assert_int_equal(commit(f, "a", "2", "b/page", "page", END), PUBLISH_REFUSED);
    assert_says(f, "/out/b", "this is a file, and accord wants a folder here");
}

static void test_file_where_a_folder_should_be(void **state)
{
    struct fixture *f = *state;
    put(f, "site", "by hand");
    assert_int_equal(commit(f, "site/index.html", "1", END), PUBLISH_REFUSED);
    assert_says(f, "/out/site", "this is a file");
    assert_string_equal(get(f, "site"), "by hand");
}

static void test_own_folder_becomes_file_and_back(void **state)
{
    struct fixture *f = *state;
    commit(f, "a/b/c", "1", "a/d", "2", END);
    assert_int_equal(commit(f, "a", "file", END), PUBLISH_DONE);
    assert_string_equal(get(f, "a"), "file");
    assert_int_equal(commit(f, "a/b/c", "3", END), PUBLISH_DONE);
    assert_string_equal(get(f, "a/b/c"), "3");
    assert_false(exists(f, "a/d"));
}

static void test_symbolic_links(void **state)
{
    struct fixture *f = *state;
    const char *outside = arena_printf(f->arena, "%s/outside", f->root);
    assert_int_equal(mkdir(outside, 0777), 0);
    commit(f, "a", "1", END);
    assert_int_equal(symlink(outside, in(f, "site")), 0);
    assert_int_equal(commit(f, "site/x", "1", END), PUBLISH_REFUSED);
    assert_says(f, "/out/site", "a symbolic link");
    assert_false(publish_fs_exists(AT_FDCWD, arena_printf(f->arena, "%s/x", outside)));
    assert_string_equal(get(f, "a"), "1");

    /* in place of a file that is no longer made: the link stays, and what it names */
    put(f, "../outside/target", "by hand");
    unlink(in(f, "a"));
    unlink(in(f, "site"));
    assert_int_equal(symlink("../outside/target", in(f, "a")), 0);
    assert_int_equal(commit(f, "a", "2", END), PUBLISH_REFUSED);
    assert_int_equal(commit(f, "b", "2", END), PUBLISH_DONE);
    assert_true(exists(f, "a"));
    assert_string_equal(get(f, "../outside/target"), "by hand");
}

static void test_program_faults(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(commit(f, "a", "1", "a", "2", "../b", "3", END), PUBLISH_REFUSED);
    assert_says(f, "\"a\"", "[publish-twice]");
    assert_says(f, "\"../b\"", "[publish-bad-path]");
    assert_int_equal(commit(f, "a/b", "1", "a", "2", END), PUBLISH_REFUSED);
    assert_says(f, "\"a/b\"", "[publish-bad-path]");
    assert_false(exists(f, "a"));
}

static void test_output_cannot_be_made(void **state)
{
    struct fixture *f = *state;
    put(f, "../file", "x");
    snprintf(f->out, sizeof f->out, "%s/file/out", f->root);
    assert_int_equal(commit(f, "a", "1", END), PUBLISH_FAILED);
    assert_says(f, "/file/out", strerror(ENOTDIR));
}

static void test_output_folder_is_made(void **state)
{
    struct fixture *f = *state;
    snprintf(f->out, sizeof f->out, "%s/deep/er/out/", f->root);
    assert_int_equal(commit(f, "a", "1", END), PUBLISH_DONE);
    assert_string_equal(get(f, "a"), "1");
}

/* A full disk, as far as a process can be made to see one: no file may pass 4096 bytes. */
static void test_full_disk(void **state)
{
    struct fixture *f = *state;
    struct rlimit before, limit;
    char *big = arena_alloc(f->arena, 20001);
    memset(big, 'x', 20000);
    commit(f, "a", "1", "b", "1", END);
    getrlimit(RLIMIT_FSIZE, &before);
    limit = before;
    limit.rlim_cur = 4096;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    enum publish_result r = commit(f, "a", "2", "big", big, END);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(r, PUBLISH_FAILED);
    assert_says(f, "/out/big", strerror(EFBIG));
    assert_string_equal(get(f, "a"), "1");
    assert_string_equal(get(f, "b"), "1");
    assert_false(exists(f, "big"));
    assert_tidy(f);
    assert_int_equal(commit(f, "a", "2", "big", big, END), PUBLISH_DONE);
    assert_false(exists(f, "b"));
}

/* Root may write anywhere, so for this test root becomes somebody else. */
static void test_folder_that_may_not_be_written(void **state)
{
    enum { SOMEBODY = 65534 };
    struct fixture *f = *state;
    bool root = geteuid() == 0;
    if (root && (chown(f->root, SOMEBODY, (gid_t)-1) != 0 || seteuid(SOMEBODY) != 0))
        skip();
    enum publish_result first = commit(f, "before", "1", "site/page", "1", END);
    int made = chmod(in(f, "site"), 0555);
    enum publish_result second = commit(f, "before", "2", "site/page", "2", "last", "2", END);
    const char *said = messages(f), *before = get(f, "before"), *page = get(f, "site/page");
    int given_back = chmod(in(f, "site"), 0755);
    enum publish_result third = commit(f, "before", "2", "site/page", "2", END);
    if (root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(first, PUBLISH_DONE);
    assert_int_equal(made, 0);
    assert_int_equal(second, PUBLISH_FAILED);
    assert_non_null(strstr(said, "/out/site/page: error: cannot write: "));
    assert_non_null(strstr(said, strerror(EACCES)));
    assert_string_equal(before, "1");
    assert_string_equal(page, "1");
    assert_false(exists(f, "last"));
    assert_int_equal(given_back, 0);
    assert_int_equal(third, PUBLISH_DONE);
    assert_string_equal(get(f, "site/page"), "2");
    assert_tidy(f);
}

static struct commit *begin(struct fixture *f)
{
    struct publish *p = publish_new(f->arena);
    f->diags = diags_new(f->arena);
    assert_int_equal(publish_open(p, f->out, f->diags), PUBLISH_DONE);
    publish_add(p, "changed", "2", 1);
    publish_add(p, "new/page", "2", 1);
    publish_add(p, "was/folder", "2", 1);
    assert_true(publish_plan(p->commit));
    return p->commit;
}

enum { OPERATIONS = 6 }; /* removals: gone/page, was; writes: three; the manifest */

static void assert_first_edition(struct fixture *f)
{
    assert_string_equal(get(f, "changed"), "1");
    assert_string_equal(get(f, "gone/page"), "1");
    assert_string_equal(get(f, "was"), "1");
    assert_false(exists(f, "new"));
    assert_string_equal(get(f, "foreign"), "by hand");
}

/* A commit that ends after each of its steps, as by a power cut, is taken back by the next. */
static void test_interrupted_commit_is_undone(void **state)
{
    struct fixture *f = *state;
    for (size_t steps = 0; steps <= OPERATIONS; steps++) {
        snprintf(f->out, sizeof f->out, "%s/out%zu", f->root, steps);
        commit(f, "changed", "1", "gone/page", "1", "was", "1", END);
        put(f, "foreign", "by hand");
        struct commit *c = begin(f);
        assert_int_equal(c->operations.n, OPERATIONS);
        assert_true(publish_apply_begin(c));
        for (size_t i = 0; i < steps; i++)
            assert_true(publish_apply_operation(c, i));
        publish_commit_close(c);
        assert_true(exists(f, ".accord/journal"));

        /* The same content again: it is there already, once all was put back. */
        assert_int_equal(commit(f, "changed", "1", "gone/page", "1", "was", "1", END),
                         PUBLISH_DONE);
        assert_says(f, f->out, "[publish-recovered]");
        assert_int_equal(f->counts.unchanged, 3);
        assert_int_equal(f->counts.written, 0);
        assert_first_edition(f);
        assert_tidy(f);
    }
}

/* An error in the middle puts back what was done before it. */
static void test_failing_operation_is_undone(void **state)
{
    struct fixture *f = *state;
    for (size_t at = 0; at < OPERATIONS; at++) {
        snprintf(f->out, sizeof f->out, "%s/out%zu", f->root, at);
        commit(f, "changed", "1", "gone/page", "1", "was", "1", END);
        put(f, "foreign", "by hand");
        struct commit *c = begin(f);
        assert_true(publish_apply_begin(c));
        for (size_t i = 0; i < at; i++)
            assert_true(publish_apply_operation(c, i));
        publish_fs_empty(c->state, "new"); /* what is left cannot be moved to its place */
        if (at < 2)
            unlinkat(c->dir, c->operations.p[at].path, 0);
        assert_false(publish_apply_operation(c, at));
        assert_says(f, f->out, "[publish-io]");
        if (at < 2)
            put(f, c->operations.p[at].path, "1");
        assert_true(publish_apply_undo(c));
        publish_commit_close(c);
        assert_first_edition(f);
        assert_tidy(f);
    }
}

static void test_edit_after_a_crash_is_kept(void **state)
{
    struct fixture *f = *state;
    commit(f, "changed", "1", "gone/page", "1", "was", "1", END);
    struct commit *c = begin(f);
    assert_true(publish_apply_begin(c));
    for (size_t i = 0; i < OPERATIONS; i++)
        assert_true(publish_apply_operation(c, i));
    publish_commit_close(c);
    put(f, "changed", "by hand");
    assert_int_equal(commit(f, "changed", "3", END), PUBLISH_DONE);
    assert_string_equal(get(f, "changed"), "3");
    assert_string_equal(kept(f, "changed", "by hand"), "by hand");
}

static void test_staged_leftovers_are_dropped(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    put(f, ".accord/new/0", "half");
    put(f, ".accord/journal.new", "half");
    assert_int_equal(commit(f, "a", "2", END), PUBLISH_DONE);
    assert_string_equal(get(f, "a"), "2");
    assert_string_equal(messages(f), "");
    assert_tidy(f);
}

static void test_bad_journal_and_manifest(void **state)
{
    struct fixture *f = *state;
    commit(f, "a", "1", END);
    put(f, "../victim", "by hand");
    put(f, ".accord/journal", "1 - ../victim\n");
    assert_int_equal(commit(f, "a", "2", END), PUBLISH_FAILED);
    assert_says(f, ".accord/journal", "[publish-io]");
    assert_string_equal(get(f, "a"), "1");
    unlink(in(f, ".accord/journal"));

    put(f, ".accord/manifest", "accord-manifest 1\nnothing like a hash ../victim\n");
    assert_int_equal(commit(f, "a", "2", END), PUBLISH_REFUSED);
    assert_says(f, ".accord/manifest", "[publish-manifest]");
    assert_string_equal(get(f, "../victim"), "by hand");
    assert_string_equal(get(f, "a"), "1");
}

static void test_second_process_is_turned_away(void **state)
{
    struct fixture *f = *state;
    int ready[2], done[2], status = -1;
    char byte = 0;
    commit(f, "a", "1", END);
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(done), 0);
    pid_t pid = fork();
    if (pid == 0) { /* holds the lock until told */
        bool held = publish_open(publish_new(f->arena), f->out, f->diags) == PUBLISH_DONE;
        bool told = write(ready[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1;
        _exit(held && told ? 0 : 1);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    enum publish_result r = commit(f, "a", "2", END);
    assert_int_equal(write(done[1], &byte, 1), 1);
    waitpid(pid, &status, 0);
    for (int i = 0; i < 2; i++) {
        close(ready[i]);
        close(done[i]);
    }
    assert_int_equal(status, 0);
    assert_int_equal(r, PUBLISH_REFUSED);
    assert_says(f, "/out", "[publish-locked]");
    assert_string_equal(get(f, "a"), "1");
    assert_int_equal(commit(f, "a", "2", END), PUBLISH_DONE);
}

/* Files of a worker, told to the process it came from. */
static void test_workers_stage_files(void **state)
{
    struct fixture *f = *state;
    struct buf told = BUF_INIT;
    int ends[2], status = -1;
    commit(f, "a", "1", "b", "1", END);
    struct publish *p = publish_new(f->arena);
    assert_int_equal(publish_open(p, f->out, diags_new(f->arena)), PUBLISH_DONE);
    publish_add(p, "own", "1", 1);
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        size_t mark = publish_mark(p);
        publish_add(p, "a", "1", 1);
        publish_add(p, "b", "2", 1);
        publish_add(p, "deep/c", "3", 1);
        publish_pack(p, mark, &told);
        _exit(write(ends[1], told.p, told.n) == (ssize_t)told.n ? 0 : 1);
    }
    close(ends[1]);
    char bytes[4096];
    ssize_t n = read(ends[0], bytes, sizeof bytes);
    close(ends[0]);
    waitpid(pid, &status, 0);
    assert_int_equal(status, 0);
    for (int i = 0; i < 2; i++) { /* twice the same is once */
        struct unpack from = unpack_of(bytes, (size_t)n);
        publish_unpack(p, &from);
        assert_true(unpack_ok(&from));
    }
    assert_int_equal(publish_commit(p, &f->counts), PUBLISH_DONE);
    assert_int_equal(f->counts.unchanged, 1);
    assert_int_equal(f->counts.written, 3);
    assert_string_equal(get(f, "a"), "1");
    assert_string_equal(get(f, "b"), "2");
    assert_string_equal(get(f, "deep/c"), "3");
    assert_string_equal(get(f, "own"), "1");
    assert_tidy(f);
}

static void test_abandoned_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct publish *p = publish_new(f->arena);
    assert_int_equal(publish_open(p, f->out, diags_new(f->arena)), PUBLISH_DONE);
    publish_add(p, "a", "1", 1);
    publish_abandon(p);
    assert_false(publish_fs_exists(AT_FDCWD, f->out)); /* it was not there before */
    commit(f, "a", "1", END);
    p = publish_new(f->arena);
    assert_int_equal(publish_open(p, f->out, diags_new(f->arena)), PUBLISH_DONE);
    publish_add(p, "a", "2", 1);
    publish_add(p, "b", "2", 1);
    publish_abandon(p);
    assert_string_equal(get(f, "a"), "1");
    assert_false(exists(f, "b"));
    assert_tidy(f);
    assert_int_equal(commit(f, "a", "3", END), PUBLISH_DONE); /* the lock was given back */
}

static void build_of(struct fixture *f, const char *sum, const char *text)
{
    struct publish *p = publish_new(f->arena);
    struct publish_origin o = {.sum = sum, .said = {"where\nelse\n", "", "fr"}};
    f->diags = diags_new(f->arena);
    assert_int_equal(publish_open(p, f->out, f->diags), PUBLISH_DONE);
    publish_add(p, "a", text, strlen(text));
    publish_add(p, "deep/b", "1", 1);
    publish_set_origin(p, &o);
    assert_int_equal(publish_commit(p, &f->counts), PUBLISH_DONE);
}

static bool is_of(struct fixture *f, const char *sum)
{
    struct publish_origin o = {.sum = sum};
    size_t files = 0;
    if (!publish_stands(f->arena, f->out, &o, &files))
        return false;
    assert_int_equal(files, 2);
    assert_string_equal(o.said[0], "where\nelse\n");
    assert_string_equal(o.said[1], "");
    assert_string_equal(o.said[2], "fr");
    return true;
}

/* Its last two lines go: all that is left is as it was written. */
static void cut_what_is_kept(struct fixture *f)
{
    const char *folder = arena_printf(f->arena, "%s/accord", getenv("XDG_CACHE_HOME"));
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (const struct dirent *e; (e = readdir(dir));) {
        char *text, *path = arena_printf(f->arena, "%s/%s", folder, e->d_name);
        size_t n;
        if (*e->d_name == '.' || !publish_fs_read(AT_FDCWD, path, f->arena, &text, &n))
            continue;
        for (int lines = 0; n > 0 && lines < 3; n--)
            lines += text[n - 1] == '\n';
        assert_int_equal(truncate(path, (off_t)n + 1), 0);
    }
    closedir(dir);
}

static void test_what_stands_is_known_by_its_origin(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    assert_false(is_of(f, "1"));
    build_of(f, "1", "text");
    assert_true(is_of(f, "1"));
    assert_false(is_of(f, "2"));
    build_of(f, "2", "text"); /* made of something else, and the same */
    assert_int_equal(f->counts.unchanged, 2);
    assert_true(is_of(f, "2"));
    assert_false(is_of(f, "1"));

    assert_int_equal(stat(in(f, "a"), &st), 0);
    put(f, "a", "TEXT"); /* as long, and as old by what it says itself */
    const struct timespec times[2] = {st.st_atim, st.st_mtim};
    assert_int_equal(utimensat(AT_FDCWD, in(f, "a"), times, 0), 0);
    assert_false(is_of(f, "2"));
    build_of(f, "2", "text");
    assert_string_equal(get(f, "a"), "text");
    assert_false(is_of(f, "2")); /* that it was edited would not be said again */
    build_of(f, "2", "text");
    assert_true(is_of(f, "2"));

    unlink(in(f, "deep/b"));
    assert_false(is_of(f, "2"));
    commit(f, "a", "text", "deep/b", "1", END); /* of nobody knows what */
    assert_false(is_of(f, "2"));
    build_of(f, "2", "text");
    put(f, ".accord/journal", "");
    assert_false(is_of(f, "2"));
    unlink(in(f, ".accord/journal"));
    assert_true(is_of(f, "2"));
    cut_what_is_kept(f);
    assert_false(is_of(f, "2"));
    build_of(f, "2", "text");
    assert_true(is_of(f, "2"));
    unsetenv("XDG_CACHE_HOME"); /* there is no place for it: all is read */
    unsetenv("HOME");
    assert_false(is_of(f, "2"));
    build_of(f, "2", "other");
    assert_string_equal(get(f, "a"), "other");
}

static void test_manifest_is_sorted(void **state)
{
    struct fixture *f = *state;
    commit(f, "b", "abc", "a/z", "", END);
    assert_string_equal(
        get(f, ".accord/manifest"),
        "accord-manifest 1\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 a/z\n"
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad b\n");
}

static void test_public_and_internal_stand_apart(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(commit(f, "a", "1", END), PUBLISH_DONE);
    assert_int_equal(commit_internal(f, "a", "2", END), PUBLISH_REFUSED);
    assert_says(f, "/out", "this folder holds a public build");
    assert_string_equal(get(f, "a"), "1");
    assert_int_equal(commit(f, "a", "3", END), PUBLISH_DONE);

    snprintf(f->out, sizeof f->out, "%s/inside", f->root);
    assert_int_equal(commit_internal(f, "a", "1", END), PUBLISH_DONE);
    assert_int_equal(commit_internal(f, "a", "2", END), PUBLISH_DONE);
    assert_int_equal(commit(f, "a", "3", END), PUBLISH_REFUSED);
    assert_says(f, "/inside", "this folder holds an internal build");
    assert_string_equal(get(f, "a"), "2");
}

static void test_clashes_are_found_before(void **state)
{
    struct fixture *f = *state;
    const char *root = f->root;
    int error = -1;
    assert_null(publish_clash(f->arena, f->out, true, &error)); /* is not there yet */
    commit(f, "site/a", "1", END);
    assert_null(publish_clash(f->arena, f->out, false, &error));
    assert_string_equal(publish_clash(f->arena, f->out, true, &error), f->out);
    assert_non_null(publish_clash(f->arena, in(f, "site"), true, &error));
    assert_non_null(publish_clash(f->arena, in(f, "not/there/yet"), true, &error));
    assert_null(publish_clash(f->arena, in(f, "site"), false, &error));
    assert_null(publish_clash(f->arena, root, true, &error));

    snprintf(f->out, sizeof f->out, "%s/inside", root);
    commit_internal(f, "a", "1", END);
    assert_null(publish_clash(f->arena, f->out, true, &error));
    assert_string_equal(publish_clash(f->arena, f->out, false, &error), f->out);
    assert_string_equal(publish_clash(f->arena, root, false, &error), f->out); /* it would go with it */
    assert_null(publish_clash(f->arena, root, true, &error));
    assert_int_equal(error, 0);
}

/* Where the list of what accord made is there and cannot be read, nobody can say. */
static void test_clashes_that_cannot_be_known_are_told(void **state)
{
    struct fixture *f = *state;
    int error = 0;
    commit(f, "a", "1", END);
    assert_int_equal(unlink(in(f, ".accord/manifest")), 0);
    assert_int_equal(symlink("manifest", in(f, ".accord/manifest")), 0);
    assert_string_equal(publish_clash(f->arena, f->out, true, &error), f->out);
    assert_int_equal(error, ELOOP);
    assert_non_null(publish_clash(f->arena, in(f, "not/there/yet"), true, &error));
    assert_int_equal(error, ELOOP);
    assert_null(publish_clash(f->arena, f->out, false, &error)); /* its commit tells */
    assert_int_equal(commit(f, "a", "2", END), PUBLISH_FAILED);
    assert_says(f, ".accord/manifest", "cannot read");
    assert_non_null(publish_clash(f->arena, f->root, false, &error)); /* it would go with it */
    assert_int_equal(error, ELOOP);

    assert_int_equal(unlink(in(f, ".accord/manifest")), 0);
    assert_int_equal(mkdir(in(f, ".accord/manifest"), 0700), 0);
    assert_non_null(publish_clash(f->arena, f->out, true, &error));
    assert_int_equal(error, EISDIR);
}

/* --- files of the content --- */

static enum publish_result write_texts(struct fixture *f, const struct publish_text *file, size_t n)
{
    f->diags = diags_new(f->arena);
    return publish_texts(f->arena, f->diags, file, n);
}

/* Something that was staged for a file, and was not taken away. */
static bool has_leftovers(struct fixture *f, const char *folder)
{
    static const char tail[] = ".accord-new";
    DIR *dir = opendir(in(f, folder));
    bool found = false;
    for (struct dirent *e; dir && (e = readdir(dir));) {
        size_t n = strlen(e->d_name);
        found = found || (n > sizeof tail && strcmp(e->d_name + n + 1 - sizeof tail, tail) == 0);
    }
    if (dir)
        closedir(dir);
    return found;
}

static void test_texts_come_with_their_folders(void **state)
{
    struct fixture *f = *state;
    struct publish_text file[] = {{in(f, "a/b/x.yaml"), "id: x\n", 6, false, NULL},
                                  {in(f, "a/.gitkeep"), "", 0, false, NULL}};
    assert_int_equal(write_texts(f, file, 2), PUBLISH_DONE);
    assert_string_equal(get(f, "a/b/x.yaml"), "id: x\n");
    assert_true(exists(f, "a/.gitkeep"));
    assert_false(has_leftovers(f, "a/b"));
}

static void test_texts_overwrite_nothing(void **state)
{
    struct fixture *f = *state;
    put(f, "a/x.yaml", "mine");
    struct publish_text file[] = {{in(f, "a/new/y.yaml"), "y", 1, false, NULL},
                                  {in(f, "a/x.yaml"), "theirs", 6, false, NULL}};
    assert_int_equal(write_texts(f, file, 2), PUBLISH_REFUSED);
    assert_true(diags_has(f->diags, DIAG_FILE_EXISTS));
    assert_string_equal(get(f, "a/x.yaml"), "mine");
    assert_false(exists(f, "a/new"));
    file[1].replace = true;
    assert_int_equal(write_texts(f, file, 2), PUBLISH_DONE);
    assert_string_equal(get(f, "a/x.yaml"), "theirs");
}

static void test_texts_are_all_written_or_none(void **state)
{
    struct fixture *f = *state;
    put(f, "a/file", "in the way");
    struct publish_text file[] = {{in(f, "a/one.yaml"), "1", 1, false, NULL},
                                  {in(f, "a/file/two.yaml"), "2", 1, false, NULL}};
    assert_int_equal(write_texts(f, file, 2), PUBLISH_FAILED);
    assert_true(diags_has(f->diags, DIAG_CONTENT_IO));
    assert_false(exists(f, "a/one.yaml"));
    assert_false(has_leftovers(f, "a"));
    assert_string_equal(get(f, "a/file"), "in the way");
}

/* The second cannot be put into place, where a folder was made for the third: what was replaced before is
 * brought back. */
static void test_what_was_replaced_comes_back(void **state)
{
    struct fixture *f = *state;
    put(f, "a/one.yaml", "before");
    struct publish_text file[] = {{in(f, "a/one.yaml"), "after", 5, true, NULL},
                                  {in(f, "a/new"), "2", 1, false, NULL},
                                  {in(f, "a/new/deep.yaml"), "3", 1, false, NULL}};
    assert_int_equal(write_texts(f, file, 3), PUBLISH_FAILED);
    assert_says(f, "a/new", "[content-io]");
    assert_string_equal(get(f, "a/one.yaml"), "before");
    assert_false(exists(f, "a/new"));
    assert_false(has_leftovers(f, "a"));
    assert_int_equal(write_texts(f, file, 1), PUBLISH_DONE);
    assert_string_equal(get(f, "a/one.yaml"), "after");
    assert_false(has_leftovers(f, "a"));
}

/* What was edited after it was read is not lost; a mark of byte order is no edit. */
static void test_what_changed_meanwhile_is_not_replaced(void **state)
{
    struct fixture *f = *state;
    put(f, "a/one.yaml", "edited");
    struct publish_text file[] = {{in(f, "a/new.yaml"), "1", 1, false, NULL},
                                  {in(f, "a/one.yaml"), "after", 5, true, "before"}};
    assert_int_equal(write_texts(f, file, 2), PUBLISH_REFUSED);
    assert_says(f, "a/one.yaml", "[changed-meanwhile]");
    assert_string_equal(get(f, "a/one.yaml"), "edited");
    assert_false(exists(f, "a/new.yaml"));
    put(f, "a/one.yaml", "\xEF\xBB\xBF" "before");
    assert_int_equal(write_texts(f, file, 2), PUBLISH_DONE);
    assert_string_equal(get(f, "a/one.yaml"), "after");
}

/* A folder, or what others write to, is not replaced by a file. */
static void test_what_is_no_file_is_not_replaced(void **state)
{
    struct fixture *f = *state;
    put(f, "a/folder/x", "in the way");
    struct publish_text file[] = {{in(f, "a/new.yaml"), "1", 1, false, NULL}, {in(f, "a/folder"), "2", 1, true, NULL}};
    assert_int_equal(write_texts(f, file, 2), PUBLISH_REFUSED);
    assert_says(f, "a/folder", "[not-replaced]");
    assert_false(exists(f, "a/new.yaml"));
    assert_string_equal(get(f, "a/folder/x"), "in the way");
}

/* How a process ends that writes so many files and gets a signal once it has begun. */
static int end_of_writing(struct fixture *f, int signal, size_t n, bool ignored)
{
    int status = -1;
    pid_t pid = fork();
    if (pid == 0) {
        struct publish_text *file = ARENA_ARRAY(f->arena, struct publish_text, n);
        struct sigaction how = {.sa_handler = ignored ? SIG_IGN : SIG_DFL};
        for (size_t i = 0; i < n; i++)
            file[i] = (struct publish_text){in(f, arena_printf(f->arena, "c/%zu.yaml", i)), "x", 1,
                                            false, NULL};
        sigaction(signal, &how, NULL);
        pid_t self = getpid(), killer = fork();
        if (killer == 0) { /* once writing has begun */
            for (int i = 0; i < 50000 && !has_leftovers(f, "c"); i++)
                nanosleep(&(struct timespec){.tv_nsec = 50000}, NULL);
            kill(self, signal);
            _exit(0);
        }
        _exit(write_texts(f, file, n) == PUBLISH_DONE ? 0 : 1);
    }
    waitpid(pid, &status, 0);
    return status;
}

static void test_texts_are_all_written_or_none_when_ended(void **state)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
        int status = end_of_writing(f, ending[i], 4000, false);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), ending[i]);
        assert_false(exists(f, "c")); /* neither files nor what was staged */
    }
}

static void test_leftovers_of_the_killed_are_removed(void **state)
{
    struct fixture *f = *state;
    struct publish_text file = {in(f, "c/x.yaml"), "x", 1, false, NULL};
    struct timespec old[] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    put(f, "c/.old.yaml.accord-new", "half");
    put(f, "c/.under-way.yaml.accord-new", "half");
    put(f, "c/old.accord-new", "of somebody");
    assert_int_equal(utimensat(AT_FDCWD, in(f, "c/.old.yaml.accord-new"), old, 0), 0);
    assert_int_equal(utimensat(AT_FDCWD, in(f, "c/old.accord-new"), old, 0), 0);
    assert_int_equal(write_texts(f, &file, 1), PUBLISH_DONE);
    assert_false(exists(f, "c/.old.yaml.accord-new"));
    assert_true(exists(f, "c/.under-way.yaml.accord-new")); /* by another process */
    assert_true(exists(f, "c/old.accord-new"));
}

static void test_ignored_signals_end_nothing(void **state)
{
    struct fixture *f = *state;
    int status = end_of_writing(f, SIGHUP, 200, true);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_true(exists(f, "c/199.yaml"));
    assert_false(has_leftovers(f, "c"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sha256),
        cmocka_unit_test(test_paths),
        TEST(test_texts_are_all_written_or_none_when_ended),
        TEST(test_ignored_signals_end_nothing),
        TEST(test_leftovers_of_the_killed_are_removed),
        TEST(test_writes_a_tree),
        TEST(test_unchanged_files_are_not_touched),
        TEST(test_nothing_to_do_writes_nothing),
        TEST(test_removes_what_it_made),
        TEST(test_a_part_keeps_the_rest),
        TEST(test_a_part_is_made_whole),
        TEST(test_what_may_not_stay_refuses_all),
        TEST(test_foreign_file_refuses_all),
        TEST(test_paths_that_only_capitals_tell_apart_refuse_all),
        TEST(test_foreign_file_with_the_same_bytes_is_taken_over),
        TEST(test_edited_files_are_kept),
        TEST(test_folder_in_the_way),
        TEST(test_file_where_a_folder_is_wanted),
        TEST(test_file_where_a_folder_should_be),
        TEST(test_own_folder_becomes_file_and_back),
        TEST(test_symbolic_links),
        TEST(test_program_faults),
        TEST(test_output_cannot_be_made),
        TEST(test_output_folder_is_made),
        TEST(test_full_disk),
        TEST(test_folder_that_may_not_be_written),
        TEST(test_interrupted_commit_is_undone),
        TEST(test_failing_operation_is_undone),
        TEST(test_edit_after_a_crash_is_kept),
        TEST(test_staged_leftovers_are_dropped),
        TEST(test_bad_journal_and_manifest),
        TEST(test_second_process_is_turned_away),
        TEST(test_workers_stage_files),
        TEST(test_abandoned_leaves_nothing),
        TEST(test_what_stands_is_known_by_its_origin),
        TEST(test_manifest_is_sorted),
        TEST(test_public_and_internal_stand_apart),
        TEST(test_clashes_are_found_before),
        TEST(test_clashes_that_cannot_be_known_are_told),
        TEST(test_texts_come_with_their_folders),
        TEST(test_texts_overwrite_nothing),
        TEST(test_texts_are_all_written_or_none),
        TEST(test_what_was_replaced_comes_back),
        TEST(test_what_changed_meanwhile_is_not_replaced),
        TEST(test_what_is_no_file_is_not_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
