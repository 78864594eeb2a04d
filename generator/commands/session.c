#include "commands/commands.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/say.h"
#include "commands/messages.h"
#include "commands/terminal.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Where templates/ that ship are; the Makefile says it. */
#ifndef ACCORD_DATA
#define ACCORD_DATA "/usr/local/share/accord"
#endif

const char *session_shipped(struct arena *a, const char *path)
{
    return arena_printf(a, "%s/%s", ACCORD_DATA, path);
}

static bool same_folder(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* The user's templates lie over those that ship, file by file. */
static struct input_layers template_layers(const char *own)
{
    static const char shipped[] = ACCORD_DATA "/templates";
    bool both = input_is_dir(shipped) && !same_folder(own, shipped);
    return (struct input_layers){.dir = {own, shipped}, .n = both ? 2 : 1};
}

bool session_finds_templates(const struct session *s)
{
    return input_is_dir(s->opt->templates) || (s->templates.n > 1 && !s->opt->templates_given);
}

bool session_has_templates(const struct session *s)
{
    if (session_finds_templates(s))
        return true;
    say_to(stderr, "accord: there is no folder \"%s\"; name the templates with --templates DIR\n",
           s->opt->templates);
    return false;
}

void session_begin(struct session *s, const struct options *opt)
{
    *s = (struct session){.opt = opt, .arena = arena_new()};
    s->diags = diags_new(s->arena);
    s->templates = template_layers(opt->templates);
    s->templates.refused = input_vet(s->arena, s->diags, opt->templates);
    if (opt->messages)
        s->language = messages_read(s->arena, s->diags, &s->templates, opt->messages);
}

void session_begin_long(struct session *s, const struct options *opt)
{
    session_begin(s, opt);
    s->progress = terminal_progress(s->arena, opt);
    s->begun = terminal_now(NULL);
    progress_speak(s->progress, s->language);
}

void session_close_with(struct session *s, const char *line)
{
    s->closing = terminal_wants_closing(s->opt) ? phrase_text(s->arena, s->language, line) : NULL;
}

bool session_load(struct session *s)
{
    if (!input_is_dir(s->opt->content)) {
        say_to(stderr, "accord: there is no folder \"%s\"; name the content with --content DIR\n",
               s->opt->content);
        return false;
    }
    struct records *records = records_read_with(s->arena, s->diags, s->opt->content, s->draft,
                                                s->drafts, s->progress);
    records_read_styles(records, s->diags, &s->templates);
    s->records = records;
    if (!s->opt->messages && records->site.messages)
        s->language = messages_read(s->arena, s->diags, &s->templates,
                                    records_message_languages[records->site.messages - 1]);
    progress_speak(s->progress, s->language);
    s->model = model_build(s->arena, s->diags, s->records);
    return true;
}

void session_refuse_drift(struct session *s)
{
    static const enum diag_code drift[] = {
        DIAG_PRINTED_FIGURE_DIFFERS, DIAG_REVISED_FIGURE_DIFFERS, DIAG_PRINTED_FIGURE_UNKNOWN,
        DIAG_PRINTED_RANKING_DIFFERS, DIAG_PRINTED_ROW_DIFFERS};
    for (size_t i = 0; i < sizeof drift / sizeof *drift; i++)
        diags_set_severity(s->diags, drift[i], SEVERITY_ERROR);
}

const struct document *session_document(const struct session *s, const char *command,
                                        const char *id)
{
    struct map ids;
    map_init(&ids, s->arena);
    for (size_t i = 0; i < s->records->document_n; i++)
        map_set(&ids, s->records->document[i].id, &s->records->document[i]);
    const struct document *doc = map_get(&ids, id);
    const char *near = doc ? NULL : map_nearest(&ids, id);
    if (doc)
        return doc;
    say_to(stderr, "accord %s: there is no document \"%s\"", command, id);
    if (near)
        say_to(stderr, "; did you mean \"%s\"?", near);
    fputc('\n', stderr);
    return NULL;
}

void session_reconcile(struct session *s)
{
    static const enum diag_code gaps[] = {DIAG_MISSING_STRING, DIAG_NARRATIVE_PART_MISSING,
                                          DIAG_EMPTY_NARRATIVE, DIAG_NO_STRINGS};
    for (size_t i = 0; i < s->languages; i++)
        if (!s->records->strings[s->lang[i]].src)
            diag_report(s->diags, DIAG_NO_STRINGS, s->records->site.place,
                        arena_printf(s->arena, "%s/strings/%s.yaml", s->opt->content,
                                     lang_code[s->lang[i]]),
                        lang_code[s->lang[i]]);
    if (!diags_failed(s->diags))
        model_reconcile(s->model, s->diags);
    if (!s->opt->release) {
        if (!diags_failed(s->diags))
            model_tell_untranslated(s->model, s->diags, s->lang, s->languages);
        return;
    }
    session_refuse_drift(s);
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        diags_set_severity(s->diags, gaps[i], SEVERITY_ERROR);
    model_refuse_samples(s->model, s->diags);
    model_refuse_untranslated(s->model, s->diags, s->lang, s->languages);
}

void session_refuse_disclosure(struct session *s, bool sound)
{
    if (sound && !s->opt->internal)
        model_refuse_disclosure(s->model, s->diags);
}

static bool has_language(const struct site *site, int lang)
{
    return lang >= 0 && site->language[lang];
}

static void list_languages(const struct site *site)
{
    for (int i = 0; i < site->languages; i++)
        say_to(stderr, " %s", lang_code[site->order[i]]);
    fputc('\n', stderr);
}

bool session_languages(struct session *s)
{
    const struct site *site = &s->records->site;
    bool asked[LANGS] = {false};
    const char *p = s->opt->lang ? s->opt->lang : "";
    do {
        size_t len = strcspn(p, ",");
        int lang = lang_of(arena_strndup(s->arena, p, len));
        if (s->opt->lang && !has_language(site, lang)) {
            say_to(stderr, "accord: --lang: \"%.*s\" is not a language of this site; it has:",
                   (int)len, p);
            list_languages(site);
            return false;
        }
        if (lang >= 0)
            asked[lang] = true;
        p += len + (p[len] == ',');
    } while (*p);
    /* In the site's order, whatever the order asked for: the site is the same then. */
    s->languages = 0;
    for (int i = 0; i < site->languages; i++)
        if (!s->opt->lang || asked[site->order[i]])
            s->lang[s->languages++] = site->order[i];
    return true;
}

int session_any_language(const struct session *s)
{
    const char *asked = s->opt->lang;
    if (!asked)
        return (int)s->records->site.default_lang;
    int lang = lang_of(arena_strndup(s->arena, asked, strcspn(asked, ",")));
    if (lang < 0)
        say_to(stderr, "accord: --lang is one of en fr es ar zh ru here, not \"%s\"\n", asked);
    return lang;
}

void session_write_reports(struct session *s, struct buf *out)
{
    diags_write(s->diags, out,
                (struct diags_print){.format = s->opt->format,
                                     .color = s->opt->color,
                                     .language = s->language,
                                     .quiet = s->opt->quiet || s->errors_only});
}

/* The content is not at fault. */
static bool is_of_the_system(const struct diags *d)
{
    return diags_has(d, DIAG_FILE_UNREADABLE) || diags_has(d, DIAG_PUBLISH_IO) ||
           diags_has(d, DIAG_WORKER_ENDED) || diags_has(d, DIAG_WORKBOOK_FAILED);
}

int session_end(struct session *s, int code)
{
    struct buf out = BUF_INIT;
    progress_end(s->progress);
    if (!s->reported)
        session_write_reports(s, &out);
    fwrite(buf_str(&out), 1, out.n, stderr);
    buf_free(&out);
    if (s->closing)
        say_to(stderr, "%s\n", s->closing);
    if (code == EXIT_FINE && diags_failed(s->diags))
        code = EXIT_CONTENT;
    if ((code == EXIT_CONTENT || code == EXIT_USAGE) && is_of_the_system(s->diags))
        code = EXIT_SYSTEM;
    arena_free(s->arena);
    return code;
}
