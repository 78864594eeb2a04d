/* former.c - records that were renamed: their former ids lead to them, and nowhere else.
 *
 * What was printed, and is held under a former id, is read as what it is called now; whoever writes
 * a former id today is told the present one (model/, narrative/). */
#include "records/records_room.h"

#include "base/arena.h"

#include <string.h>

const char *const records_page_folder[RENAMED_KINDS] = {
    [RENAMED_AGREEMENT] = "agreements",
    [RENAMED_PARTNER] = "partners",
    [RENAMED_DOCUMENT] = "documents",
    [RENAMED_STORY] = "stories",
    [RENAMED_OPPORTUNITY] = "opportunities",
};

const char *records_renamed(const struct records *r, enum renamed_kind kind, const char *id)
{
    return map_get(&r->renamed_id[kind], id);
}

const char *records_renamed_figure(struct arena *a, const struct records *r, const char *id)
{
    static const char mark[] = "partners.";
    const char *at = strstr(id, mark);
    if (!at || (at != id && at[-1] != '.'))
        return NULL;
    at += sizeof mark - 1;
    size_t n = strcspn(at, ".");
    const char *now = map_get_n(&r->renamed_id[RENAMED_PARTNER], at, n);
    if (!now || !at[n])
        return NULL;
    return arena_printf(a, "%.*s%s%s", (int)(at - id), id, now, at + n);
}

/* --- gathering --- */

static bool is_in_use(const struct records *all, enum renamed_kind kind, const char *id)
{
    switch (kind) {
    case RENAMED_AGREEMENT:
        return map_has(&all->agreement_by_id, id);
    case RENAMED_PARTNER:
        return map_has(&all->partner_by_id, id);
    case RENAMED_DOCUMENT:
        for (size_t i = 0; i < all->document_n; i++)
            if (strcmp(all->document[i].id, id) == 0)
                return true;
        return false;
    case RENAMED_STORY:
        for (size_t i = 0; i < all->story_n; i++)
            if (strcmp(all->story[i].slug, id) == 0)
                return true;
        return false;
    default:
        for (size_t i = 0; i < all->opportunity_n; i++)
            if (strcmp(all->opportunity[i].id, id) == 0)
                return true;
        return false;
    }
}

typedef VEC(struct renamed) renamed_list;

static void add(struct reading *r, enum renamed_kind kind, const char *id,
                const struct reference *former, size_t n, renamed_list *list)
{
    struct map *by_id = &r->r->renamed_id[kind];
    for (size_t i = 0; i < n; i++) {
        const char *other = map_get(by_id, former[i].id);
        if (strcmp(former[i].id, id) == 0) {
            diag_report(r->d, DIAG_FORMER_ID_OWN, former[i].place, id);
        } else if (!fields_check_name(r, former[i].id, former[i].place)) {
            continue; /* told */
        } else if (is_in_use(r->r, kind, former[i].id)) {
            diag_report(r->d, DIAG_FORMER_ID_IN_USE, former[i].place, former[i].id);
        } else if (other) {
            diag_report(r->d, DIAG_FORMER_ID_TWICE, former[i].place, former[i].id, other);
        } else {
            map_set(by_id, former[i].id, (char *)id);
            VEC_PUSH(r->a, list, ((struct renamed){kind, former[i].id, id}));
        }
    }
}

/* --- what was printed under former ids --- */

static void rename_figures(struct reading *r, struct printed_figure *f, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *now = records_renamed_figure(r->a, r->r, f[i].id);
        f[i].id = now ? now : f[i].id;
    }
}

static void rename_rankings(struct reading *r, struct printed_ranking *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < list[i].n; k++) {
            const char *now = records_renamed(r->r, RENAMED_PARTNER, list[i].item[k].id);
            list[i].item[k].id = now ? now : list[i].item[k].id;
        }
}

static void rename_printed(struct reading *r)
{
    struct records *all = r->r;
    for (size_t i = 0; i < all->published_n; i++) {
        struct published *p = &all->published[i];
        const char *now = records_renamed(all, RENAMED_DOCUMENT, p->document);
        p->document = now ? now : p->document;
        rename_figures(r, p->figure, p->n);
        rename_rankings(r, p->ranking, p->rankings);
    }
    for (size_t i = 0; i < all->history_n; i++)
        rename_figures(r, all->history[i].figure, all->history[i].n);
    for (size_t i = 0; i < all->document_n; i++)
        for (size_t k = 0; k < all->document[i].revised_n; k++) {
            struct revision *v = &all->document[i].revised[k];
            rename_figures(r, v->figure, v->n);
            rename_rankings(r, v->ranking, v->rankings);
        }
}

void former_read_all(struct reading *r)
{
    struct records *all = r->r;
    renamed_list list = {0};
    for (int k = 0; k < RENAMED_KINDS; k++)
        map_init(&all->renamed_id[k], r->a);
    for (size_t i = 0; i < all->agreement_n; i++)
        add(r, RENAMED_AGREEMENT, all->agreement[i]->id, all->agreement[i]->former_id,
            all->agreement[i]->former_id_n, &list);
    for (size_t i = 0; i < all->partner_n; i++)
        add(r, RENAMED_PARTNER, all->partner[i]->id, all->partner[i]->former_id,
            all->partner[i]->former_id_n, &list);
    for (size_t i = 0; i < all->document_n; i++)
        add(r, RENAMED_DOCUMENT, all->document[i].id, all->document[i].former_id,
            all->document[i].former_id_n, &list);
    for (size_t i = 0; i < all->story_n; i++)
        add(r, RENAMED_STORY, all->story[i].slug, all->story[i].former_id,
            all->story[i].former_id_n, &list);
    for (size_t i = 0; i < all->opportunity_n; i++)
        add(r, RENAMED_OPPORTUNITY, all->opportunity[i].id, all->opportunity[i].former_id,
            all->opportunity[i].former_id_n, &list);
    all->renamed = list.p;
    all->renamed_n = list.n;
    rename_printed(r);
}
