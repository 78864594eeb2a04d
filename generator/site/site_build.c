/* site_build.c - the whole site as jobs, which worker processes may take side by side: some pages
 * of a language, one document, a language's files of charts.  What pages tell each other goes by
 * answers: which figures they link to, whose charts have their files. */
#include "site/site_room.h"

#include "base/pack.h"

#include <string.h>

enum { PAGES_TOGETHER = 16 }; /* in one job: enough that handing over costs nothing */

enum job_kind { JOB_PAGES, JOB_DOCUMENT, JOB_OWN_PAGE, JOB_WANTED, JOB_MOVED, JOB_CHARTS };

struct job {
    enum job_kind kind;
    const struct edition *edition;
    size_t from, until; /* of the edition's paths, documents, own pages; of all wanted */
};

struct round { /* of jobs that need not know of each other */
    struct site_builder *site;
    VEC(struct job) job;
};

/* --- one job --- */

static void make(struct site_builder *s, const struct job *j)
{
    switch (j->kind) {
    case JOB_PAGES:
        for (size_t i = j->from; i < j->until; i++)
            page_build(s, j->edition, j->edition->listed[i]);
        break;
    case JOB_DOCUMENT: document_build(s, j->edition, &j->edition->doc[j->from]); break;
    case JOB_OWN_PAGE: own_page_build(s, j->edition, &j->edition->page.p[j->from]); break;
    case JOB_WANTED:
        for (size_t i = j->from; i < j->until; i++)
            page_build(s, j->edition, s->wanted.item[i].key);
        break;
    case JOB_MOVED: moved_build(s, j->edition); break;
    case JOB_CHARTS: chart_files_build(s, j->edition); break;
    }
}

static void pack_keys(const struct map *m, size_t from, struct buf *out)
{
    pack_number(out, m->n - from);
    for (size_t i = from; i < m->n; i++)
        pack_text(out, m->item[i].key);
}

static void unpack_keys(struct map *m, struct unpack *from)
{
    for (uint64_t n = unpack_number(from); n > 0 && !from->failed; n--) {
        const char *key = unpack_text(from, m->arena);
        if (key && !map_has(m, key))
            map_set(m, key, NULL);
    }
}

/* What a worker reported is told, and gone, when it begins its next job. */
static void renew_texts(struct site_builder *s)
{
    if (s->texts != s->arena)
        arena_free(s->texts);
    s->texts = arena_new();
}

/* The first job that links to a figure tells of it, whatever a worker did before: workers take jobs in
 * order. */
static void work(void *ctx, size_t i, struct buf *answer)
{
    struct round *r = ctx;
    struct site_builder *s = r->site;
    size_t wanted = s->wanted.n, charts = s->charts.n;

    if (answer)
        renew_texts(s);
    make(s, &r->job.p[i]);
    if (!answer)
        return;
    pack_keys(&s->wanted, wanted, answer);
    pack_keys(&s->charts, charts, answer);
}

static void take(void *ctx, struct unpack *answer)
{
    struct round *r = ctx;

    unpack_keys(&r->site->wanted, answer);
    unpack_keys(&r->site->charts, answer);
}

/* --- rounds --- */

static void add(struct round *r, enum job_kind kind, const struct edition *e, size_t from,
                size_t until)
{
    VEC_PUSH(r->site->arena, &r->job, ((struct job){kind, e, from, until}));
}

static void add_pages(struct round *r, enum job_kind kind, const struct edition *e, size_t from,
                      size_t until)
{
    for (; from < until; from += PAGES_TOGETHER)
        add(r, kind, e, from, from + PAGES_TOGETHER < until ? from + PAGES_TOGETHER : until);
}

static void add_documents(struct round *r, const struct edition *e)
{
    const char *only = r->site->in.document;

    for (size_t i = 0; i < e->docs; i++)
        if (!only || strcmp(only, e->doc[i].id) == 0)
            add(r, JOB_DOCUMENT, e, i, i + 1);
}

static void add_edition(struct round *r, const struct edition *e)
{
    add_documents(r, e);
    add_pages(r, JOB_PAGES, e, 0, e->listed_n);
    for (size_t i = 0; i < e->page.n; i++)
        add(r, JOB_OWN_PAGE, e, i, i + 1);
}

static void add_last(struct round *r, const struct edition *e)
{
    add(r, JOB_MOVED, e, 0, 0);
    add(r, JOB_CHARTS, e, 0, 0);
}

static void run(struct round *r)
{
    const struct site_input *in = &r->site->in;

    if (in->share)
        in->share(in->share_ctx, r->job.n, work, take, r);
    else
        for (size_t i = 0; i < r->job.n; i++)
            work(r, i, NULL);
}

static void run_each(struct site_builder *s, void (*fill)(struct round *r, const struct edition *e))
{
    struct round r = {.site = s};

    for (size_t i = 0; i < s->in.languages; i++)
        if (!s->edition[i].stands)
            fill(&r, &s->edition[i]);
    run(&r);
}

/* Pages that others link to; they may link to further ones in turn.  The paths of a round are
 * entered everywhere first, so that its pages find each other in all languages. */
static void run_wanted(struct site_builder *s)
{
    for (size_t from = 0, until; from < s->wanted.n; from = until) {
        struct round r = {.site = s};
        until = s->wanted.n;
        for (size_t k = from; k < until; k++)
            site_enter(s, s->wanted.item[k].key);
        for (size_t i = 0; i < s->in.languages; i++)
            if (!s->edition[i].stands)
                add_pages(&r, JOB_WANTED, &s->edition[i], from, until);
        run(&r);
    }
}

void site_build(struct arena *a, struct diags *d, const struct site_input *in, site_put put,
                void *ctx)
{
    struct site_builder *s = site_open(a, d, in, put, ctx);

    if (in->languages == 0)
        return;
    if (in->document) { /* what its pages link to stays as it is */
        run_each(s, add_documents);
        return;
    }
    for (size_t i = 0; i < in->languages; i++)
        if (!s->edition[i].stands)
            views_warm(s->edition[i].views); /* else each worker does */
    run_each(s, add_edition);
    run_wanted(s);
    run_each(s, add_last);
    site_files_build(s);
}
