#include "records/records_room.h"

#include "base/arena.h"

#include <string.h>

const char *const lang_code[LANGS] = {"en", "fr", "es", "ar", "zh", "ru"};

int lang_of(const char *code)
{
    for (int i = 0; i < LANGS; i++)
        if (strcmp(lang_code[i], code) == 0)
            return i;
    return -1;
}

const char *text_in(const struct text *t, enum lang want, enum lang fallback, enum lang *got)
{
    enum lang found = t->in[want] ? want : fallback;
    for (enum lang i = 0; i < LANGS && !t->in[found]; i++)
        found = t->in[i] ? i : found;
    if (got)
        *got = found;
    return t->in[found];
}

/* --- files --- */

struct place read_file_place(struct arena *a, const char *path)
{
    struct source *s = ARENA_NEW(a, struct source);
    *s = (struct source){.path = path, .text = ""};
    return (struct place){.src = s, .len = 1};
}

struct node *read_file_tree(struct reading *r, const char *path, const struct source **src)
{
    const struct source *s = input_read(r->a, r->d, path);
    if (src)
        *src = s;
    return s ? input_yaml(r->a, r->d, s) : NULL;
}

const char *read_file_stem(struct arena *a, const char *name, const char *ending)
{
    return arena_strndup(a, name, strlen(name) - strlen(ending));
}

/* --- what is not read --- */

struct folder {
    const char *name, *ending; /* ending of the files in it; "" = folders only */
    bool folders;              /* it has folders too */
};

/* Folders of later editions are known, so that they are not reported. */
static const struct folder folders[] = {
    {"agreements", ".yaml", true}, {"partners", ".yaml", false}, {"vocabulary", ".yaml", false},
    {"rates", ".csv", false},      {"history", ".yaml", false},  {"published", ".yaml", false},
    {"documents", "", true},       {"pages", "", true},          {"strings", ".yaml", false},
    {"stories", "", true},         {"opportunities", ".yaml", false}, {"targets", ".yaml", false},
};
enum { FOLDERS = sizeof folders / sizeof folders[0] };

static bool ends_in(const char *s, const char *ending)
{
    size_t n = strlen(s), m = strlen(ending);
    return m && n > m && strcmp(s + n - m, ending) == 0;
}

/* A file with the wrong ending is most often a record that would be missed silently. */
static void check_files(struct reading *r, const char *dir, const char *ending)
{
    struct input_list files = input_files(r->a, r->d, dir);
    for (size_t i = 0; i < files.n; i++) {
        const char *name = files.name[i], *why = "a file without a known ending";
        if (ends_in(name, ending) || ends_in(name, ".md") || ends_in(name, ".txt"))
            continue;
        const char *path = arena_printf(r->a, "%s/%s", dir, name);
        if (*ending)
            why = arena_printf(r->a, "files here end in %s", ending);
        diag_report(r->d, DIAG_UNKNOWN_FILE, read_file_place(r->a, path), why);
        if (ends_in(name, ".yml") && strcmp(ending, ".yaml") == 0)
            diag_hint(r->d, "Rename it to %.*s.yaml", (int)(strlen(name) - 4), name);
    }
}

static void check_subfolders(struct reading *r, const struct folder *f, const char *dir)
{
    struct input_list names = input_names(r->a, r->d, dir, "");
    for (size_t i = 0; i < names.n; i++) {
        const char *path = arena_printf(r->a, "%s/%s", dir, names.name[i]);
        if (!f->folders)
            diag_report(r->d, DIAG_UNKNOWN_FILE, read_file_place(r->a, path),
                        "no folders are expected here");
        else if (*f->ending)
            check_files(r, path, f->ending);
    }
}

static void check_folders(struct reading *r)
{
    const char *names[FOLDERS + 1] = {NULL};
    struct input_list found = input_names(r->a, r->d, r->r->dir, "");
    for (size_t i = 0; i < FOLDERS; i++)
        names[i] = folders[i].name;
    for (size_t i = 0; i < found.n; i++) {
        const char *path = arena_printf(r->a, "%s/%s", r->r->dir, found.name[i]);
        size_t k = 0;
        while (k < FOLDERS && strcmp(folders[k].name, found.name[i]) != 0)
            k++;
        if (k < FOLDERS) {
            check_files(r, path, folders[k].ending);
            check_subfolders(r, &folders[k], path);
            continue;
        }
        const char *near = nearest_of(names, found.name[i]);
        diag_report(r->d, DIAG_UNKNOWN_FILE, read_file_place(r->a, path),
                    "content has no folder of this name");
        if (near)
            diag_hint(r->d, "did you mean \"%s\"?", near);
    }
}

struct records *records_read(struct arena *a, struct diags *d, const char *dir)
{
    struct records *all = ARENA_NEW(a, struct records);
    struct reading r = {.a = a, .d = d, .r = all};
    all->arena = a;
    all->dir = arena_strdup(a, dir);
    settings_read(&r); /* first: it says which language a bare text is in */
    vocabulary_read(&r);
    partner_read_all(&r);
    agreement_read_all(&r);
    rate_table_read(&r);
    printed_read_all(&r);
    document_read_all(&r);
    page_files_read(&r);
    check_folders(&r);
    return all;
}
