#include "share.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/pack.h"
#include "base/team.h"

#include <string.h>

struct sharing {
    const struct build *b;
    void (*work)(void *made, size_t job, struct buf *answer);
    void (*take)(void *made, struct unpack *answer);
    void *made;
    bool garbled; /* an answer that cannot be */
};

static void work(void *ctx, size_t job, struct buf *answer)
{
    struct sharing *s = ctx;
    const struct build *b = s->b;
    if (!answer) {
        s->work(s->made, job, NULL);
        return;
    }
    size_t reports = diags_mark(b->diags), files = b->put ? b->mark(b->ctx) : 0;
    s->work(s->made, job, answer);
    diags_pack(b->diags, reports, answer);
    if (b->put)
        b->pack(b->ctx, files, answer);
}

static void take(void *ctx, size_t job, const char *bytes, size_t n)
{
    struct sharing *s = ctx;
    struct unpack from = unpack_of(bytes, n);
    (void)job;
    s->take(s->made, &from);
    diags_unpack(s->b->diags, &from);
    if (s->b->put)
        s->b->unpack(s->b->ctx, &from);
    s->garbled = s->garbled || !unpack_ok(&from);
}

static const char *why(const struct build *b, int signal)
{
    return signal ? arena_printf(b->arena, "%s", strsignal(signal)) : phrase_mark(PHRASE_NO_REASON);
}

void share(void *build, size_t jobs, void (*work_on)(void *made, size_t job, struct buf *answer),
           void (*take_up)(void *made, struct unpack *answer), void *made)
{
    const struct build *b = build;
    struct sharing s = {.b = b, .work = work_on, .take = take_up, .made = made};
    struct team team = {
        .jobs = jobs, .workers = b->workers, .ctx = &s, .work = work, .take = take};
    int signal;
    if (!team_run(&team, &signal) || s.garbled)
        diag_report(b->diags, DIAG_WORKER_ENDED, (struct place){0}, why(b, signal));
}
