#include "font/hyphens.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "locale/locale.h"

#include <hyphen.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

/* Letters to leave before and after a hyphen.  Two at a line's end are common; fewer than
 * three at the start of the next look torn off, whatever the patterns' makers allow. */
enum { LEFT_MIN = 2, RIGHT_MIN = 3, LETTERS_MAX = 64 };

struct hyphens {
    HyphenDict *dict;
    iconv_t encoder; /* from UTF-8; (iconv_t)-1 when the dictionary is UTF-8 itself */
};

struct letters {
    char text[LETTERS_MAX * 4 + 1]; /* lower case, in the dictionary's encoding */
    size_t len;
    size_t end[LETTERS_MAX]; /* by letter: the byte of the given word after it */
    size_t n;
};

static void close_hyphens(void *p)
{
    struct hyphens *h = p;
    hnj_hyphen_free(h->dict);
    if (h->encoder != (iconv_t)-1)
        iconv_close(h->encoder);
}

struct hyphens *hyphens_open(struct arena *a, const char *file)
{
    HyphenDict *dict = hnj_hyphen_load(file);
    if (!dict)
        return NULL;
    struct hyphens *h = ARENA_NEW(a, struct hyphens);
    h->dict = dict;
    h->encoder = dict->utf8 ? (iconv_t)-1 : iconv_open(dict->cset, "UTF-8");
    arena_defer(a, close_hyphens, h);
    return dict->utf8 || h->encoder != (iconv_t)-1 ? h : NULL;
}

/* Puts one letter in the dictionary's encoding; false when it has none there. */
static bool put_letter(struct hyphens *h, struct letters *l, unsigned letter)
{
    char utf8[4];
    size_t n = utf8_encode(letter, utf8);
    if (h->encoder == (iconv_t)-1) {
        memcpy(l->text + l->len, utf8, n);
        l->len += n;
        return true;
    }
    char *in = utf8, *out = l->text + l->len;
    size_t room = 1;
    if (iconv(h->encoder, &in, &n, &out, &room) != 0 || room != 0)
        return false;
    l->len++;
    return true;
}

/* False for what is not hyphenated: figures, abbreviations and names with capitals inside,
 * letters foreign to the dictionary, and words of more letters than any has. */
static bool read_letters(struct hyphens *h, const char *word, size_t len, struct letters *l)
{
    *l = (struct letters){.n = 0};
    for (size_t i = 0; i < len;) {
        unsigned c;
        size_t used = utf8_decode(word + i, len - i, &c);
        if (used == 0 || l->n == LETTERS_MAX || (c >= '0' && c <= '9'))
            return false;
        unsigned lower = locale_lower_letter(c);
        if ((lower != c && l->n > 0) || !put_letter(h, l, lower))
            return false;
        i += used;
        l->end[l->n++] = i;
    }
    return l->n >= LEFT_MIN + RIGHT_MIN;
}

bool *hyphens_find(struct hyphens *h, struct arena *a, const char *word, size_t len)
{
    bool *after = ARENA_ARRAY(a, bool, len + 1);
    struct letters l;
    if (!read_letters(h, word, len, &l))
        return after;
    char mark[LETTERS_MAX * 4 + 5] = {0};
    char **replaced = NULL;
    int *position = NULL, *cut = NULL;
    int failed = hnj_hyphen_hyphenate3(h->dict, l.text, (int)l.len, mark, NULL, &replaced,
                                       &position, &cut, LEFT_MIN, RIGHT_MIN, LEFT_MIN, RIGHT_MIN);
    for (size_t i = 0; !failed && i + 1 < l.n; i++) /* a point that changes letters is left out */
        if (mark[i] % 2 == 1 && !(replaced && replaced[i]))
            after[l.end[i] - 1] = true;
    for (size_t i = 0; replaced && i < l.len; i++)
        free(replaced[i]);
    free(replaced);
    free(position);
    free(cut);
    return after;
}
