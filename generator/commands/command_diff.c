/* command_diff.c - what one state of the content has other than another: folders or revisions. */
#include "commands/diff.h"

#include "base/say.h"

#include "commands/messages.h"
#include "locale/locale.h"
#include "publish/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { SHORT_ID = 10 };

struct state { /* one of the two that are asked for */
    const char *name;
    bool folder;
    struct revision_commit revision;
};
struct asked {
    const struct options *opt;
    struct arena *arena;
    struct diags *diags; /* what keeps a revision from being read */
    struct revision_repository *repository; /* NULL while no revision is asked for */
    struct state before, after;
    int code; /* to end with where reading fails */
};

static bool refuse(const char *why)
{
    say_to(stderr, "accord diff: %s\n", why);
    return false;
}

/* --- what is asked for --- */

/* Content has its settings, or something to be them with; an empty folder is content to come.  What
 * is another folder, the root of the machine say, may have no end. */
static bool is_content(struct asked *q, const char *dir)
{
    static const char *const has[] = {"site.yaml", "vocabulary", "partners", "agreements"};
    bool found = input_is_empty(dir);
    for (size_t i = 0; i < sizeof has / sizeof *has && !found; i++)
        found = input_exists(arena_printf(q->arena, "%s/%s", dir, has[i]));
    return found || refuse(arena_printf(q->arena, "the folder \"%s\" is no content: it has no site.yaml",
                                        dir));
}

static bool find_state(struct asked *q, const char *name, struct state *out)
{
    const char *why = NULL;
    *out = (struct state){.name = name, .folder = input_is_dir(name)};
    if (out->folder)
        return is_content(q, name);
    if (!q->repository)
        q->repository = revision_repository(q->arena, q->opt->content, &why);
    if (q->repository && revision_find(q->repository, name, &out->revision, &why))
        return true;
    if (input_exists(name))
        why = arena_printf(q->arena, "\"%s\" is neither a folder nor a revision", name);
    return refuse(why);
}

/* A..B, or A...B for what B has since it left A; HEAD where one is not named. */
static bool find_range(struct asked *q, const char *range, const char *dots)
{
    bool since = dots[2] == '.';
    const char *why = NULL, *to = dots + (since ? 3 : 2);
    const char *from = dots == range ? "HEAD" : arena_strndup(q->arena, range, (size_t)(dots - range));
    if (!find_state(q, from, &q->before) || !find_state(q, *to ? to : "HEAD", &q->after))
        return false;
    if (!since)
        return true;
    if (q->before.folder || q->after.folder)
        return refuse("\"...\" stands between two revisions, not folders");
    return revision_merge_base(q->repository, &q->before.revision, &q->after.revision,
                               &q->before.revision, &why) ||
           refuse(why);
}

static bool find_both(struct asked *q)
{
    const struct options *opt = q->opt;
    const char *first = opt->args ? opt->arg[0] : "HEAD";
    const char *dots = input_is_dir(first) ? NULL : strstr(first, "..");
    if (opt->args > 2)
        return refuse("name two folders or revisions; see accord diff --help");
    if (dots && opt->args == 1)
        return find_range(q, first, dots);
    if (!find_state(q, first, &q->before))
        return false;
    if (opt->args == 2)
        return find_state(q, opt->arg[1], &q->after);
    if (!input_is_dir(opt->content)) {
        say_to(stderr, "accord diff: there is no folder \"%s\" to compare with; name a second "
                        "revision, or the content with --content DIR\n", opt->content);
        return false;
    }
    q->after = (struct state){.name = opt->content, .folder = true};
    return is_content(q, opt->content);
}

/* --- reading --- */

struct unpacking {
    struct publish_scratch *scratch;
    struct arena *arena;
    const char *dir;
    struct buf path;
    int error;
};

/* Valid until the next. */
static const char *in_scratch(struct unpacking *u, const char *path)
{
    buf_clear(&u->path);
    buf_printf(&u->path, "%s/%s", u->dir, path);
    return buf_str(&u->path);
}

static bool unpack(void *ctx, const char *path, const void *bytes, size_t n)
{
    struct unpacking *u = ctx;
    const char *to = in_scratch(u, path);
    if (bytes ? publish_scratch_add(u->scratch, to, bytes, n) : publish_scratch_hole(u->scratch, to, n))
        return true;
    u->error = errno;
    return false;
}

static bool unpack_folder(void *ctx, const char *path)
{
    struct unpacking *u = ctx;
    if (publish_scratch_folder(u->scratch, in_scratch(u, path)))
        return true;
    u->error = errno;
    return false;
}

/* Where it leads is looked at by whoever reads, as in any folder. */
static bool unpack_links(struct unpacking *u, const struct revision_reader *reader)
{
    const char **path = ARENA_ARRAY(u->arena, const char *, reader->links + 1);
    const char **to = ARENA_ARRAY(u->arena, const char *, reader->links + 1);
    for (size_t i = 0; i < reader->links; i++) {
        path[i] = arena_printf(u->arena, "%s/%s", u->dir, reader->link[i].path);
        to[i] = reader->link[i].to;
    }
    if (publish_scratch_link(u->scratch, path, to, reader->links))
        return true;
    u->error = errno;
    return false;
}

/* Whether a revision's name can be that of a folder, part by part. */
static bool is_path(const char *name)
{
    for (const char *p = name;; p++) {
        size_t n = strcspn(p, "/");
        if (n == 0 || n > 100 || (n == 1 && *p == '.') || (n == 2 && strncmp(p, "..", 2) == 0))
            return false;
        p += n;
        if (!*p)
            return true;
    }
}

static bool cannot(const char *what, int error)
{
    say_to(stderr, "accord diff: %s: %s\n", what, strerror(error));
    return false;
}

/* The files lie in a private folder under the name that messages give them, "HEAD~1:content", and are
 * read from within that folder. */
static bool read_revision(struct asked *q, const struct state *s, const char *name,
                          struct diff_side *side, int lang)
{
    const char *in = revision_folder(q->repository), *why = NULL;
    const char *label = is_path(s->revision.name)
                            ? s->revision.name
                            : arena_strndup(q->arena, s->revision.id, SHORT_ID);
    struct unpacking u = {.scratch = publish_scratch(q->arena), .arena = q->arena};
    u.dir = arena_printf(q->arena, "%s:%s", label, *in ? in : ".");
    struct revision_reader reader = {.file = unpack, .folder = unpack_folder, .ctx = &u,
                                     .diags = q->diags, .root = u.dir};
    if (!u.scratch)
        return cannot("a folder for the revision's files cannot be made in TMPDIR, else /tmp", errno);
    bool read = revision_read(q->repository, &s->revision, &reader, &why) && unpack_links(&u, &reader);
    buf_free(&u.path);
    if (!read) {
        q->code = why ? EXIT_USAGE : reader.over ? EXIT_CONTENT : EXIT_SYSTEM;
        return why           ? refuse(why)
               : !reader.over && cannot("a file of the revision cannot be written", u.error);
    }
    if (reader.skipped && !q->opt->quiet)
        say_to(stderr, "accord diff: %s: a submodule, or what no folder can hold, is not read: %s%s\n",
               u.dir, reader.first_skipped, reader.skipped > 1 ? ", and others" : "");
    int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (here < 0 || chdir(publish_scratch_path(u.scratch)) != 0)
        return cannot("the revision's files cannot be read", errno);
    diff_side_read(side, name, u.dir, lang, q->opt->internal);
    bool back = fchdir(here) == 0;
    close(here);
    return back || cannot("the folder it was started in is gone", errno);
}

static bool read_state(struct asked *q, const struct state *s, struct diff_side *side, int lang)
{
    if (!s->folder)
        return read_revision(q, s, s->name, side, lang);
    diff_side_read(side, s->name, s->name, lang, q->opt->internal);
    return true;
}

/* --- comparing --- */

static void say_diagnostics(struct diags *d, const struct options *opt, const struct map *language)
{
    struct buf out = BUF_INIT;
    diags_write(d, &out,
                (struct diags_print){.format = DIAG_FORMAT_TEXT, .color = opt->color, .quiet = true,
                                     .language = language});
    fwrite(buf_str(&out), 1, out.n, stderr);
    buf_free(&out);
}

static void write_out(struct diff *d)
{
    struct buf out = BUF_INIT;
    if (d->opt->shape == DIFF_MARKDOWN)
        diff_markdown(d, &out);
    else if (d->opt->shape == DIFF_JSON)
        diff_json(d, &out);
    else
        diff_text(d, &out);
    fwrite(buf_str(&out), 1, out.n, stdout);
    buf_free(&out);
}

/* That which is asked for, else that of the newer state. */
static const struct map *language_of_messages(struct session *s, const struct records *r)
{
    if (s->opt->messages || !r->site.messages)
        return s->language;
    return messages_read(s->arena, s->diags, &s->templates,
                         records_message_languages[r->site.messages - 1]);
}

static int compare(struct session *s, struct diff_side *before, struct diff_side *after)
{
    const struct options *opt = s->opt;
    const struct map *language = language_of_messages(s, after->records);
    struct diff d = {.opt = opt, .arena = after->arena, .before = before, .after = after,
                     .views = after->views, .compared = before->sound && after->sound};
    d.locale = views_locale(d.views);
    d.words = diff_words_open(d.arena, after->records, views_lang(d.views));
    diff_records(&d);
    if (d.compared) {
        diff_figures(&d);
        diff_rankings(&d);
    }
    write_out(&d);
    if (!after->sound)
        say_diagnostics(after->diags, opt, language);
    if (!before->sound && (after->sound || opt->verbose))
        say_diagnostics(before->diags, opt, language);
    bool differs = d.changes || d.figure.n || d.hidden_figures || d.ranking.n;
    return !d.compared || (opt->exit_code && differs) ? EXIT_CONTENT : EXIT_FINE;
}

/* -1: the site's own language; -2 after a message. */
static int language(const struct options *opt)
{
    int lang = opt->lang ? lang_of(opt->lang) : -1;
    if (!opt->lang || lang >= 0)
        return lang;
    say_to(stderr, "accord diff: --lang is one of en fr es ar zh ru here, not \"%s\"\n", opt->lang);
    return -2;
}

int command_diff(const struct options *opt)
{
    struct session s;
    session_begin(&s, opt);
    struct asked q = {.opt = opt, .arena = s.arena, .diags = s.diags, .code = EXIT_SYSTEM};
    struct diff_side before = {0}, after = {0};
    int code = EXIT_USAGE, lang = language(opt);
    if (lang >= -1 && find_both(&q)) {
        bool read = read_state(&q, &q.after, &after, lang);
        if (read && lang < 0) /* both in one language */
            lang = (int)views_lang(after.views);
        read = read && read_state(&q, &q.before, &before, lang);
        code = read ? compare(&s, &before, &after) : q.code;
        if (!read && diags_failed(s.diags))
            say_diagnostics(s.diags, opt, s.language);
    }
    arena_free(before.arena);
    arena_free(after.arena);
    arena_free(q.arena);
    return code;
}
