/* Where lines and characters may be parted. */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "locale/locale_tie.h"

#include <unicode/utext.h>

/* Calls for every boundary a break iterator finds; offsets are bytes of UTF-8. */
static void each_boundary(UBreakIterator *it, const char *text, size_t len,
                          void (*fn)(void *ctx, size_t at, int32_t status), void *ctx)
{
    UErrorCode e = U_ZERO_ERROR;
    UText *u = utext_openUTF8(NULL, text, (int64_t)len, &e);
    ubrk_setUText(it, u, &e);
    if (U_SUCCESS(e))
        for (int32_t at = ubrk_first(it); at != UBRK_DONE; at = ubrk_next(it))
            fn(ctx, (size_t)at, ubrk_getRuleStatus(it));
    /* Let go of the text: the iterator lives longer. */
    UErrorCode ignored = U_ZERO_ERROR;
    ubrk_setText(it, u"", 0, &ignored);
    utext_close(u);
}

static void mark_break(void *ctx, size_t at, int32_t status)
{
    unsigned char *kind = ctx;
    if (at > 0)
        kind[at] = status >= UBRK_LINE_HARD ? BREAK_MANDATORY : BREAK_ALLOWED;
}

unsigned char *locale_breaks(struct arena *a, const struct locale *l, const char *text, size_t len)
{
    unsigned char *kind = ARENA_ARRAY(a, unsigned char, len + 1);
    each_boundary(l->tools->line, text, len, mark_break, kind);
    locale_tie(a, l->language->code, text, len, kind);
    if (len > 0)
        kind[len] = BREAK_MANDATORY; /* LB3 */
    return kind;
}

static void mark_start(void *ctx, size_t at, int32_t status)
{
    (void)status;
    ((bool *)ctx)[at] = true;
}

bool *locale_graphemes(struct arena *a, const char *text, size_t len)
{
    bool *start = ARENA_ARRAY(a, bool, len + 1);
    UErrorCode e = U_ZERO_ERROR;
    /* The root locale: clusters are the same in all our languages. */
    UBreakIterator *it = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &e);
    if (U_SUCCESS(e))
        each_boundary(it, text, len, mark_start, start);
    ubrk_close(it);
    return start;
}
