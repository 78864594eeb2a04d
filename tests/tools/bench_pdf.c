/* bench_pdf.c ROWS... - what a long tagged list costs, from its cells to the bytes of the PDF.
 *
 * A landscape table of seven columns, as information documents have it, is set and written for
 * each number of rows: CPU time, bytes, and the ratio to the bare cost of compressing as many
 * bytes of its text once.  Peak memory is that of the largest so far. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "locale/locale.h"
#include "pdf/pdf.h"
#include "typeset/typeset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <zlib.h>

enum { COLUMNS = 7 };

struct list {
    struct arena *a;
    struct table table;
    struct buf text;  /* of all cells */
    unsigned random;
};

static double cpu_ms(void)
{
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1e3 +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e3;
}

static unsigned next(struct list *l, unsigned n)
{
    l->random = l->random * 1103515245u + 12345u;
    return (l->random >> 16) % n;
}

static const char *words(struct list *l, int n)
{
    static const char *const word[] = {
        "agreement", "digital", "skills", "for", "rural", "schools", "the", "Ministry", "of",
        "Communications", "broadband", "in", "countries", "capacity", "building", "strategy"};
    struct buf b = BUF_INIT;
    for (int i = 0; i < n; i++)
        buf_printf(&b, "%s%s", i ? " " : "", word[next(l, sizeof word / sizeof *word)]);
    return buf_to_arena(&b, l->a);
}

static const char *cell_text(struct list *l, size_t row, int column)
{
    static const char *const head[] = {"Number", "Title", "Signatories", "Kind", "Entry into force",
                                       "Value", "Objective"};
    if (row == 0)
        return head[column];
    switch (column) {
    case 0: return arena_printf(l->a, "bdt-2024-%06zu", row);
    case 3: return next(l, 2) ? "Voluntary contribution" : "Cooperation agreement";
    case 4: return arena_printf(l->a, "2024-%02u-%02u", 1 + next(l, 12), 1 + next(l, 28));
    case 5:
        return arena_printf(l->a, "%u,%03u.%02u", 1 + next(l, 900), next(l, 1000), next(l, 100));
    default: return words(l, column == 1 ? 5 : 7);
    }
}

static void fill(struct list *l, size_t rows)
{
    static enum cell_align align[COLUMNS] = {[5] = CELL_DECIMAL};
    l->table = (struct table){.columns = COLUMNS, .rows = rows + 1, .align = align};
    l->table.row = ARENA_ARRAY(l->a, struct row, rows + 1);
    for (size_t r = 0; r <= rows; r++) {
        l->table.row[r].head = r == 0;
        l->table.row[r].cell = ARENA_ARRAY(l->a, struct cell, COLUMNS);
        for (int c = 0; c < COLUMNS; c++) {
            struct inl *inl = ARENA_NEW(l->a, struct inl);
            inl->text = cell_text(l, r, c);
            l->table.row[r].cell[c] = (struct cell){.text = {inl, 1}, .header = c == 0};
            buf_puts(&l->text, inl->text);
        }
    }
}

static double compress_ms(const struct buf *text)
{
    uLongf n = compressBound((uLong)text->n);
    Bytef *to = malloc(n);
    double before = cpu_ms();
    if (to)
        compress(to, &n, (const Bytef *)text->p, (uLong)text->n);
    free(to);
    return cpu_ms() - before;
}

static bool run(size_t rows)
{
    static const char *const families[] = {"Carlito", NULL};
    struct list l = {.a = arena_new(), .random = 7};
    struct diags *d = diags_new(l.a);
    struct fonts *fonts = fonts_open(l.a, d, families, (struct place){0});
    struct buf out = BUF_INIT;
    fill(&l, rows);
    struct block block = {.kind = BLOCK_TABLE, .table = &l.table}, *list[] = {&block};
    struct typeset_doc doc = {.block = list, .n = 1, .lang = "en", .title = "List",
                              .style = typeset_style_default(true)};
    struct pdf_meta meta = {.title = "List", .lang = "en", .date = {2025, 1, 1}, .id_seed = "list",
                            .icc = "", .icc_n = 0};
    double t0 = cpu_ms();
    struct pages *pages = typeset(l.a, d, fonts, locale_open(l.a, "en"), &doc);
    double t1 = cpu_ms();
    bool fine = pdf_write(l.a, d, fonts, pages, &meta, &out);
    double t2 = cpu_ms(), bare = compress_ms(&l.text);
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    printf("%8zu %6zu %10.1f %10.1f %8.0f %10zu %8ld\n", rows, pages->n, t1 - t0, t2 - t1,
           (t2 - t0) / (bare > 0 ? bare : 1), out.n / 1000, r.ru_maxrss / 1024);
    buf_free(&out);
    buf_free(&l.text);
    arena_free(l.a);
    return fine;
}

int main(int argc, char **argv)
{
    bool fine = true;
    printf("%8s %6s %10s %10s %8s %10s %8s\n", "rows", "pages", "set, ms", "write, ms", "ratio",
           "kB", "peak, MB");
    for (int i = 1; i < argc; i++)
        fine = run((size_t)strtoul(argv[i], NULL, 10)) && fine;
    return fine ? 0 : 1;
}
