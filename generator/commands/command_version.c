#include "commands/commands.h"

#include <stdio.h>

int command_version(const struct options *opt)
{
    (void)opt;
    puts("accord 0.1.0");
    return EXIT_FINE;
}
