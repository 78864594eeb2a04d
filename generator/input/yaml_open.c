/* yaml_open.c - the quotes and brackets that are open where a YAML text turned out wrong.
 *
 * libyaml tells where it could not go on.  When a quote is not closed, that is at the next quote of
 * its kind, lines later; when a bracket is not, at the end of the file.  This reads the text again,
 * only as far as quotes, brackets, remarks and block texts go (YAML 1.2.2, 6.6, 7.3, 7.4, 8.1). */
#include "input/input_room.h"

#include "base/utf8.h"

#include <string.h>

enum { OPEN_MAX = 64 }; /* brackets inside each other that are told apart */

struct scan {
    const struct source *src;
    size_t at, line_start;
    int line;
    char last;  /* the sign before that is no blank, on this line; '\0' at its start */
    bool blank; /* a blank stands before, or the line begins here */
    struct {
        struct yaml_open open;
        size_t indent;
    } bracket[OPEN_MAX];
    size_t depth;
};

static char sign(const struct scan *s, size_t at)
{
    return at < s->src->len ? s->src->text[at] : '\n';
}

static size_t line_end(const struct scan *s, size_t at)
{
    const char *nl = at < s->src->len ? memchr(s->src->text + at, '\n', s->src->len - at) : NULL;
    return nl ? (size_t)(nl - s->src->text) : s->src->len;
}

static size_t indent_at(const struct scan *s, size_t line)
{
    size_t n = 0;
    while (sign(s, line + n) == ' ')
        n++;
    return n;
}

static void start_line(struct scan *s)
{
    s->line++;
    s->line_start = s->at;
    s->last = '\0';
    s->blank = true;
}

static struct yaml_open opened(const struct scan *s)
{
    size_t col = utf8_count(s->src->text + s->line_start, s->at - s->line_start);
    return (struct yaml_open){.line = s->line, .col = (int)col + 1, .sign = sign(s, s->at)};
}

/* Whether a value, a key or an item can begin here. */
static bool can_begin(const struct scan *s)
{
    if (s->depth && s->last && strchr("[{,", s->last))
        return true;
    return s->last == '\0' || (s->blank && strchr(":-?", s->last));
}

/* Behind the close of the quote at s->at; the lines are counted in end_line. */
static size_t quote_end(const struct scan *s, int *end_line, bool *closed)
{
    char quote = sign(s, s->at);
    size_t at = s->at + 1;
    *end_line = s->line;
    *closed = false;
    for (; at < s->src->len; at++) {
        char c = s->src->text[at];
        *end_line += c == '\n';
        if (c == '\\' && quote == '"' && sign(s, at + 1) != '\n')
            at++;
        else if (c == quote && quote == '\'' && sign(s, at + 1) == '\'')
            at++;
        else if (c == quote) {
            *closed = true;
            return at + 1;
        }
    }
    return at;
}

/* A line of remarks, a list's item, or one that begins "key:". */
static bool looks_new(const struct scan *s, size_t line)
{
    size_t at = line + indent_at(s, line), from = at;
    if (sign(s, at) == '#' || (sign(s, at) == '-' && sign(s, at + 1) == ' '))
        return true;
    while (sign(s, at) == '-' || sign(s, at) == '_' || sign(s, at) == '.' ||
           (sign(s, at) >= '0' && sign(s, at) <= '9') || ((sign(s, at) | 32) >= 'a' &&
                                                          (sign(s, at) | 32) <= 'z'))
        at++;
    return at > from && sign(s, at) == ':' && strchr(" \r\n", sign(s, at + 1));
}

static bool new_between(const struct scan *s, size_t end)
{
    for (size_t line = line_end(s, s->at) + 1; line < end; line = line_end(s, line) + 1)
        if (looks_new(s, line))
            return true;
    return false;
}

static bool is_letter(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

/* Whether text stands behind a closing quote on its line. */
static bool text_behind(const struct scan *s, size_t at)
{
    size_t blank = 0;
    while (sign(s, at + blank) == ' ')
        blank++;
    char c = sign(s, at + blank);
    return !strchr("\r\n,]}:", c) && !(c == '#' && blank);
}

/* A quote that runs on to the fault's line or past it, and is closed by another one's opening: then
 * it was not closed itself.  A text of several lines with an apostrophe in it is another matter. */
static bool is_unclosed(const struct scan *s, int fault, size_t end, int end_line, bool closed)
{
    if (s->line >= fault || end_line == s->line || (closed && end_line < fault - 1))
        return false;
    if (!closed)
        return true;
    bool apostrophe = sign(s, s->at) == '\'' && is_letter(sign(s, end - 2)) &&
                      is_letter(sign(s, end));
    return text_behind(s, end) && (!apostrophe || new_between(s, end));
}

/* Passes the lines of a block text whose mark, | or >, stands at s->at. */
static bool pass_block(struct scan *s)
{
    size_t end = line_end(s, s->at), mark = s->at + 1, indent = indent_at(s, s->line_start);
    while (mark < end && strchr("+-0123456789 \r", sign(s, mark)))
        mark++;
    if (s->depth || (mark < end && sign(s, mark) != '#'))
        return false;
    s->at = end;
    while (s->at < s->src->len) {
        size_t next = s->at + 1, own = indent_at(s, next);
        if (next < s->src->len && own <= indent && !strchr("\r\n", sign(s, next + own)))
            break;
        s->line++;
        s->at = line_end(s, next);
    }
    return true;
}

static void push(struct scan *s)
{
    if (s->depth < OPEN_MAX) {
        s->bracket[s->depth].open = opened(s);
        s->bracket[s->depth].indent = indent_at(s, s->line_start);
    }
    s->depth++;
}

/* One sign that is not within quotes. */
static void step(struct scan *s)
{
    char c = sign(s, s->at);
    if (c == '#' && s->blank) {
        s->at = line_end(s, s->at);
        return;
    }
    if (strchr("|>", c) && can_begin(s) && pass_block(s))
        return;
    if (strchr("[{", c) && can_begin(s))
        push(s);
    else if (strchr("]}", c) && s->depth)
        s->depth--;
    s->blank = c == ' ' || c == '\t';
    s->last = s->blank ? s->last : c;
    s->at++;
    if (c == '\n')
        start_line(s);
}

static bool only_blank(const struct scan *s)
{
    size_t at = s->at;
    while (at < s->src->len && strchr(" \t\r\n", s->src->text[at]))
        at++;
    return at >= s->src->len;
}

/* The innermost bracket, when the fault stands where what is inside it cannot. */
static bool is_outside(const struct scan *s, struct yaml_open *out)
{
    if (!s->depth || s->depth > OPEN_MAX)
        return false;
    size_t k = s->depth - 1, at = s->line_start + indent_at(s, s->line_start);
    *out = s->bracket[k].open;
    return only_blank(s) || (s->line > out->line && !strchr("]}", sign(s, at)) &&
                             at - s->line_start <= s->bracket[k].indent);
}

bool yaml_open_at(const struct source *src, int line, int col, struct yaml_open *out)
{
    struct scan s = {.src = src, .line = 1, .blank = true};
    while (s.at < src->len) {
        size_t here = utf8_count(src->text + s.line_start, s.at - s.line_start) + 1;
        if (s.line > line || (s.line == line && (int)here >= col))
            break;
        char c = sign(&s, s.at);
        if ((c != '"' && c != '\'') || !can_begin(&s)) {
            step(&s);
            continue;
        }
        int end_line;
        bool closed;
        size_t end = quote_end(&s, &end_line, &closed);
        *out = opened(&s);
        if (is_unclosed(&s, line, end, end_line, closed))
            return true;
        for (s.at++; s.at < end; s.at++)
            if (src->text[s.at] == '\n') {
                s.at++;
                start_line(&s);
                s.at--;
            }
        s.last = c;
        s.blank = false;
    }
    return is_outside(&s, out);
}
