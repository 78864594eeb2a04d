#include "template/template_scan.h"

#include "base/diag.h"
#include "base/utf8.h"

#include <string.h>

enum {
    SHOWN_MAX = 60, /* bytes of a tag that a message quotes */
    FAULTS_MAX = 50
};

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

void scan_start(struct scan *s, const struct source *src, struct diags *d)
{
    *s = (struct scan){.src = src, .diags = d, .open = "{{", .close = "}}", .open_len = 2,
                       .close_len = 2, .line = 1, .col = 1};
}

/* Moves the counted position forward; each byte of a source is counted once. */
static void count_to(struct scan *s, size_t at)
{
    for (; s->pos < at; s->pos++) {
        unsigned char c = (unsigned char)s->src->text[s->pos];
        if (c == '\n') {
            s->line++;
            s->col = 1;
        } else if ((c & 0xC0) != 0x80) {
            s->col++;
        }
    }
}

static struct place place_at(const struct scan *s, int line, int col, size_t from, size_t to)
{
    int len = (int)utf8_count(s->src->text + from, to - from);
    return (struct place){s->src, line, col, len > 0 ? len : 1};
}

struct place scan_tag_place(const struct scan *s, const struct tag *t)
{
    return place_at(s, t->line, t->col, t->from, t->to);
}

struct place scan_name_place(const struct scan *s, const struct tag *t)
{
    return place_at(s, t->name_line, t->name_col, t->name, t->name + t->name_len);
}

/* The offset of a needle in [at, end), or end. */
static size_t find(const struct source *src, size_t at, size_t end, const char *needle, size_t n)
{
    while (at + n <= end) {
        const char *p = memchr(src->text + at, needle[0], end - at - n + 1);
        if (!p)
            break;
        at = (size_t)(p - src->text);
        if (memcmp(p, needle, n) == 0)
            return at;
        at++;
    }
    return end;
}

/* The offset of the closing delimiter behind body, with the byte before (if not NUL) that
 * belongs to it: } or =.  The source's length when there is none. */
static size_t find_close(const struct scan *s, size_t body, char before)
{
    for (size_t at = body;; at++) {
        at = find(s->src, at, s->src->len, s->close, s->close_len);
        if (at == s->src->len || !before)
            return at;
        if (at > body && s->src->text[at - 1] == before)
            return at - 1;
    }
}

static void fault(struct scan *s, enum diag_code code, struct place place, const char *a)
{
    s->faults++;
    diag_report(s->diags, code, place, a);
}

/* Copies text for a message, cut at SHOWN_MAX bytes between code points. */
static const char *shown(const struct scan *s, size_t from, size_t len, char out[SHOWN_MAX + 4])
{
    const char *text = s->src->text + from;
    size_t n = len > SHOWN_MAX ? utf8_start(text, SHOWN_MAX) : len;
    memcpy(out, text, n);
    memcpy(out + n, n < len ? "..." : "", n < len ? 4 : 1);
    return out;
}

static void unclosed(struct scan *s, const struct tag *t)
{
    size_t end = t->from;
    while (end < s->src->len && s->src->text[end] != '\n' && end - t->from < SHOWN_MAX)
        end++;
    char close[SHOWN_MAX + 4];
    size_t n = s->close_len < SHOWN_MAX ? s->close_len : SHOWN_MAX;
    close[0] = t->sigil == '{' ? '}' : '=';
    size_t skip = t->sigil == '{' || t->sigil == '=';
    memcpy(close + skip, s->close, n);
    close[skip + n] = '\0';
    fault(s, DIAG_TEMPLATE_UNCLOSED_TAG, place_at(s, t->line, t->col, t->from, end), close);
}

static void trim(const struct source *src, size_t *from, size_t *to)
{
    while (*from < *to && blank(src->text[*from]))
        ++*from;
    while (*to > *from && blank(src->text[*to - 1]))
        --*to;
}

/* Two words between blanks, neither with an equals sign. */
static bool good_delimiters(const char *s, size_t n)
{
    size_t words = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '=')
            return false;
        words += !blank(s[i]) && (i == 0 || blank(s[i - 1]));
    }
    return words == 2;
}

/* No blanks or control characters; a dotted name has no empty part. */
static bool good_name(const char *s, size_t n, bool dotted)
{
    for (size_t i = 0; i < n; i++) {
        if (blank(s[i]) || (unsigned char)s[i] < 0x20)
            return false;
        if (dotted && n > 1 && s[i] == '.' && (i == 0 || i == n - 1 || s[i - 1] == '.'))
            return false;
    }
    return true;
}

/* Finds the end of a tag whose start, sigil and name start are known. */
static bool find_end(struct scan *s, struct tag *t, size_t body)
{
    char before = t->sigil == '{' ? '}' : t->sigil == '=' ? '=' : '\0';
    size_t end = find_close(s, body, before);
    if (t->sigil == '=' &&
        (end == s->src->len || !good_delimiters(s->src->text + body, end - body))) {
        before = '\0'; /* whatever it was meant to be, it ends at the next delimiter */
        end = find_close(s, body, before);
    }
    if (end == s->src->len)
        return false;
    t->name = body;
    t->name_len = end - body;
    t->to = end + s->close_len + (before != '\0');
    if (t->sigil == '=' && !before)
        t->name_len = 0;
    return true;
}

/* A tag that runs into the next one, or whose name runs over a line, was not closed.  go_on is
 * where to look for the next tag then. */
static bool runs_on(const struct scan *s, const struct tag *t, size_t *go_on)
{
    if (t->sigil == '!' || t->sigil == '=')
        return false;
    size_t from = t->name, end = t->name + t->name_len;
    while (from < end && s->src->text[from] == s->open[0]) /* {{{{x}}}} is no second tag */
        from++;
    if (s->open_len != s->close_len || memcmp(s->open, s->close, s->open_len) != 0) {
        *go_on = find(s->src, from, end, s->open, s->open_len);
        if (*go_on < end)
            return true;
    }
    *go_on = t->to;
    trim(s->src, &from, &end);
    return memchr(s->src->text + from, '\n', end - from) != NULL;
}

static void take_name(struct tag *t, const struct source *src)
{
    size_t from = t->name, to = t->name + t->name_len;
    trim(src, &from, &to);
    if ((t->sigil == '>' || t->sigil == '<' || t->sigil == '/') && from < to &&
        src->text[from] == '*') {
        t->dynamic = true;
        from++;
        trim(src, &from, &to);
    }
    t->name = from;
    t->name_len = to - from;
}

static bool check_tag(struct scan *s, const struct tag *t)
{
    const char *name = s->src->text + t->name;
    char quote[SHOWN_MAX + 4];
    if (t->sigil == '!')
        return true;
    if (t->sigil == '=') {
        if (good_delimiters(name, t->name_len))
            return true;
        fault(s, DIAG_TEMPLATE_BAD_DELIMITERS, scan_tag_place(s, t),
              shown(s, t->from, t->to - t->from, quote));
        return false;
    }
    if (t->name_len == 0) {
        fault(s, DIAG_TEMPLATE_EMPTY_TAG, scan_tag_place(s, t), "");
        return false;
    }
    bool dotted = t->dynamic || !t->sigil || strchr("#^&{", t->sigil);
    bool late_sigil = !t->sigil && memchr("#^/><$!=&", name[0], 9);
    if (good_name(name, t->name_len, dotted) && !late_sigil)
        return true;
    fault(s, DIAG_TEMPLATE_BAD_NAME, scan_name_place(s, t), shown(s, t->name, t->name_len, quote));
    if (late_sigil)
        diag_hint(s->diags, HINT_BEHIND_DELIMITER, (char[]){name[0], '\0'});
    return false;
}

bool scan_next(struct scan *s, size_t at, struct tag *tag)
{
    const struct source *src = s->src;
    while (s->faults < FAULTS_MAX) {
        *tag = (struct tag){.from = find(src, at, src->len, s->open, s->open_len)};
        if (tag->from == src->len)
            return false;
        count_to(s, tag->from);
        tag->line = s->line;
        tag->col = s->col;
        size_t body = tag->from + s->open_len, go_on;
        if (body < src->len && src->text[body] && strchr("#^/><$!=&{", src->text[body]))
            tag->sigil = src->text[body++];
        if (!find_end(s, tag, body)) {
            unclosed(s, tag);
            s->stopped = true;
            return false;
        }
        if (runs_on(s, tag, &go_on)) {
            unclosed(s, tag);
            at = go_on;
            continue;
        }
        take_name(tag, src);
        count_to(s, tag->name);
        tag->name_line = s->line;
        tag->name_col = s->col;
        if (check_tag(s, tag))
            return true;
        at = tag->to;
    }
    s->stopped = true;
    return false;
}

void scan_set_delimiters(struct scan *s, const struct tag *tag)
{
    const char *p = s->src->text + tag->name;
    const char *end = p + tag->name_len;
    s->open = p;
    while (!blank(*p))
        p++;
    s->open_len = (size_t)(p - s->open);
    while (blank(*p))
        p++;
    s->close = p;
    s->close_len = (size_t)(end - p);
}

bool scan_line_first(const struct source *src, size_t at, size_t *blank_from)
{
    while (at > 0 && (src->text[at - 1] == ' ' || src->text[at - 1] == '\t'))
        at--;
    *blank_from = at;
    return at == 0 || src->text[at - 1] == '\n';
}

bool scan_line_last(const struct source *src, size_t at, size_t *line_end, size_t *next_line)
{
    while (at < src->len && (src->text[at] == ' ' || src->text[at] == '\t'))
        at++;
    *line_end = at;
    if (at < src->len && src->text[at] == '\r')
        at++;
    if (at < src->len && src->text[at] == '\n') {
        *next_line = at + 1;
        return true;
    }
    *next_line = src->len;
    return *line_end == src->len;
}
