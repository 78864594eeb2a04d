/* json_file.c - a set as JSON (RFC 8259), a record a line.
 *
 * Years and other small whole numbers are numbers; amounts, rates and figures are strings of
 * digits, since most readers of JSON make binary floating point of its numbers and lose cents.
 * What has texts is an object, language -> text.  What is not known is null. */
#include "data/data_room.h"

#include "base/json.h"

static void scalar(struct buf *out, enum export_type type, const char *text)
{
    if (text && (type == EXPORT_INTEGER || type == EXPORT_FLAG))
        buf_puts(out, text);
    else
        json_text(out, text);
}

static void value(struct buf *out, const struct export_column *col,
                  const struct export_cell *cell)
{
    if (!col->list) {
        scalar(out, col->type, cell->text);
        return;
    }
    buf_putc(out, '[');
    for (size_t i = 0; i < cell->n; i++) {
        buf_puts(out, i ? ", " : "");
        scalar(out, col->type, cell->item[i]);
    }
    buf_putc(out, ']');
}

static void languages(struct buf *out, const struct data_input *in)
{
    buf_putc(out, '[');
    for (size_t i = 0; i < in->languages; i++) {
        buf_puts(out, i ? ", " : "");
        json_string(out, lang_code[views_lang(in->views[i])]);
    }
    buf_putc(out, ']');
}

void json_file_head(struct buf *out, const struct export *x, const struct site *site,
                    const struct data_input *in)
{
    buf_printf(out, "{\"dataset\": \"%s\", \"schema\": \"schema.json\", \"site\": ", x->id);
    scalar(out, EXPORT_URL, site->base_url);
    buf_puts(out, ", \"internal\": ");
    scalar(out, EXPORT_TEXT, views_internal_mark(in->views[0]));
    buf_puts(out, ", \"languages\": ");
    languages(out, in);
    buf_printf(out, ", \"sample\": %s, \"records\": [", x->sample ? "true" : "false");
}

/* Before a row it is not known whether another comes: the comma stands where the last record
 * ended, unless that was the head. */
static void separate(struct buf *out)
{
    buf_puts(out, out->n && out->p[out->n - 1] == '[' ? "\n" : ",\n");
}

void json_file_row(struct buf *out, const struct export *x, const struct export_cell *cell)
{
    separate(out);
    for (size_t i = 0; i < x->fields; i++) {
        const struct export_field *f = &x->field[i];
        bool first = i == 0 || f[-1].column != f->column;
        bool last = i + 1 == x->fields || f[1].column != f->column;
        buf_puts(out, i ? ", " : "{");
        if (first)
            buf_printf(out, "\"%s\": %s", f->column->id, f->lang ? "{" : "");
        if (f->lang)
            buf_printf(out, "\"%s\": ", f->lang);
        value(out, f->column, &cell[i]);
        if (f->lang && last)
            buf_putc(out, '}');
    }
    buf_putc(out, '}');
}

void json_file_end(struct buf *out)
{
    buf_puts(out, "\n]}\n");
}
