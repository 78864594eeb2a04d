#include "base/unseen.h"

#include "base/utf8.h"

#include <stdio.h>

enum { MARKS_MOST = 30 }; /* over one letter: UAX #15, section 13 */
enum { LRE = 0x202A, RLO = 0x202E, LRI = 0x2066, FSI = 0x2068, PDI = 0x2069 };

/* Without a shape, and of no use in our languages: what joins or parts letters is judged by what
 * stands beside it, and what selects a glyph or forbids a break is left alone. */
static bool has_no_shape(unsigned c)
{
    static const struct {
        unsigned from, to;
    } range[] = {
        {0x034F, 0x034F},   /* joiner of graphemes */
        {0x115F, 0x1160},   /* fillers of Hangul */
        {0x17B4, 0x17B5},   /* vowels that are not written */
        {0x180E, 0x180E},   /* separator of Mongolian */
        {0x200B, 0x200B},   /* space of no width */
        {0x2061, 0x2064},   /* operators that are not seen */
        {0x206A, 0x206F},   /* deprecated */
        {0x3164, 0x3164},   {0xFFA0, 0xFFA0}, /* fillers */
        {0xFEFF, 0xFEFF},   /* the mark of byte order, within a text */
        {0xFFF9, 0xFFFB},   /* annotations */
        {0xE0000, 0xE007F}, /* tags */
    };
    for (size_t i = 0; i < sizeof range / sizeof *range; i++)
        if (c >= range[i].from && c <= range[i].to)
            return true;
    return false;
}

bool unseen_is(unsigned c)
{
    bool marks = c == 0x200E || c == 0x200F || c == 0x061C;
    return marks || (c >= LRE && c <= RLO) || (c >= LRI && c <= PDI) || has_no_shape(c);
}

/* Of the scripts of our languages, and what goes with any. */
static bool stands_over(unsigned c)
{
    static const struct {
        unsigned from, to;
    } range[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F},
        {0x0670, 0x0670}, {0x06D6, 0x06ED}, {0x08D3, 0x08FF}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
        {0x20D0, 0x20FF}, {0x302A, 0x302F}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    };
    for (size_t i = 0; i < sizeof range / sizeof *range; i++)
        if (c >= range[i].from && c <= range[i].to)
            return true;
    return false;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Joiners belong to Arabic and to emoji; a Latin word only hides them. */
static bool hides_in_word(const char *s, size_t n, size_t at, unsigned c)
{
    if (c != 0x200C && c != 0x200D)
        return false;
    return (at > 0 && is_word(s[at - 1])) || (at + 3 < n && is_word(s[at + 3]));
}

static enum unseen_kind kind_of(const char *s, size_t n, size_t at, unsigned c)
{
    if (c >= LRE && c <= RLO)
        return UNSEEN_TURNS;
    return has_no_shape(c) || hides_in_word(s, n, at, c) ? UNSEEN_OTHER : UNSEEN_NONE;
}

void unseen_each(const char *s, size_t n, bool (*found)(void *ctx, struct unseen u), void *ctx)
{
    struct unseen open = {0}; /* the outermost isolate of the line */
    size_t depth = 0, len = 1, heap = 0;
    for (size_t i = 0; i <= n; i += len) {
        unsigned c = i < n ? (unsigned char)s[i] : '\n';
        len = 1;
        if (c >= 0x80)
            len = utf8_decode(s + i, n - i, &c);
        len = len ? len : 1;
        struct unseen u = {.at = i, .len = len, .code = c};
        heap = c >= 0x300 && stands_over(c) ? heap + 1 : 0;
        if (c == '\n' && depth > 0) {
            depth = 0;
            if (!found(ctx, open))
                return;
        } else if (c >= LRI && c <= FSI) {
            open = depth++ == 0 ? u : open;
            open.kind = UNSEEN_ISOLATE;
        } else if (c == PDI && depth > 0) {
            depth--;
        } else if (c >= 0x300) {
            u.kind = heap == MARKS_MOST + 1 ? UNSEEN_HEAPED
                     : c == PDI             ? UNSEEN_ISOLATE
                                            : kind_of(s, n, i, c);
            if (u.kind != UNSEEN_NONE && !found(ctx, u))
                return;
        }
    }
}

static bool keep(void *ctx, struct unseen u)
{
    *(struct unseen *)ctx = u;
    return false;
}

struct unseen unseen_first(const char *s, size_t n)
{
    struct unseen u = {0};
    unseen_each(s, n, keep, &u);
    return u;
}

const char *unseen_name(unsigned code, char out[UNSEEN_NAME])
{
    snprintf(out, UNSEEN_NAME, "U+%04X", code);
    return out;
}
