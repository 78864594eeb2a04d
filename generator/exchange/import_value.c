/* import_value.c - dates and numbers as lists write them: stated, or clear by themselves. */
#include "exchange/exchange_room.h"

#include "base/date.h"
#include "base/decimal.h"
#include "locale/locale.h"

#include <stdlib.h>
#include <string.h>

/* --- dates --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

struct parts {
    int number[3], digits[3], numbers;
    struct buf word; /* what stands between, without blanks, points and commas */
    char sign;       /* that divides numbers, when it is always the same; else '?' */
    bool good;
};

static struct parts split(const char *s)
{
    struct parts p = {.word = BUF_INIT, .good = true};
    while (*s) {
        size_t n = strspn(s, "0123456789");
        if (n && (p.numbers == 3 || n > 4)) {
            p.good = false;
            return p;
        }
        if (n) {
            p.digits[p.numbers] = (int)n;
            p.number[p.numbers++] = (int)strtol(s, NULL, 10);
            s += n;
            continue;
        }
        if (strchr("/.-", *s) && (!p.sign || p.sign == *s))
            p.sign = *s;
        else if (strchr("/.-", *s))
            p.sign = '?';
        if (!strchr(" ,./-", *s))
            buf_putc(&p.word, *s);
        s++;
    }
    return p;
}

static const char *day(struct arena *a, int year, int month, int day_)
{
    struct date d;
    const char *s = arena_printf(a, "%04d-%02d-%02d", year, month, day_);
    return date_parse(s, &d) == DATE_OK ? s : NULL;
}

/* The letters of dates in all languages -> the number of their month. */
static void find_months(struct importing *imp)
{
    static const enum date_style styles[] = {DATE_LONG, DATE_MEDIUM, DATE_MONTH_YEAR};
    imp->months = ARENA_NEW(imp->a, struct map);
    map_init(imp->months, imp->a);
    for (int i = 0; i < LANGS * 12 * 3 * 2; i++) {
        const struct locale *l = locale_open(imp->a, lang_code[i / 72]);
        int month = i % 12 + 1, *kept = ARENA_NEW(imp->a, int);
        struct date d = {2024, month, 1 + i / 36 % 2};
        struct parts p =
            split(locale_fold_name(imp->a, locale_date(imp->a, l, d, styles[i / 12 % 3])));
        *kept = month;
        if (p.word.n && !map_has(imp->months, buf_str(&p.word)))
            map_set(imp->months, buf_str(&p.word), kept);
        buf_free(&p.word);
    }
}

/* "1 March 2024", "March 1, 2024", "1er mars 2024", "2024年3月1日"; NULL when it is none. */
static const char *worded(struct importing *imp, const char *text)
{
    struct parts p = split(locale_fold_name(imp->a, text));
    const int *n = p.number;
    if (!imp->months)
        find_months(imp);
    const int *month = p.word.n ? map_get(imp->months, buf_str(&p.word)) : NULL;
    const char *found = NULL;
    if (!p.good || !month)
        found = NULL;
    else if (p.numbers == 3 && p.digits[0] == 4 && strcmp(buf_str(&p.word), "年月日") == 0)
        found = day(imp->a, n[0], n[1], n[2]);
    else if (p.numbers == 2 && p.digits[1] == 4 && p.digits[0] <= 2)
        found = day(imp->a, n[1], *month, n[0]);
    buf_free(&p.word);
    return found;
}

/* ISO 8601, also with the midnight that databases put behind it. */
static const char *iso(struct arena *a, const char *text)
{
    struct date d;
    size_t n = strlen(text);
    const char *time = n > 10 ? text + 11 : "";
    bool midnight = n == 10 || (n > 10 && strchr(" T", text[10]) && strlen(time) >= 5 &&
                                time[strspn(time, "0:.")] == '\0');
    const char *s = midnight ? arena_strndup(a, text, 10) : text;
    return date_parse(s, &d) == DATE_OK ? s : NULL;
}

/* 03/04/2024 with any of / . - between, in the order given: where year, month and day stand. */
static const char *ordered(struct arena *a, const char *text, enum import_dates how)
{
    static const int place[][3] = {{0, 0, 0}, {2, 1, 0}, {2, 0, 1}, {0, 1, 2}};
    struct parts p = split(text);
    const int *at = place[how], *n = p.number;
    bool good = p.good && p.numbers == 3 && !p.word.n && strchr("/.-", p.sign) && p.sign &&
                p.digits[at[0]] == 4 && p.digits[at[1]] <= 2 && p.digits[at[2]] <= 2;
    buf_free(&p.word);
    return good ? day(a, n[at[0]], n[at[1]], n[at[2]]) : NULL;
}

static void refuse_date(struct importing *imp, const struct csv_cell *cell)
{
    enum date_error as_iso = date_parse(cell->text, &(struct date){0});
    const char *dmy = ordered(imp->a, cell->text, DATES_DMY);
    const char *mdy = ordered(imp->a, cell->text, DATES_MDY);
    const char *ymd = ordered(imp->a, cell->text, DATES_YMD);
    bool stated = imp->map.dates != DATES_UNSTATED;
    if (!stated && dmy && mdy && strcmp(dmy, mdy) != 0) {
        diag_report(imp->d, DIAG_IMPORT_DATE_AMBIGUOUS, cell->place, cell->text, dmy, mdy);
        return;
    }
    if (as_iso == DATE_FAR_OFF) {
        diag_report(imp->d, DIAG_DATE_RANGE, cell->place, cell->text);
        return;
    }
    diag_report(imp->d, DIAG_IMPORT_DATE, cell->place, cell->text);
    if (as_iso == DATE_NOT_IN_CALENDAR)
        diag_hint(imp->d, HINT_NO_SUCH_DAY);
    else if (dmy || mdy || ymd)
        diag_hint(imp->d, stated ? HINT_DATE_AS_STATED : HINT_DATES_WOULD,
                  dmy ? "dmy" : mdy ? "mdy" : "ymd", dmy ? dmy : mdy ? mdy : ymd);
}

const char *import_date(struct importing *imp, const struct csv_cell *cell)
{
    const char *found = iso(imp->a, cell->text);
    if (!found && imp->map.dates != DATES_UNSTATED)
        found = ordered(imp->a, cell->text, imp->map.dates);
    if (!found)
        found = worded(imp, cell->text);
    if (!found)
        refuse_date(imp, cell);
    return found;
}

/* --- numbers --- */

const char *const import_numbers_words[] = {"1234.56", "1,234.56", "1.234,56", "1 234,56",
                                            "1'234.56", NULL};

/* Bytes of a sign between thousands at s, by how numbers are written; 0 = none. */
static size_t group_sign(const char *s, enum import_numbers how)
{
    static const char *const signs[][4] = {
        [NUMBERS_PLAIN] = {NULL},
        [NUMBERS_COMMA] = {",", NULL},
        [NUMBERS_POINT] = {".", NULL},
        [NUMBERS_SPACE] = {" ", "\u00A0", "\u202F", NULL},
        [NUMBERS_APOSTROPHE] = {"'", "\u2019", NULL},
    };
    for (int i = 0; i < 4 && signs[how][i]; i++)
        if (strncmp(s, signs[how][i], strlen(signs[how][i])) == 0)
            return strlen(signs[how][i]);
    return 0;
}

/* A plain decimal, or NULL: thousands are divided everywhere or nowhere. */
static const char *read_number(struct arena *a, const char *s, enum import_numbers how)
{
    struct buf b = BUF_INIT;
    char mark = how == NUMBERS_POINT || how == NUMBERS_SPACE ? ',' : '.';
    size_t run = 0, groups = 0;
    bool good = true;
    if (*s == '-' || strncmp(s, "\u2212", 3) == 0) {
        buf_putc(&b, '-');
        s += *s == '-' ? 1 : 3;
    }
    for (; *s && *s != mark && good; run++) {
        size_t sign = group_sign(s, how);
        if (sign) {
            good = groups ? run == 3 : run >= 1 && run <= 3;
            groups++;
            run = 0;
            s += sign;
        }
        good = good && is_digit(*s);
        buf_putc(&b, *s);
        s += *s != '\0';
    }
    good = good && run && (!groups || run == 3);
    if (good && *s == mark) {
        buf_putc(&b, '.');
        good = s[1] != '\0';
        for (s++; *s && good; s++) {
            good = is_digit(*s);
            buf_putc(&b, *s);
        }
    }
    struct decimal d;
    const char *text = buf_to_arena(&b, a);
    good = good && (*text != '-' || strpbrk(text, "123456789")); /* -0: what was meant is lost */
    return good && decimal_parse(text, &d) == DECIMAL_OK ? text : NULL;
}

/* Three digits behind a single point can be thousands. */
static bool is_clear(const char *s)
{
    const char *point = strchr(s, '.');
    return !point || strlen(point) != 4 || point - s > 3 + (*s == '-');
}

static void refuse_number(struct importing *imp, const struct csv_cell *cell)
{
    const char *reading[6] = {NULL}, *other = NULL, *first = NULL;
    enum import_numbers fits = NUMBERS_UNSTATED;
    if (imp->map.numbers != NUMBERS_UNSTATED) {
        diag_report(imp->d, DIAG_IMPORT_NUMBER, cell->place, cell->text,
                    import_numbers_words[imp->map.numbers - NUMBERS_PLAIN]);
        return;
    }
    for (enum import_numbers i = NUMBERS_PLAIN; i <= NUMBERS_APOSTROPHE; i++) {
        reading[i] = read_number(imp->a, cell->text, i);
        if (!reading[i])
            continue;
        fits = fits ? fits : i;
        if (!first)
            first = reading[i];
        else if (strcmp(first, reading[i]) != 0)
            other = reading[i];
    }
    if (other) {
        diag_report(imp->d, DIAG_IMPORT_NUMBER_AMBIGUOUS, cell->place, cell->text, first, other);
        return;
    }
    diag_report(imp->d, DIAG_IMPORT_NUMBER_STATED, cell->place, cell->text);
    if (first)
        diag_hint(imp->d, HINT_NUMBERS_WOULD,
                  import_numbers_words[fits - NUMBERS_PLAIN], first);
}

const char *import_number(struct importing *imp, const struct csv_cell *cell)
{
    enum import_numbers how = imp->map.numbers;
    const char *found = read_number(imp->a, cell->text, how ? how : NUMBERS_PLAIN);
    if (found && how == NUMBERS_UNSTATED && !is_clear(found))
        found = NULL;
    if (!found)
        refuse_number(imp, cell);
    return found;
}
