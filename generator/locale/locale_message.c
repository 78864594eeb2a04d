/* Messages: the tree of message_read.c, filled in or checked. */
#include "locale/message_read.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/phrase.h"
#include "locale/locale_inside.h"

#include <string.h>

struct filler {
    struct arena *arena;
    const struct locale *locale;
    const struct locale_arg *arg;
    size_t args;
    struct buf *out;
    const char *error;
};

static void fill(struct filler *f, const struct message *m, const char *number);

static void fail(struct filler *f, enum phrase what, const char *name)
{
    if (!f->error)
        f->error = phrase_filled(f->arena, what, name);
}

/* An argument that has a text; NULL and a fault when there is none. */
static const struct locale_arg *argument(struct filler *f, const char *name)
{
    const struct locale_arg *end = f->arg + f->args, *arg = f->arg;
    while (arg < end && strcmp(arg->name, name) != 0)
        arg++;
    if (arg < end && arg->text)
        return arg;
    fail(f, arg == end ? PHRASE_ARGUMENT_MISSING : PHRASE_ARGUMENT_NO_TEXT, name);
    return NULL;
}

/* A plural's number; text that is a plain decimal will do, so that closing zeros can count. */
static const char *number_argument(struct filler *f, const char *name)
{
    const struct locale_arg *arg = argument(f, name);
    if (arg && !locale_is_decimal(arg->text))
        fail(f, PHRASE_ARGUMENT_NO_NUMBER, name);
    return f->error ? NULL : arg->text;
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
    return decimal_text(a, sum, scale);
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
    const struct locale_arg *arg = argument(f, part->text);
    struct date d;
    if (arg && date_parse(arg->text, &d) != DATE_OK)
        fail(f, PHRASE_ARGUMENT_NO_DATE, part->text);
    if (f->error)
        return;
    enum date_style style = part->kind == MESSAGE_DATE_LONG ? DATE_LONG : DATE_MEDIUM;
    buf_puts(f->out, locale_date(f->arena, f->locale, d, style));
}

static void fill_value(struct filler *f, const struct message_part *part)
{
    const struct locale_arg *arg = argument(f, part->text);
    if (arg)
        buf_puts(f->out, arg->number ? locale_number(f->arena, f->locale, arg->text) : arg->text);
}

static void fill_part(struct filler *f, const struct message_part *part, const char *number)
{
    const struct locale_arg *arg;
    const char *text;
    switch (part->kind) {
    case MESSAGE_TEXT:
        buf_puts(f->out, part->text);
        break;
    case MESSAGE_HASH:
        buf_puts(f->out, locale_number(f->arena, f->locale, number));
        break;
    case MESSAGE_VALUE:
        fill_value(f, part);
        break;
    case MESSAGE_NUMBER:
        if ((text = number_argument(f, part->text)) != NULL)
            buf_puts(f->out, locale_number(f->arena, f->locale, text));
        break;
    case MESSAGE_PERCENT:
        if ((text = number_argument(f, part->text)) != NULL)
            buf_puts(f->out, locale_percent(f->arena, f->locale, text));
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
        if ((arg = argument(f, part->text)) != NULL)
            fill(f, choose(part, NULL, arg->text), NULL);
        break;
    }
}

static void fill(struct filler *f, const struct message *m, const char *number)
{
    for (size_t i = 0; i < m->n && !f->error; i++)
        fill_part(f, &m->part[i], number);
}

const struct message *locale_message_read(struct arena *a, const char *pattern,
                                          const char **error)
{
    return message_read(a, pattern, error);
}

const char *locale_message_plain(const struct message *m)
{
    if (m->n == 0)
        return "";
    return m->n == 1 && m->part[0].kind == MESSAGE_TEXT ? m->part[0].text : NULL;
}

char *locale_message_fill(struct arena *a, const struct locale *l, const struct message *m,
                          const struct locale_arg *arg, size_t args, const char **error)
{
    struct filler f = {
        .arena = a, .locale = l, .arg = arg, .args = args, .out = &l->tools->message};
    buf_clear(f.out);
    fill(&f, m, NULL);
    *error = f.error;
    return f.error ? NULL : arena_strndup(a, f.out->p, f.out->n);
}

size_t locale_message_args(struct arena *a, const struct value *map,
                           const struct locale_arg **arg)
{
    size_t n = map ? value_count(map) : 0;
    struct locale_arg *list = ARENA_ARRAY(a, struct locale_arg, n);
    for (size_t i = 0; i < n; i++) {
        const struct value *v = value_item(map, i);
        list[i] = (struct locale_arg){value_key(map, i), value_text(v),
                                      value_kind(v) == VALUE_NUMBER};
    }
    *arg = list;
    return n;
}

char *locale_message(struct arena *a, const struct locale *l, const char *pattern,
                     const struct value *args, const char **error)
{
    const struct message *m = message_read(a, pattern, error);
    const struct locale_arg *arg;
    size_t n = locale_message_args(a, args, &arg);
    return m ? locale_message_fill(a, l, m, arg, n, error) : NULL;
}

/* --- checking --- */

enum { SAMPLE = 200 }; /* whole numbers to try: every rule for them repeats by 100 */

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

const char *locale_message_lacks(struct arena *a, const struct locale *l,
                                 const struct message *m)
{
    const char *fault = NULL;
    for (size_t i = 0; i < m->n && !fault; i++) {
        const struct message_part *part = &m->part[i];
        if (part->kind == MESSAGE_PLURAL || part->kind == MESSAGE_ORDINAL)
            fault = check_plural(a, l, part);
        for (size_t k = 0; k < part->n && !fault; k++)
            fault = locale_message_lacks(a, l, part->form[k].message);
    }
    return fault;
}

const char *locale_message_check(struct arena *a, const struct locale *l, const char *pattern)
{
    const char *error;
    const struct message *m = message_read(a, pattern, &error);
    return m ? locale_message_lacks(a, l, m) : error;
}
