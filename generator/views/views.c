#include "views/views_room.h"

#include <stdlib.h>
#include <string.h>

/* Newest signature first; ties by id. */
static int compare_newest(const void *pa, const void *pb)
{
    const struct deal *a = *(const struct deal *const *)pa, *b = *(const struct deal *const *)pb;
    int c = date_cmp(b->record->signed_on, a->record->signed_on);
    return c ? c : strcmp(a->record->id, b->record->id);
}

static void choose_shown(struct views *v)
{
    const struct deal *const *deal;
    size_t n = model_deals(v->model, &deal);
    v->shown = ARENA_ARRAY(v->arena, const struct deal *, n);
    for (size_t i = 0; i < n; i++)
        if (v->internal || !deal[i]->record->internal)
            v->shown[v->shown_n++] = deal[i];
    if (v->shown_n)
        qsort(v->shown, v->shown_n, sizeof *v->shown, compare_newest);
}

static void choose_named(struct views *v)
{
    v->named = ARENA_ARRAY(v->arena, bool, v->rec->partner_n);
    for (size_t p = 0; p < v->rec->partner_n; p++)
        v->named[p] = v->internal || model_partner_public(v->model, v->rec->partner[p]);
}

bool views_may_tell(const struct views *v, const struct story *s)
{
    return v->internal || !model_story_inside(v->model, s);
}

static int compare_told(const void *pa, const void *pb)
{
    const struct story *a = *(const struct story *const *)pa, *b = *(const struct story *const *)pb;
    int c = date_cmp(b->date, a->date);
    return c ? c : strcmp(a->slug, b->slug);
}

static void choose_stories(struct views *v)
{
    v->story = ARENA_ARRAY(v->arena, const struct story *, v->rec->story_n);
    for (size_t i = 0; i < v->rec->story_n; i++) {
        const struct story *s = &v->rec->story[i];
        if (s->file[v->lang].src && views_may_tell(v, s))
            v->story[v->story_n++] = s;
    }
    if (v->story_n)
        qsort(v->story, v->story_n, sizeof *v->story, compare_told);
}

/* The addresses of records' pages, which stand wherever a record is named. */
static void name_pages(struct views *v)
{
    const struct records *r = v->rec;
    v->deal_page = ARENA_ARRAY(v->arena, const char *, r->agreement_n);
    v->partner_page = ARENA_ARRAY(v->arena, const char *, r->partner_n);
    for (size_t i = 0; i < r->agreement_n; i++)
        v->deal_page[i] = arena_join(v->arena, "agreements/", r->agreement[i]->id);
    for (size_t i = 0; i < r->partner_n; i++)
        v->partner_page[i] = arena_join(v->arena, "partners/", r->partner[i]->id);
}

static bool has_argument(const char *pattern)
{
    return strchr(pattern, '{') != NULL;
}

/* Words without arguments, those of the default language where this one has none. */
static const struct value *collect_words(const struct views *v)
{
    struct value *words = value_map(v->arena);
    const struct strings *s[] = {&v->rec->strings[v->rec->site.default_lang],
                                 &v->rec->strings[v->lang]};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < s[k]->text.n; i++)
            if (!has_argument(s[k]->text.item[i].value))
                value_set_string(words, s[k]->text.item[i].key,
                                 views_word(v, s[k]->text.item[i].key, NULL));
    return words;
}

static const char *read_word(const struct views *v, struct map *words, const char *id,
                             const char *pattern, enum lang lang)
{
    const char *why;
    struct word *w = ARENA_NEW(v->arena, struct word);
    w->pattern = pattern;
    w->lang = lang;
    w->message = locale_message_read(v->arena, pattern, &why);
    w->plain = w->message ? locale_message_plain(w->message) : NULL;
    map_set(words, id, w);
    return w->message ? locale_message_lacks(v->arena, v->locale, w->message) : why;
}

/* All of the language's messages, used or not, so that a fault shows where it is made; then those
 * of others that stand in for what it lacks. */
static const struct map *read_words(const struct views *v)
{
    const struct strings *s = &v->rec->strings[v->lang];
    struct map *words = ARENA_NEW(v->arena, struct map);
    map_init(words, v->arena);
    for (size_t i = 0; i < s->text.n; i++) {
        const char *id = s->text.item[i].key;
        const char *why = read_word(v, words, id, s->text.item[i].value, v->lang);
        const struct place *at = map_get(&s->place, id);
        if (why)
            diag_report(v->diags, DIAG_BAD_MESSAGE, at ? *at : (struct place){.src = s->src},
                        why);
    }
    enum lang other[] = {v->rec->site.default_lang, LANG_EN};
    for (size_t k = 0; k < sizeof other / sizeof *other; k++) {
        s = &v->rec->strings[other[k]];
        for (size_t i = 0; i < s->text.n; i++)
            if (!map_has(words, s->text.item[i].key))
                read_word(v, words, s->text.item[i].key, s->text.item[i].value, other[k]);
    }
    return words;
}

struct views *views_open(struct arena *a, struct diags *d, const struct model *m, enum lang lang,
                         bool internal)
{
    struct views *v = ARENA_NEW(a, struct views);
    *v = (struct views){.lasting = v,
                        .arena = a,
                        .diags = d,
                        .model = m,
                        .rec = model_records(m),
                        .lang = lang,
                        .internal = internal,
                        .locale = locale_open(a, lang_code[lang]),
                        .told = ARENA_NEW(a, struct map),
                        .periods = ARENA_NEW(a, period_list),
                        .pages = ARENA_NEW(a, struct map),
                        .offer = ARENA_NEW(a, struct offer),
                        .found = ARENA_NEW(a, struct search_set)};
    map_init(v->told, a);
    map_init(v->pages, a);
    v->word = read_words(v);
    choose_shown(v);
    choose_named(v);
    choose_stories(v);
    name_pages(v);
    v->newest = view_figure_newest(v);
    v->partners = partner_index_make(v);
    v->rows = lists_rows(v);
    v->words = collect_words(v);
    return v;
}

const struct views *views_within(struct arena *a, const struct views *v)
{
    if (v->arena == a)
        return v;
    struct views *copy = ARENA_NEW(a, struct views);
    *copy = *v;
    copy->arena = a;
    return copy;
}

const struct views *views_lasting(const struct views *v)
{
    return v->lasting;
}

void views_warm(const struct views *v)
{
    search_sets(v);
    lists_warm(v);
    links_warm(v);
}

const struct locale *views_locale(const struct views *v)
{
    return v->locale;
}

const struct model *views_model(const struct views *v)
{
    return v->model;
}

enum lang views_lang(const struct views *v)
{
    return v->lang;
}

bool views_internal(const struct views *v)
{
    return v->internal;
}

const char *views_internal_mark(const struct views *v)
{
    return v->internal ? views_word(v, "internal_mark", NULL) : NULL;
}

bool views_may_name(const struct views *v, const struct deal *d)
{
    return v->internal || !d->record->internal;
}

const struct value *views_words(const struct views *v)
{
    return v->words;
}
