#include "commands/commands.h"

#include "build.h"

#include <stdio.h>

static int check(struct session *s)
{
    if (!session_load(s))
        return EXIT_SYSTEM;
    if (!session_languages(s))
        return EXIT_USAGE;
    session_reconcile(s);
    struct build b = {.arena = s->arena,
                      .diags = s->diags,
                      .model = s->model,
                      .lang = s->lang,
                      .languages = s->languages,
                      .internal = s->opt->internal};
    bool sound = !diags_failed(s->diags);
    build_check(&b);
    session_refuse_disclosure(s, sound);
    return EXIT_FINE;
}

int command_check(const struct options *opt)
{
    struct session s;
    if (opt->args) {
        fprintf(stderr, "accord check: \"%s\" is one too many; see accord check --help\n",
                opt->arg[0]);
        return EXIT_USAGE;
    }
    session_begin(&s, opt);
    return session_end(&s, check(&s));
}
