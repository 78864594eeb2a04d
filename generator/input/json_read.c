#include "input/input_room.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

/* A reader of JSON (RFC 8259) into values; recursive descent, one function per production.
 * A repeated name is a fault, as in YAML. */
struct json {
    struct arena *a;
    const char *text;
    size_t at, len;
    int depth;
    const char *what; /* the fault, NULL while there is none, and */
    size_t fault;     /* where it is */
};

static const struct value *read_value(struct json *j);

static bool fail(struct json *j, enum phrase what)
{
    if (!j->what) {
        j->what = phrase_mark(what);
        j->fault = j->at;
    }
    return false;
}

static char peek(const struct json *j)
{
    return j->at < j->len ? j->text[j->at] : '\0';
}

static void skip_space(struct json *j)
{
    while (j->at < j->len && strchr(" \t\r\n", j->text[j->at]))
        j->at++;
}

static bool take(struct json *j, char c, enum phrase what)
{
    skip_space(j);
    if (peek(j) != c)
        return fail(j, what);
    j->at++;
    return true;
}

static bool hex4(struct json *j, unsigned *out)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    *out = 0;
    for (int i = 0; i < 4; i++) {
        const char *d = peek(j) ? strchr(digits, peek(j)) : NULL;
        if (!d)
            return fail(j, PHRASE_JSON_HEX);
        *out = *out * 16 + (unsigned)(d - digits) % 16;
        j->at++;
    }
    return true;
}

/* Behind \u: one code point, perhaps from a surrogate pair; a lone surrogate becomes U+FFFD. */
static bool read_unicode(struct json *j, struct buf *b)
{
    unsigned c, low;
    if (!hex4(j, &c))
        return false;
    if (c == 0)
        return fail(j, PHRASE_JSON_NUL);
    if (c >= 0xD800 && c < 0xDC00 && j->len - j->at >= 6 && j->text[j->at] == '\\' &&
        j->text[j->at + 1] == 'u') {
        size_t back = j->at;
        j->at += 2;
        if (!hex4(j, &low))
            return false;
        if (low >= 0xDC00 && low < 0xE000)
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        else
            j->at = back;
    }
    buf_put_utf8(b, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    return true;
}

static bool read_escape(struct json *j, struct buf *b)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    j->at++;
    char c = peek(j);
    const char *f = c ? strchr(from, c) : NULL;
    if (f) {
        buf_putc(b, to[f - from]);
        j->at++;
        return true;
    }
    if (c != 'u')
        return fail(j, PHRASE_JSON_ESCAPE);
    j->at++;
    return read_unicode(j, b);
}

static const char *read_string(struct json *j)
{
    struct buf b = BUF_INIT;
    bool fine = take(j, '"', PHRASE_JSON_TEXT);
    while (fine && peek(j) != '"') {
        if (j->at >= j->len)
            fine = fail(j, PHRASE_JSON_UNCLOSED);
        else if ((unsigned char)peek(j) < 0x20)
            fine = fail(j, PHRASE_JSON_CONTROL);
        else if (peek(j) == '\\')
            fine = read_escape(j, &b);
        else
            buf_putc(&b, j->text[j->at++]);
    }
    j->at += fine;
    return buf_to_arena(&b, j->a);
}

static size_t digits(const struct json *j, size_t from)
{
    size_t i = from;
    while (i < j->len && j->text[i] >= '0' && j->text[i] <= '9')
        i++;
    return i - from;
}

/* -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [-+]? [0-9]+)? */
static const struct value *read_number(struct json *j)
{
    size_t i = j->at + (peek(j) == '-'), n = digits(j, i);
    bool fine = n > 0 && (n == 1 || j->text[i] != '0');
    i += n;
    if (fine && i < j->len && j->text[i] == '.') {
        n = digits(j, i + 1);
        fine = n > 0;
        i += 1 + n;
    }
    if (fine && i < j->len && (j->text[i] == 'e' || j->text[i] == 'E')) {
        i++;
        i += i < j->len && (j->text[i] == '-' || j->text[i] == '+');
        n = digits(j, i);
        fine = n > 0;
        i += n;
    }
    if (!fine) {
        fail(j, PHRASE_JSON_VALUE);
        return value_null(j->a);
    }
    const char *text = arena_strndup(j->a, j->text + j->at, i - j->at);
    j->at = i;
    return value_number(j->a, number_text(j->a, text));
}

static const struct value *read_list(struct json *j)
{
    struct value *list = value_list(j->a);
    j->at++;
    skip_space(j);
    if (peek(j) == ']') {
        j->at++;
        return list;
    }
    while (!j->what) {
        value_push(list, read_value(j));
        skip_space(j);
        if (peek(j) == ']')
            break;
        take(j, ',', PHRASE_JSON_COMMA_LIST);
    }
    j->at += !j->what;
    return list;
}

static const struct value *read_map(struct json *j)
{
    struct value *map = value_map(j->a);
    j->at++;
    skip_space(j);
    if (peek(j) == '}') {
        j->at++;
        return map;
    }
    while (!j->what) {
        skip_space(j);
        size_t key_at = j->at;
        const char *key = read_string(j);
        if (!j->what && value_get(map, key)) {
            j->at = key_at;
            fail(j, PHRASE_JSON_TWICE);
        }
        if (j->what || !take(j, ':', PHRASE_JSON_COLON))
            break;
        value_set(map, key, read_value(j));
        skip_space(j);
        if (peek(j) == '}')
            break;
        take(j, ',', PHRASE_JSON_COMMA_MAP);
    }
    j->at += !j->what;
    return map;
}

static bool take_word(struct json *j, const char *word)
{
    size_t n = strlen(word);
    bool fine = j->len - j->at >= n && memcmp(j->text + j->at, word, n) == 0;
    j->at += fine ? n : 0;
    return fine;
}

static const struct value *read_value(struct json *j)
{
    const struct value *v;
    skip_space(j);
    if (j->depth == YAML_DEPTH_MAX)
        fail(j, PHRASE_JSON_DEEP);
    if (j->what)
        return value_null(j->a);
    j->depth++;
    if (peek(j) == '{')
        v = read_map(j);
    else if (peek(j) == '[')
        v = read_list(j);
    else if (peek(j) == '"')
        v = value_string(j->a, read_string(j));
    else if (take_word(j, "true"))
        v = value_bool(j->a, true);
    else if (take_word(j, "false"))
        v = value_bool(j->a, false);
    else if (take_word(j, "null"))
        v = value_null(j->a);
    else
        v = read_number(j);
    j->depth--;
    return v;
}

bool json_read(struct arena *a, const struct source *src, const struct value **out, size_t *at,
               const char **what)
{
    struct json j = {.a = a, .text = src->text, .len = src->len};
    *out = read_value(&j);
    skip_space(&j);
    if (j.at < j.len)
        fail(&j, PHRASE_JSON_BEHIND);
    *at = j.fault;
    *what = j.what;
    return !j.what;
}
