#include "commands/build_part.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

/* The agreement whose page this is: site/<language>/agreements/<id>/index.html. */
static const struct deal *deal_of(const struct session *s, const char *path)
{
    static const char folder[] = "/agreements/", file[] = "/index.html";
    const char *id = strstr(path, folder);
    if (strncmp(path, "site/", 5) != 0 || !id || id != strchr(path + 5, '/'))
        return NULL;
    id += strlen(folder);
    size_t n = strcspn(id, "/");
    return strcmp(id + n, file) == 0 ? model_deal(s->model, arena_strndup(s->arena, id, n)) : NULL;
}

static bool may_stay(void *ctx, const char *path)
{
    struct build_part *part = ctx;
    const struct deal *deal = deal_of(part->session, path);
    if (!deal || !deal->record->internal)
        return true;
    VEC_PUSH(part->session->arena, &part->left, ((struct build_left){deal, path}));
    return false;
}

bool build_part_stands(const struct session *s, enum lang lang)
{
    const char *pages = arena_printf(s->arena, "site/%s/", lang_code[lang]);
    return (s->opt->lang || s->opt->document) && publish_made(s->arena, s->opt->output, pages);
}

void build_part_begin(struct build_part *part, const struct session *s, struct publish *p)
{
    const char *id = s->opt->document;
    *part = (struct build_part){.session = s};
    if (!id && !s->opt->lang)
        return;
    publish_keep_rest(p);
    if (!s->opt->internal)
        publish_ask(p, may_stay, part);
    if (!id)
        publish_part(p, "site/data/", "");
    for (size_t i = 0; i < s->languages; i++) {
        const char *lang = lang_code[s->lang[i]];
        publish_part(p, id ? arena_printf(s->arena, "site/%s/documents/%s/", lang, id)
                           : arena_printf(s->arena, "site/%s/", lang), "");
        publish_part(p, id ? arena_printf(s->arena, "documents/%s", id) : "documents/",
                     arena_printf(s->arena, ".%s.pdf", lang));
        if (!id) /* its index names all that can be found */
            publish_part(p, arena_printf(s->arena, "site/assets/search-%s", lang), ".js");
    }
}

/* "en, fr": the languages of the pages of an agreement. */
static const char *languages_of(const struct build_part *part, const struct deal *deal)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < part->left.n; i++) {
        const char *lang = part->left.p[i].path + strlen("site/");
        if (part->left.p[i].deal == deal)
            buf_printf(&b, "%s%.*s", b.n ? ", " : "", (int)strcspn(lang, "/"), lang);
    }
    return buf_to_arena(&b, part->session->arena);
}

bool build_part_report(const struct build_part *part, struct diags *d)
{
    const struct deal *const *deal;
    size_t n = model_deals(part->session->model, &deal);
    for (size_t i = 0; part->left.n && i < n; i++) {
        const char *languages = languages_of(part, deal[i]);
        if (*languages)
            diag_report(d, DIAG_INTERNAL_STAYS, deal[i]->record->place, languages);
    }
    return part->left.n > 0;
}
