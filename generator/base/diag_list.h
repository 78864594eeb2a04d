/* diag_list.h - what a list of reports is made of; for the files of base/diag only. */
#ifndef ACCORD_BASE_DIAG_LIST_H
#define ACCORD_BASE_DIAG_LIST_H

#include "base/diag.h"

struct diags {
    struct arena *arena;
    VEC(struct diag) list;
    bool sorted;
    enum severity severity[DIAG_CODES];
};

/* The row of a code as it is said, without arguments. */
struct diag_said diag_said_of(enum diag_code code);

#endif
