/* read_file.c - files of the content, with drafts laid over them. */
#include "records/records_room.h"

#include "base/arena.h"
#include "base/progress.h"

#include <stdlib.h>
#include <string.h>

struct place read_file_place(struct arena *a, const char *path)
{
    struct source *s = ARENA_NEW(a, struct source);
    *s = (struct source){.path = path, .text = ""};
    return (struct place){.src = s, .len = 1};
}

const char *read_file_stem(struct arena *a, const char *name, const char *ending)
{
    return arena_strndup(a, name, strlen(name) - strlen(ending));
}

/* What stands right in a folder on the way to a path: NULL unless it is a file whose name ends in
 * suffix or, with suffix "", a folder. */
static const char *name_within(struct arena *a, const char *dir, const char *path,
                               const char *suffix)
{
    size_t n = strlen(dir);
    if (strncmp(path, dir, n) != 0 || path[n] != '/')
        return NULL;
    const char *name = path + n + 1;
    size_t len = strcspn(name, "/"), end = strlen(suffix);
    bool folder = name[len] == '/';
    if (folder != (end == 0) || (!folder && (len <= end || strcmp(name + len - end, suffix) != 0)))
        return NULL;
    return arena_strndup(a, name, len);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool read_file_refused(const struct records *r, const char *path)
{
    return r->refused && r->refused->n && (map_has(r->refused, path) || map_has(r->refused, r->dir));
}

/* Files stay: their ids are known, though nothing is read of them. */
static void drop_refused(struct reading *r, const char *dir, struct input_list *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++)
        if (!read_file_refused(r->r, arena_printf(r->a, "%s/%s", dir, list->name[i])))
            list->name[n++] = list->name[i];
    list->n = n;
}

const struct input_folder *read_file_folder(struct reading *r, const char *dir)
{
    struct input_folder *f = map_get(&r->folder, dir);
    if (f)
        return f;
    f = ARENA_NEW(r->a, struct input_folder);
    if (!read_file_refused(r->r, dir))
        *f = input_folder(r->a, r->d, dir);
    if (r->r->refused && r->r->refused->n)
        drop_refused(r, dir, &f->folders);
    map_set(&r->folder, dir, f);
    return f;
}

struct input_list read_file_names(struct reading *r, const char *dir, const char *suffix)
{
    struct input_list there = input_ending(r->a, read_file_folder(r, dir), suffix);
    struct map names;
    if (r->draft.n == 0)
        return there;
    map_init(&names, r->a);
    for (size_t i = 0; i < there.n; i++)
        map_set(&names, there.name[i], r);
    for (size_t i = 0; i < r->draft.n; i++) {
        const char *name = name_within(r->a, dir, r->draft.item[i].key, suffix);
        if (name)
            map_set(&names, name, r);
    }
    struct input_list all = {.name = ARENA_ARRAY(r->a, const char *, names.n), .n = names.n};
    for (size_t i = 0; i < names.n; i++)
        all.name[i] = names.item[i].key;
    if (all.n)
        qsort(all.name, all.n, sizeof *all.name, compare_names);
    return all;
}

bool read_file_exists(const struct reading *r, const char *path)
{
    return map_has(&r->draft, path) || input_exists(path);
}

/* Counts what was read, also what is no text; NULL when all is too much. */
static const struct source *read_counted(struct reading *r, const char *path)
{
    size_t took;
    const struct source *src = input_read_counted(r->a, r->d, path, &took);
    if (!r->sum)
        return src;
    if (atomic_fetch_add(&r->sum->bytes, took) + took > INPUT_TOTAL_MAX)
        atomic_store(&r->sum->over, true);
    return atomic_load(&r->sum->over) ? NULL : src;
}

const struct source *read_file_source(struct reading *r, const char *path)
{
    const struct records_draft *draft = map_get(&r->draft, path);
    progress_step(r->progress, PHRASE_READING, ++r->files, 0);
    if (!draft && (read_file_refused(r->r, path) || (r->sum && atomic_load(&r->sum->over))))
        return NULL;
    if (!draft)
        return read_counted(r, path);
    struct source *s = ARENA_NEW(r->a, struct source);
    *s = (struct source){.path = arena_strdup(r->a, path),
                         .text = arena_strdup(r->a, draft->text),
                         .len = strlen(draft->text)};
    input_check_unseen(r->d, s);
    return s;
}

struct node *read_file_tree(struct reading *r, const char *path, const struct source **src)
{
    const struct source *s = read_file_source(r, path);
    if (src)
        *src = s;
    return s ? input_yaml_in(r->nodes ? r->nodes : r->a, r->a, r->d, s) : NULL;
}
