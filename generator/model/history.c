/* history.c - years whose agreements are not on file: figures given as they were issued.
 *
 * What a history file does not give is unknown, never zero.
 */
#include "model/model_parts.h"

#include <string.h>

/* False for what is no number, or finer than a cent. */
static bool read_value(const char *text, enum unit unit, struct past_value *v)
{
    struct decimal d;
    if (decimal_parse(text, &d) != DECIMAL_OK)
        return false;
    if (unit == UNIT_USD)
        return decimal_rescale(d, 2, &v->cents);
    v->num = d.mantissa;
    v->den = decimal_pow10(d.scale);
    return d.mantissa >= 0;
}

static void unknown_name(const struct model *m, struct diags *d, const struct printed_figure *f)
{
    if (records_unread(m->records, f->id))
        return;
    diag_report(d, DIAG_NO_SUCH_FIGURE, f->place, f->id);
    const char *near = diag_is_told(d) ? figures_nearest(m, f->id) : NULL;
    if (near)
        diag_hint(d, HINT_DID_YOU_MEAN, near);
    else
        diag_hint(d, HINT_SAID, phrase_mark(PHRASE_FIGURES_LISTS));
}

static void join_figure(struct model *m, struct diags *d, struct past *p,
                        const struct printed_figure *f)
{
    size_t slot = figures_slot(m, f->id);
    struct past_value *v = ARENA_NEW(m->arena, struct past_value);
    if (slot == SLOT_NONE) {
        unknown_name(m, d, f);
        return;
    }
    if (f->n != 1 || (*f->form[0].form && strcmp(f->form[0].form, "usd") != 0) ||
        !read_value(f->form[0].value, figures_slot_unit(m, slot), v))
        diag_report(d, DIAG_BAD_HISTORY_FIGURE, f->n ? f->form[0].place : f->place, f->id);
    else
        p->given[slot] = v;
}

/* Agreements on file of a history year enter no figure: said once, at the history file. */
static void note_agreements(const struct model *m, struct diags *d, const struct history *h)
{
    size_t n = 0;
    for (size_t i = 0; i < m->deal_n; i++)
        n += m->deal[i]->year == h->year;
    if (n)
        diag_report(d, DIAG_AGREEMENTS_IN_HISTORY_YEAR, h->place,
                    arena_printf(m->arena, "%zu", n), arena_printf(m->arena, "%d", h->year));
}

void history_join(struct model *m, struct diags *d)
{
    const struct records *r = m->records;
    m->past = ARENA_ARRAY(m->arena, struct past, r->history_n);
    for (size_t i = 0; i < r->history_n; i++) {
        const struct history *h = &r->history[i];
        if (h->year <= 0)
            continue;
        struct past *p = &m->past[m->past_n++];
        p->record = h;
        p->given = ARENA_ARRAY(m->arena, struct past_value *, rollup_slots(m));
        for (size_t k = 0; k < h->n; k++)
            join_figure(m, d, p, &h->figure[k]);
        history_sum_check(m, d, p);
        note_agreements(m, d, h);
    }
}
