/* locale_inside.h - what the files of this room share.
 *
 * A locale is one row of the table of languages (locale.c) and the ICU objects opened for it.
 * ICU's objects keep a position while they work, so they hang behind a pointer and a locale
 * can be passed as const; all of them are closed with the arena.  ICU wants UTF-16: struct
 * wide is a text in both forms with the way back to bytes.
 */
#ifndef ACCORD_LOCALE_LOCALE_INSIDE_H
#define ACCORD_LOCALE_LOCALE_INSIDE_H

#include "base/buf.h"
#include "locale/locale.h"

#include <stdint.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>

enum { LOCALE_DATE_STYLES = 3, LOCALE_FRACTION_MAX = 18 };

struct language {
    const char *code;         /* "es" */
    const char *icu;          /* ICU's name of the locale */
    bool rtl;
    const char *mark;         /* decimal mark */
    const char *group;        /* between groups of three digits */
    size_t group_from;        /* digits of the whole part from which it is grouped */
    const char *minus;
    const char *percent;      /* what follows the number */
    UDateFormatStyle medium;  /* ICU's style for DATE_MEDIUM */
    const char *first_of_month; /* put after day 1 in long dates; NULL: nothing */
};

struct locale {
    const struct language *language;
    struct locale_tools *tools;
};

struct locale_tools {
    struct arena *arena;
    UPluralRules *cardinal, *ordinal;
    /* By digits after the decimal mark, opened when first needed: NULL until then. */
    UNumberFormatter *number[LOCALE_FRACTION_MAX + 1];
    UFormattedNumber *formatted;
    UDateFormat *date[LOCALE_DATE_STYLES];
    UListFormatter *list;
    UCollator *collator;
    UCaseMap *case_map;
    UBreakIterator *line;
    struct break_words *words; /* see locale_break.c; NULL until the first is known */
    struct buf message; /* while one is filled in */
};

/* A text as UTF-16.  Invalid bytes become U+FFFD, one each. */
struct wide {
    UChar *unit;     /* n units and a 0 */
    int32_t n;
    size_t *byte_of; /* n + 1 items: the byte at which unit i's character starts; NULL when
                        not asked for */
};

struct wide locale_wide(struct arena *a, const char *text, size_t len, bool with_offsets);
char *locale_narrow(struct arena *a, const UChar *unit, int32_t n); /* back to UTF-8 */
/* The code point at unit *i, which moves on; a lone surrogate is returned as it is. */
unsigned locale_next(const UChar *unit, int32_t n, int32_t *i);

/* A plain decimal: optional '-', digits, optionally '.' and digits. */
bool locale_is_decimal(const char *s);

/* The CLDR plural category ("one", "few", "other" ...) of a plain decimal, with its visible
 * digits: 1 and 1.0 may differ. */
const char *locale_plural(struct arena *a, const struct locale *l, const char *decimal,
                          bool ordinal);

#endif
