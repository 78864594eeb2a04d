/* runs.c - cells whose text comes in pieces, each on a line of its own. */
#include "views/views_room.h"

#include <string.h>

struct view_run *runs_put(struct cell_runs *r, const char *text, const char *lang)
{
    struct view_run run = {.text = text, .lang = lang, .line = r->list.n > 0};
    VEC_PUSH(r->arena, &r->list, run);
    return &r->list.p[r->list.n - 1];
}

void runs_end(struct cell_runs *r, struct view_cell *c)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < r->list.n; i++)
        buf_printf(&b, "%s%s", i ? "\n" : "", r->list.p[i].text);
    c->text = buf_to_arena(&b, r->arena);
    c->run = r->list.p;
    c->runs = r->list.n;
    c->lang = NULL; /* each piece has its own */
}

/* --- amounts in the currencies signed in --- */

static bool added_up_together(const struct contribution *a, const struct contribution *b)
{
    return a->in_kind == b->in_kind && strcmp(a->currency->code, b->currency->code) == 0;
}

static bool is_first_of_its_sum(const struct contribution *const *c, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (added_up_together(c[k], c[i]))
            return false;
    return true;
}

static const char *sum_of_currency(struct arena *a, const struct views *v,
                                   const struct contribution *const *list, size_t n, size_t first,
                                   struct buf *plain)
{
    const struct contribution *c = list[first];
    int64_t sum = 0;
    for (size_t i = first; i < n; i++)
        if (added_up_together(c, list[i]))
            sum += list[i]->amount;
    buf_printf(plain, "%s%s %s%s", plain->n ? "; " : "",
               decimal_text(a, sum, c->currency->digits), c->currency->code,
               c->in_kind ? " (in kind)" : "");
    const char *text = views_money(v, sum, c->currency);
    return c->in_kind ? format_word1(v, "amount_in_kind", "amount", text) : text;
}

void runs_signed_value(struct arena *a, const struct views *v,
                       const struct contribution *const *list, size_t n, struct view_cell *c)
{
    struct cell_runs runs = {.arena = a};
    struct buf plain = BUF_INIT;
    for (int in_kind = 0; in_kind < 2; in_kind++)
        for (size_t i = 0; i < n; i++)
            if (list[i]->in_kind == in_kind && is_first_of_its_sum(list, i))
                runs_put(&runs, sum_of_currency(a, v, list, n, i, &plain), NULL)->muted = in_kind;
    if (runs.list.n) {
        runs_end(&runs, c);
        c->sort = buf_to_arena(&plain, a);
    }
}
