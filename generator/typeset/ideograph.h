/* ideograph.h - the white in and around Chinese text.
 *
 * A full-width punctuation mark is half ink, half white: an opening bracket has its white before,
 * a comma after it.  Here the mark is set without that half, and the half is glue, which takes
 * its place between characters, vanishes at either edge of a line and where marks meet, and
 * gives way a little in a tight line.  Between ideographs stands glue without width, so that
 * both edges of a paragraph are straight; between an ideograph and a Latin word or a figure a
 * thin white, which is no character: text taken out of the page is as it was typed.
 *
 * Sources: Requirements for Chinese Text Layout (W3C, clreq) 3.1.3 to 3.1.6 (adjustment of
 * punctuation width), 3.2.2 (mixed text); JLREQ 3.1.  The thin white is narrower than clreq's
 * quarter em: readers of PDF files take more than a tenth of the em for a space.
 *
 * Inside this room only.
 */
#ifndef ACCORD_TYPESET_IDEOGRAPH_H
#define ACCORD_TYPESET_IDEOGRAPH_H

#include "scene/scene.h"
#include "typeset/linebreak.h"

enum ideo { /* what a character is to its neighbours */
    IDEO_NONE,   /* the line's edge, a space */
    IDEO_LETTER, /* letters and figures of other scripts */
    IDEO_SIGN,   /* their signs */
    IDEO_HAN,
    IDEO_DASH,   /* full-width dashes and dots, which join their like */
    IDEO_OPEN,   /* white before it */
    IDEO_CLOSE,  /* white after it */
};

/* The character at byte `at' of a text in a language (NULL: none); *len: its bytes. */
enum ideo ideograph_class(const char *lang, const char *text, size_t n, size_t at, size_t *len);
/* The glue between two neighbours set at a size; false when nothing comes between them. */
bool ideograph_glue(enum ideo before, enum ideo after, mpt size, struct lb_item *glue);
/* The white inside a mark of this width that its glue stands for; 0 when it is not full-width. */
mpt ideograph_white(enum ideo mark, mpt width, mpt size);

#endif
