/* command_schema.c - what editors need to complete, explain and underline the content's files. */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/say.h"
#include "publish/publish.h"

#include <stdio.h>
#include <string.h>

enum { MOST_NAMES = 64 };

static int unknown(const char *name)
{
    const char *names[MOST_NAMES + 1] = {NULL};
    say_to(stderr, "accord schema: there is no schema \"%s\"", name);
    for (size_t i = 0; i < MOST_NAMES && records_schema_name(i); i++)
        names[i] = records_schema_name(i);
    const char *near = nearest_of(names, name);
    say_to(stderr, near ? "; did you mean \"%s\"?\n" : "; accord schema lists them\n", near);
    return EXIT_USAGE;
}

static int print_schema(struct session *s, const char *name)
{
    struct buf out = BUF_INIT;
    bool found = records_schema(s->records, name, &out);
    if (found)
        fwrite(buf_str(&out), 1, out.n, stdout);
    buf_free(&out);
    return found ? EXIT_FINE : unknown(name);
}

static int write_all(struct session *s)
{
    struct publish_text file[MOST_NAMES];
    size_t n = 0;
    for (; n < MOST_NAMES && records_schema_name(n); n++) {
        struct buf out = BUF_INIT;
        records_schema(s->records, records_schema_name(n), &out);
        const char *path = arena_printf(s->arena, "%s/.schema/%s.json", s->opt->content,
                                        records_schema_name(n));
        size_t bytes = out.n;
        file[n] = (struct publish_text){path, buf_to_arena(&out, s->arena), bytes, true, NULL};
    }
    if (publish_texts(s->arena, s->diags, file, n) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    if (!s->opt->quiet)
        say_to(stdout, "%s/.schema: %zu schemas\n", s->opt->content, n);
    return EXIT_FINE;
}

static int schema(struct session *s)
{
    if (s->opt->write)
        return write_all(s);
    if (s->opt->args)
        return print_schema(s, s->opt->arg[0]);
    for (size_t i = 0; records_schema_name(i); i++)
        printf("%s\n", records_schema_name(i));
    return EXIT_FINE;
}

int command_schema(const struct options *opt)
{
    struct session s;
    if (opt->args > 1 || (opt->args && opt->write)) {
        say_to(stderr, "accord schema: \"%s\" is one too many; see accord schema --help\n",
               opt->arg[opt->args - 1]);
        return EXIT_USAGE;
    }
    session_begin(&s, opt);
    s.errors_only = !opt->verbose;
    if (!session_load(&s))
        return session_end(&s, EXIT_SYSTEM);
    /* Faulty records leave gaps in the lists of ids; editors are needed all the more then. */
    int code = schema(&s);
    if (code == EXIT_SYSTEM)
        return session_end(&s, code);
    arena_free(s.arena);
    return code;
}
