/* diff_figures.c - which figures are others now, where they are printed, and what moved them. */
#include "commands/diff.h"

#include "base/decimal.h"
#include "base/rational.h"

#include <stdlib.h>
#include <string.h>

const char *diff_form_id(struct arena *a, const char *figure, const char *form)
{
    return *form ? arena_printf(a, "%s.%s", figure, form) : figure;
}

/* --- arithmetic of what is printed --- */

/* after - before, with as many decimals as the longer one; NULL where one is not known. */
static const char *subtract(struct arena *a, const char *after, const char *before)
{
    struct decimal x, y;
    int64_t m, n;
    if (!after || !before || decimal_parse(after, &x) != DECIMAL_OK ||
        decimal_parse(before, &y) != DECIMAL_OK)
        return NULL;
    int scale = x.scale > y.scale ? x.scale : y.scale;
    if (!decimal_rescale(x, scale, &m) || !decimal_rescale(y, scale, &n) ||
        !decimal_add(m, -n, &m))
        return NULL;
    return rational_decimal(a, rational_new(a, m, decimal_pow10(scale)), scale, NULL);
}

static const char *dollars(struct arena *a, int64_t cents)
{
    return rational_decimal(a, rational_new(a, cents, 100), 2, NULL);
}

/* Fractions that no decimal holds stand as such: "1/3". */
static const char *number(struct arena *a, const struct rational *r)
{
    bool exact = false;
    for (int digits = 0; digits <= 2; digits++) {
        const char *s = rational_decimal(a, r, digits, &exact);
        if (exact)
            return s;
    }
    return rational_text(a, r);
}

static const char *exact_of(struct arena *a, const struct figure *f)
{
    if (!f || !f->known)
        return NULL;
    return f->unit == UNIT_USD ? dollars(a, f->cents) : number(a, f->count);
}

static bool known(const struct figure *f)
{
    return f && f->known;
}

static bool same_value(const struct figure *x, const struct figure *y)
{
    if (known(x) != known(y))
        return false;
    if (!known(x))
        return true;
    return x->unit == UNIT_USD ? x->cents == y->cents : rational_cmp(x->count, y->count) == 0;
}

static const char *exact_difference(struct arena *a, const struct figure *after,
                                    const struct figure *before)
{
    if (!known(after) || !known(before))
        return NULL;
    if (after->unit == UNIT_USD)
        return dollars(a, after->cents - before->cents);
    return number(a, rational_difference(a, after->count, before->count));
}

/* --- one figure in both states --- */

struct pair {
    const char *id, *id_before;
    const struct figure *before, *after; /* NULL: there is none */
};

/* The part of an id that names a renamed partner, by its other name. */
static const char *id_now(struct diff *d, const char *id)
{
    static const char mark[] = ".partners.";
    const char *at = strstr(id, mark);
    if (!at)
        return id;
    at += sizeof mark - 1;
    size_t n = strcspn(at, ".");
    const char *to = map_get_n(&d->renamed, at, n);
    return to ? arena_printf(d->arena, "%.*s%s%s", (int)(at - id), id, to, at + n) : id;
}

static struct pair pair_of(struct diff *d, const char *id, const char *id_before)
{
    return (struct pair){id, id_before, model_figure(d->before->model, id_before),
                         model_figure(d->after->model, id)};
}

static bool names_hidden_partner(struct diff *d, const char *id)
{
    static const char mark[] = ".partners.";
    const char *at = strstr(id, mark);
    if (!at || d->opt->internal)
        return false;
    at += sizeof mark - 1;
    size_t n = strcspn(at, ".");
    const struct partner *then = map_get_n(&d->before->records->partner_by_id, at, n);
    const struct partner *now = map_get_n(&d->after->records->partner_by_id, at, n);
    return !diff_side_may_name_partner(d->before, then) ||
           !diff_side_may_name_partner(d->after, now);
}

/* --- what moved it --- */

struct part { /* what a figure takes from one agreement, or from a history */
    const char *id;
    const struct deal *deal; /* of either state; NULL: history */
    struct rational *before, *after;
};
struct parts {
    struct diff *d;
    struct map by_id;
    VEC(struct part *) list;
};

static struct part *part_of(struct parts *p, const struct trail_item *t, bool newer)
{
    const char *id = t->deal ? t->deal->record->id
                             : arena_printf(p->d->arena, "history/%d", t->history->year);
    const char *to = newer ? NULL : map_get(&p->d->renamed, id);
    id = to ? to : id;
    struct part *part = map_get(&p->by_id, id);
    if (!part) {
        part = ARENA_NEW(p->d->arena, struct part);
        part->id = id;
        part->before = rational_new(p->d->arena, 0, 1);
        part->after = rational_new(p->d->arena, 0, 1);
        map_set(&p->by_id, id, part);
        VEC_PUSH(p->d->arena, &p->list, part);
    }
    part->deal = newer || !part->deal ? t->deal : part->deal;
    return part;
}

static void add_trail(struct parts *p, const struct figure *f, bool newer)
{
    for (size_t i = 0; known(f) && i < f->trail_n; i++) {
        const struct trail_item *t = &f->trail[i];
        if (!t->deal && !t->history)
            continue;
        struct part *part = part_of(p, t, newer);
        bool money = f->unit == UNIT_USD;
        rational_add_fraction(newer ? part->after : part->before, money ? t->cents : t->num,
                              money ? 100 : t->den);
    }
}

static int compare_parts(const void *a, const void *b)
{
    return strcmp((*(struct part *const *)a)->id, (*(struct part *const *)b)->id);
}

static bool is_hidden(const struct diff *d, const struct part *p)
{
    return p->deal && p->deal->record->internal && !d->opt->internal;
}

/* Whoever gives in internal agreements whose parts differ: too few may not be told of
 * (model/disclosure.c has the same rule). */
static bool too_few(struct parts *p)
{
    struct diff *d = p->d;
    struct map givers;
    size_t deals = 0, enough = (size_t)d->after->records->site.disclosure.minimum;
    map_init(&givers, d->arena);
    for (size_t i = 0; i < p->list.n; i++) {
        const struct part *x = p->list.p[i];
        if (!is_hidden(d, x))
            continue;
        deals++;
        for (size_t k = 0; k < x->deal->partner_n; k++)
            map_set(&givers, x->deal->partner[k]->id, p);
    }
    return deals && (deals < enough || givers.n < enough);
}

static void add_mover(struct diff *d, struct diff_figure *f, const struct part *x)
{
    struct rational *by = rational_difference(d->arena, x->after, x->before);
    struct diff_mover m = {.id = x->id,
                           .difference = f->unit == UNIT_USD
                                             ? rational_decimal(d->arena, by, 2, NULL)
                                             : number(d->arena, by),
                           .record_differs = !x->deal || map_has(&d->differs, x->id)};
    VEC_PUSH(d->arena, &f->mover, m);
}

/* Of distinct partners the trail says in which agreement each is met first: when that is another one
 * now, both parts differ, though none of the agreements does.  They cancel out and are left out. */
static bool tells(struct diff *d, const struct figure *f, const struct part *x)
{
    if (rational_cmp(x->before, x->after) == 0)
        return false;
    return f->unit != UNIT_COUNT || !strstr(f->id, ".partners.") || !x->deal ||
           map_has(&d->differs, x->id);
}

/* The parts that a figure takes otherwise than before, by their ids. */
static struct parts moved_parts(struct diff *d, const struct pair *p)
{
    struct parts parts = {.d = d}, moved = {.d = d};
    const struct figure *f = p->after ? p->after : p->before;
    map_init(&parts.by_id, d->arena);
    add_trail(&parts, p->before, false);
    add_trail(&parts, p->after, true);
    if (parts.list.n)
        qsort(parts.list.p, parts.list.n, sizeof *parts.list.p, compare_parts);
    for (size_t i = 0; i < parts.list.n; i++)
        if (tells(d, f, parts.list.p[i]))
            VEC_PUSH(d->arena, &moved.list, parts.list.p[i]);
    return moved;
}

static bool reveals(struct diff *d, const struct pair *p)
{
    const struct figure *f = p->after ? p->after : p->before;
    if (!f || f->unit != UNIT_USD || same_value(p->before, p->after))
        return false;
    struct parts moved = moved_parts(d, p);
    return too_few(&moved);
}

bool diff_reveals(struct diff *d, const char *id_before, const char *id)
{
    struct pair p = pair_of(d, id, id_before);
    return reveals(d, &p);
}

/* Whoever knows a part to the cent, and its percentage, has the whole within a range. */
static bool percent_reveals(struct diff *d, const struct pair *p, const char *form)
{
    struct pair whole = {.before = p->before ? p->before->whole : NULL,
                         .after = p->after ? p->after->whole : NULL};
    return strcmp(form, "percent") == 0 && reveals(d, &whole);
}

static void find_movers(struct diff *d, struct diff_figure *f, const struct pair *p)
{
    struct parts moved = moved_parts(d, p);
    bool hidden = false;
    for (size_t i = 0; i < moved.list.n; i++) {
        if (is_hidden(d, moved.list.p[i]))
            hidden = true;
        else
            add_mover(d, f, moved.list.p[i]);
    }
    if (hidden)
        VEC_PUSH(d->arena, &f->mover, ((struct diff_mover){NULL, NULL, true}));
    f->withheld = f->unit == UNIT_USD && too_few(&moved);
}

/* --- forms --- */

struct date diff_issued(const struct diff *d, const struct published *p)
{
    const struct records *r = d->after->records;
    for (size_t i = 0; i < r->document_n; i++)
        if (strcmp(r->document[i].id, p->document) == 0)
            return model_issued(d->after->model, &r->document[i]);
    return p->issued;
}

static void add_frozen(struct diff *d, struct diff_form *form, const struct published *p,
                       const struct reconciled *r, bool row)
{
    struct diff_frozen f = {p->document, diff_issued(d, p), r->revised ? r->revised : r->then,
                            r->held, row};
    VEC_PUSH(d->arena, &form->frozen, f);
}

/* Of a row of counts whose places are not known, any that no longer agrees tells. */
static bool is_of_row(const char *reconciled, const char *row)
{
    size_t n = row ? strlen(row) : 0;
    return row && strncmp(reconciled, row, n) == 0 && strncmp(reconciled + n, ", count", 7) == 0;
}

static void find_frozen(struct diff *d, struct diff_form *form, const struct figure *f)
{
    const char *id = diff_form_id(d->arena, f->id, form->form);
    bool usd = strcmp(form->form, "usd") == 0;
    const char *row = model_row_of(d->arena, f);
    for (size_t i = 0; i < d->held.n; i++) {
        const struct diff_held *h = &d->held.p[i];
        for (size_t k = 0; k < h->n; k++) {
            const struct reconciled *r = &h->list[k];
            bool own = strcmp(r->id, id) == 0 || (usd && strcmp(r->id, f->id) == 0);
            bool of_row = !own && !r->held && is_of_row(r->id, row);
            if (own || of_row)
                add_frozen(d, form, h->published, r, of_row);
            if (of_row)
                break;
        }
    }
}

/* That it prints as before would tell as well: it counts as moving. */
static void withhold_form(struct diff_form *x)
{
    x->before = x->after = x->difference = NULL;
    x->frozen.n = 0;
    x->withheld = x->moves = true;
}

static void withhold(struct diff_figure *f)
{
    f->before = f->after = f->difference = NULL;
    f->mover.n = 0;
    f->withheld = f->moves = true;
    for (size_t i = 0; i < f->form.n; i++)
        withhold_form(&f->form.p[i]);
}

/* Whether nothing of it may be told: itself, or all the forms that it is printed in. */
static bool all_withheld(const struct diff_figure *f)
{
    size_t n = 0;
    for (size_t i = 0; i < f->form.n; i++)
        n += f->form.p[i].withheld;
    return f->withheld || n == f->form.n;
}

static void add_form(struct diff *d, struct diff_figure *f, const struct pair *p, const char *form,
                     const struct diff_print *print)
{
    struct arena *a = d->arena;
    struct diff_form x = {.form = form, .print = print};
    x.before = known(p->before) ? figure_form(a, p->before, form) : NULL;
    x.after = known(p->after) ? figure_form(a, p->after, form) : NULL;
    x.difference = subtract(a, x.after, x.before);
    x.moves = !x.before != !x.after || (x.before && strcmp(x.before, x.after) != 0);
    if (p->after && print)
        find_frozen(d, &x, p->after);
    if (percent_reveals(d, p, form))
        withhold_form(&x);
    f->moves = f->moves || x.moves;
    f->printed = f->printed || print;
    VEC_PUSH(a, &f->form, x);
}

static struct diff_figure figure_of(struct diff *d, const struct pair *p)
{
    struct arena *a = d->arena;
    const struct figure *f = p->after ? p->after : p->before;
    const struct views *v = p->after ? d->views : d->before->views;
    return (struct diff_figure){
        .id = p->id,
        .id_before = p->id_before,
        .label = views_figure_label(v, f->id),
        .unit = f->unit,
        .state = !known(p->before) ? DIFF_FIRST : !known(p->after) ? DIFF_GONE : DIFF_MOVED,
        .before = exact_of(a, p->before),
        .after = exact_of(a, p->after),
        .difference = exact_difference(a, p->after, p->before)};
}

/* --- all figures --- */

struct asked { /* a figure, with the forms it is printed in */
    const char *id, *id_before;
    VEC(const struct diff_print *) print;
};
struct asking {
    struct diff *d;
    struct map by_id;
    VEC(struct asked *) list;
};

static struct asked *ask(struct asking *q, const char *id, const char *id_before)
{
    struct asked *x = map_get(&q->by_id, id);
    if (x)
        return x;
    x = ARENA_NEW(q->d->arena, struct asked);
    x->id = id;
    x->id_before = id_before;
    map_set(&q->by_id, id, x);
    VEC_PUSH(q->d->arena, &q->list, x);
    return x;
}

static void ask_print(struct asking *q, const struct diff_print *p, bool newer)
{
    const char *id = newer ? p->figure : id_now(q->d, p->figure);
    struct asked *x = ask(q, id, p->figure);
    for (size_t i = 0; i < x->print.n; i++)
        if (strcmp(x->print.p[i]->form, p->form) == 0) {
            x->print.p[i] = p; /* where it is printed now is asked for more often */
            return;
        }
    VEC_PUSH(q->d->arena, &x->print, p);
}

/* Old ids first, so that each figure knows under which it stood before. */
static void ask_all(struct asking *q)
{
    struct diff_side *sides[] = {q->d->before, q->d->after};
    for (size_t k = 0; k < 2; k++) {
        const struct figure *const *all;
        size_t n = model_figures(sides[k]->model, &all);
        for (size_t i = 0; i < n; i++)
            ask(q, k ? all[i]->id : id_now(q->d, all[i]->id), all[i]->id);
    }
}

static bool percent_moves(const struct pair *p, const char *form)
{
    return strcmp(form, "percent") == 0 && known(p->before) && known(p->after) &&
           !same_value(p->before->whole, p->after->whole);
}

static bool differs(const struct pair *p, const struct asked *x)
{
    bool moves = !same_value(p->before, p->after);
    for (size_t i = 0; i < x->print.n; i++)
        moves = moves || percent_moves(p, x->print.p[i]->form);
    return moves;
}

static void compare(struct diff *d, const struct asked *x)
{
    struct pair p = pair_of(d, x->id, x->id_before);
    if ((!p.before && !p.after) || !differs(&p, x))
        return;
    bool asked_for = x->print.n || d->opt->all_figures;
    if (names_hidden_partner(d, x->id) || names_hidden_partner(d, x->id_before)) {
        d->hidden_figures += asked_for;
        return;
    }
    if (!asked_for) {
        d->unprinted++;
        return;
    }
    struct diff_figure f = figure_of(d, &p);
    for (size_t i = 0; i < x->print.n; i++)
        add_form(d, &f, &p, x->print.p[i]->form, x->print.p[i]);
    if (!x->print.n)
        add_form(d, &f, &p, f.unit == UNIT_USD ? "usd" : "", NULL);
    find_movers(d, &f, &p);
    if (f.state == DIFF_MOVED && same_value(p.before, p.after))
        f.whole = p.after->whole->id;
    if (all_withheld(&f))
        withhold(&f);
    VEC_PUSH(d->arena, &d->figure, f);
}

/* Newest period first, then as model_figures orders them, which ids stand for well enough. */
static int compare_figures(const void *a, const void *b)
{
    const struct diff_figure *x = a, *y = b;
    if (x->state != y->state)
        return x->state < y->state ? -1 : 1;
    size_t m = strcspn(x->id, "."), n = strcspn(y->id, ".");
    int by_period = strncmp(y->id, x->id, m > n ? m : n);
    return by_period ? by_period : strcmp(x->id, y->id);
}

void diff_figures(struct diff *d)
{
    struct asking q = {.d = d};
    struct diff_side *sides[] = {d->before, d->after};
    const struct records *r = d->after->records;
    map_init(&q.by_id, d->arena);
    for (size_t i = 0; i < r->published_n; i++) {
        struct diff_held h = {.published = &r->published[i]};
        h.n = model_reconciled(d->arena, d->after->model, h.published, &h.list);
        VEC_PUSH(d->arena, &d->held, h);
    }
    ask_all(&q);
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < sides[k]->print.n; i++)
            ask_print(&q, sides[k]->print.item[i].value, k == 1);
    for (size_t i = 0; i < q.list.n; i++)
        compare(d, q.list.p[i]);
    if (d->figure.n)
        qsort(d->figure.p, d->figure.n, sizeof *d->figure.p, compare_figures);
}

bool diff_tells_form(const struct diff *d, const struct diff_form *f)
{
    return f->moves || d->opt->all_figures;
}

size_t diff_moving(const struct diff *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->figure.n; i++)
        n += d->figure.p[i].printed && d->figure.p[i].moves;
    return n;
}

static size_t broken_forms(const struct diff_figure *f)
{
    size_t n = 0;
    for (size_t k = 0; k < f->form.n; k++) {
        bool broken = false;
        for (size_t j = 0; j < f->form.p[k].frozen.n; j++)
            broken = broken || !f->form.p[k].frozen.p[j].held;
        n += broken;
    }
    return n;
}

bool diff_is_broken(const struct diff_figure *f)
{
    return broken_forms(f) > 0;
}

size_t diff_to_revise(const struct diff *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->figure.n; i++)
        n += broken_forms(&d->figure.p[i]);
    return n;
}
