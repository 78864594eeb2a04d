/* today.c - the day the content is read on: what is open then, and what has closed. */
#include "model/model_parts.h"

#include <stdlib.h>
#include <time.h>

static struct date newer(struct date a, struct date b)
{
    return date_cmp(a, b) > 0 ? a : b;
}

struct date model_today(const struct model *m)
{
    const struct records *r = m->records;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    time_t t = (time_t)seconds;
    struct tm tm;
    if (epoch && *epoch && *end == '\0' && gmtime_r(&t, &tm))
        return (struct date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
    struct date newest = {1970, 1, 1};
    for (size_t i = 0; i < r->agreement_n; i++)
        if (!r->agreement[i]->internal) /* papers bear the day, and it must not tell of these */
            newest = newer(newest, r->agreement[i]->signed_on);
    for (size_t i = 0; i < r->story_n; i++)
        newest = newer(newest, r->story[i].date);
    return newest;
}
