#include "data/data_room.h"

#include <string.h>

struct making {
    struct arena *arena;
    const struct data_input *in;
    const struct site *site;
    data_put put;
    void *ctx;
};

static void put_file(const struct making *m, const char *path, struct buf *b)
{
    m->put(m->ctx, path, buf_str(b), b->n);
    buf_free(b);
}

static char *path_of(const struct making *m, const struct export *x, const char *suffix)
{
    return arena_printf(m->arena, "site/data/%s.%s", x->id, suffix);
}

enum { ROWS_AT_ONCE = 256 }; /* whose texts share memory */

/* All files of a set at once, so that its rows are made once. */
static void build_set(const struct making *m, const struct export *x)
{
    struct buf csv = BUF_INIT, json = BUF_INIT;
    struct export_cell *cell = ARENA_ARRAY(m->arena, struct export_cell, x->fields);
    buf_puts(&csv, views_csv_mark);
    csv_file_head(&csv, x);
    json_file_head(&json, x, m->site, m->in);
    for (size_t from = 0; from < x->rows; from += ROWS_AT_ONCE) {
        struct arena *a = arena_new();
        for (size_t i = from; i < x->rows && i < from + ROWS_AT_ONCE; i++) {
            views_export_row(a, x, i, cell);
            csv_file_row(&csv, x, cell);
            json_file_row(&json, x, cell);
        }
        arena_free(a);
    }
    json_file_end(&json);
    m->put(m->ctx, path_of(m, x, "csv"), csv.p + strlen(views_csv_mark),
           csv.n - strlen(views_csv_mark));
    put_file(m, path_of(m, x, "bom.csv"), &csv);
    put_file(m, path_of(m, x, "json"), &json);
}

void data_build(struct arena *a, const struct data_input *in, data_put put, void *ctx)
{
    struct making m = {.arena = a, .in = in, .put = put, .ctx = ctx};
    const struct export *set[8];
    size_t sets = 0;
    struct buf schema = BUF_INIT;
    if (in->languages == 0)
        return;
    m.site = &model_records(views_model(in->views[0]))->site;
    for (; views_exports[sets]; sets++) {
        set[sets] = views_export(a, in->views, in->languages, views_exports[sets]);
        build_set(&m, set[sets]);
    }
    schema_write(&schema, set, sets, m.site, in);
    put_file(&m, "site/data/schema.json", &schema);
}
