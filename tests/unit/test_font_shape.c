#include "base/arena.h"
#include "base/buf.h"
#include "font/font.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct world {
    struct arena *arena;
    struct fonts *fonts;
};

static int set_up(void **state)
{
    static struct world w;
    w.arena = arena_new();
    const char *families[] = {"Carlito", "DejaVu Sans", NULL};
    w.fonts = fonts_open(w.arena, diags_new(w.arena), families, (struct place){NULL, 0, 0, 0});
    *state = &w;
    return w.fonts ? 0 : -1;
}

static int tear_down(void **state)
{
    arena_free(((struct world *)*state)->arena);
    return 0;
}

static const struct shaped *shape(struct world *w, const char *text, const char *lang, bool rtl)
{
    return font_shape(w->fonts, (struct font_style){.lang = lang}, rtl, text, strlen(text));
}

static int64_t width(struct world *w, const char *text, bool tabular)
{
    struct font_style style = {.lang = "es", .tabular = tabular};
    return font_width(w->fonts, style, false, text, strlen(text), 10000);
}

static void pairs_are_kerned_and_ligatures_formed(void **state)
{
    struct world *w = *state;
    assert_true(width(w, "AV", false) < width(w, "A", false) + width(w, "V", false));
    const struct shaped *fi = shape(w, "fi", "en", false);
    assert_int_equal(fi->n, 1);
    assert_int_equal(fi->run[0].n, 1); /* one glyph for both letters */
    assert_int_equal(fi->run[0].glyph[0].cluster, 0);
    assert_int_equal(fi->run[0].to, 2);
    assert_int_equal(shape(w, "if", "en", false)->run[0].n, 2);
}

static void widths_are_exact(void **state)
{
    struct world *w = *state;
    const struct font_face *face = fonts_face(w->fonts, FONT_REGULAR);
    /* the advance Carlito's hmtx has for A: 1185 of 2048, at 10 pt 5.786 pt */
    assert_int_equal(shape(w, "A", "es", false)->run[0].glyph[0].advance, 1185);
    assert_int_equal(width(w, "A", false), 5786);
    assert_int_equal(font_scale(face, 1185, 10000), 5786);
    assert_int_equal(font_scale(face, -1024, 11000), -5500);
    assert_int_equal(font_scale(face, 1, 1024), 1); /* a half goes away from zero */
    assert_int_equal(font_glyph_advance(face, shape(w, "A", "es", false)->run[0].glyph[0].id),
                     1185);
    assert_int_equal(width(w, "", false), 0);
}

static void tabular_figures_have_one_width(void **state)
{
    struct world *w = *state;
    int64_t one = width(w, "1", true);
    for (char digit = '0'; digit <= '9'; digit++)
        assert_int_equal(width(w, (char[]){digit, '\0'}, true), one);
    /* in prose each has its own */
    assert_true(width(w, "1", false) < width(w, "0", false));
    /* and no kerning comes between them */
    struct font_style style = {.lang = "es", .tabular = true};
    const struct shaped *s = font_shape(w->fonts, style, false, "1174", 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(s->run[0].glyph[i].advance, s->run[0].glyph[0].advance);
}

static void weights_are_different_faces(void **state)
{
    struct world *w = *state;
    struct font_style bold = {.weight = FONT_BOLD, .lang = "es"};
    const struct shaped *s = font_shape(w->fonts, bold, false, "Resumen", 7);
    assert_ptr_equal(s->run[0].face, fonts_face(w->fonts, FONT_BOLD));
    assert_int_not_equal(font_width(w->fonts, bold, false, "Resumen", 7, 10000),
                         width(w, "Resumen", false));
}

static void composed_and_decomposed_letters_are_one_glyph(void **state)
{
    struct world *w = *state;
    const struct shaped *one = shape(w, "\xC3\xA1", "es", false);
    const struct shaped *two = shape(w, "a\xCC\x81", "es", false);
    assert_int_equal(two->run[0].n, 1);
    assert_int_equal(two->run[0].glyph[0].id, one->run[0].glyph[0].id);
    assert_false(two->missing);
}

static void signs_of_the_series_have_glyphs(void **state)
{
    struct world *w = *state;
    static const char *const texts[] = {
        "áéíóúüñÁÉÍÓÚÜÑ¿¡ºª", "àâçèéêëîïôùûüœæÀÇÉ«»", "Организация «МСЭ» № 17 — ё",
        "–—‘’“”…•§°±×€£¥", "12\xE2\x80\xAF" "345\xC2\xA0%", "\xE2\x88\x92" "5", "a\xE2\x80\x91" "b",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct shaped *s = shape(w, texts[i], "es", false);
        assert_false(s->missing);
        assert_int_equal(s->n, 1);
        assert_ptr_equal(s->run[0].face, fonts_face(w->fonts, FONT_REGULAR));
    }
}

static void hyphens_of_all_kinds_look_like_the_plain_one(void **state)
{
    struct world *w = *state;
    unsigned plain = shape(w, "-", "es", false)->run[0].glyph[0].id;
    assert_int_equal(shape(w, "\xE2\x80\x90", "es", false)->run[0].glyph[0].id, plain);
    assert_int_equal(shape(w, "\xE2\x80\x91", "es", false)->run[0].glyph[0].id, plain);
}

static void characters_that_print_nothing_have_no_glyph(void **state)
{
    struct world *w = *state;
    const struct shaped *s = shape(w, "92\xE2\x80\x8E%\xE2\x80\x8E", "ar", false);
    assert_false(s->missing);
    assert_int_equal(s->run[0].n, 3);
    assert_int_equal(width(w, "re\xC2\xAD" "cursos", false), width(w, "recursos", false));
}

/* What goes lends its place to its neighbour, which must still find a face. */
static void marks_of_direction_leave_letters_their_glyphs(void **state)
{
    struct world *w = *state;
    static const char *const texts[] = {
        "\xE2\x80\x8Fعام", "عام\xE2\x80\x8F", "ع\xE2\x80\x8Fام",
        "\xE2\x80\x8Eعام 2 \xE2\x80\x8Fعام", "\xE2\x80\x8F\xE2\x80\x8Fع",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int rtl = 0; rtl < 2; rtl++) {
            const struct shaped *s = shape(w, texts[i], "ar", rtl);
            assert_false(s->missing);
            for (size_t r = 0; r < s->n; r++)
                for (size_t g = 0; g < s->run[r].n; g++)
                    assert_int_not_equal(s->run[r].glyph[g].id, 0);
        }
}

static void fallback_begins_a_new_run(void **state)
{
    struct world *w = *state;
    const struct shaped *s = shape(w, "a\xE2\x98\x83 b", "en", false); /* a snowman */
    assert_false(s->missing);
    assert_int_equal(s->n, 3);
    assert_string_equal(s->run[0].face->family, "Carlito");
    assert_string_equal(s->run[1].face->family, "DejaVu Sans");
    assert_string_equal(s->run[2].face->family, "Carlito");
    assert_int_equal(s->run[1].from, 1);
    assert_int_equal(s->run[1].to, 4);
    assert_int_equal(s->run[1].glyph[0].cluster, 1);
    assert_int_not_equal(s->run[1].glyph[0].id, 0);
    assert_int_equal(s->run[2].from, 4);
    assert_int_equal(s->run[2].n, 2);
}

static void arabic_joins_and_runs_from_right_to_left(void **state)
{
    struct world *w = *state;
    const struct shaped *s = shape(w, "عام", "ar", true);
    assert_false(s->missing);
    assert_int_equal(s->n, 1);
    assert_true(s->run[0].rtl);
    assert_int_equal(s->run[0].n, 3);
    assert_int_equal(s->run[0].glyph[0].cluster, 4); /* the last letter stands leftmost */
    assert_int_equal(s->run[0].glyph[2].cluster, 0);
    /* the first letter has its initial form, not that of a letter alone */
    assert_int_not_equal(s->run[0].glyph[2].id, shape(w, "ع", "ar", true)->run[0].glyph[0].id);
    /* what has no glyph of its own does not hide the letter after it */
    const struct shaped *marked = shape(w, "\xE2\x80\x8F\xD8\xB9\xD8\xA7\xD9\x85", "ar", true);
    assert_false(marked->missing);
    for (size_t r = 0; r < marked->n; r++)
        for (size_t i = 0; i < marked->run[r].n; i++)
            assert_int_not_equal(marked->run[r].glyph[i].id, 0);
    /* runs of several faces are in visual order too */
    const struct shaped *mixed = shape(w, "عام (2)", "ar", true);
    assert_true(mixed->n > 1);
    for (size_t i = 1; i < mixed->n; i++)
        assert_int_equal(mixed->run[i].to, mixed->run[i - 1].from);
}

static void what_no_font_has_is_told(void **state)
{
    struct world *w = *state;
    const struct shaped *s = shape(w, "ab \xF0\x93\x80\x80 \xF0\x93\x80\x81", "en", false);
    assert_true(s->missing); /* hieroglyphs */
    assert_int_equal(s->missing_at, 3);
    assert_int_equal(s->n, 1);
    assert_ptr_equal(s->run[0].face, fonts_face(w->fonts, FONT_REGULAR));
    s = shape(w, "a q\xF0\x9E\xA3\x90 b", "en", false); /* a letter with a mark nobody has */
    assert_true(s->missing);
    assert_int_equal(s->missing_at, 3);
    assert_false(shape(w, "ab", "en", false)->missing);
}

static void results_are_kept(void **state)
{
    struct world *w = *state;
    assert_ptr_equal(shape(w, "acuerdos", "es", false), shape(w, "acuerdos", "es", false));
    assert_ptr_not_equal(shape(w, "acuerdos", "es", false), shape(w, "acuerdos", "en", false));
    assert_ptr_not_equal(shape(w, "acuerdos", "es", false), shape(w, "acuerdos", "es", true));
    /* the text handed in may change afterwards */
    char text[] = "fugaz";
    const struct shaped *s = shape(w, text, "es", false);
    memset(text, 'x', 5);
    assert_memory_equal(s->text, "fugaz", 5);
    assert_int_equal(s->len, 5);
    /* a part of a longer text */
    assert_int_equal(font_shape(w->fonts, (struct font_style){.lang = "es"}, false, "sino", 2)->len,
                     2);
    assert_int_equal(font_shape(w->fonts, (struct font_style){0}, false, "a\0b", 3)->len, 3);
}

/* A text of figures is put together from parts; a NUL keeps it whole. */
static void figures_are_shaped_as_one(void **state)
{
    struct world *w = *state;
    static const char *const texts[] = {"bdt-2024-000123", "12,345.67", "(1 174)", "2024-03-09",
                                        "AV774/11.1", "0", "T77", "77T", "1.1.1.1", "100%"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int k = 0; k < 4; k++) {
            struct font_style style = {.lang = "en", .tabular = k & 1,
                                       .weight = k & 2 ? FONT_BOLD : FONT_REGULAR};
            const struct shaped *s =
                font_shape(w->fonts, style, false, texts[i], strlen(texts[i]));
            struct glyph glyph[32];
            size_t n = s->run->n;
            int64_t all = font_width(w->fonts, style, false, texts[i], strlen(texts[i]), 10000);
            assert_int_equal(s->n, 1);
            assert_in_range(n, 1, 32);
            memcpy(glyph, s->run->glyph, n * sizeof *glyph);
            char ended[33];
            snprintf(ended, sizeof ended, "%s", texts[i]);
            s = font_shape(w->fonts, style, false, ended, strlen(ended) + 1);
            assert_true(s->run->n >= n);
            for (size_t g = 0; g < n; g++) {
                assert_int_equal(glyph[g].id, s->run->glyph[g].id);
                assert_int_equal(glyph[g].cluster, s->run->glyph[g].cluster);
                assert_int_equal(glyph[g].advance, s->run->glyph[g].advance);
                all -= font_scale(s->run->face, glyph[g].advance, 10000);
            }
            assert_in_range(all + 16, 0, 32); /* but for rounding */
        }
}

static void parts_are_as_wide_as_by_themselves(void **state)
{
    struct world *w = *state;
    static const char *const texts[] = {"12,345.67", "AVATAR", "fi", "1,1", "several words of it"};
    struct font_style style = {.lang = "en"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t part = 0; part <= strlen(texts[i]); part++)
            assert_int_equal(font_width_of(w->fonts, style, false, texts[i], strlen(texts[i]),
                                           part, 9000),
                             font_width(w->fonts, style, false, texts[i], part, 9000));
}

/* However many ids a document has: memory holds the newest, and common words stay. */
static void common_words_outlive_ids(void **state)
{
    struct world *w = *state;
    char id[16];
    const struct shaped *s;
    int64_t before = width(w, "acuerdo", false);
    for (int i = 0; i < 70000; i++) {
        snprintf(id, sizeof id, "x%xd", i % 7 ? i : 7); /* letters: not put together */
        s = shape(w, id, "es", false);
        assert_memory_equal(s->text, id, s->len);
        if (i % 1000)
            continue;
        s = shape(w, "acuerdo", "es", false);
        assert_int_equal(s->run[0].n, 7);
        assert_int_equal(s->run[0].glyph[6].cluster, 6);
        assert_int_equal(width(w, "acuerdo", false), before);
    }
}

/* Fonts kern with the space: what is put together from words is as if shaped in one. */
static void texts_of_many_words_are_shaped_as_one(void **state)
{
    struct world *w = *state;
    /* a NUL keeps a text whole */
    static const char text[] = "To AVATAR: (10) Vif, Tokyo's fi  ligatures. \0";
    struct font_style style = {.lang = "en"};
    const struct shaped *whole = font_shape(w->fonts, style, false, text, sizeof text - 1);
    for (int round = 0; round < 2; round++) {
        const struct shaped *s = font_shape(w->fonts, style, false, text, strlen(text));
        assert_int_equal(s->n, 1);
        assert_int_equal(s->run[0].to, strlen(text));
        for (size_t i = 0; i < s->run[0].n; i++) {
            assert_int_equal(s->run[0].glyph[i].id, whole->run[0].glyph[i].id);
            assert_int_equal(s->run[0].glyph[i].cluster, whole->run[0].glyph[i].cluster);
            assert_int_equal(s->run[0].glyph[i].advance, whole->run[0].glyph[i].advance);
        }
        assert_int_equal(s->run[0].glyph[s->run[0].n - 1].cluster, strlen(text) - 1);
    }
    const char *mixed = "a text in the first face and \xD8\xB9\xD8\xA7\xD9\x85 in another";
    assert_true(font_shape(w->fonts, style, false, mixed, strlen(mixed))->n > 1);
}

static void bad_bytes_do_no_harm(void **state)
{
    struct world *w = *state;
    const struct shaped *s = shape(w, "a\xFF\xC3", "en", false);
    assert_int_equal(s->len, 3);
    assert_true(s->n >= 1);
}

/* DejaVu Sans has Arabic letters too, but those of the list for Arabic are wanted. */
static void a_script_asks_its_own_list_first(void **state)
{
    (void)state;
    const char *latin[] = {"DejaVu Sans", "Carlito", NULL};
    const char *arabic[] = {"Noto Naskh Arabic", NULL};
    struct arena *a = arena_new();
    struct font_lists lists = {.family = {latin, arabic}};
    struct fonts *f = fonts_open_lists(a, diags_new(a), &lists);
    assert_non_null(f);
    struct font_style style = {.lang = "ar"};
    const char *words = "\xD8\xB4\xD8\xB1\xD8\xA7\xD9\x83\xD8\xA9"; /* partnership */
    for (int w = FONT_REGULAR; w <= FONT_BOLD_ITALIC; w++) {
        style.weight = (enum font_weight)w;
        const struct shaped *s = font_shape(f, style, true, words, strlen(words));
        assert_false(s->missing);
        assert_int_equal(s->n, 1);
        assert_string_equal(s->run[0].face->family, "Noto Naskh Arabic");
    }
    const struct shaped *s = font_shape(f, style, false, "2024", 4);
    assert_string_equal(s->run[0].face->family, "DejaVu Sans"); /* figures are of no script */
    lists.family[FONT_ARABIC] = NULL; /* the other lists fill the gap */
    f = fonts_open_lists(a, diags_new(a), &lists);
    s = font_shape(f, (struct font_style){.lang = "ar"}, true, words, strlen(words));
    assert_string_equal(s->run[0].face->family, "DejaVu Sans");
    assert_string_equal(fonts_named_in(f, words), "site.yaml");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_asks_its_own_list_first),
        cmocka_unit_test(pairs_are_kerned_and_ligatures_formed),
        cmocka_unit_test(widths_are_exact),
        cmocka_unit_test(tabular_figures_have_one_width),
        cmocka_unit_test(weights_are_different_faces),
        cmocka_unit_test(composed_and_decomposed_letters_are_one_glyph),
        cmocka_unit_test(signs_of_the_series_have_glyphs),
        cmocka_unit_test(hyphens_of_all_kinds_look_like_the_plain_one),
        cmocka_unit_test(characters_that_print_nothing_have_no_glyph),
        cmocka_unit_test(fallback_begins_a_new_run),
        cmocka_unit_test(arabic_joins_and_runs_from_right_to_left),
        cmocka_unit_test(what_no_font_has_is_told),
        cmocka_unit_test(results_are_kept),
        cmocka_unit_test(common_words_outlive_ids),
        cmocka_unit_test(figures_are_shaped_as_one),
        cmocka_unit_test(parts_are_as_wide_as_by_themselves),
        cmocka_unit_test(marks_of_direction_leave_letters_their_glyphs),
        cmocka_unit_test(texts_of_many_words_are_shaped_as_one),
        cmocka_unit_test(bad_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
