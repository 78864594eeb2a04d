/* read_side.c - the many files of a kind, read side by side.
 *
 * Files do not know of each other: each becomes a record by what is in it, with the settings and
 * vocabularies, which are read before.  So batches of them go to threads, each of which has an arena
 * and reports of its own; reports are taken in the order of files. */
#include "records/records_room.h"

#include "base/arena.h"
#include "base/crew.h"
#include "base/progress.h"

enum { BATCH = 64 }; /* files: few enough to keep all busy until the end, enough to be worth it */

struct side {
    struct reading *r;
    const struct record_file *file;
    size_t n;
    read_side_one *one;
    void **record;
    struct reading *member; /* one each */
    struct diags **told;    /* by batch */
};

static void free_later(void *arena)
{
    arena_free(arena);
}

static void read_batch(void *ctx, unsigned member, size_t batch)
{
    struct side *s = ctx;
    struct reading *r = &s->member[member];
    size_t end = (batch + 1) * BATCH < s->n ? (batch + 1) * BATCH : s->n;
    r->d = s->told[batch] = diags_new(r->a);
    for (size_t i = batch * BATCH; i < end; i++) {
        s->record[i] = s->one(r, &s->file[i]);
        arena_clear(r->nodes);
    }
}

void **read_side(struct reading *r, const struct record_file *file, size_t n, read_side_one *one)
{
    size_t batches = (n + BATCH - 1) / BATCH;
    unsigned members = crew_size(batches);
    struct side s = {.r = r, .file = file, .n = n, .one = one};
    s.record = ARENA_ARRAY(r->a, void *, n);
    s.told = ARENA_ARRAY(r->a, struct diags *, batches);
    s.member = ARENA_ARRAY(r->a, struct reading, members);
    for (unsigned i = 0; i < members; i++) {
        s.member[i] = *r;
        s.member[i].nodes = arena_new();
        if (i == 0)
            continue; /* the caller's own */
        s.member[i].a = arena_new();
        s.member[i].progress = NULL;
        s.member[i].files = 0;
        arena_defer(r->a, free_later, s.member[i].a);
    }
    crew_run(members, batches, read_batch, &s);
    r->files = 0;
    for (unsigned i = 0; i < members; i++) {
        r->files += s.member[i].files;
        arena_free(s.member[i].nodes);
    }
    for (size_t i = 0; i < batches; i++)
        diags_take(r->d, s.told[i]);
    return s.record;
}
