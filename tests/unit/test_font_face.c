#include "base/arena.h"
#include "font/font.h"
#include "font/font_face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const struct font_face *carlito(struct arena *a, enum font_weight w)
{
    const char *families[] = {"Carlito", NULL};
    struct fonts *f = fonts_open(a, diags_new(a), families, (struct place){NULL, 0, 0, 0});
    assert_non_null(f);
    return fonts_face(f, w);
}

static void measures_come_from_the_tables(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct font_face *regular = carlito(a, FONT_REGULAR);
    assert_int_equal(regular->ascent, 1536);
    assert_int_equal(regular->descent, -512);
    assert_int_equal(regular->line_gap, 452);
    assert_int_equal(regular->italic_angle, 0);
    assert_in_range(regular->cap_height, 1290, 1330);
    assert_in_range(regular->x_height, 960, 1000);
    assert_true(regular->underline_position < 0 && regular->underline_thickness > 0);
    assert_true(regular->bbox[0] < 0 && regular->bbox[1] < 0);
    assert_true(regular->bbox[2] > regular->upem && regular->bbox[3] > regular->ascent);
    const struct font_face *slanted = carlito(a, FONT_BOLD_ITALIC);
    assert_true(slanted->italic_angle < 0 && slanted->italic_angle > -20);
    assert_true(slanted->stem_v > regular->stem_v);
    arena_free(a);
}

static char *read_file(struct arena *a, const char *path, size_t *len)
{
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    assert_int_equal(fseek(in, 0, SEEK_END), 0);
    *len = (size_t)ftell(in);
    rewind(in);
    char *data = arena_alloc(a, *len);
    assert_int_equal(fread(data, 1, *len, in), *len);
    fclose(in);
    return data;
}

static char *write_file(struct arena *a, const void *data, size_t len)
{
    char *path = arena_strdup(a, "/tmp/accord-face-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, data, len), len);
    close(fd);
    return path;
}

static size_t big_endian(const char *p, size_t n)
{
    size_t value = 0;
    while (n-- > 0)
        value = value << 8 | (unsigned char)*p++;
    return value;
}

/* Where OS/2 keeps fsType: found through the file's table directory. */
static size_t fs_type_at(const char *font)
{
    size_t tables = big_endian(font + 4, 2);
    for (size_t i = 0; i < tables; i++)
        if (memcmp(font + 12 + 16 * i, "OS/2", 4) == 0)
            return big_endian(font + 12 + 16 * i + 8, 4) + 8;
    fail_msg("no OS/2 table");
    return 0;
}

static void what_its_maker_forbids_is_not_embedded(void **state)
{
    (void)state;
    static const struct {
        unsigned fs_type;
        bool allowed;
    } rows[] = {{0x0000, true},  {0x0002, false}, {0x0004, true}, {0x0008, true},
                {0x0006, true},  {0x0104, false}, {0x0200, false}};
    struct arena *a = arena_new();
    size_t len;
    char *font = read_file(a, carlito(a, FONT_REGULAR)->file, &len);
    size_t at = fs_type_at(font);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        font[at] = (char)(rows[i].fs_type >> 8);
        font[at + 1] = (char)(rows[i].fs_type & 0xFF);
        char *path = write_file(a, font, len);
        struct face *f = font_face_open(a, path, 0, "Patched");
        assert_non_null(f);
        assert_int_equal(font_allows_embedding(&f->info), rows[i].allowed);
        unlink(path);
    }
    arena_free(a);
}

static void broken_files_are_refused(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    size_t len;
    char *font = read_file(a, carlito(a, FONT_REGULAR)->file, &len);
    assert_null(font_face_open(a, "/nonexistent.ttf", 0, "X"));
    static const size_t cuts[] = {0, 3, 100};
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        char *path = write_file(a, font, cuts[i]);
        assert_null(font_face_open(a, path, 0, "X"));
        unlink(path);
    }
    char *words = write_file(a, "this is no font at all, only words", 34);
    assert_null(font_face_open(a, words, 0, "X"));
    unlink(words);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_come_from_the_tables),
        cmocka_unit_test(what_its_maker_forbids_is_not_embedded),
        cmocka_unit_test(broken_files_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
