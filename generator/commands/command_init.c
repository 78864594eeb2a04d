/* command_init.c - the first content of an organization: what ships in templates/start, in the
 * languages asked for, with the words of the program in content/strings.
 *
 * Files there are as they will be, save that texts stand in all languages, one on a line: lines and
 * folders of other languages are left out.  NAME.mustache is a template of NAME.  strings/ has words
 * that are said otherwise than by the program's first user. */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/path.h"
#include "base/say.h"
#include "base/value.h"
#include "base/yaml_write.h"
#include "publish/publish.h"
#include "template/template.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

struct init {
    struct session s;
    struct arena *a;
    const char *dir, *start;
    bool chosen[LANGS];
    enum lang first; /* the site's default */
    VEC(struct publish_text) file;
};

/* --- languages --- */

static bool take_languages(struct init *in, const char *list)
{
    bool any = false;
    for (size_t n; *list; list += n + (list[n] == ',')) {
        n = strcspn(list, ",");
        int lang = lang_of(arena_strndup(in->a, list, n));
        if (lang < 0) {
            say_to(stderr, "accord init: --lang: \"%.*s\" is none of en fr es ar zh ru\n", (int)n, list);
            return false;
        }
        if (!any)
            in->first = (enum lang)lang;
        any = in->chosen[lang] = true;
    }
    if (!any)
        fputs("accord init: --lang wants a language, as in --lang en,fr\n", stderr);
    return any;
}

/* The first one asked for comes first; the others follow in their usual order. */
static const char *language_list(struct init *in)
{
    const char *list = lang_code[in->first];
    for (int i = 0; i < LANGS; i++)
        if (in->chosen[i] && i != (int)in->first)
            list = arena_printf(in->a, "%s, %s", list, lang_code[i]);
    return list;
}

/* "      fr: Afrique" */
static bool is_of_other_language(const struct init *in, const char *line, size_t n)
{
    size_t blanks = strspn(line, " ");
    if (blanks + 4 > n || line[blanks + 2] != ':' || line[blanks + 3] != ' ')
        return false;
    const char code[3] = {line[blanks], line[blanks + 1], '\0'};
    int lang = lang_of(code);
    return lang >= 0 && !in->chosen[lang];
}

static const char *without_other_languages(struct init *in, const char *text)
{
    struct buf out = BUF_INIT;
    for (size_t n; *text; text += n) {
        n = strcspn(text, "\n");
        n += text[n] == '\n';
        if (!is_of_other_language(in, text, n))
            buf_put(&out, text, n);
    }
    return buf_to_arena(&out, in->a);
}

/* --- files --- */

static const char *rendered(struct init *in, const struct source *src)
{
    struct buf out = BUF_INIT, name = BUF_INIT;
    struct value *data = value_map(in->a);
    const char *given = in->s.opt->name;
    if (given)
        yaml_write_text(&name, given, false);
    value_set_string(data, "name", given ? buf_to_arena(&name, in->a) : NULL);
    value_set_string(data, "title", given ? given : "Partnerships");
    value_set_string(data, "languages", language_list(in));
    value_set_string(data, "default", lang_code[in->first]);
    template_render(in->a, template_parse(in->a, src, in->s.diags), data, NULL, in->s.diags, &out);
    return buf_to_arena(&out, in->a);
}

static void add(struct init *in, const char *path, const char *text)
{
    VEC_PUSH(in->a, &in->file,
             ((struct publish_text){.path = arena_printf(in->a, "%s/%s", in->dir, path),
                                    .text = text,
                                    .n = strlen(text)}));
}

/* folder is "" or ends in a stroke. */
static void add_file(struct init *in, const char *folder, const char *name)
{
    const struct source *src =
        input_read(in->a, in->s.diags, arena_printf(in->a, "%s/%s%s", in->start, folder, name));
    if (!src)
        return;
    const char *text = src->text, *to = name;
    if (path_ends_in(name, ".mustache")) {
        text = rendered(in, src);
        to = arena_strndup(in->a, name, strlen(name) - strlen(".mustache"));
    }
    if (path_ends_in(to, ".yaml"))
        text = without_other_languages(in, text);
    if (strcmp(name, "gitignore") == 0) /* hidden ones would be overlooked where they ship */
        to = ".gitignore";
    add(in, arena_printf(in->a, "%s%s", folder, to), text);
}

static void add_folder(struct init *in, const char *folder)
{
    const char *dir = arena_printf(in->a, "%s/%s", in->start, folder);
    struct input_list files = input_files(in->a, in->s.diags, dir);
    struct input_list folders = input_names(in->a, in->s.diags, dir, "");
    for (size_t i = 0; i < files.n; i++)
        add_file(in, folder, files.name[i]);
    for (size_t i = 0; i < folders.n; i++) {
        int lang = lang_of(folders.name[i]);
        bool words = !*folder && strcmp(folders.name[i], "strings") == 0;
        if (!words && (lang < 0 || in->chosen[lang]))
            add_folder(in, arena_printf(in->a, "%s%s/", folder, folders.name[i]));
    }
}

/* --- words --- */

/* The lines of a text by their keys: "key: ..." and those below that belong to it. */
static struct map lines_by_key(struct init *in, const char *text)
{
    struct map lines;
    map_init(&lines, in->a);
    for (size_t n; *text; text += n) {
        n = strcspn(text, "\n");
        n += text[n] == '\n';
        while (text[n] == ' ')
            n += strcspn(text + n, "\n") + 1;
        if (*text != '#' && *text != '\n')
            map_set(&lines, arena_strndup(in->a, text, strcspn(text, ":")),
                    arena_strndup(in->a, text, n));
    }
    return lines;
}

static const char *words_of(struct init *in, const struct source *shipped, const struct source *own)
{
    struct map instead = lines_by_key(in, own->text);
    struct buf out = BUF_INIT;
    const char *text = shipped->text;
    for (size_t n; *text; text += n) {
        n = strcspn(text, "\n");
        n += text[n] == '\n';
        while (text[n] == ' ')
            n += strcspn(text + n, "\n") + 1;
        const char *other = map_get_n(&instead, text, strcspn(text, ":\n"));
        if (other)
            buf_puts(&out, other);
        else
            buf_put(&out, text, n);
    }
    return buf_to_arena(&out, in->a);
}

static void add_words(struct init *in, enum lang lang)
{
    const char *name = arena_printf(in->a, "strings/%s.yaml", lang_code[lang]);
    const struct source *shipped =
        input_read(in->a, in->s.diags, session_shipped(in->a, arena_printf(in->a, "content/%s", name)));
    const struct source *own =
        input_read(in->a, in->s.diags, arena_printf(in->a, "%s/%s", in->start, name));
    if (shipped && own)
        add(in, arena_printf(in->a, "content/%s", name), words_of(in, shipped, own));
}

/* --- the command --- */

static int check_free(const struct init *in)
{
    if (input_is_empty(in->dir) || errno == ENOENT)
        return EXIT_FINE;
    if (errno && errno != ENOTDIR) {
        say_to(stderr, "accord init: \"%s\" cannot be read: %s\n", in->dir, strerror(errno));
        return EXIT_SYSTEM;
    }
    say_to(stderr, "accord init: \"%s\" is not an empty folder; name one that is, or that is not there\n",
           in->dir);
    return EXIT_USAGE;
}

static void say_next(const struct init *in)
{
    if (in->s.opt->quiet)
        return;
    say_to(stdout, "%s: %zu files\n\nnext:\n"
           "- cd %s; accord build; then open output/site/index.html\n"
           "- README.md says how to go on: accord new partner, accord new agreement\n",
           in->dir, in->file.n, in->dir);
}

static int init(struct init *in)
{
    const struct options *opt = in->s.opt;
    if (!take_languages(in, opt->lang ? opt->lang : "en"))
        return EXIT_USAGE;
    int code = check_free(in);
    if (code != EXIT_FINE)
        return code;
    if (opt->name && (!yaml_write_can(opt->name) || !*opt->name)) {
        fputs("accord init: --name is empty, or no text that a file can hold\n", stderr);
        return EXIT_USAGE;
    }
    if (!input_is_dir(in->start)) {
        say_to(stderr, "accord init: what it begins from is missing: \"%s\"\n", in->start);
        return EXIT_SYSTEM;
    }
    add_folder(in, "");
    for (int i = 0; i < LANGS; i++)
        if (in->chosen[i])
            add_words(in, (enum lang)i);
    if (diags_failed(in->s.diags) ||
        publish_texts(in->a, in->s.diags, in->file.p, in->file.n) != PUBLISH_DONE)
        return EXIT_SYSTEM;
    say_next(in);
    return EXIT_FINE;
}

int command_init(const struct options *opt)
{
    struct init in = {.dir = opt->args ? opt->arg[0] : NULL};
    if (opt->args != 1) {
        fputs(opt->args ? "accord init: name one folder only\n"
                        : "accord init: name the folder to make, as in accord init partnerships\n", stderr);
        return EXIT_USAGE;
    }
    session_begin(&in.s, opt);
    in.a = in.s.arena;
    in.start = session_shipped(in.a, "templates/start");
    return session_end(&in.s, init(&in));
}
