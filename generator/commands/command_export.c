#define _XOPEN_SOURCE 700 /* realpath */

/* command_export.c - the files of site/data/ one by one, without a build. */
#include "commands/commands.h"
#include "commands/output_apart.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/say.h"
#include "data/data.h"
#include "publish/publish.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_set(const char *name)
{
    for (size_t i = 0; views_exports[i]; i++)
        if (strcmp(views_exports[i], name) == 0)
            return true;
    const char *near = nearest_of(views_exports, name);
    say_to(stderr, "accord export: there is no set \"%s\"; it is one of:", name);
    for (size_t i = 0; views_exports[i]; i++)
        say_to(stderr, " %s", views_exports[i]);
    say_to(stderr, near ? "; did you mean \"%s\"?\n" : "\n", near);
    return false;
}

/* "-" is standard output, as with other programs. */
static bool to_a_file(const struct options *opt)
{
    return opt->output_given && !is_standard_output(opt->output);
}

/* A link stays one: what it leads to is written. */
static const char *followed(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    if (real)
        path = arena_strdup(a, real);
    free(real);
    return path;
}

static int write_out(struct session *s, const struct buf *out)
{
    struct publish_text file = {.path = followed(s->arena, s->opt->output), .text = out->p,
                                .n = out->n, .replace = input_exists(s->opt->output)};
    if (!to_a_file(s->opt))
        return fwrite(out->p, 1, out->n, stdout) == out->n ? EXIT_FINE : EXIT_SYSTEM;
    if (publish_texts(s->arena, s->diags, &file, 1) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    if (!s->opt->quiet)
        say_to(stdout, "%s\n", s->opt->output);
    return EXIT_FINE;
}

static int export(struct session *s, const char *set)
{
    const struct options *o = s->opt;
    const struct views *views[LANGS];
    struct buf out = BUF_INIT;
    if (!session_load(s))
        return EXIT_SYSTEM;
    if (!session_languages(s))
        return EXIT_USAGE;
    session_refuse_disclosure(s, !diags_failed(s->diags));
    if (diags_failed(s->diags))
        return EXIT_CONTENT;
    for (size_t i = 0; i < s->languages; i++)
        views[i] = views_open(s->arena, s->diags, s->model, s->lang[i], o->internal);
    struct data_input in = {.views = views, .languages = s->languages};
    data_export(s->arena, s->diags, &in, set,
                o->as_xlsx   ? DATA_WORKBOOK
                : o->as_json ? DATA_JSON
                : o->bom     ? DATA_BOM_CSV
                             : DATA_CSV,
                &out);
    int code = diags_failed(s->diags) ? EXIT_CONTENT : write_out(s, &out);
    buf_free(&out);
    return code;
}

int command_export(const struct options *opt)
{
    const char *set = opt->args ? opt->arg[0] : NULL;
    if (opt->args > 1 || (opt->as_xlsx ? opt->args != 0 : !set)) {
        fprintf(stderr, "accord export: name one set of records; a workbook has all of them, and is asked for without a set; see accord export --help\n");
        return EXIT_USAGE;
    }
    if (set && !is_set(set))
        return EXIT_USAGE;
    if (to_a_file(opt) && !output_is_apart(opt, "export", "output file"))
        return EXIT_USAGE;
    int code = to_a_file(opt) ? file_apart(opt, "export") : EXIT_FINE;
    if (code != EXIT_FINE)
        return code;
    struct session s;
    session_begin(&s, opt);
    s.errors_only = !opt->verbose;
    return session_end(&s, export(&s, set));
}
