/* The table of languages and the opening of ICU's objects.
 *
 * Where the choices come from:
 *   en  British: "14 May 2024", "a, b and c" (the ITU's English style); comma, point.
 *   fr  comma; U+202F between groups, U+00A0 before the percent sign (CLDR 42, after the
 *       Imprimerie nationale's Lexique); the first of a month is "1er" (Lexique; not in CLDR).
 *   es  comma, as the series prints ("33,8 millones"); groups from five digits on, parted by a
 *       thin space (Ortografia de la lengua espanola 2010, pp. 663-665), not CLDR's point;
 *       no space before the percent sign: the series prints "el 92% del total".
 *   ar  Western digits, as the series does, hence the separators CLDR gives for them ("latn"):
 *       point and comma; U+200E around signs so that they stay on their side of the number.
 *   zh  as English in numbers; dates and lists of CLDR.
 *   ru  comma; U+00A0 between groups and before the percent sign (CLDR 42, GOST 8.417).
 * The minus is U+2212 everywhere.
 */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#define MINUS "\xE2\x88\x92"
#define NO_BREAK "\xC2\xA0"
#define NARROW_NO_BREAK "\xE2\x80\xAF"
#define LEFT_TO_RIGHT "\xE2\x80\x8E"

static const struct language languages[] = {
    {.code = "en", .icu = "en_GB", .mark = ".", .group = ",", .group_from = 4,
     .minus = MINUS, .percent = "%", .medium = UDAT_MEDIUM},
    {.code = "fr", .icu = "fr", .mark = ",", .group = NARROW_NO_BREAK, .group_from = 4,
     .minus = MINUS, .percent = NO_BREAK "%", .medium = UDAT_MEDIUM, .first_of_month = "er"},
    {.code = "es", .icu = "es", .mark = ",", .group = NARROW_NO_BREAK, .group_from = 5,
     .minus = MINUS, .percent = "%", .medium = UDAT_MEDIUM},
    /* CLDR's medium date is 14/05/2024; Arabic does not shorten its months' names, so the long
     * one serves. */
    {.code = "ar", .icu = "ar@numbers=latn", .rtl = true, .mark = ".", .group = ",",
     .group_from = 4, .minus = LEFT_TO_RIGHT MINUS,
     .percent = LEFT_TO_RIGHT "%" LEFT_TO_RIGHT, .medium = UDAT_LONG},
    {.code = "zh", .icu = "zh", .mark = ".", .group = ",", .group_from = 4,
     .minus = MINUS, .percent = "%", .medium = UDAT_MEDIUM},
    {.code = "ru", .icu = "ru", .mark = ",", .group = NO_BREAK, .group_from = 4,
     .minus = MINUS, .percent = NO_BREAK "%", .medium = UDAT_MEDIUM},
};

static void close_tools(void *p)
{
    struct locale_tools *t = p;
    uplrules_close(t->cardinal);
    uplrules_close(t->ordinal);
    for (size_t i = 0; i <= LOCALE_FRACTION_MAX; i++)
        unumf_close(t->number[i]);
    unumf_closeResult(t->formatted);
    for (size_t i = 0; i < LOCALE_DATE_STYLES; i++)
        udat_close(t->date[i]);
    ulistfmt_close(t->list);
    ucol_close(t->collator);
    ucasemap_close(t->case_map);
    ubrk_close(t->line);
    buf_free(&t->message);
}

/* The Gregorian calendar at all times: dates in records are proleptic. */
static void make_proleptic(UDateFormat *f, const char *icu, UErrorCode *e)
{
    UCalendar *c = ucal_open(u"UTC", -1, icu, UCAL_GREGORIAN, e);
    ucal_setGregorianChange(c, U_DATE_MIN, e);
    if (U_SUCCESS(*e))
        udat_setCalendar(f, c);
    ucal_close(c);
}

static void open_dates(struct locale_tools *t, const struct language *row, UErrorCode *e)
{
    t->date[DATE_LONG] = udat_open(UDAT_NONE, UDAT_LONG, row->icu, u"UTC", -1, NULL, 0, e);
    t->date[DATE_MEDIUM] = udat_open(UDAT_NONE, row->medium, row->icu, u"UTC", -1, NULL, 0, e);
    UChar pattern[64];
    UDateTimePatternGenerator *g = udatpg_open(row->icu, e);
    int32_t n = udatpg_getBestPattern(g, u"yMMMM", -1, pattern, 64, e);
    udatpg_close(g);
    t->date[DATE_MONTH_YEAR] =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, row->icu, u"UTC", -1, pattern, n, e);
    for (size_t i = 0; i < LOCALE_DATE_STYLES; i++)
        make_proleptic(t->date[i], row->icu, e);
}

struct locale *locale_open(struct arena *a, const char *lang)
{
    const struct language *row = NULL;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strcmp(languages[i].code, lang) == 0)
            row = &languages[i];
    if (!row)
        return NULL;
    struct locale_tools *t = ARENA_NEW(a, struct locale_tools);
    t->arena = a;
    arena_defer(a, close_tools, t);
    UErrorCode e = U_ZERO_ERROR;
    t->cardinal = uplrules_openForType(row->icu, UPLURAL_TYPE_CARDINAL, &e);
    t->ordinal = uplrules_openForType(row->icu, UPLURAL_TYPE_ORDINAL, &e);
    t->formatted = unumf_openResult(&e);
    open_dates(t, row, &e);
    t->list = ulistfmt_openForType(row->icu, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &e);
    t->collator = ucol_open(row->icu, &e);
    t->case_map = ucasemap_open(row->icu, 0, &e);
    t->line = ubrk_open(UBRK_LINE, row->icu, NULL, 0, &e);
    if (U_FAILURE(e))
        return NULL;
    struct locale *l = ARENA_NEW(a, struct locale);
    *l = (struct locale){.language = row, .tools = t};
    return l;
}

const char *locale_lang(const struct locale *l)
{
    return l->language->code;
}

bool locale_lang_is_rtl(const char *lang)
{
    return uloc_isRightToLeft(lang);
}

bool locale_is_rtl(const struct locale *l)
{
    return l->language->rtl;
}

struct wide locale_wide(struct arena *a, const char *text, size_t len, bool with_offsets)
{
    struct wide w = {.unit = ARENA_ARRAY(a, UChar, len + 1)}; /* never more units than bytes */
    if (with_offsets)
        w.byte_of = ARENA_ARRAY(a, size_t, len + 1);
    for (size_t i = 0; i < len;) {
        unsigned c;
        size_t used = utf8_decode(text + i, len - i, &c);
        int32_t from = w.n;
        U16_APPEND_UNSAFE(w.unit, w.n, used ? c : 0xFFFDu);
        for (; w.byte_of && from < w.n; from++)
            w.byte_of[from] = i;
        i += used ? used : 1;
    }
    if (w.byte_of)
        w.byte_of[w.n] = len;
    return w;
}

unsigned locale_next(const UChar *unit, int32_t n, int32_t *i)
{
    unsigned c = unit[(*i)++];
    if (U16_IS_LEAD(c) && *i < n && U16_IS_TRAIL(unit[*i]))
        c = 0x10000u + ((c - 0xD800u) << 10) + (unit[(*i)++] - 0xDC00u);
    return c;
}

char *locale_narrow(struct arena *a, const UChar *unit, int32_t n)
{
    char *out = ARENA_ARRAY(a, char, (size_t)n * 3 + 1);
    char *p = out;
    for (int32_t i = 0; i < n;) {
        unsigned c = locale_next(unit, n, &i);
        p += utf8_encode(U_IS_SURROGATE(c) ? 0xFFFDu : c, p);
    }
    *p = '\0';
    return out;
}
