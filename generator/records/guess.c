#include "records/records_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What people write for ids, dates and amounts, and what they probably mean. */

/* --- ids --- */

static bool is_id_char(char c, bool first)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && !first);
}

bool fields_is_id(const char *s)
{
    bool fine = *s != '\0';
    for (size_t i = 0; s[i] && fine; i++)
        fine = is_id_char(s[i], i == 0);
    return fine;
}

const char *guess_id(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    for (; *s; s++) {
        char c = *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s;
        if (is_id_char(c, true))
            buf_putc(&b, c);
        else if (b.n && b.p[b.n - 1] != '-')
            buf_putc(&b, '-');
    }
    while (b.n && b.p[b.n - 1] == '-')
        b.p[--b.n] = '\0';
    char *id = buf_to_arena(&b, a);
    return fields_is_id(id) ? id : NULL;
}

/* --- digits --- */

/* Digits of other scripts (full-width, Arabic-Indic, Persian) as those of ASCII: left out, they would make
 * another number of "3\uFF11". */
static const char *plain_digits(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    while (*s) {
        unsigned c = 0;
        size_t n = utf8_decode(s, strlen(s), &c);
        unsigned digit = c >= 0xFF10 ? c - 0xFF10 : c >= 0x6F0 ? c - 0x6F0 : c - 0x660;
        if (n > 1 && digit < 10)
            buf_putc(&b, (char)('0' + digit));
        else
            buf_put(&b, s, n ? n : 1);
        s += n ? n : 1;
    }
    return buf_to_arena(&b, a);
}

/* --- dates --- */

static int month_of(const char *s, size_t n)
{
    static const char *const names[12][3] = {
        {"January", "janvier", "enero"},      {"February", "février", "febrero"},
        {"March", "mars", "marzo"},           {"April", "avril", "abril"},
        {"May", "mai", "mayo"},               {"June", "juin", "junio"},
        {"July", "juillet", "julio"},         {"August", "août", "agosto"},
        {"September", "septembre", "septiembre"}, {"October", "octobre", "octubre"},
        {"November", "novembre", "noviembre"}, {"December", "décembre", "diciembre"},
    };
    for (int i = 0; i < 12 && n >= 3; i++)
        for (int k = 0; k < 3; k++)
            if (n <= strlen(names[i][k]) && strncasecmp(names[i][k], s, n) == 0)
                return i + 1;
    return 0;
}

struct parts {
    int number[3], numbers; /* in order */
    int digits[3];
    int month; /* by name; 0 = none */
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static struct parts split_date(const char *s)
{
    struct parts p = {0};
    while (*s) {
        size_t digits = strspn(s, "0123456789"), letters = 0;
        while (is_letter(s[letters]))
            letters++;
        if (digits && p.numbers < 3 && digits <= 8) {
            p.digits[p.numbers] = (int)digits;
            p.number[p.numbers++] = (int)strtol(s, NULL, 10);
        } else if (letters && month_of(s, letters)) {
            p.month = month_of(s, letters);
        }
        s += digits + letters > 0 ? digits + letters : 1;
    }
    return p;
}

static const char *date_text(struct arena *a, int year, int month, int day)
{
    struct date d;
    const char *s = arena_printf(a, "%04d-%02d-%02d", year, month, day);
    return date_parse(s, &d) == DATE_OK ? s : NULL;
}

/* Day before month, as most write it; month first only where that alone gives a date. */
const char *guess_date(struct arena *a, const char *s)
{
    struct parts p = split_date(plain_digits(a, s));
    const int *n = p.number;
    if (p.month && p.numbers == 2)
        return p.digits[0] == 4 ? date_text(a, n[0], p.month, n[1])
                                : date_text(a, n[1], p.month, n[0]);
    if (p.numbers == 1 && p.digits[0] == 8)
        return date_text(a, n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
    if (p.numbers != 3 || p.month)
        return NULL;
    if (p.digits[0] == 4)
        return date_text(a, n[0], n[1], n[2]);
    if (p.digits[2] != 4)
        return NULL;
    const char *day_first = date_text(a, n[2], n[1], n[0]);
    return day_first ? day_first : date_text(a, n[2], n[0], n[1]);
}

/* --- amounts --- */

static size_t count(const char *s, char c)
{
    size_t n = 0;
    for (; *s; s++)
        n += *s == c;
    return n;
}

/* The sign that stands before the decimals: the last of two kinds, or a single one that is not
 * followed by exactly three digits; '\0' when all divide thousands. */
static char decimal_sign(const char *s)
{
    const char *comma = strrchr(s, ','), *point = strrchr(s, '.');
    if (comma && point)
        return comma > point ? ',' : '.';
    const char *only = comma ? comma : point;
    if (!only || count(s, *only) > 1 || (*only == ',' && strspn(only + 1, "0123456789") == 3))
        return '\0';
    return *only;
}

/* "1.5 M", "20k", "3 million": thousands in words, which nobody should have to guess. */
static bool has_scale_word(const char *s)
{
    for (const char *c = s; *c; c++) {
        if (!strchr("kKmM", *c) || c == s || is_letter(c[-1]))
            continue;
        size_t n = 0;
        while (is_letter(c[n]))
            n++;
        if (n != 3 || strncasecmp(c, "mio", 3) == 0 || strncasecmp(c, "mln", 3) == 0)
            return true; /* three letters are a currency: MAD, KES */
    }
    return false;
}

/* 010 is eight for some readers of YAML. */
static const char *without_zeros(struct arena *a, const char *s)
{
    const char *digits = s + (*s == '-');
    while (*digits == '0' && digits[1] >= '0' && digits[1] <= '9')
        digits++;
    return arena_printf(a, "%s%s", *s == '-' ? "-" : "", digits);
}

const char *guess_amount(struct arena *a, const char *s, int digits)
{
    struct buf b = BUF_INIT;
    s = plain_digits(a, s);
    char sign = decimal_sign(s);
    const char *last = sign ? strrchr(s, sign) : NULL;
    bool any = false;
    for (const char *c = s; *c; c++) {
        bool digit = *c >= '0' && *c <= '9';
        if (digit || (*c == '-' && !any))
            buf_putc(&b, *c);
        else if (c == last)
            buf_putc(&b, '.');
        else if (any && is_letter(*c) && (unsigned char)*c < 0x80 && c[1] >= '0' && c[1] <= '9')
            sign = '!'; /* 1e6, 10k5: not an amount with something around it */
        any = any || digit;
    }
    const char *text = without_zeros(a, buf_to_arena(&b, a));
    struct decimal d;
    if (sign == '!' || has_scale_word(s))
        return NULL;
    if (decimal_parse(text, &d) != DECIMAL_OK || d.scale > digits)
        return NULL;
    if (d.mantissa == 0 && *text == '-')
        return NULL; /* -0: what was meant is lost */
    return text;
}
