#include "base/diag.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct diags {
    struct arena *arena;
    VEC(struct diag) list;
    bool sorted;
    enum severity severity[DIAG_CODES];
};

static const struct code_row {
    enum severity severity;
    const char *slug, *text, *hint;
} code_table[DIAG_CODES] = {
#define DIAG(code, severity, slug, text, hint) {SEVERITY_##severity, slug, text, hint},
#include "base/diag_codes.h"
#undef DIAG
};

struct diags *diags_new(struct arena *a)
{
    struct diags *d = ARENA_NEW(a, struct diags);
    d->arena = a;
    for (int i = 0; i < DIAG_CODES; i++)
        d->severity[i] = code_table[i].severity;
    return d;
}

const char *diag_slug(enum diag_code code)
{
    return code_table[code].slug;
}

const char *diag_severity_name(enum severity s)
{
    static const char *const name[] = {"error", "warning", "note"};
    return name[s];
}

bool diags_has(const struct diags *d, enum diag_code code)
{
    for (size_t i = 0; i < d->list.n; i++)
        if (d->list.p[i].code == code)
            return true;
    return false;
}

void diags_set_severity(struct diags *d, enum diag_code code, enum severity s)
{
    d->severity[code] = s;
}

enum { ARGS_MAX = 8, ARG_SHOWN = 300 };

/* An argument may be as long as a file: what is shown of it is cut between code points. */
static void put_argument(struct buf *b, const char *s)
{
    size_t n = strlen(s);
    if (n <= ARG_SHOWN) {
        buf_put(b, s, n);
        return;
    }
    for (n = ARG_SHOWN; n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80;)
        n--;
    buf_put(b, s, n);
    buf_puts(b, "…");
}

/* Fills {0} ... {7} of a table text. */
static char *fill(struct arena *a, const char *text, const char *const args[ARGS_MAX])
{
    struct buf b = BUF_INIT;
    for (; *text; text++) {
        if (text[0] == '{' && text[1] >= '0' && text[1] < '0' + ARGS_MAX && text[2] == '}') {
            put_argument(&b, args[text[1] - '0']);
            text += 2;
        } else {
            buf_putc(&b, *text);
        }
    }
    return buf_to_arena(&b, a);
}

void diag_report_va(struct diags *d, enum diag_code code, struct place place, ...)
{
    const char *args[ARGS_MAX] = {"", "", "", "", "", "", "", ""};
    va_list ap;
    va_start(ap, place);
    for (int i = 0; i < ARGS_MAX; i++) {
        const char *s = va_arg(ap, const char *);
        if (!s)
            break;
        args[i] = s;
    }
    va_end(ap);
    const struct code_row *row = &code_table[code];
    struct diag item = {.code = code, .place = place, .order = d->list.n};
    item.message = fill(d->arena, row->text, args);
    item.hint = row->hint ? fill(d->arena, row->hint, args) : NULL;
    VEC_PUSH(d->arena, &d->list, item);
    d->sorted = false;
}

void diag_hint(struct diags *d, const char *fmt, ...)
{
    if (d->list.n == 0)
        return;
    struct diag *last = &d->list.p[d->list.n - 1];
    va_list ap;
    va_start(ap, fmt);
    char *own = arena_vprintf(d->arena, fmt, ap);
    va_end(ap);
    last->hint = last->hint ? arena_printf(d->arena, "%s %s", own, last->hint) : own;
}

size_t diags_mark(const struct diags *d)
{
    return d->list.n;
}

void diags_relocate(struct diags *d, size_t mark, struct place (*where)(void *ctx, struct place),
                    void *ctx)
{
    for (size_t i = mark; i < d->list.n; i++)
        d->list.p[i].place = where(ctx, d->list.p[i].place);
}

static const char *path_of(const struct diag *d)
{
    return d->place.src ? d->place.src->path : "";
}

bool diags_failed_in(const struct diags *d, const char *path)
{
    for (size_t i = 0; i < d->list.n; i++)
        if (d->severity[d->list.p[i].code] == SEVERITY_ERROR &&
            strcmp(path_of(&d->list.p[i]), path) == 0)
            return true;
    return false;
}

void diags_take(struct diags *d, struct diags *from)
{
    for (size_t i = 0; i < from->list.n; i++) {
        struct diag item = from->list.p[i];
        item.order = d->list.n;
        VEC_PUSH(d->arena, &d->list, item);
    }
    from->list.n = 0;
    d->sorted = false;
}

static int compare_place(const struct diag *a, const struct diag *b)
{
    int c = strcmp(path_of(a), path_of(b));
    if (c)
        return c;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    if (a->place.col != b->place.col)
        return a->place.col < b->place.col ? -1 : 1;
    return 0;
}

static int compare_diag(const void *pa, const void *pb)
{
    const struct diag *a = pa, *b = pb;
    int c = compare_place(a, b);
    return c ? c : a->order < b->order ? -1 : a->order > b->order;
}

static bool same(const struct diag *a, const struct diag *b)
{
    return a->code == b->code && compare_place(a, b) == 0 && strcmp(a->message, b->message) == 0;
}

/* Sorts, and drops a report that equals an earlier one of the same place. */
static void settle(struct diags *d)
{
    if (d->sorted || d->list.n == 0)
        return;
    qsort(d->list.p, d->list.n, sizeof *d->list.p, compare_diag);
    size_t n = 0;
    for (size_t i = 0; i < d->list.n; i++) {
        bool seen = false;
        for (size_t j = n; j-- > 0 && !seen && compare_place(&d->list.p[j], &d->list.p[i]) == 0;)
            seen = same(&d->list.p[j], &d->list.p[i]);
        if (!seen)
            d->list.p[n++] = d->list.p[i];
    }
    d->list.n = n;
    for (size_t i = 0; i < n; i++)
        d->list.p[i].order = i;
    d->sorted = true;
}

size_t diags_list(struct diags *d, const struct diag **list)
{
    settle(d);
    *list = d->list.p;
    return d->list.n;
}

enum severity diags_severity(const struct diags *d, enum diag_code code)
{
    return d->severity[code];
}

size_t diags_count(const struct diags *cd, enum severity s)
{
    struct diags *d = (struct diags *)cd;
    settle(d);
    size_t n = 0;
    for (size_t i = 0; i < d->list.n; i++)
        n += d->severity[d->list.p[i].code] == s;
    return n;
}

bool diags_failed(const struct diags *d)
{
    for (size_t i = 0; i < d->list.n; i++)
        if (d->severity[d->list.p[i].code] == SEVERITY_ERROR)
            return true;
    return false;
}

/* --- text --- */

struct paint {
    const char *bold, *error, *warning, *note, *dim, *off;
};

static const struct paint plain_paint = {"", "", "", "", "", ""};
static const struct paint color_paint = {"\033[1m",  "\033[1;31m", "\033[1;33m",
                                         "\033[1;36m", "\033[2m",    "\033[0m"};

static const char *severity_paint(const struct paint *p, enum severity s)
{
    return s == SEVERITY_ERROR ? p->error : s == SEVERITY_WARNING ? p->warning : p->note;
}

/* Control characters and those that turn the direction of text would act on the terminal:
 * controls show as their pictures (U+2400...), the others as U+FFFD. */
static void put_visible(struct buf *out, unsigned c)
{
    bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
                 c == 0x200F;
    if (c < 0x20 && c != '\t')
        buf_put_utf8(out, 0x2400 + c);
    else if (c == 0x7F)
        buf_put_utf8(out, 0x2421);
    else
        buf_put_utf8(out, turns || (c >= 0x80 && c < 0xA0) ? 0xFFFD : c);
}

static void put_text(struct buf *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        unsigned c = 0xFFFD;
        size_t len = utf8_decode(s + i, n - i, &c);
        put_visible(out, c);
        i += len ? len : 1;
    }
}

/* The part of a line that is shown: a long line is cut around the place. */
enum { LINE_SHOWN = 160, LINE_BEFORE = 60 };

struct window {
    const char *text;
    size_t len;
    int col;          /* of the place, within the window */
    bool head, tail;  /* something was cut off before, behind */
};

static size_t skip_columns(const char *s, size_t n, int columns)
{
    size_t i = 0;
    for (unsigned c; columns > 0 && i < n; columns--) {
        size_t len = utf8_decode(s + i, n - i, &c);
        i += len ? len : 1;
    }
    return i;
}

static struct window cut_line(const char *line, size_t len, int col)
{
    struct window w = {.text = line, .len = len, .col = col};
    if (len > LINE_SHOWN && col > LINE_BEFORE) {
        size_t skip = skip_columns(line, len, col - LINE_BEFORE);
        w.text += skip;
        w.len -= skip;
        w.col = LINE_BEFORE;
        w.head = true;
    }
    size_t shown = skip_columns(w.text, w.len, LINE_SHOWN);
    w.tail = shown < w.len;
    w.len = shown;
    return w;
}

/* The source line, and the caret under it.  A tab is repeated below, so that the caret stands
 * right whatever the tab width; wide characters (East Asian) take two cells on terminals, so
 * an ideographic space is written below them. */
static void write_line(struct buf *out, const struct place *p, const char *mark, const char *off)
{
    size_t len;
    const char *line = place_line(p->src, p->line, &len);
    if (len == 0)
        return;
    struct window w = cut_line(line, len, p->col);
    buf_printf(out, "%5d | %s", p->line, w.head ? "…" : "");
    put_text(out, w.text, w.len);
    buf_printf(out, "%s\n      | %s", w.tail ? "…" : "", w.head ? " " : "");
    unsigned c = 0;
    size_t i = 0;
    for (int col = 1; i < w.len && col < w.col; col++) {
        size_t n = utf8_decode(w.text + i, w.len - i, &c);
        buf_puts(out, n && c == '\t' ? "\t" : n && c >= 0x2E80 && c < 0xE000 ? "\u3000" : " ");
        i += n ? n : 1;
    }
    int rest = (int)utf8_count(w.text + i, w.len - i);
    int width = p->len < rest ? p->len : rest;
    buf_puts(out, mark);
    buf_putc(out, '^');
    for (int k = 1; k < width; k++)
        buf_putc(out, '~');
    buf_printf(out, "%s\n", off);
}

static void write_text(const struct diags *d, const struct diag *x, struct buf *out, bool color)
{
    const struct paint *p = color ? &color_paint : &plain_paint;
    enum severity s = d->severity[x->code];
    buf_puts(out, p->bold);
    buf_puts(out, x->place.src ? x->place.src->path : "accord");
    if (x->place.src && x->place.line)
        buf_printf(out, ":%d:%d", x->place.line, x->place.col);
    buf_printf(out, ":%s %s%s:%s ", p->off, severity_paint(p, s), diag_severity_name(s), p->off);
    put_text(out, x->message, strlen(x->message));
    buf_printf(out, " %s[%s]%s\n", p->dim, diag_slug(x->code), p->off);
    if (x->place.src && x->place.line && x->place.src->text)
        write_line(out, &x->place, severity_paint(p, s), p->off);
    if (x->hint) {
        buf_puts(out, "  hint: ");
        put_text(out, x->hint, strlen(x->hint));
        buf_putc(out, '\n');
    }
}

static void write_count(const struct diags *d, struct buf *out)
{
    static const char *const plural[] = {"errors", "warnings", "notes"};
    bool any = false;
    for (enum severity s = SEVERITY_ERROR; s <= SEVERITY_NOTE; s++) {
        size_t n = diags_count(d, s);
        if (n == 0)
            continue;
        buf_printf(out, "%s%zu %s", any ? ", " : "", n, n == 1 ? diag_severity_name(s) : plural[s]);
        any = true;
    }
    if (any)
        buf_putc(out, '\n');
}

/* --- JSON and SARIF --- */

/* What programs go by, in both JSON formats. */
static void open_json(const struct diags *d, const struct diag *x, struct buf *out)
{
    buf_puts(out, "{\"file\": ");
    json_string(out, path_of(x));
    buf_printf(out, ", \"line\": %d, \"column\": %d, \"severity\": \"%s\", \"code\": \"%s\"",
               x->place.line, x->place.col, diag_severity_name(d->severity[x->code]),
               diag_slug(x->code));
}

static void write_json(const struct diags *d, const struct diag *x, struct buf *out)
{
    open_json(d, x, out);
    buf_puts(out, ", \"message\": ");
    json_string(out, x->message);
    buf_puts(out, ", \"hint\": ");
    if (x->hint)
        json_string(out, x->hint);
    else
        buf_puts(out, "null");
    buf_putc(out, '}');
}

static void put_shown(struct buf *out, const char *key, const char *s, size_t n)
{
    struct buf shown = BUF_INIT;
    put_text(&shown, s, n);
    buf_printf(out, ", \"%s\": ", key);
    json_string(out, buf_str(&shown));
    buf_free(&shown);
}

/* The line in three parts, the middle one being what the report is about. */
static void write_excerpt(const struct place *p, struct buf *out)
{
    size_t len;
    const char *line = p->src && p->line && p->src->text ? place_line(p->src, p->line, &len) : NULL;
    if (!line)
        return;
    struct window w = cut_line(line, len, p->col);
    size_t from = skip_columns(w.text, w.len, w.col - 1);
    size_t n = skip_columns(w.text + from, w.len - from, p->len);
    buf_printf(out, ", \"cut\": [%s, %s]", w.head ? "true" : "false", w.tail ? "true" : "false");
    put_shown(out, "before", w.text, from);
    put_shown(out, "marked", w.text + from, n);
    put_shown(out, "after", w.text + from + n, w.len - from - n);
}

static void write_with_excerpt(const struct diags *d, const struct diag *x, struct buf *out)
{
    open_json(d, x, out);
    put_shown(out, "message", x->message, strlen(x->message));
    if (x->hint)
        put_shown(out, "hint", x->hint, strlen(x->hint));
    write_excerpt(&x->place, out);
    buf_putc(out, '}');
}

/* A result of SARIF 2.1.0 (OASIS), section 3.27. */
static void write_sarif_result(const struct diags *d, const struct diag *x, struct buf *out)
{
    buf_printf(out, "{\"ruleId\": \"%s\", \"level\": \"%s\", \"message\": {\"text\": ",
               diag_slug(x->code), diag_severity_name(d->severity[x->code]));
    json_string(out, x->hint ? arena_printf(d->arena, "%s. %s", x->message, x->hint)
                                   : x->message);
    buf_putc(out, '}');
    if (x->place.src) {
        buf_puts(out, ", \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": ");
        json_string(out, x->place.src->path);
        buf_putc(out, '}');
        if (x->place.line)
            buf_printf(out,
                       ", \"region\": {\"startLine\": %d, \"startColumn\": %d, \"endColumn\": %d}",
                       x->place.line, x->place.col, x->place.col + x->place.len);
        buf_puts(out, "}}]");
    }
    buf_putc(out, '}');
}

static void write_list(const struct diags *d, struct buf *out, bool quiet,
                       void (*write)(const struct diags *, const struct diag *, struct buf *))
{
    const char *sep = "\n";
    for (size_t i = 0; i < d->list.n; i++) {
        if (quiet && d->severity[d->list.p[i].code] != SEVERITY_ERROR)
            continue;
        buf_puts(out, sep);
        write(d, &d->list.p[i], out);
        sep = ",\n";
    }
}

static void write_all_text(const struct diags *d, struct buf *out, struct diags_print how)
{
    size_t n = 0;
    for (size_t i = 0; i < d->list.n; i++) {
        struct diag *x = &d->list.p[i];
        bool asked = !how.quiet || d->severity[x->code] == SEVERITY_ERROR;
        if (!asked || (how.fresh && x->written))
            continue;
        write_text(d, x, out, how.color);
        x->written = true;
        n++;
    }
    if (!how.quiet && (n || !how.fresh))
        write_count(d, out);
}

void diags_write(struct diags *d, struct buf *out, struct diags_print how)
{
    settle(d);
    switch (how.format) {
    case DIAG_FORMAT_TEXT:
        write_all_text(d, out, how);
        break;
    case DIAG_FORMAT_JSON:
        buf_putc(out, '[');
        write_list(d, out, how.quiet, write_json);
        buf_puts(out, "\n]\n");
        break;
    case DIAG_FORMAT_EXCERPTS:
        buf_putc(out, '[');
        write_list(d, out, how.quiet, write_with_excerpt);
        buf_puts(out, "\n]");
        break;
    case DIAG_FORMAT_SARIF:
        buf_puts(out, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", "
                      "\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": "
                      "{\"name\": \"accord\"}}, \"columnKind\": \"unicodeCodePoints\", "
                      "\"results\": [");
        write_list(d, out, how.quiet, write_sarif_result);
        buf_puts(out, "\n]}]}\n");
        break;
    }
}
