/* search_value.c - what the search page's template is given: the lists that lead to the same
 * records without a script, and for the script its files and its words. */
#include "site/site_room.h"

#include "base/json.h"

#include <string.h>

static struct search_facet_value facet_value(struct page_build *p, const struct view_facet *f)
{
    struct search_value_value *list = ARENA_ARRAY(p->arena, struct search_value_value,
                                                  f->values + 1);

    for (size_t i = 0; i < f->values; i++) {
        const struct view_facet_value *from = &f->value[i];
        list[i] = (struct search_value_value){
            .value = from->id,
            .label = words_of(p, from->label, NULL),
            .href = href_to(p, from->page),
            .count = arena_printf(p->arena, "%zu", from->agreements + from->partners),
        };
    }
    return (struct search_facet_value){
        .facet = f->id,
        .label = f->label,
        .values = SHAPES_ARRAY(p->arena, search_value, list, f->values),
    };
}

/* {"en": " [anglais]", ...}: what stands behind titles that are in another language. */
static const char *language_marks(const struct page_build *p)
{
    struct buf b = BUF_INIT;
    for (int i = 0; i < LANGS; i++) {
        buf_puts(&b, i ? "," : "{");
        json_string(&b, lang_code[i]);
        buf_putc(&b, ':');
        json_string(&b, views_language_mark(p->edition->views, lang_code[i]));
    }
    buf_putc(&b, '}');
    return buf_to_arena(&b, p->arena);
}

/* A word with {count} in every form that the language has for some number, with a gap for the
 * number: {"one": "{n} result", "other": "{n} results"}, by the names that scripts know. */
static const char *plural_forms(struct page_build *p, const char *id)
{
    static const char *const forms = "{count, plural, zero {zero} one {one} two {two} few {few} "
                                     "many {many} other {other}}";
    const struct locale *locale = views_locale(p->edition->views);
    struct buf b = BUF_INIT;
    struct map seen;

    map_init(&seen, p->arena);
    for (int i = 1; i <= 202; i++) { /* none last: it may have words of its own */
        struct value *args = value_map(p->arena);
        int64_t n = i <= 200 ? i : i == 201 ? 1000000 : 0;
        const char *error, *digits = arena_printf(p->arena, "%lld", (long long)n);
        value_set_int(args, "count", n);
        const char *form = locale_message(p->arena, locale, forms, args, &error);
        if (map_has(&seen, form))
            continue;
        map_set(&seen, form, NULL);
        const char *text = views_word(p->edition->views, id, args);
        const char *number = locale_number(p->arena, locale, digits), *at = strstr(text, number);
        buf_puts(&b, b.n ? "," : "{");
        json_string(&b, form);
        buf_putc(&b, ':');
        json_string(&b, !at ? text
                            : arena_printf(p->arena, "%.*s{n}%s", (int)(at - text), text,
                                           at + strlen(number)));
    }
    buf_putc(&b, '}');
    return buf_to_arena(&b, p->arena);
}

void search_value_put(struct page_build *p, struct page_value *v)
{
    const struct view_search *search = views_search(p->arena, p->edition->views);
    struct search_facet_value *facet = ARENA_ARRAY(p->arena, struct search_facet_value,
                                                   SEARCH_FACETS);
    size_t n = 0;

    for (int f = 0; f < SEARCH_FACETS; f++)
        if (search->facet[f].values)
            facet[n++] = facet_value(p, &search->facet[f]);
    v->facets = SHAPES_ARRAY(p->arena, search_facet, facet, n);
    v->search_index = (struct shape_parts){{p->root, search_index_build(p, search)}};
    v->n_results = plural_forms(p, "n_results");
    v->search_more = plural_forms(p, "search_more");
    v->language_marks = language_marks(p);
    v->partner_formerly = page_word(p, "partner_formerly", "name", "{name}");
}
