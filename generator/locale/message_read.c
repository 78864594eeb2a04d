#include "locale/message_read.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/phrase.h"
#include "locale/locale_inside.h"

#include <string.h>
#include <unicode/uchar.h>

enum {
    DEPTH_MAX = 32,
    OFFSET_MAX = 9 /* bytes: what is counted, less that, always fits */
};

enum within { WITHIN_NOTHING, WITHIN_PLURAL, WITHIN_SELECT };

struct reader {
    struct arena *arena;
    const char *start, *p, *end;
    const char *error; /* the first fault; NULL while all is well */
};

typedef VEC(struct message_part) part_vec;
typedef VEC(struct message_form) form_vec;

static const struct message *read_message(struct reader *r, enum within within, int depth);

/* Keeps the first fault, with its place: the character it is at, counted from 1. */
static void fail(struct reader *r, const char *at, enum phrase what, const char *of)
{
    if (r->error)
        return;
    size_t character = utf8_count(r->start, (size_t)(at - r->start)) + 1;
    r->error = phrase_filled(r->arena, PHRASE_AT_CHARACTER, phrase_filled(r->arena, what, of),
                            arena_printf(r->arena, "%zu", character));
}

static unsigned peek(const struct reader *r, size_t *len)
{
    unsigned c = 0xFFFD;
    *len = 0;
    if (r->p == r->end)
        return 0;
    *len = utf8_decode(r->p, (size_t)(r->end - r->p), &c);
    if (*len == 0)
        *len = 1;
    return c;
}

static void skip_space(struct reader *r)
{
    size_t n;
    unsigned c;
    while ((c = peek(r, &n)) != 0 && u_hasBinaryProperty((UChar32)c, UCHAR_PATTERN_WHITE_SPACE))
        r->p += n;
}

static bool take(struct reader *r, char c)
{
    skip_space(r);
    if (r->p == r->end || *r->p != c)
        return false;
    r->p++;
    return true;
}

/* A name or word: everything up to white space or a syntax character; "" when there is none. */
static const char *read_word(struct reader *r)
{
    skip_space(r);
    const char *from = r->p;
    size_t n;
    unsigned c;
    while ((c = peek(r, &n)) != 0 && !u_hasBinaryProperty((UChar32)c, UCHAR_PATTERN_SYNTAX) &&
           !u_hasBinaryProperty((UChar32)c, UCHAR_PATTERN_WHITE_SPACE))
        r->p += n;
    return arena_strndup(r->arena, from, (size_t)(r->p - from));
}

static const char *read_decimal(struct reader *r)
{
    skip_space(r);
    const char *from = r->p;
    r->p += strspn(r->p, "-0123456789.");
    const char *s = arena_strndup(r->arena, from, (size_t)(r->p - from));
    if (!locale_is_decimal(s))
        fail(r, from, PHRASE_FORM_NUMBER, "");
    return s;
}

static bool starts(const struct reader *r, const char *word)
{
    return strncmp(r->p, word, strlen(word)) == 0;
}

/* Text up to an argument, a '#' that counts, or the message's end. */
static void read_text(struct reader *r, enum within within, struct buf *out)
{
    const char *special = within == WITHIN_PLURAL ? "{}#" : "{}";
    bool quoted = false;
    for (; r->p < r->end; r->p++) {
        if (starts(r, "''")) {
            buf_putc(out, '\'');
            r->p++;
        } else if (*r->p == '\'' && (quoted || (r->p[1] && strchr(special, r->p[1])))) {
            quoted = !quoted;
        } else if (!quoted && strchr(special, *r->p)) {
            return;
        } else {
            buf_putc(out, *r->p);
        }
    }
}

/* seen: what the forms so far are called. */
static void read_form(struct reader *r, form_vec *forms, struct map *seen, enum within within,
                      int depth)
{
    const char *at = r->p;
    struct message_form f = {0};
    f.exact = within == WITHIN_PLURAL && take(r, '=');
    f.word = f.exact ? read_decimal(r) : read_word(r);
    const char *named = arena_printf(r->arena, "%s%s", f.exact ? "=" : "", f.word);
    if (*f.word == '\0')
        fail(r, at, PHRASE_FORM_WORD, "");
    if (map_has(seen, named))
        fail(r, at, PHRASE_FORM_TWICE, named);
    map_set(seen, named, NULL);
    if (!take(r, '{'))
        fail(r, r->p, PHRASE_FORM_BRACES, named);
    f.message = read_message(r, within, depth + 1);
    if (!take(r, '}'))
        fail(r, at, PHRASE_FORM_UNCLOSED, named);
    VEC_PUSH(r->arena, forms, f);
}

static void read_forms(struct reader *r, struct message_part *part, const char *at, int depth)
{
    enum within within = part->kind == MESSAGE_SELECT ? WITHIN_SELECT : WITHIN_PLURAL;
    part->offset = "0";
    if (!take(r, ','))
        fail(r, r->p, PHRASE_FORMS_MISSING, part->text);
    skip_space(r);
    if (within == WITHIN_PLURAL && starts(r, "offset:")) {
        r->p += strlen("offset:");
        skip_space(r);
        const char *digits = r->p;
        part->offset = read_decimal(r);
        if (strlen(part->offset) > OFFSET_MAX)
            fail(r, digits, PHRASE_FORM_OFFSET, "");
    }
    form_vec forms = {0};
    struct map seen;
    bool other = false;
    map_init(&seen, r->arena);
    while (!r->error && (skip_space(r), r->p < r->end) && *r->p != '}') {
        read_form(r, &forms, &seen, within, depth);
        const struct message_form *f = forms.n ? &forms.p[forms.n - 1] : NULL;
        other = other || (f && !f->exact && strcmp(f->word, "other") == 0);
    }
    if (!other)
        fail(r, at, PHRASE_FORM_OTHER, part->text);
    part->form = forms.p;
    part->n = forms.n;
}

static void read_style(struct reader *r, struct message_part *part)
{
    if (!take(r, ','))
        return;
    skip_space(r);
    const char *at = r->p;
    const char *style = read_word(r);
    if (part->kind == MESSAGE_NUMBER && strcmp(style, "percent") == 0)
        part->kind = MESSAGE_PERCENT;
    else if (part->kind == MESSAGE_DATE_LONG && strcmp(style, "medium") == 0)
        part->kind = MESSAGE_DATE_MEDIUM;
    else if (part->kind == MESSAGE_NUMBER)
        fail(r, at, PHRASE_STYLE_NUMBER, style);
    else if (strcmp(style, "long") != 0)
        fail(r, at, PHRASE_STYLE_DATE, style);
}

static void read_type(struct reader *r, struct message_part *part, const char *from, int depth)
{
    static const struct {
        const char *word;
        enum message_kind kind;
    } types[] = {
        {"plural", MESSAGE_PLURAL}, {"selectordinal", MESSAGE_ORDINAL},
        {"select", MESSAGE_SELECT}, {"number", MESSAGE_NUMBER},
        {"date", MESSAGE_DATE_LONG},
    };
    skip_space(r);
    const char *at = r->p;
    const char *word = read_word(r);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].word, word) == 0)
            part->kind = types[i].kind;
    if (part->kind == MESSAGE_VALUE)
        fail(r, at, PHRASE_ARGUMENT_TYPE, word);
    else if (part->kind == MESSAGE_NUMBER || part->kind == MESSAGE_DATE_LONG)
        read_style(r, part);
    else
        read_forms(r, part, from, depth);
}

static struct message_part read_argument(struct reader *r, int depth)
{
    const char *from = r->p++;
    struct message_part part = {.kind = MESSAGE_VALUE, .text = read_word(r)};
    if (*part.text == '\0')
        fail(r, from, PHRASE_BRACE_NAME, "");
    if (take(r, ','))
        read_type(r, &part, from, depth);
    if (!take(r, '}'))
        fail(r, from, PHRASE_ARGUMENT_UNCLOSED, part.text);
    return part;
}

static const struct message *read_message(struct reader *r, enum within within, int depth)
{
    part_vec parts = {0};
    if (depth > DEPTH_MAX)
        fail(r, r->p, PHRASE_ARGUMENTS_DEEP, "");
    while (!r->error && r->p < r->end && *r->p != '}') {
        if (*r->p == '{') {
            VEC_PUSH(r->arena, &parts, read_argument(r, depth));
        } else if (*r->p == '#' && within == WITHIN_PLURAL) {
            r->p++;
            VEC_PUSH(r->arena, &parts, (struct message_part){.kind = MESSAGE_HASH});
        } else {
            struct buf text = BUF_INIT;
            read_text(r, within, &text);
            struct message_part part = {.kind = MESSAGE_TEXT};
            part.text = buf_to_arena(&text, r->arena);
            VEC_PUSH(r->arena, &parts, part);
        }
    }
    struct message *m = ARENA_NEW(r->arena, struct message);
    *m = (struct message){.part = parts.p, .n = parts.n};
    return m;
}

const struct message *message_read(struct arena *a, const char *pattern, const char **error)
{
    struct reader r = {.arena = a, .start = pattern, .p = pattern,
                       .end = pattern + strlen(pattern)};
    const struct message *m = read_message(&r, WITHIN_NOTHING, 0);
    if (!r.error && r.p < r.end)
        fail(&r, r.p, PHRASE_BRACE_STRAY, "");
    *error = r.error;
    return r.error ? NULL : m;
}
