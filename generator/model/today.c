/* today.c - the day the content is read on: what is open then, and what has closed. */
#include "model/model_parts.h"

#include <stdlib.h>
#include <time.h>

/* The newest date on file, and the next newest of another record. */
struct newest {
    struct date date, next;
    struct place place;
    size_t seen;
};

static void see(struct newest *n, struct date date, struct place place)
{
    if (!date_is_set(date))
        return;
    n->seen++;
    if (date_cmp(date, n->date) > 0) {
        n->next = n->date;
        n->date = date;
        n->place = place;
    } else if (date_cmp(date, n->next) > 0) {
        n->next = date;
    }
}

/* Pages and papers bear the day, and it must not tell of what is internal. */
static struct newest find_newest(const struct model *m)
{
    const struct records *r = m->records;
    struct newest n = {.date = {1970, 1, 1}, .next = {1970, 1, 1}};
    for (size_t i = 0; i < r->agreement_n; i++)
        if (!r->agreement[i]->internal)
            see(&n, r->agreement[i]->signed_on, r->agreement[i]->signed_place);
    for (size_t i = 0; i < r->story_n; i++)
        if (!model_story_inside(m, &r->story[i]))
            see(&n, r->story[i].date, r->story[i].date_place);
    return n;
}

/* The last second that four digits of a year reach. */
static const long long last_second = 253402300799;

static bool read_seconds(const char *s, time_t *out)
{
    long long n = 0;
    for (; *s >= '0' && *s <= '9' && n <= last_second; s++)
        n = n * 10 + (*s - '0');
    *out = (time_t)n;
    return *s == '\0' && n <= last_second;
}

static bool named_day(struct date *day)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t t;
    struct tm tm;
    if (!epoch || !*epoch || !read_seconds(epoch, &t) || !gmtime_r(&t, &tm))
        return false;
    *day = (struct date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
    return true;
}

const char *model_clock_wrong(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t t;
    return epoch && *epoch && !read_seconds(epoch, &t) ? epoch : NULL;
}

void today_join(struct model *m)
{
    m->newest_day = find_newest(m).date;
}

struct date model_today(const struct model *m)
{
    struct date day;
    return named_day(&day) ? day : m->newest_day;
}

/* One mistyped date would close all that is open.  Two records alone may well lie years apart. */
void today_check(const struct model *m, struct diags *d)
{
    enum { FAR_DAYS = 400, ENOUGH = 3 };
    struct date day;
    struct newest n = find_newest(m);
    char newest[16], next[16];
    if (named_day(&day) || n.seen < ENOUGH || date_days(n.date) - date_days(n.next) <= FAR_DAYS)
        return;
    date_format(n.date, newest);
    date_format(n.next, next);
    diag_report(d, DIAG_DATE_FAR_AHEAD, n.place, newest, next);
}
