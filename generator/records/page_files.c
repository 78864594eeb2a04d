#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

/* pages/<slug>/<lang>.md and strings/<lang>.yaml. */

void page_files_check_front(struct arena *a, struct diags *d, const struct source *src)
{
    const struct source *yaml, *body;
    int line;
    size_t n = strcspn(src->text, "\r\n");
    while (n > 0 && strchr(" \t", src->text[n - 1]))
        n--;
    if (n != 3)
        return;
    input_front_matter(a, src, &yaml, &body, &line);
    if (memcmp(src->text, "+++", 3) == 0)
        diag_report(d, DIAG_FRONT_MATTER, place_of(src, 0, 3), "settings are not written in +++");
    else if (memcmp(src->text, "---", 3) == 0 && body == src)
        diag_report(d, DIAG_FRONT_MATTER, place_of(src, 0, 3),
                    "this opens settings that are never closed");
}

/* Folders of the site itself: a page in one of them would mix with what is made from records. */
static void check_reserved(struct reading *r, const char *slug, struct place place)
{
    static const char *const folders[] = {
        "agreements", "partners",  "regions",       "priorities", "types",   "kinds",
        "years",      "stories",   "opportunities", "documents",  "search",  "figures",
        "data",       "assets",    "initiatives",   "memberships", NULL};
    for (size_t i = 0; folders[i]; i++)
        if (strcmp(folders[i], slug) == 0)
            diag_report(r->d, DIAG_RESERVED_PAGE, place, slug);
}

static void read_pages(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/pages", r->r->dir);
    struct input_list slugs = input_names(r->a, r->d, dir, "");
    VEC(struct page_file) files = {0};
    for (size_t i = 0; i < slugs.n; i++) {
        const char *folder = arena_printf(r->a, "%s/%s", dir, slugs.name[i]);
        struct input_list names = input_names(r->a, r->d, folder, ".md");
        const char *first = names.n ? arena_printf(r->a, "%s/%s", folder, names.name[0]) : folder;
        fields_check_id(r, slugs.name[i], read_file_place(r->a, folder));
        check_reserved(r, slugs.name[i], read_file_place(r->a, first));
        for (size_t k = 0; k < names.n; k++) {
            if (unread_is_for_people(names.name[k]))
                continue;
            const char *path = arena_printf(r->a, "%s/%s", folder, names.name[k]);
            const char *code = read_file_stem(r->a, names.name[k], ".md");
            int lang = fields_lang(r, code, read_file_place(r->a, path));
            const struct source *src = lang >= 0 ? input_read(r->a, r->d, path) : NULL;
            struct page_file file = {src, slugs.name[i], (enum lang)lang};
            if (!src)
                continue;
            page_files_check_front(r->a, r->d, src);
            VEC_PUSH(r->a, &files, file);
        }
    }
    r->r->page = files.p;
    r->r->page_n = files.n;
}

static bool is_string_id(const char *s)
{
    return *s >= 'a' && *s <= 'z' &&
           strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

static void read_string(struct reading *r, const struct node_pair *pair, struct strings *out)
{
    const char *id = pair->key->text;
    if (!is_string_id(id)) {
        diag_report(r->d, DIAG_BAD_ID, pair->key->place, id,
                    "small letters, digits and underscores, and starts with a letter");
        return;
    }
    if (fields_is_empty(pair->value)) {
        diag_report(r->d, DIAG_EMPTY_VALUE, pair->key->place, id);
        return;
    }
    const char *s = fields_scalar(r, id, "one text", pair->value);
    struct place *p = ARENA_NEW(r->a, struct place);
    *p = pair->value->place;
    if (s) {
        map_set(&out->text, id, (void *)s);
        map_set(&out->place, id, p);
    }
}

static void read_strings(struct reading *r, const char *path, struct strings *out)
{
    struct node *n = read_file_tree(r, path, &out->src);
    for (size_t i = 0; n && fields_is_map(r, "strings", n) && i < n->n; i++)
        read_string(r, &n->pair[i], out);
}

void page_files_read(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/strings", r->r->dir);
    struct input_list names = input_names(r->a, r->d, dir, ".yaml");
    read_pages(r);
    for (int lang = 0; lang < LANGS; lang++) {
        map_init(&r->r->strings[lang].text, r->a);
        map_init(&r->r->strings[lang].place, r->a);
    }
    for (size_t i = 0; i < names.n; i++) {
        const char *path = arena_printf(r->a, "%s/%s", dir, names.name[i]);
        const char *code = read_file_stem(r->a, names.name[i], ".yaml");
        int lang = fields_lang(r, code, read_file_place(r->a, path));
        if (lang >= 0)
            read_strings(r, path, &r->r->strings[lang]);
    }
}
