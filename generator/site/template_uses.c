/* template_uses.c - what templates use of each other: partials that are not there or lead back, and templates of
 * one's own that have no effect, as a block that no parent has or a file that nothing uses. */
#include "site/site_room.h"

#include <string.h>

/* What is rendered by its name: kinds of pages, and what prose shows. */
static const char *const rendered[] = {
    "404",    "about",       "agreement", "chart",    "data",   "document", "facet",  "figure",
    "home",   "kind",        "languages", "list",     "moved",    "page",   "partner",  "priority", "region",
    "search", "opportunity", "story",     "table",    "target", "text",     "type",   "year"};

static void use(void *ctx, struct place place, const char *name)
{
    (void)place;
    map_set(ctx, name, NULL);
}

/* As rendering says it, which finds only what some page comes by. */
static void check_partial(void *ctx, struct place place, const char *name)
{
    struct site_builder *s = ctx;

    if (map_has(&s->template, name))
        return;
    diag_report(s->diags, DIAG_TEMPLATE_UNKNOWN_PARTIAL, place, name);
    const char *near = map_nearest(&s->template, name);
    if (near)
        diag_hint(s->diags, HINT_DID_YOU_MEAN, near);
}

static void check_used(struct site_builder *s, const struct map *used, size_t i)
{
    const char *name = s->in.template_name[i];

    if (map_has(used, name))
        return;
    diag_report(s->diags, DIAG_TEMPLATE_UNUSED, (struct place){.src = s->in.template[i]}, name);
    const char *near = map_nearest(used, name);
    if (near)
        diag_hint(s->diags, HINT_DID_YOU_MEAN, near);
}

/* Templates that could not be read have said so; what they use is not known. */
void template_uses_check(struct site_builder *s, const struct template_options *options)
{
    struct map used;

    for (size_t i = 0; i < s->template.n; i++) {
        template_partials(s->template.item[i].value, check_partial, s);
        template_check_loops(s->arena, s->template.item[i].value, options, s->diags);
    }
    if (diags_failed(s->diags))
        return;
    map_init(&used, s->arena);
    for (size_t i = 0; i < sizeof rendered / sizeof *rendered; i++)
        map_set(&used, rendered[i], NULL);
    for (size_t i = 0; i < s->template.n; i++)
        template_partials(s->template.item[i].value, use, &used);
    for (size_t i = 0; i < s->in.templates; i++)
        if (s->in.template_own && s->in.template_own[i]) {
            check_used(s, &used, i);
            template_check_blocks(s->arena, map_get(&s->template, s->in.template_name[i]),
                                  options, s->diags);
        }
}
