/* freeze_text.h - the text of a file in published/: a new one, or what is added to one that is
 * there, whose every line stays as people left it. */
#ifndef ACCORD_COMMANDS_FREEZE_TEXT_H
#define ACCORD_COMMANDS_FREEZE_TEXT_H

#include "base/date.h"
#include "base/diag.h"
#include "records/records.h"

struct frozen_figure {
    const char *id, *form, *value; /* form "" = bare; those of one id need not be neighbours */
};
struct frozen_ranking {
    const char *id;
    const char **partner;
    size_t n;
};
struct frozen {
    const char *document;
    struct date issued;          /* year 0 = stands there already */
    const char *source[LANGS];   /* of a new file: what was issued; NULL = none */
    struct frozen_figure *figure;
    size_t figures;
    struct frozen_ranking *ranking;
    size_t rankings;
};

char *freeze_text_new(struct arena *a, const struct frozen *f);
/* NULL when the file is laid out in a way that lines cannot be added to. */
char *freeze_text_added(struct arena *a, struct diags *d, const struct source *there,
                        const struct frozen *f);

#endif
