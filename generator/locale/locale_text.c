/* Order, case and Unicode forms. */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

int locale_compare(const struct locale *l, const char *a, const char *b)
{
    UErrorCode e = U_ZERO_ERROR;
    UCollationResult r = ucol_strcollUTF8(l->tools->collator, a, -1, b, -1, &e);
    return U_FAILURE(e) ? strcmp(a, b) : r == UCOL_LESS ? -1 : r == UCOL_GREATER;
}

static struct wide normalized(struct arena *a, const UNormalizer2 *form, struct wide w)
{
    UErrorCode e = U_ZERO_ERROR;
    int32_t n = unorm2_normalize(form, w.unit, w.n, NULL, 0, &e);
    e = U_ZERO_ERROR;
    struct wide out = {.unit = ARENA_ARRAY(a, UChar, (size_t)n + 1)};
    out.n = unorm2_normalize(form, w.unit, w.n, out.unit, n + 1, &e);
    return U_SUCCESS(e) ? out : w;
}

/* NFKC case folding first, so that ligatures and full-width letters become plain ones; then
 * marks go: accents, the points of Arabic vowels. */
char *locale_fold(struct arena *a, const char *s)
{
    UErrorCode e = U_ZERO_ERROR;
    struct wide w = locale_wide(a, s, strlen(s), false);
    w = normalized(a, unorm2_getNFKCCasefoldInstance(&e), w);
    w = normalized(a, unorm2_getNFDInstance(&e), w);
    int32_t kept = 0;
    for (int32_t i = 0; i < w.n;) {
        unsigned c = locale_next(w.unit, w.n, &i);
        if (u_charType((UChar32)c) != U_NON_SPACING_MARK)
            U16_APPEND_UNSAFE(w.unit, kept, c);
    }
    w.n = kept;
    w = normalized(a, unorm2_getNFCInstance(&e), w);
    return locale_narrow(a, w.unit, w.n);
}

enum name_sign { NAME_LETTER, NAME_QUOTE, NAME_DASH, NAME_BLANK };

/* What stands at s, of so many bytes, for a name that people type in many ways. */
static enum name_sign name_sign(const char *s, size_t *n)
{
    static const char *const quotes[] = {"'", "\"", "`", "\u00B4", "\u2018", "\u2019", "\u201A",
                                         "\u201B", "\u201C", "\u201D", "\u201E", "\u201F", "\u2032",
                                         "\u2033", "\u2039", "\u203A", "\u00AB", "\u00BB", "\u02B9",
                                         "\u02BB", "\u02BC", "\u02BE", "\u02BF"};
    static const char *const dashes[] = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014",
                                         "\u2212"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (strncmp(s, quotes[i], *n = strlen(quotes[i])) == 0)
            return NAME_QUOTE;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncmp(s, dashes[i], *n = strlen(dashes[i])) == 0)
            return NAME_DASH;
    *n = 1;
    return strchr(" \t\r\n", *s) ? NAME_BLANK : NAME_LETTER;
}

/* Quotes go before folding too: NFKC makes an acute accent that stands alone a blank with a mark. */
static char *without_quotes(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    for (size_t n; *s; s += n)
        if (name_sign(s, &n) != NAME_QUOTE)
            buf_put(&b, s, n);
    return buf_to_arena(&b, a);
}

char *locale_fold_name(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    size_t n;
    for (s = locale_fold(a, without_quotes(a, s)); *s; s += n) {
        enum name_sign sign = name_sign(s, &n); /* NFKC made blanks of all kinds into this one */
        if (sign == NAME_LETTER)
            buf_put(&b, s, n);
        else if (sign == NAME_DASH)
            buf_putc(&b, '-');
        else if (sign == NAME_BLANK && b.n && b.p[b.n - 1] != ' ')
            buf_putc(&b, ' ');
    }
    while (b.n && b.p[b.n - 1] == ' ')
        b.p[--b.n] = '\0';
    return buf_to_arena(&b, a);
}

char *locale_upper(struct arena *a, const struct locale *l, const char *s)
{
    UErrorCode e = U_ZERO_ERROR;
    int32_t len = (int32_t)strlen(s);
    int32_t room = len * 3 + 1; /* no letter grows more: U+0390 becomes six bytes from two */
    char *out = ARENA_ARRAY(a, char, (size_t)room);
    ucasemap_utf8ToUpper(l->tools->case_map, out, room, s, len, &e);
    return U_SUCCESS(e) ? out : arena_strdup(a, s);
}

char *locale_nfc(struct arena *a, const char *s)
{
    UErrorCode e = U_ZERO_ERROR;
    struct wide w = locale_wide(a, s, strlen(s), false);
    w = normalized(a, unorm2_getNFCInstance(&e), w);
    return locale_narrow(a, w.unit, w.n);
}

unsigned locale_lower_letter(unsigned code_point)
{
    return (unsigned)u_tolower((UChar32)code_point);
}

static size_t cells_of(UChar32 c)
{
    int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
        category == U_FORMAT_CHAR || category == U_CONTROL_CHAR)
        return 0;
    int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

size_t locale_cells_fit(const char *s, size_t cells)
{
    size_t n = strlen(s), at = 0, used = 0;
    while (at < n) {
        unsigned c = 0;
        size_t len = utf8_decode(s + at, n - at, &c);
        used += len ? cells_of((UChar32)c) : 1;
        if (used > cells)
            break;
        at += len ? len : 1;
    }
    return at;
}

size_t locale_cells(const char *s)
{
    size_t n = strlen(s), cells = 0;
    for (size_t at = 0, len; at < n; at += len ? len : 1) {
        unsigned c = 0;
        len = utf8_decode(s + at, n - at, &c);
        cells += len ? cells_of((UChar32)c) : 1;
    }
    return cells;
}

char *locale_latin(struct arena *a, const char *s)
{
    static const UChar rules[] = u"Any-Latin; Latin-ASCII";
    UErrorCode e = U_ZERO_ERROR;
    struct wide w = locale_wide(a, s, strlen(s), false);
    int32_t room = w.n * 12 + 64, n = w.n, limit = w.n; /* a Chinese character is at most "zhuang " */
    UChar *out = ARENA_ARRAY(a, UChar, (size_t)room);
    memcpy(out, w.unit, (size_t)w.n * sizeof *out);
    UTransliterator *t = utrans_openU(rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &e);
    if (U_SUCCESS(e))
        utrans_transUChars(t, out, &n, room, 0, &limit, &e);
    if (t)
        utrans_close(t);
    return U_SUCCESS(e) ? locale_narrow(a, out, n) : arena_strdup(a, s);
}
