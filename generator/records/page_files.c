#include "records/records_room.h"

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

/* pages/<path>/<lang>.md and strings/<lang>.yaml. */

bool page_files_opens_front(const struct source *src)
{
    size_t n = strcspn(src->text, "\r\n");
    while (n > 0 && strchr(" \t", src->text[n - 1]))
        n--;
    return n == 3 && (memcmp(src->text, "+++", 3) == 0 || memcmp(src->text, "---", 3) == 0);
}

void page_files_check_front(struct arena *a, struct diags *d, const struct source *src)
{
    const struct source *yaml, *body;
    int line;
    if (!page_files_opens_front(src))
        return;
    input_front_matter(a, src, &yaml, &body, &line);
    if (memcmp(src->text, "+++", 3) == 0)
        diag_report(d, DIAG_FRONT_MATTER, place_of(src, 0, 3), phrase_mark(PHRASE_FRONT_IN_PLUSES));
    else if (body == src)
        diag_report(d, DIAG_FRONT_MATTER, place_of(src, 0, 3),
                    phrase_mark(PHRASE_FRONT_NEVER_CLOSED));
}

/* What may stand at the top of a page, for editors and for accord new; narratives read it. */
static const struct field page_fields[] = {
    {.key = "title", .type = FIELD_LINE, .required = true, .ask = "What is the page called?",
     .doc = "its title, in this language"},
};
const struct shape page_file_shape = {.what = "a page", FIELDS(page_fields)};

/* Pages that the site makes anyway: a text with the path of one stands on it. */
static const struct slot {
    const char *name;
    bool deep; /* the pages below it, too: regions/AFR */
} slots[] = {
    {"home", false},  {"about", false}, {"agreements", true},    {"partners", true},
    {"regions", true}, {"priorities", true}, {"types", true},     {"kinds", true},
    {"years", true},  {"documents", false}, {"stories", false},  {"opportunities", true},
};

bool page_files_is_slot(const char *name, bool deep)
{
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (strcmp(slots[i].name, name) == 0)
            return slots[i].deep || !deep;
    return false;
}

/* Folders of the site itself: a page in one of them would mix with what is made there.  Those of targets
 * are made in the internal profile only: in public a page of theirs would be the only one. */
static void check_reserved(struct reading *r, const char *slug, struct place place)
{
    static const char *const folders[] = {"search", "figures",     "data",        "assets", "targets",
                                          "charts", "initiatives", "memberships", NULL};
    for (size_t i = 0; folders[i]; i++)
        if (strcmp(folders[i], slug) == 0)
            diag_report(r->d, DIAG_RESERVED_PAGE, place, slug);
}

void page_files_folder(struct reading *r, const char *dir, const char *slug,
                       enum page_use use, page_list *list)
{
    struct input_list names = read_file_names(r, dir, ".md");
    for (size_t i = 0; i < names.n; i++) {
        if (unread_is_for_people(names.name[i]))
            continue;
        const char *path = arena_printf(r->a, "%s/%s", dir, names.name[i]);
        const char *code = read_file_stem(r->a, names.name[i], ".md");
        int lang = fields_lang(r, code, read_file_place(r->a, path));
        const struct source *src = lang >= 0 ? read_file_source(r, path) : NULL;
        if (!src)
            continue;
        page_files_check_front(r->a, r->d, src);
        VEC_PUSH(r->a, list, ((struct page_file){src, slug, (enum lang)lang, use}));
    }
}

/* pages/regions/AFR: folders one level deeper. */
static void read_slots(struct reading *r, const char *dir, const char *name, page_list *list)
{
    struct input_list ids = read_file_names(r, dir, "");
    for (size_t i = 0; i < ids.n; i++)
        page_files_folder(r, arena_printf(r->a, "%s/%s", dir, ids.name[i]),
                          arena_printf(r->a, "%s/%s", name, ids.name[i]), PAGE_SLOT, list);
}

static void read_pages(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/pages", r->r->dir);
    struct input_list slugs = read_file_names(r, dir, "");
    page_list files = {0};
    for (size_t i = 0; i < slugs.n; i++) {
        const char *name = slugs.name[i], *folder = arena_printf(r->a, "%s/%s", dir, name);
        struct input_list names = read_file_names(r, folder, ".md");
        const char *first = names.n ? arena_printf(r->a, "%s/%s", folder, names.name[0]) : folder;
        if (fields_check_id(r, name, read_file_place(r->a, folder)))
            fields_check_name(r, name, read_file_place(r->a, folder));
        check_reserved(r, name, read_file_place(r->a, first));
        page_files_folder(r, folder, name,
                          page_files_is_slot(name, false) ? PAGE_SLOT : PAGE_OWN, &files);
        if (page_files_is_slot(name, true))
            read_slots(r, folder, name, &files);
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
                    phrase_mark(PHRASE_ID_OF_STRING));
        return;
    }
    if (fields_is_empty(pair->value)) {
        diag_report(r->d, DIAG_EMPTY_VALUE, pair->key->place, id);
        return;
    }
    const char *s = fields_scalar(r, id, phrase_mark(PHRASE_ONE_TEXT), pair->value);
    struct place *p = ARENA_NEW(r->a, struct place);
    *p = pair->value->place;
    if (s) {
        map_set(&out->text, id, (void *)s);
        map_set(&out->place, id, p);
    }
}

static void read_strings(struct reading *r, const char *path, struct strings *out)
{
    r->nodes = arena_new(); /* these are the largest trees there are */
    struct node *n = read_file_tree(r, path, &out->src);
    out->unread = !n || n->kind != NODE_MAP;
    for (size_t i = 0; n && fields_is_map(r, "strings", n) && i < n->n; i++)
        read_string(r, &n->pair[i], out);
    arena_free(r->nodes);
    r->nodes = NULL;
}

void page_files_read(struct reading *r)
{
    const char *dir = arena_printf(r->a, "%s/strings", r->r->dir);
    struct input_list names = read_file_names(r, dir, ".yaml");
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
