/* utf8.h - UTF-8 (RFC 3629) in and out.  Positions for people count code points from 1. */
#ifndef ACCORD_BASE_UTF8_H
#define ACCORD_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Decodes one code point at s[0..n); stores it and returns its length in bytes, 0 when the
 * bytes are not valid UTF-8 (overlong forms, surrogates and values above U+10FFFF are not). */
static inline size_t utf8_decode(const char *s, size_t n, unsigned *code_point);
size_t utf8_encode(unsigned code_point, char out[4]); /* returns the length */
bool utf8_valid(const char *s, size_t n, size_t *bad_offset);
size_t utf8_count(const char *s, size_t n); /* code points; invalid bytes count one each */

/* What stands in no text: control characters (C0 save tab and line feed, DEL, C1) and noncharacters.
 * Formats forbid some of them (XML 1.0), terminals obey others. */
bool utf8_is_control(unsigned code_point);
/* The first of them, or the first byte that is no UTF-8; NULL when there is none. */
const char *utf8_control(const char *s, size_t n);

/* Is it a byte of a character other than its first? */
static inline bool utf8_is_tail(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Where the character begins that byte `at` of s is of: `at` itself, or a byte before it. */
static inline size_t utf8_start(const char *s, size_t at)
{
    while (at > 0 && utf8_is_tail(s[at]))
        at--;
    return at;
}

size_t utf8_decode_beyond(const char *s, size_t n, unsigned *code_point); /* what is not ASCII */

static inline size_t utf8_decode(const char *s, size_t n, unsigned *code_point)
{
    if (n == 0 || (unsigned char)*s >= 0x80)
        return utf8_decode_beyond(s, n, code_point);
    *code_point = (unsigned char)*s;
    return 1;
}

#endif
