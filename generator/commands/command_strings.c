/* command_strings.c - texts to and from translators, as XLIFF 2.0. */
#include "commands/commands.h"
#include "commands/output_apart.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/say.h"
#include "exchange/exchange.h"
#include "publish/publish.h"

#include <stdio.h>
#include <string.h>

static int write_files(struct session *s, const struct publish_text *file, size_t n)
{
    if (!s->opt->dry_run && n && publish_texts(s->arena, s->diags, file, n) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    for (size_t i = 0; !s->opt->quiet && i < n; i++)
        say_to(stdout, "%s%s\n", s->opt->dry_run ? "would write " : "", file[i].path);
    return EXIT_FINE;
}

/* The languages asked for, without the one that is translated from. */
static size_t targets(const struct session *s, enum lang out[LANGS])
{
    size_t n = 0;
    for (size_t i = 0; i < s->languages; i++)
        if (s->lang[i] != s->records->site.default_lang)
            out[n++] = s->lang[i];
    return n;
}

static int export(struct session *s)
{
    enum lang to[LANGS];
    size_t n = targets(s, to);
    struct publish_text file[LANGS];
    bool to_files = s->opt->output_given && !(n == 1 && is_standard_output(s->opt->output));
    if (to_files && !output_is_folder(s->opt, "strings"))
        return EXIT_USAGE;
    if (!n || (n > 1 && !s->opt->output_given)) {
        say_to(stderr, "accord strings: name one language with --lang to print it, or a folder for a file"
                        " a language with --output; %s is what is translated from\n",
               lang_code[s->records->site.default_lang]);
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < n; i++) {
        struct buf out = BUF_INIT;
        strings_export(s->arena, s->diags, s->model, to[i], &out);
        size_t bytes = out.n;
        file[i] = (struct publish_text){
            .path = arena_printf(s->arena, "%s/%s.xlf", s->opt->output, lang_code[to[i]]),
            .text = buf_to_arena(&out, s->arena),
            .n = bytes};
        file[i].replace = input_exists(file[i].path);
    }
    if (diags_failed(s->diags))
        return EXIT_CONTENT;
    if (to_files)
        return write_files(s, file, n);
    return fwrite(file[0].text, 1, file[0].n, stdout) == file[0].n ? EXIT_FINE : EXIT_SYSTEM;
}

static int import(struct session *s)
{
    const struct source *src = input_read_named(s->arena, s->diags, s->opt->arg[1]);
    struct strings_result got;
    if (!src || !strings_import(s->arena, s->diags, s->model, src, &got))
        return EXIT_CONTENT;
    struct publish_text *file = ARENA_ARRAY(s->arena, struct publish_text, got.files + 1);
    for (size_t i = 0; i < got.files; i++)
        file[i] = (struct publish_text){.path = got.file[i].path, .text = got.file[i].text,
                                        .n = strlen(got.file[i].text),
                                        .replace = got.was[i] && input_exists(got.file[i].path),
                                        .was = got.was[i] ? got.was[i] : ""};
    int code = write_files(s, file, got.files);
    if (code == EXIT_FINE && !s->opt->quiet)
        say_to(stdout, "%s: texts changed: %zu, the same: %zu, not translated: %zu, of an older source: %zu\n",
               lang_code[got.to], got.changed, got.same, got.empty, got.stale);
    return code;
}

static int status(struct session *s)
{
    enum lang to[LANGS];
    size_t n = targets(s, to);
    for (size_t i = 0; i < n; i++) {
        struct buf out = BUF_INIT;
        struct strings_status got = strings_status(s->arena, s->diags, s->model, to[i], &out);
        if (!s->opt->quiet)
            fwrite(buf_str(&out), 1, out.n, stdout);
        say_to(stdout, "%s: texts: %zu, missing: %zu, stale: %zu, of a source not on record: %zu\n",
               lang_code[to[i]], got.texts, got.missing, got.stale, got.unknown);
        buf_free(&out);
    }
    return EXIT_FINE;
}

static const struct {
    const char *name;
    size_t args;
    int (*run)(struct session *s);
} parts[] = {{"export", 1, export}, {"import", 2, import}, {"status", 1, status}};
enum { PARTS = sizeof parts / sizeof *parts };

int command_strings(const struct options *opt)
{
    size_t k = 0;
    while (k < PARTS && (!opt->args || strcmp(parts[k].name, opt->arg[0]) != 0))
        k++;
    if (k == PARTS || opt->args != parts[k].args) {
        fprintf(stderr, "accord strings: say export, import FILE or status; see accord strings --help\n");
        return EXIT_USAGE;
    }
    if (opt->output_given && !output_is_apart(opt, "strings", "output folder"))
        return EXIT_USAGE;
    struct session s;
    session_begin(&s, opt);
    if (!session_load(&s))
        return session_end(&s, EXIT_SYSTEM);
    /* Warnings about the content are for check; those about translations are told. */
    bool sound = !diags_failed(s.diags);
    if (sound)
        s.diags = diags_new(s.arena);
    if (sound && !session_languages(&s))
        return session_end(&s, EXIT_USAGE);
    return session_end(&s, sound ? parts[k].run(&s) : EXIT_CONTENT);
}
