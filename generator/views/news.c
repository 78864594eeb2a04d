/* news.c - what is new: agreements by their signature, and stories by the day they are told. */
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

static struct view_news of_deal(struct arena *a, const struct views *v, const struct deal *d)
{
    struct view_cell title = tables_deal_cell(v, d);
    return (struct view_news){.page = title.page,
                              .title = title.text,
                              .lang = title.lang,
                              .summary = summary_of(a, v, d),
                              .date = d->record->signed_on,
                              .sample = d->record->sample};
}

static struct view_news of_story(struct arena *a, const struct views *v, const struct story *s)
{
    struct view_news n = {.page = arena_printf(a, "stories/%s", s->slug),
                          .summary = views_text_marked(v, &s->summary),
                          .date = s->date,
                          .sample = s->sample};
    n.title = views_text(v, &s->title, &n.lang);
    if (!n.title)
        n.title = s->slug;
    return n;
}

/* Both lists have the newest first; of one day the story comes first.  What has no day is not
 * news. */
size_t views_news(struct arena *a, const struct views *v, size_t limit, struct view_news **list)
{
    size_t n = 0, deal = 0, story = 0;
    *list = ARENA_ARRAY(a, struct view_news, limit);
    while (n < limit) {
        const struct story *s = story < v->story_n ? v->story[story] : NULL;
        const struct deal *d = deal < v->shown_n ? v->shown[deal] : NULL;
        if (s && !date_is_set(s->date)) {
            story++;
        } else if (s && (!d || date_cmp(s->date, d->record->signed_on) >= 0)) {
            (*list)[n++] = of_story(a, v, s);
            story++;
        } else if (d) {
            (*list)[n++] = of_deal(a, v, d);
            deal++;
        } else {
            break;
        }
    }
    return n;
}
