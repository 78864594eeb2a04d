/* check_texts.c - what stories, opportunities and the texts of pages name must be there. */
#include "model/model_parts.h"

#include <stdlib.h>
#include <string.h>

struct texts {
    const struct model *m;
    const struct records *r;
    struct diags *d;
};

/* --- stories and opportunities --- */

static void check_story(const struct texts *t, const struct story *s)
{
    for (size_t i = 0; i < s->agreement_n; i++)
        join_find(t->m, t->d, s->agreement[i]);
    for (size_t i = 0; i < s->partner_n; i++)
        if (!map_has(&t->r->partner_by_id, s->partner[i].id))
            join_unknown_partner(t->r, t->d, s->partner[i], NULL);
    const struct reference *ref = model_story_inside(t->m, s);
    if (ref)
        diag_report(t->d, DIAG_STORY_INTERNAL, ref->place, ref->id);
}

/* --- texts of pages --- */

static void put_entries(struct map *ids, const struct vocab *v)
{
    for (size_t i = 0; i < v->n; i++)
        map_set(ids, v->entry[i].id, NULL);
}

/* The pages below a folder of the site; false when what there is could not be read in full. */
static bool ids_of(const struct texts *t, const char *folder, struct map *ids)
{
    static const struct {
        const char *folder;
        enum vocab_kind vocab;
    } vocabs[] = {{"regions", VOCAB_REGIONS},
                  {"priorities", VOCAB_PRIORITIES},
                  {"types", VOCAB_PARTNER_TYPES},
                  {"kinds", VOCAB_KINDS}};
    for (size_t i = 0; i < sizeof vocabs / sizeof *vocabs; i++)
        if (strcmp(folder, vocabs[i].folder) == 0) {
            put_entries(ids, &t->r->vocab[vocabs[i].vocab]);
            return !t->r->vocab[vocabs[i].vocab].faulty;
        }
    if (strcmp(folder, "partners") == 0)
        for (size_t i = 0; i < t->r->partner_n; i++)
            map_set(ids, t->r->partner[i]->id, NULL);
    if (strcmp(folder, "agreements") == 0)
        for (size_t i = 0; i < t->r->agreement_n; i++)
            map_set(ids, t->r->agreement[i]->id, NULL);
    if (strcmp(folder, "opportunities") == 0)
        for (size_t i = 0; i < t->r->opportunity_n; i++)
            map_set(ids, t->r->opportunity[i].id, NULL);
    if (strcmp(folder, "years") == 0)
        for (size_t i = 0; i < t->m->year_n; i++)
            map_set(ids, arena_printf(t->m->arena, "%d", t->m->year[i]), NULL);
    return true;
}

/* A text in several languages is told of once; its files follow each other. */
static bool told_before(const struct texts *t, const struct page_file *file)
{
    return file > t->r->page && strcmp(file[-1].slug, file->slug) == 0;
}

/* The page that a text stands on is none of the public's. */
static void note_internal(const struct texts *t, const struct page_file *file, const char *folder,
                          const char *id)
{
    bool shown = true;
    if (strcmp(folder, "agreements") == 0) {
        const struct deal *deal = model_deal(t->m, id);
        shown = !deal || !deal->record->internal;
    } else if (strcmp(folder, "partners") == 0) {
        const struct partner *p = map_get(&t->r->partner_by_id, id);
        shown = !p || model_partner_public(t->m, p);
    }
    if (!shown && !told_before(t, file))
        diag_report(t->d, DIAG_PAGE_INTERNAL, (struct place){.src = file->src}, id);
}

static void check_slot(const struct texts *t, const struct page_file *file)
{
    const char *id = strchr(file->slug, '/');
    struct map ids;
    if (file->use != PAGE_SLOT || !id)
        return;
    const char *folder = arena_strndup(t->m->arena, file->slug, (size_t)(id++ - file->slug));
    map_init(&ids, t->m->arena);
    bool whole = ids_of(t, folder, &ids);
    if (map_has(&ids, id))
        note_internal(t, file, folder, id);
    if (!whole || map_has(&ids, id) || records_unread(t->r, file->slug))
        return;
    diag_report(t->d, DIAG_UNKNOWN_PAGE, (struct place){.src = file->src}, file->slug);
    const char *near = diag_is_told(t->d) ? map_nearest(&ids, id) : NULL;
    if (near)
        diag_hint(t->d, HINT_DID_YOU_MEAN, arena_printf(t->m->arena, "%s/%s", folder, near));
}

void check_texts_all(const struct model *m, struct diags *d)
{
    struct texts t = {m, m->records, d};
    for (size_t i = 0; i < t.r->story_n; i++)
        check_story(&t, &t.r->story[i]);
    for (size_t i = 0; i < t.r->opportunity_n; i++)
        join_find(m, d, t.r->opportunity[i].taken_by);
    for (size_t i = 0; i < t.r->page_n; i++)
        check_slot(&t, &t.r->page[i]);
}
