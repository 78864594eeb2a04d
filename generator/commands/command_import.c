/* command_import.c - brings a listing of agreements into files, one an agreement. */
#include "commands/commands.h"
#include "commands/output_apart.h"

#include "base/arena.h"
#include "base/say.h"
#include "exchange/exchange.h"
#include "publish/publish.h"

#include <stdio.h>
#include <string.h>

static const struct source *named(struct session *s, const char *path)
{
    const struct source *src = path ? input_read_named(s->arena, s->diags, path) : NULL;
    if (path && !src && diags_has(s->diags, DIAG_BAD_UTF8))
        diag_hint(s->diags, HINT_CSV_UTF8, path);
    return src;
}

static bool read_request(struct session *s, struct import_request *in)
{
    const struct options *o = s->opt;
    *in = (struct import_request){.list = named(s, o->arg[0]),
                                  .contributions = named(s, o->contributions),
                                  .map = named(s, o->map),
                                  .delimiter = o->delimiter,
                                  .numbers = o->numbers,
                                  .dates = o->dates,
                                  .lists = o->lists,
                                  .ids = o->ids,
                                  .new_partners = o->new_partners,
                                  .skip_faulty = o->rest != NULL};
    return in->list && (in->contributions || !o->contributions) && (in->map || !o->map);
}

/* Where what is left out is printed, what is said is beside it. */
static bool rest_is_printed(const struct session *s)
{
    return s->opt->rest && is_standard_output(s->opt->rest);
}

static void say_map(const struct session *s, const struct import_result *got)
{
    if (!s->opt->quiet && got->map && !s->opt->map)
        printf("# Save this as a file, complete it, and give it with --map FILE.\n%s", got->map);
}

static void say_done(const struct session *s, const struct import_result *got,
                     const struct publish_text *file, size_t n)
{
    const char *would = s->opt->dry_run ? "would write " : "";
    FILE *out = rest_is_printed(s) ? stderr : stdout;
    if (s->opt->quiet)
        return;
    fputs(got->said, out);
    for (size_t i = 0; i < n; i++)
        say_to(out, "%s%s\n", would, file[i].path);
    fprintf(out, "rows: %zu; agreements: %zu, new partners: %zu; rows left out: %zu\n", got->rows,
           got->agreements, got->partners, got->left_out);
}

static int write_files(struct session *s, const struct import_result *got)
{
    struct publish_text *file = ARENA_ARRAY(s->arena, struct publish_text, got->files + 1);
    size_t n = 0;
    for (; n < got->files; n++)
        file[n] = (struct publish_text){.path = got->file[n].path, .text = got->file[n].text,
                                        .n = strlen(got->file[n].text)};
    if (got->rest && !rest_is_printed(s)) {
        file[n] = (struct publish_text){.path = s->opt->rest, .text = got->rest,
                                        .n = strlen(got->rest)};
        n++;
    }
    if (!publish_texts_free(s->arena, s->diags, file, n))
        return EXIT_CONTENT;
    if (!s->opt->dry_run && publish_texts(s->arena, s->diags, file, n) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    say_done(s, got, file, n);
    if (got->rest && rest_is_printed(s) && fputs(got->rest, stdout) < 0)
        return EXIT_SYSTEM;
    return EXIT_FINE;
}

static void say_refused(const struct session *s, const struct import_result *got)
{
    if (s->opt->quiet)
        return;
    fputs(got->said, stdout);
    printf("rows: %zu; rows at fault: %zu; nothing was written\n", got->rows,
           got->left_out);
}

/* What is wrong with the content as it stands may be what the list brings: it is read again with
 * what comes, and what is wrong then is told.  Of what the system would not give nothing is known: a list of
 * terms that lacks would make each of them an unknown one. */
static bool load_unchecked(struct session *s)
{
    struct diags *told = s->diags;
    s->diags = diags_new(s->arena);
    if (!session_load(s) || diags_has(s->diags, DIAG_FILE_UNREADABLE))
        return false;
    s->diags = told;
    return true;
}

static int import(struct session *s)
{
    struct import_request in;
    if (!load_unchecked(s))
        return EXIT_SYSTEM;
    if (!read_request(s, &in))
        return EXIT_CONTENT;
    struct import_result got = import_list(s->arena, s->diags, s->records, &in);
    if (got.sound)
        return write_files(s, &got);
    if (got.mapped)
        say_refused(s, &got);
    else
        say_map(s, &got);
    return EXIT_CONTENT;
}

int command_import(const struct options *opt)
{
    if (opt->args != 1) {
        fprintf(stderr, "accord import: name one list; see accord import --help\n");
        return EXIT_USAGE;
    }
    if (opt->rest && !is_standard_output(opt->rest) &&
        !path_is_apart(opt, opt->rest, "import", "list of what is left out", "--rest FILE"))
        return EXIT_USAGE;
    struct session s;
    session_begin(&s, opt);
    s.errors_only = !opt->verbose;
    return session_end(&s, import(&s));
}
