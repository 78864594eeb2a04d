#include "base/phrase.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

/* A mark: OPEN key { SEPARATOR argument } CLOSE.  None of these bytes stands in UTF-8. */
#define OPEN "\xFF"
#define CLOSE "\xFE"
#define SEPARATOR "\xFD"

static const struct word_row {
    const char *slug, *text, *mark;
} table[PHRASES] = {
#define HINT(code, slug, text) {slug, text, OPEN slug CLOSE},
#define PHRASE(code, slug, text) {slug, text, OPEN slug CLOSE},
#include "base/phrase_codes.h"
#undef HINT
#undef PHRASE
};

const char *phrase_slug(enum phrase w)
{
    return table[w].slug;
}

const char *phrase_english(enum phrase w)
{
    return table[w].text;
}

const char *phrase_mark(enum phrase w)
{
    return table[w].mark;
}

const char *phrase_filled_va(struct arena *a, enum phrase w, ...)
{
    struct buf b = BUF_INIT;
    va_list ap;
    buf_puts(&b, OPEN);
    buf_puts(&b, table[w].slug);
    va_start(ap, w);
    for (const char *s; (s = va_arg(ap, const char *));) {
        buf_puts(&b, SEPARATOR);
        buf_puts(&b, s);
    }
    va_end(ap);
    buf_puts(&b, CLOSE);
    return buf_to_arena(&b, a);
}

const char *phrase_own(struct arena *a, const char *english)
{
    return arena_printf(a, OPEN "%s" CLOSE, english);
}

/* Those that people meet; others are told as the system tells them. */
const char *phrase_errno(struct arena *a, int error)
{
    static const struct {
        int error;
        enum phrase word;
    } known[] = {
        {ENOENT, PHRASE_NO_SUCH_FILE}, {EACCES, PHRASE_NO_PERMISSION},
        {EPERM, PHRASE_NOT_PERMITTED}, {EISDIR, PHRASE_IS_A_FOLDER},
        {ENOTDIR, PHRASE_NOT_A_FOLDER}, {ENOSPC, PHRASE_NO_SPACE},
        {EROFS, PHRASE_READ_ONLY},     {EMFILE, PHRASE_TOO_MANY_FILES},
        {EEXIST, PHRASE_FILE_THERE},   {ENAMETOOLONG, PHRASE_NAME_TOO_LONG},
        {ELOOP, PHRASE_TOO_MANY_LINKS}, {EIO, PHRASE_DEVICE_FAULT},
        {ENOTEMPTY, PHRASE_FOLDER_NOT_EMPTY}, {ENXIO, PHRASE_NOT_A_PLAIN_FILE},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return phrase_mark(known[i].word);
    return phrase_own(a, strerror(error));
}

/* --- into words --- */

static const char *english_of(const char *key)
{
    for (int i = 0; i < PHRASES; i++)
        if (strcmp(table[i].slug, key) == 0)
            return table[i].text;
    return key;
}

/* Where the mark that opens at s closes: behind its last byte, or at the end of a text that was
 * no mark. */
static const char *end_of(const char *s)
{
    for (int depth = 0; *s; s++) {
        depth += *s == OPEN[0];
        depth -= *s == CLOSE[0];
        if (depth == 0)
            return s + 1;
    }
    return s;
}

/* How long a part of a mark is, marks within it and all. */
static size_t part_length(const char *s, const char *end)
{
    const char *p = s;
    while (p < end && *p != SEPARATOR[0])
        p = *p == OPEN[0] ? end_of(p) : p + 1;
    return (size_t)((p < end ? p : end) - s);
}

enum { DEEPEST = 8 };

static void unmark(struct buf *out, const struct map *language, const char *s, int depth);

static void put_filled(struct buf *out, const struct map *language, const char *text,
                       const char *const args[PHRASE_ARGS], size_t most, int depth);

/* body[0..n) is what stands between OPEN and CLOSE. */
static void put_mark(struct buf *out, const struct map *language, const char *body, size_t n,
                     int depth)
{
    struct arena *a = arena_new();
    const char *args[PHRASE_ARGS] = {"", "", "", "", "", "", "", ""}, *end = body + n;
    size_t len = part_length(body, end);
    const char *key = arena_strndup(a, body, len), *p = body + len;
    for (int i = 0; p < end && i < PHRASE_ARGS; i++) {
        len = part_length(++p, end);
        args[i] = arena_strndup(a, p, len);
        p += len;
    }
    const char *text = language ? map_get(language, key) : NULL;
    put_filled(out, language, text ? text : english_of(key), args, SIZE_MAX, depth + 1);
    arena_free(a);
}

static void unmark(struct buf *out, const struct map *language, const char *s, int depth)
{
    while (*s) {
        size_t n = strcspn(s, OPEN);
        buf_put(out, s, n);
        s += n;
        if (!*s)
            return;
        const char *end = end_of(s);
        if (end[-1] != CLOSE[0] || depth >= DEEPEST) {
            buf_putc(out, *s++); /* a stray byte, as of the name of a file */
            continue;
        }
        put_mark(out, language, s + 1, (size_t)(end - s) - 2, depth);
        s = end;
    }
}

void phrase_unmark(struct buf *out, const struct map *language, const char *s)
{
    unmark(out, language, s, 0);
}

char *phrase_text(struct arena *a, const struct map *language, const char *s)
{
    struct buf b = BUF_INIT;
    phrase_unmark(&b, language, s);
    return buf_to_arena(&b, a);
}

/* An argument may be as long as a file: what is shown of it is cut between code points. */
static void put_argument(struct buf *out, const struct map *language, const char *s, size_t most,
                         int depth)
{
    struct buf b = BUF_INIT;
    unmark(&b, language, s, depth);
    size_t n = b.n > most ? utf8_start(b.p, most) : b.n;
    buf_put(out, buf_str(&b), n);
    if (n < b.n)
        buf_puts(out, "…");
    buf_free(&b);
}

/* The number of the argument that stands at s as {0} ... {7}; -1 when none does. */
static int argument_at(const char *s)
{
    bool is = s[0] == '{' && s[1] >= '0' && s[1] < '0' + PHRASE_ARGS && s[2] == '}';
    return is ? s[1] - '0' : -1;
}

static void put_filled(struct buf *out, const struct map *language, const char *text,
                       const char *const args[PHRASE_ARGS], size_t most, int depth)
{
    for (; *text; text++) {
        int k = argument_at(text);
        if (k < 0) {
            buf_putc(out, *text);
            continue;
        }
        put_argument(out, language, args[k], most, depth);
        text += 2;
    }
}

void phrase_put(struct buf *out, const struct map *language, const char *key, const char *english,
               const char *const args[PHRASE_ARGS], size_t most)
{
    const char *text = language ? map_get(language, key) : NULL;
    put_filled(out, language, text ? text : english, args, most, 0);
}

bool phrase_same_arguments(const char *a, const char *b)
{
    unsigned in_a = 0, in_b = 0;
    for (; *a; a++)
        in_a |= argument_at(a) < 0 ? 0 : 1u << argument_at(a);
    for (; *b; b++)
        in_b |= argument_at(b) < 0 ? 0 : 1u << argument_at(b);
    return in_a == in_b;
}
