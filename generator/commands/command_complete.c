/* command_complete.c - accord __complete WORD...: what can stand in place of the last word, for the
 * shells' completions, which ask it at each Tab; so the tables of commands, options and fields are the
 * only lists.
 *
 * One a line, with what it is behind a tab; ":files" and ":folders" leave it to the shell. */
#include "commands/commands.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/say.h"
#include "commands/help_topics.h"
#include "commands/option_fields.h"
#include "views/views.h"

#include <stdio.h>
#include <string.h>

enum { MANY = 60 }; /* ids with points are offered part by part from here on */

struct completing {
    struct session s;
    struct options opt;
    struct arena *a;
    const char *word; /* the last one */
    const struct command *command;
    const char *kind; /* of accord new; NULL */
    bool loaded;      /* the content, once it is needed and there */
};

static void offer(const struct completing *x, const char *text, const char *what)
{
    if (strncmp(text, x->word, strlen(x->word)) == 0)
        say_to(stdout, what ? "%s\t%s\n" : "%s\n", text, what);
}

static void offer_words(const struct completing *x, const char *const *words)
{
    for (size_t i = 0; words && words[i]; i++)
        offer(x, words[i], NULL);
}

/* "text|json|sarif" */
static void offer_choices(const struct completing *x, const char *list)
{
    for (size_t n; *list; list += n + (list[n] == '|')) {
        n = strcspn(list, "|");
        offer(x, arena_strndup(x->a, list, n), NULL);
    }
}

/* --- what the content has --- */

/* Whatever it is worth: completions say nothing of faults. */
static bool has_content(struct completing *x)
{
    if (!x->loaded && input_is_dir(x->opt.content))
        x->loaded = session_load(&x->s);
    return x->loaded;
}

static const char *label(const struct completing *x, const struct text *t)
{
    return text_in(t, x->s.records->site.default_lang, LANG_EN, NULL);
}

static void offer_documents(struct completing *x)
{
    for (size_t i = 0; has_content(x) && i < x->s.records->document_n; i++)
        offer(x, x->s.records->document[i].id, label(x, &x->s.records->document[i].title));
}

static void offer_partners(struct completing *x)
{
    for (size_t i = 0; has_content(x) && i < x->s.records->partner_n; i++)
        offer(x, x->s.records->partner[i]->id, label(x, &x->s.records->partner[i]->name));
}

static void offer_agreements(struct completing *x)
{
    for (size_t i = 0; has_content(x) && i < x->s.records->agreement_n; i++)
        offer(x, x->s.records->agreement[i]->id, label(x, &x->s.records->agreement[i]->title));
}

static void offer_entries(struct completing *x, enum vocab_kind kind)
{
    const struct vocab *v = has_content(x) ? &x->s.records->vocab[kind] : NULL;
    for (size_t i = 0; v && i < v->n; i++)
        offer(x, v->entry[i].id, label(x, &v->entry[i].label));
}

/* What the command would refuse to print is not offered. */
static bool fits(const struct completing *x, const struct figure *f)
{
    return strncmp(f->id, x->word, strlen(x->word)) == 0 &&
           (x->opt.internal || model_figure_public(x->s.model, f));
}

/* Thousands of ids: where many fit, up to the next point. */
static void offer_figures(struct completing *x)
{
    struct map seen;
    const struct figure *const *figure;
    size_t n = has_content(x) ? model_figures(x->s.model, &figure) : 0;
    size_t len = strlen(x->word), fit = 0;
    map_init(&seen, x->a);
    for (size_t i = 0; i < n; i++)
        fit += fits(x, figure[i]);
    for (size_t i = 0; i < n; i++) {
        if (!fits(x, figure[i]))
            continue;
        size_t part = len + strcspn(figure[i]->id + len, ".");
        part += fit > MANY && figure[i]->id[part] == '.';
        const char *id = fit > MANY ? arena_strndup(x->a, figure[i]->id, part) : figure[i]->id;
        if (!map_has(&seen, id))
            puts(id);
        map_set(&seen, id, &seen);
    }
}

/* --- options and their values --- */

static void offer_field(struct completing *x, const char *key)
{
    struct outline_field f = {0};
    for (size_t i = 0; outline_field(x->kind, i, &f) && strcmp(f.key, key) != 0;)
        i++;
    if (!f.key || strcmp(f.key, key) != 0)
        return;
    if (f.takes == OUTLINE_ENTRY)
        offer_entries(x, f.vocab);
    else if (f.takes == OUTLINE_PARTNER || f.takes == OUTLINE_RECORD)
        offer_partners(x);
    else if (f.takes == OUTLINE_AGREEMENT)
        offer_agreements(x);
    else if (f.takes == OUTLINE_WORD)
        offer_words(x, f.words);
}

static void offer_value(struct completing *x, const char *name, const char *argument)
{
    if (strcmp(argument, "DIR") == 0)
        puts(":folders");
    else if (strcmp(argument, "FILE") == 0)
        puts(":files");
    else if (strchr(argument, '|'))
        offer_choices(x, argument);
    else if (strcmp(name, "document") == 0)
        offer_documents(x);
    else if (strcmp(name, "lang") == 0)
        for (int i = 0; i < LANGS; i++)
            offer(x, lang_code[i], NULL);
}

/* The option that wants this word as its value, handled; false when there is none. */
static bool is_value_of(struct completing *x, const char *before)
{
    const struct option_field *field;
    struct option_row_shown row;
    if (strncmp(before, "--", 2) != 0)
        return false;
    for (size_t i = 0; options_row(x->command, i, &row); i++)
        if (row.argument && strcmp(row.name, before + 2) == 0) {
            offer_value(x, row.name, row.argument);
            return true;
        }
    size_t n = x->kind ? option_fields(x->a, x->kind, &field) : 0;
    for (size_t i = 0; i < n; i++)
        if (!field[i].sure && strcmp(field[i].name, before + 2) == 0) {
            offer_field(x, field[i].key);
            return true;
        }
    return false;
}

static void offer_options(const struct completing *x)
{
    struct option_row_shown row;
    struct outline_field f;
    for (size_t i = 0; x->kind && outline_field(x->kind, i, &f); i++)
        offer(x, arena_printf(x->a, "--%s", option_fields_shown(x->a, &f)), f.doc);
    for (size_t i = 0; options_row(x->command, i, &row); i++)
        offer(x, arena_printf(x->a, "--%s", row.name), row.help);
}

/* --- what is no option --- */

static void offer_command(const struct command *c, void *ctx)
{
    offer(ctx, c->name, c->summary);
}

static void offer_topics(struct completing *x)
{
    const struct help_topic *t;
    command_list(offer_command, x);
    for (size_t i = 0; (t = help_topics_at(i)); i++)
        offer(x, t->name, t->summary);
}

static void offer_argument(struct completing *x, size_t place)
{
    const char *name = x->command->name;
    if (strcmp(name, "figures") == 0 || strcmp(name, "explain") == 0)
        offer_figures(x);
    else if (strcmp(name, "render") == 0 || strcmp(name, "import") == 0)
        puts(":files");
    else if (strcmp(name, "diff") == 0)
        puts(":folders");
    else if (place > 0)
        return;
    else if (strcmp(name, "freeze") == 0)
        offer_documents(x);
    else if (strcmp(name, "help") == 0)
        offer_topics(x);
    else if (strcmp(name, "export") == 0)
        offer_words(x, views_exports);
    else if (strcmp(name, "init") == 0)
        puts(":folders");
    else if (strcmp(name, "new") == 0)
        for (size_t i = 0; command_new_kind(i); i++)
            offer(x, command_new_kind(i), NULL);
    else if (strcmp(name, "schema") == 0)
        for (size_t i = 0; records_schema_name(i); i++)
            offer(x, records_schema_name(i), NULL);
}

/* The words before the last one: which content, which kind; how many are no options. */
static size_t look_back(struct completing *x, size_t n, char **word)
{
    size_t place = 0;
    struct option_row_shown row;
    for (size_t i = 1; i + 1 < n; i++) {
        bool option = strncmp(word[i], "--", 2) == 0, wants = false;
        for (size_t k = 0; option && options_row(x->command, k, &row); k++)
            wants = wants || (row.argument && strcmp(row.name, word[i] + 2) == 0);
        if (wants && strcmp(word[i], "--content") == 0)
            x->opt.content = word[i + 1];
        if (wants && strcmp(word[i], "--profile") == 0)
            x->opt.internal = strcmp(word[i + 1], "internal") == 0;
        if (!option && place++ == 0 && strcmp(x->command->name, "new") == 0)
            x->kind = option_fields_is_kind(word[i]) ? word[i] : NULL;
        i += wants;
    }
    return place;
}

static void complete(struct completing *x, size_t n, char **word)
{
    x->word = word[n - 1];
    if (n == 1) {
        command_list(offer_command, x);
        return;
    }
    x->command = command_find(word[0]);
    if (!x->command)
        return;
    size_t place = look_back(x, n, word);
    if (is_value_of(x, word[n - 2]))
        return;
    if (x->word[0] == '-')
        offer_options(x);
    else
        offer_argument(x, place);
}

int command_complete(size_t words, char **word)
{
    struct completing x = {.opt = {.content = "content", .templates = "templates"}};
    if (words == 0)
        return EXIT_USAGE;
    session_begin(&x.s, &x.opt);
    x.a = x.s.arena;
    complete(&x, words, word);
    arena_free(x.s.arena);
    return EXIT_FINE;
}
