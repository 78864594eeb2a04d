/* new_record.h - a record begun from options and answers: accord new agreement, partner, document,
 * page, story, opportunity.
 *
 * Everything lies in the arena of the session that read the content.  What is collected here becomes
 * a draft that is read with all the rest of the content, by the readers of files, before anything is
 * written: new_trial.  Faults are told on standard error. */
#ifndef ACCORD_COMMANDS_NEW_RECORD_H
#define ACCORD_COMMANDS_NEW_RECORD_H

#include "commands/new.h"
#include "commands/option_fields.h"

struct begun {
    struct session *s;
    struct arena *a;
    const char *kind;
    const char *id;      /* NULL until it is known */
    enum lang lang;      /* of texts in files of their own: pages, stories */
    bool another;        /* a page or story that is there in another language */
    bool on_terminal;
    VEC(struct outline_value) value;
};

/* --- new_value.c: what was given, as the fields want it --- */

/* Takes a value apart and finds the records that it names; false after saying what is wrong.  It says
 * so for the option of the field, or on a terminal as an answer to a question. */
bool new_value_add(struct begun *b, const struct outline_field *f, int lang, const char *text);
const char *new_value_of(const struct begun *b, const char *key); /* the first of a key; NULL */
bool new_value_is_addendum(const struct begun *b);

/* --- new_draft.c: the files that come of it --- */

/* The file of the record; while the id is not known, under a name that stands for it. */
struct records_draft new_draft(struct begun *b, const struct outline_value **unclear);
/* Why the draft is wrong so far, were it added to the content: its first fault, or NULL.  What is
 * still missing is none. */
const char *new_draft_fault(struct begun *b);
/* Checks it as it will be written, with all the rest; false after telling all faults. */
bool new_draft_is_sound(struct begun *b, struct records_draft draft);
/* Sets the id from what is given; false after saying why there is none. */
bool new_draft_name(struct begun *b);
/* What has to be in the file and is not asked for. */
void new_draft_complete(struct begun *b);
/* Adds the files that go with it: the first sections of a document. */
void new_draft_texts(struct begun *b, struct new_files *files);

/* --- new_ask.c --- */

/* Asks for what must be said and was not; false when the input ended, or where there is no terminal
 * to ask on, after naming all that is missing. */
bool new_ask(struct begun *b);

#endif
