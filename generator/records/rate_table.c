#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

/* rates/<any>.csv: currency, effective_date, units_per_usd and, optionally, sample and source.
 * Columns are found by the names in the first row. */

enum column { CURRENCY, EFFECTIVE_DATE, UNITS_PER_USD, SAMPLE, SOURCE, COLUMNS };
enum { COLUMNS_NEEDED = 3 };

static const char *const column_names[] = {"currency", "effective_date", "units_per_usd",
                                           "sample",   "source",         NULL};

struct columns {
    int at[COLUMNS]; /* -1 = absent */
};

#define FIRST_ROW "currency,effective_date,units_per_usd"

static bool find_columns(struct reading *r, const struct csv *csv, struct columns *c)
{
    bool fine = true;
    for (int k = 0; k < COLUMNS; k++)
        c->at[k] = -1;
    for (size_t i = 0; i < csv->head.n; i++) {
        const struct csv_cell *cell = &csv->head.cell[i];
        int k = 0;
        while (k < COLUMNS && strcmp(column_names[k], cell->text) != 0)
            k++;
        if (k == COLUMNS) {
            const char *near = nearest_of(column_names, cell->text);
            diag_report(r->d, DIAG_UNKNOWN_KEY, cell->place, cell->text);
            if (near)
                diag_hint(r->d, HINT_DID_YOU_MEAN, near);
            else if (strchr(cell->text, ';'))
                diag_hint(r->d, HINT_COLUMNS_BY_COMMAS);
            else
                diag_hint(r->d, HINT_FIRST_ROW_IS, FIRST_ROW);
            fine = false;
        } else if (c->at[k] >= 0) {
            diag_report(r->d, DIAG_REPEATED_ITEM, cell->place, cell->text);
        } else {
            c->at[k] = (int)i;
        }
    }
    for (int k = 0; k < COLUMNS_NEEDED && fine; k++)
        if (c->at[k] < 0) {
            diag_report(r->d, DIAG_MISSING_KEY, csv->head.cell[0].place, column_names[k]);
            diag_hint(r->d, HINT_FIRST_ROW_IS, FIRST_ROW);
            fine = false;
        }
    return fine;
}

static bool read_units(struct reading *r, const struct csv_cell *cell, struct decimal *out)
{
    enum decimal_error e = decimal_parse(cell->text, out);
    if (e == DECIMAL_OK && out->mantissa > 0 && out->scale <= 9)
        return true;
    enum phrase why = e == DECIMAL_SYNTAX      ? PHRASE_RATE_NO_NUMBER
                    : e == DECIMAL_TOO_LARGE ? PHRASE_RATE_TOO_LONG
                    : out->mantissa <= 0     ? PHRASE_RATE_NOT_POSITIVE
                                             : PHRASE_RATE_TOO_FINE;
    diag_report(r->d, DIAG_BAD_RATE, cell->place, cell->text, phrase_mark(why));
    return false;
}

static bool read_sample(struct reading *r, const struct csv_cell *cell)
{
    if (cell->text[0] && strcmp(cell->text, "true") != 0 && strcmp(cell->text, "false") != 0)
        diag_report(r->d, DIAG_BAD_CHOICE, cell->place, "sample", cell->text, "true, false");
    return strcmp(cell->text, "true") == 0;
}

static bool read_rate(struct reading *r, const struct columns *c, const struct csv_row *row,
                      struct rate *out)
{
    const struct csv_cell *currency = &row->cell[c->at[CURRENCY]];
    const struct csv_cell *from = &row->cell[c->at[EFFECTIVE_DATE]];
    const struct csv_cell *units = &row->cell[c->at[UNITS_PER_USD]];
    *out = (struct rate){.place = currency->place};
    out->currency = fields_currency(r, currency->text, currency->place);
    bool dated = fields_date(r, from->text, from->place, &out->from);
    bool fine = read_units(r, units, &out->units_per_usd);
    if (c->at[SAMPLE] >= 0)
        out->sample = read_sample(r, &row->cell[c->at[SAMPLE]]);
    if (fine && out->currency && strcmp(out->currency->code, "USD") == 0 &&
        out->units_per_usd.mantissa != decimal_pow10(out->units_per_usd.scale)) {
        diag_report(r->d, DIAG_BAD_RATE, units->place, units->text,
                    phrase_mark(PHRASE_RATE_OF_USD));
        return false;
    }
    return fine && dated && out->currency;
}

static int compare_rate(const void *pa, const void *pb)
{
    const struct rate *a = pa, *b = pb;
    int c = strcmp(a->currency->code, b->currency->code);
    if (c == 0)
        c = date_cmp(a->from, b->from);
    if (c == 0)
        c = strcmp(a->place.src->path, b->place.src->path);
    return c ? c : a->place.line - b->place.line;
}

typedef VEC(struct rate) rate_list;

static void read_file(struct reading *r, const char *path, rate_list *list)
{
    const struct source *src = read_file_source(r, path);
    const struct csv *csv = src ? input_csv(r->a, r->d, src) : NULL;
    struct columns c;
    if (!csv || !find_columns(r, csv, &c))
        return;
    if (csv->n == 0)
        diag_report(r->d, DIAG_EMPTY_TABLE, csv->head.cell[0].place);
    for (size_t i = 0; i < csv->n; i++) {
        struct rate rate;
        if (read_rate(r, &c, &csv->row[i], &rate))
            VEC_PUSH(r->a, list, rate);
    }
}

void rate_table_read(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/rates", r->r->dir);
    size_t errors = diags_count(r->d, SEVERITY_ERROR);
    struct input_list names = read_file_names(r, dir, ".csv");
    rate_list list = {0};
    for (size_t i = 0; i < names.n; i++)
        read_file(r, arena_printf(r->a, "%s/%s", dir, names.name[i]), &list);
    if (list.n)
        qsort(list.p, list.n, sizeof *list.p, compare_rate);
    r->r->rates_faulty = diags_count(r->d, SEVERITY_ERROR) > errors;
    r->r->rate = list.p;
    r->r->rate_n = list.n;
}
