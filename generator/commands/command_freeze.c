/* command_freeze.c - records the figures of an issued document in published/. */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/say.h"
#include "base/vec.h"
#include "commands/freeze_text.h"
#include "narrative/narrative.h"
#include "publish/publish.h"
#include "views/views.h"

#include <stdio.h>
#include <string.h>

struct freezing {
    struct session *s;
    const struct document *doc;
    const struct published *there; /* NULL: the first time */
    const char *was;               /* its text; NULL: there was none */
    struct date issued;
    const char *path;
    struct map seen; /* figure and form -> anything */
    VEC(struct frozen_figure) figure;
    VEC(struct frozen_ranking) ranking;
    const char *source[LANGS];
    size_t held; /* of those printed, that were there */
};

/* --- the day of issue --- */

static const char *day_text(struct freezing *z, struct date day)
{
    char out[16];
    date_format(day, out);
    return arena_strdup(z->s->arena, out);
}

/* The one asked for may not contradict what the content says. */
static bool agrees(struct freezing *z, struct date said, const char *where)
{
    if (!date_is_set(said) || !z->s->opt->date || date_cmp(said, z->issued) == 0)
        return true;
    say_to(stderr, "accord freeze: %s says that it was issued on %s, not on %s\n", where,
           day_text(z, said), z->s->opt->date);
    return false;
}

static bool know_day(struct freezing *z)
{
    const char *cover = arena_printf(z->s->arena, "%s/document.yaml", z->doc->dir);
    struct date held = z->there ? z->there->issued : (struct date){0};
    if (z->s->opt->date && date_parse(z->s->opt->date, &z->issued) != DATE_OK) {
        say_to(stderr, "accord freeze: --date: \"%s\" is not a day; write it as 2025-05-12\n",
               z->s->opt->date);
        return false;
    }
    if (!agrees(z, held, z->path) || !agrees(z, z->doc->date, cover))
        return false;
    if (!z->s->opt->date)
        z->issued = date_is_set(held) ? held : z->doc->date;
    if (!date_is_set(z->issued))
        say_to(stderr,
               "accord freeze: %s has no day of issue; write its date into %s, or give it with "
               "--date DAY\n",
               z->doc->id, cover);
    return date_is_set(z->issued);
}

/* --- what it prints --- */

/* By itself, or within a row of counts whose places are not known. */
static bool figure_is_held(struct freezing *z, const struct nar_print *p)
{
    struct arena *a = z->s->arena;
    struct printing *list;
    const char *row = model_row_of(a, p->figure);
    return model_printings(a, z->s->model, z->doc->id, p->figure, p->form, &list) ||
           (row && model_row_printings(a, z->s->model, z->doc->id, row, &list));
}

static void add_print(struct freezing *z, const struct nar_print *p)
{
    struct arena *a = z->s->arena;
    const char *key = arena_printf(a, "%s %s", p->figure->id, p->form);
    if (map_has(&z->seen, key))
        return;
    map_set(&z->seen, key, z);
    if (figure_is_held(z, p)) {
        z->held++;
        return;
    }
    struct frozen_figure f = {p->figure->id, p->form, figure_form(a, p->figure, p->form)};
    VEC_PUSH(a, &z->figure, f);
}

static bool is_held(struct freezing *z, const char *ranking)
{
    struct printing *list;
    return model_ranking_printings(z->s->arena, z->s->model, z->doc->id, ranking, &list) > 0;
}

/* The longest of each name; where a partner may not be named, only those before it. */
static void add_ranking(struct freezing *z, const struct view_table *t)
{
    struct arena *a = z->s->arena;
    const struct ranked *list;
    size_t n = model_ranking_named(z->s->model, t->ranking, &list), named = 0;
    struct frozen_ranking r = {.id = t->ranking,
                               .partner = ARENA_ARRAY(a, const char *, t->rows + 1)};
    for (; named < n && named < t->rows; named++) {
        const char *code = t->row[named].cell[t->ranking_column].code;
        if (!code || strcmp(code, list[named].partner->id) != 0)
            break;
        r.partner[r.n++] = code;
    }
    if (!r.n || is_held(z, t->ranking))
        return;
    for (size_t i = 0; i < z->ranking.n; i++)
        if (strcmp(z->ranking.p[i].id, r.id) == 0) {
            if (z->ranking.p[i].n < r.n)
                z->ranking.p[i] = r;
            return;
        }
    VEC_PUSH(a, &z->ranking, r);
}

static const char *source_of(struct freezing *z, const struct view_document *doc)
{
    return doc->number ? arena_printf(z->s->arena, "%s, %s", doc->number, doc->title) : doc->title;
}

static void read_language(struct freezing *z, enum lang lang)
{
    struct arena *a = z->s->arena;
    const struct views *v = views_open(a, z->s->diags, z->s->model, lang, false);
    struct view_document *doc;
    size_t docs = views_documents(a, v, &doc);
    for (size_t i = 0; i < docs; i++) {
        if (strcmp(doc[i].id, z->doc->id) != 0)
            continue;
        const struct narrative *n = narrative_document(a, z->s->diags, v, &doc[i]);
        struct nar_print *print;
        const struct view_table **table;
        size_t prints = narrative_prints(a, n, v, &print);
        size_t tables = narrative_rankings(a, n, v, &table);
        z->source[lang] = source_of(z, &doc[i]);
        for (size_t k = 0; k < prints; k++)
            add_print(z, &print[k]);
        for (size_t k = 0; k < tables; k++)
            add_ranking(z, table[k]);
    }
}

/* The original first: others mostly print the same. */
static void read_all(struct freezing *z)
{
    map_init(&z->seen, z->s->arena);
    if (z->s->records->site.language[z->doc->original] && z->doc->language[z->doc->original])
        read_language(z, z->doc->original);
    for (size_t i = 0; i < z->s->languages; i++)
        if (z->s->lang[i] != z->doc->original)
            read_language(z, z->s->lang[i]);
}

/* --- the file --- */

static char *text_of(struct freezing *z)
{
    struct arena *a = z->s->arena;
    struct frozen f = {.document = z->doc->id, .issued = z->issued,
                       .figure = z->figure.p, .figures = z->figure.n,
                       .ranking = z->ranking.p, .rankings = z->ranking.n};
    memcpy(f.source, z->source, sizeof f.source);
    if (!z->there)
        return freeze_text_new(a, &f);
    if (date_is_set(z->there->issued))
        f.issued = (struct date){0};
    const struct source *src = input_read(a, z->s->diags, z->path);
    z->was = src ? src->text : NULL;
    char *text = src ? freeze_text_added(a, z->s->diags, src, &f) : NULL;
    if (!text)
        say_to(stderr,
               "accord freeze: %s: write its figures and rankings one a line, so that others can be"
               " added below them\n",
               z->path);
    return text;
}

/* A paper without figures has nothing that could change unnoticed, and wants no file. */
static bool prints_none(struct freezing *z)
{
    bool none = !z->there && !z->figure.n && !z->ranking.n;
    if (none && !z->s->opt->quiet)
        say_to(stdout, "%s prints no figure; nothing was written\n", z->doc->id);
    return none;
}

static int write_file(struct freezing *z)
{
    if (prints_none(z))
        return EXIT_FINE;
    bool nothing = z->there && !z->figure.n && !z->ranking.n && date_is_set(z->there->issued);
    char *text = nothing ? NULL : text_of(z);
    if (!nothing && !text)
        return EXIT_CONTENT;
    struct publish_text file = {z->path, text, text ? strlen(text) : 0, z->there != NULL, z->was};
    if (!nothing && publish_texts(z->s->arena, z->s->diags, &file, 1) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    if (z->s->opt->quiet)
        return EXIT_FINE;
    if (nothing)
        say_to(stdout, "%s: all that it prints is there already (figures: %zu); nothing was written\n",
               z->path, z->held);
    else if (z->there)
        say_to(stdout, "%s: figures added: %zu, rankings: %zu; figures that were there: %zu\n", z->path,
               z->figure.n, z->ranking.n, z->held);
    else
        say_to(stdout, "%s: figures recorded, as issued on %s: %zu, rankings: %zu\n", z->path,
               day_text(z, z->issued), z->figure.n, z->ranking.n);
    if (z->doc->draft)
        say_to(stdout, "%s/document.yaml still says \"draft: true\"\n", z->doc->dir);
    return EXIT_FINE;
}

/* Today's figures are those of the newest revision, not those that were printed first. */
static bool is_first_issue(struct freezing *z)
{
    if (z->there || !z->doc->revised_n)
        return true;
    say_to(stderr,
           "accord freeze: %s has revisions, but nothing says what it printed before them; write that"
           " into %s\n",
           z->doc->id, z->path);
    return false;
}

static int freeze(struct session *s)
{
    struct freezing z = {.s = s};
    if (!session_load(s))
        return EXIT_SYSTEM;
    z.doc = session_document(s, "freeze", s->opt->arg[0]);
    if (!z.doc || !session_languages(s))
        return EXIT_USAGE;
    z.there = model_published(s->model, z.doc->id);
    z.path = arena_printf(s->arena, "%s/published/%s.yaml", s->opt->content, z.doc->id);
    if (!is_first_issue(&z) || !know_day(&z))
        return EXIT_USAGE;
    session_refuse_drift(s);
    bool sound = !diags_failed(s->diags);
    if (sound)
        model_reconcile_document(s->model, s->diags, z.doc->id);
    session_refuse_disclosure(s, sound);
    if (!diags_failed(s->diags))
        read_all(&z);
    return diags_failed(s->diags) ? EXIT_CONTENT : write_file(&z);
}

int command_freeze(const struct options *opt)
{
    if (opt->args != 1) {
        fprintf(stderr, "accord freeze: name one document; see accord freeze --help\n");
        return EXIT_USAGE;
    }
    struct session s;
    session_begin(&s, opt);
    s.errors_only = true;
    return session_end(&s, freeze(&s));
}
