/* diag_limit.c - any number of faults in a file of any length is told in time. */
#include "base/diag_list.h"

#include "base/arena.h"

#include <stdio.h>

enum {
    FAULTS_TOLD = 2000, /* of one file: nobody reads more, and texts that lack are fewer */
    SOUGHT_MOST = 1000  /* in a run: of as many misspelt names it is said what was probably meant */
};

/* What a file with a fault in each of a million lines is told stays readable, and costs little.  The
 * last one is an error, since errors may be among those that are left out. */
bool diag_is_beyond(struct diags *d, const struct place *place)
{
    if (!place->src || !place->line)
        return d->beyond = false;
    if (d->counted != place->src) {
        size_t *n = map_get(&d->told, place->src->path);
        if (!n)
            map_set(&d->told, place->src->path, n = ARENA_NEW(d->arena, size_t));
        d->counted = place->src;
        d->of_counted = n;
    }
    d->beyond = *d->of_counted >= FAULTS_TOLD;
    if ((*d->of_counted)++ == FAULTS_TOLD) {
        struct diag last = {.code = DIAG_TOO_MANY_FAULTS, .order = d->list.n};
        char number[16];
        snprintf(number, sizeof number, "%d", (int)FAULTS_TOLD);
        last.place = (struct place){.src = place->src, .len = 1};
        last.message = diag_said_of(DIAG_TOO_MANY_FAULTS);
        for (int i = 0; i < PHRASE_ARGS; i++)
            last.message.args[i] = i ? "" : arena_strdup(d->arena, number);
        VEC_PUSH(d->arena, &d->list, last);
        d->sorted = false;
    }
    return d->beyond;
}

bool diag_is_told(const struct diags *d)
{
    return !d->beyond;
}

bool diag_is_sought(struct diags *d)
{
    return !d->beyond && d->sought++ < SOUGHT_MOST;
}

/* Reports come in the order of lines, so that a line is looked for from the last one on. */
const char *diag_line(struct diag_lines *at, const struct place *p, size_t *len)
{
    if (at->src != p->src || p->line < at->line)
        *at = (struct diag_lines){.src = p->src, .line = 1};
    struct source rest = {.text = p->src->text + at->from, .len = p->src->len - at->from};
    const char *line = place_line(&rest, p->line - at->line + 1, len);
    at->line = p->line;
    at->from = (size_t)(line - p->src->text);
    return line;
}
