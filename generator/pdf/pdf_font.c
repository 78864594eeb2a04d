#include "pdf/pdf_font.h"

#include "base/arena.h"
#include "base/vec.h"
#include "scene/scene.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_MAX = 0xFFFF, CMAP_BLOCK = 100 };

struct shown { /* what a code stands for */
    unsigned glyph, next; /* code of the same glyph; 0 = none */
    const char *text;
    size_t n;
    int64_t width;
    int advance; /* the same in font units */
};

struct pdf_font {
    const struct font_face *face;
    struct pdf_object *type0;
    VEC(struct shown) code; /* [0] is .notdef, never shown */
    VEC(unsigned) of_glyph; /* the newest code; 0 = none */
    const char *base_name;  /* with its subset tag */
    bool cff;
};

struct pdf_fonts {
    struct pdf_file *file;
    VEC(struct pdf_font *) item;
};

struct pdf_fonts *pdf_fonts_new(struct pdf_file *f)
{
    struct pdf_fonts *fonts = ARENA_NEW(f->arena, struct pdf_fonts);
    fonts->file = f;
    return fonts;
}

struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, const struct font_face *face)
{
    for (size_t i = 0; i < fonts->item.n; i++)
        if (fonts->item.p[i]->face == face)
            return fonts->item.p[i];
    struct arena *a = fonts->file->arena;
    struct pdf_font *font = ARENA_NEW(a, struct pdf_font);
    font->face = face;
    font->type0 = pdf_object_new(fonts->file);
    struct shown none = {.text = ""};
    VEC_PUSH(a, &font->code, none);
    VEC_PUSH(a, &fonts->item, font);
    return font;
}

HPDF_Dict pdf_font_dict(const struct pdf_font *font)
{
    return font->type0->dict;
}

unsigned pdf_font_code(struct pdf_fonts *fonts, struct pdf_font *font, unsigned glyph,
                       const char *text, size_t n)
{
    struct arena *a = fonts->file->arena;
    while (font->of_glyph.n <= glyph)
        VEC_PUSH(a, &font->of_glyph, 0);
    for (unsigned code = font->of_glyph.p[glyph]; code; code = font->code.p[code].next) {
        const struct shown *s = &font->code.p[code];
        if (s->n == n && *s->text == *text && (n == 1 || memcmp(s->text, text, n) == 0))
            return code;
    }
    struct shown shown = {.glyph = glyph, .next = font->of_glyph.p[glyph], .n = n,
                          .text = arena_strndup(a, text, n),
                          .width = pdf_font_width(font, glyph),
                          .advance = font_glyph_advance(font->face, glyph)};
    font->of_glyph.p[glyph] = (unsigned)font->code.n;
    VEC_PUSH(a, &font->code, shown);
    return (unsigned)font->code.n - 1;
}

int64_t pdf_font_code_width(const struct pdf_font *font, unsigned code)
{
    return font->code.p[code].width;
}

int64_t pdf_font_code_em(const struct pdf_font *font, unsigned code, int advance)
{
    const struct shown *s = &font->code.p[code];
    return advance == s->advance ? s->width : pdf_font_em(font->face, advance);
}

int64_t pdf_font_width(const struct pdf_font *font, unsigned glyph)
{
    return pdf_font_em(font->face, font_glyph_advance(font->face, glyph));
}

/* --- maps --- */

static unsigned put_stream(struct pdf_fonts *fonts, const char *dict, const void *bytes, size_t n)
{
    unsigned number = pdf_file_reserve(fonts->file, 1);
    pdf_file_stream(fonts->file, number, dict, bytes, n, false);
    return number;
}

static void cmap_head(struct buf *b, const char *ordering, const char *name, int type)
{
    buf_printf(b,
               "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
               "/CIDSystemInfo <</Registry (Adobe) /Ordering (%s) /Supplement 0>> def\n"
               "/CMapName /%s def\n/CMapType %d def\n%s"
               "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
               ordering, name, type, type == 1 ? "/WMode 0 def\n" : "");
}

static void cmap_foot(struct buf *b)
{
    buf_puts(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

/* Without U+FEFF, which no code may say (ISO 19005-3, 6.2.11.7.2; ISO 14289-1, 7.21.7); what says
 * nothing else says U+200B. */
static void put_said(struct buf *b, const struct shown *s)
{
    static const char bom[] = "\xEF\xBB\xBF";
    size_t before = b->n;
    for (const char *from = s->text, *to; from; from = to ? to + strlen(bom) : NULL) {
        to = strstr(from, bom);
        pdf_object_put_utf16(b, from, to ? (size_t)(to - from) : strlen(from));
    }
    if (b->n == before)
        buf_puts(b, "200B");
}

static unsigned to_unicode(struct pdf_fonts *fonts, const struct pdf_font *font)
{
    struct buf b = BUF_INIT;
    cmap_head(&b, "UCS", "Adobe-Identity-UCS", 2);
    for (size_t from = 1; from < font->code.n; from += CMAP_BLOCK) {
        size_t to = from + CMAP_BLOCK < font->code.n ? from + CMAP_BLOCK : font->code.n;
        buf_printf(&b, "%zu beginbfchar\n", to - from);
        for (size_t i = from; i < to; i++) {
            buf_printf(&b, "<%04zX> <", i);
            put_said(&b, &font->code.p[i]);
            buf_puts(&b, ">\n");
        }
        buf_puts(&b, "endbfchar\n");
    }
    cmap_foot(&b);
    unsigned number = put_stream(fonts, "", b.p, b.n);
    buf_free(&b);
    return number;
}

static unsigned code_to_glyph_cmap(struct pdf_fonts *fonts, const struct pdf_font *font)
{
    struct buf b = BUF_INIT;
    cmap_head(&b, "Identity", "Accord-Codes", 1);
    for (size_t from = 1; from < font->code.n; from += CMAP_BLOCK) {
        size_t to = from + CMAP_BLOCK < font->code.n ? from + CMAP_BLOCK : font->code.n;
        buf_printf(&b, "%zu begincidchar\n", to - from);
        for (size_t i = from; i < to; i++)
            buf_printf(&b, "<%04zX> %u\n", i, font->code.p[i].glyph);
        buf_puts(&b, "endcidchar\n");
    }
    cmap_foot(&b);
    unsigned number = put_stream(fonts,
                                 "/Type /CMap /CMapName /Accord-Codes /WMode 0 /CIDSystemInfo "
                                 "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                                 b.p, b.n);
    buf_free(&b);
    return number;
}

static unsigned cid_to_gid(struct pdf_fonts *fonts, const struct pdf_font *font)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < font->code.n; i++) {
        buf_putc(&b, (char)(font->code.p[i].glyph >> 8));
        buf_putc(&b, (char)(font->code.p[i].glyph & 0xFF));
    }
    unsigned number = put_stream(fonts, "", b.p, b.n);
    buf_free(&b);
    return number;
}

static int cmp_unsigned(const void *a, const void *b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return (x > y) - (x < y);
}

/* Glyphs shown, each once, in order of their ids. */
static unsigned *glyphs_shown(struct arena *a, const struct pdf_font *font, size_t *n)
{
    unsigned *glyph = ARENA_ARRAY(a, unsigned, font->code.n);
    for (size_t i = 0; i < font->code.n; i++)
        glyph[i] = font->code.p[i].glyph;
    qsort(glyph, font->code.n, sizeof *glyph, cmp_unsigned);
    size_t to = 0;
    for (size_t i = 0; i < font->code.n; i++)
        if (to == 0 || glyph[to - 1] != glyph[i])
            glyph[to++] = glyph[i];
    *n = to;
    return glyph;
}

/* Widths by CID: codes for TrueType, glyph ids for CFF. */
static void put_widths(struct buf *b, struct arena *a, const struct pdf_font *font)
{
    size_t n = 0;
    const unsigned *glyph = font->cff ? glyphs_shown(a, font, &n) : NULL;
    buf_puts(b, "\n/DW 0 /W [");
    if (!font->cff)
        buf_puts(b, "0 [");
    for (size_t i = 0; i < (font->cff ? n : font->code.n); i++) {
        unsigned g = font->cff ? glyph[i] : font->code.p[i].glyph;
        if (font->cff)
            buf_printf(b, "%u [", g);
        scene_put_pt(b, pdf_font_width(font, g)); /* a thousandth of the em is the PDF's unit */
        buf_puts(b, font->cff ? "]\n" : " ");
    }
    buf_puts(b, font->cff ? "]" : "]]");
}

/* --- font program --- */

static uint32_t get32(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* The CFF table of an OpenType file: a PDF holds it bare. */
static const unsigned char *cff_table(const unsigned char *file, size_t bytes, size_t *n)
{
    size_t tables = bytes >= 12 ? (size_t)file[4] << 8 | file[5] : 0;
    for (size_t i = 0; i < tables && 12 + 16 * (i + 1) <= bytes; i++) {
        const unsigned char *row = file + 12 + 16 * i;
        size_t from = get32(row + 8), len = get32(row + 12);
        if (memcmp(row, "CFF ", 4) == 0 && from <= bytes && len <= bytes - from) {
            *n = len;
            return file + from;
        }
    }
    return NULL;
}

/* Six letters that differ when the subset does (FNV-1a over the glyph ids). */
static const char *subset_name(struct arena *a, const struct pdf_font *font, const unsigned *glyph,
                               size_t n)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < n; i++)
        h = (h ^ glyph[i]) * 1099511628211u;
    char tag[7] = "";
    for (int i = 0; i < 6; i++, h /= 26)
        tag[i] = (char)('A' + h % 26);
    struct buf b = BUF_INIT;
    pdf_object_put_name(&b, font->face->postscript_name);
    char *name = arena_printf(a, "/%s+%s", tag, b.p + 1);
    buf_free(&b);
    return name;
}

/* Its number; 0 when it cannot be made. */
static unsigned font_file(struct pdf_fonts *fonts, struct pdf_font *font)
{
    struct arena *a = fonts->file->arena;
    size_t n, bytes;
    unsigned *glyph = glyphs_shown(a, font, &n);
    const unsigned char *file = font_subset(a, font->face, glyph, n, &bytes, &font->cff);
    if (!file)
        return 0;
    font->base_name = subset_name(a, font, glyph, n);
    if (font->cff) {
        size_t len;
        const unsigned char *cff = cff_table(file, bytes, &len);
        if (!cff)
            return 0;
        return put_stream(fonts, "/Subtype /CIDFontType0C", cff, len);
    }
    return put_stream(fonts, arena_printf(a, "/Length1 %zu", bytes), file, bytes);
}

static struct pdf_object *descriptor(struct pdf_fonts *fonts, const struct pdf_font *font,
                                     unsigned program)
{
    const struct font_face *face = font->face;
    struct pdf_object *o = pdf_object_new(fonts->file);
    enum { SYMBOLIC = 4, ITALIC = 64 };
    buf_printf(&o->body, "/Type /FontDescriptor /FontName %s /Flags %d /FontBBox [",
               font->base_name, SYMBOLIC | (face->italic ? ITALIC : 0));
    for (int i = 0; i < 4; i++) {
        scene_put_pt(&o->body, pdf_font_em(face, face->bbox[i]));
        buf_putc(&o->body, ' ');
    }
    buf_printf(&o->body, "] /ItalicAngle %d /StemV %d", face->italic_angle, face->stem_v);
    const struct {
        const char *key;
        int units;
    } metric[] = {{"Ascent", face->ascent},
                  {"Descent", face->descent > 0 ? -face->descent : face->descent},
                  {"CapHeight", face->cap_height},
                  {"XHeight", face->x_height}};
    for (size_t i = 0; i < sizeof metric / sizeof *metric; i++) {
        buf_printf(&o->body, " /%s ", metric[i].key);
        scene_put_pt(&o->body, pdf_font_em(face, metric[i].units));
    }
    buf_puts(&o->body, font->cff ? " /FontFile3" : " /FontFile2");
    pdf_object_put_ref(&o->body, program);
    return o;
}

static bool finish(struct pdf_fonts *fonts, struct pdf_font *font)
{
    unsigned program = font_file(fonts, font);
    if (!program)
        return false;
    struct pdf_object *desc = descriptor(fonts, font, program);
    struct pdf_object *cid = pdf_object_new(fonts->file);
    buf_printf(&cid->body,
               "/Type /Font /Subtype /%s /BaseFont %s /CIDSystemInfo "
               "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor",
               font->cff ? "CIDFontType0" : "CIDFontType2", font->base_name);
    pdf_object_put_ref(&cid->body, desc->number);
    if (!font->cff) {
        buf_puts(&cid->body, " /CIDToGIDMap");
        pdf_object_put_ref(&cid->body, cid_to_gid(fonts, font));
    }
    put_widths(&cid->body, fonts->file->arena, font);

    struct buf *b = &font->type0->body;
    buf_printf(b, "/Type /Font /Subtype /Type0 /BaseFont %s /DescendantFonts [", font->base_name);
    pdf_object_put_ref(b, cid->number);
    buf_puts(b, "] /Encoding");
    if (font->cff)
        pdf_object_put_ref(b, code_to_glyph_cmap(fonts, font));
    else
        buf_puts(b, " /Identity-H");
    buf_puts(b, " /ToUnicode");
    pdf_object_put_ref(b, to_unicode(fonts, font));
    return true;
}

bool pdf_fonts_finish(struct pdf_fonts *fonts, struct diags *d)
{
    bool ok = true;
    for (size_t i = 0; i < fonts->item.n; i++) {
        struct pdf_font *font = fonts->item.p[i];
        if (!font_allows_embedding(font->face)) {
            diag_report(d, DIAG_PDF_EMBEDDING, (struct place){0}, font->face->family);
            ok = false;
        } else if (font->code.n > CODE_MAX || !finish(fonts, font)) {
            diag_report(d, DIAG_PDF_FAILED, (struct place){0}, font->face->file);
            diag_hint(d, HINT_FACE_NOT_CUT, font->face->family);
            ok = false;
        }
    }
    return ok;
}
