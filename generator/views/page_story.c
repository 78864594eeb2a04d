/* page_story.c - a story's page, and stories wherever they are listed. */
#include "views/views_room.h"

#include <string.h>

void page_story_items(struct arena *a, const struct views *v, struct view_page *page,
                      const char *heading, story_test *test, const void *about, size_t limit,
                      const char *empty)
{
    VEC(struct view_item) list = {0};
    for (size_t i = 0; i < v->story_n && (limit == 0 || list.n < limit); i++) {
        const struct story *s = v->story[i];
        if (test && !test(v, s, about))
            continue;
        struct view_item item = {.title = s->title.in[v->lang],
                                 .page = arena_printf(a, "stories/%s", s->slug),
                                 .note = views_date(v, s->date),
                                 .text = s->summary.in[v->lang],
                                 .sample = s->sample};
        VEC_PUSH(a, &list, item);
        page->sample = page->sample || s->sample;
    }
    if (list.n == 0 && !empty)
        return;
    struct view_section *section = pages_section(a, page, SECTION_ITEMS, "stories", heading);
    section->item = list.p;
    section->n = list.n;
    section->empty = empty;
}

/* Names that cannot be resolved are faults that were told: nothing is built then. */
static void fact_about(struct arena *a, const struct views *v, const struct story *story,
                       struct view_section *s)
{
    struct view_cell *c = story->agreement_n
                              ? pages_fact(a, s, views_word(v, "agreements", NULL),
                                           story->agreement_n) : NULL;
    for (size_t i = 0; i < story->agreement_n; i++) {
        const struct deal *d = model_deal(v->model, story->agreement[i].id);
        if (d)
            c[i] = tables_deal_cell(v, d);
    }
    c = story->partner_n ? pages_fact(a, s, views_word(v, "partners", NULL), story->partner_n)
                         : NULL;
    for (size_t i = 0; i < story->partner_n; i++) {
        const struct partner *p = map_get(&v->rec->partner_by_id, story->partner[i].id);
        if (p)
            c[i] = tables_partner_cell(v, p, story->date);
    }
}

void page_story(struct arena *a, const struct views *v, const struct story *s,
                struct view_page *page)
{
    page->kind = "story";
    page->title = s->title.in[v->lang];
    page->lead = s->summary.in[v->lang];
    page->description = page->lead ? page->lead : page->title;
    page->note = views_date(v, s->date);
    page->text = &s->file[v->lang];
    page->titled_by_text = true;
    page->sample = page->record_sample = s->sample;
    if (!s->agreement_n && !s->partner_n && !s->region_n && !s->priority_n)
        return;
    struct view_section *facts =
        pages_section(a, page, SECTION_FACTS, "about", views_word(v, "story_about", NULL));
    fact_about(a, v, s, facts);
    pages_fact_entries(a, v, facts, "regions", s->region, s->region_n);
    pages_fact_entries(a, v, facts, "priorities", s->priority, s->priority_n);
}
