#include "input/input_room.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/* libyaml says what it expected; people want to know what they wrote.  Each problem text of
 * libyaml has a row in problems[], whose function looks at the line and reports what is most
 * likely meant.  A problem without a row is told as one of YAML. */

struct look {
    struct arena *a;
    struct diags *d;
    const struct source *src;
    const struct yaml_fault *f;
    const char *line; /* the problem's line */
    size_t len;       /* bytes, without the line end */
    size_t at;        /* byte of the problem in the line */
};

static size_t byte_of_col(const char *line, size_t len, int col)
{
    size_t i = 0;
    unsigned c;
    for (int k = 1; k < col && i < len; k++) {
        size_t n = utf8_decode(line + i, len - i, &c);
        i += n ? n : 1;
    }
    return i;
}

static struct place place_in(const struct look *k, int line, int col, int len)
{
    return (struct place){.src = k->src, .line = line, .col = col, .len = len};
}

/* The place of bytes [from, to) of line number n, which is line. */
static struct place place_bytes(const struct look *k, int n, const char *line, size_t from,
                                size_t to)
{
    return place_in(k, n, (int)utf8_count(line, from) + 1,
                    to > from ? (int)utf8_count(line + from, to - from) : 1);
}

static struct place place_problem(const struct look *k)
{
    return place_in(k, k->f->line, k->f->col, 1);
}

static struct place place_context(const struct look *k)
{
    return place_in(k, k->f->context_line, k->f->context_col, 1);
}

static size_t indent_of(const char *line, size_t len)
{
    size_t i = 0;
    while (i < len && line[i] == ' ')
        i++;
    return i;
}

static bool is_blank_at(const char *line, size_t len, size_t i)
{
    return i >= len || line[i] == ' ' || line[i] == '\t';
}

/* The first colon in line[from, to) that ends a key (followed by a blank) or, with spaced
 * false, one that should have been; quoted parts are skipped.  to when there is none. */
static size_t find_colon(const char *line, size_t len, size_t from, size_t to, bool spaced)
{
    char quote = '\0';
    for (size_t i = from; i < to; i++) {
        if (quote)
            quote = line[i] == quote ? '\0' : quote;
        else if ((line[i] == '"' || line[i] == '\'') && (i == from || line[i - 1] == ' '))
            quote = line[i];
        else if (line[i] == ':' && is_blank_at(line, len, i + 1) == spaced)
            return i;
    }
    return to;
}

static void report_colon(const struct look *k)
{
    diag_report(k->d, DIAG_UNQUOTED_COLON, place_problem(k));
    size_t key = find_colon(k->line, k->len, 0, k->at, true);
    size_t start = key + 1;
    while (start < k->at && k->line[start] == ' ')
        start++;
    size_t end = k->len;
    while (end > start && k->line[end - 1] == ' ')
        end--;
    if (key < k->at && end - start < 80 && !memchr(k->line + start, '"', end - start) &&
        !memchr(k->line, '{', k->at) && !memchr(k->line, '[', k->at))
        diag_hint(k->d, HINT_WRITE_QUOTED, arena_strndup(k->a, k->line + start, end - start));
}

/* Word processors put no-break spaces where they like; they look like spaces and are none. */
static void explain_no_break_space(const struct look *k, const char *s, size_t len)
{
    if (len >= 2 && memcmp(s, "\xC2\xA0", 2) == 0)
        diag_hint(k->d, HINT_NO_BREAK_SPACE);
}

static void report_missing_space(const struct look *k, int n, const char *line, size_t len,
                                 size_t colon)
{
    size_t from = indent_of(line, colon);
    diag_report(k->d, DIAG_MISSING_SPACE, place_bytes(k, n, line, colon, colon + 1));
    if (colon - from < 60)
        diag_hint(k->d, HINT_WRITE_KEY, arena_strndup(k->a, line + from, colon - from));
    explain_no_break_space(k, line + colon + 1, len - colon - 1);
}

/* A line that should be "key: value" and is not. */
static void report_no_key(const struct look *k, int n)
{
    size_t len;
    const char *line = place_line(k->src, n, &len);
    size_t from = indent_of(line, len), colon = find_colon(line, len, from, len, false);
    if (colon < len && colon > from && !memchr(line + from, ' ', colon - from)) {
        report_missing_space(k, n, line, len, colon);
        return;
    }
    diag_report(k->d, DIAG_MISSING_COLON, place_bytes(k, n, line, from, len));
    explain_no_break_space(k, line + from, len - from);
}

static void on_tab(const struct look *k)
{
    size_t end = k->at;
    while (end < k->len && k->line[end] == '\t')
        end++;
    diag_report(k->d, DIAG_TAB_INDENTATION,
                place_bytes(k, k->f->line, k->line, k->at, end));
}

static void report_reserved(const struct look *k, struct place at, char c)
{
    char s[2] = {c, '\0'};
    diag_report(k->d, DIAG_RESERVED_CHARACTER, at, s);
}

static void on_token(const struct look *k)
{
    if (k->at < k->len && k->line[k->at] == '\t')
        on_tab(k);
    else
        report_reserved(k, place_problem(k), k->at < k->len ? k->line[k->at] : ' ');
}

/* The nearest line above n that says something; 0 when there is none. */
static int line_above(const struct look *k, int n)
{
    while (--n > 0) {
        size_t len;
        const char *line = place_line(k->src, n, &len);
        size_t i = indent_of(line, len);
        if (i < len && line[i] != '#')
            return n;
    }
    return 0;
}

/* A second "key: " where the first has no end: on one line a colon in a text; else the line
 * was taken for a continuation of the line above. */
static void on_mapping_value(const struct look *k)
{
    size_t len, from = indent_of(k->line, k->len);
    if (find_colon(k->line, k->len, 0, k->at, true) < k->at) {
        report_colon(k);
        return;
    }
    int above = line_above(k, k->f->line);
    const char *line = above ? place_line(k->src, above, &len) : NULL;
    if (line && find_colon(line, len, 0, len, true) == len) {
        report_no_key(k, above);
        return;
    }
    diag_report(k->d, DIAG_BAD_INDENTATION, place_bytes(k, k->f->line, k->line, from, k->at));
    if (above)
        diag_hint(k->d, HINT_LINE_HAS_VALUE, arena_printf(k->a, "%d", above));
}

static void on_simple_key(const struct look *k)
{
    report_no_key(k, k->f->context_line);
}

/* The first byte of the value on the problem's line. */
static size_t value_start(const struct look *k)
{
    size_t i = find_colon(k->line, k->len, 0, k->at, true);
    i = i < k->at ? i + 1 : indent_of(k->line, k->at);
    while (i < k->at && (k->line[i] == ' ' || k->line[i] == '-'))
        i++;
    return i;
}

static void on_key(const struct look *k)
{
    size_t before = k->at, value = value_start(k);
    while (before > 0 && k->line[before - 1] == ' ')
        before--;
    char last = before > 0 ? k->line[before - 1] : '\0';
    char c = k->at < k->len ? k->line[k->at] : '\0';
    if (value < k->at && strchr("*&!", k->line[value]))
        report_reserved(k, place_bytes(k, k->f->line, k->line, value, value + 1), k->line[value]);
    else if (last == '"' || last == '\'')
        diag_report(k->d, DIAG_TEXT_AFTER_QUOTE,
                    place_bytes(k, k->f->line, k->line, k->at, k->len));
    else if (last == ']' || last == '}' || c == ']' || c == '}')
        diag_report(k->d, DIAG_STRAY_BRACKET,
                    place_bytes(k, k->f->line, k->line, k->at, k->len));
    else
        diag_report(k->d, DIAG_BAD_INDENTATION,
                    place_bytes(k, k->f->line, k->line, k->at, k->len));
}

static void on_flow(const struct look *k)
{
    size_t len;
    const char *open = place_line(k->src, k->f->context_line, &len);
    size_t at = byte_of_col(open, len, k->f->context_col);
    bool outside = k->f->line > k->f->context_line &&
                   indent_of(k->line, k->len) <= indent_of(open, len);
    if (outside) {
        char bracket[2] = {open[at], '\0'};
        diag_report(k->d, DIAG_UNCLOSED_BRACKET, place_context(k), bracket,
                    open[at] == '{' ? "}" : "]");
    } else if (k->at < k->len && k->line[k->at] == ':') {
        report_colon(k);
    } else {
        diag_report(k->d, DIAG_MISSING_COMMA, place_problem(k));
    }
}

static void on_end_of_text(const struct look *k)
{
    diag_report(k->d, DIAG_UNCLOSED_QUOTE, place_context(k));
}

static void on_escape(const struct look *k)
{
    diag_report(k->d, DIAG_BAD_ESCAPE, place_in(k, k->f->line, k->f->col, 2));
}

static void on_list_entry(const struct look *k)
{
    diag_report(k->d, DIAG_LIST_BESIDE_KEY, place_problem(k));
}

static void on_indicator(const struct look *k)
{
    diag_report(k->d, DIAG_BAD_INDENTATION,
                place_bytes(k, k->f->line, k->line, k->at, k->len));
}

/* A text that starts with a character of YAML's own: reported where the text starts. */
static void on_context_character(const struct look *k)
{
    size_t len;
    const char *line = place_line(k->src, k->f->context_line, &len);
    size_t at = byte_of_col(line, len, k->f->context_col);
    report_reserved(k, place_context(k), at < len ? line[at] : ' ');
}

static void on_tag(const struct look *k)
{
    diag_report(k->d, DIAG_YAML_TAG, k->f->context_line ? place_context(k) : place_problem(k));
}

static const struct {
    const char *problem, *context; /* beginnings; context NULL: any */
    void (*report)(const struct look *k);
} problems[] = {
    {"found a tab character", NULL, on_tab},
    {"did not find expected alphabetic", "while scanning a", on_context_character},
    {"did not find expected comment or line break", "while scanning a block", on_context_character},
    {"", "while scanning a directive", on_context_character},
    {"", "while scanning a %", on_context_character},
    {"", "while scanning a tag", on_tag},
    {"", "while parsing a tag", on_tag},
    {"found undefined tag handle", NULL, on_tag},
    {"found character that cannot start any token", NULL, on_token},
    {"did not find expected node content", NULL, on_token},
    {"mapping values are not allowed", NULL, on_mapping_value},
    {"could not find expected ':'", NULL, on_simple_key},
    {"did not find expected key", NULL, on_key},
    {"did not find expected '-' indicator", NULL, on_indicator},
    {"did not find expected ',' or", NULL, on_flow},
    {"found unexpected end of stream", "while scanning a quoted", on_end_of_text},
    {"found unexpected document indicator", "while scanning a quoted", on_end_of_text},
    {"", "while parsing a quoted scalar", on_escape},
    {"block sequence entries are not allowed", NULL, on_list_entry},
};

/* What was left open on a line before, whatever libyaml stumbled over behind it. */
static bool report_open(const struct look *k)
{
    struct yaml_open open;
    if (!yaml_open_at(k->src, k->f->line, k->f->col, &open))
        return false;
    struct place p = place_in(k, open.line, open.col, 1);
    char own[2] = {open.sign, '\0'};
    if (open.sign == '[' || open.sign == '{') {
        diag_report(k->d, DIAG_UNCLOSED_BRACKET, p, own, open.sign == '{' ? "}" : "]");
    } else {
        diag_report(k->d, DIAG_UNCLOSED_QUOTE, p);
        diag_hint(k->d, HINT_CLOSE_QUOTE, own, arena_printf(k->a, "%d", open.line));
    }
    return true;
}

static bool starts(const char *s, const char *beginning)
{
    return strncmp(s, beginning, strlen(beginning)) == 0;
}

void yaml_error_report(struct arena *a, struct diags *d, const struct source *src,
                       const struct yaml_fault *f)
{
    struct look k = {.a = a, .d = d, .src = src, .f = f};
    k.line = place_line(src, f->line, &k.len);
    k.at = byte_of_col(k.line, k.len, f->col);
    if (report_open(&k))
        return;
    for (size_t i = 0; i < sizeof problems / sizeof problems[0]; i++)
        if (starts(f->problem, problems[i].problem) &&
            (!problems[i].context || starts(f->context, problems[i].context))) {
            problems[i].report(&k);
            return;
        }
    diag_report(d, DIAG_BAD_YAML, place_problem(&k));
}
