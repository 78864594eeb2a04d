#include "base/arena.h"
#include "font/font.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <hb-ot.h>
#include <hb.h>

#include <cmocka.h>

static struct fonts *carlito(struct arena *a)
{
    const char *families[] = {"Carlito", NULL};
    struct fonts *f = fonts_open(a, diags_new(a), families, (struct place){NULL, 0, 0, 0});
    assert_non_null(f);
    return f;
}

static size_t glyphs_of(struct fonts *f, const char *text, unsigned *id)
{
    struct font_style style = {.lang = "es"};
    const struct shaped *s = font_shape(f, style, false, text, strlen(text));
    for (size_t i = 0; i < s->run[0].n; i++)
        id[i] = s->run[0].glyph[i].id;
    return s->run[0].n;
}

static hb_font_t *reparsed(const void *data, size_t bytes)
{
    hb_blob_t *blob = hb_blob_create(data, (unsigned)bytes, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, (int)hb_face_get_upem(face), (int)hb_face_get_upem(face));
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return font;
}

static bool has_table(hb_font_t *font, const char *tag)
{
    hb_blob_t *t = hb_face_reference_table(hb_font_get_face(font), hb_tag_from_string(tag, 4));
    bool has = hb_blob_get_length(t) > 0;
    hb_blob_destroy(t);
    return has;
}

static void a_subset_draws_the_same_glyphs(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct fonts *f = carlito(a);
    const struct font_face *face = fonts_face(f, FONT_REGULAR);
    unsigned id[32];
    size_t n = glyphs_of(f, "Misión ñandú áéíóú", id), bytes;
    bool cff = true;
    const void *data = font_subset(a, face, id, n, &bytes, &cff);
    assert_non_null(data);
    assert_false(cff);
    assert_true(bytes > 1000 && bytes < 60000); /* the whole file has over 700 kB */

    hb_blob_t *whole = hb_blob_create_from_file(face->file);
    unsigned whole_bytes;
    const char *whole_data = hb_blob_get_data(whole, &whole_bytes);
    hb_font_t *before = reparsed(whole_data, whole_bytes), *after = reparsed(data, bytes);
    for (size_t i = 0; i < n; i++) { /* ids, boxes and advances as before */
        hb_glyph_extents_t x, y;
        assert_true(hb_font_get_glyph_extents(before, id[i], &x));
        assert_true(hb_font_get_glyph_extents(after, id[i], &y));
        assert_memory_equal(&x, &y, sizeof x);
        assert_int_equal(hb_font_get_glyph_h_advance(after, id[i]),
                         hb_font_get_glyph_h_advance(before, id[i]));
    }
    unsigned acute;
    assert_int_equal(glyphs_of(f, "á", &acute), 1);
    hb_glyph_extents_t box;
    assert_true(hb_font_get_glyph_extents(after, acute, &box)); /* a composite of a and accent */
    assert_true(box.height < 0 && box.y_bearing > face->x_height);
    hb_font_destroy(before);
    hb_font_destroy(after);
    hb_blob_destroy(whole);
    arena_free(a);
}

static void a_subset_holds_what_a_pdf_needs(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct fonts *f = carlito(a);
    unsigned id[8];
    size_t n = glyphs_of(f, "abc", id), bytes;
    bool cff;
    const void *data = font_subset(a, fonts_face(f, FONT_BOLD), id, n, &bytes, &cff);
    hb_font_t *font = reparsed(data, bytes);
    static const char *const needed[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
    static const char *const dropped[] = {"GSUB", "GPOS", "GDEF", "name", "post", "fpgm", "prep"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        assert_true(has_table(font, needed[i]));
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        assert_false(has_table(font, dropped[i]));
    hb_glyph_extents_t box;
    assert_true(hb_font_get_glyph_extents(font, 0, &box) && box.width > 0); /* .notdef */
    hb_font_destroy(font);
    arena_free(a);
}

static void the_same_glyphs_give_the_same_bytes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct font_face *face = fonts_face(carlito(a), FONT_ITALIC);
    size_t one_bytes, two_bytes;
    bool cff;
    const void *one = font_subset(a, face, (const unsigned[]){3, 40, 67}, 3, &one_bytes, &cff);
    const void *two = font_subset(a, face, (const unsigned[]){67, 3, 40, 3}, 4, &two_bytes, &cff);
    assert_int_equal(one_bytes, two_bytes);
    assert_memory_equal(one, two, one_bytes);
    assert_non_null(font_subset(a, face, NULL, 0, &one_bytes, &cff));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_subset_draws_the_same_glyphs),
        cmocka_unit_test(a_subset_holds_what_a_pdf_needs),
        cmocka_unit_test(the_same_glyphs_give_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
