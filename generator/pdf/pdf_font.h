/* pdf_font.h - Type0 fonts of our own: every glyph shown keeps its exact source text.
 *
 * A code is handed out for each pair of glyph and source text, so that ToUnicode is a function:
 * the fi ligature stands for "fi", a space glyph for U+0020 or U+00A0, an Arabic final form
 * for its letter, whatever other texts the same glyph stands for elsewhere.
 *
 *     code --ToUnicode--> text
 *     code --Identity-H--> CID --CIDToGIDMap--> glyph     TrueType outlines (CIDFontType2)
 *     code --own CMap----> CID = glyph                    CFF outlines (CIDFontType0)
 *
 * Font programs are subsets that keep glyph ids.  Widths are in millionths of the em, exact to
 * half of one, so that a line of text ends where typesetting measured it.
 * Source: ISO 32000-1, 9.7 and 9.10; ISO 19005-3, 6.2.11.
 */
#ifndef ACCORD_PDF_PDF_FONT_H
#define ACCORD_PDF_PDF_FONT_H

#include "base/diag.h"
#include "font/font.h"
#include "pdf/pdf_object.h"

#include <stdint.h>

struct pdf_fonts;
struct pdf_font;

enum { EM = 1000000 };

struct pdf_fonts *pdf_fonts_new(struct pdf_file *f);
struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, const struct font_face *face);
HPDF_Dict pdf_font_dict(const struct pdf_font *font);
unsigned pdf_font_code(struct pdf_fonts *fonts, struct pdf_font *font, unsigned glyph,
                       const char *text, size_t n);
int64_t pdf_font_code_width(const struct pdf_font *font, unsigned code);
/* The width, where a glyph advances so far (font units): as its face has it, as a rule. */
int64_t pdf_font_code_em(const struct pdf_font *font, unsigned code, int advance);

/* Font units to millionths of the em. */
static inline int64_t pdf_font_em(const struct font_face *face, int64_t units)
{
    int64_t n = units * EM, half = face->upem / 2;
    return (n < 0 ? n - half : n + half) / face->upem;
}

int64_t pdf_font_width(const struct pdf_font *font, unsigned glyph);
/* Writes subsets, widths and maps; false and a report when a face may not be embedded or has
 * too many codes. */
bool pdf_fonts_finish(struct pdf_fonts *fonts, struct diags *d);

#endif
