#include "input/input_room.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

enum {
    WINDOW = 4096,    /* how far a text is looked for; keeps the walk linear */
    LABEL_MOST = 1002, /* bytes of a label with its bracket, by CommonMark */
    UTF8_MOST = 4
};

void md_cursor_init(struct md_cursor *c, struct arena *a, const struct source *src)
{
    size_t n = 1;
    for (size_t i = 0; i < src->len; i++)
        n += src->text[i] == '\n';
    size_t *line = ARENA_ARRAY(a, size_t, n);
    *c = (struct md_cursor){
        .src = src, .line = line, .lines = n, .steps = WINDOW * (size_t)WINDOW + 64 * src->len};
    n = 1;
    for (size_t i = 0; i < src->len; i++)
        if (src->text[i] == '\n')
            line[n++] = i + 1;
}

size_t md_cursor_offset(const struct md_cursor *c, int line, int col)
{
    if (line < 1 || (size_t)line > c->lines)
        return c->src->len;
    size_t at = c->line[line - 1] + (size_t)(col > 1 ? col - 1 : 0);
    return at < c->src->len ? at : c->src->len;
}

static size_t line_end(const struct md_cursor *c, size_t at)
{
    const char *nl = memchr(c->src->text + at, '\n', c->src->len - at);
    return nl ? (size_t)(nl - c->src->text) : c->src->len;
}

struct place md_cursor_place(struct md_cursor *c, struct md_span s)
{
    size_t end = s.to > s.from ? line_end(c, s.from) : s.from;
    return place_along(&c->walk, c->src, s.from, s.to < end ? s.to : end);
}

static char byte_at(const struct md_cursor *c, size_t i)
{
    return i < c->src->len ? c->src->text[i] : '\0';
}

/* The bytes of an entity at i ("&amp;", "&#38;"), 0 when there is none; longer numbers are none. */
static size_t entity_at(const struct md_cursor *c, size_t i)
{
    enum { NAME = 32, DIGITS = 7, HEX_DIGITS = 6 };
    if (byte_at(c, i) != '&')
        return 0;
    bool number = byte_at(c, i + 1) == '#';
    bool hex = number && (byte_at(c, i + 2) | 0x20) == 'x';
    size_t from = (size_t)(number + hex) + 1, n = from, most = number ? hex ? HEX_DIGITS : DIGITS : NAME;
    while (n <= from + most && isalnum((unsigned char)byte_at(c, i + n)))
        n++;
    return n > from && n <= from + most && byte_at(c, i + n) == ';' ? n + 1 : 0;
}

/* The end of text when it is written at i, escapes and entities included; else 0. */
static size_t match(struct md_cursor *c, size_t i, const char *text)
{
    for (; *text && c->steps > 0; c->steps--) {
        char s = byte_at(c, i);
        size_t entity = entity_at(c, i);
        if (entity) {
            unsigned code_point;
            size_t n = utf8_decode(text, strnlen(text, UTF8_MOST), &code_point);
            text += n ? n : 1;
            i += entity;
        } else if (s == '\\' && byte_at(c, i + 1) == *text && ispunct((unsigned char)*text)) {
            text++;
            i += 2;
        } else if (s == *text) {
            text++;
            i++;
        } else {
            return 0;
        }
    }
    return *text ? 0 : i;
}

struct md_span md_cursor_text(struct md_cursor *c, const char *text)
{
    size_t limit = c->src->len - c->at > WINDOW ? c->at + WINDOW : c->src->len;
    for (size_t i = c->at; i < limit && *text && c->steps > 0; i++) {
        size_t end = match(c, i, text);
        if (end) {
            c->at = end;
            return (struct md_span){i, end};
        }
    }
    return (struct md_span){c->at, c->at};
}

struct md_span md_cursor_code(struct md_cursor *c)
{
    size_t i = c->at, run = 0;
    while (i < c->src->len && c->src->text[i] != '`')
        i += c->src->text[i] == '\\' ? 2 : 1;
    while (byte_at(c, i + run) == '`')
        run++;
    for (size_t k = i + run; run && k < c->src->len;) {
        size_t n = 0;
        while (byte_at(c, k + n) == '`')
            n++;
        if (n == run) {
            c->at = k + n;
            return (struct md_span){i, k + n};
        }
        k += n ? n : 1;
    }
    return (struct md_span){c->at, c->at};
}

struct md_span md_cursor_mark(struct md_cursor *c, size_t to)
{
    for (size_t i = c->at; i + 1 < to; i++) {
        if (c->src->text[i] == '\\') {
            i++;
        } else if (c->src->text[i] == '[' && c->src->text[i + 1] == '^') {
            size_t left = c->src->len - i;
            const char *end = memchr(c->src->text + i, ']', left < LABEL_MOST ? left : LABEL_MOST);
            if (!end)
                continue;
            c->at = (size_t)(end - c->src->text) + 1;
            return (struct md_span){i, c->at};
        }
    }
    return (struct md_span){c->at, c->at};
}

struct md_span md_cursor_open(struct md_cursor *c, const char *const *delimiters)
{
    size_t limit = c->src->len - c->at > WINDOW ? c->at + WINDOW : c->src->len;
    for (size_t i = c->at; i < limit; i++) {
        if (c->src->text[i] == '\\') {
            i++;
            continue;
        }
        for (const char *const *d = delimiters; *d; d++)
            if (strncmp(c->src->text + i, *d, strlen(*d)) == 0) {
                c->at = i + strlen(*d);
                return (struct md_span){i, c->at};
            }
    }
    return (struct md_span){c->at, c->at};
}

/* A link without brackets: an address in the text, or in <>. */
struct md_span md_cursor_bare_link(struct md_cursor *c, const char *text)
{
    struct md_cursor probe = *c;
    struct md_span s = md_cursor_text(&probe, text);
    const char *bracket = memchr(c->src->text + c->at, '[', c->src->len - c->at);
    if (s.from == s.to || (bracket && (size_t)(bracket - c->src->text) < s.from))
        return (struct md_span){c->at, c->at};
    if (s.from > c->at && byte_at(c, s.from - 1) == '<')
        s.from--;
    c->at = s.from;
    return s;
}

/* Behind the text of a link: skips ](target "title"), ][label] or ]. */
void md_cursor_close_link(struct md_cursor *c)
{
    size_t i = c->at;
    while (i < c->src->len && strchr("*_`", c->src->text[i]))
        i++;
    if (byte_at(c, i) != ']')
        return;
    char open = byte_at(c, i + 1), close = open == '(' ? ')' : ']', quote = '\0';
    c->at = i + 1;
    if (open != '(' && open != '[')
        return;
    int depth = 0;
    for (i++; i < c->src->len; i++) {
        char s = c->src->text[i];
        if (s == '\\')
            i++;
        else if (quote)
            quote = s == quote ? '\0' : quote;
        else if (open == '(' && (s == '"' || s == '\'') && strchr(" \n", c->src->text[i - 1]))
            quote = s;
        else if (s == open)
            depth++;
        else if (s == close && --depth == 0)
            break;
    }
    if (i < c->src->len)
        c->at = i + 1;
}

struct md_span md_cursor_break(struct md_cursor *c)
{
    size_t end = line_end(c, c->at);
    struct md_span s = {end > 0 && byte_at(c, end - 1) == '\r' ? end - 1 : end, end};
    c->at = end < c->src->len ? end + 1 : end;
    return s;
}

struct md_span md_cursor_row(struct md_cursor *c)
{
    size_t end = line_end(c, c->at);
    if (!memchr(c->src->text + c->at, '|', end - c->at) && end < c->src->len)
        c->at = end + 1;
    while (byte_at(c, c->at) == ' ' || byte_at(c, c->at) == '>')
        c->at++;
    return (struct md_span){c->at, line_end(c, c->at)};
}

/* The next cell of a row: behind the row's first bar if it has one, or behind the next. */
struct md_span md_cursor_cell(struct md_cursor *c, bool first)
{
    size_t end = line_end(c, c->at), i = c->at;
    while (i < end && c->src->text[i] != '|' && !first)
        i += c->src->text[i] == '\\' ? 2 : 1;
    if (i > end)
        i = end;
    i += byte_at(c, i) == '|';
    while (i < end && c->src->text[i] == ' ')
        i++;
    c->at = i;
    return (struct md_span){i, i};
}
