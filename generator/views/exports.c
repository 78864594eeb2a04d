/* exports.c - records and figures as rows, for those who work on with them: which sets there are,
 * and what their columns have in common. */
#include "views/views_room.h"

#include <inttypes.h>
#include <string.h>

static const struct export_kind *const kinds[] = {
    &export_records_agreements, &export_records_partners, &export_money_contributions,
    &export_money_figures};
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *const views_exports[] = {"agreements", "partners", "contributions", "figures", NULL};

/* --- sets --- */

static void add_fields(struct arena *a, struct export *x, const struct export_column *col,
                       const struct views *const *views, size_t languages)
{
    for (size_t i = 0; i < (col->texts ? languages : 1); i++) {
        struct export_field *f = &x->field[x->fields++];
        *f = (struct export_field){.column = col, .id = col->id, .views = views[i]};
        if (!col->texts)
            continue;
        f->lang = lang_code[views[i]->lang];
        f->id = arena_printf(a, "%s_%s", col->id, f->lang);
    }
}

struct export *views_export(struct arena *a, const struct views *const *views, size_t languages,
                            const char *id)
{
    const struct export_kind *kind = kinds[0];
    struct export *x = ARENA_NEW(a, struct export);
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i]->id, id) == 0)
            kind = kinds[i];
    *x = (struct export){.id = kind->id, .word = kind->word, .column = kind->column};
    while (kind->column[x->columns].id)
        x->columns++;
    x->field = ARENA_ARRAY(a, struct export_field, x->columns * languages);
    for (size_t i = 0; i < x->columns; i++)
        add_fields(a, x, &kind->column[i], views, languages);
    kind->collect(a, views[0], x);
    return x;
}

void views_export_row(struct arena *a, const struct export *x, size_t row,
                      struct export_cell *cell)
{
    for (size_t i = 0; i < x->fields; i++) {
        const struct export_field *f = &x->field[i];
        struct export_source s = {.arena = a, .v = f->views, .item = x->item[row]};
        cell[i] = (struct export_cell){0};
        f->column->fill(&s, &cell[i]);
    }
}

/* --- cells --- */

void exports_text(const struct export_source *s, const struct text *t, struct export_cell *c)
{
    c->text = t->in[s->v->lang];
}

void exports_date(const struct export_source *s, struct date d, struct export_cell *c)
{
    char iso[16];
    if (!date_is_set(d))
        return;
    date_format(d, iso);
    c->text = arena_strdup(s->arena, iso);
}

void exports_flag(bool flag, struct export_cell *c)
{
    c->text = flag ? "true" : "false";
}

void exports_list(struct export_cell *c, const char **item, size_t n)
{
    c->item = item;
    c->n = n;
}

const char *exports_partner_name(const struct export_source *s, const struct partner *p,
                                 struct date on)
{
    const struct text *t = model_partner_text(p, on);
    return t->in[t->single ? s->v->rec->site.default_lang : s->v->lang];
}

/* --- shares --- */

void exports_portions(const struct export_source *s, const struct portion *p, size_t n,
                      struct export_cell *c)
{
    const char **item = ARENA_ARRAY(s->arena, const char *, n);
    for (size_t i = 0; i < n && p[i].entry; i++)
        item[c->n++] = p[i].entry->id;
    exports_list(c, item, c->n);
}

void exports_portion_shares(const struct export_source *s, const struct portion *p, size_t n,
                            struct export_cell *c)
{
    const char **item = ARENA_ARRAY(s->arena, const char *, n);
    for (size_t i = 0; i < n && p[i].entry; i++)
        item[c->n++] = p[i].den == 1 ? arena_printf(s->arena, "%" PRId64, p[i].num)
                                     : arena_printf(s->arena, "%" PRId64 "/%" PRId64, p[i].num,
                                                    p[i].den);
    exports_list(c, item, c->n);
}

void exports_portion_labels(const struct export_source *s, const struct portion *p, size_t n,
                            struct export_cell *c)
{
    const char **item = ARENA_ARRAY(s->arena, const char *, n);
    for (size_t i = 0; i < n && p[i].entry; i++)
        item[c->n++] = p[i].entry->label.in[s->v->lang];
    exports_list(c, item, c->n);
}
