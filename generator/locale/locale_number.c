/* Numbers, percentages and plural categories. */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "base/buf.h"

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

static void put_grouped(struct buf *out, const struct language *row, const char *digits, size_t n)
{
    bool group = n >= row->group_from;
    for (size_t i = 0; i < n; i++) {
        if (group && i > 0 && (n - i) % 3 == 0)
            buf_puts(out, row->group);
        buf_putc(out, digits[i]);
    }
}

static void put_number(struct buf *out, const struct language *row, const char *decimal)
{
    if (!locale_is_decimal(decimal)) {
        buf_puts(out, decimal);
        return;
    }
    if (*decimal == '-') {
        buf_puts(out, row->minus);
        decimal++;
    }
    size_t whole = strcspn(decimal, ".");
    put_grouped(out, row, decimal, whole);
    if (decimal[whole] == '.') {
        buf_puts(out, row->mark);
        buf_puts(out, decimal + whole + 1);
    }
}

char *locale_number(struct arena *a, const struct locale *l, const char *decimal)
{
    struct buf out = BUF_INIT;
    put_number(&out, l->language, decimal);
    return buf_to_arena(&out, a);
}

char *locale_percent(struct arena *a, const struct locale *l, const char *decimal)
{
    struct buf out = BUF_INIT;
    put_number(&out, l->language, decimal);
    buf_puts(&out, l->language->percent);
    return buf_to_arena(&out, a);
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
