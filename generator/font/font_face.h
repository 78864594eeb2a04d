/* font_face.h - faces with what HarfBuzz keeps for them, and how they are found.
 *
 * Measures of a face come from its tables: hhea and OS/2 (lines, capitals), post (underline,
 * slant), head (bounding box).  All are font units, y up, so descent is below zero.
 */
#ifndef ACCORD_FONT_FONT_FACE_H
#define ACCORD_FONT_FONT_FACE_H

#include "font/font.h"

#include <hb.h>

struct face {
    struct font_face info; /* first, so that a font_face leads back to its face */
    hb_face_t *hb_face;
    hb_font_t *hb_plain; /* scaled to font units */
    hb_font_t *hb_font;  /* the same, with hyphens that the face lacks; slower */
    unsigned fs_type;   /* OS/2 fsType: what its maker allows */
};

/* The face in a file; NULL when the file cannot be read or holds no outlines we can embed.
 * Closed with the arena. */
struct face *font_face_open(struct arena *a, const char *file, unsigned index,
                            const char *family);
const struct face *font_face_inside(const struct font_face *info);

#endif
