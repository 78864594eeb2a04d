/* Files as they come: with a BOM, in other encodings, and the lists of a folder. */
#include "unit/folder_fixture.h"

static void a_bom_is_removed(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    const struct source *s =
        input_read(f.a, f.d, folder_put(&f, "a.yaml", "\xEF\xBB\xBFid: x\r\n"));
    assert_string_equal(s->text, "id: x\r\n");
    assert_int_equal(s->len, 7);
    assert_string_equal(folder_said(&f), "");
    folder_close(&f);
}

static void other_encodings_are_reported(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    assert_null(input_read(f.a, f.d, folder_put(&f, "latin.yaml", "a: x\nb: \xF1o\n")));
    assert_string_equal(folder_said(&f), "2:4 bad-utf8\n");
    folder_close(&f);
    folder_open(&f);
    assert_null(input_read(f.a, f.d, folder_put_bytes(&f, "wide.yaml", "\xFF\xFEi\0d\0", 6)));
    assert_null(input_read(f.a, f.d, folder_put_bytes(&f, "big.yaml", "\xFE\xFF\0i\0d", 6)));
    assert_null(input_read(f.a, f.d, folder_put_bytes(&f, "bare.yaml", "\0i\0d", 4)));
    assert_string_equal(folder_said(&f), "0:0 utf16-text\n0:0 utf16-text\n0:0 utf16-text\n");
    folder_close(&f);
    folder_open(&f);
    assert_null(input_read(f.a, f.d, folder_put_bytes(&f, "nul.yaml", "id: \0x", 6)));
    assert_string_equal(folder_said(&f), "1:5 not-text\n");
    folder_close(&f);
}

static void a_missing_file_is_reported(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    assert_null(input_read(f.a, f.d, "/nonexistent/a.yaml"));
    assert_string_equal(folder_said(&f), "0:0 file-unreadable\n");
    assert_false(input_exists("/nonexistent"));
    assert_true(input_is_dir(f.path));
    folder_close(&f);
}

static void names_are_sorted_and_backups_skipped(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    folder_put(&f, "b.yaml", "");
    folder_put(&f, "a.yaml", "");
    folder_put(&f, "a-b.yaml", "");
    folder_put(&f, ".hidden.yaml", "");
    folder_put(&f, "c.yaml~", "");
    folder_put(&f, "c.yaml.bak", "");
    folder_put(&f, "#d.yaml", "");
    folder_put(&f, "e.txt", "");
    folder_put(&f, "z/x.yaml", "");
    folder_put(&f, "y.yaml/x", "");
    struct input_list l = input_names(f.a, f.d, f.path, ".yaml");
    assert_int_equal(l.n, 3);
    assert_string_equal(l.name[0], "a-b.yaml");
    assert_string_equal(l.name[1], "a.yaml");
    assert_string_equal(l.name[2], "b.yaml");
    l = input_names(f.a, f.d, f.path, "");
    assert_int_equal(l.n, 2);
    assert_string_equal(l.name[0], "y.yaml");
    assert_string_equal(l.name[1], "z");
    assert_int_equal(input_files(f.a, f.d, f.path).n, 4);
    assert_int_equal(input_names(f.a, f.d, "/nonexistent", ".yaml").n, 0);
    assert_string_equal(folder_said(&f), "");
    folder_close(&f);
}

static void what_is_no_plain_file_is_refused(void **state)
{
    (void)state;
    struct folder f;
    size_t n;
    folder_open(&f);
    char *pipe_path = arena_printf(f.a, "%s/pipe.yaml", f.path);
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    folder_note(&f, pipe_path);
    assert_null(input_read(f.a, f.d, pipe_path));
    assert_null(input_bytes(f.a, f.d, "/dev/zero", &n));
    assert_null(input_read(f.a, f.d, f.path));
    assert_string_equal(folder_said(&f), "0:0 file-unreadable\n0:0 file-unreadable\n"
                                         "0:0 file-unreadable\n");
    folder_close(&f);
}

static void a_folder_that_cannot_be_listed_is_reported(void **state)
{
    (void)state;
    struct folder f;
    folder_open(&f);
    const char *file = folder_put(&f, "partners", "");
    assert_int_equal(input_names(f.a, f.d, file, ".yaml").n, 0);
    assert_string_equal(folder_said(&f), "0:0 file-unreadable\n");
    folder_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bom_is_removed),
        cmocka_unit_test(other_encodings_are_reported),
        cmocka_unit_test(a_missing_file_is_reported),
        cmocka_unit_test(names_are_sorted_and_backups_skipped),
        cmocka_unit_test(what_is_no_plain_file_is_refused),
        cmocka_unit_test(a_folder_that_cannot_be_listed_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
