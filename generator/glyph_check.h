/* glyph_check.h - texts of records that no font can print, told at their place.
 *
 * A paper is made of words from many files; when a character has no glyph, its author needs the
 * file and the line.  Markdown carries places through typesetting; the short texts of records
 * are looked at here, before. */
#ifndef ACCORD_GLYPH_CHECK_H
#define ACCORD_GLYPH_CHECK_H

#include "base/diag.h"
#include "font/font.h"
#include "model/model.h"

/* Reports each text in one of the languages that has a character without a glyph; false when
 * there is any. */
bool glyph_check(struct diags *d, struct fonts *fonts, const struct records *r,
                 const enum lang *lang, size_t languages);

#endif
