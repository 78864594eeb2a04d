/* import_told.c - how a list was read, and a map to go on with, for people. */
#include "exchange/exchange_room.h"

#include "base/visible.h"
#include "base/yaml_write.h"
#include "locale/locale.h"

#include <string.h>

static const char *divider_word(char divider)
{
    return divider == ',' ? "comma" : divider == ';' ? "semicolon" : "tab";
}

static void put_column(struct importing *imp, struct buf *out, const struct csv_cell *head,
                       const struct import_target *t)
{
    const char *text = visible_text(imp->a, head->text);
    size_t cells = locale_cells(text);
    buf_printf(out, "  %s%*s  ", text, cells < 24 ? (int)(24 - cells) : 0, "");
    if (t->derived)
        buf_puts(out, "not read: accord works it out");
    else if (t->ignored)
        buf_puts(out, "not read");
    else
        buf_puts(out, import_field_name(imp->a, t));
    buf_putc(out, '\n');
}

static void put_settings(struct importing *imp, struct buf *out)
{
    const struct import_map *m = &imp->map;
    static const char *const dates[] = {"YYYY-MM-DD, or with the month's name", "dmy", "mdy", "ymd"};
    buf_printf(out, "numbers: %s\n",
               m->numbers ? import_numbers_words[m->numbers - NUMBERS_PLAIN]
                          : "plain (not stated)");
    buf_printf(out, "dates: %s%s\n", dates[m->dates], m->dates ? "" : " (not stated)");
    buf_printf(out, "values within a cell of several: divided by \"%s\"\n",
               m->lists == '\n' ? "\\n" : (char[]){m->lists, '\0'});
    if (imp->prefix)
        buf_printf(out, "ids: made, %s-<year>-<number>\n", imp->prefix);
}

const char *import_map_told(struct importing *imp)
{
    struct buf out = BUF_INIT;
    buf_printf(&out, "%s: cells divided by %s%s\n", visible_text(imp->a, imp->in->list->path),
               divider_word(imp->map.divider), imp->divider_found ? ", as in its first line" : "");
    for (size_t i = 0; i < imp->csv->head.n; i++)
        put_column(imp, &out, &imp->csv->head.cell[i], &imp->map.column[i]);
    if (imp->gift)
        buf_printf(&out, "%s:\n", visible_text(imp->a, imp->in->contributions->path));
    for (size_t i = 0; imp->gift && i < imp->gift->head.n; i++)
        put_column(imp, &out, &imp->gift->head.cell[i], &imp->gift_column[i]);
    for (size_t i = 0; i < imp->map.constant.n; i++)
        buf_printf(&out, "  in all rows: %s is %s\n",
                   import_field_name(imp->a, &imp->map.constant.p[i].to),
                   imp->map.constant.p[i].cell.text);
    put_settings(imp, &out);
    for (size_t i = 0; i < imp->partner.n; i++) {
        const struct draft *d = imp->partner.p[i];
        if (!d->dropped)
            buf_printf(&out, "new partner: %s%s%s\n", d->id,
                       d->near ? "; is it not the one on file as " : "", d->near ? d->near : "");
    }
    return buf_to_arena(&out, imp->a);
}

static void put_fields(struct buf *out)
{
    buf_puts(out, "# Fields:\n");
    for (const struct import_field *f = import_fields; f->id; f++)
        if (f->sets & SET_AGREEMENTS)
            buf_printf(out, "#   %-16s %s%s%s%s\n", f->id, f->doc, f->note ? "; " : "",
                       f->note ? f->note : "", f->required ? " (required)" : "");
}

const char *import_map_text(struct importing *imp)
{
    struct buf out = BUF_INIT;
    buf_printf(&out, "# What the columns of %s hold: a field, or ignore.\n",
               visible_text(imp->a, imp->in->list->path));
    put_fields(&out);
    buf_printf(&out, "delimiter: %s\n", divider_word(imp->map.divider));
    buf_puts(&out, "# numbers: 1,234.56   # or 1234.56 1.234,56 \"1 234,56\" \"1'234.56\"\n"
                   "# dates: dmy          # or mdy, ymd; 2024-03-01 is clear by itself\n"
                   "# lists: \"|\"          # what divides several values of a cell\n"
                   "# ids: bdt            # where no column gives ids: bdt-2024-001\n"
                   "columns:\n");
    for (size_t i = 0; i < imp->csv->head.n; i++) {
        const struct csv_cell *head = &imp->csv->head.cell[i];
        const struct import_target *t = &imp->map.column[i];
        const char *near = import_field_nearest(imp->a, imp->r, head->text, SET_AGREEMENTS);
        buf_puts(&out, "  ");
        yaml_write_text(&out, head->text, true);
        if (t->field || t->ignored)
            buf_printf(&out, ": %s\n", import_field_name(imp->a, t));
        else
            buf_printf(&out, ": %s\n", near ? arena_printf(imp->a, "\"?\"   # %s?", near) : "\"?\"");
    }
    buf_puts(&out, "# constants: {kind: mou, currency: USD}   # what all rows have\n"
                   "# values:                                # what cells stand for\n"
                   "#   kind: {Memorandum: mou}\n"
                   "#   partners: {\"UN Children's Fund\": unicef}\n");
    return buf_to_arena(&out, imp->a);
}
