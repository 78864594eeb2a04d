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

const char *records_id_of(struct arena *a, const char *name)
{
    return guess_id(a, name);
}

struct records *records_read(struct arena *a, struct diags *d, const char *dir)
{
    return records_read_with(a, d, dir, NULL, 0, NULL);
}

static struct records *read_all(struct reading r, const char *dir, const struct map *refused)
{
    struct arena *a = r.a;
    struct records *all = r.r = ARENA_NEW(a, struct records);
    map_init(&r.folder, a);
    map_init(&all->unread, a);
    map_init(&all->dim_year, a);
    all->arena = a;
    all->dir = dir;
    all->refused = refused;
    settings_read(&r); /* first: it says which language a bare text is in */
    vocabulary_read(&r);
    partner_read_all(&r);
    agreement_read_all(&r);
    rate_table_read(&r);
    printed_read_all(&r);
    document_read_all(&r);
    page_files_read(&r);
    story_read_all(&r);
    opportunity_read_all(&r);
    target_read_all(&r);
    former_read_all(&r);
    unread_check(&r);
    all->files = r.files;
    return all;
}

/* A folder of which nothing can be read is told for that alone: what lacks then is no fault. */
static struct records *read_nothing(struct arena *a, const char *dir)
{
    struct map *refused = ARENA_NEW(a, struct map);
    struct reading r = {.a = a, .d = diags_new(a)};
    map_init(refused, a);
    map_set(refused, dir, a);
    map_init(&r.draft, a);
    return read_all(r, dir, refused);
}

struct records *records_read_with(struct arena *a, struct diags *d, const char *dir,
                                  const struct records_draft *draft, size_t drafts,
                                  struct progress *progress)
{
    struct reading_sum *sum = ARENA_NEW(a, struct reading_sum);
    struct reading r = {.a = a, .d = diags_new(a), .progress = progress, .sum = sum};
    const char *root = arena_strdup(a, dir);
    const struct map *refused = input_vet(a, d, root);
    map_init(&r.draft, a);
    for (size_t i = 0; i < drafts; i++) {
        input_vet_name(a, d, root, draft[i].path);
        map_set(&r.draft, draft[i].path, (void *)&draft[i]);
    }
    struct records *all = map_has(refused, root) ? NULL : read_all(r, root, refused);
    if (all && !atomic_load(&sum->over)) {
        diags_take(d, r.d);
        return all;
    }
    if (all)
        diag_report(d, DIAG_CONTENT_TOO_LARGE, read_file_place(a, root),
                    arena_printf(a, "%d", INPUT_TOTAL_MAX / (1024 * 1024)));
    return read_nothing(a, root);
}

void records_read_styles(struct records *all, struct diags *d, const struct input_layers *templates)
{
    struct reading r = {.a = all->arena, .d = d, .r = all};
    map_init(&r.folder, all->arena);
    map_init(&r.draft, all->arena);
    paper_style_read_all(&r, templates);
}
