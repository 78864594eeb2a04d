/* itemise.h - inline text as the rows that breaking and drawing need: one string, looks over
 * it, directional bits, and boxes, glue and penalties.  Inside this room only.
 */
#ifndef ACCORD_TYPESET_ITEMISE_H
#define ACCORD_TYPESET_ITEMISE_H

#include "typeset/linebreak.h"
#include "typeset/paragraph.h"

struct look { /* bytes [from, to) that look alike */
    size_t from, to;
    const struct inl *inl;
    mpt size, rise;        /* rise: above the baseline */
    struct font_style font;
    struct color color;
    int element;           /* of its link, reference or foreign words; 0 until drawn */
};

struct proof { /* bytes [from, to) that lead somewhere, and are set as if they did not */
    size_t from, to;
    const struct inl *inl;
    int element;           /* of its link; 0 until drawn */
};

struct bit { /* bytes of one look, one level and one script */
    size_t from, to, look;
    bool rtl;
    unsigned char level;
};

struct span {
    size_t from, to;
    mpt before, after; /* of a box: white inside its glyphs at either end that is not set */
};

struct items {
    struct arena *arena;   /* of all that follows */
    const char *text;
    size_t len;
    VEC(struct look) look;
    VEC(struct proof) proof;
    VEC(struct bit) bit;
    VEC(struct lb_item) item;
    VEC(struct span) at;   /* of each item: its bytes */
    bool hyphenate;        /* as the style was that they were made for */
    mpt whole, widest;     /* likewise; the widest word that might be hyphenated */
};

/* The items live in the arena given, or where things are kept for the next run when the style keeps them. */
struct items *itemise(struct flow *f, struct arena *a, const struct inlines *text,
                      const struct para_style *style);
/* Reports the first character of a text without a glyph, for what is drawn without being
 * itemised (figures, labels); it has no place. */
void itemise_check(struct flow *f, struct font_style style, bool rtl, const char *text);
/* Lets what is wider than a line break, so that nothing runs off the page: the items themselves,
 * or others in the arena (itemise_fit.c). */
struct items *itemise_fit(struct flow *f, struct arena *a, struct items *it, mpt width);
/* Width of bytes [from, to) as set in a bit's look and direction. */
mpt itemise_width(struct flow *f, const struct items *it, const struct bit *b, size_t from,
                  size_t to);
/* Width of bytes [from, at) within [from, to): kerning with what follows is theirs. */
mpt itemise_width_until(struct flow *f, const struct items *it, const struct bit *b, size_t from,
                        size_t to, size_t at);
/* Is this byte of the text a space that justifying widens (U+0020, U+00A0)?  Its length. */
size_t itemise_space(const char *s, size_t n);

#endif
