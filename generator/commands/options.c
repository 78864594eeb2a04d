#include "commands/commands.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/say.h"
#include "base/team.h"
#include "base/vec.h"
#include "commands/option_fields.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum option_id {
    OPT_CONTENT = 256,
    OPT_OUTPUT,
    OPT_TEMPLATES,
    OPT_LANG,
    OPT_QUIET,
    OPT_VERBOSE,
    OPT_COLOR,
    OPT_MESSAGES,
    OPT_FORMAT,
    OPT_SHAPE,
    OPT_EXIT_CODE,
    OPT_ALL_FIGURES,
    OPT_RELEASE,
    OPT_DOCUMENT,
    OPT_PROFILE,
    OPT_DATE,
    OPT_DRY_RUN,
    OPT_NAME,
    OPT_JSON,
    OPT_CSV,
    OPT_WRITE,
    OPT_DATA,
    OPT_PARTIALS,
    OPT_AS,
    OPT_BOM,
    OPT_MAP,
    OPT_CONTRIBUTIONS,
    OPT_DELIMITER,
    OPT_NUMBERS,
    OPT_DATES,
    OPT_LISTS,
    OPT_IDS,
    OPT_REST,
    OPT_NEW_PARTNERS,
    OPT_SAME_NAME,
    OPT_PORT,
    OPT_OPEN,
    OPT_JOBS,
    OPT_HELP,
};

static const struct option_row {
    enum option_id id;
    const char *name, *argument, *help; /* argument NULL = none */
    unsigned commands;                  /* FOR_ALL, or bits */
} table[] = {
    {OPT_RELEASE, "release", NULL,
     "refuse sample records, missing translations, unreconciled figures", FOR_BUILD | FOR_CHECK},
    {OPT_DOCUMENT, "document", "ID", "only this document; others stay as they are", FOR_BUILD},
    {OPT_PROFILE, "profile", "public|internal", "what to show (to build, internal wants --output)",
     FOR_BUILD | FOR_CHECK | FOR_FIGURES | FOR_EXPLAIN | FOR_EXPORT | FOR_SERVE | FOR_DIFF},
    {OPT_FORMAT, "format", "text|json|sarif", "how to write the messages", FOR_BUILD | FOR_CHECK},
    {OPT_AS, "format", "csv|json|xlsx", "which kind of file (csv); xlsx has all sets", FOR_EXPORT},
    {OPT_BOM, "bom", NULL, "CSV with the mark by which spreadsheets tell UTF-8", FOR_EXPORT},
    {OPT_SHAPE, "format", "text|markdown|json",
     "for a terminal, for a comment on a merge request, for programs", FOR_DIFF},
    {OPT_EXIT_CODE, "exit-code", NULL, "exit with 1 when records or figures differ", FOR_DIFF},
    {OPT_ALL_FIGURES, "all-figures", NULL, "figures that are printed nowhere, too", FOR_DIFF},
    {OPT_DATE, "date", "DAY", "the day it was issued, when document.yaml does not say so", FOR_FREEZE},
    {OPT_MAP, "map", "FILE", "what the columns hold, where their names do not say", FOR_IMPORT},
    {OPT_CONTRIBUTIONS, "contributions", "FILE", "a second list, of contributions by agreement",
     FOR_IMPORT},
    {OPT_DELIMITER, "delimiter", "WORD", "comma, semicolon or tab between cells", FOR_IMPORT},
    {OPT_NUMBERS, "numbers", "EXAMPLE", "as 1234.56, 1,234.56, 1.234,56, \"1 234,56\", \"1'234.56\"",
     FOR_IMPORT},
    {OPT_DATES, "dates", "dmy|mdy|ymd", "the order in dates such as 03/04/2024", FOR_IMPORT},
    {OPT_LISTS, "lists", "SIGN", "between several values of one cell (|)", FOR_IMPORT},
    {OPT_IDS, "ids", "WORD", "what ids that are made begin with, as bdt", FOR_IMPORT},
    {OPT_NEW_PARTNERS, "new-partners", NULL, "make files of partners that are not on file", FOR_IMPORT},
    {OPT_SAME_NAME, "same-name", NULL, "another partner by a name that is on file", FOR_NEW},
    {OPT_REST, "rest", "FILE", "leave rows out that cannot be read, and put them into FILE (-: print them)", FOR_IMPORT},
    {OPT_DRY_RUN, "dry-run", NULL, "only say what would be written", FOR_NEW | FOR_IMPORT | FOR_STRINGS},
    {OPT_NAME, "name", "NAME", "what the site is called", FOR_INIT},
    {OPT_JSON, "json", NULL, "write figures as JSON, with their trails", FOR_FIGURES},
    {OPT_CSV, "csv", NULL, "write the records as CSV, without the sum", FOR_EXPLAIN},
    {OPT_WRITE, "write", NULL, "write all of them into the content's folder .schema", FOR_SCHEMA},
    {OPT_DATA, "data", "FILE", "YAML or JSON data", FOR_RENDER},
    {OPT_PARTIALS, "partials", "DIR", "where partials are", FOR_RENDER},
    {OPT_PORT, "port", "N", "where to listen (8017); 0 takes any that is free", FOR_SERVE},
    {OPT_OPEN, "open", NULL, "show it in the browser", FOR_SERVE},
    {OPT_CONTENT, "content", "DIR", "the records and narratives (content)", FOR_ALL},
    {OPT_OUTPUT, "output", "DIR", "where results go (output)", FOR_ALL},
    {OPT_TEMPLATES, "templates", "DIR", "templates and papers' styles, over those that ship (templates)", FOR_ALL},
    {OPT_LANG, "lang", "L[,L]", "only these languages; others stay as they are", FOR_ALL},
    {OPT_JOBS, "jobs", "N", "processes side by side (as many as there are cores)",
     FOR_BUILD | FOR_CHECK},
    {OPT_QUIET, "quiet", NULL, "errors only", FOR_ALL},
    {OPT_VERBOSE, "verbose", NULL, "say what is done", FOR_ALL},
    {OPT_COLOR, "color", "auto|always|never", "colour in messages", FOR_ALL},
    {OPT_MESSAGES, "messages", "en|fr|es", "the language of messages", FOR_ALL},
    {OPT_HELP, "help", NULL, "print this help", FOR_ALL},
};

enum { ROWS = sizeof table / sizeof *table };

static bool row_applies(const struct option_row *row, const struct command *c)
{
    return row->commands == FOR_ALL || (c && row->commands & c->bit);
}

bool options_row(const struct command *c, size_t i, struct option_row_shown *out)
{
    for (size_t k = 0; k < ROWS; k++) {
        if (!row_applies(&table[k], c) || i-- > 0)
            continue;
        *out = (struct option_row_shown){table[k].name, table[k].argument, table[k].help};
        return true;
    }
    return false;
}

static void print_row(const struct option_row *row)
{
    char left[64];
    snprintf(left, sizeof left, "--%s%s%s", row->name, row->argument ? " " : "",
             row->argument ? row->argument : "");
    printf("  %-28s %s\n", left, row->help);
}

void options_help(const struct command *c, bool global_only)
{
    for (size_t i = 0; i < ROWS; i++)
        if (row_applies(&table[i], c) && (!global_only || table[i].commands == FOR_ALL))
            print_row(&table[i]);
}

/* kind: what follows the command, which may have options of its own. */
static void print_help(const struct command *c, const char *kind)
{
    struct outline_field first;
    bool record = c->bit == FOR_NEW && kind && outline_field(kind, 0, &first);
    if (record)
        printf("usage: accord new %s [ID] [options]\n\noptions of %s:\n", kind, kind);
    else
        printf("usage: accord %s %s%s[options]\n\n%s\n\noptions:\n", c->name, c->arguments,
               *c->arguments ? " " : "", c->about);
    if (record) {
        option_fields_help(kind);
        printf("\nother options:\n");
    }
    options_help(c, false);
}

static bool one_of(const char *name, const char *value, const char *const *allowed, int *index)
{
    for (int i = 0; allowed[i]; i++)
        if (strcmp(allowed[i], value) == 0) {
            *index = i;
            return true;
        }
    say_to(stderr, "accord: --%s cannot be \"%s\"; it is one of:", name, value);
    for (int i = 0; allowed[i]; i++)
        say_to(stderr, " %s", allowed[i]);
    fputc('\n', stderr);
    return false;
}

static bool set_choice(struct options *opt, int id, const char *value)
{
    static const char *const colors[] = {"auto", "always", "never", NULL};
    static const char *const formats[] = {"text", "json", "sarif", NULL};
    static const char *const shapes[] = {"text", "markdown", "json", NULL};
    static const char *const profiles[] = {"public", "internal", NULL};
    static const char *const files[] = {"csv", "json", "xlsx", NULL};
    int k = 0;
    switch (id) {
    case OPT_AS:
        if (!one_of("format", value, files, &k))
            return false;
        opt->as_json = k == 1;
        opt->as_xlsx = k == 2;
        return true;
    case OPT_COLOR:
        if (!one_of("color", value, colors, &k))
            return false;
        opt->color = k == 1 || (k == 0 && opt->color);
        return true;
    case OPT_MESSAGES:
        if (!one_of("messages", value, records_message_languages, &k))
            return false;
        opt->messages = records_message_languages[k];
        return true;
    case OPT_FORMAT:
        if (!one_of("format", value, formats, &k))
            return false;
        opt->format = (enum diag_format)k;
        return true;
    case OPT_SHAPE:
        if (!one_of("format", value, shapes, &k))
            return false;
        opt->shape = (enum diff_shape)k;
        return true;
    default:
        if (!one_of("profile", value, profiles, &k))
            return false;
        opt->internal = k == 1;
        return true;
    }
}

/* Without the slashes at its end, so that paths in messages have one. */
static const char *folder(char *path)
{
    for (size_t n = strlen(path); n > 1 && path[n - 1] == '/'; n--)
        path[n - 1] = '\0';
    return path;
}

/* Those that are kept as they were given. */
static bool set_text(struct options *opt, int id, const char *value)
{
    const struct {
        int id;
        const char **at;
    } texts[] = {{OPT_MAP, &opt->map},         {OPT_CONTRIBUTIONS, &opt->contributions},
                 {OPT_NUMBERS, &opt->numbers}, {OPT_DELIMITER, &opt->delimiter},
                 {OPT_DATES, &opt->dates},     {OPT_LISTS, &opt->lists},
                 {OPT_IDS, &opt->ids},         {OPT_REST, &opt->rest},
                 {OPT_NAME, &opt->name}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].id == id) {
            *texts[i].at = value;
            return true;
        }
    return false;
}

static bool set_number(const char *name, const char *value, unsigned lowest, unsigned highest,
                       unsigned *at)
{
    char *end;
    unsigned long n = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || n < lowest || n > highest) {
        say_to(stderr, "accord: --%s is a number from %u to %u, not \"%s\"\n", name, lowest,
               highest, value);
        return false;
    }
    *at = (unsigned)n;
    return true;
}

/* Those that take no value. */
static bool set_flag(struct options *opt, int id)
{
    const struct {
        int id;
        bool *at;
    } flags[] = {{OPT_QUIET, &opt->quiet}, {OPT_VERBOSE, &opt->verbose}, {OPT_RELEASE, &opt->release},
                 {OPT_EXIT_CODE, &opt->exit_code}, {OPT_ALL_FIGURES, &opt->all_figures}, {OPT_DRY_RUN, &opt->dry_run},
                 {OPT_BOM, &opt->bom}, {OPT_NEW_PARTNERS, &opt->new_partners}, {OPT_SAME_NAME, &opt->same_name},
                 {OPT_JSON, &opt->json},
                 {OPT_CSV, &opt->csv}, {OPT_WRITE, &opt->write}, {OPT_OPEN, &opt->open}};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].id == id) {
            *flags[i].at = true;
            return true;
        }
    return false;
}

static bool set_option(struct options *opt, int id, char *value)
{
    if (set_text(opt, id, value) || set_flag(opt, id))
        return true;
    switch (id) {
    case OPT_CONTENT:
        opt->content = folder(value);
        break;
    case OPT_OUTPUT:
        opt->output = folder(value);
        opt->output_given = true;
        break;
    case OPT_TEMPLATES:
        opt->templates = folder(value);
        opt->templates_given = true;
        break;
    case OPT_LANG:
        opt->lang = value;
        break;
    case OPT_DOCUMENT:
        opt->document = value;
        break;
    case OPT_DATE:
        opt->date = value;
        break;
    case OPT_DATA:
        opt->data = value;
        break;
    case OPT_PORT:
        return set_number("port", value, 0, 65535, &opt->port);
    case OPT_JOBS:
        return set_number("jobs", value, 1, 64, &opt->jobs);
    case OPT_PARTIALS:
        opt->partials = folder(value);
        break;
    default:
        return set_choice(opt, id, value);
    }
    return true;
}

/* What getopt_long is told, and the names for "did you mean". */
struct getopt_rows {
    struct arena *arena;
    const struct option_field *field; /* their ids follow FIELDS_FROM */
    VEC(struct option) option;
    VEC(const char *) name;
};
enum { FIELDS_FROM = 1024 };

static void add_row(struct getopt_rows *g, const char *name, int argument, int id)
{
    VEC_PUSH(g->arena, &g->option, ((struct option){name, argument, NULL, id}));
    VEC_PUSH(g->arena, &g->name, name);
}

static void getopt_rows(struct getopt_rows *g, const struct command *c)
{
    size_t fields = c->bit == FOR_NEW ? option_fields(g->arena, NULL, &g->field) : 0;
    for (size_t i = 0; i < ROWS; i++)
        if (row_applies(&table[i], c))
            add_row(g, table[i].name, table[i].argument ? required_argument : no_argument,
                    (int)table[i].id);
    for (size_t i = 0; i < fields; i++)
        add_row(g, g->field[i].name, g->field[i].sure ? optional_argument : required_argument,
                FIELDS_FROM + (int)i);
    add_row(g, NULL, 0, 0);
}

static bool set_field(struct options *opt, const struct option_field *f, const char *value)
{
    if (opt->fields == OPTION_FIELDS_MOST) {
        fprintf(stderr, "accord: these are more than %d values; write the rest into the file\n",
                OPTION_FIELDS_MOST);
        return false;
    }
    opt->field[opt->fields++] =
        (struct option_value){.key = f->key, .other = f->other, .lang = f->lang, .text = value ? value : "true"};
    return true;
}

static void complain(const struct command *c, const char *arg, int why, const char *const *names)
{
    if (why == ':') {
        say_to(stderr, "accord %s: %s wants a value\n", c->name, arg);
    } else {
        const char *near = strncmp(arg, "--", 2) == 0 ? nearest_of(names, arg + 2) : NULL;
        say_to(stderr, "accord %s: there is no option %s", c->name, arg);
        if (near)
            say_to(stderr, "; did you mean --%s?", near);
        fputc('\n', stderr);
    }
    say_to(stderr, "accord %s: see accord %s --help\n", c->name, c->name);
}

/* An empty one is a slip of a script ("$DIR" that nobody set), and "" would be taken for "/". */
static bool has_value(const struct command *c, const struct getopt_rows *g, int id)
{
    if (!optarg || *optarg)
        return true;
    for (size_t i = 0; i < g->option.n; i++)
        if (g->option.p[i].val == id)
            complain(c, arena_printf(g->arena, "--%s", g->option.p[i].name), ':', g->name.p);
    return false;
}

static bool arguments_say_something(const struct command *c, const struct options *opt)
{
    for (size_t i = 0; i < opt->args; i++)
        if (!*opt->arg[i]) {
            say_to(stderr, "accord %s: argument %zu is empty\naccord %s: see accord %s --help\n", c->name, i + 1,
                   c->name, c->name);
            return false;
        }
    return true;
}

static bool parse(const struct command *c, int argc, char **argv, struct options *opt, int *code,
                  struct getopt_rows *g)
{
    optind = 1;
    opterr = 0;
    for (int id; (id = getopt_long(argc, argv, ":", g->option.p, NULL)) != -1;) {
        if (id == OPT_HELP) {
            print_help(c, argc > 1 ? argv[1] : NULL);
            *code = EXIT_FINE;
            return false;
        }
        if (id == '?' || id == ':') {
            complain(c, argv[optind - 1], id, g->name.p);
            *code = EXIT_USAGE;
            return false;
        }
        if (id >= FIELDS_FROM ? !set_field(opt, &g->field[id - FIELDS_FROM], optarg)
                              : !has_value(c, g, id) || !set_option(opt, id, optarg)) {
            *code = EXIT_USAGE;
            return false;
        }
    }
    opt->arg = (const char *const *)argv + optind;
    opt->args = (size_t)(argc - optind);
    *code = EXIT_USAGE;
    return arguments_say_something(c, opt);
}

bool options_parse(const struct command *c, int argc, char **argv, struct options *opt, int *code)
{
    struct getopt_rows g = {.arena = arena_new()};
    getopt_rows(&g, c);
    *opt = (struct options){.content = "content",
                            .output = "output",
                            .templates = "templates",
                            .port = 8017,
                            .jobs = team_cores(),
                            .color = isatty(STDERR_FILENO) == 1};
    bool good = parse(c, argc, argv, opt, code, &g);
    arena_free(g.arena);
    return good;
}
