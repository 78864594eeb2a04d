/* bench_rivals.c WORK ROWS - a long tagged list set by us, and by those people would take instead.
 *
 * The same table (sample_list.h: the same texts, head repeated on each page, pages numbered, A4
 * landscape, tagged) is set by our rooms, by Typst and by WeasyPrint, each in a process of its own
 * from its start to the file it has written; the least of several runs counts.  What is not
 * installed is skipped with a word. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "locale/locale.h"
#include "pdf/pdf.h"
#include "tools/sample_list.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 3 };

struct rivals {
    struct arena *a;
    const char *work;
    size_t rows;
};

struct cost {
    bool done;
    double cpu, wall; /* ms */
    long peak;        /* kB */
    off_t bytes;
};

/* Does a part of the work in this process; what it makes stands in WORK/list.pdf. */
typedef bool work_fn(struct rivals *r);

static const char *in_work(const struct rivals *r, const char *name)
{
    return arena_printf(r->a, "%s/%s", r->work, name);
}

static bool write_file(const char *path, struct buf *bytes)
{
    FILE *f = fopen(path, "wb");
    bool fine = f && fwrite(bytes->p, 1, bytes->n, f) == bytes->n;
    fine = f && fclose(f) == 0 && fine;
    buf_free(bytes);
    return fine;
}

/* --- ours --- */

static bool set_ours(struct rivals *r)
{
    static const char *const families[] = {"Carlito", NULL};
    struct arena *a = arena_new();
    struct sample_list l = sample_list(a, r->rows);
    struct diags *d = diags_new(a);
    struct fonts *fonts = fonts_open(a, d, families, (struct place){0});
    if (!fonts)
        return false;
    struct block block = {.kind = BLOCK_TABLE, .table = &l.table}, *list[] = {&block};
    struct typeset_doc doc = {.block = list, .n = 1, .lang = "en", .title = "List",
                              .style = typeset_style_default(true)};
    doc.furniture.foot = "{page} / {pages}";
    struct pdf_meta meta = {.title = "List", .lang = "en", .date = {2025, 1, 1}, .id_seed = "list",
                            .icc = "", .icc_n = 0};
    struct pages *pages = typeset(a, d, fonts, locale_open(a, "en"), &doc);
    struct buf out = BUF_INIT;
    bool fine = pdf_write(a, d, fonts, pages, &meta, &out);
    return write_file(in_work(r, "list.pdf"), &out) && fine;
}

/* --- theirs --- */

static void put_rows(struct rivals *r, struct buf *b, const char *row, const char *cell,
                     const char *cell_end, const char *row_end)
{
    struct sample_list l = sample_list(r->a, r->rows);
    for (size_t i = 0; i <= r->rows; i++) {
        buf_puts(b, i ? row : "");
        for (int c = 0; c < SAMPLE_COLUMNS; c++)
            buf_printf(b, "%s%s%s", cell, sample_text(&l, i, c), cell_end);
        buf_puts(b, row_end);
    }
}

static bool write_typst(struct rivals *r)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "#set document(title: \"List\")\n"
                 "#set page(paper: \"a4\", flipped: true, margin: 71pt, numbering: \"1 / 1\")\n"
                 "#set text(font: \"Carlito\", size: 10pt, lang: \"en\")\n"
                 "#table(columns: 7, align: (c, r) => if c == 5 and r > 0 { right } else { left },\n"
                 "  stroke: none, table.header(");
    put_rows(r, &b, "  ", "\"", "\", ", "\n");
    char *head = strchr(b.p, '\n');
    for (int i = 0; head && i < 4; i++) /* the first row is the head */
        head = strchr(head + 1, '\n');
    if (head)
        memcpy(head - 2, "),", 2);
    buf_puts(&b, ")\n");
    return write_file(in_work(r, "list.typ"), &b);
}

static bool write_html(struct rivals *r)
{
    struct buf b = BUF_INIT;
    buf_puts(&b, "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>List</title>"
                 "<style>@page { size: A4 landscape; margin: 71pt; @bottom-center { content: "
                 "counter(page) \" / \" counter(pages) } }\n"
                 "table { font: 10pt Carlito; text-align: start } "
                 "td:nth-child(6) { text-align: end }</style></head><body><table><thead><tr>");
    put_rows(r, &b, "<tr>", "<td>", "</td>", "</tr>\n");
    char *end = strstr(b.p, "</tr>\n");
    struct buf whole = BUF_INIT;
    buf_put(&whole, b.p, (size_t)(end - b.p));
    buf_puts(&whole, "</tr></thead><tbody>");
    buf_puts(&whole, end + strlen("</tr>"));
    buf_puts(&whole, "</tbody></table></body></html>\n");
    buf_free(&b);
    return write_file(in_work(r, "list.html"), &whole);
}

static bool run_typst(struct rivals *r)
{
    execlp("typst", "typst", "compile", in_work(r, "list.typ"), in_work(r, "list.pdf"),
           (char *)NULL);
    return false;
}

static bool run_weasyprint(struct rivals *r)
{
    execlp("weasyprint", "weasyprint", "--pdf-variant", "pdf/ua-1", in_work(r, "list.html"),
           in_work(r, "list.pdf"), (char *)NULL);
    return false;
}

static bool is_installed(struct rivals *r, const char *program)
{
    const char *path = getenv("PATH");
    for (const char *p = path ? path : ""; *p;) {
        size_t n = strcspn(p, ":");
        if (access(arena_printf(r->a, "%.*s/%s", (int)n, p, program), X_OK) == 0)
            return true;
        p += n + (p[n] == ':');
    }
    return false;
}

/* --- one run --- */

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double time_ms(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static void work_quietly(struct rivals *r, work_fn *work)
{
    int null = open("/dev/null", O_WRONLY);
    dup2(null, 1);
    dup2(null, 2);
    _exit(work(r) ? 0 : 1);
}

/* In a process between, whose only child it is: peaks are told of all children together. */
static void measure_in(struct rivals *r, work_fn *work, int to)
{
    struct cost c = {.wall = now_ms()};
    int status = 1;
    pid_t child = fork();
    if (child == 0)
        work_quietly(r, work);
    c.done = child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
             WEXITSTATUS(status) == 0;
    c.wall = now_ms() - c.wall;
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    c.cpu = time_ms(used.ru_utime) + time_ms(used.ru_stime);
    c.peak = used.ru_maxrss;
    struct stat st;
    c.bytes = stat(in_work(r, "list.pdf"), &st) == 0 ? st.st_size : 0;
    _exit(write(to, &c, sizeof c) == (ssize_t)sizeof c ? 0 : 1);
}

static struct cost measure(struct rivals *r, work_fn *work)
{
    struct cost c = {0};
    int tube[2];
    fflush(stdout);
    if (pipe(tube) != 0)
        return c;
    pid_t child = fork();
    if (child == 0)
        measure_in(r, work, tube[1]);
    close(tube[1]);
    if (child < 0 || read(tube[0], &c, sizeof c) != (ssize_t)sizeof c)
        c.done = false;
    close(tube[0]);
    waitpid(child, NULL, 0);
    return c;
}

static struct cost least(struct rivals *r, work_fn *work)
{
    struct cost best = {0};
    for (int i = 0; i < ROUNDS; i++) {
        struct cost c = measure(r, work);
        if (!c.done)
            return c;
        best = i == 0 || c.cpu < best.cpu ? c : best;
    }
    return best;
}

/* --- the table --- */

static void put_cost(const char *name, struct cost c, struct cost ours)
{
    if (!c.done) {
        printf("%-12s it fails\n", name);
        return;
    }
    printf("%-12s %10.0f %10.0f %10ld %10ld   %.1f, %.1f, %.1f\n", name, c.cpu, c.wall,
           c.peak / 1024, (long)c.bytes / 1000, c.cpu / ours.cpu,
           (double)c.peak / (double)ours.peak, (double)c.bytes / (double)ours.bytes);
}

static void compare(struct rivals *r, const char *program, bool (*write_source)(struct rivals *),
                    work_fn *work, struct cost ours)
{
    if (!is_installed(r, program))
        printf("%-12s not installed: skipped\n", program);
    else if (!write_source(r))
        printf("%-12s its source cannot be written\n", program);
    else
        put_cost(program, least(r, work), ours);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: bench_rivals WORK ROWS\n", stderr);
        return 2;
    }
    struct rivals r = {.a = arena_new(), .work = argv[1],
                       .rows = (size_t)strtoul(argv[2], NULL, 10)};
    printf("%zu rows      %10s %10s %10s %10s   %s\n", r.rows, "CPU, ms", "wall, ms", "peak, MB",
           "PDF, kB", "CPU, memory, size to ours");
    struct cost ours = least(&r, set_ours);
    put_cost("ours", ours, ours);
    if (ours.done) {
        compare(&r, "typst", write_typst, run_typst, ours);
        compare(&r, "weasyprint", write_html, run_weasyprint, ours);
    }
    arena_free(r.a);
    return ours.done ? 0 : 1;
}
