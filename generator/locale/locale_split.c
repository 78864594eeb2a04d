/* locale_split.c - messages as whole sentences, and back. */
#include "locale/locale_inside.h"

#include "base/arena.h"
#include "base/buf.h"
#include "locale/message_read.h"

#include <string.h>

static bool is_choice(const struct message_part *part)
{
    return part->kind == MESSAGE_PLURAL || part->kind == MESSAGE_ORDINAL ||
           part->kind == MESSAGE_SELECT;
}

static void put_part(struct buf *out, const struct message_part *part)
{
    static const char *const types[] = {[MESSAGE_NUMBER] = ", number",
                                        [MESSAGE_PERCENT] = ", number, percent",
                                        [MESSAGE_DATE_LONG] = ", date, long",
                                        [MESSAGE_DATE_MEDIUM] = ", date, medium"};
    if (part->kind == MESSAGE_TEXT)
        buf_puts(out, part->text);
    else if (part->kind == MESSAGE_HASH)
        buf_puts(out, "\1#\2");
    else
        buf_printf(out, "\1{%s%s}\2", part->text,
                   part->kind == MESSAGE_VALUE ? "" : types[part->kind]);
}

/* A message with the form chosen in place of its choice; false when that has choices itself. */
static bool put_message(struct buf *out, const struct message *m, const struct message *chosen)
{
    for (size_t i = 0; i < m->n; i++)
        if (!is_choice(&m->part[i]))
            put_part(out, &m->part[i]);
        else if (!chosen || !put_message(out, chosen, NULL))
            return false;
    return true;
}

static bool split_form(struct arena *a, const struct message *m, const char *word,
                       const struct message *chosen, struct locale_branch *b)
{
    struct buf out = BUF_INIT;
    bool good = put_message(&out, m, chosen);
    *b = (struct locale_branch){word, buf_to_arena(&out, a)};
    return good;
}

bool locale_message_split(struct arena *a, const char *pattern, struct locale_split *out)
{
    const char *error = NULL;
    const struct message *m = message_read(a, pattern, &error);
    const struct message_part *choice = NULL;
    size_t choices = 0;
    *out = (struct locale_split){.n = 1};
    for (size_t i = 0; m && i < m->n; i++)
        if (is_choice(&m->part[i])) {
            choice = &m->part[i];
            choices++;
        }
    if (!m || choices > 1 || (choice && choice->offset && strcmp(choice->offset, "0") != 0))
        return false;
    out->branch = ARENA_ARRAY(a, struct locale_branch, choice ? choice->n : 1);
    if (!choice)
        return split_form(a, m, "", NULL, &out->branch[0]);
    out->argument = choice->text;
    out->kind = choice->kind == MESSAGE_PLURAL    ? "plural"
                : choice->kind == MESSAGE_ORDINAL ? "selectordinal"
                                                  : "select";
    out->n = choice->n;
    for (size_t i = 0; i < choice->n; i++) {
        const struct message_form *f = &choice->form[i];
        const char *word = f->exact ? arena_printf(a, "=%s", f->word) : f->word;
        if (!split_form(a, m, word, f->message, &out->branch[i]))
            return false;
    }
    return true;
}

/* What is quoted, with apostrophes next to it: two quotes side by side would be an apostrophe. */
static const char *put_quoted(struct buf *out, const char *s, const char *special)
{
    buf_putc(out, '\'');
    for (; *s && (*s == '\'' || strchr(special, *s)); s++)
        buf_puts(out, *s == '\'' ? "''" : (char[]){*s, '\0'});
    buf_putc(out, '\'');
    return s;
}

/* Apostrophes are doubled where they would quote. */
static void put_text(struct buf *out, const char *s, bool within_plural)
{
    const char *special = within_plural ? "{}#" : "{}";
    while (*s) {
        if (*s == '\1') {
            size_t n = strcspn(s + 1, "\2");
            buf_put(out, s + 1, n);
            s += 1 + n + (s[n + 1] == '\2');
        } else if (strchr(special, *s)) {
            s = put_quoted(out, s, special);
        } else {
            bool quotes = *s == '\'' && (!s[1] || strchr("'{}#\1", s[1]));
            buf_puts(out, quotes ? "''" : (char[]){*s, '\0'});
            s++;
        }
    }
}

char *locale_message_join(struct arena *a, const struct locale_split *split)
{
    struct buf out = BUF_INIT;
    bool plural = split->argument && strcmp(split->kind, "select") != 0;
    if (!split->argument) {
        put_text(&out, split->branch[0].text, false);
        return buf_to_arena(&out, a);
    }
    buf_printf(&out, "{%s, %s,", split->argument, split->kind);
    for (size_t i = 0; i < split->n; i++) {
        buf_printf(&out, " %s {", split->branch[i].word);
        put_text(&out, split->branch[i].text, plural);
        buf_putc(&out, '}');
    }
    buf_putc(&out, '}');
    return buf_to_arena(&out, a);
}

enum { SAMPLE = 200 }; /* whole numbers to try: every rule for them repeats by 100 */

const char *const *locale_plural_words(struct arena *a, const struct locale *l, bool ordinal)
{
    static const char *const words[] = {"zero", "one", "two", "few", "many"};
    const char **list = ARENA_ARRAY(a, const char *, 7);
    size_t n = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int number = 0; number < SAMPLE; number++)
            if (strcmp(locale_plural(a, l, arena_printf(a, "%d", number), ordinal), words[i]) == 0) {
                list[n++] = words[i];
                break;
            }
    list[n] = "other";
    return list;
}
