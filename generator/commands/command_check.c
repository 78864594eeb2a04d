#include "commands/commands.h"

#include "base/say.h"

#include "build.h"
#include "commands/terminal.h"

#include <stdio.h>
#include <string.h>

static const char *outcome(const struct reconciled *r)
{
    return r->held ? "held" : r->now ? "differs" : "unknown";
}

/* Every printed figure with what the records give today: "path:line:col: held: ...". */
static void list_printed(const struct session *s)
{
    size_t all = 0, held = 0;
    for (size_t i = 0; i < s->records->published_n; i++) {
        const struct reconciled *r;
        size_t n = model_reconciled(s->arena, s->model, &s->records->published[i], &r);
        for (const struct reconciled *end = r + n; r < end; r++) {
            bool rounded = r->exact && r->now && strcmp(r->exact, r->now) != 0;
            say_to(stdout, "%s:%d:%d: %s: %s: printed %s", r->place.src->path, r->place.line,
                   r->place.col, outcome(r), r->id, r->then);
            if (r->revised)
                say_to(stdout, ", revised %s", r->revised);
            say_to(stdout, ", computed %s", r->now ? r->now : "nothing");
            if (rounded)
                say_to(stdout, " (%s)", r->exact);
            putchar('\n');
            held += r->held;
        }
        all += n;
    }
    printf("%zu of %zu printed figures held\n", held, all);
}

static void close_with_counts(struct session *s)
{
    session_close_with(
        s, phrase_filled(s->arena,
                         diags_failed(s->diags) ? PHRASE_CHECK_CLOSES : PHRASE_CHECK_FINE,
                         progress_number(s->arena, s->language, s->records->files),
                         progress_seconds(s->arena, s->language, terminal_now(NULL) - s->begun)));
}

static int check(struct session *s)
{
    if (!session_has_templates(s) || !session_load(s))
        return EXIT_SYSTEM;
    if (!session_languages(s))
        return EXIT_USAGE;
    bool whole = !diags_failed(s->diags);
    session_reconcile(s);
    if (whole && s->opt->verbose && !s->opt->quiet)
        list_printed(s);
    struct build b = {.arena = s->arena,
                      .diags = s->diags,
                      .model = s->model,
                      .templates = &s->templates,
                      .lang = s->lang,
                      .languages = s->languages,
                      .internal = s->opt->internal,
                      .progress = s->progress,
                      .workers = s->opt->jobs};
    bool sound = !diags_failed(s->diags);
    build_check(&b);
    session_refuse_disclosure(s, sound);
    close_with_counts(s);
    return EXIT_FINE;
}

int command_check(const struct options *opt)
{
    struct session s;
    if (opt->args) {
        say_to(stderr, "accord check: \"%s\" is one too many; see accord check --help\n",
               opt->arg[0]);
        return EXIT_USAGE;
    }
    session_begin_long(&s, opt);
    return session_end(&s, check(&s));
}
