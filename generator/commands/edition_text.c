#include "commands/edition_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "input/input.h"

#include <stdlib.h>
#include <string.h>

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* --- years in texts --- */

/* The year that a number of four digits at s moves to. */
static int moved(const struct edition *e, const char *s)
{
    return (int)strtol(arena_strndup(e->arena, s, 4), NULL, 10) + e->years;
}

static bool is_known(const struct edition *e, int year)
{
    bool known = year > e->last;
    for (size_t i = 0; i < e->year_n; i++)
        known = known || e->year[i] == year;
    return known;
}

static size_t digits(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && digit(s[i]))
        i++;
    return i;
}

/* Whether all years of n bytes move to years that are known. */
static bool moves(const struct edition *e, const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t len = digits(s + i, n - i);
        if (len == 4 && !is_known(e, moved(e, s + i)))
            return false;
        i += len ? len : 1;
    }
    return true;
}

/* Writes n bytes with each number of four digits moved by the years between the editions. */
static void put_years(struct buf *b, const struct edition *e, const char *s, size_t n)
{
    bool move = moves(e, s, n);
    for (size_t i = 0; i < n;) {
        size_t len = digits(s + i, n - i), all = len ? len : 1;
        if (move && len == 4)
            buf_printf(b, "%04d", moved(e, s + i));
        else
            buf_put(b, s + i, all);
        i += all;
    }
}

/* What stands in {{...}}: a figure's id begins with its years, doc. names a paper. */
static void put_tag(struct buf *b, const struct edition *e, const char *s, size_t n)
{
    size_t blank = strspn(s, " {&");
    const char *name = s + blank;
    size_t left = n > blank ? n - blank : 0, years = 0;
    buf_put(b, s, n - left);
    while (years < left && (digit(name[years]) || name[years] == '-'))
        years++;
    if (left > 4 && strncmp(name, "doc.", 4) == 0) {
        size_t len = strcspn(name + 4, " }");
        const char *id = arena_strndup(e->arena, name + 4, len), *now = map_get(e->ids, id);
        buf_printf(b, "doc.%s", now ? now : id);
        buf_put(b, name + 4 + len, left - 4 - len);
        return;
    }
    put_years(b, e, name, years);
    buf_put(b, name + years, left - years);
}

static void put_with_tags(struct buf *b, const struct edition *e, const char *s, size_t n)
{
    const char *end = s + n;
    while (s < end) {
        const char *open = strstr(s, "{{"), *close = open ? strstr(open, "}}") : NULL;
        if (!close || close > end) {
            buf_put(b, s, (size_t)(end - s));
            return;
        }
        buf_put(b, s, (size_t)(open + 2 - s));
        put_tag(b, e, open + 2, (size_t)(close - open - 2));
        buf_puts(b, "}}");
        s = close + 2;
    }
}

static size_t line_length(const char *s)
{
    const char *end = strchr(s, '\n');
    return end ? (size_t)(end - s) + 1 : strlen(s);
}

/* ``` or ~~~, with the word behind it. */
static bool is_fence(const char *line, const char **info)
{
    line += strspn(line, " ");
    if (strncmp(line, "```", 3) != 0 && strncmp(line, "~~~", 3) != 0)
        return false;
    *info = line + strspn(line, "`~ ");
    return true;
}

static bool names_years(const char *line)
{
    line += strspn(line, " ");
    return strncmp(line, "year:", 5) == 0 || strncmp(line, "years:", 6) == 0;
}

char *edition_narrative(const struct edition *e, const char *text)
{
    struct buf b = BUF_INIT;
    bool fenced = false, shows = false;
    for (size_t n; *text; text += n) {
        const char *info = "";
        n = line_length(text);
        if (is_fence(text, &info)) {
            fenced = !fenced;
            shows = fenced && (strncmp(info, "table", 5) == 0 || strncmp(info, "chart", 5) == 0);
        }
        if (shows && names_years(text))
            put_years(&b, e, text, n);
        else
            put_with_tags(&b, e, text, n);
    }
    return buf_to_arena(&b, e->arena);
}

/* --- numbers of papers: TDAG25/12, tdag25-inf-1, TDAG-2025/7 --- */

/* Where the year of issue stands in a number, with its length; NULL when it is not there. */
static const char *find_issue(const char *s, int issue, size_t *len)
{
    while (*s) {
        size_t n = digits(s, strlen(s));
        long value = n == 2 || n == 4 ? strtol(s, NULL, 10) : -1;
        if ((n == 4 && value == issue) || (n == 2 && value == issue % 100)) {
            *len = n;
            return s;
        }
        s += n ? n : 1;
    }
    return NULL;
}

/* n bytes, with the year of issue moved; false when it is not among them. */
static bool put_number(struct buf *b, const struct edition *e, const char *s, size_t n)
{
    size_t len = 0;
    const char *copy = arena_strndup(e->arena, s, n), *at = find_issue(copy, e->issue, &len);
    if (!at) {
        buf_put(b, s, n);
        return false;
    }
    int year = e->issue + e->years;
    buf_put(b, copy, (size_t)(at - copy));
    buf_printf(b, len == 2 ? "%02d" : "%04d", len == 2 ? year % 100 : year);
    buf_puts(b, at + len);
    return true;
}

/* Else it may be called by the year it covers: "annual-report-2025". */
const char *edition_id(const struct edition *e, const char *id, int covers)
{
    struct buf b = BUF_INIT;
    size_t len = 0;
    const char *at = find_issue(id, e->last, &len);
    if (put_number(&b, e, id, strlen(id)))
        return buf_to_arena(&b, e->arena);
    buf_free(&b);
    return at && len == 4 ? arena_printf(e->arena, "%.*s%04d%s", (int)(at - id), id, covers, at + len)
                          : arena_printf(e->arena, "%s-%d", id, covers);
}

/* --- the cover --- */

enum fate { KEPT, REMARK, DROPPED, NAMED, YEARS, NUMBER, DRAFT };

/* What is told anew each year is kept as a remark, so that it shows what to write. */
static enum fate fate_of(const char *key)
{
    static const struct {
        const char *key;
        enum fate fate;
    } table[] = {{"id", NAMED}, {"years", YEARS}, {"number", NUMBER}, {"draft", DRAFT},
                 {"meeting", REMARK}, {"place_dates", REMARK}, {"document_number", REMARK},
                 {"date", REMARK}, {"revision", DROPPED}, {"revisions", DROPPED}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].key, key) == 0)
            return table[i].fate;
    return KEPT;
}

static const char *key_in_line(const struct node *root, int line)
{
    for (size_t i = 0; i < root->n; i++)
        if (root->pair[i].key->place.line == line)
            return root->pair[i].key->text;
    return NULL;
}

static void put_line(struct buf *b, const struct edition *e, enum fate fate, bool first,
                     const char *line, size_t n, const char *id)
{
    bool blank = line[strspn(line, " \t\r")] == '\n' || line[0] == '#';
    if (blank || fate == KEPT)
        put_with_tags(b, e, line, n);
    else if (fate == REMARK)
        buf_printf(b, "# %.*s", (int)n, line);
    else if (fate == YEARS)
        put_years(b, e, line, n);
    else if (fate == NUMBER)
        put_number(b, e, line, n);
    else if (fate == NAMED && first)
        buf_printf(b, "id: %s\n", id);
}

char *edition_cover(const struct edition *e, const struct source *src, const char *id)
{
    const struct node *root = input_yaml(e->arena, e->diags, src);
    struct buf b = BUF_INIT;
    enum fate fate = KEPT;
    int at = 1;
    if (!root)
        return NULL;
    for (const char *line = src->text; *line; at++) {
        size_t n = line_length(line);
        const char *key = key_in_line(root, at);
        if (key)
            fate = fate_of(key);
        put_line(&b, e, fate, key != NULL, line, n, id);
        line += n;
    }
    if (b.n && b.p[b.n - 1] != '\n')
        buf_putc(&b, '\n');
    buf_puts(&b, "draft: true\n");
    return buf_to_arena(&b, e->arena);
}
