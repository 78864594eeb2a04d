#include "commands/commands.h"

#include "base/map.h"
#include "base/say.h"
#include "commands/help_topics.h"

#include <stdio.h>
#include <string.h>

static void print_command(const struct command *c, void *ctx)
{
    (void)ctx;
    printf("  %-10s %s\n", c->name, c->summary);
}

static int unknown(const char *name)
{
    enum { MOST = 32 };
    const char *names[MOST + 1] = {NULL};
    for (size_t i = 0; i < MOST && help_topics_at(i); i++)
        names[i] = help_topics_at(i)->name;
    const char *near = command_nearest(name);
    if (!near)
        near = nearest_of(names, name);
    say_to(stderr, "accord: there is no command and no topic \"%s\"", name);
    say_to(stderr, near ? "; did you mean \"%s\"?\n" : "; see accord help\n", near);
    return EXIT_USAGE;
}

/* A kind of accord new may follow: accord help new agreement. */
static int help_on(const char *name, const char *kind)
{
    const struct command *c = command_find(name);
    if (!c)
        return unknown(name);
    char *argv[] = {(char *)name, (char *)(kind ? kind : "--help"), (char *)"--help", NULL};
    struct options unused;
    int code = EXIT_FINE;
    options_parse(c, 3, argv, &unused, &code);
    return code;
}

static int help_on_topic(const struct help_topic *t)
{
    if (t->print)
        t->print();
    else
        fputs(t->text, stdout);
    return EXIT_FINE;
}

int command_help(const struct options *opt)
{
    const struct help_topic *topic = opt->args ? help_topics_find(opt->arg[0]) : NULL;
    if (topic && !command_find(opt->arg[0]))
        return help_on_topic(topic);
    if (opt->args)
        return help_on(opt->arg[0], opt->args > 1 ? opt->arg[1] : NULL);
    printf("usage: accord COMMAND [options]\n\n"
           "Partnership records in, a website and the paper out, from the same checked figures.\n\n"
           "commands:\n");
    command_list(print_command, NULL);
    printf("\nmore help: accord help COMMAND, or accord help and one of these topics:\n");
    for (size_t i = 0; (topic = help_topics_at(i)); i++)
        printf("  %-18s %s\n", topic->name, topic->summary);
    printf("\noptions of all commands:\n");
    options_help(NULL, true);
    return EXIT_FINE;
}
