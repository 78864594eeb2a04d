/* locale.h - how a language writes: numbers, dates, plurals, order, direction, line breaks.
 *
 * The only room that includes ICU.  Text is UTF-8; offsets are bytes.  Results belong to the
 * arena given.  A locale is opened once per language and is then read-only.  Arabic uses
 * Western digits, as the series does.
 */
#ifndef ACCORD_LOCALE_LOCALE_H
#define ACCORD_LOCALE_LOCALE_H

#include "base/date.h"
#include "base/value.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct locale;

/* NULL when the language is not one of en fr es ar zh ru. Freed with the arena. */
struct locale *locale_open(struct arena *a, const char *lang);
const char *locale_lang(const struct locale *l);
bool locale_is_rtl(const struct locale *l);
bool locale_lang_is_rtl(const char *lang); /* of a language by its code */

/* --- numbers and dates --- */

/* A plain decimal ("1234567.80") as readers write it: decimal mark, grouping from five digits
 * in es, four elsewhere, no-break (narrow) spaces where the language has them, a real minus.
 * Digits are kept exactly as given; text that is no plain decimal is returned as it is. The
 * choices and their sources stand in locale.c. */
char *locale_number(struct arena *a, const struct locale *l, const char *decimal);
char *locale_percent(struct arena *a, const struct locale *l, const char *decimal); /* "92 %" */
/* Bytes of number that stand before the decimal mark: for aligning columns. */
size_t locale_number_mark(const struct locale *l, const char *number);

enum date_style { DATE_LONG, DATE_MEDIUM, DATE_MONTH_YEAR };
char *locale_date(struct arena *a, const struct locale *l, struct date d, enum date_style s);
char *locale_list(struct arena *a, const struct locale *l, const char *const *items, size_t n);
/* The name of a country by its ISO 3166-1 alpha-2 code; the code itself when there is none. */
char *locale_country(struct arena *a, const struct locale *l, const char *code);

/* --- messages --- */

/* ICU MessageFormat with named arguments, taken from a map value (NULL: no arguments): plain
 * decimals, as numbers or strings, for plurals; strings else; dates as YYYY-MM-DD.  Numbers
 * and # print through locale_number.  Types: plural, selectordinal, select, number (style
 * percent), date (styles long, medium).  NULL and *error (words for people) when the pattern
 * is faulty or an argument is missing; *error is NULL when all is well. */
char *locale_message(struct arena *a, const struct locale *l, const char *pattern,
                     const struct value *args, const char **error);
/* The same in steps, for patterns that are filled in many times: read once, then filled in, with
 * arguments as a plain list. */
struct message;
struct locale_arg {
    const char *name, *text; /* text NULL = has none: a fault where the message wants it */
    bool number;             /* text is a plain decimal, which prints as the language writes it */
};
const struct message *locale_message_read(struct arena *a, const char *pattern,
                                          const char **error);
/* What a message says that takes no arguments; NULL for others. */
const char *locale_message_plain(const struct message *m);
char *locale_message_fill(struct arena *a, const struct locale *l, const struct message *m,
                          const struct locale_arg *arg, size_t args, const char **error);
/* A map value as such a list; 0 for NULL. */
size_t locale_message_args(struct arena *a, const struct value *map,
                           const struct locale_arg **arg);
/* What a message that could be read lacks, as locale_message_check says it; NULL = nothing. */
const char *locale_message_lacks(struct arena *a, const struct locale *l,
                                 const struct message *m);
/* Checks a pattern; NULL when it is sound, else what is wrong, also when a plural lacks a form
 * that the language needs for some whole number below 200. */
const char *locale_message_check(struct arena *a, const struct locale *l, const char *pattern);

/* A message as whole sentences for translators: one, or one for each form of the plural or select
 * in it, with the text around.  What the program fills in is marked: "\1{name}\2", "\1#\2". */
struct locale_branch {
    const char *word; /* "one", "=0", the word of a select; "" for the only one */
    const char *text;
};
struct locale_split {
    const char *argument; /* the forms are chosen by; NULL = one sentence */
    const char *kind;     /* plural, selectordinal, select */
    struct locale_branch *branch;
    size_t n;
};
/* False when it is faulty, or has forms within forms. */
bool locale_message_split(struct arena *a, const char *pattern, struct locale_split *out);
char *locale_message_join(struct arena *a, const struct locale_split *split);
/* The forms that whole numbers take in a language, and other; NULL at the end. */
const char *const *locale_plural_words(struct arena *a, const struct locale *l, bool ordinal);

/* --- order and case --- */

int locale_compare(const struct locale *l, const char *a, const char *b); /* collation */
/* For search: NFKC case folding, then without accents and vowel points. */
char *locale_fold(struct arena *a, const char *s);
/* For comparing names: folded, without apostrophes and quotes of any kind, dashes as hyphens,
 * single blanks between words. */
char *locale_fold_name(struct arena *a, const char *s);
/* In ASCII letters, as they are usually written in them, for ids and names of files. */
char *locale_latin(struct arena *a, const char *s);
char *locale_upper(struct arena *a, const struct locale *l, const char *s);
char *locale_nfc(struct arena *a, const char *s);
/* The lower-case letter of one code point, one for one; itself when it is none. */
unsigned locale_lower_letter(unsigned code_point);

/* --- terminals --- */

/* Cells of a terminal that a text fills: two for wide letters (UAX #11), none for marks and
 * signs that join or direct. */
size_t locale_cells(const char *s);
/* The bytes of the longest beginning, letters with their marks, that fits so many cells. */
size_t locale_cells_fit(const char *s, size_t cells);

/* --- text analysis for setting type --- */

struct text_run { /* bytes [from, to) of a paragraph */
    size_t from, to;
    unsigned char level; /* bidi embedding level, odd = right to left (UAX #9) */
    char script[5];      /* ISO 15924: "Latn" "Arab" "Hani" ... (UAX #24, common resolved) */
};
/* Maximal runs of one level and one script, in logical order; "Zyyy" when a paragraph has no
 * letter of any script.  In right-to-left paragraphs addresses, numbers of documents, figures in
 * groups or with a sign, and what stands between quotation marks are isolated, so that a closing
 * "/" or "»" does not jump to the other side.  mark[i] says that byte i is of a note's mark,
 * which belongs to no number or word before it: its level says where it stands, and its figures
 * go left to right at any level; NULL when there is none. */
size_t locale_runs(struct arena *a, const char *text, size_t len, bool rtl_paragraph,
                   const bool *mark, struct text_run **runs);
/* The text of a right-to-left paragraph with an isolate (U+2066 or U+2067 ... U+2069) around each
 * stretch that locale_runs isolates and that needs it where a browser sets the text; the text
 * itself when there is none. */
const char *locale_isolated(struct arena *a, const char *text);
/* Visual order of n runs of one line: order[i] is the index of the run at place i from the
 * left (UAX #9, rule L2). */
void locale_visual_order(const unsigned char *levels, size_t n, size_t *order);

/* Disliked: only where there is no better place. */
enum break_kind { BREAK_NONE, BREAK_ALLOWED, BREAK_MANDATORY, BREAK_DISLIKED };
/* UAX #14 for the language, less what typographers keep together (locale_tie.c): numbers and
 * units, labels and numbers, initials, parts of document numbers; addresses break at sensible
 * places only.  kind[i] says whether a line may break before byte i, for i in [0, len]; kind has
 * len + 1 items.  Never before byte 0; kind[len] is mandatory (LB3) unless the text is empty. */
unsigned char *locale_breaks(struct arena *a, const struct locale *l, const char *text, size_t len);
/* UAX #29: cluster[i] is true when a grapheme cluster starts at byte i; len + 1 items. */
bool *locale_graphemes(struct arena *a, const char *text, size_t len);

#endif
