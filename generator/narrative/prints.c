/* prints.c - what a document prints: each figure in each form once, in the order of reading. */
#include "narrative/narrative_room.h"

#include "base/buf.h"
#include "base/map.h"

#include <string.h>

struct prints {
    struct arena *arena;
    const struct model *model;
    struct map seen; /* figure and form -> 1 + index in the list */
    VEC(struct nar_print) list;
    VEC(const struct view_table *) ranking;
    struct place place; /* of what is being visited */
    const struct nar_node *heading;
};

static void put_text(struct buf *out, const struct nar_node *parent)
{
    for (const struct nar_node *n = parent->first; n; n = n->next) {
        buf_puts(out, n->text ? n->text : "");
        put_text(out, n);
    }
}

static const char *heading_text(struct prints *p)
{
    struct buf out = BUF_INIT;
    if (!p->heading)
        return NULL;
    put_text(&out, p->heading);
    return buf_to_arena(&out, p->arena);
}

static void add(struct prints *p, const struct figure *f, const char *form)
{
    if (!f || !figure_form(p->arena, f, form))
        return;
    if (f->unit == UNIT_USD && !*form)
        form = "usd";
    const char *key = arena_printf(p->arena, "%s %s", f->id, form);
    size_t *at = map_get(&p->seen, key);
    if (at) {
        p->list.p[*at].times++;
        return;
    }
    map_set(&p->seen, key, at = ARENA_NEW(p->arena, size_t));
    *at = p->list.n;
    VEC_PUSH(p->arena, &p->list, ((struct nar_print){f, form, p->place, heading_text(p), 1}));
}

static void add_table(struct prints *p, const struct view_table *t)
{
    if (t->ranking)
        VEC_PUSH(p->arena, &p->ranking, t);
    for (size_t i = 0; i < t->rows; i++)
        for (size_t k = 0; k < t->columns; k++) {
            const struct view_cell *c = &t->row[i].cell[k];
            if (c->figure && c->form)
                add(p, model_figure(p->model, c->figure), c->form);
        }
}

static void add_chart(struct prints *p, const struct view_chart *c)
{
    for (size_t i = 0; i < c->prints; i++)
        add(p, c->print[i].figure, c->print[i].form);
    if (c->is_list && c->data && c->data->ranking)
        VEC_PUSH(p->arena, &p->ranking, (const struct view_table *)c->data);
}

static void visit(struct prints *p, const struct nar_node *parent)
{
    for (const struct nar_node *n = parent ? parent->first : NULL; n; n = n->next) {
        p->heading = n->kind == NAR_HEADING ? n : p->heading;
        p->place = n->place.src ? n->place : p->place;
        if (n->kind == NAR_FIGURE)
            add(p, model_figure(p->model, n->figure), n->form);
        if (n->table)
            add_table(p, n->table);
        if (n->chart)
            add_chart(p, n->chart);
        visit(p, n);
    }
}

static struct prints collect(struct arena *a, const struct narrative *n, const struct model *m)
{
    struct prints p = {.arena = a, .model = m};
    map_init(&p.seen, a);
    visit(&p, n->summary);
    visit(&p, n->action);
    for (size_t i = 0; i < n->references; i++)
        visit(&p, n->reference[i]);
    visit(&p, n->body);
    p.heading = NULL;
    for (size_t i = 0; i < n->notes; i++)
        visit(&p, n->note[i].body);
    return p;
}

size_t narrative_prints(struct arena *a, const struct narrative *n, const struct views *v,
                        struct nar_print **list)
{
    struct prints p = collect(a, n, views_model(v));
    *list = p.list.p;
    return p.list.n;
}

size_t narrative_rankings(struct arena *a, const struct narrative *n, const struct views *v,
                          const struct view_table ***list)
{
    struct prints p = collect(a, n, views_model(v));
    *list = p.ranking.p;
    return p.ranking.n;
}
