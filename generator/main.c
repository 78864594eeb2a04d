/* main.c - picks the command. */
#include "commands/commands.h"

#include "base/say.h"
#include "model/model.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

/* The first word that is a command; "build" when there is none. */
static const char *command_among(char **word)
{
    for (; *word; word++)
        if (command_find(*word))
            return *word;
    return "build";
}

static int no_command(char **word)
{
    const char *name = word[0];
    if (name[0] == '-') {
        say_to(stderr, "accord: name a command first; options follow it: accord %s ... %s\n",
               command_among(word), name);
        return EXIT_USAGE;
    }
    const char *near = command_nearest(name);
    say_to(stderr, "accord: there is no command \"%s\"", name);
    if (near)
        say_to(stderr, "; did you mean \"%s\"?", near);
    fputs("\naccord: see accord help\n", stderr);
    return EXIT_USAGE;
}

/* Papers bear the day that it names: a slip in it must not become the day of the newest signature. */
static bool knows_the_day(void)
{
    const char *wrong = model_clock_wrong();
    if (wrong)
        say_to(stderr,
               "accord: SOURCE_DATE_EPOCH is \"%s\"; it is the seconds since 1970, in digits, "
               "before the year 10000\n",
               wrong);
    return !wrong;
}

int main(int argc, char **argv)
{
    /* A file that would become larger than this user may write is an error of writing. */
    signal(SIGXFSZ, SIG_IGN);
    const char *name = argc > 1 ? argv[1] : "help";
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        name = "help";
    if (strcmp(name, "--version") == 0)
        name = "version";
    if (strcmp(name, "__complete") == 0)
        return command_complete((size_t)argc - 2, argv + 2);
    const struct command *c = command_find(name);
    if (!c)
        return no_command(argv + 1);
    struct options opt;
    int code = EXIT_FINE;
    if (!options_parse(c, argc > 1 ? argc - 1 : 1, argc > 1 ? argv + 1 : argv, &opt, &code))
        return code;
    if (!knows_the_day())
        return EXIT_USAGE;
    code = c->run(&opt);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs("accord: error: cannot write to standard output\n", stderr);
        return EXIT_SYSTEM;
    }
    return argc > 1 ? code : EXIT_USAGE;
}
