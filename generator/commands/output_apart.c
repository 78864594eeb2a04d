#define _XOPEN_SOURCE 700 /* realpath */

#include "commands/output_apart.h"

#include "base/arena.h"
#include "base/say.h"
#include "publish/publish.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool same_folder(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* What cannot be looked at may be one. */
static bool is_no_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 ? !S_ISDIR(st.st_mode) : errno == ENOENT || errno == ENOTDIR;
}

/* The nearest folder that there is: path itself, or one above a file or what is yet to be made. */
static char *folder_of(struct arena *a, const char *path)
{
    char *folder = arena_printf(a, "%s", path);
    while (is_no_folder(folder)) {
        char *slash = strrchr(folder, '/');
        if (!slash)
            return arena_printf(a, ".");
        if (slash == folder)
            return arena_printf(a, "/");
        *slash = '\0';
    }
    return folder;
}

/* Looks at the folder of path and at all folders above. */
static bool is_inside(struct arena *a, const char *path, const char *folder)
{
    struct stat want, here, last = {0};
    bool found = false;
    path = folder_of(a, path);
    if (stat(folder, &want) == 0)
        for (int i = 0; i < 256 && !found && stat(path, &here) == 0 && !same_folder(&here, &last);
             i++) {
            found = same_folder(&here, &want);
            last = here;
            path = arena_printf(a, "%s/..", path);
        }
    return found;
}

bool path_is_apart(const struct options *opt, const char *path, const char *command, const char *what,
                   const char *option)
{
    struct arena *a = arena_new();
    char *real = realpath(path, NULL); /* of a link to a file */
    bool inside = is_inside(a, path, opt->content) ||
                  (real && is_inside(a, real, opt->content));
    free(real);
    arena_free(a);
    if (inside)
        say_to(stderr, "accord %s: the %s \"%s\" is inside the content; name another with %s\n",
               command, what, path, option);
    return !inside;
}

/* What names internal agreements never stands where what is public goes, nor the other way; where nobody can
 * say, it does not go either.  An exit status. */
static int apart(struct arena *a, const struct options *opt, const char *command,
                 const char *folder, const char *what)
{
    int error = 0;
    const char *other = opt->internal ? "a public" : "an internal";
    const char *clash = publish_clash(a, folder, opt->internal, &error);
    if (!clash)
        return EXIT_FINE;
    if (error) {
        say_to(stderr, "accord %s: error: cannot find out whether \"%s\" holds %s build: %s\n",
               command, clash, other, strerror(error));
        return EXIT_SYSTEM;
    }
    say_to(stderr, "accord %s: \"%s\" holds %s build, which must stand apart from %s one; "
                   "name another %s with --output %s\n",
           command, clash, other, opt->internal ? "an internal" : "a public", what,
           strcmp(what, "folder") == 0 ? "DIR" : "FILE");
    return EXIT_USAGE;
}

int profiles_apart(const struct options *opt)
{
    struct arena *a = arena_new();
    int code = apart(a, opt, "build", opt->output, "folder");
    arena_free(a);
    return code;
}

/* A link is written through: what it leads to counts, too. */
int file_apart(const struct options *opt, const char *command)
{
    struct arena *a = arena_new();
    char *real = realpath(opt->output, NULL);
    int code = opt->internal ? apart(a, opt, command, folder_of(a, opt->output), "file") : EXIT_FINE;
    if (opt->internal && code == EXIT_FINE && real)
        code = apart(a, opt, command, folder_of(a, real), "file");
    free(real);
    arena_free(a);
    return code;
}

bool is_standard_output(const char *path)
{
    return strcmp(path, "-") == 0;
}

bool output_is_folder(const struct options *opt, const char *command)
{
    if (!is_standard_output(opt->output))
        return true;
    say_to(stderr, "accord %s: what is made are several files, which have no room in standard output (\"-\"); name "
                   "a folder with --output DIR\n",
           command);
    return false;
}

bool output_is_apart(const struct options *opt, const char *command, const char *what)
{
    return path_is_apart(opt, opt->output, command, what,
                         strstr(what, "folder") ? "--output DIR" : "--output FILE");
}
