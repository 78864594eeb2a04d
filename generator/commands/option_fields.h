/* option_fields.h - the options of accord new that the tables of fields make: --signed, --title.fr,
 * --partner beside --partners. */
#ifndef ACCORD_COMMANDS_OPTION_FIELDS_H
#define ACCORD_COMMANDS_OPTION_FIELDS_H

#include "base/arena.h"
#include "records/records.h"

struct option_field {
    const char *name; /* without the strokes before it */
    const char *key;  /* of the field; lasts as long as the program */
    const char *other; /* what kinds without this field have by the same name: "country" is the one of
                          a partner, and one of the countries of an agreement; NULL */
    int lang;         /* of "title.fr"; -1 */
    bool sure;        /* may stand without a value */
};
/* Those of a kind of record, or with NULL of all kinds. */
size_t option_fields(struct arena *a, const char *kind, const struct option_field **out);
/* A kind of record that can be begun so; NULL behind the last. */
const char *option_fields_kind(size_t i);
bool option_fields_is_kind(const char *name);
/* The lines of --help on a kind. */
void option_fields_help(const char *kind);
/* Of "in_kind" "in-kind". */
const char *option_fields_name(struct arena *a, const char *key);
/* As people are told it: of "partners", which may be repeated, "partner". */
const char *option_fields_shown(struct arena *a, const struct outline_field *f);

#endif
