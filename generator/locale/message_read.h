/* message_read.h - ICU MessageFormat patterns as a tree.
 *
 *     message  = (text | argument | '#' directly in a plural form)*
 *     argument = '{' name '}'
 *              | '{' name ',' "number" [',' "percent"] '}'
 *              | '{' name ',' "date" [',' ("long" | "medium")] '}'
 *              | '{' name ',' ("plural" | "selectordinal") ',' ["offset:" n] form+ '}'
 *              | '{' name ',' "select" ',' form+ '}'
 *     form     = (word | '=' n) '{' message '}'
 *
 * Quoting is ICU's default: '' is an apostrophe; an apostrophe before { or } (or # in a plural
 * form) quotes up to the next single one or the end; any other one is itself.  '#' belongs to
 * the plural whose form it stands in directly; inside a select in that form it is text.
 * Source: ICU's MessageFormat and MessagePattern documentation; C has no access to either
 * with named arguments.
 */
#ifndef ACCORD_LOCALE_MESSAGE_READ_H
#define ACCORD_LOCALE_MESSAGE_READ_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum message_kind {
    MESSAGE_TEXT,
    MESSAGE_HASH,
    MESSAGE_VALUE,
    MESSAGE_NUMBER,
    MESSAGE_PERCENT,
    MESSAGE_DATE_LONG,
    MESSAGE_DATE_MEDIUM,
    MESSAGE_PLURAL,
    MESSAGE_ORDINAL,
    MESSAGE_SELECT,
};

struct message;

struct message_form {
    const char *word;         /* "one", "other", or the decimal after '=' */
    bool exact;               /* it was an '=' form */
    const struct message *message;
};

struct message_part {
    enum message_kind kind;
    const char *text;         /* of MESSAGE_TEXT, else the argument's name; NULL for a hash */
    const char *offset;       /* of plurals: a decimal, "0" when not given */
    struct message_form *form; /* n of them */
    size_t n;
};

struct message {
    struct message_part *part;
    size_t n;
};

/* NULL and *error, words for people, when the pattern is faulty. */
const struct message *message_read(struct arena *a, const char *pattern, const char **error);

#endif
