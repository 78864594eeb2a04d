/* read_file.c - files of the content, with drafts laid over them. */
#include "records/records_room.h"

#include "base/arena.h"

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

static const struct records_draft *find_draft(const struct reading *r, const char *path)
{
    for (size_t i = 0; i < r->drafts; i++)
        if (strcmp(r->draft[i].path, path) == 0)
            return &r->draft[i];
    return NULL;
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

static bool has_name(const struct input_list *list, const char *name)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->name[i], name) == 0)
            return true;
    return false;
}

struct input_list read_file_names(struct reading *r, const char *dir, const char *suffix)
{
    struct input_list there = input_names(r->a, r->d, dir, suffix);
    if (r->drafts == 0)
        return there;
    struct input_list all = {.name = ARENA_ARRAY(r->a, const char *, there.n + r->drafts)};
    for (size_t i = 0; i < there.n; i++)
        all.name[all.n++] = there.name[i];
    for (size_t i = 0; i < r->drafts; i++) {
        const char *name = name_within(r->a, dir, r->draft[i].path, suffix);
        if (name && !has_name(&all, name))
            all.name[all.n++] = name;
    }
    if (all.n)
        qsort(all.name, all.n, sizeof *all.name, compare_names);
    return all;
}

bool read_file_exists(const struct reading *r, const char *path)
{
    return find_draft(r, path) || input_exists(path);
}

const struct source *read_file_source(struct reading *r, const char *path)
{
    const struct records_draft *draft = find_draft(r, path);
    if (!draft)
        return input_read(r->a, r->d, path);
    struct source *s = ARENA_NEW(r->a, struct source);
    *s = (struct source){.path = arena_strdup(r->a, path),
                         .text = arena_strdup(r->a, draft->text),
                         .len = strlen(draft->text)};
    return s;
}

struct node *read_file_tree(struct reading *r, const char *path, const struct source **src)
{
    const struct source *s = read_file_source(r, path);
    if (src)
        *src = s;
    return s ? input_yaml_in(r->nodes ? r->nodes : r->a, r->a, r->d, s) : NULL;
}
