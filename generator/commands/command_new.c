#include "commands/new.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/say.h"

#include <stdio.h>
#include <string.h>

static const struct new_kind {
    const char *name, *wants; /* wants NULL: an id may follow */
    int (*make)(struct session *s, const char *kind, const char *name);
} kinds[] = {
    {"edition", "a year, as in accord new edition 2025", new_edition},
    {"agreement", NULL, new_record},
    {"partner", NULL, new_record},
    {"document", NULL, new_record},
    {"page", NULL, new_record},
    {"story", NULL, new_record},
    {"opportunity", NULL, new_record},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

const char *command_new_kind(size_t i)
{
    return i < KINDS ? kinds[i].name : NULL;
}

void new_file(struct new_files *f, const char *path, const char *text)
{
    VEC_PUSH(f->session->arena, &f->list,
             ((struct publish_text){.path = path, .text = text, .n = strlen(text)}));
}

int new_write(struct new_files *f)
{
    const struct options *opt = f->session->opt;
    struct arena *a = f->session->arena;
    struct diags *d = f->session->diags;
    if (!publish_texts_free(a, d, f->list.p, f->list.n))
        return EXIT_CONTENT;
    if (!opt->dry_run && publish_texts(a, d, f->list.p, f->list.n) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    for (size_t i = 0; !opt->quiet && i < f->list.n; i++)
        say_to(stdout, "%s%s\n", opt->dry_run ? "would write " : "", f->list.p[i].path);
    return EXIT_FINE;
}

static const struct new_kind *find_kind(const char *name)
{
    const char *names[KINDS + 1] = {NULL};
    for (size_t i = 0; i < KINDS; i++) {
        names[i] = kinds[i].name;
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    }
    const char *near = nearest_of(names, name);
    say_to(stderr, "accord new: \"%s\" cannot be made; it is one of:", name);
    for (size_t i = 0; i < KINDS; i++)
        say_to(stderr, " %s", kinds[i].name);
    say_to(stderr, near ? "; did you mean \"%s\"?\n" : "\n", near);
    return NULL;
}

/* Made beside content that is sound, so that what comes of it builds at once. */
static int make(struct session *s, const struct new_kind *kind)
{
    if (!session_load(s))
        return EXIT_SYSTEM;
    const char *name = s->opt->args > 1 ? s->opt->arg[1] : NULL;
    return diags_failed(s->diags) ? EXIT_CONTENT : kind->make(s, kind->name, name);
}

static bool arguments_fit(const struct options *opt, const struct new_kind *kind)
{
    bool fit = kind->wants ? opt->args == 2 && opt->fields == 0 : opt->args <= 2;
    if (!fit && kind->wants)
        say_to(stderr, "accord new: %s wants %s\n", kind->name, kind->wants);
    else if (!fit)
        say_to(stderr, "accord new: \"%s\" is one too many: a text of several words stands in quotes\n",
               opt->arg[2]);
    return fit;
}

int command_new(const struct options *opt)
{
    const struct new_kind *kind = opt->args ? find_kind(opt->arg[0]) : NULL;
    if (!opt->args)
        fputs("accord new: say what; see accord new --help\n", stderr);
    if (!kind || !arguments_fit(opt, kind))
        return EXIT_USAGE;
    struct session s;
    session_begin(&s, opt);
    s.errors_only = true;
    return session_end(&s, make(&s, kind));
}
