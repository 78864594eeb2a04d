/* Direction and script of the parts of a paragraph. */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

enum { BRACKETS_MAX = 63 }; /* as deep as UAX #9 looks */
enum { RLM = 0x200F, NEUTRAL = 0x2003, LRI = 0x2066, RLI = 0x2067, PDI = 0x2069 };

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
        if (is_common(s) && uscript_hasScript(c, USCRIPT_ARABIC)) /* the Arabic comma */
            s = USCRIPT_ARABIC;
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

/* --- stretches that keep their own direction --- */

struct stretch {
    int32_t from, to;
};
typedef VEC(struct stretch) stretches;

static bool is_rtl(UChar c)
{
    UCharDirection d = u_charDirection(c);
    return d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC || d == U_ARABIC_NUMBER;
}

static bool is_any(UChar c, const char *set)
{
    return c < 0x80 && c != 0 && strchr(set, (char)c) != NULL;
}

static bool is_word_end(UChar c)
{
    return u_isWhitespace(c) || c == 0x2028 || c == RLM;
}

/* Is the word a web or mail address or the number of a document, whose marks would jump? */
static bool has_marks(const UChar *unit, struct stretch k)
{
    for (int32_t i = k.from; i < k.to; i++)
        if (is_any(unit[i], "/@\\_#&=") || unit[i] == 0x2026)
            return true;
    return false;
}

static bool has_latin(const UChar *unit, struct stretch k)
{
    for (int32_t i = k.from; i < k.to; i++)
        if (u_charDirection(unit[i]) == U_LEFT_TO_RIGHT)
            return true;
    return false;
}

/* Brackets and the marks of the sentence around a word are the paragraph's, save a bracket
 * whose fellow stands inside. */
static struct stretch trimmed(const UChar *unit, struct stretch k)
{
    while (k.from < k.to && is_any(unit[k.from], "([{\"'"))
        k.from++;
    while (k.from < k.to && unit[k.from] == 0x00AB)
        k.from++;
    int open = 0; /* brackets that close inside do not count */
    for (int32_t i = k.from; i < k.to; i++)
        open += unit[i] == '(' ? 1 : unit[i] == ')' ? -1 : 0;
    for (; k.to > k.from; k.to--) {
        UChar last = unit[k.to - 1];
        if (!(is_any(last, ".,;:!?]}\"'") || last == 0x00BB || last == 0x060C || last == 0x061B ||
              last == 0x061F || (last == ')' && open < 0)))
            break;
        open += last == ')';
    }
    return k;
}

/* The next word at or after *i, by white space; false when there is none. */
static bool next_word(struct wide w, int32_t *i, struct stretch *word)
{
    while (*i < w.n && is_word_end(w.unit[*i]))
        ++*i;
    word->from = *i;
    while (*i < w.n && !is_word_end(w.unit[*i]))
        ++*i;
    word->to = *i;
    return word->to > word->from;
}

static bool has_rtl(const UChar *unit, struct stretch k)
{
    for (int32_t i = k.from; i < k.to; i++)
        if (is_rtl(unit[i]))
            return true;
    return false;
}

/* Whose fellow each quotation mark is; its own place when it is no mark, or a lone one. */
static int32_t *fellows(struct arena *a, struct wide w)
{
    int32_t *of = ARENA_ARRAY(a, int32_t, (size_t)w.n + 1), open[BRACKETS_MAX];
    int n = 0;
    for (int32_t i = 0; i < w.n; i++) {
        UChar c = w.unit[i], opening = c == 0x00BB ? 0x00AB : c == 0x201D ? 0x201C : 0;
        of[i] = i;
        if ((c == 0x00AB || c == 0x201C) && n < BRACKETS_MAX)
            open[n++] = i;
        for (int k = n - 1; opening && k >= 0; k--) {
            if (w.unit[open[k]] != opening)
                continue;
            of[i] = open[k];
            of[open[k]] = i;
            n = k;
            break;
        }
    }
    return of;
}

/* A row that begins inside a quotation and ends outside is two. */
static void put_row(struct arena *a, struct wide w, const int32_t *fellow, struct stretch row,
                    stretches *found)
{
    struct stretch part = row = trimmed(w.unit, row);
    for (int32_t i = row.from; i <= row.to; i++) {
        bool crosses = i < row.to && (fellow[i] < row.from || fellow[i] >= row.to);
        if (!crosses && i < row.to)
            continue;
        part.to = i;
        while (part.from < part.to && is_word_end(w.unit[part.from]))
            part.from++;
        while (part.to > part.from && is_word_end(w.unit[part.to - 1]))
            part.to--;
        part = trimmed(w.unit, part);
        if (part.to > part.from)
            VEC_PUSH(a, found, part);
        part.from = i + 1;
    }
}

static bool ends_sentence(struct wide w, int32_t from, int32_t to)
{
    for (; from < to; from++)
        if (w.unit[from] == RLM)
            return true;
    return false;
}

/* Rows of words between right-to-left ones, from the first to the last Latin word, when one of
 * them has marks. */
static void find_latin(struct arena *a, struct wide w, const int32_t *fellow, stretches *found)
{
    struct stretch word, row = {0, 0};
    bool marks = false;
    for (int32_t i = 0;;) {
        bool any = next_word(w, &i, &word);
        if (any && row.to && ends_sentence(w, row.to, word.from)) {
            if (marks)
                put_row(a, w, fellow, row, found);
            row = (struct stretch){0, 0};
            marks = false;
        }
        while (any && word.from < word.to && is_rtl(w.unit[word.from])) {
            word.from++; /* "and" and the article are written on to what follows */
            if (marks)
                put_row(a, w, fellow, row, found);
            row = (struct stretch){0, 0};
            marks = false;
        }
        if (any && !has_rtl(w.unit, word)) {
            struct stretch core = trimmed(w.unit, word);
            if (!has_latin(w.unit, core))
                continue;
            row = row.to ? (struct stretch){row.from, word.to} : (struct stretch){core.from,
                                                                                  word.to};
            marks = marks || has_marks(w.unit, core);
            continue;
        }
        if (marks)
            put_row(a, w, fellow, row, found);
        if (!any)
            return;
        row = (struct stretch){0, 0};
        marks = false;
    }
}

static int32_t digits_at(struct wide w, int32_t i)
{
    int32_t n = 0;
    while (i + n < w.n && u_isdigit(w.unit[i + n]))
        n++;
    return n;
}

/* Figures in groups parted by spaces: "12 345 678". */
static void find_groups(struct arena *a, struct wide w, stretches *found)
{
    for (int32_t i = 0; i < w.n; i++) {
        int32_t from = i, n = digits_at(w, i);
        i += n;
        if (n == 0 || n > 3)
            continue;
        int32_t to = i;
        while (to < w.n && w.unit[to] == ' ' && digits_at(w, to + 1) == 3)
            to += 4;
        struct stretch number = {from, to};
        if (to > i)
            VEC_PUSH(a, found, number);
        i = to;
    }
}

static bool is_sign(UChar c)
{
    return c == '-' || c == '+' || c == 0x2212 || c == 0x00B1;
}

/* Figures with a sign before them, which would else stand behind: "-48,500.00". */
static void find_signed(struct arena *a, struct wide w, stretches *found)
{
    for (int32_t i = 0; i + 1 < w.n; i++) {
        bool after_word = i > 0 && !is_word_end(w.unit[i - 1]) && !is_any(w.unit[i - 1], "([") &&
                          w.unit[i - 1] != 0x00AB && w.unit[i - 1] != 0x201C;
        if (!is_sign(w.unit[i]) || !digits_at(w, i + 1) || after_word)
            continue;
        struct stretch number = {i, i + 1};
        for (int32_t n; (n = digits_at(w, number.to)) > 0;) {
            number.to += n;
            int32_t mark = number.to < w.n && (is_any(w.unit[number.to], ".,") ||
                                               w.unit[number.to] == 0x00A0 ||
                                               w.unit[number.to] == 0x202F);
            if (mark && digits_at(w, number.to + 1))
                number.to++;
        }
        number.to += number.to < w.n && is_any(w.unit[number.to], "%");
        VEC_PUSH(a, found, number);
        i = number.to - 1;
    }
}

/* What stands between two quotation marks goes its own way, so that the marks themselves go the
 * paragraph's. */
static void find_quoted(struct arena *a, struct wide w, const int32_t *fellow, bool latin_only,
                        stretches *found)
{
    for (int32_t i = 0; i < w.n; i++) {
        struct stretch inside = {i + 1, fellow[i]};
        if (inside.to > inside.from && (!latin_only || has_latin(w.unit, inside)))
            VEC_PUSH(a, found, inside);
    }
}

/* Does the stretch hold a right-to-left character?  Asked of many: sums[i] counts those before. */
static int32_t *count_rtl(struct arena *a, struct wide w)
{
    int32_t *sums = ARENA_ARRAY(a, int32_t, (size_t)w.n + 1);
    sums[0] = 0;
    for (int32_t i = 0; i < w.n; i++)
        sums[i + 1] = sums[i] + is_rtl(w.unit[i]);
    return sums;
}

/* UAX #9 over the text with an isolate (LRI ... PDI, RLI ... PDI) around each stretch: a
 * higher-level protocol in the sense of its 4.3, HL5, HL6.  at[i]: where unit i went.  Quotations
 * that hold no Latin word would stand as they do without: latin_only leaves them alone. */
static struct wide isolated(struct arena *a, struct wide w, bool latin_only, int32_t *at)
{
    stretches found = {0};
    const int32_t *fellow = fellows(a, w), *rtl = count_rtl(a, w);
    find_quoted(a, w, fellow, latin_only, &found); /* outside all that follows */
    find_latin(a, w, fellow, &found);
    find_groups(a, w, &found);
    find_signed(a, w, &found);
    struct wide out = {.unit = ARENA_ARRAY(a, UChar, (size_t)w.n + 2 * found.n + 1)};
    int32_t *ends = ARENA_ARRAY(a, int32_t, (size_t)w.n + 1);
    int32_t *first = ARENA_ARRAY(a, int32_t, (size_t)w.n + 1); /* 1 and up: of those found */
    int32_t *next = ARENA_ARRAY(a, int32_t, found.n + 1);
    for (size_t i = found.n; i-- > 0;) {
        next[i] = first[found.p[i].from];
        first[found.p[i].from] = (int32_t)i + 1;
        ends[found.p[i].to]++;
    }
    for (int32_t i = 0; i <= w.n; i++) {
        for (; ends[i] > 0; ends[i]--)
            out.unit[out.n++] = PDI;
        for (int32_t k = first[i]; k > 0; k = next[k - 1])
            out.unit[out.n++] = rtl[found.p[k - 1].to] > rtl[i] ? RLI : LRI;
        at[i] = out.n;
        if (i < w.n)
            out.unit[out.n++] = w.unit[i];
    }
    return out;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether there is nothing to isolate for sure: Arabic letters, figures that are whole, and signs
 * of punctuation are most texts.  UTF-8: U+0600 to U+06FF save for figures, U+2000 to U+203F save
 * for the left-to-right mark, and the no-break space and quotation marks of Latin-1. */
static bool needs_no_isolate(const char *text)
{
    for (const char *s = text; *s; s++) {
        unsigned char c = (unsigned char)*s, next = (unsigned char)s[1];
        if (c >= 0xD8 && c <= 0xDB) {
            if ((c == 0xD9 && next >= 0xA0 && next <= 0xA9) || (c == 0xDB && next >= 0xB0))
                return false;
            s += next != 0;
        } else if (c == 0xC2 && (next == 0xA0 || next == 0xAB || next == 0xBB)) {
            s++;
        } else if (c == 0xE2 && next == 0x80 && s[2] && (unsigned char)s[2] != 0x8E) {
            s += 2;
        } else if (c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                   c == '+' || (c == ' ' && s > text && is_digit(s[-1]) && is_digit(s[1]))) {
            return false;
        }
    }
    return true;
}

const char *locale_isolated(struct arena *a, const char *text)
{
    if (needs_no_isolate(text))
        return text;
    struct wide w = locale_wide(a, text, strlen(text), false);
    int32_t *at = ARENA_ARRAY(a, int32_t, (size_t)w.n + 1);
    struct wide out = isolated(a, w, true, at);

    return out.n == w.n ? text : locale_narrow(a, out.unit, out.n);
}

/* --- marks of notes --- */

static bool ends_here(UChar c)
{
    return is_any(c, ".!?") || c == 0x061F || c == 0x2026;
}

/* A note's mark is no part of the number or the Latin word before it: it stands as white would,
 * and behind the end of a sentence as the paragraph goes. */
static struct wide without_marks(struct arena *a, struct wide w, const bool *mark)
{
    struct wide out = w;
    out.unit = ARENA_ARRAY(a, UChar, (size_t)w.n + 1);
    bool ended = false;
    for (int32_t i = 0; i < w.n; i++) {
        bool marked = mark[w.byte_of[i]];
        out.unit[i] = !marked ? w.unit[i] : ended ? RLM : NEUTRAL;
        ended = marked ? ended : ends_here(w.unit[i]) || (ended && is_any(w.unit[i], ")\""));
    }
    return out;
}

static UBiDiLevel *levels(struct arena *a, struct wide w, bool rtl, const bool *mark)
{
    UBiDiLevel *level = ARENA_ARRAY(a, UBiDiLevel, (size_t)w.n + 1);
    int32_t *at = ARENA_ARRAY(a, int32_t, (size_t)w.n + 1);
    for (int32_t i = 0; i < w.n; i++)
        at[i] = i;
    struct wide set = mark ? without_marks(a, w, mark) : w;
    set = rtl ? isolated(a, set, false, at) : set;
    UErrorCode e = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(set.n, 0, &e);
    ubidi_setPara(bidi, set.unit, set.n, rtl ? 1 : 0, NULL, &e);
    const UBiDiLevel *found = ubidi_getLevels(bidi, &e);
    for (int32_t i = 0; i < w.n; i++)
        level[i] = U_SUCCESS(e) ? found[at[i]] : rtl ? 1 : 0;
    ubidi_close(bidi);
    return level;
}

/* Whether there is nothing but Latin letters (to U+024F), ASCII, and dashes, quotes and line
 * separators of U+2010 to U+2028: such a text is one run, and needs no look at each character. */
static bool is_plain_latin(const char *text, size_t len, bool *letters)
{
    *letters = false;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        unsigned char next = i + 1 < len ? (unsigned char)text[i + 1] : 0;
        if (c >= 0xC3 && c <= 0xC9) { /* U+00C0 on: letters, save for two signs */
            *letters = *letters || c > 0xC3 || (next != 0x97 && next != 0xB7);
            i++;
        } else if (c == 0xC2 && next >= 0xA0) { /* signs, and the ordinals */
            i++;
        } else if (c == 0xE2 && next == 0x80 && i + 2 < len) {
            unsigned char last = (unsigned char)text[i + 2];
            if (last < 0x90 || last > 0xA8)
                return false;
            i += 2;
        } else if (c >= 0x80 || c < 0x20) {
            return false;
        }
        *letters = *letters || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return true;
}

static bool is_ascii(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

size_t locale_runs(struct arena *a, const char *text, size_t len, bool rtl_paragraph,
                   const bool *mark, struct text_run **runs)
{
    bool letters;
    if (!rtl_paragraph && len > 0 && is_plain_latin(text, len, &letters) &&
        (letters || is_ascii(text, len))) {
        *runs = ARENA_NEW(a, struct text_run);
        **runs = (struct text_run){.to = len, .script = "Latn"};
        if (!letters) /* figures: UAX #9, W7, has them as the paragraph */
            memcpy((*runs)->script, "Zyyy", sizeof (*runs)->script);
        return 1;
    }
    struct wide w = locale_wide(a, text, len, true);
    VEC(struct text_run) found = {0};
    if (w.n > 0) {
        UScriptCode *script = scripts(a, w);
        UBiDiLevel *level = levels(a, w, rtl_paragraph, rtl_paragraph ? mark : NULL);
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
