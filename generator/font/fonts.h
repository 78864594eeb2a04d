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
    struct shaped line;                   /* the newest text put together from words */
    struct glyph_run line_run;
    VEC(struct glyph) line_glyph;
    struct map hyphens;                   /* language -> struct hyphens, see font_hyphenate.c */
};

/* The script whose families are asked first for a character. */
enum font_script fonts_script(unsigned c);

#endif
