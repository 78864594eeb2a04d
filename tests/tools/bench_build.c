/* bench_build.c WHAT PROGRAM TEMPLATES WORK - what the whole program costs for one content folder,
 * beside the bare cost of the same work in the same run.
 *
 * WORK/content is checked, built into a fresh folder, built again after one agreement changed, and
 * built again with nothing changed, each as users run it.  The floors are libyaml's own parser over
 * the same files, cmark over the same Markdown (the objectives and *.md), and plain writes of the
 * bytes and files that came out, to the same file system.  When WORK/hugo holds a site of Hugo of
 * the same records, and hugo is installed, it is built too.
 *
 * Each is run up to five times within a few seconds; the least counts.  Memory is the peak of the
 * largest process, and that of all at once without counting shared pages twice (sampled, where
 * /proc can tell).  Bare work runs in processes of its own, so that this one stays small: what a
 * process held before it became another program counts as its peak. */
#include "base/arena.h"
#include "base/buf.h"
#include "tools/bare.h"

#include <cmark-gfm.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 5, ENOUGH_SECONDS = 4, MB = 1000 * 1000 };

struct bench {
    struct arena *a;
    const char *program, *templates, *work;
    const char *changed; /* path of the agreement that is changed */
    const char *const *command;
    int edits;
};
struct cost {
    double wall, cpu;
    long largest, all; /* kB; 0: not known */
    bool failed;
};
struct size {
    long files, pages, bytes;
};

typedef void work_fn(struct bench *b, struct cost *c);

static double clock_s(clockid_t id)
{
    struct timespec t;
    clock_gettime(id, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* --- folders --- */

typedef void file_fn(struct bench *b, const char *path, const char *rel, bool folder, void *ctx);

/* All that is in the folder at path, whose first root bytes are those of where it began; folders
 * come before what is in them. */
static void walk_at(struct bench *b, struct buf *path, size_t root, file_fn *fn, void *ctx)
{
    DIR *d = opendir(buf_str(path));
    size_t n = path->n;
    for (struct dirent *e; d && (e = readdir(d));) {
        struct stat st;
        if (e->d_name[0] == '.')
            continue;
        buf_printf(path, "/%s", e->d_name);
        bool folder = stat(path->p, &st) == 0 && S_ISDIR(st.st_mode);
        fn(b, path->p, path->p + root, folder, ctx);
        if (folder)
            walk_at(b, path, root, fn, ctx);
        path->n = n;
        path->p[n] = '\0';
    }
    if (d)
        closedir(d);
}

/* All files and folders below one in WORK. */
static void walk(struct bench *b, const char *name, file_fn *fn, void *ctx)
{
    struct buf path = BUF_INIT;
    buf_printf(&path, "%s/%s", b->work, name);
    walk_at(b, &path, path.n, fn, ctx);
    buf_free(&path);
}

static bool ends_in(const char *s, const char *ending)
{
    size_t n = strlen(s), m = strlen(ending);
    return n >= m && strcmp(s + n - m, ending) == 0;
}

static void add_size(struct bench *b, const char *path, const char *rel, bool folder, void *ctx)
{
    struct size *s = ctx;
    struct stat st;
    (void)b;
    (void)rel;
    if (folder || stat(path, &st) != 0)
        return;
    s->files++;
    s->pages += ends_in(path, ".html");
    s->bytes += (long)st.st_size;
}

static struct size size_of(struct bench *b, const char *name)
{
    struct size s = {0};
    walk(b, name, add_size, &s);
    return s;
}

static bool read_file(const char *path, struct buf *out)
{
    char block[1 << 16];
    int fd = open(path, O_RDONLY);
    ssize_t n = fd < 0 ? -1 : 1;
    buf_clear(out);
    while (n > 0 && (n = read(fd, block, sizeof block)) > 0)
        buf_put(out, block, (size_t)n);
    if (fd >= 0)
        close(fd);
    return n == 0;
}

/* --- one run, in a process of its own --- */

/* What all processes below one hold, pages they share counted once; 0 when /proc does not say. */
static long sum_pss(struct bench *b, long pid)
{
    char line[256];
    long sum = 0, kb, child;
    FILE *f = fopen(arena_printf(b->a, "/proc/%ld/smaps_rollup", pid), "r");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "Pss: %ld", &kb) == 1)
            sum += kb;
    if (f)
        fclose(f);
    f = fopen(arena_printf(b->a, "/proc/%ld/task/%ld/children", pid, pid), "r");
    while (f && fscanf(f, "%ld", &child) == 1)
        sum += sum_pss(b, child);
    if (f)
        fclose(f);
    return sum;
}

/* Waits for a child's end and looks at memory meanwhile: ever more seldom, and for a fiftieth of the
 * time at most, since a look at gigabytes takes as many cycles as it finds pages. */
static long watch(struct bench *b, pid_t child)
{
    struct timespec pause = {0, 2 * 1000 * 1000};
    long most = 0;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    while (sigtimedwait(&set, NULL, &pause) < 0 && (errno == EAGAIN || errno == EINTR)) {
        char own[64];
        double begun = clock_s(CLOCK_MONOTONIC), took;
        long below = 0;
        snprintf(own, sizeof own, "/proc/%ld/task/%ld/children", (long)child, (long)child);
        FILE *f = fopen(own, "r");
        for (long pid; f && fscanf(f, "%ld", &pid) == 1;)
            below += sum_pss(b, pid);
        if (f)
            fclose(f);
        most = below > most ? below : most;
        if (pause.tv_sec == 0 && pause.tv_nsec < 50 * 1000 * 1000)
            pause.tv_nsec += pause.tv_nsec / 4;
        took = 50 * (clock_s(CLOCK_MONOTONIC) - begun);
        if (took > (double)pause.tv_nsec / 1e9)
            pause = (struct timespec){(time_t)took, (long)((took - (double)(time_t)took) * 1e9)};
    }
    waitpid(child, NULL, 0);
    return most;
}

static struct cost run_once(struct bench *b, work_fn *fn)
{
    struct cost c = {.failed = true};
    int ends[2];
    if (pipe(ends) != 0)
        return c;
    pid_t child = fork();
    if (child == 0) {
        fn(b, &c);
        _exit(write(ends[1], &c, sizeof c) == (ssize_t)sizeof c ? 0 : 1);
    }
    close(ends[1]);
    long all = child > 0 ? watch(b, child) : 0;
    if (read(ends[0], &c, sizeof c) != (ssize_t)sizeof c)
        c.failed = true;
    c.all = all;
    close(ends[0]);
    return c;
}

static void run_command(struct bench *b, struct cost *c)
{
    double from = clock_s(CLOCK_MONOTONIC);
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        sigset_t none;
        int null = open("/dev/null", O_WRONLY);
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        dup2(null, 1);
        execvp(b->command[0], (char *const *)(const void *)b->command);
        _exit(127);
    }
    c->failed = child < 0 || waitpid(child, &status, 0) != child || status != 0;
    c->wall = clock_s(CLOCK_MONOTONIC) - from;
    struct rusage r;
    getrusage(RUSAGE_CHILDREN, &r);
    c->cpu = (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
             (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
    c->largest = r.ru_maxrss;
}

/* --- the floors --- */

static void run_parse(struct bench *b, struct cost *c)
{
    const char *content = arena_printf(b->a, "%s/content", b->work);
    double wall = clock_s(CLOCK_MONOTONIC), cpu = clock_s(CLOCK_PROCESS_CPUTIME_ID);
    bare_walk(content);
    *c = (struct cost){.wall = clock_s(CLOCK_MONOTONIC) - wall,
                       .cpu = clock_s(CLOCK_PROCESS_CPUTIME_ID) - cpu};
}

static void render(struct cost *c, const char *text, size_t n)
{
    double wall = clock_s(CLOCK_MONOTONIC), cpu = clock_s(CLOCK_PROCESS_CPUTIME_ID);
    free(cmark_markdown_to_html(text, n, CMARK_OPT_DEFAULT));
    c->wall += clock_s(CLOCK_MONOTONIC) - wall;
    c->cpu += clock_s(CLOCK_PROCESS_CPUTIME_ID) - cpu;
}

/* The texts below the key objective, of a record. */
static void render_objectives(struct cost *c, const char *path)
{
    struct buf text = BUF_INIT;
    yaml_parser_t parser;
    yaml_event_t e;
    int depth = 0, scalars = 0;
    bool on = false, more = read_file(path, &text);
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)buf_str(&text), text.n);
    while (more && yaml_parser_parse(&parser, &e)) {
        more = e.type != YAML_STREAM_END_EVENT;
        depth += (e.type == YAML_MAPPING_START_EVENT) - (e.type == YAML_MAPPING_END_EVENT);
        if (e.type == YAML_SCALAR_EVENT) {
            const char *s = (const char *)e.data.scalar.value;
            if (on && depth == 2 && ++scalars % 2 == 0) /* keys are languages */
                render(c, s, e.data.scalar.length);
            else if (depth == 1) {
                on = strcmp(s, "objective") == 0;
                scalars = 0;
            }
        }
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&parser);
    buf_free(&text);
}

static void render_file(struct bench *b, const char *path, const char *rel, bool folder, void *ctx)
{
    struct buf text = BUF_INIT;
    (void)b;
    if (!folder && strstr(rel, "/agreements/") == rel)
        render_objectives(ctx, path);
    else if (!folder && ends_in(path, ".md") && read_file(path, &text))
        render(ctx, buf_str(&text), text.n);
    buf_free(&text);
}

static void run_markdown(struct bench *b, struct cost *c)
{
    *c = (struct cost){0};
    walk(b, "content", render_file, c);
}

/* Only the writing is timed. */
static void write_file(struct bench *b, const char *path, const char *rel, bool folder, void *ctx)
{
    struct cost *c = ctx;
    struct buf bytes = BUF_INIT, to = BUF_INIT;
    bool fine = folder || read_file(path, &bytes);
    buf_printf(&to, "%s/bare%s", b->work, rel);
    double wall = clock_s(CLOCK_MONOTONIC), cpu = clock_s(CLOCK_PROCESS_CPUTIME_ID);
    if (folder) {
        fine = mkdir(to.p, 0777) == 0;
    } else {
        int fd = open(to.p, O_WRONLY | O_CREAT | O_EXCL, 0666);
        for (size_t at = 0; fine && at < bytes.n;) {
            ssize_t n = write(fd, bytes.p + at, bytes.n - at);
            fine = n > 0;
            at += n > 0 ? (size_t)n : 0;
        }
        fine = fd >= 0 && close(fd) == 0 && fine;
    }
    c->wall += clock_s(CLOCK_MONOTONIC) - wall;
    c->cpu += clock_s(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    c->failed = c->failed || !fine;
    buf_free(&bytes);
    buf_free(&to);
}

static void run_write(struct bench *b, struct cost *c)
{
    *c = (struct cost){0};
    c->failed = mkdir(arena_printf(b->a, "%s/bare", b->work), 0777) != 0;
    walk(b, "output", write_file, c);
}

/* --- before a round --- */

static bool do_nothing(struct bench *b)
{
    (void)b;
    return true;
}

static bool remove_in_work(struct bench *b, const char *name)
{
    const char *const command[] = {"rm", "-rf", arena_printf(b->a, "%s/%s", b->work, name), NULL};
    b->command = command;
    return !run_once(b, run_command).failed;
}

static bool remove_output(struct bench *b)
{
    return remove_in_work(b, "output");
}

static bool remove_bare(struct bench *b)
{
    return remove_in_work(b, "bare");
}

static bool remove_hugo(struct bench *b)
{
    return remove_in_work(b, "hugo/public");
}

static void find_first(struct bench *b, const char *path, const char *rel, bool folder, void *ctx)
{
    const char **first = ctx;
    (void)rel;
    if (!folder && ends_in(path, ".yaml") && (!*first || strcmp(path, *first) < 0))
        *first = arena_strdup(b->a, path);
}

/* Gives the agreement another title than it had. */
static bool edit(struct bench *b)
{
    static const char key[] = "\n  en: ";
    struct buf text = BUF_INIT;
    const char *at = read_file(b->changed, &text) ? strstr(buf_str(&text), key) : NULL;
    FILE *f = at ? fopen(b->changed, "wb") : NULL;
    if (f) {
        size_t n = (size_t)(at - text.p) + strlen(key);
        const char *rest = text.p + n + strcspn(text.p + n, "\n");
        fprintf(f, "%.*s\"Edit %d\"%s", (int)n, text.p, ++b->edits, rest);
        at = fclose(f) == 0 ? at : NULL;
    }
    buf_free(&text);
    return f && at;
}

/* --- the table --- */

static struct cost least_of(struct bench *b, bool (*before)(struct bench *), work_fn *fn,
                            const char *const *command)
{
    struct cost least = {.failed = true};
    double spent = 0;
    for (int i = 0; i < ROUNDS && spent < ENOUGH_SECONDS; i++) {
        if (!before(b))
            return (struct cost){.failed = true};
        b->command = command;
        struct cost c = run_once(b, fn);
        if (c.failed)
            return c;
        spent += c.wall;
        if (i == 0)
            least = c;
        least.wall = c.wall < least.wall ? c.wall : least.wall;
        least.cpu = c.cpu < least.cpu ? c.cpu : least.cpu;
        least.largest = c.largest > least.largest ? c.largest : least.largest;
        least.all = c.all > least.all ? c.all : least.all;
    }
    if (least.all > 0 && least.all < least.largest) /* its peak fell between two looks */
        least.all = least.largest;
    return least;
}

static void print_number(long n)
{
    char s[32];
    int len = snprintf(s, sizeof s, "%ld", n);
    for (int i = 0; i < len; i++)
        printf("%s%c", i && (len - i) % 3 == 0 ? "," : "", s[i]);
}

static void print_size(const char *before, struct size s, bool pages)
{
    fputs(before, stdout);
    if (pages) {
        print_number(s.pages);
        fputs(" pages, ", stdout);
    }
    print_number(s.files);
    printf(" files, %.1f MB", (double)s.bytes / MB);
}

static void print_memory(long kb)
{
    if (kb > 0)
        printf(" %8.0f", (double)kb * 1024 / MB);
    else
        printf(" %8s", "-");
}

static void print_ratio(double x, double floor)
{
    if (floor > 0)
        printf(" %8.1f", x / floor);
    else
        printf(" %8s", "-");
}

/* What the ratios of a row are to; a floor of nothing is no ratio. */
struct floors {
    struct cost parse, markdown, write, full;
};

static void print_row(const char *what, const struct cost *c, const struct floors *to)
{
    printf("%-22s", what);
    if (c->failed) {
        puts("   failed");
        return;
    }
    printf(" %8.3f %8.3f", c->wall, c->cpu);
    print_memory(c->largest);
    print_memory(c->all);
    if (to) {
        print_ratio(c->cpu, to->parse.cpu);
        print_ratio(c->cpu, to->markdown.cpu);
        print_ratio(c->cpu, to->write.cpu);
        print_ratio(c->wall, to->write.wall);
        if (to->full.wall > 0)
            printf(" %7.2f", c->wall / to->full.wall);
    }
    putchar('\n');
}

static void print_head(const char *what, struct size in, struct size out)
{
    printf("%s\n", what);
    print_size("  in: ", in, false);
    print_size("; out: ", out, true);
    printf("\n%22s %8s %8s %8s %8s %8s %8s %8s %8s %7s\n", "", "", "", "largest,", "all,", "CPU to",
           "CPU to", "CPU to", "wall to", "to full");
    printf("%22s %8s %8s %8s %8s %8s %8s %8s %8s %7s\n", "", "wall, s", "CPU, s", "MB", "MB",
           "parse", "Markdown", "write", "write", "build");
}

/* Hugo, with the same records. */
static void run_hugo(struct bench *b, const struct floors *to)
{
    const char *site = arena_printf(b->a, "%s/hugo", b->work);
    const char *const there[] = {"hugo", "version", NULL};
    const char *const build[] = {"hugo", "--quiet", "--source", site, NULL};
    if (access(site, F_OK) != 0)
        return;
    b->command = there;
    if (run_once(b, run_command).failed) {
        puts("Hugo                    skipped: it is not installed");
        return;
    }
    struct cost c = least_of(b, remove_hugo, run_command, build);
    print_row("Hugo, full build", &c, to);
    print_size("  out of Hugo: ", size_of(b, "hugo/public"), true);
    putchar('\n');
}

static bool run(struct bench *b, const char *what)
{
    const char *content = arena_printf(b->a, "%s/content", b->work);
    const char *output = arena_printf(b->a, "%s/output", b->work);
    const char *const check[] = {b->program, "check", "--quiet", "--content", content, NULL};
    const char *const build[] = {b->program, "build", "--quiet", "--content", content,
                                 "--templates", b->templates, "--output", output, NULL};
    struct floors to;
    walk(b, "content/agreements", find_first, &b->changed);
    struct cost checked = least_of(b, do_nothing, run_command, check);
    struct cost full = least_of(b, remove_output, run_command, build);
    if (checked.failed || full.failed || !b->changed) {
        fprintf(stderr, "bench_build: %s cannot be built\n", content);
        return false;
    }
    struct size in = size_of(b, "content"), out = size_of(b, "output");
    to.parse = least_of(b, do_nothing, run_parse, NULL);
    to.markdown = least_of(b, do_nothing, run_markdown, NULL);
    to.write = least_of(b, remove_bare, run_write, NULL);
    to.full = (struct cost){0};
    remove_bare(b);
    struct cost changed = least_of(b, edit, run_command, build);
    struct cost same = least_of(b, do_nothing, run_command, build);
    print_head(what, in, out);
    print_row("bare YAML parse", &to.parse, NULL);
    print_row("bare Markdown", &to.markdown, NULL);
    print_row("bare write", &to.write, NULL);
    print_row("check", &checked, &(struct floors){.parse = to.parse});
    print_row("full build", &full, &to);
    to.full = full;
    print_row("one agreement changed", &changed, &to);
    print_row("nothing changed", &same, &to);
    remove_output(b);
    run_hugo(b, &to);
    return !changed.failed && !same.failed && !to.write.failed;
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: bench_build WHAT PROGRAM TEMPLATES WORK\n", stderr);
        return 2;
    }
    struct bench b = {.a = arena_new(), .program = argv[2], .templates = argv[3], .work = argv[4]};
    sigset_t set;
    setvbuf(stdout, NULL, _IOLBF, 0);
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, NULL);
    bool fine = run(&b, argv[1]);
    arena_free(b.a);
    return fine ? 0 : 1;
}
