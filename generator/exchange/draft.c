/* draft.c - the text of a file that is made from a row, each line with the cell it comes from. */
#include "exchange/exchange_room.h"

#include "base/yaml_write.h"

#include <stdarg.h>
#include <string.h>

/* Of what was put since, each line is from this place. */
static void mark_lines(struct importing *imp, struct draft *d, struct place p, size_t from)
{
    for (size_t i = from; i < d->text.n; i++)
        if (d->text.p[i] == '\n')
            VEC_PUSH(imp->a, &d->line, p);
}

void draft_put(struct importing *imp, struct draft *d, struct place p, const char *fmt, ...)
{
    size_t from = d->text.n;
    va_list ap;
    va_start(ap, fmt);
    buf_puts(&d->text, arena_vprintf(imp->a, fmt, ap));
    va_end(ap);
    mark_lines(imp, d, p, from);
}

/* Ends of lines as content has them, and none around. */
static const char *tidy(struct arena *a, const char *s)
{
    struct buf b = BUF_INIT;
    for (s += strspn(s, " \t\r\n"); *s; s++)
        if (*s != '\r')
            buf_putc(&b, *s);
        else if (s[1] != '\n')
            buf_putc(&b, '\n');
    while (b.n && strchr(" \t\n", b.p[b.n - 1]))
        b.p[--b.n] = '\0';
    return buf_to_arena(&b, a);
}

void draft_text(struct importing *imp, struct draft *d, int indent, const char *key,
                const struct csv_cell *cell)
{
    size_t from = d->text.n;
    buf_printf(&d->text, "%*s%s:", indent, "", key);
    yaml_write_value(&d->text, tidy(imp->a, cell->text), indent + 2);
    mark_lines(imp, d, cell->place, from);
}

void draft_list(struct importing *imp, struct draft *d, const char *key, const char *const *item,
                size_t n, struct place p)
{
    size_t from = d->text.n;
    buf_printf(&d->text, "%s: [", key);
    for (size_t i = 0; i < n; i++) {
        buf_puts(&d->text, i ? ", " : "");
        yaml_write_text(&d->text, item[i], true);
    }
    buf_puts(&d->text, "]\n");
    mark_lines(imp, d, p, from);
}

void draft_end(struct importing *imp, struct draft *d, const char *path)
{
    d->file = (struct records_draft){.path = path, .text = buf_to_arena(&d->text, imp->a)};
}

struct place draft_origin(const struct draft *d, struct place p)
{
    size_t line = p.line > 0 ? (size_t)p.line - 1 : 0;
    return line < d->line.n ? d->line.p[line] : d->row->cell[0].place;
}
