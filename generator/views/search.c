/* search.c - everything that can be found: partners, agreements, and pages by their titles. */
#include "views/views_room.h"

#include <string.h>

struct names {
    struct arena *arena;
    VEC(const char *) list;
};

static bool is_in(const struct names *names, const char *s)
{
    for (size_t i = 0; i < names->list.n; i++)
        if (strcmp(names->list.p[i], s) == 0)
            return true;
    return false;
}

static void put_name(struct names *names, const char *title, const char *s)
{
    if (s && *s && strcmp(s, title) != 0 && !is_in(names, s))
        VEC_PUSH(names->arena, &names->list, s);
}

static void put_text(struct names *names, const char *title, const struct text *t)
{
    for (int lang = 0; lang < LANGS; lang++)
        put_name(names, title, t->in[lang]);
}

static void put_names(struct view_found *found, const struct names *names)
{
    found->name = names->list.p;
    found->names = names->list.n;
}

/* --- facets --- */

static void put_facet(struct arena *a, const struct views *v, enum search_facet f,
                      struct view_facet *facet)
{
    const struct search_set *set = search_sets(v);
    facet->id = search_facet_rows[f].id;
    facet->label = views_word(v, search_facet_rows[f].word, NULL);
    facet->value = ARENA_ARRAY(a, struct view_facet_value, set->used[f] + 1);
    for (size_t i = 0; i < set->by_id[f].n; i++) {
        const struct search_value *value = set->by_id[f].item[i].value;
        if (value->deals.n || value->partners.n)
            facet->value[facet->values++] = (struct view_facet_value){
                value->id, value->label, value->page, value->deals.n, value->partners.n};
    }
}

static void put_values(struct arena *a, const struct search_row *row, struct view_found *found)
{
    for (int f = 0; f < SEARCH_FACETS; f++) {
        size_t *list = ARENA_ARRAY(a, size_t, row->has[f].n + 1);
        for (size_t i = 0; i < row->has[f].n; i++)
            list[i] = row->has[f].p[i]->index;
        found->value[f] = list;
        found->values[f] = row->has[f].n;
    }
}

/* --- partners and agreements --- */

static void put_partner(struct arena *a, const struct views *v, const struct partner *p,
                        struct view_found *found)
{
    struct names names = {.arena = a}, former = {.arena = a};
    found->page = v->partner_page[p->index];
    found->title = views_partner_name(v, p, (struct date){0});
    if (!p->name.single)
        views_text(v, &p->name, &found->lang);
    found->sample = p->sample;
    put_name(&names, found->title, p->short_name);
    put_text(&names, found->title, &p->name);
    put_text(&names, found->title, &p->represented_by);
    put_name(&names, found->title, p->org_id);
    put_names(found, &names);
    for (size_t i = 0; i < p->former_n; i++)
        put_text(&former, found->title, &p->former[i].name);
    found->former = former.list.p;
    found->formers = former.list.n;
}

static void put_texts(struct arena *a, const struct views *v, const struct agreement *r,
                      struct view_found *found)
{
    found->text = ARENA_ARRAY(a, struct view_found_text, LANGS + 1);
    struct view_found_text *objective = &found->text[found->texts++];
    enum lang got = v->lang;
    objective->text = views_text(v, &r->objective, &objective->lang);
    text_in(&r->objective, v->lang, v->rec->site.default_lang, &got);
    objective->markdown = true;
    objective->place = r->objective.place[got];
    for (int lang = 0; lang < LANGS; lang++) {
        const char *title = r->title.in[lang];
        if (title && strcmp(title, found->title) != 0)
            found->text[found->texts++] =
                (struct view_found_text){.text = title, .lang = lang_code[lang]};
    }
}

static void put_agreement(struct arena *a, const struct views *v, const struct deal *d,
                          struct view_found *found)
{
    const struct search_set *set = search_sets(v);
    size_t *partner = ARENA_ARRAY(a, size_t, d->partner_n + 1);
    found->page = v->deal_page[d->record->index];
    found->title = views_text(v, &d->record->title, &found->lang);
    if (!found->title)
        found->title = d->record->id;
    found->sample = d->record->sample;
    for (size_t i = 0; i < d->partner_n; i++)
        partner[found->partners++] = set->place[d->partner[i]->index];
    found->partner = partner;
    put_texts(a, v, d->record, found);
}

/* --- pages --- */

static void put_document(struct arena *a, const struct views *v, const struct view_document *doc,
                         struct view_found *found)
{
    struct names names = {.arena = a};
    *found = (struct view_found){.label = views_word(v, "document", NULL),
                                 .page = doc->path,
                                 .title = doc->title,
                                 .sample = doc->sample};
    put_name(&names, doc->title, doc->number);
    put_names(found, &names);
}

static void put_story(struct arena *a, const struct views *v, const struct story *story,
                      struct view_found *found)
{
    struct names names = {.arena = a};
    *found = (struct view_found){.label = views_word(v, "story", NULL),
                                 .page = arena_printf(a, "stories/%s", story->slug),
                                 .title = story->title.in[v->lang],
                                 .sample = story->sample};
    put_text(&names, found->title, &story->title);
    put_names(found, &names);
}

static void put_opportunity(struct arena *a, const struct views *v, const struct opportunity *o,
                            struct view_found *found)
{
    struct names names = {.arena = a};
    *found = (struct view_found){.label = views_word(v, "opportunity", NULL),
                                 .page = arena_printf(a, "opportunities/%s", o->id),
                                 .sample = o->sample};
    found->title = views_text(v, &o->title, &found->lang);
    if (!found->title)
        found->title = o->id;
    put_text(&names, found->title, &o->title);
    put_text(&names, found->title, &o->event);
    put_names(found, &names);
}

static void put_topic(struct arena *a, const struct views *v, enum search_facet f,
                      const struct search_value *value, struct view_found *found)
{
    const struct search_facet_row *row = &search_facet_rows[f];
    struct names names = {.arena = a};
    *found = (struct view_found){.label = views_word(v, row->word, NULL),
                                 .page = value->page,
                                 .title = value->label};
    const struct entry *e =
        row->vocab >= 0 ? map_get(&v->rec->vocab[row->vocab].by_id, value->id) : NULL;
    if (e) {
        put_text(&names, found->title, &e->label);
        put_text(&names, found->title, &e->short_label);
    }
    put_names(found, &names);
}

/* Papers, stories and opportunities, then the pages of what records can be found by. */
static void put_pages(struct arena *a, const struct views *v, struct view_search *s)
{
    const struct search_set *set = search_sets(v);
    struct view_document *doc;
    size_t docs = views_documents(a, v, &doc), most = docs;
    most += v->story_n + v->rec->opportunity_n;
    for (int f = 0; f < SEARCH_FACETS; f++)
        most += set->used[f];
    s->page = ARENA_ARRAY(a, struct view_found, most + 1);
    for (size_t i = 0; i < docs; i++)
        put_document(a, v, &doc[i], &s->page[s->pages++]);
    for (size_t i = 0; i < v->story_n; i++)
        put_story(a, v, v->story[i], &s->page[s->pages++]);
    for (size_t i = 0; i < v->rec->opportunity_n; i++)
        put_opportunity(a, v, &v->rec->opportunity[i], &s->page[s->pages++]);
    for (int f = 0; f < SEARCH_FACETS; f++)
        for (size_t i = 0; i < set->by_id[f].n; i++) {
            const struct search_value *value = set->by_id[f].item[i].value;
            if ((value->deals.n || value->partners.n) && strcmp(value->id, "unassigned") != 0)
                put_topic(a, v, (enum search_facet)f, value, &s->page[s->pages++]);
        }
}

struct view_search *views_search(struct arena *a, const struct views *v)
{
    const struct search_set *set = search_sets(v);
    struct view_search *s = ARENA_NEW(a, struct view_search);
    for (int f = 0; f < SEARCH_FACETS; f++)
        put_facet(a, v, (enum search_facet)f, &s->facet[f]);
    s->partner = ARENA_ARRAY(a, struct view_found, set->partners + 1);
    for (size_t i = 0; i < set->partners; i++) {
        put_partner(a, v, set->who[i], &s->partner[i]);
        put_values(a, &set->partner[i], &s->partner[i]);
    }
    s->partners = set->partners;
    s->agreement = ARENA_ARRAY(a, struct view_found, v->shown_n + 1);
    for (size_t i = 0; i < v->shown_n; i++) {
        put_agreement(a, v, v->shown[i], &s->agreement[i]);
        put_values(a, &set->deal[i], &s->agreement[i]);
    }
    s->agreements = v->shown_n;
    put_pages(a, v, s);
    return s;
}
