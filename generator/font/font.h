/* font.h - find faces, shape text, measure, subset.
 *
 * The only room that includes HarfBuzz, fontconfig and libhyphen.  Faces are found by family
 * name, exactly: a family that is not installed is an error, never a silent substitute.
 * Measures are in font units (face->upem to the em); font_scale makes them 1/1000 pt.
 * Words are shaped once (font_words.h), and texts put together from them (font_text.c).
 */
#ifndef ACCORD_FONT_FONT_H
#define ACCORD_FONT_FONT_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct fonts;

enum font_weight { FONT_REGULAR = 0, FONT_BOLD = 1, FONT_ITALIC = 2, FONT_BOLD_ITALIC = 3 };

struct font_face {
    const char *file, *family, *postscript_name;
    unsigned index;     /* in the file (collections) */
    int id;             /* 0, 1, 2 ... in order of opening */
    int upem;
    /* font units, y up: descent is below zero */
    int ascent, descent, line_gap, cap_height, x_height, underline_position, underline_thickness;
    int bbox[4];      /* xMin yMin xMax yMax */
    int italic_angle; /* degrees, counter-clockwise: italics are below zero */
    int stem_v;       /* 1/1000 em, estimated from the weight: for font descriptors */
    bool bold, italic;
};

struct glyph {
    uint16_t id;      /* in the face */
    bool tied, near;  /* where it is, text cannot be parted (tied), or put together (near), without
                         shaping both parts anew */
    uint32_t cluster; /* byte offset of its source text in the shaped string */
    int advance;      /* font units, in writing direction of the run */
    int x_offset, y_offset;
};

struct glyph_run { /* glyphs of one face, in visual order (left to right) */
    const struct font_face *face;
    struct glyph *glyph;
    size_t n;
    int64_t advance;  /* of all of them */
    size_t from, to;  /* bytes of the shaped string */
    bool rtl;
    bool plain;       /* to the right, each glyph of characters of its own, on the baseline */
};

struct shaped {
    const char *text;
    size_t len;
    struct glyph_run *run; /* in visual order */
    size_t n;
    bool missing;          /* some character has no glyph in any face */
    size_t missing_at;     /* byte offset of the first one */
};

/* families: names in order of preference, NULL at the end; e.g. Latin faces first, then those
 * for Arabic and CJK.  The first must have all four weights; later ones fall back to bold or
 * regular.  NULL and a report (naming family and place) for each that is not installed. */
struct fonts *fonts_open(struct arena *a, struct diags *d, const char *const *families,
                         struct place place);

/* Lists by script, each with the place that it is written at.  A character is looked for in the
 * families of its script first, then in the others in their order; what belongs to no script of
 * its own (figures, signs, spaces) counts as Latin. */
enum font_script { FONT_LATIN, FONT_ARABIC, FONT_CJK, FONT_SCRIPTS };
struct font_lists {
    const char *const *family[FONT_SCRIPTS]; /* NULL at the end; NULL: none */
    struct place place[FONT_SCRIPTS];
};
struct fonts *fonts_open_lists(struct arena *a, struct diags *d, const struct font_lists *lists);
/* Files and folders that decide which faces there are and how words are hyphenated: where none of them
 * changed, text is set as before. */
size_t font_sources(struct arena *a, const char *const **path);
/* The file whose fonts: lack a character (UTF-8), for messages. */
const char *fonts_named_in(const struct fonts *f, const char *character);
const struct font_face *fonts_face(const struct fonts *f, enum font_weight w); /* the first's */
size_t fonts_faces(const struct fonts *f, const struct font_face *const **face);

/* One directional run of one script, which is read off the text, or off lang (a BCP 47 code,
 * may be NULL) when it has figures and signs only.  Kerning and ligatures are on; figures are
 * lining and, by tabular, all of one width or each of its own (OpenType lnum, tnum, pnum).  A
 * cluster without a glyph in one family is set in the next that has it, which begins a new run;
 * characters that print nothing (marks of direction, soft hyphens) give no glyph.  In Chinese,
 * quotation marks and doubled dashes and dots come from the first family with ideographs.  Leave
 * line ends and tabs out. */
/* What is shaped lives until the next text is; a single letter or sign harms none. */
struct font_style {
    enum font_weight weight;
    bool tabular;
    const char *lang;
};
const struct shaped *font_shape(struct fonts *f, struct font_style style, bool rtl,
                                const char *text, size_t len);
int64_t font_scale(const struct font_face *face, int64_t units, int32_t size_mpt); /* to mpt */
/* Advance of the whole text in 1/1000 pt at a size. */
int64_t font_width(struct fonts *f, struct font_style style, bool rtl, const char *text,
                   size_t len, int32_t size_mpt);

/* Advance of the first bytes of a text as they are set by themselves; cheaper than asking for it
 * where the whole is set too. */
int64_t font_width_of(struct fonts *f, struct font_style style, bool rtl, const char *text,
                      size_t len, size_t part, int32_t size_mpt);

/* Hyphenation points (Liang's patterns through libhyphen): after[i] is true when a word may be
 * broken after byte i (i < len); NULL when there are no patterns for the language.  At least
 * two letters stay before and three after a hyphen; words with figures or with capitals after
 * the first letter are left whole. */
bool *font_hyphenate(struct fonts *f, struct arena *a, const char *lang, const char *word,
                     size_t len);

/* A font file with only these glyphs, .notdef and the parts of composite ones, ids kept
 * (hb-subset, retain-gids), without layout, names and hints; the same whatever the order of
 * glyph.  *cff tells whether outlines are CFF rather than TrueType.  NULL when it fails. */
const void *font_subset(struct arena *a, const struct font_face *face, const unsigned *glyph,
                        size_t n, size_t *bytes, bool *cff);
int font_glyph_advance(const struct font_face *face, unsigned glyph); /* font units */
bool font_allows_embedding(const struct font_face *face);             /* OS/2 fsType */

#endif
