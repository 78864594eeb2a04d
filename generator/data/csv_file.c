/* csv_file.c - a set as CSV (RFC 4180): UTF-8, CRLF, a head with the fields' ids. */
#include "data/data_room.h"

#include "base/csv_write.h"

void csv_file_join(struct buf *out, const struct export_cell *cell)
{
    for (size_t i = 0; i < cell->n; i++) {
        buf_puts(out, i ? "|" : "");
        for (const char *s = cell->item[i] ? cell->item[i] : ""; *s; s++) {
            if (*s == '|' || *s == '\\')
                buf_putc(out, '\\');
            buf_putc(out, *s);
        }
    }
}

void csv_file_head(struct buf *out, const struct export *x)
{
    for (size_t i = 0; i < x->fields; i++) {
        buf_puts(out, i ? "," : "");
        csv_write_cell(out, x->field[i].id);
    }
    buf_puts(out, "\r\n");
}

void csv_file_row(struct buf *out, const struct export *x, const struct export_cell *cell)
{
    struct buf joined = BUF_INIT;
    for (size_t i = 0; i < x->fields; i++) {
        buf_puts(out, i ? "," : "");
        buf_clear(&joined);
        csv_file_join(&joined, &cell[i]);
        const char *text = cell[i].n ? buf_str(&joined) : cell[i].text ? cell[i].text : "";
        if (export_is_number(x->field[i].column->type)) /* "-3.00|-9.00" is no formula */
            buf_puts(out, text);
        else
            csv_write_cell(out, text);
    }
    buf_free(&joined);
    buf_puts(out, "\r\n");
}
