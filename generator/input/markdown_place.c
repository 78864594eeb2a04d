#include "input/input_room.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

enum { WINDOW = 4096 }; /* how far a text is looked for; keeps the walk linear */

void md_cursor_init(struct md_cursor *c, struct arena *a, const struct source *src)
{
    size_t n = 1;
    for (size_t i = 0; i < src->len; i++)
        n += src->text[i] == '\n';
    size_t *line = ARENA_ARRAY(a, size_t, n);
    *c = (struct md_cursor){
        .src = src, .line = line, .lines = n, .count = ARENA_NEW(a, struct md_count)};
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

/* The line (from 0) an offset is in, by bisection. */
static size_t line_of(const struct md_cursor *c, size_t at)
{
    size_t low = 0, high = c->lines;
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (c->line[mid] <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

static size_t line_end(const struct md_cursor *c, size_t at)
{
    const char *nl = memchr(c->src->text + at, '\n', c->src->len - at);
    return nl ? (size_t)(nl - c->src->text) : c->src->len;
}

static int column(const struct md_cursor *c, size_t line, size_t at)
{
    struct md_count *n = c->count;
    if (n->line != line || n->at < c->line[line] || n->at > at)
        *n = (struct md_count){.line = line, .at = c->line[line]};
    n->columns += utf8_count(c->src->text + n->at, at - n->at);
    n->at = at;
    return (int)n->columns + 1;
}

struct place md_cursor_place(const struct md_cursor *c, struct md_span s)
{
    const char *text = c->src->text;
    size_t line = line_of(c, s.from), end = line_end(c, s.from);
    if (s.to < end)
        end = s.to;
    return (struct place){
        .src = c->src,
        .line = (int)line + 1,
        .col = column(c, line, s.from),
        .len = end > s.from ? (int)utf8_count(text + s.from, end - s.from) : 1};
}

static char byte_at(const struct md_cursor *c, size_t i)
{
    return i < c->src->len ? c->src->text[i] : '\0';
}

/* The bytes of an entity at i ("&amp;", "&#38;"), 0 when there is none. */
static size_t entity_at(const struct md_cursor *c, size_t i)
{
    size_t n = 1;
    if (byte_at(c, i) != '&')
        return 0;
    while (n < 34 && (isalnum((unsigned char)byte_at(c, i + n)) || byte_at(c, i + n) == '#'))
        n++;
    return n > 2 && byte_at(c, i + n) == ';' ? n + 1 : 0;
}

/* The end of text when it is written at i, escapes and entities included; else 0. */
static size_t match(const struct md_cursor *c, size_t i, const char *text)
{
    while (*text) {
        char s = byte_at(c, i);
        size_t entity = entity_at(c, i);
        if (entity) {
            unsigned code_point;
            size_t n = utf8_decode(text, strlen(text), &code_point);
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
    return i;
}

struct md_span md_cursor_text(struct md_cursor *c, const char *text)
{
    size_t limit = c->src->len - c->at > WINDOW ? c->at + WINDOW : c->src->len;
    for (size_t i = c->at; i < limit && *text; i++) {
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

struct md_span md_cursor_mark(struct md_cursor *c)
{
    for (size_t i = c->at; i + 1 < c->src->len; i++) {
        if (c->src->text[i] == '\\') {
            i++;
        } else if (c->src->text[i] == '[' && c->src->text[i + 1] == '^') {
            const char *end = memchr(c->src->text + i, ']', c->src->len - i);
            if (!end)
                break;
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
