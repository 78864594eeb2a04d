#include "records/records_room.h"

#include "base/arena.h"

/* A document's revisions: what it prints otherwise than when it was issued, and why. */

static void read_revised_figures(struct reading *r, const struct field *f, const struct node *n,
                                 void *out)
{
    struct revision *v = out;
    v->figure = printed_figures(r, f, n, true, &v->n);
}

static void read_revised_rankings(struct reading *r, const struct field *f, const struct node *n,
                                  void *out)
{
    struct revision *v = out;
    v->ranking = printed_rankings(r, f, n, &v->rankings);
}

static void read_revised_rows(struct reading *r, const struct field *f, const struct node *n,
                              void *out)
{
    struct revision *v = out;
    v->row = printed_rows(r, f, n, &v->rows);
}

static const struct field revision_fields[] = {
    {.key = "number", .type = FIELD_NUMBER, .required = true, .min = 1, .max = 99,
     .at = offsetof(struct revision, number), .place = offsetof(struct revision, number_place),
     .doc = "its number, 1 for the first"},
    {.key = "date", .type = FIELD_DATE, .required = true, .at = offsetof(struct revision, date),
     .place = offsetof(struct revision, date_place), .doc = "the day it is issued"},
    {.key = "reason", .type = FIELD_TEXT, .required = true,
     .at = offsetof(struct revision, reason), .doc = "why, in a sentence for readers"},
    {.key = "figures", .type = FIELD_OTHER, .read = read_revised_figures,
     .takes = "figures with their printed forms", .form = "printed",
     .doc = "the figures as they print now"},
    {.key = "rankings", .type = FIELD_OTHER, .read = read_revised_rankings,
     .takes = "lists of partners", .form = "rankings",
     .doc = "the first partners by cash, in the order of now"},
    {.key = "unplaced", .type = FIELD_OTHER, .read = read_revised_rows,
     .takes = "lists of counts", .form = "counts",
     .doc = "counts in the order of now, where it is not known which of them were left empty"},
};
const struct shape revision_shape = {
    .what = "a revision", FIELDS(revision_fields), .size = sizeof(struct revision),
    .place = offsetof(struct revision, place)};

static const char *named(struct arena *a, const struct revision *v)
{
    char day[16];
    date_format(v->date, day);
    return phrase_filled(a, PHRASE_REVISION_OF, arena_printf(a, "%d", v->number), day);
}

/* What a revision stands behind: the one before it, or the first issue. */
static bool in_order(struct reading *r, const struct document *d, size_t i)
{
    const struct revision *v = &d->revised[i];
    const char *before = NULL;
    if (i > 0) {
        const struct revision *last = &d->revised[i - 1];
        if (v->number <= last->number || date_cmp(v->date, last->date) < 0)
            before = named(r->a, last);
    } else if (date_is_set(d->date) && date_cmp(v->date, d->date) < 0) {
        char day[16];
        date_format(d->date, day);
        before = phrase_filled(r->a, PHRASE_ISSUE_OF, day);
    }
    if (before)
        diag_report(r->d, DIAG_REVISION_ORDER, v->place, named(r->a, v), before);
    return !before;
}

struct date records_document_date(const struct document *doc)
{
    return doc->revised_n ? doc->revised[doc->revised_n - 1].date : doc->date;
}

void revision_check(struct reading *r, struct document *d, struct place revision)
{
    for (size_t i = 0; i < d->revised_n; i++)
        if (!d->revised[i].number || !date_is_set(d->revised[i].date) || !in_order(r, d, i))
            return;
    if (!d->revised_n)
        return;
    int newest = d->revised[d->revised_n - 1].number;
    if (d->revision && d->revision != newest)
        diag_report(r->d, DIAG_REVISION_NUMBER, revision, arena_printf(r->a, "%d", newest),
                    arena_printf(r->a, "%d", d->revision));
    d->revision = newest;
}
