/* Reports told to another process: messages and hints by their place in the tables, which are the
 * same in both, all else by its bytes.  The text of a file comes along, since a report shows the line it
 * is about. */
#include "base/diag_list.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/pack.h"

#include <string.h>

static void pack_args(const struct diag_said *said, struct buf *out)
{
    for (int i = 0; i < PHRASE_ARGS; i++)
        pack_text(out, said->args[i]);
}

static void unpack_args(struct unpack *from, struct arena *a, struct diag_said *said)
{
    for (int i = 0; i < PHRASE_ARGS; i++) {
        const char *arg = unpack_text(from, a);
        said->args[i] = arg ? arg : "";
    }
}

static uint64_t phrase_of(const struct diag_said *hint)
{
    uint64_t n = 0;
    while (n < PHRASES && strcmp(phrase_slug((enum phrase)n), hint->key) != 0)
        n++;
    return n;
}

/* A text goes once for all reports in a row that are about it. */
static void pack_place(const struct place *at, const struct source *before, struct buf *out)
{
    bool again = at->src && at->src == before;
    pack_number(out, again);
    if (!again) {
        pack_text(out, at->src ? at->src->path : NULL);
        pack_text(out, at->src ? at->src->text : NULL);
    }
    pack_number(out, (uint64_t)at->line);
    pack_number(out, (uint64_t)at->col);
    pack_number(out, (uint64_t)at->len);
}

static const struct source *unpack_source(struct unpack *from, struct arena *a)
{
    const char *path = unpack_text(from, a), *text = unpack_text(from, a);
    struct source *src = path ? ARENA_NEW(a, struct source) : NULL;
    if (src)
        *src = (struct source){.path = path, .text = text, .len = text ? strlen(text) : 0};
    return src;
}

static struct place unpack_place(struct unpack *from, const struct source *before, struct arena *a)
{
    bool again = unpack_number(from) == 1;
    struct place at = {.src = again ? before : unpack_source(from, a)};
    at.line = (int)unpack_number(from);
    at.col = (int)unpack_number(from);
    at.len = (int)unpack_number(from);
    return at;
}

void diags_pack(struct diags *d, size_t mark, struct buf *out)
{
    pack_number(out, d->list.n - mark);
    for (size_t i = mark; i < d->list.n; i++) {
        const struct diag *x = &d->list.p[i];
        pack_number(out, x->code);
        pack_place(&x->place, i > mark ? x[-1].place.src : NULL, out);
        pack_args(&x->message, out);
        pack_number(out, x->hint.n);
        for (size_t k = 0; k < x->hint.n; k++) {
            pack_number(out, phrase_of(&x->hint.p[k]));
            pack_args(&x->hint.p[k], out);
        }
    }
    d->list.n = mark;
}

static bool unpack_hint(struct diags *d, struct unpack *from, struct diag *x)
{
    uint64_t phrase = unpack_number(from);
    if (from->failed || phrase >= PHRASES)
        return false;
    struct diag_said said = {.key = phrase_slug((enum phrase)phrase),
                             .english = phrase_english((enum phrase)phrase)};
    unpack_args(from, d->arena, &said);
    VEC_PUSH(d->arena, &x->hint, said);
    return true;
}

static bool unpack_report(struct diags *d, const struct source *before, struct unpack *from)
{
    uint64_t code = unpack_number(from);
    if (from->failed || code >= DIAG_CODES)
        return false;
    struct diag x = {.code = (enum diag_code)code, .order = d->list.n};
    x.place = unpack_place(from, before, d->arena);
    x.message = diag_said_of(x.code);
    unpack_args(from, d->arena, &x.message);
    bool fine = true;
    for (uint64_t n = unpack_number(from); fine && n > 0; n--)
        fine = unpack_hint(d, from, &x);
    VEC_PUSH(d->arena, &d->list, x);
    d->sorted = false;
    return fine;
}

void diags_unpack(struct diags *d, struct unpack *from)
{
    const struct source *before = NULL;
    uint64_t n = unpack_number(from);
    while (n > 0 && unpack_report(d, before, from)) {
        before = d->list.p[d->list.n - 1].place.src;
        n--;
    }
    from->failed = from->failed || n > 0;
}
