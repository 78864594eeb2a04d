/* fonts.h - the families of one run with their faces and caches, as the files of this room
 * see them.
 */
#ifndef ACCORD_FONT_FONTS_H
#define ACCORD_FONT_FONTS_H

#include "base/map.h"
#include "base/vec.h"
#include "font/font_face.h"
#include "font/font_words.h"

enum { FONT_WEIGHTS = 4 };

struct put_together { /* a text from parts that were shaped before */
    struct shaped shaped;
    struct glyph_run run;
    VEC(struct glyph) glyph;
};

struct fonts {
    struct arena *arena;
    struct face *(*face)[FONT_WEIGHTS]; /* by family, in order of preference */
    size_t families;
    const char **family;                /* their names */
    size_t *order[FONT_SCRIPTS];        /* families in the order that a script asks them */
    struct place place[FONT_SCRIPTS];   /* where its list is written */
    VEC(const struct font_face *) opened; /* by id */
    hb_buffer_t *buffer;                  /* for shaping, used again and again */
    struct font_words *words;                  /* shaped so far */
    VEC(const char *) lang;               /* of their texts */
    VEC(struct figures *) figures;        /* of a style, see font_text.c; NULL until needed */
    struct put_together line, number;     /* the newest text made of words, of figures */
    struct map hyphens;                   /* language -> struct hyphens, see font_hyphenate.c */
};

/* The script whose families are asked first for a character. */
enum font_script fonts_script(unsigned c);

/* Shapes a text as a whole. */
const struct shaped *fonts_shape(struct fonts *f, struct font_style style, bool rtl,
                                 const char *text, size_t len);

/* font_hyphenate.c: the files of patterns, one after the other; NULL behind the last. */
const char *font_hyphenate_file(size_t i);

#endif
