/* workbook.c - all sets as sheets of one workbook (Office Open XML), through libxlsxwriter.
 *
 * Cells have types: dates, numbers, true and false; all else is text, never a formula or a link.
 * A spreadsheet holds binary floating point, which gives back what was put in for up to fifteen
 * digits; a longer number stands as text rather than be rounded.
 *
 * The library writes to files only, and library_files.h watches them.  The day of making is that of the
 * content, so that two builds are alike. */
#include "data/data_room.h"

#include "base/utf8.h"
#include "data/library_files.h"

#include <errno.h>
#include <string.h>
#include <xlsxwriter.h>

enum {
    DIGITS_EXACT = 15,  /* of a decimal that binary64 gives back (IEEE 754: DBL_DIG) */
    TEXT_MOST = 32767,  /* characters in a cell, by the format */
    MONEY_DIGITS = 5,   /* formats of 0 to 4 digits */
    README_WIDTH = 44,  /* of its columns, in letters */
    LINE_HEIGHT = 15,   /* points */
};

struct workbook {
    struct arena *arena;
    struct diags *diags;
    const struct data_input *in;
    struct library_files files;
    lxw_workbook *book;
    lxw_format *head, *date, *whole, *money[MONEY_DIGITS], *wrapped;
    lxw_worksheet *sheet;
    lxw_row_t row;
    struct buf text;
    lxw_error fault;
    int cause; /* errno at that time */
};

static void keep_fault(struct workbook *w, lxw_error e)
{
    if (e != LXW_NO_ERROR && w->fault == LXW_NO_ERROR) {
        w->cause = errno;
        w->fault = e;
    }
}

static bool is_fine(const struct workbook *w)
{
    return w->fault == LXW_NO_ERROR && !w->files.fault;
}

/* Always false.  Of its own codes, the library leaves only one with what the system said. */
static bool fail(struct workbook *w)
{
    int error = w->files.fault;
    if (!error && w->fault == LXW_ERROR_CREATING_TMPFILE)
        error = w->cause;
    diag_report(w->diags, DIAG_WORKBOOK_FAILED, (struct place){.src = NULL},
                error ? phrase_errno(w->arena, error)
                      : phrase_own(w->arena, lxw_strerror(w->fault)));
    return false;
}

/* --- the file --- */

/* None is NULL but for want of memory, which ends the process (base/memory.c). */
static void make_formats(struct workbook *w)
{
    static const char *const money[MONEY_DIGITS] = {"#,##0", "#,##0.0", "#,##0.00", "#,##0.000",
                                                    "#,##0.0000"};
    w->head = workbook_add_format(w->book);
    format_set_bold(w->head);
    format_set_bottom(w->head, LXW_BORDER_THIN);
    w->date = workbook_add_format(w->book);
    format_set_num_format(w->date, "yyyy-mm-dd");
    w->whole = workbook_add_format(w->book);
    format_set_num_format(w->whole, "0");
    w->wrapped = workbook_add_format(w->book);
    format_set_text_wrap(w->wrapped);
    format_set_align(w->wrapped, LXW_ALIGN_VERTICAL_TOP);
    for (int i = 0; i < MONEY_DIGITS; i++) {
        w->money[i] = workbook_add_format(w->book);
        format_set_num_format(w->money[i], money[i]);
    }
}

static void put_properties(struct workbook *w, const struct site *site)
{
    const struct views *v = w->in->views[0];
    const char *title = views_text(v, &site->name, NULL);
    const char *author = views_text(v, &site->publisher, NULL);
    time_t day = (time_t)date_days(model_today(views_model(v))) * 24 * 60 * 60;
    lxw_doc_properties p = {
        .title = arena_strdup(w->arena, title ? title : ""),
        .author = arena_strdup(w->arena, author ? author : ""),
        .created = day ? day : 1, /* 0 would be the clock's time */
    };
    workbook_set_properties(w->book, &p);
}

struct workbook *workbook_open(struct arena *a, struct diags *d, const struct data_input *in,
                               const struct site *site)
{
    struct workbook *w = ARENA_NEW(a, struct workbook);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    *w = (struct workbook){.arena = a, .diags = d, .in = in};
    if (!library_files_begin(a, &w->files)) {
        keep_fault(w, LXW_ERROR_CREATING_TMPFILE);
        fail(w);
        return NULL;
    }
    w->book = workbook_new_opt(library_files_made, &options);
    if (!w->book) {
        keep_fault(w, LXW_ERROR_MEMORY_MALLOC_FAILED);
        fail(w);
        library_files_end(&w->files, NULL);
        return NULL;
    }
    make_formats(w);
    put_properties(w, site);
    return w;
}

/* --- cells --- */

/* No more than a cell can hold, cut between characters. */
static const char *shortened(struct workbook *w, const char *s)
{
    size_t n = 0, i = 0;
    for (; s[i] && n < TEXT_MOST - 1; i++)
        n += !utf8_is_tail(s[i + 1]);
    if (!s[i])
        return s;
    while (utf8_is_tail(s[i]))
        i++;
    buf_clear(&w->text);
    buf_put(&w->text, s, i);
    buf_puts(&w->text, "\xE2\x80\xA6");
    return buf_str(&w->text);
}

static void put_text(struct workbook *w, lxw_col_t col, const char *s, lxw_format *f)
{
    if (*s)
        keep_fault(w, worksheet_write_string(w->sheet, w->row, col, shortened(w, s), f));
}

static bool is_exact(const char *decimal, struct decimal *out)
{
    size_t digits = 0;
    for (const char *s = decimal; *s; s++)
        digits += *s >= '0' && *s <= '9';
    return digits <= DIGITS_EXACT && decimal_parse(decimal, out) == DECIMAL_OK;
}

/* Both numbers are whole and below 2^53, so that their quotient is the double next to the
 * decimal, which prints as it. */
static void put_number(struct workbook *w, lxw_col_t col, const char *s, enum export_type type)
{
    struct decimal d;
    lxw_format *f = NULL;
    if (!is_exact(s, &d)) {
        put_text(w, col, s, NULL);
        return;
    }
    if (type == EXPORT_INTEGER)
        f = w->whole;
    else if (type == EXPORT_MONEY && d.scale < MONEY_DIGITS)
        f = w->money[d.scale];
    double number = (double)d.mantissa / (double)decimal_pow10(d.scale);
    keep_fault(w, worksheet_write_number(w->sheet, w->row, col, number, f));
}

static void put_date(struct workbook *w, lxw_col_t col, const char *iso)
{
    struct date d;
    if (date_parse(iso, &d) != DATE_OK || d.year < 1900) { /* where their calendar begins */
        put_text(w, col, iso, NULL);
        return;
    }
    lxw_datetime t = {.year = d.year, .month = d.month, .day = d.day};
    keep_fault(w, worksheet_write_datetime(w->sheet, w->row, col, &t, w->date));
}

static void put_cell(struct workbook *w, lxw_col_t col, const struct export_column *column,
                     const struct export_cell *cell)
{
    struct buf joined = BUF_INIT;
    if (column->list) {
        csv_file_join(&joined, cell);
        put_text(w, col, buf_str(&joined), NULL);
        buf_free(&joined);
    } else if (cell->text && column->type == EXPORT_FLAG) {
        keep_fault(w, worksheet_write_boolean(w->sheet, w->row, col,
                                              strcmp(cell->text, "true") == 0, NULL));
    } else if (cell->text && column->type == EXPORT_DATE) {
        put_date(w, col, cell->text);
    } else if (cell->text && export_is_number(column->type)) {
        put_number(w, col, cell->text, column->type);
    } else if (cell->text) {
        put_text(w, col, cell->text, NULL);
    }
}

/* --- sheets --- */

static double width_of(const struct export_column *column)
{
    static const double width[] = {
        [EXPORT_ID] = 24,      [EXPORT_TEXT] = 36,  [EXPORT_DATE] = 12,    [EXPORT_URL] = 32,
        [EXPORT_DECIMAL] = 18, [EXPORT_MONEY] = 18, [EXPORT_INTEGER] = 11, [EXPORT_FLAG] = 11,
    };
    return width[column->type];
}

/* False when there is none: its rows go to a file of their own first, which may not be had.  The
 * library fails at the first write to a sheet that is not there, so none is written after a fault. */
static bool begin_sheet(struct workbook *w, const char *name)
{
    size_t opened = w->files.opened;
    w->sheet = NULL;
    w->row = 0;
    if (!is_fine(w))
        return false;
    library_files_hush(&w->files);
    w->sheet = workbook_add_worksheet(w->book, name);
    library_files_speak(&w->files);
    if (w->sheet && w->files.opened == opened) { /* a library that has its files from elsewhere */
        errno = ENOTSUP;
        w->sheet = NULL;
    }
    if (!w->sheet)
        keep_fault(w, LXW_ERROR_CREATING_TMPFILE);
    return w->sheet != NULL;
}

void workbook_sheet(struct workbook *w, const struct export *x)
{
    lxw_col_t last = (lxw_col_t)(x->fields - 1);
    if (!begin_sheet(w, x->id))
        return;
    for (size_t i = 0; i < x->fields; i++) {
        lxw_col_t col = (lxw_col_t)i;
        keep_fault(w, worksheet_set_column(w->sheet, col, col, width_of(x->field[i].column), NULL));
        put_text(w, col, x->field[i].id, w->head);
    }
    worksheet_freeze_panes(w->sheet, 1, 1);
    keep_fault(w, worksheet_autofilter(w->sheet, 0, 0, (lxw_row_t)x->rows, last));
    worksheet_set_landscape(w->sheet);
    worksheet_repeat_rows(w->sheet, 0, 0);
    w->row = 1;
}

void workbook_row(struct workbook *w, const struct export *x, const struct export_cell *cell)
{
    for (size_t i = 0; w->sheet && is_fine(w) && i < x->fields; i++)
        put_cell(w, (lxw_col_t)i, x->field[i].column, &cell[i]);
    w->row++;
}

/* --- the sheet that explains the others --- */

typedef const char *(*worded)(const struct views *v, const void *of);

static const char *word_of(const struct views *v, const void *of)
{
    return views_word(v, of, NULL);
}

static const char *text_of(const struct views *v, const void *of)
{
    const struct text *t = of;
    return t->in[views_lang(v)];
}

/* Lines that a text takes up, by a generous guess: ideographs are twice as wide as letters. */
static size_t lines_of(const char *s)
{
    size_t width = 0, n = strlen(s);
    for (size_t i = 0; i < n;) {
        unsigned c = 0;
        size_t len = utf8_decode(s + i, n - i, &c);
        width += c >= 0x2E80 ? 2 : 1;
        i += len ? len : 1;
    }
    return width / (README_WIDTH - 4) + 1;
}

/* One text in all languages, each in its column; the row is as tall as the longest, since not
 * every program makes it so by itself. */
static void readme_row(struct workbook *w, const char *first, worded say, const void *of)
{
    size_t lines = 1;
    for (size_t i = 0; i < w->in->languages; i++) {
        const char *s = say(w->in->views[i], of);
        size_t n = s ? lines_of(s) : 1;
        lines = n > lines ? n : lines;
    }
    keep_fault(w, worksheet_set_row(w->sheet, w->row, (double)lines * LINE_HEIGHT, NULL));
    put_text(w, 0, first, w->wrapped);
    for (size_t i = 0; i < w->in->languages; i++) {
        const char *s = say(w->in->views[i], of);
        put_text(w, (lxw_col_t)(i + 1), s ? s : "", w->wrapped);
    }
    w->row++;
}

static void readme_notes(struct workbook *w, const struct site *site, bool sample)
{
    static const char *const notes[] = {"data_note_labels", "data_note_lists", "data_note_exact",
                                        "data_note_sums", "rule_in_kind", "rule_rate",
                                        "rule_shares"};
    readme_row(w, "", text_of, &site->name);
    readme_row(w, site->base_url ? site->base_url : "", text_of, &site->publisher);
    if (views_internal(w->in->views[0]))
        readme_row(w, "internal", word_of, "internal_band");
    if (sample)
        readme_row(w, "sample", text_of, &site->sample_note);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        readme_row(w, "", word_of, notes[i]);
    w->row++;
}

void workbook_readme(struct workbook *w, const struct site *site,
                     const struct export *const *x, size_t n)
{
    bool sample = false;
    if (!begin_sheet(w, "readme"))
        return;
    keep_fault(w, worksheet_set_column(w->sheet, 0, 0, 28, NULL));
    keep_fault(w, worksheet_set_column(w->sheet, 1, (lxw_col_t)w->in->languages, README_WIDTH, NULL));
    worksheet_freeze_panes(w->sheet, 1, 1);
    for (size_t i = 0; i < w->in->languages; i++)
        put_text(w, (lxw_col_t)(i + 1), views_word(w->in->views[i], "language_name", NULL),
                 w->head);
    w->row++;
    for (size_t i = 0; i < n; i++)
        sample = sample || x[i]->sample;
    readme_notes(w, site, sample);
    for (size_t i = 0; i < n; i++) {
        readme_row(w, x[i]->id, word_of, x[i]->word);
        for (size_t k = 0; k < x[i]->columns; k++)
            readme_row(w, arena_printf(w->arena, "%s: %s", x[i]->id, x[i]->column[k].id), word_of,
                       x[i]->column[k].word);
        w->row++;
    }
}

/* --- the end --- */

/* The library cannot close a workbook that has no sheet. */
bool workbook_close_into(struct workbook *w, struct buf *out)
{
    library_files_hush(&w->files);
    if (is_fine(w))
        keep_fault(w, workbook_close(w->book));
    else
        lxw_workbook_free(w->book);
    library_files_speak(&w->files);
    library_files_end(&w->files, w->fault ? NULL : out);
    buf_free(&w->text);
    return is_fine(w) || fail(w);
}
