#include "typeset/ideograph.h"

#include "base/utf8.h"

#include <string.h>

static bool is_one_of(const char *set, const char *s, size_t len)
{
    for (const char *p = set; *p; p += len) /* all of one length */
        if (!memcmp(p, s, len))
            return true;
    return false;
}

static bool is_letter_before(const char *text, size_t at)
{
    unsigned char c = at ? (unsigned char)text[at - 1] | 0x20 : 0;
    return c >= 'a' && c <= 'z';
}

/* Quotation marks, dots and dashes belong to no script: they are full-width in Chinese texts,
 * an apostrophe in a Latin word and a lone dash or ellipsis are not (see font_shape.c). */
static enum ideo shared_mark(const char *lang, const char *text, size_t n, size_t at)
{
    const char *s = text + at;
    if (!lang || strncmp(lang, "zh", 2) != 0)
        return IDEO_SIGN;
    if (is_one_of("“‘", s, 3))
        return IDEO_OPEN;
    if (is_one_of("”’", s, 3))
        return is_letter_before(text, at) && n - at > 3 && is_letter_before(text, at + 4)
                   ? IDEO_SIGN : IDEO_CLOSE;
    bool twice = (n - at >= 6 && !memcmp(s, s + 3, 3)) || (at >= 3 && !memcmp(s - 3, s, 3));
    return twice && is_one_of("—…", s, 3) ? IDEO_DASH : IDEO_SIGN;
}

static bool is_ideograph(unsigned c)
{
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
           (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

enum ideo ideograph_class(const char *lang, const char *text, size_t n, size_t at, size_t *len)
{
    unsigned c = 0;
    *len = utf8_decode(text + at, n - at, &c);
    if (!*len)
        *len = 1;
    if (c < 0x80) {
        bool letter = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        return letter ? IDEO_LETTER : IDEO_SIGN;
    }
    if (*len == 3 && is_one_of("（《〈「『【〔［｛", text + at, 3))
        return IDEO_OPEN;
    if (*len == 3 && is_one_of("，。、；：！？）》〉」』】〕］｝", text + at, 3))
        return IDEO_CLOSE;
    if (c >= 0x2000 && c <= 0x206F)
        return *len == 3 ? shared_mark(lang, text, n, at) : IDEO_SIGN;
    if (is_ideograph(c))
        return IDEO_HAN;
    return c >= 0xC0 && c < 0x2000 ? IDEO_LETTER : IDEO_SIGN;
}

static bool is_wide(enum ideo k)
{
    return k >= IDEO_HAN;
}

bool ideograph_glue(enum ideo a, enum ideo b, mpt size, struct lb_item *glue)
{
    *glue = (struct lb_item){.kind = LB_GLUE};
    if (a == IDEO_NONE || b == IDEO_NONE || (!is_wide(a) && !is_wide(b)))
        return false;
    if (a == IDEO_DASH && b == IDEO_DASH)
        return false;
    if (a == IDEO_OPEN || b == IDEO_CLOSE) /* nothing after an opening, before a closing mark */
        return false;
    glue->stretch = size / 20;
    if (a == IDEO_CLOSE || b == IDEO_OPEN) {
        glue->width = size / 2;
        glue->shrink = size / 8;
    } else if (a == IDEO_LETTER || b == IDEO_LETTER) {
        glue->width = size * 9 / 100;
        glue->stretch = 0;
    }
    return a != IDEO_SIGN && b != IDEO_SIGN ? true : glue->width > 0;
}

mpt ideograph_white(enum ideo mark, mpt width, mpt size)
{
    return (mark == IDEO_OPEN || mark == IDEO_CLOSE) && width > size * 9 / 10 ? size / 2 : 0;
}
