#include "font/font_face.h"

#include "base/arena.h"
#include "base/decimal.h"

#include <hb-ot.h>
#include <string.h>

enum { NAME_BYTES = 128 };

static void close_face(void *p)
{
    struct face *f = p;
    hb_font_destroy(f->hb_font);
    hb_face_destroy(f->hb_face);
}

/* The 16-bit number at an offset of a table, 0 when the table is missing or too short. */
static int table_number(hb_face_t *face, hb_tag_t tag, unsigned offset)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned len;
    const char *data = hb_blob_get_data(blob, &len);
    int n = 0;
    if (len >= offset + 2)
        n = (unsigned char)data[offset] << 8 | (unsigned char)data[offset + 1];
    hb_blob_destroy(blob);
    return n >= 0x8000 ? n - 0x10000 : n;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* A PostScript name: printable, without PDF's delimiters. */
static const char *postscript_name(struct arena *a, hb_face_t *face, const char *family)
{
    char name[NAME_BYTES];
    unsigned n = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &n, name);
    char *clean = arena_strdup(a, n ? name : family);
    for (char *c = clean; *c; c++)
        if (*c <= ' ' || *c > '~' || strchr("()<>[]{}/%#", *c))
            *c = '-';
    return clean;
}

static int metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int otherwise)
{
    hb_position_t value;
    return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

static void read_metrics(struct face *f)
{
    struct font_face *i = &f->info;
    hb_font_t *font = f->hb_font;
    i->ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, i->upem * 4 / 5);
    i->descent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -i->upem / 5);
    i->line_gap = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP, 0);
    i->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, i->upem * 7 / 10);
    i->x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, i->upem / 2);
    i->underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -i->upem / 10);
    i->underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, i->upem / 20);
    for (unsigned k = 0; k < 4; k++)
        i->bbox[k] = table_number(f->hb_face, HB_TAG('h', 'e', 'a', 'd'), 36 + 2 * k);
    /* A 16.16 number; its whole part is the floor, so -9.5 would be -10: near enough for PDF's
     * descriptor, which viewers use only to choose a substitute. */
    i->italic_angle = table_number(f->hb_face, HB_TAG('p', 'o', 's', 't'), 4);
    f->fs_type = (unsigned)table_number(f->hb_face, HB_TAG('O', 'S', '/', '2'), 8) & 0xFFFFu;
    /* No table tells the stem; 1/1000 em by weight class is what PDF writers use. */
    int weight = table_number(f->hb_face, HB_TAG('O', 'S', '/', '2'), 4);
    i->stem_v = 10 + 220 * ((weight >= 100 && weight <= 900 ? weight : 400) - 50) / 900;
}

/* The hyphens of Unicode's general punctuation look like the one of ASCII, and many fonts have
 * only that one. */
static hb_bool_t glyph_or_hyphen(hb_font_t *font, void *plain, hb_codepoint_t c,
                                 hb_codepoint_t *glyph, void *unused)
{
    (void)font;
    (void)unused;
    if (hb_font_get_nominal_glyph(plain, c, glyph))
        return true;
    return (c == 0x2010 || c == 0x2011) && hb_font_get_nominal_glyph(plain, '-', glyph);
}

static void release_font(void *font)
{
    hb_font_destroy(font);
}

static hb_font_t *make_plain(hb_face_t *face)
{
    hb_font_t *plain = hb_font_create(face);
    int upem = (int)hb_face_get_upem(face);
    hb_font_set_scale(plain, upem, upem);
    return plain;
}

static hb_font_t *make_font(hb_font_t *plain)
{
    hb_font_t *font = hb_font_create_sub_font(plain);
    hb_font_funcs_t *funcs = hb_font_funcs_create();
    hb_font_funcs_set_nominal_glyph_func(funcs, glyph_or_hyphen, NULL, NULL);
    hb_font_set_funcs(font, funcs, plain, release_font); /* it holds plain from now on */
    hb_font_funcs_destroy(funcs);
    return font;
}

struct face *font_face_open(struct arena *a, const char *file, unsigned index,
                            const char *family)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
    if (!blob)
        return NULL;
    struct face *f = ARENA_NEW(a, struct face);
    f->hb_face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    f->hb_plain = make_plain(f->hb_face);
    f->hb_font = make_font(f->hb_plain);
    arena_defer(a, close_face, f);
    if (hb_face_get_glyph_count(f->hb_face) == 0 ||
        !(has_table(f->hb_face, HB_TAG('g', 'l', 'y', 'f')) ||
          has_table(f->hb_face, HB_TAG('C', 'F', 'F', ' '))))
        return NULL;
    f->info = (struct font_face){
        .file = arena_strdup(a, file),
        .family = arena_strdup(a, family),
        .postscript_name = postscript_name(a, f->hb_face, family),
        .index = index,
        .upem = (int)hb_face_get_upem(f->hb_face),
    };
    read_metrics(f);
    return f;
}

const struct face *font_face_inside(const struct font_face *info)
{
    return (const struct face *)info;
}

/* Half away from zero, as decimal_mul_div does it with twice the digits. */
int64_t font_scale(const struct font_face *face, int64_t units, int32_t size_mpt)
{
    int64_t length, upem = face->upem;
    if (units > INT32_MAX || units < INT32_MIN)
        return decimal_mul_div(units, size_mpt, upem, &length) ? length : 0;
    length = units * size_mpt;
    return (length < 0 ? length - upem / 2 : length + upem / 2) / upem;
}

int font_glyph_advance(const struct font_face *face, unsigned glyph)
{
    return hb_font_get_glyph_h_advance(font_face_inside(face)->hb_font, glyph);
}

/* OS/2 specification, fsType: restricted licence (when it is the only one of bits 1 to 3), no
 * subsetting, bitmaps only. */
bool font_allows_embedding(const struct font_face *face)
{
    enum { USAGE = 0x000E, RESTRICTED = 0x0002, NO_SUBSETTING = 0x0100, BITMAP_ONLY = 0x0200 };
    unsigned type = font_face_inside(face)->fs_type;
    return (type & USAGE) != RESTRICTED && !(type & (NO_SUBSETTING | BITMAP_ONLY));
}
