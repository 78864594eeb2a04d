/* notes.c - what stands below a table when it applies: that printed parts do not add up, that a
 * ranking is cut among equals, for whom merged partners are counted. */
#include "views/views_room.h"

#include <string.h>

void notes_add(const struct views *v, struct view_table *t, const char *note)
{
    if (note)
        t->note = format_joined(v, "joined_sentences", t->note, note);
}

/* --- rounding --- */

/* A printed number in hundredths; false for what is no number, as a figure that is not known. */
static bool hundredths(const struct view_cell *c, int64_t *n)
{
    struct decimal d = {0, 0};
    return c->printed && decimal_parse(c->printed, &d) == DECIMAL_OK && decimal_rescale(d, 2, n);
}

/* Whether the printed parts of a column do not give the sum printed below them. */
static bool column_is_off(const struct view_table *t, size_t column)
{
    int64_t sum = 0, part, total;
    const struct view_row *last = &t->row[t->rows - 1];
    for (size_t i = 0; i + 1 < t->rows; i++) {
        if (t->row[i].sum || !hundredths(&t->row[i].cell[column], &part))
            return false;
        sum += part;
    }
    return t->rows > 1 && last->sum && hundredths(&last->cell[column], &total) && total != sum;
}

/* Whether a row's numbers do not give the last one in it. */
static bool row_is_off(const struct view_table *t, size_t row)
{
    int64_t sum = 0, part, total;
    const struct view_cell *cell = t->row[row].cell;
    for (size_t c = 1; c + 1 < t->columns; c++) {
        if (!hundredths(&cell[c], &part))
            return false;
        sum += part;
    }
    return hundredths(&cell[t->columns - 1], &total) && total != sum;
}

void notes_rounding(const struct views *v, struct view_table *t, bool across)
{
    bool off = false;
    for (size_t c = 0; c < t->columns && t->rows; c++)
        off = off || (t->column[c].number && column_is_off(t, c));
    for (size_t i = 0; i < t->rows && across; i++)
        off = off || row_is_off(t, i);
    if (off)
        notes_add(v, t, views_word(v, "note_rounded", NULL));
}

/* --- rankings --- */

/* How many more have the amount of the last one shown. */
static size_t tied_below(const struct ranked *list, size_t shown, size_t n)
{
    size_t more = 0;
    while (shown && shown + more < n && list[shown + more].cents == list[shown - 1].cents)
        more++;
    return more;
}

const char *notes_merger(const struct views *v, const struct partner *old,
                         const struct partner *successor)
{
    const struct partner *into = map_get(&v->rec->partner_by_id, old->merged_into);
    struct date day = old->merged_on;
    struct value *args = value_map(v->arena);
    if (!v->named[old->index] || !v->named[successor->index])
        return NULL;
    value_set_string(args, "old", views_partner_name(v, old, day));
    value_set_string(args, "name", views_partner_name(v, successor, day));
    value_set_string(args, "date", views_date(v, day));
    if (!v->rec->site.counting.follow_mergers)
        return views_word(v, "note_merged_apart", args);
    if (!into || into == successor || !v->named[into->index])
        return views_word(v, "note_merged_follow", args);
    value_set_string(args, "name", views_partner_name(v, successor, (struct date){0}));
    value_set_string(args, "into", views_partner_name(v, into, day));
    return views_word(v, "note_merged_chain", args);
}

static bool gives(const struct figure *f, const struct partner *p)
{
    for (size_t i = 0; i < f->trail_n; i++)
        if (f->trail[i].partner == p)
            return true;
    return false;
}

static const char *add_mergers(const struct views *v, const struct ranked *r, const char *notes)
{
    const struct partner *into = r->partner->merged_into
                                     ? map_get(&v->rec->partner_by_id, r->partner->merged_into)
                                     : NULL;
    bool follow = v->rec->site.counting.follow_mergers;
    const char *note = into && !follow ? notes_merger(v, r->partner, into) : NULL;
    if (note)
        notes = format_joined(v, "joined_sentences", notes, note);
    for (size_t i = 0; i < v->rec->partner_n && follow; i++) {
        const struct partner *p = v->rec->partner[i];
        if (p == r->partner || model_counted_as(v->model, p) != r->partner ||
            !gives(r->figure, p))
            continue;
        note = notes_merger(v, p, r->partner);
        if (note)
            notes = format_joined(v, "joined_sentences", notes, note);
    }
    return notes;
}

const char *notes_ranking(const struct views *v, const struct ranked *list, size_t shown,
                          size_t n)
{
    size_t tied = tied_below(list, shown, n);
    const char *notes = tied ? format_count_word(v, "note_tie", tied) : NULL;
    for (size_t i = 0; i < shown; i++)
        notes = add_mergers(v, &list[i], notes);
    return notes;
}

struct date notes_signed_day(const struct views *v, const struct figure *f)
{
    struct date day = {0, 0, 0};
    for (size_t i = 0; i < f->trail_n; i++) {
        const struct deal *d = f->trail[i].deal;
        if (d && views_may_name(v, d) && date_cmp(d->record->signed_on, day) > 0)
            day = d->record->signed_on;
    }
    return date_is_set(day) ? day : (struct date){f->period.until, 12, 31};
}
