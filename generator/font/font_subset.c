/* Fonts cut down to the glyphs that are shown, by hb-subset. */
#include "font/font_face.h"

#include "base/arena.h"

#include <hb-subset.h>
#include <string.h>

/* What a PDF has no use for: layout (the text is shaped already), names, hints for screens. */
static const char *const unwanted[] = {
    "BASE", "COLR", "CPAL", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "MATH",
    "PCLT", "STAT", "SVG ", "VDMX", "VORG", "gasp", "hdmx", "kern", "kerx", "meta", "morx", "mort",
    "name", "post",
};

static hb_face_t *cut(hb_face_t *face, const unsigned *glyph, size_t n)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    hb_set_add(glyphs, 0);
    for (size_t i = 0; i < n; i++)
        hb_set_add(glyphs, glyph[i]);
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
        hb_set_add(drop, hb_tag_from_string(unwanted[i], 4));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_face_t *subset = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    return subset;
}

const void *font_subset(struct arena *a, const struct font_face *face, const unsigned *glyph,
                        size_t n, size_t *bytes, bool *cff)
{
    hb_face_t *subset = cut(font_face_inside(face)->hb_face, glyph, n);
    if (!subset)
        return NULL;
    hb_blob_t *outlines = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
    *cff = hb_blob_get_length(outlines) > 0;
    hb_blob_destroy(outlines);

    hb_blob_t *blob = hb_face_reference_blob(subset);
    unsigned len;
    const char *data = hb_blob_get_data(blob, &len);
    void *copy = arena_alloc(a, len);
    memcpy(copy, data, len);
    *bytes = len;
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    return copy;
}
