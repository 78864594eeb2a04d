#include "data/data_room.h"

#include "base/vec.h"

#include <string.h>

struct making {
    struct arena *arena;
    const struct data_input *in;
    const struct site *site;
    data_put put;
    void *ctx;
    VEC(struct view_download) made;
};

/* path of d is below the site's root. */
static void put_bytes(struct making *m, struct view_download d, const void *bytes, size_t n)
{
    d.bytes = n;
    VEC_PUSH(m->arena, &m->made, d);
    m->put(m->ctx, arena_printf(m->arena, "site/%s", d.path), bytes, n);
}

static void put_file(struct making *m, struct view_download d, struct buf *b)
{
    put_bytes(m, d, buf_str(b), b->n);
    buf_free(b);
}

/* A file of one set. */
static struct view_download of_set(struct making *m, const struct export *x, const char *suffix,
                                   const char *format, const char *format_word)
{
    return (struct view_download){.path = arena_printf(m->arena, "data/%s.%s", x->id, suffix),
                                  .set = x->id,
                                  .holds = x->word,
                                  .format = format,
                                  .format_word = format_word};
}

enum { ROWS_AT_ONCE = 256 }; /* whose texts share memory */

/* What a set is written into; NULL for those not wanted. */
struct set_files {
    struct buf *csv, *json;
    struct workbook *workbook;
};

static void write_set(struct arena *memory, const struct data_input *in, const struct site *site,
                      const struct export *x, const struct set_files *to)
{
    struct export_cell *cell = ARENA_ARRAY(memory, struct export_cell, x->fields);
    if (to->csv)
        csv_file_head(to->csv, x);
    if (to->json)
        json_file_head(to->json, x, site, in);
    if (to->workbook)
        workbook_sheet(to->workbook, x);
    for (size_t from = 0; from < x->rows; from += ROWS_AT_ONCE) {
        struct arena *a = arena_new();
        for (size_t i = from; i < x->rows && i < from + ROWS_AT_ONCE; i++) {
            views_export_row(a, x, i, cell);
            if (to->csv)
                csv_file_row(to->csv, x, cell);
            if (to->json)
                json_file_row(to->json, x, cell);
            if (to->workbook)
                workbook_row(to->workbook, x, cell);
        }
        arena_free(a);
    }
    if (to->json)
        json_file_end(to->json);
}

/* All of its files at once, so that its rows are made once. */
static void build_set(struct making *m, const struct export *x)
{
    struct buf csv = BUF_INIT, json = BUF_INIT;
    size_t mark = strlen(views_csv_mark);
    buf_puts(&csv, views_csv_mark);
    write_set(m->arena, m->in, m->site, x, &(struct set_files){.csv = &csv, .json = &json});
    put_bytes(m, of_set(m, x, "csv", "CSV", NULL), csv.p + mark, csv.n - mark);
    put_file(m, of_set(m, x, "bom.csv", "CSV", "data_format_bom_csv"), &csv);
    put_file(m, of_set(m, x, "json", "JSON", NULL), &json);
}

static size_t find_sets(struct arena *a, const struct data_input *in, const struct export **set)
{
    size_t n = 0;
    for (; views_exports[n]; n++)
        set[n] = views_export(a, in->views, in->languages, views_exports[n]);
    return n;
}

enum { MOST_SETS = 8 };

static void build_sets(struct making *m)
{
    const struct export *set[MOST_SETS];
    size_t sets = find_sets(m->arena, m->in, set);
    for (size_t i = 0; i < sets; i++)
        build_set(m, set[i]);
}

/* All sets as sheets of one workbook; false when the system refuses. */
static bool write_workbook(struct arena *a, struct diags *d, const struct data_input *in,
                           const struct site *site, struct buf *out)
{
    const struct export *set[MOST_SETS];
    size_t sets = find_sets(a, in, set);
    struct set_files to = {.workbook = workbook_open(a, d, in, site)};
    if (!to.workbook)
        return false;
    workbook_readme(to.workbook, site, set, sets);
    for (size_t i = 0; i < sets; i++)
        write_set(a, in, site, set[i], &to);
    return workbook_close_into(to.workbook, out);
}

static void build_workbook(struct making *m, struct diags *d)
{
    struct buf out = BUF_INIT;
    if (write_workbook(m->arena, d, m->in, m->site, &out))
        put_file(m, (struct view_download){.path = "data/accord.xlsx", .holds = "data_all",
                                           .format = "Excel"}, &out);
    buf_free(&out);
}

static void build_schema(struct making *m)
{
    struct buf out = BUF_INIT;
    const struct export *set[MOST_SETS];
    size_t sets = find_sets(m->arena, m->in, set);
    schema_write(&out, set, sets, m->site, m->in);
    put_file(m, (struct view_download){.path = "data/schema.json", .holds = "data_schema",
                                       .format = "JSON Schema"}, &out);
}

void data_export(struct arena *a, struct diags *d, const struct data_input *in, const char *id,
                 enum data_format format, struct buf *out)
{
    const struct site *site = &model_records(views_model(in->views[0]))->site;
    if (format == DATA_WORKBOOK) {
        write_workbook(a, d, in, site, out);
        return;
    }
    const struct export *x = views_export(a, in->views, in->languages, id);
    if (format == DATA_BOM_CSV)
        buf_puts(out, views_csv_mark);
    write_set(a, in, site, x,
              &(struct set_files){.csv = format == DATA_JSON ? NULL : out,
                                  .json = format == DATA_JSON ? out : NULL});
}

static void build_iati(struct making *m)
{
    struct buf out = BUF_INIT;
    struct arena *a = arena_new();
    if (iati_write(&out, a, m->in))
        put_file(m, (struct view_download){.path = "data/iati.xml", .holds = "data_iati",
                                           .format = "IATI 2.03 (XML)"}, &out);
    arena_free(a);
}

/* Whoever follows a feed is outside, and entries are known by their public addresses. */
static void build_feeds(struct making *m)
{
    bool wanted = m->site->base_url && !views_internal(m->in->views[0]);
    for (size_t i = 0; wanted && i < m->in->feeds; i++) {
        struct buf out = BUF_INIT;
        struct arena *a = arena_new();
        feed_write(&out, a, m->in->feed[i]);
        arena_free(a);
        const char *lang = lang_code[views_lang(m->in->feed[i])];
        put_file(m, (struct view_download){.path = arena_printf(m->arena, "%s/feed.xml", lang),
                                           .holds = "data_feed", .format = "Atom",
                                           .lang = lang}, &out);
    }
}

static void build_part(struct making *m, struct diags *d, enum data_part part)
{
    switch (part) {
    case DATA_SETS: build_sets(m); break;
    case DATA_BOOK: build_workbook(m, d); break;
    case DATA_REST:
        build_schema(m);
        build_iati(m);
        build_feeds(m);
        break;
    case DATA_PARTS: break;
    }
}

/* The parts from one up to another. */
static size_t build_parts(struct arena *a, struct diags *d, const struct data_input *in,
                          int from, int until, struct making *m,
                          const struct view_download **made)
{
    m->arena = a;
    m->in = in;
    *made = NULL;
    if (in->languages == 0)
        return 0;
    m->site = &model_records(views_model(in->views[0]))->site;
    for (int part = from; part < until; part++)
        build_part(m, d, (enum data_part)part);
    *made = m->made.p;
    return m->made.n;
}

size_t data_build_part(struct arena *a, struct diags *d, const struct data_input *in,
                       enum data_part part, data_put put, void *ctx,
                       const struct view_download **made)
{
    struct making m = {.put = put, .ctx = ctx};
    return build_parts(a, d, in, (int)part, (int)part + 1, &m, made);
}

size_t data_build(struct arena *a, struct diags *d, const struct data_input *in, data_put put,
                  void *ctx, const struct view_download **made)
{
    struct making m = {.put = put, .ctx = ctx};
    return build_parts(a, d, in, DATA_SETS, DATA_PARTS, &m, made);
}
