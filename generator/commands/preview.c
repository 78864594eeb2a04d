#include "commands/preview.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/path.h"
#include "base/say.h"
#include "base/vec.h"
#include "build.h"
#include "commands/messages.h"
#include "commands/preview_text.h"
#include "site/site.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

struct made {
    const void *bytes;
    size_t n;
};

struct generation {
    struct session session;
    struct build build;
    struct building *building; /* NULL: the records have faults */
    struct map made;           /* path below output/ -> struct made *, NULL where there is none */
    size_t missed;
    size_t reports;            /* when they were last counted */
};

struct preview {
    struct arena *arena;
    const struct options *opt;
    struct generation *good;      /* NULL: there has been none */
    struct buf faults;            /* messages of a newer one that is not good; empty: there is none */
    struct buf words, fault_page; /* in the language of the newest one's messages, */
    const char *messages;         /* which is this one */
    struct buf paper;             /* path of the PDF that was last looked at: it tells nobody, but
                                     what only setting finds stays told until it is mended */
    struct buf told;              /* what the terminal shows */
    struct serve_state state;
    const char *folder[4];
    const struct serve_own *own;
    size_t owns;
};

/* --- messages --- */

static size_t reports(const struct diags *d)
{
    return diags_count(d, SEVERITY_ERROR) + diags_count(d, SEVERITY_WARNING) +
           diags_count(d, SEVERITY_NOTE);
}

/* To the terminal, what it has not been told yet. */
static void tell(const struct preview *p, struct generation *g)
{
    struct buf out = BUF_INIT;
    diags_write(g->session.diags, &out,
                (struct diags_print){.color = p->opt->color,
                                     .quiet = p->opt->quiet,
                                     .language = g->session.language,
                                     .fresh = true});
    fwrite(buf_str(&out), 1, out.n, stderr);
    buf_free(&out);
}

static void count(struct preview *p, struct generation *g)
{
    const struct diags *d = g->session.diags;
    g->reports = reports(d);
    p->state.number++;
    p->state.errors = diags_count(d, SEVERITY_ERROR);
    p->state.warnings = diags_count(d, SEVERITY_WARNING);
}

/* --- generations --- */

static void keep(void *ctx, const char *path, const void *bytes, size_t n)
{
    struct generation *g = ctx;
    if (map_get(&g->made, path))
        return; /* asked for what is not there, the page of its folder is made again: it is the same */
    struct made *made = ARENA_NEW(g->session.arena, struct made);
    *made = (struct made){arena_strndup(g->session.arena, bytes, n), n};
    map_set(&g->made, path, made);
}

static void generation_free(struct generation *g)
{
    if (g)
        arena_free(g->session.arena);
}

static struct generation *generation_new(const struct options *opt)
{
    struct session s;
    session_begin(&s, opt);
    struct generation *g = ARENA_NEW(s.arena, struct generation);
    g->session = s;
    map_init(&g->made, s.arena);
    return g;
}

/* Reads all there is; EXIT_FINE, or what to end with after a message. */
static int generation_read(struct generation *g)
{
    const struct options *opt = g->session.opt;
    if (!session_has_templates(&g->session) || !session_load(&g->session))
        return EXIT_SYSTEM;
    if (!session_languages(&g->session))
        return EXIT_USAGE;
    session_reconcile(&g->session);
    struct arena *a = g->session.arena;
    struct diags *d = g->session.diags;
    g->build = (struct build){.arena = a,
                              .diags = d,
                              .model = g->session.model,
                              .templates = &g->session.templates,
                              .lang = g->session.lang,
                              .languages = g->session.languages,
                              .internal = opt->internal,
                              .put = keep,
                              .ctx = g};
    bool sound = !diags_failed(d);
    if (sound)
        g->building = build_open(&g->build);
    else
        build_check(&g->build);
    session_refuse_disclosure(&g->session, sound);
    return EXIT_FINE;
}

/* Whether all that stands in the folder of a path was made: it is, with its page.  Papers and feeds are made
 * alone, and so are the files in the root. */
static bool is_made_with_page(const struct generation *g, const char *path)
{
    struct buf page = BUF_INIT;
    const char *slash = strrchr(path, '/');
    buf_put(&page, path, slash ? (size_t)(slash + 1 - path) : 0);
    buf_puts(&page, "index.html");
    bool is = strcmp(buf_str(&page), "site/index.html") != 0 && map_get(&g->made, buf_str(&page)) &&
              !path_ends_in(path, ".pdf") && !path_ends_in(path, "/feed.xml");
    buf_free(&page);
    return is;
}

/* That a file is not there is kept, too, since looking for it takes time and room; but not of
 * whatever anyone may ask for. */
static const struct made *generation_make(struct generation *g, const char *path)
{
    enum { MISSED_MOST = 4096 };
    if (!map_has(&g->made, path)) {
        if (!is_made_with_page(g, path))
            build_make(g->building, path);
        if (!map_has(&g->made, path) && g->missed++ < MISSED_MOST)
            map_set(&g->made, path, NULL);
    }
    return map_get(&g->made, path);
}

/* --- the server's callbacks --- */

static bool is_paper(const char *path)
{
    return path_ends_in(path, ".pdf");
}

static enum serve_made make(void *ctx, const char *path, const void **bytes, size_t *n)
{
    struct preview *p = ctx;
    struct generation *g = p->good;
    if (!g)
        return SERVE_FAULT;
    if (is_paper(path)) {
        buf_clear(&p->paper);
        buf_printf(&p->paper, "site/%s", path);
    }
    size_t errors = diags_count(g->session.diags, SEVERITY_ERROR);
    struct buf whole = BUF_INIT;
    buf_printf(&whole, "site/%s", path);
    const struct made *made = generation_make(g, whole.p);
    buf_free(&whole);
    bool failed = diags_count(g->session.diags, SEVERITY_ERROR) > errors;
    if (reports(g->session.diags) != g->reports) {
        tell(p, g);
        if (!p->faults.n)
            count(p, g);
        g->reports = reports(g->session.diags);
    }
    if (!made)
        return failed ? SERVE_FAULT : SERVE_NONE;
    *bytes = made->bytes;
    *n = made->n;
    return SERVE_MADE;
}

static struct serve_state state(void *ctx)
{
    const struct preview *p = ctx;
    return p->state;
}

static void write_reports(const struct generation *g, struct buf *out)
{
    diags_write(g->session.diags, out, (struct diags_print){.format = DIAG_FORMAT_EXCERPTS,
                                                            .language = g->session.language});
}

static void write_state(void *ctx, struct buf *json)
{
    const struct preview *p = ctx;
    const char *shown = !p->good ? "none" : p->faults.n ? "before" : p->state.errors ? "partly" : "made";
    buf_printf(json, "{\"number\": %lu, \"errors\": %zu, \"warnings\": %zu, \"shown\": \"%s\",\n",
               p->state.number, p->state.errors, p->state.warnings, shown);
    buf_puts(json, "\"words\": ");
    buf_put(json, p->words.p, p->words.n);
    buf_puts(json, ",\n\"reports\": ");
    if (p->faults.n)
        buf_put(json, p->faults.p, p->faults.n);
    else
        write_reports(p->good, json);
    buf_puts(json, "}\n");
}

static void write_fault(void *ctx, struct buf *html)
{
    const struct preview *p = ctx;
    buf_put(html, p->fault_page.p, p->fault_page.n);
}

static const char *mount(void *ctx)
{
    const struct preview *p = ctx;
    return p->good ? site_mount(&p->good->session.records->site) : "/";
}

/* --- reading anew --- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Messages stay in the terminal: warnings that are there already are not written again. */
static void tell_all(struct preview *p, struct generation *g)
{
    struct buf out = BUF_INIT, all = BUF_INIT;
    struct diags_print how = {.color = p->opt->color,
                              .quiet = p->opt->quiet,
                              .language = g->session.language,
                              .known = p->told.n ? p->told.p : NULL};
    diags_write(g->session.diags, &out, how);
    fwrite(buf_str(&out), 1, out.n, stderr);
    how.known = NULL;
    diags_write(g->session.diags, &all, how);
    buf_free(&out);
    buf_free(&p->told);
    p->told = all;
}

static void keep_words(struct preview *p, const struct generation *g)
{
    const struct session *s = &g->session;
    const char *code = !s->language        ? "en"
                       : p->opt->messages ? p->opt->messages
                       : s->records ? records_message_languages[s->records->site.messages - 1]
                                    : p->messages;
    p->messages = code;
    buf_clear(&p->words);
    buf_clear(&p->fault_page);
    preview_text_words(&p->words, s->language, code);
    preview_text_fault(&p->fault_page, s->language, code);
}

/* The newer generation takes the place of the good one, or leaves its messages. */
static bool settle(struct preview *p, struct generation *g)
{
    bool fine = !diags_failed(g->session.diags);
    tell_all(p, g);
    count(p, g);
    keep_words(p, g);
    buf_clear(&p->faults);
    if (fine) {
        generation_free(p->good);
        p->good = g;
    } else {
        write_reports(g, &p->faults);
        generation_free(g);
    }
    return fine;
}

static void say_reloaded(const struct preview *p, const struct serve_changes *c, double seconds,
                         bool fine)
{
    char clock[16] = "";
    time_t t = time(NULL);
    struct tm local;
    if (p->opt->quiet)
        return;
    if (localtime_r(&t, &local))
        strftime(clock, sizeof clock, "%H:%M:%S", &local);
    printf("%s %s in %.1f s: ", clock, fine ? "reloaded" : "read", seconds);
    if (c->n == 1)
        say_to(stdout, "%s", c->path[0]);
    else if (c->n)
        printf("%zu files", c->n);
    else
        fputs("folders", stdout);
    fputs(" changed", stdout);
    puts(fine ? "" : p->good ? "; the site stays as it was" : "; there is no site yet");
    fflush(stdout);
}

/* Of the folders that the site is made of, one that is not there; NULL. */
static const char *lacks(const struct session *s)
{
    if (!input_is_dir(s->opt->content))
        return s->opt->content;
    return session_finds_templates(s) ? NULL : s->opt->templates;
}

static struct place folder_place(struct generation *g, const char *path)
{
    struct source *folder = ARENA_NEW(g->session.arena, struct source);
    *folder = (struct source){.path = path};
    return (struct place){.src = folder};
}

/* What language messages are in, the content says, which may have gone. */
static void read_again(struct preview *p, struct generation *g)
{
    struct session *s = &g->session;
    const char *gone = lacks(s);
    if (!gone && generation_read(g) == EXIT_FINE)
        return;
    if (!s->records && !p->opt->messages)
        s->language = messages_read(s->arena, s->diags, &s->templates, p->messages);
    if (gone)
        diag_report(s->diags, DIAG_FOLDER_GONE, folder_place(g, gone));
    else /* the languages asked for have gone; the terminal has been told which */
        diag_report(s->diags, DIAG_FILE_UNREADABLE, folder_place(g, p->opt->content),
                    phrase_mark(PHRASE_SEE_TERMINAL));
}

static void reload(void *ctx, const struct serve_changes *changes, const char *const *page,
                   size_t pages)
{
    struct preview *p = ctx;
    double begun = now();
    struct generation *g = generation_new(p->opt);
    read_again(p, g);
    for (size_t i = 0; i < pages && !diags_failed(g->session.diags); i++)
        generation_make(g, arena_printf(g->session.arena, "site/%s", page[i]));
    if (p->paper.n && !diags_failed(g->session.diags))
        generation_make(g, p->paper.p);
    bool fine = settle(p, g);
    say_reloaded(p, changes, now() - begun, fine);
}

/* --- the preview as a whole --- */

static void read_own(struct preview *p, const struct input_layers *templates)
{
    static const char *const suffixes[] = {".js", ".css"};
    struct diags *d = diags_new(p->arena);
    VEC(struct serve_own) list = {0};
    for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++) {
        struct input_layered files =
            input_layers_files(p->arena, d, templates, "preview", suffixes[k]);
        for (size_t i = 0; i < files.n; i++) {
            struct serve_own own = {.name = files.file[i].name};
            if (!files.file[i].covered)
                own.bytes = input_bytes(p->arena, d, files.file[i].path, &own.n);
            if (own.bytes)
                VEC_PUSH(p->arena, &list, own);
        }
    }
    p->own = list.p;
    p->owns = list.n;
}

struct preview *preview_open(const struct options *opt, int *code)
{
    struct generation *g = generation_new(opt);
    *code = generation_read(g);
    if (*code != EXIT_FINE) {
        generation_free(g);
        return NULL;
    }
    struct arena *a = arena_new();
    struct preview *p = ARENA_NEW(a, struct preview);
    *p = (struct preview){.arena = a, .opt = opt, .folder = {opt->content}};
    const struct input_layers *templates = &g->session.templates;
    for (size_t i = 0; i < templates->n; i++)
        p->folder[1 + i] = templates->dir[i];
    read_own(p, templates);
    settle(p, g);
    return p;
}

void preview_close(struct preview *p)
{
    generation_free(p->good);
    buf_free(&p->faults);
    buf_free(&p->paper);
    buf_free(&p->told);
    buf_free(&p->words);
    buf_free(&p->fault_page);
    arena_free(p->arena);
}

struct serve_site preview_site(struct preview *p)
{
    return (struct serve_site){.ctx = p,
                               .reload = reload,
                               .make = make,
                               .state = state,
                               .write_state = write_state,
                               .write_fault = write_fault,
                               .mount = mount};
}

const struct serve_own *preview_own(const struct preview *p, size_t *n)
{
    *n = p->owns;
    return p->own;
}

const char *const *preview_folders(const struct preview *p)
{
    return p->folder;
}
