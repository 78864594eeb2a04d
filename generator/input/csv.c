#include "input/input_room.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

/* CSV of RFC 4180: cells divided by commas (or another sign), quoted where needed; CRLF or LF; a quoted cell may
 * span lines.  Blanks around a bare cell are dropped, and so are lines without any text. */

struct csv_reader {
    struct arena *a;
    struct diags *d;
    const struct source *src;
    char divider;
    bool good; /* the quotes of this row */
    bool refused; /* all of it: too many cells */
    size_t at;
    int line;
    size_t line_start;
    size_t counted, columns; /* a byte of the line, and how many code points stand before it */
};

static char here(const struct csv_reader *r)
{
    return r->at < r->src->len ? r->src->text[r->at] : '\0';
}

/* The column of a byte of this line: cells are looked at in their order, so that it is counted on. */
static int column(struct csv_reader *r, size_t at)
{
    if (at < r->counted || r->counted < r->line_start) {
        r->counted = r->line_start;
        r->columns = 0;
    }
    r->columns += utf8_count(r->src->text + r->counted, at - r->counted);
    r->counted = at;
    return (int)r->columns + 1;
}

static struct place place_from(struct csv_reader *r, size_t from, size_t to)
{
    const char *text = r->src->text;
    const char *nl = memchr(text + from, '\n', to - from);
    size_t end = nl ? (size_t)(nl - text) : to;
    return (struct place){.src = r->src,
                          .line = r->line,
                          .col = column(r, from),
                          .len = end > from ? (int)utf8_count(text + from, end - from) : 1};
}

static void next_line(struct csv_reader *r)
{
    r->line++;
    r->line_start = r->at;
}

static bool at_cell_end(const struct csv_reader *r)
{
    const char *s = r->src->text + r->at;
    return r->at >= r->src->len || *s == r->divider || *s == '\n' || (*s == '\r' && s[1] == '\n');
}

static void wrong_quote(struct csv_reader *r, struct place p, const char *why)
{
    diag_report(r->d, DIAG_CSV_QUOTE, p, why);
    r->good = false;
}

static struct csv_cell bare_cell(struct csv_reader *r)
{
    struct csv_cell cell;
    size_t from = r->at, quote = 0;
    for (; !at_cell_end(r); r->at++)
        if (here(r) == '"' && !quote)
            quote = r->at;
    size_t end = r->at;
    while (from < end && (r->src->text[from] == ' ' || r->src->text[from] == '\t'))
        from++;
    while (end > from && strchr(" \t\r", r->src->text[end - 1]))
        end--;
    cell.text = arena_strndup(r->a, r->src->text + from, end - from);
    cell.place = place_from(r, from, end);
    if (quote)
        wrong_quote(r, place_from(r, quote, quote + 1), phrase_mark(PHRASE_QUOTE_IN_CELL));
    return cell;
}

static struct csv_cell quoted_cell(struct csv_reader *r)
{
    struct csv_cell cell;
    column(r, r->at); /* counted once, for both */
    struct csv_reader start = *r;
    struct buf b = BUF_INIT;
    bool closed = false;
    for (r->at++; r->at < r->src->len && !closed;) {
        char c = r->src->text[r->at++];
        if (c != '"') {
            buf_putc(&b, c);
            if (c == '\n')
                next_line(r);
        } else if (here(r) == '"') {
            buf_putc(&b, '"');
            r->at++;
        } else {
            closed = true;
        }
    }
    cell.text = buf_to_arena(&b, r->a);
    cell.place = place_from(&start, start.at, r->at);
    size_t behind = r->at;
    while (!at_cell_end(r))
        r->at++;
    if (!closed)
        wrong_quote(r, place_from(&start, start.at, start.at + 1), phrase_mark(PHRASE_QUOTE_NEVER_CLOSED));
    else if (strspn(r->src->text + behind, " \t") < r->at - behind)
        wrong_quote(r, place_from(r, behind, r->at), phrase_mark(PHRASE_TEXT_BEHIND_QUOTE));
    return cell;
}

static void refuse(struct csv_reader *r, struct place p)
{
    diag_report(r->d, DIAG_CSV_COLUMNS, p, arena_printf(r->a, "%d", INPUT_COLUMNS_MAX));
    r->refused = true;
}

/* One row with its line end; false at the end of the file, and of one that is refused. */
static bool read_row(struct csv_reader *r, struct csv_row *row)
{
    VEC(struct csv_cell) cells = {0};
    size_t from = r->at;
    if (r->at >= r->src->len)
        return false;
    r->good = true;
    for (;;) {
        struct csv_cell cell = here(r) == '"' ? quoted_cell(r) : bare_cell(r);
        if (cells.n == INPUT_COLUMNS_MAX) {
            refuse(r, cell.place);
            return false;
        }
        VEC_PUSH(r->a, &cells, cell);
        if (r->at >= r->src->len || here(r) != r->divider)
            break;
        r->at++;
    }
    r->at += here(r) == '\r';
    r->at += here(r) == '\n';
    next_line(r);
    *row = (struct csv_row){.cell = cells.p, .n = cells.n, .from = from, .to = r->at};
    return true;
}

static bool is_empty_row(const struct csv_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (row->cell[i].text[0])
            return false;
    return true;
}

/* Where quotes are at fault cells cannot be told apart, and that is said already. */
static void check_cells(struct csv_reader *r, const struct csv *csv, const struct csv_row *row)
{
    if (row->n == csv->head.n || !r->good)
        return;
    diag_report(r->d, DIAG_CSV_CELLS, row->cell[0].place, arena_printf(r->a, "%zu", row->n),
                arena_printf(r->a, "%zu", csv->head.n));
}

struct csv *input_csv_divided(struct arena *a, struct diags *d, const struct source *src,
                              char divider)
{
    struct csv_reader r = {.a = a, .d = d, .src = src, .divider = divider, .line = 1};
    struct csv *csv = ARENA_NEW(a, struct csv);
    VEC(struct csv_row) rows = {0}, faulty = {0};
    struct csv_row row;
    while (read_row(&r, &row)) {
        if (is_empty_row(&row))
            continue;
        if (!csv->head.cell) {
            csv->head = row;
            continue;
        }
        check_cells(&r, csv, &row);
        if (row.n == csv->head.n && r.good)
            VEC_PUSH(a, &rows, row);
        else
            VEC_PUSH(a, &faulty, row);
    }
    csv->row = rows.p;
    csv->n = rows.n;
    csv->faulty = faulty.p;
    csv->faults = faulty.n;
    if (r.refused)
        return NULL;
    if (csv->head.cell)
        return csv;
    diag_report(d, DIAG_EMPTY_FILE, (struct place){.src = src, .len = 1});
    return NULL;
}

struct csv *input_csv(struct arena *a, struct diags *d, const struct source *src)
{
    return input_csv_divided(a, d, src, ',');
}
