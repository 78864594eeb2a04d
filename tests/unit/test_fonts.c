#include "base/arena.h"
#include "base/buf.h"
#include "font/font.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct fonts *open_families(struct arena *a, struct diags *d, const char *first,
                                   const char *second)
{
    const char *families[] = {first, second, NULL};
    return fonts_open(a, d, families, (struct place){NULL, 0, 0, 0});
}

static const char *said(struct arena *a, struct diags *d)
{
    struct buf out = BUF_INIT;
    diags_write(d, &out, (struct diags_print){.format = DIAG_FORMAT_TEXT});
    return buf_to_arena(&out, a);
}

static void four_faces_of_the_first_family(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct fonts *f = open_families(a, d, "Carlito", NULL);
    assert_non_null(f);
    assert_false(diags_failed(d));
    const struct font_face *const *face;
    assert_int_equal(fonts_faces(f, &face), 4);
    static const char *const names[] = {"Carlito", "Carlito-Bold", "Carlito-Italic",
                                        "Carlito-BoldItalic"};
    for (int w = 0; w < 4; w++) {
        const struct font_face *one = fonts_face(f, (enum font_weight)w);
        assert_ptr_equal(one, face[w]);
        assert_int_equal(one->id, w);
        assert_string_equal(one->postscript_name, names[w]);
        assert_string_equal(one->family, "Carlito");
        assert_int_equal(one->bold, w & FONT_BOLD ? 1 : 0);
        assert_int_equal(one->italic, w & FONT_ITALIC ? 1 : 0);
        assert_int_equal(one->upem, 2048);
        assert_true(font_allows_embedding(one));
    }
    arena_free(a);
}

static void what_is_not_installed_is_an_error(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    assert_null(open_families(a, d, "No Such Family 17", "Noto Sans CJK Nowhere"));
    assert_int_equal(diags_count(d, SEVERITY_ERROR), 2); /* both, in one run */
    const char *text = said(a, d);
    assert_non_null(strstr(text, "the font family \"No Such Family 17\" is not installed"));
    assert_non_null(strstr(text, "[font-not-installed]"));

    d = diags_new(a);
    assert_null(open_families(a, d, "carlito", NULL)); /* names are compared exactly */
    assert_non_null(strstr(said(a, d), "did you mean \"Carlito\"?"));

    d = diags_new(a);
    assert_null(open_families(a, d, "Sans", NULL)); /* an alias fontconfig would substitute */
    assert_true(diags_failed(d));

    d = diags_new(a);
    assert_null(open_families(a, d, NULL, NULL));
    assert_non_null(strstr(said(a, d), "[no-fonts]"));
    arena_free(a);
}

/* A folder with one font file of Carlito and a fontconfig that knows no other. */
static char *lone_font(struct arena *a, const char *file)
{
    char *folder = arena_strdup(a, "/tmp/accord-fonts-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(symlink(file, arena_printf(a, "%s/lone.ttf", folder)), 0);
    const char *conf = arena_printf(a, "%s/fonts.conf", folder);
    FILE *out = fopen(conf, "w");
    assert_non_null(out);
    fprintf(out, "<fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir></fontconfig>", folder,
            folder);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(setenv("FONTCONFIG_FILE", conf, 1), 0);
    return folder;
}

static void remove_lone_font(struct arena *a, const char *folder)
{
    unsetenv("FONTCONFIG_FILE");
    assert_int_equal(system(arena_printf(a, "rm -r %s", folder)), 0);
}

static void a_family_without_a_style_is_an_error_only_when_first(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct fonts *all = open_families(a, d, "Carlito", NULL);
    assert_non_null(all);
    char *folder = lone_font(a, fonts_face(all, FONT_BOLD)->file);
    assert_null(open_families(a, d, "Carlito", NULL));
    assert_non_null(strstr(said(a, d), "has no regular face"));
    remove_lone_font(a, folder);

    d = diags_new(a);
    folder = lone_font(a, fonts_face(all, FONT_REGULAR)->file);
    assert_null(open_families(a, d, "Carlito", NULL));
    assert_non_null(strstr(said(a, d), "has no bold face of normal width"));
    d = diags_new(a);
    assert_null(open_families(a, d, "Carlitos", "Carlito"));
    assert_int_equal(diags_count(d, SEVERITY_ERROR), 1); /* the second may be regular only */
    assert_non_null(strstr(said(a, d), "\"Carlitos\" is not installed"));
    remove_lone_font(a, folder);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_faces_of_the_first_family),
        cmocka_unit_test(what_is_not_installed_is_an_error),
        cmocka_unit_test(a_family_without_a_style_is_an_error_only_when_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
