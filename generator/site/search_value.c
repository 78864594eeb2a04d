/* search_value.c - what the search page's template is given: the lists that lead to the same
 * records without a script, and for the script its files and its words. */
#include "site/site_room.h"

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
        section_put(to, "label", from->label);
        section_put(to, "href", href_page(p, from->page));
        value_set_int(to, "count", (int64_t)(from->agreements + from->partners));
        value_push(values, to);
    }
    value_set(v, "values", values);
    return v;
}

void search_value_put(struct page_build *p, struct value *v)
{
    const struct view_search *search = views_search(p->arena, p->edition->views);
    struct value *facets = value_list(p->arena);

    for (int f = 0; f < SEARCH_FACETS; f++)
        if (search->facet[f].values)
            value_push(facets, facet_value(p, &search->facet[f]));
    value_set(v, "facets", facets);
}
