#include "base/diag_list.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/visible.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct code_row {
    enum severity severity;
    const char *slug, *text, *hint, *hint_key;
} code_table[DIAG_CODES] = {
#define DIAG(code, severity, slug, text, hint) \
    {SEVERITY_##severity, slug, text, hint, slug ".hint"},
#include "base/diag_codes.h"
#undef DIAG
};

struct diags *diags_new(struct arena *a)
{
    struct diags *d = ARENA_NEW(a, struct diags);
    d->arena = a;
    map_init(&d->told, a);
    d->lines = ARENA_NEW(a, struct diag_lines);
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

const char *diag_english(enum diag_code code)
{
    return code_table[code].text;
}

const char *diag_english_hint(enum diag_code code)
{
    return code_table[code].hint;
}

struct diag_said diag_said_of(enum diag_code code)
{
    return (struct diag_said){.key = code_table[code].slug, .english = code_table[code].text};
}

static void keep_arguments(struct arena *a, struct diag_said *said, va_list ap)
{
    bool more = true;
    for (int i = 0; i < PHRASE_ARGS; i++) {
        const char *s = more ? va_arg(ap, const char *) : NULL;
        more = s != NULL;
        said->args[i] = more ? arena_strdup(a, s) : "";
    }
}

void diag_report_va(struct diags *d, enum diag_code code, struct place place, ...)
{
    struct diag item = {.code = code, .place = place, .order = d->list.n};
    va_list ap;
    if (diag_is_beyond(d, &place))
        return;
    item.message = diag_said_of(code);
    va_start(ap, place);
    keep_arguments(d->arena, &item.message, ap);
    va_end(ap);
    VEC_PUSH(d->arena, &d->list, item);
    d->sorted = false;
}

struct place diag_file(struct diags *d, const char *path)
{
    struct source *s = ARENA_NEW(d->arena, struct source);
    *s = (struct source){.path = arena_strdup(d->arena, path), .text = ""};
    return (struct place){.src = s, .len = 1};
}

void diag_hint_va(struct diags *d, enum phrase hint, ...)
{
    struct diag_said said = {.key = phrase_slug(hint), .english = phrase_english(hint)};
    va_list ap;
    if (d->list.n == 0 || d->beyond)
        return;
    va_start(ap, hint);
    keep_arguments(d->arena, &said, ap);
    va_end(ap);
    VEC_PUSH(d->arena, &d->list.p[d->list.n - 1].hint, said);
}

/* --- in words --- */

enum { ARGUMENT_SHOWN = 300, HINT_ARGUMENT_SHOWN = 2000 };

static void put_message(const struct diag *x, const struct map *language, struct buf *out)
{
    phrase_put(out, language, x->message.key, x->message.english, x->message.args, ARGUMENT_SHOWN);
}

/* What the code itself advises comes last, and once: a hint that says the same is left out.
 * False when there is none. */
static bool put_hint(const struct diag *x, const struct map *language, struct buf *out)
{
    const struct code_row *row = &code_table[x->code];
    struct buf usual = BUF_INIT, hint = BUF_INIT;
    if (row->hint)
        phrase_put(&usual, language, row->hint_key, row->hint, x->message.args, ARGUMENT_SHOWN);
    for (size_t i = x->hint.n; i-- > 0;) {
        const struct diag_said *h = &x->hint.p[i];
        buf_clear(&hint);
        phrase_put(&hint, language, h->key, h->english, h->args, HINT_ARGUMENT_SHOWN);
        if (strcmp(buf_str(&hint), buf_str(&usual)) == 0)
            continue;
        buf_puts(out, buf_str(&hint));
        if (i > 0 || row->hint)
            buf_putc(out, ' ');
    }
    buf_puts(out, buf_str(&usual));
    buf_free(&hint);
    buf_free(&usual);
    return row->hint || x->hint.n > 0;
}

char *diag_message(struct arena *a, const struct diag *x, const struct map *language)
{
    struct buf b = BUF_INIT;
    put_message(x, language, &b);
    return buf_to_arena(&b, a);
}

char *diag_hints(struct arena *a, const struct diag *x, const struct map *language)
{
    struct buf b = BUF_INIT;
    bool any = put_hint(x, language, &b);
    char *text = buf_to_arena(&b, a);
    return any ? text : NULL;
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
    if (a->code != b->code || compare_place(a, b) != 0)
        return false;
    for (int i = 0; i < PHRASE_ARGS; i++)
        if (strcmp(a->message.args[i], b->message.args[i]) != 0)
            return false;
    return true;
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

/* How wide the first so many characters show. */
static size_t marked_width(const char *s, size_t n, int characters)
{
    size_t width = 0, i = 0;
    unsigned c = 0;
    for (; characters > 0 && i < n; characters--) {
        size_t len = utf8_decode(s + i, n - i, &c);
        width += len ? visible_width(c) : 1;
        i += len ? len : 1;
    }
    return width;
}

/* The source line, and the caret under it.  A tab is repeated below, so that the caret stands
 * right whatever the tab width; wide characters (East Asian) take two cells on terminals, so
 * an ideographic space is written below them. */
static void write_line(const struct diags *d, struct buf *out, const struct place *p,
                       const char *mark, const char *off)
{
    size_t len;
    const char *line = diag_line(d->lines, p, &len);
    if (len == 0)
        return;
    struct window w = cut_line(line, len, p->col);
    buf_printf(out, "%5d | %s", p->line, w.head ? "…" : "");
    visible_put(out, w.text, w.len);
    buf_printf(out, "%s\n      | %s", w.tail ? "…" : "", w.head ? " " : "");
    unsigned c = 0;
    size_t i = 0;
    for (int col = 1; i < w.len && col < w.col; col++) {
        size_t n = utf8_decode(w.text + i, w.len - i, &c);
        size_t cells = n ? visible_width(c) : 1;
        for (size_t k = 0; k < cells; k++)
            buf_puts(out, n && c == '\t' ? "\t" : n && c >= 0x2E80 && c < 0xE000 ? "\u3000" : " ");
        i += n ? n : 1;
    }
    size_t width = marked_width(w.text + i, w.len - i, p->len);
    buf_puts(out, mark);
    buf_putc(out, '^');
    for (size_t k = 1; k < width; k++)
        buf_putc(out, '~');
    buf_printf(out, "%s\n", off);
}

static void put_phrase(struct buf *out, const struct map *language, enum phrase w)
{
    phrase_unmark(out, language, phrase_mark(w));
}

static void write_hint(const struct diag *x, struct buf *out, const struct map *language)
{
    struct buf b = BUF_INIT;
    if (put_hint(x, language, &b)) {
        buf_puts(out, "  ");
        put_phrase(out, language, PHRASE_LABEL_HINT);
        buf_putc(out, ' ');
        visible_put(out, buf_str(&b), b.n);
        buf_putc(out, '\n');
    }
    buf_free(&b);
}

static void write_text(const struct diags *d, const struct diag *x, struct buf *out,
                       const struct diags_print *how)
{
    static const enum phrase label[] = {PHRASE_LABEL_ERROR, PHRASE_LABEL_WARNING, PHRASE_LABEL_NOTE};
    const struct paint *p = how->color ? &color_paint : &plain_paint;
    enum severity s = d->severity[x->code];
    struct buf b = BUF_INIT;
    buf_puts(out, p->bold);
    const char *path = x->place.src ? x->place.src->path : "accord";
    visible_put(out, path, strlen(path));
    if (x->place.src && x->place.line)
        buf_printf(out, ":%d:%d", x->place.line, x->place.col);
    buf_printf(out, ":%s %s", p->off, severity_paint(p, s));
    put_phrase(out, how->language, label[s]);
    buf_printf(out, "%s ", p->off);
    put_message(x, how->language, &b);
    visible_put(out, buf_str(&b), b.n);
    buf_free(&b);
    buf_printf(out, " %s[%s]%s\n", p->dim, diag_slug(x->code), p->off);
    if (x->place.src && x->place.line && x->place.src->text)
        write_line(d, out, &x->place, severity_paint(p, s), p->off);
    write_hint(x, out, how->language);
}

static void write_count(const struct diags *d, struct buf *out, const struct map *language)
{
    static const enum phrase one[] = {PHRASE_ONE_ERROR, PHRASE_ONE_WARNING, PHRASE_ONE_NOTE};
    static const enum phrase many[] = {PHRASE_ERRORS, PHRASE_WARNINGS, PHRASE_NOTES};
    bool any = false;
    for (enum severity s = SEVERITY_ERROR; s <= SEVERITY_NOTE; s++) {
        char number[24];
        size_t n = diags_count(d, s);
        enum phrase w = n == 1 ? one[s] : many[s];
        if (n == 0)
            continue;
        snprintf(number, sizeof number, "%zu", n);
        buf_puts(out, any ? ", " : "");
        phrase_put(out, language, phrase_slug(w), phrase_english(w),
                  (const char *const[PHRASE_ARGS]){number, "", "", "", "", "", "", ""}, SIZE_MAX);
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

static void write_json(const struct diags *d, const struct diag *x, struct buf *out,
                       const struct diags_print *how)
{
    struct buf message = BUF_INIT, hint = BUF_INIT;
    open_json(d, x, out);
    buf_puts(out, ", \"message\": ");
    put_message(x, how->language, &message);
    json_string(out, buf_str(&message));
    buf_puts(out, ", ");
    json_field(out, "hint", put_hint(x, how->language, &hint) ? buf_str(&hint) : NULL);
    buf_putc(out, '}');
    buf_free(&message);
    buf_free(&hint);
}

static void put_shown(struct buf *out, const char *key, const char *s, size_t n)
{
    struct buf shown = BUF_INIT;
    visible_put(&shown, s, n);
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

static void write_with_excerpt(const struct diags *d, const struct diag *x, struct buf *out,
                               const struct diags_print *how)
{
    struct buf message = BUF_INIT, hint = BUF_INIT;
    open_json(d, x, out);
    put_message(x, how->language, &message);
    put_shown(out, "message", buf_str(&message), message.n);
    if (put_hint(x, how->language, &hint))
        put_shown(out, "hint", buf_str(&hint), hint.n);
    write_excerpt(&x->place, out);
    buf_putc(out, '}');
    buf_free(&message);
    buf_free(&hint);
}

static bool is_shown(const struct diags *d, const struct diag *x, const struct diags_print *how)
{
    return !how->quiet || d->severity[x->code] == SEVERITY_ERROR;
}

/* A path as a reference of RFC 3986, relative where the path is. */
static void put_uri(struct buf *out, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    buf_puts(out, *path == '/' ? "\"file://" : "\"");
    for (; *path; path++) {
        if (strchr(plain, *path))
            buf_putc(out, *path);
        else
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)*path);
    }
    buf_putc(out, '"');
}

/* A message without its arguments: "unknown partner "…"". */
static void put_general(struct buf *out, const char *english)
{
    struct buf text = BUF_INIT;
    for (const char *p = english; *p; p++) {
        if (p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}') {
            buf_puts(&text, "…");
            p += 2;
        } else {
            buf_putc(&text, *p);
        }
    }
    json_string(out, buf_str(&text));
    buf_free(&text);
}

/* What those who read results are told of a code: a reportingDescriptor, section 3.49. */
static void write_sarif_rule(enum diag_code code, struct buf *out)
{
    const char *hint = diag_english_hint(code);
    buf_printf(out, "{\"id\": \"%s\", \"shortDescription\": {\"text\": ", diag_slug(code));
    put_general(out, diag_english(code));
    buf_puts(out, "}, \"help\": {\"text\": ");
    put_general(out, hint ? hint : diag_english(code));
    buf_puts(out, "}}");
}

static void write_sarif_rules(const struct diags *d, struct buf *out,
                              const struct diags_print *how)
{
    bool met[DIAG_CODES] = {false};
    const char *sep = "\n";
    for (size_t i = 0; i < d->list.n; i++)
        met[d->list.p[i].code] = met[d->list.p[i].code] || is_shown(d, &d->list.p[i], how);
    for (int code = 0; code < DIAG_CODES; code++) {
        if (!met[code])
            continue;
        buf_puts(out, sep);
        write_sarif_rule((enum diag_code)code, out);
        sep = ",\n";
    }
}

/* A result of SARIF 2.1.0 (OASIS), section 3.27. */
static void write_sarif_result(const struct diags *d, const struct diag *x, struct buf *out,
                               const struct diags_print *how)
{
    struct buf text = BUF_INIT, hint = BUF_INIT;
    put_message(x, how->language, &text);
    if (put_hint(x, how->language, &hint))
        buf_printf(&text, ". %s", buf_str(&hint));
    buf_free(&hint);
    buf_printf(out, "{\"ruleId\": \"%s\", \"level\": \"%s\", \"message\": {\"text\": ",
               diag_slug(x->code), diag_severity_name(d->severity[x->code]));
    json_string(out, buf_str(&text));
    buf_free(&text);
    buf_putc(out, '}');
    if (x->place.src) {
        buf_puts(out, ", \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": ");
        put_uri(out, x->place.src->path);
        buf_putc(out, '}');
        if (x->place.line)
            buf_printf(out,
                       ", \"region\": {\"startLine\": %d, \"startColumn\": %d, \"endColumn\": %d}",
                       x->place.line, x->place.col, x->place.col + x->place.len);
        buf_puts(out, "}}]");
    }
    buf_putc(out, '}');
}

static void write_list(const struct diags *d, struct buf *out, const struct diags_print *how,
                       void (*write)(const struct diags *, const struct diag *, struct buf *,
                                     const struct diags_print *))
{
    const char *sep = "\n";
    for (size_t i = 0; i < d->list.n; i++) {
        if (!is_shown(d, &d->list.p[i], how))
            continue;
        buf_puts(out, sep);
        write(d, &d->list.p[i], out, how);
        sep = ",\n";
    }
}

/* As it stands in what was written before, of an earlier reading of the same files. */
static bool is_known(const struct diags *d, const struct diag *x, const struct diags_print *how)
{
    struct buf text = BUF_INIT;
    if (!how->known || d->severity[x->code] == SEVERITY_ERROR)
        return false;
    write_text(d, x, &text, how);
    bool known = strstr(how->known, buf_str(&text)) != NULL;
    buf_free(&text);
    return known;
}

static void write_all_text(const struct diags *d, struct buf *out, const struct diags_print *how)
{
    size_t n = 0;
    for (size_t i = 0; i < d->list.n; i++) {
        struct diag *x = &d->list.p[i];
        if (!is_shown(d, x, how) || (how->fresh && x->written) || is_known(d, x, how))
            continue;
        write_text(d, x, out, how);
        x->written = true;
        n++;
    }
    if (!how->quiet && (n || !(how->fresh || how->known)))
        write_count(d, out, how->language);
}

void diags_write(struct diags *d, struct buf *out, struct diags_print how)
{
    settle(d);
    switch (how.format) {
    case DIAG_FORMAT_TEXT:
        write_all_text(d, out, &how);
        break;
    case DIAG_FORMAT_JSON:
        buf_putc(out, '[');
        write_list(d, out, &how, write_json);
        buf_puts(out, "\n]\n");
        break;
    case DIAG_FORMAT_EXCERPTS:
        buf_putc(out, '[');
        write_list(d, out, &how, write_with_excerpt);
        buf_puts(out, "\n]");
        break;
    case DIAG_FORMAT_SARIF:
        buf_puts(out, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", "
                      "\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": "
                      "{\"name\": \"accord\", \"rules\": [");
        write_sarif_rules(d, out, &how);
        buf_puts(out, "\n]}}, \"columnKind\": \"unicodeCodePoints\", \"results\": [");
        write_list(d, out, &how, write_sarif_result);
        buf_puts(out, "\n]}]}\n");
        break;
    }
}
