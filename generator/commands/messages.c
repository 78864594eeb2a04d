#include "commands/messages.h"

#include "base/arena.h"
#include "base/map.h"
#include "records/records.h"

#include <string.h>

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct map english; /* all texts there are, by their keys */
    struct map *text;
};

static void add_field_text(void *ctx, const char *english)
{
    struct reader *r = ctx;
    map_set(&r->english, english, (void *)english);
}

static void collect_english(struct reader *r)
{
    for (int i = 0; i < DIAG_CODES; i++) {
        enum diag_code code = (enum diag_code)i;
        const char *slug = diag_slug(code), *hint = diag_english_hint(code);
        map_set(&r->english, slug, (void *)diag_english(code));
        if (hint)
            map_set(&r->english, arena_printf(r->arena, "%s.hint", slug), (void *)hint);
    }
    for (int i = 0; i < PHRASES; i++)
        map_set(&r->english, phrase_slug((enum phrase)i), (void *)phrase_english((enum phrase)i));
    records_field_texts(r->arena, add_field_text, r);
}

static void read_pair(struct reader *r, const struct node_pair *pair)
{
    const char *key = pair->key->text, *english = map_get(&r->english, key);
    if (!english) {
        const char *near = map_nearest(&r->english, key);
        diag_report(r->diags, DIAG_MESSAGE_UNKNOWN, pair->key->place, key);
        if (near)
            diag_hint(r->diags, HINT_DID_YOU_MEAN, near);
    } else if (pair->value->kind != NODE_SCALAR || !*pair->value->text) {
        diag_report(r->diags, DIAG_EMPTY_VALUE, pair->key->place, key);
    } else if (!phrase_same_arguments(pair->value->text, english)) {
        diag_report(r->diags, DIAG_MESSAGE_ARGUMENTS, pair->value->place, key, english);
    } else {
        map_set(r->text, key, (void *)pair->value->text);
    }
}

static void read_file(struct reader *r, const char *path)
{
    const struct source *src = input_read(r->arena, r->diags, path);
    const struct node *n = src ? input_yaml(r->arena, r->diags, src) : NULL;
    for (size_t i = 0; n && n->kind == NODE_MAP && i < n->n; i++)
        read_pair(r, &n->pair[i]);
}

const struct map *messages_read(struct arena *a, struct diags *d,
                                const struct input_layers *templates, const char *language)
{
    struct reader r = {.arena = a, .diags = d};
    if (strcmp(language, "en") == 0)
        return NULL;
    map_init(&r.english, a);
    collect_english(&r);
    r.text = ARENA_NEW(a, struct map);
    map_init(r.text, a);
    for (size_t i = templates->n; i-- > 0;) {
        const char *path = arena_printf(a, "%s/messages/%s.yaml", templates->dir[i], language);
        if (input_exists(path))
            read_file(&r, path);
    }
    if (r.text->n == 0)
        diag_report(d, DIAG_NO_MESSAGES, (struct place){0}, language,
                    arena_printf(a, "%s/messages/%s.yaml", templates->dir[templates->n - 1],
                                 language));
    return r.text->n ? r.text : NULL;
}
