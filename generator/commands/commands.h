/* commands.h - one file per command; options from one table that also prints --help.
 *
 * To add a command: write commands/command_<name>.c with `int command_<name>(const struct
 * options *)`, declare it below and give it a row in the table of commands.c.  To add an option:
 * a field here and a row in the table of options.c.
 */
#ifndef ACCORD_COMMANDS_COMMANDS_H
#define ACCORD_COMMANDS_COMMANDS_H

#include "base/diag.h"
#include "input/input.h"
#include "model/model.h"
#include "records/records.h"

#include <stdbool.h>
#include <stddef.h>

enum exit_code {
    EXIT_FINE = 0,
    EXIT_CONTENT = 1, /* the content is at fault */
    EXIT_USAGE = 2,
    EXIT_SYSTEM = 3, /* I/O or system */
};

enum { OPTION_FIELDS_MOST = 128 };
enum diff_shape { DIFF_TEXT, DIFF_MARKDOWN, DIFF_JSON };

struct options {
    const char *content, *output, *templates;
    bool output_given, templates_given;
    const char *lang; /* "en,es"; NULL = all of the site's */
    const char *messages; /* the language of messages; NULL = what the site says */
    bool quiet, verbose, color;
    enum diag_format format;
    enum diff_shape shape;
    bool exit_code, all_figures;
    bool release, json, csv, write, internal, dry_run;
    bool open;
    unsigned port;
    unsigned jobs; /* processes side by side */
    const char *document, *data, *partials, *date, *name;
    const char *map, *contributions, *delimiter, *numbers, *dates, *lists, *ids, *rest;
    bool new_partners, same_name, bom, as_json, as_xlsx;
    struct option_value { /* of options that are named after fields */
        const char *key, *other; /* other: of the kinds that have no such field; NULL */
        int lang;                /* -1 = none named */
        const char *text;
    } field[OPTION_FIELDS_MOST];
    size_t fields;
    const char *const *arg; /* what is not an option, NULL at the end */
    size_t args;
};

enum { /* which commands an option belongs to */
    FOR_ALL = 0,
    FOR_BUILD = 1,
    FOR_CHECK = 2,
    FOR_FIGURES = 4,
    FOR_RENDER = 8,
    FOR_EXPLAIN = 16,
    FOR_FREEZE = 32,
    FOR_NEW = 64,
    FOR_SCHEMA = 128,
    FOR_IMPORT = 256,
    FOR_EXPORT = 512,
    FOR_STRINGS = 1024,
    FOR_SERVE = 2048,
    FOR_DIFF = 4096,
    FOR_INIT = 8192,
};

struct command {
    const char *name, *arguments, *summary, *about;
    unsigned bit;
    int (*run)(const struct options *opt);
};
const struct command *command_find(const char *name); /* NULL when unknown */
const char *command_nearest(const char *name);
void command_list(void (*each)(const struct command *c, void *ctx), void *ctx);

/* Parses argv behind the command's name.  False after a message (wrong usage), with *code set;
 * --help prints and sets EXIT_FINE. */
bool options_parse(const struct command *c, int argc, char **argv, struct options *opt, int *code);
void options_help(const struct command *c, bool global_only);
/* The i-th option of a command, as --help shows it; false behind the last. */
struct option_row_shown {
    const char *name, *argument, *help; /* argument NULL = none */
};
bool options_row(const struct command *c, size_t i, struct option_row_shown *out);

/* What accord new can make; NULL behind the last. */
const char *command_new_kind(size_t i);
/* For completions of shells: the words behind the program's name, the last one unfinished. */
int command_complete(size_t words, char **word);

int command_build(const struct options *opt);
int command_check(const struct options *opt);
int command_freeze(const struct options *opt);
int command_figures(const struct options *opt);
int command_explain(const struct options *opt);
int command_diff(const struct options *opt);
int command_new(const struct options *opt);
int command_export(const struct options *opt);
int command_import(const struct options *opt);
int command_init(const struct options *opt);
int command_strings(const struct options *opt);
int command_schema(const struct options *opt);
int command_serve(const struct options *opt);
int command_render(const struct options *opt);
int command_help(const struct options *opt);
int command_version(const struct options *opt);

/* --- what most commands share --- */

struct session {
    const struct options *opt;
    struct arena *arena;
    struct diags *diags;
    const struct records_draft *draft; /* set before session_load: read as if they were there */
    size_t drafts;
    const struct records *records;
    const struct model *model;
    struct input_layers templates; /* that of --templates over those that ship */
    enum lang lang[LANGS]; /* those asked for, by session_languages */
    size_t languages;
    const struct map *language; /* of messages; NULL = English */
    struct progress *progress;  /* NULL = nobody looks */
    int64_t begun;              /* by terminal_now */
    const char *closing;        /* the last line on a terminal; NULL = none */
    bool reported; /* what there was to report is written already */
    bool errors_only; /* of the diagnostics: what warnings there are, check and build say */
};
void session_begin(struct session *s, const struct options *opt);
/* The path of something that comes with accord: "content/strings/en.yaml". */
const char *session_shipped(struct arena *a, const char *path);
/* Whether there are templates to make pages with. */
bool session_finds_templates(const struct session *s);
/* The same; says so when there are none. */
bool session_has_templates(const struct session *s);
/* Reads and joins the content (s->records, s->model); false when the folder is not there. */
bool session_load(struct session *s);
/* Compares with what was printed.  Under --release that is an error, and so are sample records
 * and texts that lack one of the languages asked for. */
void session_reconcile(struct session *s);
/* Makes differences from what was printed errors for this run. */
void session_refuse_drift(struct session *s);
/* The document with this id; NULL after a message of the command. */
const struct document *session_document(const struct session *s, const char *command,
                                        const char *id);
/* For the public profile: reports what figures would tell of internal agreements.  sound: the
 * records had no faults, so that there are figures. */
void session_refuse_disclosure(struct session *s, bool sound);
/* Sets the languages asked for with --lang, else the site's; false after a message for a code that
 * is unknown or not among the site's languages. */
bool session_languages(struct session *s);
/* The one language asked for, of all there are, else the site's default; -1 after a message. */
int session_any_language(const struct session *s);
/* As session_begin, for a command that may take long: a terminal is told how far it has come. */
void session_begin_long(struct session *s, const struct options *opt);
/* Has a line with counts end the run, where somebody looks. */
void session_close_with(struct session *s, const char *line);
/* All reports as the options want them. */
void session_write_reports(struct session *s, struct buf *out);
/* Prints the diagnostics to standard error, frees everything; the exit code: code when it is
 * not EXIT_FINE, else EXIT_CONTENT after errors. */
int session_end(struct session *s, int code);

#endif
