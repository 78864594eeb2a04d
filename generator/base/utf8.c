#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

size_t utf8_decode_beyond(const char *str, size_t n, unsigned *code_point)
{
    const unsigned char *s = (const unsigned char *)str;
    if (n == 0)
        return 0;
    size_t len = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    static const unsigned least[5] = {0, 0, 0x80, 0x800, 0x10000};
    if (s[0] < 0xC2 || s[0] > 0xF4 || n < len)
        return 0;
    unsigned c = s[0] & (0x7Fu >> len);
    for (size_t i = 1; i < len; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (s[i] & 0x3Fu);
    }
    if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0;
    *code_point = c;
    return len;
}

size_t utf8_encode(unsigned c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* How many bytes from i on are ASCII, eight at a time. */
static size_t ascii_span(const char *s, size_t i, size_t n)
{
    size_t from = i;
    for (uint64_t eight; n - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, s + i, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (i < n && (unsigned char)s[i] < 0x80)
        i++;
    return i - from;
}

bool utf8_valid(const char *s, size_t n, size_t *bad_offset)
{
    size_t i = 0;
    while (i < n) {
        unsigned char c = (unsigned char)s[i];
        unsigned code;
        size_t len;
        if (c < 0x80)
            len = ascii_span(s, i, n);
        else if (c >= 0xC2 && c < 0xE0 && n - i >= 2 && utf8_is_tail(s[i + 1]))
            len = 2;
        else if (c > 0xE0 && c < 0xED && n - i >= 3 && utf8_is_tail(s[i + 1]) && utf8_is_tail(s[i + 2]))
            len = 3; /* of those that begin so, none is too long or half of a pair */
        else
            len = utf8_decode(s + i, n - i, &code);
        if (len == 0) {
            if (bad_offset)
                *bad_offset = i;
            return false;
        }
        i += len;
    }
    return true;
}

size_t utf8_count(const char *s, size_t n)
{
    size_t count = 0;
    unsigned c;
    for (size_t i = 0; i < n; count++) {
        size_t len = utf8_decode(s + i, n - i, &c);
        i += len ? len : 1;
    }
    return count;
}

bool utf8_is_control(unsigned c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) ||
           (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

const char *utf8_control(const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        unsigned c = (unsigned char)s[i];
        size_t len = c >= 0x20 && c < 0x7F ? 1 : utf8_decode(s + i, n - i, &c);
        if (len == 0 || utf8_is_control(c))
            return s + i;
        i += len;
    }
    return NULL;
}
