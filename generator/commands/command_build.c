#include "commands/commands.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/say.h"
#include "build.h"
#include "commands/build_origin.h"
#include "commands/build_part.h"
#include "commands/messages.h"
#include "commands/output_apart.h"
#include "commands/terminal.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Where a script left the folder's name out, "$DIR/" is the root. */
static bool is_no_root(const struct options *opt)
{
    struct stat root, output;
    if (stat("/", &root) != 0 || stat(opt->output, &output) != 0 || root.st_dev != output.st_dev ||
        root.st_ino != output.st_ino)
        return true;
    say_to(stderr, "accord build: the output folder \"%s\" is the root of this machine; name another with "
                    "--output DIR\n",
           opt->output);
    return false;
}

static const char *counted(const struct session *s, size_t n)
{
    return progress_number(s->arena, s->language, n);
}

/* The files to look at first, a line each. */
static const char *where(const struct session *s, const struct publish *p)
{
    struct buf out = BUF_INIT;
    if (!s->opt->document)
        buf_printf(&out, "%s/site/index.html\n", s->opt->output);
    for (size_t i = 0; i < s->records->document_n; i++)
        for (int lang = 0; lang < LANGS; lang++) {
            char *path = arena_printf(s->arena, "documents/%s.%s.pdf",
                                      s->records->document[i].id, lang_code[lang]);
            if (publish_has(p, path))
                buf_printf(&out, "%s/%s\n", s->opt->output, path);
        }
    return buf_to_arena(&out, s->arena);
}

static void close_build(struct session *s, const char *first, size_t files,
                        const struct publish_counts *counts)
{
    progress_end(s->progress);
    if (s->opt->quiet)
        return;
    fputs(first, stdout);
    session_close_with(
        s, phrase_filled(s->arena, PHRASE_BUILD_CLOSES, counted(s, files),
                         counted(s, counts->written), counted(s, counts->unchanged),
                         counted(s, counts->removed),
                         progress_seconds(s->arena, s->language, terminal_now(NULL) - s->begun)));
}

/* --- a build of what was built before --- */

enum said { SAID_WHERE, SAID_REPORTS, SAID_LANGUAGE };

/* Says again what was said when it was made. */
static bool stands_already(struct session *s, const char *sum)
{
    struct publish_origin was = {.sum = sum};
    struct publish_counts counts = {0};
    if (!publish_stands(s->arena, s->opt->output, &was, &counts.unchanged))
        return false;
    const char *language = was.said[SAID_LANGUAGE];
    if (*language && !s->opt->messages)
        s->language = messages_read(s->arena, s->diags, &s->templates, language);
    close_build(s, was.said[SAID_WHERE], counts.unchanged, &counts);
    fputs(was.said[SAID_REPORTS], stderr);
    s->reported = true;
    return true;
}

static const struct publish_origin *origin_of(struct session *s, const struct publish *p,
                                              const char *sum)
{
    struct publish_origin *o = ARENA_NEW(s->arena, struct publish_origin);
    struct buf reports = BUF_INIT;
    int language = s->records->site.messages;
    session_write_reports(s, &reports);
    o->sum = sum;
    o->said[SAID_WHERE] = where(s, p);
    o->said[SAID_REPORTS] = buf_to_arena(&reports, s->arena);
    o->said[SAID_LANGUAGE] = language ? records_message_languages[language - 1] : "";
    return o;
}

struct taking {
    struct publish *publish;
    struct progress *progress;
    size_t n;
};

static void take(void *ctx, const char *path, const void *bytes, size_t n)
{
    struct taking *t = ctx;
    publish_add(t->publish, path, bytes, n);
    progress_step(t->progress, PHRASE_MAKING, ++t->n, 0);
}

static size_t mark(void *ctx)
{
    return publish_mark(((struct taking *)ctx)->publish);
}

static void pack(void *ctx, size_t from, struct buf *out)
{
    publish_pack(((struct taking *)ctx)->publish, from, out);
}

static void unpack(void *ctx, struct unpack *from)
{
    struct taking *t = ctx;
    publish_unpack(t->publish, from);
    t->n = publish_count(t->publish);
    progress_step(t->progress, PHRASE_MAKING, t->n, 0);
}

/* origin: what it is made of; NULL: not to be kept */
static int build_and_publish(struct session *s, const struct build_origin *origin)
{
    if (!session_load(s))
        return EXIT_SYSTEM;
    const char *id = s->opt->document;
    if (!session_languages(s) || (id && !session_document(s, "build", id)))
        return EXIT_USAGE;
    session_reconcile(s);
    struct publish *publish = publish_new(s->arena);
    struct taking taking = {.publish = publish, .progress = s->progress};
    struct build b = {.arena = s->arena,
                      .diags = s->diags,
                      .model = s->model,
                      .templates = &s->templates,
                      .lang = s->lang,
                      .languages = s->languages,
                      .internal = s->opt->internal,
                      .document = s->opt->document,
                      .progress = s->progress,
                      .put = take,
                      .ctx = &taking,
                      .workers = s->opt->jobs,
                      .mark = mark,
                      .pack = pack,
                      .unpack = unpack};
    if (s->opt->internal)
        publish_set_internal(publish);
    struct build_part part;
    build_part_begin(&part, s, publish);
    for (int i = 0; i < LANGS; i++)
        b.stands[i] = build_part_stands(s, (enum lang)i);
    /* Records with faults are not built from, but narratives are read: all faults in one run. */
    bool sound = !diags_failed(s->diags);
    if (!sound) {
        build_check(&b);
        return EXIT_CONTENT;
    }
    if (publish_open(publish, s->opt->output, s->diags) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    build(&b);
    session_refuse_disclosure(s, sound);
    if (diags_failed(s->diags)) {
        publish_abandon(publish);
        return EXIT_CONTENT;
    }
    struct publish_counts counts = {0};
    const char *made = where(s, publish);
    if (origin && build_origin_holds(s, origin))
        publish_set_origin(publish, origin_of(s, publish, origin->sum));
    if (publish_commit(publish, &counts) != PUBLISH_DONE)
        return build_part_report(&part, s->diags) ? EXIT_CONTENT : EXIT_SYSTEM;
    close_build(s, made, publish_count(publish), &counts);
    return EXIT_FINE;
}

/* Of a part only what is made is known, not what stays beside it: it is always made. */
static int build_unless_it_stands(struct session *s)
{
    if (s->opt->lang || s->opt->document || !input_is_dir(s->opt->content))
        return build_and_publish(s, NULL);
    struct build_origin origin = build_origin(s);
    return stands_already(s, origin.sum) ? EXIT_FINE : build_and_publish(s, &origin);
}

int command_build(const struct options *opt)
{
    if (opt->args) {
        say_to(stderr, "accord build: \"%s\" is one too many; see accord build --help\n",
               opt->arg[0]);
        return EXIT_USAGE;
    }
    if (opt->internal && !opt->output_given) {
        fputs("accord build: --profile internal names agreements that are not public; say where "
              "to with --output DIR\n",
              stderr);
        return EXIT_USAGE;
    }
    if (!output_is_folder(opt, "build") || !is_no_root(opt) ||
        !output_is_apart(opt, "build", "output folder"))
        return EXIT_USAGE;
    int code = profiles_apart(opt);
    if (code != EXIT_FINE)
        return code;
    struct session s;
    session_begin_long(&s, opt);
    return session_end(&s, session_has_templates(&s) ? build_unless_it_stands(&s) : EXIT_SYSTEM);
}
