/* date.h - calendar dates (proleptic Gregorian), written YYYY-MM-DD. */
#ifndef ACCORD_BASE_DATE_H
#define ACCORD_BASE_DATE_H

#include <stdbool.h>

struct date {
    int year, month, day; /* year 0 = no date */
};

enum date_error { DATE_OK, DATE_SYNTAX, DATE_NOT_IN_CALENDAR };

enum date_error date_parse(const char *s, struct date *out); /* years 1000 to 9999 */
int date_cmp(struct date a, struct date b);
bool date_is_set(struct date d);
int date_month_days(int year, int month);
void date_format(struct date d, char out[16]); /* YYYY-MM-DD */
long date_days(struct date d);                 /* days since 1970-01-01 */

#endif
