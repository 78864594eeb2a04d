#include "commands/commands.h"

#include "base/say.h"
#include "commands/preview.h"

#include <stdio.h>
#include <string.h>

static int serve_site(const struct options *opt, struct preview *p)
{
    struct serve_site site = preview_site(p);
    struct serve_options options = {.port = opt->port, .folder = preview_folders(p)};
    options.own = preview_own(p, &options.owns);
    struct serve *s = serve_open(&options, &site);
    if (!s)
        return EXIT_SYSTEM;
    const char *address = serve_address(s);
    puts(address);
    fflush(stdout);
    if (opt->open && !serve_show(address))
        say_to(stderr, "accord serve: there is no xdg-open to show it with; open %s in a browser\n",
               address);
    bool fine = serve_run(s);
    serve_close(s);
    return fine ? EXIT_FINE : EXIT_SYSTEM;
}

int command_serve(const struct options *opt)
{
    int code;
    if (opt->args) {
        say_to(stderr, "accord serve: \"%s\" is one too many; see accord serve --help\n",
               opt->arg[0]);
        return EXIT_USAGE;
    }
    struct preview *p = preview_open(opt, &code);
    if (!p)
        return code;
    code = serve_site(opt, p);
    preview_close(p);
    return code;
}
