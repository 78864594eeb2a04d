#include "base/date.h"

#include <stdio.h>

static int digits(const char *s, int n)
{
    int v = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        v = v * 10 + (s[i] - '0');
    }
    return v;
}

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

enum date_error date_parse(const char *s, struct date *out)
{
    int y = digits(s, 4);
    if (y < 1000 || s[4] != '-')
        return DATE_SYNTAX;
    int m = digits(s + 5, 2);
    if (m < 0 || s[7] != '-')
        return DATE_SYNTAX;
    int d = digits(s + 8, 2);
    if (d < 0 || s[10] != '\0')
        return DATE_SYNTAX;
    if (m < 1 || m > 12 || d < 1 || d > date_month_days(y, m))
        return DATE_NOT_IN_CALENDAR;
    if (y < DATE_YEAR_FIRST || y > DATE_YEAR_LAST)
        return DATE_FAR_OFF;
    *out = (struct date){y, m, d};
    return DATE_OK;
}

int date_cmp(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

bool date_is_set(struct date d)
{
    return d.year != 0;
}

void date_format(struct date d, char out[16])
{
    snprintf(out, 16, "%04d-%02d-%02d", d.year % 10000, d.month % 100, d.day % 100);
}

/* Counts from 0000-03-01, so that the leap day ends a year. */
long date_days(struct date d)
{
    long y = d.month > 2 ? d.year : d.year - 1L;
    long m = d.month > 2 ? d.month - 3L : d.month + 9L;
    long leap = y / 4 - y / 100 + y / 400;
    return y * 365 + leap + (153 * m + 2) / 5 + d.day - 1 - 719468;
}
