#include "records/records_room.h"

#include "base/arena.h"
#include "base/path.h"

#include <string.h>
#include <strings.h>

/* What stands in the content and is not read.  A file with a slightly wrong name or place is
 * most often a record that would be missed without a word; where money or a rate would be
 * missed, it is an error. */

struct folder {
    const char *name, *ending; /* of its files; "" = folders only */
    bool counts;               /* money could be missed */
    bool by_year;              /* its files may stand in folders, one level deep */
    void (*inside)(struct reading *r, const char *dir); /* checks each of its folders */
};

static void check_document(struct reading *r, const char *dir);
static void check_page(struct reading *r, const char *dir);
static void check_texts(struct reading *r, const char *dir);

static const struct folder folders[] = {
    {.name = "agreements", .ending = ".yaml", .counts = true, .by_year = true},
    {.name = "partners", .ending = ".yaml", .counts = true},
    {.name = "vocabulary", .ending = ".yaml"},
    {.name = "rates", .ending = ".csv", .counts = true},
    {.name = "history", .ending = ".yaml"},
    {.name = "published", .ending = ".yaml"},
    {.name = "documents", .ending = "", .inside = check_document},
    {.name = "pages", .ending = "", .inside = check_page},
    {.name = "strings", .ending = ".yaml"},
    {.name = "stories", .ending = "", .inside = check_texts},
    {.name = "opportunities", .ending = ".yaml"},
    {.name = "targets", .ending = ".yaml"},
};
enum { FOLDERS = sizeof folders / sizeof folders[0] };

bool unread_is_for_people(const char *name)
{
    return strncasecmp(name, "README", 6) == 0 &&
           (!name[6] || strcasecmp(name + 6, ".md") == 0 || strcasecmp(name + 6, ".txt") == 0);
}

static void report(struct reading *r, const struct folder *f, const char *path, const char *why)
{
    diag_report(r->d, f && f->counts ? DIAG_UNREAD_RECORD : DIAG_UNKNOWN_FILE,
                read_file_place(r->a, path), why);
    if (f && strcmp(f->name, "rates") == 0)
        r->r->rates_faulty = true;
}

/* The name with the ending it should have, for x.yml, x.YAML and x.yaml.txt; else NULL. */
static const char *renamed(struct arena *a, const char *name, const char *ending)
{
    static const char *const wrong[] = {".yaml.txt", ".csv.txt", ".md.txt", ".markdown", ".yaml",
                                        ".yml",      ".csv",     ".md",     NULL};
    for (size_t i = 0; *ending && wrong[i]; i++) {
        size_t n = strlen(name), m = strlen(wrong[i]);
        bool same = wrong[i][1] == ending[1];
        if (same && n > m && strcasecmp(name + n - m, wrong[i]) == 0)
            return arena_printf(a, "%.*s%s", (int)(n - m), name, ending);
    }
    return NULL;
}

static void report_file(struct reading *r, const struct folder *f, const char *dir,
                        const char *name, const char *ending)
{
    const char *why = *ending ? phrase_filled(r->a, PHRASE_FILES_END_IN, ending)
                              : phrase_mark(PHRASE_ONLY_FOLDERS);
    report(r, f, arena_printf(r->a, "%s/%s", dir, name), why);
    const char *better = renamed(r->a, name, ending);
    if (better)
        diag_hint(r->d, HINT_NAME_SHOULD_BE, better);
}

static void check_files(struct reading *r, const struct folder *f, const char *dir,
                        const char *ending)
{
    struct input_list files = read_file_folder(r, dir)->files;
    for (size_t i = 0; i < files.n; i++)
        if (!path_ends_in(files.name[i], ending) && !unread_is_for_people(files.name[i]))
            report_file(r, f, dir, files.name[i], ending);
}

static void check_no_folders(struct reading *r, const struct folder *f, const char *dir,
                             enum phrase why)
{
    struct input_list names = read_file_names(r, dir, "");
    for (size_t i = 0; i < names.n; i++)
        report(r, f, arena_printf(r->a, "%s/%s", dir, names.name[i]),
               phrase_mark(f && path_ends_in(names.name[i], f->ending) ? PHRASE_FOLDER_NAMED_AS_FILE
                                                                   : why));
}

void unread_check_styles(struct reading *r, const char *dir)
{
    check_files(r, NULL, dir, ".yaml");
    check_no_folders(r, NULL, dir, PHRASE_NO_FOLDERS);
}

/* --- documents and pages --- */

static void check_document(struct reading *r, const char *dir)
{
    struct input_list files = read_file_folder(r, dir)->files;
    struct input_list names = read_file_names(r, dir, "");
    for (size_t i = 0; i < files.n; i++)
        if (strcmp(files.name[i], "document.yaml") != 0 && !unread_is_for_people(files.name[i]))
            report(r, NULL, arena_printf(r->a, "%s/%s", dir, files.name[i]),
                   phrase_mark(PHRASE_DOCUMENT_HAS));
    for (size_t i = 0; i < names.n; i++) {
        const char *path = arena_printf(r->a, "%s/%s", dir, names.name[i]);
        if (lang_of(names.name[i]) < 0) {
            report(r, NULL, path, phrase_mark(PHRASE_FOLDERS_BY_LANGUAGE));
            continue;
        }
        check_files(r, NULL, path, ".md");
        check_no_folders(r, NULL, path, PHRASE_NO_FOLDERS);
    }
}

static void check_texts(struct reading *r, const char *dir)
{
    check_files(r, NULL, dir, ".md");
    check_no_folders(r, NULL, dir, PHRASE_NO_FOLDERS);
}

/* Texts for pages of the site stand one level deeper: pages/regions/AFR/en.md. */
static void check_page(struct reading *r, const char *dir)
{
    const char *name = strrchr(dir, '/') + 1;
    if (!page_files_is_slot(name, true)) {
        check_texts(r, dir);
        return;
    }
    struct input_list names = read_file_names(r, dir, "");
    check_files(r, NULL, dir, ".md");
    for (size_t i = 0; i < names.n; i++)
        check_texts(r, arena_printf(r->a, "%s/%s", dir, names.name[i]));
}

/* --- records --- */

static bool is_empty(struct reading *r, const char *dir)
{
    const struct input_folder *there = read_file_folder(r, dir);
    return there->files.n == 0 && there->folders.n == 0 &&
           read_file_names(r, dir, ".yaml").n == 0; /* with drafts */
}

/* Agreements may stand in folders of any name, but an empty one was meant to be of a year. */
static void check_year(struct reading *r, const struct folder *f, const char *dir,
                       const char *name)
{
    const char *path = arena_printf(r->a, "%s/%s", dir, name);
    if (path_ends_in(name, f->ending))
        report(r, f, path, phrase_mark(PHRASE_FOLDER_NAMED_AS_FILE));
    else if (!agreement_is_year(name) && is_empty(r, path))
        report(r, NULL, path, phrase_mark(PHRASE_FOLDERS_BY_YEAR));
    check_files(r, f, path, f->ending);
    check_no_folders(r, f, path, PHRASE_ONE_LEVEL_DEEP);
}

static void check_vocabulary(struct reading *r, const char *dir)
{
    struct input_list files = read_file_names(r, dir, ".yaml");
    for (size_t i = 0; i < files.n; i++) {
        const char *stem = read_file_stem(r->a, files.name[i], ".yaml"), *near = NULL;
        if (vocabulary_is_file(stem, &near))
            continue;
        report(r, NULL, arena_printf(r->a, "%s/%s", dir, files.name[i]),
               phrase_mark(PHRASE_NO_SUCH_VOCABULARY));
        if (near)
            diag_hint(r->d, HINT_DID_YOU_MEAN_VALUE, arena_printf(r->a, "%s.yaml", near));
    }
}

static void check_folder(struct reading *r, const struct folder *f, const char *dir)
{
    struct input_list names = read_file_names(r, dir, "");
    check_files(r, f, dir, f->ending);
    if (strcmp(f->name, "vocabulary") == 0)
        check_vocabulary(r, dir);
    if (!f->by_year && !f->inside) {
        check_no_folders(r, f, dir, PHRASE_NO_FOLDERS);
        return;
    }
    for (size_t i = 0; i < names.n; i++)
        if (f->by_year)
            check_year(r, f, dir, names.name[i]);
        else
            f->inside(r, arena_printf(r->a, "%s/%s", dir, names.name[i]));
}

void unread_check(struct reading *r)
{
    const char *names[FOLDERS + 1] = {NULL};
    struct input_list found = read_file_names(r, r->r->dir, "");
    for (size_t i = 0; i < FOLDERS; i++)
        names[i] = folders[i].name;
    for (size_t i = 0; i < found.n; i++) {
        const char *path = arena_printf(r->a, "%s/%s", r->r->dir, found.name[i]);
        size_t k = 0;
        while (k < FOLDERS && strcmp(folders[k].name, found.name[i]) != 0)
            k++;
        if (k < FOLDERS)
            check_folder(r, &folders[k], path);
        if (k < FOLDERS)
            continue;
        const char *near = nearest_of(names, found.name[i]);
        report(r, NULL, path, phrase_mark(PHRASE_NO_SUCH_FOLDER));
        if (near)
            diag_hint(r->d, HINT_DID_YOU_MEAN, near);
    }
}

void records_dim(struct reading *r, const char *year)
{
    if (agreement_is_year(year))
        map_set(&r->r->dim_year, year, r->r);
}

bool records_unread(const struct records *r, const char *name)
{
    static const struct {
        const char *begin;
        enum vocab_kind kind;
    } lists[] = {{"regions", VOCAB_REGIONS},         {"priorities", VOCAB_PRIORITIES},
                 {"types", VOCAB_PARTNER_TYPES},     {"kinds", VOCAB_KINDS},
                 {"memberships", VOCAB_MEMBERSHIPS}, {"initiatives", VOCAB_INITIATIVES},
                 {"partners.membership", VOCAB_MEMBERSHIPS}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        size_t n = strlen(lists[i].begin);
        if (strncmp(name, lists[i].begin, n) == 0 && (name[n] == '/' || name[n] == '.'))
            return r->vocab[lists[i].kind].faulty;
    }
    return map_has(&r->unread, name);
}
