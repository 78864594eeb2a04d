/* date.h - calendar dates (proleptic Gregorian), written YYYY-MM-DD. */
#ifndef ACCORD_BASE_DATE_H
#define ACCORD_BASE_DATE_H

#include <stdbool.h>

struct date {
    int year, month, day; /* year 0 = no date */
};

enum { DATE_YEAR_FIRST = 1865, DATE_YEAR_LAST = 2199 }; /* other years are slips of the pen */

enum date_error { DATE_OK, DATE_SYNTAX, DATE_NOT_IN_CALENDAR, DATE_FAR_OFF };

enum date_error date_parse(const char *s, struct date *out);
int date_cmp(struct date a, struct date b);
bool date_is_set(struct date d);
int date_month_days(int year, int month);
void date_format(struct date d, char out[16]); /* YYYY-MM-DD */
long date_days(struct date d);                 /* days since 1970-01-01 */

#endif
