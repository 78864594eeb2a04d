/* Messages: the tree of message_read.c, filled in or checked. */
#include "locale/message_read.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/phrase.h"
#include "locale/locale_inside.h"

#include <inttypes.h>
#include <string.h>

struct filler {
    struct arena *arena;
    const struct locale *locale;
    const struct value *args;
    struct buf out;
    const char *error;
};

static void fill(struct filler *f, const struct message *m, const char *number);

static void fail(struct filler *f, enum phrase what, const char *name)
{
    if (!f->error)
        f->error = phrase_filled(f->arena, what, name);
}

/* An argument's text; NULL and a fault when it has none. */
static const char *argument(struct filler *f, const char *name, const struct value **v)
{
    *v = f->args ? value_get(f->args, name) : NULL;
    const char *text = *v ? value_text(*v) : NULL;
    if (!*v)
        fail(f, PHRASE_ARGUMENT_MISSING, name);
    else if (!text)
        fail(f, PHRASE_ARGUMENT_NO_TEXT, name);
    return text;
}

/* A plural's number; text that is a plain decimal will do, so that closing zeros can count. */
static const char *number_argument(struct filler *f, const char *name)
{
    const struct value *v;
    const char *text = argument(f, name, &v);
    if (text && !locale_is_decimal(text))
        fail(f, PHRASE_ARGUMENT_NO_NUMBER, name);
    return f->error ? NULL : text;
}

/* number - offset, with the digits of the longer fraction; NULL when it does not fit. */
static const char *minus(struct arena *a, const char *number, const char *offset)
{
    if (strcmp(offset, "0") == 0)
        return number;
    struct decimal n, o;
    if (decimal_parse(number, &n) != DECIMAL_OK || decimal_parse(offset, &o) != DECIMAL_OK)
        return NULL;
    int scale = n.scale > o.scale ? n.scale : o.scale;
    int64_t x, y, sum;
    if (!decimal_rescale(n, scale, &x) || !decimal_rescale(o, scale, &y) || y == INT64_MIN ||
        !decimal_add(x, -y, &sum) || sum == INT64_MIN)
        return NULL;
    int64_t one = decimal_pow10(scale), size = sum < 0 ? -sum : sum;
    const char *sign = sum < 0 ? "-" : "";
    if (scale == 0)
        return arena_printf(a, "%s%" PRId64, sign, size);
    return arena_printf(a, "%s%" PRId64 ".%0*" PRId64, sign, size / one, scale, size % one);
}

/* Whether two plain decimals are the same number: 1 and 1.0 are. */
static bool same_number(const char *a, const char *b)
{
    struct decimal x, y;
    if (decimal_parse(a, &x) != DECIMAL_OK || decimal_parse(b, &y) != DECIMAL_OK)
        return strcmp(a, b) == 0;
    int64_t whole;
    if (x.scale > y.scale)
        return decimal_rescale(y, x.scale, &whole) && whole == x.mantissa;
    return decimal_rescale(x, y.scale, &whole) && whole == y.mantissa;
}

/* The form for an exact number, else for a word, else "other", which the reader saw to. */
static const struct message *choose(const struct message_part *part, const char *exact,
                                    const char *word)
{
    const struct message *other = NULL, *by_word = NULL;
    for (size_t i = 0; i < part->n; i++) {
        const struct message_form *form = &part->form[i];
        if (form->exact) {
            if (exact && same_number(form->word, exact))
                return form->message;
            continue;
        }
        if (strcmp(form->word, word) == 0)
            by_word = form->message;
        if (strcmp(form->word, "other") == 0)
            other = form->message;
    }
    return by_word ? by_word : other;
}

static void fill_plural(struct filler *f, const struct message_part *part)
{
    const char *number = number_argument(f, part->text);
    if (!number)
        return;
    const char *left = minus(f->arena, number, part->offset);
    if (!left) {
        fail(f, PHRASE_ARGUMENT_TOO_LARGE, part->text);
        return;
    }
    const char *word =
        locale_plural(f->arena, f->locale, left, part->kind == MESSAGE_ORDINAL);
    fill(f, choose(part, number, word), left);
}

static void fill_date(struct filler *f, const struct message_part *part)
{
    const struct value *v;
    const char *text = argument(f, part->text, &v);
    struct date d;
    if (text && date_parse(text, &d) != DATE_OK)
        fail(f, PHRASE_ARGUMENT_NO_DATE, part->text);
    if (f->error)
        return;
    enum date_style style = part->kind == MESSAGE_DATE_LONG ? DATE_LONG : DATE_MEDIUM;
    buf_puts(&f->out, locale_date(f->arena, f->locale, d, style));
}

static void fill_value(struct filler *f, const struct message_part *part)
{
    const struct value *v;
    const char *text = argument(f, part->text, &v);
    if (text && value_kind(v) == VALUE_NUMBER)
        text = locale_number(f->arena, f->locale, text);
    if (text)
        buf_puts(&f->out, text);
}

static void fill_part(struct filler *f, const struct message_part *part, const char *number)
{
    const struct value *v;
    const char *text;
    switch (part->kind) {
    case MESSAGE_TEXT:
        buf_puts(&f->out, part->text);
        break;
    case MESSAGE_HASH:
        buf_puts(&f->out, locale_number(f->arena, f->locale, number));
        break;
    case MESSAGE_VALUE:
        fill_value(f, part);
        break;
    case MESSAGE_NUMBER:
        if ((text = number_argument(f, part->text)) != NULL)
            buf_puts(&f->out, locale_number(f->arena, f->locale, text));
        break;
    case MESSAGE_PERCENT:
        if ((text = number_argument(f, part->text)) != NULL)
            buf_puts(&f->out, locale_percent(f->arena, f->locale, text));
        break;
    case MESSAGE_DATE_LONG:
    case MESSAGE_DATE_MEDIUM:
        fill_date(f, part);
        break;
    case MESSAGE_PLURAL:
    case MESSAGE_ORDINAL:
        fill_plural(f, part);
        break;
    case MESSAGE_SELECT:
        if ((text = argument(f, part->text, &v)) != NULL)
            fill(f, choose(part, NULL, text), NULL);
        break;
    }
}

static void fill(struct filler *f, const struct message *m, const char *number)
{
    for (size_t i = 0; i < m->n && !f->error; i++)
        fill_part(f, &m->part[i], number);
}

char *locale_message(struct arena *a, const struct locale *l, const char *pattern,
                     const struct value *args, const char **error)
{
    const struct message *m = message_read(a, pattern, error);
    if (!m)
        return NULL;
    struct filler f = {.arena = a, .locale = l, .args = args, .out = BUF_INIT};
    fill(&f, m, NULL);
    *error = f.error;
    char *text = buf_to_arena(&f.out, a);
    return f.error ? NULL : text;
}

/* --- checking --- */

enum { SAMPLE = 200 }; /* whole numbers to try: every rule for them repeats by 100 */

static const char *check_message(struct arena *a, const struct locale *l,
                                 const struct message *m);

static const char *check_plural(struct arena *a, const struct locale *l,
                                const struct message_part *part)
{
    static const char *const words[] = {"zero", "one", "two", "few", "many", "other"};
    for (size_t i = 0; i < part->n; i++) {
        bool known = part->form[i].exact;
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            known = known || strcmp(part->form[i].word, words[k]) == 0;
        if (!known)
            return phrase_filled(a, PHRASE_NO_PLURAL_FORM, part->form[i].word);
    }
    /* A number that falls back to "other" though the language has a form for it. */
    for (int n = 0; n < SAMPLE; n++) {
        const char *number = arena_printf(a, "%d", n);
        const char *left = minus(a, number, part->offset);
        if (!left || *left == '-')
            continue;
        const char *word = locale_plural(a, l, left, part->kind == MESSAGE_ORDINAL);
        if (strcmp(word, "other") != 0 &&
            choose(part, number, word) == choose(part, NULL, "other"))
            return phrase_filled(a, PHRASE_FORM_NEEDED, part->text, word, locale_lang(l), number);
    }
    return NULL;
}

static const char *check_message(struct arena *a, const struct locale *l,
                                 const struct message *m)
{
    const char *fault = NULL;
    for (size_t i = 0; i < m->n && !fault; i++) {
        const struct message_part *part = &m->part[i];
        if (part->kind == MESSAGE_PLURAL || part->kind == MESSAGE_ORDINAL)
            fault = check_plural(a, l, part);
        for (size_t k = 0; k < part->n && !fault; k++)
            fault = check_message(a, l, part->form[k].message);
    }
    return fault;
}

const char *locale_message_check(struct arena *a, const struct locale *l, const char *pattern)
{
    const char *error;
    const struct message *m = message_read(a, pattern, &error);
    return m ? check_message(a, l, m) : error;
}
