#include "base/progress.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { PATIENCE = 1000, BETWEEN = 100 }; /* milliseconds */

struct progress {
    struct progress_terminal terminal;
    const struct map *language;
    int64_t begun, drawn;
    bool shown;
};

struct progress *progress_new(struct arena *a, const struct progress_terminal *terminal)
{
    struct progress *p = ARENA_NEW(a, struct progress);
    *p = (struct progress){.terminal = *terminal};
    p->begun = p->drawn = terminal->now(terminal->ctx);
    return p;
}

void progress_speak(struct progress *p, const struct map *language)
{
    if (p)
        p->language = language;
}

/* The bytes of a text that fit: each character of these languages takes one cell. */
static size_t fitting(const char *s, size_t n, int columns)
{
    size_t i = 0;
    unsigned c;
    for (; i < n && columns > 0; columns--) {
        size_t len = utf8_decode(s + i, n - i, &c);
        i += len ? len : 1;
    }
    return i;
}

/* In one write, so that the line never stands half. */
static void draw(struct progress *p, enum phrase what, size_t done, size_t of)
{
    const struct progress_terminal *t = &p->terminal;
    struct arena *a = arena_new();
    const char *text =
        phrase_text(a, p->language, phrase_filled(a, what, progress_number(a, p->language, done),
                                                  progress_number(a, p->language, of)));
    struct buf line = BUF_INIT;
    buf_putc(&line, '\r');
    buf_put(&line, text, fitting(text, strlen(text), t->columns(t->ctx) - 1));
    buf_puts(&line, "\033[K");
    t->write(t->ctx, line.p, line.n);
    buf_free(&line);
    arena_free(a);
    p->shown = true;
}

void progress_step(struct progress *p, enum phrase what, size_t done, size_t of)
{
    if (!p)
        return;
    int64_t now = p->terminal.now(p->terminal.ctx);
    if (now - p->begun < PATIENCE || now - p->drawn < BETWEEN)
        return;
    p->drawn = now;
    draw(p, what, done, of);
}

void progress_end(struct progress *p)
{
    static const char gone[] = "\r\033[K";
    if (p && p->shown)
        p->terminal.write(p->terminal.ctx, gone, sizeof gone - 1);
    if (p)
        p->shown = false;
}

char *progress_number(struct arena *a, const struct map *language, size_t n)
{
    const char *between = phrase_text(a, language, phrase_mark(PHRASE_THOUSANDS));
    if (n < 1000)
        return arena_printf(a, "%zu", n);
    return arena_printf(a, "%s%s%03zu", progress_number(a, language, n / 1000), between, n % 1000);
}

char *progress_seconds(struct arena *a, const struct map *language, int64_t milliseconds)
{
    long long tenths = (long long)(milliseconds + 50) / 100;
    return arena_printf(a, "%s%s%lld", progress_number(a, language, (size_t)(tenths / 10)),
                        phrase_text(a, language, phrase_mark(PHRASE_DECIMALS)), tenths % 10);
}
