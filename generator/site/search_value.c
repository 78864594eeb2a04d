/* search_value.c - what the search page's template is given: the lists that lead to the same
 * records without a script, and for the script its files and its words. */
#include "site/site_room.h"

#include "base/json.h"

#include <string.h>

static const struct value *facet_value(struct page_build *p, const struct view_facet *f)
{
    struct value *v = value_map(p->arena), *values = value_list(p->arena);

    section_put(v, "facet", f->id);
    section_put(v, "label", f->label);
    for (size_t i = 0; i < f->values; i++) {
        const struct view_facet_value *from = &f->value[i];
        struct value *to = value_map(p->arena);
        section_put(to, "value", from->id);
        words_put(p, to, "label", from->label, NULL);
        section_put(to, "href", href_page(p, from->page));
        value_set_int(to, "count", (int64_t)(from->agreements + from->partners));
        value_push(values, to);
    }
    value_set(v, "values", values);
    return v;
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

void search_value_put(struct page_build *p, struct value *v)
{
    const struct view_search *search = views_search(p->arena, p->edition->views);
    struct value *facets = value_list(p->arena);

    for (int f = 0; f < SEARCH_FACETS; f++)
        if (search->facet[f].values)
            value_push(facets, facet_value(p, &search->facet[f]));
    value_set(v, "facets", facets);
    section_put(v, "search_index", arena_printf(p->arena, "%s%s", p->root,
                                                search_index_build(p, search)));
    section_put(v, "n_results", plural_forms(p, "n_results"));
    section_put(v, "search_more", plural_forms(p, "search_more"));
    section_put(v, "language_marks", language_marks(p));
    section_put(v, "partner_formerly", page_word(p, "partner_formerly", "name", "{name}"));
}
