/* Names of countries, from CLDR through ICU. */
#include "locale/locale_inside.h"

#include "base/arena.h"

#include <unicode/uloc.h>

enum { NAME_UNITS = 128 };

char *locale_country(struct arena *a, const struct locale *l, const char *code)
{
    UErrorCode e = U_ZERO_ERROR;
    UChar name[NAME_UNITS];
    const char *id = arena_printf(a, "und_%s", code);
    int32_t n = uloc_getDisplayCountry(id, l->language->icu, name, NAME_UNITS, &e);
    if (U_FAILURE(e) || e == U_USING_DEFAULT_WARNING || n == 0 || n > NAME_UNITS)
        return arena_strdup(a, code);
    return locale_narrow(a, name, n);
}
