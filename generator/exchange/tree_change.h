/* tree_change.h - the fields that two trees of YAML have different (record_change.c). */
#ifndef ACCORD_EXCHANGE_TREE_CHANGE_H
#define ACCORD_EXCHANGE_TREE_CHANGE_H

#include "base/map.h"
#include "base/vec.h"
#include "exchange/record_change.h"
#include "input/input.h"

struct tree_changes {
    struct arena *arena;
    const struct change_words *words;
    const struct map *renamed; /* ids of records -> those they have now: the same, said otherwise */
    const char *instead;       /* of all values while below a name that may not be told; else NULL */
    VEC(struct field_change) list;
};

/* Fields of a record, both being maps; what is known to be the same in other words, as 1.0 and 1.00
 * of an amount, is no change. */
void tree_changes_add(struct tree_changes *c, const struct node *before, const struct node *after);
/* A tree in one line, without the keys of its top that are listed (NULL at the end). */
const char *tree_text(struct arena *a, const struct node *n, const char *const *without);

#endif
