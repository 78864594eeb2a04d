#include "commands/terminal.h"

#include "commands/commands.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static void write_line(void *ctx, const char *s, size_t n)
{
    (void)ctx;
    while (n > 0) {
        ssize_t done = write(STDERR_FILENO, s, n);
        if (done <= 0)
            return; /* what is not seen is not missed */
        s += done;
        n -= (size_t)done;
    }
}

static int columns(void *ctx)
{
    struct winsize size = {0};
    (void)ctx;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

int64_t terminal_now(void *ctx)
{
    struct timespec t = {0};
    (void)ctx;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct progress *terminal_progress(struct arena *a, const struct options *opt)
{
    static const struct progress_terminal terminal = {
        .write = write_line, .columns = columns, .now = terminal_now};
    const char *kind = getenv("TERM");
    if (opt->quiet || !isatty(STDERR_FILENO) || !kind || !*kind || strcmp(kind, "dumb") == 0)
        return NULL;
    return progress_new(a, &terminal);
}

int terminal_wants_closing(const struct options *opt)
{
    return !opt->quiet && opt->format == DIAG_FORMAT_TEXT &&
           (opt->verbose || isatty(STDERR_FILENO));
}
