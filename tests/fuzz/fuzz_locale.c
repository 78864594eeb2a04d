/* What is found out about a text before it is set or sorted: runs, breaks, clusters, order, case. */
#include "kit.h"

#include "base/utf8.h"
#include "locale/locale.h"

static const struct locale *locale_of(size_t i)
{
    static struct locale *open[LANGS];
    if (!open[i])
        open[i] = locale_open(arena_new(), lang_code[i]);
    return open[i];
}

static bool starts_character(const char *s, size_t i)
{
    return ((unsigned char)s[i] & 0xC0) != 0x80;
}

static void runs(struct arena *a, const char *s, size_t n, bool rtl)
{
    struct text_run *run = NULL;
    size_t runs = locale_runs(a, s, n, rtl, NULL, &run), at = 0;
    unsigned char *level = ARENA_ARRAY(a, unsigned char, runs + 1);
    size_t *order = ARENA_ARRAY(a, size_t, runs + 1);
    bool *seen = ARENA_ARRAY(a, bool, runs + 1);
    for (size_t i = 0; i < runs; i++) {
        HOLDS(run[i].from == at && run[i].to > at && run[i].to <= n);
        HOLDS(starts_character(s, run[i].from) && strlen(run[i].script) == 4);
        HOLDS(run[i].level <= 126);
        at = run[i].to;
        level[i] = run[i].level;
    }
    HOLDS(at == n);
    locale_visual_order(level, runs, order);
    for (size_t i = 0; i < runs; i++) {
        HOLDS(order[i] < runs && !seen[order[i]]);
        seen[order[i]] = true;
    }
}

static void breaks(struct arena *a, const struct locale *l, const char *s, size_t n)
{
    unsigned char *kind = locale_breaks(a, l, s, n);
    bool *cluster = locale_graphemes(a, s, n);
    HOLDS(n == 0 || (kind[0] == BREAK_NONE && kind[n] == BREAK_MANDATORY));
    for (size_t i = 1; i < n; i++) {
        HOLDS(kind[i] <= BREAK_DISLIKED);
        HOLDS(kind[i] == BREAK_NONE || starts_character(s, i));
        HOLDS(!cluster[i] || starts_character(s, i));
    }
}

/* Isolates that are put in are all that is put in. */
static void isolated(struct arena *a, const char *s)
{
    const char *t = locale_isolated(a, s);
    while (*t) {
        unsigned x = 0, y = 0;
        size_t n = utf8_decode(t, strlen(t), &x), m = *s ? utf8_decode(s, strlen(s), &y) : 0;
        HOLDS(n > 0);
        if (x == y)
            s += m;
        else
            HOLDS(x == 0x2066 || x == 0x2067 || x == 0x2069);
        t += n;
    }
    HOLDS(*s == '\0');
}

static void order(const char *s)
{
    size_t half = strlen(s) / 2;
    while (half && !starts_character(s, half))
        half--;
    for (size_t i = 0; i < LANGS; i++) {
        HOLDS(locale_compare(locale_of(i), s, s) == 0);
        int one = locale_compare(locale_of(i), s, s + half);
        int other = locale_compare(locale_of(i), s + half, s);
        HOLDS((one < 0) == (other > 0) && (one == 0) == (other == 0));
    }
}

static void letters(struct arena *a, const char *s, size_t n)
{
    size_t bad;
    SAME(locale_nfc(a, locale_nfc(a, s)), locale_nfc(a, s));
    const char *fold = locale_fold(a, s);
    HOLDS(utf8_valid(fold, strlen(fold), &bad));
    SAME(locale_fold(a, fold), fold);
    const char *name = locale_fold_name(a, s);
    SAME(locale_fold_name(a, name), name);
    const char *latin = locale_latin(a, s);
    HOLDS(utf8_valid(latin, strlen(latin), &bad));
    for (size_t i = 0; i < LANGS; i++) {
        const char *up = locale_upper(a, locale_of(i), s);
        HOLDS(utf8_valid(up, strlen(up), &bad));
    }
    size_t cells = locale_cells(s), fit = locale_cells_fit(s, cells / 2);
    HOLDS(cells <= 2 * n && fit <= n && (fit == n || starts_character(s, fit)));
    HOLDS(locale_cells_fit(s, cells) == n);
    HOLDS(locale_cells(arena_strndup(a, s, fit)) <= cells / 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = kit_arena();
    const char *s = kit_utf8(a, data, size);
    size_t n = strlen(s);
    runs(a, s, n, false);
    runs(a, s, n, true);
    for (size_t i = 0; i < LANGS; i++)
        breaks(a, locale_of(i), s, n);
    isolated(a, s);
    order(s);
    letters(a, s, n);
    return 0;
}
