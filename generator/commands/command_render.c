/* command_render.c - one Mustache template, as the specification has it: nothing is added. */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/say.h"
#include "template/template.h"

#include <stdio.h>
#include <string.h>

struct partials {
    struct session *s;
    struct map parsed; /* name -> template; a NULL value: there is no such file */
};

/* A name that would leave the folder names nothing. */
static bool is_inside(const char *name)
{
    if (*name == '\0' || *name == '/')
        return false;
    for (const char *p = name; *p; p += strcspn(p, "/"), p += *p == '/')
        if (strcspn(p, "/") == 2 && strncmp(p, "..", 2) == 0)
            return false;
    return true;
}

static const struct template *find_partial(void *ctx, const char *name)
{
    struct partials *p = ctx;
    struct session *s = p->s;
    if (map_has(&p->parsed, name))
        return map_get(&p->parsed, name);
    struct template *t = NULL;
    const char *dir = s->opt->partials;
    if (dir && is_inside(name)) {
        char *path = arena_printf(s->arena, "%s/%s.mustache", dir, name);
        const struct source *src = input_exists(path) ? input_read(s->arena, s->diags, path) : NULL;
        if (src)
            t = template_parse(s->arena, src, s->diags);
    }
    map_set(&p->parsed, name, t);
    return t;
}

static const char *nearest_partial(void *ctx, const char *name)
{
    struct partials *p = ctx;
    struct session *s = p->s;
    if (!s->opt->partials)
        return NULL;
    struct input_list files =
        input_names(s->arena, s->diags, s->opt->partials, ".mustache");
    struct map names;
    map_init(&names, s->arena);
    for (size_t i = 0; i < files.n; i++) {
        size_t n = strlen(files.name[i]) - strlen(".mustache");
        map_set(&names, arena_strndup(s->arena, files.name[i], n), NULL);
    }
    return map_nearest(&names, name);
}

static int render(struct session *s)
{
    const struct source *src = input_read_named(s->arena, s->diags, s->opt->arg[0]);
    const struct source *data_src = input_read_named(s->arena, s->diags, s->opt->data);
    if (!src || !data_src)
        return EXIT_FINE; /* what was reported says which exit code it is */
    const struct value *data = input_data(s->arena, s->diags, data_src);
    struct template *t = template_parse(s->arena, src, s->diags);
    if (diags_failed(s->diags))
        return EXIT_CONTENT;
    struct partials p = {.s = s};
    map_init(&p.parsed, s->arena);
    diags_set_severity(s->diags, DIAG_TEMPLATE_UNKNOWN_PARTIAL, SEVERITY_WARNING);
    struct template_options how = {
        .ctx = &p, .partial = find_partial, .nearest_partial = nearest_partial};
    struct buf out = BUF_INIT;
    template_render(s->arena, t, data, &how, s->diags, &out);
    if (!diags_failed(s->diags))
        fwrite(buf_str(&out), 1, out.n, stdout);
    buf_free(&out);
    return EXIT_FINE;
}

int command_render(const struct options *opt)
{
    if (opt->args != 1 || !opt->data) {
        say_to(stderr, "accord render: %s\naccord render: see accord render --help\n",
               opt->args == 0  ? "name a template"
               : opt->args > 1 ? "name one template only"
                                : "name the data with --data FILE");
        return EXIT_USAGE;
    }
    if (opt->partials && !input_is_dir(opt->partials)) {
        say_to(stderr, "accord render: there is no folder \"%s\" for partials\n", opt->partials);
        return EXIT_USAGE;
    }
    struct session s;
    session_begin(&s, opt);
    return session_end(&s, render(&s));
}
