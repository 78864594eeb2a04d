/* diff_unsure.c - what a state at fault may tell in public.
 *
 * Where files cannot be read it is not known what is internal, nor whose partners these are.  So an
 * agreement whose file is faulty may be named only when it says nothing to the contrary, and whoever such
 * a file, or one of targets, mentions only when a public agreement names them too. */
#include "commands/diff.h"

#include <string.h>

static const char *stem(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    path = slash ? slash + 1 : path;
    return arena_strndup(a, path, strcspn(path, "."));
}

static bool is_in(const char *path, const char *folder)
{
    return strncmp(path, folder, strlen(folder)) == 0;
}

/* A word that is wrong may have been meant to be "internal"; so may be whatever stands in no tree. */
static bool may_be_internal(struct diff_side *s, const struct source *src)
{
    const struct node *n = input_yaml(s->arena, diags_new(s->arena), src);
    const struct node *publish = n && n->kind == NODE_MAP ? node_get(n, "publish") : NULL;
    if (!n || n->kind != NODE_MAP)
        s->unread_agreements = true; /* whoever it names */
    return !n || n->kind != NODE_MAP || strstr(src->text, "internal") ||
           (publish && (publish->kind != NODE_SCALAR || strcmp(publish->text, "public") != 0));
}

/* Everything in a text that could be an id. */
static void add_words(struct diff_side *s, struct map *words, const char *text)
{
    static const char sign[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    for (size_t n; *text; text += n) {
        n = strspn(text, sign);
        if (n)
            map_set(words, arena_strndup(s->arena, text, n), s);
        n += strcspn(text + n, sign);
    }
}

void diff_unsure_unread(struct diff_side *s, const char *path)
{
    s->unread_agreements = s->unread_agreements || is_in(path, "agreements/") || is_in(path, "targets/");
    if (is_in(path, "agreements/"))
        map_set(&s->unsure_deal, stem(s->arena, path), s);
}

void diff_unsure_read(struct diff_side *s)
{
    for (size_t i = 0; i < s->files.n; i++) {
        const struct content_file *f = &s->files.file[i];
        if (is_in(f->path, "targets/"))
            add_words(s, &s->unsure_word, f->src->text);
        if (!is_in(f->path, "agreements/") || !may_be_internal(s, f->src))
            continue;
        map_set(&s->unsure_deal, stem(s->arena, f->path), s);
        add_words(s, &s->unsure_word, f->src->text);
    }
    for (size_t i = 0; i < s->records->agreement_n; i++) {
        const struct agreement *g = s->records->agreement[i];
        for (size_t k = 0; k < g->partner_n && !diff_unsure_deal(s, g->id) && !g->internal; k++)
            map_set(&s->sure_partner, g->partner[k].id, s);
    }
}

bool diff_unsure_deal(const struct diff_side *s, const char *id)
{
    return map_has(&s->unsure_deal, id);
}

bool diff_unsure_partner(const struct diff_side *s, const char *id)
{
    return !s->sound && !map_has(&s->sure_partner, id) &&
           (s->unread_agreements || map_has(&s->unsure_word, id));
}
