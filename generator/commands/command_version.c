#include "commands/commands.h"

#include "base/say.h"

#include <stdio.h>

int command_version(const struct options *opt)
{
    if (opt->args) {
        say_to(stderr, "accord version: \"%s\" is one too many; see accord version --help\n",
               opt->arg[0]);
        return EXIT_USAGE;
    }
    puts("accord 0.1.0");
    return EXIT_FINE;
}
