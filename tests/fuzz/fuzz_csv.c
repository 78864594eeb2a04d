/* CSV: rows and faulty rows are all the rows, their bytes follow each other, and what was read is
 * written such that it reads the same. */
#include "kit.h"

#include "input/input_room.h"

/* All cells in quotes: bare ones lose blanks, and get apostrophes. */
static void write_row(struct buf *out, const struct csv_row *r)
{
    for (size_t i = 0; i < r->n; i++) {
        buf_puts(out, i ? ",\"" : "\"");
        for (const char *s = r->cell[i].text; *s; s++)
            buf_puts(out, *s == '"' ? "\"\"" : (char[]){*s, '\0'});
        buf_puts(out, "\"");
    }
    buf_puts(out, "\n");
}

static void same_row(const struct csv_row *x, const struct csv_row *y)
{
    HOLDS(x->n == y->n);
    for (size_t i = 0; i < x->n; i++)
        SAME(x->cell[i].text, y->cell[i].text);
}

static bool is_blank(const struct csv_row *r)
{
    for (size_t i = 0; i < r->n; i++)
        if (*r->cell[i].text)
            return false;
    return true;
}

static void written(struct arena *a, const struct csv *csv)
{
    struct buf b = BUF_INIT;
    struct diags *d = diags_new(a);
    bool blank = is_blank(&csv->head);
    write_row(&b, &csv->head);
    for (size_t i = 0; i < csv->n; i++) {
        write_row(&b, &csv->row[i]);
        blank = blank || is_blank(&csv->row[i]);
    }
    if (!blank) { /* rows without any text may be left out */
        struct csv *back = input_csv(a, d, kit_source(a, "back.csv", b.p));
        HOLDS(back && back->faults == 0 && back->n == csv->n);
        same_row(&csv->head, &back->head);
        for (size_t i = 0; i < csv->n; i++)
            same_row(&csv->row[i], &back->row[i]);
    }
    buf_free(&b);
}

static void check_rows(const struct source *src, const struct csv *csv)
{
    size_t end = csv->head.to;
    HOLDS(csv->head.from <= csv->head.to && csv->head.to <= src->len);
    for (size_t i = 0; i < csv->n; i++) {
        const struct csv_row *r = &csv->row[i];
        HOLDS(r->n == csv->head.n);
        HOLDS(r->from >= end && r->from < r->to && r->to <= src->len);
        end = r->to;
    }
    for (size_t i = 0; i < csv->faults; i++)
        HOLDS(csv->faulty[i].from <= csv->faulty[i].to && csv->faulty[i].to <= src->len);
}

static const char *run(struct arena *a, const struct source *src, char divider)
{
    struct diags *d = diags_new(a);
    struct csv *csv = input_csv_divided(a, d, src, divider);
    if (csv) {
        HOLDS(csv->faults == 0 || diags_failed(d));
        check_rows(src, csv);
        written(a, csv);
    }
    HOLDS(csv || diags_failed(d));
    return kit_reports(a, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char dividers[] = ",;\t";
    struct arena *a = kit_arena();
    const struct source *src = kit_source(a, "list.csv", kit_utf8(a, data, size));
    for (int i = 0; i < 3; i++)
        run(a, src, dividers[i]);
    return 0;
}
