/* table_csv.c - a table as CSV: heads are column ids, numbers are plain decimals.
 *
 * Rows are records or parts, never their sum: programs that add a column up would count twice.
 * Where a column's cells have codes, those of regions or partners, they stand in a column of
 * their own before the labels.  Counts of shares stand rounded, then exactly, as numerator and
 * denominator: thirds would not add up. */
#include "views/views_room.h"

#include "base/csv_write.h"

const char views_csv_mark[] = "\xef\xbb\xbf";

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
            csv_write_cell(out, !n ? col->id : c->code ? c->code : "");
            buf_puts(out, n ? "," : "_id,");
        }
        csv_write_cell(out, !n ? col->id : c->sort ? c->sort : c->text);
        if (col->fraction) {
            buf_putc(out, ',');
            csv_write_cell(out, !n ? "numerator" : c->numerator ? c->numerator : "");
            buf_putc(out, ',');
            csv_write_cell(out, !n ? "denominator" : c->denominator ? c->denominator : "");
        }
    }
    if (t->of_figures)
        buf_puts(out, !n ? ",sample" : on_samples(t, &t->row[n - 1]) ? ",true" : ",false");
    buf_putc(out, '\n');
}

void views_table_csv(const struct view_table *t, struct buf *out)
{
    for (size_t n = 0; n <= t->rows; n++)
        if (n == 0 || !t->row[n - 1].sum)
            line(t, n, out);
}
