/* diff_side.c - one state of the content: its records, its figures, and where they are printed. */
#include "commands/diff.h"

#include "input/input.h"
#include "narrative/narrative.h"

#include <string.h>

/* --- files --- */

typedef VEC(struct content_file) file_list;

/* What check refuses to read (a link that leads out, a pipe) is not read here either. */
static bool is_refused(const struct diff_side *s, const char *path)
{
    const struct map *refused = s->records->refused;
    return refused && (map_has(refused, path) || map_has(refused, s->dir));
}

/* Here all files are read, also those that no record is in, and those that are no text. */
static bool count(struct diff_side *s, size_t n)
{
    s->bytes += n;
    if (s->bytes <= INPUT_TOTAL_MAX)
        return true;
    diag_report(s->diags, DIAG_CONTENT_TOO_LARGE, diag_file(s->diags, s->dir),
                arena_printf(s->arena, "%d", INPUT_TOTAL_MAX / (1024 * 1024)));
    return false;
}

static void gather(struct diff_side *s, struct diags *quiet, const char *below, int depth,
                   file_list *list)
{
    const char *dir = *below ? arena_printf(s->arena, "%s/%s", s->dir, below) : s->dir;
    const char *lead = *below ? arena_printf(s->arena, "%s/", below) : "";
    if (is_refused(s, dir))
        return;
    struct input_list files = input_files(s->arena, quiet, dir);
    struct input_list folders = input_names(s->arena, quiet, dir, "");
    for (size_t i = 0; i < files.n && s->bytes <= INPUT_TOTAL_MAX; i++) {
        const char *path = arena_printf(s->arena, "%s%s", lead, files.name[i]);
        const char *from = arena_printf(s->arena, "%s/%s", s->dir, path);
        size_t took = 0;
        const struct source *src =
            is_refused(s, from) ? NULL : input_read_counted(s->arena, quiet, from, &took);
        if (count(s, took) && src)
            VEC_PUSH(s->arena, list, ((struct content_file){path, src}));
        else
            diff_unsure_unread(s, path);
    }
    for (size_t i = 0; i < folders.n && depth < INPUT_FOLDERS_DEEP; i++)
        gather(s, quiet, arena_printf(s->arena, "%s%s", lead, folders.name[i]), depth + 1, list);
}

/* --- what is printed --- */

static struct diff_print *print_of(struct diff_side *s, const char *figure, const char *form)
{
    const char *key = arena_printf(s->arena, "%s %s", figure, form);
    struct diff_print *p = map_get(&s->print, key);
    if (p)
        return p;
    p = ARENA_NEW(s->arena, struct diff_print);
    p->figure = figure;
    p->form = form;
    map_set(&s->print, key, p);
    return p;
}

/* Languages are read one after the other: what one owner prints in several is told once. */
static void add_spot(struct diff_side *s, struct diff_print *p, struct diff_spot spot)
{
    for (size_t i = 0; i < p->spot.n; i++)
        if (strcmp(p->spot.p[i].owner, spot.owner) == 0)
            return;
    VEC_PUSH(s->arena, &p->spot, spot);
}

static void add_ranking(struct diff_side *s, const char *id, size_t n)
{
    size_t *printed = map_get(&s->ranking, id);
    if (!printed)
        map_set(&s->ranking, id, printed = ARENA_NEW(s->arena, size_t));
    *printed = n > *printed ? n : *printed;
}

static void add_narrative(struct diff_side *s, const struct views *v, const struct narrative *n,
                          const char *owner)
{
    struct nar_print *print;
    const struct view_table **table;
    size_t prints = narrative_prints(s->arena, n, v, &print);
    size_t tables = narrative_rankings(s->arena, n, v, &table);
    for (size_t i = 0; i < prints; i++)
        add_spot(s, print_of(s, print[i].figure->id, print[i].form),
                 (struct diff_spot){owner, print[i].section, print[i].place, print[i].times});
    for (size_t i = 0; i < tables; i++)
        add_ranking(s, table[i]->ranking, table[i]->rows);
}

static void add_documents(struct diff_side *s, const struct views *v)
{
    struct view_document *doc;
    size_t n = views_documents(s->arena, v, &doc);
    for (size_t i = 0; i < n; i++)
        add_narrative(s, v, narrative_document(s->arena, s->diags, v, &doc[i]), doc[i].id);
}

static void add_page(struct diff_side *s, const struct views *v, const struct page_file *f,
                     const char *owner)
{
    add_narrative(s, v, narrative_page(s->arena, s->diags, v, f), owner);
}

static bool may_name_page(const struct diff_side *s, const char *slug)
{
    enum record_kind kind;
    const char *id = diff_side_page_record(s->arena, slug, &kind);
    if (id && kind == RECORD_AGREEMENT)
        return diff_side_may_name(s, map_get(&s->records->agreement_by_id, id));
    return !id || diff_side_may_name_partner(s, map_get(&s->records->partner_by_id, id));
}

/* Pages, stories, and the texts of records that hold tags. */
static void add_texts(struct diff_side *s, const struct views *v, enum lang lang)
{
    const struct records *r = s->records;
    for (size_t i = 0; i < r->page_n; i++)
        if (r->page[i].lang == lang && may_name_page(s, r->page[i].slug))
            add_page(s, v, &r->page[i], arena_printf(s->arena, "pages/%s", r->page[i].slug));
    for (size_t i = 0; i < r->story_n; i++)
        if (r->story[i].file[lang].src && diff_side_may_tell(s, &r->story[i]))
            add_page(s, v, &r->story[i].file[lang],
                     arena_printf(s->arena, "stories/%s", r->story[i].slug));
    for (size_t i = 0; i < r->agreement_n; i++) {
        const struct agreement *g = r->agreement[i];
        const char *text = g->objective.in[lang];
        if (text && strstr(text, "{{") && diff_side_may_name(s, g))
            add_narrative(s, v,
                          narrative_text(s->arena, s->diags, v, text, lang_code[lang],
                                         g->objective.place[lang]),
                          arena_printf(s->arena, "agreements/%s", g->id));
    }
}

/* What issued documents printed, and their texts perhaps do no more. */
static void add_published(struct diff_side *s)
{
    const struct records *r = s->records;
    for (size_t i = 0; i < r->published_n; i++) {
        const struct published *p = &r->published[i];
        const char *owner = arena_printf(s->arena, "published/%s", p->document);
        for (size_t k = 0; k < p->n; k++) {
            const struct figure *f = model_figure(s->model, p->figure[k].id);
            for (size_t j = 0; f && j < p->figure[k].n; j++) {
                const struct figure_form *form = &p->figure[k].form[j];
                bool bare = !*form->form || strcmp(form->form, "count") == 0;
                const char *as = !bare ? form->form : f->unit == UNIT_USD ? "usd" : "";
                struct diff_print *print = print_of(s, f->id, as);
                if (!print->spot.n)
                    add_spot(s, print, (struct diff_spot){owner, NULL, form->place, 1});
            }
        }
        for (size_t k = 0; k < p->rankings; k++)
            add_ranking(s, p->ranking[k].id, p->ranking[k].n);
    }
}

static void collect(struct diff_side *s, enum lang first, bool internal)
{
    const struct site *site = &s->records->site;
    struct diags *quiet = diags_new(s->arena);
    for (int i = -1; i < site->languages; i++) {
        enum lang lang = i < 0 ? first : site->order[i];
        if ((i >= 0 && lang == first) || !site->language[lang])
            continue;
        /* Words that lack are check's to tell. */
        const struct views *v = views_open(s->arena, quiet, s->model, lang, internal);
        add_documents(s, v);
        add_texts(s, v, lang);
    }
    add_published(s);
}

/* --- all of it --- */

void diff_side_read(struct diff_side *s, const char *name, const char *dir, int lang,
                    bool internal)
{
    file_list files = {0};
    s->arena = arena_new();
    s->diags = diags_new(s->arena);
    s->name = arena_strdup(s->arena, name);
    s->dir = arena_strdup(s->arena, dir);
    map_init(&s->print, s->arena);
    map_init(&s->ranking, s->arena);
    map_init(&s->unsure_deal, s->arena);
    map_init(&s->unsure_word, s->arena);
    map_init(&s->sure_partner, s->arena);
    s->records = records_read(s->arena, s->diags, s->dir);
    s->model = model_build(s->arena, s->diags, s->records);
    gather(s, diags_new(s->arena), "", 0, &files);
    s->files = (struct content_files){files.p, s->bytes <= INPUT_TOTAL_MAX ? files.n : 0};
    enum lang shown = lang < 0 ? s->records->site.default_lang : (enum lang)lang;
    s->views = views_open(s->arena, diags_new(s->arena), s->model, shown, internal);
    if (!diags_failed(s->diags))
        collect(s, shown, internal);
    s->sound = !diags_failed(s->diags);
    if (!s->sound && !internal)
        diff_unsure_read(s);
}

bool diff_side_may_name(const struct diff_side *s, const struct agreement *g)
{
    return !g || !g->internal || (s->views && views_internal(s->views));
}

bool diff_side_may_name_partner(const struct diff_side *s, const struct partner *p)
{
    return !p || views_internal(s->views) ||
           (model_partner_public(s->model, p) && !diff_unsure_partner(s, p->id));
}

const char *diff_side_page_record(struct arena *a, const char *path, enum record_kind *kind)
{
    static const struct {
        const char *folder;
        enum record_kind kind;
    } of[] = {{"agreements/", RECORD_AGREEMENT}, {"partners/", RECORD_PARTNER}};
    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        size_t n = strlen(of[i].folder);
        if (strncmp(path, of[i].folder, n) != 0)
            continue;
        *kind = of[i].kind;
        return arena_strndup(a, path + n, strcspn(path + n, "/"));
    }
    return NULL;
}

bool diff_side_may_tell(const struct diff_side *s, const struct story *story)
{
    bool sure = true;
    for (size_t i = 0; i < story->agreement_n && !s->sound; i++) {
        const char *id = story->agreement[i].id;
        sure = sure && !diff_unsure_deal(s, id) && map_has(&s->records->agreement_by_id, id);
    }
    for (size_t i = 0; i < story->partner_n && !s->sound; i++)
        sure = sure && !diff_unsure_partner(s, story->partner[i].id);
    return views_internal(s->views) || (sure && views_may_tell(s->views, story));
}
