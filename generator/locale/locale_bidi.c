/* Direction and script of the parts of a paragraph. */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

enum { BRACKETS_MAX = 63 }; /* as deep as UAX #9 looks */

struct brackets {
    struct {
        UChar32 closing;
        UScriptCode script;
    } open[BRACKETS_MAX];
    int n;
};

static bool is_common(UScriptCode s)
{
    return s == USCRIPT_COMMON || s == USCRIPT_INHERITED || s == USCRIPT_INVALID_CODE;
}

/* The script a common character takes: that before it, save that a closing bracket takes its
 * opening one's (UAX #24, 5.1). */
static UScriptCode resolve(struct brackets *b, UChar32 c, UScriptCode before)
{
    int32_t type = u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
    if (type == U_BPT_OPEN && b->n < BRACKETS_MAX) {
        b->open[b->n].closing = u_getBidiPairedBracket(c);
        b->open[b->n++].script = before;
    } else if (type == U_BPT_CLOSE) {
        for (int i = b->n - 1; i >= 0; i--) {
            if (b->open[i].closing == c) {
                b->n = i;
                return is_common(b->open[i].script) ? before : b->open[i].script;
            }
        }
    }
    return before;
}

/* A script for every unit; common characters at the start take the first real one. */
static UScriptCode *scripts(struct arena *a, struct wide w)
{
    UScriptCode *of = ARENA_ARRAY(a, UScriptCode, (size_t)w.n + 1);
    struct brackets b = {.n = 0};
    UScriptCode now = USCRIPT_COMMON;
    int32_t unresolved = 0;
    for (int32_t i = 0, from = 0; i < w.n; from = i) {
        UChar32 c = (UChar32)locale_next(w.unit, w.n, &i);
        UErrorCode e = U_ZERO_ERROR;
        UScriptCode s = uscript_getScript(c, &e);
        if (is_common(s)) {
            s = resolve(&b, c, now);
        } else {
            for (; is_common(now) && unresolved < from; unresolved++)
                of[unresolved] = s;
            for (int k = 0; is_common(now) && k < b.n; k++)
                b.open[k].script = s;
        }
        now = s;
        for (int32_t k = from; k < i; k++)
            of[k] = s;
    }
    return of;
}

static UBiDiLevel *levels(struct arena *a, struct wide w, bool rtl)
{
    UBiDiLevel *level = ARENA_ARRAY(a, UBiDiLevel, (size_t)w.n + 1);
    UErrorCode e = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(w.n, 0, &e);
    ubidi_setPara(bidi, w.unit, w.n, rtl ? 1 : 0, NULL, &e);
    const UBiDiLevel *found = ubidi_getLevels(bidi, &e);
    if (U_SUCCESS(e))
        memcpy(level, found, (size_t)w.n * sizeof *level);
    else
        memset(level, rtl ? 1 : 0, (size_t)w.n * sizeof *level);
    ubidi_close(bidi);
    return level;
}

size_t locale_runs(struct arena *a, const char *text, size_t len, bool rtl_paragraph,
                   struct text_run **runs)
{
    struct wide w = locale_wide(a, text, len, true);
    VEC(struct text_run) found = {0};
    if (w.n > 0) {
        UScriptCode *script = scripts(a, w);
        UBiDiLevel *level = levels(a, w, rtl_paragraph);
        for (int32_t from = 0, i = 1; i <= w.n; i++) {
            if (i < w.n && level[i] == level[from] && script[i] == script[from])
                continue;
            struct text_run run = {.from = w.byte_of[from], .to = w.byte_of[i],
                                   .level = level[from]};
            const char *name = uscript_getShortName(script[from]);
            memcpy(run.script, name && strlen(name) == 4 ? name : "Zyyy", 5);
            VEC_PUSH(a, &found, run);
            from = i;
        }
    }
    *runs = found.p;
    return found.n;
}

/* UAX #9, L2: from the highest level down to the lowest odd one, turn every stretch of that
 * level or higher around. */
void locale_visual_order(const unsigned char *level, size_t n, size_t *order)
{
    unsigned highest = 0, lowest_odd = 256;
    for (size_t i = 0; i < n; i++) {
        order[i] = i;
        if (level[i] > highest)
            highest = level[i];
        if (level[i] % 2 && level[i] < lowest_odd)
            lowest_odd = level[i];
    }
    for (unsigned at = highest; at >= lowest_odd; at--) {
        for (size_t i = 0; i < n; i++) {
            size_t end = i;
            while (end < n && level[order[end]] >= at)
                end++;
            for (size_t x = i, y = end; x + 1 < y; x++) {
                size_t swap = order[x];
                order[x] = order[--y];
                order[y] = swap;
            }
            if (end > i)
                i = end - 1;
        }
    }
}
