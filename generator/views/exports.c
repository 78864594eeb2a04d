/* exports.c - a table as CSV (RFC 4180): heads are column ids, numbers are plain decimals.
 *
 * Where a column's cells have codes, those of regions or partners, they stand in a column of
 * their own before the labels.  Spreadsheets take a cell that begins like a formula for one,
 * whoever wrote it (OWASP, "CSV Injection"): such text gets an apostrophe in front; numbers below
 * zero stay numbers. */
#include "views/views_room.h"

#include <string.h>

const char views_csv_mark[] = "\xef\xbb\xbf";

static bool is_number(const char *s)
{
    s += *s == '-';
    return *s && s[strspn(s, "0123456789.")] == '\0';
}

static void field(struct buf *out, const char *s)
{
    bool guarded = *s && strchr("=+-@\t\r", *s) && !is_number(s);

    if (!guarded && !strpbrk(s, ",\"\r\n")) {
        buf_puts(out, s);
        return;
    }
    buf_puts(out, guarded ? "\"'" : "\"");
    for (; *s; s++) {
        if (*s == '"')
            buf_putc(out, '"');
        buf_putc(out, *s);
    }
    buf_putc(out, '"');
}

static bool on_samples(const struct view_table *t, const struct view_row *row)
{
    for (size_t i = 0; i < t->columns; i++)
        if (row->cell[i].on_samples)
            return true;
    return false;
}

/* Row 0 is the head. */
static void line(const struct view_table *t, size_t n, struct buf *out)
{
    for (size_t i = 0; i < t->columns; i++) {
        const struct view_column *col = &t->column[i];
        const struct view_cell *c = n ? &t->row[n - 1].cell[i] : NULL;
        buf_puts(out, i ? "," : "");
        if (col->coded) {
            field(out, !c ? col->id : c->code ? c->code : "");
            buf_puts(out, c ? "," : "_id,");
        }
        field(out, !c ? col->id : c->sort ? c->sort : c->text);
    }
    if (t->of_figures)
        buf_puts(out, !n ? ",sample" : on_samples(t, &t->row[n - 1]) ? ",true" : ",false");
    buf_putc(out, '\n');
}

void views_table_csv(const struct view_table *t, struct buf *out)
{
    for (size_t n = 0; n <= t->rows; n++)
        line(t, n, out);
}
