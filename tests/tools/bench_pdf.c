/* bench_pdf.c ROWS... - what a long tagged list costs, from its cells to the bytes of the PDF.
 *
 * A landscape table (sample_list.h) is set and written for each number of rows, pages being drawn
 * as they are written: CPU time, bytes, and the ratio to the bare cost of compressing as many bytes
 * of its text once.  Peak memory is that of the largest so far, the table's own cells included. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "locale/locale.h"
#include "pdf/pdf.h"
#include "tools/sample_list.h"
#include "typeset/typeset.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <zlib.h>

static double cpu_ms(void)
{
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1e3 +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e3;
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
    struct arena *a = arena_new();
    struct sample_list l = sample_list(a, rows);
    struct diags *d = diags_new(a);
    struct fonts *fonts = fonts_open(a, d, families, (struct place){0});
    struct buf out = BUF_INIT, text = BUF_INIT;
    for (size_t r = 0; r <= rows; r++)
        for (int c = 0; c < SAMPLE_COLUMNS; c++)
            buf_puts(&text, sample_text(&l, r, c));
    struct block block = {.kind = BLOCK_TABLE, .table = &l.table}, *list[] = {&block};
    struct typeset_doc doc = {.block = list, .n = 1, .lang = "en", .title = "List",
                              .style = typeset_style_default(true)};
    struct pdf_meta meta = {.title = "List", .lang = "en", .date = {2025, 1, 1}, .id_seed = "list",
                            .icc = "", .icc_n = 0};
    double t0 = cpu_ms();
    struct pages *pages = typeset(a, d, fonts, locale_open(a, "en"), &doc);
    double t1 = cpu_ms();
    bool fine = pdf_write(a, d, fonts, pages, &meta, &out);
    double t2 = cpu_ms(), bare = compress_ms(&text);
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    printf("%8zu %6zu %10.1f %10.1f %8.0f %10zu %8ld\n", rows, pages->n, t1 - t0, t2 - t1,
           (t2 - t0) / (bare > 0 ? bare : 1), out.n / 1000, r.ru_maxrss / 1024);
    buf_free(&out);
    buf_free(&text);
    arena_free(a);
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
