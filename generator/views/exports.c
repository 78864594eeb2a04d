/* exports.c - a table as CSV (RFC 4180): heads are column ids, numbers are plain decimals. */
#include "views/views_room.h"

#include <string.h>

static void field(struct buf *out, const char *s)
{
    if (!strpbrk(s, ",\"\r\n")) {
        buf_puts(out, s);
        return;
    }
    buf_putc(out, '"');
    for (; *s; s++) {
        if (*s == '"')
            buf_putc(out, '"');
        buf_putc(out, *s);
    }
    buf_putc(out, '"');
}

void views_table_csv(const struct view_table *t, struct buf *out)
{
    for (size_t i = 0; i < t->columns; i++) {
        buf_puts(out, i ? "," : "");
        field(out, t->column[i].id);
    }
    buf_putc(out, '\n');
    for (size_t r = 0; r < t->rows; r++) {
        for (size_t i = 0; i < t->columns; i++) {
            const struct view_cell *c = &t->row[r].cell[i];
            buf_puts(out, i ? "," : "");
            field(out, c->sort ? c->sort : c->text);
        }
        buf_putc(out, '\n');
    }
}
