/* Where lines and characters may be parted. */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "locale/locale_tie.h"

#include <string.h>
#include <unicode/uchar.h>
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

/* --- texts of ordinary words --- */

/* Words come back, and where a line may end within one depends on it alone; so does, between
 * letters and figures, where it may end at a space.  Texts of which that cannot be said are
 * looked at as a whole. */
struct break_words {
    struct arena *arena;
    struct map known; /* struct known by word */
};

struct known {
    struct token token;
    unsigned char kind[];
};

enum { KNOWN_MOST = 1 << 14 }; /* then they are begun anew: ids and amounts never come back */

static void close_words(void *words)
{
    arena_free(((struct break_words *)words)->arena);
}

static void begin_words(struct break_words *w)
{
    arena_free(w->arena);
    w->arena = arena_new();
    map_init(&w->known, w->arena);
}

static struct break_words *words_of(struct locale_tools *t)
{
    if (!t->words) {
        t->words = ARENA_NEW(t->arena, struct break_words);
        begin_words(t->words);
        arena_defer(t->arena, close_words, t->words);
    }
    return t->words;
}

/* Neither white but U+0020 nor signs and letters from U+2E80 on: what has none between spaces is
 * one token of locale_tie.h. */
static bool is_plain(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c < 0x20 || c >= 0xE3 || (c == 0xE2 && i + 1 < n && (unsigned char)s[i + 1] >= 0xBA))
            return false;
    }
    return true;
}

/* What is known of a word; NULL when it is none. */
static const struct known *know(const struct locale *l, const char *s, size_t n)
{
    struct break_words *w = words_of(l->tools);
    struct known *k = map_get_n(&w->known, s, n);
    if (k || !is_plain(s, n))
        return k;
    if (w->known.n == KNOWN_MOST)
        begin_words(w);
    k = arena_alloc(w->arena, sizeof *k + n + 1);
    each_boundary(l->tools->line, s, n, mark_break, k->kind);
    k->token = locale_tie_word(l->language->code, s, n, k->kind);
    map_set(&w->known, arena_strndup(w->arena, s, n), k);
    return k;
}

static bool is_letter(unsigned c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c >= 0xC0 && c < 0x2E80 && u_isalpha((UChar32)c));
}

/* May a line end at the space between two words?  UAX #14 says so of letters and figures, and of
 * the commonest signs (LB13 to LB18). */
static bool parts_at_space(const char *before, size_t n, const char *after, size_t left)
{
    unsigned last = 0, first = 0;
    size_t at = utf8_start(before, n - 1);
    utf8_decode(before + at, n - at, &last);
    utf8_decode(after, left, &first);
    return is_letter(first) && (is_letter(last) || (last > ' ' && last < 0x7F &&
                                                    strchr(",.;:)!?%", (int)last)));
}

static const char line_separator[] = "\xE2\x80\xA8"; /* U+2028 */

static size_t word_end(const char *text, size_t len, size_t at)
{
    while (at < len && text[at] != ' ' &&
           !(text[at] == line_separator[0] && len - at >= 3 &&
             !memcmp(text + at, line_separator, 3)))
        at++;
    return at;
}

/* False when a text is not of ordinary words. */
static bool break_words(struct arena *a, const struct locale *l, const char *text, size_t len,
                        unsigned char *kind)
{
    VEC(struct token) token = {0};
    for (size_t at = 0, next; at < len; at = next) {
        size_t to = word_end(text, len, at);
        const struct known *k = to > at ? know(l, text + at, to - at) : NULL;
        if (!k)
            return false;
        memcpy(kind + at + 1, k->kind + 1, to - at - 1);
        struct token t = k->token;
        t.from += at;
        t.to += at;
        t.core += at;
        VEC_PUSH(a, &token, t);
        next = to + (to < len && text[to] != ' ' ? strlen(line_separator) : 1);
        if (next >= len)
            break;
        if (text[to] != ' ')
            kind[next] = BREAK_MANDATORY;
        else if (parts_at_space(text + at, to - at, text + next, len - next))
            kind[next] = BREAK_ALLOWED;
        else
            return false;
    }
    locale_tie_words(l->language->code, text, len, token.p, token.n, kind);
    return true;
}

unsigned char *locale_breaks(struct arena *a, const struct locale *l, const char *text, size_t len)
{
    unsigned char *kind = ARENA_ARRAY(a, unsigned char, len + 1);
    const char *lang = l->language->code;
    if (!strcmp(lang, "zh") || !break_words(a, l, text, len, kind)) {
        memset(kind, BREAK_NONE, len + 1);
        each_boundary(l->tools->line, text, len, mark_break, kind);
        locale_tie(a, lang, text, len, kind);
    }
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
