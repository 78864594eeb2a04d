/* report_data.c - the data behind the paper, as CSV files that travel inside it. */
#include "report/report_room.h"

#include <string.h>

static const char *attach(struct paper *p, const char *name, const char *description,
                          struct buf *bytes)
{
    struct report_file f = {.name = name, .mime = "text/csv", .description = description};
    f.n = bytes->n;
    f.bytes = buf_to_arena(bytes, p->arena);
    VEC_PUSH(p->arena, &p->file, f);
    return name;
}

static bool is_taken(const struct paper *p, const char *name)
{
    for (size_t i = 0; i < p->file.n; i++)
        if (!strcmp(p->file.p[i].name, name))
            return true;
    return false;
}

static const char *own_name(struct paper *p, const char *id)
{
    const char *name = arena_printf(p->arena, "%s.csv", id);
    for (int n = 2; is_taken(p, name); n++)
        name = arena_printf(p->arena, "%s-%d.csv", id, n);
    return name;
}

const char *data_attach_table(struct paper *p, const struct view_table *t)
{
    struct buf b = BUF_INIT;
    views_table_csv(t, &b);
    for (size_t i = 0; i < p->file.n; i++) {
        const struct report_file *f = &p->file.p[i];
        if (f->n != b.n || memcmp(f->bytes, buf_str(&b), b.n) != 0)
            continue;
        buf_free(&b);
        return f->name;
    }
    return attach(p, own_name(p, t->id), t->caption, &b);
}

/* Exact values: counts as decimals, money in USD to the cent. */
void data_attach_figures(struct paper *p)
{
    const struct narrative *n = p->narrative;
    struct buf b = BUF_INIT;
    if (!n->figures)
        return;
    buf_puts(&b, "figure,value,unit,sample\n");
    for (size_t i = 0; i < n->figures; i++) {
        const struct figure *f = n->figure[i];
        bool usd = f->unit == UNIT_USD;
        const char *value = f->known ? figure_form(p->arena, f, usd ? "usd" : "") : NULL;
        buf_printf(&b, "%s,%s,%s,%s\n", f->id, value ? value : "", usd ? "USD" : "",
                   f->sample ? "true" : "false");
    }
    attach(p, "figures.csv", views_word(p->views, "figures", NULL), &b);
}
