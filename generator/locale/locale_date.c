/* Dates and lists. */
#include "locale/locale_inside.h"

#include "base/arena.h"

#include <string.h>
#include <unicode/ustring.h>

enum { DATE_UNITS = 128 };

/* "1er mai 2024": the ordinal mark goes behind the digit of the first day. */
static char *mark_first(struct arena *a, const char *date, const char *mark)
{
    return arena_printf(a, "1%s%s", mark, date + 1);
}

char *locale_date(struct arena *a, const struct locale *l, struct date d, enum date_style s)
{
    UErrorCode e = U_ZERO_ERROR;
    UChar text[DATE_UNITS];
    UDate ms = (UDate)date_days(d) * 86400000.0;
    int32_t n = udat_format(l->tools->date[s], ms, text, DATE_UNITS, NULL, &e);
    if (U_FAILURE(e) || n > DATE_UNITS) { /* cannot be for a date of four digits' year */
        char iso[16];
        date_format(d, iso);
        return arena_strdup(a, iso);
    }
    char *out = locale_narrow(a, text, n);
    const char *mark = l->language->first_of_month;
    if (mark && d.day == 1 && s != DATE_MONTH_YEAR && out[0] == '1')
        out = mark_first(a, out, mark);
    return out;
}

char *locale_list(struct arena *a, const struct locale *l, const char *const *items, size_t n)
{
    if (n == 0)
        return arena_strdup(a, "");
    const UChar **item = ARENA_ARRAY(a, const UChar *, n);
    int32_t *length = ARENA_ARRAY(a, int32_t, n);
    int32_t room = 0;
    for (size_t i = 0; i < n; i++) {
        struct wide w = locale_wide(a, items[i], strlen(items[i]), false);
        item[i] = w.unit;
        length[i] = w.n;
        room += w.n + 16; /* more than any language puts between two items */
    }
    UChar *text = ARENA_ARRAY(a, UChar, (size_t)room);
    UErrorCode e = U_ZERO_ERROR;
    int32_t got = ulistfmt_format(l->tools->list, item, length, (int32_t)n, text, room, &e);
    return locale_narrow(a, text, U_SUCCESS(e) ? got : 0);
}
