#include "typeset/table_fit.h"

#include <string.h>

/* Tenths of a millimetre, up: 72 points are 254 of them. */
static const char *millimetres(const struct table_setting *s, int64_t width)
{
    int64_t tenths = (width * 254 + 71999) / 72000;
    return arena_printf(s->f->home, "%lld.%lld", (long long)(tenths / 10),
                        (long long)(tenths % 10));
}

static const char *head_of(const struct table_setting *s, size_t c)
{
    const struct row *r = s->table->row;
    const char *head = r->head ? paragraph_plain(s->f->home, &r->cell[c].text) : "";
    return *head ? head : arena_printf(s->f->home, "%zu", c + 1);
}

static int64_t sum_hard(const struct table_setting *s, size_t columns)
{
    int64_t sum = 0;
    for (size_t c = 0; c < columns; c++)
        sum += s->col[c].hard;
    return sum;
}

/* Nothing fits: all columns are automatic and suffer alike. */
static void too_wide(struct table_setting *s, mpt room)
{
    struct flow *f = s->f;
    size_t n = s->table->columns, fit = n;
    while (fit > 0 && sum_hard(s, fit) + (int64_t)(fit - 1) * table_measure_gap(s) > room)
        fit--;
    diag_report(f->diags, DIAG_TABLE_TOO_WIDE, s->block->place,
                arena_printf(f->home, "%zu", n), millimetres(s, room),
                arena_printf(f->home, "%zu", fit));
    for (size_t c = 0; c < n; c++)
        s->col[c].fixed = 0;
}

static void widen(struct table_setting *s, struct colwidth *col, size_t c)
{
    if (!col->fixed || col->fixed >= col->hard)
        return;
    diag_report(s->f->diags, DIAG_COLUMN_TOO_NARROW, s->block->place, head_of(s, c),
                millimetres(s, col->fixed), millimetres(s, col->hard));
    col->fixed = col->hard;
}

/* What the given widths have above the least gives way in proportion. */
static void narrow(struct table_setting *s, int64_t given, int64_t least, int64_t others, mpt room)
{
    int64_t left = room - least - others;
    diag_report(s->f->diags, DIAG_WIDTHS_TOO_WIDE, s->block->place, millimetres(s, given),
                millimetres(s, room - others));
    for (size_t c = 0; c < s->table->columns; c++) {
        struct colwidth *col = &s->col[c];
        if (col->fixed)
            col->fixed = col->hard + (mpt)((col->fixed - col->hard) * left / (given - least));
    }
}

void table_fit(struct table_setting *s, mpt room)
{
    size_t n = s->table->columns;
    mpt inner = room - (mpt)(n - 1) * table_measure_gap(s);
    if (sum_hard(s, n) > inner) {
        too_wide(s, room);
        return;
    }
    int64_t given = 0, least = 0, others = 0;
    for (size_t c = 0; c < n; c++) {
        struct colwidth *col = &s->col[c];
        widen(s, col, c);
        given += col->fixed;
        least += col->fixed ? col->hard : 0;
        others += col->fixed ? 0 : col->hard;
    }
    if (given + others > inner)
        narrow(s, given, least, others, inner);
}
