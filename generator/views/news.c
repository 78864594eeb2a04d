/* news.c - what is new: agreements by their signature. */
#include "views/views_room.h"

/* What it is, with whom, and what it is worth. */
static const char *summary_of(struct arena *a, const struct views *v, const struct deal *d)
{
    const char *line = d->record->kind ? views_label(v, d->record->kind) : NULL;
    line = format_joined(v, "joined_values", line, lists_signatories(a, v, d).text);
    if (d->cash_cents)
        line = format_joined(v, "joined_values", line,
                             format_word1(v, "amount_usd", "amount",
                                          views_cents(v, d->cash_cents)));
    return line;
}

size_t views_news(struct arena *a, const struct views *v, size_t limit, struct view_news **list)
{
    size_t n = v->shown_n < limit ? v->shown_n : limit;
    *list = ARENA_ARRAY(a, struct view_news, n);
    for (size_t i = 0; i < n; i++) {
        const struct deal *d = v->shown[i];
        struct view_cell title = tables_deal_cell(v, d);
        (*list)[i] = (struct view_news){.page = title.page,
                                        .title = title.text,
                                        .lang = title.lang,
                                        .summary = summary_of(a, v, d),
                                        .date = d->record->signed_on,
                                        .sample = d->record->sample};
    }
    return n;
}
