/* bench_list.c PROGRAM TEMPLATES WORK N... - the list of all agreements through the whole program.
 *
 * WORK/content is a content folder without agreements, documents and what names any.  A document
 * and N sample agreements of 2024 are written to it, and the program is run as its users run it: reading all
 * files, checking them, page and tagged PDF of the document.  CPU time (user and system) is the
 * least of several runs; beside it stand what libyaml's parser alone takes for the same files,
 * and plain writes of the bytes that came out. */
#include "base/arena.h"
#include "base/buf.h"
#include "tools/bare.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 7 };

struct bench {
    struct arena *a;
    const char *program, *templates, *work;
    int written; /* agreements so far */
    int builds;  /* each into a folder of its own: in one that is there, little is left to do */
    unsigned random;
};


static unsigned next(struct bench *b, unsigned n)
{
    b->random = b->random * 1103515245u + 12345u;
    return (b->random >> 16) % n;
}

static void put_words(struct bench *b, struct buf *out, unsigned n)
{
    static const char *const word[] = {
        "agreement", "digital", "skills", "for", "rural", "schools", "the", "of", "broadband",
        "in", "countries", "capacity", "building", "strategy", "regulators", "spectrum", "health",
        "emergency", "telecommunications", "statistics", "innovation", "and", "assistance"};
    while (n-- > 0)
        buf_printf(out, " %s", word[next(b, sizeof word / sizeof *word)]);
}

static bool write_agreement(struct bench *b, int i)
{
    static const char *const kind[] = {"mou", "cooperation-agreement", "voluntary-contribution"};
    struct buf out = BUF_INIT;
    const char *path = arena_printf(b->a, "%s/content/agreements/2024/bdt-2024-%06d.yaml",
                                    b->work, i);
    unsigned k = next(b, 3), partner = 1 + next(b, 3);
    buf_printf(&out, "id: bdt-2024-%06d\ntitle:\n  en: Sample", i);
    put_words(b, &out, 5);
    buf_printf(&out, "\nkind: %s\nsigned: 2024-%02u-%02u\npartners: [sample-ministry-%02u]\n",
               kind[k], 1 + next(b, 12), 1 + next(b, 28), partner);
    if (k)
        buf_printf(&out, "contributions:\n  - {from: sample-ministry-%02u, amount: %u000.00, "
                         "currency: USD}\n", partner, 10 + next(b, 900));
    buf_puts(&out, "regions: [AFR]\npriorities: [kap-enabling-policy]\nobjective:\n  en: >-\n   ");
    put_words(b, &out, 17);
    buf_puts(&out, ".\nsample: true\n");
    FILE *f = fopen(path, "wb");
    bool fine = f && fwrite(out.p, 1, out.n, f) == out.n;
    fine = f && fclose(f) == 0 && fine;
    buf_free(&out);
    return fine;
}

static bool write_text(struct bench *b, const char *name, const char *text)
{
    FILE *f = fopen(arena_printf(b->a, "%s/content/%s", b->work, name), "wb");
    bool fine = f && fputs(text, f) >= 0;
    return f && fclose(f) == 0 && fine;
}

static bool write_document(struct bench *b)
{
    static const char *const folders[] = {"agreements", "agreements/2024", "documents",
                                          "documents/list", "documents/list/en"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        mkdir(arena_printf(b->a, "%s/content/%s", b->work, folders[i]), 0777);
    return write_text(b, "documents/list/document.yaml",
                      "id: list\nyears: 2024\nlanguages: [en]\nlayout: landscape\ndraft: true\n"
                      "title: {en: List of agreements}\ngroup: {en: Group}\noriginal: en\n"
                      "source: {en: Director}\n") &&
           write_text(b, "documents/list/en/01-lists.md",
                      "# With cash contribution\n\n```table\nshow: agreements-list\ngroup: a\n"
                      "year: 2024\ncolumns: [number, title_objective, signatories, kind, in_force, "
                      "signed_value, usd]\n```\n\n# Without cash contribution\n\n```table\n"
                      "show: agreements-list\ngroup: b\nyear: 2024\ncolumns: [number, "
                      "title_objective, signatories, kind, in_force, regions, signed_value]\n"
                      "```\n");
}

static double cpu_ms(int who)
{
    struct rusage r;
    getrusage(who, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1e3 +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e3;
}

static bool build(struct bench *b)
{
    const char *content = arena_printf(b->a, "%s/content", b->work);
    const char *output = arena_printf(b->a, "%s/output-%d", b->work, ++b->builds);
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);
        dup2(null, 1);
        dup2(null, 2);
        execl(b->program, b->program, "build", "--quiet", "--document", "list", "--lang",
              "en", "--content", content, "--templates", b->templates, "--output", output,
              (char *)NULL);
        _exit(127);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

/* Appends a file to out, and its size to *size. */
static bool read_file(struct bench *b, const char *name, struct buf *out, size_t *size)
{
    char block[1 << 14];
    FILE *f = fopen(arena_printf(b->a, "%s/output-%d/%s", b->work, b->builds, name), "rb");
    size_t before = out->n;
    for (size_t n; f && (n = fread(block, 1, sizeof block, f)) > 0;)
        buf_put(out, block, n);
    *size = out->n - before;
    return f && fclose(f) == 0;
}

static double write_bare(struct bench *b, const struct buf *bytes)
{
    double before = cpu_ms(RUSAGE_SELF);
    FILE *f = fopen(arena_printf(b->a, "%s/bare", b->work), "wb");
    if (f) {
        fwrite(bytes->p, 1, bytes->n, f);
        fclose(f);
    }
    return cpu_ms(RUSAGE_SELF) - before;
}

static void keep_least(double *least, double t)
{
    if (*least <= 0 || t < *least)
        *least = t;
}

static bool run(struct bench *b, int n)
{
    double whole = 0, parse = 0, write = 0;
    struct buf bytes = BUF_INIT;
    size_t pdf, page;
    bool fine = true;
    while (fine && b->written < n)
        fine = write_agreement(b, ++b->written);
    for (int i = 0; fine && i < ROUNDS; i++) {
        double t0 = cpu_ms(RUSAGE_CHILDREN), p0 = cpu_ms(RUSAGE_SELF);
        fine = build(b);
        keep_least(&whole, cpu_ms(RUSAGE_CHILDREN) - t0);
        bare_walk(arena_printf(b->a, "%s/content", b->work));
        keep_least(&parse, cpu_ms(RUSAGE_SELF) - p0);
        buf_clear(&bytes);
        fine = fine && read_file(b, "documents/list.en.pdf", &bytes, &pdf) &&
               read_file(b, "site/en/documents/list/index.html", &bytes, &page);
        keep_least(&write, write_bare(b, &bytes));
    }
    struct rusage r;
    getrusage(RUSAGE_CHILDREN, &r);
    if (fine)
        printf("%10d %10.0f %12.1f %12.0f %8zu %8zu %8ld\n", n, whole, whole / parse,
               whole / (write > 0 ? write : 1), pdf / 1000, page / 1000, r.ru_maxrss / 1024);
    else
        fprintf(stderr, "bench_list: it fails with %d agreements: %s\n", n, strerror(errno));
    buf_free(&bytes);
    return fine;
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fputs("usage: bench_list PROGRAM TEMPLATES WORK N...\n", stderr);
        return 2;
    }
    struct bench b = {.a = arena_new(), .program = argv[1], .templates = argv[2],
                      .work = argv[3], .random = 7};
    bool fine = write_document(&b);
    printf("%10s %10s %12s %12s %8s %8s %8s\n", "agreements", "CPU, ms", "to a parse", "to a write",
           "PDF, kB", "page, kB", "peak, MB");
    for (int i = 4; i < argc; i++)
        fine = run(&b, (int)strtol(argv[i], NULL, 10)) && fine;
    arena_free(b.a);
    return fine ? 0 : 1;
}
