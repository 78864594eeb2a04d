/* tags.c - what {{...}} in a narrative can name: figures by id, and the document's own words.
 *
 * The outermost value is lazy: its members are the fixed names below, and any beginning of a
 * figure's id.  Each further dot extends the id, until it is a figure, which prints.
 */
#include "views/views_room.h"

#include <string.h>

struct tags {
    const struct views *views;
    const struct view_document *doc; /* NULL for a page of the site */
    const struct value *fixed; /* year, years, number, doc, partner */
};

static const struct value_class figure_class;

static const struct value *figure_member(const struct value *self, const char *key, size_t n)
{
    struct tags *tags = value_ctx(self);
    struct arena *a = tags->views->arena;
    const char *path = value_path(self), *form;
    char *id = arena_printf(a, "%s%s%.*s", path, *path ? "." : "", (int)n, key);
    const struct figure *f = model_figure_form(tags->views->model, id, &form);
    if (f ? !views_figure_named(tags->views, f) : !model_figure_prefix(tags->views->model, id))
        return NULL;
    return value_lazy(a, &figure_class, tags, id);
}

static const char *figure_text(const struct value *self)
{
    struct tags *tags = value_ctx(self);
    const char *form = "";
    const struct figure *f = model_figure_form(tags->views->model, value_path(self), &form);
    return f ? views_figure(tags->views, f, form) : NULL;
}

static const struct value_class figure_class = {figure_member, figure_text};

static const struct value *root_member(const struct value *self, const char *key, size_t n)
{
    struct tags *tags = value_ctx(self);
    const struct value *fixed = value_get_n(tags->fixed, key, n);
    return fixed ? fixed : figure_member(self, key, n);
}

static const char *root_text(const struct value *self)
{
    (void)self;
    return NULL;
}

static const struct value_class root_class = {root_member, root_text};

/* {{partner.<id>}}: only partners that may be named. */
static const struct value *partner_member(const struct value *self, const char *key, size_t n)
{
    const struct views *v = value_ctx(self);
    const struct partner *p = map_get_n(&v->rec->partner_by_id, key, n);
    if (!p || !v->named[p->index])
        return NULL;
    const char *lang = NULL;
    if (!p->name.single)
        views_text(v, &p->name, &lang);
    const char *name = views_partner_name(v, p, (struct date){0});
    return value_string(v->arena, views_marked(v, name, lang));
}

static const struct value_class partner_class = {partner_member, root_text};

/* {{doc.<id>}}: the number of a paper, which is also a page when it is issued in this language. */
static const char *cited_text(const struct value *self)
{
    return value_ctx(self);
}

static const struct value *cited_member(const struct value *self, const char *key, size_t n)
{
    (void)self, (void)key, (void)n;
    return NULL;
}

static const struct value_class cited_class = {cited_member, cited_text};

static bool is_named(const char *id, const char *key, size_t n)
{
    return strncmp(id, key, n) == 0 && id[n] == '\0';
}

/* Papers made here by their own numbers, others by those that this one gives. */
static const struct value *cites_member(const struct value *self, const char *key, size_t n)
{
    const struct tags *tags = value_ctx(self);
    const struct views *v = tags->views;
    const struct view_document *doc = tags->doc;
    struct arena *a = v->arena;
    if (doc && is_named(doc->id, key, n))
        return value_string(a, doc->number ? doc->number : doc->title);
    for (size_t i = 0; i < v->rec->document_n; i++) {
        const struct document *r = &v->rec->document[i];
        if (!is_named(r->id, key, n))
            continue;
        const char *number = documents_cited_number(a, v, r);
        return r->language[v->lang] ? value_lazy(a, &cited_class, (void *)number,
                                                 arena_printf(a, "documents/%s", r->id))
                                    : value_string(a, number);
    }
    for (size_t i = 0; doc && i < doc->record->cite_n; i++)
        if (is_named(doc->record->cite[i].id, key, n))
            return value_string(a, doc->record->cite[i].number);
    return NULL;
}

static const struct value_class cites_class = {cites_member, root_text};

const struct value *views_tags(struct arena *a, const struct views *v,
                               const struct view_document *doc)
{
    struct tags *tags = ARENA_NEW(a, struct tags);
    struct value *fixed = value_map(a);
    if (doc) {
        value_set_string(fixed, "year", arena_printf(a, "%d", doc->period.until));
        value_set_string(fixed, "years", format_period(v, doc->period));
        value_set_string(fixed, "number", doc->number);
    }
    value_set(fixed, "doc", value_lazy(a, &cites_class, tags, ""));
    value_set(fixed, "partner", value_lazy(a, &partner_class, (void *)v, ""));
    *tags = (struct tags){.views = v, .doc = doc, .fixed = fixed};
    return value_lazy(a, &root_class, tags, "");
}

/* Paths of pages have a slash, figures' ids none. */
const char *views_tag_page(const struct value *value)
{
    bool page = value_kind(value) == VALUE_LAZY && strchr(value_path(value), '/');
    return page ? value_path(value) : NULL;
}

static const struct figure *tag_figure(const struct value *value, const char **form)
{
    *form = "";
    if (value_kind(value) != VALUE_LAZY || *value_path(value) == '\0' || views_tag_page(value))
        return NULL;
    struct tags *tags = value_ctx(value);
    return model_figure_form(tags->views->model, value_path(value), form);
}

const struct figure *views_tag_figure(const struct value *value)
{
    const char *form;
    return tag_figure(value, &form);
}

const char *views_tag_form(const struct value *value)
{
    const char *form;
    tag_figure(value, &form);
    return form;
}
