/* Numbers, percentages and plural categories. */
#include "locale/locale_inside.h"

#include "base/arena.h"

#include <string.h>
#include <unicode/ustring.h>

bool locale_is_decimal(const char *s)
{
    s += *s == '-';
    size_t whole = strspn(s, "0123456789");
    if (whole == 0)
        return false;
    s += whole;
    if (*s == '\0')
        return true;
    size_t fraction = *s == '.' ? strspn(s + 1, "0123456789") : 0;
    return fraction > 0 && s[1 + fraction] == '\0';
}

static char *put(char *p, const char *s, size_t n)
{
    memcpy(p, s, n);
    return p + n;
}

static char *put_grouped(char *p, const struct language *row, const char *digits, size_t n)
{
    size_t group = strlen(row->group);
    for (size_t i = 0; i < n; i++) {
        if (n >= row->group_from && i > 0 && (n - i) % 3 == 0)
            p = put(p, row->group, group);
        *p++ = digits[i];
    }
    return p;
}

/* The number as the language writes it, with what follows it: "" or its percent sign. */
static char *number_with(struct arena *a, const struct language *row, const char *decimal,
                         const char *behind)
{
    size_t tail = strlen(behind);
    if (!locale_is_decimal(decimal))
        return arena_printf(a, "%s%s", decimal, behind);
    bool negative = *decimal == '-';
    decimal += negative;
    size_t whole = strspn(decimal, "0123456789"), fraction = strlen(decimal + whole);
    char *out = arena_alloc(a, strlen(row->minus) + whole + whole / 3 * strlen(row->group) +
                                   strlen(row->mark) + fraction + tail + 1);
    char *p = put(out, row->minus, negative ? strlen(row->minus) : 0);
    p = put_grouped(p, row, decimal, whole);
    if (fraction) {
        p = put(p, row->mark, strlen(row->mark));
        p = put(p, decimal + whole + 1, fraction - 1);
    }
    put(p, behind, tail);
    return out;
}

char *locale_number(struct arena *a, const struct locale *l, const char *decimal)
{
    return number_with(a, l->language, decimal, "");
}

char *locale_percent(struct arena *a, const struct locale *l, const char *decimal)
{
    return number_with(a, l->language, decimal, l->language->percent);
}

size_t locale_number_mark(const struct locale *l, const char *number)
{
    /* The last one: where a language groups with another's mark there is still one mark. */
    const char *found = NULL;
    for (const char *p = number; (p = strstr(p, l->language->mark)) != NULL; p++)
        found = p;
    return found ? (size_t)(found - number) : strlen(number);
}

/* A formatter that shows exactly so many digits after the mark: plural rules look at digits
 * that are printed, and a decimal handed to ICU bare has lost its closing zeros. */
static UNumberFormatter *number_formatter(const struct locale *l, size_t fraction)
{
    struct locale_tools *t = l->tools;
    if (!t->number[fraction]) {
        UChar skeleton[LOCALE_FRACTION_MAX + 2] = {'.'};
        for (size_t i = 0; i < fraction; i++)
            skeleton[1 + i] = '0';
        UErrorCode e = U_ZERO_ERROR;
        const UChar *s = fraction ? skeleton : u"precision-integer";
        t->number[fraction] = unumf_openForSkeletonAndLocale(s, -1, l->language->icu, &e);
    }
    return t->number[fraction];
}

const char *locale_plural(struct arena *a, const struct locale *l, const char *decimal,
                          bool ordinal)
{
    const char *point = strchr(decimal, '.');
    size_t fraction = point ? strlen(point + 1) : 0;
    size_t len = strlen(decimal);
    if (fraction > LOCALE_FRACTION_MAX) { /* no rule looks that far */
        len -= fraction - LOCALE_FRACTION_MAX;
        fraction = LOCALE_FRACTION_MAX;
    }
    UErrorCode e = U_ZERO_ERROR;
    UFormattedNumber *formatted = l->tools->formatted;
    unumf_formatDecimal(number_formatter(l, fraction), decimal, (int32_t)len, formatted, &e);
    UChar word[16];
    int32_t n = uplrules_selectFormatted(ordinal ? l->tools->ordinal : l->tools->cardinal,
                                         formatted, word, 16, &e);
    return U_SUCCESS(e) ? locale_narrow(a, word, n) : "other";
}
