#include "commands/commands.h"

#include "base/buf.h"
#include "site/site.h"

#include <stdio.h>
#include <string.h>

static void print_command(const struct command *c, void *ctx)
{
    (void)ctx;
    printf("  %-10s %s\n", c->name, c->summary);
}

static int help_on(const char *name)
{
    const struct command *c = command_find(name);
    if (!c) {
        const char *near = command_nearest(name);
        fprintf(stderr, "accord: there is no command \"%s\"", name);
        fprintf(stderr, near ? "; did you mean \"%s\"?\n" : "; see accord help\n", near);
        return EXIT_USAGE;
    }
    char *argv[] = {(char *)name, (char *)"--help", NULL};
    struct options unused;
    int code = EXIT_FINE;
    options_parse(c, 2, argv, &unused, &code);
    return code;
}

static int help_on_templates(void)
{
    struct buf out = BUF_INIT;
    site_values_help(&out);
    fwrite(buf_str(&out), 1, out.n, stdout);
    buf_free(&out);
    return EXIT_FINE;
}

int command_help(const struct options *opt)
{
    if (opt->args && strcmp(opt->arg[0], "templates") == 0)
        return help_on_templates();
    if (opt->args)
        return help_on(opt->arg[0]);
    printf("usage: accord COMMAND [options]\n\n"
           "Partnership records in, a website and the paper out, from the same checked figures.\n\n"
           "commands:\n");
    command_list(print_command, NULL);
    printf("\noptions of all commands:\n");
    options_help(NULL, true);
    return EXIT_FINE;
}
