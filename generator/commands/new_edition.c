/* new_edition.c - a year's folder of agreements, its papers begun from those of the newest edition,
 * and a history of years between that nothing is on file for. */
#include "commands/new.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/say.h"
#include "commands/edition_text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct begun {
    struct new_files files;
    struct session *s;
    struct arena *a;
    int year, last; /* the new edition and the newest there is */
    struct edition e;
    size_t papers;
};

static bool read_year(const char *text, int *year)
{
    bool digits = strlen(text) == 4 && strspn(text, "0123456789") == 4;
    *year = digits ? (int)strtol(text, NULL, 10) : 0;
    bool good = *year >= DATE_YEAR_FIRST && *year <= DATE_YEAR_LAST;
    if (!good)
        say_to(stderr, "accord new: edition wants a year from %d to %d, not \"%s\"\n",
               DATE_YEAR_FIRST, DATE_YEAR_LAST, text);
    return good;
}

/* The newest year that papers are about. */
static bool find_last(struct begun *b)
{
    const struct records *r = b->s->records;
    const struct document *last = NULL;
    for (size_t i = 0; i < r->document_n; i++)
        if (!last || r->document[i].until > last->until)
            last = &r->document[i];
    b->last = last ? last->until : 0;
    if (!last)
        say_to(stderr, "accord new: there is no paper to begin from; write the first one into "
                        "%s/documents/\n", r->dir);
    else if (last->until > b->year)
        say_to(stderr, "accord new: %d is before the last edition, %d (%s); begin a later year\n",
               b->year, last->until, last->dir);
    else if (last->until == b->year)
        say_to(stderr, "accord new: there is an edition of %d already: %s is about %s\n",
               b->year, last->dir, model_period_text(b->a, (struct period){last->from,
                                                                            last->until}));
    return last && last->until < b->year;
}

static bool is_last(const struct begun *b, const struct document *doc)
{
    return doc->until == b->last;
}

/* --- papers --- */

static void name_papers(struct begun *b)
{
    const struct records *r = b->s->records;
    struct map *ids = ARENA_NEW(b->a, struct map);
    map_init(ids, b->a);
    b->e = (struct edition){.arena = b->a, .diags = b->s->diags, .years = b->year - b->last,
                            .issue = b->last + 1, .last = b->last, .ids = ids};
    b->e.year_n = model_years(b->s->model, &b->e.year);
    for (size_t i = 0; i < r->document_n; i++)
        if (is_last(b, &r->document[i])) {
            const char *id = edition_id(&b->e, r->document[i].id, b->year);
            map_set(ids, r->document[i].id, (void *)id);
            b->papers++;
        }
}

static void add_texts(struct begun *b, const struct document *doc, const char *dir)
{
    for (int lang = 0; lang < LANGS; lang++) {
        size_t n = 0;
        const struct page_file *file =
            doc->language[lang]
                ? records_narrative(doc, (enum lang)lang, &n)
                : NULL;
        for (size_t i = 0; i < n; i++)
            new_file(&b->files,
                     arena_printf(b->a, "%s/%s/%s.md", dir, lang_code[lang], file[i].slug),
                     edition_narrative(&b->e, file[i].src->text));
    }
}

/* A cover that has the line for editors keeps it. */
static const char *editor_line(const struct begun *b, const char *cover, const char *id)
{
    return strstr(cover, "yaml-language-server:")
               ? "" : new_modeline(b->a, arena_printf(b->a, "documents/%s/x", id), "document");
}

static void add_paper(struct begun *b, const struct document *doc)
{
    const char *id = map_get(b->e.ids, doc->id);
    const char *dir = arena_printf(b->a, "%s/documents/%s", b->s->records->dir, id);
    const struct source *src =
        input_read(b->a, b->s->diags, arena_printf(b->a, "%s/document.yaml", doc->dir));
    char *cover = src ? edition_cover(&b->e, src, id) : NULL;
    if (!cover)
        return;
    new_file(&b->files, arena_printf(b->a, "%s/document.yaml", dir),
             arena_printf(b->a,
                          "%s# Begun from %s.  Lines that begin with \"# \" and a key say what it had"
                          " and this one wants\n# anew; write over them and take the sign away.  The"
                          " rest is to be checked.\n%s",
                          editor_line(b, cover, id), doc->id, cover));
    add_texts(b, doc, dir);
}

/* --- the folder of agreements --- */

static void add_folder(struct begun *b)
{
    const char *dir = arena_printf(b->a, "%s/agreements/%d", b->s->records->dir, b->year);
    const char *keep = arena_printf(b->a, "%s/.gitkeep", dir);
    if (input_names(b->a, b->s->diags, dir, ".yaml").n > 0)
        return;
    errno = 0;
    if (!input_exists(keep))
        new_file(&b->files, keep, "This keeps the folder until it has an agreement.\n");
    else if (errno)
        diag_report(b->s->diags, DIAG_FILE_UNREADABLE, diag_file(b->s->diags, keep),
                    phrase_errno(b->a, errno));
}

/* --- years between --- */

/* Counts that papers printed of the year: the only numbers that are known of it. */
static void put_printed(struct begun *b, struct buf *out, int year)
{
    const char *head = arena_printf(b->a, "%d.", year);
    struct map seen;
    map_init(&seen, b->a);
    for (size_t i = 0; i < b->s->records->published_n; i++) {
        const struct published *p = &b->s->records->published[i];
        for (size_t k = 0; k < p->n; k++) {
            const struct printed_figure *f = &p->figure[k];
            const struct figure *known = model_figure(b->s->model, f->id);
            if (strncmp(f->id, head, 5) != 0 || f->n != 1 || *f->form[0].form || !known ||
                known->unit == UNIT_USD || map_has(&seen, f->id))
                continue;
            map_set(&seen, f->id, out);
            buf_printf(out, "  %s: %s   # as printed in %s\n", f->id + 5, f->form[0].value,
                       p->document);
        }
    }
}

static const char *history_text(struct begun *b, int year)
{
    struct buf out = BUF_INIT, printed = BUF_INIT;
    put_printed(b, &printed, year);
    buf_puts(&out, new_modeline(b->a, "history/x", "history"));
    buf_printf(&out,
               "# No agreement of %d is on file.  Write its figures here as they were issued, with the"
               " source; a\n"
               "# figure that is left out is not available.  Delete this file once the agreements are"
               " on file.\n"
               "year: %d\n"
               "source: \"\u2026\"\n",
               year, year);
    buf_puts(&out, printed.n ? "figures:\n" : "figures: {}   # take the braces away, and the signs below\n");
    buf_put(&out, buf_str(&printed), printed.n);
    buf_puts(&out, "  # agreements.count: \u2026\n"
                   "  # agreements.financial.count: \u2026\n"
                   "  # contributions.total: \u2026   # USD, as 1234567.89\n"
                   "  # contributions.partners: \u2026\n"
                   "  # partners.count: \u2026\n");
    buf_free(&printed);
    return buf_to_arena(&out, b->a);
}

/* Of the years behind the last that is known. */
static size_t add_history(struct begun *b)
{
    size_t n = 0;
    int from = b->e.year_n ? b->e.year[b->e.year_n - 1] + 1 : b->year;
    for (int year = from; year < b->year; year++, n++)
        new_file(&b->files, arena_printf(b->a, "%s/history/%d.yaml", b->s->records->dir, year),
                 history_text(b, year));
    return n;
}

/* --- what is next --- */

static bool wants_rates(const struct begun *b)
{
    const struct records *r = b->s->records;
    for (size_t i = 0; i < r->rate_n; i++)
        if (r->rate[i].from.year >= b->year)
            return false;
    return r->rate_n > 0;
}

static void say_next(const struct begun *b, size_t histories)
{
    const char *dir = b->s->records->dir;
    if (b->s->opt->quiet || b->s->opt->dry_run)
        return;
    printf("\nnext:\n");
    for (size_t i = 0; i < b->s->records->document_n; i++)
        if (is_last(b, &b->s->records->document[i]))
            say_to(stdout, "- %s/documents/%s/document.yaml: the meeting, its place and dates\n", dir,
                   (const char *)map_get(b->e.ids, b->s->records->document[i].id));
    printf("- their texts are those of %d with the figures of %d: tell what happened since\n",
           b->last, b->year);
    say_to(stdout, "- %s/agreements/%d/: one file for each agreement signed\n", dir, b->year);
    if (wants_rates(b))
        say_to(stdout, "- %s/rates/: the exchange rates of %d\n", dir, b->year);
    if (histories)
        say_to(stdout, "- %s/history/: the figures of years that are not on file\n", dir);
    printf("- accord build, at any time; accord freeze when a paper is issued\n");
}

int new_edition(struct session *s, const char *kind, const char *text)
{
    (void)kind;
    struct begun b = {.s = s, .a = s->arena, .files = {.session = s}};
    if (!read_year(text, &b.year) || !find_last(&b))
        return EXIT_USAGE;
    name_papers(&b);
    add_folder(&b);
    for (size_t i = 0; i < s->records->document_n; i++)
        if (is_last(&b, &s->records->document[i]))
            add_paper(&b, &s->records->document[i]);
    size_t histories = add_history(&b);
    int code = diags_failed(s->diags) ? EXIT_CONTENT : new_write(&b.files);
    if (code == EXIT_FINE)
        say_next(&b, histories);
    return code;
}
