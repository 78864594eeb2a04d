#include "locale/locale.h"

#include "base/arena.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { NAME_MAX_UNITS = 128 };

char *locale_country(struct arena *a, const struct locale *l, const char *code)
{
    char id[16] = "und_";
    UChar name[NAME_MAX_UNITS];
    char utf8[NAME_MAX_UNITS * 3 + 1];
    UErrorCode status = U_ZERO_ERROR;
    int32_t bytes = 0;
    strncat(id, code, sizeof id - strlen(id) - 1);
    uloc_getDisplayCountry(id, locale_lang(l), name, NAME_MAX_UNITS, &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING)
        return arena_strdup(a, code);
    status = U_ZERO_ERROR;
    u_strToUTF8(utf8, sizeof utf8, &bytes, name, -1, &status);
    return U_FAILURE(status) ? arena_strdup(a, code) : arena_strndup(a, utf8, (size_t)bytes);
}
