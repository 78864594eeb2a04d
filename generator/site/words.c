/* words.c - words of readers as values for templates, with the direction they are set in.
 *
 * A page reads from one side; names, titles and ids on it may read from the other.  One rule for all
 * of them: a text that as a whole goes against its page brings its direction along, and the template
 * sets it in an element with `dir`, which browsers isolate (HTML 15.3.5), so that signs at its ends stay
 * there.  Among words of the page's own direction, what goes its own way has isolates (UAX #9, 2.4.2)
 * around it; and so has a text that stands where no element can. */
#include "site/site_room.h"

#include <string.h>

/* By the first byte of their UTF-8. */
static bool is_ltr_letter(unsigned char c) /* Latin, Greek, Cyrillic, Armenian; ideographs, kana, hangul */
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= 0xc3 && c <= 0xd5) ||
           (c >= 0xe3 && c <= 0xed);
}

static bool is_rtl_letter(unsigned char c) /* Hebrew, Arabic, Syriac, Thaana, N'Ko */
{
    return c >= 0xd7 && c <= 0xdf;
}

/* One letter of the page's own direction is enough: its words, perhaps, with others among them. */
static bool goes_against(const char *text, bool rtl)
{
    bool against = false;

    for (const char *s = text; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (rtl ? is_rtl_letter(c) : is_ltr_letter(c))
            return false;
        against = against || (rtl ? is_ltr_letter(c) : is_rtl_letter(c));
    }
    return against;
}

bool words_rtl(const struct page_build *p)
{
    return locale_is_rtl(views_locale(p->edition->views)) != p->turned;
}

const char *words_dir(const struct page_build *p, const char *text, const char *lang)
{
    bool page = words_rtl(p);

    if (!text || !*text)
        return NULL;
    if (lang ? locale_lang_is_rtl(lang) == page : !goes_against(text, page))
        return NULL;
    return page ? "ltr" : "rtl";
}

/* Of a text that goes the page's way: what goes its own way within it keeps its order. */
static const char *in_order(const struct page_build *p, const char *text)
{
    return text && words_rtl(p) ? locale_isolated(p->arena, text) : text;
}

struct words words_of(const struct page_build *p, const char *text, const char *lang)
{
    const char *dir = words_dir(p, text, lang);

    return (struct words){dir ? text : in_order(p, text), dir};
}

const char *words_language(const struct page_build *p, const char *lang)
{
    return lang ? views_language_mark(p->edition->views, lang) : NULL;
}

const char *words_isolated(const struct page_build *p, const char *text)
{
    const char *dir = words_dir(p, text, NULL);

    if (!dir)
        return in_order(p, text);
    return arena_printf(p->arena, "%s%s\u2069", dir[0] == 'r' ? "\u2067" : "\u2066", text);
}

/* --- words too long for a line --- */

static bool ends_piece(const char *text, const char *s)
{
    return strchr("./_@?&", *s) && s != text && s[1] && !strchr("./", s[1]);
}

static const struct value *pieces(const struct page_build *p, const char *text, const char **last)
{
    struct value *list = value_list(p->arena);

    for (const char *s = *last = text; *s; s++) {
        if (!ends_piece(text, s))
            continue;
        const char *piece = arena_strndup(p->arena, *last, (size_t)(s - *last) + 1);
        value_push(list, value_string(p->arena, piece));
        *last = s + 1;
    }
    return list;
}

const struct value *words_pieces(const struct page_build *p, const char *text, const char **last)
{
    enum { FITS_A_LINE = 20 };

    *last = text;
    if (!text || strnlen(text, FITS_A_LINE + 1) <= FITS_A_LINE || strpbrk(text, " \n"))
        return NULL;
    return pieces(p, text, last);
}
